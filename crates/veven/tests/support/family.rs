//! A family that has a coordinator, for tests about what is written of it.

use super::{INGRID, MARIT, MONA, Testhouse};
use access::{Key, Visit};
use dossier::*;

pub const RANIA: ActorId = ActorId::new(501);
pub const YUSUF: ActorId = ActorId::new(503);

pub fn key(house: &Testhouse, actor: ActorId) -> Key {
    Key { actor, key: format!("{:x}", house.house.gate.random()), body: [0; 32] }
}

pub fn visit(house: &Testhouse, actor: ActorId, role: Role, service: Option<ServiceId>) -> Visit {
    Visit { actor, role, service, moment: house.moment(), request: 1, session: None }
}

pub async fn act(house: &Testhouse, family: FamilyId, visit: Visit, command: Command) -> ThingId {
    house.house.gate.act(&visit, family, command, key(house, visit.actor)).await.unwrap().thing
}

/// The family Haddad: Rania and Yusuf (15), who signs in, with Ingrid as coordinator, and what is written about Yusuf's health.
pub async fn family(house: &Testhouse) -> FamilyId {
    let rania = Person {
        account: Some(RANIA),
        phone: Some("400 00 501".into()),
        language: "ar".into(),
        interpreter: true,
        ..Person::named("Rania", "Haddad", Generation::Adult)
    };
    let born = Some("2011-03-12".parse().unwrap());
    let yusuf = Person { born, account: Some(YUSUF), ..Person::named("Yusuf", "Haddad", Generation::Child) };
    let people = [rania, yusuf].map(|person| Newcomer { person, services: Vec::new() }).to_vec();
    let request = HelpRequest {
        reference: "HADD-2026".into(),
        words: "Vi sover ikke.".into(),
        wish: String::new(),
        acute: false,
        acute_words: String::new(),
        services: Vec::new(),
        reply_by: house.moment().at,
        sent_by: None,
    };
    let family = Family { name: "Haddad".into(), district: None, source: None };
    let nobody = visit(house, ActorId::new(0), Role::Visitor, None);
    let opening = Opening { family, people, request };
    let family = house.house.gate.open(&nobody, opening, key(house, nobody.actor)).await.unwrap();
    let mona = visit(house, MONA.actor, Role::Intake, Some(MONA.service));
    let ingrid = visit(house, INGRID.actor, Role::Coordinator, Some(INGRID.service));
    let offer = Command::Offer { to: INGRID.actor, service: INGRID.service, note: String::new() };
    act(house, family, mona, offer).await;
    act(house, family, ingrid, Command::AnswerOffer { yes: true, words: String::new() }).await;
    let rania = visit(house, RANIA, Role::Citizen, None);
    act(house, family, rania, Command::AnswerOfferAsFamily { yes: true, words: String::new() }).await;
    let view = house.house.gate.view(&ingrid, family, "test").await.unwrap();
    let yusuf = view.sees().all::<Person>().find(|it| it.is.given == "Yusuf").unwrap().id().into();
    for (words, area) in [("Bruker epilepsimedisin", Area::Health), ("Sover dårlig", Area::MentalHealth)] {
        let payload = Need {
            words: words.into(),
            area: Some(area),
            horizon: Horizon::Acute,
            owner: None,
            settled: None,
        }
        .wrap();
        let command =
            Command::Write { replaces: None, payload, subjects: vec![yusuf], audience: Audience::Ordinary };
        act(house, family, ingrid, command).await;
    }
    family
}

/// The same family with Marit from the school in the team, and something good about Rania.
pub async fn with_marit(house: &Testhouse) -> (FamilyId, PersonId, PersonId) {
    let family = family(house).await;
    let ingrid = visit(house, INGRID.actor, Role::Coordinator, Some(INGRID.service));
    let today = house.moment().today;
    let joins = Membership {
        helper: MARIT.actor,
        service: MARIT.service,
        task: "Følger opp".into(),
        from: today,
        until: None,
    };
    let write = |payload: Payload, subjects: Vec<PersonId>| Command::Write {
        replaces: None,
        payload,
        subjects,
        audience: Audience::Ordinary,
    };
    act(house, family, ingrid, write(joins.wrap(), Vec::new())).await;
    let view = house.house.gate.view(&ingrid, family, "test").await.unwrap();
    let of = |given: &str| {
        let person = view.sees().all::<Person>().find(|it| it.is.given == given).unwrap();
        PersonId::from(person.id())
    };
    let (rania, yusuf) = (of("Rania"), of("Yusuf"));
    let hers = Strength { words: "Rania synger i kor".into() };
    act(house, family, ingrid, write(hers.wrap(), vec![rania])).await;
    (family, rania, yusuf)
}

/// Rania shares with the school what the plan holds about herself, for a month.
pub async fn shares(house: &Testhouse, family: FamilyId, rania: PersonId) -> ThingId {
    let today = house.moment().today;
    let consent = Consent {
        subject: rania,
        given_by: rania,
        receiver: MARIT.service,
        categories: vec![Category::PlanCore],
        purpose: "Så læreren vet hva som gir krefter".into(),
        from: today,
        until: after(today, 30),
        withdrawn: None,
        helper: None,
        refused: false,
        language: "nb".into(),
        text: 1,
        how: String::new(),
    };
    let payload = consent.wrap();
    let command =
        Command::Write { replaces: None, payload, subjects: vec![rania], audience: Audience::Ordinary };
    act(house, family, visit(house, RANIA, Role::Citizen, None), command).await
}
