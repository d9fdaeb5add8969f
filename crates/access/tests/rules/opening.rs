//! The first time in a session that somebody at work opens a family's dossier, it is said for what.

use crate::support::story::*;
use crate::support::*;
use access::*;
use dossier::*;

const HASH: &str = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

/// Somebody who comes to look, in a session.
fn looks(who: Author, story: &Story, hash: &str) -> Visit {
    Visit { session: SessionKey::of(hash), ..visit(who, story.moment) }
}

fn opens(house: &House, visit: &Visit, story: &Story, purpose: Purpose) -> Result<(), Denied> {
    now(house.gate.open_for(visit, visit.session.unwrap(), story.dossier.family, purpose))
}

fn views(house: &House, visit: &Visit, story: &Story) -> Result<View, Denied> {
    now(house.gate.view(visit, story.dossier.family, "plan"))
}

fn told(lines: &std::sync::Mutex<Vec<Line>>) -> Vec<(&'static str, LineOutcome, usize)> {
    lines.lock().unwrap().iter().map(|line| (line.act, line.outcome, line.categories.len())).collect()
}

#[test]
fn r38_whoever_is_at_work_says_for_what_before_a_dossier_is_opened_and_nothing_is_shown_before() {
    let story = Story::active();
    let house = House::of(&[&story]);
    let kari = looks(coordinator(KARI), &story, HASH);
    let asked = |result: Result<View, Denied>| matches!(result, Err(Denied::Unopened(family)) if family == story.dossier.family);
    assert!(asked(views(&house, &kari, &story)));
    assert!(told(&house.memory.lines).is_empty(), "nothing was shown, so nobody has looked");

    opens(&house, &kari, &story, Purpose::Meeting).unwrap();
    assert!(views(&house, &kari, &story).is_ok());
    let lines = told(&house.memory.lines);
    assert_eq!(
        lines[0],
        ("open-for-meeting", LineOutcome::Seen, 0),
        "R90: the line is there before the view"
    );
    assert_eq!((lines[1].0, lines.len()), ("plan", 2));
    assert!(views(&house, &kari, &story).is_ok(), "once in a session is enough");

    let again = looks(coordinator(KARI), &story, &HASH.replace("00", "ff"));
    assert!(asked(views(&house, &again, &story)), "another session is asked anew");
}

#[test]
fn r38_what_is_said_opens_nothing_for_whoever_has_no_ground_and_tells_them_nothing() {
    let story = Story::active();
    let house = House::of(&[&story]);
    let mut nowhere = Story::active();
    nowhere.dossier = Dossier::fold(FamilyId::new(4242), []);
    for who in [coordinator(JONAS), helper(TEACHER, SCHOOL)] {
        let stranger = looks(who, &story, HASH);
        let shown = matches!(views(&house, &stranger, &story), Err(Denied::NotFound));
        assert!(shown, "not even that there is something to be asked about");
        for purpose in Purpose::ALL {
            for family in [&story, &nowhere] {
                assert!(matches!(opens(&house, &stranger, family, purpose), Err(Denied::NotFound)));
            }
        }
        assert!(matches!(views(&house, &stranger, &story), Err(Denied::NotFound)));
    }
    assert!(told(&house.memory.lines).is_empty());
    assert!(told(&house.memory.refused).iter().all(|(_, outcome, _)| *outcome == LineOutcome::Denied));
}

#[test]
fn r38_each_role_has_its_own_purposes_and_a_familys_members_are_not_asked() {
    let story = Story::active();
    let house = House::of(&[&story]);
    let kari = looks(coordinator(KARI), &story, HASH);
    for purpose in Purpose::ALL {
        assert_eq!(Purpose::from_code(purpose.code()), Some(purpose));
        let said = opens(&house, &kari, &story, purpose).is_ok();
        assert_eq!(said, Purpose::of(Role::Coordinator).contains(&purpose), "{purpose:?}");
    }
    assert!(views(&house, &looks(citizen(MOTHER), &story, HASH), &story).is_ok());
    // What the program does by itself has no session, and tells nobody anything.
    assert!(views(&house, &visit(coordinator(KARI), story.moment), &story).is_ok());
}

#[test]
fn r46_whoever_has_said_why_it_is_an_emergency_is_not_asked_again_while_it_lasts() {
    let mut story = Story::active();
    for who in [helper(NURSE, HEALTH_STATION), coordinator(KARI)] {
        let before = House::of(&[&story]);
        assert!(views(&before, &looks(who, &story, HASH), &story).is_err(), "{who:?}");
        story.does(who, Command::OpenInEmergency { why: "Han kramper".into(), untold: None });
        let house = House::of(&[&story]);
        assert!(
            views(&house, &looks(who, &story, HASH), &story).is_ok(),
            "also of whoever has another ground: {who:?}"
        );
    }
    story.later(2);
    let asked = views(&House::of(&[&story]), &looks(coordinator(KARI), &story, HASH), &story);
    assert!(matches!(asked, Err(Denied::Unopened(_))), "and when it is over, as everybody");
}
