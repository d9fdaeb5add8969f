//! What somebody has said yes or no to sharing, on the telephone or at the kitchen table, written down by the one who
//! holds the whole – and a yes that somebody has taken back in the same way. The family reads it at once, with how it
//! was given, and can take it back in one press.

use super::preview;
use super::share;
use crate::family::head::language_choices;
use crate::frame::act::{Done, done_url};
use crate::frame::form::{Errors, Filled, FormOf};
use crate::frame::parts::Field;
use crate::frame::{Call, Problem};
use crate::home::who_sees::receivers;
use crate::plan::place::{Answered, Desk, Place};
use access::terms::{Audience, Category, Command, Consent, Kind as _, PersonId, ThingId, present};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use maud::{Markup, html};

/// The value of the answer that is no.
const NO: &str = "nei";
/// The value of the answer that is yes.
const YES: &str = "ja";

/// The form.
pub async fn show(place: Place, call: Call) -> Answered {
    let view = place.view(&call, "access").await?;
    let desk = Desk::new(&call, place.base, &view);
    if !(desk.holds() && desk.open) {
        return Err(Problem::Missing.into());
    }
    let filled = Filled::empty().set("until", share::longest(&desk)).set("answer", YES);
    let page = desk.page(call.t("spoken-title")).narrow();
    Ok(page.show(&call, form(&desk, &filled, &Errors::none())).into_response())
}

/// The kinds of information about somebody that can be shared, and for which a person's word counts (R60).
fn counts_for(desk: &Desk<'_>, giver: PersonId, about: PersonId) -> Vec<Category> {
    let (all, today) = (desk.view.sees(), desk.call.today());
    let limits = desk.call.house.gate.limits(&desk.call.visit);
    let counts =
        |kind: &&Category| access::consent::asked(&all, about, **kind, today, limits).contains(&giver);
    super::groups::shared().flat_map(|group| group.kinds).filter(counts).copied().collect()
}

/// The family members of today.
fn people(desk: &Desk<'_>) -> Vec<PersonId> {
    let members = present(&desk.view.sees(), desk.call.today());
    members.into_iter().map(|person| person.id().into()).collect()
}

/// Family members whose word counts about somebody.
fn givers(desk: &Desk<'_>) -> Vec<PersonId> {
    let people = people(desk);
    let counts = |giver: &PersonId| people.iter().any(|about| !counts_for(desk, *giver, *about).is_empty());
    people.iter().copied().filter(counts).collect()
}

fn form(desk: &Desk<'_>, filled: &Filled, errors: &Errors) -> Markup {
    let (call, say) = (desk.call, desk.call.say());
    let name = |person: &PersonId| (person.to_string(), desk.who.person(*person), None);
    let givers: Vec<_> = givers(desk).iter().map(name).collect();
    let answers: Vec<_> = [YES, NO]
        .map(|answer| (answer.to_owned(), say.say(&format!("spoken-{answer}")).into_owned(), None))
        .to_vec();
    html! {
        (desk.crumbs(&[(desk.url("/innsyn"), say.say("sight-title").into_owned())], &say.say("spoken-title")))
        (errors.summary(call))
        div.v-hode { div {
            h1 { (say.say("spoken-title")) }
            p.v-ingress { (say.say("spoken-text")) }
        } }
        @if receivers(desk).is_empty() { p { (say.say("spoken-nobody")) } } @else {
            (desk.form(&desk.url("/innsyn/samtykke"), "v-skjema", html! {
                (Field::new("given_by", say.say("spoken-who")).choices(call, filled, errors, "radio", &givers))
                (Field::new("answer", say.say("spoken-answer")).choices(call, filled, errors, "radio", &answers))
                (Field::new("how", say.say("spoken-how")).hint(say.say("spoken-how-hint")).line(call, filled, errors, "text"))
                (Field::new("language", say.say("spoken-language")).select(call, filled, errors, &say.say("spoken-language-choose"), &language_choices(call, filled.raw("language"))))
                (share::fields(desk, filled, errors, &people(desk)))
                div.v-knapper {
                    button.ds-button { (say.say("spoken-save")) }
                    button.ds-button data-variant="secondary" name="steg" value="se" { (say.say("home-share-preview")) }
                    a.ds-button data-variant="tertiary" href=(desk.url("/innsyn")) { (say.say("form-cancel")) }
                }
            }))
        }
    }
}

/// Reads the form; what must be mended is in `errors`.
fn read(desk: &Desk<'_>, filled: &Filled, errors: &mut Errors) -> Option<Consent> {
    let say = desk.call.say();
    let giver = filled.parse("given_by").filter(|giver| givers(desk).contains(giver));
    if giver.is_none() {
        errors.add("given_by", say.say("spoken-error-who"));
    }
    let refused = match filled.raw("answer") {
        YES => Some(false),
        NO => Some(true),
        _ => None,
    };
    if refused.is_none() {
        errors.add("answer", say.say("spoken-error-answer"));
    }
    let how = filled.text("how");
    if how.is_empty() {
        errors.add("how", say.say("spoken-error-how"));
    }
    let known = |code: &&str| language_choices(desk.call, "").iter().any(|(known, _)| known == code);
    let language = Some(filled.raw("language")).filter(known).map(str::to_owned);
    if language.is_none() {
        errors.add("language", say.say("spoken-error-language"));
    }
    let everybody = people(desk);
    let kinds = |about: PersonId| {
        let known = everybody.contains(&about);
        known.then(|| giver.map(|giver| counts_for(desk, giver, about)).unwrap_or_default())
    };
    let sharing = share::read(desk, filled, errors, kinds)?;
    Some(Consent { given_by: giver?, refused: refused?, how, language: language?, ..sharing })
}

/// Writes it down, or shows what it would change.
pub async fn save(place: Place, sent: FormOf) -> Answered {
    let call = &sent.call;
    let view = place.view_of_form(&sent, "access").await?;
    let desk = Desk::new(call, place.base, &view);
    if !(desk.holds() && desk.open) {
        return Err(Problem::Missing.into());
    }
    let mut errors = Errors::none();
    if let Some(consent) = read(&desk, &sent.filled, &mut errors) {
        let subjects = vec![consent.subject];
        let command = Command::Write {
            replaces: None,
            payload: consent.wrap(),
            subjects,
            audience: Audience::Ordinary,
        };
        if sent.filled.raw("steg") == "se" {
            match preview::of(&desk, command).await? {
                Ok(changes) => {
                    let content = html! { (form(&desk, &sent.filled, &errors)) (changes) };
                    return Ok(desk
                        .page(call.t("spoken-title"))
                        .narrow()
                        .show(call, content)
                        .into_response());
                }
                Err(found) => errors = found,
            }
        } else {
            match sent.act(view.family(), command).await? {
                Done::Yes(_) => {
                    return Ok(Redirect::to(&done_url(&desk.url("/innsyn"), "written-down")).into_response());
                }
                Done::Mend(found) => errors = found,
                Done::Stale => errors.add("", call.t("refusal-stale")),
            }
        }
    }
    let page = desk.page(call.t("spoken-title")).narrow().failed();
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page.show(call, form(&desk, &sent.filled, &errors)))
        .into_response())
}

/// The page on which a yes that somebody has taken back by word is written down.
pub async fn taken_back(place: Place, call: Call) -> Answered {
    let view = place.view(&call, "access").await?;
    let desk = Desk::new(&call, place.base, &view);
    let content = back_form(&desk, place.thing()?, &Filled::empty(), &Errors::none())?;
    Ok(desk.page(call.t("spoken-back")).narrow().show(&call, content).into_response())
}

/// The yes, and a field for how it was taken back.
fn back_form(desk: &Desk<'_>, thing: ThingId, filled: &Filled, errors: &Errors) -> Result<Markup, Problem> {
    let (call, say) = (desk.call, desk.call.say());
    let consent = desk.view.sees().find::<Consent>(thing).filter(|it| it.is.withdrawn.is_none());
    let consent = consent.filter(|_| desk.holds() && desk.open).ok_or(Problem::Missing)?;
    let name = desk.who.person(consent.is.given_by);
    Ok(html! {
        (desk.crumbs(&[(desk.url("/innsyn"), say.say("sight-title").into_owned())], &say.say("spoken-back")))
        (errors.summary(call))
        div.v-hode { div {
            h1 { (say.with("spoken-back-title", [("name", name.into())])) }
            p.v-ingress { (crate::home::sharing::sentence(desk, consent.is)) ". " (say.say("spoken-back-text")) }
        } }
        (desk.form(&desk.url_of("/innsyn/samtykke", thing), "v-skjema", html! {
            (crate::frame::form::seen(thing, consent.entry.version))
            (Field::new("how", say.say("spoken-how")).hint(say.say("spoken-how-hint")).line(call, filled, errors, "text"))
            div.v-knapper {
                button.ds-button { (say.say("spoken-back-save")) }
                a.ds-button data-variant="tertiary" href=(desk.url("/innsyn")) { (say.say("form-cancel")) }
            }
        }))
    })
}

/// Takes a yes back on somebody's word; in force at the next request.
pub async fn take_back(place: Place, sent: FormOf) -> Answered {
    let call = &sent.call;
    let view = place.view_of_form(&sent, "access").await?;
    let desk = Desk::new(call, place.base, &view);
    let thing = place.thing()?;
    let consent = view.sees().find::<Consent>(thing).filter(|_| desk.holds()).ok_or(Problem::Missing)?;
    let (_, version) = sent.filled.seen().ok_or(Problem::Unreadable)?;
    let how = sent.filled.text("how");
    let mut errors = Errors::none();
    if how.is_empty() {
        errors.add("how", call.t("spoken-error-how"));
    } else {
        let command = Command::Write {
            replaces: Some((thing, version)),
            payload: Consent { withdrawn: Some(call.today()), how, ..consent.is.clone() }.wrap(),
            subjects: consent.entry.subjects.clone(),
            audience: consent.entry.audience.clone(),
        };
        match sent.act(view.family(), command).await? {
            Done::Yes(_) => {
                return Ok(Redirect::to(&done_url(&desk.url("/innsyn"), "withdrawn")).into_response());
            }
            Done::Mend(found) => errors = found,
            Done::Stale => errors.add("", call.t("refusal-stale")),
        }
    }
    let content = back_form(&desk, thing, &sent.filled, &errors)?;
    let page = desk.page(call.t("spoken-back")).narrow().failed();
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page.show(call, content)).into_response())
}
