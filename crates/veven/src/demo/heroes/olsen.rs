//! Trine Olsen with Noah (6) and Emma (2). The father has left, they move to Storfjell in March, and it has been
//! silent for more than three weeks.

use super::{EVERYDAY, FAMILY, MONEY};
use crate::demo::people::{Someone, born};
use crate::demo::story::Story;
use crate::demo::town::Town;
use crate::demo::verbs::{Asking, doing};
use dossier::ActionStatus::{AcceptedByOwner, Delivered, Started};
use dossier::Horizon::{Acute, LongTerm};
use dossier::*;
use jiff::civil::date;

/// Tells it.
pub fn tell(town: &Town, journal: bool) -> Vec<Story<'_>> {
    let mut story = Story::of(town, "olsen", journal);
    let s = &mut story;
    let today = s.today();
    let ingrid = town.who("ingrid");
    let back = |days: i32| after(today, -days);

    s.on(211, 12, 10);
    let people = s.ask_for_help(Asking {
        name: "Olsen",
        district: Some("Sentrum"),
        people: vec![
            Someone::adult("Trine", "Olsen", born(today, 28, 11, 3))
                .phone("400 00 531")
                .reach("Ring etter kl. 20, når ungene sover")
                .signs_in(),
            Someone::adult("Kim", "Olsen", born(today, 31, 4, 14)).phone("400 00 532"),
            Someone::child("Noah", "Olsen", born(today, 6, 7, 2)).helped_by(&["Lindvik barneskole", "PPT"]),
            Someone::child("Emma", "Olsen", born(today, 2, 9, 9)).helped_by(&["Helsestasjonen"]),
        ],
        words: "Jeg er alene med to små. Inkasso hver uke. Noah slår, og jeg vet ikke hvorfor.",
        wish: "Noen å tenke sammen med.",
        acute: Some("Strømmen blir stengt på fredag."),
        sent_by: None,
    });
    let [trine, kim, noah, emma] = people[..] else { return vec![story] };
    s.gets(ingrid, 210);
    s.on(209, 9, 0);
    s.parents(&[trine, kim], &[noah, emma]);
    let power =
        s.need("Strømmen blir stengt på fredag", Some(Area::Economy), Acute, Some(town.who("nav")), &[trine]);
    let debt = s.need(
        "Gjeld til fire inkassobyråer",
        Some(Area::Economy),
        LongTerm,
        Some(town.who("gjeld")),
        &[trine],
    );
    let hits =
        s.need("Noah slår når det blir bråk", Some(Area::School), LongTerm, Some(town.who("ppt")), &[noah]);
    let pay = s.action(
        doing("Nødhjelp til strøm").meets(power).by(town.who("nav")).due(s.working_day(-204)).about(&[trine]),
    );
    s.agreed(pay, trine);
    s.goes_on(pay, Started, "");
    s.on(204, 13, 0);
    s.goes_on(pay, Delivered, "Betalt i dag.");
    s.on(204, 20, 30);
    s.done(pay, trine, "Lyset er på :)");
    s.on(203, 9, 0);
    s.met(power, "NAV betalte regningen samme uke.");
    // Noted too early, and taken back.
    s.change::<Person>(kim, |kim| kim.left = Some(back(203)));
    s.undo(kim);
    s.on(198, 12, 0);
    let peace = s.dream(&[trine], Some("En jul uten å gruble på penger."));
    let digger = s.dream(&[noah], Some("Å kjøre en ordentlig gravemaskin."));
    let overview = s.goal(
        Some(peace),
        "Trine har oversikt over regningene",
        "alle konvolutter er åpnet",
        Acute,
        &[trine],
    );
    let play = s.goal(
        Some(digger),
        "Noah leker med noen i friminuttene",
        "han har vært på besøk hos en venn",
        LongTerm,
        &[noah],
    );
    s.strength("Trine synger ungene i søvn. Det virker hver gang.", &[]);
    s.strength("Noah er god til å bygge.", &[noah]);
    s.as_member(trine, |s| s.agrees(trine, ""));
    s.consents(&[trine], trine, town.service("nav"), MONEY, "Så NAV kan hjelpe med gjelda", 365);
    s.consents(&[trine, kim], noah, town.service("ppt"), FAMILY, "Så PPT kan snakke med skolen", 300);
    s.joins("gjeld", "Gjeldsråd");
    s.joins("ppt", "Følger Noah på skolen");
    s.joins("tove", "Helsesykepleier for Emma");
    s.rhythm(14);
    s.talks(9, &[trine], EVERYDAY);
    s.on(190, 10, 0);
    let letters = s.action(
        doing("Åpne alle konvoluttene sammen")
            .serves(overview)
            .meets(debt)
            .by(town.who("gjeld"))
            .due(back(176))
            .about(&[trine]),
    );
    s.agreed(letters, trine);
    s.goes_on(letters, Started, "");
    s.on(178, 15, 0);
    s.goes_on(letters, Delivered, "27 konvolutter. Nå er de i en perm.");
    s.on(177, 21, 0);
    s.done(letters, trine, "Jeg gråt og så sov jeg.");
    // She lets nobody outside use what is written; nothing in the help is another for that.
    let from = s.now().today;
    let no = ResearchChoice { subject: trine, given_by: trine, yes: false, from, withdrawn: None };
    s.as_member(trine, |s| {
        s.write(no, &[trine]);
    });
    s.on(161, 10, 0);
    // The father moves out; he was part of the family, and the past keeps him.
    s.change::<Person>(kim, |kim| kim.left = Some(back(160)));
    s.on(140, 9, 0);
    let deal = s.action(
        doing("Avtale med inkassobyråene")
            .serves(overview)
            .meets(debt)
            .by(town.who("gjeld"))
            .due(back(20))
            .about(&[trine]),
    );
    s.agreed(deal, trine);
    s.goes_on(deal, Started, "To av fire har sagt ja.");
    s.on(100, 11, 0);
    let group = s.action(
        doing("Lekegruppe i storefri, to dager i uka")
            .serves(play)
            .meets(hits)
            .by(town.who("ppt"))
            .due(after(today, 30))
            .about(&[noah]),
    );
    s.agreed(group, trine);
    s.goes_on(group, Started, "");
    s.on(70, 19, 30);
    s.says(
        trine,
        "Vi flytter til søstera mi i Storfjell i mars. Hva skjer med alt dette da?",
        Audience::Coordinator,
    );
    let voice = s.last_thing();
    s.on(69, 9, 30);
    s.replies(
        voice,
        "Det tar vi med dere. Vi ringer Storfjell sammen, og dere får med planen.",
        Outcome::Planned,
    );
    let moving =
        s.need("Hjelpen må følge med til Storfjell", Some(Area::Between), LongTerm, Some(ingrid), &[noah]);
    let move_on = s.action(
        doing("Møte med koordinerende enhet i Storfjell")
            .meets(moving)
            .by(ingrid)
            .due(date(today.year() + 1, 2, 1))
            .later()
            .about(&[noah]),
    );
    s.agreed(move_on, trine);
    s.goes_on(move_on, AcceptedByOwner, "");
    s.on(40, 20, 10);
    let dentist = s.as_member(trine, |s| {
        s.action(doing("Time til Emma hos tannlegen").by_member(trine).due(after(today, 25)).about(&[emma]))
    });
    s.agreed(dentist, trine);
    s.on(24, 10, 0);
    s.quiet();
    s.on(23, 12, 5);
    s.contact(ContactKind::Call, &[trine], "Trine er sliten og vil ha ro en stund. Overskudd: 2 av 10.");
    s.on(11, 13, 0);
    s.contact(ContactKind::Attempt, &[trine], "Ringte. Ingen svarte.");
    vec![story]
}
