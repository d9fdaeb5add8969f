//! Disagreement between those who decide for a child, or between a child and them (R77), and what is best for the child
//! (R19).

use crate::story::*;
use Problem::*;
use dossier::*;

fn field(name: &'static str, problem: Problem) -> Refusal {
    Refusal::Field { field: name, problem }
}

fn disagreement(story: &Story) -> Disagreement {
    Disagreement {
        children: vec![story.boy],
        matter: "Om skolen skal vite om utredningen.".into(),
        categories: vec![Category::HealthMental],
        on: story.moment.today,
        law: "disagree-ask-again".into(),
        best: "Ro på skolen, og at han slipper å velge side.".into(),
        outcome: DisagreementOutcome::Open,
        result: String::new(),
        settled: None,
        review: Some(after(story.moment.today, 14)),
        told: vec![story.mother],
        untold: String::new(),
        undone: None,
    }
}

fn heard(who: PersonId, words: &str) -> Heard {
    Heard { who, how: HeardHow::Spoken, words: words.into() }
}

fn views(story: &Story) -> Vec<Heard> {
    vec![
        heard(story.mother, "Skolen må vite det."),
        heard(story.father, "Det er hans egen sak."),
        heard(story.boy, "Bare læreren min."),
    ]
}

fn new(disagreement: Disagreement, heard: Vec<Heard>) -> Command {
    Command::Disagree { replaces: None, disagreement: Box::new(disagreement), heard }
}

fn again(story: &Story, thing: ThingId, heard: Vec<Heard>, how: impl FnOnce(&mut Disagreement)) -> Command {
    let mut disagreement: Disagreement = story.now(thing);
    how(&mut disagreement);
    Command::Disagree { replaces: Some(story.seen(thing)), disagreement: Box::new(disagreement), heard }
}

/// What each means now, by who.
fn means(story: &Story) -> Vec<(PersonId, String)> {
    story.all().all::<Stance>().map(|it| (it.is.who, it.is.words.clone())).collect()
}

#[test]
fn each_view_is_an_entry_of_its_own_for_its_person_and_the_coordinator_r77() {
    let mut story = Story::active();
    let thing = story.does(coordinator(KARI), new(disagreement(&story), views(&story)));
    let all = story.all();
    assert_eq!(all.all::<Stance>().count(), 3);
    for stance in all.all::<Stance>() {
        assert_eq!((stance.is.to, &stance.entry.subjects), (thing, &vec![stance.is.who]));
        assert_eq!(stance.entry.audience, Audience::Coordinator);
    }
    let entry = story.dossier.latest(thing).unwrap();
    assert_eq!(entry.audience, Audience::Members(vec![story.mother]));
    assert!(entry.subjects.is_empty(), "it is nobody's part of the plan");
}

#[test]
fn a_disagreement_has_two_views_a_route_what_is_best_and_every_child_heard_or_why_not_r19_r20_r77() {
    let mut story = Story::active();
    let (full, said, today) = (disagreement(&story), views(&story), story.moment.today);
    let tomorrow = after(today, 1);
    let settled = Disagreement {
        outcome: DisagreementOutcome::Agreed,
        result: "Læreren får vite det.".into(),
        settled: Some(today),
        review: None,
        ..full.clone()
    };
    let faults = [
        ("children", Empty, Disagreement { children: vec![], ..full.clone() }),
        ("children", Choice, Disagreement { children: vec![story.mother], ..full.clone() }),
        ("matter", Empty, Disagreement { matter: " ".into(), ..full.clone() }),
        ("on", Date, Disagreement { on: tomorrow, ..full.clone() }),
        ("law", Empty, Disagreement { law: String::new(), ..full.clone() }),
        ("best", Empty, Disagreement { best: String::new(), ..full.clone() }),
        ("review", Empty, Disagreement { review: None, ..full.clone() }),
        ("review", Date, Disagreement { review: Some(after(today, -1)), ..full.clone() }),
        ("review", Date, Disagreement { review: Some(after(today, 366)), ..full.clone() }),
        ("settled", Choice, Disagreement { settled: Some(today), ..full.clone() }),
        ("settled", Empty, Disagreement { settled: None, ..settled.clone() }),
        ("settled", Date, Disagreement { settled: Some(tomorrow), ..settled.clone() }),
        ("settled", Date, Disagreement { settled: Some(after(today, -1)), ..settled.clone() }),
        ("review", Choice, Disagreement { review: Some(tomorrow), ..settled.clone() }),
        ("result", Empty, Disagreement { result: " ".into(), ..settled.clone() }),
        ("told", Choice, Disagreement { told: vec![story.girl], ..full.clone() }),
        ("untold", Empty, Disagreement { told: vec![], ..full.clone() }),
        ("untold", Choice, Disagreement { untold: "x".into(), ..full.clone() }),
    ];
    for (name, problem, fault) in faults {
        assert_eq!(
            story.refuses(coordinator(KARI), new(fault.clone(), said.clone())),
            field(name, problem),
            "{fault:?}"
        );
    }
    let [mother, father, boy] = [0, 1, 2].map(|at| said[at].clone());
    let wordless = Heard { words: " ".into(), ..boy.clone() };
    for (problem, heard) in [
        (Empty, vec![]),
        (Empty, vec![boy.clone()]),
        (Empty, vec![mother.clone(), father]),
        (Empty, vec![mother.clone(), wordless]),
        (Choice, vec![mother.clone(), mother.clone(), boy.clone()]),
        (Unknown, vec![mother.clone(), boy.clone(), heard(PersonId::new(999), "x")]),
    ] {
        assert_eq!(story.refuses(coordinator(KARI), new(full.clone(), heard)), field("heard", problem));
    }
    let unheard = Heard { how: HeardHow::NotHeard, words: "Han er to år.".into(), ..boy };
    story.does(coordinator(KARI), new(full, vec![mother.clone(), unheard.clone()]));
    story.does(coordinator(KARI), new(settled, vec![mother, unheard]));
}

#[test]
fn a_disagreement_and_a_view_are_not_written_as_plain_things_r77() {
    let mut story = Story::active();
    let full = disagreement(&story);
    assert_eq!(
        story.refuses(coordinator(KARI), write(full.clone(), &[], Audience::Ordinary)),
        Refusal::Missing
    );
    let to = story.does(coordinator(KARI), new(full, views(&story)));
    let loose = Stance { to, who: story.girl, how: HeardHow::Spoken, words: "x".into(), undone: None };
    assert_eq!(story.refuses(coordinator(KARI), write(loose, &[], Audience::Ordinary)), Refusal::Missing);
}

#[test]
fn what_somebody_means_later_is_added_and_what_stood_before_stays_r77_r94() {
    let mut story = Story::active();
    let thing = story.does(coordinator(KARI), new(disagreement(&story), views(&story)));
    story.later(1);
    let (father, girl) = (story.father, story.girl);
    let more = vec![
        heard(father, "Læreren kan få vite det."),
        heard(girl, "Spør ham."),
        heard(story.mother, "Skolen må vite det."),
    ];
    let command = again(&story, thing, more, |_| {});
    story.does(coordinator(JONAS), command);
    let now = means(&story);
    assert!(
        now.contains(&(father, "Læreren kan få vite det.".into()))
            && now.contains(&(girl, "Spør ham.".into()))
    );
    assert_eq!(now.len(), 4);
    let all = story.all();
    let versions = |who: PersonId| {
        let stance = all.all::<Stance>().find(|it| it.is.who == who).unwrap();
        all.versions(stance.id()).len()
    };
    assert_eq!((versions(father), versions(girl), versions(story.mother)), (2, 1, 1));
}

#[test]
fn what_it_was_about_who_was_told_and_what_came_of_it_is_never_rewritten_r77() {
    let mut story = Story::active();
    let thing = story.does(coordinator(KARI), new(disagreement(&story), views(&story)));
    let (today, mother, father) = (story.moment.today, story.mother, story.father);
    let other = field("thing", Choice);
    let faults: [fn(&mut Disagreement); 4] = [
        |it| it.matter = "Noe annet.".into(),
        |it| it.categories = vec![],
        |it| it.on = after(it.on, -1),
        |it| (it.told, it.untold) = (vec![], "x".into()),
    ];
    for fault in faults {
        let command = again(&story, thing, vec![], fault);
        assert_eq!(story.refuses(coordinator(KARI), command), other);
    }
    let both_change = again(&story, thing, vec![], |it| {
        (it.undone, it.best) = (Some(it.on), "Noe annet.".into());
    });
    assert_eq!(story.refuses(coordinator(KARI), both_change), other, "a mistake is not mended by another");
    let command = again(&story, thing, vec![], |it| {
        (it.law, it.best) = ("disagree-mediation".into(), "Ro.".into());
    });
    story.does(coordinator(KARI), command);
    let command = again(&story, thing, vec![], |it| {
        (it.outcome, it.settled, it.review) = (DisagreementOutcome::Unchanged, Some(today), None);
        it.result = "Skolen får ikke vite det.".into();
    });
    story.does(coordinator(KARI), command);
    let reopened = again(&story, thing, vec![], |it| {
        (it.outcome, it.settled, it.review) = (DisagreementOutcome::Open, None, Some(today));
    });
    assert_eq!(story.refuses(coordinator(KARI), reopened), other);
    let command = again(&story, thing, vec![], |it| it.told = vec![mother, father]);
    story.does(coordinator(JONAS), command);
    let told = story.dossier.latest(thing).unwrap().audience.clone();
    assert_eq!(
        told,
        Audience::Members(vec![mother, father]),
        "also when another tells than who wrote it first"
    );
}

#[test]
fn what_was_written_by_mistake_nobody_means_r77() {
    let mut story = Story::active();
    let thing = story.does(coordinator(KARI), new(disagreement(&story), views(&story)));
    let today = story.moment.today;
    story.rewrites::<Disagreement>(coordinator(KARI), thing, |it| it.undone = Some(today));
    assert!(story.all().all::<Stance>().all(|it| it.is.undone == Some(today)));
    assert!(!story.now::<Disagreement>(thing).is_open());
    let back = story.rewriting::<Disagreement>(thing, |it| it.undone = None);
    assert_eq!(story.refuses(coordinator(KARI), back), field("thing", Choice));
}

#[test]
fn whoever_is_told_has_it_as_own_matter_for_each_child_and_is_not_apart_r55_r82() {
    let mut story = Story::active();
    let (boy, girl, mother, father) = (story.boy, story.girl, story.mother, story.father);
    let told = |story: &Story, children: &[PersonId]| {
        let mut told = can_be_told(&story.all(), children, story.moment.today, &story.limits());
        told.sort();
        told
    };
    let sorted = |mut all: Vec<PersonId>| {
        all.sort();
        all
    };
    assert_eq!(told(&story, &[boy]), sorted(vec![boy, mother, father]));
    assert_eq!(told(&story, &[boy, girl]), sorted(vec![mother, father]), "no sibling reads of another");
    assert_eq!(told(&story, &[]), vec![]);
    let from = story.moment.today;
    let danger = Danger { protected: mother, threat: father, why: "Politiet.".into(), from, until: None };
    story.writes(coordinator(KARI), danger);
    assert_eq!(told(&story, &[boy]), vec![mother]);
    let both = Disagreement { told: vec![mother, father], ..disagreement(&story) };
    assert_eq!(story.refuses(coordinator(KARI), new(both, views(&story))), field("told", Choice));
}

#[test]
fn an_open_disagreement_comes_back_to_the_coordinator_on_its_day_r77() {
    let mut story = Story::active();
    let thing = story.does(coordinator(KARI), new(disagreement(&story), views(&story)));
    assert_eq!(story.needs("disagreement-due"), None);
    story.later(13);
    assert_eq!(story.needs("disagreement-due"), None);
    story.later(1);
    assert_eq!(story.needs("disagreement-due"), Some(0));
    story.later(3);
    assert_eq!(story.needs("disagreement-due"), Some(3));
    let today = story.moment.today;
    let command = again(&story, thing, vec![], |it| {
        (it.outcome, it.settled, it.review) = (DisagreementOutcome::Agreed, Some(today), None);
        it.result = "Læreren får vite det.".into();
    });
    story.does(coordinator(KARI), command);
    assert_eq!(story.needs("disagreement-due"), None);
}

#[test]
fn a_decision_about_a_child_says_what_is_best_for_it_and_ending_an_older_one_does_not_r19() {
    let mut story = Story::active();
    let (boy, mother, father) = (story.boy, story.mother, story.father);
    let goal = || Goal {
        words: "Sove godt".into(),
        dream: None,
        horizon: Horizon::LongTerm,
        sign: String::new(),
        note: String::new(),
        settled: None,
    };
    let his = story.writes_about(coordinator(KARI), goal(), &[boy]);
    let hers = story.writes_about(coordinator(KARI), goal(), &[mother]);
    let words = || "x".to_owned();
    let kept = |thing, best: &str| Withholding {
        thing,
        from: vec![father],
        law: words(),
        why: words(),
        best: best.into(),
        lifted: None,
    };
    let until = after(story.moment.today, 30);
    let told = |thing, best: &str| Release {
        thing,
        to: Recipient::Helper(TEACHER),
        law: words(),
        purpose: words(),
        need: words(),
        asked: words(),
        best: best.into(),
        until,
        ended: None,
    };
    let missing = field("best", Empty);
    assert_eq!(story.refuses(coordinator(KARI), write(kept(his, ""), &[], Audience::Ordinary)), missing);
    assert_eq!(story.refuses(coordinator(KARI), write(told(his, " "), &[], Audience::Ordinary)), missing);
    for thing in [hers, his] {
        let best = if thing == his { "Ro." } else { "" };
        story.writes(coordinator(KARI), kept(thing, best));
        story.writes(coordinator(KARI), told(thing, best));
    }
    // Those that were written before it was asked for are read back, and can be ended.
    let old: Withholding = serde_json::from_value(serde_json::json!({
        "thing": his, "from": [father], "law": "x", "why": "x"
    }))
    .unwrap();
    assert_eq!(old, kept(his, ""));
    let today = Some(story.moment.today);
    let ended = Withholding { lifted: today, ..old };
    story.writes(coordinator(KARI), ended);
    story.writes(coordinator(KARI), Release { ended: today, ..told(his, "") });
}
