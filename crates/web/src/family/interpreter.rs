//! An interpreter in a meeting, as it is told: who needs one, whom the coordinator has booked, and who came (R114). To the
//! coordinator with all that is known, to those who take part in plain words.

use super::head::language;
use crate::frame::parts::{icon, listed, tag};
use crate::frame::{Call, Who, dates};
use access::View;
use access::terms::{
    Arrangement, InterpreterNeed, Meeting, Settled, Thing, interpreter_needs, working_days_before,
};
use maud::{Markup, html};

/// Which question is asked about a meeting.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// Who is to come.
    Before,
    /// Who came.
    After,
}

/// Nothing is asked about a meeting that was called off.
pub(super) fn stage(call: &Call, meeting: &Meeting) -> Option<Stage> {
    match &meeting.settled {
        Some(Settled { met: true, .. }) => Some(Stage::After),
        Some(_) => None,
        None if meeting.at.date() < call.today() => Some(Stage::After),
        None => Some(Stage::Before),
    }
}

pub(super) fn address(view: &View, meeting: &Thing<'_, Meeting>) -> String {
    format!("{}/mote/{}/tolk", super::base(view.family()), meeting.id())
}

/// «Amina og Omar trenger tolk i dari.»
pub(super) fn needed(call: &Call, view: &View, need: &InterpreterNeed<'_>) -> String {
    let who = Who::new(call, view);
    let names: Vec<String> = need.people.iter().map(|person| who.person(*person)).collect();
    let language = language(call, need.language);
    let key = if names.is_empty() { "interpreter-needed-by-none" } else { "interpreter-needed" };
    let with = [("names", listed(call, &names).into()), ("language", language.into())];
    call.say().with(key, with).into_owned()
}

/// The last day to book for a meeting, as a sentence.
pub(super) fn deadline(call: &Call, meeting: &Meeting) -> String {
    let days = call.house.gate.limits(&call.visit).interpreter_working_days;
    let last = working_days_before(meeting.at.date(), days);
    let key = if last < call.today() { "interpreter-was-due" } else { "interpreter-due" };
    call.say().with(key, [("day", dates::near(call.say(), last, call.today()).into())]).into_owned()
}

pub(super) fn reason(call: &Call, prefix: &str, code: &str) -> String {
    call.say().coded(prefix, code).into_owned()
}

/// What is arranged, for whoever coordinates.
fn arranged(call: &Call, arrangement: &Arrangement) -> Markup {
    let say = call.say();
    match arrangement {
        Arrangement::Interpreter(it) => html! {
            p {
                b { bdi { (it.who) } } ", " (say.coded("interpreter-mode", it.mode.code())) "."
                @if !it.number.is_empty() { " " (say.with("interpreter-number-is", [("number", it.number.clone().into())])) }
            }
            @match (&it.level, &it.unqualified) {
                (Some(level), _) => { p.v-dus { (say.coded("interpreter-level", level)) } }
                (None, Some(why)) => { p.v-dus { (say.say("interpreter-unlisted")) ". " (reason(call, "interpreter-unqualified", why)) "." } }
                (None, None) => {}
            }
        },
        Arrangement::Nobody(it) => html! {
            p { (reason(call, "interpreter-because", &it.because)) "." }
            p { "«" (it.words) "»" }
        },
    }
}

fn line(call: &Call, view: &View, meeting: &Thing<'_, Meeting>, need: &InterpreterNeed<'_>) -> Markup {
    let say = call.say();
    let stage = stage(call, meeting.is);
    let moved = need.planned().is_some_and(|planned| need.is_for_another_time(planned));
    let (color, picture, key) = match (stage, need.planned(), need.came()) {
        (Some(Stage::After), _, Some(Arrangement::Interpreter(_))) => ("success", "hake", "interpreter-came"),
        (Some(Stage::After), _, Some(Arrangement::Nobody(_))) => ("neutral", "stopp", "interpreter-came-not"),
        (Some(Stage::After), _, None) => ("warning", "sporsmal", "interpreter-who-came"),
        (_, Some(_), _) if moved => ("warning", "varsel", "interpreter-moved"),
        (_, Some(Arrangement::Interpreter(_)), _) => ("success", "hake", "interpreter-booked"),
        (_, Some(Arrangement::Nobody(_)), _) => ("neutral", "stopp", "interpreter-without"),
        (_, None, _) => ("warning", "varsel", "interpreter-not-booked"),
    };
    let way = match (stage, need.is_arranged(), need.came()) {
        (None, ..) => None,
        (Some(Stage::Before), false, _) => Some("interpreter-book"),
        (Some(Stage::After), _, None) => Some("interpreter-tell"),
        _ => Some("interpreter-change"),
    };
    let with = [("language", language(call, need.language).into())];
    html! {
        div.v-stabel.v-stabel--tett {
            p { b { (needed(call, view, need)) } }
            div.v-rad { (tag(color, picture, &say.say(key))) }
            @if let Some(came) = need.came() { (arranged(call, came)) }
            @else if let Some(planned) = need.planned() { (arranged(call, planned)) }
            @if stage == Some(Stage::Before) && !need.is_arranged() { p.v-dus { (deadline(call, meeting.is)) } }
            @if let Some(key) = way {
                p { a.ds-button data-variant=[need.is_arranged().then_some("secondary")]
                    href={ (address(view, meeting)) "?vis=" (need.language) } { (icon("tolk")) (say.with(key, with)) } }
            }
        }
    }
}

/// The card of a meeting; nothing when nobody needs an interpreter.
pub(super) fn card(call: &Call, view: &View, meeting: &Thing<'_, Meeting>) -> Markup {
    let needs = interpreter_needs(&view.sees(), meeting.is);
    html! {
        @if !needs.is_empty() {
            section.v-kort #tolk {
                h2 { (call.t("interpreter-heading")) }
                div.v-linjer { @for need in &needs { (line(call, view, meeting, need)) } }
            }
        }
    }
}

/// The mark of a meeting ahead that lacks an interpreter.
pub fn mark(call: &Call, view: &View, meeting: &Meeting) -> Markup {
    let ahead = stage(call, meeting) == Some(Stage::Before);
    let lacks = ahead && !interpreter_needs(&view.sees(), meeting).iter().all(InterpreterNeed::is_arranged);
    html! { @if lacks { (tag("warning", "tolk", &call.t("interpreter-not-booked"))) } }
}

/// What those who take part are told, one line for each language. Nothing once the meeting is over: then it stands with
/// whoever coordinates.
pub fn told(call: &Call, view: &View, meeting: &Meeting) -> Vec<String> {
    let say = call.say();
    if stage(call, meeting) != Some(Stage::Before) {
        return Vec::new();
    }
    let lead = Who::new(call, view).lead_given();
    let needs = interpreter_needs(&view.sees(), meeting);
    needs
        .iter()
        .map(|need| {
            let language = ("language", language(call, need.language).into());
            match need.planned().filter(|planned| !need.is_for_another_time(planned)) {
                Some(Arrangement::Interpreter(it)) => {
                    let key = format!("interpreter-told-{}", it.mode.code());
                    say.with(&key, [language, ("who", it.who.clone().into())]).into_owned()
                }
                Some(Arrangement::Nobody(it)) => {
                    let why = reason(call, "interpreter-because", &it.because);
                    say.with("interpreter-told-none", [language, ("why", why.into())]).into_owned()
                }
                None => {
                    say.with("interpreter-told-open", [language, ("name", lead.clone().into())]).into_owned()
                }
            }
        })
        .collect()
}

/// Whether a meeting has an interpreter whom somebody in the family might know.
pub fn is_booked(call: &Call, view: &View, meeting: &Meeting) -> bool {
    stage(call, meeting) == Some(Stage::Before)
        && interpreter_needs(&view.sees(), meeting)
            .iter()
            .any(|need| matches!(need.planned(), Some(Arrangement::Interpreter(_))) && need.is_arranged())
}
