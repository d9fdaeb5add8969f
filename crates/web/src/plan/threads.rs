//! A dream and what hangs on it: goals now and in time, with their actions.

use super::bits;
use super::overview::{Sheet, change};
use super::place::Desk;
use access::terms::{Dream, DreamThread, Goal, GoalThread, Horizon, Thing};
use maud::{Markup, html};

pub(super) fn dream(sheet: &Sheet<'_, '_>, thread: &DreamThread<'_>) -> Markup {
    let desk = sheet.desk;
    let say = desk.call.say();
    let (near, far): (Vec<&GoalThread<'_>>, Vec<_>) =
        thread.goals.iter().partition(|thread| thread.goal.is.horizon == Horizon::Acute);
    let own = &thread.dream;
    // On paper there is no place for what is not decided yet.
    let shows =
        |goals: &[&GoalThread<'_>], horizon| sheet.part.shows(horizon) && (sheet.live || !goals.is_empty());
    html! {
        section.v-drom {
            header.v-kort.v-kort--lyng {
                (bits::dreamer(desk, own.is))
                div {
                    @match &own.is.words {
                        Some(words) => { h2 { "«" (words) "»" } }
                        None => { h2 { (say.with("plan-did-not-say", [("names", desk.who.people(&own.is.of).into())])) } }
                    }
                    p { (bits::whose(desk, own.is)) " " (change(sheet, own, own.is.words.as_deref().unwrap_or_default())) }
                }
            }
            @if shows(&near, Horizon::Acute) || shows(&far, Horizon::LongTerm) {
                div.v-drom__maal {
                    @if shows(&near, Horizon::Acute) { (holder(sheet, own, &near, Horizon::Acute)) }
                    @if shows(&far, Horizon::LongTerm) { (holder(sheet, own, &far, Horizon::LongTerm)) }
                }
            }
        }
    }
}

fn holder(
    sheet: &Sheet<'_, '_>,
    dream: &Thing<'_, Dream>,
    goals: &[&GoalThread<'_>],
    horizon: Horizon,
) -> Markup {
    let desk = sheet.desk;
    let say = desk.call.say();
    html! {
        div.v-maalholder {
            @match goals {
                [] => {
                    article.v-kort.v-kort--dus.v-maal {
                        (bits::horizon(desk, horizon))
                        p { (say.say(if horizon == Horizon::Acute { "plan-no-goal-now" } else { "plan-not-decided" })) }
                        @if sheet.live && desk.writes() {
                            a href={ (desk.url("/plan/ny/maal")) "?drom=" (dream.id()) "&vis=" (horizon.code()) } {
                                (say.say("plan-add-goal"))
                                span.v-skjult { ": " (bits::whose(desk, dream.is)) }
                            }
                        }
                    }
                }
                [one] => { (goal(sheet, one)) }
                several => { div.v-stabel { @for thread in several { (goal(sheet, thread)) } } }
            }
        }
    }
}

pub(super) fn goal(sheet: &Sheet<'_, '_>, thread: &GoalThread<'_>) -> Markup {
    let desk = sheet.desk;
    let say = desk.call.say();
    let goal = &thread.goal;
    html! {
        article.v-kort.v-maal #{ "maal-" (goal.id()) } {
            (bits::horizon(desk, goal.is.horizon))
            h3 { (goal.is.words) }
            @if !goal.is.sign.is_empty() { p.v-dus { (sign(desk, goal.is)) } }
            (bits::settled(desk, goal.is))
            @if !goal.is.note.is_empty() {
                p { span.v-dus { (say.say("plan-note")) " " } (goal.is.note) }
            }
            p.v-dus.v-liten {
                (bits::said_by(desk, goal.entry)) ". "
                (change(sheet, goal, &goal.is.words))
            }
            @if !thread.actions.is_empty() {
                ul.v-tiltaksliste { @for action in &thread.actions { (bits::line(desk, action, &sheet.since, sheet.live)) } }
            }
            @if sheet.live && desk.writes() && goal.is.settled.is_none() {
                a.v-liten href={ (desk.url("/plan/ny/tiltak")) "?maal=" (goal.id()) } {
                    (say.say("plan-add-action")) span.v-skjult { ": " (goal.is.words) }
                }
            }
        }
    }
}

/// «Vi er på vei når …», unless the family has written the beginning itself.
pub fn sign(desk: &Desk<'_>, goal: &Goal) -> String {
    let say = desk.call.say();
    let begins = say.say("plan-sign-begins");
    if goal.sign.to_lowercase().starts_with(&begins.to_lowercase()) {
        return goal.sign.clone();
    }
    let end = if goal.sign.ends_with(['.', '!', '?']) { "" } else { "." };
    format!("{begins} {}{end}", goal.sign)
}
