//! Letting a service see something, for a time, and taking it back in one press.

use super::who_sees::{Yes, kinds, mark, receivers, said, stands};
use crate::frame::act::{Done, done_url};
use crate::frame::dates;
use crate::frame::form::{Errors, Filled, FormOf, seen};
use crate::frame::parts::tag;
use crate::frame::{Call, Problem};
use crate::plan::place::{Answered, Desk, Place};
use crate::sight::{disagreed, groups, preview, share};
use access::consent::Stands;
use access::terms::{Audience, Category, Command, Consent, Kind as _, Objection, PersonId, Thing, ThingId};
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use serde::Deserialize;

/// Whether the reader's yes counts for anything.
pub fn may_share(desk: &Desk<'_>) -> bool {
    !desk.view.standing().may_share.is_empty()
}

/// What the form is opened with.
#[derive(Debug, Default, Deserialize)]
pub struct Like {
    /// A consent of somebody else's to say the same yes as.
    som: Option<String>,
}

/// The form.
pub async fn show(place: Place, call: Call, Query(like): Query<Like>) -> Answered {
    let view = place.view(&call, "access").await?;
    let desk = Desk::new(&call, place.base, &view);
    if !(may_share(&desk) && desk.open) {
        return Err(Problem::Missing.into());
    }
    let other =
        like.som.and_then(|id| id.parse::<ThingId>().ok()).and_then(|id| view.sees().find::<Consent>(id));
    let filled = match other {
        Some(other) => groups::shared()
            .filter(|group| group.kinds.iter().any(|kind| other.is.categories.contains(kind)))
            .fold(Filled::empty(), |filled, group| filled.set("categories", group.code))
            .set("receiver", share::receiver_code(other.is.receiver, other.is.helper))
            .set("subject", other.is.subject)
            .set("purpose", &other.is.purpose)
            .set("until", other.is.until),
        None => Filled::empty().set("until", share::longest(&desk)),
    };
    let title = call.t("home-share").into_owned();
    Ok(desk
        .page(title)
        .narrow()
        .at("/min/innsyn")
        .show(&call, form(&desk, &filled, &Errors::none()))
        .into_response())
}

/// The value of the answer that is no.
const NO: &str = "nei";
/// The value of the answer that keeps something from a service whatever else holds.
const AWAY: &str = "unna";

/// The same choice as an objection: not for them, also what they have written themselves (R36).
fn objection(is: &Consent) -> Objection {
    Objection {
        subject: is.subject,
        given_by: is.given_by,
        service: is.receiver,
        helper: is.helper,
        categories: is.categories.clone(),
        from: is.from,
        lifted: None,
    }
}

/// What is kept from services, each with a way to lift it.
pub fn objections(desk: &Desk<'_>) -> Markup {
    let say = desk.call.say();
    let me = &desk.view.standing().me;
    let stand: Vec<_> =
        desk.view.sees().all::<Objection>().filter(|objection| objection.is.lifted.is_none()).collect();
    html! {
        @for objection in &stand {
            article.v-kort.v-kort--tett { div.v-ting {
                div {
                    h3 { (say.with("home-kept-away", [
                        ("service", match objection.is.helper {
                            Some(helper) => desk.who.helper(helper),
                            None => desk.who.service(objection.is.service),
                        }.into()),
                        ("what", kinds(desk, &objection.is.categories).into()),
                        ("name", desk.who.person(objection.is.subject).into()),
                    ])) }
                    p.v-dus { (say.with("home-consent-said-no", [
                        ("name", desk.who.person(objection.is.given_by).into()),
                        ("day", dates::short(say, objection.is.from, desk.call.today()).into()),
                    ])) }
                }
                div {
                    (tag("neutral", "serikke", &say.say("home-consent-closed")))
                    @if me.contains(&objection.is.given_by) && desk.open {
                        (desk.form("/min/innsyn/opphev", "", html! {
                            (seen(objection.id(), objection.entry.version))
                            button.ds-button data-variant="secondary" {
                                (say.say("home-kept-away-lift"))
                                span.v-skjult { ": " (desk.who.service(objection.is.service)) ", " (desk.who.person(objection.is.subject)) }
                            }
                        }))
                    }
                }
            } }
        }
    }
}

/// Lifts an objection.
pub async fn lift(place: Place, sent: FormOf) -> Answered {
    let view = place.view_of_form(&sent, "access").await?;
    let (thing, version) = sent.filled.seen().ok_or(Problem::Unreadable)?;
    let objection = view.sees().find::<Objection>(thing).ok_or(Problem::Missing)?;
    let command = Command::Write {
        replaces: Some((thing, version)),
        payload: Objection { lifted: Some(sent.call.today()), ..objection.is.clone() }.wrap(),
        subjects: objection.entry.subjects.clone(),
        audience: objection.entry.audience.clone(),
    };
    sent.press(view.family(), command).await?;
    Ok(Redirect::to(&done_url("/min/innsyn", "lifted")).into_response())
}

/// Who may see: the service, or one helper in it.
pub fn receiver_name(desk: &Desk<'_>, is: &Consent) -> String {
    match is.helper {
        Some(helper) => format!("{} ({})", desk.who.helper(helper), desk.who.service(is.receiver)),
        None => desk.who.service(is.receiver),
    }
}

fn form(desk: &Desk<'_>, filled: &Filled, errors: &Errors) -> Markup {
    let say = desk.call.say();
    let people: Vec<PersonId> = allowed(desk).map(|(person, _)| *person).collect();
    html! {
        (desk.crumbs(&[("/min/innsyn".to_owned(), say.say("menu-access").into_owned())], &say.say("home-share")))
        (errors.summary(desk.call))
        div.v-hode { div {
            h1 { (say.say("home-share")) }
            p.v-ingress { (say.say("home-share-text")) }
        } }
        @if receivers(desk).is_empty() { p { (say.say("home-share-nobody")) } } @else {
            (desk.form("/min/innsyn/samtykke", "v-skjema", html! {
                (share::fields(desk, filled, errors, &people))
                div.v-knapper {
                    button.ds-button { (say.say("home-share-yes")) }
                    button.ds-button data-variant="secondary" name="steg" value="se" { (say.say("home-share-preview")) }
                    button.ds-button data-variant="secondary" name="answer" value=(NO) { (say.say("home-share-no")) }
                    button.ds-button data-variant="secondary" name="answer" value=(AWAY) { (say.say("home-share-away")) }
                    a.ds-button data-variant="tertiary" href="/min/innsyn" { (say.say("form-cancel")) }
                }
            }))
        }
    }
}

/// Whom the reader's yes is about, and which kinds of information it counts for.
fn allowed<'a>(desk: &'a Desk<'_>) -> impl Iterator<Item = &'a (PersonId, Vec<Category>)> {
    desk.view.standing().may_share.iter().filter(|(_, kinds)| !kinds.is_empty())
}

/// Reads the form; what must be mended is in `errors`.
fn read(desk: &Desk<'_>, filled: &Filled, errors: &mut Errors) -> Option<Consent> {
    let kinds = |subject: PersonId| {
        allowed(desk).find(|(person, _)| *person == subject).map(|(_, kinds)| kinds.clone())
    };
    let sharing = share::read(desk, filled, errors, kinds)?;
    Some(Consent { given_by: desk.view.me()?, refused: filled.raw("answer") == NO, ..sharing })
}

/// Says yes.
pub async fn give(place: Place, sent: FormOf) -> Answered {
    let view = place.view_of_form(&sent, "access").await?;
    let desk = Desk::new(&sent.call, place.base, &view);
    let mut errors = Errors::none();
    if let Some(consent) = read(&desk, &sent.filled, &mut errors) {
        let subjects = vec![consent.subject];
        let away = sent.filled.raw("answer") == AWAY;
        let command = Command::Write {
            replaces: None,
            payload: if away { objection(&consent).wrap() } else { consent.wrap() },
            subjects,
            audience: Audience::Ordinary,
        };
        if sent.filled.raw("steg") == "se" {
            let changes = match preview::of(&desk, command).await? {
                Ok(changes) => changes,
                Err(errors) => return Ok(unmended(&desk, &sent, &errors)),
            };
            let content = html! { (form(&desk, &sent.filled, &errors)) (changes) };
            let page = desk.page(sent.call.t("home-share")).narrow().at("/min/innsyn");
            return Ok(page.show(&sent.call, content).into_response());
        }
        let code = match sent.filled.raw("answer") {
            NO => "refused",
            AWAY => "kept-away",
            _ => "shared",
        };
        match sent.act(view.family(), command).await? {
            Done::Yes(_) => return Ok(Redirect::to(&done_url("/min/innsyn", code)).into_response()),
            Done::Mend(found) => errors = found,
            Done::Stale => errors.add("", sent.call.t("refusal-stale")),
        }
    }
    Ok(unmended(&desk, &sent, &errors))
}

fn unmended(desk: &Desk<'_>, sent: &FormOf, errors: &Errors) -> Response {
    let page = desk.page(sent.call.t("home-share")).narrow().at("/min/innsyn").failed();
    let shown = page.show(&sent.call, form(desk, &sent.filled, errors));
    (StatusCode::UNPROCESSABLE_ENTITY, shown).into_response()
}

/// Takes a yes back; at once, everywhere.
pub async fn withdraw(place: Place, sent: FormOf) -> Answered {
    let view = place.view_of_form(&sent, "access").await?;
    let (thing, version) = sent.filled.seen().ok_or(Problem::Unreadable)?;
    let consent = view.sees().find::<Consent>(thing).ok_or(Problem::Missing)?;
    let taken = Consent { withdrawn: Some(sent.call.today()), ..consent.is.clone() };
    let command = Command::Write {
        replaces: Some((thing, version)),
        payload: taken.wrap(),
        subjects: consent.entry.subjects.clone(),
        audience: consent.entry.audience.clone(),
    };
    sent.press(view.family(), command).await?;
    Ok(Redirect::to(&done_url("/min/innsyn", "withdrawn")).into_response())
}

/// One yes that holds: what for, who sees it, until when, what taking it back does.
pub fn card(desk: &Desk<'_>, yes: &Yes<'_>) -> Markup {
    let say = desk.call.say();
    let today = desk.call.today();
    let is = yes.is();
    let stands = stands(desk, is);
    let me = &desk.view.standing().me;
    let own = yes.given.iter().find(|consent| me.contains(&consent.is.given_by));
    let mine_too = own.is_none()
        && matches!(&stands, Stands::Waits(missing) if me.iter().any(|me| missing.contains(me)));
    let service = desk.who.service(is.receiver);
    let takes_part = receivers(desk).iter().any(|(service, _)| *service == is.receiver);
    html! {
        article.v-kort.v-kort--tett {
            div.v-ting {
                div {
                    h3 { (sentence(desk, is)) }
                    p { (is.purpose) }
                    p.v-dus {
                        @for consent in &yes.given {
                            (say.with(if consent.is.refused { "home-consent-said-no" } else { "home-consent-said" }, [
                                ("name", desk.who.person(consent.is.given_by).into()),
                                ("day", said(desk, consent).into()),
                            ])) " "
                            @if !consent.is.how.is_empty() {
                                (say.with("spoken-by", [
                                    ("name", desk.who.author(&consent.entry.author).into()),
                                    ("how", consent.is.how.trim_end_matches('.').to_owned().into()),
                                ])) " "
                            }
                            @if desk.holds() && desk.open {
                                a href=(desk.url_of("/innsyn/samtykke", consent.id())) {
                                    (say.with("spoken-back-title", [("name", desk.who.person(consent.is.given_by).into())]))
                                }
                                " "
                            }
                        }
                        (say.with("home-consent-until", [("day", dates::short(say, yes.until(), today).into())]))
                    }
                    @if matches!(stands, Stands::Disagreement(_)) && desk.is_family() { p { (say.with("home-consent-disagree-text", [("name", desk.who.lead_given().into())])) } }
                    @if matches!(stands, Stands::Disagreement(_)) && desk.holds() && desk.open {
                        p {
                            @if let Some(written) = disagreed::written(desk, is) {
                                a href=(desk.url_of("/vern", written)) { (say.say("workbench-way-disagreement")) span.v-skjult { ": " (sentence(desk, is)) } }
                            } @else {
                                a href={ (desk.url("/vern/ny/uenighet")) "?samtykke=" (yes.given[0].id()) } {
                                    (say.say("disagreed-write")) span.v-skjult { ": " (sentence(desk, is)) }
                                }
                            }
                        }
                    }
                    @if !takes_part { p.v-dus { (say.with("home-consent-nobody", [("service", service.clone().into())])) } }
                    @if own.is_some() {
                        details.v-mer { summary { (say.say("home-consent-what-if")) } p { (say.with("home-consent-if", [("service", service.clone().into())])) } }
                    }
                }
                div {
                    (mark(desk, &stands))
                    @if let Some(own) = own.filter(|_| desk.open) {
                        (desk.form("/min/innsyn/trekk", "", html! {
                            (seen(own.id(), own.entry.version))
                            button.ds-button data-variant="secondary" {
                                (say.say("home-consent-withdraw"))
                                span.v-skjult { ": " (service) ", " (desk.who.person(is.subject)) }
                            }
                        }))
                    }
                    @if mine_too && desk.open {
                        a.ds-button data-variant="secondary" href={ "/min/innsyn/samtykke?som=" (yes.given[0].id()) } { (say.say("home-consent-too")) }
                    }
                }
            }
        }
    }
}

/// Who can see what about whom.
pub fn sentence(desk: &Desk<'_>, is: &Consent) -> String {
    desk.call
        .say()
        .with(
            "home-consent",
            [
                ("service", receiver_name(desk, is).into()),
                ("what", kinds(desk, &is.categories).into()),
                ("name", desk.who.person(is.subject).into()),
            ],
        )
        .into_owned()
}

/// One that no longer holds, in a line.
pub fn ended(desk: &Desk<'_>, consent: &Thing<'_, Consent>) -> String {
    let say = desk.call.say();
    let is = consent.is;
    let what = sentence(desk, is);
    if let Some(again) = super::who_sees::again(desk, consent).filter(|_| is.withdrawn.is_none()) {
        return format!("{what}. {}", say.say(&format!("home-again-{}", again.code())));
    }
    let key = if is.withdrawn.is_some() { "home-consent-withdrawn" } else { "home-consent-over" };
    let day = dates::short(say, is.withdrawn.unwrap_or(is.until), desk.call.today());
    format!("{what}. {}", say.with(key, [("day", day.into())]))
}
