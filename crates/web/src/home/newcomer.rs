//! Somebody new has come to a service that one has said yes to: the yes was to the whole service, so it counts for the
//! newcomer too, and whoever said it is asked about it at once (R57). The answer is a word of one's own about that helper
//! by name.

use super::who_sees::kinds;
use crate::frame::Problem;
use crate::frame::act::done_url;
use crate::frame::form::{FormOf, seen};
use crate::frame::parts::icon;
use crate::plan::place::{Answered, Desk, Place};
use access::consent::{Since, come_since};
use access::terms::{ActorId, Audience, Command, Consent, Kind as _, PersonId};
use axum::response::{IntoResponse, Redirect};
use maud::{Markup, html};

const PATH: &str = "/min/innsyn/ny";
/// The value of the answer that is no.
const NO: &str = "nei";

/// Those about whom somebody has not been asked.
fn unasked<'a>(desk: &Desk<'a>, by: PersonId) -> Vec<Since<'a>> {
    let limits = desk.call.house.gate.limits(&desk.call.visit);
    come_since(&desk.view.sees(), by, desk.call.today(), limits)
}

/// Those about whom the reader has not been asked.
fn mine<'a>(desk: &Desk<'a>) -> Vec<Since<'a>> {
    desk.view.me().filter(|_| desk.open).map(|me| unasked(desk, me)).unwrap_or_default()
}

/// A question for each of them, with the two answers.
pub fn questions(desk: &Desk<'_>) -> Markup {
    let say = desk.call.say();
    html! {
        @for (place, Since { consent, helper }) in mine(desk).into_iter().enumerate() {
            @let is = consent.is;
            @let (given, service) = (desk.who.given(helper), desk.who.service(is.receiver));
            article #{ "ny-" (place + 1) }.v-kort.v-kort--venstre {
                h3 { (title(desk, helper, &service)) }
                p { (say.with("newcomer-text", [
                    ("service", service.clone().into()),
                    ("what", kinds(desk, &is.categories).into()),
                    ("about", desk.who.person(is.subject).into()),
                    ("given", given.clone().into()),
                ])) }
                (desk.form(PATH, "v-knapper", html! {
                    (seen(consent.id(), consent.entry.version))
                    input type="hidden" name="helper" value=(helper);
                    @let whom = html! { span.v-skjult { ": " (desk.who.person(is.subject)) ", " (service) } };
                    button.ds-button name="answer" value="ja" { (say.with("newcomer-yes", [("given", given.clone().into())])) (whom) }
                    button.ds-button data-variant="secondary" name="answer" value=(NO) { (say.with("newcomer-no", [("given", given.into())])) (whom) }
                }))
            }
        }
    }
}

fn title(desk: &Desk<'_>, helper: ActorId, service: &str) -> String {
    let words = [("name", desk.who.helper(helper).into()), ("service", service.to_owned().into())];
    desk.call.say().with("newcomer-title", words).into_owned()
}

/// A line for each newcomer on the home page.
pub fn lines(desk: &Desk<'_>) -> Markup {
    let mut new: Vec<String> = mine(desk)
        .into_iter()
        .map(|it| title(desk, it.helper, &desk.who.service(it.consent.is.receiver)))
        .collect();
    new.dedup();
    html! {
        @for title in &new {
            li { (icon("venter")) span { (title) ". " a href="/min/innsyn#ny-1" { (desk.call.t("newcomer-answer")) } } }
        }
    }
}

/// For the coordinator: who in the family has not been asked about whom.
pub fn others(desk: &Desk<'_>) -> Markup {
    let sees = desk.view.sees();
    let mut givers: Vec<PersonId> = sees.all::<Consent>().map(|consent| consent.is.given_by).collect();
    givers.sort();
    givers.dedup();
    let said = |giver: PersonId, it: &Since<'_>| {
        let words = [
            ("giver", desk.who.person(giver).into()),
            ("name", desk.who.helper(it.helper).into()),
            ("service", desk.who.service(it.consent.is.receiver).into()),
        ];
        desk.call.say().with("newcomer-not-asked", words).into_owned()
    };
    let mut all: Vec<String> = givers
        .into_iter()
        .flat_map(|giver| unasked(desk, giver).into_iter().map(move |it| (giver, it)))
        .map(|(giver, it)| said(giver, &it))
        .collect();
    all.dedup();
    html! {
        @if !all.is_empty() {
            div.ds-alert data-color="info" { ul { @for line in &all { li { (line) } } } }
        }
    }
}

/// Takes the answer: the same yes to the newcomer by name, or a no that stands until it is taken back.
pub async fn answer(place: Place, sent: FormOf) -> Answered {
    let view = place.view_of_form(&sent, "access").await?;
    let desk = Desk::new(&sent.call, place.base, &view);
    let me = view.me().ok_or(Problem::Missing)?;
    let (thing, _) = sent.filled.seen().ok_or(Problem::Unreadable)?;
    let helper: ActorId = sent.filled.parse("helper").ok_or(Problem::Unreadable)?;
    let consent =
        view.sees().find::<Consent>(thing).filter(|it| it.is.given_by == me).ok_or(Problem::Missing)?;
    let refused = sent.filled.raw("answer") == NO;
    let is_asked = unasked(&desk, me).iter().any(|it| it.helper == helper && it.consent.id() == thing);
    // Pressed on an older page: what was answered meanwhile stands, and the page shows it.
    if !is_asked {
        return Ok(Redirect::to("/min/innsyn").into_response());
    }
    let call = &sent.call;
    let said = Consent {
        helper: Some(helper),
        refused,
        from: call.today(),
        language: call.lang.code().to_owned(),
        text: call.house.gate.limits(&call.visit).consent_text,
        how: String::new(),
        ..consent.is.clone()
    };
    let command = Command::Write {
        replaces: None,
        subjects: vec![said.subject],
        payload: said.wrap(),
        audience: Audience::Ordinary,
    };
    sent.press(view.family(), command).await?;
    let code = if refused { "newcomer-no" } else { "newcomer-yes" };
    Ok(Redirect::to(&done_url("/min/innsyn", code)).into_response())
}
