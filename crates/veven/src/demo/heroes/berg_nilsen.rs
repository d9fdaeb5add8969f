//! Eva Berg-Nilsen and Sander, who turns eighteen on 1 February. Everything that he has is for children, and
//! nobody has yet said what comes after.

use super::{EVERYDAY, FAMILY, HEALTH, of_age_on};
use crate::demo::people::{Someone, born};
use crate::demo::rights::answer;
use crate::demo::story::Story;
use crate::demo::town::Town;
use crate::demo::verbs::{Asking, doing};
use dossier::ActionStatus::{Delivered, Started, Stopped};
use dossier::Horizon::{Acute, LongTerm};
use dossier::*;
use jiff::civil::{date, time};

/// Tells it.
pub fn tell(town: &Town, journal: bool) -> Vec<Story<'_>> {
    let mut story = Story::of(town, "berg-nilsen", journal);
    let s = &mut story;
    let today = s.today();
    let ingrid = town.who("ingrid");
    let birthday = of_age_on(today, 2, 1);
    let back = |days: i32| after(today, -days);

    s.on(301, 20, 5);
    let people = s.ask_for_help(Asking {
        name: "Berg-Nilsen",
        district: Some("Granlia"),
        people: vec![
            Someone::adult("Eva", "Berg-Nilsen", born(today, 46, 8, 30)).phone("400 00 511").signs_in(),
            Someone::child("Sander", "Berg-Nilsen", date(birthday.year() - 18, 2, 1))
                .helped_by(&["Lindvik videregående skole", "Barnehabiliteringen", "Avlastning"])
                .signs_in(),
        ],
        words: "Sønnen min blir snart voksen. Alt han har, er for barn. Jeg har ringt sju steder.",
        wish: "At noen vet hva som skjer etter 18-årsdagen, før den kommer.",
        acute: None,
        sent_by: None,
    });
    let [eva, sander] = people[..] else { return vec![story] };
    s.gets(ingrid, 292);
    s.on(291, 10, 0);
    s.parents(&[eva], &[sander]);
    s.link(sander, "Barnehabiliteringen", back(2600));
    s.link(sander, "Granlia avlastningsbolig", back(700));
    s.joins("habu", "Følger Sander i barnehabiliteringen");
    s.joins("vgs", "Rådgiver på skolen");
    s.joins("avlastningsbolig", "Sanders faste voksne i helgene");
    s.strength("Sander kan alle bussrutene i fylket utenat.", &[sander]);
    s.strength("Eva og Sander går tur til fyret hver søndag.", &[]);
    let first = s.meeting(
        "Første samtale hjemme",
        back(284).to_datetime(time(12, 0, 0, 0)),
        "Hjemme hos dere",
        &["ingrid"],
        &[eva, sander],
    );
    s.on(284, 13, 30);
    s.held(first, "Sander viste oss rommet sitt og bussrutene.");
    let bus = s.dream(&[sander], Some("Jeg vil jobbe på bussen. Eller i garasjen der de vasker den."));
    let sleep = s.dream(&[eva], Some("Å være mammaen hans, ikke saksbehandleren."));
    let job = s.goal(
        Some(bus),
        "Sander prøver arbeid i bussgarasjen",
        "han har vært der tre dager og vil tilbake",
        LongTerm,
        &[sander],
    );
    let calm = s.goal(
        Some(sleep),
        "Alt er klart før 1. februar",
        "vi vet hvem som tar over, og de har hilst på Sander",
        Acute,
        &[sander],
    );
    s.change::<Goal>(calm, |goal| goal.note = "Barnehabiliteringens ansvar ender ved 18 år.".into());
    s.as_member(eva, |s| s.agrees(eva, ""));
    s.on(283, 15, 0);
    s.as_member(sander, |s| s.agrees(sander, ""));
    let both = [eva, sander];
    s.consents(&both, sander, town.service("vgs"), FAMILY, "Så skolen kan hjelpe med arbeid etterpå", 365);
    s.consents(&both, sander, town.service("habu"), HEALTH, "Så HABU kan gi videre det de vet", 365);
    s.consents(&both, sander, town.service("boliger-unge"), HEALTH, "Så helgene blir gode", 365);
    s.rhythm(14);
    s.talks(12, &[eva], EVERYDAY);

    let relief = s.need(
        "Eva trenger helgene i Granlia for å orke",
        Some(Area::Everyday),
        LongTerm,
        Some(ingrid),
        &[sander],
    );
    let adult = s.need(
        "Ingen har tatt imot Sander i voksenhabiliteringen",
        Some(Area::Health),
        LongTerm,
        Some(ingrid),
        &[sander],
    );
    let money = s.need(
        "Eva vet ikke hva Sander skal leve av",
        Some(Area::Work),
        LongTerm,
        Some(town.who("nav-stat")),
        &[sander],
    );
    s.on(240, 9, 30);
    let trial = s.action(
        doing("Prøve en dag i bussgarasjen")
            .serves(job)
            .by(town.who("vgs"))
            .due(back(190))
            .later()
            .about(&[sander]),
    );
    s.agreed(trial, sander);
    s.goes_on(trial, Started, "");
    s.on(192, 14, 0);
    s.goes_on(trial, Delivered, "Sander vasket tre busser og fikk lue.");
    s.on(191, 18, 0);
    s.done(trial, sander, "Det var kjempebra");
    s.on(170, 11, 0);
    let course = s.action(
        doing("Kurs for foreldre til unge som blir 18")
            .serves(calm)
            .by_member(eva)
            .due(back(120))
            .about(&[sander]),
    );
    s.agreed(course, eva);
    s.on(119, 20, 0);
    s.done(course, eva, "Fikk en perm. Mange spørsmål igjen.");
    s.on(95, 10, 0);
    let disability = s.action(
        doing("Søke uføretrygd før fylte 18")
            .serves(calm)
            .meets(money)
            .by(town.who("nav-stat"))
            .due(birthday)
            .about(&[sander]),
    );
    s.agreed(disability, eva);
    let asked = s.ask(
        "nav-stat",
        "Kan du ta søknaden om uføretrygd sammen med Eva?",
        "Den bør være inne før 1. februar.",
        Some(disability),
    );
    s.on(92, 13, 0);
    s.answered(asked, |on| RequestAnswer::YesBut { on, words: "Ja, når legeerklæringen er her.".into() });
    s.on(80, 9, 0);
    let certificate = s.ask("lege", "Kan du skrive legeerklæring til uføresøknaden?", "", None);
    s.on(77, 15, 20);
    s.answered(certificate, |on| RequestAnswer::AskBack {
        on,
        words: "Gjelder det arbeidsevne, eller også bosted?".into(),
    });
    s.on(76, 8, 30);
    s.replies(certificate, "Bare arbeidsevne. Bosted tar vi i januar.", Outcome::Answered);
    s.on(74, 12, 0);
    s.answered(certificate, |on| RequestAnswer::Yes { on });
    // What Eva applied for in the spring was answered with a no; she says what they have overlooked.
    s.on(73, 21, 0);
    let child = FactOf::Child { child: sander };
    s.tells(
        eva,
        &[("need.social_support", child, "true"), ("child.participates_in_leisure", child, "false")],
    );
    let applied = s.applies(
        eva,
        &[("support_contact", Some(sander))],
        "Sander vil ut, men kommer ikke over dørstokken alene.",
        None,
    );
    s.on(66, 10, 0);
    let guardian = s.action(
        doing("Finne ut om Sander trenger verge").serves(calm).by_member(eva).due(back(30)).about(&[sander]),
    );
    s.agreed(guardian, eva);
    if let Some(&application) = applied.first() {
        s.takes_in_application(application);
        s.asks_more(application, "Hvilke dager passer best?", after(today, -50));
        s.answers_more(eva, application, "Helst tirsdag og torsdag.");
    }
    s.on(35, 10, 0);
    if let Some(&application) = applied.first() {
        let no = "Sander har ungdomskontakt to timer i uka. Vi mener at det dekker behovet.";
        s.decides(application, answer(DecisionKind::Refused, no));
    }
    s.on(34, 19, 0);
    s.goes_on(guardian, Stopped, "Sander vil bestemme selv. Vi prøver med fullmakt.");
    s.on(33, 9, 0);
    s.says(sander, "jeg vil ikke ha verge. jeg vil ha bankkort", Audience::Ordinary);
    let voice = s.last_thing();
    s.on(31, 11, 0);
    s.replies(voice, "Du bestemmer. Eva og du går i banken sammen før jul.", Outcome::Yes);
    // From the birthday on his mother sees nothing any longer, but for what he wants her to see.
    s.on(24, 17, 0);
    let wish = Mandate {
        person: sander,
        holder: eva,
        basis: MandateBasis::OwnWish,
        categories: vec![Category::PlanCore, Category::Housing, Category::Logistics],
        why: "Sander vil at Eva fortsatt skal se planen og det om bolig. Ikke helse.".into(),
        from: birthday,
        until: after(birthday, 180),
        withdrawn: None,
    };
    s.as_member(sander, |s| s.write(wish, &[sander]));
    s.on(20, 9, 0);
    let apply = s.action(
        doing("Sende ny søknad om avlastning")
            .meets(relief)
            .by(ingrid)
            .due(s.working_day(1))
            .about(&[sander]),
    );
    s.agreed(apply, eva);
    s.goes_on(apply, Started, "Vedtaket går ut om tre uker.");
    if let Some(&application) = applied.first() {
        s.complains(eva, application, "Ungdomskontakten sluttet i september. Det står ikke i vedtaket.");
    }
    s.on(12, 10, 30);
    let handover = s.action(
        doing("Overføringsmøte barn og voksen habilitering")
            .serves(calm)
            .meets(adult)
            .by(town.who("habu"))
            .due(after(today, 20))
            .about(&[sander]),
    );
    s.agreed(handover, eva);
    s.goes_on(handover, Started, "");
    s.on(7, 9, 10);
    s.ask("havo", "Hvem tar imot Sander hos dere?", "Han fyller 18 den 1. februar.", None);
    s.on(2, 14, 0);
    let contact = s.action(
        doing("Kontakt i voksenhabilitering")
            .serves(calm)
            .meets(adult)
            .due(after(today, 30))
            .about(&[sander]),
    );
    s.agreed(contact, eva);
    s.on(1, 16, 0);
    s.look_at_home(eva, "plan");
    vec![story]
}
