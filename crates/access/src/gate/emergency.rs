//! To save life or health: opening a dossier that one has no other ground for, and looking at it afterwards (R46).
//! And the second person behind a place among the few who may know an address (R84).

use super::{ActError, Acted, Denied, Gate, Line, Not, Outcome};
use crate::archive::{Key, Look};
use crate::sealed::Sealed;
use crate::standing::Standing;
use crate::view::View;
use crate::visit::Visit;
use dossier::*;

/// Who may open in an emergency: everybody employed who works with people.
const OPENS: &[Role] = &[Role::Helper, Role::Coordinator, Role::Intake];

/// The ground of those who look at it afterwards.
const FOLLOW_UP: &str = "follow-up";

/// Whether a look is kept from the family: those of an emergency that it must not know of yet, and of those who look
/// at it afterwards. What came of it stands in the emergency itself, as soon as the family can be told.
pub(super) fn kept_from_family(view: &View, look: &Look) -> bool {
    let emergency = crate::Ground::Emergency.code();
    look.ground == FOLLOW_UP || look.ground == emergency && view.has_untold_emergency(look.actor, look.at)
}

/// Whom somebody looks for: exactly this name and birth date. Less would be a search.
#[derive(Debug, Clone)]
pub struct Sought {
    /// Given name.
    pub given: String,
    /// Family name.
    pub surname: String,
    /// Birth date.
    pub born: jiff::civil::Date,
}

/// What waits for somebody outside the family: an emergency access that nobody has looked at, or a place among the few
/// that nobody has approved. Nothing of the family's own is in it.
#[derive(Debug, Clone)]
pub struct Waiting<K> {
    /// The family, to answer by; never shown.
    pub family: FamilyId,
    /// The thing, and its version.
    pub seen: (ThingId, u32),
    /// When.
    pub at: jiff::Timestamp,
    /// What was written.
    pub is: K,
}

/// What a leader says of an emergency access afterwards.
#[derive(Debug, Clone)]
pub struct Verdict {
    /// Whether it was right to open.
    pub right: bool,
    /// In words.
    pub words: String,
    /// The family can be told now.
    pub tell: bool,
}

fn same(a: &str, b: &str) -> bool {
    a.trim().to_lowercase() == b.trim().to_lowercase()
}

impl Gate {
    /// Opens the dossier of exactly this person for the reader of this visit, for a short time. Everything is written
    /// down before anything is shown, also that nobody was found.
    ///
    /// # Errors
    /// [`ActError::NotFound`] when there is not exactly one such person, for roles that may not, for whoever may not
    /// take part, and for volunteers; a refusal when the reason is missing.
    pub async fn open_in_emergency(
        &self,
        visit: &Visit,
        sought: &Sought,
        why: String,
        untold: Option<String>,
        key: Key,
    ) -> Result<FamilyId, ActError> {
        let directory = self.archive.directory();
        if !OPENS.contains(&visit.role) || !directory.holds(visit) {
            return Err(ActError::NotFound);
        }
        let mut person = Person::named(&*sought.given, &*sought.surname, Generation::Child);
        person.born = Some(sought.born);
        let keys = name_keys(&person);
        let mut families: Vec<FamilyId> = Vec::new();
        for (family, _) in self.archive.by_names(&keys).await? {
            if !families.contains(&family) {
                families.push(family);
            }
        }
        let mut found = Vec::new();
        for sealed in self.archive.dossiers(&families).await? {
            let all = Extract::whole(sealed.open());
            let is = present(&all, visit.moment.today).into_iter().any(|person| {
                same(&person.is.given, &sought.given)
                    && same(&person.is.surname, &sought.surname)
                    && person.is.born == Some(sought.born)
            });
            let standing = Standing::of(sealed.open(), visit, self.limits(visit), &directory);
            if is && standing.open && !standing.conflict {
                found.push(sealed);
            }
        }
        let [sealed] = found.as_slice() else {
            self.archive.note(vec![Line { act: "open-in-emergency", ..super::denied_nobody(visit) }]);
            return Err(ActError::NotFound);
        };
        let family = sealed.open().family;
        self.write_by_role(visit, family, Command::OpenInEmergency { why, untold }, key, "emergency").await?;
        Ok(family)
    }

    /// What was opened in an emergency and has not been looked at, oldest first. For leaders.
    ///
    /// # Errors
    /// Other roles; the store or the journal is not available.
    pub async fn emergencies(&self, visit: &Visit) -> Result<Vec<Waiting<Emergency>>, Denied> {
        self.waiting(visit, ItemKind::Emergency, "emergencies", |it: &Emergency| it.checked.is_none()).await
    }

    /// Places among the few that wait for a second person, oldest first. For leaders.
    ///
    /// # Errors
    /// As [`Gate::emergencies`].
    pub async fn asked_to_trust(&self, visit: &Visit) -> Result<Vec<Waiting<Trusted>>, Denied> {
        let waits = |it: &Trusted| it.approved_by.is_none() && it.ended.is_none();
        self.waiting(visit, ItemKind::Trusted, "asked-to-trust", waits).await
    }

    async fn waiting<K: Kind + Clone + Send + Sync + 'static>(
        &self,
        visit: &Visit,
        kind: ItemKind,
        act: &'static str,
        waits: impl Fn(&K) -> bool + Send,
    ) -> Result<Vec<Waiting<K>>, Denied> {
        let mut found = Vec::new();
        for sealed in self.for_leaders(visit, kind, act).await? {
            let (all, family) = (Extract::whole(sealed.open()), sealed.open().family);
            found.extend(all.all::<K>().filter(|it| waits(it.is)).map(|it| Waiting {
                family,
                seen: (it.id(), it.entry.version),
                at: it.entry.at,
                is: it.is.clone(),
            }));
        }
        found.sort_by_key(|waiting| waiting.at);
        Ok(found)
    }

    async fn for_leaders(
        &self,
        visit: &Visit,
        kind: ItemKind,
        act: &'static str,
    ) -> Result<Vec<crate::Sealed<Dossier>>, Denied> {
        if visit.role != Role::Leader || !self.holds_role(visit) {
            return Err(Denied::NotFound);
        }
        let families = self.archive.with_items(kind).await?;
        let mut found = self.archive.dossiers(&families).await?;
        // Nobody decides in what is one's own, or was declared to be too near; another leader does (R24).
        found.retain(|sealed| !self.is_too_near(visit, sealed));
        if !found.is_empty() {
            let line = Line {
                visit: *visit,
                act,
                families: found.iter().map(|sealed| sealed.open().family).collect(),
                categories: vec![Category::Audit],
                ground: FOLLOW_UP,
                outcome: Outcome::Seen,
            };
            self.journal(line).await?;
        }
        Ok(found)
    }

    /// A leader says whether it was right to open, and whether a family that was not told can be told now.
    ///
    /// # Errors
    /// Other roles; a refusal when it was looked at already, when the leader opened it, or when words are missing.
    pub async fn check_emergency(
        &self,
        visit: &Visit,
        family: FamilyId,
        emergency: (ThingId, u32),
        verdict: Verdict,
        key: Key,
    ) -> Result<Acted, ActError> {
        let known = self.emergencies(visit).await?;
        if !known.iter().any(|opened| opened.family == family && opened.seen.0 == emergency.0) {
            return Err(ActError::NotFound);
        }
        let Verdict { right, words, tell } = verdict;
        let command = Command::CheckEmergency { emergency, right, words, tell };
        self.write_by_role(visit, family, command, key, FOLLOW_UP).await
    }

    /// A leader approves, or says no to, that a helper may know where a protected person is.
    ///
    /// # Errors
    /// Other roles; a refusal when the leader asked for it.
    pub async fn approve_trust(
        &self,
        visit: &Visit,
        family: FamilyId,
        trusted: (ThingId, u32),
        yes: bool,
        key: Key,
    ) -> Result<Acted, ActError> {
        let known = self.asked_to_trust(visit).await?;
        let asked = known
            .into_iter()
            .find(|asked| asked.family == family && asked.seen.0 == trusted.0)
            .ok_or(ActError::NotFound)?;
        let is = if yes {
            Trusted { approved_by: Some(visit.actor), ..asked.is }
        } else {
            Trusted { ended: Some(visit.moment.today), ..asked.is }
        };
        let command = Command::Write {
            replaces: Some(trusted),
            subjects: vec![is.person],
            payload: is.wrap(),
            audience: Audience::Coordinator,
        };
        self.write_by_role(visit, family, command, key, FOLLOW_UP).await
    }

    /// Writes what a role may by itself, without a view of the family.
    async fn write_by_role(
        &self,
        visit: &Visit,
        family: FamilyId,
        command: Command,
        key: Key,
        ground: &'static str,
    ) -> Result<Acted, ActError> {
        let line = Line {
            visit: *visit,
            act: command.code(),
            families: vec![family],
            categories: vec![Category::Audit],
            ground,
            outcome: Outcome::Changed,
        };
        let asked = |sealed: &Sealed<Dossier>| match self.is_too_near(visit, sealed) {
            true => Err(Not::Allowed(command.code())),
            false => Ok(((), command.clone())),
        };
        self.write(visit, family, key, asked, |(), _| vec![line.clone()]).await?.ok_or(ActError::NotFound)
    }
}
