//! The Haddads: Rania and Omar, Yusuf (12) and Lina (5). Yusuf has autism and loves football; the walls of the
//! children's room are damp; nobody owns the weekend relief. Ingrid gathers the threads.

use super::{FAMILY, HEALTH, HOME, MONEY, next_weekday};
use crate::demo::people::{Someone, born};
use crate::demo::story::Story;
use crate::demo::town::Town;
use crate::demo::verbs::{Asking, doing};
use dossier::ActionStatus::{Delivered, Done, Started};
use dossier::Horizon::{Acute, LongTerm};
use dossier::*;
use jiff::civil::{Weekday, date, time};

/// Tells it.
pub fn tell(town: &Town, journal: bool) -> Vec<Story<'_>> {
    let mut story = Story::of(town, "haddad", journal);
    let s = &mut story;
    let today = s.today();
    let ingrid = town.who("ingrid");
    let tomorrow = s.working_day(1);
    let back = |days: i32| after(today, -days);

    // April: Rania asks, and gets Ingrid.
    s.on(232, 21, 40);
    let people = s.ask_for_help(Asking {
        name: "Haddad",
        district: Some("Havna"),
        people: vec![
            Someone::adult("Rania", "Haddad", born(today, 36, 5, 3))
                .with_interpreter("ar")
                .phone("400 00 501")
                .reach("Helst på formiddagen, gjerne med melding først")
                .signs_in(),
            Someone::adult("Omar", "Haddad", born(today, 39, 9, 21)).with_interpreter("ar").phone("400 00 502").signs_in(),
            Someone::child("Yusuf", "Haddad", born(today, 12, 3, 12)).helped_by(&["Skolen", "BUP"]).signs_in(),
            Someone::child("Lina", "Haddad", born(today, 5, 1, 20)).helped_by(&["Barnehagen"]),
        ],
        words: "Sønnen min sover nesten ikke, og skolen ringer hver dag. Rommet til barna er fuktig og kaldt. \
                Jeg forteller det samme til alle, og alle sier jeg må ringe noen andre.",
        wish: "En som vet alt, og som ringer for oss.",
        acute: None,
        sent_by: None,
    });
    let [rania, omar, yusuf, lina] = people[..] else { return vec![story] };
    s.gets(ingrid, 226);
    s.on(225, 12, 10);
    s.contact(ContactKind::Call, &[rania], "Rania fortalte om nettene. Vi avtalte å møtes hjemme.");
    s.on(224, 9, 15);
    s.parents(&[rania, omar], &[yusuf, lina]);
    s.link(yusuf, "Lindvik barneskole, 7B", date(today.year(), 1, 5));
    s.link(yusuf, "BUP Lindvik", date(today.year() - 1, 10, 2));
    s.link(lina, "Havna barnehage", date(today.year() - 3, 8, 15));
    s.joins("marit", "Kontaktlærer for Yusuf");
    s.joins("tove", "Øver på pauser og søvn med Yusuf");
    s.on(223, 14, 20);
    let damp = s.need(
        "Barnerommet er fuktig, og Lina hoster om natta",
        Some(Area::Housing),
        Acute,
        Some(town.who("ingrid")),
        &[yusuf, lina],
    );
    let sleep = s.need(
        "Yusuf og Rania sover nesten ikke",
        Some(Area::Health),
        Acute,
        Some(town.who("tove")),
        &[yusuf],
    );
    let relief = s.need(
        "Rania og Omar trenger en helg fri innimellom",
        Some(Area::Everyday),
        LongTerm,
        Some(town.who("ingrid")),
        &[yusuf],
    );
    let fee = s.need(
        "Treningsavgiften er for dyr nå",
        Some(Area::Economy),
        LongTerm,
        Some(town.who("ingrid")),
        &[yusuf],
    );

    // 14 April: the plan is made at the kitchen table.
    s.on(221, 10, 0);
    let first = s.meeting(
        "Vi lager planen sammen",
        back(219).to_datetime(time(17, 0, 0, 0)),
        "Hjemme hos dere",
        &["ingrid", "marit", "tove"],
        &[rania, omar, yusuf],
    );
    s.books_interpreter(first, "Samir Nouri, Lindvik tolketjeneste", InterpretingMode::Room, "c");
    s.on(219, 17, 15);
    let football = s.dream(&[yusuf], Some("Jeg vil spille fotball uten at mamma må stå og passe på."));
    let dinner = s.dream(&[rania, omar], Some("Vi vil spise middag sammen uten at alt koker over."));
    let home = s.dream_for(omar, "Et hjem som er tørt, med plass til å ha besøk.", &[rania]);
    s.dream(&[lina], Some("En katt som kan snakke."));
    let training = s.goal(
        Some(football),
        "Yusuf er med på trening tirsdag og torsdag",
        "han har vært med hele treningen fire ganger",
        Acute,
        &[yusuf],
    );
    let alone = s.goal(
        Some(football),
        "Yusuf går alene til trening",
        "han har gått alene én vei",
        LongTerm,
        &[yusuf],
    );
    let evenings =
        s.goal(Some(dinner), "Minst fire rolige kvelder i uka", "alle sover til klokka seks", Acute, &[]);
    let trade = s.goal(
        Some(dinner),
        "Rania blir helsefagarbeider",
        "hun vet hvilken skole, hvor mye det koster og hvem som passer barna",
        LongTerm,
        &[rania],
    );
    let dry = s.goal(Some(home), "Tørt barnerom før jul", "målingen viser normal fukt", Acute, &[]);
    s.change::<Goal>(dry, |goal| {
        goal.note = "Boligkontoret melder om mulig kuldebro i yttervegg mot nord.".into()
    });
    s.strength("Bestemor Amina henter Lina to dager i uka.", &[]);
    s.strength("Yusuf tegner når han trenger ro. Han husker alle kamper.", &[yusuf]);
    s.strength("Omar lager mat hver fredag. Da er det alltid fest.", &[]);
    let at_table = s.strength("Det er best når jeg vet hva som skjer i morgen.", &[yusuf]);
    s.as_member(rania, |s| s.agrees(rania, ""));
    s.as_member(omar, |s| s.agrees(omar, ""));
    let both = [rania, omar];
    let [school, clinic, bup, nav, housing, kindergarten] =
        ["skole-sentrum", "helsestasjon", "bup", "nav", "bolig", "barnehage-havna"]
            .map(|key| town.service(key));
    s.consents(
        &both,
        yusuf,
        school,
        FAMILY,
        "Så skolen vet hva som hjelper Yusuf i timene og i storefri",
        365,
    );
    s.consents(&both, yusuf, clinic, HEALTH, "Så Tove kan hjelpe med søvn og pauser", 365);
    s.consents(&both, yusuf, bup, HEALTH, "Så BUP slipper å spørre på nytt", 300);
    s.consents(&[rania], rania, nav, MONEY, "Så NAV kan hjelpe med treningsavgift og skolegang", 365);
    s.consents(&both, lina, housing, HOME, "Så boligkontoret kjenner saken om fukt", 365);
    s.consents(&both, lina, kindergarten, FAMILY, "Så barnehagen kan være med og planlegge skolestart", 365);
    // What Rania owes is nobody's at the housing office.
    let from = s.now().today;
    let no = Objection {
        subject: rania,
        given_by: rania,
        service: housing,
        helper: None,
        categories: vec![Category::Economy, Category::NavState],
        from,
        lifted: None,
    };
    s.as_member(rania, |s| s.write(no, &[rania]));
    // What Yusuf said at the kitchen table is not for the school.
    let block = Block { thing: at_table, given_by: rania, from, lifted: None };
    s.as_member(rania, |s| s.write(block, &[]));
    s.on(218, 9, 0);
    s.held(first, "Planen er laget. Vi snakkes hver uke.");
    s.rhythm(14);
    s.on(217, 15, 30);
    s.agrees(yusuf, "Yusuf sa ja til sin del. Han bestemte selv hva læreren får vite.");

    // Spring and summer: things begin.
    s.on(214, 10, 0);
    let signs = s.action(
        doing("Trener Tommy lærer Yusufs tegn for «pause»").serves(training).due(back(14)).about(&[yusuf]),
    );
    s.agreed(signs, rania);
    let asked = s.ask(
        "tommy",
        "Vil du lære Yusufs tegn for «pause»?",
        "Da kan han være med hele treningen.",
        Some(signs),
    );
    s.on(211, 18, 30);
    s.answered(asked, |on| RequestAnswer::Yes { on });
    s.on(203, 11, 0);
    let routine = s.action(
        doing("Kveldsrutine med bilder på kjøleskapet")
            .serves(evenings)
            .meets(sleep)
            .by_member(rania)
            .due(back(40))
            .about(&[yusuf]),
    );
    s.agreed(routine, rania);
    let guidance = s.action(
        doing("Søvnveiledning hjemme, tre ganger")
            .serves(evenings)
            .meets(sleep)
            .by(town.who("tove"))
            .due(next_weekday(today, Weekday::Tuesday, 3))
            .about(&[yusuf]),
    );
    s.agreed(guidance, rania);
    s.on(201, 8, 30);
    s.goes_on(guidance, Started, "");
    s.on(189, 13, 0);
    s.contact(ContactKind::Visit, &[rania, omar], "Vi hang opp bildene på kjøleskapet sammen.");
    s.goes_on(routine, Started, "");
    s.on(160, 12, 0);
    s.contact(ContactKind::Call, &[omar], "Omar har flyttet sofaen. Lina hoster mindre.");
    let meanwhile =
        s.need("Ferien blir lang uten SFO", Some(Area::Everyday), Acute, Some(town.who("ingrid")), &[yusuf]);
    let camp = s.action(
        doing("Fire dager på fotballskole i juli, med Tommy")
            .serves(training)
            .meets(meanwhile)
            .by(town.who("tommy"))
            .due(back(132))
            .about(&[yusuf]),
    );
    s.agreed(camp, rania);
    s.on(131, 17, 0);
    s.goes_on(camp, Delivered, "Yusuf var med alle fire dagene.");
    s.on(130, 20, 15);
    s.done(camp, rania, "");
    s.on(129, 9, 30);
    s.met(meanwhile, "Fotballskolen gikk bra.");
    s.says(yusuf, "kan jeg gå på fotballskole til neste år også", Audience::Members(vec![rania, omar]));
    let voice = s.last_thing();
    s.on(127, 10, 0);
    s.replies(voice, "Ja! Jeg har skrevet det i planen, og Tommy gleder seg.", Outcome::Planned);
    s.on(118, 11, 0);
    s.contact(ContactKind::Attempt, &[rania], "Ringte, ingen svarte. Sender melding.");
    s.on(117, 14, 45);
    s.contact(
        ContactKind::Message,
        &[rania],
        "Rania svarte på melding. Alt bra, de er hos familie i Drammen.",
    );

    // Autumn: the bed is moved, the routine works, the damp does not go away.
    s.on(75, 10, 0);
    let bed = s.action(
        doing("Flytte senga fra ytterveggen")
            .serves(dry)
            .meets(damp)
            .by_member(omar)
            .due(back(60))
            .about(&[yusuf, lina]),
    );
    s.agreed(bed, omar);
    s.on(60, 19, 0);
    s.done(bed, omar, "Flyttet senga og kjøpte lufteristen.");
    s.on(58, 9, 40);
    let measure = s
        .action(doing("Måle fukt på barnerommet").serves(dry).meets(damp).due(back(6)).about(&[yusuf, lina]));
    s.agreed(measure, omar);
    let asked = s.ask(
        "bjorn",
        "Kan dere måle fukten på barnerommet før 13. november?",
        "Lina hoster om natta.",
        Some(measure),
    );
    s.on(56, 13, 10);
    s.answered(asked, |on| RequestAnswer::YesBut {
        on,
        words: "Ja, men først i november. Vi venter på nytt måleutstyr.".into(),
    });
    s.on(55, 8, 50);
    s.guided(
        ContactKind::Call,
        &[rania],
        "Fortalte at Bjørn kommer og måler i november, og om foreldrekvelden på helsestasjonen.",
        &[CoordinatorDuty::Health, CoordinatorDuty::Overview],
    );
    s.on(50, 10, 20);
    let weekend = s.action(doing("Avlastning annenhver helg").serves(evenings).meets(relief).about(&[yusuf]));
    s.agreed(weekend, rania);
    let respite = s.ask(
        "anne-lise",
        "Har dere plass til Yusuf annenhver helg?",
        "Rania og Omar har ikke sovet ut på to år.",
        Some(weekend),
    );
    s.on(48, 12, 30);
    s.answered(respite, |on| RequestAnswer::Yes { on });
    s.on(38, 20, 30);
    s.done(routine, rania, "Bildene virker. Yusuf flytter dem selv.");
    s.on(36, 15, 0);
    let noise = s.action(
        doing("Lage en plan for når det blir for mye lyd")
            .serves(training)
            .by_member(yusuf)
            .due(after(today, 12))
            .about(&[yusuf]),
    );
    s.agreed(noise, yusuf);
    s.on(34, 18, 30);
    s.goes_on(noise, Started, "");
    s.on(33, 9, 0);
    let apply = s.action(
        doing("Søke støtte til treningsavgift")
            .serves(training)
            .meets(fee)
            .by(town.who("ingrid"))
            .due(next_weekday(today, Weekday::Friday, 5))
            .about(&[yusuf]),
    );
    s.agreed(apply, rania);
    s.on(32, 10, 0);
    s.goes_on(apply, Started, "");
    let walk = s.action(
        doing("Øve på veien sammen")
            .serves(alone)
            .by_member(rania)
            .due(date(today.year() + 1, 3, 1))
            .later()
            .about(&[yusuf]),
    );
    s.agreed(walk, rania);
    s.on(30, 13, 30);
    let career = s.action(
        doing("Samtale med karriereveileder")
            .serves(trade)
            .by(town.who("nav"))
            .due(date(today.year() + 1, 1, 15))
            .later()
            .about(&[rania]),
    );
    s.agreed(career, rania);
    // Late one evening Rania tells once what three offices would each have asked her.
    s.on(29, 21, 10);
    s.looks_for(rania, &["daily_help", "kindergarten", "money"]);
    let (child, small) = (FactOf::Child { child: yusuf }, FactOf::Child { child: lina });
    s.tells(
        rania,
        &[
            ("need.extra_care_hours_week", child, "18"),
            ("need.special_care_supervision", child, "true"),
            ("need.night_watch_or_standby", child, "true"),
            ("child.condition_duration_years", child, "10"),
            ("child.nis_member", child, "true"),
            ("adult.heavy_care_burden", FactOf::Adult { adult: rania }, "true"),
            ("kg.has_place", small, "true"),
            ("kg.sibling_order", small, "1"),
            ("household.income_year_nok", FactOf::Home { adult: rania }, "198000"),
        ],
    );
    s.on(28, 20, 35);
    let applied = s.applies(
        rania,
        &[("respite_care", Some(yusuf)), ("attendance_benefit", Some(yusuf))],
        "Han sover tre timer om gangen. Vi må være i samme rom, for han løper ut når det blir mye lyd.",
        None,
    );
    s.applies(
        rania,
        &[("kindergarten_reduced_payment", Some(lina))],
        "",
        Some(("foreldrebetalingsforskriften § 3e", "Dere betaler 1 080 kr i måneden (11 betalingsmåneder)")),
    );
    s.on(27, 14, 0);
    s.guided(
        ContactKind::Call,
        &[rania],
        "Rania har begynt å tro på skolegang. Hun vil vite hva det koster.",
        &[CoordinatorDuty::Welfare],
    );
    s.on(25, 9, 0);
    if let Some(&relief) = applied.first() {
        s.takes_in_application(relief);
    }
    let review = s.meeting(
        "Samtale om skolestart for Lina",
        back(22).to_datetime(time(14, 0, 0, 0)),
        "Havna barnehage",
        &["ingrid", "barnehage"],
        &[rania, omar],
    );
    s.books_interpreter(review, "Lindvik tolketjeneste", InterpretingMode::Video, "d");
    s.on(22, 14, 50);
    s.held(review, "Barnehagen og skolen møtes i januar. Lina får besøke skolen i mai.");
    s.on(21, 9, 30);
    s.need(
        "Lina skal begynne på skolen i august, og ingen har overgangen",
        Some(Area::School),
        LongTerm,
        Some(town.who("barnehage")),
        &[lina],
    );
    s.on(15, 17, 50);
    s.goes_on(signs, Delivered, "Alle på laget kan tegnet nå.");
    s.on(14, 20, 0);
    s.done(signs, rania, "");
    s.on(13, 11, 30);
    let tommy_looked = s.now().today;
    s.look(town.who("tommy"), "answer", &[Category::PlanCore]);
    // Rania wonders who has looked, and gets an answer beside the line.
    if let Some(&relief) = applied.first() {
        s.asks_more(relief, "Hvor mange netter i uka er en av dere våkne med Yusuf?", after(today, 4));
    }
    s.on(12, 20, 15);
    let wonders = s.asks_about_look(
        rania,
        town.who("tommy"),
        tommy_looked,
        "Hva ser Tommy? Kan han lese det vi skriver om kveldene?",
    );
    s.on(10, 9, 10);
    s.replies(
        wonders,
        "Nei. Tommy ser bare spørsmålet han fikk om treningen. Resten av planen er stengt for ham.",
        Outcome::Answered,
    );
    s.on(9, 9, 45);
    s.answered(respite, |on| RequestAnswer::No {
        on,
        reason: DeclineReason::Capacity,
        words: "Helgene er fulle fram til påske. Jeg er lei for det.".into(),
    });
    s.on(8, 13, 10);
    s.contact(ContactKind::Call, &[omar], "Omar er sliten. Jeg leter etter annen avlastning.");
    // He has asked for all that is written about him, on paper.
    let letter = Insight {
        by: omar,
        about: omar,
        asked: "Alt som står om meg, på papir.".into(),
        on: after(s.now().today, -3),
        outcome: InsightOutcome::Given,
        answer:
            "Du får alt. Det kommer i posten i uka som kommer, og du kan laste det ned selv nederst på forsiden."
                .into(),
        law: None,
        why: String::new(),
        reversed: None,
    };
    s.write(letter, &[omar]);
    // Hege at NAV reads late one evening; somebody will ask her why.
    s.on(7, 22, 40);
    let hege_looked = s.now().today;
    for _ in 0..5 {
        s.look(town.who("nav"), "action", &[Category::PlanCore, Category::Economy]);
    }
    s.on(4, 9, 0);
    s.ask_by(
        town.who("nav"),
        "Kan NAV dekke treningsavgiften for Yusuf?",
        "Søknaden ble sendt 18. oktober.",
        None,
        next_weekday(today, Weekday::Friday, 5),
    );
    s.prepares_for(ingrid, rania, &[("companion_card", Some(yusuf)), ("support_contact", Some(yusuf))]);
    s.on(3, 8, 40);
    s.ask_by(
        town.who("bjorn"),
        "Når kommer dere og måler fukten?",
        "Avtalen var før 13. november. Lina hoster igjen.",
        None,
        tomorrow,
    );
    s.contact(ContactKind::Call, &[rania], "Fortalte at jeg har purret på boligkontoret.");

    // Somebody new at the clinic: those who said yes to all of it are asked about her.
    s.on(3, 9, 30);
    s.joins("helsestasjon-2", "Tar over øvingen med Yusuf når Tove er på kurs");

    // This week: the meeting, the quiet room, and Yusuf asks.
    let school = s.goal(
        Some(football),
        "Yusuf orker hele skoledagen",
        "han er med i timen etter storefri",
        Acute,
        &[yusuf],
    );
    let room =
        s.action(doing("Et stille rom å gå til i storefri").serves(school).due(tomorrow).about(&[yusuf]));
    s.agreed(room, yusuf);
    s.ask_by(
        town.who("marit"),
        "Kan Yusuf få et stille rom å gå til i storefri, fra i morgen?",
        "Yusuf sier at lyden i skolegården gjør at han ikke orker timene etterpå.",
        Some(room),
        today,
    );
    let meet = next_weekday(today, Weekday::Tuesday, 3).to_datetime(time(17, 0, 0, 0));
    s.on(2, 10, 15);
    let meeting = s.meeting(
        "Møte hjemme: roligere kvelder",
        meet,
        "Hjemme hos dere",
        &["ingrid", "marit", "tove"],
        &[rania, omar, yusuf],
    );
    s.change::<Meeting>(meeting, |meeting| meeting.review = true);
    s.books_interpreter(meeting, "Samir Nouri, Lindvik tolketjeneste", InterpretingMode::Room, "c");
    s.act(Command::AskStandIn {
        actor: town.who("mats").actor,
        from: after(today, 18),
        until: after(today, 22),
    });
    s.on(2, 13, 20);
    s.as_author(town.who("mats").author(), |s| {
        s.act(Command::AnswerStandIn { yes: true, words: String::new() })
    });
    s.as_member(rania, |s| {
        s.change::<Goal>(evenings, |goal| goal.sign = "alle sover til klokka seks".into())
    });
    s.on(1, 8, 20);
    let helps =
        s.ask("tove", "Kan du bli med på møtet hjemme tirsdag kl. 17?", "Vi skal snakke om kveldene.", None);
    s.on(1, 10, 0);
    s.answered(helps, |on| RequestAnswer::Yes { on });
    s.on(1, 14, 10);
    s.look(town.who("marit"), "answer", &[Category::PlanCore, Category::Education]);
    s.on(1, 15, 40);
    s.says(yusuf, "kan du komme på skolen?", Audience::Coordinator);
    s.on(1, 19, 5);
    s.look_at_home(rania, "home");
    s.asks_about_look(
        rania,
        town.who("nav"),
        hege_looked,
        "Hvorfor så NAV på planen vår så sent på kvelden?",
    );
    let _ = (Done, alone);
    vec![story]
}
