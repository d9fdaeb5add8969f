//! The family's home and plan over HTTP: a family that waits, two who write at the same time, a child's words that
//! hint nothing to anybody, sharing that two parents decide about, several families, and help that has ended.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up is a test that fails")]

mod support;

use access::{Key, Visit};
use axum::http::StatusCode;
use dossier::*;
use support::{Answer as Page, Browser, INGRID, MARIT, MONA, Testhouse};

const RANIA: ActorId = ActorId::new(501);
const OMAR: ActorId = ActorId::new(502);
const YUSUF: ActorId = ActorId::new(503);
const SIGNE: ActorId = ActorId::new(504);

/// A family that has asked for help.
struct Home<'h> {
    house: &'h Testhouse,
    family: FamilyId,
}

fn grown_up(given: &str, account: ActorId) -> Person {
    Person { account: Some(account), ..Person::named(given, "Haddad", Generation::Adult) }
}

fn child(given: &str, born: &str, account: Option<ActorId>) -> Person {
    Person { account, born: Some(born.parse().unwrap()), ..Person::named(given, "Haddad", Generation::Child) }
}

impl<'h> Home<'h> {
    /// Rania asks: Rania, Omar, Yusuf (12), Signe (16), Lina (5).
    async fn asks(house: &'h Testhouse) -> Self {
        let people = vec![
            grown_up("Rania", RANIA),
            grown_up("Omar", OMAR),
            child("Yusuf", "2014-03-12", Some(YUSUF)),
            child("Signe", "2010-02-01", Some(SIGNE)),
            child("Lina", "2021-01-20", None),
        ];
        Self::of(house, "Haddad", people).await
    }

    async fn of(house: &'h Testhouse, name: &str, people: Vec<Person>) -> Self {
        let visit = visit(house, ActorId::new(0), Role::Visitor, None);
        let people = people.into_iter().map(|person| Newcomer { person, services: Vec::new() }).collect();
        let request = HelpRequest {
            reference: format!("{name:A<4.4}-2026").to_uppercase(),
            words: "Vi sover ikke.".into(),
            wish: String::new(),
            acute: false,
            acute_words: String::new(),
            services: Vec::new(),
            reply_by: house.moment().at,
            sent_by: None,
        };
        let family = Family { name: name.into(), district: None, source: None };
        let opening = Opening { family, people, request };
        let family = house.house.gate.open(&visit, opening, key(house, visit.actor)).await.unwrap();
        Self { house, family }
    }

    async fn act(&self, visit: Visit, command: Command) -> ThingId {
        let key = key(self.house, visit.actor);
        self.house.house.gate.act(&visit, self.family, command, key).await.unwrap().thing
    }

    fn ingrid(&self) -> Visit {
        visit(self.house, INGRID.actor, Role::Coordinator, Some(INGRID.service))
    }

    /// Somebody's id, by given name.
    async fn person(&self, given: &str) -> PersonId {
        let mona = visit(self.house, MONA.actor, Role::Intake, Some(MONA.service));
        let view = match self.house.house.gate.view(&mona, self.family, "test").await {
            Ok(view) => view,
            Err(_) => self.house.house.gate.view(&self.ingrid(), self.family, "test").await.unwrap(),
        };
        let found = view.sees().all::<Person>().find(|person| person.is.given == given).unwrap();
        found.id().into()
    }

    async fn offer(&self) {
        let mona = visit(self.house, MONA.actor, Role::Intake, Some(MONA.service));
        let offer = Command::Offer { to: INGRID.actor, service: INGRID.service, note: String::new() };
        self.act(mona, offer).await;
        self.act(self.ingrid(), Command::AnswerOffer { yes: true, words: String::new() }).await;
    }

    async fn writes(&self, who: Visit, payload: Payload, subjects: Vec<PersonId>) -> ThingId {
        self.act(who, Command::Write { replaces: None, payload, subjects, audience: Audience::Ordinary })
            .await
    }

    /// Ingrid is coordinator; both parents decide together for the children; Marit from the school takes part.
    async fn begun(house: &'h Testhouse) -> Self {
        let home = Self::asks(house).await;
        home.offer().await;
        let rania = visit(house, RANIA, Role::Citizen, None);
        home.act(rania, Command::AnswerOfferAsFamily { yes: true, words: String::new() }).await;
        for parent in ["Rania", "Omar"] {
            for child in ["Yusuf", "Signe", "Lina"] {
                let relation = Relation {
                    from: home.person(parent).await,
                    to: home.person(child).await,
                    relation: RelationKind::Parent,
                    responsibility: Responsibility::Joint,
                    residence: Residence::Permanent,
                    share: None,
                    from_day: None,
                    until: None,
                };
                home.writes(home.ingrid(), relation.wrap(), Vec::new()).await;
            }
        }
        let marit = Membership {
            helper: MARIT.actor,
            service: MARIT.service,
            task: "Kontaktlærer".into(),
            from: house.moment().today,
            until: None,
        };
        home.writes(home.ingrid(), marit.wrap(), Vec::new()).await;
        home
    }

    async fn citizen(&self, account: ActorId) -> Browser<'h> {
        self.house.session(account, Role::Citizen, None).await
    }
}

fn visit(house: &Testhouse, actor: ActorId, role: Role, service: Option<ServiceId>) -> Visit {
    Visit { actor, role, service, moment: house.moment(), request: 1, session: None }
}

fn key(house: &Testhouse, actor: ActorId) -> Key {
    Key { actor, key: format!("{:x}", house.house.gate.random()), body: [0; 32] }
}

/// Sends a form with the versions that stand on its page.
async fn send(browser: &mut Browser<'_>, page: &str, action: &str, fields: &[(&str, &str)]) -> Page {
    let shown = browser.get(page).await;
    let hidden = shown.versions(action);
    let mut all: Vec<(&str, &str)> = hidden.iter().map(|(name, value)| (*name, value.as_str())).collect();
    all.extend_from_slice(fields);
    browser.post(action, &all).await
}

/// A new action by a family member; the address of its page.
async fn new_action(browser: &mut Browser<'_>, words: &str, about: &str, owner: &str) -> String {
    let fields = [("words", words), ("owner", owner), ("horizon", "acute"), ("subjects", about)];
    let sent = browser.post("/min/plan/ny/tiltak", &fields).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    sent.location.unwrap().split('?').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_family_that_waits_sees_whom_to_ring_its_place_and_what_was_sent() {
    let house = Testhouse::new();
    let home = Home::asks(&house).await;
    let mut rania = home.citizen(RANIA).await;
    let received = rania.get("/min").await;
    assert!(
        received.shows("Dere venter på en koordinator") && received.shows("«Vi sover ikke.»"),
        "{}",
        received.text()
    );
    assert!(received.shows("400 00 120"), "nobody is named yet, so the municipality's number stands there");
    let mona = visit(&house, MONA.actor, Role::Intake, Some(MONA.service));
    let place = Command::Queue {
        ground: "ordinary".into(),
        why: "Alle får hjelp i tur.".into(),
        review: "2026-12-03".parse().unwrap(),
        interim: MONA.actor,
        raised: None,
    };
    home.act(mona, place).await;
    let waiting = rania.get("/min").await;
    assert!(
        waiting.shows("Mona Lie") && waiting.shows("400 00 121") || waiting.html.contains("tel:40000121")
    );
    assert!(waiting.shows("Dere er nummer 1 av 1 som venter"), "{}", waiting.text());
    assert!(waiting.shows("Dere trenger ikke gjøre noe nå"));
    // What was asked is the asker's own: Omar sees that they wait, not the words.
    let omar = home.citizen(OMAR).await.get("/min").await;
    assert!(omar.shows("Dere venter på en koordinator") && !omar.shows("Vi sover ikke"), "{}", omar.text());
}

#[tokio::test]
async fn the_family_says_yes_to_the_one_who_is_offered_and_finds_an_empty_plan() {
    let house = Testhouse::new();
    let home = Home::asks(&house).await;
    home.offer().await;
    let mut rania = home.citizen(RANIA).await;
    assert!(rania.get("/min").await.shows("Vil dere ha Ingrid Solheim som koordinator?"));
    let after = rania.post_and_follow("/min/koordinator", &[("svar", "ja")]).await;
    assert!(after.shows("Deres koordinator") && after.shows("Ingrid Solheim"), "{}", after.text());
    assert!(after.shows("Planen er tom ennå") && after.shows("Skriv ned en drøm"));
    assert!(after.shows("Bare Ingrid ser det dere har skrevet."));
    let again = rania.post("/min/koordinator", &[("svar", "nei")]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "there is nothing to answer any longer");
}

#[tokio::test]
async fn two_who_change_the_same_action_both_keep_their_words() {
    let house = Testhouse::new();
    let home = Home::begun(&house).await;
    let yusuf = home.person("Yusuf").await.to_string();
    let mut rania = home.citizen(RANIA).await;
    let page = new_action(&mut rania, "Øve på veien", &yusuf, "ingen").await;
    let id = page.rsplit('/').next().unwrap().to_owned();
    let (mine, work) =
        (format!("/min/plan/endre/{id}"), format!("/arbeid/familie/{}/plan/endre/{id}", home.family));
    let opened = rania.get(&mine).await;
    let old = opened.versions(&mine);
    let mut ingrid = house.signed_in(INGRID).await;
    let hers = [
        ("words", "Øve på veien med Salma"),
        ("owner", "ingen"),
        ("horizon", "acute"),
        ("subjects", yusuf.as_str()),
    ];
    assert_eq!(send(&mut ingrid, &work, &work, &hers).await.status, StatusCode::SEE_OTHER);
    let mut typed = vec![
        ("words", "Øve på veien hver lørdag"),
        ("owner", "ingen"),
        ("horizon", "acute"),
        ("subjects", yusuf.as_str()),
    ];
    let stale: Vec<(&str, &str)> =
        old.iter().map(|(name, value)| (*name, value.as_str())).chain(typed.clone()).collect();
    let told = rania.post(&mine, &stale).await;
    assert_eq!(told.status, StatusCode::CONFLICT);
    assert!(told.shows("Ingrid endret dette mens du skrev"), "{}", told.text());
    assert!(told.shows("Øve på veien med Salma") && told.shows("Øve på veien hver lørdag"));
    assert!(rania.get(&page).await.shows("Øve på veien med Salma"), "nothing was written over");
    let new = told.versions(&mine);
    typed[0].1 = "Øve på veien med Salma hver lørdag";
    let both: Vec<(&str, &str)> =
        new.iter().map(|(name, value)| (*name, value.as_str())).chain(typed).collect();
    assert_eq!(rania.post(&mine, &both).await.status, StatusCode::SEE_OTHER);
    assert!(rania.get(&page).await.shows("Øve på veien med Salma hver lørdag"));
    let past = rania.get("/min/plan/historikk").await;
    for words in ["Øve på veien", "Øve på veien med Salma", "Øve på veien med Salma hver lørdag"] {
        assert!(past.shows(words), "`{words}` is in the history");
    }
}

#[tokio::test]
async fn pressing_a_button_on_an_older_page_is_told_and_changes_nothing() {
    let house = Testhouse::new();
    let home = Home::begun(&house).await;
    let me = home.person("Rania").await.to_string();
    let mut rania = home.citizen(RANIA).await;
    let page = new_action(&mut rania, "Ringe legen", &me, &me).await;
    let old = rania.get(&page).await.versions(&page);
    let id = page.rsplit('/').next().unwrap();
    let edit = format!("/min/plan/endre/{id}");
    let fields = [
        ("words", "Ringe legen i dag"),
        ("owner", me.as_str()),
        ("horizon", "acute"),
        ("subjects", me.as_str()),
    ];
    assert_eq!(send(&mut rania, &edit, &edit, &fields).await.status, StatusCode::SEE_OTHER);
    let press: Vec<(&str, &str)> =
        old.iter().map(|(n, v)| (*n, v.as_str())).chain([("til", "done")]).collect();
    let told = rania.post(&page, &press).await;
    assert_eq!(told.status, StatusCode::CONFLICT);
    assert!(told.shows("endret dette siden du åpnet siden"), "{}", told.text());
    assert_eq!(send(&mut rania, &page, &page, &[("til", "done")]).await.status, StatusCode::SEE_OTHER);
    assert!(rania.get(&page).await.shows("Ferdig"));
}

#[tokio::test]
async fn what_a_child_says_to_the_coordinator_alone_hints_nothing_to_the_mother() {
    const HERS: &[&str] = &[
        "/min",
        "/min/si",
        "/min/innsyn",
        "/min/plan",
        "/min/plan/historikk",
        "/min/plan/historikk?fra=2026-11-01",
        "/min/plan/utskrift",
    ];
    let house = Testhouse::new();
    let home = Home::begun(&house).await;
    let mut rania = home.citizen(RANIA).await;
    let yusuf = home.person("Yusuf").await.to_string();
    new_action(&mut rania, "Øve på veien", &yusuf, "ingen").await;
    let mut before = Vec::new();
    for address in HERS {
        before.push(rania.get(address).await.text());
    }
    let mut child = home.citizen(YUSUF).await;
    assert_eq!(child.get("/min").await.location.as_deref(), Some("/ung"));
    let said = child
        .post_and_follow("/ung/si", &[("ord", "kan du komme på skolen?"), ("hvem", "koordinator")])
        .await;
    assert!(
        said.shows("Ingrid svarer innen") && said.shows("Bare Yusuf og Ingrid ser dette."),
        "{}",
        said.text()
    );
    let kept = child.post_and_follow("/ung/si", &[("ord", "noe bare jeg vet"), ("hvem", "meg")]).await;
    assert!(kept.shows("Bare du kan lese dette."), "{}", kept.text());
    let dream = [("words", "Å flytte til bestemor"), ("audience", "koordinator")];
    assert_eq!(child.post("/min/plan/ny/drom", &dream).await.status, StatusCode::SEE_OTHER);
    for (address, before) in HERS.iter().zip(&before) {
        assert_eq!(
            rania.get(address).await.text(),
            *before,
            "{address} tells the mother that something was said"
        );
    }
    // Ingrid reads what was said to her, and answers it; she never sees what the child keeps.
    let view = house.house.gate.view(&home.ingrid(), home.family, "plan").await.unwrap();
    let words: Vec<String> = view.sees().all::<Voice>().map(|voice| voice.is.words.clone()).collect();
    assert_eq!(words, ["kan du komme på skolen?"]);
    let voice = view.sees().all::<Voice>().next().unwrap().id();
    let reply = Reply { to: voice, words: "Ja, jeg kommer.".into(), outcome: Outcome::Yes };
    home.writes(home.ingrid(), reply.wrap(), Vec::new()).await;
    assert!(child.get("/ung").await.shows("Ja, jeg kommer."));
    // That Ingrid has looked is hers to know; what Ingrid answered is not.
    for (address, before) in HERS.iter().zip(&before).filter(|(address, _)| **address != "/min/innsyn") {
        assert_eq!(
            rania.get(address).await.text(),
            *before,
            "{address} tells the mother that somebody answered"
        );
    }
    let plan = home.house.signed_in(INGRID).await.get(&format!("/arbeid/familie/{}/plan", home.family)).await;
    assert!(plan.shows("Å flytte til bestemor") && !plan.shows("noe bare jeg vet"));
}

#[tokio::test]
async fn sharing_about_a_child_waits_for_both_parents_and_ends_in_one_press() {
    let house = Testhouse::new();
    let home = Home::begun(&house).await;
    let yusuf = home.person("Yusuf").await.to_string();
    let school = MARIT.service.to_string();
    let mut rania = home.citizen(RANIA).await;
    let mut omar = home.citizen(OMAR).await;
    let page = new_action(&mut rania, "Et stille rom", &yusuf, "ingen").await;
    let marit_plan = format!("/svar/familie/{}/plan", home.family);
    let mut marit = house.signed_in(MARIT).await;
    assert!(!marit.get(&marit_plan).await.shows("Et stille rom"));
    let wrong = rania.post("/min/innsyn/samtykke", &[("receiver", &school), ("until", "2028-01-01")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    for words in
        ["Velg hvem det handler om.", "Velg minst én ting", "Skriv hvorfor.", "Velg en dag fra i dag til"]
    {
        assert!(wrong.shows(words), "{words} in {}", wrong.text());
    }
    let yes = [
        ("receiver", school.as_str()),
        ("subject", yusuf.as_str()),
        ("categories", "plan"),
        ("purpose", "Så skolen vet hva som hjelper"),
        ("until", "2027-06-20"),
    ];
    let shared = rania.post_and_follow("/min/innsyn/samtykke", &yes).await;
    assert!(shared.shows("Venter på ja fra Omar"), "{}", shared.text());
    assert!(!marit.get(&marit_plan).await.shows("Et stille rom"), "one parent's yes alone opens nothing");
    let too = omar.get("/min/innsyn").await;
    assert!(too.shows("Si ja også"), "{}", too.text());
    assert!(omar.post_and_follow("/min/innsyn/samtykke", &yes).await.shows("Gjelder til 20. juni 2027."));
    let helper = marit.get(&marit_plan).await;
    assert!(helper.shows("Et stille rom") && helper.shows("Det kan være mer i planen."), "{}", helper.text());
    let its_page = format!("/svar/familie/{}{}", home.family, page.strip_prefix("/min").unwrap());
    assert!(marit.get(&its_page).await.shows("Familien har sagt ja til at din tjeneste ser det."));
    let taken = send(&mut rania, "/min/innsyn", "/min/innsyn/trekk", &[]).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.text());
    assert!(!marit.get(&marit_plan).await.shows("Et stille rom"), "taken back at once");
    assert_eq!(marit.get(&its_page).await.status, StatusCode::NOT_FOUND);
    // Signe is 16 and decides about her own health.
    let signe = home.person("Signe").await.to_string();
    let health = [yes[0], ("subject", signe.as_str()), ("categories", "helse"), yes[3], yes[4]];
    let no = rania.post("/min/innsyn/samtykke", &health).await;
    assert_eq!(no.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(no.shows("Du kan ikke dele dette for Signe"), "{}", no.text());
}

#[tokio::test]
async fn a_form_lands_in_the_family_that_it_was_made_for_whatever_is_chosen_meanwhile() {
    let house = Testhouse::new();
    let home = Home::begun(&house).await;
    let other = Home::of(&house, "Olsen", vec![grown_up("Rania", RANIA)]).await;
    let mut rania = home.citizen(RANIA).await;
    assert_eq!(rania.get("/min").await.location.as_deref(), Some("/min/familie"));
    let choose = rania.get("/min/familie").await;
    assert!(choose.shows("Haddad") && choose.shows("Olsen"), "{}", choose.text());
    let here = home.family.to_string();
    assert!(rania.post_and_follow("/min/familie", &[("familie", &here)]).await.shows("Hei, Rania"));
    // In another tab she goes to the other family; the form that was open already still belongs to the first.
    rania.post_and_follow("/min/familie", &[("familie", &other.family.to_string())]).await;
    let strength = [("words", "Bestemor henter"), ("subjects", "alle"), ("familie", here.as_str())];
    assert_eq!(rania.post("/min/plan/ny/styrke", &strength).await.status, StatusCode::SEE_OTHER);
    assert!(!rania.get("/min/plan").await.shows("Bestemor henter"));
    rania.post_and_follow("/min/familie", &[("familie", &here)]).await;
    assert!(rania.get("/min/plan").await.shows("Bestemor henter"));
    let foreign = Home::of(&house, "Dahl", vec![grown_up("Liv", ActorId::new(777))]).await;
    let refused = rania.post("/min/familie", &[("familie", &foreign.family.to_string())]).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn after_help_has_ended_everything_can_be_read_and_nothing_written() {
    let house = Testhouse::new();
    let home = Home::begun(&house).await;
    let me = home.person("Rania").await.to_string();
    let mut rania = home.citizen(RANIA).await;
    let page = new_action(&mut rania, "Ringe legen", &me, &me).await;
    let shown = rania.get(&page).await;
    let old = shown.versions(&page);
    let close = Command::Close {
        reason: CloseReason::OwnWish,
        words: "Dere klarer dere selv nå.".into(),
        way_back: "Ring Ingrid når som helst.".into(),
    };
    home.act(home.ingrid(), close).await;
    let over = rania.get("/min").await;
    for words in ["Hjelpen er avsluttet", "Dere klarer dere selv nå.", "Ring Ingrid når som helst."] {
        assert!(over.shows(words), "{words} in {}", over.text());
    }
    let plan = rania.get("/min/plan").await;
    assert!(plan.shows("Planen kan leses, men ikke endres.") && plan.shows("Ringe legen"));
    assert!(!plan.html.contains("method=\"post\" action=\"/min"), "no form is left on the page");
    assert_eq!(rania.get("/min/plan/ny/drom").await.status, StatusCode::NOT_FOUND);
    let press: Vec<(&str, &str)> =
        old.iter().map(|(n, v)| (*n, v.as_str())).chain([("til", "done")]).collect();
    let late = rania.post(&page, &press).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(late.shows("Hjelpen er avsluttet"), "{}", late.text());
}

#[tokio::test]
async fn sending_a_form_twice_writes_it_once_and_undo_takes_it_away_again() {
    let house = Testhouse::new();
    let home = Home::begun(&house).await;
    let me = home.person("Rania").await.to_string();
    let mut rania = home.citizen(RANIA).await;
    let need = [
        ("words", "Vi trenger barnevakt"),
        ("horizon", "acute"),
        ("owner", "ingen"),
        ("subjects", me.as_str()),
    ];
    let first = rania.post_with_key("/min/plan/ny/behov", &need, "k1").await;
    let second = rania.post_with_key("/min/plan/ny/behov", &need, "k1").await;
    assert_eq!((first.status, &first.location), (second.status, &second.location));
    let plan = rania.get(&first.location.unwrap()).await;
    let once = plan.text().lines().filter(|line| *line == "Vi trenger barnevakt").count();
    assert_eq!(once, 1, "{}", plan.text());
    let hidden = plan.versions("/min/plan/angre");
    let undo: Vec<(&str, &str)> = hidden.iter().map(|(n, v)| (*n, v.as_str())).collect();
    let undone = rania.post_and_follow("/min/plan/angre", &undo).await;
    assert!(
        undone.shows("Det er satt tilbake.") && !undone.shows("Vi trenger barnevakt"),
        "{}",
        undone.text()
    );
    let past = rania.get("/min/plan/historikk").await;
    assert!(past.shows("Rania tok bort: behov") && past.shows("Vi trenger barnevakt"), "{}", past.text());
    let back = send(&mut rania, "/min/plan/historikk", "/min/plan/angre", &[("til", "historikk")]).await;
    assert_eq!(back.status, StatusCode::SEE_OTHER);
    assert!(rania.get("/min/plan").await.shows("Vi trenger barnevakt"), "what was taken away is put back");
}

#[tokio::test]
async fn what_is_wrong_in_a_form_is_told_at_its_field_and_nothing_typed_is_lost() {
    let house = Testhouse::new();
    let home = Home::begun(&house).await;
    let mut rania = home.citizen(RANIA).await;
    let long = "x".repeat(4001);
    for (kind, fields, told) in [
        ("drom", vec![("words", "")], "Velg hvem sin drøm det er."),
        ("maal", vec![("words", ""), ("sign", "alle sover")], "Skriv hva målet er."),
        ("tiltak", vec![("words", "Noe"), ("due", "31.2.2026")], "Skriv en dato som finnes"),
        ("behov", vec![("words", "Noe"), ("area", "school")], "Velg nå eller på sikt."),
        ("styrke", vec![("words", long.as_str()), ("subjects", "alle")], "Skriv kortere: høyst 4000 tegn."),
    ] {
        let address = format!("/min/plan/ny/{kind}");
        let answer = rania.post(&address, &fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{kind}");
        assert!(answer.shows(told), "{told} in {}", answer.text());
        assert!(answer.html.contains("<title>Feil: "));
        for (_, typed) in fields.iter().filter(|(_, typed)| !typed.is_empty()) {
            assert!(answer.html.contains(typed), "{kind} lost `{typed:.20}`");
        }
    }
    assert_eq!(rania.get("/min/plan/ny/tull").await.status, StatusCode::NOT_FOUND);
    assert_eq!(rania.get("/min/plan/endre/tull").await.status, StatusCode::NOT_FOUND);
    assert_eq!(rania.get("/min/plan/tiltak/000000000000").await.status, StatusCode::NOT_FOUND);
}
