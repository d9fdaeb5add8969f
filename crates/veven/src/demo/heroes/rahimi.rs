//! Laila Rahimi with Amir (15) and Zahra (9). Amir has not been at school since September. What he says, he says to
//! Mats alone; the father is in treatment.

use super::{EVERYDAY, FAMILY, HEALTH};
use crate::demo::people::{Someone, born};
use crate::demo::story::Story;
use crate::demo::town::Town;
use crate::demo::verbs::{Asking, doing};
use dossier::ActionStatus::{Delivered, Started, Stopped};
use dossier::Horizon::{Acute, LongTerm};
use dossier::*;
use jiff::civil::time;

/// Tells it.
pub fn tell(town: &Town, journal: bool) -> Vec<Story<'_>> {
    let mut story = Story::of(town, "rahimi", journal);
    let s = &mut story;
    let today = s.today();
    let mats = town.who("mats");
    let back = |days: i32| after(today, -days);

    s.on(96, 8, 30);
    let people = s.ask_for_help(Asking {
        name: "Rahimi",
        district: Some("Sentrum"),
        people: vec![
            Someone::adult("Laila", "Rahimi", born(today, 38, 4, 2)).speaks("fa").phone("400 00 561").signs_in(),
            Someone::adult("Javid", "Rahimi", born(today, 43, 7, 17)).speaks("fa"),
            Someone::child("Amir", "Rahimi", born(today, 15, 2, 22)).helped_by(&["Lindvik ungdomsskole", "BUP"]).reach("Skriv, ikke ring").signs_in(),
            Someone::child("Zahra", "Rahimi", born(today, 9, 5, 14)).helped_by(&["Lindvik barneskole"]),
        ],
        words: "Amir går ikke på skolen. Han sover om dagen. Faren er innlagt. Jeg har brukt opp egenmeldingene.",
        wish: "At han kommer ut av rommet. At noen snakker med ham, ikke om ham.",
        acute: None,
        sent_by: Some((town.who("ungdom-laerer-3"), "Laila Rahimi")),
    });
    let [laila, javid, amir, zahra] = people[..] else { return vec![story] };
    s.gets(mats, 89);
    s.on(88, 9, 0);
    s.parents(&[laila, javid], &[amir, zahra]);
    s.joins("los", "Ungdomslos for Amir");
    s.joins("bup", "Psykolog for Amir");
    s.joins("ungdom-laerer-3", "Kontaktlærer i 10B");
    s.joins("dps", "Barneansvarlig der Javid er innlagt");
    s.strength("Amir lager spill, og folk i Korea spiller dem.", &[amir]);
    s.strength("Zahra og mor baker naan hver lørdag.", &[]);
    s.on(81, 15, 0);
    let out = s.dream(&[amir], Some("at folk slutter å spørre hvorfor"));
    let dad = s.dream(&[zahra], Some("Pappa hjem, og at han er seg selv."));
    s.dream(&[laila], Some("Å våkne uten klump i magen."));
    let three = s.goal(
        Some(out),
        "Tre timer på skolen i uka, timer jeg velger",
        "jeg har vært der tre uker på rad",
        LongTerm,
        &[amir],
    );
    let sleep = s.goal(Some(out), "Sove om natta", "jeg står opp før tolv", Acute, &[amir]);
    let visit =
        s.goal(Some(dad), "Besøke pappa på en god måte", "Zahra vil tilbake etterpå", LongTerm, &[zahra]);
    s.as_member(laila, |s| s.agrees(laila, ""));
    s.as_member(amir, |s| s.agrees(amir, ""));
    let both = [laila, javid];
    s.consents(
        &[amir],
        amir,
        town.service("ungdomsskole"),
        &[Category::Education],
        "Så læreren slutter å spørre hvorfor",
        200,
    );
    s.consents(&both, amir, town.service("ungdomsskole"), FAMILY, "Så skolen vet hva som er avtalt", 200);
    s.consents(&both, amir, town.service("bup"), HEALTH, "Så BUP og skolen vil det samme", 365);
    let first = s.consents(
        &[laila],
        laila,
        town.service("dps"),
        &[Category::PlanCore],
        "Så sykehuset vet hvordan barna har det",
        365,
    );
    s.rhythm(7);
    s.talks(6, &[amir], EVERYDAY);
    let nights =
        s.need("Amir er våken hele natta", Some(Area::MentalHealth), Acute, Some(town.who("bup")), &[amir]);
    let absence =
        s.need("Laila kan miste jobben", Some(Area::Work), Acute, Some(town.who("nav-stat")), &[laila]);
    let school = s.need(
        "Amir har ikke vært på skolen siden september",
        Some(Area::School),
        LongTerm,
        Some(town.who("los")),
        &[amir],
    );
    s.on(74, 10, 0);
    let walk = s.action(
        doing("Sondre henter Amir, de går en tur, ingenting mer")
            .serves(three)
            .meets(school)
            .by(town.who("los"))
            .due(back(40))
            .about(&[amir]),
    );
    s.agreed(walk, amir);
    s.goes_on(walk, Started, "");
    s.on(72, 1, 40);
    s.says(amir, "jeg er redd for at jeg blir som pappa", Audience::Coordinator);
    let fear = s.last_thing();
    s.on(71, 8, 15);
    s.replies(fear, "Takk for at du skrev det. Jeg kommer kl. 16, bare vi to.", Outcome::Answered);
    s.on(60, 9, 0);
    let leave = s.action(
        doing("Søke pleiepenger mens Amir er hjemme")
            .meets(absence)
            .by(town.who("nav-stat"))
            .due(back(45))
            .about(&[laila]),
    );
    s.agreed(leave, laila);
    s.goes_on(leave, Started, "");
    s.on(47, 13, 0);
    s.goes_on(leave, Delivered, "Innvilget 60 prosent.");
    s.on(46, 18, 0);
    s.done(leave, laila, "");
    s.met(absence, "Laila har pleiepenger.");
    s.on(41, 15, 30);
    s.goes_on(walk, Delivered, "Elleve turer. Han sa ja til å se på klasserommet uten folk.");
    s.on(40, 22, 0);
    s.done(walk, amir, "ok");
    s.on(36, 10, 0);
    let lamp = s.action(
        doing("Lyslampe og faste måltider")
            .serves(sleep)
            .meets(nights)
            .by_member(amir)
            .due(back(10))
            .about(&[amir]),
    );
    s.agreed(lamp, amir);
    s.goes_on(lamp, Started, "");
    s.on(20, 2, 10);
    s.goes_on(lamp, Stopped, "lampa er dum");
    s.on(19, 9, 0);
    let talk = s.action(
        doing("Samtale hver onsdag på BUP, Amir velger rom")
            .serves(sleep)
            .meets(nights)
            .by(town.who("bup"))
            .due(after(today, 13))
            .about(&[amir]),
    );
    s.agreed(talk, amir);
    s.goes_on(talk, Started, "");
    s.on(15, 12, 0);
    let hours = s.action(
        doing("Tre timer i uka: naturfag, programmering, lunsj med Sondre")
            .serves(three)
            .meets(school)
            .by(town.who("ungdom-laerer-3"))
            .due(after(today, 21))
            .about(&[amir]),
    );
    s.agreed(hours, amir);
    s.on(12, 9, 0);
    s.goes_on(hours, Started, "");
    s.on(10, 11, 0);
    s.withdraws(first.first().copied().unwrap_or(ThingId::new(0)), laila);
    s.on(8, 10, 0);
    let trip = s.action(
        doing("Besøk på sykehuset, med barneansvarlig")
            .serves(visit)
            .by(town.who("dps"))
            .due(after(today, 9))
            .about(&[zahra]),
    );
    s.agreed(trip, laila);
    s.on(6, 14, 0);
    s.meeting(
        "Amir sitt møte",
        s.working_day(4).to_datetime(time(13, 0, 0, 0)),
        "Klubben, på kjøkkenet",
        &["mats", "los"],
        &[amir],
    );
    s.on(3, 23, 30);
    s.says(amir, "ikke si til mamma at jeg var på klubben i går", Audience::Oneself);
    s.on(2, 16, 0);
    s.says(amir, "kan jeg slippe gym?", Audience::Members(vec![laila]));
    vec![story]
}
