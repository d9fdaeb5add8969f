//! R52: what research is given, of whom, and what nobody can read out of it.

use crate::deeds::{after_deeds, deeds};
use crate::support::story::*;
use crate::support::*;
use access::research::*;
use access::*;
use dossier::*;
use proptest::prelude::*;
use std::sync::Arc;

fn choice(subject: PersonId, given_by: PersonId, yes: bool, story: &Story) -> ResearchChoice {
    ResearchChoice { subject, given_by, yes, from: story.moment.today, withdrawn: None }
}

fn decision(variables: &[Variable]) -> ResearchDecision {
    ResearchDecision {
        id: "2026/118".into(),
        decided_by: "Rådet".into(),
        decided_on: day("2026-10-01"),
        legal_basis: "fvl § 13 d".into(),
        institution: "NTNU".into(),
        purpose: "Ventetid".into(),
        basis: Basis::Decision,
        from: day("2026-10-01"),
        until: day("2027-12-31"),
        data_from: day("2026-01-01"),
        data_until: day("2027-12-31"),
        variables: variables.to_vec(),
    }
}

fn on_consent() -> ResearchDecision {
    ResearchDecision { basis: Basis::Consent, ..decision(Variable::ALL) }
}

/// A family like the others, with an id of its own.
fn another(family: u64) -> Story {
    let mut story = Story::asked_as(family, "2026-11-02", &format!("R-{family}"), false);
    story.does(intake(), story.queue("ordinary"));
    story.does(intake(), offer(KARI));
    story.does(citizen(MOTHER), family_says(true));
    story.does(coordinator(KARI), coordinator_says(true));
    story
}

/// So many that no row is rare, and the one that the test is about.
fn among(story: Story) -> Vec<Story> {
    (100..105).map(another).chain([story]).collect()
}

fn export(stories: &[Story], decision: &ResearchDecision) -> Extraction {
    let house = House::of(&stories.iter().collect::<Vec<_>>());
    let sealed: Vec<_> = stories.iter().map(|it| Sealed::new(Arc::new(it.dossier.clone()))).collect();
    let (rules, moment) = (Rules::parse(RULES).unwrap(), stories.last().unwrap().moment);
    let pseudonym = |kind: &str, id: &str| format!("{}-{kind}-{id}", decision.id.replace('/', ""));
    extraction(&sealed, decision, &rules, &house.gate.directory(), moment, &pseudonym)
}

/// Whether the last family is in it.
fn is_in(stories: &[Story], decision: &ResearchDecision) -> bool {
    export(stories, decision).families.contains(&stories.last().unwrap().dossier.family)
}

#[test]
fn r52_a_row_for_each_child_tells_what_the_decision_names_and_nothing_else() {
    let stories = among(Story::active());
    let found = export(&stories, &decision(&[Variable::AgeBand, Variable::Siblings, Variable::Phase]));
    assert_eq!(found.header, ["child", "family", "age_band", "siblings", "phase"]);
    assert_eq!((found.rows.len(), found.left_out, found.families.len()), (12, 0, 6));
    let told: Vec<String> = found.rows.iter().map(|row| row[2..].join(" ")).collect();
    assert_eq!(told.iter().filter(|row| *row == "6-9 1 active").count(), 6);
    assert_eq!(told.iter().filter(|row| *row == "13-15 1 active").count(), 6);
    assert!(found.csv().starts_with("child,family,age_band,siblings,phase\n"));
    assert_eq!(found.csv().lines().count(), 13);
}

#[test]
fn r52_each_variable_follows_from_what_is_written_down() {
    let mut stories: Vec<Story> = (100..106).map(another).collect();
    for story in &mut stories {
        let today = story.moment.today;
        story.writes(coordinator(KARI), membership(TEACHER, SCHOOL, today));
        story.writes(coordinator(KARI), membership(NURSE, HEALTH_STATION, today));
        let boy = story.boy;
        let own = Action { owner: Some(Owner::Member(story.mother)), ..action("Leksehjelp") };
        let done = story.writes_about(coordinator(KARI), own, &[boy]);
        use ActionStatus::*;
        for status in [AcceptedByFamily, Started, Delivered, Done] {
            let moves = story.moves(done, status);
            story.does(citizen(MOTHER), moves);
        }
        for words in ["Svømming", "Lege"] {
            story.writes_about(coordinator(KARI), action(words), &[boy]);
        }
        story.writes_about(coordinator(KARI), need("Sover dårlig"), &[boy]);
    }
    let found = export(&stories, &decision(Variable::ALL));
    let rows: Vec<String> = found.rows.iter().map(|row| row[2..].join(" ")).collect();
    assert!(rows.contains(&"6-9 1 2 no 0-1 2 kommune_helse+skole 1-2 1-2 yes active".to_owned()), "{rows:?}");
    assert!(rows.contains(&"13-15 1 2 no 0-1 2 kommune_helse+skole 0 0 no active".to_owned()), "{rows:?}");
}

#[test]
fn r52_a_no_takes_the_whole_family_out_of_the_next_export_and_taken_back_it_is_in_again() {
    for says in ["mother about herself", "father about the boy", "the girl about herself"] {
        let mut story = Story::active();
        let (by, about, account) = match says {
            "mother about herself" => (story.mother, story.mother, MOTHER),
            "father about the boy" => (story.father, story.boy, FATHER),
            _ => (story.girl, story.girl, GIRL),
        };
        let no = choice(about, by, false, &story);
        // Another's yes does not help.
        let mother = story.mother;
        let yes = choice(story.boy, mother, true, &story);
        story.writes(citizen(MOTHER), yes);
        assert!(is_in(&among(story.clone()), &decision(Variable::ALL)), "{says}");
        let thing = story.writes(citizen(account), no);
        let found = export(&among(story.clone()), &decision(Variable::ALL));
        assert_eq!((found.families.len(), found.rows.len(), found.left_out), (5, 10, 2), "{says}");
        let today = story.moment.today;
        story.rewrites::<ResearchChoice>(citizen(account), thing, |it| it.withdrawn = Some(today));
        assert!(is_in(&among(story), &decision(Variable::ALL)), "{says}");
    }
}

#[test]
fn r52_on_consent_only_those_are_in_of_whom_everybody_who_decides_has_said_yes() {
    let mut story = Story::active();
    let (mother, father, girl, boy) = (story.mother, story.father, story.girl, story.boy);
    let mut words: Vec<(ActorId, PersonId, PersonId)> = Vec::new();
    for (account, parent) in [(MOTHER, mother), (FATHER, father)] {
        words.extend([parent, girl, boy].map(|about| (account, parent, about)));
    }
    for (account, by, about) in words {
        assert!(!is_in(&among(story.clone()), &on_consent()), "{by:?} has not said anything about {about:?}");
        let yes = choice(about, by, true, &story);
        story.writes(citizen(account), yes);
    }
    let mut stories: Vec<Story> = Vec::new();
    for family in 100..105 {
        let mut other = another(family);
        for (account, by) in [(MOTHER, other.mother), (FATHER, other.father)] {
            for about in [by, other.girl, other.boy] {
                let yes = choice(about, by, true, &other);
                other.writes(citizen(account), yes);
            }
        }
        stories.push(other);
    }
    stories.push(story.clone());
    assert!(is_in(&stories, &on_consent()));
    // The girl is sixteen: what others said is no yes any longer, and she is asked too.
    story.on("2026-11-21");
    *stories.last_mut().unwrap() = story;
    assert!(!is_in(&stories, &on_consent()));
}

#[test]
fn r52_r80_r82_r86_whoever_is_protected_or_in_touch_with_a_crisis_shelter_is_never_in_it() {
    type Happens = fn(&mut Story);
    let circumstances: [(&str, Happens); 4] = [
        ("a confidential address", |it| {
            let boy = it.boy;
            it.rewrites::<Person>(coordinator(KARI), boy.thing(), |it| {
                it.protection = Protection::Confidential
            });
        }),
        ("a danger", |it| {
            let (protected, threat, from) = (it.boy, it.father, it.moment.today);
            let why = "Politiet sier det".into();
            it.writes(coordinator(KARI), Danger { protected, threat, why, from, until: None });
        }),
        ("a place in the team", |it| {
            let today = it.moment.today;
            it.writes(coordinator(KARI), membership(SHELTER_HELPER, SHELTER, today));
        }),
        ("a yes to a shelter", |it| {
            let (mother, today) = (it.mother, it.moment.today);
            let yes = Consent { receiver: SHELTER, ..consent(mother, mother, &[Category::PlanCore], today) };
            it.writes(citizen(MOTHER), yes);
        }),
    ];
    for (what, happens) in circumstances {
        let mut story = Story::active();
        assert!(is_in(&among(story.clone()), &decision(Variable::ALL)));
        happens(&mut story);
        let found = export(&among(story), &decision(Variable::ALL));
        assert_eq!((found.families.len(), found.left_out), (5, 2), "{what}");
    }
}

#[test]
fn r52_what_was_closed_before_the_period_and_what_came_after_it_is_out() {
    let stories = || among(Story::active());
    let of = |from: &str, until: &str| {
        let period =
            ResearchDecision { data_from: day(from), data_until: day(until), ..decision(Variable::ALL) };
        export(&stories(), &period).rows.len()
    };
    assert_eq!(of("2026-01-01", "2026-11-02"), 12);
    assert_eq!(of("2026-01-01", "2026-11-01"), 0, "nobody had asked for anything yet");
    let mut closed = Story::active();
    closed.does(coordinator(KARI), closes(CloseReason::GoalsReached));
    closed.on("2026-12-20");
    let later = |from: &str| ResearchDecision { data_from: day(from), ..decision(Variable::ALL) };
    assert!(is_in(&among(closed.clone()), &later("2026-11-02")));
    assert!(!is_in(&among(closed), &later("2026-11-03")));
}

#[test]
fn r52_a_family_whose_help_has_ended_can_still_say_no() {
    let mut story = Story::active();
    story.does(coordinator(KARI), closes(CloseReason::GoalsReached));
    let no = choice(story.mother, story.mother, false, &story);
    let said = House::of(&[&story]).acts(citizen(MOTHER), &story, write(no.clone(), &[], Audience::Ordinary));
    assert!(said.is_ok(), "{said:?}");
    story.writes(citizen(MOTHER), no);
    assert!(!is_in(&among(story), &decision(Variable::ALL)));
}

#[test]
fn r52_what_few_families_share_is_told_more_coarsely_or_not_at_all() {
    // Five families alike, and one whose boy has a third home-mate: more siblings than the others.
    let mut odd = Story::active();
    let (given, surname) = ("Lina", "Haddad");
    let born = Some(day("2024-01-20"));
    let child = Person { born, ..Person::named(given, surname, Generation::Child) };
    odd.writes(coordinator(KARI), child);
    let found = export(&among(odd), &decision(&[Variable::AgeBand, Variable::Siblings]));
    let told: Vec<String> = found.rows.iter().map(|row| row[1..].join(" ")).collect();
    assert!(told.iter().all(|row| !row.contains("0-2") && !row.contains(" 2")), "{told:?}");
    assert_eq!((found.rows.len(), found.left_out), (10, 3), "three rows that only one family has");
    // Without siblings in it they are like the others, but for the youngest; nobody is told that they are siblings.
    let mut odd = Story::active();
    let born = Some(day("2024-01-20"));
    odd.writes(coordinator(KARI), Person { born, ..Person::named(given, surname, Generation::Child) });
    let found = export(&among(odd), &decision(&[Variable::AgeBand]));
    assert_eq!((found.rows.len(), found.left_out), (12, 1));
    assert_eq!(
        found.rows.iter().filter(|row| row[1] == "*").count(),
        0,
        "what is left of it looks like theirs"
    );
    let few: Vec<Story> = (100..104).map(another).collect();
    assert_eq!(export(&few, &decision(&[Variable::AgeBand])).rows.len(), 0, "four are too few");
}

#[test]
fn r52_a_sector_that_few_have_is_not_named() {
    let mut story = Story::active();
    let today = story.moment.today;
    story.writes(coordinator(KARI), membership(TEACHER, SCHOOL, today));
    let found = export(&among(story), &decision(&[Variable::Sectors]));
    assert_eq!(found.rows.len(), 12);
    assert!(!found.csv().contains("skole"), "{}", found.csv());
    assert_eq!(found.rows.iter().filter(|row| row[2] == "other").count(), 2);
}

#[test]
fn r52_two_decisions_share_no_pseudonym_and_the_same_one_gives_the_same_rows_again() {
    let stories = among(Story::active());
    let one = decision(Variable::ALL);
    let other = ResearchDecision { id: "2026/119".into(), ..one.clone() };
    assert_eq!(export(&stories, &one), export(&stories, &one));
    let words = |of: &ResearchDecision| -> Vec<String> {
        export(&stories, of).rows.into_iter().flat_map(|row| [row[0].clone(), row[1].clone()]).collect()
    };
    assert!(words(&one).iter().all(|word| !words(&other).contains(word)));
}

#[test]
fn r52_who_may_say_it_and_who_reads_it_goes_as_with_other_sharing_and_nobody_else_at_work_sees_it() {
    let mut story = Story::active();
    let today = story.moment.today;
    story.writes(coordinator(KARI), membership(TEACHER, SCHOOL, today));
    for (account, parent) in [(MOTHER, story.mother), (FATHER, story.father)] {
        story.writes(citizen(account), consent(story.boy, parent, Category::ALL, today));
    }
    let (mother, girl, boy) = (story.mother, story.girl, story.boy);
    let may = |story: &Story, who: Author, said: ResearchChoice| {
        House::of(&[story]).acts(who, story, write(said, &[], Audience::Ordinary)).is_ok()
    };
    let word = |about, by, yes| choice(about, by, yes, &story);
    for (who, said, expected) in [
        (citizen(MOTHER), word(mother, mother, true), true),
        (citizen(MOTHER), word(boy, mother, true), true),
        (citizen(MOTHER), word(boy, story.father, false), false),
        (citizen(MOTHER), word(story.father, mother, false), false),
        (citizen(GIRL), word(girl, girl, true), false),
        (citizen(GIRL), word(girl, girl, false), true),
        (citizen(GIRL), word(boy, girl, false), false),
        (coordinator(KARI), word(boy, mother, false), false),
        (helper(TEACHER, SCHOOL), word(boy, mother, false), false),
    ] {
        assert_eq!(may(&story, who, said.clone()), expected, "{who:?} {said:?}");
    }
    let thing = story.writes(citizen(MOTHER), word(boy, mother, false));
    for who in [citizen(MOTHER), citizen(FATHER), coordinator(KARI)] {
        assert!(sees(who, &story, thing), "{who:?}");
    }
    for who in [citizen(GIRL), helper(TEACHER, SCHOOL), coordinator(JONAS), intake()] {
        assert!(!sees(who, &story, thing), "{who:?}");
    }
}

#[test]
fn r52_a_word_about_research_changes_nothing_of_what_services_see() {
    let mut story = Story::active();
    let today = story.moment.today;
    story.writes(coordinator(KARI), membership(TEACHER, SCHOOL, today));
    for (account, parent) in [(MOTHER, story.mother), (FATHER, story.father)] {
        story.writes(citizen(account), consent(story.boy, parent, &[Category::PlanCore], today));
    }
    let goal = story.writes_about(coordinator(KARI), goal("Sove"), &[story.boy]);
    assert!(sees(helper(TEACHER, SCHOOL), &story, goal));
    let no = choice(story.boy, story.mother, false, &story);
    story.writes(citizen(MOTHER), no);
    assert!(sees(helper(TEACHER, SCHOOL), &story, goal));
}

/// The same dossier, with every word in it changed: names, phone numbers and all that anybody has written.
fn reworded(dossier: &Dossier) -> Dossier {
    const KEPT: &[&str] =
        &["kind", "phase", "code", "law", "ground", "language", "answer", "reason", "outcome", "status"];
    fn change(value: &mut serde_json::Value) {
        match value {
            serde_json::Value::Object(fields) => {
                for (name, value) in fields.iter_mut() {
                    let is_words = [
                        "given", "surname", "name", "district", "words", "wish", "phone", "reach", "street",
                        "place", "title", "note", "question", "task", "purpose", "sign", "why", "way_back",
                    ];
                    match value {
                        serde_json::Value::String(text)
                            if is_words.contains(&name.as_str()) && !text.is_empty() =>
                        {
                            *text = format!("Øvrig {}", text.len());
                        }
                        other if !KEPT.contains(&name.as_str()) => change(other),
                        _ => {}
                    }
                }
            }
            serde_json::Value::Array(all) => all.iter_mut().for_each(change),
            _ => {}
        }
    }
    let entries = dossier.entries().map(|entry| {
        let mut value = serde_json::to_value(entry).unwrap();
        change(&mut value["payload"]);
        serde_json::from_value::<Entry>(value).unwrap()
    });
    Dossier::fold(dossier.family, entries)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// Whatever a family has been through, no row changes when names, addresses and texts do, and no row has a word of
    /// theirs in it.
    #[test]
    fn r52_no_row_follows_from_what_anybody_is_called_or_has_written(deeds in deeds()) {
        let mut story = after_deeds(&deeds)?;
        let changed = reworded(&story.dossier);
        prop_assert!(story.dossier.version() == changed.version());
        let before = export(&among(story.clone()), &decision(Variable::ALL));
        let words = before.csv();
        for word in ["Haddad", "Amal", "Leila", "Yusuf", "Fjellside", "R-0007", "2026", "2010", "2018"] {
            prop_assert!(!words.replace("2026118", "").contains(word), "{word}");
        }
        story.dossier = changed;
        prop_assert_eq!(before, export(&among(story), &decision(Variable::ALL)));
    }
}

#[test]
fn r52_a_decision_is_in_force_from_its_first_day_through_its_last() {
    let decided = decision(&[]);
    for (on, expected) in
        [("2026-09-30", false), ("2026-10-01", true), ("2027-12-31", true), ("2028-01-01", false)]
    {
        assert_eq!(decided.holds(day(on)), expected, "{on}");
    }
    for (basis, code) in [(Basis::Decision, "decision"), (Basis::Consent, "consent")] {
        assert_eq!((basis.code(), Basis::from_code(code)), (code, Some(basis)));
        assert_eq!(basis.ground(), format!("research-{code}"));
    }
    assert_eq!(Basis::from_code("x"), None);
}
