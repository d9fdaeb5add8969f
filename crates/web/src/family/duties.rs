//! What the law lays on whoever coordinates: five duties, and when each was done last (R6).

use crate::frame::parts::{icon, tag};
use crate::frame::{Call, dates};
use access::View;
use access::terms::{CoordinatorDuty, after, duties_done};
use maud::{Markup, html};

/// A duty in words.
pub fn name(call: &Call, duty: CoordinatorDuty) -> String {
    call.t(&format!("coordinator-duty-{}", duty.code())).into_owned()
}

/// Where something is done about a duty, below the family's address.
const fn place(duty: CoordinatorDuty) -> &'static str {
    match duty {
        CoordinatorDuty::Whole => "/mote",
        CoordinatorDuty::Overview => "/mote?vis=gjennomgang",
        CoordinatorDuty::Health | CoordinatorDuty::Welfare => "/kontakt",
        CoordinatorDuty::Plan => "/plan",
    }
}

/// The five duties, each with its last day and a way to it.
pub fn card(call: &Call, view: &View) -> Markup {
    let say = call.say();
    let today = call.today();
    let most = call.house.gate.limits(&call.visit).coordinator_duty_days;
    let base = super::base(view.family());
    html! {
        section.v-kort #oppgaver {
            h2 { (say.say("coordinator-duties")) }
            p { (say.say("coordinator-duties-text")) }
            ul.v-linjer {
                @for (duty, last) in duties_done(&view.sees()) {
                    li {
                        p { a href={ (base) (place(duty)) } { (name(call, duty)) } }
                        p.v-dus.v-liten { (say.say(&format!("coordinator-duty-{}-by", duty.code()))) }
                        @match last {
                            Some(day) if after(day, i32::from(most)) < today => p {
                                (tag("warning", "klokke", &say.with("coordinator-duty-last", [("day", dates::short(say, day, today).into())])))
                            },
                            Some(day) => p { (icon("hake")) " " (say.with("coordinator-duty-last", [("day", dates::short(say, day, today).into())])) },
                            None => p { (say.say("coordinator-duty-never")) },
                        }
                    }
                }
            }
            p.v-dus.v-liten { (say.with("coordinator-duties-limit", [("days", most.into())])) }
        }
    }
}
