//! The front page: what Veven is, how to ask, what is open now, whom to ring when it is urgent.

use crate::door::{ask, offers, report, standing};
use crate::frame::parts::{dial, icon};
use crate::frame::{Call, Page, Shown, assets};
use crate::guide;
use maud::{Markup, PreEscaped, Render, html};

/// The picture of the six threads; the words are filled in.
const PICTURE: &str = include_str!("../../assets/samler.svg");
/// Open services on the front page; the rest stand on a page of their own.
const OFFERS: usize = 4;

pub async fn show(call: Call) -> Shown {
    let content = html! {
        (hero(&call))
        div.v-innhold.v-innhold--bred.v-ramme {
            (coordinator(&call))
            section.v-kort {
                h2 { (call.t("guide-heading")) }
                p.v-les { (call.t("guide-door")) }
                div.v-knapper.v-knapper--rolig { a.ds-button data-variant="secondary" href=(guide::PATH) { (icon("sok")) (call.t("guide-door-go")) } }
            }
            (open_to_all(&call))
            (help_line(&call, true))
            p { (call.t("door-professionals")) " " a href=(report::PATH) { (call.t("door-professionals-link")) } (call.t("door-professionals-yes")) }
        }
    };
    Page::new(call.t("door-title")).bare().show(&call, content)
}

fn hero(call: &Call) -> Markup {
    let municipality = &call.house.municipality;
    html! {
        div.v-dor {
            div.v-ramme {
                div {
                    h1 { (call.t("door-title")) }
                    p.v-ingress { (call.t("door-lead")) }
                    div.v-knapper {
                        a.ds-button href=(ask::PATH) { (icon("send")) (call.t("door-ask")) }
                        a.ds-button data-variant="secondary" href=(dial(&municipality.phone)) {
                            (icon("telefon")) (call.say().with("door-ring", [("phone", municipality.phone.clone().into())]))
                        }
                    }
                    p.v-trygt {
                        span { a href=(standing::PATH) { (call.t("door-standing-link")) } }
                        a.v-bare-smal href=(municipality.leave_url) rel="noreferrer" { (call.t("frame-leave")) }
                    }
                }
                (picture(call))
            }
        }
    }
}

fn picture(call: &Call) -> Markup {
    let mut picture = PICTURE.replace("{bilder}", &assets::url("bilder.svg"));
    for (mark, key) in [
        ("{title}", "door-picture"),
        ("{1}", "door-picture-1"),
        ("{2}", "door-picture-2"),
        ("{3}", "door-picture-3"),
        ("{4}", "door-picture-4"),
        ("{5}", "door-picture-5"),
        ("{6}", "door-picture-6"),
        ("{koordinator}", "door-picture-coordinator"),
        ("{dere}", "door-picture-you"),
    ] {
        picture = picture.replace(mark, &call.t(key).render().into_string());
    }
    PreEscaped(picture)
}

fn coordinator(call: &Call) -> Markup {
    let days = call.house.gate.limits(&call.visit).door_reply_working_days;
    html! {
        section.v-kort {
            h2 { (call.t("door-one-heading")) }
            p.v-les { (call.t("door-one-text")) }
            ol.v-nummer {
                li { b { (call.t("door-step-1")) } span { (call.t("door-step-1-text")) } }
                li { b { (call.say().with("door-step-2", [("days", days.into())])) } span { (call.t("door-step-2-text")) } }
                li { b { (call.t("door-step-3")) } span { (call.t("door-step-3-text")) } }
            }
        }
    }
}

fn open_to_all(call: &Call) -> Markup {
    let directory = call.house.gate.directory();
    let offers = offers::open_to_all(call, &directory);
    html! {
        @if !offers.is_empty() {
            section.v-stabel.v-stabel--tett {
                div {
                    div.v-overskrift {
                        h2 { (call.t("door-open-heading")) }
                        @if offers.len() > OFFERS {
                            a href=(offers::PATH) { (call.say().with("door-open-all", [("count", offers.len().into())])) }
                        }
                    }
                    p.v-dus { (call.t("door-open-text")) }
                }
                ul.v-rutenett {
                    @for (service, door) in offers.iter().take(OFFERS) {
                        li.v-kort.v-kort--tett.v-kort--lenke {
                            h3 { a href={ (offers::PATH) "#" (offers::anchor(service)) } { (service.name) } }
                            (offers::about(call, service, *door, false))
                        }
                    }
                }
            }
        }
    }
}

/// Whom to ring at once: the only red box on a family's page. Without a heading where the question above it is one.
pub fn help_line(call: &Call, headed: bool) -> Markup {
    html! {
        section.v-haster {
            @if headed { h2 { (call.t("door-urgent")) } }
            p {
                (call.t("door-urgent-life")) " " a href="tel:113" { "113" } ". "
                (call.t("door-urgent-doctor")) " " a href="tel:116117" { "116 117" } ". "
                (call.t("door-urgent-child")) " " a href="tel:116111" { "116 111" } (call.t("door-urgent-always"))
            }
        }
    }
}
