//! What a family needs its coordinator for: each reason with its boundary days, and the order.
//!
//! The family became active on Monday 2 November 2026. The limits are those that Veven is shipped with.

use crate::story::*;
use dossier::*;

/// A story with contact today and a step ahead, in which nothing needs the coordinator.
fn calm() -> Story {
    let mut story = Story::active();
    let today = story.moment.today;
    story.writes(coordinator(KARI), contact(ContactKind::Visit, today));
    story.writes(coordinator(KARI), meeting("2027-01-15"));
    assert_eq!(story.attention(), []);
    story
}

/// Goes through days and tells on which of them a reason is there.
fn days_with(story: &mut Story, code: &str, days: &[&str]) -> Vec<bool> {
    days.iter().map(|day| story.on(day).needs(code).is_some()).collect()
}

#[test]
fn a_calm_family_needs_nothing() {
    calm();
}

#[test]
fn own_words_without_an_answer_are_there_from_the_first_day() {
    let mut story = calm();
    let girl = story.girl;
    let said = story.writes(citizen(GIRL), voice(girl, "Jeg vil bytte klasse"));
    assert_eq!(story.attention(), [("voice-unanswered", 0)]);
    assert_eq!(story.later(4).needs("voice-unanswered"), Some(4));
    story.writes(coordinator(KARI), reply(said, "Vi snakker med skolen på torsdag"));
    assert_eq!(story.attention(), []);
}

#[test]
fn a_familys_own_further_words_are_no_answer() {
    let mut story = calm();
    let girl = story.girl;
    let said = story.writes(citizen(GIRL), voice(girl, "Jeg vil bytte klasse"));
    story.writes(citizen(GIRL), reply(said, "Er det noen der?"));
    story.writes(citizen(MOTHER), reply(said, "Hun mener det"));
    assert!(story.needs("voice-unanswered").is_some());
    story.writes(coordinator(KARI), reply(said, "Ja"));
    assert_eq!(story.needs("voice-unanswered"), None);
    story.writes(citizen(GIRL), reply(said, "Men det hjalp ikke"));
    assert!(story.needs("voice-unanswered").is_some(), "the last word is hers");
    story.writes(coordinator(KARI), reply(said, "Da prøver vi noe annet"));
    assert_eq!(story.needs("voice-unanswered"), None);
    story.rewrites::<Voice>(citizen(GIRL), said, |it| it.words = "Jeg vil bytte skole".into());
    assert!(story.needs("voice-unanswered").is_some(), "what is said anew is answered anew");
}

#[test]
fn an_acute_need_without_action_stands_on_top_after_two_days() {
    let mut story = calm();
    let thing = story.writes(coordinator(KARI), acute("Strømmen stenges"));
    let urgency = |story: &Story| {
        let found = attention(&story.all(), story.moment, &story.limits());
        let of = |it: &&Attention| it.reason == Reason::AcuteNeedWithoutAction(thing.into());
        found.iter().find(of).map(|it| (it.urgency, it.days))
    };
    let found: Vec<_> = ["2026-11-02", "2026-11-03", "2026-11-04", "2026-11-05"]
        .map(|day| urgency(story.on(day)).unwrap())
        .into();
    use Urgency::*;
    assert_eq!(found, [(Gap, 0), (Gap, 1), (Now, 2), (Now, 3)]);
    assert_eq!(story.needs("need-without-owner"), None, "it is told once, in the stronger words");
}

#[test]
fn an_acute_need_is_met_by_an_action_that_the_family_has_accepted_and_somebody_owns() {
    let mut story = calm();
    let thing = story.writes(coordinator(KARI), acute("Strømmen stenges"));
    let code = "acute-need-without-action";
    let for_need = Action { need: Some(thing.into()), ..action("Nødhjelp") };
    let action = story.writes(coordinator(KARI), for_need);
    assert!(story.needs(code).is_some(), "a proposal without owner is no action yet");
    story.rewrites::<Action>(coordinator(KARI), action, |it| it.owner = Some(Owner::Helper(KARI)));
    assert!(story.needs(code).is_some(), "the family has not said yes");
    story.does(citizen(MOTHER), story.moves(action, ActionStatus::AcceptedByFamily));
    assert_eq!(story.needs(code), None);
    story.does(coordinator(KARI), story.moves(action, ActionStatus::Stopped));
    assert!(story.needs(code).is_some(), "stopped is not done");
}

#[test]
fn no_acute_need_is_ever_nobodys_even_when_its_only_action_is_done() {
    let mut story = calm();
    let thing = story.writes(coordinator(KARI), acute("Strømmen stenges"));
    let owner = Some(Owner::Helper(KARI));
    let for_need = Action { need: Some(thing.into()), owner, ..action("Nødhjelp") };
    let action = story.writes(coordinator(KARI), for_need);
    story.does(citizen(MOTHER), story.moves(action, ActionStatus::AcceptedByFamily));
    story.later(3);
    story.does(coordinator(KARI), story.moves(action, ActionStatus::Done));
    assert_eq!(story.needs("need-without-owner"), Some(0), "done, and the need is still there");
    story.rewrites::<Need>(coordinator(KARI), thing, |it| {
        it.settled = Some(settled(day("2026-11-05"), true));
    });
    assert_eq!(story.needs("need-without-owner"), None);
}

#[test]
fn an_action_is_late_the_day_after_its_date_until_it_is_delivered() {
    let mut story = calm();
    let (due, owner) = (Some(day("2026-11-05")), Some(Owner::Helper(KARI)));
    let thing = story.writes(coordinator(KARI), Action { due, owner, ..action("Søke støtte") });
    story.does(citizen(MOTHER), story.moves(thing, ActionStatus::AcceptedByFamily));
    story.does(coordinator(KARI), story.moves(thing, ActionStatus::Started));
    let late = days_with(&mut story, "action-late", &["2026-11-04", "2026-11-05", "2026-11-06"]);
    assert_eq!(late, [false, false, true]);
    assert_eq!(story.needs("action-late"), Some(1));
    story.does(coordinator(KARI), story.moves(thing, ActionStatus::Delivered));
    assert_eq!(story.needs("action-late"), None);
}

#[test]
fn an_action_past_its_date_is_late_also_when_nobody_owns_it() {
    let mut story = calm();
    let due = Some(day("2026-11-05"));
    story.writes(coordinator(KARI), Action { due, ..action("Søke støtte") });
    story.on("2026-11-06");
    assert_eq!(story.attention(), [("action-late", 1), ("action-without-owner", 4)]);
}

#[test]
fn a_helper_who_has_not_answered_shows_the_day_after_the_answer_was_due() {
    let mut story = calm();
    let request = story.asks(TEACHER, SCHOOL, None);
    assert_eq!(story.now::<Request>(request).reply_by, day("2026-11-05"));
    let late = days_with(&mut story, "request-late", &["2026-11-04", "2026-11-05", "2026-11-06"]);
    assert_eq!(late, [false, false, true]);
    let no = story.answers(request, story.no());
    story.does(helper(TEACHER, SCHOOL), no);
    assert_eq!(story.attention(), []);
}

#[test]
fn the_clock_stands_while_the_coordinator_has_the_word() {
    let mut story = calm();
    let request = story.asks(TEACHER, SCHOOL, None);
    story.on("2026-11-04");
    let back = story.answers(request, story.asks_back());
    story.does(helper(TEACHER, SCHOOL), back);
    assert_eq!(story.needs("asked-back"), Some(0), "the word is with the coordinator");
    story.on("2026-11-11");
    assert_eq!((story.needs("request-late"), story.needs("asked-back")), (None, Some(7)));
    story.writes(coordinator(KARI), reply(request, "Klasse 3B"));
    assert_eq!((story.needs("request-late"), story.needs("asked-back")), (None, None));
    let due = |story: &Story| {
        let found = story.all().find::<Request>(request).unwrap();
        answer_due(&story.all(), &found)
    };
    assert_eq!(due(&story), day("2026-11-12"), "seven days stood the clock");
    let late = days_with(&mut story, "request-late", &["2026-11-12", "2026-11-13"]);
    assert_eq!(late, [false, true]);

    let back = story.answers(request, story.asks_back());
    story.does(helper(TEACHER, SCHOOL), back);
    story.on("2026-11-16").writes(coordinator(KARI), reply(request, "Etter lunsj"));
    assert_eq!(due(&story), day("2026-11-15"), "each question back stops it for as long as it lasts");

    for on in ["2026-11-17", "2026-11-18"] {
        let back = story.on(on).asks_back();
        let back = story.answers(request, back);
        story.does(helper(TEACHER, SCHOOL), back);
    }
    story.on("2026-11-20").writes(coordinator(KARI), reply(request, "Ute"));
    assert_eq!(due(&story), day("2026-11-18"), "asking back twice before an answer is asking once");
}

#[test]
fn who_was_made_owner_and_has_not_said_yes_shows_after_three_working_days() {
    let mut story = calm();
    let owner = Some(Owner::Helper(TEACHER));
    let thing = story.writes(coordinator(KARI), Action { owner, ..action("Plan") });
    story.later(2);
    story.does(citizen(MOTHER), story.moves(thing, ActionStatus::AcceptedByFamily));
    // The family's yes came on Wednesday 4 November; three working days after is Monday.
    let silent = days_with(&mut story, "owner-silent", &["2026-11-08", "2026-11-09", "2026-11-10"]);
    assert_eq!(silent, [false, false, true]);
    story.asks(TEACHER, SCHOOL, Some(thing));
    assert_eq!(story.needs("owner-silent"), None, "the question has a deadline of its own");
    story.does(helper(TEACHER, SCHOOL), story.moves(thing, ActionStatus::AcceptedByOwner));
    assert_eq!(story.on("2026-11-12").needs("owner-silent"), None);
}

#[test]
fn an_offer_is_late_the_day_after_its_working_days_in_every_phase() {
    let mut story = Story::offered();
    let days = ["2026-11-03", "2026-11-04", "2026-11-05"];
    assert_eq!(days_with(&mut story, "offer-late", &days), [false, false, true], "before there is a lead");
    let mut story = calm();
    story.does(coordinator(KARI), offer(JONAS));
    assert_eq!(days_with(&mut story, "offer-late", &days), [false, false, true], "a handover");
    story.does(coordinator(JONAS), coordinator_says(true));
    assert_eq!(story.needs("offer-late"), None);
}

#[test]
fn a_stand_in_who_has_not_answered_shows_when_the_first_day_comes() {
    let mut story = calm();
    let ask = Command::AskStandIn { actor: JONAS, from: day("2026-11-09"), until: day("2026-11-13") };
    story.does(coordinator(KARI), ask);
    let days = ["2026-11-08", "2026-11-09", "2026-11-13", "2026-11-14"];
    assert_eq!(days_with(&mut story, "offer-late", &days), [false, true, true, false]);
    story.on("2026-11-09");
    story.does(coordinator(JONAS), Command::AnswerStandIn { yes: true, words: String::new() });
    assert_eq!(story.needs("offer-late"), None);
}

#[test]
fn needs_and_actions_without_an_owner_show_at_once_with_their_age() {
    let mut story = calm();
    let need_id = story.writes(coordinator(KARI), need("Avlastning"));
    let action_id = story.later(2).writes(coordinator(KARI), action("Finne besøkshjem"));
    assert_eq!(story.attention(), [("need-without-owner", 2), ("action-without-owner", 0)]);
    let kari = Some(Owner::Helper(KARI));
    story.rewrites::<Need>(coordinator(KARI), need_id, |it| it.owner = kari);
    story.rewrites::<Action>(coordinator(KARI), action_id, |it| it.owner = kari);
    assert_eq!(story.attention(), []);
}

#[test]
fn silence_shows_the_day_after_it_is_longer_than_agreed() {
    let mut story = calm();
    let around = ["2026-11-15", "2026-11-16", "2026-11-17"];
    assert_eq!(
        days_with(&mut story, "silence", &around),
        [false, false, true],
        "14 days when nothing is agreed"
    );
    assert_eq!(story.needs("silence"), Some(15));
    story.on("2026-11-02").writes(coordinator(KARI), Rhythm { days: 7 });
    let around = ["2026-11-08", "2026-11-09", "2026-11-10"];
    assert_eq!(days_with(&mut story, "silence", &around), [false, false, true], "7 days are agreed");
    story.on("2026-11-09").writes(coordinator(KARI), contact(ContactKind::Attempt, day("2026-11-09")));
    assert!(story.on("2026-11-10").needs("silence").is_some(), "who was not reached was not met");
    story.writes(coordinator(KARI), contact(ContactKind::Call, day("2026-11-10")));
    assert_eq!(days_with(&mut story, "silence", &["2026-11-17", "2026-11-18"]), [false, true]);
}

#[test]
fn a_meeting_that_was_held_is_contact_and_one_that_was_called_off_is_none() {
    for (met, silent) in [(true, false), (false, true)] {
        let mut story = calm();
        let thing = story.on("2026-11-10").writes(coordinator(KARI), meeting("2026-11-10"));
        story.rewrites::<Meeting>(coordinator(KARI), thing, |it| {
            it.settled = Some(settled(day("2026-11-10"), met));
        });
        assert_eq!(story.on("2026-11-17").needs("silence").is_some(), silent);
    }
}

#[test]
fn a_family_without_a_dated_step_ahead_shows_with_the_days_since_the_last_one() {
    let mut story = Story::active();
    let today = story.moment.today;
    story.writes(coordinator(KARI), contact(ContactKind::Visit, today));
    assert_eq!(story.later(3).attention(), [("no-next-step", 3)], "since it became active");
    story.writes(coordinator(KARI), meeting("2026-11-09"));
    let days = ["2026-11-08", "2026-11-09", "2026-11-10", "2026-11-12"];
    assert_eq!(days_with(&mut story, "no-next-step", &days), [false, false, true, true]);
    assert_eq!(story.needs("no-next-step"), Some(3), "three days after the meeting");
}

#[test]
fn a_question_that_somebody_has_to_answer_or_an_owned_action_with_a_date_is_a_next_step() {
    let steps: [fn(&mut Story) -> ThingId; 2] = [
        |story| story.asks(TEACHER, SCHOOL, None),
        |story| {
            let (due, owner) = (Some(day("2026-11-05")), Some(Owner::Helper(KARI)));
            story.writes(coordinator(KARI), Action { due, owner, ..action("Ringe") })
        },
    ];
    for step in steps {
        let mut story = Story::active();
        step(&mut story);
        let days = ["2026-11-05", "2026-11-06"];
        assert_eq!(days_with(&mut story, "no-next-step", &days), [false, true]);
    }
}

#[test]
fn a_meeting_shows_from_a_week_ahead_until_the_day() {
    let mut story = calm();
    story.writes(coordinator(KARI), meeting("2026-11-12"));
    let days = ["2026-11-04", "2026-11-05", "2026-11-12", "2026-11-13"];
    assert_eq!(days_with(&mut story, "meeting-soon", &days), [false, true, true, false]);
    assert_eq!(story.on("2026-11-09").needs("meeting-soon"), Some(3), "days until then");
}

#[test]
fn a_review_of_the_plan_is_due_half_a_year_after_the_last_one() {
    let due = after(day("2026-11-02"), 180);
    let around = [after(due, -1), due, after(due, 1)].map(|day| day.to_string());
    let around: Vec<&str> = around.iter().map(String::as_str).collect();
    let mut story = calm();
    assert_eq!(days_with(&mut story, "review-due", &around), [false, false, true]);

    let review = |story: &mut Story, at: &str, met: Option<bool>| {
        let planned = Meeting { review: true, ..meeting(at) };
        let thing = story.writes(coordinator(KARI), planned);
        if let Some(met) = met {
            story.on(at).rewrites::<Meeting>(coordinator(KARI), thing, |it| {
                it.settled = Some(settled(day(at), met));
            });
        }
    };
    let after_due = around[2];
    for (at, met, still_due) in [
        ("2027-02-01", Some(true), false),
        ("2027-02-01", Some(false), true),
        ("2027-02-01", None, true),
        ("2027-05-10", None, false),
    ] {
        let mut story = calm();
        review(&mut story, at, met);
        assert_eq!(story.on(after_due).needs("review-due").is_some(), still_due, "{at} {met:?}");
    }
    let mut story = calm();
    let mother = story.mother;
    let agreed = Agreement { by: mother, on: day("2027-02-01"), how: String::new() };
    story.on("2027-02-01").writes(citizen(MOTHER), agreed);
    assert_eq!(story.on(after_due).needs("review-due"), None, "a yes to the plan as it stands is a review");
}

#[test]
fn the_order_is_who_waits_then_what_is_late_then_what_is_nobodys_then_what_is_planned() {
    let mut story = calm();
    let girl = story.girl;
    story.writes(coordinator(KARI), acute("Strømmen stenges"));
    story.writes(coordinator(KARI), need("Avlastning"));
    story.asks(TEACHER, SCHOOL, None);
    let (due, owner) = (Some(day("2026-11-04")), Some(Owner::Helper(KARI)));
    let late = story.writes(coordinator(KARI), Action { due, owner, ..action("Ringe") });
    story.does(citizen(MOTHER), story.moves(late, ActionStatus::AcceptedByFamily));
    story.does(coordinator(KARI), story.moves(late, ActionStatus::Started));
    story.on("2026-11-05").writes(citizen(GIRL), voice(girl, "Hei"));
    story.writes(coordinator(KARI), meeting("2026-11-16"));
    story.writes(coordinator(KARI), meeting("2026-11-12"));
    story.on("2026-11-09");
    assert_eq!(
        story.attention(),
        [
            ("acute-need-without-action", 7),
            ("voice-unanswered", 4),
            ("action-late", 5),
            ("request-late", 4),
            ("need-without-owner", 7),
            ("meeting-soon", 3),
            ("meeting-soon", 7),
        ]
    );
}

#[test]
fn a_review_that_should_have_been_goes_before_what_is_still_to_come() {
    let mut story = calm();
    story.writes(coordinator(KARI), meeting("2027-05-05"));
    let long_after = after(day("2026-11-02"), 183);
    story.on(&long_after.to_string());
    story.writes(coordinator(KARI), contact(ContactKind::Call, long_after));
    assert_eq!(story.attention(), [("duty-untouched", 93), ("review-due", 3), ("meeting-soon", 1)]);
}

#[test]
fn a_family_that_waits_or_is_done_needs_no_coordinator() {
    let mut closed = Story::active();
    closed.writes(coordinator(KARI), acute("x"));
    closed.does(coordinator(KARI), closes(CloseReason::OwnWish));
    for mut story in [Story::asked(), Story::queued(), closed] {
        assert_eq!(story.later(400).attention(), [], "{}", story.phase());
    }
}

#[test]
fn what_somebody_may_not_see_is_no_reason_for_that_person() {
    let mut story = calm();
    let girl = story.girl;
    story.writes_for(citizen(GIRL), voice(girl, "Hei"), &[girl], Audience::Coordinator);
    let open: Vec<Shown> = story
        .dossier
        .classes()
        .iter()
        .map(|class| if class.audience == Audience::Coordinator { Shown::No } else { Shown::Whole })
        .collect();
    let open = Open { classes: open, ..Open::default() };
    let part = Extract::of(&story.dossier, &open);
    assert_eq!(attention(&part, story.moment, &story.limits()), []);
}
