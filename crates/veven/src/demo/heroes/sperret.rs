//! A mother with two children who live at an address that nobody may know: «strengt fortrolig». No place stands
//! anywhere in the dossier: no district, no school, no meeting place, no house number.

use super::EVERYDAY;
use crate::demo::people::{Someone, born};
use crate::demo::story::Story;
use crate::demo::town::Town;
use crate::demo::verbs::{Asking, doing};
use dossier::ActionStatus::{Delivered, Started};
use dossier::Horizon::{Acute, LongTerm};
use dossier::*;
use jiff::civil::time;

/// Tells it.
pub fn tell(town: &Town, journal: bool) -> Vec<Story<'_>> {
    let mut story = Story::of(town, "sperret", journal);
    let s = &mut story;
    let today = s.today();
    let ingrid = town.who("ingrid");
    let back = |days: i32| after(today, -days);
    let secret = Protection::StrictlyConfidential;

    s.on(158, 13, 0);
    let people = s.ask_for_help(Asking {
        name: "Anna og barna",
        district: None,
        people: vec![
            Someone::adult("Anna", "", born(today, 32, 3, 3))
                .protected(secret)
                .reach("Bare melding i Veven. Aldri ring.")
                .signs_in(),
            Someone::child("Tuva", "", born(today, 7, 11, 30)).protected(secret),
            Someone::child("Liam", "", born(today, 3, 1, 9)).protected(secret),
        ],
        words: "Vi har måttet flytte, og ingen må vite hvor. Tuva har sluttet å spise på skolen.",
        wish: "Hjelp uten at navnet vårt står på en liste.",
        acute: Some("Vi må vite at skolen ikke deler bilder."),
        sent_by: Some((town.who("krisesenter"), "Anna")),
    });
    let [anna, tuva, liam] = people[..] else { return vec![story] };
    s.gets(ingrid, 157);
    s.on(156, 9, 0);
    s.parents(&[anna], &[tuva, liam]);
    let gone = Person { left: Some(back(159)), ..Person::named("Per", "", Generation::Adult) };
    let per: PersonId = s.write(gone, &[]).into();
    for protected in [anna, tuva, liam] {
        let why = "Politiet har gitt besøksforbud. Krisesenteret har vurdert faren.".to_owned();
        s.write(Danger { protected, threat: per, why, from: back(159), until: None }, &[]);
    }
    s.joins("krisesenter", "Kjenner Anna fra før");
    s.joins("politi", "Trygghet");
    s.joins("bup-2", "Samtaler med Tuva");
    s.strength("Tuva tegner huset de skal bo i en gang. Det har alltid blå dør.", &[tuva]);
    s.on(150, 11, 0);
    let door = s.dream(&[anna], Some("En dør jeg ikke trenger å låse to ganger."));
    s.dream(&[tuva], None);
    let safe =
        s.goal(Some(door), "Barna kan leke ute", "Tuva glemmer å se seg over skulderen", LongTerm, &[tuva]);
    let eat = s.goal(Some(door), "Tuva spiser lunsj", "matboksen er tom tre dager", Acute, &[tuva]);
    s.as_member(anna, |s| s.agrees(anna, ""));
    s.consents(
        &[anna],
        tuva,
        town.service("bup"),
        super::HEALTH,
        "Så Tuva slipper å fortelle alt på nytt",
        180,
    );
    s.rhythm(7);
    s.talks(6, &[anna], EVERYDAY);
    let pictures =
        s.need("Ingen bilder og ingen navnelister", Some(Area::Safety), Acute, Some(ingrid), &[tuva]);
    let food = s.need("Tuva spiser ikke", Some(Area::Health), Acute, Some(town.who("bup-2")), &[tuva]);
    let money = s.need(
        "Penger uten at kontoen kan spores",
        Some(Area::Economy),
        Acute,
        Some(town.who("nav-2")),
        &[anna],
    );
    let list = s.action(
        doing("Avtale med skolen om navn og bilder").meets(pictures).by(ingrid).due(back(149)).about(&[tuva]),
    );
    s.agreed(list, anna);
    s.goes_on(list, Started, "");
    s.on(149, 15, 0);
    s.goes_on(list, Delivered, "Rektor og to lærere vet. Ingen andre.");
    s.on(148, 18, 0);
    s.done(list, anna, "");
    s.met(pictures, "Avtalen er underskrevet.");
    s.on(140, 10, 0);
    let account = s.action(
        doing("Sperret konto og egen saksbehandler")
            .meets(money)
            .by(town.who("nav-2"))
            .due(back(130))
            .about(&[anna]),
    );
    s.agreed(account, anna);
    s.goes_on(account, Started, "");
    s.on(131, 12, 0);
    s.goes_on(account, Delivered, "");
    s.on(130, 19, 0);
    s.done(account, anna, "");
    s.met(money, "Ny konto. Én saksbehandler.");
    s.on(110, 9, 0);
    let meals = s.action(
        doing("Spise sammen med én voksen, i eget rom")
            .serves(eat)
            .meets(food)
            .by(town.who("bup-2"))
            .due(back(60))
            .about(&[tuva]),
    );
    s.agreed(meals, anna);
    s.goes_on(meals, Started, "");
    s.on(62, 13, 0);
    s.goes_on(meals, Delivered, "Hun spiser halvparten nå.");
    s.on(45, 9, 0);
    let outside = s.action(
        doing("Øve på å være ute, med noen som passer på")
            .serves(safe)
            .by(town.who("politi"))
            .due(after(today, 8))
            .about(&[tuva]),
    );
    s.agreed(outside, anna);
    s.goes_on(outside, Started, "");
    s.on(30, 20, 0);
    s.says(anna, "Han har spurt søsteren min hvor vi er.", Audience::Coordinator);
    let alarm = s.last_thing();
    s.on(29, 8, 10);
    s.replies(alarm, "Hanne i politiet er varslet. Hun skriver til deg før kl. 10.", Outcome::Yes);
    s.on(9, 10, 0);
    s.meeting(
        "Samtale",
        s.working_day(3).to_datetime(time(10, 0, 0, 0)),
        "",
        &["ingrid", "krisesenter"],
        &[anna],
    );
    s.on(7, 11, 0);
    s.need("Liam skal begynne et sted der ingen kjenner ham", Some(Area::Between), LongTerm, None, &[liam]);
    s.on(5, 9, 30);
    let driver = town.who("bup-2");
    s.write(
        Trusted {
            person: tuva,
            helper: driver.actor,
            service: driver.service,
            why: "Møter Tuva der hun er trygg, i stedet for på kontoret.".into(),
            asked_by: ingrid.actor,
            approved_by: None,
            until: after(today, 90),
            ended: None,
        },
        &[],
    );
    // Who may know where they are: one has asked, another has not answered yet.
    s.on(2, 9, 30);
    let police = town.who("politi");
    let place = Trusted {
        person: anna,
        helper: police.actor,
        service: police.service,
        why: "Følger Anna og barna når de er ute".into(),
        asked_by: town.who("ingrid").actor,
        approved_by: None,
        until: after(today, 60),
        ended: None,
    };
    s.write_for(place, &[anna], Audience::Coordinator);
    vec![story]
}
