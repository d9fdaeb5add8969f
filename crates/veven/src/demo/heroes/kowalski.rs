//! Magdalena and Tomasz Kowalski with Zofia (4), who hardly speaks in any of her languages. The speech therapist
//! is in the next town, and nobody's task is the road there.

use super::{EVERYDAY, FAMILY, HEALTH};
use crate::demo::people::{Someone, born};
use crate::demo::story::Story;
use crate::demo::town::Town;
use crate::demo::verbs::{Asking, doing};
use dossier::ActionStatus::{Delivered, Started};
use dossier::Horizon::LongTerm;
use dossier::*;
use jiff::civil::time;

/// Tells it.
pub fn tell(town: &Town, journal: bool) -> Vec<Story<'_>> {
    let mut story = Story::of(town, "kowalski", journal);
    let s = &mut story;
    let today = s.today();
    let ingrid = town.who("ingrid");
    let back = |days: i32| after(today, -days);

    s.on(143, 19, 20);
    let people = s.ask_for_help(Asking {
        name: "Kowalski",
        district: Some("Havna"),
        people: vec![
            Someone::adult("Magdalena", "Kowalska", born(today, 33, 10, 12))
                .with_interpreter("pl")
                .phone("400 00 551")
                .signs_in(),
            Someone::adult("Tomasz", "Kowalski", born(today, 35, 3, 8)).speaks("pl").phone("400 00 552"),
            Someone::child("Zofia", "Kowalska", born(today, 4, 8, 19))
                .speaks("pl")
                .helped_by(&["Havna barnehage", "PPT"]),
        ],
        words: "Zofia mówi tylko kilka słów. In kindergarten they say wait. We have waited one year.",
        wish: "At noen finner ut hva hun trenger.",
        acute: None,
        sent_by: None,
    });
    let [magdalena, tomasz, zofia] = people[..] else { return vec![story] };
    s.gets(ingrid, 136);
    s.on(135, 10, 0);
    let both = [magdalena, tomasz];
    s.parents(&both, &[zofia]);
    s.joins("barnehage", "Pedagogisk leder på Zofias avdeling");
    s.joins("ppt-3", "Logoped");
    s.joins("helsestasjon-2", "Hørsel og fireårskontroll");
    s.strength("Zofia synger hele sanger, selv om hun ikke snakker.", &[zofia]);
    s.on(128, 17, 0);
    let chat = s.dream(&both, Some("At Zofia forteller oss hva hun har drømt."));
    s.dream(&[zofia], Some("(Zofia pekte på bildet av en hest.)"));
    let words =
        s.goal(Some(chat), "Zofia kan si hva hun vil ha", "hun ber om vann uten å peke", LongTerm, &[zofia]);
    s.change::<Goal>(words, |goal| goal.note = "PPT: uttrykksvansker på begge språk, hørsel utredes.".into());
    s.as_member(magdalena, |s| s.agrees(magdalena, ""));
    s.as_member(tomasz, |s| s.agrees(tomasz, ""));
    s.consents(&both, zofia, town.service("barnehage-havna"), FAMILY, "Så barnehagen øver på det samme", 365);
    s.consents(&both, zofia, town.service("ppt"), FAMILY, "Så logopeden vet hva som er prøvd", 365);
    s.consents(&both, zofia, town.service("helsestasjon"), HEALTH, "Så hørselen blir sjekket", 365);
    s.rhythm(14);
    s.talks(10, &[magdalena], EVERYDAY);
    let speech = s.need(
        "Zofia får ikke sagt det hun vil",
        Some(Area::Health),
        LongTerm,
        Some(town.who("ppt-3")),
        &[zofia],
    );
    s.on(120, 9, 0);
    let ears = s.action(
        doing("Hørselstest")
            .serves(words)
            .meets(speech)
            .by(town.who("helsestasjon-2"))
            .due(back(90))
            .about(&[zofia]),
    );
    s.agreed(ears, magdalena);
    s.goes_on(ears, Started, "");
    s.on(92, 12, 0);
    s.goes_on(ears, Delivered, "Normal hørsel på begge ører.");
    s.on(91, 19, 0);
    s.done(ears, magdalena, "");
    s.on(60, 9, 0);
    let signs = s.action(
        doing("Barnehagen bruker bilder og tegn")
            .serves(words)
            .by(town.who("barnehage"))
            .due(back(20))
            .about(&[zofia]),
    );
    s.agreed(signs, tomasz);
    s.goes_on(signs, Started, "");
    s.on(22, 14, 0);
    s.goes_on(signs, Delivered, "Hun viste «mer» og «ferdig» i dag.");
    s.on(18, 10, 0);
    let course = s.action(
        doing("Logoped hver onsdag, tjue ganger")
            .serves(words)
            .meets(speech)
            .by(town.who("ppt-3"))
            .due(after(today, 140))
            .about(&[zofia]),
    );
    s.agreed(course, magdalena);
    s.goes_on(course, Started, "");
    s.on(6, 9, 0);
    s.contact(ContactKind::Call, &[tomasz], "Ingen av dem har bil. Tomasz jobber skift på verftet.");
    let no_car = s.last_thing();
    s.write(
        Release {
            thing: no_car,
            to: Recipient::Helper(town.who("ppt-3").actor),
            law: "same-purpose".into(),
            purpose: "Logopeden skal kunne legge timene når noen kan følge Zofia.".into(),
            need: "Uten dette blir timene satt opp når ingen kan komme.".into(),
            asked: "Spurte Tomasz på telefon. Han ville snakke med Magdalena først.".into(),
            best: "At Zofia får timene hun trenger, og kommer dit med en hun kjenner.".into(),
            until: after(today, 90),
            ended: None,
        },
        &[],
    );
    s.on(5, 11, 0);
    let road = s.action(doing("Følge til logoped").serves(words).due(after(today, 13)).about(&[zofia]));
    s.agreed(road, magdalena);
    s.meeting(
        "Møte i barnehagen",
        s.working_day(3).to_datetime(time(15, 0, 0, 0)),
        "Havna barnehage",
        &["ingrid", "barnehage", "ppt-3"],
        &both,
    );
    // Yesterday the health visitor had to know at once; a leader has not looked at it yet.
    s.on(1, 14, 10);
    s.as_author(town.who("tove").author(), |s| {
        let why = "Barnet fikk pustevansker på helsestasjonen, og ambulansen spurte om medisiner.".into();
        s.act(Command::OpenInEmergency { why, untold: None })
    });
    vec![story]
}
