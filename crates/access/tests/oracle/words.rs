//! Consent: the words that open, one for each of those who decide (R56–R69).

use crate::facts::Case;
use crate::oracle::HEALTH;
use dossier::*;
use jiff::civil::Date;

/// Whether everybody who decides about this kind of information about a person has said yes to this helper, who is in
/// the team, or to the helper's service.
pub fn opened_by_consent(case: &Case<'_>, subject: PersonId, category: Category) -> bool {
    let givers = who_has_a_say(case, subject, category);
    case.is_in_team()
        && !givers.is_empty()
        && givers.into_iter().all(|giver| says_yes(case, giver, subject, category))
}

/// R60, R64, R69: by kind and age; one who is gone never stands in the way.
fn who_has_a_say(case: &Case<'_>, subject: PersonId, category: Category) -> Vec<PersonId> {
    if !case.is_minor(subject) {
        return vec![subject];
    }
    let from = |age: i16| case.age(subject).is_some_and(|is| is >= age);
    let limits = case.limits;
    let (parents, own) = match category {
        Category::Education => {
            let own = from(limits.education_majority_age);
            (!own, own)
        }
        Category::ChildWelfare => (true, from(limits.child_welfare_party_age)),
        category if HEALTH.contains(&category) => {
            let own = from(limits.health_majority_age);
            (!own, own)
        }
        _ => (true, from(limits.health_majority_age)),
    };
    let mut givers = Vec::new();
    if parents {
        givers.extend(case.deciders(subject).into_iter().filter(|&it| case.is_present(it)));
        if givers.is_empty() {
            return Vec::new(); // R69: with nobody known to decide, nothing is opened
        }
    }
    if own {
        givers.push(subject);
    }
    givers
}

/// R58: of several words by one giver about one kind the latest counts, to the helper by name or to the whole service. A
/// no to the helper by name stands until it is taken back, whatever is said to the service later.
fn says_yes(case: &Case<'_>, giver: PersonId, subject: PersonId, category: Category) -> bool {
    let latest = |helper: Option<ActorId>| {
        let words = case.things::<Consent>().filter(|(_, it)| {
            it.given_by == giver
                && it.subject == subject
                && it.categories.contains(&category)
                && Some(it.receiver) == case.who.service
                && it.helper == helper
                && it.from <= case.today()
        });
        words.max_by_key(|(entry, _)| entry.seq)
    };
    let counts = |entry: &Entry, it: &Consent| {
        it.withdrawn.is_none() && case.today() <= it.until && !is_to_be_asked_again(case, entry, it)
    };
    let (to_service, to_helper) = (latest(None), latest(Some(case.who.actor)));
    if to_helper.is_some_and(|(_, it)| it.refused && it.withdrawn.is_none()) {
        return false;
    }
    let newest = to_service.into_iter().chain(to_helper).max_by_key(|(entry, _)| entry.seq);
    newest.is_some_and(|(entry, it)| !it.refused && counts(entry, it))
}

/// R57: an age was reached, the child's circumstances changed, the person became protected, or the help was ended, after
/// it was given.
fn is_to_be_asked_again(case: &Case<'_>, entry: &Entry, consent: &Consent) -> bool {
    // A yes on paper can be written down later than it was given; whoever writes it down knows who is protected then.
    let first = case.first_version(entry.thing).at;
    let written = Moment::day_of(first);
    let given = written.min(consent.from);
    let since = |day: Date| given < day && day <= case.today();
    let is_later = |other: &Entry| other.at > first;
    let subject = consent.subject;
    let older = case.limits.consent_again_ages.iter().any(|&age| {
        let before = case.age_on(subject, given).is_some_and(|was| was < age);
        before && case.age(subject).is_some_and(|is| is >= age)
    });
    let is_ended = |other: &Entry| {
        Course::of(&other.payload).is_some_and(|it| matches!(it.phase, Phase::Closed { .. }))
            && is_later(other)
    };
    older
        || case.dossier.entries().any(is_ended)
        || is_moved(case, subject, since, is_later)
        || is_newly_protected(case, subject, since, is_later)
}

/// Who decides for the child, or where it lives, begins or ends since, or is written down or otherwise since.
fn is_moved(
    case: &Case<'_>,
    child: PersonId,
    since: impl Fn(Date) -> bool,
    is_later: impl Fn(&Entry) -> bool,
) -> bool {
    let turns =
        |from: Option<Date>, until: Option<Date>| from.is_some_and(&since) || until.is_some_and(&since);
    // An order that is learnt of since is new to whoever said yes.
    let order = case.things::<CareOrder>().any(|(entry, it)| {
        let learnt = is_later(entry) && it.from <= case.today();
        it.child == child && (turns(Some(it.from), it.until) || learnt)
    });
    let relation = case.things::<Relation>().filter(|(_, it)| it.to == child).any(|(entry, it)| {
        let versions: Vec<&Entry> =
            case.dossier.entries().filter(|other| other.thing == entry.thing).collect();
        let of = |entry: &Entry| {
            let it = Relation::of(&entry.payload).filter(|it| is_about(it, child));
            it.map(|it| (it.responsibility, it.residence, it.until))
        };
        let learnt = versions.first().is_some_and(|first| of(first).is_some() && is_later(first));
        let rewritten = versions.windows(2).any(|pair| of(pair[0]) != of(pair[1]) && is_later(pair[1]));
        is_about(it, child) && turns(it.from_day, it.until) || learnt || rewritten
    });
    order || relation
}

/// Says who decides for the child, or that it lives or has its days with somebody else than brothers and sisters.
fn is_about(relation: &Relation, child: PersonId) -> bool {
    let by_law = matches!(
        relation.relation,
        RelationKind::Parent | RelationKind::Guardian | RelationKind::FosterParent
    );
    let lives = relation.relation != RelationKind::Sibling && relation.residence != Residence::None;
    relation.to == child && (by_law || lives)
}

/// Graded, flagged, or named by a danger since; that it is over by now does not give the yes back.
fn is_newly_protected(
    case: &Case<'_>,
    person: PersonId,
    since: impl Fn(Date) -> bool,
    is_later: impl Fn(&Entry) -> bool,
) -> bool {
    let danger = case.things::<Danger>().any(|(entry, it)| {
        let learnt = it.from <= case.today() && is_later(case.first_version(entry.thing));
        let has_been = it.until.is_none_or(|until| it.from < until);
        it.protected == person && has_been && (since(it.from) || learnt)
    });
    let mut was = Protection::Open;
    let mut graded = false;
    for entry in case.dossier.entries().filter(|entry| entry.thing == person.into()) {
        let Some(is) = Person::of(&entry.payload) else { continue };
        graded |= was == Protection::Open && is.protection != Protection::Open && is_later(entry);
        was = is.protection;
    }
    danger || graded
}
