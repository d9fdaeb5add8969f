//! What stands on a sheet of paper: one content, shown as a page and set as a PDF.
//!
//! A [`Sheet`] holds text alone. How it looks is another's matter: [`markup`] shows its parts on a page, and whoever is a
//! [`Printer`] sets the whole as a document.

use super::Call;
use super::parts::{icon, tag};
use super::problem::Problem;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use maud::{Markup, html};
use serde::Serialize;
use tokio::sync::Semaphore;

/// Sets sheets as PDF.
pub trait Printer: Send + Sync {
    /// The bytes of a PDF. May take long: call it where nothing else waits.
    ///
    /// # Errors
    /// The sheet could not be set.
    fn pdf(&self, sheet: &Sheet) -> Result<Vec<u8>, Unprinted>;
}

/// A sheet could not be set. The reason holds nothing of what stood on it.
#[derive(Debug, thiserror::Error)]
#[error("the document could not be made: {0}")]
pub struct Unprinted(pub String);

/// One document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sheet {
    /// Code of the language that it is written in.
    pub language: &'static str,
    /// Heading, and title of the file.
    pub title: String,
    /// Who sends it out: the municipality.
    pub sender: String,
    /// The day that it is from.
    pub day: Date,
    /// What must be seen before all else: that it is a draft.
    pub mark: Option<Mark>,
    /// To whom, from whom, for whom, about what.
    pub head: Vec<Row>,
    /// What it says.
    pub parts: Vec<Part>,
    /// What is said of the whole, at the end.
    pub note: String,
    /// The words around.
    pub words: Words,
}

/// A word of warning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mark {
    /// In two words, for the top of every page.
    pub short: String,
    /// In a sentence.
    pub text: String,
}

/// Something with its name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Row {
    /// What it is.
    pub label: String,
    /// What is said of it.
    pub value: String,
    /// Who said so, and when; empty when there is nothing to say of that.
    pub source: String,
}

impl Row {
    /// Something without a source.
    pub fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self { label: label.into(), value: value.into(), source: String::new() }
    }
}

/// A part with a heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Part {
    /// Heading.
    pub heading: String,
    /// What it says, from the top.
    pub pieces: Vec<Piece>,
}

/// One piece of a part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "is", content = "of", rename_all = "lowercase")]
pub enum Piece {
    /// A heading below the part's own.
    Heading(String),
    /// What matters most.
    Strong(String),
    /// A paragraph.
    Text(String),
    /// An aside.
    Quiet(String),
    /// Something that the reader should know.
    Notice(String),
    /// A few things with their names.
    Rows(Vec<Row>),
    /// Facts with their sources.
    Facts(Vec<Row>),
    /// Questions and answers.
    Talk(Vec<Said>),
}

/// What somebody said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Said {
    /// In these words.
    pub words: String,
    /// Who, and when.
    pub by: String,
    /// Said by whoever applies.
    pub own: bool,
}

/// The words that a printed sheet needs besides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Words {
    /// Over the names of facts.
    pub fact: String,
    /// Over what was answered.
    pub value: String,
    /// Over sources.
    pub source: String,
    /// Which page of how many, with `{page}` and `{pages}` in it.
    pub page: String,
    /// Said when some signs cannot be set and stand as `□`.
    pub unset: String,
}

impl Words {
    /// In the reader's language.
    pub fn of(call: &Call) -> Self {
        let word = |key| call.t(key).into_owned();
        let page = [("page", "{page}".to_owned().into()), ("pages", "{pages}".to_owned().into())];
        Self {
            fact: word("once-paper-fact"),
            value: word("once-paper-value"),
            source: word("once-paper-source"),
            page: call.say().with("once-paper-page", page).into_owned(),
            unset: word("once-paper-unset"),
        }
    }
}

/// The whole sheet as a page: who sends it out, its heading, what must be seen first, its head and its parts. What is said
/// of the whole stands at the end of the page, where each page has its own.
pub fn whole(sheet: &Sheet) -> Markup {
    html! {
        div.v-hode { div {
            p.v-dus { (sheet.sender) }
            h1 { (sheet.title) }
            @if let Some(mark) = &sheet.mark { (tag("warning", "rediger", &mark.short)) p.v-ingress { (mark.text) } }
        } }
        section.v-kort { (rows(&sheet.head)) }
        @for part in &sheet.parts { (markup(part)) }
    }
}

/// A part, as a card of a page.
pub fn markup(part: &Part) -> Markup {
    html! {
        section.v-kort {
            h2 { (part.heading) }
            @for piece in &part.pieces { (shown(piece)) }
        }
    }
}

/// Things with their names, as a list of a page.
pub fn rows(all: &[Row]) -> Markup {
    html! {
        dl.v-forhand {
            @for row in all {
                div {
                    dt { (row.label) }
                    dd { (row.value) @if !row.source.is_empty() { span.v-kilde { (row.source) } } }
                }
            }
        }
    }
}

fn shown(piece: &Piece) -> Markup {
    match piece {
        Piece::Heading(text) => html! { h3 { (text) } },
        Piece::Strong(text) => html! { p { b { (text) } } },
        Piece::Text(text) => html! { p.v-ord { (text) } },
        Piece::Quiet(text) => html! { p.v-dus { (text) } },
        Piece::Notice(text) => html! { p.v-trygt { span { (icon("info")) " " (text) } } },
        Piece::Rows(all) | Piece::Facts(all) => rows(all),
        Piece::Talk(all) => html! {
            div.v-samtale {
                @for said in all {
                    div.v-boble.v-boble--egen[said.own] {
                        p.v-ord { (said.words) }
                        span.v-tid { (said.by) }
                    }
                }
            }
        },
    }
}

/// Setting is heavy work: so many at once, and whoever comes then waits for a turn.
static PRESSES: Semaphore = Semaphore::const_new(2);

/// Answers with a sheet as PDF, under a name that tells nothing of whom it is about.
///
/// # Errors
/// The sheet could not be set.
pub async fn pdf(call: &Call, sheet: Sheet, name: &str) -> Result<Response, Problem> {
    let house = call.house.clone();
    let turn = PRESSES.acquire().await.map_err(|_| Problem::Unavailable)?;
    let made = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        house.printer.pdf(&sheet)
    });
    let bytes = made.await.map_err(|_| Problem::Unavailable)?.map_err(|unprinted| {
        tracing::error!("{unprinted}");
        Problem::Unavailable
    })?;
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.pdf\"")),
    ];
    Ok((headers, bytes).into_response())
}
