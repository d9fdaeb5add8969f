//! The family at a glance: what is next, what it needs one for, what comes, who is around it, what was said.

use super::head::{Tab, head, page as frame};
use super::{Place, contact, offered, request};
use crate::frame::form::{Errors, Filled};
use crate::frame::parts::{self, Asked, AskedQuery, done, icon, own_words, phone};
use crate::frame::{Call, Page, Problem, Shown, Who, dates};
use crate::workbench::cases::last_contact;
use crate::workbench::reasons::{Teller, edge, phrase, picture};
use access::View;
use access::terms::{
    Attention, Contact, Reply, Request, Rhythm, Role, Step, StepOf, StepState, Voice, attention, team,
    timeline,
};
use axum::extract::Query;
use maud::{Markup, html};

/// Days back that the thread shows what was done.
const BACK: i32 = 30;
/// Steps shown on the thread.
const STEPS: usize = 10;
/// Own words shown.
const VOICES: usize = 4;
/// Contacts shown.
const CONTACTS: usize = 3;
/// Questions shown.
const REQUESTS: usize = 5;

pub(super) async fn page(call: Call, place: Place, Query(asked): AskedQuery) -> Result<Shown, Problem> {
    call.only(&[Role::Coordinator])?;
    let view = call.house.gate.view(&call.visit, place.family, "family").await?;
    if view.standing().holds.is_some() {
        return Ok(content(&call, &view, &asked));
    }
    if view.standing().asked {
        return Ok(offered::content(&call, &view, &asked, &Filled::empty(), &Errors::none()));
    }
    // The contact of a family that waits: names, and how to reach them.
    Ok(waiting(&call, &view))
}

fn waiting(call: &Call, view: &View) -> Shown {
    let body = html! {
        div.v-hode { div {
            h1 { (Teller::new(call).family(view)) }
            p.v-ingress { (call.t("family-waits")) }
        } }
        (contact::phones(call, view))
    };
    Page::new(call.t("family-tab-overview")).narrow().at("/arbeid").show(call, body)
}

fn content(call: &Call, view: &View, asked: &Asked) -> Shown {
    let moment = call.visit.moment;
    let needs = attention(&view.sees(), moment, call.house.gate.limits(&call.visit));
    let sees = view.sees();
    let steps = timeline(&sees, moment, BACK);
    let body = html! {
        (done(call, asked))
        (head(call, view, Tab::Overview))
        div.v-to {
            div.v-stabel {
                (crate::emergency::told(call, view))
                (crate::frame::vouching::told(call, view))
                (next(call, view, &steps))
                (reasons(call, view, &needs))
                (voices(call, view))
                (thread(call, view, &steps))
                (requests(call, view))
            }
            div.v-stabel {
                section.v-kort {
                    h2 { (call.t("family-contact-log")) }
                    (contact::fields(call, view, &format!("{}/kontakt", super::base(view.family())), &contact::fresh(call), &Errors::none(), None, true))
                }
                (contacts(call, view))
                (crate::once::work_card(call, view))
                (contact::phones(call, view))
                (around(call, view))
            }
        }
    };
    frame(call, &call.t("family-tab-overview"), false, body)
}

/// The next thing with a date, in words, and where it leads.
fn step_words(call: &Call, view: &View, step: &Step<'_>) -> (String, String) {
    let base = super::base(view.family());
    let who = Who::new(call, view);
    match &step.of {
        StepOf::Action(action) => (phrase(&action.is.words), format!("{base}/plan/tiltak/{}", action.id())),
        StepOf::Meeting(meeting) => (meeting.is.title.clone(), format!("{base}/mote/{}", meeting.id())),
        StepOf::Request(request) => {
            let key =
                if step.state == StepState::Done { "family-step-answered" } else { "family-step-answers" };
            let words = call.say().with(
                key,
                [("who", who.helper(request.is.to).into()), ("words", phrase(&request.is.question).into())],
            );
            (words.into_owned(), format!("{base}/spor/{}", request.id()))
        }
    }
}

fn step_day(call: &Call, step: &Step<'_>) -> String {
    let say = call.say();
    let day = dates::near(say, step.on, call.today());
    let text = match step.at {
        Some(at) => format!("{day} {}", dates::clock(say, at)),
        None => day,
    };
    dates::sentence(&text)
}

fn next(call: &Call, view: &View, steps: &[Step<'_>]) -> Markup {
    let step = steps.iter().find(|step| step.state == StepState::Next);
    html! {
        section.v-kort.v-kort--venstre data-kant="lyng" {
            p.v-stikk { (parts::icon_with("neste", "v-snu")) (call.t("family-next")) }
            @match step {
                Some(step) => {
                    @let (words, href) = step_words(call, view, step);
                    h2 { a href=(href) { (words) } }
                    p { (step_day(call, step)) }
                }
                None => {
                    h2 { (call.t("family-next-none")) }
                    div.v-knapper { a.ds-button href={ (super::base(view.family())) "/mote" } { (icon("kalender")) (call.t("workbench-way-plan-step")) } }
                }
            }
        }
    }
}

/// All that the family needs its coordinator for, each with the act that solves it.
fn reasons(call: &Call, view: &View, needs: &[Attention]) -> Markup {
    let teller = Teller::new(call);
    html! {
        section.v-kort #trenger {
            h2 { (call.t("family-needs")) }
            @if needs.is_empty() { p.v-dus { (call.t("family-needs-none")) } }
            @else {
                div.v-linjer {
                    @for item in needs {
                        @let way = teller.way(view, item);
                        div.v-ting {
                            ul.v-grunner { li data-kant=[edge(item.urgency)] { (icon(picture(&item.reason))) span { (teller.sentence(view, item)) } } }
                            a.ds-button data-variant="secondary" data-size="sm" href=(way.href) { (way.label) }
                        }
                    }
                }
            }
        }
    }
}

/// What the family has said, latest first, with what was answered.
fn voices(call: &Call, view: &View) -> Markup {
    let say = call.say();
    let who = Who::new(call, view);
    let sees = view.sees();
    let base = super::base(view.family());
    let mut said: Vec<_> = sees.all::<Voice>().collect();
    said.sort_by_key(|voice| std::cmp::Reverse(voice.entry.seq));
    html! {
        @if !said.is_empty() {
            section.v-kort.v-kort--lyng {
                h2 { (say.say("family-voices")) }
                div.v-linjer {
                    @for voice in said.iter().take(VOICES) {
                        @let name = who.person(voice.is.who);
                        @let when = dates::near(say, access::terms::Moment::day_of(voice.entry.at), call.today());
                        div {
                            (own_words(&voice.is.words, &format!("{name}, {when}")))
                            @for reply in sees.all::<Reply>().filter(|reply| reply.is.to == voice.id()) {
                                p.v-liten { b { (who.author(&reply.entry.author)) ": " } (reply.is.words) }
                            }
                            a href={ (base) "/svar/" (voice.id()) } { (say.say("family-reply")) span.v-skjult { " " (name) } }
                        }
                    }
                }
            }
        }
    }
}

/// What was done lately, what is late, and what comes.
fn thread(call: &Call, view: &View, steps: &[Step<'_>]) -> Markup {
    let say = call.say();
    // Of what is done the latest is shown; what comes has the rest of the room.
    let done = steps.iter().filter(|step| step.state == StepState::Done).count();
    let shown: Vec<&Step<'_>> = steps.iter().skip(done.saturating_sub(STEPS / 3)).take(STEPS).collect();
    html! {
        section.v-kort {
            h2 { (say.say("family-thread")) }
            @if shown.is_empty() { p.v-dus { (say.say("family-thread-none")) } }
            @else {
                ol.v-traad {
                    @for step in &shown {
                        @let (words, href) = step_words(call, view, step);
                        @let (code, mark, key) = match step.state {
                            StepState::Done => ("gjort", Some("hake"), "family-thread-done"),
                            StepState::Late => ("forsinket", Some("utrop"), "family-thread-late"),
                            StepState::Next => ("neste", None, "family-thread-next"),
                            StepState::Later => ("senere", None, "family-thread-later"),
                        };
                        li.v-knute data-naar=(code) {
                            span.v-prikk aria-hidden="true" { @if let Some(mark) = mark { (icon(mark)) } }
                            p.v-tid { span.v-skjult { (say.say(key)) " " } time datetime=(step.on) { (step_day(call, step)) } }
                            p { a href=(href) { (words) } }
                        }
                    }
                }
            }
        }
    }
}

fn contacts(call: &Call, view: &View) -> Markup {
    let say = call.say();
    let sees = view.sees();
    let usual = call.house.gate.limits(&call.visit).silence_days;
    let rhythm = sees.only::<Rhythm>().map_or(usual, |rhythm| rhythm.is.days);
    let silent = last_contact(&sees).map(|day| call.visit.moment.days_since(day));
    let any = sees.all::<Contact>().next().is_some();
    html! {
        section.v-kort {
            div.v-overskrift {
                h2 { (say.say("family-contacts")) }
                a href={ (super::base(view.family())) "/kontakt" } { (say.say("family-contacts-all")) }
            }
            p.v-dus {
                @match silent {
                    Some(days) => { (say.with("family-last-contact", [("days", days.into())])) }
                    None => { (say.say("family-never")) }
                }
                " " (say.with("family-rhythm-short", [("days", rhythm.into())]))
            }
            @if any { (contact::list(call, view, CONTACTS)) }
        }
    }
}

/// The team, with tasks.
fn around(call: &Call, view: &View) -> Markup {
    let say = call.say();
    let who = Who::new(call, view);
    let sees = view.sees();
    let members = team(&sees, call.today());
    html! {
        section.v-kort {
            div.v-overskrift {
                h2 { (say.say("family-team")) }
                a href={ (super::base(view.family())) "/laget" } { (say.say("family-team-change")) }
            }
            @if members.is_empty() { p.v-dus { (say.say("family-team-none")) } }
            @else {
                div.v-linjer.v-linjer--tett {
                    @for member in &members {
                        @let helper = who.directory().helper(member.helper);
                        div {
                            @match helper {
                                Some(helper) => { (parts::helper(helper, &format!("{}, {}", helper.title, who.service(member.service)))) }
                                None => { p { b { (who.helper(member.helper)) } } }
                            }
                            p.v-liten { (member.task) @if let Some(number) = helper.and_then(|helper| helper.phone.as_deref()) { " · " (phone(number)) } }
                        }
                    }
                }
            }
        }
    }
}

fn requests(call: &Call, view: &View) -> Markup {
    let sees = view.sees();
    let mut requests: Vec<_> =
        sees.all::<Request>().filter(|request| request.is.withdrawn.is_none()).collect();
    requests.sort_by_key(|request| (request::place_of(view, request), std::cmp::Reverse(request.entry.seq)));
    html! {
        @if !requests.is_empty() {
            section.v-kort {
                div.v-overskrift {
                    h2 { (call.t("family-requests")) }
                    a href={ (super::base(view.family())) "/spor#spurt" } { (call.t("family-requests-all")) }
                }
                div.v-linjer { @for request in requests.iter().take(REQUESTS) { (request::line(call, view, request)) } }
            }
        }
    }
}
