//! The gate at the door: families that ask for help, those who answer them, and who may be known already.

use super::{ActError, Acted, Denied, Gate, TRIES};
use crate::archive::*;
use crate::journal::{Line, Outcome};
use crate::reference;
use crate::view::View;
use crate::visit::Visit;
use dossier::*;

/// Somebody who may be the same as one who asks for help.
#[derive(Debug, Clone)]
pub struct Similar {
    /// In which family.
    pub family: FamilyId,
    /// Given name of the one in the new request who resembles this person.
    pub resembles: String,
    /// Given name.
    pub given: String,
    /// Family name.
    pub surname: String,
    /// Birth date.
    pub born: Option<jiff::civil::Date>,
    /// How alike.
    pub likeness: Likeness,
    /// Where that family stands.
    pub phase: &'static str,
    /// Its coordinator.
    pub coordinator: Option<ActorId>,
}

/// Where a request stands, for whoever has the code on the receipt. No names, no words.
#[derive(Debug, Clone)]
pub struct RequestStanding {
    /// Code of the phase.
    pub phase: &'static str,
    /// Since when.
    pub since: jiff::civil::Date,
    /// When somebody must have answered.
    pub reply_by: jiff::Timestamp,
    /// When the place in the queue is looked at again.
    pub review: Option<jiff::civil::Date>,
    /// Whom to ring meanwhile.
    pub contact: Option<ActorId>,
    /// Acute lane.
    pub acute: bool,
    /// Place in the queue, from 1.
    pub place: Option<usize>,
    /// How many wait.
    pub waiting: usize,
}

/// What the one who asked for help takes home.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The code by which the request is found again.
    pub reference: String,
    /// When somebody must have answered.
    pub reply_by: jiff::Timestamp,
    /// Acute lane.
    pub acute: bool,
}

/// A request that a professional has sent with a family's agreement. No names of the family, no words.
#[derive(Debug, Clone)]
pub struct Sent {
    /// The code on its receipt.
    pub reference: String,
    /// When it was sent.
    pub on: jiff::civil::Date,
    /// Code of the phase that it is in.
    pub phase: &'static str,
    /// The coordinator, once there is one.
    pub coordinator: Option<ActorId>,
}

/// A request that was taken in under another family, and can be brought back.
#[derive(Debug, Clone)]
pub struct SetAside {
    /// The dossier that was set aside.
    pub family: FamilyId,
    /// Where it was taken in.
    pub into: FamilyId,
    /// The code on its receipt.
    pub reference: String,
    /// What the family was called in it.
    pub name: String,
    /// When it was set aside.
    pub on: jiff::civil::Date,
    /// By whom.
    pub by: ActorId,
}

impl Gate {
    /// Opens the dossier of a family that asks for help: by itself, or through a professional with its yes.
    /// Sending the same form again finds the same family.
    ///
    /// # Errors
    /// A refusal with what to do, or the store is not available.
    pub async fn open(&self, visit: &Visit, opening: Opening, key: Key) -> Result<FamilyId, ActError> {
        let sent_by_me = opening.request.sent_by.as_ref().is_none_or(|sender| {
            sender.helper == visit.actor && Some(sender.service) == visit.service && self.holds_role(visit)
        });
        if !sent_by_me {
            return Err(ActError::NotFound);
        }
        let family = FamilyId::new((self.random)());
        let mut random = || (self.random)();
        let mut scribe = Scribe {
            moment: visit.moment,
            author: visit.author(),
            limits: self.limits(visit),
            random: &mut random,
        };
        let empty = Dossier::fold(family, Vec::new());
        let change =
            decide(&empty, Command::Open(Box::new(opening)), &mut scribe).map_err(ActError::Refused)?;
        let line = Line {
            visit: *visit,
            act: "open",
            families: vec![family],
            categories: vec![Category::Intake],
            ground: "request-for-help",
            outcome: Outcome::Changed,
        };
        // The receipt is found again by the family that was made, so that is what the key remembers.
        let made = ThingId::new(family.raw());
        let commit = Commit {
            lines: vec![line],
            batches: vec![Batch { family, read: 0, entries: change.entries }],
            key: Some((Key { actor: visit.actor, ..key }, made)),
            ..Commit::default()
        };
        match self.archive.commit(commit).await? {
            Committed::Now => Ok(family),
            Committed::Before(thing) => Ok(FamilyId::new(thing.raw())),
        }
    }

    /// A code for a new receipt that no other receipt has.
    ///
    /// # Errors
    /// The store is not available.
    pub async fn new_reference(&self) -> Result<String, Denied> {
        loop {
            let code = reference::write((self.random)());
            if self.archive.by_reference(&code).await?.is_none() {
                return Ok(code);
            }
        }
    }

    /// The receipt of a family that was just opened by this visit's form.
    ///
    /// # Errors
    /// As [`Gate::view`].
    pub async fn receipt(&self, family: FamilyId) -> Result<Receipt, Denied> {
        let sealed = self.archive.dossier(family).await?.ok_or(Denied::NotFound)?;
        let (_, request) = sealed.open().only::<HelpRequest>().ok_or(Denied::NotFound)?;
        Ok(Receipt { reference: request.reference.clone(), reply_by: request.reply_by, acute: request.acute })
    }

    /// The requests that a professional has sent for families, latest first, and how far they have come.
    ///
    /// # Errors
    /// The role is not held; the store or the journal is not available.
    pub async fn sent(&self, visit: &Visit) -> Result<Vec<Sent>, Denied> {
        if !self.holds_role(visit) {
            return Err(Denied::NotFound);
        }
        let families = self.archive.reach(visit.actor, Role::Visitor, visit.moment.today).await?;
        let (mut sent, mut shown) = (Vec::new(), Vec::new());
        for sealed in self.archive.dossiers(&families).await? {
            let all = Extract::whole(sealed.open());
            let mine = all.all::<HelpRequest>().find(|request| {
                let sender = request.is.sent_by.as_ref();
                sender.is_some_and(|by| by.helper == visit.actor && Some(by.service) == visit.service)
            });
            let Some((request, course)) = mine.zip(all.only::<Course>()) else { continue };
            shown.push(all.family());
            sent.push(Sent {
                reference: request.is.reference.clone(),
                on: Moment::day_of(request.entry.at),
                phase: course.is.phase.code(),
                coordinator: all.only::<Coordination>().and_then(|it| it.is.lead),
            });
        }
        sent.sort_by(|a, b| b.on.cmp(&a.on).then(a.reference.cmp(&b.reference)));
        if !shown.is_empty() {
            self.journal(Line {
                visit: *visit,
                act: "sent",
                families: shown,
                categories: vec![Category::Intake],
                ground: "sender",
                outcome: Outcome::Seen,
            })
            .await?;
        }
        Ok(sent)
    }

    /// Where a request stands, for whoever has the code on its receipt.
    ///
    /// # Errors
    /// No such code.
    pub async fn standing(&self, visit: &Visit, reference: &str) -> Result<RequestStanding, Denied> {
        let reference = reference::read(reference);
        let family = self.archive.by_reference(&reference).await?.ok_or(Denied::NotFound)?;
        let sealed = self.archive.dossier(family).await?.ok_or(Denied::NotFound)?;
        let all = Extract::whole(sealed.open());
        let course = all.only::<Course>().ok_or(Denied::NotFound)?;
        let request = all.only::<HelpRequest>().ok_or(Denied::NotFound)?;
        let waiting = self.archive.in_phases(&["received", "waiting"]).await?;
        let queue = self.archive.dossiers(&waiting).await?;
        let mut places: Vec<QueuePlace> = queue
            .iter()
            .filter_map(|other| queue_order(&Extract::whole(other.open()), &self.rules, visit.moment))
            .collect();
        places.sort();
        let mine = queue_order(&all, &self.rules, visit.moment);
        let review = match &course.is.phase {
            Phase::Waiting { review, .. } => Some(*review),
            _ => None,
        };
        // Who is only asked is nobody's coordinator yet; meanwhile the family rings its contact.
        let lead = all.only::<Coordination>().and_then(|it| it.is.lead);
        self.journal(Line {
            visit: *visit,
            act: "standing",
            families: vec![family],
            categories: vec![Category::Intake],
            ground: "receipt",
            outcome: Outcome::Seen,
        })
        .await?;
        Ok(RequestStanding {
            phase: course.is.phase.code(),
            since: course.is.since,
            reply_by: request.is.reply_by,
            review,
            contact: lead.or_else(|| interim_contact(&all)),
            acute: course.is.acute,
            place: mine.and_then(|mine| places.iter().position(|place| *place == mine)).map(|at| at + 1),
            waiting: places.len(),
        })
    }

    /// People who may be the same as somebody in a family that asks for help. A person decides.
    ///
    /// # Errors
    /// Only those who answer requests may look; the store or the journal is not available.
    pub async fn similar(&self, visit: &Visit, view: &View) -> Result<Vec<Similar>, Denied> {
        if visit.role != Role::Intake {
            return Err(Denied::NotFound);
        }
        let people: Vec<Person> = self.marked(&view.sees()).await?;
        let keys: Vec<String> = people.iter().flat_map(name_keys).collect();
        let found = self.archive.by_names(&keys).await?;
        let mut families: Vec<FamilyId> = found.iter().map(|(family, _)| *family).collect();
        families.extend(self.archive.same_numbers(view.family()).await?);
        families.sort();
        families.dedup();
        families.retain(|family| *family != view.family());
        let mut similar = Vec::new();
        for sealed in self.archive.dossiers(&families).await? {
            let all = Extract::whole(sealed.open());
            let phase = all.only::<Course>().map_or("received", |course| course.is.phase.code());
            // A family that was taken in under another is found there; a protected person is found by nobody.
            if phase == "merged" || self.is_too_near(visit, &sealed) {
                continue;
            }
            let guarded = protected(&all, visit.moment.today);
            // Told apart by somebody who looked, from either side.
            let apart = |here: &Extract<'_>, there| here.all::<NotSame>().any(|it| it.is.other == there);
            if apart(&view.sees(), all.family()) || apart(&all, view.family()) {
                continue;
            }
            let known = self.marked(&all).await?;
            let ids = all.all::<Person>().map(|it| PersonId::from(it.id()));
            let open =
                |(id, it): &(PersonId, &Person)| it.protection == Protection::Open && !guarded.contains(id);
            for (_, known) in ids.zip(&known).filter(open) {
                let best =
                    people.iter().map(|person| (likeness(person, known), person)).max_by_key(|best| best.0);
                if let Some((likeness, person)) = best.filter(|best| best.0 > Likeness::Different) {
                    similar.push(Similar {
                        family: sealed.open().family,
                        resembles: person.given.clone(),
                        given: known.given.clone(),
                        surname: known.surname.clone(),
                        born: known.born,
                        likeness,
                        phase,
                        coordinator: all.only::<Coordination>().and_then(|it| it.is.lead),
                    });
                }
            }
        }
        similar.sort_by(|a, b| b.likeness.cmp(&a.likeness).then(a.family.cmp(&b.family)));
        let mut shown: Vec<FamilyId> = similar.iter().map(|one| one.family).collect();
        shown.sort();
        shown.dedup();
        if !shown.is_empty() {
            self.journal(Line {
                visit: *visit,
                act: "similar",
                families: shown,
                categories: vec![Category::Contact],
                ground: "intake",
                outcome: Outcome::Seen,
            })
            .await?;
        }
        Ok(similar)
    }

    /// The people of an extract, each with the mark of the national identity number that is kept, so that two can
    /// be compared by it.
    async fn marked(&self, all: &Extract<'_>) -> Result<Vec<Person>, ArchiveError> {
        let marks = self.archive.marks(all.family()).await?;
        let mark =
            |person: PersonId| marks.iter().find(|(of, _)| *of == person).map(|(_, mark)| mark.clone());
        let marked = |it: Thing<'_, Person>| {
            // A hash of the first stores compares with nothing that is sealed today, so it is left aside.
            Person { identity: mark(it.id().into()), ..it.is.clone() }
        };
        Ok(all.all::<Person>().map(marked).collect())
    }

    /// Requests that were taken in under another family since a day, latest first.
    ///
    /// # Errors
    /// Only those who answer requests may look; the store or the journal is not available.
    pub async fn set_aside(&self, visit: &Visit, since: jiff::civil::Date) -> Result<Vec<SetAside>, Denied> {
        if visit.role != Role::Intake {
            return Err(Denied::NotFound);
        }
        let families = self.archive.in_phases(&["merged"]).await?;
        let mut found = Vec::new();
        for sealed in self.archive.dossiers(&families).await? {
            let all = Extract::whole(sealed.open());
            if self.is_too_near(visit, &sealed) {
                continue;
            }
            let Some(course) = all.only::<Course>().filter(|course| course.is.since >= since) else {
                continue;
            };
            let Phase::Merged { into } = course.is.phase else { continue };
            found.push(SetAside {
                family: all.family(),
                into,
                reference: all.only::<HelpRequest>().map(|it| it.is.reference.clone()).unwrap_or_default(),
                name: all.only::<Family>().map(|it| it.is.name.clone()).unwrap_or_default(),
                on: course.is.since,
                by: course.entry.author.actor,
            });
        }
        found.sort_by(|a, b| b.on.cmp(&a.on).then(a.reference.cmp(&b.reference)));
        if !found.is_empty() {
            self.journal(Line {
                visit: *visit,
                act: "set-aside",
                families: found.iter().map(|one| one.family).collect(),
                categories: vec![Category::Intake],
                ground: "intake",
                outcome: Outcome::Seen,
            })
            .await?;
        }
        Ok(found)
    }

    /// Takes a request in under a family that is known already, or undoes that.
    ///
    /// # Errors
    /// Only those who answer requests may; a refusal; or the store is not available.
    pub async fn merge(
        &self,
        visit: &Visit,
        into: FamilyId,
        from: FamilyId,
        why: Option<&str>,
        key: Key,
    ) -> Result<Acted, ActError> {
        if visit.role != Role::Intake || !self.holds_role(visit) {
            return Err(ActError::NotFound);
        }
        let key = Key { actor: visit.actor, ..key };
        for _ in 0..TRIES {
            let stays = self.archive.dossier(into).await?.ok_or(ActError::NotFound)?;
            let goes = self.archive.dossier(from).await?.ok_or(ActError::NotFound)?;
            if let Some(thing) = self.archive.done(&key).await? {
                return Ok(Acted { thing, repeated: true });
            }
            if self.is_too_near(visit, &stays) || self.is_too_near(visit, &goes) {
                self.archive.note(vec![super::denied(visit, "merge", into)]);
                return Err(ActError::NotFound);
            }
            let mut random = || (self.random)();
            let mut scribe = self.scribe(visit, &mut random);
            let (here, there) = match why {
                Some(why) => dossier::merge(stays.open(), goes.open(), why, &mut scribe),
                None => dossier::unmerge(stays.open(), goes.open(), &mut scribe),
            }
            .map_err(ActError::Refused)?;
            let thing = here.first().map_or_else(|| ThingId::new(into.raw()), |entry| entry.thing);
            let line = Line {
                visit: *visit,
                act: if why.is_some() { "merge" } else { "unmerge" },
                families: vec![into, from],
                categories: vec![Category::Intake],
                ground: "intake",
                outcome: Outcome::Changed,
            };
            let batches = vec![
                Batch { family: into, read: stays.open().version(), entries: here },
                Batch { family: from, read: goes.open().version(), entries: there },
            ];
            if let Some(acted) = self.commit_once(vec![line], batches, &key, thing).await? {
                return Ok(acted);
            }
        }
        Err(ActError::Archive(ArchiveError::Moved))
    }
}
