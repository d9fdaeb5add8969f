//! Laws of views: what is hidden leaves no trace, and how it was does not depend on what came later.

use crate::deeds::{after_deeds, deeds};
use crate::support::story::*;
use crate::support::*;
use access::*;
use dossier::*;
use proptest::prelude::*;
use std::fmt::Write;

/// Everything that somebody can read out of a view, as one text. Places in the family's list (`seq`) are left
/// out: they are for the store, and no page shows them.
fn reading(view: &View) -> String {
    let sees = view.sees();
    let (moment, limits) = (view.moment(), Rules::parse(RULES).unwrap().limits(view.moment().today).clone());
    let mut out = String::new();
    let mut tell = |what: &str, told: String| writeln!(out, "{what}: {told}").unwrap();
    let plain = |entry: &Entry| Entry { seq: 0, ..entry.clone() };
    for (entry, before) in sees.history() {
        let versions: Vec<u32> = sees.versions(entry.thing).iter().map(|it| it.version).collect();
        tell("entry", format!("{:?} {:?} {versions:?}", plain(entry), before.map(plain)));
    }
    tell("version", format!("{} {}", sees.version(), sees.is_empty()));
    let plan = plan(&sees, moment.today);
    let goals = |threads: &[GoalThread<'_>]| {
        threads
            .iter()
            .map(|it| (it.goal.id(), it.actions.iter().map(Thing::id).collect::<Vec<_>>()))
            .collect::<Vec<_>>()
    };
    let dreams: Vec<_> = plan.dreams.iter().map(|it| (it.dream.id(), goals(&it.goals))).collect();
    tell("plan", format!("{dreams:?} {:?}", goals(&plan.goals)));
    let ids = |needs: &[Thing<'_, Need>]| needs.iter().map(Thing::id).collect::<Vec<_>>();
    tell("needs", format!("{:?} {:?}", ids(&plan.acute), ids(&plan.long_term)));
    tell("loose", format!("{:?}", plan.actions.iter().map(Thing::id).collect::<Vec<_>>()));
    tell("not asked", format!("{:?}", plan.not_asked.iter().map(Thing::id).collect::<Vec<_>>()));
    tell("gaps", format!("{:?}", gaps(&sees)));
    tell("attention", format!("{:?}", attention(&sees, moment, &limits)));
    for step in timeline(&sees, moment, 30) {
        tell("step", format!("{} {:?} {:?}", step.on, step.at, step.state));
    }
    for decides in [true, false] {
        if let Some(me) = view.me() {
            let step = next_step(&sees, me, decides, moment);
            let told = match step {
                NextStep::AnswerOffer(it) => format!("offer {}", it.id()),
                NextStep::AnswerMeeting(it) => format!("meeting {}", it.id()),
                NextStep::AnswerAction(it) => format!("action {}", it.id()),
                NextStep::DoAction(it) => format!("do {}", it.id()),
                NextStep::Nothing(step) => format!("nothing {:?}", step.map(|it| it.on)),
            };
            tell("next", told);
        }
    }
    tell("team", format!("{:?}", team(&sees, moment.today)));
    tell("course", format!("{:?}", course_periods(&sees)));
    tell("coordinators", format!("{:?} {:?}", coordinator_periods(&sees), interim_contact(&sees)));
    tell("queue", format!("{:?}", queue_order(&sees, &Rules::parse(RULES).unwrap(), moment)));
    tell("removed", format!("{:?}", sees.removed().map(|it| it.id()).collect::<Vec<_>>()));
    tell("names", format!("{:?} {:?}", view.family_name(), view.members()));
    for account in [MOTHER, FATHER, GIRL, BOY] {
        tell("account", format!("{:?}", view.name_of_account(account)));
    }
    tell("journal", format!("{:?} {:?}", view.main_ground(), view.categories()));
    tell("standing", format!("{:?}", view.standing()));
    out
}

/// What a child writes and keeps from everybody but the coordinator, or from everybody: each kind that a child can
/// write, with an answer by the coordinator where there can be one, a correction, and an undo.
fn secrets(story: &Story, audience: &Audience) -> Vec<Entry> {
    let mut aside = story.clone();
    let girl = story.girl;
    let before = aside.dossier.version() as usize;
    let keeps = |story: &mut Story, payload: Payload| {
        let (subjects, audience) = (vec![girl], audience.clone());
        story.tries(citizen(GIRL), Command::Write { replaces: None, payload, subjects, audience })
    };
    let mut written = Vec::new();
    for payload in [
        voice(girl, "Pappa slo").wrap(),
        dream(girl, "Flytte").wrap(),
        goal("Et eget rom").wrap(),
        Strength { words: "Tante".into() }.wrap(),
        action("Ringe tante").wrap(),
        Action { owner: Some(Owner::Member(girl)), due: Some(story.moment.today), ..action("Pakke") }.wrap(),
    ] {
        written.extend(keeps(&mut aside, payload));
    }
    for area in Area::ALL {
        let need = Need { area: Some(*area), ..acute("Hjelp") };
        written.extend(keeps(&mut aside, need.wrap()));
    }
    for thing in written {
        let code = aside.dossier.latest(thing).unwrap().payload.code();
        if code == "voice" && *audience == Audience::Coordinator {
            let answer = aside.tries(coordinator(KARI), write(reply(thing, "Takk"), &[], Audience::Ordinary));
            assert!(answer.is_ok() || aside.phase() != "active");
        }
        if code == "goal" {
            aside.rewrites::<Goal>(citizen(GIRL), thing, |it| it.sign = "Nøkkel".into());
            aside.does(citizen(GIRL), aside.undoes(thing));
        }
        if code == "strength" {
            aside.does(citizen(GIRL), aside.undoes(thing));
        }
    }
    aside.dossier.entries().skip(before).cloned().collect()
}

/// The dossier with more entries put in somewhere, numbered anew.
fn with_entries(story: &Story, at: usize, more: Vec<Entry>) -> Dossier {
    let mut entries: Vec<Entry> = story.dossier.entries().cloned().collect();
    entries.splice(at..at, more);
    let numbered = entries.into_iter().zip(1..).map(|(entry, seq)| Entry { seq, ..entry });
    Dossier::fold(story.dossier.family, numbered)
}

fn cases() -> ProptestConfig {
    let default = ProptestConfig::default();
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { default.cases } else { 24 };
    ProptestConfig { cases, ..default }
}

/// Everybody who may see something of the family.
const READERS: [Author; 9] = [
    citizen(MOTHER),
    citizen(FATHER),
    coordinator(KARI),
    coordinator(JONAS),
    coordinator(RANDI),
    intake(),
    helper(TEACHER, SCHOOL),
    helper(NURSE, HEALTH_STATION),
    volunteer(NEIGHBOUR),
];

fn read_by(who: Author, story: &Story) -> Option<String> {
    view(who, story).map(|view| reading(&view))
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn r20_what_a_child_keeps_to_the_coordinator_or_to_itself_leaves_no_trace_for_others(
        deeds in deeds(),
        place in any::<prop::sample::Index>(),
        to_coordinator in any::<bool>(),
    ) {
        let mut story = after_deeds(&deeds)?;
        // A closed dossier is read only; a girl who was written down by mistake says nothing.
        prop_assume!(story.phase() != "closed" && story.all().person(story.girl).is_some());
        let audience = if to_coordinator { Audience::Coordinator } else { Audience::Oneself };
        let secret = secrets(&story, &audience);
        prop_assert!(secret.len() > 15, "the child has written something of each kind");
        let before: Vec<_> = READERS.iter().map(|who| read_by(*who, &story)).collect();
        let kept = lists(&story.dossier);
        // After the family and its people are written down; those come first and are no secret.
        let first = Story::queued().dossier.version() as usize;
        let at = first + place.index(story.dossier.version() as usize - first + 1);
        story.dossier = with_entries(&story, at, secret);
        for (who, before) in READERS.iter().zip(before) {
            let holds = who.role == Role::Coordinator && to_coordinator;
            if !holds {
                prop_assert_eq!(read_by(*who, &story), before, "{:?}", who);
            }
        }
        if !to_coordinator {
            prop_assert_eq!(lists(&story.dossier), kept, "no list counts what nobody may know of");
        }
    }

    #[test]
    fn a_view_at_a_moment_depends_only_on_what_was_recorded_by_then(
        deeds in deeds(),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut story = after_deeds(&deeds)?;
        let entries: Vec<Entry> = story.dossier.entries().cloned().collect();
        let at = entries[cut.index(entries.len())].at;
        let then: Vec<Entry> = entries.iter().filter(|entry| entry.at <= at).cloned().collect();
        let whole = story.dossier.clone();
        story.moment = Moment::of(at);
        for who in READERS.into_iter().chain([citizen(GIRL)]) {
            story.dossier = whole.as_of(at);
            let rebuilt = read_by(who, &story);
            story.dossier = Dossier::fold(whole.family, then.clone());
            prop_assert_eq!(read_by(who, &story), rebuilt, "{:?}", who);
        }
    }

    #[test]
    fn looking_back_never_shows_more_than_is_open_today(deeds in deeds(), cut in any::<prop::sample::Index>()) {
        let story = after_deeds(&deeds)?;
        let entries: Vec<Entry> = story.dossier.entries().cloned().collect();
        let at = entries[cut.index(entries.len())].at;
        let house = House::of(&[&story]);
        for who in READERS.into_iter().chain([citizen(GIRL)]) {
            let today = house.view(who, &story).ok();
            let visit = visit(who, story.moment);
            let back = now(house.gate.view_as_of(&visit, story.dossier.family, at)).ok();
            let Some(back) = back else { continue };
            let today = today.expect("who sees the past sees the present");
            for (entry, _) in back.sees().history() {
                prop_assert!(entry.at <= at);
                prop_assert!(today.sees().payload(entry.thing).is_some());
            }
        }
    }

    #[test]
    fn every_entry_in_a_view_has_a_ground_for_each_person_whom_it_is_about(deeds in deeds()) {
        let story = after_deeds(&deeds)?;
        for (account, me) in [(MOTHER, story.mother), (FATHER, story.father), (GIRL, story.girl)] {
            let Some(view) = view(citizen(account), &story) else { continue };
            let children = [story.girl, story.boy];
            let parent = account != GIRL;
            for (entry, _) in view.sees().history() {
                let opened = matches!(&entry.audience, Audience::Members(them) if them.contains(&me));
                let mine = |person: &PersonId| *person == me || parent && children.contains(person);
                prop_assert!(opened || entry.subjects.iter().all(mine), "{:?}", entry);
            }
        }
    }
}
