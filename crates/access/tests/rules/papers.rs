//! The papers of a case for somebody who has a right to them by law (R53): what a demand covers, what never leaves, and
//! what those at home are told.

use crate::support::story::*;
use crate::support::*;
use access::papers::{Scope, papers};
use access::*;
use dossier::*;

/// Everything about everybody, from the first day until today.
fn all_of(story: &Story) -> Scope {
    Scope {
        categories: Category::ALL.to_vec(),
        people: vec![story.mother, story.father, story.girl, story.boy],
        whole_family: true,
        from: day("2026-11-02"),
        until: story.moment.today,
    }
}

/// The things in the papers under a demand, with their versions.
fn under(story: &Story, who: Author, scope: &Scope) -> Vec<(ThingId, Vec<u32>)> {
    let house = House::of(&[story]);
    let Ok(view) = house.view(who, story) else { return Vec::new() };
    let found = scope.of(papers(&view, &house.gate.directory()));
    found.into_iter().map(|it| (it[0].thing, it.iter().map(|entry| entry.version).collect())).collect()
}

fn leaves(story: &Story, scope: &Scope, thing: ThingId) -> bool {
    under(story, coordinator(KARI), scope).iter().any(|(it, _)| *it == thing)
}

#[test]
fn r53_a_demand_covers_the_chosen_kinds_people_and_days_and_nothing_else() {
    let mut story = Story::active();
    let his = story.writes_about(coordinator(KARI), goal("Sove"), &[story.boy]);
    let theirs = story.writes_about(coordinator(KARI), goal("Leke"), &[story.boy, story.girl]);
    let whole = story.writes(coordinator(KARI), goal("Spise sammen"));
    let boy = story.boy;
    let money = files(&mut story, coordinator(KARI), goal("Husleie"), &[boy], Category::Economy);
    story.later(10);
    story.rewrites::<Goal>(coordinator(KARI), his, |it| it.note = "Hele natta".into());
    let boys = Scope {
        categories: vec![Category::PlanCore],
        people: vec![story.boy],
        whole_family: false,
        ..all_of(&story)
    };
    assert_eq!(under(&story, coordinator(KARI), &boys), [(his, vec![1, 2])]);
    let before = Scope { until: after(story.moment.today, -1), ..boys.clone() };
    assert_eq!(under(&story, coordinator(KARI), &before), [(his, vec![1])]);
    let now = Scope { from: story.moment.today, ..boys.clone() };
    assert_eq!(under(&story, coordinator(KARI), &now), [(his, vec![2])]);
    for (scope, thing) in [
        (Scope { people: vec![story.boy, story.girl], ..boys.clone() }, theirs),
        (Scope { whole_family: true, ..boys.clone() }, whole),
        (Scope { categories: vec![Category::Economy], ..boys.clone() }, money),
    ] {
        assert!(leaves(&story, &scope, thing) && !leaves(&story, &boys, thing), "{scope:?}");
    }
    for nothing in [
        Scope { categories: Vec::new(), ..all_of(&story) },
        Scope { people: Vec::new(), whole_family: false, ..all_of(&story) },
        Scope { until: day("2026-11-01"), ..all_of(&story) },
    ] {
        assert_eq!(under(&story, coordinator(KARI), &nothing), [], "{nothing:?}");
    }
}

#[test]
fn r53_only_whoever_holds_the_whole_makes_papers_and_only_of_what_she_sees() {
    let mut story = Story::active();
    let today = story.moment.today;
    story.writes(coordinator(KARI), membership(TEACHER, SCHOOL, today));
    let open = story.writes_about(coordinator(KARI), goal("Sove"), &[story.boy]);
    let own = story.does(citizen(MOTHER), say(story.mother, "bare mitt".into(), None, Audience::Oneself));
    let scope = all_of(&story);
    assert!(leaves(&story, &scope, open) && !leaves(&story, &scope, own), "she does not see it herself");
    for other in [citizen(MOTHER), citizen(GIRL), helper(TEACHER, SCHOOL), coordinator(JONAS), intake()] {
        assert_eq!(under(&story, other, &scope), [], "{other:?}");
    }
}

#[test]
fn r20_r53_what_a_child_keeps_to_the_coordinator_and_what_answers_it_is_in_no_papers() {
    let mut story = Story::active();
    let girl = story.girl;
    let kept = story.does(citizen(GIRL), say(girl, "bare til deg".into(), None, Audience::Coordinator));
    let answer =
        story.writes_for(coordinator(KARI), reply(kept, "Jeg ringer deg"), &[girl], Audience::Ordinary);
    let told = story.does(citizen(GIRL), say(girl, "til alle".into(), None, Audience::Ordinary));
    let hers =
        story.does(citizen(MOTHER), say(story.mother, "fra en voksen".into(), None, Audience::Coordinator));
    // What the coordinator puts into the plan after it, for herself and the girl alone.
    let planned =
        story.writes_for(coordinator(KARI), need("Noen å snakke med"), &[girl], Audience::Coordinator);
    let ahead = story.writes_for(coordinator(KARI), goal("Sove ute"), &[girl], Audience::Coordinator);
    let noted = Contact { note: "Hun ringte".into(), ..contact(ContactKind::Call, story.moment.today) };
    let noted = story.writes_for(coordinator(KARI), noted, &[girl], Audience::Coordinator);
    let open = story.writes_for(coordinator(KARI), need("Leksehjelp"), &[girl], Audience::Ordinary);
    let scope = all_of(&story);
    let out = [(kept, false), (answer, false), (planned, false), (ahead, false), (noted, false)];
    for (thing, out) in out.into_iter().chain([(told, true), (hers, true), (open, true)]) {
        assert!(sees(coordinator(KARI), &story, thing));
        assert_eq!(leaves(&story, &scope, thing), out, "{thing}");
    }
}

#[test]
fn r53_r80_r82_r86_what_tells_where_somebody_is_leaves_with_no_papers() {
    let mut story = Story::active();
    let (boy, mother, father, today) = (story.boy, story.mother, story.father, story.moment.today);
    let plan = story.writes_about(coordinator(KARI), goal("Sove"), &[boy]);
    let place = files(&mut story, coordinator(KARI), goal("Furuveien 3"), &[boy], Category::Location);
    let met = story.writes(coordinator(KARI), meeting("2026-11-25"));
    let link = story.writes(
        coordinator(KARI),
        ServiceLink { person: boy, service: "Fjell skole".into(), from: None, until: None },
    );
    let shelter = story.writes(coordinator(KARI), membership(SHELTER_HELPER, SHELTER, today));
    let scope = all_of(&story);
    let person = boy.thing();
    for (thing, out) in
        [(plan, true), (place, false), (met, true), (link, true), (person, true), (shelter, false)]
    {
        assert_eq!(leaves(&story, &scope, thing), out, "{thing}");
    }
    // The mother is protected from the father: from now on, nothing by which anybody here could be found.
    let danger = Danger { protected: mother, threat: father, why: "Vold".into(), from: today, until: None };
    story.writes(coordinator(KARI), danger);
    let scope = all_of(&story);
    for (thing, out) in [(plan, true), (place, false), (met, false), (link, false), (person, false)] {
        assert_eq!(leaves(&story, &scope, thing), out, "{thing}");
    }
    let house = House::of(&[&story]);
    let view = house.view(coordinator(KARI), &story).unwrap();
    let found = papers(&view, &house.gate.directory());
    let tells = |entry: &&Entry| {
        [Category::Location, Category::Contact, Category::Logistics, Category::ServiceLink]
            .contains(&entry.category)
    };
    assert!(!found.is_empty() && !found.iter().flatten().any(tells));
}

#[test]
fn r43_that_papers_were_made_is_told_to_those_who_know_of_every_demand_and_to_others_as_an_ordinary_look() {
    let mut story = Story::active();
    let (mother, boy, today) = (story.mother, story.boy, story.moment.today);
    let given = |told: Vec<PersonId>| Disclosure {
        about: boy,
        to: "Barneverntjenesten i Vik".into(),
        law: "disclose-order".into(),
        demand: "Pålegg av 2. november".into(),
        on: today,
        given: "Hvilke tiltak han har".into(),
        untold: if told.is_empty() { "Det kan skade ham nå.".into() } else { String::new() },
        told,
        undone: None,
    };
    story.writes(coordinator(KARI), given(vec![mother]));
    let acts = |story: &Story, who: Author| -> Vec<String> {
        let house = House::of(&[story]);
        let kari = coordinator(KARI);
        let look = |act: &str| Look {
            actor: kari.actor,
            role: kari.role,
            service: kari.service,
            at: story.moment.at,
            act: act.into(),
            outcome: "seen".into(),
            ground: "coordinator".into(),
            categories: vec![Category::PlanCore, Category::Contact],
            in_list: false,
        };
        *house.memory.looks.lock().unwrap() = vec![look(PAPERS), look("plan")];
        let view = house.view(who, story).unwrap();
        now(house.gate.looks(&view, 10)).unwrap().into_iter().map(|it| it.act).collect()
    };
    assert_eq!(acts(&story, citizen(MOTHER)), ["papers", "plan"]);
    assert_eq!(acts(&story, citizen(FATHER)), ["law", "plan"], "he is not told of it");
    assert_eq!(acts(&story, coordinator(KARI)), ["papers", "plan"]);
    let second = story.writes(coordinator(KARI), given(Vec::new()));
    assert_eq!(acts(&story, citizen(MOTHER)), ["law", "plan"], "it may be the one that nobody knows of");
    let later = story.rewriting::<Disclosure>(second, |it| {
        (it.told, it.untold) = (vec![mother], String::new());
    });
    story.does(coordinator(KARI), later);
    assert_eq!(acts(&story, citizen(MOTHER)), ["papers", "plan"]);
}

#[test]
fn r53_r86_a_crisis_shelter_that_any_version_tells_of_is_in_no_papers() {
    let mut story = Story::active();
    let (boy, today) = (story.boy, story.moment.today);
    // Called with the shelter first, and without it since.
    let met =
        story.writes(coordinator(KARI), Meeting { helpers: vec![SHELTER_HELPER], ..meeting("2026-11-25") });
    story.rewrites::<Meeting>(coordinator(KARI), met, |it| it.helpers.clear());
    let plain = story.writes(coordinator(KARI), meeting("2026-11-26"));
    let goal_of = story.writes_about(coordinator(KARI), goal("Ro"), &[boy]);
    let told = Release {
        thing: goal_of,
        to: Recipient::Helper(SHELTER_HELPER),
        law: "same-purpose".into(),
        purpose: "x".into(),
        need: "x".into(),
        asked: "x".into(),
        best: "x".into(),
        until: today,
        ended: None,
    };
    let told = story.writes_for(coordinator(KARI), told, &[boy], Audience::Coordinator);
    let near = Conflict { helper: SHELTER_HELPER, why: "Søsken".into(), ended: None };
    let near = story.writes(coordinator(KARI), near);
    let named = story.writes_about(coordinator(KARI), need("Hente klær på krisesenteret"), &[boy]);
    let scope = all_of(&story);
    for (thing, out) in
        [(met, false), (plain, true), (goal_of, true), (told, false), (near, false), (named, false)]
    {
        assert_eq!(leaves(&story, &scope, thing), out, "{thing}");
    }
}

#[test]
fn r53_what_tells_of_another_family_is_in_no_papers() {
    let mut story = Story::active();
    let apart = story.writes(intake(), NotSame { other: FamilyId::new(77) });
    let plain = story.writes(coordinator(KARI), goal("Sove"));
    let course = story.all().only::<Course>().unwrap().id();
    let scope = all_of(&story);
    assert!(!leaves(&story, &scope, apart));
    assert!(leaves(&story, &scope, plain) && leaves(&story, &scope, course));
    // Taken in under another family: that it was is told by a version of the course.
    let merged = Course { phase: Phase::Merged { into: FamilyId::new(77) }, ..story.now::<Course>(course) };
    let last = story.all().versions(course).len() as u32;
    let told = Entry {
        version: last + 1,
        seq: story.dossier.version() + 1,
        payload: merged.wrap(),
        ..story.all().versions(course)[last as usize - 1].clone()
    };
    story.record(vec![told]);
    assert!(
        under(&story, coordinator(KARI), &scope)
            .iter()
            .all(|(thing, versions)| { *thing != course || !versions.contains(&(last + 1)) })
    );
}

#[test]
fn r20_r53_what_a_child_has_closed_since_leaves_in_no_earlier_version_and_neither_does_what_it_keeps_about_all()
 {
    let mut story = Story::active();
    let girl = story.girl;
    let closing = |story: &Story, thing, audience| Command::Write {
        replaces: Some(story.seen(thing)),
        payload: voice(girl, "Jeg vil ikke dit").wrap(),
        subjects: vec![girl],
        audience,
    };
    let said = story.writes_for(citizen(GIRL), voice(girl, "Jeg vil ikke dit"), &[girl], Audience::Ordinary);
    assert!(leaves(&story, &all_of(&story), said));
    for audience in [Audience::Coordinator, Audience::Oneself] {
        let mut story = story.clone();
        let close = closing(&story, said, audience);
        story.does(citizen(GIRL), close);
        assert!(!leaves(&story, &all_of(&story), said));
    }
    let about_all = |story: &mut Story, who| {
        story.writes_for(citizen(who), Strength { words: "Vi ler".into() }, &[], Audience::Coordinator)
    };
    let (hers, mothers) = (about_all(&mut story, GIRL), about_all(&mut story, MOTHER));
    assert!(!leaves(&story, &all_of(&story), hers), "a child's confidence, whomever it is about");
    assert!(leaves(&story, &all_of(&story), mothers), "an adult's is the case's");
}
