//! Research and statistics: what each has said about it, and what has been given to whom (R52). It has nothing to do with
//! the yes to services, and a no changes nothing in the help.

use crate::frame::act::{Done, done_url};
use crate::frame::form::{Errors, FormOf};
use crate::frame::parts::lower;
use crate::frame::parts::{Asked, done, icon, listed, tag};
use crate::frame::{Call, dates};
use crate::plan::place::{Answered, Desk, Place};
use access::research::{ResearchExport, Word, may_say, word};
use access::terms::{Audience, Command, Kind as _, Moment, PersonId, ResearchChoice, Thing, parties};
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use maud::{Markup, html};

/// The address.
pub const PATH: &str = "/min/forskning";
const YES: &str = "ja";
const NO: &str = "nei";
const BACK: &str = "tilbake";

/// The page.
pub async fn show(place: Place, call: Call, Query(asked): Query<Asked>) -> Answered {
    let view = place.view(&call, "research").await?;
    let desk = Desk::new(&call, place.base, &view);
    let exports = call.house.gate.exports_with(&view).await?;
    let content = html! { (done(&call, &asked)) (page(&desk, &exports, &Errors::none())) };
    Ok(desk.page(call.t("research-title")).narrow().at("/min/innsyn").show(&call, content).into_response())
}

/// A way here, from the page of who sees what.
pub fn card(desk: &Desk<'_>) -> Markup {
    let say = desk.call.say();
    html! {
        section.v-kort.v-kort--dus {
            h2 { (say.say("research-title")) }
            p { (say.say("research-card")) }
            p { a href=(PATH) { (say.say("research-link")) } }
        }
    }
}

/// Those about whom the reader may say something: oneself first.
fn people(desk: &Desk<'_>) -> Vec<PersonId> {
    let standing = desk.view.standing();
    let mut found = standing.me.clone();
    found.extend(standing.may_share.iter().map(|(person, _)| *person));
    found.retain(|person| may_say(standing, *person, false));
    let mut known = Vec::new();
    found.retain(|person| {
        !known.contains(person) && {
            known.push(*person);
            true
        }
    });
    found
}

/// What somebody says about a person now, with the thing that says it.
fn own<'a>(desk: &Desk<'a>, about: PersonId) -> Option<Thing<'a, ResearchChoice>> {
    let me = &desk.view.standing().me;
    desk.view.sees().all::<ResearchChoice>().find(|it| it.is.subject == about && me.contains(&it.is.given_by))
}

fn says(desk: &Desk<'_>, by: PersonId, about: PersonId) -> Option<Word> {
    let limits = desk.call.house.gate.limits(&desk.call.visit);
    word(&desk.view.sees(), by, about, desk.call.today(), limits)
}

fn page(desk: &Desk<'_>, exports: &[(ResearchExport, bool)], errors: &Errors) -> Markup {
    let say = desk.call.say();
    let people = people(desk);
    let somebody_says_no = desk
        .view
        .sees()
        .all::<ResearchChoice>()
        .any(|it| says(desk, it.is.given_by, it.is.subject) == Some(Word::No));
    html! {
        (desk.crumbs(&[("/min/innsyn".to_owned(), say.say("menu-access").into_owned())], &say.say("research-title")))
        (errors.summary(desk.call))
        div.v-hode { div {
            h1 { (say.say("research-title")) }
            p.v-ingress { (say.say("research-intro")) }
        } }
        section.v-kort.v-kort--dus {
            h2 { (say.say("research-what")) }
            p { (say.say("research-what-text")) }
            p { (say.say("research-never")) }
            p { (say.say("research-changes-nothing")) }
        }
        section.v-stabel {
            h2 { (say.say("research-choose-title")) }
            @if somebody_says_no {
                p { (tag("neutral", "serikke", &say.say("research-out"))) }
                p { (say.say("research-out-text")) }
            }
            @if people.is_empty() { p { (say.say("research-nobody")) } }
            @for person in people { (about(desk, person)) }
        }
        (given(desk, exports))
    }
}

/// One person: what has been said, and the buttons.
fn about(desk: &Desk<'_>, person: PersonId) -> Markup {
    let (say, sees) = (desk.call.say(), desk.view.sees());
    let limits = desk.call.house.gate.limits(&desk.call.visit);
    let name = desk.who.person(person);
    let own = own(desk, person).and_then(|it| says(desk, it.is.given_by, person));
    let lines: Vec<String> = parties(&sees, person, desk.call.today(), limits)
        .into_iter()
        .filter_map(|by| said(desk, by, person))
        .collect();
    let hidden = html! { span.v-skjult { ": " (name) } };
    html! {
        article.v-kort.v-kort--tett {
            h3 { (name) }
            @if lines.is_empty() { p.v-dus { (say.say("research-silent")) } }
            @for line in &lines { p { (line) } }
            (desk.form(PATH, "v-knapper", html! {
                input type="hidden" name="om" value=(person);
                @if own != Some(Word::No) {
                    button.ds-button data-variant="secondary" name="ord" value=(NO) { (say.say("research-no")) (hidden) }
                }
                @if own != Some(Word::Yes) && may_say(desk.view.standing(), person, true) {
                    button.ds-button data-variant="secondary" name="ord" value=(YES) { (say.say("research-yes")) (hidden) }
                }
                @if own.is_some() {
                    button.ds-button data-variant="tertiary" name="ord" value=(BACK) { (say.say("research-back")) (hidden) }
                }
            }))
        }
    }
}

/// Who said what on which day, in a sentence.
fn said(desk: &Desk<'_>, by: PersonId, about: PersonId) -> Option<String> {
    let key = match says(desk, by, about)? {
        Word::Yes => "research-said-yes",
        Word::No => "research-said-no",
    };
    let mut all = desk.view.sees().all::<ResearchChoice>().filter(|it| it.is.withdrawn.is_none());
    let on = all.find(|it| (it.is.given_by, it.is.subject) == (by, about))?.is.from;
    let day = dates::short(desk.call.say(), on, desk.call.today());
    Some(desk.call.say().with(key, [("name", desk.who.person(by).into()), ("day", day.into())]).into_owned())
}

/// What has been given to whom, and whether this family was in it.
fn given(desk: &Desk<'_>, exports: &[(ResearchExport, bool)]) -> Markup {
    let say = desk.call.say();
    html! {
        section.v-kort {
            h2 { (say.say("research-given")) }
            @if exports.is_empty() { p { (say.say("research-given-none")) } } @else { p.v-dus { (say.say("research-given-text")) } }
            ul.v-linjer.v-linjer--tett {
                @for (export, was_in) in exports {
                    li {
                        h3 { (export.institution) }
                        p { (export.purpose) }
                        p { @if *was_in { (icon("ser")) " " (say.say("research-was-in")) } @else { (icon("serikke")) " " (say.say("research-was-not")) } }
                        (facts(desk.call, export))
                    }
                }
            }
        }
    }
}

/// The decision, the day, and what was told.
pub fn facts(call: &Call, export: &ResearchExport) -> Markup {
    let say = call.say();
    let told: Vec<String> =
        export.variables.iter().map(|code| lower(&say.coded("research-var", code))).collect();
    html! {
        dl.v-fakta {
            dt { (say.say("research-day")) } dd { (dates::short(say, Moment::day_of(export.at), call.today())) }
            dt { (say.say("research-decision")) } dd { (say.with("research-decision-is", [
                ("number", export.decision.clone().into()), ("who", export.decided_by.clone().into()), ("law", export.legal_basis.clone().into())])) }
            dt { (say.say("research-basis")) } dd { (say.coded("research-basis", export.basis.code())) }
            dt { (say.say("research-told")) } dd { (dates::sentence(&listed(call, &told))) }
        }
    }
}

/// What the form asks for, or what must be mended.
fn read(desk: &Desk<'_>, sent: &FormOf) -> Result<(Command, &'static str), &'static str> {
    let (filled, today) = (&sent.filled, desk.call.today());
    let me = desk.view.me().ok_or("research-not-yours")?;
    let about: PersonId = filled.parse("om").ok_or("research-not-yours")?;
    let before = own(desk, about);
    let yes = match filled.raw("ord") {
        YES => true,
        NO => false,
        BACK => before.as_ref().is_some_and(|it| it.is.yes),
        _ => return Err("research-choose"),
    };
    if !may_say(desk.view.standing(), about, yes) {
        return Err("research-not-yours");
    }
    let back = filled.raw("ord") == BACK;
    let (choice, code) = match &before {
        Some(it) if back => (ResearchChoice { withdrawn: Some(today), ..it.is.clone() }, "research-back"),
        None if back => return Err("research-choose"),
        _ => {
            let choice = ResearchChoice { subject: about, given_by: me, yes, from: today, withdrawn: None };
            (choice, if yes { "research-yes" } else { "research-no" })
        }
    };
    let replaces = before.map(|it| (it.id(), it.entry.version));
    let payload = choice.wrap();
    Ok((Command::Write { replaces, payload, subjects: vec![about], audience: Audience::Ordinary }, code))
}

/// Says yes or no, or takes it back; at once.
pub async fn send(place: Place, sent: FormOf) -> Answered {
    let view = place.view_of_form(&sent, "research").await?;
    let desk = Desk::new(&sent.call, place.base, &view);
    let mut errors = Errors::none();
    match read(&desk, &sent) {
        Ok((command, code)) => match sent.act(view.family(), command).await? {
            Done::Yes(_) => return Ok(Redirect::to(&done_url(PATH, code)).into_response()),
            Done::Mend(found) => errors = found,
            Done::Stale => errors.add("", sent.call.t("refusal-stale")),
        },
        Err(key) => errors.add("", sent.call.t(key)),
    }
    let exports = sent.call.house.gate.exports_with(&view).await?;
    let shown = desk.page(sent.call.t("research-title")).narrow().at("/min/innsyn").failed();
    let shown = shown.show(&sent.call, page(&desk, &exports, &errors));
    Ok((StatusCode::UNPROCESSABLE_ENTITY, shown).into_response())
}
