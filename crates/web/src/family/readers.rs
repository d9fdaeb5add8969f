//! «Hvem ser dette?»: everybody who takes part, who of them reads this one thing and on which ground, and what a
//! professional has decided about it. From here it is kept from somebody in the family, or told further.

use super::Place;
use super::head::{below, page as frame};
use super::law::{about_thing, holds, list};
use crate::frame::parts::{self, Asked, AskedQuery, done, icon};
use crate::frame::{Call, Problem, Shown, Who};
use access::terms::{
    Block, Contact, Generation, Meeting, Payload, Person, Request, Role, ThingId, Voice, Withholding,
};
use access::{Reader, View};
use axum::extract::Query;
use maud::{Markup, html};

/// Words of a thing, when it has any.
fn words(payload: &Payload) -> Option<&str> {
    let words = match payload {
        Payload::Dream(dream) => dream.words.as_deref()?,
        Payload::Goal(goal) => &goal.words,
        Payload::Action(action) => &action.words,
        Payload::Need(need) => &need.words,
        Payload::Strength(strength) => &strength.words,
        Payload::Reply(reply) => &reply.words,
        Payload::Voice(Voice { words, .. }) => words,
        Payload::Request(Request { question, .. }) => question,
        Payload::Meeting(Meeting { title, .. }) => title,
        Payload::Contact(Contact { note, .. }) => note,
        Payload::Person(Person { given, .. }) => given,
        _ => return None,
    };
    Some(words).filter(|words| !words.is_empty())
}

/// What a thing is, in words: its kind, and what it says.
pub(super) fn about(call: &Call, view: &View, thing: ThingId) -> String {
    let Some(payload) = view.sees().payload(thing) else { return call.t("vern-something").into_owned() };
    let kind = call.say().coded("kind", payload.code()).into_owned();
    match words(payload) {
        // Quoted words may quote in turn.
        Some(words) => {
            let words = crate::workbench::reasons::clip(words).replace('«', "‹").replace('»', "›");
            format!("{kind} «{words}»")
        }
        None => kind,
    }
}

/// The link from a thing to this page.
pub fn link(call: &Call, view: &View, thing: ThingId) -> Markup {
    html! { p { a href={ (super::base(view.family())) "/hvem-ser/" (thing) } { (icon("ser")) " " (call.t("vern-who-sees")) } } }
}

/// The thing of the page, and what the coordinator sees; what was taken away is not there.
pub(super) async fn thing(call: &Call, place: Place) -> Result<(View, Vec<Reader>, ThingId), Problem> {
    call.only(&[Role::Coordinator])?;
    let thing = place.thing()?;
    let (view, readers) = call.house.gate.readers(&call.visit, place.family, thing).await?;
    let gone = matches!(view.sees().payload(thing), None | Some(Payload::Removed(_)));
    if gone { Err(Problem::Missing) } else { Ok((view, readers, thing)) }
}

pub(super) async fn page(call: Call, place: Place, Query(asked): AskedQuery) -> Result<Shown, Problem> {
    let (view, readers, thing) = thing(&call, place).await?;
    Ok(content(&call, &view, &asked, thing, &readers))
}

fn content(call: &Call, view: &View, asked: &Asked, thing: ThingId, readers: &[Reader]) -> Shown {
    let say = call.say();
    let here = format!("{}/hvem-ser/{thing}", super::base(view.family()));
    let (see, rest): (Vec<&Reader>, Vec<&Reader>) =
        readers.iter().partition(|reader| reader.ground.is_some());
    let decided = about_thing(call, view, thing);
    let what = about(call, view, thing);
    let back = thing.to_string();
    let body = html! {
        (done(call, asked))
        (below(call, view, &say.say("vern-who-sees"), Some(&crate::frame::dates::sentence(&what))))
        div.v-to {
            div.v-stabel {
                section.v-kort {
                    h2 { (say.say("vern-they-see")) }
                    ul.v-linjer.v-linjer--tett {
                        @for reader in &see {
                            li.v-ting {
                                (person(call, view, reader))
                                div { p { (ground(call, reader)) } }
                            }
                        }
                    }
                }
                section.v-kort.v-kort--dus {
                    h2 { (say.say("vern-they-do-not")) }
                    @if rest.is_empty() { p { (say.say("vern-everybody-sees")) } }
                    @else {
                        ul.v-linjer.v-linjer--tett {
                            @for reader in &rest {
                                li.v-ting {
                                    (person(call, view, reader))
                                    div { p { (why_not(call, view, reader, thing)) } }
                                }
                            }
                        }
                    }
                }
            }
            div.v-stabel {
                section.v-kort {
                    h2 { (say.say("vern-change-who-sees")) }
                    p { a.ds-button data-variant="secondary" href={ (here) "/hold-tilbake" } { (icon("serikke")) (say.say("vern-withhold")) } }
                    p.v-dus { (say.say("vern-withhold-about")) }
                    p { a.ds-button data-variant="secondary" href={ (here) "/fortell" } { (icon("send")) (say.say("vern-release")) } }
                    p.v-dus { (say.say("vern-release-about")) }
                }
                @if !decided.is_empty() {
                    section.v-kort {
                        h2 { (say.say("vern-decided")) }
                        div.v-linjer {
                            @for (entry, stands) in &decided { (list::line(call, view, entry, *stands, &back)) }
                        }
                    }
                }
                section.v-kort.v-kort--dus { p { (say.say("vern-signs-in-only")) } }
            }
        }
    };
    frame(call, &say.say("vern-who-sees"), false, body)
}

/// Who: a family member by name, a helper with what she or he is.
fn person(call: &Call, view: &View, reader: &Reader) -> Markup {
    let who = Who::new(call, view);
    if reader.who.role == Role::Citizen {
        let person = member(view, reader);
        let mark = person.map(|(id, _)| who.mark(id)).unwrap_or_default();
        let name = view.name_of_account(reader.who.actor).unwrap_or_default();
        let child = person.is_some_and(|(_, is)| is.generation == Generation::Child);
        let role = call.t(if child { "generation-barn" } else { "generation-voksen" });
        return parts::person(&mark, "v-initial--familie", name, &role);
    }
    let Some(helper) = who.directory().helper(reader.who.actor) else { return html! {} };
    let service = reader.who.service.map(|service| who.service(service)).unwrap_or_default();
    let myself = reader.who.actor == call.visit.actor;
    let name = if myself { call.t("vern-you").into_owned() } else { helper.name.clone() };
    let class = if reader.who.role == Role::Coordinator { "v-initial--koordinator" } else { "" };
    parts::person(&helper.initials(), class, &name, &format!("{}, {service}", helper.title))
}

fn member<'a>(view: &'a View, reader: &Reader) -> Option<(access::terms::PersonId, &'a Person)> {
    let found = view.sees().all::<Person>().find(|person| person.is.account == Some(reader.who.actor))?;
    Some((found.id().into(), found.is))
}

fn ground(call: &Call, reader: &Reader) -> String {
    let ground = reader.ground.map_or("none", access::Ground::code);
    call.t(&format!("family-ground-{ground}")).into_owned()
}

/// Why somebody who takes part does not see it: because a professional keeps it back, because the family has closed it
/// to those at work, or because nothing opens it.
fn why_not(call: &Call, view: &View, reader: &Reader, thing: ThingId) -> String {
    let person = member(view, reader).map(|(id, _)| id);
    let kept = view.sees().all::<Withholding>().any(|kept| {
        let for_reader = person.is_some_and(|person| kept.is.from.contains(&person));
        kept.is.thing == thing && for_reader && holds(call, &kept.entry.payload)
    });
    let blocked = reader.who.role != Role::Citizen
        && view.sees().all::<Block>().any(|block| block.is.thing == thing && block.is.lifted.is_none());
    let key = match (kept, blocked) {
        (true, _) => "vern-is-withheld",
        (false, true) => "block-is",
        (false, false) => "vern-nothing-opens",
    };
    call.t(key).into_owned()
}
