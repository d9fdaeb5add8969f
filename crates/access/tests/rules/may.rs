//! Who may do what, where only the exact rule tells two cases apart. The whole table is in `tests/matrix.rs`.

use crate::support::story::*;
use crate::support::*;
use access::may::may;
use dossier::*;

/// Whether somebody who sees something of the family may give the command.
fn allowed(who: Author, story: &Story, command: &Command) -> bool {
    may(&view(who, story).unwrap(), &visit(who, story.moment), command)
}

fn address(person: PersonId) -> Command {
    let nothing = String::new;
    let (street, place) = ("Fjordveien 1".into(), "Lindvik".into());
    let home =
        Address { person, street, place, postal_code: nothing(), from: None, until: None, note: nothing() };
    write(home, &[person], Audience::Ordinary)
}

fn prepares(applicant: PersonId, child: Option<PersonId>) -> Command {
    let draft = Draft { right: "care_benefit".into(), applicant, child, category: Category::Economy };
    Command::Apply(Applying::Prepare(vec![draft]))
}

fn sending(draft: ThingId, to: Author) -> Sending {
    Sending {
        application: (draft, 1),
        facts: Vec::new(),
        receiver: Some(Receiver { service: to.service.unwrap(), helper: to.actor }),
        phone: String::new(),
        answer_by: None,
        asked: 0,
        reused: 0,
        decision: None,
    }
}

/// A draft of the applicant that is sent to somebody here.
fn sent(story: &mut Story, applicant: Author, person: PersonId, to: Author) -> ThingId {
    let draft = story.does(applicant, prepares(person, None));
    story.does(applicant, Command::Apply(Applying::Send(vec![sending(draft, to)])));
    draft
}

#[test]
fn r84_where_a_protected_person_lives_is_written_down_by_nobody_who_may_not_know_it() {
    let mut story = Story::active();
    let boy = story.boy;
    assert!(allowed(coordinator(KARI), &story, &address(boy)));
    story.rewrites::<Person>(coordinator(KARI), boy.thing(), |it| it.protection = Protection::Confidential);
    assert!(!allowed(coordinator(KARI), &story, &address(boy)));
}

#[test]
fn an_application_is_prepared_only_for_people_whose_names_the_writer_knows() {
    let story = Story::active();
    let (mother, boy, stranger) = (story.mother, story.boy, PersonId::new(424_242));
    for (applicant, child, expected) in [
        (mother, None, true),
        (mother, Some(boy), true),
        (mother, Some(stranger), false),
        (stranger, None, false),
        (stranger, Some(boy), false),
    ] {
        let command = prepares(applicant, child);
        assert_eq!(allowed(coordinator(KARI), &story, &command), expected, "{applicant:?} for {child:?}");
    }
}

#[test]
fn a_parent_prepares_for_oneself_and_for_a_child_whom_one_decides_for_and_for_nobody_else() {
    let story = Story::active();
    let (mother, father, boy) = (story.mother, story.father, story.boy);
    for (applicant, child, expected) in [
        (mother, None, true),
        (mother, Some(boy), true),
        (mother, Some(father), false),
        (father, Some(boy), false),
        (father, None, false),
    ] {
        let command = prepares(applicant, child);
        assert_eq!(allowed(citizen(MOTHER), &story, &command), expected, "{applicant:?} for {child:?}");
    }
}

#[test]
fn what_another_wrote_about_another_is_not_put_right_by_making_it_ones_own() {
    let mut story = Story::active();
    let (mother, father) = (story.mother, story.father);
    let sees_all = Audience::Members(vec![mother, father]);
    let his = story.writes_for(citizen(FATHER), goal("Ro"), &[father], sees_all.clone());
    let hers = story.writes_for(citizen(MOTHER), goal("Søvn"), &[mother], sees_all.clone());
    let over = |thing| Command::Write {
        replaces: Some(story.seen(thing)),
        payload: Payload::Goal(goal("Noe annet")),
        subjects: vec![mother],
        audience: sees_all.clone(),
    };
    assert!(allowed(citizen(MOTHER), &story, &over(hers)));
    assert!(sees(citizen(MOTHER), &story, his), "she reads it");
    assert!(!allowed(citizen(MOTHER), &story, &over(his)), "and it stays his");
    // What the coordinator wrote about her is hers to put right.
    let about_her = story.writes_about(coordinator(KARI), goal("Tid"), &[mother]);
    let mends = Command::Write {
        replaces: Some(story.seen(about_her)),
        payload: Payload::Goal(goal("Tid til meg")),
        subjects: vec![mother],
        audience: Audience::Ordinary,
    };
    assert!(allowed(citizen(MOTHER), &story, &mends));
}

#[test]
fn an_application_is_answered_by_the_one_whom_it_lies_with_for_the_service_that_it_was_sent_to() {
    let mut story = Story::active();
    let (mother, to) = (story.mother, helper(TEACHER, SCHOOL));
    let lies_with_him = sent(&mut story, citizen(MOTHER), mother, to);
    let receives = Command::Apply(Applying::Receive(story.seen(lies_with_him)));
    assert!(allowed(to, &story, &receives));
    // She works in another service, and may read it, since the mother has opened it for her.
    let kinds = [Category::Economy];
    let opened = consent(mother, mother, &kinds, story.moment.today);
    let opened = Consent { receiver: HEALTH_STATION, ..opened };
    story.writes(coordinator(KARI), membership(NURSE, HEALTH_STATION, story.moment.today));
    story.writes_about(citizen(MOTHER), opened, &[mother]);
    let nurse = helper(NURSE, HEALTH_STATION);
    assert!(sees(nurse, &story, lies_with_him), "she reads it");
    assert!(!allowed(nurse, &story, &receives), "and it is not hers to answer");
    assert!(!sees(helper(TEACHER, HEALTH_STATION), &story, lies_with_him), "not as what he is elsewhere");
}

#[test]
fn an_application_is_sent_and_passed_on_to_nobody_who_is_not_there_to_answer_it() {
    let mut story = Story::active();
    let (mother, teacher) = (story.mother, helper(TEACHER, SCHOOL));
    let sends = |story: &mut Story, to: Author| {
        let draft = story.does(citizen(MOTHER), prepares(story.mother, None));
        let sending = sending(draft, to);
        House::of(&[story]).acts(citizen(MOTHER), story, Command::Apply(Applying::Send(vec![sending])))
    };
    let refused = |field: &str, result: Result<access::Acted, access::ActError>| match result {
        Err(access::ActError::Refused(Refusal::Field { field: told, .. })) => assert_eq!(told, field),
        other => panic!("{other:?}"),
    };
    assert!(sends(&mut story, teacher).is_ok());
    for nobody in [helper(ActorId::new(999), SCHOOL), helper(NURSE, SCHOOL), helper(KARI, SCHOOL)] {
        refused("receiver", sends(&mut story, nobody));
    }
    let lies_with_him = sent(&mut story, citizen(MOTHER), mother, teacher);
    let passes = |to| Command::Apply(Applying::PassOn { application: story.seen(lies_with_him), to });
    for nobody in [ActorId::new(999), NURSE] {
        refused("to", House::of(&[&story]).acts(teacher, &story, passes(nobody)));
    }
}

#[test]
fn r58_ones_own_yes_is_always_taken_back_and_anothers_is_not() {
    let mut story = Story::active();
    let (mother, father) = (story.mother, story.father);
    let kinds = [Category::HealthSomatic];
    let hers = consent(mother, mother, &kinds, story.moment.today);
    let thing = story.writes_about(citizen(MOTHER), hers, &[mother]);
    let back = story.rewriting::<Consent>(thing, |it| it.withdrawn = Some(day("2026-11-05")));
    assert!(allowed(citizen(MOTHER), &story, &back));
    assert!(!allowed(citizen(FATHER), &story, &back), "{father:?} has no say about her");
}

#[test]
fn intake_takes_back_that_two_families_were_told_apart_and_nothing_else() {
    let mut story = Story::queued();
    let apart = NotSame { other: FamilyId::new(8) };
    let apart = story.writes_for(intake(), apart, &[], Audience::Coordinator);
    let asked = story.all().only::<HelpRequest>().map(|it| it.entry.thing).unwrap();
    let undo = |thing| Command::Undo(story.seen(thing));
    assert!(!allowed(intake(), &story, &undo(asked)));
    assert!(allowed(intake(), &story, &undo(apart)));
}
