//! Saying in words what an import found: where, what, and what would be right.

use crate::say::line;
use exchange::{Arg, Finding, Severity};
use web::{FluentValue, Lang, Say, Texts};

/// Says it in one language.
pub struct Report<'t> {
    say: Say<'t>,
}

/// How bad it is, for the order and for the exit code.
const ORDER: [Severity; 4] = [Severity::Rejected, Severity::Decide, Severity::Normalised, Severity::Told];

impl<'t> Report<'t> {
    /// In a language.
    pub fn new(texts: &'t Texts, lang: Lang) -> Self {
        Self { say: texts.say(lang) }
    }

    /// Says a sentence with numbers and words in it.
    pub fn say(&self, key: &str, variables: &[(&'static str, Arg)]) {
        line(self.words(key, variables));
    }

    fn words(&self, key: &str, variables: &[(&'static str, Arg)]) -> String {
        let values = variables.iter().map(|(name, value)| {
            let value: FluentValue<'_> = match value {
                Arg::Text(text) => FluentValue::from(text.as_str()),
                Arg::Number(number) => FluentValue::from(*number),
            };
            (*name, value)
        });
        self.say.with_all(key, values).into_owned()
    }

    /// Says all findings, the worst first; each with file, row and field. Answers whether something was not taken in
    /// or must be decided by a person.
    pub fn findings(&self, findings: &[Finding]) -> bool {
        for severity in ORDER {
            let of_this: Vec<&Finding> =
                findings.iter().filter(|finding| finding.severity == severity).collect();
            if of_this.is_empty() {
                continue;
            }
            line(format_args!("{} ({})", self.words(severity.message_key(), &[]), of_this.len()));
            for finding in of_this {
                let args = finding.args();
                let place = self.words(finding.place_key(), &args);
                line(format_args!("  {place}: {}", self.words(finding.message_key(), &args)));
            }
            line("");
        }
        findings.iter().any(|finding| matches!(finding.severity, Severity::Rejected | Severity::Decide))
    }
}
