//! An interpreter in a meeting: who is booked, who came, or why nobody. It is a part of the meeting, so that whoever
//! sees the one sees the other. An interpreter has no account here, and nothing more is kept than what stands below.

use crate::vocabulary::InterpretingMode;
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

/// What is arranged in one language of a meeting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Interpreting {
    /// Language code, as persons have it.
    pub language: String,
    /// What is arranged beforehand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned: Option<Arrangement>,
    /// How it was in the meeting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub came: Option<Arrangement>,
}

/// An interpreter, or a reason why there is none.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Arrangement {
    /// Somebody interprets.
    Interpreter(Interpreter),
    /// Nobody does.
    Nobody(NoInterpreter),
}

/// Who interprets (tolkeloven §§ 6–8 and 16).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Interpreter {
    /// A name, or the service that sends somebody.
    pub who: String,
    /// A number to ring or to order by.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// In the room, by telephone or by video.
    pub mode: InterpretingMode,
    /// Code of the category in the national register; empty for somebody who does not stand there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    /// Code of the reason why it is somebody who does not stand there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unqualified: Option<String>,
    /// It was asked, and the interpreter neither knows the family nor is kin to any of them.
    pub apart: bool,
    /// The time of the meeting that it was arranged for: a meeting that is moved has no interpreter until somebody has
    /// asked again.
    pub at: DateTime,
}

/// Why nobody interprets.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NoInterpreter {
    /// Code of the reason.
    pub because: String,
    /// In words that the family may read.
    pub words: String,
}
