//! What is a helper's own, and opens only while it is open; and what is kept to the coordinator, at work.

use crate::support::story::*;
use crate::support::*;
use dossier::*;

/// A volunteer with one action that goes on as long as the story does.
fn with_neighbour() -> Story {
    let mut story = Story::active();
    story.writes(coordinator(KARI), neighbours("Kjøre til trening"));
    story
}

fn neighbours(words: &str) -> Action {
    Action { owner: Some(Owner::Helper(NEIGHBOUR)), ..action(words) }
}

fn sees_it(story: &Story, thing: ThingId) -> bool {
    sees(volunteer(NEIGHBOUR), story, thing)
}

#[test]
fn r72_what_is_over_is_closed_also_to_a_helper_with_something_else_to_do() {
    let mut story = with_neighbour();
    let today = story.moment.today;
    let done = story.writes(coordinator(KARI), neighbours("Handle mat"));
    let settled_need = Need { owner: Some(Owner::Helper(NEIGHBOUR)), ..need("Leksehjelp") };
    let settled_need = story.writes(coordinator(KARI), settled_need);
    let asked = story.asks(NEIGHBOUR, FAMILY_TEAM, None);
    let held = Meeting { helpers: vec![NEIGHBOUR], ..meeting("2026-11-09") };
    let held = story.writes(coordinator(KARI), held);
    let left = story.writes(coordinator(KARI), membership(NEIGHBOUR, RED_CROSS, today));
    for thing in [done, settled_need, asked, held, left] {
        assert!(sees_it(&story, thing), "while it is open");
    }
    let stopped = story.moves(done, ActionStatus::Stopped);
    story.does(coordinator(KARI), stopped);
    story.rewrites::<Need>(coordinator(KARI), settled_need, |it| it.settled = Some(settled(today, true)));
    let no = story.answers(asked, story.no());
    story.does(volunteer(NEIGHBOUR), no);
    story.rewrites::<Membership>(coordinator(KARI), left, |it| it.until = Some(today));
    story.on("2026-11-10");
    for thing in [done, settled_need, asked, held, left] {
        assert!(!sees_it(&story, thing), "and no longer: {:?}", story.all().payload(thing));
        assert!(view(volunteer(NEIGHBOUR), &story).unwrap().sees().versions(thing).is_empty());
    }
}

#[test]
fn r10_what_was_said_yes_to_is_seen_with_its_question_until_it_is_done() {
    let mut story = with_neighbour();
    let taken = story.writes(coordinator(KARI), action("Følge til legen"));
    let asked = story.asks(NEIGHBOUR, FAMILY_TEAM, Some(taken));
    let back = story.answers(asked, story.asks_back());
    story.does(volunteer(NEIGHBOUR), back);
    let answer = story.writes(coordinator(KARI), reply(asked, "Tirsdag"));
    let yes = story.answers(asked, story.yes());
    story.does(volunteer(NEIGHBOUR), yes);
    assert_eq!(story.now::<Action>(taken).owner, Some(Owner::Helper(NEIGHBOUR)));
    assert!([taken, asked, answer].iter().all(|thing| sees_it(&story, *thing)));
    let stopped = story.moves(taken, ActionStatus::Stopped);
    story.does(coordinator(KARI), stopped);
    assert!([taken, asked, answer].iter().all(|thing| !sees_it(&story, *thing)));
}

#[test]
fn r20_what_is_kept_to_the_coordinator_is_not_for_those_who_answer_requests() {
    let mut story = Story::queued();
    let girl = story.girl;
    let mut kept = story.writes_for(citizen(GIRL), goal("Bo hos tante"), &[girl], Audience::Coordinator);
    let entry = story.dossier.latest(kept).unwrap().clone();
    for category in [Category::Contact, Category::ServiceLink] {
        kept = ThingId::new(kept.raw() + 1);
        story.record(vec![Entry { thing: kept, category, seq: entry.seq + 1, ..entry.clone() }]);
        assert!(!sees(intake(), &story, kept), "{category:?}");
    }
    story.does(intake(), offer(KARI));
    assert!(view(coordinator(KARI), &story).is_some() && !sees(coordinator(KARI), &story, kept));
    story.does(citizen(MOTHER), family_says(true));
    story.does(coordinator(KARI), coordinator_says(true));
    assert!(sees(coordinator(KARI), &story, kept), "with both yeses it is hers to read");
}
