//! Sofie Myrvold (9) has leukaemia. Jakob (13) is the brother whom nobody asks. The coordinator's stand-in is asked
//! and has not answered.

use super::{EVERYDAY, FAMILY, HEALTH};
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
    let mut story = Story::of(town, "myrvold", journal);
    let s = &mut story;
    let today = s.today();
    let jonas = town.who("jonas");
    let back = |days: i32| after(today, -days);

    s.on(244, 12, 0);
    let people = s.ask_for_help(Asking {
        name: "Myrvold",
        district: Some("Fjellside"),
        people: vec![
            Someone::adult("Kristin", "Myrvold", born(today, 39, 7, 7)).phone("400 00 611").signs_in(),
            Someone::adult("Arne", "Myrvold", born(today, 41, 11, 18)).phone("400 00 612").signs_in(),
            Someone::child("Jakob", "Myrvold", born(today, 13, 8, 3)).helped_by(&["Lindvik ungdomsskole"]).signs_in(),
            Someone::child("Sofie", "Myrvold", born(today, 9, 10, 27)).helped_by(&["Barneavdelingen", "Fjellside skole"]),
        ],
        words: "Sofie har leukemi. Vi bor halve uka på sykehuset. Broren er hos naboen. Alle er snille, og ingen vet noe om hverandre.",
        wish: "Én å ringe. Og at Jakob også blir sett.",
        acute: None,
        sent_by: Some((town.who("barneavdeling-2"), "Kristin Myrvold")),
    });
    let [kristin, arne, jakob, sofie] = people[..] else { return vec![story] };
    s.gets(jonas, 240);
    s.on(239, 9, 0);
    let both = [kristin, arne];
    s.parents(&both, &[jakob, sofie]);
    s.joins("barneavdeling", "Kontaktlege for Sofie");
    s.joins("sykehusskole", "Skole på sykehuset");
    s.joins("laerer-4", "Kontaktlærer for Sofie");
    s.joins("skolehelse", "Snakker med Jakob");
    s.strength("Sofie har et skjell for hver gang hun har vært modig. 41 til nå.", &[sofie]);
    s.strength("Naboen Reidun har alltid middag til Jakob.", &[]);
    s.on(232, 15, 0);
    let beach = s.dream(&[sofie], Some("Å bade uten slange."));
    let normal = s.dream(&[jakob], Some("at noen spør hvordan det går med MEG"));
    let four = s.dream(&both, Some("Å spise frokost alle fire, hjemme."));
    let school = s.goal(
        Some(beach),
        "Sofie er med i klassen også når hun er på sykehuset",
        "klassen vinker hver fredag",
        LongTerm,
        &[sofie],
    );
    let seen =
        s.goal(Some(normal), "Jakob har noe som er bare hans", "han gleder seg til torsdag", Acute, &[jakob]);
    let home = s.goal(Some(four), "Mest mulig behandling hjemme", "tre netter hjemme i uka", Acute, &[]);
    s.as_member(kristin, |s| s.agrees(kristin, ""));
    s.as_member(arne, |s| s.agrees(arne, ""));
    s.as_member(jakob, |s| s.agrees(jakob, ""));
    s.consents(
        &both,
        sofie,
        town.service("barneavdeling"),
        HEALTH,
        "Så sykehuset vet hva som skjer hjemme",
        365,
    );
    s.consents(&both, sofie, town.service("skole-fjellside"), FAMILY, "Så læreren kan planlegge timene", 365);
    s.consents(&both, jakob, town.service("skolehelse"), FAMILY, "Så Gunn kan følge Jakob", 365);
    s.rhythm(7);
    s.talks(6, &[kristin], EVERYDAY);
    let drive = s.need(
        "Fem mil hver vei, tre ganger i uka",
        Some(Area::Everyday),
        Acute,
        Some(town.who("frivillig")),
        &[sofie],
    );
    let work = s.need(
        "Arne har brukt opp pleiepengene sine",
        Some(Area::Work),
        Acute,
        Some(town.who("nav-stat")),
        &[arne],
    );
    let lonely = s.need(
        "Jakob er alene for mye",
        Some(Area::MentalHealth),
        Acute,
        Some(town.who("skolehelse")),
        &[jakob],
    );
    s.on(225, 10, 0);
    let ride = s.action(
        doing("Kjøring tirsdag og torsdag")
            .serves(home)
            .meets(drive)
            .by(town.who("frivillig"))
            .due(back(200))
            .about(&[sofie]),
    );
    s.agreed(ride, kristin);
    s.goes_on(ride, Started, "");
    s.on(201, 12, 0);
    s.goes_on(ride, Delivered, "Harald kjører, og han vet når han skal være stille.");
    s.on(200, 20, 0);
    s.done(ride, kristin, "Gull.");
    s.on(180, 10, 0);
    let robot = s.action(
        doing("Robot i klasserommet").serves(school).by(town.who("laerer-4")).due(back(150)).about(&[sofie]),
    );
    s.agreed(robot, arne);
    s.goes_on(robot, Started, "");
    s.on(151, 13, 0);
    s.goes_on(robot, Delivered, "Den står ved vinduet og heter Skjell.");
    s.on(150, 17, 0);
    s.done(robot, arne, "");
    s.on(110, 14, 0);
    let band = s.action(
        doing("Trommer på kulturskolen, torsdager")
            .serves(seen)
            .meets(lonely)
            .by(town.who("kulturskole"))
            .due(back(70))
            .about(&[jakob]),
    );
    s.agreed(band, jakob);
    s.goes_on(band, Started, "");
    s.on(72, 18, 0);
    s.goes_on(band, Delivered, "Han øver mer enn jeg ber om.");
    s.on(71, 21, 0);
    s.done(band, jakob, "det bråker bra");
    s.on(58, 22, 45);
    s.says(jakob, "er det min feil hvis jeg smitter henne", Audience::Coordinator);
    let fear = s.last_thing();
    s.on(57, 8, 5);
    s.replies(
        fear,
        "Nei. Legen hennes vil gjerne forklare deg det selv, på torsdag. Vil du at jeg er med?",
        Outcome::Answered,
    );
    s.on(40, 9, 0);
    let benefit = s.action(
        doing("Ny søknad om pleiepenger til Arne")
            .meets(work)
            .by(town.who("nav-stat"))
            .due(back(2))
            .about(&[arne]),
    );
    s.agreed(benefit, arne);
    s.goes_on(benefit, Started, "Venter på legeerklæring.");
    s.on(13, 10, 0);
    let pump = s.action(
        doing("Cellegift hjemme med pumpe")
            .serves(home)
            .by(town.who("barneavdeling"))
            .due(after(today, 11))
            .about(&[sofie]),
    );
    s.agreed(pump, kristin);
    s.goes_on(pump, Started, "");
    s.on(6, 9, 0);
    s.meeting(
        "Ukesmøte med sykehuset",
        s.working_day(1).to_datetime(time(13, 0, 0, 0)),
        "Video",
        &["jonas", "barneavdeling", "laerer-4"],
        &both,
    );
    s.on(4, 10, 0);
    s.act(Command::AskStandIn {
        actor: town.who("torbjorn").actor,
        from: after(today, 5),
        until: after(today, 19),
    });
    vec![story]
}
