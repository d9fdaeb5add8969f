//! The plan on paper: two or three pages, with the day and a code that tells two copies apart.

use super::overview;
use super::place::{Answered, Desk, Place};
use crate::frame::{Call, dates};
use access::terms::Payload;
use axum::response::IntoResponse;
use maud::html;
use sha2::{Digest, Sha256};

/// The page that is printed.
pub async fn show(place: Place, call: Call) -> Answered {
    let view = place.view(&call, "plan-print").await?;
    let desk = Desk::new(&call, place.base, &view);
    let say = call.say();
    let day = dates::short(say, call.today(), call.today());
    let year = call.today().year();
    let content = html! {
        div.v-ikke-skriv { (desk.crumbs(&[(desk.url("/plan"), say.say("menu-plan").into_owned())], &say.say("plan-print"))) }
        p.v-ikke-skriv.v-ingress { (say.say("plan-print-how")) }
        div.v-hode { div {
            h1 { (overview::heading(&desk)) }
            p.v-dus { (overview::dated(&desk)) }
            p.v-dus { (say.with("plan-printed", [("day", day.into()), ("year", i64::from(year).to_string().into()), ("code", code(&desk).into())])) }
            @if !desk.is_family() && !desk.holds() { p { (say.say("plan-shared-part")) } }
        } }
        (overview::still(&desk))
    };
    Ok(desk.page(say.say("plan-print")).show(&call, content).into_response())
}

/// Six signs that are the same for two readers who see the same plan, and differ when anything of it does. Made of
/// what the reader sees alone, so it tells nothing of the rest.
fn code(desk: &Desk<'_>) -> String {
    let mut hash = Sha256::new();
    for (entry, _) in desk.view.sees().history() {
        let plan = matches!(
            entry.payload,
            Payload::Dream(_)
                | Payload::Goal(_)
                | Payload::Action(_)
                | Payload::Need(_)
                | Payload::Strength(_)
                | Payload::Agreement(_)
                | Payload::Removed(_)
        );
        if plan {
            hash.update(entry.thing.raw().to_be_bytes());
            hash.update(entry.version.to_be_bytes());
        }
    }
    let sum = hash.finalize();
    let signs: String = sum.iter().take(3).map(|byte| format!("{byte:02X}")).collect();
    format!("{}-{}", &signs[..3], &signs[3..])
}
