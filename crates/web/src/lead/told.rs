//! What telling once has spared families in the last year: sums alone, and nothing about few.

use super::pages::{HIDDEN_BELOW, told};
use crate::frame::Call;
use access::Figures;
use jiff::civil::Date;
use maud::{Markup, html};

/// The card. What an assumption stands behind is said to be one.
pub fn card(call: &Call, figures: &Figures, day: Date) -> Markup {
    let (say, it) = (call.say(), &figures.told);
    let limits = call.house.gate.rules().limits(day);
    let all = it.reused + it.needed;
    let share = (it.reused * 100).checked_div(all).unwrap_or(0);
    let minutes = it.reused * u32::from(limits.question_minutes);
    html! {
        section.v-kort {
            h2 { (say.say("lead-told")) }
            p.v-dus { (say.say("lead-told-period")) }
            @if it.families < HIDDEN_BELOW {
                p { (say.say("lead-told-few")) }
            } @else {
                dl.v-fakta {
                    dt { (say.say("lead-told-families")) } dd { (it.families) }
                    dt { (say.say("lead-told-asked")) } dd { (it.asked) }
                    dt { (say.say("lead-told-again")) } dd { (told(call, it.again)) }
                    dt { (say.say("lead-told-sent")) } dd { (told(call, it.sent)) }
                    dt { (say.say("lead-told-reused")) }
                    dd { (say.with("lead-told-of", [("reused", it.reused.into()), ("all", all.into()), ("share", share.into())])) }
                    dt { (say.say("lead-told-automatic")) } dd { (told(call, it.automatic)) }
                    dt { (say.say("lead-told-minutes")) }
                    dd { (say.with("lead-told-spared", [("hours", (minutes / 60).into()), ("minutes", (minutes % 60).into())])) }
                }
                p.v-dus.v-liten { (say.with("lead-told-assumed", [("minutes", u64::from(limits.question_minutes).into())])) }
            }
        }
    }
}
