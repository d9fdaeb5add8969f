//! When a yes is asked for again (R57): what counts about whom, and from which day.

use crate::support::story::*;
use access::consent::{Again, Stands, asked_again, come_since, stands};
use dossier::*;

/// The boy's mother says yes on 10 November 2026; something is written down before or after it.
struct Yes {
    story: Story,
    consent: ThingId,
}

fn after_yes(before: impl FnOnce(&mut Story), later: impl FnOnce(&mut Story)) -> Yes {
    let mut story = Story::active();
    before(&mut story);
    story.on("2026-11-10");
    let (boy, mother, today) = (story.boy, story.mother, story.moment.today);
    let kinds = [Category::PlanCore];
    let consent = story.writes(citizen(MOTHER), consent(boy, mother, &kinds, today));
    story.on("2026-11-12");
    later(&mut story);
    Yes { story, consent }
}

impl Yes {
    fn on(&self, text: &str) -> Option<Again> {
        let all = self.story.all();
        let consent = all.find::<Consent>(self.consent).unwrap();
        asked_again(&all, &consent, day(text), &self.story.limits())
    }

    /// Not asked on the first day, asked on the second.
    #[track_caller]
    fn turns(&self, last: &str, first: &str, why: Again) {
        assert_eq!(self.on(last), None, "{last}");
        assert_eq!(self.on(first), Some(why), "{first}");
    }
}

fn order(child: PersonId, from: &str, until: Option<&str>) -> CareOrder {
    CareOrder { child, basis: "5-1".into(), service: FAMILY_TEAM, from: day(from), until: until.map(day) }
}

fn nothing(_: &mut Story) {}

fn writes_order(of: fn(&Story) -> PersonId, from: &str, until: Option<&str>) -> impl FnOnce(&mut Story) {
    let (from, until) = (from.to_owned(), until.map(str::to_owned));
    move |story| {
        let order = order(of(story), &from, until.as_deref());
        story.writes(coordinator(KARI), order);
    }
}

const BOY_OF: fn(&Story) -> PersonId = |story| story.boy;
const GIRL_OF: fn(&Story) -> PersonId = |story| story.girl;

#[test]
fn r57_a_care_order_that_is_learnt_of_since_begins_since_or_ends_since_asks_again() {
    let learnt = after_yes(nothing, writes_order(BOY_OF, "2026-10-01", None));
    assert_eq!(learnt.on("2026-11-12"), Some(Again::Custody), "it was in force and not known");
    let ahead = after_yes(nothing, writes_order(BOY_OF, "2026-11-20", None));
    ahead.turns("2026-11-19", "2026-11-20", Again::Custody);
    let known_ahead = after_yes(writes_order(BOY_OF, "2026-11-20", None), nothing);
    known_ahead.turns("2026-11-19", "2026-11-20", Again::Custody);
    let ends = after_yes(writes_order(BOY_OF, "2026-10-01", Some("2026-11-25")), nothing);
    ends.turns("2026-11-24", "2026-11-25", Again::Custody);
}

#[test]
fn r57_what_was_known_when_the_yes_was_given_and_what_is_about_another_child_asks_nothing_again() {
    let known = after_yes(writes_order(BOY_OF, "2026-10-01", None), nothing);
    assert_eq!(known.on("2026-12-24"), None);
    let same_day = after_yes(writes_order(BOY_OF, "2026-11-10", None), nothing);
    assert_eq!(same_day.on("2026-12-24"), None, "it began on the day of the yes");
    for until in [None, Some("2026-11-25")] {
        let sisters = after_yes(nothing, writes_order(GIRL_OF, "2026-11-11", until));
        assert_eq!(sisters.on("2026-12-24"), None);
    }
}

/// A relation to the boy from his father, with what else is said.
fn relates(how: fn(&mut Relation)) -> impl FnOnce(&mut Story) {
    move |story| {
        let mut relation = parent_of(story.father, story.boy, Responsibility::Joint);
        how(&mut relation);
        story.writes(intake(), relation);
    }
}

#[test]
fn r57_who_decides_for_a_child_and_with_whom_it_lives_ask_again_from_their_day() {
    type How = fn(&mut Relation);
    let turns: [(&str, How); 4] = [
        ("a parent with whom it does not live", |it| it.residence = Residence::None),
        ("a guardian", |it| it.relation = RelationKind::Guardian),
        ("a foster parent", |it| it.relation = RelationKind::FosterParent),
        ("a grandmother with whom it lives", |it| {
            (it.relation, it.residence) = (RelationKind::Grandparent, Residence::Permanent);
        }),
    ];
    for (name, how) in turns {
        let new = after_yes(nothing, relates(how));
        assert_eq!(new.on("2026-11-12"), Some(Again::Custody), "{name}");
    }
    let begins = after_yes(relates(|it| it.from_day = Some(day("2026-11-20"))), nothing);
    begins.turns("2026-11-19", "2026-11-20", Again::Custody);
    let ends = after_yes(relates(|it| it.until = Some(day("2026-11-20"))), nothing);
    ends.turns("2026-11-19", "2026-11-20", Again::Custody);
    let nobody: [(&str, How); 2] = [
        ("a brother or sister", |it| {
            (it.relation, it.residence) = (RelationKind::Sibling, Residence::Permanent);
        }),
        ("a grandmother elsewhere", |it| {
            (it.relation, it.residence) = (RelationKind::Grandparent, Residence::None);
        }),
    ];
    for (name, how) in nobody {
        assert_eq!(after_yes(nothing, relates(how)).on("2026-12-24"), None, "{name}");
    }
}

#[test]
fn r57_a_danger_asks_again_once_it_is_written_down_and_holds() {
    let names = |of: fn(&Story) -> PersonId, from: &str| {
        let from = day(from);
        move |story: &mut Story| {
            let (protected, threat) = (of(story), story.father);
            story.writes(
                coordinator(KARI),
                Danger { protected, threat, why: "Politiet".into(), from, until: None },
            );
        }
    };
    after_yes(nothing, names(BOY_OF, "2026-11-20")).turns("2026-11-19", "2026-11-20", Again::Protection);
    let known_ahead = after_yes(names(BOY_OF, "2026-11-20"), nothing);
    known_ahead.turns("2026-11-19", "2026-11-20", Again::Protection);
    let learnt = after_yes(nothing, names(BOY_OF, "2026-11-01"));
    assert_eq!(learnt.on("2026-11-12"), Some(Again::Protection), "it was there and not known");
    let never = after_yes(nothing, |story| {
        let (protected, threat, from) = (story.boy, story.father, day("2026-11-20"));
        let why = "Politiet".to_owned();
        let danger = Danger { protected, threat, why, from, until: Some(from) };
        story.writes(coordinator(KARI), danger);
    });
    assert_eq!(never.on("2026-12-24"), None, "it was ended before it began");
    assert_eq!(after_yes(nothing, names(GIRL_OF, "2026-11-11")).on("2026-12-24"), None);
    assert_eq!(after_yes(names(BOY_OF, "2026-11-01"), nothing).on("2026-12-24"), None, "it was known");
}

#[test]
fn r57_whoever_comes_back_after_the_help_was_ended_is_asked_again() {
    let back = |story: &mut Story| {
        story.does(coordinator(KARI), closes(CloseReason::OwnWish));
        let (ground, why) = ("ordinary".into(), "De spør igjen.".into());
        let review = day("2026-12-20");
        let waits = Command::Queue { ground, why, review, interim: KARI, raised: None };
        story.does(intake(), waits);
    };
    assert_eq!(after_yes(nothing, back).on("2026-11-12"), Some(Again::Closing));
    let ended_alone = after_yes(nothing, |story| {
        story.does(coordinator(KARI), closes(CloseReason::OwnWish));
    });
    assert_eq!(ended_alone.on("2026-11-12"), Some(Again::Closing));
    assert_eq!(after_yes(back, nothing).on("2026-11-12"), None, "the yes was given after it");
}

/// Who has come to the school since the mother said yes to all of it on 10 November, as far as she has not been asked.
fn come(yes: &Yes) -> Vec<ActorId> {
    let limits = yes.story.limits();
    let found = come_since(&yes.story.all(), yes.story.mother, day("2026-11-12"), &limits);
    found.into_iter().map(|it| it.helper).collect()
}

#[test]
fn r57_of_a_helper_who_has_come_to_the_service_since_whoever_said_yes_is_asked() {
    let had = |story: &mut Story| {
        let today = story.moment.today;
        story.writes(coordinator(KARI), membership(NURSE, SCHOOL, today));
        story.on("2026-11-09");
    };
    let joins = |story: &mut Story| {
        let today = story.moment.today;
        story.writes(coordinator(KARI), membership(TEACHER, SCHOOL, today));
    };
    let says = |helper: Option<ActorId>, refused: bool, kind: Category| {
        move |story: &mut Story| {
            joins(story);
            let (boy, mother, today) = (story.boy, story.mother, story.moment.today);
            story
                .writes(citizen(MOTHER), Consent { helper, refused, ..consent(boy, mother, &[kind], today) });
        }
    };
    assert_eq!(come(&after_yes(had, joins)), [TEACHER]);
    assert_eq!(come(&after_yes(nothing, joins)), [], "the yes was meant for whoever came first");
    assert_eq!(come(&after_yes(joins, nothing)), [], "was there when she said yes");
    assert_eq!(come(&after_yes(nothing, nothing)), []);
    for refused in [false, true] {
        assert_eq!(come(&after_yes(had, says(Some(TEACHER), refused, Category::PlanCore))), [], "{refused}");
    }
    assert_eq!(
        come(&after_yes(had, says(Some(TEACHER), false, Category::Economy))),
        [TEACHER],
        "of something else"
    );
    let two = |story: &mut Story| {
        joins(story);
        joins(story);
        let today = story.moment.today;
        story.writes(coordinator(KARI), membership(NEIGHBOUR, SCHOOL, today));
    };
    assert_eq!(come(&after_yes(had, two)), [TEACHER, NEIGHBOUR], "each once");
    let left = |story: &mut Story| {
        joins(story);
        story.does(coordinator(KARI), closes(CloseReason::OwnWish));
    };
    assert_eq!(come(&after_yes(had, left)), [], "the yes itself is asked again");
}

#[test]
fn r57_a_persons_other_news_is_no_protection_and_protection_is_told_whenever_it_came() {
    let renamed = |story: &mut Story| {
        let boy = story.boy.thing();
        story.rewrites::<Person>(intake(), boy, |it| it.language = "so".into());
    };
    assert_eq!(after_yes(nothing, renamed).on("2026-12-24"), None);
    let protects = |grade: Protection| {
        move |story: &mut Story| {
            let boy = story.boy.thing();
            story.rewrites::<Person>(coordinator(KARI), boy, |it| it.protection = grade);
        }
    };
    let grade = Protection::Confidential;
    assert_eq!(after_yes(nothing, protects(grade)).on("2026-11-12"), Some(Again::Protection));
    assert_eq!(after_yes(protects(grade), nothing).on("2026-12-24"), None, "it was known");
    let still = after_yes(protects(grade), renamed);
    assert_eq!(still.on("2026-12-24"), None, "nothing of it has changed");
}

/// About whom, to whom, of which kind, and from which day.
type Said = (fn(&Story) -> PersonId, ServiceId, Category, &'static str);

/// Where a kind of information about the boy stands towards the teacher at the school, after both parents have said these words.
fn towards_teacher(kind: Category, words: &[Said]) -> Stands {
    let mut story = Story::active();
    story.on("2026-11-10");
    for (of, receiver, said, from) in words {
        let (about, by) = (of(&story), story.mother);
        for (author, given_by) in [(MOTHER, by), (FATHER, story.father)] {
            let yes = Consent { receiver: *receiver, ..consent(about, given_by, &[*said], day(from)) };
            story.writes(citizen(author), yes);
        }
    }
    let (boy, today) = (story.boy, story.moment.today);
    stands(&story.all(), boy, (SCHOOL, Some(TEACHER)), kind, today, &story.limits())
}

#[test]
fn r59_a_yes_opens_to_its_own_receiver_about_its_own_person_what_it_names_and_from_its_own_day() {
    use Category::{HealthSomatic as Health, PlanCore};
    let (to, on) = (SCHOOL, "2026-11-10");
    let known: Said = (BOY_OF, to, PlanCore, on);
    assert_eq!(towards_teacher(PlanCore, &[known]), Stands::Open);
    assert_eq!(towards_teacher(Health, &[known, (BOY_OF, to, Health, on)]), Stands::Open);
    for (why, other) in [
        ("about nothing else", known),
        ("to another service", (BOY_OF, HEALTH_STATION, Health, on)),
        ("about another child", (GIRL_OF, to, Health, on)),
        ("of another child to another service", (GIRL_OF, HEALTH_STATION, Health, on)),
        ("from tomorrow", (BOY_OF, to, Health, "2026-11-11")),
    ] {
        assert_eq!(towards_teacher(Health, &[known, other]), Stands::Closed, "{why}");
    }
}

#[test]
fn each_reason_for_asking_again_has_its_own_words() {
    let codes = [Again::Birthday, Again::Custody, Again::Protection, Again::Closing].map(Again::code);
    assert_eq!(codes, ["birthday", "custody", "protection", "closing"]);
}
