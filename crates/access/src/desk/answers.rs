//! The open guide's answers, for somebody who wants to come back with a code. They belong to nobody: no account, no
//! family, no line of the journal. Whoever has the code has the answers, and nobody else does.

use super::{Desk, DeskError};
use crate::archive::{ArchiveError, Later};
use crate::visit::Visit;
use jiff::civil::Date;

/// Where such answers are kept: sealed so that only the code opens them.
pub trait KeptAnswers: Send + Sync {
    /// Keeps answers until a day, and removes what is too old.
    fn keep_answers(
        &self,
        code: &str,
        answers: &[u8],
        today: Date,
        until: Date,
    ) -> Later<'_, Result<(), ArchiveError>>;
    /// The answers of a code, when there are any today.
    fn kept_answers(&self, code: &str, today: Date) -> Later<'_, Result<Option<Vec<u8>>, ArchiveError>>;
    /// Removes the answers of a code.
    fn forget_answers(&self, code: &str) -> Later<'_, Result<(), ArchiveError>>;
}

/// Characters of a code: sixteen of thirty-two, so that nobody guesses one.
const LENGTH: usize = 16;

/// A code as it is looked up: without blanks and dashes, and with letters that are easily taken for digits as digits.
/// Nothing when it cannot be one.
fn plain(code: &str) -> Option<String> {
    let letters = code.chars().filter(|letter| !letter.is_whitespace() && *letter != '-');
    let plain: String = letters
        .take(LENGTH + 1)
        .map(|letter| match letter.to_ascii_lowercase() {
            'o' => '0',
            'i' | 'l' => '1',
            other => other,
        })
        .collect();
    let fits = plain.len() == LENGTH && plain.bytes().all(|letter| letter.is_ascii_alphanumeric());
    fits.then_some(plain)
}

impl Desk {
    /// Keeps answers and says by which code they are found, and the last day.
    ///
    /// # Errors
    /// The store is not available.
    pub async fn keep_answers(&self, visit: &Visit, answers: &[u8]) -> Result<(String, Date), DeskError> {
        let half = || dossier::ThingId::new((self.random)()).to_string()[4..12].to_owned();
        let code = half() + &half();
        let today = visit.moment.today;
        let until = dossier::after(today, i32::from(self.limits(visit).kept_answers_days));
        self.cabinet.keep_answers(&code, answers, today, until).await?;
        let groups: Vec<&str> = (0..4).map(|at| &code[at * 4..at * 4 + 4]).collect();
        Ok((groups.join("-").to_uppercase(), until))
    }

    /// The answers of a code.
    ///
    /// # Errors
    /// There are none (any more); or the store is not available.
    pub async fn kept_answers(&self, visit: &Visit, code: &str) -> Result<Vec<u8>, DeskError> {
        let code = plain(code).ok_or(DeskError::NotFound)?;
        let found = self.cabinet.kept_answers(&code, visit.moment.today).await?;
        found.ok_or(DeskError::NotFound)
    }

    /// Removes the answers of a code; a code that nobody has is removed too.
    ///
    /// # Errors
    /// The store is not available.
    pub async fn forget_answers(&self, code: &str) -> Result<(), DeskError> {
        match plain(code) {
            Some(code) => Ok(self.cabinet.forget_answers(&code).await?),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_people_write_it_down() {
        let code = Some("a1b2c3d4e0f1g2h3".to_owned());
        for written in ["A1B2-C3D4-E0F1-G2H3", "a1b2 c3d4 e0f1 g2h3", "AIB2-C3D4-EOFL-G2H3"] {
            assert_eq!(plain(written), code, "{written}");
        }
        for odd in ["", "A1B2", "A1B2-C3D4-E0F1-G2H3-X", "æøåæøåæøåæøåæøåæ"] {
            assert_eq!(plain(odd), None, "{odd}");
        }
    }
}
