//! Which coordinators need support: those with families where a duty has waited longer than the municipality allows
//! (R6, R7). Counts about employees; nothing about families.

use crate::frame::Call;
use access::terms::ActorId;
use access::{Denied, FigureRow};
use maud::{Markup, html};

/// The count of each coordinator, the one with most first.
///
/// # Errors
/// The store is not available.
pub async fn counts(call: &Call) -> Result<Vec<FigureRow<ActorId>>, Denied> {
    let mut rows = call.house.gate.untouched_duties(&call.visit).await?;
    rows.sort_by_key(|row| (std::cmp::Reverse((row.count, row.oldest)), row.of));
    Ok(rows)
}

/// The card beside the list.
pub fn card(call: &Call, rows: &[FigureRow<ActorId>]) -> Markup {
    let say = call.say();
    let days = call.house.gate.limits(&call.visit).coordinator_duty_days;
    let directory = call.house.gate.directory();
    html! {
        section.v-kort #oppgaver {
            h2 { (call.t("queue-duties")) }
            p { (say.with("queue-duties-text", [("days", days.into())])) }
            @if rows.is_empty() { p { (call.t("queue-duties-none")) } }
            @else {
                ul.v-linjer {
                    @for row in rows {
                        li {
                            b { bdi { (directory.helper(row.of).map_or_else(|| call.t("who-helper").into_owned(), |it| it.name.clone())) } }
                            p.v-dus.v-liten { (say.with("queue-duties-row", [("count", row.count.into()), ("days", row.oldest.into())])) }
                        }
                    }
                }
            }
        }
    }
}
