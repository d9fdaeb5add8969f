//! Disagreement (R77), one parent's word on an exception in law (R64), and what is best for the child (R19).

use crate::support::story::*;
use crate::support::*;
use access::consent::{Stands, stands};
use access::*;
use dossier::*;

const TEACHES: Author = helper(TEACHER, SCHOOL);

fn disagreement(story: &Story, told: Vec<PersonId>) -> Disagreement {
    let untold = if told.is_empty() { "Først hver for seg.".into() } else { String::new() };
    Disagreement {
        children: vec![story.boy],
        matter: "Om skolen skal se målene".into(),
        categories: vec![Category::PlanCore],
        on: story.moment.today,
        law: "disagree-ask-again".into(),
        best: "At han slipper å velge side".into(),
        outcome: DisagreementOutcome::Open,
        result: String::new(),
        settled: None,
        review: Some(after(story.moment.today, 14)),
        told,
        untold,
        undone: None,
    }
}

fn disagrees(story: &Story, disagreement: Disagreement) -> Command {
    let heard = |who, words: &str| Heard { who, how: HeardHow::Spoken, words: words.into() };
    let heard = vec![
        heard(story.mother, "Ja"),
        heard(story.father, "Nei"),
        heard(disagreement.children[0], "Vet ikke"),
    ];
    Command::Disagree { replaces: None, disagreement: Box::new(disagreement), heard }
}

/// What each means.
fn stance(story: &Story, who: PersonId) -> ThingId {
    story.all().all::<Stance>().find(|it| it.is.who == who).unwrap().id()
}

/// The teacher is in the team, and everybody has said yes to everything.
fn open() -> Story {
    let mut story = Story::active();
    let today = story.moment.today;
    story.writes(coordinator(KARI), membership(TEACHER, SCHOOL, today));
    for (account, parent) in [(MOTHER, story.mother), (FATHER, story.father)] {
        for about in [story.boy, parent] {
            story.writes(citizen(account), consent(about, parent, Category::ALL, today));
        }
    }
    story
}

#[test]
fn r77_a_disagreement_is_read_by_those_who_are_told_and_each_view_by_the_one_whose_it_is() {
    let mut story = open();
    let command = disagrees(&story, disagreement(&story, vec![story.mother]));
    let it = story.does(coordinator(KARI), command);
    let (hers, his, boys) =
        (stance(&story, story.mother), stance(&story, story.father), stance(&story, story.boy));
    for thing in [it, hers, his, boys] {
        assert!(sees(coordinator(KARI), &story, thing));
        for other in [TEACHES, coordinator(JONAS), intake(), citizen(GIRL)] {
            assert!(!sees(other, &story, thing), "{other:?}");
        }
    }
    assert_eq!(
        [it, hers, his, boys].map(|thing| sees(citizen(MOTHER), &story, thing)),
        [true, true, false, false]
    );
    assert_eq!(
        [it, hers, his, boys].map(|thing| sees(citizen(FATHER), &story, thing)),
        [false, false, true, false]
    );
    // That nobody was told yet, and why, stays with the coordinator when they are told.
    let command = disagrees(&story, disagreement(&story, vec![]));
    let later = story.does(coordinator(KARI), command);
    assert!(!sees(citizen(FATHER), &story, later) && !sees(citizen(MOTHER), &story, later));
    let father = story.father;
    story.rewrites::<Disagreement>(coordinator(KARI), later, |it| {
        (it.told, it.untold) = (vec![father], String::new());
    });
    let view = view(citizen(FATHER), &story).unwrap();
    assert_eq!(view.sees().versions(later).len(), 1, "the version with the reason is not his");
}

#[test]
fn r64_r77_writing_a_disagreement_down_opens_nothing_whatever_came_of_it() {
    let mut story = Story::active();
    let (boy, mother, father, today) = (story.boy, story.mother, story.father, story.moment.today);
    story.writes(coordinator(KARI), membership(TEACHER, SCHOOL, today));
    let thing = story.writes_about(coordinator(KARI), goal("x"), &[boy]);
    let kinds = [Category::PlanCore];
    story.writes(citizen(MOTHER), consent(boy, mother, &kinds, today));
    story.writes(citizen(FATHER), Consent { refused: true, ..consent(boy, father, &kinds, today) });
    let decided = Disagreement {
        law: "disagree-home".into(),
        outcome: DisagreementOutcome::Decided,
        result: "Mor bestemmer dette, gutten bor hos henne".into(),
        settled: Some(today),
        review: None,
        ..disagreement(&story, vec![mother, father])
    };
    let command = disagrees(&story, decided);
    story.does(coordinator(KARI), command);
    let state =
        stands(&story.all(), boy, (SCHOOL, None), Category::PlanCore, story.moment.today, &story.limits());
    assert_eq!(state, Stands::Disagreement(vec![father]));
    assert!(!sees(TEACHES, &story, thing));
    // One thing is told on the ground that the route names, with its reason and what is best for the child.
    let ground = House::of(&[&story])
        .gate
        .rules()
        .legal_grounds(GroundFor::Disagreement, today)
        .find(|it| it.code == "disagree-home")
        .and_then(|it| it.release.clone())
        .unwrap();
    let words = || "x".to_owned();
    let release = Release {
        thing,
        to: Recipient::Service(SCHOOL),
        law: ground,
        purpose: words(),
        need: words(),
        asked: words(),
        best: words(),
        until: after(today, 30),
        ended: None,
    };
    let command = write(release, &[], Audience::Ordinary);
    House::of(&[&story]).acts(coordinator(KARI), &story, command.clone()).unwrap();
    story.does(coordinator(KARI), command);
    assert!(sees(TEACHES, &story, thing));
}

#[test]
fn r64_every_ground_that_a_route_names_is_a_ground_of_release_on_every_day_of_the_rules() {
    let house = House::of(&[]);
    let day = Story::active().moment.today;
    let rules = house.gate.rules();
    let mut named =
        rules.legal_grounds(GroundFor::Disagreement, day).filter_map(|it| it.release.as_ref()).peekable();
    assert!(named.peek().is_some());
    for code in named {
        assert!(rules.legal_grounds(GroundFor::Release, day).any(|it| it.code == *code), "{code}");
    }
}

#[test]
fn r77_only_whoever_holds_the_whole_writes_a_disagreement_down_on_a_route_in_force() {
    let mut story = open();
    let tries = |story: &Story, who: Author, it: Disagreement| {
        House::of(&[story]).acts(who, story, disagrees(story, it))
    };
    let full = disagreement(&story, vec![story.mother]);
    assert!(tries(&story, coordinator(KARI), full.clone()).is_ok());
    for other in [citizen(MOTHER), citizen(FATHER), TEACHES, coordinator(JONAS), intake()] {
        assert!(tries(&story, other, full.clone()).is_err(), "{other:?}");
    }
    for law in ["one-parent-home", "finnes-ikke"] {
        let refused = tries(&story, coordinator(KARI), Disagreement { law: law.into(), ..full.clone() });
        assert!(
            matches!(refused, Err(ActError::Refused(Refusal::Field { field: "law", .. }))),
            "{law}: {refused:?}"
        );
    }
    let nobody = Disagreement { children: vec![PersonId::new(999)], ..full.clone() };
    assert!(matches!(tries(&story, coordinator(KARI), nobody), Err(ActError::NotFound)));
    // What was begun on a route that is in force no longer can be taken back.
    let gone = Disagreement { law: "opphevet".into(), ..full };
    let command = disagrees(&story, gone);
    let it = story.does(coordinator(KARI), command);
    let today = story.moment.today;
    let back = story.rewriting::<Disagreement>(it, |it| it.undone = Some(today));
    assert!(House::of(&[&story]).acts(coordinator(KARI), &story, back).is_ok());
}

#[test]
fn r82_whoever_lives_apart_from_somebody_protected_finds_nothing_of_a_disagreement() {
    let mut story = open();
    let (girl, mother, father) = (story.girl, story.mother, story.father);
    let about_her = Disagreement { children: vec![girl], ..disagreement(&story, vec![mother, father, girl]) };
    let command = disagrees(&story, about_her);
    let it = story.does(coordinator(KARI), command);
    let (his, girls) = (stance(&story, father), stance(&story, girl));
    assert!(sees(citizen(FATHER), &story, it) && sees(citizen(FATHER), &story, his));
    assert!(sees(citizen(GIRL), &story, it) && sees(citizen(GIRL), &story, girls));
    story.later(1);
    let from = story.moment.today;
    story.writes(
        coordinator(KARI),
        Danger { protected: mother, threat: father, why: "Politiet".into(), from, until: None },
    );
    for who in [citizen(FATHER), citizen(GIRL)] {
        for thing in [it, his, girls] {
            assert!(!sees(who, &story, thing), "{who:?}");
        }
    }
    assert!(sees(citizen(MOTHER), &story, it));
}

#[test]
fn r20_r53_what_a_child_means_in_a_disagreement_is_never_in_papers_for_others() {
    let mut story = open();
    let command = disagrees(&story, disagreement(&story, vec![story.mother]));
    story.does(coordinator(KARI), command);
    let house = House::of(&[&story]);
    let view = house.view(coordinator(KARI), &story).unwrap();
    let papers = access::papers::papers(&view, &house.gate.directory());
    let has = |thing| papers.iter().flatten().any(|entry| entry.thing == thing);
    assert!(!has(stance(&story, story.boy)));
    assert!(has(stance(&story, story.mother)), "a grown-up's may be asked for");
}
