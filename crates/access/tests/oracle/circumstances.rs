//! Draws what holds for a family: its way through, its team, and what the law says about it in particular.

use crate::random::{Making, SERVICES};
use crate::support::story::*;

use dossier::*;
use jiff::civil::date;

pub fn draw(it: &mut Making) {
    it.writes(Family { name: "N".into(), district: None, source: None });
    // At closing, and when a request is carried on in another dossier, nobody holds it any longer.
    let (way, is_over) = course(it);
    if is_over {
        it.writes(Coordination::default());
    } else {
        coordination(it);
    }
    team(it);
    law(it);
    for _ in 0..it.draw.below(5) {
        consents(it);
    }
    if !is_over && it.draw.chance(12) {
        comes_back(it, way);
    }
}

/// The help is ended, and begins again where it was; some say yes again.
fn comes_back(it: &mut Making, way: ThingId) {
    let mut stood = Phase::Received;
    it.restates::<Course>(way, |course| stood = std::mem::replace(&mut course.phase, closed()));
    it.restates::<Course>(way, |course| course.phase = stood);
    for _ in 0..it.draw.below(3) {
        consents(it);
    }
}

fn closed() -> Phase {
    Phase::Closed { reason: CloseReason::OwnWish, words: String::new(), way_back: String::new() }
}

/// The family's way, and whether it is over.
fn course(it: &mut Making) -> (ThingId, bool) {
    let reply_by = Moment::instant(date(2026, 11, 20).at(10, 0, 0, 0));
    it.writes(HelpRequest {
        reference: "R".into(),
        words: "W".into(),
        wish: String::new(),
        acute: false,
        acute_words: String::new(),
        services: Vec::new(),
        reply_by,
        sent_by: None,
    });
    let waiting = Phase::Waiting {
        ground: "ordinary".into(),
        why: "W".into(),
        review: it.today,
        interim: it.draw.one(&[RANDI, JONAS]),
        raised: None,
    };
    let merged = Phase::Merged { into: FamilyId::new(9) };
    let way = it.draw.one(&[
        vec![Phase::Received],
        vec![Phase::Received, waiting.clone()],
        vec![Phase::Received, waiting.clone(), Phase::Offered],
        vec![Phase::Received, Phase::Offered],
        vec![Phase::Received, waiting.clone(), Phase::Offered, Phase::Active],
        vec![Phase::Received, waiting.clone(), Phase::Offered, Phase::Active],
        vec![Phase::Active],
        vec![Phase::Received, waiting.clone(), closed()],
        vec![Phase::Active, closed(), waiting, Phase::Offered],
        vec![Phase::Received, merged],
    ]);
    let since = it.today;
    let course = |phase: Phase| Course { phase, since, acute: false };
    let thing = it.writes(course(way[0].clone()));
    for phase in &way[1..] {
        it.restates::<Course>(thing, |it| it.phase = phase.clone());
    }
    (thing, matches!(way.last(), Some(Phase::Closed { .. } | Phase::Merged { .. })))
}

fn answer(it: &mut Making) -> Answer {
    let on = it.today;
    it.draw.one(&[Answer::Pending, Answer::Yes { on, how: "W".into() }, Answer::No { on, why: "W".into() }])
}

fn coordination(it: &mut Making) {
    let lead = if it.draw.chance(65) { Some(it.draw.one(&[KARI, JONAS])) } else { None };
    let offer = if it.draw.chance(30) {
        // A no ends an offer at once.
        let open = |it: &mut Making| Some(answer(it)).filter(|it| !matches!(it, Answer::No { .. }));
        let (family, coordinator) =
            (open(it).unwrap_or(Answer::Pending), open(it).unwrap_or(Answer::Pending));
        Some(Offer {
            to: it.draw.one(&[KARI, JONAS, RANDI]),
            service: FAMILY_TEAM,
            by: INGER,
            reply_by: it.today,
            note: "W".into(),
            family,
            coordinator,
        })
    } else {
        None
    };
    let stand_in = if it.draw.chance(30) {
        let (from, until) = (it.edge(), it.edge());
        let answer = answer(it);
        Some(StandIn { actor: it.draw.one(&[JONAS, RANDI]), from: from.min(until), until, answer })
    } else {
        None
    };
    let service = lead.map(|_| FAMILY_TEAM);
    it.writes(Coordination { lead, service, since: None, offer, stand_in });
}

fn team(it: &mut Making) {
    for _ in 0..it.draw.below(8) {
        let (helper, service) = it.helper();
        let (from, until) = (it.edge(), it.edge());
        let from = if it.draw.chance(70) { after(it.today, -100) } else { from };
        let until = if it.draw.chance(70) { None } else { Some(until) };
        it.writes(Membership { helper, service, task: "W".into(), from, until });
    }
    for person in it.people.clone() {
        if it.draw.chance(30) {
            let service = if it.draw.chance(70) { "skole" } else { "Krisesenteret" };
            it.writes(ServiceLink { person, service: service.into(), from: None, until: None });
        }
    }
}

fn law(it: &mut Making) {
    let why = || "W".to_owned();
    if it.draw.chance(15) {
        let (protected, threat) = (it.draw.one(&it.people.clone()), it.draw.one(&it.people.clone()));
        let from = it.edge();
        let until = if it.draw.chance(30) { Some(it.edge()) } else { None };
        it.writes(Danger { protected, threat, why: why(), from, until });
    }
    for _ in 0..it.draw.below(5) {
        let person = it.draw.one(&it.people.clone());
        let (helper, service) = it.helper();
        let asked_by = it.draw.one(&[KARI, INGER]);
        let approved_by = if it.draw.chance(70) { Some(it.draw.one(&[INGER, JONAS, KARI])) } else { None };
        let until = it.edge().max(it.over());
        let ended = if it.draw.chance(15) { Some(it.over()) } else { None };
        it.writes(Trusted { person, helper, service, why: why(), asked_by, approved_by, until, ended });
    }
    if it.draw.chance(20) {
        let child = it.draw.one(&it.children.clone());
        let from = it.edge();
        let until = if it.draw.chance(40) { Some(it.edge()) } else { None };
        it.writes(CareOrder { child, basis: "5-1".into(), service: HEALTH_STATION, from, until });
    }
    for _ in 0..it.draw.below(3) {
        let adults: Vec<PersonId> = it.adults.iter().copied().filter(|id| id.raw() != 0).collect();
        let (person, holder) = (it.draw.one(&it.people.clone()), it.draw.one(&adults));
        let basis = it.draw.one(MandateBasis::ALL);
        let categories = it.categories();
        let from = it.begun().min(it.edge());
        let until = it.edge();
        let withdrawn = if it.draw.chance(15) { Some(it.over()) } else { None };
        it.writes(Mandate { person, holder, basis, categories, why: why(), from, until, withdrawn });
    }
    for _ in 0..it.draw.below(3) {
        let (helper, service) = it.helper();
        let subject = it.draw.one(&it.people.clone());
        let given_by = it.draw.one(&it.people.clone());
        let helper = if it.draw.chance(40) { Some(helper) } else { None };
        let categories = it.categories();
        let from = it.edge();
        let lifted = if it.draw.chance(20) { Some(it.over()) } else { None };
        it.writes(Objection { subject, given_by, service, helper, categories, from, lifted });
    }
    for _ in 0..it.draw.below(3) {
        let (helper, service) = it.helper();
        let instant = it.today.at(10, 0, 0, 0);
        let off = it.draw.one(&[-60, 0, 1, 60, 60 * 20]);
        let until = Moment::instant(instant) + jiff::SignedDuration::from_mins(off);
        it.writes(Emergency { helper, service, why: why(), until, untold: None, checked: None });
    }
    if it.draw.chance(15) {
        let (helper, _) = it.helper();
        let ended = if it.draw.chance(30) { Some(it.over()) } else { None };
        it.writes(Conflict { helper, why: why(), ended });
    }
    if it.draw.chance(15) {
        let (about, told) = (it.draw.one(&it.people.clone()), it.draw.one(&it.people.clone()));
        let (told, audience) = match it.draw.chance(60) {
            true => (vec![told], Audience::Members(vec![told])),
            false => (Vec::new(), Audience::Coordinator),
        };
        let (to, demand, given, untold, on) = (why(), why(), why(), why(), it.today);
        let law = "disclose-order".to_owned();
        let given = Disclosure { about, to, law, demand, on, given, told, untold, undone: None }.wrap();
        let author = coordinator(KARI);
        let (day, kind, from) = (it.begun(), given.category(), author.service);
        it.enters(day, author, given, Vec::new(), kind, audience, from);
    }
    if it.draw.chance(15) {
        disagreement(it);
    }
    if it.draw.chance(15) {
        let (subject, given_by) = (it.draw.one(&it.people.clone()), it.draw.one(&it.people.clone()));
        let (yes, from, author) = (it.draw.chance(50), it.edge(), it.writer());
        let choice = ResearchChoice { subject, given_by, yes, from, withdrawn: None }.wrap();
        let (day, kind, audience) =
            (it.begun(), choice.category(), Audience::Members(vec![subject, given_by]));
        it.enters(day, author, choice, vec![subject], kind, audience, author.service);
    }
    if it.draw.chance(15) {
        let (by, about) = (it.draw.one(&it.people.clone()), it.draw.one(&it.people.clone()));
        let law = Some("refuse-others".to_owned());
        let (asked, answer, on, outcome) = (why(), why(), it.today, InsightOutcome::Refused);
        let answered =
            Insight { by, about, asked, on, outcome, answer, law, why: why(), reversed: None }.wrap();
        let author = coordinator(KARI);
        let (day, kind, from) = (it.begun(), answered.category(), author.service);
        it.enters(day, author, answered, vec![by], kind, Audience::Coordinator, from);
    }
}

/// Two disagree about a child, and some are told.
fn disagreement(it: &mut Making) {
    let words = || "W".to_owned();
    let people = it.people.clone();
    let (child, told) = (it.draw.one(&people), it.draw.some(&people, 2));
    let audience = if told.is_empty() { Audience::Coordinator } else { Audience::Members(told.clone()) };
    let is = Disagreement {
        children: vec![child],
        matter: words(),
        categories: Vec::new(),
        on: it.today,
        law: "disagree-ask-again".into(),
        best: words(),
        outcome: DisagreementOutcome::Open,
        result: String::new(),
        settled: None,
        review: Some(it.today),
        told,
        untold: String::new(),
        undone: None,
    };
    let author = coordinator(KARI);
    let (day, is, from) = (it.begun(), is.wrap(), author.service);
    let kind = is.category();
    it.enters(day, author, is, Vec::new(), kind, audience, from);
    let to = it.draw.one(&it.things());
    for who in it.draw.some(&people, 3) {
        let stance = Stance { to, who, how: HeardHow::Spoken, words: words(), undone: None }.wrap();
        let kind = stance.category();
        it.enters(day, author, stance, vec![who], kind, Audience::Coordinator, from);
    }
}

/// Those who may have a say about somebody speak, most of them with one voice.
fn consents(it: &mut Making) {
    let subject = it.draw.one(&it.people.clone());
    let (helper, service) = it.helper();
    let receiver = if it.draw.chance(90) { service } else { it.draw.one(&SERVICES) };
    let named = if it.draw.chance(35) { Some(helper) } else { None };
    let categories = it.categories();
    let from = it.begun();
    let mut givers: Vec<PersonId> = it.adults.iter().copied().filter(|id| id.raw() != 0).collect();
    if !givers.contains(&subject) {
        givers.push(subject);
    }
    for given_by in givers {
        if it.draw.chance(12) {
            continue;
        }
        for _ in 0..=usize::from(it.draw.chance(20)) {
            let from = if it.draw.chance(80) { from } else { it.edge() };
            let until = if it.draw.chance(75) { after(it.today, 100) } else { it.edge() };
            let withdrawn = if it.draw.chance(8) { Some(it.over()) } else { None };
            let refused = it.draw.chance(8);
            let helper = if it.draw.chance(80) { named } else { None };
            it.writes(Consent {
                refused,
                helper,
                receiver,
                until: until.max(from),
                withdrawn,
                ..consent(subject, given_by, &categories, from)
            });
        }
    }
}
