//! What the family and its coordinator read afterwards: who opened in an emergency, why, and what came of the check.

use crate::frame::{Call, Who, dates};
use access::View;
use access::terms::{Checked, Emergency, Moment, Thing, working_days_after};
use maud::{Markup, html};

/// How long after the check it stands on the first page, in days; after that it is in the log and in the own copy.
const DAYS: i32 = 30;

/// Each emergency that the reader may know of, the newest first. Nothing when there is none.
pub fn told(call: &Call, view: &View) -> Markup {
    let new = |checked: &Checked| call.visit.moment.days_since(checked.on) <= DAYS;
    let mut all: Vec<Thing<'_, Emergency>> = view
        .sees()
        .all::<Emergency>()
        .filter(|emergency| emergency.is.checked.as_ref().is_none_or(new))
        .collect();
    all.reverse();
    html! {
        @if !all.is_empty() {
            section.v-kort.v-kort--venstre data-kant="varsel" {
                h2 { (call.t("emergency-told-title")) }
                div.v-linjer { @for emergency in &all { (one(call, view, emergency)) } }
            }
        }
    }
}

fn one(call: &Call, view: &View, emergency: &Thing<'_, Emergency>) -> Markup {
    let say = call.say();
    let who = Who::new(call, view);
    let is = emergency.is;
    let opened = view.sees().versions(emergency.id()).first().map_or(emergency.entry.at, |first| first.at);
    let when = |at| dates::instant(say, at, call.today());
    let over = is.until <= call.visit.moment.at;
    html! {
        div {
            p { (say.with("emergency-told-who", [
                ("name", who.helper(is.helper).into()),
                ("service", who.service(is.service).into()),
                ("when", when(opened).into()),
            ])) }
            p { (say.with("emergency-told-why", [("why", is.why.as_str().into())])) }
            p.v-dus {
                (say.with(if over { "emergency-told-over" } else { "emergency-told-lasts" }, [("when", when(is.until).into())]))
                " " (say.say("emergency-told-what"))
            }
            @if let Some(why) = &is.untold { p { b { (say.say("emergency-untold-yet")) } " " (why) } }
            p { (check(call, &who, opened, is)) }
        }
    }
}

fn check(call: &Call, who: &Who<'_>, opened: jiff::Timestamp, is: &Emergency) -> String {
    let say = call.say();
    let day = |on| dates::near(say, on, call.today());
    match &is.checked {
        None => {
            let most = call.house.gate.limits(&call.visit).emergency_check_working_days;
            let due = working_days_after(Moment::day_of(opened), most);
            say.with("emergency-told-check", [("day", day(due).into())]).into_owned()
        }
        Some(checked) => {
            let key = if checked.right { "emergency-told-right" } else { "emergency-told-wrong" };
            let (name, words) = (who.helper(checked.by), checked.words.clone());
            say.with(key, [("name", name.into()), ("day", day(checked.on).into()), ("words", words.into())])
                .into_owned()
        }
    }
}
