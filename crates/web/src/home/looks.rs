//! The family's log: who has looked, from which service, when, at what kind of information, why and for what; and
//! what was asked and answered about it (R90).

use super::say::{expected, outcome};
use crate::frame::dates;
use crate::frame::parts::{icon, listed, lower};
use crate::plan::place::Desk;
use access::Look;
use access::terms::{ActorId, Category, LookedOn, Membership, Moment, Reply, Role, Thing, Voice};
use maud::{Markup, html};

/// Looks that are read.
pub const READ: u32 = 300;
/// Lines in sight; older ones fold out.
const SHOWN: usize = 8;

/// One line: everything that somebody looked at on one day, for one service.
pub struct Line<'a> {
    /// What the line is known by.
    pub key: LookedOn,
    /// The looks, newest first. None are left of a line that is asked about and older than what is read.
    pub looks: Vec<&'a Look>,
}

/// The line that a look belongs to.
fn key_of(look: &Look) -> LookedOn {
    LookedOn { actor: look.actor, service: look.service, on: Moment::day_of(look.at) }
}

/// The lines, newest first; and those that somebody has asked about, however old.
pub fn lines<'a>(desk: &Desk<'_>, looks: &'a [Look]) -> Vec<Line<'a>> {
    let mut found: Vec<Line<'a>> = Vec::new();
    for look in looks {
        let key = key_of(look);
        match found.iter_mut().find(|line| line.key == key) {
            Some(line) => line.looks.push(look),
            None => found.push(Line { key, looks: vec![look] }),
        }
    }
    for key in desk.view.sees().all::<Voice>().filter_map(|voice| voice.is.look) {
        if !found.iter().any(|line| line.key == key) {
            found.push(Line { key, looks: Vec::new() });
        }
    }
    // Stable: of one day, the latest look stays first.
    found.sort_by_key(|line| std::cmp::Reverse(line.key.on));
    found
}

/// What was asked about a line, as far as the reader may read it.
fn questions<'a>(desk: &Desk<'a>, key: LookedOn) -> Vec<Thing<'a, Voice>> {
    desk.view.sees().all::<Voice>().filter(|voice| voice.is.look == Some(key)).collect()
}

/// The list, with a way to ask about each line.
pub fn section(desk: &Desk<'_>, looks: &[Look]) -> Markup {
    let say = desk.call.say();
    let standing = desk.view.standing();
    let lines = lines(desk, looks);
    if !(standing.adult && standing.belongs) && lines.is_empty() {
        return html! {};
    }
    let (first, older) = lines.split_at(lines.len().min(SHOWN));
    html! {
        section.v-kort #oppslag {
            h2 { (say.say("home-looks")) }
            p.v-dus { (say.say("home-looks-text")) }
            @if lines.is_empty() { p { (say.say("home-nobody-looked")) } }
            div.v-linjer { @for line in first { (row(desk, line)) } }
            @if !older.is_empty() {
                details.v-mer {
                    summary { (say.with("home-looks-older", [("count", older.len().into())])) }
                    div.v-linjer { @for line in older { (row(desk, line)) } }
                }
            }
        }
    }
}

fn row(desk: &Desk<'_>, line: &Line<'_>) -> Markup {
    let say = desk.call.say();
    // What the house gave out on a decision was nobody's look, and nobody but the coordinator answers for it.
    let by_veven = line.looks.first().is_some_and(|look| look.role == Role::System);
    let name = if by_veven { say.say("who-veven").into_owned() } else { desk.who.helper(line.key.actor) };
    let day = dates::near(say, line.key.on, desk.call.today());
    html! {
        div {
            h3 { bdi { (name) } }
            (told(desk, line))
            @for voice in questions(desk, line.key) { (talk(desk, &voice)) }
            @if by_veven {
                p { a href=(super::research::PATH) { (say.say("research-link")) } }
            } @else if desk.open && desk.who.lead().is_some() {
                p {
                    a href=(address(line.key)) {
                        (icon("sporsmal")) " " (say.say("home-look-ask"))
                        span.v-skjult { ": " (name) ", " (day) }
                    }
                }
            }
        }
    }
}

/// The page on which a line is asked about. Ids and a day; nothing that says who anybody is.
pub fn address(key: LookedOn) -> String {
    let service = key.service.map(|service| format!("&tjeneste={service}")).unwrap_or_default();
    format!("/min/innsyn/oppslag?hvem={}&dag={}{service}", key.actor, key.on)
}

/// The line in words, below the name: from where, when, what, why and for what.
pub fn told(desk: &Desk<'_>, line: &Line<'_>) -> Markup {
    let say = desk.call.say();
    html! {
        p.v-dus { (from(desk, line)) " · " (when(desk, line)) }
        @if !line.looks.is_empty() {
            p { (dates::sentence(&what(desk, line))) "." }
            p.v-dus {
                (say.with("home-look-because", [("why", why(desk, line).into())])) " "
                (purpose(desk, line))
            }
        }
    }
}

fn from(desk: &Desk<'_>, line: &Line<'_>) -> String {
    let service = line.key.service.map(|service| desk.who.service(service)).filter(|name| !name.is_empty());
    let role =
        || line.looks.first().map(|look| desk.call.t(&format!("role-{}", look.role.code())).into_owned());
    service.or_else(role).unwrap_or_default()
}

fn when(desk: &Desk<'_>, line: &Line<'_>) -> Markup {
    let say = desk.call.say();
    let day = dates::near(say, line.key.on, desk.call.today());
    let clock = |look: &Look| dates::clock(say, Moment::clock_of(look.at).time());
    html! {
        time datetime=(line.key.on) { (day) }
        @match line.looks.as_slice() {
            [] => {}
            [one] => { " " (clock(one)) }
            [last, .., first] => { ", " (say.with("home-look-times", [
                ("count", line.looks.len().into()), ("first", clock(first).into()), ("last", clock(last).into())])) }
        }
    }
}

/// What was opened, and what kinds of information it was about.
fn what(desk: &Desk<'_>, line: &Line<'_>) -> String {
    let say = desk.call.say();
    let acts: Vec<String> = different(line.looks.iter().rev().map(|look| in_words(desk, "act", &look.act)));
    let mut kinds: Vec<Category> =
        line.looks.iter().flat_map(|look| look.categories.iter().copied()).collect();
    kinds.sort();
    kinds.dedup();
    let kinds: Vec<String> =
        different(kinds.iter().map(|kind| say.coded("category", kind.code()).into_owned()));
    let acts = listed(desk.call, &acts);
    if kinds.is_empty() {
        return acts;
    }
    say.with("home-look-what-kinds", [("acts", acts.into()), ("kinds", kinds.join(", ").into())]).into_owned()
}

/// Each once, in the middle of a sentence.
fn different(words: impl Iterator<Item = String>) -> Vec<String> {
    let mut found = Vec::new();
    for word in words.map(|word| lower(&word)) {
        if !found.contains(&word) {
            found.push(word);
        }
    }
    found
}

fn why(desk: &Desk<'_>, line: &Line<'_>) -> String {
    let grounds = different(line.looks.iter().map(|look| in_words(desk, "why", &look.ground)));
    listed(desk.call, &grounds)
}

/// For what: the helper's task in the team when the reader knows it, else what the ground is for.
fn purpose(desk: &Desk<'_>, line: &Line<'_>) -> String {
    let say = desk.call.say();
    let helper = line.looks.first().is_some_and(|look| matches!(look.role, Role::Helper | Role::Volunteer));
    if let Some(task) = helper.then(|| task(desk, line.key.actor)).flatten() {
        return say.with("home-look-task", [("task", task.into())]).into_owned();
    }
    let what = line.looks.first().map(|look| in_words(desk, "for", &look.ground)).unwrap_or_default();
    say.with("home-look-purpose", [("what", what.into())]).into_owned()
}

fn task(desk: &Desk<'_>, actor: ActorId) -> Option<String> {
    let sees = desk.view.sees();
    let own = sees.all::<Membership>().filter(|member| member.is.helper == actor);
    let task = own.last()?.is.task.trim_end_matches('.').to_owned();
    // A task is a few words, or the question that was asked.
    Some(if task.ends_with(['?', '!']) { task } else { task + "." })
}

/// The code of an act or a ground in words; what has no words of its own is told in general.
fn in_words(desk: &Desk<'_>, prefix: &str, code: &str) -> String {
    let key = format!("{prefix}-{code}");
    let say = desk.call.say();
    if say.has(&key) { say.say(&key).into_owned() } else { say.say(&format!("{prefix}-other")).into_owned() }
}

/// The question and the answer, beside the line.
fn talk(desk: &Desk<'_>, voice: &Thing<'_, Voice>) -> Markup {
    let say = desk.call.say();
    let today = desk.call.today();
    let own = desk.view.standing().me.contains(&voice.is.who);
    let replies: Vec<Thing<'_, Reply>> =
        desk.view.sees().all::<Reply>().filter(|reply| reply.is.to == voice.id()).collect();
    html! {
        div.v-samtale {
            div.v-boble.v-boble--egen[own] {
                p { (voice.is.words) }
                span.v-tid { (desk.who.person(voice.is.who)) ", " (dates::instant(say, voice.entry.at, today)) }
            }
            @for reply in &replies {
                div.v-boble {
                    @if let Some(word) = outcome(desk, reply.is.outcome) { p { b { (word) } } }
                    @if !reply.is.words.is_empty() { p { (reply.is.words) } }
                    span.v-tid { (desk.who.author(&reply.entry.author)) ", " (dates::instant(say, reply.entry.at, today)) }
                }
            }
        }
        @if replies.is_empty() { p.v-dus { (expected(desk, voice)) } }
    }
}

/// Which line a question is about, in one sentence.
pub fn about(desk: &Desk<'_>, key: LookedOn) -> String {
    let say = desk.call.say();
    let service = key.service.map(|service| desk.who.service(service)).unwrap_or_default();
    say.with(
        "home-look-about",
        [
            ("name", desk.who.helper(key.actor).into()),
            ("service", service.into()),
            ("day", dates::short(say, key.on, desk.call.today()).into()),
        ],
    )
    .into_owned()
}
