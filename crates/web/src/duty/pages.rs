//! What the three steps say.

use super::{HOW, LAW, PATH, sector};
use crate::door::{Door, door, door_words};
use crate::frame::form::{Errors, Filled};
use crate::frame::parts::{Asked, Field, dial, done, form, icon, icon_with, listed, phone, press, tag};
use crate::frame::{Call, dates, who};
use access::terms::{Duty, Moment, Role, Sector};
use access::{Directory, ReportNote, ReportedTo, Service};
use maud::{Markup, html};

/// The heading of each step, with where the reader is on the way.
fn head(call: &Call, step: usize) -> Markup {
    let steps = [(PATH, "duty-step-danger"), (LAW, "duty-step-law"), (HOW, "duty-step-how")];
    html! {
        div.v-hode { div {
            h1 { (call.t("duty-title")) }
            p.v-ingress { (call.t("duty-lead")) }
        } }
        nav aria-label=(call.t("duty-steps")) {
            ol.v-steglinje {
                @for (place, (address, key)) in steps.iter().enumerate() {
                    li aria-current=[(place == step).then_some("step")] data-naar=[(place < step).then_some("gjort")] {
                        @if place == step { (call.t(key)) } @else { a href=(address) { (call.t(key)) } }
                    }
                }
            }
        }
    }
}

/// The child welfare services that anybody can turn to, those that are open now first.
fn child_welfare<'d>(call: &Call, directory: &'d Directory) -> Vec<(&'d Service, Door)> {
    let now = Moment::clock_of(call.visit.moment.at);
    let of_sector = |service: &&Service| service.sector == Sector::ChildWelfare;
    let mut all: Vec<&Service> = directory.services().into_iter().filter(of_sector).collect();
    if all.iter().any(|service| service.open_to_all) {
        all.retain(|service| service.open_to_all);
    }
    let mut all: Vec<_> = all.into_iter().map(|service| (service, door(&service.hours, now))).collect();
    all.sort_by_key(|(_, door)| match door {
        Door::Open { .. } => None,
        other => Some(*other),
    });
    all
}

/// A number to ring, as large as a button.
pub fn ring(name: &str, number: &str, first: bool) -> Markup {
    html! {
        a.ds-button href=(dial(number)) data-variant=[(!first).then_some("secondary")] data-color=[first.then_some("danger")] {
            (icon("telefon")) span { (name) " " bdi.v-nobr { (number) } }
        }
    }
}

/// First step: is the child in danger now?
pub fn danger(call: &Call, asked: &Asked, notes: Option<&[ReportNote]>) -> Markup {
    let directory = call.house.gate.directory();
    let numbers = call.house.desk.guide().emergency_numbers(call.today());
    let (child, emergency): (Vec<_>, Vec<_>) = numbers.iter().partition(|number| number.code == "child");
    let open: Vec<_> = child_welfare(call, &directory)
        .into_iter()
        .filter(|(service, door)| service.phone.is_some() && matches!(door, Door::Open { .. }))
        .collect();
    let name = |code: &str| call.t(&format!("duty-number-{code}")).into_owned();
    html! {
        (done(call, asked))
        (head(call, 0))
        section.v-kort.v-kort--venstre data-kant="fare" {
            h2 { (call.t("duty-danger")) }
            p { (call.t("duty-danger-text")) }
            div.v-knapper {
                @for (place, number) in emergency.iter().enumerate() { (ring(&name(&number.code), &number.number, place == 0)) }
            }
            h3 { (call.t("duty-danger-child-welfare")) }
            div.v-knapper {
                @for (service, _) in &open { (ring(&service.name, service.phone.as_deref().unwrap_or_default(), false)) }
                @for number in &child { (ring(&name(&number.code), &number.number, false)) }
            }
            p.v-dus { (call.t("duty-danger-then")) }
        }
        section.v-kort {
            h2 { (call.t("duty-not-now")) }
            p { (call.t("duty-not-now-text")) }
            div.v-knapper {
                a.ds-button href=(LAW) { (call.t("duty-to-law")) (icon_with("neste", "v-snu")) }
                a.ds-button data-variant="secondary" href=(HOW) { (call.t("duty-to-how")) }
            }
            @if matches!(call.visit.role, Role::Helper | Role::Coordinator) {
                p { (call.t("duty-unsure")) " " a href=(crate::consult::NEW) { (call.t("duty-consult")) } }
            }
        }
        @match notes {
            Some([]) => {}
            Some(notes) => { (own_notes(call, notes)) }
            None => { p.v-dus { (call.t("duty-notes-away")) } }
        }
    }
}

fn receiver(call: &Call, to: ReportedTo) -> String {
    match to {
        ReportedTo::Service(id) => {
            let directory = call.house.gate.directory();
            directory
                .service(id)
                .map_or_else(|| call.t("duty-to-child-welfare").into_owned(), |it| it.name.clone())
        }
        ReportedTo::Elsewhere => call.t("duty-to-elsewhere").into_owned(),
        ReportedTo::Police => call.t("duty-to-police").into_owned(),
    }
}

/// The reporter's own notes. Here alone.
fn own_notes(call: &Call, notes: &[ReportNote]) -> Markup {
    let say = call.say();
    let day = |day| dates::near(say, day, call.today());
    html! {
        section.v-kort #notater {
            h2 { (say.say("duty-notes")) }
            p.v-dus { (say.say("duty-notes-only-you")) }
            div.v-linjer {
                @for note in notes {
                    @let late = note.answered.is_none() && note.due < call.today();
                    @let to = receiver(call, note.to);
                    div.v-ting {
                        div {
                            h3 { (say.with("duty-note", [("to", to.clone().into()), ("day", day(note.reported).into())])) }
                            @match note.answered {
                                Some(on) => { p.v-dus { (say.with("duty-note-answered", [("day", day(on).into())])) } }
                                None if late => { p { (say.with("duty-note-late", [("day", day(note.due).into())])) } }
                                None => { p.v-dus { (say.with("duty-note-due", [("day", day(note.due).into())])) } }
                            }
                        }
                        div {
                            @if note.answered.is_some() { (tag("success", "hake", &say.say("duty-status-answered"))) }
                            @else if late { (tag("danger", "klokke", &say.say("duty-status-late"))) }
                            @else { (tag("warning", "venter", &say.say("duty-status-waits"))) }
                            @let address = format!("{PATH}/notat/{}", note.id);
                            @let about = say.with("duty-note-about", [("to", to.into()), ("day", day(note.reported).into())]);
                            @if note.answered.is_none() {
                                (press(call, &format!("{address}/svar"), &[], html! {
                                    button.ds-button data-size="sm" data-variant="secondary" { (say.say("duty-got-answer")) span.v-skjult { " " (about) } }
                                }))
                            }
                            (press(call, &format!("{address}/fjern"), &[], html! {
                                button.ds-button data-size="sm" data-variant="tertiary" { (say.say("duty-remove")) span.v-skjult { " " (about) } }
                            }))
                        }
                    }
                }
            }
        }
    }
}

fn act(call: &Call, code: &str, paragraph: &str, url: &str) -> Markup {
    let name = call.t(&format!("duty-act-{code}"));
    html! { a href=(url) rel="noreferrer" { (name) " § " (paragraph) (icon("ekstern")) } }
}

fn act_of(call: &Call, duty: &Duty) -> Markup {
    act(call, &duty.code, &duty.paragraph, &duty.url)
}

/// Second step: the duty, in plain words, with the official texts.
pub fn law(call: &Call) -> Markup {
    let say = call.say();
    let (guide, today, sector) = (call.house.desk.guide(), call.today(), sector(call));
    let own = sector.and_then(|sector| guide.duty_of(sector, today));
    let averting = guide.averting(today);
    html! {
        (head(call, 1))
        section.v-kort {
            h2 { (say.say("duty-when")) }
            p { (say.say("duty-when-text")) }
            ul { @for code in guide.reasons(today) { li { (say.say(&format!("duty-reason-{code}"))) } } }
            p { (say.say("duty-own-behaviour")) }
            @if let Some(own) = own { p { (say.say("duty-your-law")) " " (act_of(call, own)) } }
            details.v-mer {
                summary { (say.say("duty-other-laws")) }
                ul {
                    @for duty in guide.duties(today) {
                        @let sectors: Vec<String> = duty.sectors.iter().map(|it| say.coded("sector", it.code()).into_owned()).collect();
                        li { (act_of(call, duty)) ": " (listed(call, &sectors)) }
                    }
                }
            }
        }
        section.v-kort {
            h2 { (say.say("duty-personal")) }
            ul {
                @for key in ["duty-personal-own", "duty-personal-leave", "duty-personal-consent", "duty-personal-secrecy", "duty-personal-at-once"] {
                    li { (say.say(key)) }
                }
                @if call.visit.role == Role::Volunteer { li { (say.say("duty-volunteer")) } }
                @if matches!(sector, Some(Sector::MunicipalHealth | Sector::SpecialistHealth)) { li { (say.say("duty-institution")) } }
            }
        }
        section.v-kort {
            h2 { (say.say("duty-avert")) }
            p { (say.say("duty-avert-text")) }
            ul { @for code in &averting.offences { li { (say.say(&format!("duty-offence-{code}"))) } } }
            p { (say.say("duty-avert-everybody")) " " (act(call, &averting.code, &averting.paragraph, &averting.url)) }
            p {
                (say.say("duty-help"))
                @for duty in guide.helping(sector, today) { " " (act_of(call, duty)) }
            }
        }
        div.v-knapper {
            a.ds-button href=(HOW) { (say.say("duty-to-how")) (icon_with("neste", "v-snu")) }
            a.ds-button data-variant="secondary" href=(PATH) { (say.say("duty-back")) }
        }
    }
}

/// Third step: how to report, what happens then, and a note for oneself.
pub fn how(call: &Call, filled: &Filled, errors: &Errors) -> Markup {
    let say = call.say();
    let directory = call.house.gate.directory();
    let services = child_welfare(call, &directory);
    let limits = call.house.gate.limits(&call.visit);
    let number = |number: u16| who::number(call, number.into()).into();
    let mut to: Vec<(String, String, Option<String>)> =
        services.iter().map(|(service, _)| (service.id.to_string(), service.name.clone(), None)).collect();
    for other in [ReportedTo::Elsewhere, ReportedTo::Police] {
        to.push((other.to_string(), dates::sentence(&receiver(call, other)), None));
    }
    html! {
        (errors.summary(call))
        (head(call, 2))
        section.v-kort {
            h2 { (say.say("duty-how")) }
            p { (say.say("duty-how-not-here")) }
            @if services.is_empty() {
                p { (say.say("duty-how-none")) " " (phone(&call.house.municipality.phone)) }
            }
            div.v-linjer {
                @for (service, door) in &services {
                    div {
                        h3 { (service.name) }
                        (door_words(call, *door))
                        div.v-knapper.v-knapper--rolig {
                            @if let Some(number) = &service.phone { (ring(&say.say("duty-ring"), number, false)) }
                            @if let Some(url) = service.url.as_deref().filter(|url| url.starts_with("https://")) {
                                a.ds-button href=(url) rel="noreferrer" { (say.say("duty-form")) span.v-skjult { " " (service.name) } (icon("ekstern")) }
                            }
                        }
                    }
                }
            }
            p { (say.say("duty-how-elsewhere")) }
            h3 { (say.say("duty-say")) }
            ul { @for key in ["duty-say-seen", "duty-say-child", "duty-say-done", "duty-say-you"] { li { (say.say(key)) } } }
            p { (say.say("duty-parents")) }
        }
        section.v-kort {
            h2 { (say.say("duty-then")) }
            ol.v-nummer {
                li { b { (say.with("duty-then-review", [("days", number(limits.report_review_days))])) } span { (say.say("duty-then-review-text")) } }
                li { b { (say.with("duty-then-answer", [("days", number(limits.report_answer_days))])) } span { (say.say("duty-then-answer-text")) } }
                li {
                    b { (say.with("duty-then-inquiry", [("months", number(limits.report_inquiry_months))])) }
                    span { (say.with("duty-then-inquiry-text", [("months", number(limits.report_inquiry_longest_months)), ("days", number(limits.report_answer_days))])) }
                }
            }
            p.v-dus { (say.say("duty-then-party")) }
        }
        section.v-kort #notat {
            h2 { (say.say("duty-note-heading")) }
            p { (say.with("duty-note-text", [("days", number(limits.report_answer_days))])) }
            (form(call, "/bekymret/notat", "v-skjema v-skjema--tett", html! {
                (Field::new("til", say.say("duty-note-to")).choices(call, filled, errors, "radio", &to))
                (Field::new("dag", say.say("duty-note-day")).day(call, filled, errors))
                div.v-knapper { button.ds-button { (say.say("duty-note-keep")) } }
            }))
        }
        p { a href=(LAW) { (say.say("duty-back-law")) } }
    }
}
