//! One coordinator: offered, accepted, handed over, stood in for; and the end of help (R4, R72).

use crate::story::*;
use dossier::*;

#[test]
fn a_family_that_asks_has_no_coordinator_yet() {
    let story = Story::asked();
    assert_eq!((story.phase(), story.lead()), ("received", None));
}

#[test]
fn a_coordinator_counts_when_the_family_and_the_coordinator_have_both_said_yes() {
    for family_first in [true, false] {
        let mut story = Story::offered();
        let mut steps = [(citizen(MOTHER), family_says(true)), (coordinator(KARI), coordinator_says(true))];
        if !family_first {
            steps.reverse();
        }
        let [(first, says), (second, says_too)] = steps;
        story.does(first, says);
        assert_eq!((story.phase(), story.lead()), ("offered", None), "one yes is not enough");
        story.does(second, says_too);
        assert_eq!((story.phase(), story.lead()), ("active", Some(KARI)));
        assert_eq!(story.coordination().since, Some(story.moment.today));
    }
}

#[test]
fn a_no_puts_the_family_back_in_the_queue_at_its_old_place() {
    let before = Story::queued();
    let place = |story: &Story| queue_order(&story.all(), &story.rules, story.moment);
    for (who, says) in [(citizen(MOTHER), family_says(false)), (coordinator(KARI), coordinator_says(false))] {
        let mut story = Story::offered();
        assert_eq!(place(&story), None, "while somebody is asked, the family is not in the queue");
        story.later(3).does(who, says);
        assert_eq!((story.phase(), story.lead()), ("waiting", None));
        assert_eq!(place(&story), place(&before), "nothing is lost by a no");
        assert_eq!(story.coordination().offer, None);
    }
}

#[test]
fn who_said_no_and_why_can_still_be_read() {
    let mut story = Story::offered();
    story.does(coordinator(KARI), coordinator_says(false));
    let coordination = story.all().only::<Coordination>().unwrap().id();
    let versions = story.all().versions(coordination);
    let kept = Coordination::of(&versions[versions.len() - 2].payload).unwrap();
    assert!(matches!(&kept.offer.as_ref().unwrap().coordinator, Answer::No { why, .. } if why == "Fullt"));
}

#[test]
fn a_coordinator_says_no_with_a_reason_and_a_family_needs_none() {
    let mut story = Story::offered();
    let silent = |yes| Command::AnswerOffer { yes, words: " ".into() };
    assert_eq!(story.refuses(coordinator(KARI), silent(false)), Refusal::Rule(Rule::NeedsReason));
    story.does(citizen(MOTHER), Command::AnswerOfferAsFamily { yes: false, words: String::new() });
    assert_eq!(story.phase(), "waiting");
}

#[test]
fn an_answer_is_given_once() {
    let mut story = Story::offered();
    story.does(citizen(MOTHER), family_says(true));
    assert_eq!(story.refuses(citizen(FATHER), family_says(false)), Refusal::Rule(Rule::AlreadyAnswered));
    story.does(coordinator(KARI), coordinator_says(true));
    assert_eq!(story.refuses(coordinator(KARI), coordinator_says(true)), Refusal::Rule(Rule::NoOffer));
}

#[test]
fn only_one_is_asked_at_a_time_and_an_offer_can_be_taken_back() {
    let mut story = Story::offered();
    assert_eq!(story.refuses(intake(), offer(JONAS)), Refusal::Rule(Rule::OfferStands));
    story.does(intake(), Command::WithdrawOffer);
    assert_eq!((story.phase(), story.lead()), ("waiting", None));
    assert_eq!(story.refuses(intake(), Command::WithdrawOffer), Refusal::Rule(Rule::NoOffer));
    story.does(intake(), offer(JONAS));
    assert_eq!(story.phase(), "offered");
}

#[test]
fn an_answer_to_an_offer_is_due_within_the_working_days_of_the_rules() {
    let mut story = Story::queued();
    story.on("2026-11-05").does(intake(), offer(KARI));
    let offer = story.coordination().offer.unwrap();
    assert_eq!(offer.reply_by, day("2026-11-09"), "two working days after a Thursday is Monday");
}

#[test]
fn stepping_down_without_a_successor_is_refused() {
    let mut story = Story::active();
    let refusal = story.refuses(coordinator(KARI), Command::StepDown);
    assert_eq!(refusal, Refusal::Rule(Rule::CoordinatorNeedsSuccessor));
    story.does(coordinator(KARI), offer(JONAS));
    assert_eq!(story.refuses(coordinator(KARI), Command::StepDown), refusal, "asked is not accepted");
    assert_eq!(story.lead(), Some(KARI));
}

#[test]
fn a_handover_counts_when_the_receiver_accepts_and_not_before() {
    let mut story = Story::active();
    story.later(30).does(coordinator(KARI), offer(JONAS));
    assert_eq!((story.phase(), story.lead()), ("active", Some(KARI)));
    story.does(citizen(MOTHER), family_says(true));
    assert_eq!(story.lead(), Some(KARI), "the family's yes alone moves nothing");
    story.later(1).does(coordinator(JONAS), coordinator_says(true));
    assert_eq!((story.phase(), story.lead()), ("active", Some(JONAS)));
    let periods = coordinator_periods(&story.all());
    assert_eq!(periods.len(), 2);
    assert_eq!(periods[0].3, Some(periods[1].2), "the day that one ends is the day that the next begins");
}

#[test]
fn a_no_to_a_handover_leaves_the_coordinator_in_place() {
    for (who, says) in [(citizen(MOTHER), family_says(false)), (coordinator(JONAS), coordinator_says(false))]
    {
        let mut story = Story::active();
        story.does(coordinator(KARI), offer(JONAS));
        story.does(who, says);
        assert_eq!((story.phase(), story.lead()), ("active", Some(KARI)));
        assert_eq!(story.coordination().offer, None);
    }
}

#[test]
fn a_coordinator_is_not_handed_over_to_oneself() {
    let mut story = Story::active();
    assert_eq!(story.refuses(coordinator(KARI), offer(KARI)), Refusal::Rule(Rule::SamePerson));
    let ask = ask_stand_in(&story, KARI, 1, 2);
    assert_eq!(story.refuses(coordinator(KARI), ask), Refusal::Rule(Rule::SamePerson));
}

fn ask_stand_in(story: &Story, actor: ActorId, from: i32, until: i32) -> Command {
    let day = |days| after(story.moment.today, days);
    Command::AskStandIn { actor, from: day(from), until: day(until) }
}

#[test]
fn a_stand_in_counts_when_accepted_and_only_in_the_period() {
    let mut story = Story::active();
    let ask = ask_stand_in(&story, JONAS, 2, 4);
    story.does(coordinator(KARI), ask);
    let holds =
        |story: &Story, days| story.coordination().stand_in_on(after(day("2026-11-02"), days)) == Some(JONAS);
    assert!((0..6).all(|days| !holds(&story, days)), "asked is not accepted");
    story.does(coordinator(JONAS), Command::AnswerStandIn { yes: true, words: String::new() });
    let held: Vec<bool> = (0..7).map(|days| holds(&story, days)).collect();
    assert_eq!(held, [false, false, true, true, true, false, false]);
    assert_eq!(story.lead(), Some(KARI), "the coordinator is the coordinator all the time");
    assert!(story.coordination().is_held_by(KARI, day("2026-11-05")));
}

#[test]
fn a_stand_in_who_says_no_stands_in_on_no_day() {
    let mut story = Story::active();
    let ask = ask_stand_in(&story, JONAS, 0, 4);
    story.does(coordinator(KARI), ask);
    let says = |yes, words: &str| Command::AnswerStandIn { yes, words: words.into() };
    assert_eq!(story.refuses(coordinator(JONAS), says(false, "")), Refusal::Rule(Rule::NeedsReason));
    story.does(coordinator(JONAS), says(false, "På kurs"));
    assert_eq!(story.coordination().stand_in_on(story.moment.today), None);
    assert_eq!(story.refuses(coordinator(JONAS), says(true, "")), Refusal::Rule(Rule::AlreadyAnswered));
}

#[test]
fn a_stand_in_is_asked_for_days_to_come_and_only_for_a_coordinator_who_is_there() {
    let mut story = Story::queued();
    let ask = ask_stand_in(&story, JONAS, 0, 1);
    assert_eq!(story.refuses(intake(), ask), Refusal::Rule(Rule::WrongPhase));
    let mut story = Story::active();
    for (from, until) in [(3, 2), (-5, -1)] {
        let ask = ask_stand_in(&story, JONAS, from, until);
        let refusal = story.refuses(coordinator(KARI), ask);
        assert_eq!(refusal, Refusal::Field { field: "until", problem: Problem::Date });
    }
}

#[test]
fn a_handover_ends_what_the_former_coordinator_arranged() {
    let mut story = Story::active();
    let ask = ask_stand_in(&story, RANDI, 0, 30);
    story.does(coordinator(KARI), ask);
    story.does(coordinator(RANDI), Command::AnswerStandIn { yes: true, words: String::new() });
    story.does(coordinator(KARI), offer(JONAS));
    story.does(coordinator(JONAS), coordinator_says(true));
    assert_eq!(story.coordination().stand_in, None);
}

#[test]
fn closing_ends_the_coordination_and_makes_the_dossier_read_only() {
    let mut story = Story::active();
    let need = story.writes(coordinator(KARI), need("Et roligere hjem"));
    story.later(90).does(coordinator(KARI), closes(CloseReason::GoalsReached));
    assert_eq!((story.phase(), story.lead()), ("closed", None));
    let closed = Refusal::Rule(Rule::Closed);
    let undo = story.undoes(need);
    for command in [write(strength(), &[], Audience::Ordinary), undo, offer(JONAS), Command::StepDown] {
        assert_eq!(story.refuses(coordinator(KARI), command), closed);
    }
    let periods = coordinator_periods(&story.all());
    assert_eq!(periods.last().unwrap().3, Some(story.moment.today));
}

fn strength() -> Strength {
    Strength { words: "Bestemor henter".into() }
}

#[test]
fn closing_says_why_in_words_that_the_family_may_read() {
    let mut story = Story::active();
    let mute = Command::Close { reason: CloseReason::OwnWish, words: " ".into(), way_back: String::new() };
    let refusal = story.refuses(coordinator(KARI), mute);
    assert_eq!(refusal, Refusal::Field { field: "words", problem: Problem::Empty });
    assert_eq!(story.lead(), Some(KARI));
}

#[test]
fn help_that_never_started_can_be_ended_too() {
    for mut story in [Story::asked(), Story::queued(), Story::offered()] {
        story.does(intake(), closes(CloseReason::NotStarted));
        assert_eq!((story.phase(), story.lead()), ("closed", None));
        assert_eq!(story.coordination().offer, None, "nobody is asked any longer");
    }
}

#[test]
fn a_family_can_come_back_and_get_a_coordinator_again() {
    let mut story = Story::active();
    story.later(100).does(coordinator(KARI), closes(CloseReason::GoalsReached));
    story.later(200);
    story.does(intake(), story.queue("transition"));
    assert_eq!(story.phase(), "waiting");
    story.does(intake(), offer(JONAS));
    story.does(citizen(FATHER), family_says(true));
    story.does(coordinator(JONAS), coordinator_says(true));
    assert_eq!((story.phase(), story.lead()), ("active", Some(JONAS)));
    let periods: Vec<_> =
        course_periods(&story.all()).iter().map(|period| period.course.phase.code()).collect();
    assert_eq!(
        periods,
        ["received", "waiting", "offered", "active", "closed", "waiting", "offered", "active"]
    );
}

#[test]
fn a_family_with_a_coordinator_does_not_go_back_to_the_queue() {
    let mut story = Story::active();
    let queue = story.queue("safety");
    assert_eq!(story.refuses(intake(), queue), Refusal::Rule(Rule::WrongPhase));
}
