//! The record of processing (GDPR art. 30): for what information is used, on which basis, who gets it, and for how long.
//!
//! Dated data with sources in `knowledge/services/processing.json`, checked when the program starts: a kind of
//! information that is used for nothing that stands there has no basis, and the program does not begin (R101).

use crate::limits::{Dated, RulesFault, check, on};
use crate::vocabulary::Category;
use jiff::civil::Date;
use serde::Deserialize;

/// A paragraph of an act.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Paragraph {
    /// Code of the act, as in the texts `act-name-…`.
    pub act: String,
    /// The paragraph, as «7-2 a».
    pub paragraph: String,
    /// The official text.
    pub url: String,
}

/// One thing that information is used for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Activity {
    /// Code, as in the texts `processing-…`.
    pub code: String,
    /// What kinds of information; none for what is kept outside every dossier.
    pub categories: Vec<Category>,
    /// Articles of GDPR, as «6-1-e», as in the texts `processing-basis-…`.
    pub basis: Vec<String>,
    /// The national law that the basis rests on.
    pub acts: Vec<Paragraph>,
    /// Who gets it, as in the texts `processing-receiver-…`. Each of them needs a ground of its own as well.
    pub receivers: Vec<String>,
    /// For how long, as in the texts `processing-kept-…`.
    pub kept: String,
    /// No act says it outright: the municipality must give its own reasons (R101).
    pub reasoned: bool,
}

/// All that information is used for, by date.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Processing {
    activities: Vec<Dated<Vec<Activity>>>,
}

impl Processing {
    /// Reads and checks the file.
    ///
    /// # Errors
    /// Unknown or missing fields, a value without source, periods that overlap, a kind of information without a use,
    /// a use without a basis: with the line or the date.
    pub fn parse(text: &str) -> Result<Self, RulesFault> {
        let all: Self = serde_json::from_str(text)
            .map_err(|fault| RulesFault::Unreadable { line: fault.line(), problem: fault.to_string() })?;
        check("activities", &all.activities)?;
        for dated in &all.activities {
            let used = |category: &&Category| dated.value.iter().any(|it| it.categories.contains(*category));
            let unused = Category::ALL.iter().find(|category| !used(category));
            let baseless = dated.value.iter().find(|it| it.basis.is_empty() || it.acts.is_empty());
            let what = unused.map(|it| it.code().to_owned()).or_else(|| baseless.map(|it| it.code.clone()));
            if let Some(what) = what {
                return Err(RulesFault::NoBasis { what, from: dated.from });
            }
        }
        Ok(all)
    }

    /// What information is used for on a day.
    pub fn activities(&self, day: Date) -> &[Activity] {
        on::<Vec<_>>(&self.activities, day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHIPPED: &str = include_str!("../../../knowledge/services/processing.json");

    #[test]
    fn r101_every_kind_of_information_has_a_use_and_every_use_a_basis_in_law() {
        let all = Processing::parse(SHIPPED).unwrap();
        let activities = all.activities("2026-11-19".parse().unwrap());
        for category in Category::ALL {
            assert!(activities.iter().any(|it| it.categories.contains(category)), "{category:?}");
        }
        assert!(activities.iter().all(|it| it.basis.iter().any(|article| article.starts_with("6-"))));
    }

    #[test]
    fn r101_what_has_no_basis_is_not_begun() {
        let mut unused: serde_json::Value = serde_json::from_str(SHIPPED).unwrap();
        for activity in unused["activities"][0]["value"].as_array_mut().unwrap() {
            activity["categories"].as_array_mut().unwrap().retain(|it| it != "health-private");
        }
        let fault = Processing::parse(&unused.to_string()).unwrap_err();
        assert!(matches!(fault, RulesFault::NoBasis { what, .. } if what == "health-private"));
        let mut bare: serde_json::Value = serde_json::from_str(SHIPPED).unwrap();
        bare["activities"][0]["value"][0]["acts"] = serde_json::json!([]);
        let fault = Processing::parse(&bare.to_string()).unwrap_err();
        assert!(matches!(fault, RulesFault::NoBasis { what, .. } if what == "request"));
    }
}
