//! What Veven is, what it stores, whom it is for and how to say what does not work. Short and true.

use crate::frame::parts::phone;
use crate::frame::{Call, Page, Shown, assets};
use maud::{Markup, html};

/// A page of headings with paragraphs: texts `KEY-heading`, `KEY-lead`, and for each part `KEY-PART` with
/// `KEY-PART-text`.
fn page(call: &Call, key: &str, parts: &[&str], more: Markup) -> Shown {
    let say = call.say();
    let heading = say.say(&format!("{key}-heading"));
    let municipality = &call.house.municipality.name;
    let text = |key: &str| say.with(key, [("municipality", municipality.clone().into())]).into_owned();
    let content = html! {
        div.v-hode { div {
            h1 { (heading) }
            p.v-ingress { (text(&format!("{key}-lead"))) }
        } }
        @for part in parts {
            section.v-stabel.v-stabel--tett {
                h2 { (say.say(&format!("{key}-{part}"))) }
                p.v-les { (text(&format!("{key}-{part}-text"))) }
            }
        }
        (more)
    };
    Page::new(heading.clone()).narrow().show(call, content)
}

pub async fn veven(call: Call) -> Shown {
    page(
        &call,
        "about",
        &["who", "how", "rules", "money"],
        html! {
            p { a href="/be-om-koordinator" { (call.t("door-ask")) } }
        },
    )
}

pub async fn privacy(call: Call) -> Shown {
    page(
        &call,
        "privacy",
        &["stored", "sees", "log", "long", "rights", "young", "cookies", "secret"],
        html! {
            p { a href=(crate::door::processing::PATH) { (call.t("processing-link")) } }
            (ring(&call))
        },
    )
}

pub async fn accessibility(call: Call) -> Shown {
    page(&call, "accessibility", &["aim", "tested", "lacks", "tell"], html! { (ring(&call)) })
}

pub async fn contact(call: Call) -> Shown {
    page(
        &call,
        "contact",
        &[],
        html! {
            section.v-kort {
                h2 { (call.t("contact-ring")) }
                (crate::door::receipt::readers(&call))
                p { (call.t("contact-switchboard")) " " (phone(&call.house.municipality.phone)) "." }
            }
            (crate::door::front::help_line(&call, true))
            p { a href=(crate::door::standing::PATH) { (call.t("door-standing-link")) } }
        },
    )
}

pub async fn source(call: Call) -> Shown {
    let version = env!("CARGO_PKG_VERSION");
    page(
        &call,
        "source",
        &["licence", "others", "get"],
        html! {
            p { (call.say().with("source-version", [("version", version.into())])) }
            p { a href=(assets::url("LICENSES.txt")) { (call.t("source-licences")) } }
            (ring(&call))
        },
    )
}

fn ring(call: &Call) -> Markup {
    html! { p { (call.t("about-ring")) " " (phone(&call.house.municipality.phone)) "." } }
}
