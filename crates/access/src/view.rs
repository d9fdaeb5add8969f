//! A view: what one reader may see of one dossier at one moment. Everything that leaves is made from one.

use crate::directory::Directory;
use crate::follows::{Edition, Follows};
use crate::ground::Ground;
use crate::standing::{Special, Standing};
use crate::visit::Visit;
use dossier::*;
use foldhash::fast::FixedState;
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

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
    /// What pages have found from it.
    follows: Follows,
}

/// What was decided last for each reader of each family. It is taken again when nothing that it follows from is
/// another: the dossier is the very same one, and the reader stands to it in every fact as before ([`Sources`]).
/// Deciding again could then give nothing else.
#[derive(Default)]
pub(crate) struct Decisions(Mutex<HashMap<(FamilyId, ActorId, Role), Kept, FixedState>>);

#[derive(Clone)]
struct Kept {
    /// A weak reference keeps the place in memory, so that no other dossier can come to stand there.
    dossier: Weak<Dossier>,
    from: Sources,
    decided: Arc<Decided>,
}

/// All that a standing is gathered from, beside the dossier and who asks as what.
#[derive(Clone, PartialEq)]
struct Sources {
    service: Option<ServiceId>,
    /// Ages, deadlines, limits, and who holds which role go by the day.
    today: jiff::civil::Date,
    directory: Edition,
}

/// Whether how somebody stands to a family can change from one instant to the next. Only what was opened in an emergency
/// goes by the clock.
fn goes_by_the_clock(dossier: &Dossier) -> bool {
    Extract::whole(dossier).only::<Emergency>().is_some()
}

/// Decisions that are kept at most; then one begins anew.
const KEPT: usize = 1 << 13;

impl Decisions {
    fn all(&self) -> MutexGuard<'_, HashMap<(FamilyId, ActorId, Role), Kept, FixedState>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What [`View::of`] answers.
    pub(crate) fn view(
        &self,
        dossier: &Arc<Dossier>,
        visit: &Visit,
        limits: &Limits,
        directory: &Arc<Directory>,
    ) -> Option<View> {
        let reader = (dossier.family, visit.actor, visit.role);
        let known = self.all().get(&reader).cloned();
        let known = known.filter(|it| std::ptr::eq(it.dossier.as_ptr(), Arc::as_ptr(dossier)));
        let again = |decided| Some(View { dossier: Arc::clone(dossier), decided, moment: visit.moment });
        let from =
            Sources { service: visit.service, today: visit.moment.today, directory: Edition::of(directory) };
        if let Some(known) = &known
            && known.from == from
            && !goes_by_the_clock(dossier)
        {
            return again(Arc::clone(&known.decided));
        }
        let standing = Standing::of(dossier, visit, limits, directory);
        if !standing.is_anything() {
            return None;
        }
        let view = match known.filter(|known| known.decided.standing == standing) {
            Some(known) => again(known.decided)?,
            None => View::with(Arc::clone(dossier), standing, visit.moment)?,
        };
        let (dossier, decided) = (Arc::downgrade(dossier), Arc::clone(&view.decided));
        let mut all = self.all();
        if all.len() >= KEPT {
            all.clear();
        }
        all.insert(reader, Kept { dossier, from, decided });
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

impl View {
    /// What follows from this view by a pure function: found once, and then the same for as long as nothing is written
    /// in the family, the reader stands to it in every fact as now, the day is the same and so is `under`, which holds
    /// all else that it depends on (a language, the [`crate::Edition`] of the directory). What differs between two
    /// requests, such as the key of a form or the time of day, has no place in it.
    pub fn once<K, T>(&self, under: K, find: impl FnOnce() -> T) -> Arc<T>
    where
        K: PartialEq + Send + Sync + 'static,
        T: Send + Sync + 'static,
    {
        self.decided.follows.once((self.moment.today, under), find)
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
        let decided = || Arc::new(Decided { standing, open, grounds, special, follows: Follows::default() });
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
        decided.follows = Follows::default();
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
    pub fn categories(&self) -> Arc<Vec<Category>> {
        self.once("categories", || self.find_categories())
    }

    fn find_categories(&self) -> Vec<Category> {
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

    /// Whether the reader has just given a reason that outranks every other: life or health (R46).
    pub(crate) fn is_opened_in_emergency(&self) -> bool {
        self.decided.standing.emergency.is_some()
    }

    /// Whether somebody had the dossier open in an emergency at an instant, and the family must not be told yet.
    pub(crate) fn has_untold_emergency(&self, actor: ActorId, at: jiff::Timestamp) -> bool {
        let all = Extract::whole(&self.dossier);
        all.all::<Emergency>().filter(|it| it.is.untold.is_some() && it.is.helper == actor).any(|it| {
            let opened = all.versions(it.id()).first().is_some_and(|first| first.at <= at);
            opened && at < it.is.until
        })
    }

    /// Whether the reader is told of everything that had been given to somebody outside by an instant (R43).
    pub(crate) fn knows_all_given_by(&self, at: jiff::Timestamp) -> bool {
        let all = Extract::whole(&self.dossier);
        let written = |thing: ThingId| all.versions(thing).first().is_some_and(|first| first.at <= at);
        all.all::<Disclosure>()
            .filter(|given| written(given.id()))
            .all(|given| self.sees().payload(given.id()).is_some())
    }

    /// What the family is called, for a reader who may know it.
    pub fn family_name(&self) -> Option<&str> {
        self.sees().only::<Family>().map(|family| family.is.name.as_str())
    }
}
