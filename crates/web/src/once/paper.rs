//! One application on paper, as PDF, and as data that other systems read: exactly what was sent.

use super::{letter, menu, show};
use crate::frame::parts::icon;
use crate::frame::sheet;
use crate::frame::{Call, Problem};
use crate::plan::place::{Answered, Desk, Place};
use access::terms::{Application, Thing, ThingId};
use axum::http::header;
use axum::response::IntoResponse;
use maud::html;
use serde_json::{Value, json};

/// Name and version of the format; docs/applications.md.
const FORMAT: &str = "veven-application";
const VERSION: u32 = 1;

/// To print, or to keep as a document.
pub async fn print(place: Place, call: Call) -> Answered {
    let view = place.view(&call, "application").await?;
    let desk = Desk::new(&call, place.base, &view);
    let found = found(&desk, &place)?;
    let sheet = letter::of(&desk, &found)?;
    let address = format!("{}/soknader/{}", desk.base.path(), found.id());
    let content = html! {
        div.v-ikke-skriv.v-stabel.v-stabel--tett {
            p.v-ingress { (call.t("once-print-how")) }
            p { a href={ (address) "/pdf" } download { (icon("lastned")) " " (call.t("once-pdf")) } }
            p { a href=(address) { (call.t("once-back-application")) } }
        }
        (sheet::whole(&sheet))
        @if !sheet.note.is_empty() { p.v-dus { (sheet.note) } }
    };
    Ok(desk.page(show::title(&desk, found.is)).narrow().at(menu(&call)).show(&call, content).into_response())
}

/// As PDF, to keep or to send on.
pub async fn pdf(place: Place, call: Call) -> Answered {
    let view = place.view(&call, "application").await?;
    let (sheet, name) = {
        let desk = Desk::new(&call, place.base, &view);
        let found = found(&desk, &place)?;
        (letter::of(&desk, &found)?, file_name(found.id()))
    };
    Ok(sheet::pdf(&call, sheet, &name).await?)
}

/// What a copy is called: it is kept in places where others look, so it names nobody.
pub fn file_name(application: ThingId) -> String {
    format!("soknad-{application}")
}

fn found<'a>(desk: &Desk<'a>, place: &Place) -> Result<Thing<'a, Application>, Problem> {
    desk.view.sees().find::<Application>(place.thing()?).ok_or(Problem::Missing)
}

/// As data.
pub async fn data(place: Place, call: Call) -> Answered {
    let view = place.view(&call, "application").await?;
    let desk = Desk::new(&call, place.base, &view);
    let found = found(&desk, &place)?;
    if found.is.sent.is_none() {
        return Err(Problem::Missing.into());
    }
    let name = format!("attachment; filename=\"{}.json\"", file_name(found.id()));
    let body = serde_json::to_string_pretty(&of(&desk, found.is)).unwrap_or_default();
    let headers = [
        (header::CONTENT_TYPE, "application/json; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, name),
    ];
    Ok((headers, body).into_response())
}

fn of(desk: &Desk<'_>, application: &Application) -> Value {
    let catalogue = desk.call.house.rights.catalogue;
    let right = catalogue.right(&application.right).map(|right| &catalogue.rights[right]);
    let dispatch = application.sent.as_ref();
    let facts = application.facts.iter().map(|given| {
        let known = catalogue.fact(&given.name).map(|fact| catalogue.fact_at(fact));
        json!({
            "fact": given.name,
            "about": show::about_given(desk, given.of),
            "label": show::label(desk.call, catalogue, &given.name),
            "value": given.value,
            "unit": known.map(|known| known.unit.clone()),
            "on": given.on.to_string(),
            "source": if given.source.is_empty() { "family" } else { given.source.as_str() },
        })
    });
    json!({
        "format": FORMAT,
        "version": VERSION,
        "municipality": desk.call.house.municipality.name,
        "right": application.right,
        "name": show::right_name(desk.call, &application.right),
        "legal_basis": right.map(|right| right.legal_basis.clone()),
        "to": show::receiver(desk, application),
        "reference": dispatch.map(|it| it.reference.clone()),
        "sent": dispatch.map(|it| it.on.to_string()),
        "applicant": dispatch.map(|it| json!({ "name": it.applicant, "phone": it.phone })),
        "child": dispatch.map(|it| it.child.clone()).filter(|name| !name.is_empty()),
        "words": application.words,
        "facts": facts.collect::<Vec<_>>(),
        "stage": application.stage().code(),
        "decision": application.decision.as_ref().map(|it| json!({
            "on": it.on.to_string(),
            "verdict": it.verdict.code(),
            "words": it.words,
            "amount": it.amount,
            "from": it.from.map(|day| day.to_string()),
            "until": it.until.map(|day| day.to_string()),
            "complain_by": it.complain_by.map(|day| day.to_string()),
            "automatic": it.automatic,
            "rule": it.rule.map(|day| day.to_string()),
        })),
    })
}
