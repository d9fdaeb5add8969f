//! The helper's questions: one request on one screen, answered in one step.
//!
//! A helper sees what is asked, by whom, and about whom as far as the helper may know; nothing else of the
//! family. What the helper owns already stands below, so that it can be moved on without learning a system.

mod applied;
mod cannot;
mod inbox;
pub mod looks;
mod pages;

use crate::frame::act::{Done, done_url};
use crate::frame::form::{Errors, Filled, FormOf};
use crate::frame::parts::Asked;
use crate::frame::{Call, Map, Page, Problem, Shown};
use access::View;
use access::terms::{
    ActionStatus, ActorId, Command, DeclineReason, FamilyId, Owner, Request, RequestAnswer, RequestId, Role,
    Thing, ThingId,
};
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::html;

/// The routes of this room.
pub fn routes(map: Map) -> Map {
    map.get("/svar", questions)
        .get("/svar/oppslag/{sak}", looks::show)
        .post("/svar/oppslag/{sak}", looks::answer)
        .get("/svar/{family}/soknad/{ting}", applied::open)
        .post("/svar/{family}/soknad/{ting}", applied::step)
        .get("/svar/{family}/soknad/{ting}/pdf", applied::pdf)
        .get("/svar/{family}/{request}", open)
        .post("/svar/{family}/{request}", answer)
        .post("/svar/{family}/{request}/tiltak", move_action)
        .get("/svar/{family}/{request}/kan-ikke", cannot::page)
        .post("/svar/{family}/{request}/kan-ikke", cannot::declare)
}

/// Who may be asked something.
const ASKED: &[Role] = &[Role::Helper, Role::Volunteer, Role::Coordinator];

/// Whether the helper has the word: not answered yet, or the question back has been answered.
fn waits<'a>(view: &'a View, request: &Thing<'a, Request>) -> bool {
    pages::state_of(view, request) == pages::State::Waiting
}

fn mine<'a>(view: &'a View, actor: ActorId) -> impl Iterator<Item = Thing<'a, Request>> + 'a {
    view.sees().all::<Request>().filter(move |request| request.is.to == actor)
}

async fn questions(call: Call, Query(asked): Query<Asked>) -> Result<Shown, Problem> {
    call.only(ASKED)?;
    let actor = call.visit.actor;
    // A coordinator is asked as a helper is; the families are found by that role.
    let as_helper = access::Visit {
        role: if call.visit.role == Role::Coordinator { Role::Helper } else { call.visit.role },
        ..call.visit
    };
    let families = call.house.gate.families(&as_helper).await?;
    let about_looks = looks::card(&call).await?;
    let has_something = |view: &View| {
        mine(view, actor).next().is_some()
            || applied::mine(view, actor).next().is_some()
            || view
                .sees()
                .all::<access::terms::Action>()
                .any(|action| action.is.owner == Some(Owner::Helper(actor)) && action.is.status.is_open())
            || inbox::shares_plan(view, actor)
    };
    let views = call.house.gate.views_where(&call.visit, &families, "questions", has_something).await?;
    let waiting: Vec<(&View, Thing<'_, Request>)> = views
        .iter()
        .flat_map(|view| mine(view, actor).filter(|one| waits(view, one)).map(move |one| (view, one)))
        .collect();
    // Beside what families are asked about: what other services ask without saying whom it is about.
    let consulted = crate::consult::inbox(&call).await?;
    let applied = applied::list(&call, &views);
    // One question needs no list: it stands on the page that one was sent to, above what is one's own.
    if let [(view, request)] = waiting.as_slice()
        && asked.gjort.is_none()
        && applied.0 == 0
    {
        let title = pages::title(&call, 1);
        let question = pages::question(&call, view, request, &Filled::empty(), &Errors::none(), true);
        let own = inbox::own(&call, &views, actor);
        let content = html! { (question) (about_looks) (own) (consulted) };
        return Ok(Page::new(title).narrow().at("/svar").show(&call, content));
    }
    let title = pages::title(&call, waiting.len() + applied.0);
    let beside = html! { (applied.1) (about_looks) };
    let list = inbox::list(&call, &asked, &views, &waiting, applied.0, actor, &beside);
    Ok(Page::new(title).narrow().at("/svar").show(&call, html! { (list) (consulted) }))
}

async fn open(
    call: Call,
    Path((family, request)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Shown, Problem> {
    let (view, id) = find(&call, &family, &request).await?;
    let request = mine(&view, call.visit.actor).find(|one| one.id() == id.thing()).ok_or(Problem::Missing)?;
    let page = Page::new(pages::page_title(&call, &view, &request)).narrow().at("/svar");
    Ok(page.show(&call, pages::open(&call, &asked, &view, &request, &Filled::empty(), &Errors::none())))
}

async fn find(call: &Call, family: &str, request: &str) -> Result<(View, RequestId), Problem> {
    call.only(ASKED)?;
    let family: FamilyId = family.parse().map_err(|_| Problem::Missing)?;
    let request: RequestId = request.parse().map_err(|_| Problem::Missing)?;
    Ok((call.house.gate.view(&call.visit, family, "question").await?, request))
}

/// What the form says; what must be mended is told at its field.
fn read(form: &FormOf, errors: &mut Errors) -> Option<RequestAnswer> {
    let on = form.call.today();
    let words = |field: &str| form.filled.text(field);
    match form.filled.raw("svar") {
        "ja" => Some(RequestAnswer::Yes { on }),
        "ja-men" => {
            if words("heller").is_empty() {
                errors.add("heller", form.call.t("answer-error-instead"));
            }
            Some(RequestAnswer::YesBut { on, words: words("heller") })
        }
        "nei" => match DeclineReason::from_code(form.filled.raw("grunn")) {
            None => {
                errors.add("grunn", form.call.t("answer-error-reason"));
                None
            }
            // «I must know more» is a question back, not a no: the coordinator has the word.
            Some(DeclineReason::NeedMore) => {
                if words("ord").is_empty() {
                    errors.add("ord", form.call.t("answer-error-question"));
                }
                Some(RequestAnswer::AskBack { on, words: words("ord") })
            }
            Some(reason) => {
                if reason == DeclineReason::Other && words("ord").is_empty() {
                    errors.add("ord", form.call.t("answer-error-other"));
                }
                Some(RequestAnswer::No { on, reason, words: words("ord") })
            }
        },
        "feil-person" => {
            Some(RequestAnswer::No { on, reason: DeclineReason::WrongPerson, words: words("ord") })
        }
        _ => {
            errors.add("svar", form.call.t("answer-error-choose"));
            None
        }
    }
}

async fn answer(Path((family, request)): Path<(String, String)>, form: FormOf) -> Result<Response, Problem> {
    let (view, id) = find(&form.call, &family, &request).await?;
    let asked =
        mine(&view, form.call.visit.actor).find(|one| one.id() == id.thing()).ok_or(Problem::Missing)?;
    let version = form.filled.seen().map_or(asked.entry.version, |(_, version)| version);
    let mut errors = Errors::none();
    if let Some(answer) = read(&form, &mut errors).filter(|_| errors.is_empty()) {
        let command = Command::AnswerRequest { request: (id.thing(), version), answer };
        match form.act(view.family(), command).await? {
            Done::Yes(_) => {
                let back = done_url(&format!("/svar/{family}/{request}"), "answered");
                return Ok(Redirect::to(&back).into_response());
            }
            Done::Mend(found) => errors = found,
            Done::Stale => errors.add("", form.call.t("refusal-stale")),
        }
    }
    let page = Page::new(pages::page_title(&form.call, &view, &asked)).narrow().at("/svar").failed();
    let content = pages::question(&form.call, &view, &asked, &form.filled, &errors, false);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page.show(&form.call, content)).into_response())
}

/// Moves the action that one said yes to: started, delivered, or stopped with a reason.
async fn move_action(
    Path((family, request)): Path<(String, String)>,
    form: FormOf,
) -> Result<Redirect, Problem> {
    let (view, _) = find(&form.call, &family, &request).await?;
    let action: (ThingId, u32) = form.filled.seen().ok_or(Problem::Unreadable)?;
    let to = ActionStatus::from_code(form.filled.raw("til")).ok_or(Problem::Unreadable)?;
    let command = Command::MoveAction { action, to, accepted_by: None, words: form.filled.text("ord") };
    form.press(view.family(), command).await?;
    Ok(Redirect::to(&done_url(&format!("/svar/{family}/{request}"), "moved")))
}
