//! The oracle: a second, simple and slow answer to «may this reader see this?», written from the law and from
//! `docs/rules.md`, never from the policies. Each clause carries the number of its rule. It is about the current
//! version of a thing.

use crate::facts::{Case, WHERE_IT_TELLS};
use crate::words::opened_by_consent;
use access::Directory;
use dossier::*;

/// Categories that need a ground of their own: one's own service and consent to a service do not open them (R35).
const OWN_GROUND_ONLY: [Category; 7] = [
    Category::ChildVoice,
    Category::Location,
    Category::HealthPrivate,
    Category::FamilyViolence,
    Category::Police,
    Category::ThirdParty,
    Category::Audit,
];

/// What those see who answer requests for help (R7).
const TO_ANSWER: [Category; 3] = [Category::Contact, Category::Intake, Category::ServiceLink];

/// What children are told of the family as a whole (R71).
const TOLD_TO_CHILDREN: [Category; 4] =
    [Category::Contact, Category::PlanCore, Category::ServiceLink, Category::Logistics];

/// Health, whoever's it is (R61).
pub const HEALTH: [Category; 3] = [Category::HealthSomatic, Category::HealthMental, Category::HealthPrivate];

/// Whether a reader may see a thing as it stands.
pub fn may_see(case: &Case<'_>, thing: ThingId) -> bool {
    let Some(entry) = case.dossier.latest(thing) else { return false };
    // An answer is for those to whom its question is still shown.
    if let Payload::Reply(reply) = &entry.payload
        && !may_see(case, reply.to)
    {
        return false;
    }
    match case.who.role {
        Role::Citizen => in_the_family(case, entry),
        Role::Coordinator | Role::Helper | Role::Volunteer | Role::Intake => at_work(case, entry),
        // R33, R51: leaders see figures, administrators no content; nobody else is anybody.
        Role::Leader | Role::Administrator | Role::Visitor | Role::System => false,
    }
}

fn in_the_family(case: &Case<'_>, entry: &Entry) -> bool {
    let Some(me) = case.me() else { return false }; // R72: who has left is nobody
    let minor = case.is_minor(me);
    // R71: an own sign-in from 12.
    if minor && case.age(me).is_none_or(|age| age < case.limits.own_access_age) {
        return false;
    }
    // R39, R62, R63: neither what is withheld nor what points to it.
    if case.is_withheld(entry.thing, me)
        || case.points_to(entry.thing).iter().any(|&other| case.is_withheld(other, me))
    {
        return false;
    }
    // R82: with somebody protected, who is not protected too finds no case; nor does the danger.
    let protected = case.protected();
    let outside = case.is_a_danger(me) || !protected.is_empty() && !protected.contains(&me);
    // One's own words are what one wrote down first; to mend another's makes them not one's own.
    let first = case.first_version(entry.thing).author;
    let wrote = first.actor == case.who.actor && first.role == Role::Citizen;
    if outside {
        // A child keeps its own part, without what tells where.
        let own = entry.subjects == [me];
        let where_it_is =
            matches!(entry.category, Category::Location | Category::Logistics | Category::ServiceLink);
        if !minor || !own || where_it_is && !wrote {
            return false;
        }
    }
    // R80: where a protected person is, is for that person when grown up.
    if entry.category == Category::Location
        && entry.subjects.iter().any(|it| protected.contains(it) && (*it != me || minor))
    {
        return false;
    }
    // R87: in a child's account, what others wrote about violence waits for a professional's decision.
    let released = case.is_released(entry.thing, |to| to == Recipient::Member(me));
    if minor && entry.category == Category::FamilyViolence && !wrote && !released {
        return false;
    }
    // R71: what others wrote about crime, about third persons and about who looked waits too, when it is about the child.
    let kept = matches!(entry.category, Category::Police | Category::ThirdParty | Category::Audit);
    let by_name = matches!(&entry.audience, Audience::Members(members) if members.contains(&me));
    if minor && kept && entry.subjects.contains(&me) && !wrote && !released && !by_name {
        return false;
    }
    match &entry.audience {
        // R20: oneself alone; the coordinator and oneself.
        Audience::Oneself | Audience::Coordinator => return entry.subjects == [me],
        // R20: named family members.
        Audience::Members(members) if members.contains(&me) => return true,
        Audience::Members(_) | Audience::Ordinary => {}
    }
    // R34, R61, R66: told to this family member on a named ground.
    if released {
        return true;
    }
    if entry.subjects.is_empty() {
        return of_the_whole_family(case, me, entry);
    }
    // R54: a ground for each.
    entry.subjects.iter().all(|&subject| {
        subject == me
            || by_responsibility(case, me, subject, entry.category)
            || by_mandate(case, me, subject, entry.category)
    })
}

/// What the family has together: for those who decide for a child, or did until it came of age, except what is somebody's own by its nature; the
/// children see who helps, what is planned and when (R71). R67: others who belong to the family see none of it.
fn of_the_whole_family(case: &Case<'_>, me: PersonId, entry: &Entry) -> bool {
    if case.is_minor(me) {
        return TOLD_TO_CHILDREN.contains(&entry.category);
    }
    let children = case.children_of_any_age();
    // Who decided until a child came of age belongs still; until it is known who is whose, those who asked do.
    let known =
        case.all::<Relation>().any(|it| it.relation != RelationKind::Sibling && children.contains(&it.to));
    let decides = !known && !case.children_of_any_age().contains(&me)
        || children.into_iter().any(|child| case.decided_last(child).contains(&me));
    decides && !OWN_GROUND_ONLY.contains(&entry.category) && entry.category != Category::ChildWelfare
}

/// R54, R60, R68, R73: those with parental responsibility for somebody not of age.
fn by_responsibility(case: &Case<'_>, me: PersonId, child: PersonId, category: Category) -> bool {
    let grown_in_health = case.age(child).is_some_and(|age| age >= case.limits.health_majority_age);
    let closed = match category {
        // R20, R80, R62; R54, R87: what is another's, or about violence, crime and who looked.
        category if OWN_GROUND_ONLY.contains(&category) => true,
        // R61.
        category => HEALTH.contains(&category) && grown_in_health,
    };
    !closed && case.is_minor(child) && case.deciders(child).contains(&me)
}

/// R40, R73–R76: who acts for an adult, as far as the mandate goes.
fn by_mandate(case: &Case<'_>, me: PersonId, adult: PersonId, category: Category) -> bool {
    let covers = |mandate: &Mandate| {
        mandate.holder == me
            && mandate.person == adult
            && mandate.categories.contains(&category)
            && (mandate.from..=mandate.until).contains(&case.today())
            && mandate.withdrawn.is_none()
    };
    category != Category::ChildVoice && !case.is_minor(adult) && case.all::<Mandate>().any(covers)
}

fn at_work(case: &Case<'_>, entry: &Entry) -> bool {
    // R33, R72: the role is held today.
    if !holds_role(case) {
        return false;
    }
    // R24: not one's own family, nor where one is partial.
    if case.is_own_family()
        || case.all::<Conflict>().any(|it| it.helper == case.who.actor && it.ended.is_none())
    {
        return false;
    }
    // R20.
    let coordinates = case.coordinates();
    if case.is_over() && !coordinates {
        return false; // R72: at closing, the team's access ends
    }
    match entry.audience {
        Audience::Oneself => return false,
        // What the person has kept to the coordinator is for others only when it is given to them by name.
        // R7: what is noted about the request itself is kept from the family, not from those who answer it.
        Audience::Coordinator
            if !(coordinates
                || case.is_own_task(entry)
                || released_at_work(case, entry)
                || entry.category == Category::Intake
                    && (case.answers_requests() || case.is_asked_to_coordinate())) =>
        {
            return false;
        }
        _ => {}
    }
    let protected: Vec<PersonId> =
        case.protected().into_iter().filter(|it| entry.subjects.contains(it)).collect();
    let named = !protected.is_empty() && protected.iter().all(|&it| case.is_trusted_with(it));
    let (answers, asked) = (case.answers_requests(), case.is_asked_to_coordinate());
    let task = case.is_own_task(entry);
    let released = released_at_work(case, entry);
    let emergency = by_emergency(case, entry);
    if !protected.is_empty() && !named {
        // R80: nothing but R84 opens where a protected person is.
        if entry.category == Category::Location {
            return false;
        }
        // R84: nor what could tell where, except to those who hold, are asked to, or answer the queue.
        if WHERE_IT_TELLS.contains(&entry.category) && !(coordinates || answers || asked || task) {
            return false;
        }
    }
    // R86: what a crisis shelter has written, or what tells that somebody from it takes part.
    let wrote = entry.origin.is_some_and(|origin| is_shelter(case.directory, origin));
    let named = case.dossier.entries().any(|it| it.thing == entry.thing && names_shelter(case, it));
    if (wrote
        || named
        || case.whose(entry).into_iter().any(|helper| works_in_shelter(case.directory, helper)))
        && !(coordinates || is_made_by_own(case, entry) || task || released)
    {
        return false;
    }
    // R36, R94: closed by somebody whose word counts.
    if case.is_blocked(entry.thing) && !(coordinates || task || emergency || released) {
        return false;
    }
    // R36: a no.
    if is_objected(case, entry, coordinates) && !(emergency || released) {
        return false;
    }
    if coordinates || released || emergency || task {
        return true; // R5, R34, R46, R10 and R50
    }
    // R10, R16, R50: who holds the whole.
    let helps = matches!(case.who.role, Role::Helper | Role::Volunteer);
    if helps && entry.subjects.is_empty() && entry.category == Category::Contact && case.takes_part() {
        return true;
    }
    if case.who.role == Role::Volunteer {
        return false; // R50: and nothing else
    }
    // R7.
    if answers && TO_ANSWER.contains(&entry.category)
        || asked && matches!(entry.category, Category::Contact | Category::Intake)
    {
        return true;
    }
    // R80, R84: the named few, about each.
    let told_where = entry.category == Category::Location
        && !entry.subjects.is_empty()
        && entry.subjects.iter().all(|&it| case.is_trusted_with(it));
    if told_where {
        return true;
    }
    if case.who.role != Role::Helper {
        return false;
    }
    if entry.subjects.is_empty() {
        return by_own_service(case, entry);
    }
    entry.subjects.iter().all(|&subject| {
        by_own_service(case, entry)
            || opened_by_consent(case, subject, entry.category) && !OWN_GROUND_ONLY.contains(&entry.category)
    })
}

fn holds_role(case: &Case<'_>) -> bool {
    case.directory.helper(case.who.actor).is_some_and(|helper| {
        helper.assignments.iter().any(|held| {
            held.role == case.who.role
                && Some(held.service) == case.who.service
                && held.from <= case.today()
                && held.until.is_none_or(|until| case.today() <= until)
        })
    })
}

fn is_shelter(directory: &Directory, service: ServiceId) -> bool {
    directory.service(service).is_some_and(|it| it.sector == Sector::CrisisShelter)
}

fn names_shelter(case: &Case<'_>, entry: &Entry) -> bool {
    match &entry.payload {
        Payload::Consent(it) => is_shelter(case.directory, it.receiver),
        Payload::Objection(it) => is_shelter(case.directory, it.service),
        Payload::Action(it) => it.service.is_some_and(|service| is_shelter(case.directory, service)),
        Payload::ServiceLink(it) => it.service.contains("risesenter"),
        _ => false,
    }
}

fn works_in_shelter(directory: &Directory, helper: ActorId) -> bool {
    directory
        .helper(helper)
        .is_some_and(|it| it.assignments.iter().any(|held| is_shelter(directory, held.service)))
}

/// R34: told to this helper, or to the service for which this helper is in the team.
fn released_at_work(case: &Case<'_>, entry: &Entry) -> bool {
    case.is_released(entry.thing, |to| match to {
        Recipient::Helper(helper) => helper == case.who.actor,
        Recipient::Service(service) => case.who.service == Some(service) && case.is_in_team(),
        Recipient::Member(_) => false,
    })
}

/// R46: to save life or health: contact information and bodily health under the ordinary rules.
fn by_emergency(case: &Case<'_>, entry: &Entry) -> bool {
    matches!(entry.category, Category::Contact | Category::HealthSomatic)
        && entry.audience == Audience::Ordinary
        && case.all::<Emergency>().any(|it| {
            it.helper == case.who.actor
                && Some(it.service) == case.who.service
                && case.who.moment.at < it.until
        })
}

/// R36: somebody has said no, about one whom it is about, to this service (not to the one who holds the whole) or this helper.
fn is_objected(case: &Case<'_>, entry: &Entry, coordinates: bool) -> bool {
    case.all::<Objection>().any(|it| {
        let to_me = match it.helper {
            Some(helper) => helper == case.who.actor,
            None => Some(it.service) == case.who.service && !coordinates,
        };
        to_me
            && entry.subjects.contains(&it.subject)
            && it.categories.contains(&entry.category)
            && it.from <= case.today()
            && it.lifted.is_none()
    })
}

/// Made as its own by the service of this visit; what a coordinator or the family told it is another matter.
fn is_made_by_own(case: &Case<'_>, entry: &Entry) -> bool {
    let by = case.first_version(entry.thing).author.role;
    entry.origin.is_some() && entry.origin == case.who.service && matches!(by, Role::Helper | Role::System)
}

/// R35: in the team one sees what one's own service has made as its own.
fn by_own_service(case: &Case<'_>, entry: &Entry) -> bool {
    case.is_in_team()
        && is_made_by_own(case, entry)
        && entry.audience == Audience::Ordinary
        && !OWN_GROUND_ONLY.contains(&entry.category)
}
