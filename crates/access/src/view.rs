//! A view: what one reader may see of one dossier at one moment. Everything that leaves is made from one.

use crate::directory::Directory;
use crate::ground::Ground;
use crate::standing::{Special, Standing};
use crate::visit::Visit;
use dossier::*;
use foldhash::fast::FixedState;
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError, Weak};

/// What one reader sees. It has no public constructor: it is made from a decision, and the decision is in the
/// journal before the view is handed out.
pub struct View {
    dossier: Arc<Dossier>,
    decided: Arc<Decided>,
    moment: Moment,
}

/// What was decided for a reader: a pure function of the dossier, of how the reader stands to it, and of the rules.
#[derive(Clone)]
struct Decided {
    standing: Standing,
    open: Open,
    grounds: Vec<Option<Ground>>,
    /// The grounds of things that are decided on their own.
    special: BTreeMap<ThingId, Option<Ground>>,
}

/// What was decided last for each reader of each family. How a reader stands is gathered anew for each view, from the
/// day, the dossier and the directory as they are then; only when that is the same in every fact, and the dossier is
/// the same one, is what was decided on it taken from here: deciding again could give nothing else.
#[derive(Default)]
pub(crate) struct Decisions(Mutex<HashMap<(FamilyId, ActorId, Role), Kept, FixedState>>);

/// A weak reference keeps the place in memory, so that no other dossier can come to stand there.
type Kept = (Weak<Dossier>, Arc<Decided>);

/// Decisions that are kept at most; then one begins anew.
const KEPT: usize = 1 << 13;

impl Decisions {
    /// What [`View::of`] answers.
    pub(crate) fn view(
        &self,
        dossier: &Arc<Dossier>,
        visit: &Visit,
        limits: &Limits,
        directory: &Directory,
    ) -> Option<View> {
        let standing = Standing::of(dossier, visit, limits, directory);
        if !standing.is_anything() {
            return None;
        }
        let reader = (dossier.family, visit.actor, visit.role);
        let all = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = all().get(&reader).cloned().filter(|(of, decided)| {
            std::ptr::eq(of.as_ptr(), Arc::as_ptr(dossier)) && decided.standing == standing
        });
        if let Some((_, decided)) = kept {
            return Some(View { dossier: Arc::clone(dossier), decided, moment: visit.moment });
        }
        let view = View::with(Arc::clone(dossier), standing, visit.moment)?;
        let mut all = all();
        if all.len() >= KEPT {
            all.clear();
        }
        all.insert(reader, (Arc::downgrade(dossier), Arc::clone(&view.decided)));
        Some(view)
    }
}

/// Somebody in the family, as far as the reader knows: a name, and nothing that needs a ground of its own.
#[derive(Debug, Clone, Copy)]
pub struct Member<'a> {
    /// Who.
    pub id: PersonId,
    /// Given name.
    pub given: &'a str,
    /// Child or adult.
    pub generation: Generation,
}

/// Two views of the present that show the same of the same family on the same day: whatever follows from one by a
/// pure function follows from the other too. As soon as something is written, a right changes or the day does,
/// it is another.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Same {
    family: FamilyId,
    version: u64,
    open: Open,
    today: jiff::civil::Date,
}

impl View {
    /// What tells whether another view of the present shows the same.
    pub fn same(&self) -> Same {
        let (family, version) = (self.family(), self.dossier.version());
        Same { family, version, open: self.decided.open.clone(), today: self.moment.today }
    }

    /// Decides each class of entries once. Nothing at all for a reader without any ground.
    pub(crate) fn of(
        dossier: Arc<Dossier>,
        visit: &Visit,
        limits: &Limits,
        directory: &Directory,
    ) -> Option<Self> {
        let standing = Standing::of(&dossier, visit, limits, directory);
        if standing.is_anything() { Self::with(dossier, standing, visit.moment) } else { None }
    }

    fn with(dossier: Arc<Dossier>, standing: Standing, moment: Moment) -> Option<Self> {
        let decide = |class: &Class| standing.decide(class, Special::default());
        let grounds: Vec<Option<Ground>> = dossier.classes().iter().map(decide).collect();
        let special: BTreeMap<ThingId, Option<Ground>> = standing
            .special(&dossier)
            .into_iter()
            .filter_map(|(thing, why)| Some((thing, standing.decide(dossier.class_of_thing(thing)?, why))))
            .collect();
        let open = Open {
            classes: grounds.iter().map(|ground| standing.shown(*ground)).collect(),
            things: special.iter().map(|(thing, ground)| (*thing, standing.shown(*ground))).collect(),
        };
        let anything = open.classes.iter().chain(open.things.values()).any(|shown| *shown != Shown::No);
        let decided = || Arc::new(Decided { standing, open, grounds, special });
        anything.then(|| Self { dossier, decided: decided(), moment })
    }

    /// What the same reader may see of how the family stood at an earlier instant: only what had been recorded by
    /// then, with the reader's rights of today, and nothing that has been closed to the reader since. A consent
    /// that was withdrawn is not in force again by looking back.
    pub(crate) fn earlier(self, at: jiff::Timestamp) -> Option<Self> {
        let still_open = |entry: &Entry| self.sees().payload(entry.thing).is_some();
        let earlier = self.dossier.as_of(at).only_where(still_open);
        Self::with(Arc::new(earlier), self.decided.standing.clone(), self.moment)
    }

    /// The same view, cut to what somebody else sees as well: nothing in it is more than the other's.
    pub(crate) fn within(mut self, other: &View) -> Self {
        let theirs = other.sees();
        let mut left = vec![false; self.decided.open.classes.len()];
        let mut cut: Vec<ThingId> = Vec::new();
        for (thing, class) in self.dossier.current_things() {
            if self.sees().payload(thing).is_some() {
                let both = theirs.payload(thing).is_some();
                left[class] |= both;
                if !both {
                    cut.push(thing);
                }
            }
        }
        let decided = Arc::make_mut(&mut self.decided);
        for thing in cut {
            decided.special.insert(thing, None);
            decided.open.things.insert(thing, Shown::No);
        }
        for (class, left) in left.into_iter().enumerate() {
            if !left {
                decided.open.classes[class] = Shown::No;
                decided.grounds[class] = None;
            }
        }
        self
    }

    /// What is seen. Every pure function of [`crate::terms`] reads it.
    pub fn sees(&self) -> Extract<'_> {
        Extract::of(&self.dossier, &self.decided.open)
    }

    /// Which family.
    pub fn family(&self) -> FamilyId {
        self.dossier.family
    }

    /// When.
    pub fn moment(&self) -> Moment {
        self.moment
    }

    /// Everything that the family's dossier holds, for the gate alone: what others see is decided on it.
    pub(crate) fn dossier(&self) -> &Dossier {
        &self.dossier
    }

    /// How the reader stands to the family.
    pub fn standing(&self) -> &Standing {
        &self.decided.standing
    }

    /// Who the reader is in the family; nothing for helpers.
    pub fn me(&self) -> Option<PersonId> {
        self.decided.standing.me.first().copied()
    }

    /// The ground on which the reader sees a thing.
    pub fn ground<K>(&self, thing: &Thing<'_, K>) -> Ground {
        self.ground_of(thing.entry.thing, thing.index()).unwrap_or(Ground::Oneself)
    }

    fn ground_of(&self, thing: ThingId, index: u32) -> Option<Ground> {
        match self.decided.special.get(&thing) {
            Some(ground) => *ground,
            None => self.decided.grounds[self.sees().class(index)],
        }
    }

    /// The ground on which the reader sees a thing, of whatever kind; nothing when it is not in the view.
    pub fn ground_of_thing(&self, thing: ThingId) -> Option<Ground> {
        self.sees().payload(thing)?;
        match self.decided.special.get(&thing) {
            Some(ground) => *ground,
            None => self.decided.grounds[self.dossier.class_number_of(thing)?],
        }
    }

    /// The strongest ground of the view, for the journal.
    pub fn main_ground(&self) -> Option<Ground> {
        let all = self.decided.grounds.iter().chain(self.decided.special.values());
        self.decided.standing.holds.or_else(|| all.flatten().min().copied())
    }

    /// The categories in the view, for the journal.
    pub fn categories(&self) -> Vec<Category> {
        let mut found: Vec<Category> = self
            .dossier
            .classes()
            .iter()
            .zip(&self.decided.open.classes)
            .filter(|(_, open)| **open != Shown::No)
            .map(|(class, _)| class.category)
            .collect();
        let told = self.decided.special.iter().filter(|(_, ground)| ground.is_some());
        found.extend(told.filter_map(|(thing, _)| Some(self.dossier.class_of_thing(*thing)?.category)));
        found.sort();
        found.dedup();
        found
    }

    /// The name of a family member, as far as the reader knows it: when the person is in the view, when
    /// something in the view is about the person, or when both belong to the family and neither is protected.
    /// A name only; telephone and the rest need the person to be in the view.
    pub fn name_of(&self, person: PersonId) -> Option<&str> {
        let entry = self.dossier.latest(person.thing())?;
        let Payload::Person(is) = &entry.payload else { return None };
        let seen = self.sees().person(person).is_some();
        let about = || {
            self.dossier
                .classes()
                .iter()
                .zip(&self.decided.open.classes)
                .any(|(class, open)| *open != Shown::No && class.subjects.contains(&person))
        };
        let kin = || self.decided.standing.belongs && is.protection == Protection::Open;
        (seen || kin() || about()).then_some(is.given.as_str())
    }

    /// The family members of today whose names the reader knows, adults first: to choose among.
    pub fn members(&self) -> Vec<Member<'_>> {
        present(&Extract::whole(&self.dossier), self.moment.today)
            .into_iter()
            .filter_map(|person| {
                let id = PersonId::from(person.id());
                let given = self.name_of(id)?;
                Some(Member { id, given, generation: person.is.generation })
            })
            .collect()
    }

    /// The name of the family member who signs in with an account, as far as the reader knows it.
    pub fn name_of_account(&self, account: ActorId) -> Option<&str> {
        let person = Extract::whole(&self.dossier)
            .all::<Person>()
            .find(|person| person.is.account == Some(account))?;
        self.name_of(person.id().into())
    }

    /// Whether somebody had the dossier open in an emergency at an instant, and the family must not be told yet.
    pub(crate) fn has_untold_emergency(&self, actor: ActorId, at: jiff::Timestamp) -> bool {
        let all = Extract::whole(&self.dossier);
        all.all::<Emergency>().filter(|it| it.is.untold.is_some() && it.is.helper == actor).any(|it| {
            let opened = all.versions(it.id()).first().is_some_and(|first| first.at <= at);
            opened && at < it.is.until
        })
    }

    /// What the family is called, for a reader who may know it.
    pub fn family_name(&self) -> Option<&str> {
        self.sees().only::<Family>().map(|family| family.is.name.as_str())
    }
}
