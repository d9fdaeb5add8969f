//! Who is in the family, who decides for whom, and who is in the team around it.

use crate::extract::{Extract, Thing};
use crate::ids::*;
use crate::limits::Limits;
use crate::payload::*;
use crate::vocabulary::*;
use jiff::civil::Date;

/// Age in whole years on a day. Somebody born on 29 February grows older on 28 February in ordinary years:
/// the protective reading, since the law does not say.
pub fn age_on(born: Date, day: Date) -> i16 {
    let had_birthday = if (born.month(), born.day()) == (2, 29) && !day.in_leap_year() {
        (day.month(), day.day()) >= (2, 28)
    } else {
        (day.month(), day.day()) >= (born.month(), born.day())
    };
    day.year() - born.year() - i16::from(!had_birthday)
}

impl Person {
    /// Age on a day, when the birth date is known.
    pub fn age(&self, day: Date) -> Option<i16> {
        self.born.map(|born| age_on(born, day))
    }

    /// Whether the person is part of the family on a day.
    pub fn is_present(&self, day: Date) -> bool {
        self.joined.is_none_or(|joined| joined <= day) && self.left.is_none_or(|left| day < left)
    }

    /// The last day on which the person is below an age in whole years, by the same reading as [`Person::age`].
    pub fn last_day_below(&self, age: i16) -> Option<Date> {
        // From 29 February to an ordinary year it is kept within February, which is the reading of R79.
        self.born?.checked_add(jiff::Span::new().years(age)).ok()?.yesterday().ok()
    }

    /// Whether others decide for this person: not yet of age. A child without birth date is a child.
    pub fn is_minor(&self, day: Date, limits: &Limits) -> bool {
        self.generation == Generation::Child && self.age(day).is_none_or(|age| age < limits.majority_age)
    }
}

impl Relation {
    /// Whether it holds on a day.
    pub fn holds(&self, day: Date) -> bool {
        self.from_day.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day < until)
    }
}

impl CareOrder {
    /// Whether it holds on a day.
    pub fn holds(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| day < until)
    }
}

impl Membership {
    /// Whether the helper is in the team on a day.
    pub fn holds(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| day < until)
    }
}

impl Danger {
    /// Whether it holds on a day.
    pub fn holds(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| day < until)
    }
}

impl Mandate {
    /// Whether it holds on a day.
    pub fn holds(&self, day: Date) -> bool {
        self.from <= day && day <= self.until && self.withdrawn.is_none()
    }
}

/// The family members whose whereabouts are protected on a day: by the register, by a flag set here, or because
/// somebody in the family is a danger to them (R80, R82).
pub fn protected(extract: &Extract<'_>, day: Date) -> Vec<PersonId> {
    let flagged = extract
        .all::<Person>()
        .filter(|person| person.is.is_present(day) && person.is.protection != Protection::Open)
        .map(|person| PersonId::from(person.id()));
    let from_somebody = extract.all::<Danger>().filter(|danger| danger.is.holds(day));
    let mut all: Vec<PersonId> = flagged.chain(from_somebody.map(|danger| danger.is.protected)).collect();
    all.sort();
    all.dedup();
    all
}

/// The people who are part of the family on a day: adults first, then children from the eldest.
pub fn present<'a>(extract: &Extract<'a>, day: Date) -> Vec<Thing<'a, Person>> {
    let mut people: Vec<_> = extract.all::<Person>().filter(|person| person.is.is_present(day)).collect();
    people.sort_by_key(|person| (person.is.generation != Generation::Adult, person.is.born));
    people
}

/// People whose address would tell where somebody with a strictly confidential one lives: they themselves, and all
/// who share a home with them, also by way of others (R80, R81). No address of theirs is kept.
pub fn unlocated(extract: &Extract<'_>, day: Date) -> Vec<PersonId> {
    let strict = |person: &Thing<'_, Person>| person.is.protection == Protection::StrictlyConfidential;
    let mut found: Vec<PersonId> = extract.all::<Person>().filter(strict).map(|it| it.id().into()).collect();
    if found.is_empty() {
        return found;
    }
    let homes: Vec<[PersonId; 2]> = extract
        .all::<Relation>()
        .map(|relation| relation.is)
        .filter(|it| it.holds(day) && matches!(it.residence, Residence::Permanent | Residence::Shared))
        .map(|it| [it.from, it.to])
        .collect();
    loop {
        let next = homes.iter().flatten().find(|person| {
            let beside =
                |home: &&[PersonId; 2]| home.contains(person) && home.iter().any(|it| found.contains(it));
            !found.contains(person) && homes.iter().any(|home| beside(&home))
        });
        match next {
            Some(person) => found.push(*person),
            None => return found,
        }
    }
}

/// Those who decide for this minor on a day: the ones with parental responsibility (barnelova § 30), and
/// guardians. While a care order holds, the foster parents stand in the parents' place, beside child welfare
/// (barnevernsloven § 5-1, pasient- og brukerrettighetsloven §§ 3-4 and 4-4); in a voluntary placement the parents
/// keep it.
///
/// The register's words «mor» and «far» say that one parent has it alone. Where somebody has it alone, nobody
/// else has it jointly; and where two are said to have it alone, one of the two is wrong: then neither has it
/// until a person has mended that.
pub fn responsible_for(extract: &Extract<'_>, child: PersonId, day: Date) -> Vec<PersonId> {
    if extract.all::<CareOrder>().any(|order| order.is.child == child && order.is.holds(day)) {
        let mut foster: Vec<PersonId> = extract
            .all::<Relation>()
            .map(|relation| relation.is)
            .filter(|relation| relation.to == child && relation.holds(day))
            .filter(|relation| relation.relation == RelationKind::FosterParent)
            .map(|relation| relation.from)
            .collect();
        foster.sort();
        foster.dedup();
        return foster;
    }
    let alone = |relation: &Relation| {
        matches!(relation.responsibility, Responsibility::Mother | Responsibility::Father)
    };
    let about: Vec<&Relation> = extract
        .all::<Relation>()
        .map(|relation| relation.is)
        .filter(|relation| relation.to == child && relation.holds(day))
        .collect();
    let parents = || about.iter().filter(|relation| relation.relation == RelationKind::Parent);
    let mut sole: Vec<PersonId> =
        parents().filter(|relation| alone(relation)).map(|relation| relation.from).collect();
    sole.sort();
    sole.dedup();
    let parents: Vec<PersonId> = match sole.len() {
        0 => parents()
            .filter(|relation| relation.responsibility == Responsibility::Joint)
            .map(|relation| relation.from)
            .collect(),
        1 => sole,
        _ => Vec::new(),
    };
    let guardians = about.iter().filter(|relation| relation.relation == RelationKind::Guardian);
    let mut all: Vec<PersonId> = parents.into_iter().chain(guardians.map(|relation| relation.from)).collect();
    all.sort();
    all.dedup();
    all
}

/// Those whose matter it is what happens with something about somebody: that person, and for a child whoever decides for
/// it.
pub fn parties(extract: &Extract<'_>, about: PersonId, day: Date, limits: &Limits) -> Vec<PersonId> {
    let mut parties = vec![about];
    if extract.person(about).is_some_and(|person| person.is_minor(day, limits)) {
        parties.extend(responsible_for(extract, about, day));
    }
    parties
}

/// A helper in the team now.
#[derive(Debug, Clone, Copy)]
pub struct Helping<'a> {
    /// Who.
    pub helper: ActorId,
    /// For which service.
    pub service: ServiceId,
    /// What the helper does.
    pub task: &'a str,
}

/// The team around the family on a day: members whose period holds.
pub fn team<'a>(extract: &Extract<'a>, day: Date) -> Vec<Helping<'a>> {
    extract
        .all::<Membership>()
        .filter(|member| member.is.holds(day))
        .map(|member| Helping { helper: member.is.helper, service: member.is.service, task: &member.is.task })
        .collect()
}

/// Who was coordinator when: periods from the versions of the one coordination thing.
pub fn coordinator_periods(extract: &Extract<'_>) -> Vec<(ActorId, Option<ServiceId>, Date, Option<Date>)> {
    let Some(coordination) = extract.only::<Coordination>() else { return Vec::new() };
    let mut periods: Vec<(ActorId, Option<ServiceId>, Date, Option<Date>)> = Vec::new();
    for entry in extract.versions(coordination.id()) {
        let Payload::Coordination(version) = &entry.payload else { continue };
        let since = version.since.unwrap_or_else(|| crate::Moment::day_of(entry.at));
        match (periods.last_mut(), version.lead) {
            (Some(open), Some(lead)) if open.3.is_none() && open.0 == lead => {}
            (last, lead) => {
                if let Some(open) = last.filter(|open| open.3.is_none()) {
                    open.3 = Some(since);
                }
                if let Some(lead) = lead {
                    periods.push((lead, version.service, since, None));
                }
            }
        }
    }
    periods
}

impl Coordination {
    /// The stand-in who answers for the coordinator on a day, once it was accepted.
    pub fn stand_in_on(&self, day: Date) -> Option<ActorId> {
        self.stand_in
            .as_ref()
            .filter(|stand_in| stand_in.answer.is_yes() && stand_in.from <= day && day <= stand_in.until)
            .map(|stand_in| stand_in.actor)
    }

    /// Whether this helper holds the whole on a day, as coordinator or as accepted stand-in.
    pub fn is_held_by(&self, actor: ActorId, day: Date) -> bool {
        self.lead == Some(actor) || self.stand_in_on(day) == Some(actor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn r79_a_person_born_on_leap_day_turns_eighteen_on_28_february() {
        let born = date(2008, 2, 29);
        assert_eq!(age_on(born, date(2026, 2, 27)), 17);
        assert_eq!(age_on(born, date(2026, 2, 28)), 18);
        assert_eq!(age_on(born, date(2028, 2, 28)), 19);
        assert_eq!(age_on(born, date(2028, 2, 29)), 20);
    }

    #[test]
    fn age_turns_on_the_birthday() {
        assert_eq!(age_on(date(2010, 11, 20), date(2026, 11, 19)), 15);
        assert_eq!(age_on(date(2010, 11, 20), date(2026, 11, 20)), 16);
    }
}
