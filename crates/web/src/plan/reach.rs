//! Whom something is about, and who in the family may see it. Closed by default: what is about an adult is seen by
//! that adult and the coordinator until the writer chooses more; what is about a child, by those who are
//! responsible for it.

use super::place::Desk;
use crate::frame::form::{Errors, Filled};
use crate::frame::parts::{Field, listed};
use access::terms::{Audience, Category, Entry, Generation, PersonId, present, responsible_for};
use maud::{Markup, html};

/// Field: whom it is about.
pub const ABOUT: &str = "subjects";
/// Field: who else may see it.
pub const SEES: &str = "audience";
/// The whole family, among the persons.
const EVERYBODY: &str = "alle";
/// Between the writer and the coordinator.
const COORDINATOR: &str = "koordinator";
/// Those who decide for the child as well.
const ORDINARY: &str = "ansvar";

/// What the fields say.
pub struct Reach {
    /// Whom it is about; empty: the family as a whole.
    pub subjects: Vec<PersonId>,
    /// How far it is opened inside the family.
    pub audience: Audience,
}

/// Those whom the reader may write about: oneself and one's children; for the coordinator all.
pub fn writes_about(desk: &Desk<'_>) -> Vec<(PersonId, String)> {
    let standing = desk.view.standing();
    if desk.holds() {
        let all = present(&desk.view.sees(), desk.call.today());
        return all.into_iter().map(|person| (person.id().into(), person.is.given.clone())).collect();
    }
    let own = standing.me.iter().copied();
    let children = standing.decides_for.iter().copied();
    own.chain(children).map(|person| (person, desk.who.person(person))).collect()
}

/// Others at home who can be let read something: those who are old enough to sign in.
pub fn readers(desk: &Desk<'_>) -> Vec<(String, String, Option<String>)> {
    let today = desk.call.today();
    let youngest = desk.call.house.gate.limits(&desk.call.visit).own_access_age;
    let old_enough = |member: &access::Member<'_>| {
        let age = desk.view.sees().person(member.id).and_then(|person| person.age(today));
        member.generation == Generation::Adult || age.is_none_or(|age| age >= youngest)
    };
    let others = desk.view.members().into_iter().filter(|member| Some(member.id) != desk.view.me());
    others.filter(old_enough).map(|member| (member.id.to_string(), member.given.to_owned(), None)).collect()
}

/// Somebody who keeps to the coordinator what is about another is not asked to open it.
fn is_kept(desk: &Desk<'_>, before: Option<&Entry>) -> bool {
    !desk.is_young()
        && before.is_some_and(|entry| matches!(entry.audience, Audience::Coordinator | Audience::Oneself))
}

/// Whether somebody else has said whom it is about, so that it is not asked; whoever holds the whole may put it right.
fn is_said(desk: &Desk<'_>, before: Option<&Entry>) -> bool {
    !desk.holds() && before.is_some_and(|entry| entry.author.actor != desk.call.visit.actor)
}

/// Both groups of fields. `about` is left out where another field says whom it is about.
pub fn fields(
    desk: &Desk<'_>,
    filled: &Filled,
    errors: &Errors,
    about: bool,
    before: Option<&Entry>,
) -> Markup {
    let call = desk.call;
    let say = call.say();
    let lead = desk.who.lead_given();
    if desk.is_young() {
        return young(desk, filled, errors);
    }
    let people = writes_about(desk);
    let mut whom: Vec<(String, String, Option<String>)> =
        people.iter().map(|(id, name)| (id.to_string(), name.clone(), None)).collect();
    whom.push((EVERYBODY.into(), say.say("who-whole-family").into_owned(), None));
    let members = readers(desk);
    html! {
        @if about && is_said(desk, before) {
            p.v-dus { (say.say("plan-about")) " " (whom_it_is_about(desk, before)) }
        } @else if about {
            (Field::new(ABOUT, say.say("plan-about")).choices(call, filled, errors, "checkbox", &whom))
        }
        @if is_kept(desk, before) {
            p.v-dus { (say.with("plan-sees-kept", [("name", lead.into())])) }
        } @else if !members.is_empty() {
            (Field::new(SEES, say.say("plan-sees"))
                .hint(say.with("plan-sees-hint", [("name", lead.into())]))
                .optional()
                .choices(call, filled, errors, "checkbox", &members))
        }
    }
}

fn whom_it_is_about(desk: &Desk<'_>, before: Option<&Entry>) -> String {
    match before.map(|entry| entry.subjects.as_slice()) {
        None | Some([]) => desk.call.t("who-whole-family").into_owned(),
        Some(people) => desk.who.people(people),
    }
}

/// For somebody under age: between oneself and the coordinator, or open to those who are responsible.
fn young(desk: &Desk<'_>, filled: &Filled, errors: &Errors) -> Markup {
    let say = desk.call.say();
    let lead = desk.who.lead_given();
    let choices = [
        (
            COORDINATOR.to_owned(),
            say.with("plan-only-coordinator", [("name", lead.into())]).into_owned(),
            None,
        ),
        (ORDINARY.to_owned(), coordinator_and_parents(desk), None),
    ];
    html! {
        (Field::new(SEES, say.say("plan-who-reads")).choices(desk.call, filled, errors, "radio", &choices))
    }
}

/// «Ingrid, Rania og Omar»: the coordinator and those who are responsible for the reader.
pub fn coordinator_and_parents(desk: &Desk<'_>) -> String {
    let mut names = vec![desk.who.lead_given()];
    let parents = desk
        .view
        .me()
        .map(|me| responsible_for(&desk.view.sees(), me, desk.call.today()))
        .unwrap_or_default();
    if parents.is_empty() {
        names.push(desk.call.t("plan-parents").into_owned());
    }
    names.extend(parents.into_iter().map(|parent| desk.who.person(parent)));
    listed(desk.call, &names)
}

/// What stands already, for a form that changes it.
pub fn fill(filled: Filled, entry: &Entry) -> Filled {
    let mut filled = filled;
    if entry.subjects.is_empty() {
        filled = filled.set(ABOUT, EVERYBODY);
    }
    for person in &entry.subjects {
        filled = filled.set(ABOUT, person);
    }
    match &entry.audience {
        Audience::Members(members) => {
            for member in members {
                filled = filled.set(SEES, member);
            }
        }
        Audience::Coordinator => filled = filled.set(SEES, COORDINATOR),
        Audience::Ordinary => filled = filled.set(SEES, ORDINARY),
        Audience::Oneself => {}
    }
    filled
}

/// Reads the fields. `about` is given where another field says whom it is about; `kind` is the category that the
/// thing will have: what is sensitive is never about «the whole family» without names.
pub fn read(
    desk: &Desk<'_>,
    filled: &Filled,
    errors: &mut Errors,
    about: Option<Vec<PersonId>>,
    kind: Category,
    before: Option<&Entry>,
) -> Reach {
    let say = desk.call.say();
    if desk.is_young() {
        let audience = match filled.raw(SEES) {
            COORDINATOR => Audience::Coordinator,
            ORDINARY => Audience::Ordinary,
            _ => {
                errors.add(SEES, say.say("plan-error-who-reads"));
                Audience::Coordinator
            }
        };
        let own = before.map(|entry| entry.subjects.clone());
        return Reach { subjects: own.unwrap_or_else(|| desk.view.standing().me.clone()), audience };
    }
    let known = writes_about(desk);
    let about =
        about.or_else(|| before.filter(|_| is_said(desk, before)).map(|entry| entry.subjects.clone()));
    let asks = about.is_none();
    let whole = asks && filled.chose(ABOUT, EVERYBODY);
    let mut subjects = about.unwrap_or_else(|| filled.parse_many(ABOUT));
    if whole {
        subjects.clear();
    } else if asks && subjects.is_empty() {
        errors.add(ABOUT, say.say("plan-error-about"));
    }
    let mut members: Vec<PersonId> = filled.parse_many(SEES);
    if whole && kind != Category::PlanCore && !desk.holds() {
        // Named one by one, so that each of them has a say; all adults at home may see it.
        subjects = known.iter().map(|(person, _)| *person).collect();
        let adult = |member: &access::Member<'_>| member.generation == Generation::Adult;
        members.extend(desk.view.members().into_iter().filter(adult).map(|member| member.id));
    }
    if subjects.len() > 1 {
        // Whom it is about sees it, also when it is about others too.
        members.extend(&subjects);
    }
    members.sort();
    members.dedup();
    let audience = match before {
        Some(entry) if is_kept(desk, before) => entry.audience.clone(),
        _ if members.is_empty() || subjects.is_empty() => Audience::Ordinary,
        _ => Audience::Members(members),
    };
    Reach { subjects, audience }
}
