//! Meetings: planned, changed, answered, and told about afterwards.

use super::conflict::{self, Both};
use super::head::{below, page as frame};
use super::{Place, about, interpreter, meeting_form, outcome, undo};
use crate::frame::act::{Done, done_url};
use crate::frame::form::{Errors, Filled, FormOf};
use crate::frame::parts::{Asked, AskedQuery, done, tag};
use crate::frame::{Call, Problem, Shown, Who, dates};
use access::View;
use access::terms::{ActorId, Command, Kind, Meeting, Outcome, Reply, Settled, Thing};
use axum::extract::Query;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

pub(super) async fn page(call: Call, place: Place, Query(asked): AskedQuery) -> Result<Shown, Problem> {
    let view = place.held(&call, "meetings").await?;
    let review = asked.vis.as_deref() == Some("gjennomgang");
    let filled = if review {
        Filled::empty().set("title", call.t("family-meeting-review-title")).set("review", "1")
    } else {
        Filled::empty()
    };
    Ok(all(&call, &view, &asked, &filled, &Errors::none()))
}

fn all(call: &Call, view: &View, asked: &Asked, filled: &Filled, errors: &Errors) -> Shown {
    let say = call.say();
    let base = super::base(view.family());
    let mut meetings: Vec<_> = view.sees().all::<Meeting>().collect();
    meetings.sort_by_key(|meeting| std::cmp::Reverse(meeting.is.at));
    let (coming, past): (Vec<_>, Vec<_>) =
        meetings.into_iter().partition(|meeting| meeting.is.settled.is_none());
    let body = html! {
        (done(call, asked))
        (errors.summary(call))
        (below(call, view, &say.say("family-meetings"), None))
        div.v-to {
            div.v-stabel {
                section.v-kort {
                    h2 { (say.say("family-meeting-new")) }
                    (meeting_form::fields(call, view, &format!("{base}/mote"), filled, errors, None))
                }
            }
            div.v-stabel {
                section.v-kort {
                    h2 { (say.say("family-meetings-coming")) }
                    @if coming.is_empty() { p.v-dus { (say.say("family-meetings-none")) } }
                    @else { div.v-linjer { @for meeting in coming.iter().rev() { (line(call, view, meeting)) } } }
                }
                @if !past.is_empty() {
                    section.v-kort {
                        h2 { (say.say("family-meetings-past")) }
                        div.v-linjer { @for meeting in &past { (line(call, view, meeting)) } }
                    }
                }
            }
        }
    };
    frame(call, &say.say("family-meetings"), !errors.is_empty(), body)
}

fn line(call: &Call, view: &View, meeting: &Thing<'_, Meeting>) -> Markup {
    html! {
        div {
            h3 { a href={ (super::base(view.family())) "/mote/" (meeting.id()) } { (meeting.is.title) } }
            p { (when(call, meeting.is)) }
            div.v-rad { (state(call, meeting.is)) (interpreter::mark(call, view, meeting.is)) }
        }
    }
}

/// «torsdag 26. november kl. 14».
fn when(call: &Call, meeting: &Meeting) -> String {
    let say = call.say();
    let day = dates::near(say, meeting.at.date(), call.today());
    dates::sentence(&format!("{day} {}", dates::clock(say, meeting.at.time())))
}

fn state(call: &Call, meeting: &Meeting) -> Markup {
    let text = |key: &str| call.t(key).into_owned();
    match &meeting.settled {
        Some(Settled { met: true, .. }) => tag("success", "ferdig", &text("family-meeting-held")),
        Some(Settled { met: false, .. }) => tag("neutral", "stopp", &text("family-meeting-off")),
        None if meeting.at.date() < call.today() => {
            tag("warning", "sporsmal", &text("family-meeting-untold"))
        }
        None => tag("info", "kalender", &text("family-meeting-planned")),
    }
}

pub(super) async fn plan(place: Place, form: FormOf) -> Result<Response, Problem> {
    let view = place.held(&form.call, "meetings").await?;
    let mut errors = Errors::none();
    if let Some(meeting) = meeting_form::read(&form, None, &mut errors).filter(|_| errors.is_empty()) {
        let (subjects, audience) = about(&view, &meeting.members);
        let command = Command::Write { replaces: None, payload: meeting.wrap(), subjects, audience };
        match form.act(place.family, command).await? {
            Done::Yes(acted) => {
                let page = format!("{}/mote/{}", place.base(), acted.thing);
                return Ok(Redirect::to(&done_url(&page, "family-meeting")).into_response());
            }
            Done::Mend(found) => errors = found,
            Done::Stale => errors.add("", form.call.t("refusal-stale")),
        }
    }
    Ok(conflict::mend(all(&form.call, &view, &Asked::default(), &form.filled, &errors)))
}

pub(super) async fn one(call: Call, place: Place, Query(asked): AskedQuery) -> Result<Shown, Problem> {
    let view = place.held(&call, "meetings").await?;
    let meeting = view.sees().find::<Meeting>(place.thing()?).ok_or(Problem::Missing)?;
    let filled = meeting_form::stands(meeting.is);
    Ok(one_page(&call, &view, &asked, &meeting, &filled, &Filled::empty(), &Errors::none(), html! {}))
}

/// The page of one meeting. `filled` is the form that changes it, `told` the one that tells what came of it.
#[expect(clippy::too_many_arguments, reason = "a page with two forms shows what either was sent with")]
pub(super) fn one_page(
    call: &Call,
    view: &View,
    asked: &Asked,
    meeting: &Thing<'_, Meeting>,
    filled: &Filled,
    told: &Filled,
    errors: &Errors,
    above: Markup,
) -> Shown {
    let say = call.say();
    let action = format!("{}/mote/{}", super::base(view.family()), meeting.id());
    let open = meeting.is.settled.is_none();
    let heading = meeting.is.title.clone();
    let body = html! {
        (done(call, asked))
        (errors.summary(call))
        (below(call, view, &heading, None))
        (above)
        div.v-to {
            div.v-stabel {
                section.v-kort {
                    div.v-overskrift { h2 { (when(call, meeting.is)) } (state(call, meeting.is)) }
                    @if !meeting.is.place.is_empty() { p { (meeting.is.place) } }
                    @if meeting.is.review { p.v-dus { (say.say("family-meeting-is-review")) } }
                    @if let Some(settled) = meeting.is.settled.as_ref().filter(|settled| !settled.words.is_empty()) {
                        h3 { (say.say(if settled.met { "family-meeting-came" } else { "family-meeting-why-off" })) }
                        p { (settled.words) }
                    }
                    (super::readers::link(call, view, meeting.id()))
                    (undo::button(call, view, meeting, "/mote", &heading))
                }
                (interpreter::card(call, view, meeting))
                @if open { (outcome::card(call, view, meeting, told, errors)) }
                @if open {
                    section.v-kort {
                        h2 { (say.say("family-meeting-change")) }
                        (meeting_form::fields(call, view, &action, filled, errors, Some(meeting)))
                    }
                }
            }
            div.v-stabel { (answers(call, view, meeting)) }
        }
    };
    frame(call, &say.say("family-meetings"), !errors.is_empty(), body)
}

/// Who is invited, and what each has answered.
fn answers(call: &Call, view: &View, meeting: &Thing<'_, Meeting>) -> Markup {
    let say = call.say();
    let who = Who::new(call, view);
    let sees = view.sees();
    let replies: Vec<Thing<'_, Reply>> =
        sees.all::<Reply>().filter(|reply| reply.is.to == meeting.id()).collect();
    let answer = |account: Option<ActorId>| {
        account.and_then(|account| replies.iter().rfind(|reply| reply.entry.author.actor == account))
    };
    let invited: Vec<(String, Option<ActorId>)> = meeting
        .is
        .members
        .iter()
        .map(|member| (who.person(*member), sees.person(*member).and_then(|person| person.account)))
        .chain(meeting.is.helpers.iter().map(|helper| (who.helper(*helper), Some(*helper))))
        .collect();
    html! {
        section.v-kort {
            h2 { (say.say("family-meeting-answers")) }
            @if invited.is_empty() { p.v-dus { (say.say("family-meeting-nobody")) } }
            @else {
                div.v-linjer {
                    @for (name, account) in &invited {
                        div {
                            p { b { bdi { (name) } } }
                            @match answer(*account) {
                                Some(reply) => {
                                    (outcome_tag(call, reply.is.outcome))
                                    @if !reply.is.words.is_empty() {
                                        p { "«" (reply.is.words) "»" }
                                        a href={ (super::base(view.family())) "/svar/" (reply.id()) } { (say.say("family-reply")) span.v-skjult { " " (name) } }
                                    }
                                }
                                None if account.is_none() => { p.v-dus { (say.say("family-meeting-no-account")) } }
                                None => { (tag("warning", "venter", &say.say("family-meeting-silent"))) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What somebody answered.
pub(super) fn outcome_tag(call: &Call, outcome: Outcome) -> Markup {
    let (color, picture) = match outcome {
        Outcome::Yes => ("success", "hake"),
        Outcome::No => ("neutral", "stopp"),
        Outcome::Answered => ("info", "melding"),
        Outcome::Planned => ("success", "plan"),
    };
    tag(color, picture, &call.t(&format!("family-outcome-{}", outcome.code())))
}

pub(super) async fn change(place: Place, form: FormOf) -> Result<Response, Problem> {
    let view = place.held(&form.call, "meetings").await?;
    let before = view.sees().find::<Meeting>(place.thing()?).ok_or(Problem::Missing)?;
    let mut errors = Errors::none();
    if let Some(meeting) =
        meeting_form::read(&form, Some(before.is), &mut errors).filter(|_| errors.is_empty())
    {
        let (subjects, audience) = about(&view, &meeting.members);
        let replaces =
            form.filled.seen().filter(|(thing, _)| *thing == before.id()).ok_or(Problem::Unreadable)?;
        let command =
            Command::Write { replaces: Some(replaces), payload: meeting.wrap(), subjects, audience };
        match form.act(place.family, command).await? {
            Done::Yes(_) => {
                let page = format!("{}/mote/{}", place.base(), before.id());
                return Ok(Redirect::to(&done_url(&page, "family-changed")).into_response());
            }
            Done::Mend(found) => errors = found,
            Done::Stale => return stale(&form, place).await,
        }
    }
    let page = one_page(
        &form.call,
        &view,
        &Asked::default(),
        &before,
        &form.filled,
        &Filled::empty(),
        &errors,
        html! {},
    );
    Ok(conflict::mend(page))
}

/// Somebody else changed the meeting meanwhile: both are shown above the form, which carries the new version.
pub(super) async fn stale(form: &FormOf, place: Place) -> Result<Response, Problem> {
    let call = &form.call;
    let view = place.held(call, "meetings").await?;
    let now = view.sees().find::<Meeting>(place.thing()?).ok_or(Problem::Missing)?;
    let stands = meeting_form::stands(now.is);
    let (theirs, mine) =
        (meeting_form::named(call, &view, &stands), meeting_form::named(call, &view, &form.filled));
    let both = |key: &str, name: &str| Both::of(call.t(key), name, &theirs, &mine);
    let fields = [
        both("family-meeting-title", "title"),
        both("family-meeting-at", "at"),
        both("family-meeting-clock", "time"),
        both("family-meeting-place", "place"),
        both("family-meeting-members", "who"),
        both("family-meeting-helpers", "team"),
        both("family-meeting-review", "reviewed"),
    ];
    let told = conflict::told(call, &view, now.entry, &fields);
    let page =
        one_page(call, &view, &Asked::default(), &now, &form.filled, &Filled::empty(), &Errors::none(), told);
    Ok(conflict::response(page))
}
