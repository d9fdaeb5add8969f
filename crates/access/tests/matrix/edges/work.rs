//! At work: each in one's own part, and only there.

use super::applications::acts;
use super::{address, allowed};
use crate::support::story::*;
use crate::support::*;
use dossier::*;

/// Every test of this file that asks who may give a command.
pub const ALL: &[fn()] = &[
    what_intake_is_told_on_a_ground_gives_it_nothing_to_do,
    what_was_written_at_work_in_a_familys_name_is_taken_back_there_and_a_place_is_offered_to_a_coordinator_alone,
    r84_where_a_protected_person_lives_is_written_down_by_nobody_who_may_not_know_it,
    intake_takes_back_that_two_families_were_told_apart_and_nothing_else,
    r84_whoever_may_know_where_a_protected_person_is_may_write_it_down,
    nobody_at_work_gives_a_family_members_place_to_the_own_account,
    what_the_family_has_said_is_not_taken_back_for_it,
    what_somebody_is_told_on_a_ground_gives_nothing_to_do,
    whoever_has_answered_the_offer_does_not_answer_again_for_being_the_contact_meanwhile,
    whoever_holds_the_whole_and_was_asked_answers_as_everybody_does,
    r7_what_intake_writes_about_two_families_is_new_and_read_by_the_coordinator_alone,
    r7_whom_the_family_rings_meanwhile_notes_a_contact_and_changes_none,
    r24_whoever_helps_says_for_all_to_see_that_one_may_not_take_part,
    a_helper_moves_ones_own_action_and_no_colleagues,
    whoever_holds_the_whole_changes_what_others_wrote_and_keeps_things_for_anybody,
];

/// Something told to somebody alone, so that it is seen without any part in the family.
fn releases(story: &mut Story, thing: ThingId, to: ActorId) {
    let words = || "x".to_owned();
    let told = Release {
        thing,
        to: Recipient::Helper(to),
        law: "same-purpose".into(),
        purpose: words(),
        need: words(),
        asked: words(),
        best: String::new(),
        until: after(story.moment.today, 30),
        ended: None,
    };
    story.writes(coordinator(KARI), told);
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
fn intake_takes_back_that_two_families_were_told_apart_and_nothing_else() {
    let mut story = Story::queued();
    let apart = NotSame { other: FamilyId::new(8) };
    let apart = story.writes_for(intake(), apart, &[], Audience::Coordinator);
    let asked = story.all().only::<HelpRequest>().map(|it| it.entry.thing).unwrap();
    let undo = |thing| Command::Undo(story.seen(thing));
    assert!(!allowed(intake(), &story, &undo(asked)));
    assert!(allowed(intake(), &story, &undo(apart)));
}

#[test]
fn r84_whoever_may_know_where_a_protected_person_is_may_write_it_down() {
    let mut story = Story::active();
    let boy = story.boy;
    story.rewrites::<Person>(coordinator(KARI), boy.thing(), |it| it.protection = Protection::Confidential);
    let known = Trusted {
        person: boy,
        helper: KARI,
        service: FAMILY_TEAM,
        why: "x".into(),
        asked_by: JONAS,
        approved_by: Some(RANDI),
        until: after(story.moment.today, 30),
        ended: None,
    };
    files(&mut story, coordinator(JONAS), known, &[boy], Category::Contact);
    assert!(allowed(coordinator(KARI), &story, &address(boy)));
}

#[test]
fn nobody_at_work_gives_a_family_members_place_to_the_own_account() {
    let story = Story::active();
    let person = |account| {
        let mut person = Person::named("Nora", "Haddad", Generation::Child);
        person.account = account;
        write(person, &[], Audience::Ordinary)
    };
    assert!(allowed(coordinator(KARI), &story, &person(None)));
    assert!(allowed(coordinator(KARI), &story, &person(Some(NURSE))));
    assert!(!allowed(coordinator(KARI), &story, &person(Some(KARI))));
    assert!(!allowed(intake(), &Story::queued(), &person(Some(INGER))));
}

#[test]
fn what_the_family_has_said_is_not_taken_back_for_it() {
    let mut story = Story::active();
    let hers = story.writes(citizen(MOTHER), goal("Ro"));
    let karis = story.writes(coordinator(KARI), goal("Tid"));
    assert!(!allowed(coordinator(KARI), &story, &story.undoes(hers)));
    assert!(allowed(coordinator(KARI), &story, &story.undoes(karis)));
}

#[test]
fn what_somebody_is_told_on_a_ground_gives_nothing_to_do() {
    let mut story = Story::active();
    let question = story.asks(JONAS, FAMILY_TEAM, None);
    let task = story.writes(coordinator(KARI), Action { owner: Some(Owner::Helper(JONAS)), ..action("x") });
    releases(&mut story, question, JONAS);
    releases(&mut story, task, JONAS);
    let jonas = coordinator(JONAS);
    assert!(sees(jonas, &story, question) && sees(jonas, &story, task));
    assert!(!allowed(jonas, &story, &story.answers(question, story.yes())));
    for to in ActionStatus::ALL {
        assert!(!allowed(jonas, &story, &story.moves(task, *to)), "{to:?}");
    }
    story.does(coordinator(KARI), offer(JONAS));
    assert!(allowed(jonas, &story, &coordinator_says(true)), "he is asked to coordinate");
    assert!(!allowed(jonas, &story, &story.answers(question, story.yes())), "and nothing else");
    let declares = write(Conflict { helper: JONAS, why: "x".into(), ended: None }, &[], Audience::Ordinary);
    assert!(!allowed(jonas, &story, &declares));
}

#[test]
fn whoever_has_answered_the_offer_does_not_answer_again_for_being_the_contact_meanwhile() {
    let mut story = Story::queued();
    story.does(intake(), offer(RANDI));
    let randi = coordinator(RANDI);
    let family = || Command::AnswerOfferAsFamily { yes: true, words: "på telefon".into() };
    assert!(allowed(randi, &story, &coordinator_says(true)) && allowed(randi, &story, &family()));
    story.does(randi, coordinator_says(true));
    assert!(!allowed(randi, &story, &coordinator_says(true)) && !allowed(randi, &story, &family()));
    let stands_in = || Command::AnswerStandIn { yes: true, words: String::new() };
    assert!(!allowed(randi, &story, &stands_in()));
}

#[test]
fn whoever_holds_the_whole_and_was_asked_answers_as_everybody_does() {
    let mut story = Story::active();
    let (from, until) = (story.moment.today, after(story.moment.today, 7));
    story.does(coordinator(KARI), Command::AskStandIn { actor: JONAS, from, until });
    story.does(coordinator(JONAS), Command::AnswerStandIn { yes: true, words: String::new() });
    let stands_in = Command::AnswerStandIn { yes: true, words: String::new() };
    assert!(!allowed(coordinator(KARI), &story, &stands_in), "it was another who was asked");
    // As it stands when the one who stands in has taken over in the meantime.
    let latest = story.all().only::<Coordination>().unwrap();
    let (mut entry, mut now) = (latest.entry.clone(), latest.is.clone());
    now.lead = Some(JONAS);
    (entry.version, entry.payload) = (entry.version + 1, now.wrap());
    story.record(vec![entry]);
    assert!(allowed(coordinator(JONAS), &story, &stands_in));
}

#[test]
fn r7_what_intake_writes_about_two_families_is_new_and_read_by_the_coordinator_alone() {
    let mut story = Story::queued();
    let apart = || NotSame { other: FamilyId::new(8) };
    let noted = story.writes_for(intake(), apart(), &[], Audience::Coordinator);
    let again = Command::Write {
        replaces: Some(story.seen(noted)),
        payload: apart().wrap(),
        subjects: Vec::new(),
        audience: Audience::Coordinator,
    };
    assert!(allowed(intake(), &story, &write(apart(), &[], Audience::Coordinator)));
    assert!(!allowed(intake(), &story, &again));
    for other in [goal("x").wrap(), contact(ContactKind::Call, story.moment.today).wrap()] {
        let is_contact = other.code() == "contact";
        let command = Command::Write {
            replaces: None,
            payload: other,
            subjects: Vec::new(),
            audience: Audience::Coordinator,
        };
        assert_eq!(allowed(intake(), &story, &command), is_contact);
    }
    story.does(intake(), offer(JONAS));
    assert!(sees(coordinator(JONAS), &story, noted), "whoever is offered to coordinate reads it");
    assert!(!allowed(coordinator(JONAS), &story, &story.undoes(noted)));
}

#[test]
fn r7_whom_the_family_rings_meanwhile_notes_a_contact_and_changes_none() {
    let mut story = Story::queued();
    let today = story.moment.today;
    let call = contact(ContactKind::Call, today);
    let noted = files(&mut story, coordinator(RANDI), call, &[], Category::Contact);
    let over = story.rewriting::<Contact>(noted, |it| it.on = today);
    assert!(allowed(
        coordinator(RANDI),
        &story,
        &write(contact(ContactKind::Call, today), &[], Audience::Ordinary)
    ));
    assert!(sees(coordinator(RANDI), &story, noted) && !allowed(coordinator(RANDI), &story, &over));
    assert!(allowed(intake(), &story, &over));
}

#[test]
fn r24_whoever_helps_says_for_all_to_see_that_one_may_not_take_part() {
    let mut story = Story::active();
    let teacher = helper(TEACHER, SCHOOL);
    let conflict = |helper, ended| Conflict { helper, why: "x".into(), ended };
    let over = story.writes(coordinator(KARI), conflict(TEACHER, Some(story.moment.today)));
    story.writes(coordinator(KARI), membership(TEACHER, SCHOOL, story.moment.today));
    releases(&mut story, over, TEACHER);
    assert!(sees(teacher, &story, over));
    let again = Command::Write {
        replaces: Some(story.seen(over)),
        payload: conflict(TEACHER, None).wrap(),
        subjects: Vec::new(),
        audience: Audience::Ordinary,
    };
    assert!(!allowed(teacher, &story, &again), "what is noted is the coordinator's to change");
    for (audience, expected) in [
        (Audience::Ordinary, true),
        (Audience::Coordinator, false),
        (Audience::Oneself, false),
        (Audience::Members(vec![story.mother]), false),
    ] {
        let command = write(conflict(TEACHER, None), &[], audience.clone());
        assert_eq!(allowed(teacher, &story, &command), expected, "{audience:?}");
    }
    assert!(!allowed(teacher, &story, &write(conflict(NURSE, None), &[], Audience::Ordinary)));
}

#[test]
fn a_helper_moves_ones_own_action_and_no_colleagues() {
    let mut story = Story::active();
    let teacher = helper(TEACHER, SCHOOL);
    story.writes(coordinator(KARI), membership(TEACHER, SCHOOL, story.moment.today));
    let task = |owner| Action { owner: Some(Owner::Helper(owner)), ..action("x") };
    let own = story.writes(teacher, task(TEACHER));
    let delivered = story.writes(teacher, task(TEACHER));
    story.does(citizen(MOTHER), story.moves(delivered, ActionStatus::AcceptedByFamily));
    story.does(teacher, story.moves(delivered, ActionStatus::Delivered));
    assert!(!allowed(teacher, &story, &story.moves(delivered, ActionStatus::Done)), "the family says so");
    let colleagues = story.writes(teacher, task(ActorId::new(77)));
    assert!(sees(teacher, &story, colleagues), "it comes from the same school");
    let (action, to) = (story.seen(own), ActionStatus::AcceptedByFamily);
    let yes = Command::MoveAction { action, to, accepted_by: None, words: "på telefon".into() };
    assert!(!allowed(teacher, &story, &yes), "the family says yes");
    for to in ActionStatus::ALL.iter().copied() {
        use ActionStatus::*;
        let moves = [AcceptedByOwner, Started, Delivered, Stopped].contains(&to);
        assert_eq!(allowed(teacher, &story, &story.moves(own, to)), moves, "{to:?}");
        assert!(!allowed(teacher, &story, &story.moves(colleagues, to)), "{to:?}");
    }
}

#[test]
fn whoever_holds_the_whole_changes_what_others_wrote_and_keeps_things_for_anybody() {
    let mut story = Story::active();
    let boy = story.boy;
    let about_boy = story.writes_about(citizen(MOTHER), goal("Ro"), &[boy]);
    let over = story.rewriting::<Goal>(about_boy, |it| it.sign = "x".into());
    assert!(allowed(coordinator(KARI), &story, &over));
    assert!(allowed(coordinator(KARI), &story, &write(goal("Ro"), &[boy], Audience::Oneself)));
}

#[test]
fn what_intake_is_told_on_a_ground_gives_it_nothing_to_do() {
    let mut story = Story::queued();
    let (kari, mother) = (coordinator(KARI), story.mother);
    let task = files(&mut story, kari, action("x"), &[], Category::PlanCore);
    let question = request(INGER, FAMILY_TEAM, None, story.moment.today);
    let question = files(&mut story, kari, question, &[], Category::PlanCore);
    let sent = files(&mut story, kari, application(mother, "a"), &[mother], Category::Economy);
    let release = |thing| Release {
        thing,
        to: Recipient::Helper(INGER),
        law: "same-purpose".into(),
        purpose: "x".into(),
        need: "x".into(),
        asked: "x".into(),
        best: String::new(),
        until: day("2026-12-24"),
        ended: None,
    };
    for thing in [task, question, sent] {
        files(&mut story, kari, release(thing), &[], Category::PlanCore);
        assert!(sees(intake(), &story, thing));
    }
    let seen = story.seen(sent);
    let fill = Applying::Fill { facts: Vec::new(), words: vec![(seen, "x".into())] };
    let (own, answers) = acts(&story, sent);
    let commands = own.into_iter().chain(answers).chain([
        Command::Apply(fill),
        Command::Apply(Applying::PassOn { application: seen, to: NURSE }),
        story.answers(question, story.yes()),
        Command::WithdrawRequest { request: story.seen(question), why: "x".into() },
        Command::CheckEmergency { emergency: seen, right: true, words: "x".into(), tell: false },
        story.undoes(mother.thing()),
    ]);
    for command in commands.chain(ActionStatus::ALL.iter().map(|to| story.moves(task, *to))) {
        assert!(!allowed(intake(), &story, &command), "{}", command.code());
    }
    let kept = Withholding {
        thing: task,
        from: vec![],
        law: "x".into(),
        why: "x".into(),
        best: String::new(),
        lifted: None,
    };
    let stance = Stance { to: task, who: mother, how: HeardHow::Spoken, words: "x".into(), undone: None };
    for said in [reply(task, "x").wrap(), kept.wrap(), release(task).wrap(), stance.wrap()] {
        let (subjects, audience) = (Vec::new(), Audience::Ordinary);
        let said = Command::Write { replaces: None, payload: said, subjects, audience };
        assert!(!allowed(intake(), &story, &said), "{}", said.code());
    }
}

#[test]
fn what_was_written_at_work_in_a_familys_name_is_taken_back_there_and_a_place_is_offered_to_a_coordinator_alone()
 {
    let mut story = Story::active();
    let (kari, mother, today) = (coordinator(KARI), story.mother, story.moment.today);
    let told = Consent { how: "på telefon".into(), ..consent(mother, mother, &[Category::PlanCore], today) };
    let told = story.writes_about(kari, told, &[mother]);
    let situations = Vec::new();
    let filed = files(&mut story, kari, Interest { of: mother, situations }, &[mother], Category::PlanCore);
    assert!(allowed(kari, &story, &story.undoes(told)) && allowed(kari, &story, &story.undoes(filed)));
    let as_helper = helper(JONAS, FAMILY_TEAM);
    story.writes(kari, membership(JONAS, FAMILY_TEAM, today));
    story.does(kari, offer(JONAS));
    story.does(kari, Command::AskStandIn { actor: JONAS, from: today, until: after(today, 7) });
    let coordination = story.all().only::<Coordination>().unwrap().id();
    releases(&mut story, coordination, JONAS);
    let stands_in = Command::AnswerStandIn { yes: true, words: String::new() };
    for answer in [coordinator_says(true), family_says(true), stands_in] {
        assert!(!allowed(as_helper, &story, &answer), "{}", answer.code());
    }
}
