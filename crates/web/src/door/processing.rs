//! For what information is used, on which basis, who gets it and for how long: the municipality's record of processing
//! (GDPR art. 30), as anybody may read it (R104, R105).

use crate::frame::parts::{listed, lower};
use crate::frame::{Call, Page, Shown};
use access::terms::{Activity, Paragraph};
use maud::{Markup, html};

/// Where it stands.
pub const PATH: &str = "/personvern/oversikt";

pub async fn show(call: Call) -> Shown {
    let say = call.say();
    let municipality = call.house.municipality.name.clone();
    let content = html! {
        div.v-hode { div {
            h1 { (say.say("processing-heading")) }
            p.v-ingress { (say.with("processing-lead", [("municipality", municipality.into())])) }
        } }
        @for activity in call.house.processing.activities(call.today()) { (one(&call, activity)) }
        p { a href="/personvern" { (say.say("processing-back")) } }
    };
    Page::new(say.say("processing-heading")).narrow().show(&call, content)
}

fn one(call: &Call, activity: &Activity) -> Markup {
    let say = call.say();
    let words = |prefix: &str, code: &str| say.coded(prefix, code).into_owned();
    let kinds: Vec<String> =
        activity.categories.iter().map(|kind| lower(&words("category", kind.code()))).collect();
    html! {
        section.v-kort {
            h2 { (words("processing", &activity.code)) }
            p { (say.say(&format!("processing-{}-why", activity.code))) }
            @if !kinds.is_empty() {
                p.v-dus { (say.with("processing-kinds", [("kinds", listed(call, &kinds).into())])) }
            }
            details.v-mer {
                summary { (say.say("processing-more")) span.v-skjult { ": " (words("processing", &activity.code)) } }
                h3 { (say.say("processing-basis")) }
                ul {
                    @for article in &activity.basis { li { (words("processing-basis", article)) } }
                    @for paragraph in &activity.acts { li { (law(call, paragraph)) } }
                }
                @if activity.reasoned { p.v-dus { (say.say("processing-reasoned")) } }
                h3 { (say.say("processing-receivers")) }
                ul { @for receiver in &activity.receivers { li { (words("processing-receiver", receiver)) } } }
                h3 { (say.say("processing-kept")) }
                p { (words("processing-kept", &activity.kept)) }
            }
        }
    }
}

fn law(call: &Call, paragraph: &Paragraph) -> Markup {
    let name = call.say().coded("act-name", &paragraph.act);
    html! { a href=(paragraph.url) rel="noreferrer" { (name) " § " (paragraph.paragraph) } }
}
