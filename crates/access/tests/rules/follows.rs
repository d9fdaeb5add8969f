//! What pages keep beside a view is gone as soon as anything that it stands on is another.

use crate::support::story::*;
use crate::support::*;
use access::*;
use dossier::*;
use std::sync::Arc;

/// Counts the goals that a reader sees, and how often that had to be counted.
struct Counting {
    house: House,
    counted: u32,
}

impl Counting {
    fn of(story: &Story) -> Self {
        Self { house: House::of(&[story]), counted: 0 }
    }

    fn goals(&mut self, who: Author, story: &Story, under: &'static str) -> Option<usize> {
        let view = self.house.view(who, story).ok()?;
        let found = view.once(under, || {
            self.counted += 1;
            view.sees().all::<Goal>().count()
        });
        Some(*found)
    }

    fn stands(&self, story: &Story) {
        let dossier = Arc::new(story.dossier.clone());
        self.house.memory.dossiers.lock().unwrap().insert(story.dossier.family, dossier);
    }
}

#[test]
fn what_follows_is_found_once_while_nothing_changes_and_anew_for_another_reader_or_language() {
    let mut story = Story::active();
    story.writes(coordinator(KARI), goal("Ro"));
    let mut pages = Counting::of(&story);
    for _ in 0..3 {
        assert_eq!(pages.goals(coordinator(KARI), &story, "nb"), Some(1));
    }
    assert_eq!(pages.counted, 1);
    pages.goals(coordinator(KARI), &story, "nn");
    assert_eq!(pages.counted, 2, "another language");
    pages.goals(citizen(MOTHER), &story, "nn");
    assert_eq!(pages.counted, 3, "another reader");
}

#[test]
fn what_follows_is_found_anew_when_something_is_written_and_on_another_day() {
    let mut story = Story::active();
    story.writes(coordinator(KARI), goal("Ro"));
    let mut pages = Counting::of(&story);
    assert_eq!(pages.goals(coordinator(KARI), &story, "nb"), Some(1));
    story.writes(coordinator(KARI), goal("Søvn"));
    pages.stands(&story);
    assert_eq!(pages.goals(coordinator(KARI), &story, "nb"), Some(2));
    let before = pages.counted;
    story.on("2026-11-20");
    assert_eq!(pages.goals(coordinator(KARI), &story, "nb"), Some(2));
    assert_eq!(pages.counted, before + 1, "the same is seen, on another day");
}

#[test]
fn what_follows_is_gone_with_the_consent_that_it_stood_on() {
    const TEACHES: Author = helper(TEACHER, SCHOOL);
    let mut story = Story::active();
    let (boy, today) = (story.boy, story.moment.today);
    story.writes(coordinator(KARI), membership(TEACHER, SCHOOL, today));
    story.writes_about(coordinator(KARI), goal("Ro"), &[boy]);
    let until = day("2026-11-20");
    let mut yes = Vec::new();
    for (account, parent) in [(MOTHER, story.mother), (FATHER, story.father)] {
        let until_then = Consent { until, ..consent(boy, parent, &[Category::PlanCore], today) };
        yes.push(story.writes(citizen(account), until_then));
    }
    let mut pages = Counting::of(&story);
    assert_eq!(pages.goals(TEACHES, &story, "nb"), Some(1));
    // By the calendar alone: nothing is written.
    assert_eq!(pages.goals(TEACHES, story.on("2026-11-21"), "nb"), Some(0));
    assert_eq!(pages.goals(TEACHES, story.on("2026-11-20"), "nb"), Some(1));
    story.rewrites::<Consent>(citizen(MOTHER), yes[0], |it| it.withdrawn = Some(until));
    pages.stands(&story);
    assert_eq!(pages.goals(TEACHES, &story, "nb"), Some(0), "the very next request");
}

#[test]
fn a_role_that_ends_is_gone_in_the_next_request_though_nothing_is_written_in_the_family() {
    let story = Story::active();
    let house = House::of(&[&story]);
    for _ in 0..2 {
        assert!(house.view(coordinator(KARI), &story).is_ok());
    }
    *house.memory.people.lock().unwrap() = Arc::new(Directory::new(Vec::new(), Vec::new()));
    assert!(matches!(house.view(coordinator(KARI), &story), Err(Denied::NotFound)));
}

#[test]
fn what_was_opened_in_an_emergency_closes_at_its_hour_also_when_it_was_seen_a_moment_before() {
    let mut story = Story::active();
    let opened = story.moment;
    let until = opened.at + jiff::SignedDuration::from_hours(1);
    let nurse = helper(NURSE, HEALTH_STATION);
    let (helper, service, why) = (NURSE, HEALTH_STATION, "Brann".to_owned());
    let emergency = Emergency { helper, service, why, until, untold: None, checked: None };
    files(&mut story, nurse, emergency, &[], Category::Audit);
    let house = House::of(&[&story]);
    let sees = |minutes| {
        let moment = Moment::of(opened.at + jiff::SignedDuration::from_mins(minutes));
        let visit = visit(nurse, moment);
        now(house.gate.view(&visit, story.dossier.family, "plan")).is_ok()
    };
    assert_eq!([0, 59, 60, 61, 59].map(sees), [true, true, false, false, true]);
}

#[test]
fn another_directory_is_another_edition_and_the_same_one_is_not() {
    let directory = || Arc::new(Directory::new(Vec::new(), Vec::new()));
    let (one, other) = (directory(), directory());
    assert!(Edition::of(&one) == Edition::of(&Arc::clone(&one)));
    assert!(Edition::of(&one) != Edition::of(&other));
    let gone = Edition::of(&one);
    drop(one);
    assert!(Edition::of(&directory()) != gone, "also where the first one stood");
}
