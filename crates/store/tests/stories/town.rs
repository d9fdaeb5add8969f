//! A small town on a store of its own: two coordinators, one who answers requests, a helper, and families.

use access::{ActError, Acted, Assignment, Gate, Helper, Key, Service, Visit};
use dossier::*;
use jiff::Timestamp;
use std::hash::BuildHasher;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::{Ring, Secret, Store};
use tempfile::TempDir;

pub const MUNICIPALITY: &str = "4299";
pub const COORDINATOR: ActorId = ActorId::new(1);
pub const SECOND: ActorId = ActorId::new(2);
pub const INTAKE: ActorId = ActorId::new(3);
pub const HELPER: ActorId = ActorId::new(4);
pub const STRANGER: ActorId = ActorId::new(5);
pub const MOTHER: ActorId = ActorId::new(6);
pub const OFFICE: ServiceId = ServiceId::new(10);
pub const SCHOOL: ServiceId = ServiceId::new(11);

/// The keys of all stories.
pub fn ring() -> Ring {
    Ring::new(Secret::new([7; 32]), jiff::civil::date(2026, 11, 19))
}

/// The moment of all stories.
pub fn moment() -> Moment {
    Moment::of("2026-11-19T08:00:00Z".parse::<Timestamp>().unwrap())
}

/// A number that nobody has had before, also not the process before this one.
pub fn random() -> u64 {
    std::hash::RandomState::new().hash_one(0)
}

/// A folder that goes away with its handle; in memory where there is such a place. A kill leaves what the process
/// has given to the operating system, wherever that keeps it, and a disk that others use as well makes a slow test.
pub fn new_folder() -> TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap()
}

/// Waits for something that the store does.
pub fn wait<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(future)
}

pub fn visit(actor: ActorId, role: Role, service: Option<ServiceId>) -> Visit {
    Visit { actor, role, service, moment: moment(), request: random(), session: None }
}

pub fn coordinator() -> Visit {
    visit(COORDINATOR, Role::Coordinator, Some(OFFICE))
}

pub fn intake() -> Visit {
    visit(INTAKE, Role::Intake, Some(OFFICE))
}

pub fn helper() -> Visit {
    visit(HELPER, Role::Helper, Some(SCHOOL))
}

pub fn stranger() -> Visit {
    visit(STRANGER, Role::Helper, Some(SCHOOL))
}

/// A key for one form of one actor, with the hash of what it held.
pub fn key(actor: ActorId, name: &str, body: &str) -> Key {
    let mut bytes = [0; 32];
    bytes.iter_mut().zip(body.bytes()).for_each(|(to, from)| *to = from);
    Key { actor, key: name.into(), body: bytes }
}

pub fn new_key(actor: ActorId) -> Key {
    key(actor, &format!("{:016x}", random()), "")
}

/// A store with the people of the town, and a gate in front of it.
pub struct Town {
    pub store: Arc<Store>,
    pub gate: Gate,
    pub path: PathBuf,
    _folder: Option<TempDir>,
}

impl Town {
    /// In a folder of its own that goes away with it.
    pub fn new() -> Self {
        let folder = new_folder();
        let mut town = Self::at(&folder.path().join("veven.db"));
        town._folder = Some(folder);
        town
    }

    /// In a file that may be there already.
    pub fn at(path: &Path) -> Self {
        Self::with(path, &ring())
    }

    /// The same with keys of one's choice.
    pub fn with(path: &Path, ring: &Ring) -> Self {
        let store = Arc::new(Store::open(path, MUNICIPALITY, ring).unwrap());
        if store.meta("town").unwrap().is_none() {
            let (services, helpers) = people();
            store.save_directory(&services, &helpers, moment().at).unwrap();
            store.set_meta("town", "built").unwrap();
        }
        let rules = Rules::parse(include_str!("../../../../knowledge/services/rules.json")).unwrap();
        let gate = Gate::new(Arc::clone(&store) as _, Arc::new(rules), Box::new(random));
        Self { store, gate, path: path.into(), _folder: None }
    }

    /// The same file, let go of and opened again.
    pub fn reopened(self) -> Self {
        self.reopened_after(|_| {})
    }

    /// The same, with something done to the file in between.
    pub fn reopened_after(self, between: impl FnOnce(&rusqlite::Connection)) -> Self {
        let Self { store, gate, path, _folder } = self;
        drop(gate);
        drop(Arc::into_inner(store).unwrap());
        between(&rusqlite::Connection::open(&path).unwrap());
        Self { _folder, ..Self::at(&path) }
    }

    /// Does something in a family.
    pub fn act(&self, visit: &Visit, family: FamilyId, command: Command) -> Result<Acted, ActError> {
        wait(self.gate.act(visit, family, command, new_key(visit.actor)))
    }

    /// Somebody asks for help.
    pub fn asks(&self, name: &str) -> FamilyId {
        let visitor = visit(ActorId::new(0), Role::Visitor, None);
        wait(self.gate.open(&visitor, opening(name), new_key(visitor.actor))).unwrap()
    }

    /// A family that has its coordinator.
    pub fn family(&self, name: &str) -> FamilyId {
        let family = self.asks(name);
        let offer = Command::Offer { to: COORDINATOR, service: OFFICE, note: String::new() };
        self.act(&intake(), family, offer).unwrap();
        let agreed = Command::AnswerOfferAsFamily { yes: true, words: "ringte og sa ja".into() };
        self.act(&intake(), family, agreed).unwrap();
        let yes = Command::AnswerOffer { yes: true, words: String::new() };
        self.act(&coordinator(), family, yes).unwrap();
        family
    }

    /// The current version of a thing, as the coordinator sees it.
    pub fn version(&self, family: FamilyId, thing: ThingId) -> u32 {
        let view = wait(self.gate.view(&coordinator(), family, "test")).unwrap();
        view.sees().versions(thing).last().unwrap().version
    }

    /// Reads the file beside the store.
    pub fn sql(&self) -> rusqlite::Connection {
        rusqlite::Connection::open(&self.path).unwrap()
    }
}

fn people() -> (Vec<Service>, Vec<Helper>) {
    let service = |id, name: &str, sector| Service {
        id,
        name: name.into(),
        sector,
        description: String::new(),
        phone: None,
        url: None,
        place: String::new(),
        hours: Vec::new(),
        open_to_all: false,
        from_age: None,
        to_age: None,
        source: None,
        checked: None,
        decides: Vec::new(),
        sets: Default::default(),
    };
    let helper = |id, name: &str, role, service| Helper {
        id,
        name: name.into(),
        title: String::new(),
        phone: None,
        face: None,
        district: None,
        vouched: Default::default(),
        assignments: vec![Assignment {
            role,
            service,
            from: jiff::civil::date(2020, 1, 1),
            until: None,
            percent: 100,
        }],
    };
    (
        vec![
            service(OFFICE, "Familiens hus", Sector::MunicipalGeneral),
            service(SCHOOL, "Bakken skole", Sector::School),
        ],
        vec![
            helper(COORDINATOR, "Kari Moen", Role::Coordinator, OFFICE),
            helper(SECOND, "Siri Berg", Role::Coordinator, OFFICE),
            helper(INTAKE, "Ola Lund", Role::Intake, OFFICE),
            helper(HELPER, "Marit Dahl", Role::Helper, SCHOOL),
            helper(STRANGER, "Per Vik", Role::Helper, SCHOOL),
        ],
    )
}

fn opening(name: &str) -> Opening {
    let mut mother = Person::named("Amina", name, Generation::Adult);
    mother.account = Some(MOTHER);
    let mut child = Person::named("Sami", name, Generation::Child);
    child.born = Some(jiff::civil::date(2015, 3, 1));
    Opening {
        family: Family { name: name.into(), district: Some("Sentrum".into()), source: None },
        people: [mother, child].map(|person| Newcomer { person, services: vec!["skole".into()] }).into(),
        request: HelpRequest {
            reference: format!("{:012x}", random() & 0xffff_ffff_ffff),
            words: "Vi får ikke tid til alt".into(),
            wish: String::new(),
            acute: false,
            acute_words: String::new(),
            services: Vec::new(),
            reply_by: moment().at,
            sent_by: None,
        },
    }
}

/// Writes a plain thing about the family as a whole.
pub fn write(payload: Payload) -> Command {
    Command::Write { replaces: None, payload, subjects: Vec::new(), audience: Audience::Ordinary }
}

/// The next version of a plain thing.
pub fn rewrite(seen: (ThingId, u32), payload: Payload) -> Command {
    Command::Write { replaces: Some(seen), payload, subjects: Vec::new(), audience: Audience::Ordinary }
}

/// Something that the family is good at, with words of one's choice.
pub fn strength(words: impl Into<String>) -> Payload {
    Payload::Strength(Strength { words: words.into() })
}
