//! What was taken in under another family the last month, with the way back.

use crate::frame::parts::{AskedQuery, done, form, icon};
use crate::frame::{Call, FormOf, Page, Problem, Shown, dates, done_url};
use crate::queue::PATH as QUEUE;
use access::SetAside;
use access::terms::{FamilyId, Role, after};
use axum::extract::{Path, Query};
use axum::response::Redirect;
use maud::{Markup, html};

/// Address of the page.
pub const PATH: &str = "/arbeid/venteliste/slatt-sammen";
/// How far back the list goes, in days.
const BACK: i32 = 30;

pub async fn show(call: Call, Query(asked): AskedQuery) -> Result<Shown, Problem> {
    call.only(&[Role::Intake])?;
    let found = call.house.gate.set_aside(&call.visit, after(call.today(), -BACK)).await?;
    let content = html! {
        nav.ds-breadcrumbs aria-label=(call.t("queue-breadcrumb")) {
            a href=(QUEUE) { (call.t("queue-heading")) }
            ol { li { a href=(QUEUE) { (call.t("queue-heading")) } } li { a href=(PATH) aria-current="page" { (call.t("aside-heading")) } } }
        }
        (done(&call, &asked))
        div.v-hode { div { h1 { (call.t("aside-heading")) } p.v-ingress { (call.t("aside-lead")) } } }
        @if found.is_empty() {
            section.v-tom { h2 { (call.t("aside-empty")) } p { (call.t("aside-empty-text")) } }
        }
        @for one in &found { (card(&call, one)) }
    };
    Ok(Page::new(call.t("aside-heading")).narrow().at(QUEUE).show(&call, content))
}

fn card(call: &Call, one: &SetAside) -> Markup {
    let say = call.say();
    let directory = call.house.gate.directory();
    let by = directory.helper(one.by).map(|helper| helper.name.clone()).unwrap_or_default();
    html! {
        article.v-kort {
            div.v-ting {
                div {
                    h2 { (say.with("queue-family", [("name", one.name.clone().into())])) }
                    p { (say.with("aside-on", [
                        ("reference", one.reference.clone().into()),
                        ("day", dates::near(say, one.on, call.today()).into()),
                        ("name", by.into()),
                    ])) }
                }
                div { (undo_button(call, one.into, one.family)) }
            }
        }
    }
}

/// The button that brings a request back.
pub fn undo_button(call: &Call, into: FamilyId, from: FamilyId) -> Markup {
    form(
        call,
        &format!("{QUEUE}/{into}/angre"),
        "",
        html! {
            input type="hidden" name="fra" value=(from);
            button.ds-button data-variant="secondary" { (icon("angre")) (call.t("aside-undo")) }
        },
    )
}

pub async fn undo(Path(into): Path<String>, form: FormOf) -> Result<Redirect, Problem> {
    form.call.only(&[Role::Intake])?;
    let into: FamilyId = into.parse().map_err(|_| Problem::Missing)?;
    let from: FamilyId = form.filled.parse("fra").ok_or(Problem::Missing)?;
    form.call.house.gate.merge(&form.call.visit, into, from, None, form.key.clone()).await?;
    Ok(Redirect::to(&done_url(&format!("{QUEUE}/{from}"), "unmerged")))
}
