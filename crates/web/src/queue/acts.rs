//! Doing something with a request. What was sent before is answered as it was then; what somebody else changed
//! meanwhile is shown beside what was typed.

use crate::frame::act::{Done, done_url};
use crate::frame::form::{Errors, Filled, FormOf};
use crate::frame::{Call, Problem};
use crate::queue::forms::Form;
use crate::queue::request::{Case, Sheet};
use crate::queue::{PATH, clash};
use access::terms::{ActorId, CloseReason, Command, Problem as Wrong, Role};
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};

/// Longest note.
const LONG: usize = 4000;

/// What is to be done, and where to go afterwards.
struct Act {
    command: Command,
    next: String,
}

/// Reads, checks and does: `make` reads the form, on a case whose course is the one that the form was made from.
async fn act(
    family: &str,
    form: FormOf,
    which: Form,
    make: impl FnOnce(&Call, &Case, &Filled, &mut Errors) -> Option<Act>,
) -> Result<Response, Problem> {
    let case = Case::read(&form.call, family).await?;
    // The same sending once more: the first one has moved the family on, so nothing here looks as it did.
    if form.call.house.gate.was_done(&form.key).await? {
        let there = case.map_or_else(|| PATH.to_owned(), |case| format!("{PATH}/{}", case.view.family()));
        return Ok(Redirect::to(&there).into_response());
    }
    let Some(case) = case else { return clash::gone(&form.call, Some((which, &form.filled))) };
    let now = case.course().map(|course| (course.id(), course.entry.version));
    if form.filled.seen().is_some_and(|seen| Some(seen) != now) {
        return Ok(Sheet::new(&form.call, &case).clash(which, form.filled));
    }
    let mut errors = Errors::none();
    let made = make(&form.call, &case, &form.filled, &mut errors);
    let Some(Act { command, next }) = made.filter(|_| errors.is_empty()) else {
        return Ok(Sheet::new(&form.call, &case).mend(which, form.filled, errors));
    };
    match form.act(case.view.family(), command).await? {
        Done::Yes(_) => Ok(Redirect::to(&next).into_response()),
        Done::Mend(errors) => Ok(Sheet::new(&form.call, &case).mend(which, form.filled, errors)),
        Done::Stale => Ok(Sheet::new(&form.call, &case).clash(which, form.filled)),
    }
}

fn here(case: &Case, code: &str) -> String {
    done_url(&format!("{PATH}/{}", case.view.family()), code)
}

/// A text that must be there, and not too long.
fn needed(call: &Call, filled: &Filled, errors: &mut Errors, field: &str, missing: &str) -> String {
    let text = filled.text(field);
    if text.is_empty() {
        errors.add(field, call.t(missing));
    } else if text.chars().count() > LONG {
        errors.problem(call, field, Wrong::TooLong(LONG));
    }
    text
}

pub async fn place(Path(family): Path<String>, form: FormOf) -> Result<Response, Problem> {
    form.call.only(&[Role::Intake])?;
    act(&family, form, Form::Place, |call, case, filled, errors| {
        let ground = filled.text("ground");
        if !call.house.gate.rules().grounds(call.today()).iter().any(|known| known.code == ground) {
            errors.add("ground", call.t("place-ground-missing"));
        }
        let why = needed(call, filled, errors, "why", "place-why-missing");
        let interim = filled.parse::<ActorId>("interim").filter(|actor| {
            let directory = call.house.gate.directory();
            let helper = directory.helper(*actor);
            let holds = |role| helper.is_some_and(|helper| helper.as_role(role, call.today()).is_some());
            holds(Role::Intake) || holds(Role::Coordinator)
        });
        if interim.is_none() {
            errors.add("interim", call.t("place-interim-missing"));
        }
        let review = errors.take(call, "review", filled.day("review", call.today()));
        if errors.at("review").is_none() && review.is_none_or(|day| day <= call.today()) {
            errors.add("review", call.t("place-review-missing"));
        }
        if filled.text("raised").chars().count() > LONG {
            errors.problem(call, "raised", Wrong::TooLong(LONG));
        }
        let raised = filled.some_text("raised");
        let command = Command::Queue { ground, why, review: review?, interim: interim?, raised };
        Some(Act { command, next: here(case, "placed") })
    })
    .await
}

pub async fn offer(Path(family): Path<String>, form: FormOf) -> Result<Response, Problem> {
    form.call.only(&[Role::Intake])?;
    act(&family, form, Form::Offer, |call, case, filled, errors| {
        let to = filled.parse::<ActorId>("to");
        let room = case.rooms.iter().find(|room| Some(room.actor) == to);
        if room.is_none() {
            errors.add("to", call.t("offer-to-missing"));
        }
        let note = filled.text("note");
        if note.chars().count() > LONG {
            errors.problem(call, "note", Wrong::TooLong(LONG));
        }
        let room = room?;
        Some(Act {
            command: Command::Offer { to: room.actor, service: room.service, note },
            next: here(case, "offered"),
        })
    })
    .await
}

/// The family's yes or no, and how it was given.
pub async fn family_answers(Path(family): Path<String>, form: FormOf) -> Result<Response, Problem> {
    form.call.only(&[Role::Intake])?;
    act(&family, form, Form::FamilyAnswer, |call, case, filled, errors| {
        let words = needed(call, filled, errors, "family-how", "offer-family-how-missing");
        let yes = filled.raw("svar") == "ja";
        // With both answers in, the family has a coordinator and has left the queue.
        let settled = yes && case.offer().is_some_and(|offer| offer.coordinator.is_yes());
        let next = match (settled, yes) {
            (true, _) => done_url(PATH, "coordinator-found"),
            (false, true) => here(case, "family-yes"),
            (false, false) => here(case, "family-no"),
        };
        Some(Act { command: Command::AnswerOfferAsFamily { yes, words }, next })
    })
    .await
}

/// The asked coordinator's own answer.
pub async fn coordinator_answers(Path(family): Path<String>, form: FormOf) -> Result<Response, Problem> {
    form.call.only(&[Role::Coordinator])?;
    act(&family, form, Form::OwnAnswer, |call, case, filled, errors| {
        let yes = filled.raw("svar") == "ja";
        let words =
            if yes { String::new() } else { needed(call, filled, errors, "own-why", "own-why-missing") };
        let settled = yes && case.offer().is_some_and(|offer| offer.family.is_yes());
        let next = match (settled, yes) {
            (true, _) => format!("/arbeid/familie/{}", case.view.family()),
            (false, true) => here(case, "own-yes"),
            (false, false) => done_url(PATH, "own-no"),
        };
        Some(Act { command: Command::AnswerOffer { yes, words }, next })
    })
    .await
}

pub async fn withdraw(Path(family): Path<String>, form: FormOf) -> Result<Response, Problem> {
    form.call.only(&[Role::Intake])?;
    act(&family, form, Form::Withdraw, |_, case, _, _| {
        Some(Act { command: Command::WithdrawOffer, next: here(case, "offer-withdrawn") })
    })
    .await
}

/// Help is not started: told in words that the family may read, with the way back.
pub async fn close(Path(family): Path<String>, form: FormOf) -> Result<Response, Problem> {
    form.call.only(&[Role::Intake])?;
    act(&family, form, Form::Close, |call, _, filled, errors| {
        let words = needed(call, filled, errors, "words", "close-words-missing");
        let way_back = filled.text("way-back");
        if way_back.chars().count() > LONG {
            errors.problem(call, "way-back", Wrong::TooLong(LONG));
        }
        let command = Command::Close { reason: CloseReason::NotStarted, words, way_back };
        Some(Act { command, next: done_url(PATH, "not-started") })
    })
    .await
}
