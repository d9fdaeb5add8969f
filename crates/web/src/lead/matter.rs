//! A look that is followed up, in words: whose, from where, when, by which rule, how many, and what has been said about
//! it. Never which family.

use crate::frame::parts::{listed, tag};
use crate::frame::{Call, dates};
use access::follow::{FollowOutcome, FollowStep, Followed, Lies, Matter};
use access::terms::{ActorId, Moment};
use maud::{Markup, html};

/// An employee's name.
pub fn name(call: &Call, actor: ActorId) -> String {
    let directory = call.house.gate.directory();
    directory.helper(actor).map_or_else(|| call.t("who-helper").into_owned(), |helper| helper.name.clone())
}

/// As what, and from which service.
pub fn from(call: &Call, matter: &Matter) -> String {
    let directory = call.house.gate.directory();
    let role = matter.role().map(|role| call.t(&format!("role-{}", role.code())).into_owned());
    let service = matter.service.and_then(|id| directory.service(id)).map(|service| service.name.clone());
    role.into_iter().chain(service).collect::<Vec<_>>().join(", ")
}

/// When: one instant, or from the first to the last.
pub fn when(call: &Call, matter: &Matter) -> String {
    let (say, today) = (call.say(), call.today());
    let first = dates::instant(say, matter.first, today);
    if matter.first == matter.last {
        return dates::sentence(&first);
    }
    let last = if Moment::day_of(matter.first) == Moment::day_of(matter.last) {
        dates::clock(say, Moment::clock_of(matter.last).time())
    } else {
        dates::instant(say, matter.last, today)
    };
    dates::sentence(&say.with("watch-from-to", [("first", first.into()), ("last", last.into())]))
}

/// How many looks, at how many families.
pub fn count(call: &Call, matter: &Matter) -> String {
    let counts = [("looks", matter.lines.len().into()), ("families", matter.families.into())];
    call.say().with("watch-count", counts).into_owned()
}

/// What was opened, in words.
pub fn acts(call: &Call, matter: &Matter) -> String {
    let say = call.say();
    let mut words: Vec<String> = Vec::new();
    for act in &matter.acts {
        let key = format!("watch-act-{act}");
        let key = if say.has(&key) { key } else { "watch-act-other".to_owned() };
        let word = say.say(&key).into_owned();
        if !words.contains(&word) {
            words.push(word);
        }
    }
    listed(call, &words)
}

/// The rules, each as a sentence; for a look of the sample, that it was drawn by chance.
pub fn rules(call: &Call, matter: &Matter) -> Markup {
    html! {
        @if matter.rules.is_empty() { p { (call.t("watch-drawn")) } }
        @else { ul { @for rule in &matter.rules { li { (call.t(&format!("unusual-{}", rule.code()))) } } } }
    }
}

/// With whom it lies.
pub fn status(call: &Call, followed: &Followed) -> Markup {
    match followed.lies() {
        Lies::New if followed.matter.rules.is_empty() => {
            tag("neutral", "ikkestartet", &call.t("watch-lies-new"))
        }
        Lies::New => tag("warning", "utrop", &call.t("watch-lies-new")),
        Lies::WithHelper => tag("neutral", "venter", &call.t("watch-lies-helper")),
        Lies::WithLeader => tag("info", "sporsmal", &call.t("watch-lies-leader")),
        Lies::Nowhere => settled(call, followed),
    }
}

fn settled(call: &Call, followed: &Followed) -> Markup {
    match followed.steps.last().map(|last| &last.step) {
        Some(FollowStep::Settled { outcome: FollowOutcome::TakenFurther, .. }) => {
            tag("danger", "advarsel", &call.t("watch-taken-further"))
        }
        _ => tag("success", "hake", &call.t("watch-had-reason")),
    }
}

/// What has been asked, answered and decided, in its order.
pub fn thread(call: &Call, followed: &Followed) -> Markup {
    let (say, today) = (call.say(), call.today());
    html! {
        @if !followed.steps.is_empty() {
            div.v-samtale {
                @for step in &followed.steps {
                    @let own = step.by == call.visit.actor;
                    div.v-boble.v-boble--egen[own] {
                        @match &step.step {
                            FollowStep::Asked { words } => {
                                p { b { (say.say("watch-asked")) } }
                                @if !words.is_empty() { p { (words) } }
                            }
                            FollowStep::Answered { words } => { p { (words) } }
                            FollowStep::Settled { outcome, words } => {
                                p { b { (say.say(&format!("watch-{}", outcome.code()))) } }
                                p { (words) }
                            }
                        }
                        span.v-tid { (name(call, step.by)) ", " (dates::instant(say, step.at, today)) }
                    }
                }
            }
        }
    }
}
