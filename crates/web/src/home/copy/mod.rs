//! One's own copy (R93): everything that the reader may see, once for people and once for machines. Made from the
//! reader's view and from nothing else; docs/own-copy.md says how the second is built.

mod data;
mod document;

use crate::frame::Call;
use crate::plan::place::{Answered, Desk, Place};
use crate::sight::contents::{Item, attachment};
use access::{Look, View};
use axum::response::IntoResponse;
use jiff::civil::Date;
use maud::{Markup, html};

/// Looks that are in the copy, at most.
const LOOKS: u32 = 1000;

/// Everything in the view, in the order in which it was first written.
fn items(view: &View) -> Vec<Item<'_>> {
    let sees = view.sees();
    let mut found: Vec<Item<'_>> = Vec::new();
    let mut seen = std::collections::HashSet::new();
    for (entry, _) in sees.history() {
        if seen.insert(entry.thing) {
            found.push(sees.versions(entry.thing));
        }
    }
    found
}

/// The page that explains.
pub async fn page(place: Place, call: Call) -> Answered {
    let view = place.view(&call, "own-copy-page").await?;
    let desk = Desk::new(&call, place.base, &view);
    let title = call.t("copy-title");
    Ok(desk.page(title.clone()).narrow().show(&call, explains(&desk, &title)).into_response())
}

fn explains(desk: &Desk<'_>, title: &str) -> Markup {
    let say = desk.call.say();
    let count = items(desk.view).len();
    let get = |path: &str, key: &str, about: &str| {
        html! {
            section.v-kort {
                h2 { (say.say(key)) }
                p { (say.say(about)) }
                div.v-knapper { a.ds-button data-variant="secondary" href=(path) download { (crate::frame::parts::icon("lastned")) (say.say(&format!("{key}-get"))) } }
            }
        }
    };
    html! {
        (desk.crumbs(&[], title))
        h1 { (title) }
        p.v-ingress { (say.with("copy-text", [("count", count.into())])) }
        (get("/min/kopi/lesbar", "copy-readable", "copy-readable-text"))
        (get("/min/kopi/data", "copy-data", "copy-data-text"))
        section.v-kort.v-kort--dus {
            h2 { (say.say("copy-careful")) }
            p { (say.say("copy-careful-text")) }
            p { (say.say("copy-not-all")) " " a href="/min/si" { (say.say("copy-ask")) } }
        }
        p { (say.say("copy-wrong")) " " a href="/min/plan/historikk" { (say.say("copy-wrong-link")) } }
    }
}

/// What is downloaded: what the view shows, and who has looked, as far as the reader may know it.
struct Copy<'d, 'a> {
    desk: &'d Desk<'a>,
    items: Vec<Item<'a>>,
    looks: Vec<Look>,
}

/// For people: one page that stands alone and can be printed.
pub async fn readable(place: Place, call: Call) -> Answered {
    make(place, call, |copy| (document::of(copy).into_string(), "text/html; charset=utf-8", "html")).await
}

/// For machines.
pub async fn data(place: Place, call: Call) -> Answered {
    make(place, call, |copy| (data::of(copy).to_string(), "application/json", "json")).await
}

async fn make(
    place: Place,
    call: Call,
    with: impl Fn(&Copy<'_, '_>) -> (String, &'static str, &'static str),
) -> Answered {
    let view = place.view(&call, "own-copy").await?;
    let looks = call.house.gate.looks(&view, LOOKS).await?;
    let desk = Desk::new(&call, place.base, &view);
    let copy = Copy { desk: &desk, items: items(&view), looks };
    let (body, kind, ending) = with(&copy);
    Ok(attachment(body, kind, &file_name(&call, ending)))
}

/// Says what it is and when, and names nobody: it lies in a folder that others may open.
fn file_name(call: &Call, ending: &str) -> String {
    let day: Date = call.today();
    format!("{}-{day}.{ending}", call.t("copy-file"))
}
