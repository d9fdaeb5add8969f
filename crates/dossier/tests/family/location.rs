//! Where somebody lives: whose it is, whose is never kept, and how somebody is reached instead.

use crate::story::*;
use dossier::*;

fn home(person: PersonId) -> Address {
    Address {
        person,
        street: "Fjordveien 7".into(),
        postal_code: "4299".into(),
        place: "Lindvik".into(),
        from: None,
        until: None,
        note: String::new(),
    }
}

fn not_kept() -> Refusal {
    Refusal::Rule(Rule::AddressNotKept)
}

fn protects(story: &mut Story, person: PersonId, protection: Protection) {
    story.rewrites::<Person>(coordinator(KARI), person.thing(), |it| it.protection = protection);
}

fn lives(story: &mut Story, from: PersonId, to: PersonId, residence: Residence) {
    let relation = Relation { residence, ..parent_of(from, to, Responsibility::Joint) };
    story.writes(coordinator(KARI), relation);
}

#[test]
fn an_address_is_about_the_one_who_lives_there_and_nobody_else() {
    let mut story = Story::active();
    let (mother, girl) = (story.mother, story.girl);
    // Whatever its writer says.
    let thing = story.writes_about(coordinator(KARI), home(girl), &[mother]);
    let entry = story.dossier.latest(thing).unwrap();
    assert_eq!((entry.category, entry.subjects.as_slice()), (Category::Location, &[girl][..]));
    let moved = story.rewriting::<Address>(thing, |it| it.person = mother);
    let choice = Refusal::Field { field: "person", problem: Problem::Choice };
    assert_eq!(story.refuses(coordinator(KARI), moved), choice);
}

#[test]
fn what_cannot_be_an_address_is_named_by_its_field() {
    let mut story = Story::active();
    let mother = story.mother;
    let (empty, long) = (String::new(), "x".repeat(301));
    let day = |text: &str| Some(day(text));
    for (address, field, problem) in [
        (Address { street: empty.clone(), ..home(mother) }, "street", Problem::Empty),
        (Address { place: empty, ..home(mother) }, "place", Problem::Empty),
        (Address { note: long, ..home(mother) }, "note", Problem::TooLong(300)),
        (Address { postal_code: "x".repeat(13), ..home(mother) }, "postal_code", Problem::TooLong(12)),
        (
            Address { from: day("2026-05-02"), until: day("2026-05-01"), ..home(mother) },
            "until",
            Problem::Date,
        ),
        (home(PersonId::new(999)), "person", Problem::Unknown),
    ] {
        let refused = story.refuses(coordinator(KARI), write(address, &[], Audience::Ordinary));
        assert_eq!(refused, Refusal::Field { field, problem });
    }
}

#[test]
fn r80_no_address_is_kept_of_somebody_with_a_strictly_confidential_one_and_a_way_to_reach_them_is() {
    let mut story = Story::active();
    let mother = story.mother;
    let before = story.writes(coordinator(KARI), home(mother));
    protects(&mut story, mother, Protection::StrictlyConfidential);
    let again = story.refuses(coordinator(KARI), write(home(mother), &[], Audience::Ordinary));
    assert_eq!(again, not_kept());
    let changed = story.rewriting::<Address>(before, |it| it.note = "x".into());
    assert_eq!(story.refuses(coordinator(KARI), changed), not_kept());
    let words = "Ring politiets vakt".to_owned();
    let way = story.writes(coordinator(KARI), ContactProcedure { person: mother, words });
    let way = story.dossier.latest(way).unwrap();
    assert_eq!((way.category, way.subjects.as_slice()), (Category::Contact, &[mother][..]));
    assert!(way.is_sealed() && !way.locates(), "those who may not know where can still reach");
    // The lower grades keep their address, which nobody but the one who holds the family sees.
    for protection in [Protection::Confidential, Protection::Shielded, Protection::Open] {
        protects(&mut story, mother, protection);
        story.writes(coordinator(KARI), home(mother));
    }
}

#[test]
fn r80_an_address_does_not_come_back_by_undoing() {
    let mut story = Story::active();
    let mother = story.mother;
    let thing = story.writes(coordinator(KARI), home(mother));
    story.rewrites::<Address>(coordinator(KARI), thing, |it| it.note = "x".into());
    protects(&mut story, mother, Protection::StrictlyConfidential);
    let undo = story.undoes(thing);
    assert_eq!(story.refuses(coordinator(KARI), undo), Refusal::Rule(Rule::NotUndoable));
}

#[test]
fn r81_the_address_of_those_who_share_a_home_with_a_protected_person_is_not_kept_either() {
    let mut story = Story::active();
    let (mother, father, girl, boy) = (story.mother, story.father, story.girl, story.boy);
    let relations: Vec<ThingId> = story.all().all::<Relation>().map(|it| it.id()).collect();
    for relation in relations {
        story.rewrites::<Relation>(intake(), relation, |it| it.residence = Residence::None);
    }
    let today = story.moment.today;
    protects(&mut story, girl, Protection::StrictlyConfidential);
    assert_eq!(unlocated(&story.all(), today), [girl]);
    lives(&mut story, mother, girl, Residence::Permanent);
    lives(&mut story, father, girl, Residence::Contact);
    // By way of the mother, the brother's home is the girl's.
    lives(&mut story, mother, boy, Residence::Shared);
    let mut closed = unlocated(&story.all(), today);
    closed.sort();
    let mut expected = vec![mother, girl, boy];
    expected.sort();
    assert_eq!(closed, expected);
    assert_eq!(story.refuses(coordinator(KARI), write(home(boy), &[], Audience::Ordinary)), not_kept());
    story.writes(coordinator(KARI), home(father));
    protects(&mut story, girl, Protection::Open);
    assert_eq!(unlocated(&story.all(), today), []);
}

#[test]
fn nothing_that_prints_a_dossier_prints_an_address() {
    let mut story = Story::active();
    let mother = story.mother;
    story.writes(coordinator(KARI), home(mother));
    let words = "Ring politiets vakt".to_owned();
    story.writes(coordinator(KARI), ContactProcedure { person: mother, words });
    let printed = format!("{:?}", story.dossier);
    assert!(printed.contains("Address of") && !printed.contains("Fjordveien") && !printed.contains("politi"));
}
