//! Sigga and Lars Jåma, Maja (3), and Ante (8), who lives with them as a foster child. They are South Sami; the
//! kindergarten and the municipality point at each other about the language.

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
    let mut story = Story::of(town, "jaama", journal);
    let s = &mut story;
    let today = s.today();
    let ingrid = town.who("ingrid");
    let back = |days: i32| after(today, -days);

    s.on(262, 9, 30);
    let people = s.ask_for_help(Asking {
        name: "Jåma",
        district: Some("Fjellside"),
        people: vec![
            Someone::adult("Sigga", "Jåma", born(today, 34, 2, 6))
                .speaks("sma")
                .phone("400 00 521")
                .signs_in(),
            Someone::adult("Lars", "Jåma", born(today, 37, 6, 19)).phone("400 00 522").signs_in(),
            Someone::child("Ante", "Kappfjell", born(today, 8, 10, 11))
                .speaks("sma")
                .helped_by(&["Fosterhjemstjenesten", "Fjellside skole"]),
            Someone::child("Maja", "Jåma", born(today, 3, 5, 24))
                .speaks("sma")
                .helped_by(&["Granlia barnehage"]),
        ],
        words: "Vi er fosterhjem for Ante. Alle vil ha møter med oss, men ingen snakker sammen. \
                Og ungene mister språket sitt.",
        wish: "Færre møter, og noen som snakker sørsamisk med ungene.",
        acute: None,
        sent_by: Some((town.who("fosterhjem"), "Sigga Jåma")),
    });
    let [sigga, lars, ante, maja] = people[..] else { return vec![story] };
    s.gets(ingrid, 255);
    s.on(254, 10, 0);
    s.parents(&[sigga, lars], &[maja]);
    let permanent = Residence::Permanent;
    for foster in [sigga, lars] {
        s.related(
            foster,
            ante,
            RelationKind::FosterParent,
            Responsibility::None,
            permanent,
            None,
            Some(back(1400)),
        );
    }
    s.write(
        CareOrder {
            child: ante,
            basis: "barnevernsloven § 5-1".into(),
            service: town.service("barnevern"),
            from: back(1400),
            until: None,
        },
        &[ante],
    );
    // Kin, declared before anybody asked him about anything.
    let kin = Conflict { helper: town.who("barnehage-4").actor, why: "Broren til Lars".into(), ended: None };
    s.write(kin, &[]);
    s.homes();
    s.joins("fosterhjem", "Veileder i fosterhjemstjenesten");
    s.joins("laerer-5", "Kontaktlærer for Ante");
    let kindergarten = s.joins("barnehage-2", "Pedagogisk leder på Majas avdeling");
    s.strength("Ante kan joike for reinkalven sin.", &[ante]);
    s.strength("Majas áhkku ringer hver kveld og snakker bare samisk.", &[maja]);
    s.strength("Vi reiser til fjells når det blir for mye.", &[]);
    s.on(247, 17, 0);
    let language =
        s.dream(&[sigga, lars], Some("At ungene snakker samisk med hverandre når vi ikke hører på."));
    let calf = s.dream(&[ante], Some("Å ha min egen kniv og min egen rein."));
    s.dream(&[maja], None);
    let kinder =
        s.goal(Some(language), "Samisk hver dag i barnehagen", "Maja svarer på samisk", LongTerm, &[maja]);
    let herd = s.goal(
        Some(calf),
        "Ante er med på merking om sommeren",
        "han har skåret sitt eget merke",
        LongTerm,
        &[ante],
    );
    let meetings =
        s.goal(None, "Ett møte i måneden, ikke fem", "vi har hatt to måneder med ett møte", Acute, &[]);
    s.as_member(sigga, |s| s.agrees(sigga, ""));
    s.as_member(lars, |s| s.agrees(lars, ""));
    s.consents(
        &[sigga, lars],
        maja,
        town.service("barnehage-granlia"),
        FAMILY,
        "Så barnehagen vet hva vi ønsker",
        365,
    );
    s.rhythm(14);
    s.talks(11, &[sigga], EVERYDAY);

    let need = s.need("Maja mister samisken", Some(Area::School), LongTerm, None, &[maja]);
    let tired = s.need("For mange møter om Ante", Some(Area::Between), Acute, Some(ingrid), &[ante]);
    s.on(230, 9, 0);
    let joint = s.action(
        doing("Slå sammen møtene til ett")
            .serves(meetings)
            .meets(tired)
            .by(ingrid)
            .due(back(200))
            .about(&[ante]),
    );
    s.agreed(joint, sigga);
    s.goes_on(joint, Started, "");
    s.on(199, 12, 0);
    s.goes_on(joint, Delivered, "Første felles møte er holdt.");
    s.on(197, 20, 0);
    s.done(joint, sigga, "");
    s.met(tired, "Nå er det ett møte i måneden.");
    s.on(150, 10, 0);
    let marking = s.action(
        doing("Permisjon fra skolen under merkingen")
            .serves(herd)
            .by(town.who("laerer-5"))
            .due(back(140))
            .about(&[ante]),
    );
    s.agreed(marking, sigga);
    s.goes_on(marking, Started, "");
    s.on(143, 13, 30);
    s.goes_on(marking, Delivered, "Rektor har godkjent to uker.");
    s.on(120, 21, 0);
    s.done(marking, lars, "Han skar merket sitt selv.");
    s.on(90, 9, 0);
    let asked = s.ask(
        "barnehage-2",
        "Kan barnehagen ha samisk språkstund hver dag?",
        "Maja svarer på norsk nå.",
        None,
    );
    s.on(87, 11, 0);
    s.answered(asked, |on| RequestAnswer::YesBut {
        on,
        words: "Én dag i uka, til vi får en som kan sørsamisk.".into(),
    });
    s.on(60, 10, 0);
    let teacher = s.action(
        doing("Samisk språkstøtte i barnehagen")
            .serves(kinder)
            .meets(need)
            .due(after(today, 14))
            .about(&[maja]),
    );
    s.agreed(teacher, sigga);
    let head = s.ask(
        "barnehage-3",
        "Kan dere ansette en språkassistent?",
        "Retten følger av barnehageloven.",
        Some(teacher),
    );
    s.on(56, 14, 0);
    s.answered(head, |on| RequestAnswer::Yes { on });
    s.on(30, 13, 0);
    s.as_member(lars, |s| s.strength("Onkel Nils kan være med i barnehagen på fredager.", &[maja]));
    s.on(12, 9, 40);
    s.answered(head, |on| RequestAnswer::No {
        on,
        reason: DeclineReason::NotOurs,
        words: "Kommunen må utlyse stillingen, ikke vi.".into(),
    });
    s.on(10, 9, 0);
    s.leaves(kindergarten);
    s.on(9, 11, 15);
    s.ask(
        "fosterhjem",
        "Hva trenger dere å se i planen til Ante?",
        "Familien vil vite det før de svarer.",
        None,
    );
    s.on(5, 10, 0);
    s.meeting(
        "Felles møte om Ante",
        s.working_day(6).to_datetime(time(14, 0, 0, 0)),
        "Fjellside skole",
        &["ingrid", "fosterhjem", "laerer-5"],
        &[sigga, lars],
    );
    vec![story]
}
