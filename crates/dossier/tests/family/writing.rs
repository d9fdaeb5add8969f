//! Writing plain things: what is checked, whose words they are, whom they are about, and who may open them.

use crate::story::*;
use Problem::*;
use dossier::*;

fn field(name: &'static str, problem: Problem) -> Refusal {
    Refusal::Field { field: name, problem }
}

#[test]
fn what_cannot_be_meant_is_named_by_its_field() {
    let mut story = Story::active();
    let (mother, girl, boy, today) = (story.mother, story.girl, story.boy, story.moment.today);
    let nobody = PersonId::new(999);
    let goal_id = story.writes(coordinator(KARI), goal("Trygg"));
    let long = "å".repeat(4001);
    let tomorrow = after(today, 1);
    let child = |change: fn(&mut Person)| {
        let mut person = Person::named("Nora", "Haddad", Generation::Child);
        change(&mut person);
        person.wrap()
    };
    let relation = parent_of(mother, girl, Responsibility::Joint);
    let asked = |days| Rhythm { days }.wrap();
    let table: Vec<(Payload, Refusal)> = vec![
        (child(|it| it.given = "  ".into()), field("given", Empty)),
        (child(|it| it.surname = "x".repeat(301)), field("surname", TooLong(300))),
        (child(|it| it.born = Some(day("1890-01-01"))), field("born", Date)),
        (child(|it| it.born = Some(day("2099-01-01"))), field("born", Date)),
        (
            child(|it| (it.joined, it.left) = (Some(day("2026-05-02")), Some(day("2026-05-01")))),
            field("left", Date),
        ),
        (Relation { from: nobody, ..relation.clone() }.wrap(), field("from", Unknown)),
        (Relation { to: nobody, ..relation.clone() }.wrap(), field("to", Unknown)),
        (Relation { to: mother, ..relation.clone() }.wrap(), field("to", Choice)),
        (Relation { share: Some(101), ..relation.clone() }.wrap(), field("share", Choice)),
        (
            Relation {
                from_day: Some(day("2020-05-02")),
                until: Some(day("2020-05-01")),
                ..relation.clone()
            }
            .wrap(),
            field("until", Date),
        ),
        (
            Membership { task: String::new(), ..membership(NURSE, HEALTH_STATION, today) }.wrap(),
            field("task", Empty),
        ),
        (
            Membership { until: Some(after(today, -1)), ..membership(NURSE, HEALTH_STATION, today) }.wrap(),
            field("until", Date),
        ),
        (
            ServiceLink { person: nobody, service: "BUP".into(), from: None, until: None }.wrap(),
            field("person", Unknown),
        ),
        (
            ServiceLink { person: girl, service: " ".into(), from: None, until: None }.wrap(),
            field("service", Empty),
        ),
        (need("").wrap(), field("words", Empty)),
        (need(&long).wrap(), field("words", TooLong(4000))),
        (Need { owner: Some(Owner::Member(nobody)), ..need("x") }.wrap(), field("owner", Unknown)),
        (
            Need { settled: Some(Settled { words: " ".into(), ..settled(today, false) }), ..need("x") }
                .wrap(),
            field("settled", Empty),
        ),
        (Need { settled: Some(settled(tomorrow, true)), ..need("x") }.wrap(), field("settled", Date)),
        (Dream { of: vec![], words: None }.wrap(), field("of", Empty)),
        (dream(nobody, "x").wrap(), field("of", Unknown)),
        (dream(girl, " ").wrap(), field("words", Empty)),
        (goal(" ").wrap(), field("words", Empty)),
        (Goal { dream: Some(goal_id.into()), ..goal("x") }.wrap(), field("dream", Unknown)),
        (Goal { note: long.clone(), ..goal("x") }.wrap(), field("note", TooLong(4000))),
        (Action { goal: Some(ThingId::new(999).into()), ..action("x") }.wrap(), field("goal", Unknown)),
        (Action { need: Some(goal_id.into()), ..action("x") }.wrap(), field("need", Unknown)),
        (Action { due: Some(day("2090-01-01")), ..action("x") }.wrap(), field("due", Date)),
        (Action { owner: Some(Owner::Member(nobody)), ..action("x") }.wrap(), field("owner", Unknown)),
        (contact(ContactKind::Call, tomorrow).wrap(), field("on", Date)),
        (Contact { with: vec![nobody], ..contact(ContactKind::Call, today) }.wrap(), field("with", Unknown)),
        (Meeting { title: String::new(), ..meeting("2026-11-09") }.wrap(), field("title", Empty)),
        (Meeting { members: vec![nobody], ..meeting("2026-11-09") }.wrap(), field("members", Unknown)),
        (
            Meeting {
                settled: Some(Settled { words: String::new(), ..settled(today, false) }),
                ..meeting("2026-11-09")
            }
            .wrap(),
            field("settled", Empty),
        ),
        (voice(nobody, "x").wrap(), field("who", Unknown)),
        (voice(girl, " ").wrap(), field("words", Empty)),
        (Voice { about: Some(ThingId::new(999)), ..voice(girl, "x") }.wrap(), field("about", Unknown)),
        (reply(goal_id, " ").wrap(), field("words", Empty)),
        (reply(ThingId::new(999), "x").wrap(), Refusal::Missing),
        (Strength { words: String::new() }.wrap(), field("words", Empty)),
        (Agreement { by: nobody, on: today, how: String::new() }.wrap(), field("by", Unknown)),
        (Agreement { by: mother, on: tomorrow, how: String::new() }.wrap(), field("on", Date)),
        (consent(nobody, mother, &[Category::PlanCore], today).wrap(), field("subject", Unknown)),
        (consent(boy, nobody, &[Category::PlanCore], today).wrap(), field("given_by", Unknown)),
        (consent(boy, mother, &[], today).wrap(), field("categories", Empty)),
        (
            Consent { purpose: " ".into(), ..consent(boy, mother, &[Category::PlanCore], today) }.wrap(),
            field("purpose", Empty),
        ),
        (asked(0), field("days", Choice)),
        (asked(91), field("days", Choice)),
    ];
    for (payload, expected) in table {
        let told = format!("{payload:?}");
        let command =
            Command::Write { replaces: None, payload, subjects: vec![], audience: Audience::Ordinary };
        assert_eq!(story.refuses(coordinator(KARI), command), expected, "{told}");
    }
    let about_nobody = write(goal("x"), &[nobody], Audience::Ordinary);
    assert_eq!(story.refuses(coordinator(KARI), about_nobody), field("subjects", Unknown));
    let for_nobody = write(goal("x"), &[], Audience::Members(vec![nobody]));
    assert_eq!(story.refuses(coordinator(KARI), for_nobody), field("audience", Unknown));
}

#[test]
fn did_not_want_to_say_is_an_answer_and_a_yes_needs_no_words() {
    let mut story = Story::active();
    let girl = story.girl;
    story.writes(coordinator(KARI), Dream { of: vec![girl], words: None });
    let proposal = story.writes(coordinator(KARI), meeting("2026-11-09"));
    let yes = Reply { outcome: Outcome::Yes, ..reply(proposal, "") };
    story.writes(citizen(MOTHER), yes);
    let held = Settled { words: String::new(), ..settled(story.moment.today, true) };
    story.rewrites::<Meeting>(coordinator(KARI), proposal, |meeting| meeting.settled = Some(held));
}

#[test]
fn r56_a_consent_has_an_end_within_the_longest_time_allowed() {
    let mut story = Story::active();
    let (boy, mother, today) = (story.boy, story.mother, story.moment.today);
    let longest = i32::from(story.limits().consent_days);
    for (days, allowed) in [(-1, false), (0, true), (longest, true), (longest + 1, false)] {
        let yes = Consent { until: after(today, days), ..consent(boy, mother, &[Category::PlanCore], today) };
        let outcome = story.tries(citizen(MOTHER), write(yes, &[boy], Audience::Ordinary));
        let expected = if allowed { None } else { Some(Refusal::Rule(Rule::ConsentTooLong)) };
        assert_eq!(outcome.err(), expected, "{days} days");
    }
}

#[test]
fn kinds_with_rules_of_their_own_are_not_written_plainly() {
    let mut story = Story::active();
    let today = story.moment.today;
    let course = story.all().only::<Course>().unwrap().is.clone();
    let asked = story.all().only::<HelpRequest>().unwrap().is.clone();
    let merge = Merge {
        from: FamilyId::new(8),
        words: String::new(),
        why: String::new(),
        asked: today,
        reach: String::new(),
    };
    for payload in [
        course.wrap(),
        asked.wrap(),
        Coordination { lead: Some(JONAS), ..Coordination::default() }.wrap(),
        request(TEACHER, SCHOOL, None, today).wrap(),
        merge.wrap(),
        Removed { was: "goal".into(), why: String::new() }.wrap(),
    ] {
        let code = payload.code();
        let command =
            Command::Write { replaces: None, payload, subjects: vec![], audience: Audience::Ordinary };
        assert_eq!(story.refuses(coordinator(KARI), command), Refusal::Missing, "{code}");
    }
    assert_eq!(story.lead(), Some(KARI));
}

#[test]
fn somebody_elses_words_are_never_changed() {
    let mut story = Story::active();
    let (mother, girl) = (story.mother, story.girl);
    let not_yours = Refusal::Rule(Rule::NotYourWords);
    let said = story.writes(citizen(GIRL), voice(girl, "Jeg vil bytte klasse"));
    let answered = story.writes(coordinator(KARI), reply(said, "Takk, vi tar det opp"));
    let dreamt = story.writes(citizen(GIRL), dream(girl, "Bli fotograf"));
    let wanted = story.writes(citizen(MOTHER), goal("En hverdag med ro"));
    let needed = story.writes(citizen(MOTHER), need("Noen som ser oss"));
    let helps = story.writes(citizen(MOTHER), Strength { words: "Bestemor".into() });
    let attempts = [
        (coordinator(KARI), story.rewriting::<Voice>(said, |it| it.words = "Ønsker klassebytte".into())),
        (citizen(MOTHER), story.rewriting::<Voice>(said, |it| it.words = "Alt er bra".into())),
        (citizen(GIRL), story.rewriting::<Voice>(said, |it| it.who = mother)),
        (citizen(GIRL), story.rewriting::<Reply>(answered, |it| it.words = "Ja".into())),
        (coordinator(KARI), story.rewriting::<Reply>(answered, |it| it.to = wanted)),
        (coordinator(KARI), story.rewriting::<Dream>(dreamt, |it| it.words = Some("Utdanning".into()))),
        (citizen(MOTHER), story.rewriting::<Dream>(dreamt, |it| it.words = Some("Bli lege".into()))),
        (coordinator(KARI), story.rewriting::<Goal>(wanted, |it| it.words = "Mestring".into())),
        (citizen(FATHER), story.rewriting::<Goal>(wanted, |it| it.words = "Mer penger".into())),
        (coordinator(KARI), story.rewriting::<Need>(needed, |it| it.words = "Veiledning".into())),
        (coordinator(KARI), story.rewriting::<Strength>(helps, |it| it.words = "Nettverk".into())),
    ];
    for (who, command) in attempts {
        assert_eq!(story.refuses(who, command), not_yours, "{who:?}");
    }
    story.rewrites::<Voice>(citizen(GIRL), said, |it| it.words = "Jeg vil bytte skole".into());
    story.rewrites::<Goal>(citizen(MOTHER), wanted, |it| it.words = "Ro".into());
}

#[test]
fn professional_text_stands_beside_the_familys_words_and_never_over() {
    let mut story = Story::active();
    let wanted = story.writes(citizen(MOTHER), goal("En hverdag med ro"));
    story.rewrites::<Goal>(coordinator(KARI), wanted, |it| it.note = "Døgnrytme kartlegges".into());
    let command = story.rewriting::<Goal>(wanted, |it| it.words = "Døgnrytme".into());
    let refusal = story.refuses(coordinator(KARI), command);
    assert_eq!(refusal, Refusal::Rule(Rule::NotYourWords), "the words are the mother's in every version");
    assert_eq!(story.now::<Goal>(wanted).words, "En hverdag med ro");
    let own = story.writes(coordinator(KARI), goal("Avklare skoleplass"));
    story.rewrites::<Goal>(coordinator(KARI), own, |it| it.words = "Avklare skoleplass i år".into());
}

#[test]
fn a_consent_is_one_persons_yes_to_one_receiver() {
    let mut story = Story::active();
    let (boy, mother, father, today) = (story.boy, story.mother, story.father, story.moment.today);
    let yes = story.writes(citizen(MOTHER), consent(boy, mother, &[Category::PlanCore], today));
    for change in [
        (|it, other| it.given_by = other) as fn(&mut Consent, PersonId),
        |it, other| it.subject = other,
        |it, _| it.receiver = HEALTH_STATION,
    ] {
        let command = story.rewriting::<Consent>(yes, |it| change(it, father));
        assert_eq!(story.refuses(citizen(FATHER), command), Refusal::Rule(Rule::NotYourWords));
    }
    story.rewrites::<Consent>(citizen(MOTHER), yes, |it| it.withdrawn = Some(today));
    assert_eq!(story.now::<Consent>(yes).withdrawn, Some(today));
}

#[test]
fn what_is_about_somebody_by_its_nature_is_about_that_person_whatever_the_writer_says() {
    let mut story = Story::active();
    let (mother, girl, boy, today) = (story.mother, story.girl, story.boy, story.moment.today);
    let link = ServiceLink { person: boy, service: "PPT".into(), from: None, until: None };
    let mut written = vec![
        (story.writes(coordinator(KARI), Person::named("Nora", "", Generation::Child)), vec![]),
        (story.writes(coordinator(KARI), parent_of(mother, girl, Responsibility::Joint)), vec![girl]),
        (story.writes(coordinator(KARI), link), vec![boy]),
        (story.writes(coordinator(KARI), dream(girl, "x")), vec![girl]),
        (story.writes(coordinator(KARI), voice(girl, "x")), vec![girl]),
        (story.writes(citizen(MOTHER), consent(boy, mother, &[Category::PlanCore], today)), vec![boy]),
    ];
    written[0].1 = vec![written[0].0.into()];
    for (thing, expected) in written {
        assert_eq!(story.dossier.latest(thing).unwrap().subjects, expected);
    }
    let together = Dream { of: vec![mother, girl], words: Some("En hytte".into()) };
    let shared = story.writes(citizen(MOTHER), together);
    assert!(story.dossier.latest(shared).unwrap().subjects.is_empty(), "a dream together is the family's");
}

#[test]
fn what_a_family_member_says_about_sensitive_matters_or_keeps_back_is_about_that_member() {
    let mut story = Story::active();
    let (mother, girl) = (story.mother, story.girl);
    let rent = Need { area: Some(Area::Housing), ..need("Vi skylder husleie") };
    let fear = Need { area: Some(Area::Safety), ..need("Jeg er redd hjemme") };
    let written = [
        (story.writes(citizen(MOTHER), rent.clone()), vec![mother]),
        (story.writes_for(citizen(GIRL), fear, &[], Audience::Coordinator), vec![girl]),
        (story.writes_for(citizen(GIRL), goal("Flytte ut"), &[], Audience::Oneself), vec![girl]),
        (story.writes(citizen(MOTHER), goal("Ro")), vec![]),
        (story.writes(coordinator(KARI), rent), vec![]),
    ];
    for (thing, expected) in written {
        assert_eq!(story.dossier.latest(thing).unwrap().subjects, expected);
    }
}

#[test]
fn nobody_keeps_something_for_somebody_else_out_of_everybodys_sight() {
    let mut story = Story::active();
    let girl = story.girl;
    let hidden = write(goal("x"), &[girl], Audience::Oneself);
    assert_eq!(story.refuses(coordinator(KARI), hidden), field("audience", Choice));
}

#[test]
fn what_somebody_else_wrote_is_not_opened_further_by_another() {
    let mut story = Story::active();
    let (mother, girl) = (story.mother, story.girl);
    let kept = story.writes_for(citizen(GIRL), goal("Et eget rom"), &[girl], Audience::Coordinator);
    let open = |story: &Story| Command::Write {
        replaces: Some(story.seen(kept)),
        payload: Goal { note: "Boligkontoret er spurt".into(), ..goal("Et eget rom") }.wrap(),
        subjects: vec![],
        audience: Audience::Ordinary,
    };
    let command = open(&story);
    story.does(coordinator(KARI), command);
    let now = story.dossier.latest(kept).unwrap();
    assert_eq!((now.audience.clone(), now.subjects.clone()), (Audience::Coordinator, vec![girl]));

    let opened = Audience::Members(vec![mother]);
    let own = Command::Write {
        replaces: Some(story.seen(kept)),
        payload: story.now::<Goal>(kept).wrap(),
        subjects: vec![girl],
        audience: opened.clone(),
    };
    story.does(citizen(GIRL), own);
    assert_eq!(story.dossier.latest(kept).unwrap().audience, opened, "the one it is about opens it");
}

#[test]
fn an_answer_is_open_to_those_to_whom_the_words_are_open() {
    let mut story = Story::active();
    let girl = story.girl;
    let said = story.writes_for(citizen(GIRL), voice(girl, "Pappa drikker"), &[girl], Audience::Coordinator);
    let answer = story.writes(coordinator(KARI), reply(said, "Takk for at du sa det"));
    let (said, answer) = (story.dossier.latest(said).unwrap(), story.dossier.latest(answer).unwrap());
    assert_eq!(answer.subjects, said.subjects);
    assert_eq!(answer.audience, said.audience);
    assert_eq!(answer.category, Category::ChildVoice);
}

#[test]
fn an_area_decides_what_kind_of_information_a_need_is() {
    let mut story = Story::active();
    for area in Area::ALL {
        let thing = story.writes(coordinator(KARI), Need { area: Some(*area), ..need("x") });
        assert_eq!(story.dossier.latest(thing).unwrap().category, area.category());
        story.rewrites::<Need>(coordinator(KARI), thing, |need| need.area = Some(Area::Economy));
        assert_eq!(story.dossier.latest(thing).unwrap().category, Category::Economy, "and follows it");
    }
}

#[test]
fn r54_r94_whom_something_is_about_is_changed_by_nobody_in_the_family_but_whoever_wrote_it() {
    let mut story = Story::active();
    let (mother, boy, girl) = (story.mother, story.boy, story.girl);
    let over = |story: &Story, thing, about: &[PersonId]| Command::Write {
        replaces: Some(story.seen(thing)),
        payload: need("Lekser").wrap(),
        subjects: about.to_vec(),
        audience: Audience::Ordinary,
    };
    for author in [citizen(FATHER), coordinator(KARI)] {
        for (written, said, stays) in [
            (vec![boy], vec![boy, mother], false),
            (vec![boy], vec![mother], false),
            (vec![boy], vec![boy, girl], false),
            (vec![], vec![mother], false),
            (vec![boy, girl], vec![girl, boy], true),
            (vec![boy], vec![boy], true),
        ] {
            let thing = story.writes_about(author, need("Lekser"), &written);
            let command = over(&story, thing, &said);
            let result = story.tries(citizen(MOTHER), command);
            let expected = if stays { Ok(thing) } else { Err(Refusal::Rule(Rule::AboutStays)) };
            assert_eq!(result, expected, "{written:?} to {said:?}");
        }
    }
    // Also where what is sensitive is about all of them.
    let money = story.writes(coordinator(KARI), Need { area: Some(Area::Economy), ..need("Regninger") });
    story.rewrites::<Need>(citizen(MOTHER), money, |it| it.horizon = Horizon::LongTerm);
    assert_eq!(story.all().find::<Need>(money).unwrap().entry.subjects, []);
    let own = story.writes_about(citizen(MOTHER), need("Lekser"), &[boy]);
    let command = over(&story, own, &[boy, girl]);
    story.does(citizen(MOTHER), command);
    let theirs = story.writes_about(citizen(FATHER), need("Lekser"), &[boy]);
    let command = over(&story, theirs, &[boy, girl]);
    story.does(coordinator(KARI), command);
}
