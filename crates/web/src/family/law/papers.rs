//! The papers of a case, on a demand that is written down and stands (R53): which kinds of information, about whom and
//! from which days, with nothing chosen beforehand; how many things that would be; and then the papers themselves, for
//! people and for machines. What never leaves is decided in `access::papers`.

mod choose;
mod sheet;

use super::super::head::{below, single};
use super::{Place, conflict, list};
use crate::frame::form::{Errors, Filled, FormOf};
use crate::frame::{Call, Problem, Shown};
use crate::plan::place::{Base, Desk};
use crate::sight::contents::{Item, attachment, kinds};
use access::papers::papers;
use access::terms::{Disclosure, Thing};
use access::{PAPERS, View};
use axum::response::{IntoResponse, Response};
use maud::html;

/// The address of the papers below a demand.
pub(super) const PATH: &str = "papirer";

/// A demand that stands; what is not there, and what was taken back, gives no papers.
fn demand<'v>(view: &'v View, place: &Place) -> Result<Thing<'v, Disclosure>, Problem> {
    let found = view.sees().find::<Disclosure>(place.thing()?).ok_or(Problem::Missing)?;
    if found.is.undone.is_some() { Err(Problem::Missing) } else { Ok(found) }
}

/// What is chosen from.
fn everything<'v>(call: &Call, view: &'v View) -> Vec<Item<'v>> {
    papers(view, &call.house.gate.directory())
}

pub(in crate::family) async fn page(call: Call, place: Place) -> Result<Shown, Problem> {
    let view = place.held(&call, "law").await?;
    let demand = demand(&view, &place)?;
    Ok(form(&call, &view, &demand, &Filled::empty(), &Errors::none()))
}

/// The form; it says first what the demand was.
fn form(call: &Call, view: &View, demand: &Thing<'_, Disclosure>, filled: &Filled, errors: &Errors) -> Shown {
    let heading = call.t("papers-title").into_owned();
    let all = everything(call, view);
    let body = html! {
        (errors.summary(call))
        (below(call, view, &heading, Some(&list::sentence(call, view, &demand.entry.payload))))
        (choose::demanded(call, demand))
        section.v-kort { (choose::fields(call, view, demand, &all, filled, errors)) }
        (choose::never(call))
    };
    single(call, &heading, !errors.is_empty(), body)
}

/// How many things of each kind it would be, and the way to get them.
pub(in crate::family) async fn preview(place: Place, form_in: FormOf) -> Result<Response, Problem> {
    let call = &form_in.call;
    let view = place.held(call, "law").await?;
    let demand = demand(&view, &place)?;
    let all = everything(call, &view);
    let mut errors = Errors::none();
    let Some(scope) = choose::read(call, &all, &form_in.filled, &mut errors) else {
        return Ok(conflict::mend(form(call, &view, &demand, &form_in.filled, &errors)));
    };
    let again = choose::fields(call, &view, &demand, &all, &form_in.filled, &errors);
    let found = scope.of(all);
    let heading = call.t("papers-title").into_owned();
    let body = html! {
        (below(call, &view, &heading, Some(&list::sentence(call, &view, &demand.entry.payload))))
        (choose::counted(call, &view, &demand, &scope, &kinds(&found), &form_in.filled))
        section.v-kort { h2 { (call.t("papers-again")) } (again) }
        (choose::never(call))
    };
    Ok(single(call, &heading, false, body).into_response())
}

/// For people: one PDF.
pub(in crate::family) async fn pdf(place: Place, form_in: FormOf) -> Result<Response, Problem> {
    let call = &form_in.call;
    let view = place.held(call, PAPERS).await?;
    let demand = demand(&view, &place)?;
    let mut errors = Errors::none();
    let all = everything(call, &view);
    let Some(scope) = choose::read(call, &all, &form_in.filled, &mut errors) else {
        return Ok(conflict::mend(form(call, &view, &demand, &form_in.filled, &errors)));
    };
    let name = file_name(call, &demand);
    let sheet = {
        let desk = Desk::new(call, Base::Work(place.family), &view);
        sheet::of(&desk, &demand, &scope, &scope.of(all))
    };
    crate::frame::sheet::pdf(call, sheet, &name).await
}

/// For machines.
pub(in crate::family) async fn data(place: Place, form_in: FormOf) -> Result<Response, Problem> {
    let call = &form_in.call;
    let view = place.held(call, PAPERS).await?;
    let demand = demand(&view, &place)?;
    let mut errors = Errors::none();
    let all = everything(call, &view);
    let Some(scope) = choose::read(call, &all, &form_in.filled, &mut errors) else {
        return Ok(conflict::mend(form(call, &view, &demand, &form_in.filled, &errors)));
    };
    let desk = Desk::new(call, Base::Work(place.family), &view);
    let told = sheet::data(&desk, &demand, &scope, &scope.of(all));
    Ok(attachment(told.to_string(), "application/json", &format!("{}.json", file_name(call, &demand))))
}

/// Says what it is and under which demand, and names nobody.
fn file_name(call: &Call, demand: &Thing<'_, Disclosure>) -> String {
    format!("{}-{}-{}", call.t("papers-file"), demand.id(), call.today())
}
