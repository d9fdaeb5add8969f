//! What asker and service see of a consultation without names.

use super::{NEW, PATH};
use crate::frame::form::{Errors, Filled};
use crate::frame::parts::{Asked, Field, done, form, icon, press, tag};
use crate::frame::{Call, dates, who};
use access::terms::ServiceId;
use access::{Find, Said, Talk};
use maud::{Markup, html};

/// How much of the first words stands in a list.
const BEGINNING: usize = 120;

fn service(call: &Call, id: ServiceId) -> String {
    call.house.gate.directory().service(id).map_or_else(String::new, |service| service.name.clone())
}

fn address(talk: &Talk) -> String {
    format!("{PATH}/{}", talk.id)
}

/// The first words, cut at a blank.
fn beginning(talk: &Talk) -> String {
    let words = talk.said.first().map_or("", |said| said.words.as_str());
    let mut short = String::new();
    for word in words.split_whitespace() {
        if short.chars().count() + word.chars().count() > BEGINNING {
            return short + " …";
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    short
}

/// «Hjelper ved Lindvik barneskole»: all that those who answer know of the asker.
fn asker(call: &Call, talk: &Talk) -> String {
    let say = call.say();
    let role = say.coded("role", talk.role.code());
    let from =
        say.with("consult-from", [("role", role.into()), ("service", service(call, talk.service).into())]);
    let directory = call.house.gate.directory();
    let name = talk.asker.filter(|_| !talk.mine).and_then(|actor| directory.helper(actor));
    name.map_or_else(|| from.to_string(), |helper| format!("{}, {from}", helper.name))
}

fn status(call: &Call, talk: &Talk) -> Markup {
    let late = talk.waits() && talk.due < call.today();
    let (color, picture, key) = match (talk.closed, talk.waits(), late) {
        (Some(_), ..) => ("neutral", "ferdig", "consult-status-closed"),
        (None, true, true) => ("danger", "klokke", "consult-status-late"),
        (None, true, false) => ("warning", "venter", "consult-status-waits"),
        (None, false, _) => ("success", "hake", "consult-status-answered"),
    };
    tag(color, picture, &call.t(key))
}

fn list(call: &Call, talks: &[&Talk]) -> Markup {
    let say = call.say();
    html! {
        div.v-linjer {
            @for talk in talks {
                div.v-ting {
                    div {
                        h3 { a href=(address(talk)) { (beginning(talk)) } }
                        p.v-dus {
                            @if talk.mine { (say.with("consult-to", [("service", service(call, talk.receiver).into())])) }
                            @else { (dates::sentence(&asker(call, talk))) "." }
                            @if talk.waits() { " " (say.with("consult-answer-by", [("day", dates::near(say, talk.due, call.today()).into())])) }
                        }
                    }
                    div { (status(call, talk)) }
                }
            }
        }
    }
}

/// What waits for the reader's service, what has been answered, and the way to ask; on the page with questions.
pub fn inbox(call: &Call, waiting: &[Talk], answered: &[Talk]) -> Markup {
    let say = call.say();
    html! {
        @if !waiting.is_empty() {
            section.v-kort #drofting {
                h2 { (say.with("consult-inbox", [("count", waiting.len().into())])) }
                p.v-dus { (say.say("consult-inbox-text")) }
                (list(call, &waiting.iter().collect::<Vec<_>>()))
            }
        }
        @if !answered.is_empty() {
            section.v-kort {
                h2 { (say.say("consult-answered")) }
                (list(call, &answered.iter().collect::<Vec<_>>()))
            }
        }
        p.v-dus { (say.say("consult-unsure")) " " a href=(PATH) { (say.say("consult-title")) } }
    }
}

/// All consultations.
pub fn all(call: &Call, asked: &Asked, ours: &[Talk], mine: &[Talk]) -> Markup {
    let say = call.say();
    let limits = call.house.gate.limits(&call.visit);
    html! {
        (done(call, asked))
        div.v-hode {
            div {
                h1 { (say.say("consult-title")) }
                p.v-ingress { (say.say("consult-lead")) }
            }
            div.v-knapper { a.ds-button href=(NEW) { (icon("pluss")) (say.say("consult-new")) } }
        }
        @if !ours.is_empty() {
            section.v-kort {
                h2 { (say.with("consult-ours", [("service", call.visit.service.map(|id| service(call, id)).unwrap_or_default().into())])) }
                (list(call, &ours.iter().collect::<Vec<_>>()))
            }
        }
        section.v-kort {
            h2 { (say.say("consult-mine")) }
            @if mine.is_empty() { p.v-dus { (say.say("consult-none")) } }
            @else { (list(call, &mine.iter().collect::<Vec<_>>())) }
        }
        p.v-dus { (say.with("consult-kept", [("days", limits.consultation_days.to_string().into())])) }
        p { (say.say("consult-not-a-report")) " " a href=(crate::duty::PATH) { (say.say("frame-worried")) } }
    }
}

/// What was found in the words: what must go, and what the writer must look at.
fn found(call: &Call, found: &[Find], filled: &Filled, errors: &Errors) -> Markup {
    let say = call.say();
    let kind = |find: &Find| say.say(&format!("find-{}", find.kind.code())).into_owned();
    let always: Vec<&Find> = found.iter().filter(|find| find.kind.always()).collect();
    let look: Vec<(String, String, Option<String>)> = found
        .iter()
        .filter(|find| !find.kind.always())
        .map(|find| (find.key(), format!("«{}»", find.words), Some(kind(find))))
        .collect();
    html! {
        @if !always.is_empty() {
            div.ds-alert data-color="danger" {
                h2 { (say.say("consult-always")) }
                ul { @for find in &always { li { "«" bdi { (find.words) } "»: " (kind(find)) } } }
            }
        }
        @if !look.is_empty() {
            (Field::new("ok", say.say("consult-look")).hint(say.say("consult-look-hint")).choices(call, filled, errors, "checkbox", &look))
        }
    }
}

/// The form of a new one.
pub fn new(call: &Call, filled: &Filled, errors: &Errors, finds: &[Find]) -> Markup {
    let say = call.say();
    let services: Vec<(String, String)> = call
        .house
        .desk
        .can_be_asked(&call.visit)
        .into_iter()
        .map(|service| (service.id.to_string(), service.name))
        .collect();
    let days = call.house.gate.limits(&call.visit).consultation_working_days;
    let own = call.visit.service.map(|id| service(call, id)).unwrap_or_default();
    html! {
        (errors.summary(call))
        div.v-hode { div {
            h1 { (say.say("consult-new")) }
            p.v-ingress { (say.say("consult-lead")) }
        } }
        section.v-kort.v-kort--dus {
            h2 { (say.say("consult-without")) }
            ul { @for key in ["consult-without-names", "consult-without-places", "consult-without-rare"] { li { (say.say(key)) } } }
            p { (say.say("consult-checked")) }
        }
        section.v-kort {
            (form(call, NEW, "v-skjema", html! {
                (Field::new("til", say.say("consult-whom")).select(call, filled, errors, &say.say("consult-choose"), &services))
                (Field::new("ord", say.say("consult-words")).hint(say.say("consult-words-hint")).area(call, filled, errors, 8))
                (found(call, finds, filled, errors))
                (Field::new("navn", say.say("consult-you")).choices(call, filled, errors, "checkbox", &[(
                    "1".to_owned(),
                    say.say("consult-named").into_owned(),
                    Some(say.with("consult-named-hint", [("service", own.into())]).into_owned()),
                )]))
                p.v-dus { (say.with("consult-when", [("days", who::number(call, days.into()).into())])) }
                div.v-knapper { button.ds-button { (icon("send")) (say.say("consult-send")) } }
            }))
        }
        p { a href=(PATH) { (say.say("consult-all")) } }
    }
}

/// One consultation.
pub fn talk(
    call: &Call,
    asked: &Asked,
    talk: &Talk,
    filled: &Filled,
    errors: &Errors,
    finds: &[Find],
) -> Markup {
    let say = call.say();
    let (label, hint, button) = if talk.mine {
        ("consult-more", "consult-words-hint", "consult-more-send")
    } else {
        ("consult-answer", "consult-answer-hint", "consult-answer-send")
    };
    html! {
        (done(call, asked))
        (errors.summary(call))
        div.v-hode { div {
            h1 { (say.say("consult-title")) }
            p.v-dus {
                (dates::sentence(&asker(call, talk))) ". "
                (say.with("consult-to", [("service", service(call, talk.receiver).into())]))
                @if talk.waits() { " " (say.with("consult-answer-by", [("day", dates::near(say, talk.due, call.today()).into())])) }
            }
        } }
        section.v-kort {
            p { (status(call, talk)) }
            div.v-samtale { @for said in &talk.said { (bubble(call, talk, said)) } }
        }
        @if talk.closed.is_none() {
            section.v-kort {
                (form(call, &address(talk), "v-skjema", html! {
                    (Field::new("ord", say.say(label)).hint(say.say(hint)).area(call, filled, errors, 5))
                    (found(call, finds, filled, errors))
                    div.v-knapper { button.ds-button { (icon("send")) (say.say(button)) } }
                }))
            }
            @if talk.mine {
                (press(call, &format!("{}/avslutt", address(talk)), &[], html! {
                    button.ds-button data-variant="secondary" { (icon("hake")) (say.say("consult-close")) }
                }))
            }
        } @else {
            p.v-dus { (say.say("consult-closed-text")) }
        }
        p { a href=(PATH) { (say.say("consult-all")) } }
    }
}

fn bubble(call: &Call, talk: &Talk, said: &Said) -> Markup {
    let say = call.say();
    let directory = call.house.gate.directory();
    let name = said.by.and_then(|actor| directory.helper(actor)).map(|helper| helper.name.clone());
    let by = name.unwrap_or_else(|| dates::sentence(&asker(call, talk)));
    html! {
        div class=(if said.by_asker == talk.mine { "v-boble v-boble--egen" } else { "v-boble" }) {
            @for line in said.words.lines().filter(|line| !line.trim().is_empty()) { p { (line) } }
            span.v-tid { bdi { (by) } ", " (dates::instant(say, said.at, call.today())) }
        }
    }
}
