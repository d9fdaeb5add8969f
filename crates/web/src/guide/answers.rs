//! The answers, in groups: doors that stand open, what seems to be a right, what is worth applying for, what we must
//! know first, and what is good to know. What does not fit now is never shown as a bare no.

use super::card;
pub use super::card::CARRIER;
use super::reason;
use super::seen::{Found, Seen};
use super::state::State;
use super::state::Step;
use super::{PATH, PRINT, WHO, answer, arrive, framed, safe};
use crate::frame::parts::{icon, phone};
use crate::frame::{Call, FormOf, dates};
use access::terms::Role;
use axum::response::Response;
use maud::{Markup, html};
use rights::answer::Status;
use rights::soon::Change;

pub async fn show(mut form: FormOf) -> Response {
    match arrive(&mut form) {
        Err(mend) => answer(&form, true, mend),
        Ok(mut state) => {
            state.only = None;
            answer(&form, false, page(&form.call, &state))
        }
    }
}

/// Rights that wait for answers and are in sight at once, when all that may matter is looked at.
const FEW: usize = 3;

/// A group of answers: its name in texts, its colour and its picture.
struct Group<'f, 's> {
    key: &'static str,
    look: &'static str,
    picture: &'static str,
    found: Vec<&'f Found<'s>>,
}

/// The groups that have something in them.
fn groups<'f, 's>(seen: &Seen<'_>, found: &'f [Found<'s>]) -> Vec<Group<'f, 's>> {
    // An offer that only the municipality knows of is still a door: one can ask.
    let door = |it: &Found<'_>| {
        let asks = it.answers.iter().all(|answer| seen.may_ask(answer).is_empty());
        seen.open_door(it.right)
            && (it.status == Status::Information || (it.status == Status::MissingInfo && asks))
    };
    let of = |key, look, picture, which: &dyn Fn(&Found<'s>) -> bool| Group {
        key,
        look,
        picture,
        found: found.iter().filter(|it| which(it)).collect(),
    };
    let mut groups = vec![
        of("doors", "v-gruppe--lyng", "omsorg", &door),
        of("entitled", "v-gruppe--gront", "hake", &|it| it.status == Status::Entitled),
        of("worth", "", "soknad", &|it| it.status == Status::WorthApplying),
        of("missing", "", "sporsmal", &|it| it.status == Status::MissingInfo && !door(it)),
        of("know", "", "info", &|it| it.status == Status::Information && !door(it)),
    ];
    groups.retain(|group| !group.found.is_empty());
    groups
}

/// Everything that is shown on screen and on paper.
pub fn body(seen: &Seen<'_>, found: &[Found<'_>], changes: &[Change], paper: bool) -> Markup {
    let call = seen.call;
    html! {
        @for group in groups(seen, found) {
            section.v-stabel.v-stabel--tett {
                div class={ "v-gruppe " (group.look) } {
                    (icon(group.picture))
                    div {
                        h2 { (call.t(&format!("guide-group-{}", group.key))) }
                        p.v-dus { (call.t(&format!("guide-group-{}-text", group.key))) }
                    }
                }
                @let shown = if seen.state.home.is_some() && !paper && group.key == "missing" { FEW } else { usize::MAX };
                @for it in group.found.iter().take(shown) { (card::card(seen, it, changes, paper)) }
                @if group.found.len() > shown {
                    details.v-mer {
                        summary { (call.say().with("guide-show-more", [("count", (group.found.len() - shown).into())])) }
                        div.v-stabel.v-stabel--tett {
                            @for it in group.found.iter().skip(shown) { (card::card(seen, it, changes, paper)) }
                        }
                    }
                }
            }
        }
    }
}

/// The page of answers.
pub fn page(call: &Call, state: &State) -> Markup {
    let seen = Seen::of(call, state);
    let (found, changes, open) = (seen.found(), seen.changes(), !seen.questions().is_empty());
    let no: Vec<&Found<'_>> = found.iter().filter(|it| it.status == Status::NotEntitled).collect();
    let content = html! {
        div.v-hode { div {
            h1 { (call.t("guide-answers")) }
            p.v-ingress { (call.t("guide-answers-lead")) }
            (safe(call, state))
        } }
        // Every button of the page belongs to this form, so that what was told stands on the page once.
        (carrier(call, state))
        @if open || !state.passed.is_empty() {
            section.v-kort.v-kort--dus {
                @if open {
                    p { (call.t("guide-open-questions")) }
                    div.v-knapper.v-knapper--rolig { button.ds-button data-variant="secondary" form=(CARRIER) { (call.t("guide-go-on")) } }
                } @else {
                    p { (call.t("guide-passed-questions")) }
                    div.v-knapper.v-knapper--rolig { button.ds-button data-variant="secondary" form=(CARRIER) name="igjen" value="1" { (call.t("guide-ask-again")) } }
                }
            }
        }
        (body(&seen, &found, &changes, false))
        @if !no.is_empty() {
            details.ds-details.v-boks.v-ikke-skriv {
                summary { (call.t("guide-not-now")) }
                div.v-stabel.v-stabel--tett {
                    p { (call.t("guide-not-now-text")) }
                    @for it in no { (not_now(&seen, it, &changes)) }
                }
            }
        }
        (told(&seen, state))
        (onwards(call, state))
    };
    framed(call, "guide-answers", state, false, content)
}

/// The form that every button of the page belongs to.
pub fn carrier(call: &Call, state: &State) -> Markup {
    html! {
        form #(CARRIER) method="post" action=(state.at(Step::Questions)) {
            (crate::frame::form::hidden(call))
            (state.hidden())
        }
    }
}

/// Something that does not fit now: what decided it, when that may change, and whom to ask again.
pub fn not_now(seen: &Seen<'_>, found: &Found<'_>, changes: &[Change]) -> Markup {
    let (call, right) = (seen.call, seen.right(found.right));
    let soon = card::soon(seen, found, changes);
    html! {
        article.v-kort.v-kort--tett {
            h3 { (right.name.say(seen.language)) }
            @if let Some(first) = found.answers.first() { p { (reason::sentence(seen, first)) } }
            @if soon.is_empty() { p { (call.t("guide-not-now-may-change")) } }
            @for line in soon { p { (icon("senere")) " " (line) } }
            p.v-dus { (call.t("guide-card-decides")) ": " (seen.moment.text(right.authority.say(seen.language), seen.language)) }
            @if let Some(first) = found.answers.first() {
                details.v-mer {
                    summary { (call.say().with("guide-card-reason", [("name", right.name.say(seen.language).into())])) }
                    (reason::whole(seen, first))
                }
            }
        }
    }
}

fn told(seen: &Seen<'_>, state: &State) -> Markup {
    let call = seen.call;
    html! {
        section.v-kort.v-ikke-skriv {
            h2 { (call.t("guide-told")) }
            p.v-dus { (call.t("guide-told-text")) }
            details.v-mer { summary { (call.t("guide-told-show")) }
            dl.v-forhand {
                div {
                    dt { (call.t("guide-told-situations")) }
                    @for it in state.chosen() { dd { (it.name.say(seen.language)) } }
                    dd.v-endre { button.ds-button data-variant="tertiary" data-size="sm" form=(CARRIER) formaction=(PATH) { (call.t("guide-change")) span.v-skjult { ": " (call.t("guide-told-situations")) } } }
                }
                div {
                    dt { (call.t("guide-who")) }
                    dd {
                        (call.say().with("guide-told-children", [("count", state.born.len().into())]))
                        @if let Some(adults) = state.adults { ", " (call.say().with("guide-told-adults", [("count", u64::from(adults).into())])) }
                    }
                    dd.v-endre { button.ds-button data-variant="tertiary" data-size="sm" form=(CARRIER) formaction=(WHO) { (call.t("guide-change")) span.v-skjult { ": " (call.t("guide-who")) } } }
                }
                (card::told(seen, state))
            }
            }
        }
    }
}

/// On paper, to somebody who helps, and to the end.
fn onwards(call: &Call, state: &State) -> Markup {
    html! {
        section.v-kort.v-ikke-skriv {
            h2 { (call.t("guide-onwards")) }
            p { (call.t("guide-onwards-text")) " " (phone(&call.house.municipality.phone)) "." }
            div.v-knapper {
                @if call.visit.role == Role::Citizen {
                    a.ds-button href="/min/si" { (icon("send")) (call.t("guide-tell-coordinator")) }
                } @else {
                    a.ds-button href="/be-om-koordinator" { (icon("send")) (call.t("guide-ask-help")) }
                }
                button.ds-button data-variant="secondary" form=(CARRIER) formaction=(PRINT) { (icon("skrivut")) (call.t("guide-print")) }
                @if !state.own().is_empty() {
                    button.ds-button data-variant="tertiary" form=(CARRIER) formaction=(PRINT) name="alt" value="1" { (call.t("guide-print-own")) }
                }
            }
            @if !state.own().is_empty() { p.v-dus { (call.t("guide-print-own-note")) } }
            (super::keep::offer(call))
            p { a href=(PATH) { (call.t("guide-over")) } ". " (call.t("guide-over-text")) }
        }
    }
}

/// The day in a sentence.
pub fn dated(call: &Call) -> String {
    let day = dates::short(call.say(), call.today(), call.today());
    call.say()
        .with(
            "guide-dated",
            [("day", day.into()), ("year", i64::from(call.today().year()).to_string().into())],
        )
        .into_owned()
}
