//! Who may be known already. The program finds; a person decides: the same family, or not.

use crate::frame::act::done_url;
use crate::frame::form::{Errors, Filled, FormOf, seen};
use crate::frame::parts::{Field, form, icon, press, tag};
use crate::frame::who::Who;
use crate::frame::{Call, Problem, dates};
use crate::queue::forms::Form;
use crate::queue::request::{Case, Sheet};
use crate::queue::{PATH, clash};
use access::terms::{Audience, Command, FamilyId, Kind, Likeness, Moment, NotSame, Role};
use access::{ActError, Similar};
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

/// The name of the field in which the reason for a merge is typed; each candidate has its own.
fn why_field(other: FamilyId) -> String {
    format!("why-{other}")
}

/// The panel, above everything else: deciding this first saves all that follows.
pub fn panel(call: &Call, case: &Case, filled: &Filled, errors: &Errors) -> Markup {
    let mut families: Vec<FamilyId> = Vec::new();
    for one in &case.similar {
        if !families.contains(&one.family) {
            families.push(one.family);
        }
    }
    html! {
        @if !families.is_empty() {
            section.v-kort.v-kort--venstre data-kant="varsel" #ligner {
                h2 { (call.t("twins-heading")) }
                p.v-dus { (call.t("twins-text")) }
                div.v-linjer {
                    @for family in families {
                        @let people: Vec<&Similar> = case.similar.iter().filter(|one| one.family == family).collect();
                        (candidate(call, case, family, &people, filled, errors))
                    }
                }
            }
        }
    }
}

fn candidate(
    call: &Call,
    case: &Case,
    other: FamilyId,
    people: &[&Similar],
    filled: &Filled,
    errors: &Errors,
) -> Markup {
    let say = call.say();
    let directory = call.house.gate.directory();
    let coordinator = people.iter().find_map(|one| one.coordinator).and_then(|actor| directory.helper(actor));
    let field = why_field(other);
    let here = format!("{PATH}/{}", case.view.family());
    let phase = people.first().map_or("received", |one| one.phase);
    html! {
        div.v-stabel.v-stabel--tett {
            ul.v-ikonliste {
                @for one in people {
                    li { (icon("familie")) span { (likeness(call, one)) } }
                }
            }
            div.v-rad {
                (tag("neutral", "info", &call.t(&format!("phase-{phase}"))))
                @if let Some(helper) = coordinator { span { (say.with("twins-coordinator", [("name", helper.name.clone().into())])) } }
            }
            details.v-mer open[errors.at(&field).is_some()] {
                summary { (call.t("twins-same")) }
                (form(call, &format!("{here}/sla-sammen"), "v-skjema v-skjema--tett v-les", html! {
                    input type="hidden" name="andre" value=(other);
                    (Field::new(&field, call.t("twins-why")).hint(call.t("twins-why-hint")).area(call, filled, errors, 2))
                    div.v-knapper { button.ds-button { (call.t("twins-merge")) } }
                }))
            }
            (press(call, &format!("{here}/ikke-samme"), &[("andre", &other.to_string())], html! {
                button.ds-button data-variant="secondary" { (call.t("twins-not")) }
            }))
        }
    }
}

/// «Yusuf Haddad, født 12. mars 2014, er svært lik Yussuf».
fn likeness(call: &Call, one: &Similar) -> String {
    let say = call.say();
    let born = one.born.map_or_else(
        || call.t("twins-born-unknown").into_owned(),
        |born| say.with("twins-born", [("day", dates::short(say, born, call.today()).into())]).into_owned(),
    );
    let key = match one.likeness {
        Likeness::Same => "twins-is-same",
        Likeness::Likely => "twins-is-likely",
        Likeness::Possible | Likeness::Different => "twins-is-possible",
        Likeness::Twins => "twins-is-twin",
    };
    let name = format!("{} {}", one.given, one.surname);
    say.with(
        key,
        [
            ("name", name.trim().to_owned().into()),
            ("born", born.into()),
            ("other", one.resembles.clone().into()),
        ],
    )
    .into_owned()
}

/// The other family of a form, when it is one that this request resembles.
fn other(case: &Case, filled: &Filled) -> Option<FamilyId> {
    filled.parse::<FamilyId>("andre").filter(|other| case.similar.iter().any(|one| one.family == *other))
}

pub async fn merge(Path(family): Path<String>, form: FormOf) -> Result<Response, Problem> {
    form.call.only(&[Role::Intake])?;
    if form.call.house.gate.was_done(&form.key).await? {
        return Ok(Redirect::to(PATH).into_response());
    }
    let Some(case) = Case::read(&form.call, &family).await? else { return clash::gone(&form.call, None) };
    let Some(into) = other(&case, &form.filled) else {
        return Ok(Sheet::new(&form.call, &case).clash(Form::Twin, form.filled));
    };
    let field = why_field(into);
    let why = form.filled.text(&field);
    let mut errors = Errors::none();
    if why.is_empty() {
        errors.add(&field, form.call.t("twins-why-missing"));
        return Ok(Sheet::new(&form.call, &case).mend(Form::Twin, form.filled, errors));
    }
    let gate = &form.call.house.gate;
    match gate.merge(&form.call.visit, into, case.view.family(), Some(&why), form.key.clone()).await {
        Ok(_) => {
            // A family in the queue is shown, with the way back; another one has its coordinator's own pages.
            let queued = case
                .similar
                .iter()
                .any(|one| one.family == into && matches!(one.phase, "received" | "waiting" | "offered"));
            let there = if queued { format!("{PATH}/{into}") } else { crate::queue::aside::PATH.to_owned() };
            Ok(Redirect::to(&done_url(&there, "merged")).into_response())
        }
        Err(ActError::Refused(refusal)) => {
            let errors = Errors::of(&form.call, &refusal);
            Ok(Sheet::new(&form.call, &case).mend(Form::Twin, form.filled, errors))
        }
        Err(other) => Err(other.into()),
    }
}

/// Somebody looked, and these are two families: not asked again, and it can be undone.
pub async fn not_the_same(Path(family): Path<String>, form: FormOf) -> Result<Response, Problem> {
    form.call.only(&[Role::Intake])?;
    let Some(case) = Case::read(&form.call, &family).await? else { return clash::gone(&form.call, None) };
    let here = format!("{PATH}/{}", case.view.family());
    let command = match (other(&case, &form.filled), form.filled.seen()) {
        (Some(other), _) => Command::Write {
            replaces: None,
            payload: NotSame { other }.wrap(),
            subjects: Vec::new(),
            audience: Audience::Coordinator,
        },
        (None, Some(seen)) => Command::Undo(seen),
        // Pressed twice: the first time has told them apart.
        (None, None) => return Ok(Redirect::to(&here).into_response()),
    };
    let code = if matches!(command, Command::Undo(_)) { "same-again" } else { "not-same" };
    form.press(case.view.family(), command).await?;
    Ok(Redirect::to(&done_url(&here, code)).into_response())
}

/// Families that were told apart from this one, each with the way back.
pub fn told_apart(call: &Call, case: &Case) -> Markup {
    let (say, today) = (call.say(), call.today());
    let who = Who::new(call, &case.view);
    let apart: Vec<_> = case.view.sees().all::<NotSame>().collect();
    html! {
        @if call.visit.role == Role::Intake && !apart.is_empty() {
            section.v-kort.v-kort--dus {
                h2 { (call.t("twins-apart")) }
                @for one in &apart {
                    div.v-rad.v-rad--ender {
                        p { (say.with("twins-apart-by", [
                            ("name", who.author(&one.entry.author).into()),
                            ("day", dates::near(say, Moment::day_of(one.entry.at), today).into()),
                        ])) }
                        (form(call, &format!("{PATH}/{}/ikke-samme", case.view.family()), "", html! {
                            (seen(one.id(), one.entry.version))
                            button.ds-button data-variant="tertiary" { (icon("angre")) (call.t("twins-apart-undo")) }
                        }))
                    }
                }
            }
        }
    }
}
