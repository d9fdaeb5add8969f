//! Where the program differs from the law as the oracle reads it, and somebody has to say which is right. Each is
//! named, counted and shown; what is not among these is a fault.

use crate::facts::{Case, WHERE_IT_TELLS};
use dossier::*;

/// The name of the question that a disagreement belongs to.
pub fn asked(case: &Case<'_>, thing: ThingId, may: bool) -> Option<&'static str> {
    let entry = case.dossier.latest(thing)?;
    if let Payload::Reply(reply) = &entry.payload
        && let Some(question) = asked(case, reply.to, may)
    {
        return Some(question); // an answer goes with its question
    }
    match case.who.role {
        Role::Citizen => in_the_family(case, entry, case.me()?, may),
        _ => at_work(case, entry, may),
    }
}

fn in_the_family(case: &Case<'_>, entry: &Entry, me: PersonId, may: bool) -> Option<&'static str> {
    let minor = case.is_minor(me);
    let by_somebody_at_home = case.first_version(entry.thing).author.role == Role::Citizen;
    let own_kind = matches!(entry.category, Category::Police | Category::ThirdParty | Category::Audit);
    match may {
        false if entry.subjects.is_empty() && !minor => Some(
            "R67: what the family has together is shown to every adult in it, also without responsibility",
        ),
        false if minor && by_somebody_at_home => {
            Some("R82, R87: what another at home wrote counts as what the child wrote itself")
        }
        false
            if minor
                && entry.category == Category::FamilyViolence
                && entry.audience != Audience::Ordinary =>
        {
            Some("R87: a list of family members opens violence to a child")
        }
        false if case.all::<Mandate>().any(|it| it.holder == me && case.is_minor(it.person)) => {
            Some("R40: a mandate counts although the person is not of age")
        }
        true if minor && entry.subjects == [me] && own_kind => {
            Some("R71: police, third-party and audit about a child are closed to the child")
        }
        _ => None,
    }
}

fn at_work(case: &Case<'_>, entry: &Entry, may: bool) -> Option<&'static str> {
    if may {
        return None;
    }
    let has_task = case.takes_part();
    if case.who.role == Role::Volunteer && entry.subjects.is_empty() && entry.category == Category::Contact {
        return Some("R50: a volunteer with a task sees contact information about the family as a whole");
    }
    let membership = Membership::of(&entry.payload).is_some_and(|it| it.helper == case.who.actor);
    if case.is_own(entry) && has_task || membership && case.who.role == Role::Coordinator {
        return Some("R10: what is one's own stays open when it is over, while one has something else to do");
    }
    if entry.audience == Audience::Coordinator {
        return Some("R20: what is kept to the coordinator is shown to those who answer requests");
    }
    let emergency = |it: &Emergency| it.helper == case.who.actor && case.who.moment.at < it.until;
    if case.all::<Emergency>().any(emergency) && case.all::<Objection>().any(|it| it.lifted.is_none()) {
        return Some(
            "R36, R46: an emergency lifts a no for everything, also what the emergency does not open",
        );
    }
    let half = |it: &Trusted| it.helper == case.who.actor && it.approved_by == Some(it.asked_by);
    let tells = entry.category == Category::Location || WHERE_IT_TELLS.contains(&entry.category);
    if tells && case.all::<Trusted>().any(half) {
        return Some("R84: the one who asked counts as the one who approved");
    }
    let ahead = |(written, it): (&Entry, &Consent)| {
        let given = Moment::day_of(case.first_version(written.thing).at);
        entry.subjects.contains(&it.subject) && given < it.from
    };
    if case.things::<Consent>().any(ahead) {
        return Some("R57: what happens between the day of a yes and its first day does not end it");
    }
    if entry.category == Category::Location && case.who.role == Role::Volunteer {
        return Some("R50: a volunteer can be one of the named few");
    }
    None
}
