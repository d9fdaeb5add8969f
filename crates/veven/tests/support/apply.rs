//! A family that applies: what it has told, the forms it fills in, and what it sends.

use super::family::{RANIA, act, family, visit};
use super::{INGRID, MARIT, Testhouse};
use access::{Automatic, Decides, Service};
use dossier::*;

/// Respite for a child.
pub const RESPITE: &str = "respite_care";
/// The sibling discount, which a machine may grant.
pub const DISCOUNT: &str = "kindergarten_sibling_discount";

/// A house in which Marit's service answers two kinds of applications, one of which a machine may grant.
pub fn house() -> Testhouse {
    printing(Box::new(super::InWords))
}

/// The same with a printer of one's choice.
pub fn printing(printer: Box<dyn web::Printer>) -> Testhouse {
    let automatic = Automatic {
        from: "2026-08-01".parse().unwrap(),
        basis: "forskriften § 3e".into(),
        decided: "sak 1".into(),
    };
    let decides = |right: &str, automatic| Decides { right: right.into(), automatic };
    let services = super::services().into_iter().map(|service| match service.id == MARIT.service {
        true => Service {
            decides: vec![decides(RESPITE, None), decides(DISCOUNT, Some(automatic.clone()))],
            sets: [("local.companion_card".to_owned(), "true".to_owned())].into(),
            ..service
        },
        false => service,
    });
    Testhouse::printing(services.collect(), super::helpers(), printer)
}

/// Rania with Yusuf and small Lina, of whom she is the mother.
pub async fn home(house: &Testhouse) -> (FamilyId, PersonId, PersonId, PersonId) {
    let family = family(house).await;
    let ingrid = visit(house, INGRID.actor, Role::Coordinator, Some(INGRID.service));
    let write = |payload: Payload| Command::Write {
        replaces: None,
        payload,
        subjects: Vec::new(),
        audience: Audience::Ordinary,
    };
    let born = Some("2022-05-02".parse().unwrap());
    let lina = Person { born, ..Person::named("Lina", "Haddad", Generation::Child) };
    let lina = act(house, family, ingrid, write(lina.wrap())).await.into();
    let view = house.house.gate.view(&ingrid, family, "test").await.unwrap();
    let named = |name: &str| view.sees().all::<Person>().find(|it| it.is.given == name).unwrap().id().into();
    let (rania, yusuf) = (named("Rania"), named("Yusuf"));
    for child in [yusuf, lina] {
        let relation = Relation {
            from: rania,
            to: child,
            relation: RelationKind::Parent,
            responsibility: Responsibility::Mother,
            residence: Residence::Permanent,
            share: None,
            from_day: None,
            until: None,
        };
        act(house, family, ingrid, write(relation.wrap())).await;
    }
    (family, rania, yusuf, lina)
}

/// Rania tells facts of today.
pub async fn tells(house: &Testhouse, family: FamilyId, facts: &[(&str, FactOf, &str, Category)]) {
    let on = house.moment().today;
    let fact = |&(name, of, value, category): &(&str, FactOf, &str, Category)| Fact {
        name: name.into(),
        of,
        value: Some(value.into()),
        on,
        way: FactWay::Asked,
        source: String::new(),
        category,
    };
    let facts = facts.iter().map(fact).collect();
    let rania = visit(house, RANIA, Role::Citizen, None);
    act(house, family, rania, Command::Tell { facts, keep: Vec::new() }).await;
}

/// The names of the questions on a page.
pub fn asked(html: &str) -> Vec<String> {
    let fields = html.split("name=\"spurt\" value=\"").skip(1);
    fields.map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}

/// The addresses on a page that begin so and go on with an id, each once.
pub fn addresses(html: &str, begins: &str) -> Vec<String> {
    let start = format!("\"{begins}");
    let mut found: Vec<String> = Vec::new();
    for rest in html.split(&start).skip(1) {
        let id = rest.split(['"', '/', '?']).next().unwrap();
        let address = format!("{begins}{id}");
        if id.len() == 12 && !found.contains(&address) {
            found.push(address);
        }
    }
    found
}

/// The hidden fields that a form on a page carries besides the session's.
pub fn hidden(html: &str, begins: &str) -> Vec<(String, String)> {
    let inputs = html.split("<input type=\"hidden\" name=\"").skip(1);
    let pairs = inputs.filter_map(|rest| {
        let (name, rest) = rest.split_once("\" value=\"")?;
        Some((name.to_owned(), rest.split('"').next()?.to_owned()))
    });
    pairs.filter(|(name, _)| name.starts_with(begins)).collect()
}

/// As a form takes them.
pub fn as_fields(all: &[(String, String)]) -> Vec<(&str, &str)> {
    all.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

/// Makes applications ready: respite for each of the children and the sibling discount for Lina.
pub async fn drafted(house: &Testhouse) -> FamilyId {
    let (family, rania, yusuf, lina) = home(house).await;
    let (big, small, me) =
        (FactOf::Child { child: yusuf }, FactOf::Child { child: lina }, FactOf::Adult { adult: rania });
    tells(
        house,
        family,
        &[
            ("need.extra_care_hours_week", big, "20", Category::HealthSomatic),
            ("need.night_watch_or_standby", big, "true", Category::HealthSomatic),
            ("adult.heavy_care_burden", me, "true", Category::HealthSomatic),
            ("kg.has_place", small, "true", Category::Education),
            ("kg.sibling_order", small, "2", Category::Education),
            ("kg.siblings_live_together", small, "true", Category::Education),
            ("household.income_year_nok", FactOf::Home { adult: rania }, "431000", Category::Economy),
        ],
    )
    .await;
    let mut rania = house.session(RANIA, Role::Citizen, None).await;
    rania.post_and_follow("/min/rettigheter/valg", &[("s", "daily_help"), ("s", "kindergarten")]).await;
    let none = rania.post_and_follow("/min/soknader/ny", &[]).await;
    assert!(none.shows("Kryss av for minst én ting"), "{}", none.text());
    let form = rania.post_and_follow("/min/soknader/ny", &[("rett", RESPITE), ("rett", DISCOUNT)]).await;
    // Respite is for each of the children.
    assert!(form.shows("3 søknader, ett skjema"), "{}", form.text());
    family
}

/// The same, looked over and sent.
pub async fn applied(house: &Testhouse) -> FamilyId {
    let family = drafted(house).await;
    let mut rania = house.session(RANIA, Role::Citizen, None).await;
    let form = rania.get("/min/soknader/skjema").await;
    let mut fields = hidden(&form.html, "sett-");
    let words: Vec<(String, String)> = fields
        .iter()
        .map(|(name, _)| (name.replace("sett-", "ord-"), "Vi sover tre timer om gangen.".to_owned()))
        .collect();
    fields.extend(words);
    let review = rania.post_and_follow("/min/soknader/skjema", &as_fields(&fields)).await;
    assert!(review.shows("Dette sendes") && review.shows("Granlia skole"), "{}", review.text());
    let fields = hidden(&review.html, "sett-");
    let sent = rania.post_and_follow("/min/soknader/send", &as_fields(&fields)).await;
    assert!(sent.shows("Sendt. Her ser dere"), "{}", sent.text());
    // Sending it again from another tab sends nothing twice.
    let again = rania.post("/min/soknader/send", &as_fields(&fields)).await;
    assert_eq!(again.location.as_deref(), Some("/min/soknader"));
    family
}
