//! The gate: the journal before the view, doing twice is doing once, and what is known without a view.

use crate::support::story::*;
use crate::support::*;
use access::*;
use dossier::*;

fn lines(house: &House) -> Vec<(&'static str, LineOutcome, &'static str, usize)> {
    let lines = house.memory.lines.lock().unwrap();
    lines.iter().map(|it| (it.act, it.outcome, it.ground, it.families.len())).collect()
}

/// How many lines tell of an act.
fn told_of(house: &House, act: &str) -> usize {
    lines(house).iter().filter(|line| line.0 == act).count()
}

#[test]
fn r90_every_reading_writes_one_line_before_anything_is_shown() {
    let story = Story::active();
    let house = House::of(&[&story]);
    let family = story.dossier.family;
    house.view(coordinator(KARI), &story).unwrap();
    house.view(citizen(MOTHER), &story).unwrap();
    let kari = visit(coordinator(KARI), story.moment);
    now(house.gate.views(&kari, &[family], "home")).unwrap();
    now(house.gate.view_as_of(&kari, family, story.moment.at)).unwrap();
    let seen = LineOutcome::Seen;
    assert_eq!(
        lines(&house),
        [
            ("plan", seen, "coordinator", 1),
            ("plan", seen, "oneself", 1),
            ("home", seen, "coordinator", 1),
            ("plan-as-of", seen, "coordinator", 1),
        ]
    );
}

#[test]
fn r90_every_list_writes_one_line_with_the_families_that_it_shows_and_none_when_it_shows_none() {
    let story = Story::active();
    let house = House::of(&[&story]);
    let family = story.dossier.family;
    let kari = visit(coordinator(KARI), story.moment);
    let shown = now(house.gate.views_where(&kari, &[family], "mine", |_| true)).unwrap();
    let picked = now(house.gate.views_picked(&kari, &[family], "bench", |all| (all, 3))).unwrap();
    assert_eq!((shown.len(), picked.0.len(), picked.1), (1, 1, 3));
    assert!(now(house.gate.views_where(&kari, &[family], "mine", |_| false)).unwrap().is_empty());
    now(house.gate.views_picked(&kari, &[family], "bench", |_| (Vec::new(), ()))).unwrap();
    let seen = LineOutcome::Seen;
    assert_eq!(lines(&house), [("mine", seen, "coordinator", 1), ("bench", seen, "coordinator", 1)]);
}

#[test]
fn r90_when_the_journal_cannot_be_written_nothing_is_shown_and_nothing_is_changed() {
    let story = Story::queued();
    let house = House::of(&[&story]);
    *house.memory.full.lock().unwrap() = true;
    let family = story.dossier.family;
    let inger = visit(intake(), story.moment);
    let unavailable = |error: Denied| matches!(error, Denied::Archive(ArchiveError::Unavailable(_)));
    assert!(unavailable(house.view(citizen(MOTHER), &story).err().unwrap()));
    assert!(unavailable(now(house.gate.views(&inger, &[family], "home")).err().unwrap()));
    assert!(unavailable(now(house.gate.queue(&inger)).err().unwrap()));
    assert!(unavailable(now(house.gate.standing(&inger, "R-0007")).err().unwrap()));
    assert!(unavailable(now(house.gate.view_as_of(&inger, family, story.moment.at)).err().unwrap()));
    assert!(house.acts(citizen(MOTHER), &story, write(goal("x"), &[], Audience::Ordinary)).is_err());
    assert_eq!(house.memory.dossiers.lock().unwrap()[&family].version(), story.dossier.version());
}

#[test]
fn what_was_refused_is_noted_with_who_tried() {
    let story = Story::active();
    let house = House::of(&[&story]);
    assert!(house.view(coordinator(JONAS), &story).is_err());
    let jonas = visit(coordinator(JONAS), story.moment);
    let back = now(house.gate.view_as_of(&jonas, story.dossier.family, story.moment.at));
    assert!(back.is_err());
    assert!(house.acts(coordinator(JONAS), &story, Command::StepDown).is_err());
    let refused = house.memory.refused.lock().unwrap();
    let told: Vec<_> = refused.iter().map(|it| (it.visit.actor, it.act, it.outcome)).collect();
    let denied = LineOutcome::Denied;
    assert_eq!(told, [(JONAS, "plan", denied), (JONAS, "plan-as-of", denied), (JONAS, "step-down", denied)]);
    assert!(refused.iter().all(|it| it.families == [story.dossier.family]), "and of whom");
    assert!(lines(&house).is_empty(), "nothing was seen");
}

#[test]
fn a_change_and_its_journal_line_are_one_and_doing_it_twice_is_doing_it_once() {
    let story = Story::active();
    let house = House::of(&[&story]);
    let command = || write(goal("Ro"), &[], Audience::Ordinary);
    let first = house.acts(citizen(MOTHER), &story, command()).unwrap();
    let again = house.acts(citizen(MOTHER), &story, command()).unwrap();
    assert_eq!((first.repeated, again.repeated, first.thing), (false, true, again.thing));
    assert_eq!(lines(&house), [("goal", LineOutcome::Changed, "oneself", 1)]);
    let family = story.dossier.family;
    assert_eq!(house.memory.dossiers.lock().unwrap()[&family].version(), story.dossier.version() + 1);
}

#[test]
fn a_key_is_the_visitors_own_whatever_the_form_says() {
    let story = Story::active();
    let house = House::of(&[&story]);
    let act = |who: Author, owner| {
        let key = Key { actor: owner, key: "k".into(), body: [0; 32] };
        let command = write(goal("Ro"), &[], Audience::Ordinary);
        now(house.gate.act(&visit(who, story.moment), story.dossier.family, command, key))
    };
    let hers = act(citizen(MOTHER), MOTHER).unwrap();
    let his = act(citizen(FATHER), MOTHER).unwrap();
    assert!(!his.repeated && his.thing != hers.thing, "nobody is shown what another has made");
}

#[test]
fn who_writes_while_others_write_decides_anew_on_what_they_wrote() {
    let story = Story::active();
    let house = House::of(&[&story]);
    let acts = |times: u32, words: &str| {
        *house.memory.moved.lock().unwrap() = times;
        house.acts(citizen(MOTHER), &story, write(goal(words), &[], Audience::Ordinary))
    };
    assert!(acts(7, "Ro").is_ok());
    assert!(matches!(acts(8, "Trygg"), Err(ActError::Archive(ArchiveError::Moved))), "not for ever");
}

#[test]
fn r109_looking_back_shows_what_was_recorded_by_then_with_the_rights_of_today() {
    let mut story = Story::active();
    let wanted = story.writes(citizen(MOTHER), goal("Ro"));
    let then = story.moment;
    story.later(5).rewrites::<Goal>(citizen(MOTHER), wanted, |it| it.words = "Ro i hjemmet".into());
    let later = story.writes(citizen(MOTHER), goal("Arbeid"));
    let house = House::of(&[&story]);
    let back =
        |who: Author| now(house.gate.view_as_of(&visit(who, story.moment), story.dossier.family, then.at));
    for who in [citizen(MOTHER), coordinator(KARI)] {
        let view = back(who).unwrap();
        assert_eq!(view.sees().find::<Goal>(wanted).unwrap().is.words, "Ro");
        assert!(view.sees().payload(later).is_none());
    }
    assert!(back(coordinator(JONAS)).is_err());
}

#[test]
fn r72_who_held_the_family_before_does_not_hold_it_by_looking_back() {
    let mut story = Story::active();
    let wanted = story.writes(citizen(MOTHER), goal("Ro"));
    let then = story.moment;
    story.later(1).does(coordinator(KARI), offer(JONAS));
    story.does(coordinator(JONAS), coordinator_says(true));
    let ask = Command::AskStandIn { actor: KARI, from: day("2026-12-01"), until: day("2026-12-02") };
    story.does(coordinator(JONAS), ask);
    let house = House::of(&[&story]);
    let kari = visit(coordinator(KARI), story.moment);
    let back = now(house.gate.view_as_of(&kari, story.dossier.family, then.at)).unwrap();
    assert!(back.sees().payload(wanted).is_none(), "asked to stand in, and nothing more");
}

#[test]
fn r20_what_a_child_has_closed_since_is_closed_also_when_looking_back() {
    let mut story = Story::active();
    let (mother, girl) = (story.mother, story.girl);
    let said = story.writes_for(citizen(GIRL), goal("x"), &[girl], Audience::Members(vec![mother]));
    let then = story.moment;
    let closed = Command::Write {
        replaces: Some(story.seen(said)),
        payload: goal("x").wrap(),
        subjects: vec![girl],
        audience: Audience::Coordinator,
    };
    story.later(1).does(citizen(GIRL), closed);
    let house = House::of(&[&story]);
    let amal = visit(citizen(MOTHER), story.moment);
    let back = now(house.gate.view_as_of(&amal, story.dossier.family, then.at)).unwrap();
    assert!(back.sees().payload(said).is_none());
}

#[test]
fn the_queue_is_read_in_its_order_by_those_who_answer_it() {
    let ordinary = Story::asked_as(1, "2026-10-01", "R-1", false);
    let acute = Story::asked_as(2, "2026-11-01", "R-2", true);
    let active = Story::active();
    let house = House::of(&[&ordinary, &acute, &active]);
    let moment = morning(day("2026-11-02"));
    let queue = now(house.gate.queue(&visit(intake(), moment))).unwrap();
    let families: Vec<_> = queue.iter().map(View::family).collect();
    assert_eq!(families, [acute.dossier.family, ordinary.dossier.family]);
    for role in Role::ALL.iter().filter(|role| !matches!(role, Role::Intake | Role::Coordinator)) {
        let who = Author { actor: INGER, role: *role, service: Some(FAMILY_TEAM) };
        assert!(now(house.gate.queue(&visit(who, moment))).is_err(), "{role:?}");
    }
}

#[test]
fn whoever_has_the_code_knows_where_the_request_stands_and_whom_to_ring_and_no_more() {
    let story = Story::offered();
    let other = Story::asked_as(8, "2026-11-01", "R-8", false);
    let house = House::of(&[&story, &other]);
    let visit = visit(Author { actor: ActorId::new(0), role: Role::Visitor, service: None }, story.moment);
    let offered = now(house.gate.standing(&visit, "R-0007")).unwrap();
    assert_eq!((offered.phase, offered.place, offered.waiting), ("offered", None, 1));
    assert_eq!(offered.contact, Some(RANDI), "who is only asked is nobody's coordinator yet");
    let waits = now(house.gate.standing(&visit, "R-8")).unwrap();
    assert_eq!((waits.phase, waits.place, waits.contact), ("received", Some(1), None));
    assert!(matches!(now(house.gate.standing(&visit, "R-404")), Err(Denied::NotFound)));
    let queued = Story::queued();
    let review = now(House::of(&[&queued]).gate.standing(&visit, "R-0007")).unwrap().review;
    let Phase::Waiting { review: planned, .. } = queued.all().only::<Course>().unwrap().is.phase else {
        panic!()
    };
    assert_eq!(review, Some(planned), "and when the place in the queue is looked at again");
    let active = Story::active();
    let house = House::of(&[&active]);
    let contact = now(house.gate.standing(&visit, "R-0007")).unwrap().contact;
    assert_eq!(contact, Some(KARI));
}

#[test]
fn r84_a_protected_person_is_found_by_no_search_for_doubles() {
    let known = Story::active();
    let mut hidden = Story::asked_as(8, "2026-01-01", "R-8", false);
    for person in [hidden.mother, hidden.father, hidden.girl, hidden.boy] {
        hidden.rewrites::<Person>(intake(), person.thing(), |it| it.protection = Protection::Confidential);
    }
    let asks = Story::asked_as(9, "2026-11-02", "R-9", false);
    let house = House::of(&[&known, &hidden, &asks]);
    let inger = visit(intake(), asks.moment);
    let view = house.view(intake(), &asks).unwrap();
    let found = now(house.gate.similar(&inger, &view)).unwrap();
    assert_eq!(told_of(&house, "similar"), 1, "R90: with its line");
    assert!(!found.is_empty() && found.iter().all(|it| it.family == known.dossier.family));
    let kari = visit(coordinator(KARI), asks.moment);
    assert!(now(house.gate.similar(&kari, &view)).is_err(), "only those who answer requests look");
}

#[test]
fn r24_r80_whoever_a_danger_protects_and_whoever_is_in_ones_own_family_is_found_by_no_search_for_doubles() {
    let asks = Story::asked_as(9, "2026-11-02", "R-9", false);
    let mut guarded = Story::active();
    let (girl, father, from) = (guarded.girl, guarded.father, guarded.moment.today);
    let danger = Danger { protected: girl, threat: father, why: "Politiet".into(), from, until: None };
    guarded.writes(coordinator(KARI), danger);
    let mut own = Story::active();
    let why = "Søster".to_owned();
    own.writes(coordinator(KARI), Conflict { helper: INGER, why, ended: None });
    let similar = |known: &Story| {
        let house = House::of(&[known, &asks]);
        let view = house.view(intake(), &asks).unwrap();
        let found = now(house.gate.similar(&visit(intake(), asks.moment), &view)).unwrap();
        let family = known.dossier.family;
        let merged = {
            let key = Key { actor: INGER, key: "x".into(), body: [0; 32] };
            let he = visit(intake(), asks.moment);
            now(house.gate.merge(&he, family, asks.dossier.family, Some("Samme"), key)).is_ok()
        };
        (found.into_iter().map(|it| it.given).collect::<Vec<_>>(), merged)
    };
    let (all, merged) = similar(&Story::active());
    assert!(all.contains(&"Leila".into()) && merged, "{all:?}");
    let (found, _) = similar(&guarded);
    assert!(!found.is_empty() && !found.contains(&"Leila".into()), "{found:?}");
    assert_eq!(similar(&own), (Vec::new(), false));
}

#[test]
fn r106_the_same_number_is_found_under_any_name_and_two_numbers_are_two_people() {
    let asks = Story::asked_as(9, "2026-11-02", "R-9", false);
    let mut renamed = Story::asked_as(8, "2026-01-01", "R-8", false);
    for person in [renamed.mother, renamed.father, renamed.girl, renamed.boy] {
        renamed.rewrites::<Person>(intake(), person.thing(), |it| {
            (it.given, it.surname, it.born) = ("Xx".into(), "Yy".into(), Some(day("1961-01-01")));
        });
    }
    let twins = Story::asked_as(7, "2026-01-01", "R-7", false);
    let house = House::of(&[&asks, &renamed, &twins]);
    let inger = visit(intake(), asks.moment);
    let view = house.view(intake(), &asks).unwrap();
    let found = |house: &House| -> Vec<(FamilyId, Likeness)> {
        let found = now(house.gate.similar(&inger, &view)).unwrap();
        let of = |it: &Similar| it.resembles == asks.all().person(asks.girl).unwrap().given;
        found.iter().filter(|it| of(it)).map(|it| (it.family, it.likeness)).collect()
    };
    let (this, other, twin) = (asks.dossier.family, renamed.dossier.family, twins.dossier.family);
    assert!(found(&house).iter().all(|it| it.0 == twin), "by name, only those who are called the same");
    let mark =
        |family, person, mark: &str| house.memory.marks.lock().unwrap().push((family, person, mark.into()));
    mark(this, asks.girl, "a");
    mark(other, renamed.girl, "a");
    mark(twin, twins.girl, "b");
    assert_eq!(found(&house), [(other, Likeness::Same)]);
}

#[test]
fn a_family_is_offered_coordinators_and_asks_helpers_who_are_there() {
    let field = |field, problem| Refusal::Field { field, problem };
    let unknown = |name| field(name, Problem::Unknown);
    let today = day("2026-11-02");
    let waiting = Story::asked();
    let active = Story::active();
    let offer_in = |to, service| Command::Offer { to, service, note: String::new() };
    let stand_in = |actor| Command::AskStandIn { actor, from: today, until: today };
    let ask = |to, service| Command::Ask(request(to, service, None, today));
    let Command::Queue { why, review, .. } = waiting.queue("load") else { unreachable!() };
    let queue = |ground: &str, interim| Command::Queue {
        ground: ground.into(),
        why: why.clone(),
        review,
        interim,
        raised: None,
    };
    let owner = Some(Owner::Helper(ActorId::new(404)));
    let helpers = vec![ActorId::new(404)];
    let place = |helper, service| write(membership(helper, service, today), &[], Audience::Ordinary);
    let kari = coordinator(KARI);
    let table: Vec<(&Story, Author, Command, Result<(), Refusal>)> = vec![
        (&waiting, intake(), offer_in(KARI, FAMILY_TEAM), Ok(())),
        (&waiting, intake(), offer_in(TEACHER, SCHOOL), Err(unknown("to"))),
        (&waiting, intake(), offer_in(KARI, SCHOOL), Err(unknown("to"))),
        (&waiting, intake(), offer_in(ActorId::new(404), FAMILY_TEAM), Err(unknown("to"))),
        (&waiting, intake(), queue("load", RANDI), Ok(())),
        (&waiting, intake(), queue("tradition", RANDI), Err(field("ground", Problem::Choice))),
        (&waiting, intake(), queue("load", TEACHER), Err(unknown("interim"))),
        (&active, kari, stand_in(JONAS), Ok(())),
        (&active, kari, stand_in(NURSE), Err(unknown("actor"))),
        (&active, kari, ask(TEACHER, SCHOOL), Ok(())),
        (&active, kari, ask(NEIGHBOUR, RED_CROSS), Ok(())),
        (&active, kari, ask(TEACHER, RED_CROSS), Err(unknown("to"))),
        (&active, kari, ask(LEADER, FAMILY_TEAM), Err(unknown("to"))),
        (&active, kari, place(NURSE, HEALTH_STATION), Ok(())),
        (&active, kari, place(ActorId::new(404), SCHOOL), Err(unknown("helper"))),
        (&active, kari, place(NURSE, ServiceId::new(404)), Err(unknown("service"))),
        (&active, kari, write(Need { owner, ..need("x") }, &[], Audience::Ordinary), Err(unknown("owner"))),
        (
            &active,
            kari,
            write(Action { owner, ..action("x") }, &[], Audience::Ordinary),
            Err(unknown("owner")),
        ),
        (
            &active,
            kari,
            write(Meeting { helpers, ..meeting("2026-11-09") }, &[], Audience::Ordinary),
            Err(unknown("helpers")),
        ),
    ];
    for (story, who, command, expected) in table {
        let told = format!("{command:?}");
        let outcome = match House::of(&[story]).acts(who, story, command) {
            Ok(_) => Ok(()),
            Err(ActError::Refused(refusal)) => Err(refusal),
            Err(other) => panic!("{told}: {other:?}"),
        };
        assert_eq!(outcome, expected, "{told}");
    }
}

#[test]
fn a_professional_asks_in_ones_own_name_only() {
    let story = Story::active();
    let house = House::of(&[&story]);
    let sent_by =
        |helper, service| Some(SentBy { helper, service, agreed_by: "Eva".into(), how: "i møte".into() });
    let opening = |sent_by| Opening {
        family: Family { name: "Lind".into(), district: None, source: None },
        people: vec![Newcomer { person: Person::named("Eva", "Lind", Generation::Adult), services: vec![] }],
        request: HelpRequest {
            reference: "R-3".into(),
            words: "Hjelp".into(),
            wish: String::new(),
            acute: false,
            acute_words: String::new(),
            services: vec![],
            reply_by: story.moment.at,
            sent_by,
        },
    };
    let open = |who: Author, sent_by| {
        let key = Key { actor: who.actor, key: format!("{who:?}{sent_by:?}"), body: [0; 32] };
        now(house.gate.open(&visit(who, story.moment), opening(sent_by), key))
    };
    let teacher = helper(TEACHER, SCHOOL);
    assert!(open(teacher, sent_by(TEACHER, SCHOOL)).is_ok());
    // What was sent is followed by the sender alone, in the service that it was sent from and while the role is held.
    let follows = |who: Author| now(house.gate.sent(&visit(who, story.moment))).map(|sent| sent.len()).ok();
    assert_eq!(follows(helper(NURSE, HEALTH_STATION)), Some(0));
    assert_eq!(told_of(&house, "sent"), 0);
    assert_eq!(follows(teacher), Some(1));
    assert_eq!(told_of(&house, "sent"), 1, "R90: with its line");
    assert_eq!(told_of(&house, "open"), 1, "and so has the dossier that was opened");
    assert_eq!(follows(helper(TEACHER, HEALTH_STATION)), Some(0));
    assert_eq!(follows(helper(NURSE, HEALTH_STATION)), Some(0));
    assert_eq!(follows(helper(TEACHER, RED_CROSS)), None);
    assert!(open(teacher, sent_by(NURSE, HEALTH_STATION)).is_err());
    assert!(open(teacher, sent_by(TEACHER, RED_CROSS)).is_err());
    assert!(
        open(helper(TEACHER, RED_CROSS), sent_by(TEACHER, RED_CROSS)).is_err(),
        "a role that is not held"
    );
    let visitor = Author { actor: ActorId::new(5), role: Role::Visitor, service: None };
    let first = open(visitor, None).unwrap();
    assert_eq!(open(visitor, None).unwrap(), first, "the same form again finds the same family");
    // A form is its sender's: the same key from somebody else, though it names the first, is another form.
    let named = Key { actor: visitor.actor, key: format!("{visitor:?}{:?}", None::<SentBy>), body: [0; 32] };
    let second = now(house.gate.open(&visit(citizen(MOTHER), story.moment), opening(None), named)).unwrap();
    assert_ne!(second, first);
}

#[test]
fn only_those_who_answer_requests_take_one_family_in_under_another() {
    let (first, second) = (Story::asked(), Story::asked_as(8, "2026-11-02", "R-8", false));
    let house = House::of(&[&first, &second]);
    let merge = |who: Author, why| {
        let key = Key { actor: who.actor, key: format!("{why:?}"), body: [0; 32] };
        let (into, from) = (first.dossier.family, second.dossier.family);
        now(house.gate.merge(&visit(who, first.moment), into, from, why, key))
    };
    let stranger = Author { actor: KARI, ..intake() };
    for who in [coordinator(KARI), stranger, citizen(MOTHER)] {
        assert!(matches!(merge(who, Some("Samme")), Err(ActError::NotFound)), "{who:?}");
    }
    merge(intake(), Some("Samme")).unwrap();
    let aside = |house: &House| house.memory.dossiers.lock().unwrap()[&second.dossier.family].clone();
    assert_eq!(aside(&house).only::<Course>().unwrap().1.phase.code(), "merged");
    let (inger, today) = (visit(intake(), first.moment), first.moment.today);
    assert!(now(house.gate.set_aside(&inger, after(today, 1))).unwrap().is_empty());
    assert_eq!(told_of(&house, "set-aside"), 0, "nothing was shown");
    assert_eq!(now(house.gate.set_aside(&inger, today)).unwrap().len(), 1);
    assert_eq!(told_of(&house, "set-aside"), 1);
    merge(intake(), None).unwrap();
    assert_eq!(aside(&house).only::<Course>().unwrap().1.phase.code(), "received");
}

#[test]
fn r62_the_family_reads_which_helpers_have_looked_and_not_what_others_at_home_have_done() {
    let story = Story::active();
    let house = House::of(&[&story]);
    let look = |author: Author, act: &str, outcome: &str| Look {
        actor: author.actor,
        role: author.role,
        service: author.service,
        at: story.moment.at,
        act: act.into(),
        outcome: outcome.into(),
        ground: String::new(),
        categories: vec![Category::Contact],
        in_list: false,
    };
    *house.memory.looks.lock().unwrap() = vec![
        look(coordinator(KARI), "plan", "seen"),
        look(citizen(GIRL), "voice", "changed"),
        look(coordinator(KARI), "reply", "changed"),
    ];
    let looks = |who: Author| {
        let view = house.view(who, &story).unwrap();
        now(house.gate.looks(&view, 10)).unwrap().into_iter().map(|it| it.act).collect::<Vec<_>>()
    };
    assert_eq!(looks(citizen(MOTHER)), ["plan"]);
    assert!(looks(citizen(GIRL)).is_empty());
}

#[test]
fn lists_of_families_name_those_that_the_store_has_for_this_reader_and_counts_are_for_those_who_plan() {
    let story = Story::active();
    let house = House::of(&[&story]);
    let families = |who: Author| now(house.gate.families(&visit(who, story.moment))).unwrap();
    assert_eq!(families(coordinator(KARI)), [story.dossier.family]);
    assert!(families(coordinator(JONAS)).is_empty());
    for (role, load, duties) in [
        (Role::Coordinator, true, false),
        (Role::Intake, true, true),
        (Role::Leader, true, true),
        (Role::Helper, false, false),
        (Role::Administrator, false, false),
        (Role::Citizen, false, false),
    ] {
        let who = visit(Author { actor: KARI, role, service: Some(FAMILY_TEAM) }, story.moment);
        let count = |rows: Result<Vec<FigureRow<ActorId>>, Denied>| rows.ok().map(|rows| rows[0].count);
        assert_eq!(count(now(house.gate.load(&who))), load.then_some(12), "{role:?}");
        assert_eq!(count(now(house.gate.untouched_duties(&who))), duties.then_some(2), "{role:?}");
    }
}

#[test]
fn what_was_done_is_known_by_its_key_and_no_two_receipts_have_one_code() {
    let story = Story::active();
    let house = House::of(&[&story]);
    let key = Key { actor: MOTHER, key: "one".into(), body: [0; 32] };
    assert!(!now(house.gate.was_done(&key)).unwrap());
    let goal = write(goal("Ro"), &[], Audience::Ordinary);
    let mother = visit(citizen(MOTHER), story.moment);
    now(house.gate.act(&mother, story.dossier.family, goal, key.clone())).unwrap();
    assert!(now(house.gate.was_done(&key)).unwrap());
    let codes: Vec<String> = (0..9).map(|_| now(house.gate.new_reference()).unwrap()).collect();
    assert!(codes.iter().all(|code| code.len() == 9));
    assert_eq!(codes.iter().collect::<std::collections::HashSet<_>>().len(), 9);
    assert_ne!(house.gate.random(), house.gate.random());
}

#[test]
fn r52_what_research_was_given_is_read_by_the_family_and_by_those_who_lead() {
    let story = Story::active();
    let house = House::of(&[&story]);
    let export = |decision: &str| research::ResearchExport {
        decision: decision.into(),
        decided_by: "x".into(),
        legal_basis: "x".into(),
        institution: "x".into(),
        purpose: "x".into(),
        basis: research::Basis::Decision,
        at: story.moment.at,
        variables: vec![],
        rows: 1,
        root: 1,
    };
    *house.memory.exports.lock().unwrap() =
        vec![(export("A"), vec![story.dossier.family]), (export("B"), vec![FamilyId::new(4242)])];
    let mother = house.view(citizen(MOTHER), &story).unwrap();
    let told = now(house.gate.exports_with(&mother)).unwrap();
    let told: Vec<(&str, bool)> = told.iter().map(|(it, with)| (it.decision.as_str(), *with)).collect();
    assert_eq!(told, [("B", false), ("A", true)]);
    let kari = house.view(coordinator(KARI), &story).unwrap();
    assert!(now(house.gate.exports_with(&kari)).is_err());
    for role in [Role::Leader, Role::Coordinator, Role::Intake, Role::Administrator, Role::Citizen] {
        let who = visit(Author { actor: LEADER, role, service: Some(FAMILY_TEAM) }, story.moment);
        let told = now(house.gate.exports(&who)).map(|all| all.len()).ok();
        assert_eq!(told, (role == Role::Leader).then_some(2), "{role:?}");
    }
}

#[test]
fn a_view_knows_who_its_reader_is_and_names_only_whom_the_reader_may_know() {
    let story = Story::active();
    let (mother, kari) = (view(citizen(MOTHER), &story).unwrap(), view(coordinator(KARI), &story).unwrap());
    assert_eq!((mother.me(), kari.me()), (Some(story.mother), None));
    let names =
        |view: &View| [MOTHER, FATHER, GIRL, NURSE].map(|who| view.name_of_account(who).map(str::to_owned));
    let named = names(&kari);
    let of = |person: PersonId| story.now::<Person>(person.into()).given;
    let all = [story.mother, story.father, story.girl].map(|it| Some(of(it)));
    assert_eq!(named, [all[0].clone(), all[1].clone(), all[2].clone(), None]);
    let family = story.all().only::<Family>().unwrap().is.name.clone();
    assert_eq!([mother.family_name(), kari.family_name()], [Some(&*family); 2]);
}
