//! Who has looked into the family's dossier or changed something, when and on which ground; in words.

use super::Place;
use super::head::{Tab, head, page as frame};
use crate::frame::parts::own_words;
use crate::frame::{Call, Problem, Shown, Who, dates};
use access::terms::{Author, LookedOn, Moment, Reply, Role, Voice};
use access::{Look, View};
use maud::{Markup, html};

/// How many lines are shown.
const SHOWN: u32 = 100;

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
        (questions(&call, &view))
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
                // The same page opened again and again on one day is one line that says how often.
                @for same in looks.chunk_by(alike) {
                    @let look = &same[0];
                    tr {
                        th scope="row" { time datetime=(look.at) { (dates::sentence(&dates::instant(say, look.at, call.today()))) } }
                        td data-label=(say.say("family-log-who")) { (name(&who, look)) small { (capacity(call, &who, look)) } }
                        td data-label=(say.say("family-log-what")) {
                            (deed(call, look))
                            @if same.len() > 1 { small { (say.with("family-log-times", [("count", same.len().into())])) } }
                        }
                        td data-label=(say.say("family-log-why")) { (ground(call, look)) }
                    }
                }
            }
        }
    }
}

/// Which line of the log somebody asks about, in one sentence.
pub(super) fn about(call: &Call, view: &View, look: LookedOn) -> String {
    let (say, who) = (call.say(), Who::new(call, view));
    let service = look.service.map(|service| who.service(service)).unwrap_or_default();
    let day = dates::short(say, look.on, call.today());
    say.with(
        "home-look-about",
        [("name", who.helper(look.actor).into()), ("service", service.into()), ("day", day.into())],
    )
    .into_owned()
}

/// What the family has asked about lines of the log, the newest first, with what was answered.
fn questions(call: &Call, view: &View) -> Markup {
    let (say, sees, who) = (call.say(), view.sees(), Who::new(call, view));
    let mut asked: Vec<_> =
        sees.all::<Voice>().filter_map(|voice| voice.is.look.map(|look| (voice, look))).collect();
    asked.reverse();
    html! {
        @if !asked.is_empty() {
            section.v-kort {
                h2 { (say.say("family-log-questions")) }
                div.v-linjer {
                    @for (voice, look) in &asked {
                        @let replies: Vec<_> = sees.all::<Reply>().filter(|reply| reply.is.to == voice.id()).collect();
                        div {
                            p.v-dus { (about(call, view, *look)) }
                            (own_words(&voice.is.words, &format!("{}, {}", who.person(voice.is.who), dates::instant(say, voice.entry.at, call.today()))))
                            @for reply in &replies {
                                p { (reply.is.words) }
                                p.v-dus.v-liten { (who.author(&reply.entry.author)) ", " (dates::instant(say, reply.entry.at, call.today())) }
                            }
                            @if replies.is_empty() {
                                p { a href={ (super::base(view.family())) "/svar/" (voice.id()) } {
                                    (say.say("family-log-answer")) span.v-skjult { ": " (voice.is.words) }
                                } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Whether two lines tell the same but for the time of day.
fn alike(one: &Look, other: &Look) -> bool {
    let told = |look: &Look| (look.actor, look.role, look.service, Moment::day_of(look.at));
    told(one) == told(other)
        && (&one.act, &one.outcome, &one.ground) == (&other.act, &other.outcome, &other.ground)
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
