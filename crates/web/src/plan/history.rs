//! Who changed what in the plan, and when: field by field, in words. And the plan as it stood on a day.

use super::overview;
use super::place::{Answered, Ask, Desk, Place};
use super::undo;
use super::words;
use crate::frame::form::{Errors, Filled};
use crate::frame::parts::Field;
use crate::frame::{Call, Problem, dates};
use access::terms::{Entry, Kind as _, Moment, Payload, Removed, ThingId, after};
use axum::extract::Query;
use axum::response::IntoResponse;
use jiff::civil::{Date, Time};
use maud::{Markup, html};
use std::collections::BTreeMap;

/// Changes on one page.
const PAGE: usize = 25;

/// Kinds that belong to the plan.
fn is_plan(entry: &Entry) -> bool {
    matches!(words::kind_of(entry), "dream" | "goal" | "action" | "need" | "strength" | "agreement")
}

/// The history, the plan on a day, or what changed between two days.
pub async fn show(place: Place, call: Call, Query(ask): Query<Ask>) -> Answered {
    let view = place.view(&call, "plan-history").await?;
    let desk = Desk::new(&call, place.base, &view);
    let today = call.today();
    let filled = Filled::empty().set_some("dato", ask.dato.as_deref()).set_some("fra", ask.fra.as_deref());
    let mut errors = Errors::none();
    let on = filled.day("dato", today);
    let on = errors.take(&call, "dato", on).filter(|day| *day <= today);
    let from = filled.day("fra", today);
    let from = errors.take(&call, "fra", from);
    let title = call.t("plan-history").into_owned();
    if let (Some(day), None, true) = (on, from, errors.is_empty()) {
        let then = call.house.gate.view_as_of(&call.visit, view.family(), end_of(day)).await;
        let content = match then {
            Ok(then) => as_of(&Desk::new(&call, place.base, &then), day),
            Err(access::Denied::NotFound) => nothing_yet(&desk, day),
            Err(error) => return Err(Problem::from(error).into()),
        };
        return Ok(desk.page(title).show(&call, content).into_response());
    }
    let content = html! {
        (desk.crumbs(&[(desk.url("/plan"), call.t("menu-plan").into_owned())], &title))
        (undo::told(&desk, &ask))
        (errors.summary(&call))
        div.v-hode { div {
            h1 { (title) }
            p.v-ingress { (call.t("plan-history-text")) }
        } }
        (choose(&desk, &filled, &errors))
        @match from {
            Some(from) if errors.is_empty() => { (between(&desk, from, on.unwrap_or(today))) }
            _ => { (all(&desk, ask.side.unwrap_or(1))) }
        }
    };
    let page = desk.page(title);
    let page = if errors.is_empty() { page } else { page.failed() };
    Ok(page.show(&call, content).into_response())
}

/// The last instant of a Norwegian day.
fn end_of(day: Date) -> jiff::Timestamp {
    let next = Moment::instant(after(day, 1).to_datetime(Time::midnight()));
    next.checked_sub(jiff::SignedDuration::from_nanos(1)).unwrap_or(next)
}

/// A form that asks by address, so that what was found can be kept as a link.
fn choose(desk: &Desk<'_>, filled: &Filled, errors: &Errors) -> Markup {
    let say = desk.call.say();
    html! {
        details.v-mer open[filled.has("dato") || filled.has("fra")] {
            summary { (say.say("plan-look-back")) }
            form.v-skjema.v-skjema--tett method="get" action=(desk.url("/plan/historikk")) {
                div.v-rad.v-rad--topp {
                    (Field::new("fra", say.say("plan-from-day")).optional().day(desk.call, filled, errors))
                    (Field::new("dato", say.say("plan-on-day")).day(desk.call, filled, errors))
                }
                p.v-dus { (say.say("plan-look-back-hint")) }
                div.v-knapper.v-knapper--rolig { button.ds-button data-variant="secondary" { (say.say("plan-look-back-show")) } }
            }
        }
    }
}

fn as_of(then: &Desk<'_>, day: Date) -> Markup {
    let say = then.call.say();
    let on = dates::short(say, day, then.call.today());
    let heading = say.with("plan-as-of", [("day", on.into())]);
    html! {
        (then.crumbs(&[
            (then.url("/plan"), say.say("menu-plan").into_owned()),
            (then.url("/plan/historikk"), say.say("plan-history").into_owned()),
        ], &heading))
        h1 { (heading) }
        div.ds-alert data-color="info" {
            p {
                (say.say("plan-as-of-text")) " "
                a href={ (then.url("/plan/historikk")) "?fra=" (day) } { (say.say("plan-as-of-compare")) }
            }
        }
        (overview::still(then))
    }
}

fn nothing_yet(desk: &Desk<'_>, day: Date) -> Markup {
    let say = desk.call.say();
    let on = dates::short(say, day, desk.call.today());
    html! {
        section.v-tom {
            h1 { (say.with("plan-as-of", [("day", on.into())])) }
            p { (say.say("plan-nothing-then")) }
            p { a href=(desk.url("/plan/historikk")) { (say.say("plan-history")) } }
        }
    }
}

/// Everything, the newest first.
fn all(desk: &Desk<'_>, side: usize) -> Markup {
    let say = desk.call.say();
    let mut found: Vec<(&Entry, Option<&Entry>)> =
        desk.view.sees().history().filter(|(entry, _)| is_plan(entry)).collect();
    found.reverse();
    let pages = found.len().div_ceil(PAGE).max(1);
    let side = side.clamp(1, pages);
    let shown: Vec<_> = found.into_iter().skip((side - 1) * PAGE).take(PAGE).collect();
    let page = |side: usize| format!("{}?side={side}", desk.url("/plan/historikk"));
    html! {
        @if shown.is_empty() { p { (say.say("plan-history-empty")) } }
        @if !shown.is_empty() { section.v-kort { ol.v-linjer { @for (entry, before) in shown { (change(desk, entry, before)) } } } }
        @if pages > 1 {
            nav.ds-pagination aria-label=(say.say("plan-pages")) {
                ol {
                    @if side > 1 { li { a.ds-button data-variant="tertiary" href=(page(side - 1)) { (say.say("plan-newer")) } } }
                    @for number in 1..=pages {
                        li { a.ds-button data-variant="tertiary" aria-current=[(number == side).then_some("true")]
                            aria-label=(say.with("plan-page", [("number", number.into())])) href=(page(number)) { (number) } }
                    }
                    @if side < pages { li { a.ds-button data-variant="tertiary" href=(page(side + 1)) { (say.say("plan-older")) } } }
                }
            }
        }
    }
}

fn sentence(desk: &Desk<'_>, entry: &Entry, before: Option<&Entry>) -> String {
    let say = desk.call.say();
    let what = say.say(&format!("kind-{}", words::kind_of(entry))).into_owned();
    let key = match before {
        _ if Removed::of(&entry.payload).is_some() => "plan-did-remove",
        None => "plan-did-add",
        Some(before) if Removed::of(&before.payload).is_some() => "plan-did-restore",
        Some(_) => "plan-did-change",
    };
    let name = desk.who.author(&entry.author);
    say.with(key, [("name", name.into()), ("what", what.into())]).into_owned()
}

/// What the thing says, also when it has been taken away: then what it said last.
fn title<'a>(desk: &Desk<'a>, entry: &'a Entry) -> Option<&'a str> {
    words::title(&entry.payload).or_else(|| {
        let versions = desk.view.sees().versions(entry.thing);
        versions.into_iter().rev().find_map(|version| words::title(&version.payload))
    })
}

fn change(desk: &Desk<'_>, entry: &Entry, before: Option<&Entry>) -> Markup {
    let say = desk.call.say();
    let newest =
        desk.view.sees().versions(entry.thing).last().is_some_and(|last| last.version == entry.version);
    html! {
        li {
            p.v-dus.v-liten { time datetime=(entry.at) { (dates::sentence(&dates::instant(say, entry.at, desk.call.today()))) } }
            h2.v-liten { (sentence(desk, entry, before)) }
            @if let Some(title) = title(desk, entry) {
                p {
                    @if matches!(entry.payload, Payload::Action(_)) && newest { a href=(desk.url_of("/plan/tiltak", entry.thing)) { (title) } }
                    @else { (title) }
                }
            }
            @if let Payload::Agreement(agreement) = &entry.payload {
                p { (desk.who.person(agreement.by)) @if !agreement.how.is_empty() { ". " (agreement.how) } }
            } @else if before.is_some() { (fields(desk, before, entry)) }
            @if newest {
                @let label = if before.is_some() { "plan-undo-change" } else { "plan-undo-add" };
                (undo::button(desk, entry, "historikk", &say.say(label)))
                @if Removed::of(&entry.payload).is_none() {
                    (super::notes::notes(desk, entry.thing))
                    (super::notes::way(desk, entry.thing, title(desk, entry).unwrap_or_default()))
                }
            }
        }
    }
}

/// The fields that differ, each with what it said and what it says.
pub fn fields(desk: &Desk<'_>, before: Option<&Entry>, after: &Entry) -> Markup {
    let say = desk.call.say();
    html! {
        @if Removed::of(&after.payload).is_some() { p { (say.say("plan-removed")) } }
        @else {
            @let told = words::told(desk, before, after);
            @if told.is_empty() { p.v-dus { (say.say("plan-same")) } }
            @for field in told {
                p {
                    b { (field.name) ": " }
                    @if !field.before.is_empty() { del { span.v-skjult { (say.say("plan-before")) " " } (field.before) } " " }
                    @if field.after.is_empty() { span.v-dus { (say.say("plan-taken-out")) } }
                    @else { ins { span.v-skjult { (say.say("plan-after")) " " } (field.after) } }
                }
            }
        }
    }
}

/// What is different at the end of one day from the end of another, thing by thing.
fn between(desk: &Desk<'_>, from: Date, until: Date) -> Markup {
    let say = desk.call.say();
    let (from, until) = (from.min(until), from.max(until));
    let (start, end) = (end_of(from), end_of(until));
    // For each thing: the last version up to the first day, and the last up to the second.
    let mut things: BTreeMap<(u64, ThingId), (Option<&Entry>, &Entry)> = BTreeMap::new();
    let mut firsts: BTreeMap<ThingId, u64> = BTreeMap::new();
    for (entry, _) in desk.view.sees().history().filter(|(entry, _)| is_plan(entry) && entry.at <= end) {
        let first = *firsts.entry(entry.thing).or_insert(entry.seq);
        let slot = things.entry((first, entry.thing)).or_insert((None, entry));
        if entry.at <= start {
            slot.0 = Some(entry);
        }
        slot.1 = entry;
    }
    let (new, changed): (Vec<_>, Vec<_>) = things.into_values().partition(|(before, _)| before.is_none());
    let gone = |entry: &Entry| Removed::of(&entry.payload).is_some();
    let new: Vec<&Entry> = new.into_iter().map(|(_, now)| now).filter(|now| !gone(now)).collect();
    let changed: Vec<(&Entry, &Entry)> = changed
        .into_iter()
        .filter_map(|(before, now)| Some((before?, now)))
        .filter(|(before, now)| {
            before.version != now.version && (gone(now) || !words::told(desk, Some(before), now).is_empty())
        })
        .collect();
    let day = |day| dates::short(say, day, desk.call.today());
    html! {
        section.v-stabel {
            h2 { (say.with("plan-between", [("from", day(from).into()), ("until", day(until).into())])) }
            p {
                a href={ (desk.url("/plan/historikk")) "?dato=" (from) } { (say.with("plan-as-of", [("day", day(from).into())])) }
            }
            @if changed.is_empty() && new.is_empty() { p { (say.say("plan-between-nothing")) } }
            @for (before, now) in changed { (difference(desk, before, now)) }
            @if !new.is_empty() {
                section.v-kort {
                    h3 { (say.say("plan-is-new")) }
                    ul { @for entry in new { li { (kind(desk, entry)) @if let Some(title) = title(desk, entry) { ": " (title) } } } }
                }
            }
        }
    }
}

/// «Tiltak», «Mål».
fn kind(desk: &Desk<'_>, entry: &Entry) -> String {
    dates::sentence(&desk.call.t(&format!("kind-{}", words::kind_of(entry))))
}

fn difference(desk: &Desk<'_>, before: &Entry, now: &Entry) -> Markup {
    let say = desk.call.say();
    let side = |heading: &str, value: &dyn Fn(&words::Told) -> String, told: &[words::Told]| {
        html! {
            h4 { (say.say(heading)) }
            dl.v-fakta {
                @for field in told {
                    @let text = value(field);
                    dt { (field.name) }
                    dd { @if text.is_empty() { (say.say("plan-nothing-written")) } @else { (text) } }
                }
            }
        }
    };
    let told = words::told(desk, Some(before), now);
    html! {
        section.v-kort.v-kort--tett {
            h3 { (kind(desk, now)) @if let Some(title) = title(desk, now) { ": " (title) } }
            @if Removed::of(&now.payload).is_some() { p { (say.say("plan-removed")) } }
            @else {
                div.v-sammen {
                    div { (side("plan-before-heading", &|field| field.before.clone(), &told)) }
                    div.v-ny { (side("plan-now-heading", &|field| field.after.clone(), &told)) }
                }
            }
        }
    }
}
