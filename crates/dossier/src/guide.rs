//! What Veven knows about reporting worry for a child, and about what identifies people: dated data with sources
//! in `knowledge/services/duty.json`, checked when the program starts. National law, so a municipality has no file
//! of its own; the local telephones stand in its service directory.

use crate::limits::{Dated, RulesFault, check, on};
use crate::vocabulary::Sector;
use jiff::civil::Date;
use serde::Deserialize;

/// A telephone that is the same in the whole country.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EmergencyNumber {
    /// Code, as in the texts `duty-number-…`.
    pub code: String,
    /// What to ring.
    pub number: String,
}

/// The paragraph that lays the duty to report on those who work in some sectors (R42).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Duty {
    /// Code of the act, as in the texts `duty-act-…`.
    pub code: String,
    /// The paragraph.
    pub paragraph: String,
    /// The official text.
    pub url: String,
    /// Whom it binds.
    pub sectors: Vec<Sector>,
}

/// The duty of everybody to avert grave offences (R45).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Averting {
    /// Code of the act, as in the texts `duty-act-…`.
    pub code: String,
    /// The paragraph.
    pub paragraph: String,
    /// The official text.
    pub url: String,
    /// Codes of the offences that concern children and families, as in the texts `duty-offence-…`.
    pub offences: Vec<String>,
}

/// Words that can tell who somebody is, all in lower case (R48).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Identifying {
    /// Ends of street names; with a house number after them they are an address.
    pub street_endings: Vec<String>,
    /// Beginnings of words that are rare in a small place.
    pub rare_words: Vec<String>,
    /// Beginnings of diagnoses; rare together with an age.
    pub diagnoses: Vec<String>,
    /// Words with a capital letter that are nobody's name.
    pub plain_words: Vec<String>,
    /// The months; with a year after them they are a date.
    pub months: Vec<String>,
    /// Common given names, to know them where every word has a capital letter: at the beginning of a sentence.
    pub given_names: Vec<String>,
}

/// All of it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guide {
    emergency_numbers: Vec<Dated<Vec<EmergencyNumber>>>,
    duties: Vec<Dated<Vec<Duty>>>,
    reasons: Vec<Dated<Vec<String>>>,
    averting: Vec<Dated<Averting>>,
    helping: Vec<Dated<Vec<Duty>>>,
    identifying: Vec<Dated<Identifying>>,
}

impl Guide {
    /// Reads and checks the file.
    ///
    /// # Errors
    /// Unknown or missing fields, a value without source, periods that overlap: with the line.
    pub fn parse(text: &str) -> Result<Self, RulesFault> {
        let guide: Self = serde_json::from_str(text)
            .map_err(|fault| RulesFault::Unreadable { line: fault.line(), problem: fault.to_string() })?;
        check("emergency_numbers", &guide.emergency_numbers)?;
        check("duties", &guide.duties)?;
        check("reasons", &guide.reasons)?;
        check("averting", &guide.averting)?;
        check("helping", &guide.helping)?;
        check("identifying", &guide.identifying)?;
        Ok(guide)
    }

    /// Whom to ring when a child is in danger.
    pub fn emergency_numbers(&self, day: Date) -> &[EmergencyNumber] {
        on::<Vec<_>>(&self.emergency_numbers, day)
    }

    /// The duties of all sectors.
    pub fn duties(&self, day: Date) -> &[Duty] {
        on::<Vec<_>>(&self.duties, day)
    }

    /// The duty of those who work in a sector.
    pub fn duty_of(&self, sector: Sector, day: Date) -> Option<&Duty> {
        self.duties(day).iter().find(|duty| duty.sectors.contains(&sector))
    }

    /// Codes of what must be reported, as in the texts `duty-reason-…`. Not among them: the child's own behaviour,
    /// which the acts word differently; there the official text is shown.
    pub fn reasons(&self, day: Date) -> &[String] {
        on::<Vec<_>>(&self.reasons, day)
    }

    /// The duty of everybody to avert.
    pub fn averting(&self, day: Date) -> &Averting {
        on(&self.averting, day)
    }

    /// The duties to help whoever is in danger of life (R46) of those who work in a sector. One that names no sector
    /// is everybody's.
    pub fn helping(&self, sector: Option<Sector>, day: Date) -> impl Iterator<Item = &Duty> {
        let all = on::<Vec<Duty>>(&self.helping, day).iter();
        all.filter(move |duty| {
            duty.sectors.is_empty() || sector.is_some_and(|sector| duty.sectors.contains(&sector))
        })
    }

    /// What tells people apart.
    pub fn identifying(&self, day: Date) -> &Identifying {
        on(&self.identifying, day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHIPPED: &str = include_str!("../../../knowledge/services/duty.json");

    #[test]
    fn r42_every_sector_has_exactly_one_paragraph_on_the_duty_to_report() {
        let guide = Guide::parse(SHIPPED).unwrap();
        let day = "2026-11-19".parse().unwrap();
        for sector in Sector::ALL {
            let found: Vec<_> =
                guide.duties(day).iter().filter(|duty| duty.sectors.contains(sector)).collect();
            assert_eq!(found.len(), 1, "{}", sector.code());
            assert_eq!(guide.duty_of(*sector, day), Some(found[0]));
        }
        let of =
            |sector| guide.duty_of(sector, day).map(|duty| (duty.code.as_str(), duty.paragraph.as_str()));
        assert_eq!(of(Sector::School), Some(("oppl", "24-3")));
        assert_eq!(of(Sector::MunicipalHealth), Some(("hpl", "33")));
        assert_eq!(of(Sector::NavMunicipal), Some(("sotjl", "45")));
    }

    #[test]
    fn r42_what_a_child_does_itself_is_left_to_the_official_text() {
        let guide = Guide::parse(SHIPPED).unwrap();
        let reasons = guide.reasons("2026-11-19".parse().unwrap());
        assert!(reasons.iter().all(|code| !code.contains("behaviour")) && reasons.len() == 4, "{reasons:?}");
    }

    #[test]
    fn r46_everybody_helps_whoever_is_in_danger_and_health_personnel_alert_as_well() {
        let guide = Guide::parse(SHIPPED).unwrap();
        let day = "2026-11-19".parse().unwrap();
        let of = |sector| guide.helping(sector, day).map(|duty| duty.paragraph.as_str()).collect::<Vec<_>>();
        assert_eq!(of(Some(Sector::School)), ["287"]);
        assert_eq!(of(Some(Sector::MunicipalHealth)), ["287", "31"]);
        assert_eq!(of(None), ["287"]);
    }

    #[test]
    fn a_list_without_source_is_refused() {
        let mut value: serde_json::Value = serde_json::from_str(SHIPPED).unwrap();
        value["duties"][0]["source"] = " ".into();
        assert!(matches!(Guide::parse(&value.to_string()), Err(RulesFault::NoSource { list: "duties", .. })));
    }

    #[test]
    fn words_that_are_looked_for_are_in_lower_case() {
        let guide = Guide::parse(SHIPPED).unwrap();
        let words = guide.identifying("2026-11-19".parse().unwrap());
        let lists = [
            &words.street_endings,
            &words.rare_words,
            &words.diagnoses,
            &words.plain_words,
            &words.months,
            &words.given_names,
        ];
        for word in lists.into_iter().flatten() {
            assert_eq!(*word, word.to_lowercase());
        }
    }
}
