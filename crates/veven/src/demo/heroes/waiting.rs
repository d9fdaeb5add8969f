//! Families at the door: one that is offered to Mats, one that asked twice and was found again, one whose coordinator
//! said no.

use crate::demo::people::{Someone, born};
use crate::demo::story::Story;
use crate::demo::town::Town;
use crate::demo::verbs::Asking;
use dossier::*;

/// Olha Boyko from Kharkiv with two children; offered to Mats, the family has said yes.
pub fn boyko(town: &Town, journal: bool) -> Vec<Story<'_>> {
    let mut story = Story::of(town, "boyko", journal);
    let s = &mut story;
    let today = s.today();
    s.on(16, 14, 0);
    let people = s.ask_for_help(Asking {
        name: "Boyko",
        district: Some("Sentrum"),
        people: vec![
            Someone::adult("Olha", "Boyko", born(today, 37, 2, 24))
                .with_interpreter("uk")
                .phone("400 00 631")
                .signs_in(),
            Someone::child("Maksym", "Boyko", born(today, 10, 8, 24))
                .speaks("uk")
                .helped_by(&["Lindvik barneskole"]),
            Someone::child("Daryna", "Boyko", born(today, 7, 3, 19))
                .speaks("uk")
                .helped_by(&["Helsestasjonen"]),
        ],
        words: "Максим не спить, коли літають вертольоти. The school says he is difficult. He is afraid.",
        wish: "Noen som kan tolke, og noen som kan krig.",
        acute: None,
        sent_by: Some((town.who("flyktning-2"), "Olha Boyko")),
    });
    let Some(&olha) = people.first() else { return vec![story] };
    let intake = town.who("inntak");
    s.by(intake);
    s.on(14, 9, 30);
    s.contact(ContactKind::Call, &[olha], "Snakket med tolk. De klarer seg til neste uke.");
    s.queue("load", "Dere bærer mye på én gang, og Maksym sover ikke.", intake, None);
    s.on(2, 11, 0);
    s.offer(town.who("mats"), "Ukrainsk tolk på alle samtaler. Maksym liker hunder.");
    s.on(1, 12, 20);
    s.family_wants("Sa ja på telefon, med tolk.");
    vec![story]
}

/// Ann-Helen Pettersen asked herself, and the school asked for her: the second request was taken in under the first.
pub fn pettersen(town: &Town, journal: bool) -> Vec<Story<'_>> {
    let mut first = Story::of(town, "pettersen", journal);
    let today = first.today();
    let people = |spelling: &str| {
        vec![
            Someone::adult("Ann-Helen", spelling, born(today, 36, 6, 13)).phone("400 00 641"),
            Someone::child("Mathias", spelling, born(today, 10, 1, 31)).helped_by(&["Fjellside skole"]),
        ]
    };
    let intake = town.who("inntak-2");
    first.on(13, 18, 45);
    first.ask_for_help(Asking {
        name: "Pettersen",
        district: Some("Fjellside"),
        people: people("Pettersen"),
        words: "Mathias vil ikke leve, sier han. Jeg tør ikke gå på jobb.",
        wish: "Hjelp nå.",
        acute: Some("Han sier at han ikke vil leve."),
        sent_by: None,
    });
    let mut second = Story::of(town, "pettersen-skolen", journal);
    second.by(town.who("sosiallaerer"));
    second.on(12, 10, 15);
    second.ask_for_help(Asking {
        name: "Petersen",
        district: Some("Fjellside"),
        people: people("Petersen"),
        words: "Mor ber om hjelp til Mathias, som er mye borte fra skolen.",
        wish: "",
        acute: None,
        sent_by: Some((town.who("sosiallaerer"), "Ann-Helen Petersen")),
    });
    first.by(intake);
    first.on(12, 11, 0);
    first.takes_in(&mut second, "Samme mor og barn, samme telefonnummer. Mor bekreftet på telefon.");
    first.on(12, 11, 20);
    first.queue(
        "safety",
        "Mathias er ikke trygg. BUP er ringt i dag.",
        town.who("ragnhild"),
        Some("Barnets liv og helse går foran."),
    );
    vec![first, second]
}

/// The Andersens: a coordinator said no, and the family kept its place.
pub fn andersen(town: &Town, journal: bool) -> Vec<Story<'_>> {
    let mut story = Story::of(town, "andersen", journal);
    let s = &mut story;
    let today = s.today();
    s.on(19, 9, 0);
    s.ask_for_help(Asking {
        name: "Andersen",
        district: Some("Havna"),
        people: vec![
            Someone::adult("Roy", "Andersen", born(today, 44, 4, 4)).phone("400 00 651").signs_in(),
            Someone::child("Vilde", "Andersen", born(today, 8, 2, 2)).helped_by(&["Lindvik barneskole"]),
            Someone::child("Odin", "Andersen", born(today, 6, 12, 15)).helped_by(&["Lindvik barneskole"]),
        ],
        words: "Vi må ut av leiligheten 15. desember. Kona døde i vår. Jeg har to unger og ingen plan.",
        wish: "Et sted å bo. Resten kan vente.",
        acute: None,
        sent_by: None,
    });
    let intake = town.who("inntak");
    s.by(intake);
    s.on(19, 10, 0);
    // Roy Andersen is a common name; intake has looked, and this is another family.
    s.write(NotSame { other: Story::of(town, "olsen", false).family() }, &[]);
    s.on(18, 10, 0);
    s.queue("housing", "Dere mister boligen om få uker.", intake, None);
    s.on(9, 9, 0);
    s.offer(town.who("henning"), "Haster på grunn av boligen.");
    s.on(8, 12, 0);
    s.coordinator_answers(
        town.who("henning"),
        false,
        "Jeg er 50 prosent og har sju familier. Det ville ikke blitt bra for dem.",
    );
    s.on(4, 14, 0);
    s.queue("housing", "Dere mister boligen om få uker. Boligkontoret er varslet.", intake, None);
    vec![story]
}
