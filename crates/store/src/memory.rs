//! What the store knows without looking into the file: which version of a family stands, who is signed in, and which
//! families somebody is found in.
//!
//! No other process writes the file ([`crate::lock`]), and the writer tells here what it wrote before anybody is
//! answered. So what is told here is what stands in the file, or in doubt nothing; and a page need not open a
//! snapshot of the file to learn that nothing has happened.

use access::{Purpose, Session, SessionKey};
use dossier::{ActorId, FamilyId, Role};
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The version at which each family stands that was read or written since the start.
#[derive(Default)]
pub struct Versions(Mutex<HashMap<FamilyId, u64>>);

/// No dossier has this version: whoever finds it looks into the file.
const IN_DOUBT: u64 = u64::MAX;

impl Versions {
    /// Whether a family stands at a version. «No» may also mean that it is not known here.
    pub fn stands_at(&self, family: FamilyId, version: u64) -> bool {
        held(&self.0).get(&family) == Some(&version)
    }

    /// A family was read or written at a version. What was read before somebody else wrote never takes the place of
    /// what was written.
    pub fn note(&self, family: FamilyId, version: u64) {
        let mut all = held(&self.0);
        let known = all.entry(family).or_insert(version);
        *known = (*known).max(version);
    }

    /// It is not known whether something was written. From now on the file is asked about this family.
    pub fn doubt(&self, family: FamilyId) {
        held(&self.0).insert(family, IN_DOUBT);
    }
}

/// Sessions that were begun or found since the start, with when they began; nothing in place of one that was ended,
/// so that whoever had read it from the file before cannot bring it back.
#[derive(Default)]
pub struct Sessions(Mutex<HashMap<String, (Timestamp, Option<Session>)>>);

impl Sessions {
    /// What is known of a session: nothing at all, that it has ended, or the session.
    pub fn find(&self, hash: &str) -> Option<Option<Session>> {
        held(&self.0).get(hash).map(|(_, session)| session.clone())
    }

    /// A session was begun, or found in the file. One that has ended meanwhile stays so.
    pub fn note(&self, session: Session) -> Option<Session> {
        let mut all = held(&self.0);
        let known = all.entry(session.hash.clone()).or_insert((session.started, Some(session)));
        known.1.clone()
    }

    /// A session is in use.
    pub fn touch(&self, hash: &str, at: Timestamp) {
        if let Some((_, Some(session))) = held(&self.0).get_mut(hash) {
            session.seen = at;
        }
    }

    /// A session ends: from this moment it is found nowhere.
    pub fn end(&self, hash: &str) {
        // When one began that was never seen here is not known; it is never forgotten.
        held(&self.0).entry(hash.to_owned()).or_insert((Timestamp::MAX, None)).1 = None;
    }

    /// Forgets those that began before an instant, which the file has forgotten too.
    pub fn forget(&self, before: Timestamp) {
        held(&self.0).retain(|_, (started, _)| *started >= before);
    }
}

/// For what dossiers were opened in the sessions of now, with when it was said.
#[derive(Default)]
pub struct Purposes(Mutex<HashMap<(SessionKey, FamilyId), (Timestamp, Purpose)>>);

impl Purposes {
    /// What is known here.
    pub fn find(&self, session: SessionKey, family: FamilyId) -> Option<Purpose> {
        held(&self.0).get(&(session, family)).map(|(_, purpose)| *purpose)
    }

    /// It was said, or found in the file.
    pub fn note(&self, session: SessionKey, family: FamilyId, purpose: Purpose, at: Timestamp) {
        held(&self.0).insert((session, family), (at, purpose));
    }

    /// Forgets what was said in a session that ends.
    pub fn end(&self, session: SessionKey) {
        held(&self.0).retain(|(of, _), _| *of != session);
    }

    /// Forgets what was said before an instant; no session of then can be used any longer.
    pub fn forget(&self, before: Timestamp) {
        held(&self.0).retain(|_, (at, _)| *at >= before);
    }
}

/// Whose families: somebody in a role, on a day.
pub type Reacher = (ActorId, Role, Date);

/// The families that somebody was found in since a list of reach was changed last. Everything is forgotten with any
/// such change, which is seldom: a page is made a thousand times for each time that somebody comes or goes.
#[derive(Default)]
pub struct Reach(Mutex<Found>);

#[derive(Default)]
struct Found {
    /// How many changes there were.
    changes: u64,
    families: HashMap<Reacher, Arc<[FamilyId]>>,
}

/// So many readers are remembered; then one begins anew.
const READERS: usize = 4096;

impl Reach {
    /// What is known of a reader; or, when the file must be asked, how many changes there were until now.
    pub fn find(&self, reader: &Reacher) -> Result<Arc<[FamilyId]>, u64> {
        let all = held(&self.0);
        all.families.get(reader).cloned().ok_or(all.changes)
    }

    /// What was found in the file, unless something has changed since one began to look.
    pub fn note(&self, reader: Reacher, families: &[FamilyId], changes: u64) {
        let mut all = held(&self.0);
        if all.changes != changes {
            return;
        }
        if all.families.len() >= READERS {
            all.families.clear();
        }
        all.families.insert(reader, families.into());
    }

    /// Somebody's reach has changed, or it is not known whether it has.
    pub fn changed(&self) {
        let mut all = held(&self.0);
        all.changes += 1;
        all.families.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn session(hash: &str, started: i64) -> Session {
        let started = Timestamp::from_second(started).unwrap();
        Session {
            hash: hash.into(),
            actor: ActorId::new(1),
            role: Role::Helper,
            service: None,
            csrf: "token".into(),
            started,
            seen: started,
        }
    }

    #[test]
    fn what_was_read_before_somebody_wrote_does_not_take_the_place_of_what_was_written() {
        let (versions, family) = (Versions::default(), FamilyId::new(7));
        assert!(!versions.stands_at(family, 0) && !versions.stands_at(family, 5), "nothing is known yet");
        versions.note(family, 6);
        versions.note(family, 5);
        assert!(versions.stands_at(family, 6) && !versions.stands_at(family, 5));
        versions.doubt(family);
        versions.note(family, 7);
        assert!(!versions.stands_at(family, 6) && !versions.stands_at(family, 7), "the file is asked");
    }

    #[test]
    fn a_session_that_ended_is_not_brought_back_by_whoever_had_read_it_before() {
        let sessions = Sessions::default();
        assert_eq!(sessions.find("a"), None, "the file is asked");
        let read = session("a", 100);
        assert_eq!(sessions.note(read.clone()), Some(read.clone()));
        sessions.touch("a", Timestamp::from_second(160).unwrap());
        assert_eq!(sessions.find("a").unwrap().unwrap().seen.as_second(), 160);
        assert_eq!(sessions.note(read.clone()).unwrap().seen.as_second(), 160, "what is known is newer");
        sessions.end("a");
        sessions.touch("a", Timestamp::from_second(170).unwrap());
        assert_eq!(sessions.note(read), None);
        assert_eq!(sessions.find("a"), Some(None));
        // Also when it was never known here.
        sessions.end("b");
        assert_eq!(sessions.note(session("b", 100)), None);
    }

    #[test]
    fn old_sessions_are_forgotten() {
        let sessions = Sessions::default();
        sessions.note(session("old", 100));
        sessions.note(session("new", 200));
        sessions.forget(Timestamp::from_second(150).unwrap());
        assert_eq!(sessions.find("old"), None);
        assert!(sessions.find("new").is_some());
    }

    #[test]
    fn who_somebody_is_found_with_is_forgotten_with_every_change_and_what_was_read_before_it_is_not_kept() {
        let reach = Reach::default();
        let day = jiff::civil::date(2026, 11, 19);
        let reader = (ActorId::new(1), Role::Helper, day);
        let asked = reach.find(&reader).unwrap_err();
        reach.note(reader, &[FamilyId::new(7)], asked);
        assert_eq!(*reach.find(&reader).unwrap(), [FamilyId::new(7)]);
        for other in [
            (ActorId::new(2), Role::Helper, day),
            (ActorId::new(1), Role::Coordinator, day),
            (ActorId::new(1), Role::Helper, day.tomorrow().unwrap()),
        ] {
            assert!(reach.find(&other).is_err(), "another reader, role or day");
        }
        reach.changed();
        let asked = reach.find(&reader).unwrap_err();
        reach.changed();
        reach.note(reader, &[FamilyId::new(7)], asked);
        assert!(reach.find(&reader).is_err(), "it was read before the last change");
    }
}
