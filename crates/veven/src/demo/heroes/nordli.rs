//! Camilla and Jonas Nordli with Ida, born fourteen weeks too early and now four months old.

use super::{EVERYDAY, HEALTH};
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
    let mut story = Story::of(town, "nordli", journal);
    let s = &mut story;
    let today = s.today();
    let ragnhild = town.who("ragnhild");
    let back = |days: i32| after(today, -days);

    s.on(112, 15, 0);
    let people = s.ask_for_help(Asking {
        name: "Nordli",
        district: Some("Granlia"),
        people: vec![
            Someone::adult("Camilla", "Nordli", born(today, 27, 12, 20)).phone("400 00 591").reach("Melding. Vi sover når hun sover").signs_in(),
            Someone::adult("Jonas", "Nordli", born(today, 30, 2, 11)).phone("400 00 592").signs_in(),
            Someone::child("Ida", "Nordli", back(124)).helped_by(&["Nyfødtavdelingen"]),
        ],
        words: "Ida kom i uke 26. Vi bor på sykehuset. Jonas må tilbake på jobb mandag, og ingen vet om vi får penger.",
        wish: "At vi får være sammen med henne.",
        acute: Some("Jonas mister lønna fra mandag."),
        sent_by: Some((town.who("nyfodt"), "Camilla Nordli")),
    });
    let [camilla, jonas, ida] = people[..] else { return vec![story] };
    s.gets(ragnhild, 111);
    s.on(110, 9, 0);
    let both = [camilla, jonas];
    s.parents(&both, &[ida]);
    s.joins("nyfodt", "Nyfødt hjemme");
    s.joins("helsestasjon-3", "Helsesykepleier");
    s.joins("fys", "Fysioterapi for Ida");
    let money = s.need("Jonas mister lønna", Some(Area::Work), Acute, Some(town.who("nav-stat")), &[jonas]);
    let home =
        s.need("Hjem med sonde og oksygen", Some(Area::Health), Acute, Some(town.who("nyfodt")), &[ida]);
    let pay = s.action(
        doing("Pleiepenger til begge").meets(money).by(town.who("nav-stat")).due(back(104)).about(&[jonas]),
    );
    s.agreed(pay, jonas);
    s.goes_on(pay, Started, "");
    s.on(104, 14, 0);
    s.goes_on(pay, Delivered, "Innvilget fra dag én.");
    s.on(103, 8, 0);
    s.done(pay, jonas, "");
    s.met(money, "Begge har pleiepenger.");
    s.on(96, 13, 0);
    let pram = s.dream(&both, Some("Å trille henne til sjøen, uten ledninger."));
    s.dream_for(camilla, "Å tørre å bli gravid igjen en gang.", &[]);
    let free = s.goal(Some(pram), "Hjem før jul", "vi har sovet hjemme alle tre", Acute, &[]);
    let grow = s.goal(Some(pram), "Ida spiser selv", "sonden er ute en uke", LongTerm, &[ida]);
    s.strength("Mormor vasker klær og spør ikke.", &[]);
    s.as_member(camilla, |s| s.agrees(camilla, ""));
    s.as_member(jonas, |s| s.agrees(jonas, ""));
    s.consents(&both, ida, town.service("nyfodt"), HEALTH, "Så sykehuset vet hva kommunen gjør", 365);
    s.consents(
        &both,
        ida,
        town.service("helsestasjon-fjellside"),
        HEALTH,
        "Så helsestasjonen er klar når vi kommer hjem",
        365,
    );
    s.rhythm(7);
    s.talks(7, &[camilla], EVERYDAY);
    s.on(80, 10, 0);
    let train = s.action(
        doing("Opplæring i sonde og oksygen")
            .serves(free)
            .meets(home)
            .by(town.who("nyfodt"))
            .due(back(50))
            .about(&[ida]),
    );
    s.agreed(train, camilla);
    s.goes_on(train, Started, "");
    s.on(52, 11, 0);
    s.goes_on(train, Delivered, "Begge kan det i søvne.");
    s.on(51, 12, 0);
    s.done(train, camilla, "I søvne, ja.");
    s.on(33, 9, 0);
    let nights = s.action(
        doing("Natt hjemme på prøve, med vakttelefon")
            .serves(free)
            .by(town.who("nyfodt"))
            .due(back(20))
            .about(&[ida]),
    );
    s.agreed(nights, jonas);
    s.goes_on(nights, Started, "");
    s.on(19, 10, 0);
    s.goes_on(nights, Delivered, "Fire netter. Det gikk.");
    s.on(16, 9, 0);
    let eats = s.action(
        doing("Spisetrening to ganger i uka")
            .serves(grow)
            .by(town.who("fys"))
            .due(after(today, 45))
            .about(&[ida]),
    );
    s.agreed(eats, camilla);
    s.goes_on(eats, Started, "");
    s.on(10, 13, 0);
    s.ask_by(
        town.who("helsestasjon-3"),
        "Kan du komme hjem de to første ukene etter utskriving?",
        "De er redde for å være alene.",
        None,
        s.working_day(2),
    );
    s.on(5, 10, 0);
    s.meeting(
        "Utskrivingsmøte",
        s.working_day(6).to_datetime(time(9, 30, 0, 0)),
        "Sykehuset, bygg A",
        &["ragnhild", "nyfodt", "helsestasjon-3"],
        &both,
    );
    s.on(1, 12, 0);
    let proposed = s.action(
        doing("Home-Start: noen som bærer Ida mens dere sover")
            .serves(free)
            .by(town.who("home-start"))
            .due(after(today, 20))
            .about(&[ida]),
    );
    let _ = proposed;
    vec![story]
}
