//! Life situations in everyday words: how a family begins, and which rights each opens.

use crate::catalogue::{Catalogue, RightKind};
use crate::sheet::{At, Fault, Sheet, Table, Words};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// The name of the file.
const FILE: &str = "situations.toml";

/// A life situation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Situation {
    /// Stable id.
    pub id: String,
    /// Its name, in the words of a family.
    pub name: Words,
    /// One sentence more.
    pub explain: Words,
    /// Opened for oneself: shown apart, with a way to leave quickly, and never in what is shared.
    pub private: bool,
    /// The rights that may matter, offers without an application first.
    pub rights: Vec<usize>,
    /// Rights whose most delicate questions may be asked when the situation is chosen.
    pub opens: BTreeSet<usize>,
}

/// The ages at which the facts of a subject are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ages {
    /// The subject: `kg` for facts like `kg.has_place`.
    pub of: String,
    /// First and last age in whole years.
    pub years: std::ops::RangeInclusive<i64>,
}

/// Everything a guide rests on: the catalogue and the ways into it.
#[derive(Debug)]
pub struct Knowledge {
    /// Facts, rates and rights.
    pub catalogue: &'static Catalogue,
    /// The situations, in the order they are shown.
    pub situations: Vec<Situation>,
    /// Subjects that only concern children of some ages.
    pub ages: Vec<Ages>,
}

impl Knowledge {
    /// What the program carries, read and checked once.
    ///
    /// # Errors
    /// What is wrong with it, with files and lines; a test keeps it right.
    pub fn shipped() -> Result<&'static Knowledge, Vec<Fault>> {
        static KNOWLEDGE: LazyLock<Result<Knowledge, Vec<Fault>>> = LazyLock::new(|| {
            let catalogue = Catalogue::shipped().map_err(<[Fault]>::to_vec)?;
            let text = include_str!("../../../knowledge/situations.toml");
            let (situations, ages) = read(catalogue, text)?;
            Ok(Knowledge { catalogue, situations, ages })
        });
        KNOWLEDGE.as_ref().map_err(Clone::clone)
    }
}

/// Reads the situations and checks them against the catalogue.
///
/// # Errors
/// Everything that is wrong, with its line.
pub fn read(catalogue: &Catalogue, text: &str) -> Result<(Vec<Situation>, Vec<Ages>), Vec<Fault>> {
    let faults = RefCell::new(Vec::new());
    let (sheet, top) = Sheet::open(FILE, text, &faults);
    let mut situations: Vec<Situation> = Vec::new();
    let mut placed = BTreeSet::new();
    for table in top.tables("situation") {
        let (id, name, explain) = (table.text("id"), table.words("name"), table.words("explain"));
        let private = table.truth("private");
        let rights = rights_of(&sheet, catalogue, table.texts("rights"));
        let mut opens: BTreeSet<usize> =
            rights_of(&sheet, catalogue, table.texts("opens")).into_iter().map(|it| it.value).collect();
        if rights.is_empty() {
            table.say("`rights` is missing or empty: a situation leads to at least one right");
        }
        table.finish();
        let mut met_other = false;
        let mut here = BTreeSet::new();
        for right in &rights {
            let known = &catalogue.rights[right.value];
            if !here.insert(right.value) {
                sheet.say(right.at, format!("`{}` stands twice here: take one away", known.id));
            }
            if known.kind != RightKind::LowThreshold {
                met_other = true;
            } else if met_other {
                sheet.say(right.at, format!("`{}` needs no application: put it first in the list", known.id));
            }
            if known.private && !private {
                let what = "is only for the person concerned: the situation must be `private = true`";
                sheet.say(right.at, format!("`{}` {what}", known.id));
            }
            placed.insert(right.value);
        }
        if let Some(outside) = opens.iter().find(|right| !here.contains(*right)) {
            table.say(format!("`opens` names `{}`, which is not in `rights`", catalogue.rights[*outside].id));
        }
        if private {
            opens.clone_from(&here);
        }
        let (Some(id), Some(name), Some(explain)) = (id, name, explain) else { continue };
        if situations.iter().any(|it| it.id == id.value) {
            sheet.say(id.at, format!("the situation `{}` is there already", id.value));
        }
        let rights = rights.into_iter().map(|it| it.value).collect();
        situations.push(Situation { id: id.value, name, explain, private, rights, opens });
    }
    for (place, right) in catalogue.rights.iter().enumerate() {
        if !placed.contains(&place) {
            sheet.say(
                0,
                format!("the right `{}` is in no situation, so nobody finds it: add it to one", right.id),
            );
        }
    }
    let ages = top.tables("ages").iter().filter_map(|table| ages_of(catalogue, table)).collect();
    top.finish();
    drop((sheet, top));
    let mut faults = faults.into_inner();
    faults.sort();
    if faults.is_empty() { Ok((situations, ages)) } else { Err(faults) }
}

fn ages_of(catalogue: &Catalogue, table: &Table<'_>) -> Option<Ages> {
    let (of, from, until) = (table.text("of"), table.number("from"), table.number("until"));
    table.finish();
    let (of, years) = (of?.value, from?.value.trunc()..=until?.value.trunc());
    if !catalogue.facts.iter().any(|fact| fact.name.split('.').next() == Some(&of)) {
        table.say(format!("`of` names `{of}`, and no fact begins with that"));
    }
    if years.is_empty() {
        table.say("`until` is before `from`");
    }
    Some(Ages { of, years })
}

fn rights_of(sheet: &Sheet<'_>, catalogue: &Catalogue, ids: Vec<At<String>>) -> Vec<At<usize>> {
    let known = |id: At<String>| match catalogue.right(&id.value) {
        Some(value) => Some(At { value, at: id.at }),
        None => {
            let names: Vec<String> = catalogue.rights.iter().map(|right| right.id.clone()).collect();
            let near = crate::compile::nearest(&id.value, names.iter());
            sheet.say(id.at, format!("there is no right `{}`{near}", id.value));
            None
        }
    };
    ids.into_iter().filter_map(known).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that cannot be set up is a test that fails")]

    use super::*;

    fn wrong(change: impl FnOnce(String) -> String) -> Vec<String> {
        let text = change(include_str!("../../../knowledge/situations.toml").to_owned());
        let faults = read(Catalogue::shipped().unwrap(), &text).unwrap_err();
        faults.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn every_right_is_found_from_a_situation_and_offers_without_an_application_come_first() {
        let knowledge = Knowledge::shipped().unwrap();
        assert!(knowledge.situations.len() >= 10);
        let found: BTreeSet<usize> =
            knowledge.situations.iter().flat_map(|it| it.rights.iter().copied()).collect();
        assert_eq!(found.len(), knowledge.catalogue.rights.len());
    }

    #[test]
    fn what_is_only_for_the_person_concerned_stands_in_no_shared_situation() {
        let knowledge = Knowledge::shipped().unwrap();
        let shared = knowledge.situations.iter().filter(|it| !it.private);
        let shared: BTreeSet<&str> = shared
            .flat_map(|it| &it.rights)
            .map(|right| knowledge.catalogue.rights[*right].id.as_str())
            .collect();
        for id in [
            "crisis_shelter",
            "child_welfare_assistance",
            "family_counselling",
            "aftercare_child_welfare",
            "child_psychiatry_bup",
            "municipal_mental_health",
        ] {
            assert!(!shared.contains(id), "{id}");
        }
    }

    #[test]
    fn a_fault_is_told_with_its_line_and_what_to_do() {
        let has =
            |faults: &[String], what: &str| assert!(faults.iter().any(|it| it.contains(what)), "{faults:#?}");
        let faults = wrong(|text| text.replace("\"glasses_for_children\"", "\"glasses_for_child\""));
        has(&faults, "situations.toml:42: there is no right `glasses_for_child`");
        has(&faults, "`glasses_for_children` is in no situation");
        let faults = wrong(|text| text.replace("id = \"unsafe\"\nprivate = true", "id = \"unsafe\""));
        has(&faults, "`crisis_shelter` is only for the person concerned");
        let faults = wrong(|text| {
            text.replace(
                "\"leisure_card\", \"equipment_library\", \"voluntary_support\",\n  \"social_assistance\",",
                "\"social_assistance\", \"leisure_card\",",
            )
        });
        has(&faults, "`leisure_card` needs no application: put it first");
    }
}
