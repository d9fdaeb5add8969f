//! Almaz Tesfay with three children, two years in Norway, speaks Tigrinya. Their first coordinator handed over to
//! Samira; both periods are on the timeline.

use super::{EVERYDAY, FAMILY, MONEY};
use crate::demo::people::{Someone, born};
use crate::demo::story::Story;
use crate::demo::town::Town;
use crate::demo::verbs::{Asking, doing};
use dossier::ActionStatus::{Delivered, Started};
use dossier::Horizon::{Acute, LongTerm};
use dossier::*;

/// Tells it.
pub fn tell(town: &Town, journal: bool) -> Vec<Story<'_>> {
    let mut story = Story::of(town, "tesfay", journal);
    let s = &mut story;
    let today = s.today();
    let (piotr, samira) = (town.who("piotr"), town.who("samira"));
    let back = |days: i32| after(today, -days);

    s.on(355, 10, 0);
    let people = s.ask_for_help(Asking {
        name: "Tesfay",
        district: Some("Granlia"),
        people: vec![
            Someone::adult("Almaz", "Tesfay", born(today, 35, 1, 1))
                .with_interpreter("ti")
                .phone("400 00 621")
                .signs_in(),
            Someone::child("Yonas", "Tesfay", born(today, 16, 9, 12))
                .speaks("ti")
                .helped_by(&["Lindvik videregående skole"])
                .signs_in(),
            Someone::child("Rahel", "Tesfay", born(today, 11, 4, 27))
                .speaks("ti")
                .helped_by(&["Lindvik barneskole"]),
            Someone::child("Samuel", "Tesfay", born(today, 5, 12, 7))
                .speaks("ti")
                .helped_by(&["Havna barnehage"]),
        ],
        words: "ሓገዝ የድልየና። Introduction programme ends in three months. I do not know what comes after.",
        wish: "Arbeid. Og at Yonas ikke slutter på skolen.",
        acute: None,
        sent_by: Some((town.who("flyktning"), "Almaz Tesfay")),
    });
    let [almaz, yonas, rahel, samuel] = people[..] else { return vec![story] };
    s.gets(piotr, 346);
    s.on(345, 9, 0);
    s.parents(&[almaz], &[yonas, rahel, samuel]);
    s.joins("flyktning", "Programrådgiver");
    s.joins("vgs-2", "Miljøveileder for Yonas");
    s.joins("voksen", "Norsklærer");
    s.strength("Almaz var sykepleier i Asmara.", &[almaz]);
    s.strength("Yonas lærer bort tigrinja til småsøsken med sanger.", &[]);
    s.on(338, 13, 0);
    let nurse = s.dream(&[almaz], Some("Å ha på meg uniformen igjen."));
    let run = s.dream(&[yonas], Some("Å løpe for Norge."));
    s.dream(&[rahel, samuel], Some("Å ha bursdag med dem i klassen."));
    let papers = s.goal(Some(nurse), "Utdanningen blir godkjent", "papirene er sendt", LongTerm, &[almaz]);
    let stay =
        s.goal(Some(run), "Yonas blir på skolen til jul", "under fem dager borte i måneden", Acute, &[yonas]);
    s.as_member(almaz, |s| s.agrees(almaz, ""));
    s.consents(&[almaz], almaz, town.service("flyktning"), MONEY, "Så programmet passer med resten", 365);
    s.consents(&[almaz], rahel, town.service("skole-sentrum"), FAMILY, "Så skolen ringer riktig person", 365);
    s.rhythm(14);
    s.talks(12, &[almaz], EVERYDAY);
    let job = s.need(
        "Ingen inntekt når programmet er slutt",
        Some(Area::Economy),
        Acute,
        Some(town.who("flyktning")),
        &[almaz],
    );
    let school = s.need(
        "Yonas jobber netter og sover i timene",
        Some(Area::School),
        Acute,
        Some(town.who("vgs-2")),
        &[yonas],
    );
    s.on(310, 10, 0);
    let longer = s.action(
        doing("Forlenge introduksjonsprogrammet")
            .meets(job)
            .by(town.who("flyktning"))
            .due(back(280))
            .about(&[almaz]),
    );
    s.agreed(longer, almaz);
    s.goes_on(longer, Started, "");
    s.on(282, 14, 0);
    s.goes_on(longer, Delivered, "Forlenget seks måneder.");
    s.on(280, 18, 0);
    s.done(longer, almaz, "");
    s.on(215, 9, 0);
    s.offer(samira, "Piotr går ned i stilling. Almaz vil gjerne ha en kvinne.");
    s.on(214, 12, 0);
    s.coordinator_answers(samira, true, "");
    s.by(samira);
    s.on(213, 13, 0);
    s.contact(ContactKind::Visit, &[almaz], "Piotr og Samira kom sammen. Almaz viste Samira papirene.");
    s.on(190, 10, 0);
    let run_group = s.action(
        doing("Løpegruppa på onsdager").serves(stay).by(town.who("trener-3")).due(back(150)).about(&[yonas]),
    );
    s.agreed(run_group, yonas);
    s.goes_on(run_group, Started, "");
    s.on(152, 20, 0);
    s.goes_on(run_group, Delivered, "Han er raskest av alle.");
    s.on(150, 21, 0);
    s.done(run_group, yonas, "");
    s.on(120, 10, 0);
    let hours = s.action(
        doing("Jobb to kvelder, ikke fem netter")
            .serves(stay)
            .meets(school)
            .by_member(yonas)
            .due(back(90))
            .about(&[yonas]),
    );
    s.agreed(hours, yonas);
    s.on(96, 22, 0);
    s.goes_on(hours, Started, "");
    s.on(88, 22, 0);
    s.done(hours, yonas, "sjefen sa ok");
    s.on(70, 9, 0);
    let send = s.action(
        doing("Sende papirene til godkjenning")
            .serves(papers)
            .by(town.who("voksen"))
            .due(after(today, 16))
            .about(&[almaz]),
    );
    s.agreed(send, almaz);
    s.goes_on(send, Started, "Venter på et dokument fra Asmara.");
    s.on(33, 10, 0);
    let refused = s.ask("frivillig", "Kan noen kjøre Samuel til barnehagen?", "Det går ikke buss.", None);
    s.on(31, 12, 0);
    s.answered(refused, |on| RequestAnswer::No {
        on,
        reason: DeclineReason::Capacity,
        words: "Ingen ledige sjåfører på morgenen.".into(),
    });
    s.on(28, 9, 0);
    let taken_back = s.ask("stottekontakt", "Kan du følge Samuel om morgenen?", "", None);
    s.on(27, 15, 0);
    s.withdraw(taken_back, "Naboen tar ham med.");
    s.on(15, 18, 0);
    s.says(yonas, "Jeg kvalifiserte meg til NM!!", Audience::Members(vec![almaz]));
    let joy = s.last_thing();
    s.on(14, 9, 0);
    s.replies(joy, "GRATULERER! Vi finner penger til reisen.", Outcome::Yes);
    s.on(13, 10, 0);
    let trip = s.action(doing("Søke om støtte til NM").by(samira).due(after(today, 4)).about(&[yonas]));
    s.agreed(trip, yonas);
    s.goes_on(trip, Started, "");
    vec![story]
}
