//! Hodan Warsame with Ayaan (14), Ilyas (11) and Sumaya (7). A plan meeting today; two of five helpers have not
//! answered.

use super::{EVERYDAY, FAMILY, MONEY};
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
    let mut story = Story::of(town, "warsame", journal);
    let s = &mut story;
    let today = s.today();
    let ingrid = town.who("ingrid");
    let back = |days: i32| after(today, -days);

    s.on(334, 11, 0);
    let people = s.ask_for_help(Asking {
        name: "Warsame",
        district: Some("Granlia"),
        people: vec![
            Someone::adult("Hodan", "Warsame", born(today, 41, 1, 1)).with_interpreter("so").phone("400 00 541").signs_in(),
            Someone::child("Ayaan", "Warsame", born(today, 14, 6, 5)).helped_by(&["Lindvik ungdomsskole"]).signs_in(),
            Someone::child("Ilyas", "Warsame", born(today, 11, 12, 1)).helped_by(&["Lindvik barneskole"]),
            Someone::child("Sumaya", "Warsame", born(today, 7, 3, 30)).helped_by(&["Barnehabiliteringen"]),
        ],
        words: "Waan daalay. I am alone with three children. Sumaya cannot walk the stairs. We live on the fourth floor.",
        wish: "Leilighet uten trapper, og at noen forklarer brevene.",
        acute: None,
        sent_by: Some((town.who("helsestasjon-2"), "Hodan Warsame")),
    });
    let [hodan, ayaan, ilyas, sumaya] = people[..] else { return vec![story] };
    s.gets(ingrid, 326);
    s.on(325, 9, 0);
    s.parents(&[hodan], &[ayaan, ilyas, sumaya]);
    s.joins("habu", "Følger Sumaya");
    s.joins("ergo", "Hjelpemidler hjemme");
    s.joins("bolig-2", "Leter etter leilighet uten trapper");
    s.joins("rode-kors", "Leksehjelp for Ilyas");
    s.strength("Ayaan oversetter for tantene sine, men ikke for mor hos legen.", &[ayaan]);
    s.strength("Naboene i oppgangen bærer vogna.", &[]);
    s.on(318, 14, 0);
    let stairs = s.dream(&[hodan], Some("At Sumaya kan gå ut uten at noen bærer henne."));
    let goals = s.dream(&[ilyas], Some("Jeg vil bli keeper."));
    s.dream(&[ayaan], None);
    let ball = s.dream(&[sumaya], Some("Å huske høyt."));
    let flat = s.goal(
        Some(stairs),
        "Leilighet med heis eller i første etasje",
        "Sumaya kan gå ut alene",
        Acute,
        &[sumaya],
    );
    let keeper = s.goal(Some(goals), "Ilyas trener med laget", "han har egen drakt", LongTerm, &[ilyas]);
    s.goal(
        Some(ball),
        "En huske som passer på skolen",
        "hun har husket i alle friminutt en uke",
        LongTerm,
        &[sumaya],
    );
    s.as_member(hodan, |s| s.agrees(hodan, ""));
    s.consents(&[hodan], sumaya, town.service("habu"), super::HEALTH, "Så HABU kjenner hverdagen", 365);
    s.consents(
        &[hodan],
        sumaya,
        town.service("bolig"),
        super::HOME,
        "Så boligkontoret vet hvorfor det haster",
        365,
    );
    let spoken = ("so", "På telefon, med tolk. Hodan leser ikke norsk ennå.");
    s.hears_yes(hodan, town.service("bolig"), super::HOME, "Så boligkontoret kan ringe Hodan selv", spoken);
    s.consents(
        &[hodan],
        ilyas,
        town.service("skole-sentrum"),
        FAMILY,
        "Så skolen kan være med på leksehjelp",
        365,
    );
    s.consents(&[hodan], hodan, town.service("nav"), MONEY, "Så NAV kan regne på bostøtte", 365);
    s.rhythm(10);
    s.talks(9, &[hodan], EVERYDAY);
    let home = s.need(
        "Fire etasjer uten heis, og Sumaya kan ikke gå i trapper",
        Some(Area::Housing),
        Acute,
        Some(town.who("bolig-2")),
        &[sumaya],
    );
    let letters = s.need(
        "Brevene er på norsk, og fristene går ut",
        Some(Area::Between),
        LongTerm,
        Some(ingrid),
        &[hodan],
    );
    let shoes = s.need(
        "Treningstøy og avgift til Ilyas",
        Some(Area::Economy),
        LongTerm,
        Some(town.who("nav")),
        &[ilyas],
    );
    s.on(300, 9, 0);
    let search = s.action(
        doing("Finne leilighet uten trapper")
            .serves(flat)
            .meets(home)
            .by(town.who("bolig-2"))
            .due(back(30))
            .about(&[sumaya]),
    );
    s.agreed(search, hodan);
    s.goes_on(search, Started, "Står først på lista.");
    let climber = s.action(
        doing("Trappeklatrer mens vi venter")
            .serves(flat)
            .meets(home)
            .by(town.who("ergo"))
            .due(back(250))
            .about(&[sumaya]),
    );
    s.agreed(climber, hodan);
    s.goes_on(climber, Started, "");
    s.on(246, 13, 0);
    s.goes_on(climber, Delivered, "Montert. Hodan har fått opplæring med tolk.");
    s.on(244, 18, 0);
    s.done(climber, hodan, "Mahadsanid. Ryggen min takker.");
    s.on(200, 12, 0);
    let post = s.action(
        doing("Lese brevene sammen hver mandag")
            .meets(letters)
            .by(town.who("rode-kors-2"))
            .due(back(180))
            .about(&[hodan]),
    );
    s.agreed(post, hodan);
    s.goes_on(post, Started, "");
    s.on(181, 19, 0);
    s.goes_on(post, Delivered, "");
    s.on(179, 18, 0);
    s.done(post, hodan, "");
    s.on(150, 10, 0);
    let kit = s.action(
        doing("Søke om utstyr til Ilyas")
            .serves(keeper)
            .meets(shoes)
            .by(town.who("nav"))
            .due(back(120))
            .about(&[ilyas]),
    );
    s.agreed(kit, hodan);
    s.goes_on(kit, Started, "");
    s.on(118, 14, 0);
    s.goes_on(kit, Delivered, "Innvilget.");
    s.on(116, 17, 0);
    s.done(kit, hodan, "");
    s.met(shoes, "Ilyas har drakt nummer 1.");
    s.on(64, 20, 0);
    s.says(ayaan, "jeg vil ikke være tolk for mamma hos legen mer", Audience::Coordinator);
    let voice = s.last_thing();
    s.on(63, 9, 0);
    s.replies(
        voice,
        "Det skal du slippe. Jeg har bestilt tolk til alle timer, og legen vet det.",
        Outcome::Planned,
    );
    s.on(62, 15, 30);
    let sleepless = Contact {
        how: ContactKind::Message,
        on: s.now().today,
        with: vec![ayaan],
        note: "Ayaan sover lite og vil snakke med helsesykepleier. Hun vil ikke at mor skal vite det ennå."
            .into(),
        duties: Vec::new(),
    };
    let sleepless = s.write(sleepless, &[ayaan]);
    s.write(
        Withholding {
            thing: sleepless,
            from: vec![hodan],
            law: "young-wish".into(),
            why: "Ayaan er 14 år og har sagt hvorfor. Vi har snakket om hva som skal til for å fortelle det hjemme.".into(),
            best: "At Ayaan har noen å snakke med. Hun sier at hun slutter å komme hvis mor får vite det nå.".into(),
            lifted: None,
        },
        &[],
    );
    s.on(12, 10, 0);
    let planned = s.meeting(
        "Planmøte",
        today.to_datetime(time(14, 0, 0, 0)),
        "Familiens hus, rom 2",
        &["ingrid", "habu", "ergo", "bolig-2", "rode-kors"],
        &[hodan, ayaan],
    );
    s.books_interpreter(planned, "Fadumo Ali, Lindvik tolketjeneste", InterpretingMode::Phone, "d");
    for (key, comes) in
        [("habu", true), ("ergo", true), ("rode-kors", true), ("bolig-2", false), ("laerer-2", false)]
    {
        s.on(8, 9, 15);
        let asked = s.ask_by(
            town.who(key),
            "Kan du komme på planmøtet i dag kl. 14?",
            "Vi snakker om leiligheten og skolen.",
            None,
            today,
        );
        if comes {
            s.on(7, 13, 0);
            s.answered(asked, |on| RequestAnswer::Yes { on });
        }
    }
    vec![story]
}
