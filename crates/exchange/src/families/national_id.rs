//! Room `exchange::families::national_id`: fødselsnummer, D-number and synthetic numbers.
//!
//! Source of the rules: folkeregisterforskriften § 2-2-1 and Skatteetaten on synthetic numbers
//! (Tenor adds 80 to the month, Norsk helsenett 65, NAV 40). INVARIANT: a number never appears in
//! `Debug`; only [`NationalId::expose`] gives it out.

use jiff::civil::{Date, date};
use std::fmt;

/// A national id whose form, date and control digits are right.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NationalId([u8; 11]);

/// Why a text is not a national id. Carries no part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NationalIdFault {
    /// Something else than digits.
    Text,
    /// This many digits instead of eleven.
    Length(u64),
    /// The first six digits are no date in any century that the number allows.
    Date,
    /// The first or the second control digit is wrong.
    Check,
}

impl NationalId {
    /// Reads eleven digits without blanks.
    ///
    /// # Errors
    /// The first thing that is wrong with it.
    pub fn parse(text: &str) -> Result<Self, NationalIdFault> {
        if !text.bytes().all(|b| b.is_ascii_digit()) {
            return Err(NationalIdFault::Text);
        }
        let digits: [u8; 11] =
            text.as_bytes().try_into().map_err(|_| NationalIdFault::Length(text.len() as u64))?;
        let id = Self(digits);
        if !id.has_right_control_digits() {
            return Err(NationalIdFault::Check);
        }
        if id.birth_dates().next().is_none() {
            return Err(NationalIdFault::Date);
        }
        Ok(id)
    }

    /// The eleven digits. Ask yourself who will see them.
    pub fn expose(&self) -> &str {
        // Only digits are ever put in; were that wrong, nothing is better than a panic.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// A D-number: 40 added to the day, for those without a fødselsnummer.
    pub fn is_d_number(&self) -> bool {
        self.pair(0) > 40
    }

    /// A test number, that can belong to nobody.
    pub fn is_synthetic(&self) -> bool {
        self.pair(2) > 40
    }

    /// The birth date, where the number says the century for certain: not for synthetic ones.
    pub fn birth_date(&self) -> Option<Date> {
        if self.is_synthetic() { None } else { self.birth_dates().next() }
    }

    /// Compares with a birth date; on disagreement, names the part (`day`, `month`, `year`, `century`).
    pub fn disagrees_on(&self, birth: Date) -> Option<&'static str> {
        let (day, month) = self.day_and_month();
        if i32::from(birth.day()) != day {
            Some("day")
        } else if i32::from(birth.month()) != month {
            Some("month")
        } else if i32::from(birth.year()).rem_euclid(100) != self.pair(4) {
            Some("year")
        } else if !self.birth_dates().any(|date| date == birth) {
            Some("century")
        } else {
            None
        }
    }

    fn has_right_control_digits(&self) -> bool {
        let sum = |weights: &[u32]| -> u32 {
            weights.iter().zip(self.0).map(|(weight, digit)| weight * u32::from(digit - b'0')).sum()
        };
        // The control digit is a term of its own sum, so that a right sum is divisible by 11.
        sum(&[3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 == 0 && sum(&[5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0
    }

    /// The dates that the number can mean: at most one, but for synthetic numbers one per century.
    fn birth_dates(&self) -> impl Iterator<Item = Date> {
        let (day, month) = self.day_and_month();
        let (year, individual) = (self.pair(4), self.pair(6) * 10 + i32::from(self.0[8] - b'0'));
        let century = match individual {
            0..=499 => Some(1900),
            500..=749 if year >= 54 => Some(1800),
            900..=999 if year >= 40 => Some(1900),
            500..=999 if year <= 39 => Some(2000),
            _ => None,
        };
        let synthetic = self.is_synthetic();
        [1900, 2000, 1800].into_iter().filter(move |c| synthetic || century == Some(*c)).filter_map(
            move |c| {
                Date::new((c + year).try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?).ok()
            },
        )
    }

    fn day_and_month(&self) -> (i32, i32) {
        let (day, month) = (self.pair(0), self.pair(2));
        let added = match month {
            81..=92 => 80,
            66..=77 => 65,
            41..=52 => 40,
            _ => 0,
        };
        (if day > 40 { day - 40 } else { day }, month - added)
    }

    fn pair(&self, at: usize) -> i32 {
        i32::from(self.0[at] - b'0') * 10 + i32::from(self.0[at + 1] - b'0')
    }
}

impl fmt::Debug for NationalId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NationalId(hidden)")
    }
}

/// Says if a text carries a national id: eleven digits in a row, or six and five, that check out.
pub(crate) fn carries_national_id(text: &str) -> bool {
    if text.bytes().filter(u8::is_ascii_digit).count() < 11 {
        return false;
    }
    let joined: String = text.chars().map(|c| if c == '\u{a0}' { ' ' } else { c }).collect();
    let runs = joined.split(|c: char| !c.is_ascii_digit() && c != ' ').map(str::trim);
    runs.map(|run| run.replace(' ', "")).any(|run| NationalId::parse(&run).is_ok())
}

/// The oldest birth date that is taken for true.
pub(crate) const OLDEST_BIRTH: Date = date(1900, 1, 1);

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Makes a number from its first nine digits, or `None` where none exists (control digit 10).
    pub(crate) fn with_control_digits(nine: &str) -> Option<String> {
        (0..100).map(|control| format!("{nine}{control:02}")).find(|id| NationalId::parse(id).is_ok())
    }

    /// A synthetic number (+80) for a date.
    pub(crate) fn synthetic(birth: Date) -> String {
        let (day, month, year) = (birth.day(), birth.month() + 80, birth.year() % 100);
        (0..999).find_map(|n| with_control_digits(&format!("{day:02}{month:02}{year:02}{n:03}"))).unwrap()
    }

    #[test]
    fn the_date_is_read_with_the_offsets_of_each_kind() {
        for (day, month, d_number, made_up) in [
            (17, 5, false, false), // fødselsnummer
            (57, 5, true, false),  // D-number
            (17, 45, false, true), // NAV
            (17, 70, false, true), // Norsk helsenett
            (17, 85, false, true), // Skatteetaten
            (57, 85, true, true),  // synthetic D-number
        ] {
            let nine = (100..499).find_map(|n| with_control_digits(&format!("{day:02}{month:02}89{n:03}")));
            let id = NationalId::parse(&nine.unwrap()).unwrap();
            assert_eq!((id.is_d_number(), id.is_synthetic()), (d_number, made_up));
            assert_eq!(id.disagrees_on(date(1989, 5, 17)), None);
            assert_eq!(id.disagrees_on(date(1989, 5, 18)), Some("day"));
            assert_eq!(id.disagrees_on(date(1989, 6, 17)), Some("month"));
            assert_eq!(id.disagrees_on(date(1988, 5, 17)), Some("year"));
            // A synthetic number agrees with any century.
            let other_century = if made_up { None } else { Some("century") };
            assert_eq!(id.disagrees_on(date(2089, 5, 17)), other_century);
            assert_eq!(id.disagrees_on(date(1889, 5, 17)), other_century);
        }
    }

    #[test]
    fn the_individual_number_says_the_century() {
        for (year, individual, century) in [
            (0, 0, Some(1900)),
            (99, 499, Some(1900)),
            (54, 500, Some(1854)),
            (53, 500, None),
            (39, 500, Some(2039)),
            (0, 999, Some(2000)),
            (40, 900, Some(1940)),
            (40, 899, None),
        ] {
            let id = NationalId(format!("0101{year:02}{individual:03}00").as_bytes().try_into().unwrap());
            let found = id.birth_date().map(|date| i32::from(date.year()));
            assert_eq!(found, century.map(|c| c - c % 100 + year), "{year} {individual}");
        }
    }

    #[test]
    fn each_fault_has_its_name_and_nothing_is_shown() {
        let id = synthetic(date(2019, 9, 2));
        assert_eq!(NationalId::parse("1788891234x"), Err(NationalIdFault::Text));
        assert_eq!(NationalId::parse(&id[..10]), Err(NationalIdFault::Length(10)));
        assert_eq!(NationalId::parse("00000000000"), Err(NationalIdFault::Date));
        for at in 0..11 {
            let mut wrong = id.clone().into_bytes();
            wrong[at] = b'0' + (wrong[at] - b'0' + 1) % 10;
            let wrong = String::from_utf8(wrong).unwrap();
            assert_eq!(NationalId::parse(&wrong), Err(NationalIdFault::Check), "digit {at}");
        }
        assert_eq!(format!("{:?}", NationalId::parse(&id).unwrap()), "NationalId(hidden)");
    }

    #[test]
    fn a_number_is_found_inside_other_text() {
        let id = synthetic(date(2019, 9, 2));
        let spaced = format!("{} {}", &id[..6], &id[6..]);
        for text in [id.clone(), format!("Mina {spaced}"), format!("p-{id}"), format!("x{id}y")] {
            assert!(carries_national_id(&text));
        }
        assert!(!carries_national_id("P-20260101-0001") && !carries_national_id(&format!("{id}1")));
    }

    proptest! {
        #[test]
        fn any_text_is_answered(text in "\\PC{0,20}|[0-9]{10,12}") {
            if let Ok(id) = NationalId::parse(&text) {
                prop_assert_eq!(id.expose(), &text);
                prop_assert!(id.birth_dates().all(|date| id.disagrees_on(date).is_none()));
            }
            carries_national_id(&text);
        }
    }
}
