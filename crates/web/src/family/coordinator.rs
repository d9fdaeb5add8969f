//! Who holds the family, since when; handing over, standing in, and why one cannot simply leave.

use super::Place;
use super::conflict;
use super::head::{Tab, head, page as frame};
use crate::frame::act::{Done, done_url};
use crate::frame::form::{Errors, Filled, FormOf};
use crate::frame::parts::{self, Asked, AskedQuery, Field, done, form, icon, phone, tag};
use crate::frame::{Call, Problem, Shown, Who, dates};
use crate::workbench::cases::places_of;
use access::View;
use access::terms::{
    ActorId, Answer, Command, Coordination, Offer, Payload, Role, ServiceId, StandIn, coordinator_periods,
};
use axum::extract::Query;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

pub(super) async fn page(call: Call, place: Place, Query(asked): AskedQuery) -> Result<Shown, Problem> {
    let view = place.held(&call, "coordinator").await?;
    content(&call, &view, &asked, &Filled::empty(), &Errors::none()).await
}

/// A coordinator whom one can ask: who, in which service, and how many places are free (below zero: too many).
struct Colleague {
    actor: ActorId,
    service: ServiceId,
    name: String,
    free: i64,
}

/// Coordinators other than the one who holds the family, those with most room first.
async fn colleagues(call: &Call, lead: Option<ActorId>) -> Result<Vec<Colleague>, Problem> {
    let load = call.house.gate.load(&call.visit).await?;
    let directory = call.house.gate.directory();
    let mut all: Vec<Colleague> = directory
        .with_role(Role::Coordinator, call.today())
        .into_iter()
        .filter(|(helper, _)| Some(helper.id) != lead && helper.id != call.visit.actor)
        .map(|(helper, assignment)| {
            let taken = load.iter().find(|row| row.of == helper.id).map_or(0, |row| i64::from(row.count));
            let places = places_of(call, helper.id, Some(assignment.service));
            let free = i64::try_from(places).unwrap_or(0) - taken;
            Colleague { actor: helper.id, service: assignment.service, name: helper.name.clone(), free }
        })
        .collect();
    all.sort_by(|one, other| other.free.cmp(&one.free).then_with(|| one.name.cmp(&other.name)));
    Ok(all)
}

fn choices(call: &Call, colleagues: &[Colleague]) -> Vec<(String, String)> {
    colleagues
        .iter()
        .map(|one| {
            let free = call.say().with("family-free-places", [("count", one.free.max(0).into())]);
            (format!("{}.{}", one.actor, one.service), format!("{}, {free}", one.name))
        })
        .collect()
}

async fn content(
    call: &Call,
    view: &View,
    asked: &Asked,
    filled: &Filled,
    errors: &Errors,
) -> Result<Shown, Problem> {
    let say = call.say();
    let sees = view.sees();
    let coordination = sees.only::<Coordination>().ok_or(Problem::Missing)?;
    let lead = coordination.is.lead;
    let colleagues = choices(call, &colleagues(call, lead).await?);
    let who = Who::new(call, view);
    let base = super::base(view.family());
    let body = html! {
        (done(call, asked))
        (errors.summary(call))
        (head(call, view, Tab::Coordinator))
        div.v-to {
            div.v-stabel {
                section.v-kort {
                    h2 { (say.say("family-holds")) }
                    @if let Some(helper) = lead.and_then(|lead| who.directory().helper(lead)) {
                        (parts::helper(helper, &say.say("family-coordinator-now")))
                    }
                    @if let Some(since) = coordination.is.since {
                        p { (say.with("family-since", [("day", dates::short(say, since, call.today()).into())])) }
                    }
                    (history(call, view, &who))
                }
                (handover(call, &who, &base, coordination.is.offer.as_ref(), &colleagues, filled, errors))
                (refused(call, view, &who))
                (super::duties::card(call, view))
            }
            div.v-stabel {
                (stand_in_card(call, &who, &base, coordination.is.stand_in.as_ref(), &colleagues, filled, errors))
                section.v-kort {
                    h2 { (say.say("family-stop") ) }
                    p { (say.say("family-stop-text")) }
                    div.v-knapper {
                        (form(call, &format!("{base}/koordinator/slutt"), "", html! {
                            button.ds-button data-variant="secondary" { (say.say("family-step-down")) }
                        }))
                        a.ds-button data-variant="tertiary" href={ (base) "/koordinator/avslutt" } { (say.say("family-close")) }
                    }
                }
            }
        }
    };
    Ok(frame(call, &say.say("family-tab-coordinator"), !errors.is_empty(), body))
}

/// Who held the family when.
fn history(call: &Call, view: &View, who: &Who<'_>) -> Markup {
    let say = call.say();
    let day = |day| dates::short(say, day, call.today());
    let periods = coordinator_periods(&view.sees());
    html! {
        @if periods.len() > 1 {
            h3 { (say.say("family-holders")) }
            ul {
                @for (actor, _, from, until) in periods.iter().rev() {
                    li {
                        b { bdi { (who.helper(*actor)) } } ", " (day(*from)) "–"
                        @if let Some(until) = until { (day(*until)) }
                    }
                }
            }
        }
    }
}

fn handover(
    call: &Call,
    who: &Who<'_>,
    base: &str,
    offer: Option<&Offer>,
    colleagues: &[(String, String)],
    filled: &Filled,
    errors: &Errors,
) -> Markup {
    let say = call.say();
    html! {
        section.v-kort #overlever {
            h2 { (say.say("family-handover")) }
            @if let Some(offer) = offer {
                @let late = offer.reply_by < call.today();
                @let day = dates::near(say, offer.reply_by, call.today());
                @if late { (tag("danger", "klokke", &say.say("family-request-late"))) } @else { (tag("warning", "venter", &say.say("family-request-waits"))) }
                p { (say.with(if late { "family-handover-late" } else { "family-handover-waits" }, [("who", who.helper(offer.to).into()), ("day", day.into())])) }
                @if let Some(number) = who.directory().helper(offer.to).and_then(|helper| helper.phone.as_deref()) { p { (phone(number)) } }
                @if !offer.note.is_empty() { p { "«" (offer.note) "»" } }
                p.v-dus { (say.say("family-handover-until")) }
                (form(call, &format!("{base}/koordinator/trekk"), "", html! {
                    button.ds-button data-variant="secondary" { (icon("angre")) (say.say("family-handover-withdraw")) }
                }))
            } @else {
                p { (say.say("family-handover-text")) }
                (form(call, &format!("{base}/koordinator/overlever"), "v-skjema v-skjema--tett", html! {
                    (Field::new("to", say.say("family-handover-to")).hint(say.say("family-handover-to-hint")).select(call, filled, errors, &say.say("workbench-choose"), colleagues))
                    (Field::new("note", say.say("family-handover-note")).hint(say.say("family-handover-note-hint")).optional().area(call, filled, errors, 4))
                    button.ds-button { (icon("overgang")) (say.say("family-handover-ask")) }
                }))
            }
        }
    }
}

/// The last one who said no, and why, so that one does not ask the same person again.
fn refused(call: &Call, view: &View, who: &Who<'_>) -> Markup {
    let say = call.say();
    let Some(coordination) = view.sees().only::<Coordination>() else { return html! {} };
    let versions = view.sees().versions(coordination.id());
    let last = versions.iter().rev().find_map(|entry| match &entry.payload {
        Payload::Coordination(Coordination { offer: Some(offer), .. }) => match &offer.coordinator {
            Answer::No { on, why } => Some((offer.to, *on, why.clone())),
            _ => None,
        },
        _ => None,
    });
    html! {
        @if let Some((actor, on, why)) = last.filter(|_| coordination.is.offer.is_none()) {
            section.v-kort.v-kort--dus {
                h2 { (say.with("family-handover-no", [("who", who.helper(actor).into())])) }
                p.v-dus { (dates::sentence(&dates::near(say, on, call.today()))) }
                p { "«" (why) "»" }
            }
        }
    }
}

fn stand_in_card(
    call: &Call,
    who: &Who<'_>,
    base: &str,
    now: Option<&StandIn>,
    colleagues: &[(String, String)],
    filled: &Filled,
    errors: &Errors,
) -> Markup {
    let say = call.say();
    let day = |day| dates::short(say, day, call.today());
    let now = now.filter(|stand_in| call.today() <= stand_in.until);
    html! {
        section.v-kort #vikar {
            h2 { (say.say("family-stand-in")) }
            @if let Some(now) = now {
                p { b { bdi { (who.helper(now.actor)) } } ", " (day(now.from)) "–" (day(now.until)) }
                @match &now.answer {
                    Answer::Pending => { (tag("warning", "venter", &say.say("family-request-waits"))) p.v-dus { (say.say("family-stand-in-waits")) } }
                    Answer::Yes { .. } => { (tag("success", "hake", &say.say("family-stand-in-yes"))) }
                    Answer::No { why, .. } => { (tag("neutral", "stopp", &say.say("family-stand-in-no"))) p { "«" (why) "»" } }
                }
            } @else {
                p { (say.say("family-stand-in-text")) }
            }
            (form(call, &format!("{base}/koordinator/vikar"), "v-skjema v-skjema--tett", html! {
                (Field::new("actor", say.say("family-stand-in-who")).select(call, filled, errors, &say.say("workbench-choose"), colleagues))
                (Field::new("from", say.say("family-stand-in-from")).day(call, filled, errors))
                (Field::new("until", say.say("family-stand-in-until")).day(call, filled, errors))
                button.ds-button data-variant="secondary" { (say.say(if now.is_some() { "family-stand-in-another" } else { "family-stand-in-ask" })) }
            }))
        }
    }
}

fn back(place: Place, code: &str) -> Response {
    Redirect::to(&done_url(&format!("{}/koordinator", place.base()), code)).into_response()
}

/// One of the coordinators in the list, as it was chosen.
fn chosen(call: &Call, text: &str) -> Option<(ActorId, ServiceId)> {
    let (actor, service) = text.split_once('.')?;
    let (actor, service) = (actor.parse().ok()?, service.parse().ok()?);
    let directory = call.house.gate.directory();
    let known = directory
        .with_role(Role::Coordinator, call.today())
        .iter()
        .any(|(helper, assignment)| helper.id == actor && assignment.service == service);
    known.then_some((actor, service))
}

async fn again(form: &FormOf, place: Place, errors: &Errors) -> Result<Response, Problem> {
    let view = place.held(&form.call, "coordinator").await?;
    Ok(conflict::mend(content(&form.call, &view, &Asked::default(), &form.filled, errors).await?))
}

pub(super) async fn hand_over(place: Place, form: FormOf) -> Result<Response, Problem> {
    let call = &form.call;
    place.held(call, "coordinator").await?;
    let mut errors = Errors::none();
    match chosen(call, form.filled.raw("to")) {
        None => errors.add("to", call.t("family-handover-choose")),
        Some((to, service)) => {
            let command = Command::Offer { to, service, note: form.filled.text("note") };
            match form.act(place.family, command).await? {
                Done::Yes(_) => return Ok(back(place, "family-handover")),
                Done::Mend(found) => errors = found,
                Done::Stale => errors.add("", call.t("refusal-stale")),
            }
        }
    }
    again(&form, place, &errors).await
}

pub(super) async fn withdraw(place: Place, form: FormOf) -> Result<Response, Problem> {
    place.held(&form.call, "coordinator").await?;
    form.press(place.family, Command::WithdrawOffer).await?;
    Ok(back(place, "family-handover-withdrawn"))
}

pub(super) async fn stand_in(place: Place, form: FormOf) -> Result<Response, Problem> {
    let call = &form.call;
    place.held(call, "coordinator").await?;
    let mut errors = Errors::none();
    let actor = chosen(call, form.filled.raw("actor"));
    if actor.is_none() {
        errors.add("actor", call.t("family-handover-choose"));
    }
    let mut day = |name: &str| {
        let day = errors.take(call, name, form.filled.day(name, call.today()));
        if day.is_none() && errors.at(name).is_none() {
            errors.add(name, call.t("form-date"));
        }
        day
    };
    let (from, until) = (day("from"), day("until"));
    if from.zip(until).is_some_and(|(from, until)| until < from) {
        errors.add("until", call.t("family-stand-in-backwards"));
    }
    if let (Some((actor, _)), Some(from), Some(until)) = (actor, from, until)
        && errors.is_empty()
    {
        match form.act(place.family, Command::AskStandIn { actor, from, until }).await? {
            Done::Yes(_) => return Ok(back(place, "family-stand-in")),
            Done::Mend(found) => errors = found,
            Done::Stale => errors.add("", call.t("refusal-stale")),
        }
    }
    again(&form, place, &errors).await
}

/// Leaving without a successor: the family would have nobody. Refused, with what to do instead on the same page.
pub(super) async fn step_down(place: Place, form: FormOf) -> Result<Response, Problem> {
    place.held(&form.call, "coordinator").await?;
    match form.act(place.family, Command::StepDown).await? {
        Done::Yes(_) => Ok(back(place, "family-changed")),
        Done::Mend(errors) => again(&form, place, &errors).await,
        Done::Stale => {
            let mut errors = Errors::none();
            errors.add("", form.call.t("refusal-stale"));
            again(&form, place, &errors).await
        }
    }
}
