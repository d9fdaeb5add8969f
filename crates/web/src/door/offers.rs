//! Services that are open to all: no referral, no application. Open now until when, or next time.

use crate::door::hours::{Door, door};
use crate::frame::parts::{icon, phone};
use crate::frame::{Call, Page, Shown, dates};
use access::terms::Moment;
use access::{Directory, Service};
use maud::{Markup, html};

/// Address of the page.
pub const PATH: &str = "/tilbud";

pub async fn show(call: Call) -> Shown {
    let directory = call.house.gate.directory();
    let offers = open_to_all(&call, &directory);
    let phone_here = &call.house.municipality.phone;
    let content = html! {
        div.v-hode { div {
            h1 { (call.t("offers-heading")) }
            p.v-ingress { (call.t("door-open-text")) }
        } }
        @if offers.is_empty() {
            section.v-tom {
                h2 { (call.t("offers-none")) }
                p { (call.t("offers-none-text")) " " (phone(phone_here)) "." }
            }
        } @else {
            ul.v-rutenett.v-rutenett--store {
                @for (service, door) in &offers {
                    li.v-kort id=(anchor(service)) {
                        h2 { (service.name) }
                        (about(&call, service, *door, true))
                        (week(&call, service))
                        @if let Some(url) = page_of(service) {
                            p { a href=(url) rel="noreferrer" { (call.t("offers-page")) span.v-skjult { " " (service.name) } (icon("ekstern")) } }
                        }
                    }
                }
            }
        }
    };
    Page::new(call.t("offers-heading")).show(&call, content)
}

/// The open services with how their doors stand, open ones first.
pub fn open_to_all<'d>(call: &Call, directory: &'d Directory) -> Vec<(&'d Service, Door)> {
    let now = Moment::clock_of(call.visit.moment.at);
    let open = directory.services().into_iter().filter(|service| service.open_to_all);
    let mut all: Vec<_> = open.map(|service| (service, door(&service.hours, now))).collect();
    all.sort_by_key(|(_, door)| match door {
        // What is open now stands in the order of the names, not of closing time.
        Door::Open { .. } => None,
        other => Some(*other),
    });
    all
}

/// The id of a service on the page.
pub fn anchor(service: &Service) -> String {
    format!("t-{}", service.id)
}

/// What a service is, when it is open and where. Where the whole card is one link, the number is not another.
pub fn about(call: &Call, service: &Service, door: Door, dial: bool) -> Markup {
    html! {
        @if !service.description.is_empty() { p { (service.description) } }
        (door_words(call, door))
        @if !service.place.is_empty() || service.phone.is_some() {
            p.v-dus.v-liten {
                (service.place)
                @if let Some(number) = &service.phone {
                    @if !service.place.is_empty() { " · " }
                    (call.t("offers-ring")) " " @if dial { (phone(number)) } @else { span.v-nobr { (number) } }
                }
            }
        }
    }
}

/// A service as one of several that may fit: what it is, whether one can just come, and where.
pub fn offer(call: &Call, service: &Service) -> Markup {
    let now = Moment::clock_of(call.visit.moment.at);
    html! {
        @if service.open_to_all {
            (about(call, service, door(&service.hours, now), true))
        } @else {
            @if !service.description.is_empty() { p { (service.description) } }
            p.v-dus.v-liten { (call.t("find-referred")) @if let Some(number) = &service.phone { " " (phone(number)) } }
        }
    }
}

/// How a service's door stands, in words.
pub fn door_words(call: &Call, door: Door) -> Markup {
    let (say, today) = (call.say(), call.today());
    html! {
        @match door {
            Door::Open { until } => p.v-aapent.v-aapent--naa {
                (icon("apent"))
                span { (say.with("offers-open-until", [("time", dates::clock(say, until).into())])) }
            },
            Door::Next { day, from } => p.v-aapent {
                (icon("kalender"))
                span { (say.with("offers-next", [
                    ("day", dates::near(say, day, today).into()),
                    ("time", dates::clock(say, from).into()),
                ])) }
            },
            Door::Unknown => p.v-aapent { (icon("telefon")) span { (call.t("offers-ring-first")) } },
        }
    }
}

fn week(call: &Call, service: &Service) -> Markup {
    let say = call.say();
    let mut hours = service.hours.clone();
    hours.sort_by_key(|hours| (hours.weekday, hours.opens));
    html! {
        @if !hours.is_empty() {
            details.v-mer {
                summary { (call.t("offers-hours")) span.v-skjult { " " (service.name) } }
                ul {
                    @for hours in &hours {
                        li { (say.with("offers-hours-day", [
                            ("day", dates::sentence(&call.t(&format!("weekday-{}", hours.weekday))).into()),
                            ("from", bare(hours.opens).into()),
                            ("until", bare(hours.closes).into()),
                        ])) }
                    }
                }
            }
        }
    }
}

fn bare(time: jiff::civil::Time) -> String {
    format!("{}.{:02}", time.hour(), time.minute())
}

/// The service's own page, when it is one that a link may lead to.
fn page_of(service: &Service) -> Option<&str> {
    service.url.as_deref().filter(|url| url.starts_with("https://") || url.starts_with("http://"))
}
