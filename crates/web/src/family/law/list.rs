//! What holds for this family now, what waits, and what has been: each with who decided it, when, why and until when.

use super::sort::{Sort, State, days, ended, state};
use super::{disagreement, papers};
use crate::family::readers::about;
use crate::frame::form::seen;
use crate::frame::parts::{form, listed, tag};
use crate::frame::{Call, Who, dates};
use crate::sight::{groups, insight};
use access::View;
use access::terms::{Entry, MandateBasis, Moment, Payload, Recipient};
use maud::{Markup, html};

/// The decisions of a family in their latest version, newest first, with where they stand.
pub(super) fn all<'a>(call: &Call, view: &'a View) -> Vec<(&'a Entry, State)> {
    let sees = view.sees();
    let mut found: Vec<(&Entry, State)> = sees
        .history()
        .filter_map(|(entry, _)| {
            let latest = sees.versions(entry.thing).last().is_some_and(|last| last.version == entry.version);
            Some((entry, state(&entry.payload, call.today())?)).filter(|_| latest)
        })
        .collect();
    found.sort_by_key(|(entry, _)| std::cmp::Reverse(entry.seq));
    found
}

/// A group's name in the middle of a sentence. Abbreviations stay as they are.
fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect()
}

/// A sentence with names in it.
fn said<const N: usize>(call: &Call, key: &str, names: [(&'static str, String); N]) -> String {
    call.say().with(key, names.map(|(name, value)| (name, value.into()))).into_owned()
}

/// What it says, as one sentence.
pub(in crate::family) fn sentence(call: &Call, view: &View, payload: &Payload) -> String {
    let (say, who) = (call.say(), Who::new(call, view));
    match payload {
        Payload::Danger(danger) => said(
            call,
            "vern-danger-is",
            [("protected", who.person(danger.protected)), ("threat", who.person(danger.threat))],
        ),
        Payload::Trusted(trusted) => said(
            call,
            "vern-trusted-is",
            [
                ("helper", who.helper(trusted.helper)),
                ("service", who.service(trusted.service)),
                ("person", who.person(trusted.person)),
            ],
        ),
        Payload::CareOrder(order) => said(
            call,
            "vern-care-order-is",
            [("child", who.person(order.child)), ("service", who.service(order.service))],
        ),
        Payload::Mandate(mandate) => {
            let kinds: Vec<String> =
                groups::of(&mandate.categories).map(|key| lower(&say.say(key))).collect();
            said(
                call,
                "vern-mandate-is",
                [
                    ("holder", who.person(mandate.holder)),
                    ("person", who.person(mandate.person)),
                    ("what", listed(call, &kinds)),
                ],
            )
        }
        Payload::Conflict(conflict) => {
            said(call, "vern-conflict-is", [("helper", who.helper(conflict.helper))])
        }
        Payload::Withholding(kept) => {
            let from: Vec<String> = kept.from.iter().map(|person| who.person(*person)).collect();
            said(
                call,
                "vern-withholding-is",
                [("what", about(call, view, kept.thing)), ("from", listed(call, &from))],
            )
        }
        Payload::Release(told) => {
            let to = match told.to {
                Recipient::Member(person) => who.person(person),
                Recipient::Service(service) => who.service(service),
                Recipient::Helper(helper) => who.helper(helper),
            };
            said(call, "vern-release-is", [("what", about(call, view, told.thing)), ("to", to)])
        }
        Payload::Insight(letter) => said(
            call,
            &match letter.by == letter.about {
                true => format!("vern-insight-own-{}", letter.outcome.code()),
                false => format!("vern-insight-is-{}", letter.outcome.code()),
            },
            [("by", who.person(letter.by)), ("about", who.person(letter.about))],
        ),
        Payload::Disclosure(given) => {
            said(call, "vern-disclosure-is", [("about", who.person(given.about)), ("to", given.to.clone())])
        }
        Payload::Disagreement(it) => disagreement::sentence(call, view, it),
        _ => String::new(),
    }
}

/// On what it rests, and why, as terms and words.
fn reasons(call: &Call, view: &View, entry: &Entry) -> Vec<(String, String)> {
    let payload = &entry.payload;
    let say = call.say();
    let law = |code: &str| (say.say("vern-law").into_owned(), say.coded("law", code).into_owned());
    let fact = |key: &str, words: &str| (say.say(key).into_owned(), words.to_owned());
    let basis = |basis: MandateBasis| say.coded("mandate", basis.code()).into_owned();
    let found = match payload {
        Payload::Danger(danger) => vec![fact("vern-why", &danger.why)],
        Payload::Trusted(trusted) => vec![fact("vern-why", &trusted.why)],
        Payload::CareOrder(order) => vec![fact("vern-law", &order.basis)],
        Payload::Mandate(mandate) => {
            vec![fact("vern-basis", &basis(mandate.basis)), fact("vern-why", &mandate.why)]
        }
        Payload::Conflict(conflict) => vec![fact("vern-why", &conflict.why)],
        Payload::Withholding(kept) => {
            vec![law(&kept.law), fact("vern-why", &kept.why), fact("field-best", &kept.best)]
        }
        Payload::Release(told) => vec![
            law(&told.law),
            fact("vern-purpose", &told.purpose),
            fact("vern-need", &told.need),
            fact("vern-asked", &told.asked),
            fact("field-best", &told.best),
        ],
        Payload::Insight(letter) => [
            Some(fact("vern-insight-request", &letter.asked)),
            letter.law.as_ref().map(|code| law(code)),
            Some(fact("vern-why", &letter.why)),
        ]
        .into_iter()
        .flatten()
        .collect(),
        Payload::Disclosure(given) => {
            let who = Who::new(call, view);
            let told: Vec<String> = given.told.iter().map(|person| who.person(*person)).collect();
            let knows = if told.is_empty() { given.untold.clone() } else { listed(call, &told) };
            let term = if told.is_empty() { "vern-disclosure-nobody" } else { "vern-disclosure-knows" };
            vec![
                law(&given.law),
                fact("vern-disclosure-demanded", &given.demand),
                fact("vern-disclosure-gave", &given.given),
                fact(term, &knows),
            ]
        }
        Payload::Disagreement(it) => disagreement::reasons(call, view, it, entry.thing),
        _ => Vec::new(),
    };
    found.into_iter().filter(|(_, words)| !words.is_empty()).collect()
}

/// From when until when, who wrote it down first, and who approved it or wrote it last.
fn record(call: &Call, view: &View, entry: &Entry, stands: State) -> Vec<String> {
    let (say, who, today) = (call.say(), Who::new(call, view), call.today());
    let day = |day| dates::short(say, day, today);
    let versions = view.sees().versions(entry.thing);
    let first = versions.first().copied().unwrap_or(entry);
    let mut found = Vec::new();
    let (from, until) = days(&entry.payload);
    let from = day(from.unwrap_or(Moment::day_of(first.at)));
    found.push(match until {
        Some(until) => {
            say.with("vern-from-until", [("from", from.into()), ("until", day(until).into())]).into_owned()
        }
        None => say.with("family-since", [("day", from.into())]).into_owned(),
    });
    let by = |key: &str, entry: &Entry| {
        let when = dates::instant(say, entry.at, today);
        say.with(key, [("who", who.author(&entry.author).into()), ("when", when.into())]).into_owned()
    };
    found.push(by("vern-written-by", first));
    if let Payload::Trusted(trusted) = &entry.payload
        && let Some(approver) = trusted.approved_by
    {
        found.push(say.with("vern-approved-by", [("who", who.helper(approver).into())]).into_owned());
    }
    if entry.version != first.version && stands == State::Over {
        found.push(by("vern-ended-by", entry));
    } else if entry.version != first.version && !matches!(entry.payload, Payload::Trusted(_)) {
        found.push(by("vern-changed-by", entry));
    }
    found
}

fn mark(call: &Call, stands: State) -> Markup {
    let (color, picture, key) = match stands {
        State::Waiting => ("warning", "venter", "vern-waiting"),
        State::Coming => ("info", "senere", "vern-coming"),
        State::Holds => ("success", "hake", "vern-holds"),
        State::Over => ("neutral", "stopp", "vern-over"),
    };
    tag(color, picture, &call.t(key))
}

/// One decision, with what can be done about it. `back` is the page to come back to.
pub(in crate::family) fn line(call: &Call, view: &View, entry: &Entry, stands: State, back: &str) -> Markup {
    let say = call.say();
    let base = super::base(view);
    let what = sentence(call, view, &entry.payload);
    let sort = Sort::of(&entry.payload);
    let thing = match &entry.payload {
        Payload::Withholding(kept) => Some(kept.thing),
        Payload::Release(told) => Some(told.thing),
        // One that went to the wrong person is held back there.
        Payload::Insight(_) => Some(entry.thing),
        _ => None,
    };
    html! {
        article.v-ting {
            div {
                h3 { (what) }
                dl.v-fakta {
                    @for (term, words) in reasons(call, view, entry) { dt { (term) } dd { (words) } }
                }
                p.v-dus.v-liten { (record(call, view, entry, stands).join(" · ")) }
                @if matches!(entry.payload, Payload::Insight(_)) {
                    p { a href={ (crate::family::base(view.family())) (insight::PATH) "/" (entry.thing) } { (say.say("insight-read")) span.v-skjult { ": " (what) } } }
                }
                @if sort == Some(Sort::Disclosure) && stands != State::Over {
                    p { a href={ (base) "/" (entry.thing) "/" (papers::PATH) } { (say.say("papers-get")) span.v-skjult { ": " (what) } } }
                }
                @if let Payload::Disagreement(it) = &entry.payload { (disagreement::way(call, view, it)) }
                @if let Some(thing) = thing.filter(|_| back.is_empty()) {
                    p { a href={ (crate::family::base(view.family())) "/hvem-ser/" (thing) } { (say.say("vern-who-sees")) span.v-skjult { ": " (what) } } }
                }
            }
            div {
                @if stands == State::Holds && sort == Some(Sort::Disclosure) { (tag("neutral", "hake", &say.say("vern-disclosure-mark"))) }
                @else if let (Payload::Disagreement(it), State::Holds) = (&entry.payload, stands) { (disagreement::mark(call, it.outcome)) }
                @else { (mark(call, stands)) }
                @if stands != State::Over {
                    @if sort.is_some_and(Sort::changes) {
                        a.ds-button data-variant="tertiary" data-size="sm" href={ (base) "/" (entry.thing) } { (say.say("family-change")) span.v-skjult { ": " (what) } }
                    }
                    @if ended(&entry.payload, call.today()).is_some() {
                        (form(call, &format!("{base}/{}/slutt", entry.thing), "", html! {
                            (seen(entry.thing, entry.version))
                            @if !back.is_empty() { input type="hidden" name="om" value=(back); }
                            button.ds-button data-variant="secondary" data-size="sm" { (say.say(match sort {
                                Some(Sort::Insight) => "insight-take-back",
                                Some(Sort::Disclosure | Sort::Disagreement) => "vern-disclosure-undo",
                                _ => "vern-end",
                            })) span.v-skjult { ": " (what) } }
                        }))
                    }
                }
            }
        }
    }
}

/// The list, in two parts.
pub(super) fn show(call: &Call, view: &View) -> Markup {
    let say = call.say();
    let (now, before): (Vec<_>, Vec<_>) =
        all(call, view).into_iter().partition(|(_, stands)| *stands != State::Over);
    let lines = |these: &[(&Entry, State)]| {
        html! { div.v-linjer { @for (entry, stands) in these { (line(call, view, entry, *stands, "")) } } }
    };
    html! {
        section.v-kort {
            h2 { (say.say("vern-now")) }
            p.v-dus { (say.say("vern-lead")) }
            @if now.is_empty() { p.v-dus { (say.say("vern-nothing")) } } @else { (lines(&now)) }
        }
        @if !before.is_empty() {
            section.v-kort.v-kort--dus { h2 { (say.say("vern-before")) } (lines(&before)) }
        }
    }
}
