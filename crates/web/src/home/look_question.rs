//! Asking about one line of the log. The question is kept with what the family has said, waits on the coordinator's
//! workbench until it is answered, and stands beside the line afterwards.

use super::looks::{READ, lines, told};
use crate::frame::act::{Done, done_url};
use crate::frame::form::{Errors, Filled, FormOf};
use crate::frame::parts::{Field, icon, phone};
use crate::frame::{Call, Problem};
use crate::plan::place::{Answered, Desk, Place};
use crate::plan::reach;
use access::Look;
use access::terms::{ActorId, Audience, Command, Kind, LookedOn, PersonId, ServiceId, Voice};
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use jiff::civil::Date;
use maud::{Markup, html};
use serde::Deserialize;

const PATH: &str = "/min/innsyn/oppslag";

/// Which line.
#[derive(Debug, Default, Deserialize)]
pub struct Which {
    hvem: Option<String>,
    tjeneste: Option<String>,
    dag: Option<String>,
}

/// The key of a line; an address that names none is an address that does not exist.
fn key(actor: &str, service: &str, day: &str) -> Option<LookedOn> {
    let actor: ActorId = actor.parse().ok()?;
    let service: Option<ServiceId> = if service.is_empty() { None } else { Some(service.parse().ok()?) };
    let on: Date = day.parse().ok()?;
    Some(LookedOn { actor, service, on })
}

/// The form.
pub async fn show(place: Place, call: Call, Query(which): Query<Which>) -> Answered {
    let view = place.view(&call, "access").await?;
    let desk = Desk::new(&call, place.base, &view);
    let text = |field: &Option<String>| field.clone().unwrap_or_default();
    let key = key(&text(&which.hvem), &text(&which.tjeneste), &text(&which.dag)).ok_or(Problem::Missing)?;
    let looks = call.house.gate.looks(&view, READ).await?;
    let content = page(&desk, key, &looks, &Filled::empty(), &Errors::none())?;
    let title = call.t("home-look-question").into_owned();
    Ok(desk.page(title).narrow().at("/min/innsyn").show(&call, content).into_response())
}

fn page(
    desk: &Desk<'_>,
    key: LookedOn,
    looks: &[Look],
    filled: &Filled,
    errors: &Errors,
) -> Result<Markup, Problem> {
    let call = desk.call;
    let say = call.say();
    // Only what the reader's own list tells can be asked about.
    let lines = lines(desk, looks);
    let line = lines.iter().find(|line| line.key == key).ok_or(Problem::Missing)?;
    let lead = desk.who.lead().filter(|_| desk.open).ok_or(Problem::Missing)?;
    let name = lead.given().to_owned();
    let days = call.house.gate.limits(&call.visit).voice_working_days;
    let readers = reach::readers(desk);
    Ok(html! {
        (desk.crumbs(&[("/min/innsyn".to_owned(), say.say("menu-access").into_owned())], &say.say("home-look-question")))
        (errors.summary(call))
        h1 { (say.say("home-look-question")) }
        section.v-kort.v-kort--dus {
            h2 { bdi { (desk.who.helper(key.actor)) } }
            (told(desk, line))
        }
        (desk.form(PATH, "v-skjema", html! {
            input type="hidden" name="hvem" value=(key.actor);
            @if let Some(service) = key.service { input type="hidden" name="tjeneste" value=(service); }
            input type="hidden" name="dag" value=(key.on);
            (Field::new("ord", say.say("home-look-words")).hint(say.say("home-look-words-hint")).area(call, filled, errors, 4))
            @if !readers.is_empty() {
                (Field::new("audience", say.say("home-say-who"))
                    .hint(say.with("home-say-who-hint", [("name", name.clone().into())]))
                    .optional()
                    .choices(call, filled, errors, "checkbox", &readers))
            }
            p.v-dus {
                (say.with("home-look-answered-by", [("name", name.clone().into()), ("days", days.into())]))
                @if lead.id == key.actor {
                    " " (say.with("home-look-own", [("name", name.into())])) " " (phone(&call.house.municipality.phone)) "."
                }
            }
            div.v-knapper {
                button.ds-button { (icon("send")) (say.say("home-look-send")) }
                a.ds-button data-variant="tertiary" href="/min/innsyn" { (say.say("form-cancel")) }
            }
        }))
    })
}

/// Sends it.
pub async fn send(place: Place, sent: FormOf) -> Answered {
    let view = place.view_of_form(&sent, "access").await?;
    let desk = Desk::new(&sent.call, place.base, &view);
    let me = view.me().ok_or(Problem::Missing)?;
    let of = |field| sent.filled.raw(field);
    let key = key(of("hvem"), of("tjeneste"), of("dag")).ok_or(Problem::Missing)?;
    let looks = sent.call.house.gate.looks(&view, READ).await?;
    // The line must be one that this reader is told, whatever the form says.
    page(&desk, key, &looks, &sent.filled, &Errors::none())?;
    let members: Vec<PersonId> = sent.filled.parse_many("audience");
    let audience = if members.is_empty() { Audience::Coordinator } else { Audience::Members(members) };
    let words = sent.filled.text("ord");
    let mut errors = Errors::none();
    if words.is_empty() {
        errors.add("ord", sent.call.t("home-look-error-words"));
    } else {
        let voice = Voice { who: me, words, about: None, look: Some(key) };
        let command = Command::Write { replaces: None, payload: voice.wrap(), subjects: vec![me], audience };
        match sent.act(view.family(), command).await? {
            Done::Yes(_) => {
                let back = format!("{}#oppslag", done_url("/min/innsyn", "look-asked"));
                return Ok(Redirect::to(&back).into_response());
            }
            Done::Mend(found) => errors = found,
            Done::Stale => errors.add("", sent.call.t("refusal-stale")),
        }
    }
    let content = page(&desk, key, &looks, &sent.filled, &errors)?;
    let shown = desk.page(sent.call.t("home-look-question")).narrow().at("/min/innsyn").failed();
    Ok((StatusCode::UNPROCESSABLE_ENTITY, shown.show(&sent.call, content)).into_response())
}
