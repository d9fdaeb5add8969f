//! What the one who helps in an emergency reads: when to ring instead, the question, and what is open.

use crate::family::head::language;
use crate::frame::form::{Errors, Filled};
use crate::frame::parts::{Field, form, icon, phone};
use crate::frame::{Call, Who, dates};
use crate::plan::words;
use access::View;
use access::terms::{Category, Entry, Moment, Person, Thing, present};
use jiff::Timestamp;
use maud::{Markup, html};

/// Whom to ring when it is a matter of minutes.
fn ring_first(call: &Call) -> Markup {
    let say = call.say();
    html! {
        section.v-haster {
            h2 { (say.say("emergency-ring")) }
            p {
                (phone("113")) " " (say.say("emergency-ring-doctor")) ". "
                (phone("112")) " " (say.say("emergency-ring-police")) ". "
                (phone("110")) " " (say.say("emergency-ring-fire")) "."
            }
            p { (say.say("emergency-ring-then")) }
        }
    }
}

/// The question: who, why, and whether the family can be told at once.
pub fn ask(call: &Call, filled: &Filled, errors: &Errors, lost: bool) -> Markup {
    let say = call.say();
    let hours = call.house.gate.limits(&call.visit).emergency_hours;
    html! {
        (errors.summary(call))
        h1 { (say.say("emergency-title")) }
        @if lost { (not_found(call)) }
        (ring_first(call))
        section.v-kort {
            h2 { (say.say("emergency-what")) }
            ul.v-ikonliste {
                li { (icon("ser")) span { (say.say("emergency-shows")) } }
                li { (icon("serikke")) span { (say.say("emergency-hides")) } }
                li { (icon("klokke")) span { (say.with("emergency-lasts", [("hours", hours.into())])) } }
                li { (icon("rediger")) span { (say.say("emergency-written")) } }
                li { (icon("familie")) span { (say.say("emergency-told")) } }
            }
        }
        (form(call, super::PATH, "v-skjema", html! {
            (Field::new("given", say.say("emergency-given")).line(call, filled, errors, "text"))
            (Field::new("surname", say.say("emergency-surname")).line(call, filled, errors, "text"))
            (Field::new("born", say.say("emergency-born")).hint(say.say("emergency-born-hint")).day(call, filled, errors))
            (Field::new("why", say.say("emergency-why")).hint(say.say("emergency-why-hint")).area(call, filled, errors, 3))
            (Field::new("untold", say.say("emergency-untold")).hint(say.say("emergency-untold-hint")).optional().area(call, filled, errors, 2))
            div.v-knapper { button.ds-button { (say.say("emergency-open")) } }
        }))
    }
}

/// One answer, whatever the reason: unknown, two of the same name, or somebody who may not be shown.
fn not_found(call: &Call) -> Markup {
    let say = call.say();
    html! {
        div.ds-alert data-color="warning" role="alert" {
            h2 { (say.say("emergency-not-found")) }
            p { (say.say("emergency-not-found-text")) " " (phone(&call.house.municipality.phone)) "." }
        }
    }
}

/// What is open: who they are, how to reach them, and bodily health. Nothing else that the view may hold.
pub fn open(call: &Call, view: &View, until: Timestamp) -> Markup {
    let say = call.say();
    let people = present(&view.sees(), call.today());
    let health = health(view);
    html! {
        h1 { (say.say("emergency-open-title")) }
        p.v-ingress { (say.with("emergency-open-until", [("when", dates::instant(say, until, call.today()).into())])) }
        (ring_first(call))
        section.v-kort {
            h2 { (say.say("emergency-people")) }
            div.v-linjer { @for person in &people { (one(call, person)) } }
        }
        section.v-kort {
            h2 { (say.say("emergency-health")) }
            @if health.is_empty() { p { (say.say("emergency-health-none")) } }
            @else { div.v-linjer { @for (words, entry) in &health { (item(call, view, words, entry)) } } }
        }
        @if let Some(lead) = Who::new(call, view).lead() {
            section.v-kort.v-kort--dus {
                h2 { (say.say("emergency-coordinator")) }
                p { b { bdi { (lead.name) } } @if let Some(number) = &lead.phone { ". " (phone(number)) } }
            }
        }
        p.v-dus { (say.say("emergency-no-writing")) }
    }
}

fn one(call: &Call, person: &Thing<'_, Person>) -> Markup {
    let say = call.say();
    let is = person.is;
    let age = is.age(call.today());
    html! {
        div {
            h3 { bdi { (is.full_name()) } @if let Some(age) = age { span.v-dus { ", " (say.with("emergency-age", [("age", i64::from(age).into())])) } } }
            @if let Some(number) = &is.phone { p { (phone(number)) } }
            @if let Some(reach) = &is.reach { p.v-dus { (reach) } }
            @if is.interpreter || is.language != "nb" {
                p {
                    (say.with("emergency-language", [("language", language(call, &is.language).into())]))
                    @if is.interpreter { " " (say.say("family-interpreter-needed")) "." }
                }
            }
        }
    }
}

/// Bodily health that the view shows, the newest first.
fn health(view: &View) -> Vec<(&str, &Entry)> {
    let sees = view.sees();
    let mut found: Vec<(&str, &Entry)> = sees
        .history()
        .map(|(entry, _)| entry)
        .filter(|entry| entry.category == Category::HealthSomatic)
        .filter(|entry| sees.versions(entry.thing).last().is_some_and(|last| last.version == entry.version))
        .filter_map(|entry| Some((words::title(&entry.payload)?, entry)))
        .collect();
    found.reverse();
    found
}

fn item(call: &Call, view: &View, words: &str, entry: &Entry) -> Markup {
    let who = Who::new(call, view).people(&entry.subjects);
    let day = dates::short(call.say(), Moment::day_of(entry.at), call.today());
    html! { div { p { (words) } p.v-dus.v-liten { (who) ", " (day) } } }
}
