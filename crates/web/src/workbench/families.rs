//! All of the coordinator's families: why each needs something (or that it does not), what is next, and when
//! somebody last talked with them.

use super::cases::{Case, Mine, last_contact, mine, places, sorted};
use super::reasons::{Teller, edge, picture};
use crate::family::base;
use crate::frame::parts::{Asked, AskedQuery, done, icon, tag};
use crate::frame::{Call, Page, Problem, Shown, dates};
use access::View;
use access::terms::{Role, StepState, timeline};
use axum::extract::Query;
use jiff::civil::Date;
use maud::{Markup, html};

pub(super) async fn page(call: Call, Query(asked): AskedQuery) -> Result<Shown, Problem> {
    call.only(&[Role::Coordinator])?;
    let families = call.house.gate.families(&call.visit).await?;
    let held = |view: &View| view.standing().holds.is_some();
    let views = call.house.gate.views_where(&call.visit, &families, "families", held).await?;
    let cases = sorted(&call, views);
    let page = Page::new(call.t("workbench-families")).at("/arbeid/familier");
    Ok(page.show(&call, content(&call, &asked, &cases)))
}

fn content(call: &Call, asked: &Asked, cases: &[Case]) -> Markup {
    let say = call.say();
    let teller = Teller::new(call);
    let filter = asked.vis.as_deref().unwrap_or_default();
    let only_needing = filter == "trenger";
    let only_own = filter == "egne";
    let all_own = cases.iter().filter(|case| mine(&case.view) == Some(Mine::Own)).count();
    let wanted = |kind: Mine| -> Vec<&Case> {
        cases
            .iter()
            .filter(|case| mine(&case.view) == Some(kind))
            .filter(|case| !only_needing || !case.needs.is_empty())
            .collect()
    };
    let own = wanted(Mine::Own);
    let stood_in = if only_own { Vec::new() } else { wanted(Mine::StandIn) };
    let needing = cases.iter().filter(|case| !case.needs.is_empty()).count();
    html! {
        (done(call, asked))
        div.v-hode {
            div {
                h1 { (say.say("workbench-families")) }
                p.v-dus { (say.with("workbench-families-lead", [("count", all_own.into()), ("places", places(call).into())])) }
            }
            (super::search::box_(call, ""))
        }
        nav aria-label=(say.say("workbench-show")) {
            div.ds-toggle-group {
                a.ds-button data-variant="tertiary" aria-current=[(!only_needing && !only_own).then_some("true")] href="/arbeid/familier" {
                    (say.with("workbench-show-all", [("count", cases.len().into())]))
                }
                @if cases.len() > all_own {
                    a.ds-button data-variant="tertiary" aria-current=[only_own.then_some("true")] href="/arbeid/familier?vis=egne" {
                        (say.with("workbench-show-own", [("count", all_own.into())]))
                    }
                }
                a.ds-button data-variant="tertiary" aria-current=[only_needing.then_some("true")] href="/arbeid/familier?vis=trenger" {
                    (say.with("workbench-show-needing", [("count", needing.into())]))
                }
            }
        }
        @if own.is_empty() && stood_in.is_empty() {
            section.v-tom {
                svg.v-ikon aria-hidden="true" { use href={ (crate::frame::assets::url("sprite.svg")) "#ro" } {} }
                @if only_needing {
                    h2 { (say.say("workbench-nothing")) }
                } @else {
                    h2 { (say.say("workbench-no-families")) }
                    p { (say.say("workbench-no-families-text")) }
                }
            }
        }
        @if !own.is_empty() {
            section.v-kort {
                h2 { (say.say("workbench-own")) }
                (table(call, &teller, &own, "workbench-own"))
            }
        }
        @if !stood_in.is_empty() {
            section.v-kort #vikar {
                h2 { (say.say("workbench-stand-in")) }
                (table(call, &teller, &stood_in, "workbench-stand-in"))
            }
        }
    }
}

fn table(call: &Call, teller: &Teller<'_>, cases: &[&Case], caption: &str) -> Markup {
    let say = call.say();
    html! {
        table.v-tabell.v-tabell--kort {
            caption.v-skjult { (say.say(caption)) }
            thead {
                tr {
                    th scope="col" { (say.say("workbench-col-family")) }
                    th scope="col" { (say.say("workbench-col-why")) }
                    th scope="col" { (say.say("workbench-col-next")) }
                    th scope="col" { (say.say("workbench-col-contact")) }
                }
            }
            tbody {
                @for case in cases {
                    tr {
                        th scope="row" {
                            a href=(base(case.view.family())) { bdi { (case.view.family_name().unwrap_or("…")) } }
                            small { bdi { (teller.members(&case.view)) } }
                        }
                        td data-label=(say.say("workbench-col-why")) {
                            @if let Some(top) = case.needs.first() {
                                ul.v-grunner {
                                    li data-kant=[edge(top.urgency)] { (icon(picture(&top.reason))) span { (teller.sentence(&case.view, top)) } }
                                }
                                @if case.needs.len() > 1 { small { (say.with("workbench-more", [("count", (case.needs.len() - 1).into())])) } }
                            } @else {
                                (tag("success", "hake", &say.say("workbench-not-now")))
                            }
                        }
                        td data-label=(say.say("workbench-col-next")) { (day_or(call, next_day(&case.view), "workbench-no-next")) }
                        td data-label=(say.say("workbench-col-contact")) { (day_or(call, last_contact(&case.view.sees()), "workbench-never")) }
                    }
                }
            }
        }
    }
}

/// The date of the family's next step.
fn next_day(view: &View) -> Option<Date> {
    timeline(&view.sees(), view.moment(), 0)
        .into_iter()
        .find(|step| step.state == StepState::Next)
        .map(|step| step.on)
}

fn day_or(call: &Call, day: Option<Date>, otherwise: &str) -> Markup {
    html! {
        @match day {
            Some(day) => { (dates::day(call.say(), day, call.today())) }
            None => { span.v-dus { (call.t(otherwise)) } }
        }
    }
}
