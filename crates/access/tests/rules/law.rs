//! What the law says about one family in particular: dangers, orders, mandates, what is kept or told, emergencies.

use crate::support::story::*;
use crate::support::*;
use access::consent::{Stands, stands};
use access::*;
use dossier::*;

const TEACHES: Author = helper(TEACHER, SCHOOL);
const NURSES: Author = helper(NURSE, HEALTH_STATION);

/// Kari coordinates; the teacher is in the team for the school.
fn with_teacher() -> Story {
    let mut story = Story::active();
    let today = story.moment.today;
    story.writes(coordinator(KARI), membership(TEACHER, SCHOOL, today));
    story
}

fn both_say_yes(story: &mut Story, about: PersonId, kinds: &[Category]) -> [ThingId; 2] {
    let today = story.moment.today;
    let (mother, father) = (story.mother, story.father);
    [
        story.writes(citizen(MOTHER), consent(about, mother, kinds, today)),
        story.writes(citizen(FATHER), consent(about, father, kinds, today)),
    ]
}

fn danger(protected: PersonId, threat: PersonId, from: jiff::civil::Date) -> Danger {
    Danger { protected, threat, why: "Politiet".into(), from, until: None }
}

fn release(story: &Story, thing: ThingId, to: Recipient) -> Release {
    Release {
        thing,
        to,
        law: "same-purpose".into(),
        purpose: "Skoledagen".into(),
        need: "Uten dette vet ikke skolen hva som hjelper".into(),
        asked: "Mor er spurt og er enig".into(),
        best: "En god skoledag".into(),
        until: after(story.moment.today, 30),
        ended: None,
    }
}

#[test]
fn r24_nobody_sees_ones_own_family_or_a_case_with_a_declared_conflict_at_work() {
    let mut story = with_teacher();
    let goal = story.writes_about(TEACHES, goal("Lese"), &[story.boy]);
    assert!(sees(TEACHES, &story, goal));
    let conflict = Conflict { helper: TEACHER, why: "Nabo".into(), ended: None };
    let conflict = story.writes(TEACHES, conflict);
    assert!(view(TEACHES, &story).is_none(), "at once, everything");
    let today = Some(story.moment.today);
    story.rewrites::<Conflict>(coordinator(KARI), conflict, |it| it.ended = today);
    assert!(view(TEACHES, &story).is_none(), "the place in the team was over with it");
    story.writes(coordinator(KARI), membership(TEACHER, SCHOOL, story.moment.today));
    assert!(sees(TEACHES, &story, goal), "when it is over, and the teacher is asked into the team again");
    let mother = story.mother.thing();
    story.rewrites::<Person>(coordinator(KARI), mother, |it| it.account = Some(TEACHER));
    assert!(view(TEACHES, &story).is_none(), "the teacher is the mother: never as a teacher");
    assert!(view(citizen(TEACHER), &story).is_some(), "but as a mother");
}

#[test]
fn r36_a_no_to_a_service_or_a_helper_beats_every_other_ground() {
    let mut story = with_teacher();
    let (boy, mother, today) = (story.boy, story.mother, story.moment.today);
    let own = story.writes_about(TEACHES, goal("Lese"), &[boy]);
    let shared = story.writes_about(coordinator(KARI), goal("Ro"), &[boy]);
    both_say_yes(&mut story, boy, &[Category::PlanCore]);
    assert!(sees(TEACHES, &story, own) && sees(TEACHES, &story, shared));
    let no = Objection {
        subject: boy,
        given_by: mother,
        service: SCHOOL,
        helper: None,
        categories: vec![Category::PlanCore],
        from: today,
        lifted: None,
    };
    let said = story.writes(citizen(MOTHER), no.clone());
    assert!(
        !sees(TEACHES, &story, own) && !sees(TEACHES, &story, shared),
        "no beats own service and consent"
    );
    assert!(sees(coordinator(KARI), &story, own), "the coordinator holds the whole with the family's yes");
    let told = release(&story, own, Recipient::Helper(TEACHER));
    story.writes(coordinator(KARI), told);
    assert!(sees(TEACHES, &story, own), "a decision on a named ground goes before it");
    assert!(!sees(TEACHES, &story, shared));
    story.rewrites::<Objection>(citizen(MOTHER), said, |it| it.lifted = Some(today));
    assert!(sees(TEACHES, &story, shared));
    story.writes(citizen(MOTHER), Objection { service: FAMILY_TEAM, helper: Some(KARI), ..no });
    assert!(!sees(coordinator(KARI), &story, shared), "a no to one helper counts for the coordinator too");
}

#[test]
fn r62_what_is_withheld_from_a_parent_is_not_there_for_that_parent_and_neither_is_what_points_to_it() {
    let mut story = Story::active();
    let (girl, father) = (story.girl, story.father);
    let kept = story.writes_about(coordinator(KARI), goal("Snakke med noen"), &[girl]);
    let step = Action { goal: Some(kept.into()), ..action("Ring") };
    let step = story.writes_about(coordinator(KARI), step, &[girl]);
    let before = view(citizen(FATHER), &story).unwrap().sees().version();
    assert!(sees(citizen(FATHER), &story, kept));
    let withholding = Withholding {
        thing: kept,
        from: vec![father],
        law: "young-wish".into(),
        why: "Hun ber om det, og det er grunn til å respektere det".into(),
        best: "Hun blir trygg".into(),
        lifted: None,
    };
    let decided = story.writes(coordinator(KARI), withholding);
    for thing in [kept, step, decided] {
        assert!(!sees(citizen(FATHER), &story, thing), "not even that there is something");
    }
    assert_eq!(view(citizen(FATHER), &story).unwrap().sees().version(), before - 2);
    assert!(sees(citizen(MOTHER), &story, kept), "the other parent is not named");
    assert!(sees(citizen(GIRL), &story, kept) && sees(citizen(GIRL), &story, decided), "she is told");
    let today = Some(story.moment.today);
    story.rewrites::<Withholding>(coordinator(KARI), decided, |it| it.lifted = today);
    assert!(sees(citizen(FATHER), &story, kept));
}

#[test]
fn r34_r61_one_thing_can_be_told_on_a_named_ground_for_a_time_and_those_it_is_about_can_read_it() {
    let mut story = Story::active();
    story.on("2026-11-20");
    let girl = story.girl;
    let asthma = Need { area: Some(Area::Health), ..need("Astma") };
    let health = story.writes_about(coordinator(KARI), asthma, &[girl]);
    let other =
        story.writes_about(coordinator(KARI), Need { area: Some(Area::Health), ..need("x") }, &[girl]);
    assert!(!sees(citizen(MOTHER), &story, health), "16: her own");
    let to_mother = release(&story, health, Recipient::Member(story.mother));
    let told = story.writes(coordinator(KARI), to_mother);
    assert!(sees(citizen(MOTHER), &story, health));
    assert!(!sees(citizen(MOTHER), &story, other) && !sees(citizen(FATHER), &story, health));
    assert!(sees(citizen(GIRL), &story, told), "she can read that it was told");
    let to_teacher = release(&story, health, Recipient::Helper(TEACHER));
    assert!(view(TEACHES, &story).is_none());
    story.writes(coordinator(KARI), to_teacher);
    assert!(sees(TEACHES, &story, health) && !sees(TEACHES, &story, other));
    story.later(31);
    assert!(!sees(citizen(MOTHER), &story, health) && view(TEACHES, &story).is_none(), "it ends by itself");
}

#[test]
fn r46_an_emergency_opens_who_it_is_and_bodily_health_for_its_time_and_gives_no_right_to_write() {
    let mut story = Story::active();
    let boy = story.boy;
    let asthma = Need { area: Some(Area::Health), ..need("Astma") };
    let health = story.writes_about(coordinator(KARI), asthma, &[boy]);
    let plan = story.writes_about(coordinator(KARI), goal("Ro"), &[boy]);
    let place = files(&mut story, coordinator(KARI), goal("Hjemme"), &[boy], Category::Location);
    let said = story.writes(citizen(BOY), voice(boy, "Hei"));
    assert!(view(NURSES, &story).is_none());
    let opened = story.does(NURSES, Command::OpenInEmergency { why: "Bevisstløs".into(), untold: None });
    assert!(sees(NURSES, &story, health) && sees(NURSES, &story, boy.thing()));
    for closed in [plan, place, said] {
        assert!(!sees(NURSES, &story, closed));
    }
    let seen = view(NURSES, &story).unwrap();
    assert!(!access::may::may(&seen, &visit(NURSES, story.moment), &story.undoes(health)));
    assert!(sees(citizen(MOTHER), &story, opened), "the family is told at once");
    assert!(view(helper(NURSE, SCHOOL), &story).is_none(), "for the service that opened it alone");
    let over = Moment::of(story.moment.at + jiff::SignedDuration::from_mins(60));
    let house = House::of(&[&story]);
    let then = |moment| now(house.gate.view(&visit(NURSES, moment), story.dossier.family, "plan")).is_ok();
    let just_before = Moment::of(over.at - jiff::SignedDuration::from_secs(1));
    assert_eq!([then(just_before), then(over)], [true, false], "to the second");
    let untold = Some("Fare".to_owned());
    let silent = story.does(NURSES, Command::OpenInEmergency { why: "x".into(), untold });
    assert!(!sees(citizen(MOTHER), &story, silent) && sees(coordinator(KARI), &story, silent));
}

#[test]
fn r68_a_care_order_puts_the_foster_parents_in_the_parents_place_the_same_day() {
    let mut story = Story::active();
    let (boy, today) = (story.boy, story.moment.today);
    let account = ActorId::new(91);
    let mut foster = Person::named("Fredrik", "Dal", Generation::Adult);
    foster.account = Some(account);
    let foster = PersonId::from(story.writes(coordinator(KARI), foster));
    let relation = Relation {
        relation: RelationKind::FosterParent,
        responsibility: Responsibility::None,
        ..parent_of(foster, boy, Responsibility::None)
    };
    story.writes(coordinator(KARI), relation);
    let thing = story.writes_about(coordinator(KARI), goal("Lese"), &[boy]);
    both_say_yes(&mut story, boy, &[Category::PlanCore]);
    story.writes(coordinator(KARI), membership(TEACHER, SCHOOL, today));
    assert!(!sees(citizen(account), &story, thing), "a voluntary placement leaves it with the parents");
    assert!(sees(citizen(MOTHER), &story, thing) && sees(TEACHES, &story, thing));
    let order =
        CareOrder { child: boy, basis: "bvl § 5-1".into(), service: FAMILY_TEAM, from: today, until: None };
    let order = story.writes(coordinator(KARI), order);
    assert!(sees(citizen(account), &story, thing));
    assert!(!sees(citizen(MOTHER), &story, thing));
    assert!(!sees(TEACHES, &story, thing), "what the parents said yes to is asked again (R57)");
    story.rewrites::<CareOrder>(coordinator(KARI), order, |it| it.until = Some(today));
    assert!(sees(citizen(MOTHER), &story, thing) && !sees(citizen(account), &story, thing));
}

#[test]
fn r73_r75_from_eighteen_a_parent_sees_what_the_young_person_wishes_and_a_mandate_no_more_than_it_names() {
    let mut story = Story::active();
    let (girl, mother) = (story.girl, story.mother);
    story.on("2028-11-20");
    let plan = story.writes_about(coordinator(KARI), goal("Bolig"), &[girl]);
    let debts =
        story.writes_about(coordinator(KARI), Need { area: Some(Area::Economy), ..need("Gjeld") }, &[girl]);
    let said = story.writes(citizen(GIRL), voice(girl, "Hei"));
    assert!(!sees(citizen(MOTHER), &story, plan), "18: of age");
    let today = story.moment.today;
    let mandate = Mandate {
        person: girl,
        holder: mother,
        basis: MandateBasis::OwnWish,
        categories: vec![Category::PlanCore, Category::ChildVoice],
        why: String::new(),
        from: today,
        until: after(today, 100),
        withdrawn: None,
    };
    let mandate = story.writes(citizen(GIRL), mandate);
    assert!(sees(citizen(MOTHER), &story, plan));
    assert!(!sees(citizen(MOTHER), &story, debts), "a mandate for one thing opens no other");
    assert!(!sees(citizen(MOTHER), &story, said), "and never one's own words");
    assert!(!sees(citizen(FATHER), &story, plan));
    story.rewrites::<Mandate>(citizen(GIRL), mandate, |it| it.withdrawn = Some(today));
    assert!(!sees(citizen(MOTHER), &story, plan));
}

#[test]
fn r77_a_yes_and_a_no_is_a_disagreement_and_stays_closed_whoever_clicks_last() {
    let mut story = with_teacher();
    let (boy, mother, father, today) = (story.boy, story.mother, story.father, story.moment.today);
    let thing = story.writes_about(coordinator(KARI), goal("x"), &[boy]);
    let kinds = [Category::PlanCore];
    let state = |story: &Story| {
        let receiver = (SCHOOL, None);
        stands(&story.all(), boy, receiver, Category::PlanCore, story.moment.today, &story.limits())
    };
    assert_eq!(state(&story), Stands::Closed);
    story.writes(citizen(MOTHER), consent(boy, mother, &kinds, today));
    assert_eq!(state(&story), Stands::Waits(vec![father]));
    story.writes(citizen(FATHER), Consent { refused: true, ..consent(boy, father, &kinds, today) });
    assert_eq!(state(&story), Stands::Disagreement(vec![father]));
    story.later(1);
    story.writes(citizen(MOTHER), consent(boy, mother, &kinds, today));
    assert_eq!(state(&story), Stands::Disagreement(vec![father]), "a second yes of hers changes nothing");
    assert!(!sees(TEACHES, &story, thing));
    story.later(1);
    story.writes(citizen(FATHER), consent(boy, father, &kinds, today));
    assert_eq!(state(&story), Stands::Open, "his own later yes does");
    assert!(sees(TEACHES, &story, thing));
}

#[test]
fn r56_a_yes_to_one_helper_opens_for_that_helper_alone() {
    let mut story = with_teacher();
    let (boy, today) = (story.boy, story.moment.today);
    story.writes(coordinator(KARI), membership(NURSE, SCHOOL, today));
    let thing = story.writes_about(coordinator(KARI), goal("x"), &[boy]);
    for (account, parent) in [(MOTHER, story.mother), (FATHER, story.father)] {
        let yes = Consent { helper: Some(TEACHER), ..consent(boy, parent, &[Category::PlanCore], today) };
        story.writes(citizen(account), yes);
    }
    assert!(sees(TEACHES, &story, thing));
    assert!(!sees(helper(NURSE, SCHOOL), &story, thing));
}

#[test]
fn r57_a_consent_ends_at_the_birthdays_at_changes_of_custody_and_at_protection() {
    type Change = fn(&mut Story);
    let changes: [(&str, Change); 3] = [
        ("the birthday", |story| {
            story.on("2030-03-12");
        }),
        ("custody", |story| {
            let (father, boy) = (story.father, story.boy);
            let of = |it: &Thing<'_, Relation>| it.is.from == father && it.is.to == boy;
            let relation = story.all().all::<Relation>().find(of).unwrap().id();
            story.later(1);
            story.rewrites::<Relation>(coordinator(KARI), relation, |it| it.residence = Residence::Contact);
        }),
        ("protection", |story| {
            story.later(1);
            let boy = story.boy.thing();
            story.rewrites::<Person>(coordinator(KARI), boy, |it| it.protection = Protection::Shielded);
        }),
    ];
    for (name, change) in changes {
        let mut story = with_teacher();
        if name == "the birthday" {
            story.on("2030-03-11");
        }
        let boy = story.boy;
        let thing = story.writes_about(coordinator(KARI), goal("x"), &[boy]);
        both_say_yes(&mut story, boy, &[Category::PlanCore]);
        assert!(sees(TEACHES, &story, thing), "{name}");
        change(&mut story);
        assert!(!sees(TEACHES, &story, thing), "{name}");
        let phone = story.mother.thing();
        both_say_yes(&mut story, boy, &[Category::PlanCore]);
        assert!(sees(TEACHES, &story, thing), "asked again, and answered: {name}");
        story.rewrites::<Person>(coordinator(KARI), phone, |it| it.phone = Some("400 00 000".into()));
        assert!(sees(TEACHES, &story, thing), "what changes nothing ends nothing: {name}");
    }
}

#[test]
fn r57_a_yes_that_protection_has_ended_is_not_given_back_when_the_protection_is_over() {
    type Change = fn(&mut Story);
    let changes: [(&str, Change); 2] = [
        ("a grade that was lifted", |story| {
            let boy = story.boy.thing();
            story.rewrites::<Person>(coordinator(KARI), boy, |it| it.protection = Protection::Shielded);
            story.later(1);
            story.rewrites::<Person>(coordinator(KARI), boy, |it| it.protection = Protection::Open);
        }),
        ("a danger that is over", |story| {
            let (boy, mother, today) = (story.boy, story.mother, story.moment.today);
            let until = Some(after(today, 1));
            let danger = Danger { protected: boy, threat: mother, why: "x".into(), from: today, until };
            story.writes(coordinator(KARI), danger);
        }),
    ];
    for (name, change) in changes {
        let mut story = with_teacher();
        let boy = story.boy;
        let thing = story.writes_about(coordinator(KARI), goal("x"), &[boy]);
        both_say_yes(&mut story, boy, &[Category::PlanCore]);
        story.later(1);
        change(&mut story);
        story.later(1);
        assert!(!sees(TEACHES, &story, thing), "{name}");
        both_say_yes(&mut story, boy, &[Category::PlanCore]);
        assert!(sees(TEACHES, &story, thing), "asked again, and answered: {name}");
    }
}

#[test]
fn r86_that_somebody_from_a_crisis_shelter_takes_part_does_not_exist_for_other_services() {
    let mut story = with_teacher();
    let today = story.moment.today;
    let (mother, shelter) = (story.mother, helper(SHELTER_HELPER, SHELTER));
    let place = story.writes(coordinator(KARI), membership(SHELTER_HELPER, SHELTER, today));
    // All that the family shares with the school opens none of it.
    both_say_yes(&mut story, mother, Category::ALL);
    let mut task = |of| {
        let owner = Some(Owner::Helper(of));
        let action = Action { owner, ..action("Snakke sammen hver uke") };
        story.writes_about(coordinator(KARI), action, &[mother])
    };
    let (theirs, hers) = (task(NURSE), task(SHELTER_HELPER));
    assert!(sees(TEACHES, &story, theirs), "what another service does is told");
    let owner = Some(Owner::Helper(SHELTER_HELPER));
    let ask = request(SHELTER_HELPER, SHELTER, None, after(today, 7));
    let meets = Meeting { helpers: vec![SHELTER_HELPER, KARI], ..meeting("2026-11-25") };
    let things = [
        place,
        hers,
        story.does(coordinator(KARI), Command::Ask(ask)),
        story.writes_about(coordinator(KARI), Need { owner, ..need("Et trygt sted") }, &[mother]),
        story.writes_about(coordinator(KARI), meets, &[mother]),
        story.writes_about(shelter, goal("Sove trygt"), &[mother]),
        story.writes(
            citizen(MOTHER),
            Consent { receiver: SHELTER, ..consent(mother, mother, &[Category::PlanCore], today) },
        ),
        story.writes(
            citizen(MOTHER),
            Objection {
                subject: mother,
                given_by: mother,
                service: SHELTER,
                helper: None,
                categories: vec![Category::Economy],
                from: today,
                lifted: None,
            },
        ),
        story.writes_about(
            coordinator(KARI),
            ServiceLink { person: mother, service: "Krisesenteret".into(), from: None, until: None },
            &[mother],
        ),
        // What somebody there did first, and another has taken over since.
        {
            let (owner, service) = (Some(Owner::Helper(SHELTER_HELPER)), Some(SHELTER));
            let taken = story.writes_about(
                coordinator(KARI),
                Action { owner, service, ..action("Samtaler") },
                &[mother],
            );
            story.rewrites::<Action>(coordinator(KARI), taken, |it| {
                (it.owner, it.service) = (Some(Owner::Helper(NURSE)), Some(HEALTH_STATION));
            });
            taken
        },
    ];
    for (at, thing) in things.into_iter().enumerate() {
        assert!(sees(coordinator(KARI), &story, thing), "{at}");
        assert!(at > 5 || sees(shelter, &story, thing), "{at}");
        assert!(!sees(TEACHES, &story, thing), "{at}");
    }
    let view = view(TEACHES, &story).unwrap();
    assert!(view.sees().all::<Membership>().all(|member| member.is.service != SHELTER));
    // Unless it is told on a named ground, for a time.
    let told = release(&story, place, Recipient::Service(SCHOOL));
    story.writes(coordinator(KARI), told);
    assert!(sees(TEACHES, &story, place));
}

#[test]
fn r86_r88_a_meeting_with_a_crisis_shelter_has_no_other_service_in_it() {
    let mut story = with_teacher();
    story.writes(coordinator(KARI), membership(SHELTER_HELPER, SHELTER, story.moment.today));
    let house = House::of(&[&story]);
    let invites = |helpers: &[ActorId]| {
        let payload = Meeting { helpers: helpers.to_vec(), ..meeting("2026-11-25") }.wrap();
        let audience = Audience::Ordinary;
        house.acts(
            coordinator(KARI),
            &story,
            Command::Write { replaces: None, payload, subjects: Vec::new(), audience },
        )
    };
    assert!(invites(&[SHELTER_HELPER]).is_ok());
    assert!(invites(&[SHELTER_HELPER, KARI]).is_ok());
    assert!(invites(&[TEACHER, KARI]).is_ok());
    match invites(&[TEACHER, SHELTER_HELPER]) {
        Err(ActError::Refused(refusal)) => assert_eq!(refusal, Refusal::Rule(Rule::ShelterApart)),
        other => panic!("{other:?}"),
    }
}

#[test]
fn r82_a_danger_closes_the_case_at_once_for_the_one_it_names_also_with_full_responsibility() {
    let mut story = Story::active();
    let (mother, father, boy, girl) = (story.mother, story.father, story.boy, story.girl);
    let thing = story.writes_about(coordinator(KARI), goal("x"), &[boy]);
    let said = story.writes(citizen(GIRL), voice(girl, "Hei"));
    assert!(sees(citizen(FATHER), &story, thing));
    let today = story.moment.today;
    let from_him: Vec<ThingId> = [mother, boy]
        .map(|protected| story.writes(coordinator(KARI), danger(protected, father, today)))
        .to_vec();
    assert!(view(citizen(FATHER), &story).is_none(), "the very next request");
    assert!(sees(citizen(MOTHER), &story, thing), "the protected mother keeps hers");
    assert!(sees(citizen(GIRL), &story, said), "a child in between keeps its own part");
    assert!(!sees(citizen(GIRL), &story, from_him[0]), "and learns nothing of the danger");
    for danger in from_him {
        story.rewrites::<Danger>(coordinator(KARI), danger, |it| it.until = Some(today));
    }
    assert!(sees(citizen(FATHER), &story, thing));
}

#[test]
fn r84_only_the_named_few_whom_two_persons_approved_may_know_where_a_protected_person_is() {
    let mut story = with_teacher();
    let (boy, mother, father, today) = (story.boy, story.mother, story.father, story.moment.today);
    let place = files(&mut story, coordinator(KARI), goal("Furuveien 3"), &[boy], Category::Location);
    let hers = files(&mut story, coordinator(KARI), goal("Furuveien 3"), &[mother], Category::Location);
    assert!(sees(coordinator(KARI), &story, place));
    for protected in [boy, mother] {
        story.writes(coordinator(KARI), danger(protected, father, today));
    }
    assert!(!sees(coordinator(KARI), &story, place), "not the coordinator as such");
    assert!(sees(citizen(MOTHER), &story, hers), "the grown person herself");
    assert!(!sees(citizen(MOTHER), &story, place), "not by responsibility");
    assert!(!sees(citizen(BOY), &story, place), "not the child, who may tell");
    let asked = Trusted {
        person: boy,
        helper: TEACHER,
        service: SCHOOL,
        why: "Henting".into(),
        asked_by: KARI,
        approved_by: None,
        until: after(today, 30),
        ended: None,
    };
    let trusted = story.writes(coordinator(KARI), asked);
    assert!(!sees(TEACHES, &story, place), "asked is not approved");
    let approves =
        |who: ActorId, story: &Story| story.rewriting::<Trusted>(trusted, |it| it.approved_by = Some(who));
    let own = approves(KARI, &story);
    assert_eq!(story.refuses(coordinator(KARI), own), Refusal::Rule(Rule::TwoPersons));
    let another = approves(LEADER, &story);
    assert_eq!(story.refuses(coordinator(KARI), another), Refusal::Rule(Rule::TwoPersons), "nor in a name");
    let leader = Author { actor: LEADER, role: Role::Leader, service: Some(FAMILY_TEAM) };
    let yes = approves(LEADER, &story);
    story.does(leader, yes);
    assert!(sees(TEACHES, &story, place));
    assert!(!sees(helper(TEACHER, HEALTH_STATION), &story, place), "in that service alone");
    let told = release(&story, place, Recipient::Helper(NURSE));
    story.writes(coordinator(KARI), told.clone());
    assert!(!sees(NURSES, &story, place), "no release opens it");
    story.does(NURSES, Command::OpenInEmergency { why: "x".into(), untold: None });
    assert!(!sees(NURSES, &story, place), "nor an emergency");
    story.later(31);
    assert!(!sees(TEACHES, &story, place), "until its day");
}

#[test]
fn r80_r82_the_view_of_somebody_who_may_not_know_is_the_same_whatever_the_place_is() {
    // T1 and T2: where a protected person is can be changed to anywhere, and no other reader's view is another.
    let shown = |place: &str, who: Author| {
        let mut story = with_teacher();
        let (boy, mother, father, today) = (story.boy, story.mother, story.father, story.moment.today);
        for protected in [boy, mother] {
            story.writes(coordinator(KARI), danger(protected, father, today));
        }
        files(&mut story, coordinator(KARI), goal(place), &[boy], Category::Location);
        let seen = view(who, &story)?;
        let entries: Vec<String> = seen.sees().history().map(|it| format!("{it:?}")).collect();
        Some((entries, seen.sees().version(), seen.categories()))
    };
    let readers = [citizen(FATHER), citizen(BOY), citizen(GIRL), citizen(MOTHER), coordinator(KARI), TEACHES];
    for who in readers {
        assert_eq!(shown("Furuveien 3, Lindvik", who), shown("Oslo", who), "{who:?}");
    }
}

#[test]
fn t7_a_parents_view_is_the_same_with_and_without_what_a_child_keeps_at_every_birthday() {
    for on in
        ["2022-11-19", "2022-11-20", "2025-11-20", "2026-11-19", "2026-11-20", "2028-11-19", "2028-11-20"]
    {
        let shown = |with: bool, who: Author| {
            let mut story = Story::active();
            let girl = story.girl;
            story.on(on);
            if with {
                for audience in [Audience::Oneself, Audience::Coordinator] {
                    story.writes_for(citizen(GIRL), voice(girl, "Ikke si det"), &[girl], audience);
                }
                files(&mut story, helper(NURSE, HEALTH_STATION), goal("x"), &[girl], Category::HealthPrivate);
            }
            let seen = view(who, &story).unwrap();
            let entries: Vec<Entry> = seen.sees().history().map(|(entry, _)| entry.clone()).collect();
            (entries.iter().map(|it| (it.thing, it.version)).collect::<Vec<_>>(), seen.sees().version())
        };
        for who in [citizen(MOTHER), citizen(FATHER)] {
            assert_eq!(shown(true, who), shown(false, who), "{who:?} on {on}");
        }
    }
}

#[test]
fn what_another_sees_is_never_more_than_the_asker_sees() {
    let mut story = with_teacher();
    let (boy, girl, mother, family) = (story.boy, story.girl, story.mother, story.dossier.family);
    let shared = story.writes_about(coordinator(KARI), goal("Ro"), &[boy]);
    let hers =
        story.writes_about(coordinator(KARI), Need { area: Some(Area::Economy), ..need("Gjeld") }, &[mother]);
    let said = story.writes_for(citizen(GIRL), voice(girl, "x"), &[girl], Audience::Coordinator);
    both_say_yes(&mut story, boy, &[Category::PlanCore]);
    let house = House::of(&[&story]);
    let as_kari = Participant { actor: KARI, role: Role::Coordinator, service: Some(FAMILY_TEAM) };
    let as_teacher = Participant { actor: TEACHER, role: Role::Helper, service: Some(SCHOOL) };
    let shows = |asker: Author, who, thing| {
        let seen = now(house.gate.seen_by(&visit(asker, story.moment), family, who, None));
        seen.is_ok_and(|seen| seen.sees().payload(thing).is_some())
    };
    assert!(shows(citizen(FATHER), as_teacher, shared));
    assert!(shows(citizen(FATHER), as_kari, shared));
    assert!(!shows(citizen(FATHER), as_kari, hers), "what Kari knows of the mother stays hers");
    assert!(!shows(citizen(FATHER), as_kari, said) && shows(citizen(GIRL), as_kari, said));
    let father = visit(citizen(FATHER), story.moment);
    let sights =
        house.gate.sights(&father, &now(house.gate.view(&father, family, "access")).unwrap()).unwrap();
    let of_mother = sights.iter().flat_map(|sight| &sight.cells).filter(|cell| cell.person == mother);
    assert_eq!(of_mother.count(), 0, "nor what anybody may read about her");
    let teacher = sights.iter().find(|sight| sight.who == as_teacher).unwrap();
    assert!(teacher.cells.iter().all(|cell| cell.person == boy && cell.category == Category::PlanCore));
    assert_eq!(teacher.cells[0].ground, Ground::Consent);
    for outsider in [TEACHES, NURSES, intake()] {
        let outside = visit(outsider, story.moment);
        let view = now(house.gate.view(&outside, family, "access")).ok();
        assert!(view.and_then(|view| house.gate.sights(&outside, &view)).is_none());
        assert!(now(house.gate.seen_by(&outside, family, as_kari, None)).is_err());
    }
}

#[test]
fn a_preview_tells_what_a_yes_or_its_withdrawal_does_and_writes_nothing() {
    let mut story = with_teacher();
    let (boy, father, today, family) = (story.boy, story.father, story.moment.today, story.dossier.family);
    let shared = story.writes_about(coordinator(KARI), goal("Ro"), &[boy]);
    story.writes(citizen(MOTHER), consent(boy, story.mother, &[Category::PlanCore], today));
    let house = House::of(&[&story]);
    let yes = write(consent(boy, father, &[Category::PlanCore], today), &[boy], Audience::Ordinary);
    let found = now(house.gate.preview(&visit(citizen(FATHER), story.moment), family, yes.clone())).unwrap();
    let [one] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((one.who.actor, one.opens.clone(), one.closes.len()), (TEACHER, vec![shared], 0));
    assert!(!sees(TEACHES, &story, shared), "nothing has happened");
    story.does(citizen(FATHER), yes);
    let given = story.all().all::<Consent>().last().unwrap().id();
    let house = House::of(&[&story]);
    let back = story.rewriting::<Consent>(given, |it| it.withdrawn = Some(today));
    let found = now(house.gate.preview(&visit(citizen(FATHER), story.moment), family, back)).unwrap();
    let [one] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((one.who.actor, one.opens.len(), one.closes.clone()), (TEACHER, 0, vec![shared]));
}

#[test]
fn r109_what_a_reader_could_see_on_a_day_is_answered_with_the_grounds_of_that_day() {
    let mut story = with_teacher();
    let (boy, family) = (story.boy, story.dossier.family);
    let shared = story.writes_about(coordinator(KARI), goal("Ro"), &[boy]);
    let before = story.moment;
    story.later(1);
    let [yes, _] = both_say_yes(&mut story, boy, &[Category::PlanCore]);
    let open = story.moment;
    story.later(1);
    let today = Some(story.moment.today);
    story.rewrites::<Consent>(citizen(MOTHER), yes, |it| it.withdrawn = today);
    let house = House::of(&[&story]);
    let teacher = Participant { actor: TEACHER, role: Role::Helper, service: Some(SCHOOL) };
    let saw = |at: Option<Moment>| {
        let at = at.map(|moment| moment.at);
        let seen = now(house.gate.seen_by(&visit(coordinator(KARI), story.moment), family, teacher, at));
        seen.is_ok_and(|seen| seen.sees().payload(shared).is_some())
    };
    assert_eq!([saw(Some(before)), saw(Some(open)), saw(None)], [false, true, false]);
}

#[test]
fn r34_what_is_told_to_a_service_is_told_to_those_of_it_who_take_part_and_to_no_other_service() {
    let mut story = with_teacher();
    let boy = story.boy;
    story.writes(coordinator(KARI), membership(NURSE, HEALTH_STATION, story.moment.today));
    let asthma = Need { area: Some(Area::Health), ..need("Astma") };
    let told = story.writes_about(coordinator(KARI), asthma, &[boy]);
    assert!(!sees(TEACHES, &story, told));
    let to_school = release(&story, told, Recipient::Service(SCHOOL));
    story.writes(coordinator(KARI), to_school);
    assert!(sees(TEACHES, &story, told));
    assert!(!sees(NURSES, &story, told), "takes part for another service");
    let colleague = Author { actor: JONAS, ..TEACHES };
    assert!(view(colleague, &story).is_none(), "works there and takes no part");
}

#[test]
fn r33_r51_what_somebody_was_told_as_a_helper_is_opened_to_the_same_person_in_no_role_without_content() {
    let mut story = Story::active();
    let told = story.writes_about(coordinator(KARI), goal("Ro"), &[story.boy]);
    let to_teacher = release(&story, told, Recipient::Helper(TEACHER));
    story.writes(coordinator(KARI), to_teacher);
    assert!(sees(TEACHES, &story, told));
    for role in [Role::Leader, Role::Administrator, Role::Visitor, Role::System] {
        assert!(view(Author { role, ..TEACHES }, &story).is_none(), "{role:?}");
    }
}

#[test]
fn r67_whoever_will_decide_for_a_child_later_belongs_to_the_family_later() {
    let mut story = Story::active();
    let whole = story.writes(coordinator(KARI), goal("Sammen"));
    let from = after(story.moment.today, 10);
    let of_father: Vec<ThingId> = {
        let (all, father) = (story.all(), story.father);
        all.all::<Relation>().filter(|it| it.is.from == father).map(|it| it.id()).collect()
    };
    assert!(!of_father.is_empty());
    for relation in of_father {
        story.rewrites::<Relation>(intake(), relation, |it| it.from_day = Some(from));
    }
    assert!(!sees(citizen(FATHER), &story, whole));
    assert!(sees(citizen(MOTHER), &story, whole));
    story.on(&from.to_string());
    assert!(sees(citizen(FATHER), &story, whole));
}

#[test]
fn whoever_is_not_of_the_family_as_a_whole_and_whoever_is_not_known_to_take_part_is_shown_through_nobodys_eyes()
 {
    let mut story = with_teacher();
    let (girl, today) = (story.girl, story.moment.today);
    let trusted = Trusted {
        person: girl,
        helper: NURSE,
        service: HEALTH_STATION,
        why: "Hjemmebesøk".into(),
        asked_by: KARI,
        approved_by: Some(LEADER),
        until: after(today, 30),
        ended: None,
    };
    files(&mut story, coordinator(KARI), trusted, &[girl], Category::Audit);
    let family = story.dossier.family;
    let house = House::of(&[&story]);
    let through = |who: Author, other: Author| {
        let other = Participant { actor: other.actor, role: other.role, service: other.service };
        now(house.gate.seen_by(&visit(who, story.moment), family, other, None)).is_ok()
    };
    let no_service = Author { service: None, ..citizen(FATHER) };
    assert!(through(citizen(MOTHER), coordinator(KARI)));
    assert!(!through(citizen(MOTHER), NURSES), "she is not told that there is a circle");
    assert!(!through(citizen(MOTHER), helper(NEIGHBOUR, SCHOOL)));
    assert!(!through(TEACHES, no_service), "a helper asks about nobody");
    let his = house.view(TEACHES, &story).unwrap();
    assert!(house.gate.sights(&visit(TEACHES, story.moment), &his).is_none());
}

#[test]
fn a_preview_is_for_whoever_may_ask_what_others_see_and_may_do_what_is_asked_about() {
    let mut story = with_teacher();
    let (boy, mother, today, family) = (story.boy, story.mother, story.moment.today, story.dossier.family);
    let asked = story.asks(TEACHER, SCHOOL, None);
    both_say_yes(&mut story, boy, &[Category::PlanCore]);
    let house = House::of(&[&story]);
    let previews = |who: Author, command: Command| {
        now(house.gate.preview(&visit(who, story.moment), family, command)).is_ok()
    };
    let answer = story.answers(asked, story.yes());
    assert!(!previews(TEACHES, answer.clone()));
    assert!(house.acts(TEACHES, &story, answer).is_ok(), "may do it, and asks nothing about others");
    let hers = write(consent(mother, mother, &[Category::Economy], today), &[mother], Audience::Ordinary);
    assert!(previews(citizen(MOTHER), hers.clone()));
    assert!(!previews(citizen(FATHER), hers), "nobody asks what another's yes would open");
}
