//! Whose yes opens information to another service (R56–R64): one's own, the parents', or both, by kind and age.
//!
//! A consent counts from its first to its last day, until it is withdrawn, and only as long as the one who gave
//! it may still give it: at a birthday that moves the decision, the parents' yes alone is no yes any longer. When
//! something happens that makes it another question (a birthday, custody, protection), it ends and is asked for
//! again (R57).

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
        // The law gives no competence of its own here before majority; the young person is asked too.
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

/// Why a consent has ended before its last day, and is asked for again (R57).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Again {
    /// The child has reached an age at which it is asked again.
    Birthday,
    /// Parental responsibility, custody or a care order has changed.
    Custody,
    /// Somebody's whereabouts have become protected.
    Protection,
    /// The help was ended, as when a family moves away: whoever comes back is asked anew.
    Closing,
}

impl Again {
    /// The code in texts `home-again-…`.
    pub const fn code(self) -> &'static str {
        match self {
            Again::Birthday => "birthday",
            Again::Custody => "custody",
            Again::Protection => "protection",
            Again::Closing => "closing",
        }
    }
}

/// What has happened since a consent was given that makes it another question, if anything.
pub fn asked_again(
    all: &Extract<'_>,
    consent: &Thing<'_, Consent>,
    day: Date,
    limits: &Limits,
) -> Option<Again> {
    changed_since(all, consent.is.subject, (given_at(all, consent), consent.is.from), day, limits)
}

/// What has happened to somebody, since a word was given that counts from a day, that makes it another question.
pub(crate) fn changed_since(
    all: &Extract<'_>,
    subject: PersonId,
    (given, from): (jiff::Timestamp, Date),
    day: Date,
    limits: &Limits,
) -> Option<Again> {
    let since = from.min(Moment::day_of(given));
    let person = all.person(subject)?;
    if person.generation == Generation::Child
        && let (Some(then), Some(now)) = (person.age(since), person.age(day))
        && limits.consent_again_ages.iter().any(|age| then < *age && *age <= now)
    {
        return Some(Again::Birthday);
    }
    let happened = |on: Option<Date>| on.is_some_and(|on| since < on && on <= day);
    let order = |order: &Thing<'_, CareOrder>| {
        order.is.child == subject
            && (order.entry.at > given && order.is.from <= day
                || happened(Some(order.is.from))
                || happened(order.is.until))
    };
    let custody = |relation: &Thing<'_, Relation>| {
        let turns = happened(relation.is.from_day) || happened(relation.is.until);
        relation.is.to == subject
            && (is_custody(relation.is) && turns || changed_custody(all, relation, given))
    };
    if all.all::<CareOrder>().any(|it| order(&it)) || all.all::<Relation>().any(|it| custody(&it)) {
        return Some(Again::Custody);
    }
    // A danger that is over, or a grade that was lifted, does not bring the yes back: it was ended by what happened.
    let danger = |danger: &Thing<'_, Danger>| {
        danger.is.protected == subject
            && danger.is.from <= day
            // One that was ended before it began has never been.
            && danger.is.until.is_none_or(|until| danger.is.from < until)
            && (since < danger.is.from || learnt_at(all, danger.id()) > Some(given))
    };
    if all.all::<Danger>().any(|it| danger(&it)) || newly_protected(all, subject, given) {
        return Some(Again::Protection);
    }
    was_closed(all, given).then_some(Again::Closing)
}

/// Whether the help was ended after an instant; that it has begun again does not give the yes back.
fn was_closed(all: &Extract<'_>, since: jiff::Timestamp) -> bool {
    let closed = |entry: &Entry| matches!(&entry.payload, Payload::Course(course) if matches!(course.phase, Phase::Closed { .. }));
    let mut courses = all.all::<Course>().flat_map(|course| all.versions(course.id()));
    courses.any(|entry| entry.at > since && closed(entry))
}

/// A helper who has come to a service since somebody said yes to all of it (R57).
#[derive(Clone, Copy)]
pub struct Since<'a> {
    /// The yes to the whole service, which holds for the newcomer too until its giver says otherwise.
    pub consent: Thing<'a, Consent>,
    /// Who has come.
    pub helper: ActorId,
}

/// The helpers about whom somebody has not been asked: they have come since this person said yes to their whole service,
/// beside or after somebody else there, and this person has said nothing to them by name.
pub fn come_since<'a>(all: &Extract<'a>, by: PersonId, day: Date, limits: &Limits) -> Vec<Since<'a>> {
    let to_all = |consent: &Thing<'a, Consent>| {
        let is = consent.is;
        is.given_by == by && is.helper.is_none() && !is.refused && holds(all, consent, day, limits)
    };
    let said_by_name = |helper: ActorId, yes: &Consent| {
        all.all::<Consent>().any(|Thing { is, .. }| {
            is.helper == Some(helper)
                && (is.given_by, is.subject, is.receiver) == (by, yes.subject, yes.receiver)
                && is.categories.iter().any(|kind| yes.categories.contains(kind))
        })
    };
    // When a helper, or anybody, first took part for a service.
    let first = |service: ServiceId, helper: Option<ActorId>| {
        let members = all.all::<Membership>().filter(|it| it.is.service == service);
        let members = members.filter(|it| helper.is_none_or(|helper| it.is.helper == helper));
        members.filter_map(|it| learnt_at(all, it.id())).min()
    };
    let mut found: Vec<Since<'a>> = Vec::new();
    for consent in all.all::<Consent>().filter(to_all) {
        let (yes, given) = (consent.is, given_at(all, &consent));
        // A yes that was said before anybody there took part was meant for whoever came first.
        let since = first(yes.receiver, None).max(Some(given));
        for Helping { helper, .. } in team(all, day).into_iter().filter(|it| it.service == yes.receiver) {
            let is_new = first(yes.receiver, Some(helper)) > since;
            let is_told = found.iter().any(|it| it.helper == helper && it.consent.id() == consent.id());
            if is_new && !is_told && !said_by_name(helper, yes) {
                found.push(Since { consent, helper });
            }
        }
    }
    found
}

/// When a thing was first written down.
fn learnt_at(all: &Extract<'_>, thing: ThingId) -> Option<jiff::Timestamp> {
    all.versions(thing).first().map(|first| first.at)
}

/// When the words of a consent that stand now were given.
fn given_at(all: &Extract<'_>, consent: &Thing<'_, Consent>) -> jiff::Timestamp {
    learnt_at(all, consent.id()).unwrap_or(consent.entry.at)
}

/// Whether a relation says who decides for a child, or with whom it lives.
const fn is_custody(relation: &Relation) -> bool {
    match relation.relation {
        RelationKind::Parent | RelationKind::Guardian | RelationKind::FosterParent => true,
        RelationKind::Sibling => false,
        _ => !matches!(relation.residence, Residence::None),
    }
}

/// Whether who decides for the child, or where it lives, was written down, or written otherwise, after an instant; that
/// it was written back does not give the yes back.
fn changed_custody(all: &Extract<'_>, relation: &Thing<'_, Relation>, since: jiff::Timestamp) -> bool {
    let mut before = None;
    all.versions(relation.id()).into_iter().any(|entry| {
        let Payload::Relation(it) = &entry.payload else { return false };
        let says = is_custody(it).then_some((it.responsibility, it.residence, it.until));
        std::mem::replace(&mut before, says) != says && entry.at > since
    })
}

/// Whether somebody's whereabouts were open, and became protected after an instant.
fn newly_protected(all: &Extract<'_>, person: PersonId, since: jiff::Timestamp) -> bool {
    let mut before = Protection::Open;
    all.versions(person.thing()).into_iter().any(|entry| {
        let Payload::Person(Person { protection, .. }) = entry.payload else { return false };
        let closed =
            std::mem::replace(&mut before, protection) == Protection::Open && protection != Protection::Open;
        closed && entry.at > since
    })
}

/// Whether a person's word counts on a day, as far as its own dates say.
pub fn in_force(consent: &Consent, day: Date) -> bool {
    consent.withdrawn.is_none() && consent.from <= day && day <= consent.until
}

/// Whether somebody's word holds on a day: by its own dates, and asked for again by nothing that has happened since.
pub fn holds(all: &Extract<'_>, consent: &Thing<'_, Consent>, day: Date, limits: &Limits) -> bool {
    in_force(consent.is, day) && asked_again(all, consent, day, limits).is_none()
}

/// Where a kind of information about somebody stands towards a receiver (R59, R77).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stands {
    /// Everyone whose yes is needed has said yes.
    Open,
    /// These have not said yes yet.
    Waits(Vec<PersonId>),
    /// Somebody has said yes, and these have said no. Nobody's click goes before the other's: it stays closed, and a
    /// person helps.
    Disagreement(Vec<PersonId>),
    /// Nobody has said yes; or nobody is known who could.
    Closed,
}

/// Where a kind of information about somebody stands towards a service, or one helper in it, on a day.
pub fn stands(
    all: &Extract<'_>,
    person: PersonId,
    receiver: (ServiceId, Option<ActorId>),
    kind: Category,
    day: Date,
    limits: &Limits,
) -> Stands {
    let words = Words::about(all, person, receiver, day, limits);
    words.stand(all, kind, day, limits)
}

/// Everybody whose yes is needed before a kind of information about somebody is opened (R60, R64); nobody when it is
/// not known who decides.
pub fn asked(
    all: &Extract<'_>,
    about: PersonId,
    kind: Category,
    day: Date,
    limits: &Limits,
) -> Vec<PersonId> {
    let Some(person) = all.person(about) else { return Vec::new() };
    let needed = deciders(kind, person, day, limits);
    let mut asked: Vec<PersonId> = Vec::new();
    if needed.parents {
        // Somebody who is dead or gone never stands in the way (R69); somebody whom the reader may not see does.
        let here = |parent: &PersonId| all.person(*parent).is_none_or(|parent| parent.is_present(day));
        asked.extend(responsible_for(all, about, day).into_iter().filter(here));
        if asked.is_empty() {
            return asked;
        }
    }
    if needed.oneself {
        asked.push(about);
    }
    asked
}

/// Everybody's words about one person towards one receiver, in the order in which they were said.
struct Words<'a> {
    person: PersonId,
    given: Vec<Word<'a>>,
}

struct Word<'a> {
    consent: &'a Consent,
    /// It is in force, and not to be asked for again.
    counts: bool,
}

impl<'a> Words<'a> {
    fn about(
        all: &Extract<'a>,
        person: PersonId,
        (service, helper): (ServiceId, Option<ActorId>),
        day: Date,
        limits: &Limits,
    ) -> Self {
        let reaches = |consent: &Consent| {
            consent.receiver == service && (consent.helper.is_none() || consent.helper == helper)
        };
        let mut given: Vec<(u64, Word<'a>)> = all
            .all::<Consent>()
            .filter(|consent| consent.is.subject == person && reaches(consent.is) && consent.is.from <= day)
            .map(|consent| {
                let counts = holds(all, &consent, day, limits);
                (consent.entry.seq, Word { consent: consent.is, counts })
            })
            .collect();
        given.sort_by_key(|(seq, _)| *seq);
        Self { person, given: given.into_iter().map(|(_, word)| word).collect() }
    }

    /// The latest word of somebody about a kind of information: yes, no, or nothing. When the latest does not count any
    /// longer, no earlier one counts in its place (R58): whoever has said no, or taken a yes back, is asked again. A no
    /// to one helper by name stands beside a later yes to the helper's whole service, until it is taken back.
    fn word(&self, by: PersonId, kind: Category) -> Option<bool> {
        let about = |word: &&Word<'_>| word.consent.given_by == by && word.consent.categories.contains(&kind);
        let mut latest = self.given.iter().rev().filter(about).peekable();
        let newest = latest.peek().filter(|word| word.counts).map(|word| !word.consent.refused);
        let by_name = latest.find(|word| word.consent.helper.is_some());
        let stands = |word: &Word<'_>| word.consent.refused && word.consent.withdrawn.is_none();
        if by_name.is_some_and(stands) { Some(false) } else { newest }
    }

    fn stand(&self, all: &Extract<'_>, kind: Category, day: Date, limits: &Limits) -> Stands {
        let asked = asked(all, self.person, kind, day, limits);
        if asked.is_empty() {
            return Stands::Closed;
        }
        let said = |word: Option<bool>| -> Vec<PersonId> {
            asked.iter().copied().filter(|who| self.word(*who, kind) == word).collect()
        };
        let (yes, no, silent) = (said(Some(true)), said(Some(false)), said(None));
        if yes.len() == asked.len() {
            Stands::Open
        } else if yes.is_empty() {
            Stands::Closed
        } else if no.is_empty() {
            Stands::Waits(silent)
        } else {
            Stands::Disagreement(no)
        }
    }
}

/// What consents in force open to somebody who takes part for a service, for each person.
pub(crate) fn opened_to(
    all: &Extract<'_>,
    service: ServiceId,
    helper: ActorId,
    day: Date,
    limits: &Limits,
) -> Vec<(PersonId, Vec<Category>)> {
    let mut people: Vec<PersonId> = all
        .all::<Consent>()
        .filter(|consent| consent.is.receiver == service && in_force(consent.is, day))
        .map(|consent| consent.is.subject)
        .collect();
    people.sort();
    people.dedup();
    let opened = |person: PersonId| {
        let words = Words::about(all, person, (service, Some(helper)), day, limits);
        let open = |kind: &&Category| words.stand(all, **kind, day, limits) == Stands::Open;
        (person, Category::ALL.iter().filter(open).copied().collect::<Vec<_>>())
    };
    people.into_iter().map(opened).filter(|(_, kinds)| !kinds.is_empty()).collect()
}
