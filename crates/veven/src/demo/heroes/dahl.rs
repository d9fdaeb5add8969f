//! Emil (7) lives with his grandmother Solbjørg, who is his guardian, while Kine is in treatment. His coordinator
//! has asked Mats to take over, and Mats has not answered.

use super::{EVERYDAY, FAMILY};
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
    let mut story = Story::of(town, "dahl", journal);
    let s = &mut story;
    let today = s.today();
    let bente = town.who("bente");
    let back = |days: i32| after(today, -days);

    s.on(276, 10, 0);
    let people = s.ask_for_help(Asking {
        name: "Dahl",
        district: Some("Fjellside"),
        people: vec![
            Someone::adult("Solbjørg", "Dahl", born(today, 67, 5, 25)).phone("400 00 581").signs_in(),
            Someone::adult("Kine", "Dahl", born(today, 29, 10, 1)).phone("400 00 582").signs_in(),
            Someone::child("Emil", "Dahl", born(today, 7, 4, 16)).helped_by(&["Fjellside skole", "Barneverntjenesten"]),
        ],
        words: "Eg er 67 og har fått ein sjuåring i hus. Dotter mi er på rusinstitusjon. Eg veit ikkje kva eg har rett på.",
        wish: "Nokon å ringe når det kokar.",
        acute: None,
        sent_by: Some((town.who("barnevern-2"), "Solbjørg Dahl")),
    });
    let [solbjorg, kine, emil] = people[..] else { return vec![story] };
    s.gets(bente, 270);
    s.on(269, 9, 0);
    s.related(
        solbjorg,
        emil,
        RelationKind::Guardian,
        Responsibility::None,
        Residence::Permanent,
        None,
        Some(back(310)),
    );
    s.related(
        solbjorg,
        emil,
        RelationKind::Grandparent,
        Responsibility::None,
        Residence::Permanent,
        None,
        None,
    );
    s.related(kine, emil, RelationKind::Parent, Responsibility::Mother, Residence::Contact, Some(10), None);
    s.homes();
    s.joins("barnevern-2", "Kontaktperson for Emil");
    s.joins("rus", "Følger Kine etter behandlingen");
    s.joins("laerer-5", "Kontaktlærer for Emil");
    s.strength("Emil og bestemor fôrar sauene saman kvar morgon.", &[]);
    s.strength("Kine har vore nykter i hundre dagar.", &[kine]);
    s.on(262, 13, 0);
    let tractor = s.dream(&[emil], Some("At mamma bur i kårhuset, og eg kan gå mellom."));
    let clean = s.dream(&[kine], Some("Å hente på skulen som andre mødrer."));
    s.dream(&[solbjorg], Some("Ein kveld i kyrkjekoret utan å sjå på klokka."));
    let fetch = s.goal(
        Some(clean),
        "Kine hentar Emil éin dag i veka",
        "fire veker på rad utan avlysing",
        LongTerm,
        &[emil],
    );
    let near =
        s.goal(Some(tractor), "Mor og son sest kvar laurdag", "Emil spør ikkje om ho kjem", Acute, &[emil]);
    s.as_member(solbjorg, |s| s.agrees(solbjorg, ""));
    s.as_member(kine, |s| s.agrees(kine, ""));
    let both = [solbjorg, kine];
    s.consents(&both, emil, town.service("skole-fjellside"), FAMILY, "Så skulen veit kven som hentar", 365);
    s.consents(
        &[kine],
        kine,
        town.service("rus"),
        &[Category::PlanCore, Category::HealthMental],
        "Så Stian kan støtte på laurdagane",
        365,
    );
    s.rhythm(14);
    s.talks(11, &[solbjorg], EVERYDAY);
    let money = s.need(
        "Bestemor betaler alt av pensjonen",
        Some(Area::Economy),
        Acute,
        Some(town.who("nav-3")),
        &[solbjorg],
    );
    let visits =
        s.need("Emil veit ikkje når han får sjå mamma", Some(Area::Everyday), Acute, Some(bente), &[emil]);
    s.on(250, 9, 0);
    let support = s.action(
        doing("Søkje om barnetrygd og stønad til besteforelder")
            .meets(money)
            .by(town.who("nav-3"))
            .due(back(220))
            .about(&[solbjorg]),
    );
    s.agreed(support, solbjorg);
    s.goes_on(support, Started, "");
    s.on(221, 12, 0);
    s.goes_on(support, Delivered, "Barnetrygda går til Solbjørg frå mai.");
    s.on(219, 10, 0);
    s.done(support, solbjorg, "Takk og pris.");
    s.met(money, "Barnetrygd og dekning av utgifter.");
    s.on(200, 10, 0);
    let saturday = s.action(
        doing("Laurdag kl. 12 på biblioteket, med Stian")
            .serves(near)
            .meets(visits)
            .by(town.who("rus"))
            .due(back(120))
            .about(&[emil]),
    );
    s.agreed(saturday, solbjorg);
    s.goes_on(saturday, Started, "");
    s.on(122, 14, 0);
    s.goes_on(saturday, Delivered, "Ni av ti laurdagar.");
    s.on(121, 15, 0);
    s.done(saturday, kine, "Han sovna på fanget mitt.");
    s.on(80, 9, 0);
    let fetching = s.action(
        doing("Kine hentar på tysdagar").serves(fetch).by_member(kine).due(after(today, 30)).about(&[emil]),
    );
    s.agreed(fetching, kine);
    s.on(66, 16, 0);
    s.goes_on(fetching, Started, "");
    s.on(50, 10, 0);
    let choir =
        s.action(doing("Avlasting på torsdagar").by(town.who("anne-lise")).due(back(10)).about(&[emil]));
    s.agreed(choir, solbjorg);
    s.goes_on(choir, Started, "Søknaden er under behandling.");
    s.on(14, 9, 0);
    s.meeting(
        "Samtale om julafta",
        s.working_day(8).to_datetime(time(12, 30, 0, 0)),
        "Heime hos Solbjørg",
        &["bente", "rus"],
        &both,
    );
    s.on(2, 10, 0);
    s.offer(
        town.who("mats"),
        "Eg går ut i permisjon i januar. Emil er van med faste dagar, og Kine likar at du ringer først.",
    );
    s.on(1, 9, 0);
    s.contact(
        ContactKind::Call,
        &[solbjorg],
        "Sa at vi spør Mats om å ta over. Solbjørg kjenner han frå bygda.",
    );
    vec![story]
}
