//! The answers on paper. What was opened for oneself is left out, unless it was asked for.

use super::seen::Seen;
use super::{ANSWERS, answer, answers, arrive, framed, safe};
use crate::frame::FormOf;
use crate::frame::parts::{form as posted, phone};
use axum::response::Response;
use maud::html;
use rights::answer::Status;

pub async fn show(mut form: FormOf) -> Response {
    let mut state = match arrive(&mut form) {
        Err(mend) => return answer(&form, true, mend),
        Ok(state) => state,
    };
    state.only = None;
    let (call, all) = (&form.call, form.filled.has("alt"));
    let own = state.own();
    let seen = Seen::of(call, &state);
    let mut found = seen.found();
    found.retain(|it| it.status != Status::NotEntitled && (all || !own.contains(&it.right)));
    let content = html! {
        div.v-ikke-skriv.v-stabel.v-stabel--tett {
            p.v-ingress { (call.t("guide-print-how")) }
            (safe(call, &state))
            (posted(call, ANSWERS, "", html! {
                (state.hidden())
                button.ds-button data-variant="secondary" { (call.t("guide-back-answers")) }
            }))
        }
        div.v-hode { div {
            h1 { (call.t("guide-answers")) }
            p { (answers::dated(call)) }
            p { (call.t("guide-answers-lead")) }
            p { (call.t("guide-onwards-text")) " " (phone(&call.house.municipality.phone)) "." }
        } }
        (answers::body(&seen, &found, &seen.changes(), true))
    };
    answer(&form, false, framed(call, "guide-answers", &state, false, content))
}
