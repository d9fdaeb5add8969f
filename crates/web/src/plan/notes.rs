//! A word of disagreement beside a professional's text (R94): the text stays, and so does what somebody in the family
//! says about it.

use super::place::{Base, Desk};
use super::words::title;
use crate::frame::parts::icon;
use crate::frame::{Call, dates};
use access::View;
use access::terms::{Outcome, Reply, Thing, ThingId, Voice};
use maud::{Markup, html};

/// What was said about a thing, with the answers.
pub fn notes(desk: &Desk<'_>, thing: ThingId) -> Markup {
    let sees = desk.view.sees();
    let say = desk.call.say();
    let said: Vec<Thing<'_, Voice>> =
        sees.all::<Voice>().filter(|voice| voice.is.about == Some(thing)).collect();
    let when = |at| dates::instant(say, at, desk.call.today());
    html! {
        @if !said.is_empty() {
            div.v-samtale {
                @for voice in &said {
                    @let own = desk.view.standing().me.contains(&voice.is.who);
                    div.v-boble.v-boble--egen[own] {
                        p { b { (say.say("disagree-note")) } " " (voice.is.words) }
                        span.v-tid { (desk.who.person(voice.is.who)) ", " (when(voice.entry.at)) }
                    }
                    @for reply in sees.all::<Reply>().filter(|reply| reply.is.to == voice.id()) {
                        @let mine = reply.entry.author.actor == desk.call.visit.actor;
                        div.v-boble.v-boble--egen[mine] {
                            @if let Some(word) = outcome(desk.call, reply.is.outcome) { p { b { (word) } } }
                            @if !reply.is.words.is_empty() { p { (reply.is.words) } }
                            span.v-tid { (desk.who.author(&reply.entry.author)) ", " (when(reply.entry.at)) }
                        }
                    }
                }
            }
        }
    }
}

fn outcome(call: &Call, outcome: Outcome) -> Option<String> {
    let key = match outcome {
        Outcome::Answered => return None,
        Outcome::Yes => "home-outcome-yes",
        Outcome::No => "home-outcome-no",
        Outcome::Planned => "home-outcome-planned",
    };
    Some(call.t(key).into_owned())
}

/// The way to say that something is wrong; for the family alone. `what` tells the links of a page apart.
pub fn way(desk: &Desk<'_>, thing: ThingId, what: &str) -> Markup {
    html! {
        @if desk.base == Base::Own && desk.open {
            p { a href={ "/min/rett/" (thing) } { (icon("skriv")) (desk.call.t("disagree-title")) span.v-skjult { ": " (what) } } }
        }
    }
}

/// What a thing is called, for whoever may see it.
pub fn called(call: &Call, view: &View, thing: ThingId) -> Option<String> {
    let payload = view.sees().payload(thing)?;
    let kind = || dates::sentence(&call.t(&format!("kind-{}", payload.code())));
    Some(title(payload).map_or_else(kind, str::to_owned))
}

/// What somebody's words are about, as a sentence; nothing when they stand for themselves.
pub fn about(call: &Call, view: &View, voice: ThingId) -> Option<String> {
    let about = view.sees().find::<Voice>(voice)?.is.about?;
    let what = called(call, view, about)?;
    Some(call.say().with("disagree-about", [("what", what.into())]).into_owned())
}
