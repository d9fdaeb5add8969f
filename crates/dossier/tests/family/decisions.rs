//! What the law says about a family in particular: what such a decision must hold, and how it ends.

use crate::story::*;
use Problem::*;
use dossier::*;

fn field(name: &'static str, problem: Problem) -> Refusal {
    Refusal::Field { field: name, problem }
}

fn danger(protected: PersonId, threat: PersonId, from: jiff::civil::Date) -> Danger {
    Danger { protected, threat, why: "Besøksforbud fra politiet.".into(), from, until: None }
}

fn trusted(story: &Story, person: PersonId, days: i32) -> Trusted {
    Trusted {
        person,
        helper: NURSE,
        service: HEALTH_STATION,
        why: "Besøker dem hjemme.".into(),
        // Whoever is named here, the writer is the one who asked.
        asked_by: LEADER,
        approved_by: None,
        until: after(story.moment.today, days),
        ended: None,
    }
}

fn mandate(person: PersonId, holder: PersonId, from: &str, days: i32) -> Mandate {
    Mandate {
        person,
        holder,
        basis: MandateBasis::OwnWish,
        categories: vec![Category::PlanCore],
        why: "Sa det selv.".into(),
        from: day(from),
        until: after(day(from), days),
        withdrawn: None,
    }
}

fn withholding(thing: ThingId, from: &[PersonId]) -> Withholding {
    let (law, why) = ("young-wish".into(), "Hun er 15 år og har sagt hvorfor.".into());
    Withholding { thing, from: from.to_vec(), law, why, best: "Hun blir trygg på oss.".into(), lifted: None }
}

fn release(story: &Story, thing: ThingId, days: i32) -> Release {
    Release {
        thing,
        to: Recipient::Helper(TEACHER),
        law: "same-purpose".into(),
        purpose: "Skolen kan ta imot ham.".into(),
        need: "Ellers vet ingen at han kommer.".into(),
        asked: "Spurte mor, som ikke svarte.".into(),
        best: "At noen venter på ham.".into(),
        until: after(story.moment.today, days),
        ended: None,
    }
}

#[test]
fn who_may_know_an_address_is_approved_by_another_than_the_one_who_asked_r84() {
    let mut story = Story::active();
    let mother = story.mother;
    let asked = trusted(&story, mother, 90);
    let approved_at_once = Trusted { approved_by: Some(KARI), ..asked.clone() };
    let two = Refusal::Rule(Rule::TwoPersons);
    assert_eq!(story.refuses(coordinator(KARI), write(approved_at_once, &[], Audience::Ordinary)), two);

    let thing = story.writes(coordinator(KARI), asked);
    assert_eq!(story.now::<Trusted>(thing).asked_by, KARI, "the one who wrote it asked for it");
    let approves = |by: ActorId| move |it: &mut Trusted| it.approved_by = Some(by);
    let by_oneself = story.rewriting(thing, approves(KARI));
    assert_eq!(story.refuses(coordinator(KARI), by_oneself), two);
    let by_the_helper = story.rewriting(thing, approves(NURSE));
    assert_eq!(story.refuses(helper(NURSE, HEALTH_STATION), by_the_helper), two);
    let for_another = story.rewriting(thing, approves(JONAS));
    assert_eq!(story.refuses(coordinator(RANDI), for_another), two);
    let asked_by_another = story.rewriting::<Trusted>(thing, |it| {
        (it.asked_by, it.approved_by) = (JONAS, Some(KARI));
    });
    assert_eq!(story.refuses(coordinator(KARI), asked_by_another), two);

    story.rewrites(coordinator(JONAS), thing, approves(JONAS));
    let longer = story.rewriting::<Trusted>(thing, |it| it.until = after(it.until, 1));
    assert_eq!(story.refuses(coordinator(KARI), longer), two, "longer is another decision");
    let other_helper = story.rewriting::<Trusted>(thing, |it| it.helper = TEACHER);
    assert_eq!(story.refuses(coordinator(KARI), other_helper), field("thing", Choice));
    let today = story.moment.today;
    story.rewrites::<Trusted>(coordinator(KARI), thing, |it| it.ended = Some(today));
    assert_eq!(story.now::<Trusted>(thing).ended, Some(today), "one alone can end it");
}

#[test]
fn nothing_lasts_longer_than_until_somebody_must_look_again() {
    let mut story = Story::active();
    let (mother, father) = (story.mother, story.father);
    let thing = story.writes(coordinator(KARI), need("Trenger ro"));
    let most = i32::from(story.limits().decision_days);
    let too_long = Refusal::Rule(Rule::DecisionTooLong);
    let tries = |story: &mut Story, days: i32| -> Vec<Option<Refusal>> {
        let payloads = [
            trusted(story, mother, days).wrap(),
            release(story, thing, days).wrap(),
            mandate(mother, father, "2026-11-09", days).wrap(),
        ];
        let write = |payload| Command::Write {
            replaces: None,
            payload,
            subjects: Vec::new(),
            audience: Audience::Ordinary,
        };
        payloads.map(|payload| story.tries(coordinator(KARI), write(payload)).err()).to_vec()
    };
    assert_eq!(tries(&mut story, most + 1), vec![Some(too_long); 3]);
    assert_eq!(tries(&mut story, -1), vec![Some(field("until", Date)); 3]);
    assert_eq!(tries(&mut story, most), vec![None; 3]);
}

#[test]
fn a_mandate_is_for_somebody_of_age_and_can_be_made_ready_before_the_birthday_r73() {
    let mut story = Story::active();
    let (girl, mother) = (story.girl, story.mother);
    // Leila turns eighteen on 20 November 2028.
    let early = mandate(girl, mother, "2028-11-19", 90);
    let command = write(early, &[], Audience::Ordinary);
    assert_eq!(story.refuses(citizen(GIRL), command), Refusal::Rule(Rule::NotOfAge));
    let ready = mandate(girl, mother, "2028-11-20", 90);
    let nothing = Mandate { categories: Vec::new(), ..ready.clone() };
    assert_eq!(
        story.refuses(citizen(GIRL), write(nothing, &[], Audience::Ordinary)),
        field("categories", Empty)
    );
    let oneself = Mandate { holder: girl, ..ready.clone() };
    assert_eq!(
        story.refuses(citizen(GIRL), write(oneself, &[], Audience::Ordinary)),
        field("holder", Choice)
    );
    let thing = story.writes(citizen(GIRL), ready);
    let now = story.now::<Mandate>(thing);
    assert!(!now.holds(story.moment.today) && !now.holds(day("2028-11-19")), "nothing before the birthday");
    assert!(now.holds(day("2028-11-20")));
    let other = story.rewriting::<Mandate>(thing, |it| it.basis = MandateBasis::Guardian);
    assert_eq!(story.refuses(coordinator(KARI), other), field("thing", Choice));
}

#[test]
fn what_is_withheld_is_lifted_by_a_decision_and_never_undone_r62() {
    let mut story = Story::active();
    let (mother, girl, father) = (story.mother, story.girl, story.father);
    let told = story.writes_about(coordinator(KARI), need("Sover lite"), &[girl]);
    let from_nobody = withholding(told, &[]);
    assert_eq!(
        story.refuses(coordinator(KARI), write(from_nobody, &[], Audience::Ordinary)),
        field("from", Empty)
    );
    let nowhere = withholding(ThingId::new(999), &[mother]);
    assert_eq!(story.refuses(coordinator(KARI), write(nowhere, &[], Audience::Ordinary)), Refusal::Missing);
    let thing = story.writes(coordinator(KARI), withholding(told, &[mother, father]));
    let entry = story.dossier.latest(thing).unwrap();
    assert_eq!(entry.audience, Audience::Coordinator, "that it is withheld is withheld too");
    assert_eq!(entry.subjects, [girl]);
    let undo = story.undoes(thing);
    assert_eq!(story.refuses(coordinator(KARI), undo), Refusal::Rule(Rule::NotUndoable));
    let about_another = story.rewriting::<Withholding>(thing, |it| it.thing = mother.thing());
    assert_eq!(story.refuses(coordinator(KARI), about_another), field("thing", Choice));
    let today = story.moment.today;
    story.rewrites::<Withholding>(coordinator(KARI), thing, |it| it.lifted = Some(today));
    assert_eq!(story.now::<Withholding>(thing).lifted, Some(today));
}

#[test]
fn what_is_told_further_says_what_for_why_and_that_they_were_asked_and_is_read_like_what_was_told_r34() {
    let mut story = Story::active();
    let girl = story.girl;
    let told = story.writes_about(coordinator(KARI), need("Sover lite"), &[girl]);
    let full = release(&story, told, 30);
    for (name, empty) in [
        ("law", Release { law: " ".into(), ..full.clone() }),
        ("purpose", Release { purpose: String::new(), ..full.clone() }),
        ("need", Release { need: String::new(), ..full.clone() }),
        ("asked", Release { asked: String::new(), ..full.clone() }),
    ] {
        let command = write(empty, &[], Audience::Ordinary);
        assert_eq!(story.refuses(coordinator(KARI), command), field(name, Empty));
    }
    let thing = story.writes_for(coordinator(KARI), full, &[], Audience::Coordinator);
    let (entry, of) = (story.dossier.latest(thing).unwrap(), story.dossier.latest(told).unwrap());
    assert_eq!((entry.category, &entry.subjects), (of.category, &of.subjects));
    assert_eq!(entry.audience, of.audience, "those who read what was told can read that it was told");
}

#[test]
fn nobody_is_protected_from_oneself_and_what_protects_stays_with_the_coordinator_r82() {
    let mut story = Story::active();
    let (mother, father, today) = (story.mother, story.father, story.moment.today);
    let oneself = danger(mother, mother, today);
    assert_eq!(
        story.refuses(coordinator(KARI), write(oneself, &[], Audience::Ordinary)),
        field("threat", Choice)
    );
    let thing = story.writes(coordinator(KARI), danger(mother, father, today));
    let entry = story.dossier.latest(thing).unwrap();
    assert_eq!((&entry.audience, &entry.subjects), (&Audience::Coordinator, &vec![mother]));
    assert_eq!(protected(&story.all(), today), [mother]);
    let undo = story.undoes(thing);
    assert_eq!(story.refuses(coordinator(KARI), undo), Refusal::Rule(Rule::NotUndoable));
    story.rewrites::<Danger>(coordinator(KARI), thing, |it| it.until = Some(today));
    assert!(protected(&story.all(), today).is_empty(), "over on the day on which it was ended");
}

#[test]
fn who_may_not_take_part_is_out_of_everything_at_once_and_leaves_visible_gaps_r24() {
    let mut story = Story::active();
    let girl = story.girl;
    let waits = story.asks(TEACHER, SCHOOL, None);
    let answered = story.asks(TEACHER, SCHOOL, None);
    let yes = story.answers(answered, story.yes());
    story.does(helper(TEACHER, SCHOOL), yes);
    let mine = Action { owner: Some(Owner::Helper(TEACHER)), service: Some(SCHOOL), ..action("Ringe hjem") };
    let mine = story.writes_about(coordinator(KARI), mine, &[girl]);
    let others =
        Action { owner: Some(Owner::Helper(NURSE)), service: Some(HEALTH_STATION), ..action("Måle") };
    let others = story.writes_about(coordinator(KARI), others, &[girl]);
    let need = Need { owner: Some(Owner::Helper(TEACHER)), ..need("Ro i timen") };
    let need = story.writes_about(coordinator(KARI), need, &[girl]);
    assert_eq!(team(&story.all(), story.moment.today).len(), 1);

    let said = Conflict { helper: TEACHER, why: "Fetteren min.".into(), ended: None };
    let conflict = story.writes(helper(TEACHER, SCHOOL), said);
    let no = |it: Request| matches!(it.answer, Some(RequestAnswer::No { words, .. }) if words.is_empty());
    assert!(no(story.now(waits)), "nobody waits for somebody who cannot read the question");
    assert!(story.now::<Request>(answered).answer.unwrap().is_yes(), "what was answered stays answered");
    assert_eq!(story.now::<Action>(mine).owner, None);
    assert_eq!(story.now::<Action>(others).owner, Some(Owner::Helper(NURSE)));
    assert_eq!(story.now::<Need>(need).owner, None);
    assert!(team(&story.all(), story.moment.today).is_empty());
    assert_eq!(story.dossier.latest(conflict).unwrap().audience, Audience::Coordinator);

    // Ending it gives nothing back by itself, and takes nothing away.
    let again = Action { owner: Some(Owner::Helper(TEACHER)), ..story.now::<Action>(mine) };
    story.rewrites::<Action>(coordinator(KARI), mine, |it| it.owner = again.owner);
    let today = story.moment.today;
    story.rewrites::<Conflict>(coordinator(KARI), conflict, |it| it.ended = Some(today));
    assert_eq!(story.now::<Action>(mine).owner, again.owner);
}
