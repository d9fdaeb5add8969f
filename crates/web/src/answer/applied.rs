//! Applications that lie with a helper: what was sent and nothing behind it, what the rules say about it, and the answer.

use super::ASKED;
use crate::frame::act::{Done, done_url};
use crate::frame::form::{Errors, Filled, FormOf, seen};
use crate::frame::parts::{Asked, Field, done, form, icon, tag};
use crate::frame::sheet::{self, markup};
use crate::frame::{Call, Page, Problem, Shown, dates};
use crate::once::send::{self, Ruled};
use crate::once::steps::{self, Proposal};
use crate::once::{letter, paper, show};
use crate::plan::place::{Answered, Base, Desk};
use access::View;
use access::terms::{ActorId, Application, Applying, Command, FamilyId, Stage, Thing, ThingId};
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use rights::answer::Status;

/// The applications in a view that lie with a helper.
pub fn mine<'a>(view: &'a View, actor: ActorId) -> impl Iterator<Item = Thing<'a, Application>> + 'a {
    view.sees().all::<Application>().filter(move |it| it.is.receiver.is_some_and(|to| to.helper == actor))
}

/// Whether the helper has the word.
fn waits(application: &Application) -> bool {
    matches!(application.stage(), Stage::Sent | Stage::Received | Stage::Complained)
}

/// All that wait in the inbox, and how many; the one whose time runs out first on top.
pub fn list(call: &Call, views: &[View]) -> (usize, Markup) {
    let actor = call.visit.actor;
    let all = views.iter().flat_map(|view| mine(view, actor).map(move |it| (view, it)));
    let mut all: Vec<(&View, Thing<'_, Application>)> =
        all.filter(|(_, it)| it.is.stage() != Stage::Settled).collect();
    all.sort_by_key(|(_, it)| (!waits(it.is), it.is.answer_by().is_none(), it.is.answer_by(), it.entry.seq));
    let waiting = all.iter().filter(|(_, it)| waits(it.is)).count();
    let say = call.say();
    let content = html! {
        @for (view, one) in &all {
            @let desk = Desk::new(call, Base::Answer(view.family()), view);
            section.v-kort.v-kort--lenke {
                @if let Some(due) = one.is.answer_by().filter(|_| waits(one.is)) {
                    p.v-dus { (say.with("once-next-answer", [("day", dates::near(say, due, call.today()).into())])) }
                }
                h2 { a href={ "/svar/" (view.family()) "/soknad/" (one.id()) } { (show::title(&desk, one.is)) } }
                p.v-dus { (one.is.sent.as_ref().map(|sent| sent.applicant.clone()).unwrap_or_default()) }
                p { (show::stage(call, one.is)) }
                @if one.is.answer_by().is_some_and(|due| due < call.today()) && waits(one.is) {
                    (tag("danger", "klokke", &say.say("answer-late")))
                }
            }
        }
    };
    (waiting, content)
}

async fn find(call: &Call, family: &str) -> Result<View, Problem> {
    call.only(ASKED)?;
    let family: FamilyId = family.parse().map_err(|_| Problem::Missing)?;
    Ok(call.house.gate.view(&call.visit, family, "application").await?)
}

/// The page.
pub async fn open(
    call: Call,
    Path((family, thing)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Shown, Problem> {
    let view = find(&call, &family).await?;
    let one = of(&view, &call, &thing)?;
    Ok(page(&call, &view, &one, &asked, &Filled::empty(), &Errors::none(), false))
}

/// The same as PDF, to put among the office's own papers.
pub async fn pdf(call: Call, Path((family, thing)): Path<(String, String)>) -> Answered {
    let view = find(&call, &family).await?;
    let (sheet, name) = {
        let one = of(&view, &call, &thing)?;
        let desk = Desk::new(&call, Base::Answer(view.family()), &view);
        (letter::of(&desk, &one)?, paper::file_name(one.id()))
    };
    Ok(sheet::pdf(&call, sheet, &name).await?)
}

fn of<'a>(view: &'a View, call: &Call, thing: &str) -> Result<Thing<'a, Application>, Problem> {
    let thing: ThingId = thing.parse().map_err(|_| Problem::Missing)?;
    mine(view, call.visit.actor).find(|it| it.id() == thing).ok_or(Problem::Missing)
}

fn page(
    call: &Call,
    view: &View,
    one: &Thing<'_, Application>,
    asked: &Asked,
    filled: &Filled,
    errors: &Errors,
    failed: bool,
) -> Shown {
    let desk = Desk::new(call, Base::Answer(view.family()), view);
    let say = call.say();
    let title = show::title(&desk, one.is);
    let undecided = one.is.decision.is_none();
    let ruled = undecided.then(|| send::ruled(call, one.is, &one.is.facts)).flatten();
    let content = html! {
        (done(call, asked))
        (errors.summary(call))
        (desk.crumbs(&[], &title))
        div.v-hode { div {
            h1 { (title) }
            (show::stage(call, one.is))
            @if let Some(due) = one.is.answer_by().filter(|_| waits(one.is)) {
                p.v-ingress { (say.with("once-next-answer", [("day", dates::near(say, due, call.today()).into())])) }
            }
        } }
        (letter::card(&desk, one.is))
        p { a href={ "/svar/" (view.family()) "/soknad/" (one.id()) "/pdf" } download { (icon("lastned")) " " (say.say("once-pdf")) } }
        @if let Some(ruled) = &ruled { (rules(call, ruled)) }
        @if let Some(part) = letter::talk(&desk, one.is) { (markup(&part)) }
        (acts(&desk, one, ruled, filled, errors))
        @if let Some(part) = letter::answered(&desk, one.is) { (markup(&part)) }
    };
    let page = Page::new(title).narrow().at("/svar");
    if failed { page.failed().show(call, content) } else { page.show(call, content) }
}

/// What the rules say on what was sent. A person decides.
fn rules(call: &Call, ruled: &Ruled) -> Markup {
    let say = call.say();
    let key = match ruled.status {
        Status::Entitled => "once-rules-yes",
        Status::WorthApplying | Status::Information => "once-rules-judge",
        Status::MissingInfo => "once-rules-missing",
        Status::NotEntitled => "once-rules-no",
        Status::NotInForce => return html! {},
    };
    html! {
        section.v-kort.v-kort--dus {
            h2 { (say.say("once-rules")) }
            p { (say.say(key)) @if !ruled.amount.is_empty() { " " b { (ruled.amount) } } }
            @if !ruled.missing.is_empty() { ul { @for label in &ruled.missing { li { (crate::frame::dates::sentence(label)) } } } }
            p.v-dus { (say.say("once-rules-note")) }
        }
    }
}

/// A yes to begin from, when the rules leave nothing to judgement.
fn proposal(ruled: Ruled) -> Option<Proposal> {
    let (amount, why) = (ruled.amount, ruled.why);
    (ruled.status == Status::Entitled).then_some(Proposal { amount, why })
}

fn acts(
    desk: &Desk<'_>,
    one: &Thing<'_, Application>,
    ruled: Option<Ruled>,
    filled: &Filled,
    errors: &Errors,
) -> Markup {
    let (call, say) = (desk.call, desk.call.say());
    let action = format!("/svar/{}/soknad/{}", desk.view.family(), one.id());
    let stage = one.is.stage();
    let step = |name: &str, content: Markup| {
        form(
            call,
            &action,
            "v-skjema v-skjema--tett",
            html! {
                (seen(one.id(), one.entry.version))
                input type="hidden" name="steg" value=(name);
                (content)
            },
        )
    };
    let fold = |name: &'static str, title: &str, content: Markup| {
        html! { details.ds-details.v-boks open[filled.raw("steg") == name && !errors.is_empty()] { summary { (title) } (step(name, content)) } }
    };
    let directory = call.house.gate.directory();
    let colleagues: Vec<(String, String)> = one
        .is
        .receiver
        .map(|to| {
            let all = directory.askable(call.today()).into_iter();
            all.filter(|(helper, held)| held.service == to.service && helper.id != to.helper)
                .map(|(helper, _)| (helper.id.to_string(), helper.name.clone()))
                .collect()
        })
        .unwrap_or_default();
    let answers = matches!(stage, Stage::Sent | Stage::Received | Stage::MoreNeeded);
    let suggested = ruled.and_then(proposal);
    html! {
        @if stage == Stage::Sent {
            (step("mottatt", html! { div.v-knapper { button.ds-button data-variant="secondary" { (icon("hake")) (say.say("once-take-in")) } } }))
        }
        @if answers {
            section.v-kort {
                h2 { (say.say("once-answer-it")) }
                @if suggested.is_some() { p.v-dus { (say.say("once-answer-from-rules")) } }
                (step("vedtak", steps::decision_fields(call, filled, errors, suggested.as_ref())))
            }
        }
        @if matches!(stage, Stage::Sent | Stage::Received) {
            (fold("mangler", &say.say("once-ask-more"), html! {
                (Field::new("ord", say.say("once-ask-more-what")).hint(say.say("once-ask-more-hint")).area(call, filled, errors, 3))
                (Field::new("frist", say.say("once-ask-more-by")).day(call, filled, errors))
                button.ds-button data-variant="secondary" { (say.say("once-ask-more-send")) }
            }))
        }
        @if stage == Stage::Complained {
            section.v-kort {
                h2 { (say.say("once-complaint-answer")) }
                p.v-dus { (say.say("once-complaint-answer-text")) }
                (step("klagesvar", steps::complaint_fields(call, filled, errors)))
            }
        }
        @if stage.waits() && !colleagues.is_empty() {
            (fold("gi-videre", &say.say("once-pass-on"), html! {
                (Field::new("til-hvem", say.say("once-pass-on-to")).select(call, filled, errors, &say.say("once-pass-on-choose"), &colleagues))
                button.ds-button data-variant="secondary" { (say.say("once-pass-on")) }
            }))
        }
    }
}

/// One step.
pub async fn step(Path((family, thing)): Path<(String, String)>, sent: FormOf) -> Result<Response, Problem> {
    let call = &sent.call;
    let view = find(call, &family).await?;
    let one = of(&view, call, &thing)?;
    let mut errors = Errors::none();
    let act = read(&sent, one.is, &mut errors);
    match act {
        None if errors.is_empty() => return Err(Problem::Unreadable),
        Some((act, told)) if errors.is_empty() => {
            if act.things() != [one.id()] {
                return Err(Problem::Missing);
            }
            let gone = matches!(act, Applying::PassOn { .. });
            match sent.act(view.family(), Command::Apply(act)).await? {
                // What was passed on, or answered for good, is no longer this helper's to see.
                Done::Yes(_) if gone => return Ok(Redirect::to(&done_url("/svar", told)).into_response()),
                Done::Yes(_) => {
                    let there = find(call, &family).await.ok().filter(|view| of(view, call, &thing).is_ok());
                    let back = match there {
                        Some(_) => format!("/svar/{family}/soknad/{thing}"),
                        None => "/svar".to_owned(),
                    };
                    return Ok(Redirect::to(&done_url(&back, told)).into_response());
                }
                Done::Mend(found) => errors = found,
                Done::Stale => errors.add("", call.t("refusal-stale")),
            }
        }
        _ => {}
    }
    let page = page(call, &view, &one, &Asked::default(), &sent.filled, &errors, true);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// What the form asks for; what only the receiver does, beside what is read as for others.
fn read(sent: &FormOf, application: &Application, errors: &mut Errors) -> Option<(Applying, &'static str)> {
    let (call, filled) = (&sent.call, &sent.filled);
    let seen = filled.seen()?;
    match filled.raw("steg") {
        "mangler" => {
            let words = filled.text("ord");
            if words.is_empty() {
                errors.add("ord", call.t("once-error-words"));
            }
            let by = errors.take(call, "frist", filled.day("frist", call.today()));
            if by.is_none() && errors.at("frist").is_none() {
                errors.add("frist", call.t("once-error-by"));
            }
            let by = by.unwrap_or(call.today());
            Some((Applying::AskMore { application: seen, words, by }, "once-asked-more"))
        }
        "gi-videre" => {
            let to: Option<ActorId> = filled.parse("til-hvem");
            let here = application.receiver.map(|receiver| receiver.service)?;
            let known = to.filter(|to| {
                let directory = call.house.gate.directory();
                directory.asked_in(*to, here, call.today()).is_some()
            });
            match known {
                Some(to) => Some((Applying::PassOn { application: seen, to }, "once-passed-on")),
                None => {
                    errors.add("til-hvem", call.t("once-pass-on-choose"));
                    None
                }
            }
        }
        _ => steps::read(call, filled, application, errors),
    }
}
