//! Whose yes opens information to another service (R56–R64): one's own, the parents', or both, by kind and age.
//!
//! A consent counts from its first to its last day, until it is withdrawn, and only as long as the one who gave
//! it may still give it: at a birthday that moves the decision, the parents' yes alone is no yes any longer (R57).

use dossier::*;
use jiff::civil::Date;

/// Whose yes is needed before a kind of information about somebody is shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deciders {
    /// All who have parental responsibility (R64).
    pub parents: bool,
    /// The person it is about.
    pub oneself: bool,
}

const PARENTS: Deciders = Deciders { parents: true, oneself: false };
const ONESELF: Deciders = Deciders { parents: false, oneself: true };
const BOTH: Deciders = Deciders { parents: true, oneself: true };

/// The table of R60, read by the kind of information and the age of the one it is about.
pub fn deciders(category: Category, about: &Person, day: Date, limits: &Limits) -> Deciders {
    if !about.is_minor(day, limits) {
        return ONESELF;
    }
    let from = |age: i16, then: Deciders| match about.age(day) {
        Some(years) if years >= age => then,
        _ => PARENTS,
    };
    match category {
        // What a child has said or sought help for alone is nobody else's to pass on (R20, R62).
        Category::ChildVoice | Category::HealthPrivate => ONESELF,
        Category::HealthSomatic | Category::HealthMental => from(limits.health_majority_age, ONESELF),
        Category::Education => from(limits.education_majority_age, ONESELF),
        Category::ChildWelfare => from(limits.child_welfare_party_age, BOTH),
        // The law gives no competence of its own here before majority; the young person is asked too (U4).
        Category::Contact
        | Category::Location
        | Category::ServiceLink
        | Category::Intake
        | Category::PlanCore
        | Category::Economy
        | Category::NavState
        | Category::Housing
        | Category::FamilyViolence
        | Category::Police
        | Category::ThirdParty
        | Category::Logistics
        | Category::Audit => from(limits.health_majority_age, BOTH),
    }
}

/// The kinds of information about a person that consents in force open to a service.
fn opened_about(
    all: &Extract<'_>,
    person: &Thing<'_, Person>,
    given: &[&Consent],
    day: Date,
    limits: &Limits,
) -> Vec<Category> {
    let id = PersonId::from(person.id());
    let parents: Vec<PersonId> = responsible_for(all, id, day)
        .into_iter()
        // Somebody who is dead or gone never stands in the way (R69).
        .filter(|parent| all.person(*parent).is_some_and(|parent| parent.is_present(day)))
        .collect();
    let yes_of = |by: PersonId, kind: Category| {
        given.iter().any(|consent| {
            consent.subject == id && consent.given_by == by && consent.categories.contains(&kind)
        })
    };
    let open = |kind: &&Category| {
        let needed = deciders(**kind, person.is, day, limits);
        (!needed.oneself || yes_of(id, **kind))
            && (!needed.parents
                || !parents.is_empty() && parents.iter().all(|parent| yes_of(*parent, **kind)))
    };
    Category::ALL.iter().filter(open).copied().collect()
}

/// What consents in force open to a service on a day, for each person.
pub(crate) fn opened_to(
    all: &Extract<'_>,
    service: ServiceId,
    day: Date,
    limits: &Limits,
) -> Vec<(PersonId, Vec<Category>)> {
    let given: Vec<&Consent> = all
        .all::<Consent>()
        .map(|consent| consent.is)
        .filter(|consent| consent.receiver == service && consent.withdrawn.is_none())
        .filter(|consent| consent.from <= day && day <= consent.until)
        .collect();
    let about =
        |person: &Thing<'_, Person>| given.iter().any(|consent| consent.subject == person.id().into());
    all.all::<Person>()
        .filter(about)
        .map(|person| (person.id().into(), opened_about(all, &person, &given, day, limits)))
        .filter(|(_, kinds)| !kinds.is_empty())
        .collect()
}
