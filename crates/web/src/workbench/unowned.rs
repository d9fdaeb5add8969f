//! What nobody owns, oldest first, each with somebody to ask in one step.

use super::asking::{SOMEBODY_ELSE, team_options};
use super::cases::{Case, Figures, ownerless};
use super::reasons::{Teller, is_unowned, phrase};
use super::standing::{asked_for, due};
use crate::family::base;
use crate::frame::parts::form;
use crate::frame::{Call, dates};
use access::View;
use access::terms::{Action, Attention, Horizon, Need, NeedId, Reason, ThingId};
use maud::{Markup, html};
use std::collections::BTreeMap;

/// Rows shown before «Se alle».
pub(super) const SHOWN: usize = 5;

/// Something to mend in the row of a thing.
pub(super) type RowError = (ThingId, String);

/// The table.
pub(super) fn card(
    call: &Call,
    teller: &Teller<'_>,
    figures: &Figures,
    cases: &[Case],
    error: Option<&RowError>,
) -> Markup {
    let say = call.say();
    let mut rows = ownerless(cases);
    // A row that must be mended is shown, wherever it stands.
    let at = rows
        .iter()
        .position(|(_, item)| error.is_some_and(|(thing, _)| Some(*thing) == thing_of(&item.reason)));
    if let Some(at) = at.filter(|at| *at >= SHOWN) {
        let row = rows.remove(at);
        rows.insert(0, row);
    }
    rows.truncate(SHOWN);
    html! {
        @if !rows.is_empty() {
            section.v-kort #uten {
                h2 { (say.say("workbench-unowned")) }
                p.v-dus { (say.with("workbench-unowned-text", [("days", call.house.gate.limits(&call.visit).request_working_days.into())])) }
                table.v-tabell.v-tabell--kort {
                    caption.v-skjult { (say.say("workbench-unowned")) }
                    thead {
                        tr {
                            th scope="col" { (say.say("workbench-col-family")) }
                            th scope="col" { (say.say("workbench-col-action")) }
                            th scope="col" { (say.say("workbench-col-days")) }
                            th.v-bredere scope="col" { (say.say("workbench-col-ask")) }
                        }
                    }
                    tbody {
                        @for (case, item) in &rows { (row(call, teller, case, item, error)) }
                    }
                }
                @if figures.unowned > rows.len() {
                    p { a href="/arbeid/liste?vis=uten" { (say.with("workbench-all-unowned", [("count", figures.unowned.into())])) } }
                }
            }
        }
    }
}

/// The thing that a reason about something without an owner is about.
fn thing_of(reason: &Reason) -> Option<ThingId> {
    match reason {
        Reason::ActionWithoutOwner(action) => Some(action.thing()),
        Reason::NeedWithoutOwner(need) | Reason::AcuteNeedWithoutAction(need) => Some(need.thing()),
        _ => None,
    }
}

/// A row without the hidden fields of its form, which are new in each page.
struct Row {
    cells: Markup,
    /// Whom one asks, as the content of a form; or nothing, when somebody has been asked.
    ask: Option<Markup>,
}

/// The rows of a family, by thing.
struct Rows(BTreeMap<ThingId, Row>);

impl Rows {
    fn of(call: &Call, teller: &Teller<'_>, case: &Case) -> Self {
        let unowned = case.needs.iter().filter(|item| is_unowned(&case.view, &item.reason));
        let row = |item: &Attention| {
            let thing = thing_of(&item.reason)?;
            Some((thing, row_of(call, teller, &case.view, item, thing, None)))
        };
        Self(unowned.filter_map(row).collect())
    }
}

fn row(call: &Call, teller: &Teller<'_>, case: &Case, item: &Attention, error: Option<&RowError>) -> Markup {
    let Some(thing) = thing_of(&item.reason) else { return html! {} };
    match error.filter(|(about, _)| *about == thing) {
        Some((_, wrong)) => shown(call, &row_of(call, teller, &case.view, item, thing, Some(wrong))),
        None => {
            let rows = call.once(&case.view, || Rows::of(call, teller, case));
            rows.0.get(&thing).map_or_else(|| html! {}, |row| shown(call, row))
        }
    }
}

fn shown(call: &Call, row: &Row) -> Markup {
    html! {
        tr {
            (row.cells)
            @if let Some(ask) = &row.ask { td { (form(call, "/arbeid/spor", "v-sok", html! { (ask) })) } }
        }
    }
}

fn row_of(
    call: &Call,
    teller: &Teller<'_>,
    view: &View,
    item: &Attention,
    thing: ThingId,
    wrong: Option<&String>,
) -> Row {
    let say = call.say();
    let words = super::asking::words_of(view, thing);
    let field = format!("hvem-{thing}");
    let family = view.family();
    let asked = asked_for(view, thing);
    let cells = html! {
        th scope="row" { a href=(base(family)) { bdi { (view.family_name().unwrap_or("…")) } } }
        td data-label=(say.say("workbench-col-action")) {
            (words)
            @if let Some(small) = context(call, view, thing) { small { (small) } }
        }
        td.v-nobr data-label=(say.say("workbench-col-days")) { (say.with("workbench-days", [("days", item.days.into())])) }
        @if let Some(request) = &asked {
            td {
                p {
                    a href={ (base(family)) "/spor/" (request.id()) } { (say.with("workbench-asked", [("who", teller.helper(request.is.to).into())])) }
                    " " (say.with("workbench-answer-by", [("day", dates::near(say, due(view, request), call.today()).into())]))
                }
            }
        }
    };
    let ask = || {
        html! {
            input type="hidden" name="familie" value=(family);
            input type="hidden" name="tiltak" value=(thing);
            div.ds-field {
                label.v-skjult for=(field) { (say.with("workbench-ask-about", [("words", words.clone().into())])) }
                @if let Some(text) = wrong { div.ds-validation-message id={ (field) "-feil" } { (text) } }
                select.ds-input id=(field) name="hvem" aria-invalid=[wrong.map(|_| "true")]
                    aria-describedby=[wrong.map(|_| format!("{field}-feil"))] {
                    option value="" { (say.say("workbench-choose")) }
                    option value="meg" { (say.say("workbench-myself")) }
                    (team_options(call, teller.directory(), view))
                    option value=(SOMEBODY_ELSE) { (say.say("workbench-somebody-else")) }
                }
            }
            button.ds-button data-variant="secondary" { (say.say("workbench-ask")) span.v-skjult { ": " (words) } }
        }
    };
    Row { ask: asked.is_none().then(ask), cells }
}

/// What stands below an action without an owner: the need that it meets, or that it is acute.
fn context(call: &Call, view: &View, thing: ThingId) -> Option<String> {
    let sees = view.sees();
    if let Some(need) = sees.find::<Need>(NeedId::from(thing)) {
        let acute = need.is.horizon == Horizon::Acute;
        return Some(call.t(if acute { "workbench-need-acute" } else { "workbench-need" }).into_owned());
    }
    let need = sees.find::<Action>(thing)?.is.need?;
    sees.find::<Need>(need).map(|need| phrase(&need.is.words))
}
