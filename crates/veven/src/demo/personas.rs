//! People whom one can be in the demonstration.

use crate::demo::town::{Town, Who};
use dossier::{ActorId, Dossier, Entry, Extract, FamilyId, Person, Role, ServiceId};
use serde::{Deserialize, Serialize};
use store::Store;
use web::Persona;

/// The note in the store that holds them.
const NOTE: &str = "demo-personas";

/// One of them, as kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    id: String,
    actor: ActorId,
    role: String,
    service: Option<ServiceId>,
    name: String,
}

/// Who: in a family (its key and the given name), or a helper by key.
enum From {
    Family(&'static str, &'static str),
    Town(&'static str),
}
use From::{Family, Town as Helper};

/// All of them, in the order of the page.
const ALL: &[(&str, From)] = &[
    ("rania", Family("haddad", "Rania")),
    ("omar", Family("haddad", "Omar")),
    ("yusuf", Family("haddad", "Yusuf")),
    ("ungdom", Family("rahimi", "Amir")),
    ("far", Family("lunde", "Henrik")),
    ("hemmelig", Family("sperret", "Anna")),
    ("ingrid", Helper("ingrid")),
    ("mats", Helper("mats")),
    ("samira", Helper("samira")),
    ("marit", Helper("marit")),
    ("nav", Helper("nav")),
    ("tildeling", Helper("anne-lise")),
    ("tove", Helper("tove")),
    ("tommy", Helper("tommy")),
    ("inntak", Helper("inntak")),
    ("leder", Helper("leder")),
    ("drift", Helper("drift")),
];

/// Finds everybody in the stories that were told by hand.
pub fn find(town: &Town, told: &[(&str, FamilyId, &[Entry])], heavy: Option<Who>) -> Vec<Kept> {
    let mut found = Vec::new();
    for (id, from) in ALL {
        let kept = match from {
            Helper(key) => {
                let who = town.who(key);
                town.helper(who.actor)
                    .map(|helper| (who.actor, who.role, Some(who.service), helper.name.clone()))
            }
            Family(key, given) => told.iter().find(|(of, ..)| of == key).and_then(|(_, family, entries)| {
                let dossier = Dossier::fold(*family, entries.iter().cloned());
                let person =
                    Extract::whole(&dossier).all::<Person>().find(|person| person.is.given == *given)?;
                Some((person.is.account?, Role::Citizen, None, person.is.full_name()))
            }),
        };
        if let Some((actor, role, service, name)) = kept {
            found.push(Kept { id: (*id).to_owned(), actor, role: role.code().into(), service, name });
        }
    }
    if let Some((who, helper)) = heavy.and_then(|who| Some((who, town.helper(who.actor)?))) {
        let (role, service) = (who.role.code().into(), Some(who.service));
        found.push(Kept { id: "last".into(), actor: who.actor, role, service, name: helper.name.clone() });
    }
    found
}

/// Keeps them beside the families.
///
/// # Errors
/// The store is not available.
pub fn keep(store: &Store, all: &[Kept]) -> anyhow::Result<()> {
    Ok(store.set_meta(NOTE, &serde_json::to_string(all)?)?)
}

/// Everybody whom one can be.
///
/// # Errors
/// The store is not available.
pub fn read(store: &Store) -> anyhow::Result<Vec<Persona>> {
    let kept: Vec<Kept> = serde_json::from_str(store.meta(NOTE)?.as_deref().unwrap_or("[]"))?;
    let persona = |kept: Kept| {
        Some(Persona {
            about: format!("persona-{}", kept.id),
            actor: kept.actor,
            role: Role::from_code(&kept.role)?,
            service: kept.service,
            name: kept.name,
            id: kept.id,
        })
    };
    Ok(kept.into_iter().filter_map(persona).collect())
}
