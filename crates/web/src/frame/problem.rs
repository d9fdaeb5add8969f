//! What goes wrong, told to a person: what happened to what was typed, why, and what to do next.

use crate::frame::call::Call;
use crate::frame::form::Typed;
use crate::frame::page::Page;
use access::terms::{FamilyId, Refusal, Rule};
use access::{ActError, ArchiveError, Denied, DeskError};
use axum::extract::{FromRequestParts, Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

/// Why a page cannot be shown as asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// Not there, or not for this reader. One answer outside.
    Missing,
    /// It may be seen, once the reader has said for what.
    Unopened(FamilyId),
    /// Somebody must sign in first.
    SignIn,
    /// The form is older than the session, or did not come from our own page.
    Forged,
    /// The same form was sent before with other words.
    SentBefore,
    /// A rule says no, on a page that has no form to show it in.
    Refused(Refusal),
    /// Too much was sent.
    TooLarge,
    /// Too often.
    TooMany,
    /// What was sent is no form of ours.
    Unreadable,
    /// The store, or the journal, is not available.
    Unavailable,
}

impl From<ArchiveError> for Problem {
    fn from(error: ArchiveError) -> Self {
        match error {
            ArchiveError::KeyReused => Problem::SentBefore,
            ArchiveError::Moved | ArchiveError::Unavailable(_) => {
                tracing::error!(%error, "the store refused");
                Problem::Unavailable
            }
        }
    }
}

impl From<Denied> for Problem {
    fn from(denied: Denied) -> Self {
        match denied {
            Denied::NotFound => Problem::Missing,
            Denied::Unopened(family) => Problem::Unopened(family),
            Denied::Archive(error) => error.into(),
        }
    }
}

impl From<ActError> for Problem {
    fn from(error: ActError) -> Self {
        match error {
            ActError::NotFound => Problem::Missing,
            ActError::Refused(refusal) => Problem::Refused(refusal),
            ActError::Archive(error) => error.into(),
        }
    }
}

impl From<DeskError> for Problem {
    fn from(error: DeskError) -> Self {
        match error {
            DeskError::NotFound => Problem::Missing,
            DeskError::Refused(refusal) => Problem::Refused(refusal),
            // Told in their forms; a form that cannot tell them did not come from one of our pages.
            DeskError::Identifies(_) | DeskError::Closed => Problem::Unreadable,
            DeskError::Archive(error) => error.into(),
        }
    }
}

impl Problem {
    fn status(&self) -> StatusCode {
        match self {
            Problem::Missing => StatusCode::NOT_FOUND,
            // A question, and nothing has gone wrong.
            Problem::Unopened(_) => StatusCode::OK,
            Problem::SignIn => StatusCode::SEE_OTHER,
            Problem::Forged => StatusCode::FORBIDDEN,
            Problem::SentBefore | Problem::Refused(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Problem::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Problem::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Problem::Unreadable => StatusCode::BAD_REQUEST,
            Problem::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    const fn code(&self) -> &'static str {
        match self {
            Problem::Missing => "missing",
            Problem::Unopened(_) => "unopened",
            Problem::SignIn => "sign-in",
            Problem::Forged => "forged",
            Problem::SentBefore => "sent-before",
            Problem::Refused(_) => "refused",
            Problem::TooLarge => "too-large",
            Problem::TooMany => "too-many",
            Problem::Unreadable => "unreadable",
            Problem::Unavailable => "unavailable",
        }
    }
}

/// A handler answers with the problem alone; the words and the frame are put around it in [`tell`], which
/// knows the reader.
impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        if self == Problem::SignIn {
            return Redirect::to("/logg-inn").into_response();
        }
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// Why a command was refused, as one or two sentences that say what to do.
pub fn refusal(call: &Call, refusal: &Refusal) -> String {
    match refusal {
        Refusal::Rule(rule @ (Rule::NotDeclared | Rule::NoCertificate)) => {
            let (name, phone) = crate::frame::vouching::ring(call);
            let ring = [("name", name.into()), ("phone", phone.into())];
            call.say().with(&format!("refusal-{}", rule.code()), ring).into_owned()
        }
        Refusal::Rule(rule) => call.t(&format!("refusal-{}", rule.code())).into_owned(),
        Refusal::Field { problem, .. } => crate::frame::form::problem_text(call, *problem),
        Refusal::Stale { .. } => call.t("refusal-stale").into_owned(),
        Refusal::Missing => call.t("refusal-missing").into_owned(),
    }
}

fn page(call: &Call, problem: &Problem) -> Markup {
    let code = problem.code();
    let say = call.say();
    let heading = say.say(&format!("problem-{code}-heading"));
    let number = format!("{:04x}", call.visit.request & 0xffff).to_uppercase();
    html! {
        section.v-kort {
            h1 { (heading) }
            @if let Problem::Refused(why) = problem {
                p { (refusal(call, why)) }
            } @else {
                p { (say.say(&format!("problem-{code}-text"))) }
            }
            @if matches!(problem, Problem::Unavailable) {
                p { (say.with("problem-call", [
                    ("phone", call.house.municipality.phone.clone().into()),
                    ("number", number.into()),
                ])) }
            }
            div.v-knapper {
                a.ds-button href=(call.start()) { (say.say("problem-to-start")) }
            }
        }
    }
}

/// Puts the page around every problem, in the reader's language.
pub async fn tell(State(house): State<crate::House>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let typed = Typed::default();
    parts.extensions.insert(typed.clone());
    let asked = parts.clone();
    let response = next.run(Request::from_parts(std::mem::replace(&mut parts, asked), body)).await;
    let problem = match response.extensions().get::<Problem>() {
        Some(problem) => problem.clone(),
        // What the limits and extractors answered by themselves, without a page.
        None if has_page(&response) => return response,
        None => match response.status() {
            StatusCode::NOT_FOUND => Problem::Missing,
            StatusCode::PAYLOAD_TOO_LARGE => Problem::TooLarge,
            StatusCode::BAD_REQUEST | StatusCode::UNSUPPORTED_MEDIA_TYPE => Problem::Unreadable,
            StatusCode::SERVICE_UNAVAILABLE | StatusCode::INTERNAL_SERVER_ERROR => Problem::Unavailable,
            _ => return response,
        },
    };
    // Only now, so that an ordinary page does not pay for asking twice who calls.
    let Ok(call) = Call::from_request_parts(&mut parts, &house).await else {
        return problem.status().into_response();
    };
    if let Problem::Unopened(family) = problem {
        let to = parts.uri.path_and_query().map_or(call.path.as_str(), |address| address.as_str());
        return crate::opening::ask(&call, family, to, typed.fields()).into_response();
    }
    let heading = call.t(&format!("problem-{}-heading", problem.code())).into_owned();
    let shown = Page::new(heading).narrow().failed().show(&call, page(&call, &problem));
    (problem.status(), shown).into_response()
}

fn has_page(response: &Response) -> bool {
    response
        .headers()
        .get(axum::http::header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}
