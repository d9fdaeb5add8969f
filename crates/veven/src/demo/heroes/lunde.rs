//! Oskar (9) in two homes: one week with Silje Lunde, one with Henrik Moen. They decide together, and each sees
//! what is about Oskar and not the other's own matters.

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
    let mut story = Story::of(town, "lunde", journal);
    let s = &mut story;
    let today = s.today();
    let samira = town.who("samira");
    let back = |days: i32| after(today, -days);

    s.on(188, 12, 30);
    let people = s.ask_for_help(Asking {
        name: "Lunde og Moen",
        district: Some("Sentrum"),
        people: vec![
            Someone::adult("Silje", "Lunde", born(today, 40, 1, 15)).phone("400 00 571").signs_in(),
            Someone::adult("Henrik", "Moen", born(today, 42, 12, 9)).phone("400 00 572").signs_in(),
            Someone::child("Oskar", "Lunde Moen", born(today, 9, 6, 28))
                .helped_by(&["Granlia skole", "Barnehabiliteringen"]),
        ],
        words: "Oskar har to hjem og én rullestol. Vi krangler om alt, og han hører det.",
        wish: "En plan som gjelder i begge hus.",
        acute: None,
        sent_by: None,
    });
    let [silje, henrik, oskar] = people[..] else { return vec![story] };
    s.gets(samira, 180);
    s.on(179, 9, 0);
    let (kind, joint) = (RelationKind::Parent, Responsibility::Joint);
    let lives = s.related(silje, oskar, kind, joint, Residence::Permanent, Some(70), Some(back(900)));
    let visits = s.related(henrik, oskar, kind, joint, Residence::Contact, Some(30), Some(back(900)));
    s.homes();
    s.joins("laerer-6", "Spesialpedagog på skolen");
    s.joins("habu", "Følger Oskar");
    s.joins("familievern", "Samtaler med Silje og Henrik");
    s.strength("Oskar er best i klassen på sjakk.", &[oskar]);
    s.on(172, 16, 0);
    let chair = s.dream(&[oskar], Some("Samme rom i begge husene. Og en hund, men bare i det ene."));
    let quiet = s.dream(&[silje, henrik], Some("Å kunne stå i samme garderobe uten at han blir blek."));
    let same =
        s.goal(Some(chair), "Det samme utstyret begge steder", "Oskar trenger ikke pakke", Acute, &[oskar]);
    let talk = s.goal(
        Some(quiet),
        "Vi snakker om Oskar én gang i uka, på telefon",
        "fire uker uten å rope",
        LongTerm,
        &[],
    );
    s.as_member(silje, |s| s.agrees(silje, ""));
    s.as_member(henrik, |s| s.agrees(henrik, ""));
    let both = [silje, henrik];
    s.consents(&both, oskar, town.service("skole-granlia"), FAMILY, "Så skolen vet hvor han er når", 365);
    s.consents(&both, oskar, town.service("habu"), super::HEALTH, "Så treningen blir lik begge steder", 365);
    s.consents(&[henrik], henrik, town.service("nav"), MONEY, "Så NAV kan hjelpe med depositum", 180);
    s.rhythm(14);
    s.talks(13, &[silje, henrik], EVERYDAY);
    let lift = s.need("Ingen rampe hos Henrik", Some(Area::Housing), Acute, Some(town.who("ergo")), &[oskar]);
    let rent = s.need(
        "Henrik har ikke råd til større leilighet",
        Some(Area::Economy),
        LongTerm,
        Some(town.who("nav")),
        &[henrik],
    );
    let alone = s.need(
        "Silje er redd for å bli syk igjen",
        Some(Area::MentalHealth),
        LongTerm,
        Some(town.who("rask-hjelp")),
        &[silje],
    );
    s.on(150, 10, 0);
    let ramp = s.action(
        doing("Rampe og stol nummer to")
            .serves(same)
            .meets(lift)
            .by(town.who("ergo"))
            .due(back(100))
            .about(&[oskar]),
    );
    s.agreed(ramp, henrik);
    s.goes_on(ramp, Started, "");
    s.on(104, 14, 0);
    s.goes_on(ramp, Delivered, "Rampa er oppe. Stolen kom i dag.");
    s.on(103, 17, 0);
    s.done(ramp, henrik, "Han kjørte inn selv.");
    s.met(lift, "Rampe og stol på plass.");
    s.on(95, 9, 0);
    // From the autumn on, a week in each home.
    let share =
        |relation: &mut Relation| (relation.residence, relation.share) = (Residence::Shared, Some(50));
    s.change::<Relation>(lives, share);
    s.change::<Relation>(visits, share);
    let calls = s.action(
        doing("Telefon hver søndag kl. 20, bare om Oskar")
            .serves(talk)
            .by_member(henrik)
            .due(after(today, 30))
            .about(&[]),
    );
    s.agreed(calls, henrik);
    s.on(90, 20, 30);
    s.goes_on(calls, Started, "");
    s.on(60, 10, 0);
    let deposit = s.action(
        doing("Søke om hjelp til depositum").meets(rent).by(town.who("nav")).due(back(3)).about(&[henrik]),
    );
    s.agreed(deposit, henrik);
    s.goes_on(deposit, Started, "");
    s.on(44, 11, 0);
    let worry = s.action(
        doing("Samtaler med psykolog")
            .meets(alone)
            .by(town.who("rask-hjelp"))
            .due(after(today, 40))
            .about(&[silje]),
    );
    s.agreed(worry, silje);
    s.goes_on(worry, Started, "");
    s.on(40, 20, 15);
    let from = s.now().today;
    let yes = ResearchChoice { subject: henrik, given_by: henrik, yes: true, from, withdrawn: None };
    s.as_member(henrik, |s| {
        s.write(yes, &[henrik]);
    });
    s.on(32, 10, 0);
    let letter = Insight {
        by: henrik,
        about: silje,
        asked: "Hva Silje har sagt om seg selv i samtalene med dere, og hvem hun går til.".into(),
        on: back(35),
        outcome: InsightOutcome::Part,
        answer: "Du ser alt som gjelder Oskar og det dere har avtalt sammen, i planen. Det hver av dere \
                 forteller om seg selv, er bare for den som har sagt det."
            .into(),
        law: Some("refuse-others".into()),
        why: "Det handler om en annens helse og private liv, og du trenger det ikke for å følge opp Oskar. \
              Silje får samme svar om det du forteller."
            .into(),
        reversed: None,
    };
    s.write(letter, &[henrik]);
    // A supervisor has a right to see how it went; both are told.
    s.on(26, 13, 0);
    let given = Disclosure {
        about: oskar,
        to: "Statsforvalteren i Lindvik, ved Hanne Lie".into(),
        law: "disclose-supervision".into(),
        demand: "Brev av 20. oktober, sak 2026/4417: hvor lenge Oskar ventet på rullestol nummer to.".into(),
        on: s.now().today,
        given: "Datoene for søknaden, purringene og svaret om rullestolen. Ikke noe om dere to.".into(),
        told: vec![silje, henrik],
        untold: String::new(),
        undone: None,
    };
    s.write(given, &[]);
    disagree(s, town, [silje, henrik, oskar]);
    s.on(20, 21, 0);
    s.says(henrik, "Kan Oskar være hos meg hele jula i år?", Audience::Coordinator);
    let wish = s.last_thing();
    s.on(18, 9, 0);
    s.replies(
        wish,
        "Jeg tar det opp med dere begge på møtet. Oskar får si hva han vil først.",
        Outcome::Planned,
    );
    s.on(14, 12, 0);
    s.meeting(
        "Jul i to hjem",
        s.working_day(5).to_datetime(time(12, 0, 0, 0)),
        "Familievernkontoret",
        &["samira", "familievern"],
        &both,
    );
    s.on(4, 9, 0);
    let proposed = s.action(
        doing("Felles bursdag på bowlingen").serves(talk).by_member(silje).due(after(today, 60)).about(&[]),
    );
    let _ = proposed;
    vec![story]
}

/// Silje and Henrik do not agree about what the school is to know of how Oskar is. It stays closed, and Samira writes down
/// what each of the three means.
fn disagree(s: &mut Story<'_>, town: &Town, [silje, henrik, oskar]: [PersonId; 3]) {
    let (school, kinds) = (town.service("skole-granlia"), [Category::HealthMental]);
    s.on(24, 20, 10);
    let why = "Så læreren skjønner hvorfor han blir stille";
    s.consents(&[silje], oskar, school, &kinds, why, 365);
    s.on(24, 21, 40);
    s.says_no(henrik, oskar, school, &kinds, why);
    s.on(22, 10, 30);
    let today = s.now().today;
    let disagreement = Disagreement {
        children: vec![oskar],
        matter: "Om skolen kan få vite hvordan Oskar har det når dere krangler.".into(),
        categories: kinds.to_vec(),
        on: after(today, -2),
        law: "disagree-ask-again".into(),
        best: "At han får være i fred på skolen og har én voksen der han kan gå til. At læreren vet litt, \
               taler for. At han selv får bestemme hva som blir sagt, veier mest."
            .into(),
        outcome: DisagreementOutcome::Open,
        result: String::new(),
        settled: None,
        review: Some(after(today, 30)),
        told: vec![silje, henrik],
        untold: String::new(),
        undone: None,
    };
    let heard = |who, how, words: &str| Heard { who, how, words: words.into() };
    let views = vec![
        heard(
            silje,
            HeardHow::Spoken,
            "Læreren må vite det. Ellers tror hun at han er lat, og så blir det bråk der også.",
        ),
        heard(
            henrik,
            HeardHow::Written,
            "Skolen trenger ikke vite alt. Blir det skrevet ned, følger det ham til han er voksen.",
        ),
        heard(
            oskar,
            HeardHow::Through,
            "Han sa til spesialpedagogen at læreren kan få vite at han er trøtt på mandager. Ikke hvorfor.",
        ),
    ];
    s.act(Command::Disagree { replaces: None, disagreement: Box::new(disagreement), heard: views });
}
