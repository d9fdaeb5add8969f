//! Applications, and facts for them: whose they are, and whom they lie with.

use super::allowed;
use crate::support::story::*;
use crate::support::*;
use dossier::*;

/// Every test of this file that asks who may give a command.
pub const ALL: &[fn()] = &[
    an_application_is_prepared_only_for_people_whose_names_the_writer_knows,
    a_parent_prepares_for_oneself_and_for_a_child_whom_one_decides_for_and_for_nobody_else,
    an_application_is_answered_by_the_one_whom_it_lies_with_for_the_service_that_it_was_sent_to,
    an_application_is_for_the_grown_person_who_applies_and_lies_with_one_at_work,
    facts_are_told_and_filled_in_about_oneself_and_children_one_decides_for,
];

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

/// An application of somebody for the boy or oneself, that was sent to a service which does not answer here.
fn sent_elsewhere(story: &mut Story, by: Author, applicant: PersonId, child: Option<PersonId>) -> ThingId {
    let draft = story.does(by, prepares(applicant, child));
    let sending = Sending { receiver: None, ..sending(draft, helper(TEACHER, SCHOOL)) };
    story.does(by, Command::Apply(Applying::Send(vec![sending])));
    draft
}

/// Everything that is done with an application that is there, by whom it is for and by whom it lies with.
pub(super) fn acts(story: &Story, thing: ThingId) -> ([Command; 4], [Command; 4]) {
    let seen = story.seen(thing);
    let words = || "x".to_owned();
    let today = story.moment.today;
    let own = [
        Applying::Send(vec![Sending { application: seen, ..sending(thing, helper(TEACHER, SCHOOL)) }]),
        Applying::AnswerMore { application: seen, words: words() },
        Applying::Complain { application: seen, words: words() },
        Applying::Withdraw(seen),
    ];
    let answers = [
        Applying::Receive(seen),
        Applying::AskMore { application: seen, words: words(), by: today },
        Applying::Decide { application: seen, decision: decision(DecisionKind::Granted, today) },
        Applying::AnswerComplaint { application: seen, changed: false, words: words() },
    ];
    (own.map(Command::Apply), answers.map(Command::Apply))
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
fn an_application_is_for_the_grown_person_who_applies_and_lies_with_one_at_work() {
    let mut story = Story::active();
    let (mother, father, girl, boy) = (story.mother, story.father, story.girl, story.boy);
    let hers = sent_elsewhere(&mut story, citizen(MOTHER), mother, None);
    let for_the_boy = sent_elsewhere(&mut story, citizen(FATHER), father, Some(boy));
    let of_the_girl = sent_elsewhere(&mut story, coordinator(KARI), girl, None);
    story.writes(coordinator(KARI), membership(NURSE, HEALTH_STATION, story.moment.today));
    let opened = consent(mother, mother, &[Category::Economy], story.moment.today);
    story.writes_about(citizen(MOTHER), Consent { receiver: HEALTH_STATION, ..opened }, &[mother]);
    let nurse = helper(NURSE, HEALTH_STATION);
    assert!(sees(nurse, &story, hers));
    for (who, thing, may_own, may_answer) in [
        (citizen(MOTHER), hers, true, true),
        (citizen(MOTHER), for_the_boy, false, false),
        (citizen(FATHER), for_the_boy, true, true),
        (citizen(GIRL), of_the_girl, false, false),
        (coordinator(KARI), hers, false, true),
        (nurse, hers, false, false),
    ] {
        let (own, answers) = acts(&story, thing);
        for (commands, expected) in [(own, may_own), (answers, may_answer)] {
            for command in commands {
                assert_eq!(allowed(who, &story, &command), expected, "{who:?}: {}", command.code());
            }
        }
    }
    let fills = |thing| Applying::Fill { facts: Vec::new(), words: vec![(story.seen(thing), "x".into())] };
    assert!(allowed(citizen(MOTHER), &story, &Command::Apply(fills(hers))));
    assert!(!allowed(citizen(MOTHER), &story, &Command::Apply(fills(for_the_boy))));
    let lies_with_him = sent(&mut story, citizen(MOTHER), mother, helper(TEACHER, SCHOOL));
    for command in acts(&story, lies_with_him).0 {
        assert!(!allowed(helper(TEACHER, SCHOOL), &story, &command), "he answers, and the family sends");
    }
    for (who, expected) in [(citizen(MOTHER), true), (nurse, false)] {
        let lies_there = sent(&mut story, citizen(MOTHER), mother, helper(TEACHER, SCHOOL));
        let (own, answers) = acts(&story, lies_there);
        own.iter().for_each(|command| assert_eq!(allowed(who, &story, command), expected));
        answers.iter().for_each(|command| assert!(!allowed(who, &story, command)));
        let pass_on = Applying::PassOn { application: story.seen(lies_there), to: NURSE };
        assert!(!allowed(who, &story, &Command::Apply(pass_on)));
    }
}

#[test]
fn facts_are_told_and_filled_in_about_oneself_and_children_one_decides_for() {
    let mut story = Story::active();
    let (mother, father, boy) = (story.mother, story.father, story.boy);
    let draft = story.does(citizen(MOTHER), prepares(mother, None));
    let fills = |of| {
        let facts = vec![fact("child.resident_in_norway", of, "true", story.moment.today)];
        Command::Apply(Applying::Fill { facts, words: vec![(story.seen(draft), "x".into())] })
    };
    assert!(allowed(citizen(MOTHER), &story, &fills(FactOf::Child { child: boy })));
    assert!(!allowed(citizen(MOTHER), &story, &fills(FactOf::Adult { adult: father })));
    assert!(!allowed(citizen(MOTHER), &story, &fills(FactOf::Adult { adult: PersonId::new(424_242) })));
}
