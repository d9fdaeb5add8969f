//! Who reads one thing, and what a decision under the law may name.

use crate::support::story::*;
use crate::support::*;
use access::*;
use dossier::*;

fn readers(
    house: &House,
    who: Author,
    story: &Story,
    thing: ThingId,
) -> Option<Vec<(ActorId, Option<Ground>)>> {
    let visit = visit(who, story.moment);
    let (_, readers) = now(house.gate.readers(&visit, story.dossier.family, thing)).ok()?;
    Some(readers.into_iter().map(|reader| (reader.who.actor, reader.ground)).collect())
}

fn kept(thing: ThingId, from: PersonId) -> Withholding {
    Withholding {
        thing,
        from: vec![from],
        law: "own-health".into(),
        why: "Vurdert.".into(),
        best: "x".into(),
        lifted: None,
    }
}

#[test]
fn the_coordinator_is_told_who_reads_a_thing_and_on_which_ground() {
    let mut story = Story::active();
    story.writes(coordinator(KARI), membership(TEACHER, SCHOOL, story.moment.today));
    let thing = story.writes_about(coordinator(KARI), goal("Sove godt"), &[story.boy]);
    let found = readers(&House::of(&[&story]), coordinator(KARI), &story, thing).unwrap();
    let of = |actor: ActorId| found.iter().find(|(it, _)| *it == actor).map(|(_, ground)| *ground);
    assert_eq!(of(KARI), Some(Some(Ground::Coordinator)));
    assert_eq!(of(MOTHER), Some(Some(Ground::ParentalResponsibility)));
    assert_eq!(of(FATHER), Some(Some(Ground::ParentalResponsibility)));
    assert_eq!(of(TEACHER), Some(None), "takes part, and nothing opens it");
    assert_eq!(of(NEIGHBOUR), None, "does not take part");

    story.writes(coordinator(KARI), kept(thing, story.father));
    let found = readers(&House::of(&[&story]), coordinator(KARI), &story, thing).unwrap();
    let of = |actor: ActorId| found.iter().find(|(it, _)| *it == actor).map(|(_, ground)| *ground);
    assert_eq!((of(FATHER), of(MOTHER)), (Some(None), Some(Some(Ground::ParentalResponsibility))));
    // What is told agrees with what each of them sees.
    for (who, reads) in [(citizen(FATHER), false), (citizen(MOTHER), true), (helper(TEACHER, SCHOOL), false)]
    {
        assert_eq!(sees(who, &story, thing), reads);
    }
}

#[test]
fn nobody_else_is_told_and_nobody_is_told_about_what_is_not_seen() {
    let mut story = Story::active();
    let thing = story.writes_about(coordinator(KARI), goal("Sove godt"), &[story.boy]);
    let own = story.does(citizen(GIRL), say(story.girl, "bare mitt".into(), None, Audience::Oneself));
    let house = House::of(&[&story]);
    for who in [citizen(MOTHER), citizen(GIRL), helper(TEACHER, SCHOOL), coordinator(JONAS), intake()] {
        assert!(readers(&house, who, &story, thing).is_none(), "{who:?}");
    }
    assert!(readers(&house, coordinator(KARI), &story, own).is_none(), "kept to oneself");
    assert!(readers(&house, coordinator(KARI), &story, ThingId::new(999)).is_none());
    assert_eq!(house.memory.refused.lock().unwrap().len(), 7, "each refused look is noted");
    assert!(house.memory.lines.lock().unwrap().is_empty());
}

#[test]
fn what_a_decision_names_must_be_there_but_nothing_stops_ending_it() {
    let mut story = Story::active();
    let thing = story.writes_about(coordinator(KARI), goal("Sove godt"), &[story.boy]);
    let house = House::of(&[&story]);
    let fault = |payload: Payload| {
        let command =
            Command::Write { replaces: None, payload, subjects: Vec::new(), audience: Audience::Ordinary };
        match house.acts(coordinator(KARI), &story, command) {
            Err(ActError::Refused(Refusal::Field { field, .. })) => Some(field),
            Ok(_) => None,
            other => panic!("{other:?}"),
        }
    };
    let told = Release {
        thing,
        to: Recipient::Helper(TEACHER),
        law: "same-purpose".into(),
        purpose: "x".into(),
        need: "x".into(),
        asked: "x".into(),
        best: "x".into(),
        until: after(story.moment.today, 30),
        ended: None,
    };
    let nobody = ActorId::new(999);
    assert_eq!(fault(kept(thing, story.father).wrap()), None);
    assert_eq!(
        fault(Withholding { law: "same-purpose".into(), ..kept(thing, story.father) }.wrap()),
        Some("law")
    );
    assert_eq!(
        fault(Withholding { law: "finnes-ikke".into(), ..kept(thing, story.father) }.wrap()),
        Some("law")
    );
    assert_eq!(fault(told.clone().wrap()), None);
    assert_eq!(fault(Release { law: "young-wish".into(), ..told.clone() }.wrap()), Some("law"));
    assert_eq!(fault(Release { to: Recipient::Helper(nobody), ..told.clone() }.wrap()), Some("to"));
    let nowhere = Recipient::Service(ServiceId::new(999));
    assert_eq!(fault(Release { to: nowhere, ..told.clone() }.wrap()), Some("to"));
    let order = |service| {
        let (child, from) = (story.boy, story.moment.today);
        CareOrder { child, basis: "bvl § 5-1".into(), service, from, until: None }.wrap()
    };
    assert_eq!(fault(order(SCHOOL)), Some("service"), "no child welfare service");
    assert_eq!(fault(Conflict { helper: nobody, why: "x".into(), ended: None }.wrap()), Some("to"));

    // A ground that is no longer in force, recorded when it was, does not stop the end.
    let was =
        story.writes(coordinator(KARI), Withholding { law: "opphevet".into(), ..kept(thing, story.father) });
    let today = story.moment.today;
    let end = story.rewriting::<Withholding>(was, |it| it.lifted = Some(today));
    assert!(House::of(&[&story]).acts(coordinator(KARI), &story, end).is_ok());
}

#[test]
fn ending_what_names_somebody_who_is_gone_is_never_stopped() {
    let mut story = Story::active();
    let (today, boy, nobody) = (story.moment.today, story.boy, ActorId::new(999));
    let goal = story.writes_about(coordinator(KARI), goal("Sove godt"), &[boy]);
    let trusted = Trusted {
        person: boy,
        helper: nobody,
        service: SCHOOL,
        why: "Henting".into(),
        asked_by: KARI,
        approved_by: None,
        until: after(today, 30),
        ended: None,
    };
    let order =
        CareOrder { child: boy, basis: "bvl § 5-1".into(), service: SCHOOL, from: today, until: None };
    let release = Release {
        thing: goal,
        to: Recipient::Helper(nobody),
        law: "opphevet".into(),
        purpose: "x".into(),
        need: "x".into(),
        asked: "x".into(),
        best: "x".into(),
        until: after(today, 30),
        ended: None,
    };
    let given = Disclosure { law: "opphevet".into(), ..given_outside(&story, vec![story.mother]) };
    let conflict = Conflict { helper: nobody, why: "x".into(), ended: None };
    // None of these can be begun.
    let house = House::of(&[&story]);
    let begins = |payload: Payload| {
        let (subjects, audience) = (vec![boy], Audience::Ordinary);
        house.acts(coordinator(KARI), &story, Command::Write { replaces: None, payload, subjects, audience })
    };
    for (field, payload) in [
        ("to", trusted.clone().wrap()),
        ("service", order.clone().wrap()),
        ("law", release.clone().wrap()),
        ("law", given.clone().wrap()),
        ("to", conflict.clone().wrap()),
    ] {
        let refused = begins(payload.clone());
        let told =
            matches!(&refused, Err(ActError::Refused(Refusal::Field { field: it, .. })) if *it == field);
        assert!(told, "{} {refused:?}", payload.code());
    }
    // All of them, begun when it was otherwise, can be ended.
    let about = [boy];
    let given = story.writes_about(coordinator(KARI), given, &about);
    let trusted = story.writes_about(coordinator(KARI), trusted, &about);
    let order = story.writes_about(coordinator(KARI), order, &about);
    let release = story.writes_about(coordinator(KARI), release, &about);
    let conflict = story.writes(coordinator(KARI), conflict);
    for end in [
        story.rewriting::<Trusted>(trusted, |it| it.ended = Some(today)),
        story.rewriting::<CareOrder>(order, |it| it.until = Some(today)),
        story.rewriting::<Release>(release, |it| it.ended = Some(today)),
        story.rewriting::<Disclosure>(given, |it| it.undone = Some(today)),
        story.rewriting::<Conflict>(conflict, |it| it.ended = Some(today)),
    ] {
        let ended = House::of(&[&story]).acts(coordinator(KARI), &story, end.clone());
        assert!(ended.is_ok(), "{end:?}: {ended:?}");
    }
}

/// The father has asked to see what is written about the boy, and is told no.
fn refused(story: &Story) -> Insight {
    Insight {
        by: story.father,
        about: story.boy,
        asked: "Alt som skolen har skrevet".into(),
        on: story.moment.today,
        outcome: InsightOutcome::Refused,
        answer: "Du får ikke se det nå.".into(),
        law: Some("refuse-harm-to-child".into()),
        why: "Det kan skade ham.".into(),
        reversed: None,
    }
}

#[test]
fn r66_r93_the_answer_to_who_asked_for_insight_is_read_by_that_person_and_the_coordinator_alone() {
    let mut story = Story::active();
    let today = story.moment.today;
    story.writes(coordinator(KARI), membership(TEACHER, SCHOOL, today));
    for (account, parent) in [(MOTHER, story.mother), (FATHER, story.father)] {
        for about in [story.boy, story.father] {
            story.writes(citizen(account), consent(about, parent, Category::ALL, today));
        }
    }
    let letter = story.writes(coordinator(KARI), refused(&story));
    assert!(sees(citizen(FATHER), &story, letter) && sees(coordinator(KARI), &story, letter));
    for other in [citizen(MOTHER), helper(TEACHER, SCHOOL), coordinator(JONAS), intake()] {
        assert!(!sees(other, &story, letter), "{other:?}");
    }
}

#[test]
fn r66_r93_a_no_to_insight_names_a_ground_that_is_in_force_and_the_reason_and_a_letter_is_never_rewritten() {
    let mut story = Story::active();
    let tries = |story: &Story, who: Author, insight: Insight| {
        House::of(&[story]).acts(who, story, write(insight, &[], Audience::Ordinary))
    };
    let no = refused(&story);
    let yes = Insight { outcome: InsightOutcome::Given, law: None, why: String::new(), ..no.clone() };
    let tomorrow = after(story.moment.today, 1);
    let field = |insight: Insight| match tries(&story, coordinator(KARI), insight) {
        Err(ActError::Refused(Refusal::Field { field, .. })) => Some(field),
        Ok(_) => None,
        Err(other) => panic!("{other:?}"),
    };
    assert_eq!((field(no.clone()), field(yes.clone())), (None, None));
    assert_eq!(field(Insight { law: None, ..no.clone() }), Some("law"), "a no without a ground");
    assert_eq!(
        field(Insight { law: Some("young-wish".into()), ..no.clone() }),
        Some("law"),
        "another's ground"
    );
    assert_eq!(field(Insight { why: " ".into(), ..no.clone() }), Some("why"), "a no without a reason");
    assert_eq!(field(Insight { law: no.law.clone(), ..yes }), Some("law"), "a yes with a ground for no");
    assert_eq!(field(Insight { answer: String::new(), ..no.clone() }), Some("answer"));
    assert_eq!(field(Insight { on: tomorrow, ..no.clone() }), Some("on"));
    let nobody = Insight { about: PersonId::new(999), ..no.clone() };
    assert!(matches!(tries(&story, coordinator(KARI), nobody), Err(ActError::NotFound)));
    assert!(tries(&story, citizen(FATHER), no.clone()).is_err(), "nobody answers oneself");

    let letter = story.writes(coordinator(KARI), no);
    let today = story.moment.today;
    let other = story.rewriting::<Insight>(letter, |it| it.why = "Noe annet".into());
    assert!(House::of(&[&story]).acts(coordinator(KARI), &story, other).is_err());
    let back = story.rewriting::<Insight>(letter, |it| it.reversed = Some(today));
    assert!(House::of(&[&story]).acts(coordinator(KARI), &story, back).is_ok());
}

#[test]
fn r24_a_helper_who_says_that_she_may_not_take_part_finds_no_case_from_then_on() {
    let mut story = Story::active();
    let asked = story.asks(TEACHER, SCHOOL, None);
    assert!(sees(helper(TEACHER, SCHOOL), &story, asked));
    let said = Conflict { helper: TEACHER, why: "Fetteren min.".into(), ended: None };
    let command = write(said, &[], Audience::Ordinary);
    let house = House::of(&[&story]);
    house.acts(helper(TEACHER, SCHOOL), &story, command.clone()).unwrap();
    story.does(helper(TEACHER, SCHOOL), command);
    assert!(view(helper(TEACHER, SCHOOL), &story).is_none());
    // Nobody says it for another helper.
    let other = Conflict { helper: NURSE, why: "x".into(), ended: None };
    let story = {
        let mut story = Story::active();
        story.asks(TEACHER, SCHOOL, None);
        story
    };
    let tried =
        House::of(&[&story]).acts(helper(TEACHER, SCHOOL), &story, write(other, &[], Audience::Ordinary));
    assert!(matches!(tried, Err(ActError::NotFound)));
}

#[test]
fn r36_r94_what_somebody_closes_to_those_at_work_is_for_the_coordinator_and_whose_task_it_is() {
    let mut story = Story::active();
    let (mother, today) = (story.mother, story.moment.today);
    story.writes(coordinator(KARI), membership(TEACHER, SCHOOL, today));
    let kinds = [Category::PlanCore];
    story.writes(citizen(MOTHER), consent(mother, mother, &kinds, today));
    let hers = story.writes_about(coordinator(KARI), goal("Norskkurs"), &[mother]);
    let task = Action { owner: Some(Owner::Helper(TEACHER)), ..action("Ringe kurset") };
    let task = story.writes_about(coordinator(KARI), task, &[mother]);
    let teacher = helper(TEACHER, SCHOOL);
    assert!(sees(teacher, &story, hers) && sees(teacher, &story, task));
    let blocks: Vec<ThingId> = [hers, task]
        .map(|thing| {
            let block = Block { thing, given_by: mother, from: today, lifted: None };
            let house = House::of(&[&story]);
            let command = write(block.clone(), &[], Audience::Ordinary);
            for other in [citizen(FATHER), coordinator(KARI), teacher] {
                assert!(house.acts(other, &story, command.clone()).is_err(), "{other:?}");
            }
            story.writes(citizen(MOTHER), block)
        })
        .to_vec();
    assert!(!sees(teacher, &story, hers), "at once");
    assert!(!sees(teacher, &story, blocks[0]), "nor that it was closed");
    assert!(sees(teacher, &story, task), "whose task it is keeps it");
    assert!(sees(coordinator(KARI), &story, hers) && sees(citizen(MOTHER), &story, blocks[0]));
    assert!(!sees(citizen(FATHER), &story, blocks[0]), "nor is it anybody else's at home");
    story.rewrites::<Block>(citizen(MOTHER), blocks[0], |it| it.lifted = Some(today));
    assert!(sees(teacher, &story, hers));
}

/// Child welfare has demanded something about the boy, and got it; so far nobody at home is told.
fn given_outside(story: &Story, told: Vec<PersonId>) -> Disclosure {
    let untold = if told.is_empty() { "Det kan skade ham nå.".into() } else { String::new() };
    Disclosure {
        about: story.boy,
        to: "Barneverntjenesten i Vik".into(),
        law: "disclose-order".into(),
        demand: "Pålegg av 2. november".into(),
        on: story.moment.today,
        given: "Hvilke tiltak han har".into(),
        told,
        untold,
        undone: None,
    }
}

#[test]
fn r43_what_was_given_out_on_an_order_is_read_by_the_coordinator_and_those_who_were_told_alone() {
    let mut story = Story::active();
    let today = story.moment.today;
    story.writes(coordinator(KARI), membership(TEACHER, SCHOOL, today));
    for (account, parent) in [(MOTHER, story.mother), (FATHER, story.father)] {
        story.writes(citizen(account), consent(story.boy, parent, Category::ALL, today));
    }
    let given = story.writes(coordinator(KARI), given_outside(&story, vec![story.mother]));
    let untold = story.writes(coordinator(KARI), given_outside(&story, Vec::new()));
    assert!(sees(coordinator(KARI), &story, given) && sees(coordinator(KARI), &story, untold));
    assert!(sees(citizen(MOTHER), &story, given) && !sees(citizen(MOTHER), &story, untold));
    for other in
        [citizen(FATHER), citizen(GIRL), citizen(BOY), helper(TEACHER, SCHOOL), coordinator(JONAS), intake()]
    {
        for thing in [given, untold] {
            assert!(!sees(other, &story, thing), "{other:?}");
        }
    }
    // When it harms nobody any longer, the father is told too; that it was written earlier why not stays closed to him.
    let (mother, father) = (story.mother, story.father);
    let later = story.rewriting::<Disclosure>(untold, |it| {
        (it.told, it.untold) = (vec![father, mother], String::new());
    });
    story.does(coordinator(KARI), later);
    assert!(sees(citizen(FATHER), &story, untold));
    let house = House::of(&[&story]);
    let view = house.view(citizen(FATHER), &story).unwrap();
    assert_eq!(view.sees().versions(untold).len(), 1, "the version with the reason is not his");
}

#[test]
fn r43_r49_r53_what_is_given_out_names_a_ground_in_force_and_who_knows_and_is_never_rewritten() {
    let mut story = Story::active();
    let today = story.moment.today;
    let told = given_outside(&story, vec![story.mother]);
    let field = |story: &Story, given: Disclosure| match House::of(&[story]).acts(
        coordinator(KARI),
        story,
        write(given, &[], Audience::Ordinary),
    ) {
        Err(ActError::Refused(Refusal::Field { field, .. })) => Some(field),
        Ok(_) => None,
        other => panic!("{other:?}"),
    };
    assert_eq!(field(&story, told.clone()), None);
    assert_eq!(field(&story, given_outside(&story, Vec::new())), None);
    let faults = [
        ("law", Disclosure { law: "same-purpose".into(), ..told.clone() }),
        ("law", Disclosure { law: "finnes-ikke".into(), ..told.clone() }),
        ("to", Disclosure { to: " ".into(), ..told.clone() }),
        ("demand", Disclosure { demand: String::new(), ..told.clone() }),
        ("given", Disclosure { given: String::new(), ..told.clone() }),
        ("on", Disclosure { on: after(today, 1), ..told.clone() }),
        ("told", Disclosure { told: vec![story.girl], ..told.clone() }),
        ("untold", Disclosure { told: Vec::new(), ..told.clone() }),
        ("untold", Disclosure { untold: "x".into(), ..told.clone() }),
    ];
    for (name, fault) in faults {
        assert_eq!(field(&story, fault.clone()), Some(name), "{fault:?}");
    }
    let nobody = write(Disclosure { about: PersonId::new(999), ..told.clone() }, &[], Audience::Ordinary);
    let nobody = House::of(&[&story]).acts(coordinator(KARI), &story, nobody);
    assert!(matches!(nobody, Err(ActError::NotFound)), "{nobody:?}");
    for other in [citizen(MOTHER), helper(TEACHER, SCHOOL), intake()] {
        let tried = House::of(&[&story]).acts(other, &story, write(told.clone(), &[], Audience::Ordinary));
        assert!(tried.is_err(), "{other:?}");
    }
    let given = story.writes(coordinator(KARI), told);
    let tries = |story: &Story, how: fn(&mut Disclosure)| {
        let command = story.rewriting::<Disclosure>(given, how);
        House::of(&[story]).acts(coordinator(KARI), story, command).is_ok()
    };
    assert!(!tries(&story, |it| it.given = "Noe annet".into()));
    assert!(!tries(&story, |it| (it.told, it.untold) = (Vec::new(), "x".into())), "who was told stays told");
    assert!(tries(&story, |it| it.undone = Some(it.on)));
}
