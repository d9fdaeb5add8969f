//! The family's one person: face, number, stand-in. And while it waits: whom to ring, the place in the queue, what
//! was sent and by whom.

use crate::frame::dates;
use crate::frame::parts::{dial, helper, icon, phone};
use crate::plan::place::Desk;
use access::terms::{
    Coordination, Course, HelpRequest, Moment, Phase, Thing, after, coordinator_periods, interim_contact,
};
use access::{Denied, Helper, RequestStanding};
use maud::{Markup, html};

/// How long a change of coordinator is told.
const NEW_FOR_DAYS: i32 = 30;

/// Where the family's request stands, while it waits and the reader is the one who sent it.
///
/// # Errors
/// The store or the journal is not available.
pub async fn standing(desk: &Desk<'_>) -> Result<Option<RequestStanding>, Denied> {
    let sees = desk.view.sees();
    let waits = |course: Thing<'_, Course>| {
        matches!(course.is.phase, Phase::Received | Phase::Waiting { .. } | Phase::Offered)
    };
    let Some(request) = sees.only::<HelpRequest>().filter(|_| sees.only::<Course>().is_some_and(waits))
    else {
        return Ok(None);
    };
    match desk.call.house.gate.standing(&desk.call.visit, &request.is.reference).await {
        Ok(standing) => Ok(Some(standing)),
        Err(Denied::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The card.
pub fn card(desk: &Desk<'_>, waiting: Option<&RequestStanding>) -> Markup {
    let coordination = desk.view.sees().only::<Coordination>();
    let lead =
        coordination.as_ref().and_then(|it| it.is.lead).and_then(|lead| desk.who.directory().helper(lead));
    match (lead, coordination) {
        (Some(lead), Some(coordination)) => leads(desk, lead, coordination.is),
        _ if desk.open => waits(desk, waiting),
        _ => html! {},
    }
}

fn leads(desk: &Desk<'_>, lead: &Helper, coordination: &Coordination) -> Markup {
    let say = desk.call.say();
    let service = coordination.service.map(|service| desk.who.service(service)).unwrap_or_default();
    html! {
        section.v-kort {
            h2 { (say.say("home-coordinator")) }
            (helper(lead, &format!("{}, {service}", lead.title)))
            div.v-knapper {
                @if let Some(number) = &lead.phone {
                    a.ds-button href=(dial(number)) { (icon("telefon")) (say.say("home-ring")) span.v-skjult { " " (number) } }
                }
                a.ds-button data-variant="secondary" href="/min/si" { (icon("melding")) (say.say("home-write")) }
                a.ds-button data-variant="secondary" href="/min/si?tema=mote" { (icon("kalender")) (say.say("home-ask-meeting")) }
            }
            @if let Some(number) = &lead.phone { p.v-dus.v-liten { (say.say("home-phone")) " " (phone(number)) } }
            (stand_in(desk, lead, coordination))
            (changed(desk, lead))
        }
    }
}

/// Who helps while the coordinator is away; only once the stand-in has said yes.
fn stand_in(desk: &Desk<'_>, lead: &Helper, coordination: &Coordination) -> Markup {
    let say = desk.call.say();
    let today = desk.call.today();
    let agreed = coordination.stand_in.as_ref().filter(|it| it.answer.is_yes() && today <= it.until);
    let Some((stands, person)) = agreed.and_then(|it| Some((it, desk.who.directory().helper(it.actor)?)))
    else {
        return html! {};
    };
    let now = stands.from <= today;
    let until = dates::short(say, stands.until, today);
    html! {
        p.v-dus {
            @if now {
                (say.with("home-away-now", [("name", lead.given().into()), ("until", until.into())]))
            } @else {
                (say.with("home-away", [
                    ("name", lead.given().into()),
                    ("from", dates::short(say, stands.from, today).into()),
                    ("until", until.into()),
                ]))
            }
            " " (say.say("home-then-helps")) " " b { bdi { (person.name) } } " " (say.say("home-helps-you"))
            @if let Some(number) = &person.phone { " " (say.say("home-phone")) " " (phone(number)) "." }
        }
    }
}

/// The coordinator is new: who it was, and since when it is this one.
fn changed(desk: &Desk<'_>, lead: &Helper) -> Markup {
    let say = desk.call.say();
    let periods = coordinator_periods(&desk.view.sees());
    let [.., before, now] = periods.as_slice() else { return html! {} };
    if before.0 == now.0 || after(now.2, NEW_FOR_DAYS) < desk.call.today() {
        return html! {};
    }
    html! {
        p.v-dus {
            (say.with("home-took-over", [
                ("name", lead.given().into()),
                ("before", desk.who.given(before.0).into()),
                ("day", dates::short(say, now.2, desk.call.today()).into()),
            ]))
        }
    }
}

fn waits(desk: &Desk<'_>, waiting: Option<&RequestStanding>) -> Markup {
    let say = desk.call.say();
    let today = desk.call.today();
    let sees = desk.view.sees();
    let request = sees.only::<HelpRequest>();
    let contact = interim_contact(&sees).or_else(|| waiting.and_then(|it| it.contact));
    let contact = contact.and_then(|contact| desk.who.directory().helper(contact));
    let phase = sees.only::<Course>().map_or("received", |course| course.is.phase.code());
    html! {
        section.v-kort {
            h2 { (say.say("home-waiting")) }
            @if let Some(request) = &request {
                @let due = Moment::of(request.is.reply_by);
                p {
                    @if phase == "received" {
                        (say.with(if due.today < today { "home-reply-was-due" } else { "home-reply-by" }, [("day", dates::instant(say, request.is.reply_by, today).into())]))
                    } @else {
                        (say.say(&format!("home-waiting-{phase}")))
                    }
                }
            }
            @if let Some(standing) = waiting {
                @if let Some(place) = standing.place {
                    p { (say.with("home-queue-place", [("place", place.into()), ("waiting", standing.waiting.into())])) }
                }
                @if let Some(review) = standing.review {
                    p.v-dus { (say.with("home-queue-review", [("day", dates::short(say, review, today).into())])) }
                }
            }
            @if let Some(contact) = contact {
                h3 { (say.say("home-contact")) }
                (helper(contact, &contact.title))
                @if let Some(number) = &contact.phone {
                    div.v-knapper { a.ds-button href=(dial(number)) { (icon("telefon")) (say.say("home-ring")) span.v-skjult { " " (number) } } }
                }
            } @else {
                p { (say.say("home-ring-us")) " " (phone(&desk.call.house.municipality.phone)) }
            }
            @if let Some(request) = &request { (sent(desk, request)) }
        }
    }
}

/// What was sent, by whom, and who in the family agreed.
fn sent(desk: &Desk<'_>, request: &Thing<'_, HelpRequest>) -> Markup {
    let say = desk.call.say();
    let day = dates::short(say, Moment::day_of(request.entry.at), desk.call.today());
    html! {
        details.v-mer {
            summary { (say.say("home-what-was-sent")) }
            @match &request.is.sent_by {
                Some(sender) => {
                    p {
                        (say.with("home-sent-by", [
                            ("name", desk.who.helper(sender.helper).into()),
                            ("service", desk.who.service(sender.service).into()),
                            ("day", day.into()),
                        ])) " "
                        (say.with("home-sent-agreed", [("name", sender.agreed_by.clone().into()), ("how", sender.how.clone().into())]))
                    }
                }
                None => { p { (say.with("home-sent-by-you", [("day", day.into())])) } }
            }
            p { "«" (request.is.words) "»" }
            @if !request.is.wish.is_empty() { p { "«" (request.is.wish) "»" } }
            @if !request.is.services.is_empty() { p.v-dus { (say.say("home-sent-services")) " " (request.is.services.join(", ")) } }
        }
    }
}
