//! Two families full of canaries: words that stand nowhere else, one in each thing that is written.

use crate::story::*;
use crate::support::{Testhouse, service};
use access::{Archive, Assignment, Batch, Commit, Directory, Helper};
use dossier::*;
use jiff::ToSpan;
use std::sync::Arc;

/// The second family: the mother and the boy are protected from the father.
pub const OTHER_MOTHER: ActorId = ActorId::new(101);
pub const OTHER_FATHER: ActorId = ActorId::new(102);
pub const OTHER_GIRL: ActorId = ActorId::new(103);
const SHELTER: ServiceId = ServiceId::new(505);

/// A word that is written in one thing alone.
pub struct Canary {
    pub word: String,
    pub family: FamilyId,
    pub thing: ThingId,
}

pub struct Town {
    pub house: Testhouse,
    pub families: Vec<Arc<Dossier>>,
    pub canaries: Vec<Canary>,
    pub directory: Arc<Directory>,
}

/// Everybody who signs in, in one role each; 0 is nobody.
pub const PERSONAS: [(&str, Author); 16] = [
    ("the mother", citizen(MOTHER)),
    ("the father", citizen(FATHER)),
    ("the girl of 15", citizen(GIRL)),
    ("the boy of 8", citizen(BOY)),
    ("the coordinator", coordinator(KARI)),
    ("the other coordinator", coordinator(JONAS)),
    ("the teacher in the team", helper(TEACHER, SCHOOL)),
    ("the nurse", helper(NURSE, HEALTH_STATION)),
    ("the shelter's helper", helper(RANDI, SHELTER)),
    ("the volunteer", volunteer(NEIGHBOUR)),
    ("the reception", intake()),
    ("the leader", Author { actor: LEADER, role: Role::Leader, service: Some(FAMILY_TEAM) }),
    ("the administrator", Author { actor: ADMIN, role: Role::Administrator, service: Some(FAMILY_TEAM) }),
    ("the protected mother", citizen(OTHER_MOTHER)),
    ("the one she is protected from", citizen(OTHER_FATHER)),
    ("the girl who visits him", citizen(OTHER_GIRL)),
];

impl Town {
    pub async fn build() -> Self {
        let services = vec![
            service(501, "Familieenheten", Sector::MunicipalGeneral),
            service(502, "Granlia skole", Sector::School),
            service(503, "Helsestasjonen", Sector::MunicipalHealth),
            service(504, "Røde Kors", Sector::Voluntary),
            service(505, "Krisesenteret", Sector::CrisisShelter),
        ];
        let at_work = PERSONAS.iter().filter(|(_, who)| who.role != Role::Citizen);
        let helpers = at_work.map(|(name, who)| works(name, who)).collect();
        let house = Testhouse::staffed(services, helpers);
        let (first, second) = (ordinary(), protected());
        let mut town =
            Self { directory: house.store.directory(), house, families: Vec::new(), canaries: Vec::new() };
        for (number, mut story) in [first, second].into_iter().enumerate() {
            let planted = plant(&mut story, number);
            let family = story.dossier.family;
            town.canaries.extend(planted.into_iter().map(|(word, thing)| Canary { word, family, thing }));
            let entries = story.dossier.entries().cloned().collect();
            let batches = vec![Batch { family, read: 0, entries }];
            town.house.store.commit(Commit { batches, ..Commit::default() }).await.unwrap();
            town.families.push(Arc::new(story.dossier));
        }
        town
    }
}

fn works(name: &str, who: &Author) -> Helper {
    let held = Assignment {
        role: who.role,
        service: who.service.unwrap(),
        from: day("2025-01-01"),
        until: None,
        percent: 100,
    };
    Helper {
        id: who.actor,
        name: name.into(),
        title: String::new(),
        phone: None,
        face: None,
        district: None,
        vouched: Default::default(),
        assignments: vec![held],
    }
}

/// Two homes; the teacher is in the team and both parents have said yes to some of it; the nurse and the volunteer have
/// a task each.
fn ordinary() -> Story {
    let mut story = Story::active();
    let today = story.moment.today;
    story.writes(coordinator(KARI), membership(TEACHER, SCHOOL, today));
    let kinds = [Category::PlanCore, Category::Education, Category::HealthSomatic];
    for (actor, parent) in [(MOTHER, story.mother), (FATHER, story.father)] {
        let boy = story.boy;
        story.writes(citizen(actor), consent(boy, parent, &kinds, today));
    }
    for helper in [NURSE, NEIGHBOUR] {
        let owner = Some(Owner::Helper(helper));
        let task = Action { owner, ..action("Hente på skolen") };
        story.writes(coordinator(KARI), task);
    }
    story
}

/// A mother and her boy live where the father must not find them; the girl visits him.
fn protected() -> Story {
    let mut story = Story::asked_as(8, "2026-11-02", "R-0008", false);
    story.does(intake(), story.queue("ordinary"));
    story.does(intake(), offer(JONAS));
    story.does(citizen(MOTHER), family_says(true));
    story.does(coordinator(JONAS), coordinator_says(true));
    let accounts = [(story.mother, OTHER_MOTHER), (story.father, OTHER_FATHER), (story.girl, OTHER_GIRL)];
    for (person, account) in accounts {
        story.rewrites::<Person>(intake(), person.thing(), |it| it.account = Some(account));
    }
    story.rewrites::<Person>(intake(), story.boy.thing(), |it| it.account = None);
    let today = story.moment.today;
    story.writes(coordinator(JONAS), membership(NURSE, HEALTH_STATION, today));
    story.writes(coordinator(JONAS), membership(RANDI, SHELTER, today));
    for protected in [story.mother, story.boy] {
        let danger =
            Danger { protected, threat: story.father, why: "Politiet".into(), from: today, until: None };
        story.writes(coordinator(JONAS), danger);
    }
    story
}

/// Writes something of every kind, about everybody, by everybody, opened for everybody.
fn plant(story: &mut Story, family: usize) -> Vec<(String, ThingId)> {
    let (mother, father, girl, boy) = (story.mother, story.father, story.girl, story.boy);
    let leads = story.coordination().lead.unwrap();
    let home = if family == 0 { [MOTHER, GIRL] } else { [OTHER_MOTHER, OTHER_GIRL] };
    let team = if family == 0 { helper(TEACHER, SCHOOL) } else { helper(RANDI, SHELTER) };
    let authors =
        [coordinator(leads), team, citizen(home[0]), citizen(home[1]), helper(NURSE, HEALTH_STATION)];
    let subjects: [&[PersonId]; 7] =
        [&[], &[mother], &[father], &[girl], &[boy], &[mother, boy], &[girl, boy]];
    let audiences = [
        Audience::Ordinary,
        Audience::Ordinary,
        Audience::Ordinary,
        Audience::Members(vec![father]),
        Audience::Members(vec![girl, mother]),
        Audience::Coordinator,
        Audience::Oneself,
    ];
    let mut planted = Vec::new();
    let mut number = 0;
    for category in Category::ALL {
        for (about, _) in subjects.iter().zip(0..) {
            // Whereabouts are sealed for one person at a time.
            let locates = *category == Category::Location;
            if locates && about.len() != 1 {
                continue;
            }
            number += 1;
            let word = format!("Kvitr{family}x{number:03}");
            let (author, audience) = (authors[number % 5], audiences[(number / 3) % 7].clone());
            let thing = ThingId::new(900_000 + (family * 10_000 + number) as u64);
            let payload = says(&word, number, about.first().copied().unwrap_or(girl));
            story.record(vec![Entry {
                seq: 0,
                thing,
                version: 1,
                at: story.moment.at,
                author,
                subjects: about.to_vec(),
                category: *category,
                origin: author.service,
                audience,
                payload,
            }]);
            planted.push((word, thing));
        }
    }
    planted
}

fn says(word: &str, number: usize, who: PersonId) -> Payload {
    match number % 9 {
        0 => need(word).wrap(),
        1 => Strength { words: word.into() }.wrap(),
        2 => Action { status: ActionStatus::Started, ..action(word) }.wrap(),
        3 => voice(who, word).wrap(),
        4 => dream(who, word).wrap(),
        5 => Contact { note: word.into(), ..contact(ContactKind::Call, day("2026-11-02")) }.wrap(),
        6 => Meeting { title: word.into(), ..meeting("2026-11-30") }.wrap(),
        7 => {
            let due = Some(day("2026-11-20").saturating_add(1.day()));
            Action { owner: Some(Owner::Helper(NURSE)), due, ..action(word) }.wrap()
        }
        _ => goal(word).wrap(),
    }
}
