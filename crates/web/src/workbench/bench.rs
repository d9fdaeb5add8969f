//! The workbench page.

use super::cases::{
    Case, Figures, Mine, Needs, last_contact, meetings, mine, needing, ownerless, places, sorted,
};
use super::reasons::{Teller, edge};
use super::unowned::{self, RowError};
use crate::family::base;
use crate::family::interpreter;
use crate::family::offered;
use crate::frame::form::{Errors, Filled};
use crate::frame::parts::{Asked, AskedQuery, done, icon};
use crate::frame::who::number;
use crate::frame::{Call, Page, Problem, Shown, dates};
use access::View;
use access::terms::Role;
use axum::extract::Query;
use maud::{Markup, html};
use std::sync::Arc;

/// Families shown before «Se alle».
const FAMILIES: usize = 10;
/// Reasons shown for each family.
const REASONS: usize = 3;
/// Meetings shown.
const MEETINGS: usize = 4;
/// Families suggested when nobody needs anything.
const SUGGESTED: usize = 2;

pub(super) async fn page(call: Call, Query(asked): AskedQuery) -> Result<Shown, Problem> {
    show(&call, &asked, None).await
}

/// The whole page; with an error it is shown again at the row that it is about.
pub(super) async fn show(call: &Call, asked: &Asked, error: Option<RowError>) -> Result<Shown, Problem> {
    call.only(&[Role::Coordinator])?;
    let gate = &call.house.gate;
    let families = gate.families(&call.visit).await?;
    let (views, (figures, needs)) =
        gate.views_picked(&call.visit, &families, "workbench", |views| pick(call, views)).await?;
    let cases: Vec<Case> = views.into_iter().zip(needs).map(|(view, needs)| Case { view, needs }).collect();
    let page = Page::new(call.t("workbench-heading")).at("/arbeid");
    let page = if error.is_some() { page.failed() } else { page };
    Ok(page.show(call, content(call, asked, &figures, &cases, error.as_ref())))
}

/// Keeps the families that the page shows: the first ones that need something, those with the oldest things
/// without an owner, the questions to oneself; and when nobody needs anything, those not talked to for longest.
fn pick(call: &Call, views: Vec<View>) -> (Vec<View>, (Figures, Vec<Needs>)) {
    let mut cases = sorted(call, views);
    let figures = Figures::of(&cases);
    let mut shown: Vec<_> = cases
        .iter()
        .filter(|case| mine(&case.view) == Some(Mine::Asked))
        .chain(needing(&cases, Mine::Own).take(FAMILIES))
        .chain(needing(&cases, Mine::StandIn).take(FAMILIES))
        .chain(ownerless(&cases).into_iter().take(unowned::SHOWN).map(|(case, _)| case))
        .chain(meetings(&cases).into_iter().take(MEETINGS).map(|(case, ..)| case))
        .map(|case| case.view.family())
        .collect();
    if figures.needing == 0 {
        shown.extend(longest_silent(&cases).into_iter().map(|case| case.view.family()));
    }
    cases.retain(|case| shown.contains(&case.view.family()));
    let (views, needs) = cases.into_iter().map(|case| (case.view, case.needs)).unzip();
    (views, (figures, needs))
}

fn longest_silent(cases: &[Case]) -> Vec<&Case> {
    let mut own: Vec<&Case> = cases.iter().filter(|case| mine(&case.view) == Some(Mine::Own)).collect();
    own.sort_by_cached_key(|case| last_contact(&case.view.sees()));
    own.truncate(SUGGESTED);
    own
}

fn content(
    call: &Call,
    asked: &Asked,
    figures: &Figures,
    cases: &[Case],
    error: Option<&RowError>,
) -> Markup {
    let say = call.say();
    let teller = Teller::new(call);
    let asked_me: Vec<&Case> = cases.iter().filter(|case| mine(&case.view) == Some(Mine::Asked)).collect();
    let mut errors = Errors::none();
    if let Some((thing, text)) = error {
        errors.add(&format!("hvem-{thing}"), text.clone());
    }
    html! {
        (done(call, asked))
        (errors.summary(call))
        div.v-hode {
            div {
                h1 { (say.say("workbench-heading")) }
                p.v-dus {
                    (dates::sentence(&dates::long(say, call.today(), call.today()))) ". "
                    (dates::sentence(&say.with("workbench-lead", [("count", figures.needing.into()), ("number", number(call, figures.needing).into())])))
                }
            }
            (super::search::box_(call, ""))
        }
        @for case in &asked_me {
            (offered::question(call, &case.view, &Filled::empty(), &Errors::none(), true))
        }
        (keys(call, figures))
        div.v-to {
            div.v-stabel {
                (first(call, &teller, figures, cases))
                (stood_in(call, &teller, figures, cases))
                (unowned::card(call, &teller, figures, cases, error))
            }
            div.v-stabel {
                (capacity(call, figures))
                (coming(call, figures, cases))
            }
        }
    }
}

fn keys(call: &Call, figures: &Figures) -> Markup {
    let say = call.say();
    let key = |href: &str, count: usize, text: &str| {
        html! { li { a.v-nokkel href=(href) { b { (count) } " " (say.with(text, [("count", count.into())])) } } }
    };
    html! {
        ul.v-nokler {
            (key("/arbeid/familier?vis=trenger", figures.needing, "workbench-key-needing"))
            (key("/arbeid/liste?vis=uten", figures.unowned, "workbench-key-unowned"))
            (key("/arbeid/liste?vis=svar", figures.late_answers, "workbench-key-answers"))
            (key("/arbeid/liste?vis=moter", figures.meetings, "workbench-key-meetings"))
            li {
                a.v-nokkel href="/arbeid/familier?vis=egne" {
                    b { (figures.families) " " span { (say.with("workbench-of", [("places", places(call).into())])) } }
                    " " (say.with("workbench-key-families", [("count", figures.families.into())]))
                }
            }
        }
    }
}

fn first(call: &Call, teller: &Teller<'_>, figures: &Figures, cases: &[Case]) -> Markup {
    let say = call.say();
    let own: Vec<&Case> = needing(cases, Mine::Own).take(FAMILIES).collect();
    html! {
        @if own.is_empty() {
            (nothing(call, figures, cases))
        } @else {
            div.v-stabel.v-stabel--tett {
                div.v-overskrift {
                    h2 #trenger { (say.say("workbench-first")) }
                    details.v-mer {
                        summary { (say.say("workbench-why")) }
                        p { (say.say("workbench-rules")) }
                        ol {
                            @for rule in 1..=4 { li { (say.say(&format!("workbench-rule-{rule}"))) } }
                        }
                        p { (say.say("workbench-rules-more")) }
                    }
                }
                div.v-saker {
                    @for case in &own { (article(call, teller, case).0) }
                }
                p { a href="/arbeid/familier" { (say.with("workbench-all", [("count", figures.families.into())])) } }
            }
        }
    }
}

/// The card of a family.
struct Article(Markup);

fn article(call: &Call, teller: &Teller<'_>, case: &Case) -> Arc<Article> {
    call.once(&case.view, || Article(article_of(call, teller, case)))
}

fn article_of(call: &Call, teller: &Teller<'_>, case: &Case) -> Markup {
    let Some(top) = case.needs.first() else { return html! {} };
    let way = teller.way(&case.view, top);
    let url = base(case.view.family());
    let name = teller.family(&case.view);
    html! {
        article.v-kort.v-kort--venstre.v-sak data-kant=[edge(top.urgency)] {
            div.v-sak__rad {
                div.v-sak__om {
                    h3 { a href=(url) { (name) } }
                    p.v-dus.v-liten { bdi { (teller.members(&case.view)) } }
                    (teller.reasons(&case.view, &case.needs, REASONS))
                }
                div.v-knapper {
                    a.ds-button href=(way.href) { (icon(way.picture)) (way.label) span.v-skjult { ", " (name) } }
                    a.ds-button data-variant="secondary" href=(url) { (call.t("workbench-open")) span.v-skjult { " " (name) } }
                }
            }
        }
    }
}

/// Nobody needs anything now: when that was checked, and whom one could ring.
fn nothing(call: &Call, figures: &Figures, cases: &[Case]) -> Markup {
    let say = call.say();
    let clock = dates::clock(say, access::terms::Moment::clock_of(call.visit.moment.at).time());
    html! {
        section.v-tom {
            svg.v-ikon aria-hidden="true" { use href={ (crate::frame::assets::url("sprite.svg")) "#ro" } {} }
            @if figures.families == 0 {
                h2 { (say.say("workbench-no-families")) }
                p { (say.say("workbench-no-families-text")) }
            } @else {
                h2 { (say.say("workbench-nothing")) }
                p { (say.with("workbench-nothing-text", [("clock", clock.into())])) }
                @let silent = if figures.needing == 0 { longest_silent(cases) } else { Vec::new() };
                @if !silent.is_empty() {
                    p {
                        (say.say("workbench-suggestion")) " "
                        @for (place, case) in silent.iter().enumerate() {
                            @if place > 0 { " " (say.say("workbench-or")) " " }
                            a href={ (base(case.view.family())) "/kontakt" } { bdi { (case.view.family_name().unwrap_or("…")) } }
                            " (" (ago(call, &case.view)) ")"
                        }
                        "."
                    }
                }
            }
        }
    }
}

fn ago(call: &Call, view: &View) -> String {
    let days = last_contact(&view.sees()).map(|day| call.visit.moment.days_since(day));
    match days {
        Some(days) => call.say().with("workbench-days-ago", [("days", days.into())]).into_owned(),
        None => call.t("workbench-never").into_owned(),
    }
}

fn stood_in(call: &Call, teller: &Teller<'_>, figures: &Figures, cases: &[Case]) -> Markup {
    let say = call.say();
    html! {
        @if figures.stood_in > 0 {
            div.v-stabel.v-stabel--tett {
                div.v-overskrift { h2 { (say.say("workbench-stand-in")) } }
                div.v-saker {
                    @for case in needing(cases, Mine::StandIn).take(FAMILIES) { (article(call, teller, case).0) }
                }
                p { a href="/arbeid/familier#vikar" { (say.with("workbench-all-stand-in", [("count", figures.stood_in.into())])) } }
            }
        }
    }
}

/// The next meetings, over all families.
fn coming(call: &Call, figures: &Figures, cases: &[Case]) -> Markup {
    let say = call.say();
    let meetings = meetings(cases);
    html! {
        @if !meetings.is_empty() {
            section.v-kort {
                h2 { (say.say("workbench-coming")) }
                div.v-linjer {
                    @for (case, meeting) in meetings.iter().take(MEETINGS) {
                        @let day = dates::near(say, meeting.is.at.date(), call.today());
                        @let name = case.view.family_name().unwrap_or("…");
                        div {
                            h3 { a href={ (base(case.view.family())) "/mote/" (meeting.id()) } { (meeting.is.title) } }
                            p { (dates::sentence(&format!("{day} {}", dates::clock(say, meeting.is.at.time())))) }
                            p.v-dus.v-liten { (say.with("workbench-family", [("name", name.into())])) }
                            (interpreter::mark(call, &case.view, meeting.is))
                        }
                    }
                }
                @if figures.meetings > MEETINGS {
                    p { a href="/arbeid/liste?vis=moter" { (say.with("workbench-all-meetings", [("count", figures.meetings.into())])) } }
                }
            }
        }
    }
}

fn capacity(call: &Call, figures: &Figures) -> Markup {
    let say = call.say();
    let places = places(call);
    let taken = figures.families;
    let (key, count) = match taken.cmp(&places) {
        std::cmp::Ordering::Less => ("workbench-free", places - taken),
        std::cmp::Ordering::Equal => ("workbench-full", 0),
        std::cmp::Ordering::Greater => ("workbench-over", taken - places),
    };
    html! {
        section.v-kort {
            h2 { (say.say("workbench-capacity")) }
            p { b { (say.with(key, [("count", count.into()), ("number", number(call, count).into())])) } }
            div.v-plasser role="img" aria-label=(say.with("workbench-places", [("taken", taken.into()), ("places", places.into())])) {
                @for place in 0..taken.max(places) {
                    span class=(if place >= places { "v-plass v-plass--over" } else if place < taken { "v-plass v-plass--full" } else { "v-plass" }) {}
                }
            }
            @if taken >= places { p.v-dus { (say.say("workbench-full-text")) } }
            @if figures.stood_in > 0 { p.v-dus { (say.with("workbench-stands-in", [("count", figures.stood_in.into())])) } }
            @if figures.waiting > 0 {
                p { a href="/arbeid/venteliste" { (dates::sentence(&say.with("workbench-waiting", [("count", figures.waiting.into()), ("number", number(call, figures.waiting).into())]))) } }
            }
        }
    }
}
