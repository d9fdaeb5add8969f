//! Laws that hold after every deed, whatever people do.

use crate::deeds::{after_deeds, deeds, try_deed};
use crate::story::*;
use dossier::*;
use proptest::prelude::*;

type Checked = Result<(), TestCaseError>;

/// R4: from acceptance to closing exactly one lead; before and after, none.
fn one_lead(story: &Story) -> Checked {
    let things = story.all().all::<Coordination>().count();
    prop_assert_eq!(things, 1, "one thing says who leads, so two cannot be written");
    prop_assert_eq!(story.phase() == "active", story.lead().is_some());
    let offered = story.coordination().offer.is_some();
    prop_assert!(!offered || matches!(story.phase(), "offered" | "active"));
    prop_assert!(story.phase() != "offered" || offered, "an offer that nobody has is no offer");

    // On every day that anything changed, and the days around it: as many coordinators as active courses.
    let holds = |from: jiff::civil::Date, until: Option<jiff::civil::Date>, on| {
        from <= on && until.is_none_or(|until| on < until)
    };
    let courses = course_periods(&story.all());
    let leads = coordinator_periods(&story.all());
    let active = courses.iter().filter(|period| period.course.phase.code() == "active");
    let active: Vec<_> = active.map(|period| (period.from, period.until)).collect();
    for (from, _) in active.iter().copied().chain(leads.iter().map(|lead| (lead.2, lead.3))) {
        for on in [after(from, -1), from, after(from, 1)] {
            let expected = active.iter().filter(|period| holds(period.0, period.1, on)).count();
            let found = leads.iter().filter(|lead| holds(lead.2, lead.3, on)).count();
            prop_assert_eq!((found, found <= 1), (expected, true), "no day without, no day with two: {}", on);
        }
    }
    Ok(())
}

/// The status of every action in every version is somebody's word.
fn statuses_are_words(story: &Story) -> Checked {
    for action in story.all().all::<Action>() {
        for entry in story.all().versions(action.id()) {
            let Some(version) = Action::of(&entry.payload) else { continue };
            if !matches!(version.status, ActionStatus::Proposed | ActionStatus::Stopped) {
                prop_assert!(version.accepted_by.is_some(), "nothing starts without the family's yes");
            }
            let accepted = version.status > ActionStatus::AcceptedByFamily;
            if accepted && version.status != ActionStatus::Stopped {
                prop_assert!(version.owner.is_some(), "nothing starts without an owner");
            }
        }
        let open = action.is.status.is_open();
        let gap = gaps(&story.all()).iter().any(|gap| gap.thing == action.id());
        prop_assert_eq!(gap, open && action.is.owner.is_none(), "exactly one owner, or a gap that shows");
    }
    Ok(())
}

/// No need is ever nobody's without being seen.
fn needs_are_seen(story: &Story) -> Checked {
    if story.phase() != "active" {
        return Ok(());
    }
    let found = attention(&story.all(), story.moment, &story.limits());
    for need in story.all().all::<Need>().filter(|need| need.is.settled.is_none()) {
        let id = NeedId::from(need.id());
        let works = |it: &Thing<'_, Action>| {
            it.is.need == Some(id) && it.is.owner.is_some() && it.is.status.is_open()
        };
        let shows = found.iter().any(|it| {
            [Reason::NeedWithoutOwner(id), Reason::AcuteNeedWithoutAction(id)].contains(&it.reason)
        });
        let owned = need.is.owner.is_some() || story.all().all::<Action>().any(|it| works(&it));
        prop_assert!(owned || shows);
    }
    let places: Vec<_> = found.iter().map(|it| it.urgency).collect();
    prop_assert!(places.is_sorted(), "the four rules in their order");
    Ok(())
}

/// Versions count from one without holes, each thing stays one kind (or is removed), and `seq` has no holes.
fn versions_are_whole(story: &Story) -> Checked {
    for (entry, seq) in story.dossier.entries().zip(1..) {
        prop_assert_eq!(entry.seq, seq);
        let versions = story.all().versions(entry.thing);
        for (version, number) in versions.iter().zip(1..) {
            prop_assert_eq!(version.version, number);
        }
        let mut kinds: Vec<_> = versions.iter().map(|it| it.payload.code()).collect();
        kinds.retain(|kind| *kind != Removed::CODE);
        kinds.dedup();
        prop_assert!(kinds.len() <= 1);
        prop_assert!(entry.subjects.is_sorted(), "subjects are sorted, so that a class is one class");
    }
    Ok(())
}

/// The only observable parts of a dossier, to compare two of them.
fn same(a: &Dossier, b: &Dossier) -> Checked {
    prop_assert_eq!(a.family, b.family);
    prop_assert!(a.entries().eq(b.entries()));
    prop_assert_eq!(a.classes(), b.classes());
    let (all, other) = (Extract::whole(a), Extract::whole(b));
    for index in 0..a.version() as u32 {
        prop_assert_eq!(all.class(index), other.class(index));
    }
    prop_assert!(all.history().eq(other.history()));
    prop_assert_eq!(lists(a), lists(b));
    Ok(())
}

/// Few by default, so that the whole suite stays quick; `PROPTEST_CASES` asks for more.
fn cases() -> ProptestConfig {
    let default = ProptestConfig::default();
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { default.cases } else { 64 };
    ProptestConfig { cases, ..default }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn whatever_people_do_there_is_one_lead_and_every_status_is_somebodys_word(deeds in deeds()) {
        let mut story = Story::queued();
        let (mut lists_now, mut version) = (lists(&story.dossier), story.dossier.version());
        for deed in &deeds {
            if try_deed(&mut story, deed)? {
                one_lead(&story)?;
                statuses_are_words(&story)?;
                needs_are_seen(&story)?;
                // What a store writes after each change equals what it would write if it began anew.
                lists_now = lists_after(&lists_now, version, &story.dossier);
                version = story.dossier.version();
            }
        }
        versions_are_whole(&story)?;
        let rebuilt = Dossier::fold(story.dossier.family, story.dossier.entries().cloned());
        prop_assert_eq!(lists_now, lists(&rebuilt));
    }

    #[test]
    fn folding_some_now_and_some_later_is_folding_all_at_once(deeds in deeds(), cut in any::<prop::sample::Index>()) {
        let story = after_deeds(&deeds)?;
        let entries: Vec<Entry> = story.dossier.entries().cloned().collect();
        let cut = cut.index(entries.len() + 1);
        let (now, later) = entries.split_at(cut);
        let first = Dossier::fold(story.dossier.family, now.to_vec());
        let both = first.with(later.iter().cloned().map(Into::into));
        same(&both, &Dossier::fold(story.dossier.family, entries.clone()))?;
        same(&both, &story.dossier)?;
    }

    #[test]
    fn how_it_was_at_an_instant_does_not_depend_on_what_came_later(deeds in deeds(), cut in any::<prop::sample::Index>()) {
        let story = after_deeds(&deeds)?;
        let entries: Vec<Entry> = story.dossier.entries().cloned().collect();
        let instant = entries[cut.index(entries.len())].at;
        let then: Vec<Entry> = entries.iter().filter(|entry| entry.at <= instant).cloned().collect();
        same(&story.dossier.as_of(instant), &Dossier::fold(story.dossier.family, then))?;
        same(&story.dossier.as_of(instant), &story.dossier.as_of(instant).as_of(instant))?;
        let before = Dossier::fold(story.dossier.family, []);
        same(&story.dossier.as_of(jiff::Timestamp::UNIX_EPOCH), &before)?;
    }

    #[test]
    fn every_entry_is_read_back_as_it_was_written(deeds in deeds()) {
        for entry in after_deeds(&deeds)?.dossier.entries() {
            let written = serde_json::to_string(entry).unwrap();
            let read: Entry = serde_json::from_str(&written).unwrap();
            prop_assert_eq!(&read, entry, "{}", written);
        }
    }

    #[test]
    fn every_kind_is_read_back_whatever_was_typed(text in "\\PC{0,40}|[\\n\\t\"\\\\\u{0}]{0,3}", number in any::<u64>()) {
        let mut codes: Vec<&str> = Vec::new();
        for payload in every_kind(&text, number) {
            let written = serde_json::to_string(&payload).unwrap();
            let read: Payload = serde_json::from_str(&written).unwrap();
            prop_assert_eq!(&read, &payload, "{}", written);
            codes.push(payload.code());
        }
        codes.dedup();
        prop_assert_eq!(codes, Payload::CODES, "a new kind has its row here");
    }
}

/// Every kind of payload twice or more: with as little, and with as much, as it can say.
fn every_kind(text: &str, number: u64) -> Vec<Payload> {
    let words = || text.to_owned();
    let on = day("2026-02-28");
    let person = PersonId::new(number);
    let (thing, actor, service) = (ThingId::new(number), ActorId::new(number), ServiceId::new(number));
    let settled = Settled { on, met: false, words: words() };
    let mut out: Vec<Payload> = Vec::new();
    out.push(Family { name: words(), district: None, source: None }.wrap());
    out.push(Family { name: words(), district: Some(words()), source: Some(words()) }.wrap());
    for generation in Generation::ALL {
        out.push(Person::named(text, text, *generation).wrap());
    }
    for protection in Protection::ALL {
        let full = Person {
            born: Some(on),
            language: words(),
            interpreter: true,
            protection: *protection,
            phone: Some(words()),
            reach: Some(words()),
            account: Some(actor),
            joined: Some(on),
            left: Some(on),
            identity: Some(words()),
            source: Some(words()),
            ..Person::named(text, text, Generation::Child)
        };
        out.push(full.wrap());
    }
    out.push(parent_of(person, person, Responsibility::Mother).wrap());
    let relation = Relation {
        share: Some(100),
        from_day: Some(on),
        until: Some(on),
        ..parent_of(person, person, Responsibility::None)
    };
    out.push(relation.wrap());
    let address = Address {
        person,
        street: words(),
        postal_code: String::new(),
        place: words(),
        from: None,
        until: None,
        note: String::new(),
    };
    out.push(address.clone().wrap());
    let (from, until) = (Some(on), Some(on));
    out.push(Address { postal_code: words(), from, until, note: words(), ..address }.wrap());
    out.push(ContactProcedure { person, words: words() }.wrap());
    let asked = HelpRequest {
        reference: words(),
        words: words(),
        wish: words(),
        acute: true,
        acute_words: words(),
        services: vec![words(), words()],
        reply_by: jiff::Timestamp::MAX,
        sent_by: None,
    };
    let by = SentBy { helper: actor, service, agreed_by: words(), how: words() };
    out.push(HelpRequest { services: vec![], ..asked.clone() }.wrap());
    out.push(HelpRequest { sent_by: Some(by), ..asked }.wrap());
    let (ground, why, way_back) = (words(), words(), words());
    for phase in [
        Phase::Received,
        Phase::Waiting { ground, why, review: on, interim: actor, raised: Some(words()) },
        Phase::Offered,
        Phase::Active,
        Phase::Closed { reason: CloseReason::Moved, words: words(), way_back },
        Phase::Merged { into: FamilyId::new(number) },
    ] {
        out.push(Course { phase, since: on, acute: number.is_multiple_of(2) }.wrap());
    }
    out.push(Coordination::default().wrap());
    let answers = [Answer::Pending, Answer::Yes { on, how: words() }, Answer::No { on, why: words() }];
    for answer in answers {
        let offer = Offer {
            to: actor,
            service,
            by: actor,
            reply_by: on,
            note: words(),
            family: answer.clone(),
            coordinator: answer.clone(),
        };
        let full = Coordination {
            lead: Some(actor),
            service: Some(service),
            since: Some(on),
            offer: Some(offer),
            stand_in: Some(StandIn { actor, from: on, until: on, answer }),
        };
        out.push(full.wrap());
    }
    out.push(Membership { task: words(), until: Some(on), ..membership(actor, service, on) }.wrap());
    out.push(ServiceLink { person, service: words(), from: Some(on), until: None }.wrap());
    out.push(need(text).wrap());
    for owner in [Owner::Helper(actor), Owner::Member(person)] {
        let area = Some(Area::Between);
        let need = Need { area, owner: Some(owner), settled: Some(settled.clone()), ..acute(text) };
        out.push(need.wrap());
    }
    out.push(Dream { of: vec![], words: None }.wrap());
    out.push(dream(person, text).wrap());
    out.push(goal(text).wrap());
    let full = Goal {
        dream: Some(thing.into()),
        sign: words(),
        note: words(),
        settled: Some(settled.clone()),
        ..goal(text)
    };
    out.push(full.wrap());
    for status in ActionStatus::ALL {
        let full = Action {
            goal: Some(thing.into()),
            need: Some(thing.into()),
            owner: Some(Owner::Helper(actor)),
            service: Some(service),
            due: Some(on),
            status: *status,
            accepted_by: Some(person),
            accepted_how: words(),
            outcome: words(),
            ..action(text)
        };
        out.push(full.wrap());
    }
    out.push(request(actor, service, None, on).wrap());
    for answer in [
        RequestAnswer::Yes { on },
        RequestAnswer::YesBut { on, words: words() },
        RequestAnswer::No { on, reason: DeclineReason::Law, words: words() },
        RequestAnswer::AskBack { on, words: words() },
    ] {
        let (answer, withdrawn) = (Some(answer), Some(words()));
        out.push(Request { answer, withdrawn, ..request(actor, service, Some(thing), on) }.wrap());
    }
    out.push(Contact { with: vec![person], note: words(), ..contact(ContactKind::Visit, on) }.wrap());
    let full = Meeting {
        place: words(),
        helpers: vec![actor],
        members: vec![person],
        review: true,
        interpreting: interpreted(text, number),
        settled: Some(settled),
        ..meeting("2026-02-28")
    };
    out.push(full.wrap());
    out.push(Voice { about: Some(thing), ..voice(person, text) }.wrap());
    out.push(reply(thing, text).wrap());
    out.push(Strength { words: words() }.wrap());
    out.push(Agreement { by: person, on, how: words() }.wrap());
    let withdrawn = Some(on);
    out.push(Consent { withdrawn, ..consent(person, person, Category::ALL, on) }.wrap());
    let refused = Consent {
        refused: true,
        helper: Some(actor),
        text: u16::MAX,
        language: words(),
        how: words(),
        ..consent(person, person, Category::ALL, on)
    };
    out.push(refused.wrap());
    out.push(Rhythm { days: u16::MAX }.wrap());
    let from = FamilyId::new(number);
    out.push(Merge { from, words: words(), why: words(), asked: on, reach: words() }.wrap());
    out.push(NotSame { other: FamilyId::new(number) }.wrap());
    out.extend(law(person, actor, service, thing, on, text));
    out.extend(once(person, actor, service, on, text));
    out.push(Removed { was: words(), why: words() }.wrap());
    out
}

/// What is told once, and applications, with as little and with as much as they can say.
/// What can be arranged about interpreters, with whatever was typed.
fn interpreted(text: &str, number: u64) -> Vec<Interpreting> {
    let words = || text.to_owned();
    let level = number.is_multiple_of(2).then(words);
    let unqualified = level.is_none().then(words);
    let at = day("2026-02-28").at(12, 0, 0, 0);
    let (who, phone, mode) = (words(), words(), InterpretingMode::ALL[(number % 3) as usize]);
    let somebody =
        Interpreter { who, number: phone, mode, level, unqualified, apart: number.is_multiple_of(5), at };
    let nobody = NoInterpreter { because: words(), words: words() };
    let (planned, came) = (Some(Arrangement::Interpreter(somebody)), Some(Arrangement::Nobody(nobody)));
    vec![
        Interpreting { language: words(), planned: planned.clone(), came: came.clone() },
        Interpreting { language: words(), planned: came, came: planned },
        Interpreting { language: words(), planned: None, came: None },
    ]
}

fn once(
    person: PersonId,
    helper: ActorId,
    service: ServiceId,
    on: jiff::civil::Date,
    text: &str,
) -> Vec<Payload> {
    let words = || text.to_owned();
    let (adult, child) = (person, person);
    let all = [
        FactOf::Case { adult },
        FactOf::Home { adult },
        FactOf::Child { child },
        FactOf::Adult { adult },
        FactOf::Pair { adult, child },
    ];
    let told = |of| Fact { source: words(), ..fact(text, of, text, on) };
    let mut out: Vec<Payload> = all.into_iter().map(|of| told(of).wrap()).collect();
    for way in FactWay::ALL {
        out.push(Fact { value: None, way: *way, ..told(all[0]) }.wrap());
    }
    out.push(Interest { of: person, situations: vec![words()] }.wrap());
    out.push(application(person, text).wrap());
    let given = Given { name: words(), of: all[4], value: words(), on, source: words() };
    let more = More { on, words: words(), by: on, answer: words(), answered: Some(on) };
    for verdict in DecisionKind::ALL {
        let full = Application {
            child: Some(child),
            words: words(),
            facts: vec![given.clone()],
            receiver: Some(Receiver { service, helper }),
            sent: Some(Box::new(dispatch(on))),
            received: Some(on),
            more: vec![more.clone()],
            decision: Some(Box::new(Decision {
                words: words(),
                amount: words(),
                from: Some(on),
                until: Some(on),
                complain_by: Some(on),
                automatic: Some(words()),
                rule: Some(on),
                ..decision(*verdict, on)
            })),
            complaint: Some(Box::new(Complaint {
                on,
                words: words(),
                answer: Some(ComplaintAnswer { on, changed: true, words: words() }),
            })),
            withdrawn: Some(on),
            ..application(person, text)
        };
        out.push(full.wrap());
    }
    out
}

/// What the law says about a family, of every kind.
fn law(
    person: PersonId,
    actor: ActorId,
    service: ServiceId,
    thing: ThingId,
    on: jiff::civil::Date,
    text: &str,
) -> Vec<Payload> {
    let words = || text.to_owned();
    let some = Some(on);
    let mut out =
        vec![Danger { protected: person, threat: person, why: words(), from: on, until: some }.wrap()];
    let (why, until) = (words(), on);
    let trusted = Trusted {
        person,
        helper: actor,
        service,
        why,
        asked_by: actor,
        approved_by: Some(actor),
        until,
        ended: some,
    };
    out.push(trusted.wrap());
    out.push(CareOrder { child: person, basis: words(), service, from: on, until: some }.wrap());
    for basis in MandateBasis::ALL {
        let mandate = Mandate {
            person,
            holder: person,
            basis: *basis,
            categories: Category::ALL.to_vec(),
            why: words(),
            from: on,
            until,
            withdrawn: some,
        };
        out.push(mandate.wrap());
    }
    out.push(
        Withholding { thing, from: vec![person], law: words(), why: words(), best: words(), lifted: some }
            .wrap(),
    );
    for to in [Recipient::Member(person), Recipient::Service(service), Recipient::Helper(actor)] {
        let (law, purpose, need, asked, best) = (words(), words(), words(), words(), words());
        out.push(Release { thing, to, law, purpose, need, asked, best, until, ended: some }.wrap());
    }
    let objection = Objection {
        subject: person,
        given_by: person,
        service,
        helper: Some(actor),
        categories: Category::ALL.to_vec(),
        from: on,
        lifted: some,
    };
    out.push(objection.wrap());
    out.push(Block { thing, given_by: person, from: on, lifted: some }.wrap());
    let checked = Some(dossier::Checked { by: actor, on, right: false, words: words() });
    let until = jiff::Timestamp::UNIX_EPOCH;
    let emergency = Emergency { helper: actor, service, why: words(), until, untold: Some(words()), checked };
    out.push(emergency.wrap());
    out.push(Conflict { helper: actor, why: words(), ended: some }.wrap());
    for outcome in InsightOutcome::ALL {
        let (asked, answer, law, why) = (words(), words(), Some(words()), words());
        let (by, about, outcome) = (person, person, *outcome);
        out.push(Insight { by, about, asked, on, outcome, answer, law, why, reversed: some }.wrap());
    }
    let (to, law, demand, given, untold) = (words(), words(), words(), words(), words());
    let told = vec![person];
    out.push(Disclosure { about: person, to, law, demand, on, given, told, untold, undone: some }.wrap());
    for outcome in DisagreementOutcome::ALL {
        let (matter, law, best, result, untold) = (words(), words(), words(), words(), words());
        let (children, told, categories, outcome) =
            (vec![person], vec![person], Category::ALL.to_vec(), *outcome);
        let (settled, review, undone) = (some, some, some);
        out.push(
            Disagreement {
                children,
                matter,
                categories,
                on,
                law,
                best,
                outcome,
                result,
                settled,
                review,
                told,
                untold,
                undone,
            }
            .wrap(),
        );
    }
    for how in HeardHow::ALL {
        out.push(Stance { to: thing, who: person, how: *how, words: words(), undone: some }.wrap());
    }
    out.push(
        ResearchChoice { subject: person, given_by: person, yes: true, from: on, withdrawn: some }.wrap(),
    );
    out
}

#[test]
fn an_entry_is_read_back_with_every_audience_and_role() {
    let story = Story::active();
    let entry = story.dossier.entries().next().unwrap();
    let audiences = [
        Audience::Ordinary,
        Audience::Members(vec![story.mother, story.girl]),
        Audience::Coordinator,
        Audience::Oneself,
    ];
    for audience in audiences {
        for role in Role::ALL {
            let author = Author { role: *role, ..entry.author };
            let entry = Entry { audience: audience.clone(), author, ..entry.clone() };
            let written = serde_json::to_string(&entry).unwrap();
            assert_eq!(serde_json::from_str::<Entry>(&written).unwrap(), entry, "{written}");
        }
    }
}

#[test]
fn answers_that_lead_in_a_ring_are_shown_to_nobody_and_end_nothing() {
    let mut story = Story::active();
    let girl = story.girl;
    let said = story.writes(citizen(GIRL), voice(girl, "Hei"));
    let first = story.writes(coordinator(KARI), reply(said, "Ja?"));
    let second = story.writes(coordinator(KARI), reply(first, "Hei?"));
    let before = story.dossier.latest(first).unwrap().clone();
    // Nothing that decides writes such a thing; a damaged file could.
    let ring = Entry { version: 2, payload: reply(second, "Ring").wrap(), ..before };
    story.record(vec![ring]);
    let open: Vec<Shown> = story.dossier.classes().iter().map(|_| Shown::Whole).collect();
    let open = Open { classes: open, ..Open::default() };
    let part = Extract::of(&story.dossier, &open);
    assert_eq!(part.all::<Reply>().count(), 0);
    assert_eq!(part.all::<Voice>().count(), 1);
}
