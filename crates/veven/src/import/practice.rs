//! A municipality's own practice (`docs/applications.md`): which service answers which applications, what a machine may
//! grant at once, and what rules ask nobody about.

use crate::folder::Folder;
use crate::say::line;
use access::{Archive, Automatic, Decides, Service};
use anyhow::Context;
use jiff::Timestamp;
use jiff::civil::Date;
use rights::catalogue::{Asked, Automation, Catalogue};
use rights::{Knowledge, Value};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;
use toml::Spanned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    service: Vec<WrittenService>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenService {
    name: Spanned<String>,
    #[serde(default)]
    decides: Vec<Spanned<String>>,
    #[serde(default)]
    automatic: Vec<WrittenAutomatic>,
    #[serde(default)]
    sets: BTreeMap<Spanned<String>, Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenAutomatic {
    right: Spanned<String>,
    from: Spanned<toml::value::Datetime>,
    basis: Spanned<String>,
    decided: Spanned<String>,
}

/// Something that cannot stand: the line in the file, and what is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong, and what would be right.
    pub problem: String,
}

/// Reads a practice for the services that there are: each service that it names, with what it decides and sets. A service
/// that the file does not name decides and sets nothing.
///
/// # Errors
/// Everything that cannot stand; then nothing is taken in.
pub fn read(text: &str, services: &[Service], catalogue: &Catalogue) -> Result<Vec<Service>, Vec<Fault>> {
    let line_of = |place: usize| text[..place.min(text.len())].matches('\n').count() + 1;
    let written: Written = toml::from_str(text).map_err(|fault| {
        let line = fault.span().map_or(1, |span| line_of(span.start));
        vec![Fault { line, problem: fault.message().to_owned() }]
    })?;
    let mut faults: Vec<Fault> = Vec::new();
    let mut after: Vec<Service> = services
        .iter()
        .map(|service| Service { decides: Vec::new(), sets: BTreeMap::new(), ..service.clone() })
        .collect();
    let mut taken: BTreeMap<String, String> = BTreeMap::new();
    for one in written.service {
        let mut fault = |place: usize, problem: String| faults.push(Fault { line: line_of(place), problem });
        let name = one.name.get_ref();
        let Some(service) =
            after.iter_mut().find(|service| service.name == *name || service.source.as_deref() == Some(name))
        else {
            fault(one.name.span().start, format!("no service is called `{name}`"));
            continue;
        };
        for right in &one.decides {
            let (id, place) = (right.get_ref(), right.span().start);
            if catalogue.right(id).is_none() {
                fault(place, format!("there is no right `{id}`"));
            } else if let Some(other) = taken.insert(id.clone(), name.clone()) {
                fault(place, format!("`{id}` is decided by `{other}` already"));
            } else {
                service.decides.push(Decides { right: id.clone(), automatic: None });
            }
        }
        for automatic in &one.automatic {
            let (id, place) = (automatic.right.get_ref(), automatic.right.span().start);
            let objective = catalogue.right(id).map(|right| &catalogue.rights[right]).is_some_and(|right| {
                right.automation == Automation::Objective
                    && right.objective
                    && right.automation_basis.is_some()
            });
            let from: Option<Date> = automatic.from.get_ref().to_string().parse().ok();
            let (basis, decided) = (automatic.basis.get_ref().trim(), automatic.decided.get_ref().trim());
            match (service.decides.iter_mut().find(|it| it.right == *id), from) {
                (None, _) => fault(place, format!("`{id}` is not among what `{name}` decides")),
                (Some(_), _) if !objective => {
                    fault(
                        place,
                        format!("`{id}` leaves something to judgement, so a machine may not grant it"),
                    );
                }
                (Some(_), None) => fault(automatic.from.span().start, "`from` must be a day".to_owned()),
                (Some(_), _) if basis.is_empty() || decided.is_empty() => {
                    let place = automatic.basis.span().start;
                    fault(place, "say the legal basis, and who has decided it".to_owned());
                }
                (Some(it), Some(from)) => {
                    let (basis, decided) = (basis.to_owned(), decided.to_owned());
                    it.automatic = Some(Automatic { from, basis, decided });
                }
            }
        }
        for (fact, value) in &one.sets {
            let (name, place) = (fact.get_ref(), fact.span().start);
            let known = catalogue.fact(name).map(|place| catalogue.fact_at(place));
            match known.filter(|known| known.asked == Asked::Set) {
                None => fault(place, format!("`{name}` is no fact that a municipality sets")),
                Some(known) if Value::parse(value.get_ref(), &known.kind).is_none() => {
                    fault(value.span().start, format!("`{}` is no value of `{name}`", value.get_ref()));
                }
                Some(_) => {
                    service.sets.insert(name.clone(), value.get_ref().clone());
                }
            }
        }
    }
    if faults.is_empty() { Ok(after) } else { Err(faults) }
}

/// Looks at a file, and takes it in when asked to. Answers whether everything in it is sound.
///
/// # Errors
/// The file or the store cannot be read or written.
pub fn run(path: &Path, data: &Path, commit: bool) -> anyhow::Result<bool> {
    let shown = path.display();
    let text = std::fs::read_to_string(path).with_context(|| format!("`{shown}` cannot be read"))?;
    let knowledge =
        Knowledge::shipped().map_err(|_| anyhow::anyhow!("the program's own rights cannot be read"))?;
    let folder = Folder::existing(data)?;
    let directory = folder.store.directory();
    let before: Vec<Service> = directory.services().into_iter().cloned().collect();
    let after = match read(&text, &before, knowledge.catalogue) {
        Ok(after) => after,
        Err(faults) => {
            for fault in faults {
                line(format!("{shown}:{}: {}", fault.line, fault.problem));
            }
            line("Nothing was taken in.");
            return Ok(false);
        }
    };
    let fresh: Vec<Service> = after.into_iter().filter(|service| !before.contains(service)).collect();
    let rights: usize = fresh.iter().map(|service| service.decides.len()).sum();
    line(format!("{} services change; together they decide about {rights} rights.", fresh.len()));
    if commit {
        folder.store.save_directory(&fresh, &[], Timestamp::now())?;
        line("Taken in.");
    } else {
        line("Nothing was written. Run it again with --commit to take it in.");
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that cannot be set up is a test that fails")]

    use super::*;
    use dossier::{Sector, ServiceId};

    fn service(name: &str) -> Service {
        Service {
            id: ServiceId::new(1),
            name: name.into(),
            sector: Sector::MunicipalGeneral,
            description: String::new(),
            phone: None,
            url: None,
            place: String::new(),
            hours: Vec::new(),
            open_to_all: false,
            from_age: None,
            to_age: None,
            source: Some("s-1".into()),
            checked: None,
            decides: Vec::new(),
            sets: BTreeMap::new(),
        }
    }

    fn faults(text: &str) -> Vec<(usize, String)> {
        let catalogue = Knowledge::shipped().unwrap().catalogue;
        let faults = read(text, &[service("Kontoret")], catalogue).unwrap_err();
        faults.into_iter().map(|fault| (fault.line, fault.problem)).collect()
    }

    #[test]
    fn a_practice_is_read_and_what_it_does_not_name_is_gone() {
        let catalogue = Knowledge::shipped().unwrap().catalogue;
        let text = "[[service]]\nname = \"s-1\"\ndecides = [\"respite_care\", \"kindergarten_sibling_discount\"]\n\
                    [[service.automatic]]\nright = \"kindergarten_sibling_discount\"\nfrom = 2026-08-01\n\
                    basis = \"§ 3e\"\ndecided = \"sak 1\"\n[service.sets]\n\"local.companion_card\" = \"true\"\n";
        let after = read(text, &[service("Kontoret")], catalogue).unwrap();
        assert_eq!(after[0].decides.len(), 2);
        assert_eq!(
            after[0].decides("kindergarten_sibling_discount").unwrap().automatic.as_ref().unwrap().basis,
            "§ 3e"
        );
        assert_eq!(after[0].sets["local.companion_card"], "true");
        let none = read("", &after, catalogue).unwrap();
        assert!(none[0].decides.is_empty() && none[0].sets.is_empty());
    }

    #[test]
    fn a_machine_is_never_let_decide_what_a_person_must_judge() {
        let text = "[[service]]\nname = \"Kontoret\"\ndecides = [\"respite_care\"]\n\
                    [[service.automatic]]\nright = \"respite_care\"\nfrom = 2026-08-01\nbasis = \"x\"\ndecided = \"x\"\n";
        assert_eq!(faults(text)[0].0, 5);
        assert!(faults(text)[0].1.contains("judgement"));
        let text = text.replace("[\"respite_care\"]", "[]");
        assert!(faults(&text)[0].1.contains("not among"));
    }

    #[test]
    fn faults_are_told_with_their_line() {
        assert_eq!(faults("[[service]]\nname = \"Ingen\"")[0], (2, "no service is called `Ingen`".into()));
        assert_eq!(faults("[[service]]\nname = \"Kontoret\"\ndecides = [\"tull\"]")[0].0, 3);
        assert_eq!(faults("[[service]]\nnavn = \"Kontoret\"")[0].0, 2);
        let sets = "[[service]]\nname = \"Kontoret\"\n[service.sets]\n\"child.birth_date\" = \"2020-01-01\"\n\"local.leisure_min_age\" = \"ung\"";
        assert_eq!(faults(sets).iter().map(|(line, _)| *line).collect::<Vec<_>>(), [4, 5]);
        let twice = "[[service]]\nname = \"Kontoret\"\ndecides = [\"respite_care\", \"respite_care\"]";
        assert!(faults(twice)[0].1.contains("already"));
        let basis = "[[service]]\nname = \"Kontoret\"\ndecides = [\"kindergarten_sibling_discount\"]\n[[service.automatic]]\nright = \"kindergarten_sibling_discount\"\nfrom = 2026-08-01\nbasis = \"\"\ndecided = \"x\"";
        assert!(faults(basis)[0].1.contains("legal basis"));
    }
}
