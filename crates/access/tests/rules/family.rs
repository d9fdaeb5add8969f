//! What family members see: oneself, the children one decides for by age, what is opened by name, and what the
//! family has together.

use crate::support::story::*;
use crate::support::*;
use access::*;
use dossier::*;

/// Who of mother, father and daughter sees a thing.
fn seen_by(story: &Story, thing: ThingId) -> [bool; 3] {
    [MOTHER, FATHER, GIRL].map(|account| sees(citizen(account), story, thing))
}

#[test]
fn r54_an_entry_about_mother_and_child_is_hidden_from_father() {
    let mut story = Story::active();
    let (mother, father, girl, boy) = (story.mother, story.father, story.girl, story.boy);
    let table: [(&str, Vec<PersonId>, [bool; 3]); 8] = [
        ("mother", vec![mother], [true, false, false]),
        ("father", vec![father], [false, true, false]),
        ("the boy", vec![boy], [true, true, false]),
        ("the girl", vec![girl], [true, true, true]),
        ("mother and the boy", vec![mother, boy], [true, false, false]),
        ("both parents", vec![mother, father], [false, false, false]),
        ("both children", vec![girl, boy], [true, true, false]),
        ("the family", vec![], [true, true, true]),
    ];
    for (about, subjects, expected) in table {
        let thing = story.writes_about(coordinator(KARI), goal("x"), &subjects);
        assert_eq!(seen_by(&story, thing), expected, "about {about}");
        assert!(sees(coordinator(KARI), &story, thing), "the coordinator holds the whole");
    }
}

#[test]
fn r54_what_a_parent_opens_by_name_is_seen_by_that_one_and_nobody_else() {
    let mut story = Story::active();
    let (mother, father) = (story.mother, story.father);
    let opened = Audience::Members(vec![father]);
    let thing = story.writes_for(citizen(MOTHER), goal("Slutte å røyke"), &[mother], opened);
    assert_eq!(seen_by(&story, thing), [true, true, false]);
    assert_eq!(ground(citizen(FATHER), &story, thing), Some(Ground::OpenedInFamily));
}

#[test]
fn r54_sensitive_matters_of_the_home_are_the_adults_and_of_one_adult_that_adults() {
    let mut story = Story::active();
    let mother = story.mother;
    let open_to_all = [Category::PlanCore, Category::Logistics, Category::ServiceLink, Category::Contact];
    let open_to_adults = [
        Category::Intake,
        Category::Economy,
        Category::Housing,
        Category::Education,
        Category::NavState,
        Category::HealthSomatic,
        Category::HealthMental,
    ];
    for category in Category::ALL {
        let home = files(&mut story, coordinator(KARI), goal("x"), &[], *category);
        let (adults, all) = (open_to_adults.contains(category), open_to_all.contains(category));
        assert_eq!(seen_by(&story, home), [adults || all, adults || all, all], "{category:?}");
        let hers = files(&mut story, coordinator(KARI), goal("x"), &[mother], *category);
        assert_eq!(seen_by(&story, hers), [true, false, false], "{category:?}");
    }
}

#[test]
fn r55_a_seventeen_year_old_sister_cannot_open_her_brothers_plan() {
    let mut story = Story::active();
    let (girl, boy) = (story.girl, story.boy);
    story.on("2028-11-19");
    assert_eq!(age_on(day("2010-11-20"), story.moment.today), 17);
    for category in Category::ALL {
        let thing = files(&mut story, coordinator(KARI), goal("x"), &[boy], *category);
        assert!(!sees(citizen(GIRL), &story, thing), "{category:?}");
    }
    let hers = story.writes_about(coordinator(KARI), goal("x"), &[girl]);
    assert!(sees(citizen(GIRL), &story, hers));
    story.on("2028-11-20");
    let his = story.writes_about(coordinator(KARI), goal("x"), &[boy]);
    assert!(!sees(citizen(GIRL), &story, his), "nor as an adult");
}

#[test]
fn r20_what_a_child_says_is_the_childs_to_open() {
    let mut story = Story::active();
    let (mother, girl) = (story.mother, story.girl);
    let table = [
        (Audience::Ordinary, [false, false, true], true),
        (Audience::Members(vec![mother]), [true, false, true], true),
        (Audience::Coordinator, [false, false, true], true),
        (Audience::Oneself, [false, false, true], false),
    ];
    for (audience, family, held) in table {
        let told = format!("{audience:?}");
        let said = story.writes_for(citizen(GIRL), voice(girl, "Hei"), &[girl], audience);
        assert_eq!(seen_by(&story, said), family, "{told}");
        assert_eq!(sees(coordinator(KARI), &story, said), held, "{told}");
        if held {
            let answer = story.writes(coordinator(KARI), reply(said, "Takk"));
            assert_eq!(seen_by(&story, answer), family, "an answer goes where the words went: {told}");
        }
    }
}

#[test]
fn r20_a_child_can_keep_a_dream_a_goal_or_a_need_to_the_coordinator_too() {
    let mut story = Story::active();
    let girl = story.girl;
    let written = [
        write(dream(girl, "Flytte"), &[], Audience::Coordinator),
        write(goal("Et eget rom"), &[], Audience::Coordinator),
        write(Need { area: Some(Area::Safety), ..need("Trygghet") }, &[], Audience::Coordinator),
        write(Strength { words: "Tante".into() }, &[], Audience::Coordinator),
        write(action("Ringe tante"), &[], Audience::Coordinator),
    ];
    for command in written {
        let told = format!("{command:?}");
        let acted = House::of(&[&story]).acts(citizen(GIRL), &story, command.clone());
        assert!(acted.is_ok(), "{told}: {acted:?}");
        let thing = story.does(citizen(GIRL), command);
        assert_eq!(seen_by(&story, thing), [false, false, true], "{told}");
        assert!(sees(coordinator(KARI), &story, thing));
    }
}

#[test]
fn r20_narrowing_who_may_read_hides_the_past_and_the_answers_too() {
    let mut story = Story::active();
    let (mother, girl) = (story.mother, story.girl);
    let open = Audience::Members(vec![mother]);
    let said = story.writes_for(citizen(GIRL), voice(girl, "Hei"), &[girl], open);
    let answer = story.writes(coordinator(KARI), reply(said, "Takk"));
    let reads = |story: &Story| {
        let view = view(citizen(MOTHER), story).unwrap();
        let found = view.sees().history().filter(|(it, _)| [said, answer].contains(&it.thing)).count();
        (found, view.sees().versions(said).len())
    };
    assert_eq!(reads(&story), (2, 1));
    let narrowed = Command::Write {
        replaces: Some(story.seen(said)),
        payload: voice(girl, "Hei").wrap(),
        subjects: vec![girl],
        audience: Audience::Coordinator,
    };
    story.does(citizen(GIRL), narrowed);
    assert_eq!(reads(&story), (0, 0));
}

#[test]
fn r61_health_information_is_the_young_persons_own_from_sixteen() {
    let mut story = Story::active();
    let girl = story.girl;
    let health = [Area::Health, Area::MentalHealth].map(|area| Need { area: Some(area), ..need("x") });
    let [body, mind] = health.map(|need| story.writes_about(coordinator(KARI), need, &[girl]));
    let plan = story.writes_about(coordinator(KARI), goal("x"), &[girl]);
    for (on, parents) in [("2026-11-19", true), ("2026-11-20", false)] {
        story.on(on);
        for thing in [body, mind] {
            assert_eq!(seen_by(&story, thing), [parents, parents, true], "{on}");
        }
        assert_eq!(seen_by(&story, plan), [true, true, true], "the rest stays with them until she is 18");
    }
}

#[test]
fn r62_what_a_child_sought_help_for_alone_is_never_the_parents() {
    let mut story = Story::active();
    let (girl, boy) = (story.girl, story.boy);
    for child in [girl, boy] {
        let thing =
            files(&mut story, helper(NURSE, HEALTH_STATION), goal("x"), &[child], Category::HealthPrivate);
        assert_eq!(seen_by(&story, thing), [false, false, child == girl]);
    }
}

#[test]
fn r60_parental_responsibility_opens_these_kinds_and_no_others() {
    let mut story = Story::active();
    let boy = story.boy;
    let closed = [
        Category::ChildVoice,
        Category::HealthPrivate,
        Category::Location,
        Category::FamilyViolence,
        Category::Police,
        Category::ThirdParty,
        Category::Audit,
    ];
    for category in Category::ALL {
        let thing = files(&mut story, coordinator(KARI), goal("x"), &[boy], *category);
        let open = !closed.contains(category);
        assert_eq!(seen_by(&story, thing), [open, open, false], "{category:?}");
    }
}

#[test]
fn r66_a_parent_without_parental_responsibility_has_no_standing_access() {
    let mut story = Story::active();
    let (father, boy) = (story.father, story.boy);
    let plan = story.writes_about(coordinator(KARI), goal("x"), &[boy]);
    let family = story.writes(coordinator(KARI), goal("x"));
    let own = story.writes_about(coordinator(KARI), goal("x"), &[father]);
    let opened = Audience::Members(vec![father]);
    let invited = story.writes_for(coordinator(KARI), goal("x"), &[boy], opened);
    let relations: Vec<_> =
        story.all().all::<Relation>().filter(|it| it.is.from == father).map(|it| it.id()).collect();
    let all = [plan, family, own, invited].map(|thing| (thing, sees(citizen(FATHER), &story, thing)));
    assert!(all.iter().all(|(_, seen)| *seen), "with responsibility");
    for relation in relations {
        story.rewrites::<Relation>(intake(), relation, |it| it.responsibility = Responsibility::None);
    }
    let now = all.map(|(thing, _)| sees(citizen(FATHER), &story, thing));
    assert_eq!(now, [false, false, true, true], "one's own, and what is opened by name");
    let who = view(citizen(FATHER), &story).unwrap();
    assert_eq!(who.name_of(story.girl), None);
    let answer = House::of(&[&story]).acts(citizen(FATHER), &story, family_says(true));
    assert!(matches!(answer, Err(ActError::NotFound)), "and no yes for the family");
}

#[test]
fn r67_step_parents_and_grandparents_decide_for_no_child() {
    for relation in [RelationKind::StepParent, RelationKind::Grandparent, RelationKind::FosterParent] {
        let mut story = Story::active();
        let (father, boy) = (story.father, story.boy);
        let plan = story.writes_about(coordinator(KARI), goal("x"), &[boy]);
        let ids: Vec<_> =
            story.all().all::<Relation>().filter(|it| it.is.from == father).map(|it| it.id()).collect();
        for id in ids {
            story.rewrites::<Relation>(intake(), id, |it| it.relation = relation);
        }
        assert_eq!(seen_by(&story, plan), [true, false, false], "{relation:?}");
    }
}

#[test]
fn r67_what_the_family_has_together_is_for_those_who_decide_for_its_children() {
    let mut story = Story::active();
    let father = story.father;
    let together = story.writes(coordinator(KARI), goal("Rolige kvelder"));
    let opened = story.writes_for(citizen(MOTHER), goal("Ferie"), &[], Audience::Members(vec![father]));
    assert_eq!(seen_by(&story, together), [true; 3]);
    // Mona comes of age on 20 November 2028, Yusuf in 2036: the parents decided for both until then.
    for (on, expected) in [("2028-11-19", [true; 3]), ("2028-11-20", [true, true, false])] {
        story.on(on);
        assert_eq!(seen_by(&story, together), expected, "{on}");
    }
    story.on("2037-01-01");
    assert_eq!(seen_by(&story, together), [true, true, false], "nobody decides for anybody any longer");
    let story_of_all = story.clone();
    let relations: Vec<_> = story.all().all::<Relation>().map(|it| (it.id(), it.is.from)).collect();
    for relation in [RelationKind::StepParent, RelationKind::Grandparent, RelationKind::FosterParent] {
        for (id, _) in relations.iter().filter(|(_, from)| *from == father) {
            story.rewrites::<Relation>(intake(), *id, |it| it.relation = relation);
        }
        assert_eq!(seen_by(&story, together), [true, false, false], "{relation:?}");
        assert!(sees(citizen(FATHER), &story, opened), "what is opened by name");
        assert_eq!(view(citizen(FATHER), &story).unwrap().name_of(story.boy), None);
    }
    let mut story = story_of_all;
    let known = |entry: &Entry| !relations.iter().any(|(id, _)| *id == entry.thing);
    story.dossier = story.dossier.only_where(known);
    assert_eq!(
        seen_by(&story, together),
        [true, true, false],
        "until it is known who is whose, those who asked"
    );
}

#[test]
fn r71_a_child_reads_its_own_part_from_twelve() {
    let mut story = Story::active();
    let boy = story.boy;
    let plan = story.writes_about(coordinator(KARI), goal("x"), &[boy]);
    // Yusuf is 12 on 12 March 2030.
    for (on, expected) in [("2030-03-11", false), ("2030-03-12", true)] {
        story.on(on);
        assert_eq!(sees(citizen(BOY), &story, plan), expected, "{on}");
        assert_eq!(view(citizen(BOY), &story).is_some(), expected);
    }
    let mut story = Story::active();
    story.rewrites::<Person>(coordinator(KARI), story.boy.thing(), |it| it.born = None);
    assert!(view(citizen(BOY), &story).is_none(), "whose age is not known is young");
}

#[test]
fn r71_a_child_sees_who_leads_and_not_what_was_said_about_it() {
    let mut story = Story::active();
    story.does(coordinator(KARI), offer(JONAS));
    let told = |account| {
        let view = view(citizen(account), &story).unwrap();
        let coordination = view.sees().only::<Coordination>().unwrap();
        (coordination.is.lead, coordination.is.offer.is_some())
    };
    assert_eq!(told(GIRL), (Some(KARI), false));
    assert_eq!(told(MOTHER), (Some(KARI), true), "the adults are asked, so they read what they are asked");
    assert!(!sees(citizen(GIRL), &story, story.all().only::<Course>().unwrap().id()));
}

#[test]
fn r73_at_eighteen_everything_that_came_from_parental_responsibility_ends() {
    let mut story = Story::active();
    let (mother, girl) = (story.mother, story.girl);
    // Leila is 18 on 20 November 2028.
    story.on("2028-11-01");
    let things: Vec<_> = Category::ALL
        .iter()
        .map(|category| files(&mut story, coordinator(KARI), goal("x"), &[girl], *category))
        .collect();
    let opened = story.writes_for(citizen(GIRL), goal("x"), &[girl], Audience::Members(vec![mother]));
    story.on("2028-11-19");
    assert!(things.iter().any(|thing| sees(citizen(MOTHER), &story, *thing)));
    story.on("2028-11-20");
    for thing in &things {
        assert_eq!(seen_by(&story, *thing), [false, false, true]);
    }
    assert!(sees(citizen(MOTHER), &story, opened), "what she opens by name stays open");
    assert!(!view(citizen(MOTHER), &story).unwrap().standing().decides_for.contains(&girl));
    let midnight = Moment::of("2028-11-19T23:00:00Z".parse().unwrap());
    story.moment = midnight;
    assert_eq!(seen_by(&story, things[0]), [false, false, true], "from midnight in Norway");
}

#[test]
fn r79_who_was_born_on_leap_day_grows_older_on_28_february() {
    let mut story = Story::active();
    let girl = story.girl;
    story.rewrites::<Person>(coordinator(KARI), girl.thing(), |it| it.born = Some(day("2008-02-29")));
    let plan = story.writes_about(coordinator(KARI), goal("x"), &[girl]);
    story.on("2026-02-27");
    assert_eq!(seen_by(&story, plan), [true, true, true]);
    story.on("2026-02-28");
    assert_eq!(seen_by(&story, plan), [false, false, true]);
}

#[test]
fn r82_who_is_not_protected_together_with_the_protected_finds_no_case() {
    for protection in Protection::ALL.iter().filter(|it| **it != Protection::Open) {
        let mut story = Story::active();
        let (mother, girl, boy) = (story.mother, story.girl, story.boy);
        let plan = story.writes_about(coordinator(KARI), goal("x"), &[boy]);
        let family = story.writes(coordinator(KARI), goal("x"));
        let voice = story.writes(citizen(GIRL), voice(girl, "Hei"));
        for person in [mother, boy] {
            story.rewrites::<Person>(intake(), person.thing(), |it| it.protection = *protection);
        }
        assert!(view(citizen(FATHER), &story).is_none(), "at once: {protection:?}");
        assert_eq!(seen_by(&story, plan), [true, false, false]);
        assert!(sees(citizen(MOTHER), &story, family));
        assert!(!sees(citizen(GIRL), &story, family), "a child may tell without knowing it");
        assert!(sees(citizen(GIRL), &story, voice), "but keeps what it has said");
        assert_eq!(view(citizen(GIRL), &story).unwrap().name_of(mother), None);
        story.rewrites::<Person>(intake(), girl.thing(), |it| it.protection = *protection);
        assert!(sees(citizen(GIRL), &story, family));
    }
}

#[test]
fn r87_what_others_wrote_about_violence_waits_in_a_childs_account_for_a_decision() {
    let mut story = Story::active();
    let girl = story.girl;
    let fear = || Need { area: Some(Area::Safety), ..need("Redd hjemme") };
    let told = story.writes_about(coordinator(KARI), fear(), &[girl]);
    let said = story.writes(citizen(GIRL), fear());
    assert_eq!(seen_by(&story, told), [false; 3]);
    assert_eq!(seen_by(&story, said), [false, false, true], "what she said herself is hers");
    let by_mother = story.writes_about(citizen(MOTHER), fear(), &[girl]);
    let listed = story.writes_for(citizen(MOTHER), fear(), &[girl], Audience::Members(vec![girl]));
    assert!(!sees(citizen(GIRL), &story, by_mother), "what others at home wrote waits too");
    assert!(!sees(citizen(GIRL), &story, listed), "and a list of names opens none of it");
    story.on("2028-11-20");
    assert!(sees(citizen(GIRL), &story, told), "as an adult she reads what is about her");
}

#[test]
fn a_parent_sees_who_decides_for_the_child_and_a_helper_does_not() {
    let mut story = Story::active();
    let today = story.moment.today;
    story.writes(coordinator(KARI), membership(TEACHER, SCHOOL, today));
    for relation in story.all().all::<Relation>() {
        let to_girl = relation.is.to == story.girl;
        assert_eq!(seen_by(&story, relation.id()), [true, true, to_girl]);
        assert!(!sees(helper(TEACHER, SCHOOL), &story, relation.id()));
    }
}

#[test]
fn r24_nobody_takes_a_family_members_place_to_ones_own_account() {
    let mut story = Story::active();
    let secret = story.writes_for(citizen(GIRL), voice(story.girl, "Hei"), &[], Audience::Oneself);
    let takeover = story.rewriting::<Person>(story.girl.thing(), |it| it.account = Some(KARI));
    let house = House::of(&[&story]);
    let acted = house.acts(coordinator(KARI), &story, takeover);
    assert!(matches!(acted, Err(ActError::NotFound)), "{acted:?}");
    assert!(!sees(citizen(KARI), &story, secret));
    let honest = story.rewriting::<Person>(story.girl.thing(), |it| it.phone = Some("900".into()));
    assert!(house.acts(coordinator(KARI), &story, honest).is_ok());
}

#[test]
fn r67_once_it_is_known_who_is_whose_a_grown_up_with_one_child_in_the_home_has_no_part_by_having_asked() {
    let mut story = Story::active();
    let (girl, father) = (story.girl, story.father);
    let (boys, his): (Vec<_>, Vec<_>) = story
        .all()
        .all::<Relation>()
        .map(|it| (it.id(), it.is.from, it.is.to))
        .partition(|(_, _, to)| *to != girl);
    assert!(!boys.is_empty() && !his.is_empty());
    // Only Yusuf is left at home, and only his mother is written down as his.
    let gone = |entry: &Entry| {
        let of_her = entry.thing == girl.into() || his.iter().any(|(id, ..)| *id == entry.thing);
        let of_father = boys.iter().any(|(id, from, _)| *id == entry.thing && *from == father);
        !of_her && !of_father
    };
    story.dossier = story.dossier.only_where(gone);
    let together = story.writes(coordinator(KARI), goal("Rolige kvelder"));
    assert!(sees(citizen(MOTHER), &story, together));
    assert!(!sees(citizen(FATHER), &story, together));
}

#[test]
fn r60_a_child_whose_birth_date_nobody_knows_is_a_young_child() {
    let mut story = Story::active();
    // Mona is sixteen today.
    story.on("2026-11-20");
    let girl = story.girl;
    let asthma = Need { area: Some(Area::Health), ..need("Astma") };
    let about = story.writes_about(coordinator(KARI), asthma, &[girl]);
    assert!(!sees(citizen(MOTHER), &story, about), "from sixteen it is her own");
    story.rewrites::<Person>(coordinator(KARI), girl.into(), |it| it.born = None);
    assert!(sees(citizen(MOTHER), &story, about));
    assert!(!sees(citizen(GIRL), &story, about), "and not yet for the child alone");
}
