//! Who has looked into the family's dossier or changed something, when and on which ground; in words.

use super::Place;
use super::head::{Tab, head, page as frame};
use crate::frame::{Call, Problem, Shown, Who, dates};
use access::terms::{Author, Role};
use access::{Look, View};
use maud::{Markup, html};

/// How many lines are shown.
const SHOWN: u32 = 200;

pub(super) async fn page(call: Call, place: Place) -> Result<Shown, Problem> {
    let view = place.held(&call, "log").await?;
    let looks = call.house.gate.looks(&view, SHOWN).await?;
    let say = call.say();
    let body = html! {
        (head(&call, &view, Tab::Log))
        section.v-kort {
            h2 { (say.say("family-log")) }
            p.v-dus { (say.with("family-log-text", [("count", SHOWN.into())])) }
            @if looks.is_empty() { p { (say.say("family-log-none")) } }
            @else { (table(&call, &view, &looks)) }
        }
    };
    Ok(frame(&call, &say.say("family-tab-log"), false, body))
}

fn table(call: &Call, view: &View, looks: &[Look]) -> Markup {
    let say = call.say();
    let who = Who::new(call, view);
    html! {
        table.v-tabell.v-tabell--kort.v-tabell--tett {
            caption.v-skjult { (say.say("family-log")) }
            thead {
                tr {
                    th scope="col" { (say.say("family-log-when")) }
                    th scope="col" { (say.say("family-log-who")) }
                    th scope="col" { (say.say("family-log-what")) }
                    th scope="col" { (say.say("family-log-why")) }
                }
            }
            tbody {
                @for look in looks {
                    tr {
                        th scope="row" { time datetime=(look.at) { (dates::sentence(&dates::instant(say, look.at, call.today()))) } }
                        td data-label=(say.say("family-log-who")) { (name(&who, look)) small { (capacity(call, &who, look)) } }
                        td data-label=(say.say("family-log-what")) { (deed(call, look)) }
                        td data-label=(say.say("family-log-why")) { (ground(call, look)) }
                    }
                }
            }
        }
    }
}

fn name(who: &Who<'_>, look: &Look) -> String {
    match look.role {
        Role::Citizen | Role::Visitor | Role::System => {
            who.author(&Author { actor: look.actor, role: look.role, service: look.service })
        }
        _ => who.helper(look.actor),
    }
}

/// As what somebody acted: the role, and the service.
fn capacity(call: &Call, who: &Who<'_>, look: &Look) -> String {
    let role = call.t(&format!("role-{}", look.role.code()));
    match look.service {
        Some(service) => format!("{role}, {}", who.service(service)),
        None => role.into_owned(),
    }
}

/// What was done: a page that was read, or an act.
fn deed(call: &Call, look: &Look) -> String {
    let say = call.say();
    let known = |key: String| Some(key).filter(|key| say.has(key));
    match look.outcome.as_str() {
        "denied" => say.say("family-log-denied").into_owned(),
        "changed" => {
            // Plain things are told by their kind; acts with rules of their own by what they are.
            let act = known(format!("family-did-{}", look.act));
            let kind = known(format!("kind-{}", look.act));
            match (act, kind) {
                (Some(key), _) => say.say(&key).into_owned(),
                (None, Some(key)) => {
                    say.with("family-log-wrote", [("what", say.say(&key).into())]).into_owned()
                }
                (None, None) => say.say("family-log-changed").into_owned(),
            }
        }
        _ => match known(format!("family-saw-{}", look.act)) {
            Some(key) => say.say(&key).into_owned(),
            None => say.say("family-log-saw").into_owned(),
        },
    }
}

fn ground(call: &Call, look: &Look) -> String {
    let key = format!("family-ground-{}", look.ground);
    if call.say().has(&key) { call.t(&key).into_owned() } else { call.t("family-ground-none").into_owned() }
}
