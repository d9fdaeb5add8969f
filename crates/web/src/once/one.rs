//! One application: where it stands, what was sent, what was answered, and what can be done now.

use super::{letter, menu, show};
use crate::frame::form::{Errors, Filled, seen};
use crate::frame::parts::{Asked, Field, done, icon};
use crate::frame::{Call, Problem, sheet};
use crate::guide::language;
use crate::plan::place::{Answered, Ask, Desk, Place};
use access::terms::{Application, Applying, Command, Stage, Thing, told};
use axum::extract::Query;
use axum::response::IntoResponse;
use maud::{Markup, html};

/// The page.
pub async fn show(place: Place, call: Call, Query(ask): Query<Ask>) -> Answered {
    let view = place.view(&call, "application").await?;
    let desk = Desk::new(&call, place.base, &view);
    let one = view.sees().find::<Application>(place.thing()?).ok_or(Problem::Missing)?;
    let asked = Asked { gjort: ask.gjort, ..Asked::default() };
    let content = page(&desk, &asked, &one, &Filled::empty(), &Errors::none());
    Ok(desk.page(show::title(&desk, one.is)).at(menu(&call)).show(&call, content).into_response())
}

/// The same with a form that must be mended.
pub fn page(
    desk: &Desk<'_>,
    asked: &Asked,
    one: &Thing<'_, Application>,
    filled: &Filled,
    errors: &Errors,
) -> Markup {
    let (call, say) = (desk.call, desk.call.say());
    let base = desk.base.path();
    let title = show::title(desk, one.is);
    html! {
        (done(call, asked))
        (errors.summary(call))
        (desk.crumbs(&[(format!("{base}/soknader"), say.say("once-applications").into_owned())], &title))
        div.v-hode { div {
            h1 { (title) }
            p.v-dus { (show::receiver(desk, one.is)) }
            (show::stage(call, one.is))
        } }
        div.v-to {
            div.v-stabel {
                section.v-kort {
                    (show::steps(call, one.is))
                    @if let Some(line) = super::list::next(desk, one.is) { p { b { (line) } } }
                    (deliver(desk, one.is))
                    (now(desk, one, filled, errors))
                }
                @for part in [letter::answered(desk, one.is), letter::talk(desk, one.is)].iter().flatten() { (sheet::markup(part)) }
                (letter::card(desk, one.is))
            }
            div.v-stabel { (differs(desk, one.is)) (about(desk, one.is)) (papers(desk, one)) }
        }
    }
}

/// How to deliver what nobody here answers.
fn deliver(desk: &Desk<'_>, application: &Application) -> Markup {
    let call = desk.call;
    let catalogue = call.house.rights.catalogue;
    let right = catalogue.right(&application.right).map(|right| &catalogue.rights[right]);
    let apply = right.and_then(|right| right.apply.as_ref());
    let waits = application.stage() == Stage::Sent && application.receiver.is_none();
    html! {
        @if waits && let Some(apply) = apply {
            p { (catalogue.on(call.today()).text(apply.say(language(call.lang)), language(call.lang))) }
        }
    }
}

/// What can be done now, by this reader.
fn now(desk: &Desk<'_>, one: &Thing<'_, Application>, filled: &Filled, errors: &Errors) -> Markup {
    let (call, say) = (desk.call, desk.call.say());
    let action = format!("{}/soknader/{}", desk.base.path(), one.id());
    let version = (one.id(), one.entry.version);
    let words = || String::from("x");
    let may = |act: Applying| desk.may(&Command::Apply(act));
    let form = |step: &str, content: Markup| {
        desk.form(
            &action,
            "v-skjema v-skjema--tett",
            html! {
                (seen(version.0, version.1))
                input type="hidden" name="steg" value=(step);
                (content)
            },
        )
    };
    let stage = one.is.stage();
    let open = !errors.is_empty();
    let fold = |step: &'static str, title: &str, inside: Markup| {
        html! { details.ds-details.v-boks open[open && filled.raw("steg") == step] { summary { (title) } (form(step, inside)) } }
    };
    let decide = Applying::Decide { application: version, decision: super::steps::blank(call) };
    html! {
        @if stage == Stage::Draft && desk.open {
            div.v-knapper { a.ds-button href={ (desk.base.path()) "/soknader/skjema" } { (icon("rediger")) (say.say("once-go-on-form")) } }
        }
        @if stage == Stage::MoreNeeded && may(Applying::AnswerMore { application: version, words: words() }) {
            (form("svar", html! {
                @if let Some(more) = one.is.open_question() { p.v-boble.v-boble--sporsmal { (more.words) } }
                (Field::new("ord", say.say("once-answer-more")).area(call, filled, errors, 3))
                div.v-knapper { button.ds-button { (icon("send")) (say.say("once-answer-more-send")) } }
            }))
        }
        @if stage == Stage::Sent && may(Applying::Receive(version)) {
            (form("mottatt", html! { div.v-knapper { button.ds-button { (icon("hake")) (say.say("once-delivered")) } } }))
        }
        @if one.is.receiver.is_none() && stage.waits() && stage != Stage::Complained && may(decide) {
            (fold("vedtak", &say.say("once-write-answer"), super::steps::decision_fields(call, filled, errors, None)))
        }
        @if one.is.may_complain(call.today()) && may(Applying::Complain { application: version, words: words() }) {
            (fold("klage", &say.say("once-complain"), html! {
                p { (say.say("once-complain-text")) }
                (Field::new("klage", say.say("once-complain-why")).hint(say.say("once-complain-hint")).area(call, filled, errors, 4))
                button.ds-button { (icon("send")) (say.say("once-complain-send")) }
            }))
        }
        @if stage == Stage::Complained && one.is.receiver.is_none() && may(Applying::AnswerComplaint { application: version, changed: false, words: words() }) {
            (fold("klagesvar", &say.say("once-complaint-answer"), super::steps::complaint_fields(call, filled, errors)))
        }
        @if may(Applying::Withdraw(version)) && !matches!(stage, Stage::Decided | Stage::Complained | Stage::Settled | Stage::Withdrawn) {
            (fold("trekk", &say.say(if stage == Stage::Draft { "once-drop" } else { "once-withdraw" }), html! {
                p { (say.say(if stage == Stage::Draft { "once-drop-text" } else { "once-withdraw-text" })) }
                button.ds-button data-variant="secondary" { (say.say(if stage == Stage::Draft { "once-drop" } else { "once-withdraw" })) }
            }))
        }
    }
}

/// Facts that were sent and have been put right since.
fn differs(desk: &Desk<'_>, application: &Application) -> Markup {
    let (call, say) = (desk.call, desk.call.say());
    let changed = changed_since(desk, application);
    let catalogue = call.house.rights.catalogue;
    html! {
        @if !changed.is_empty() {
            section.v-kort.v-kort--venstre data-kant="varsel" {
                h2 { (say.say("once-differs")) }
                p { (say.say("once-differs-text")) }
                ul {
                    @for (name, then, now) in &changed {
                        li {
                            (show::label(call, catalogue, name)) ": "
                            (say.with("once-then-now", [
                                ("then", show::stored(call, catalogue, name, then).into()),
                                ("now", show::stored(call, catalogue, name, now).into()),
                            ]))
                        }
                    }
                }
            }
        }
    }
}

/// Name, the value that was sent, and the value of today, where they are not the same.
pub fn changed_since(desk: &Desk<'_>, application: &Application) -> Vec<(String, String, String)> {
    if !application.stage().waits() {
        return Vec::new();
    }
    let sees = desk.view.sees();
    let facts = application.facts.iter().filter_map(|given| {
        let now = told(&sees, &given.name, given.of)?.is.value.clone()?;
        (now != given.value).then(|| (given.name.clone(), given.value.clone(), now))
    });
    facts.collect()
}

/// What the right is, and whom to ask.
fn about(desk: &Desk<'_>, application: &Application) -> Markup {
    let (call, say) = (desk.call, desk.call.say());
    let catalogue = call.house.rights.catalogue;
    let lang = language(call.lang);
    let moment = catalogue.on(call.today());
    let right = catalogue.right(&application.right).map(|right| &catalogue.rights[right]);
    html! {
        @if let Some(right) = right {
            section.v-kort.v-kort--dus {
                h2 { (say.say("once-about")) }
                p { (moment.text(right.explain.say(lang), lang)) }
                @if let Some(text) = &right.answer_deadline.text { p { (say.say("guide-more-time")) ": " (moment.text(text.say(lang), lang)) } }
                @if let Some(body) = &right.complaint.body { p { (say.say("guide-more-complaint")) ": " (moment.text(body.say(lang), lang)) } }
            }
        }
    }
}

fn papers(desk: &Desk<'_>, one: &Thing<'_, Application>) -> Markup {
    let address = format!("{}/soknader/{}", desk.base.path(), one.id());
    html! {
        @if letter::has_paper(desk, one.is) {
            section.v-kort.v-kort--dus {
                h2 { (desk.call.t("once-copies")) }
                (letter::copies(desk.call, one.is, &address))
            }
        }
    }
}
