//! Actions on their way, and questions to helpers: nothing starts without the family's yes, and every action has
//! one owner or is a gap that shows.

use crate::story::*;
use ActionStatus::*;
use dossier::*;

const ALL: [ActionStatus; 7] =
    [Proposed, AcceptedByFamily, AcceptedByOwner, Started, Delivered, Done, Stopped];

/// An action of the teacher's that stands at this status, reached by legal steps only.
fn standing_at(status: ActionStatus) -> (Story, ThingId) {
    let mut story = Story::active();
    let owner = Some(Owner::Helper(TEACHER));
    let thing = story.writes(coordinator(KARI), Action { owner, ..action("Plan for friminuttene") });
    for step in ALL.into_iter().filter(|step| *step != Proposed && *step <= status) {
        if step != Stopped || status == Stopped {
            if status == Stopped && matches!(step, Delivered | Done) {
                continue;
            }
            let command = story.moves(thing, step);
            story.does(helper(TEACHER, SCHOOL), command);
        }
    }
    assert_eq!(story.now::<Action>(thing).status, status);
    (story, thing)
}

#[test]
fn an_action_only_moves_forward_and_each_step_needs_what_comes_before_it() {
    let step = Some(Rule::ActionStep);
    let family = Some(Rule::ActionNeedsFamily);
    let answered = Some(Rule::AlreadyAnswered);
    // Rows: where it stands. Columns: where it is moved, in the order of ALL.
    let table = [
        (Proposed, [step, None, family, family, family, family, None]),
        (AcceptedByFamily, [step, answered, None, None, None, None, None]),
        (AcceptedByOwner, [step, answered, step, None, None, None, None]),
        (Started, [step, answered, step, step, None, None, None]),
        (Delivered, [step, answered, step, step, step, None, None]),
        (Done, [step; 7]),
        (Stopped, [step; 7]),
    ];
    for (from, row) in table {
        for (to, expected) in ALL.into_iter().zip(row) {
            let (mut story, thing) = standing_at(from);
            let command = story.moves(thing, to);
            match expected {
                None => {
                    story.does(helper(TEACHER, SCHOOL), command);
                    let now = story.now::<Action>(thing);
                    assert_eq!(now.status, to, "{from:?} → {to:?}");
                    assert_eq!(now.owner, Some(Owner::Helper(TEACHER)), "exactly one owner all the way");
                }
                Some(rule) => assert_eq!(
                    story.refuses(helper(TEACHER, SCHOOL), command),
                    Refusal::Rule(rule),
                    "{from:?} → {to:?}"
                ),
            }
        }
    }
}

#[test]
fn nothing_starts_without_an_owner() {
    let mut story = Story::active();
    let thing = story.writes(coordinator(KARI), action("Avlastning en helg i måneden"));
    story.does(citizen(MOTHER), story.moves(thing, AcceptedByFamily));
    for step in [AcceptedByOwner, Started, Delivered, Done] {
        let command = story.moves(thing, step);
        assert_eq!(story.refuses(coordinator(KARI), command), Refusal::Rule(Rule::ActionNeedsOwner));
    }
}

#[test]
fn an_action_cannot_be_written_down_as_accepted_or_started() {
    let mut story = Story::active();
    for status in ALL.into_iter().filter(|status| *status != Proposed) {
        let ready = Action { status, ..action("Plan") };
        let refusal = story.refuses(coordinator(KARI), write(ready, &[], Audience::Ordinary));
        assert_eq!(refusal, Refusal::Rule(Rule::ActionNeedsFamily), "{status:?}");
    }
    let forged = Action {
        accepted_by: Some(story.mother),
        accepted_how: "på telefon".into(),
        outcome: "Ferdig".into(),
        ..action("Plan")
    };
    let thing = story.writes(coordinator(KARI), forged);
    assert_eq!(story.now::<Action>(thing), action("Plan"), "a proposal has nobody's yes and no outcome");
}

#[test]
fn a_status_is_moved_and_never_rewritten() {
    let (mut story, thing) = standing_at(AcceptedByFamily);
    let command = story.rewriting::<Action>(thing, |action| action.status = Done);
    assert_eq!(story.refuses(coordinator(KARI), command), Refusal::Rule(Rule::ActionStep));
    let father = story.father;
    story.rewrites::<Action>(coordinator(KARI), thing, |action| {
        action.accepted_by = Some(father);
        action.outcome = "Alt vel".into();
        action.words = "Plan for friminutt og skolevei".into();
    });
    let now = story.now::<Action>(thing);
    assert_eq!((now.accepted_by, now.outcome.as_str()), (Some(story.mother), ""));
    assert_eq!(now.words, "Plan for friminutt og skolevei");
}

#[test]
fn the_familys_yes_is_somebodys_and_tells_how_it_was_given() {
    let mut story = Story::active();
    let thing = story.writes(coordinator(KARI), action("Avlastning"));
    let (seen, mother) = (story.seen(thing), story.mother);
    let accept = |accepted_by, words: &str| Command::MoveAction {
        action: seen,
        to: AcceptedByFamily,
        accepted_by,
        words: words.into(),
    };
    let field = |problem| Refusal::Field { field: "accepted_by", problem };
    assert_eq!(story.refuses(coordinator(KARI), accept(None, "ja")), field(Problem::Empty));
    let stranger = Some(PersonId::new(999));
    assert_eq!(story.refuses(coordinator(KARI), accept(stranger, "ja")), field(Problem::Unknown));
    story.does(coordinator(KARI), accept(Some(mother), "på telefon"));
    let now = story.now::<Action>(thing);
    assert_eq!((now.accepted_by, now.accepted_how.as_str()), (Some(mother), "på telefon"));
    assert_eq!(now.outcome, "", "how a yes was given is not what came of it");
}

#[test]
fn a_family_member_who_takes_it_on_says_both_yeses_at_once() {
    let mut story = Story::active();
    let owner = Some(Owner::Member(story.mother));
    let thing = story.writes(citizen(MOTHER), Action { owner, ..action("Ringe fastlegen") });
    story.does(citizen(MOTHER), story.moves(thing, AcceptedByFamily));
    assert_eq!(story.now::<Action>(thing).status, AcceptedByOwner);
}

#[test]
fn stopping_tells_why() {
    let (mut story, thing) = standing_at(Started);
    let mute = Command::MoveAction {
        action: story.seen(thing),
        to: Stopped,
        accepted_by: None,
        words: String::new(),
    };
    assert_eq!(story.refuses(coordinator(KARI), mute), Refusal::Rule(Rule::NeedsReason));
    story.does(coordinator(KARI), story.moves(thing, Stopped));
    assert_eq!(story.now::<Action>(thing).outcome, "Ikke lenger nødvendig");
}

#[test]
fn another_owner_says_yes_anew_and_the_familys_yes_stays() {
    for status in [AcceptedByFamily, AcceptedByOwner, Started, Delivered] {
        let (mut story, thing) = standing_at(status);
        story.rewrites::<Action>(coordinator(KARI), thing, |action| {
            action.owner = Some(Owner::Helper(NURSE));
        });
        let now = story.now::<Action>(thing);
        assert_eq!((now.status, now.accepted_by), (AcceptedByFamily, Some(story.mother)), "{status:?}");
    }
    let (mut story, thing) = standing_at(Started);
    story.rewrites::<Action>(coordinator(KARI), thing, |action| action.owner = Some(Owner::Helper(KARI)));
    assert_eq!(story.now::<Action>(thing).status, AcceptedByOwner, "who takes it on oneself has said yes");
    let (mut story, thing) = standing_at(Proposed);
    story.rewrites::<Action>(coordinator(KARI), thing, |action| action.owner = Some(Owner::Helper(NURSE)));
    assert_eq!(story.now::<Action>(thing).status, Proposed, "a proposal stays one");
    for status in [Done, Stopped] {
        let (mut story, thing) = standing_at(status);
        let command = story.rewriting::<Action>(thing, |action| action.owner = None);
        assert_eq!(story.refuses(coordinator(KARI), command), Refusal::Rule(Rule::ActionStep));
    }
}

#[test]
fn without_a_helper_as_owner_no_service_is_named() {
    let (mut story, thing) = standing_at(Started);
    story.rewrites::<Action>(coordinator(KARI), thing, |action| {
        action.service = Some(SCHOOL);
        action.owner = None;
    });
    let now = story.now::<Action>(thing);
    assert_eq!((now.owner, now.service, now.status), (None, None, AcceptedByFamily));
}

/// An action that the family has accepted and that nobody owns, with a question about it to the teacher.
fn asked() -> (Story, ThingId, ThingId) {
    let mut story = Story::active();
    let thing = story.writes(coordinator(KARI), action("Plan for friminuttene"));
    story.does(citizen(MOTHER), story.moves(thing, AcceptedByFamily));
    let request = story.asks(TEACHER, SCHOOL, Some(thing));
    (story, thing, request)
}

fn answers(story: &mut Story, request: ThingId, answer: RequestAnswer) {
    let command = story.answers(request, answer);
    story.does(helper(TEACHER, SCHOOL), command);
}

#[test]
fn a_helpers_yes_makes_the_helper_owner_and_part_of_the_team() {
    let (mut story, thing, request) = asked();
    assert_eq!(story.now::<Action>(thing).owner, None, "asked is not accepted");
    let yes = story.yes();
    answers(&mut story, request, yes);
    let now = story.now::<Action>(thing);
    assert_eq!((now.owner, now.service), (Some(Owner::Helper(TEACHER)), Some(SCHOOL)));
    assert_eq!(now.status, AcceptedByOwner);
    let team = team(&story.all(), story.moment.today).iter().map(|it| it.helper).collect::<Vec<_>>();
    assert_eq!(team, [TEACHER]);
}

#[test]
fn a_yes_with_conditions_is_a_yes_and_says_what_instead() {
    let (mut story, thing, request) = asked();
    let but = |words: &str| RequestAnswer::YesBut { on: day("2020-01-01"), words: words.into() };
    let command = story.answers(request, but(" "));
    let refusal = story.refuses(helper(TEACHER, SCHOOL), command);
    assert_eq!(refusal, Refusal::Field { field: "words", problem: Problem::Empty });
    answers(&mut story, request, but("Fra januar"));
    assert_eq!(story.now::<Action>(thing).owner, Some(Owner::Helper(TEACHER)));
    let answer = story.now::<Request>(request).answer.unwrap();
    assert_eq!(answer, RequestAnswer::YesBut { on: story.moment.today, words: "Fra januar".into() });
}

#[test]
fn a_yes_before_the_familys_waits_for_the_family() {
    let mut story = Story::active();
    let thing = story.writes(coordinator(KARI), action("Plan"));
    let request = story.asks(TEACHER, SCHOOL, Some(thing));
    let yes = story.yes();
    answers(&mut story, request, yes);
    let now = story.now::<Action>(thing);
    assert_eq!((now.status, now.owner), (Proposed, Some(Owner::Helper(TEACHER))));
    story.does(citizen(MOTHER), story.moves(thing, AcceptedByFamily));
    assert_eq!(story.now::<Action>(thing).status, AcceptedByOwner, "both yeses are in");
}

#[test]
fn a_no_after_a_yes_takes_it_back_and_the_gap_shows() {
    for started in [false, true] {
        let (mut story, thing, request) = asked();
        let yes = story.yes();
        answers(&mut story, request, yes);
        if started {
            story.does(helper(TEACHER, SCHOOL), story.moves(thing, Started));
        }
        let no = story.later(5).no();
        answers(&mut story, request, no);
        let now = story.now::<Action>(thing);
        assert_eq!((now.status, now.owner, now.service), (AcceptedByFamily, None, None));
        assert_eq!(story.needs("action-without-owner"), Some(0));
        assert!(
            team(&story.all(), story.moment.today).is_empty(),
            "who does nothing here takes part no longer"
        );
    }
}

#[test]
fn who_takes_one_yes_back_and_has_another_task_stays_in_the_team() {
    let (mut story, _, first) = asked();
    let second = story.asks(TEACHER, SCHOOL, None);
    for request in [first, second] {
        let yes = story.yes();
        answers(&mut story, request, yes);
    }
    assert_eq!(team(&story.all(), story.moment.today).len(), 1, "a second yes makes no second place");
    let no = story.no();
    answers(&mut story, first, no);
    assert_eq!(team(&story.all(), story.moment.today).len(), 1);
}

#[test]
fn a_no_before_any_yes_changes_nothing_about_the_action() {
    let (mut story, thing, request) = asked();
    let before = story.seen(thing);
    let no = story.no();
    answers(&mut story, request, no);
    assert_eq!(story.seen(thing), before);
    let other =
        RequestAnswer::No { on: story.moment.today, reason: DeclineReason::Other, words: String::new() };
    let command = story.answers(request, other);
    let refusal = story.refuses(helper(TEACHER, SCHOOL), command);
    assert_eq!(refusal, Refusal::Field { field: "words", problem: Problem::Empty }, "other needs words");
}

#[test]
fn a_question_back_changes_no_owner() {
    let (mut story, thing, request) = asked();
    let yes = story.yes();
    answers(&mut story, request, yes);
    let back = story.asks_back();
    answers(&mut story, request, back);
    assert_eq!(story.now::<Action>(thing).owner, Some(Owner::Helper(TEACHER)));
}

#[test]
fn a_no_that_becomes_a_yes_does_not_take_the_action_from_another() {
    let (mut story, thing, request) = asked();
    let no = story.no();
    answers(&mut story, request, no);
    story.rewrites::<Action>(coordinator(KARI), thing, |action| action.owner = Some(Owner::Helper(NURSE)));
    let yes = story.yes();
    answers(&mut story, request, yes);
    assert_eq!(story.now::<Action>(thing).owner, Some(Owner::Helper(NURSE)));
}

#[test]
fn what_somebody_has_delivered_stays_delivered_when_another_says_yes() {
    let (mut story, thing, first) = asked();
    let yes = story.yes();
    answers(&mut story, first, yes);
    let second = story.asks(NURSE, HEALTH_STATION, Some(thing));
    story.does(helper(TEACHER, SCHOOL), story.moves(thing, Delivered));
    let command = story.answers(second, story.yes());
    story.does(helper(NURSE, HEALTH_STATION), command);
    let now = story.now::<Action>(thing);
    assert_eq!((now.status, now.owner), (Delivered, Some(Owner::Helper(TEACHER))));
}

#[test]
fn who_takes_over_a_started_action_has_accepted_and_not_started() {
    let (mut story, thing, first) = asked();
    let yes = story.yes();
    answers(&mut story, first, yes);
    story.does(helper(TEACHER, SCHOOL), story.moves(thing, Started));
    let second = story.asks(NURSE, HEALTH_STATION, Some(thing));
    assert_eq!(story.now::<Action>(thing).owner, Some(Owner::Helper(TEACHER)), "until the other says yes");
    let command = story.answers(second, story.yes());
    story.does(helper(NURSE, HEALTH_STATION), command);
    let now = story.now::<Action>(thing);
    assert_eq!((now.status, now.owner), (AcceptedByOwner, Some(Owner::Helper(NURSE))));
    assert_eq!(now.service, Some(HEALTH_STATION));
}

#[test]
fn one_is_asked_at_a_time_about_an_open_action_that_is_there() {
    let (mut story, thing, request_id) = asked();
    let due = after(story.moment.today, 3);
    let ask = |action| Command::Ask(request(NURSE, HEALTH_STATION, action, due));
    assert_eq!(story.refuses(coordinator(KARI), ask(Some(thing))), Refusal::Rule(Rule::OfferStands));
    let no = story.no();
    answers(&mut story, request_id, no);
    story.does(coordinator(KARI), ask(Some(thing)));
    let nowhere = Refusal::Field { field: "action", problem: Problem::Unknown };
    assert_eq!(story.refuses(coordinator(KARI), ask(Some(ThingId::new(999)))), nowhere);
    story.does(coordinator(KARI), story.moves(thing, Stopped));
    assert_eq!(story.refuses(coordinator(KARI), ask(Some(thing))), Refusal::Rule(Rule::ActionStep));
    let late = Command::Ask(request(NURSE, HEALTH_STATION, None, after(story.moment.today, -1)));
    let refusal = story.refuses(coordinator(KARI), late);
    assert_eq!(refusal, Refusal::Field { field: "reply_by", problem: Problem::Date });
}

#[test]
fn a_question_is_taken_back_with_a_reason_while_it_is_open() {
    let (mut story, thing, request) = asked();
    let take_back =
        |story: &Story, why: &str| Command::WithdrawRequest { request: story.seen(request), why: why.into() };
    let mute = take_back(&story, "");
    assert_eq!(story.refuses(coordinator(KARI), mute), Refusal::Rule(Rule::NeedsReason));
    let command = take_back(&story, "Løst på annen måte");
    story.does(coordinator(KARI), command);
    let again = take_back(&story, "Løst");
    assert_eq!(story.refuses(coordinator(KARI), again), Refusal::Rule(Rule::Withdrawn));
    let yes = story.answers(request, story.yes());
    assert_eq!(story.refuses(helper(TEACHER, SCHOOL), yes), Refusal::Rule(Rule::Withdrawn));
    assert_eq!(story.now::<Action>(thing).owner, None);

    let (mut story, _, request) = asked();
    let yes = story.yes();
    answers(&mut story, request, yes);
    let unask = Command::WithdrawRequest { request: story.seen(request), why: "Feil".into() };
    let refusal = story.refuses(coordinator(KARI), unask);
    assert_eq!(refusal, Refusal::Rule(Rule::AlreadyAnswered), "a yes is not unasked");
}

#[test]
fn a_question_tells_the_same_people_what_its_action_tells() {
    let mut story = Story::active();
    let boy = story.boy;
    let private = write(action("Snakke om det som skjedde"), &[boy], Audience::Coordinator);
    let thing = story.does(coordinator(KARI), private);
    let request = story.asks(NURSE, HEALTH_STATION, Some(thing));
    let yes = story.answers(request, story.yes());
    story.does(helper(NURSE, HEALTH_STATION), yes);
    let place = story.all().all::<Membership>().next().unwrap();
    for entry in [story.dossier.latest(request).unwrap(), place.entry] {
        assert_eq!(entry.subjects, [boy]);
        assert_eq!(entry.audience, Audience::Coordinator);
    }
}
