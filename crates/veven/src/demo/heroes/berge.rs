//! Twins with nearly the same name and the same birthday, and a third child on the way. The Berges.

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
    let mut story = Story::of(town, "berge", journal);
    let s = &mut story;
    let today = s.today();
    let linh = town.who("linh");
    let back = |days: i32| after(today, -days);

    s.on(166, 21, 30);
    let people = s.ask_for_help(Asking {
        name: "Berge",
        district: Some("Havna"),
        people: vec![
            Someone::adult("Marte", "Berge", born(today, 31, 9, 2)).phone("400 00 601").signs_in(),
            Someone::adult("Even", "Berge", born(today, 33, 5, 29)).phone("400 00 602"),
            Someone::child("Ella", "Berge", born(today, 4, 6, 1)).helped_by(&["Tyttebæret familiebarnehage"]),
            Someone::child("Elia", "Berge", born(today, 4, 6, 1)).helped_by(&["Tyttebæret familiebarnehage", "Barnehabiliteringen"]),
            Someone::expected("Berge"),
        ],
        words: "Tvillinger på fire. Den ene har epilepsi, og alle blander dem. Jeg er gravid og orker ikke rette på folk mer.",
        wish: "At de får være to barn.",
        acute: None,
        sent_by: Some((town.who("jordmor"), "Marte Berge")),
    });
    let [marte, even, ella, elia, baby] = people[..] else { return vec![story] };
    s.gets(linh, 158);
    s.on(157, 9, 0);
    let both = [marte, even];
    s.parents(&both, &[ella, elia, baby]);
    s.joins("barnehage-4", "Pedagogisk leder");
    s.joins("habu-2", "Legen til Elia");
    s.joins("jordmor", "Følger Marte i svangerskapet");
    s.joins("home-start-2", "Kommer onsdager");
    s.strength("Ella sier fra når Elia skal til å få anfall.", &[ella, elia]);
    s.on(151, 16, 30);
    let two = s.dream(&both, Some("To bursdagskaker. Og en baby som får komme i ro."));
    s.dream(&[ella], Some("Eget rom med lilla vegg."));
    s.dream(&[elia], Some("Det samme som Ella."));
    let apart = s.goal(
        Some(two),
        "Riktig medisin til riktig barn",
        "ingen har spurt hvem som er hvem på en måned",
        Acute,
        &[elia],
    );
    let rest = s.goal(Some(two), "Marte hviler en time hver dag", "jordmor er ikke bekymret", LongTerm, &[]);
    s.as_member(marte, |s| s.agrees(marte, ""));
    s.consents(
        &both,
        elia,
        town.service("barnehage-tyttebaer"),
        &[Category::PlanCore, Category::HealthSomatic],
        "Så alle vet hva de skal gjøre ved anfall",
        365,
    );
    s.consents(&both, ella, town.service("barnehage-tyttebaer"), FAMILY, "Så Ella ikke blir hjelperen", 365);
    s.rhythm(14);
    s.talks(10, &[marte], EVERYDAY);
    let mixed = s.need("Ella fikk nesten Elias medisin", Some(Area::Safety), Acute, Some(linh), &[elia]);
    let tired =
        s.need("Marte sover tre timer", Some(Area::Health), Acute, Some(town.who("jordmor")), &[marte]);
    let band = s.action(
        doing("Grønt bånd på Elia, og medisinskjema med bilde")
            .serves(apart)
            .meets(mixed)
            .by(town.who("barnehage-4"))
            .due(back(148))
            .about(&[elia]),
    );
    s.agreed(band, marte);
    s.goes_on(band, Started, "");
    s.on(148, 15, 0);
    s.goes_on(band, Delivered, "Gjort samme dag.");
    s.on(147, 20, 0);
    s.done(band, marte, "Lettelse.");
    s.met(mixed, "Grønt bånd, skjema og to som dobbeltsjekker.");
    s.on(130, 9, 0);
    let weds = s.action(
        doing("Noen hos tvillingene onsdag ettermiddag")
            .serves(rest)
            .meets(tired)
            .by(town.who("home-start-2"))
            .due(back(100))
            .about(&[ella, elia]),
    );
    s.agreed(weds, marte);
    s.goes_on(weds, Started, "");
    s.on(101, 18, 0);
    s.goes_on(weds, Delivered, "Hver onsdag siden juli.");
    s.on(100, 19, 0);
    s.done(weds, marte, "");
    s.on(70, 10, 0);
    let doctor = s.action(
        doing("Ny EEG og plan for anfall")
            .serves(apart)
            .by(town.who("habu-2"))
            .due(after(today, 6))
            .about(&[elia]),
    );
    s.agreed(doctor, even);
    s.goes_on(doctor, Started, "");
    s.on(26, 9, 0);
    s.ask("avlastning", "Kan dere avlaste i barseltida?", "Termin er i januar.", None);
    let asked = s.last_thing();
    s.on(24, 13, 0);
    s.answered(asked.into(), |on| RequestAnswer::AskBack {
        on,
        words: "Hvor mange timer tenker dere på?".into(),
    });
    s.on(12, 9, 0);
    s.need(
        "Hvem er hos tvillingene når fødselen begynner?",
        Some(Area::Between),
        LongTerm,
        None,
        &[ella, elia],
    );
    s.on(9, 10, 0);
    s.meeting(
        "Før babyen kommer",
        s.working_day(10).to_datetime(time(18, 0, 0, 0)),
        "Hjemme hos dere",
        &["linh", "jordmor", "home-start-2"],
        &both,
    );
    vec![story]
}
