//! What others see: who takes part, what each may read and why, the family exactly as one of them sees it, today or on
//! an earlier day, and what a change would open or close before it is made.
//!
//! INVARIANT: whoever asks never learns more this way than from the own view. Readers are known from what the asker
//! sees, and every view of another is cut to what the asker sees as well.

use super::{ActError, Denied, Gate, may, seen};
use crate::directory::Directory;
use crate::ground::Ground;
use crate::standing::{Special, Standing};
use crate::view::View;
use crate::visit::Visit;
use dossier::*;
use std::sync::Arc;

/// Somebody who may see something of a family, in one role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Participant {
    /// Who.
    pub actor: ActorId,
    /// As what.
    pub role: Role,
    /// For which service; nothing for family members.
    pub service: Option<ServiceId>,
}

impl Participant {
    pub(super) fn visit(self, moment: Moment, request: u64) -> Visit {
        Visit { actor: self.actor, role: self.role, service: self.service, moment, request, session: None }
    }
}

/// One kind of information about one person that a participant may read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// About whom.
    pub person: PersonId,
    /// What kind.
    pub category: Category,
    /// On which ground.
    pub ground: Ground,
}

/// What one participant may read, whether or not anything of it has been written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sight {
    /// Who.
    pub who: Participant,
    /// The kinds of information, by person.
    pub cells: Vec<Cell>,
    /// Reads what the own service has made, as one in the team.
    pub own_service: bool,
}

/// What a change would open or close for one participant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Who.
    pub who: Participant,
    /// Things that open.
    pub opens: Vec<ThingId>,
    /// Things that close.
    pub closes: Vec<ThingId>,
}

/// Who may ask what others see: the family's own members, and the one who holds the whole.
fn may_ask(view: &View) -> bool {
    let standing = view.standing();
    standing.holds.is_some() || (standing.belongs && !standing.me.is_empty())
}

/// The participants whom the asker knows of, family members first.
pub(super) fn participants(view: &View, directory: &Directory) -> Vec<Participant> {
    let (all, today) = (view.sees(), view.moment().today);
    let mut found: Vec<Participant> = Vec::new();
    for person in present(&all, today) {
        if let Some(actor) = person.is.account {
            found.push(Participant { actor, role: Role::Citizen, service: None });
        }
    }
    let mut at_work = |actor: ActorId, roles: &[Role], service: Option<ServiceId>| {
        let Some(helper) = directory.helper(actor) else { return };
        let held = helper.assignments.iter().filter(|held| roles.contains(&held.role) && held.holds(today));
        for held in held.filter(|held| service.is_none_or(|service| service == held.service)) {
            found.push(Participant { actor, role: held.role, service: Some(held.service) });
        }
    };
    const HELPS: [Role; 2] = [Role::Helper, Role::Volunteer];
    if let Some(coordination) = all.only::<Coordination>() {
        for actor in coordination.is.lead.into_iter().chain(coordination.is.stand_in_on(today)) {
            at_work(actor, &[Role::Coordinator], None);
        }
    }
    for helping in team(&all, today) {
        at_work(helping.helper, &HELPS, Some(helping.service));
    }
    let owners = all.all::<Action>().filter(|action| action.is.status.is_open()).map(|it| it.is.owner);
    for owner in owners.chain(all.all::<Need>().map(|need| need.is.owner)) {
        if let Some(Owner::Helper(actor)) = owner {
            at_work(actor, &HELPS, None);
        }
    }
    for request in all.all::<Request>().filter(|request| request.is.withdrawn.is_none()) {
        at_work(request.is.to, &HELPS, Some(request.is.service));
    }
    for meeting in all.all::<Meeting>().filter(|meeting| meeting.is.settled.is_none()) {
        for actor in &meeting.is.helpers {
            at_work(*actor, &HELPS, None);
        }
    }
    for release in all.all::<Release>() {
        if let Recipient::Helper(actor) = release.is.to {
            at_work(actor, &HELPS, None);
        }
    }
    for trusted in all.all::<Trusted>().filter(|trusted| trusted.is.ended.is_none()) {
        at_work(trusted.is.helper, &HELPS, Some(trusted.is.service));
    }
    for emergency in all.all::<Emergency>().filter(|emergency| view.moment().at < emergency.is.until) {
        at_work(emergency.is.helper, &[Role::Helper, Role::Coordinator], Some(emergency.is.service));
    }
    let place = |who: &Participant| (who.role != Role::Citizen, who.role != Role::Coordinator);
    let mut known: Vec<Participant> = Vec::new();
    for who in found {
        if !known.contains(&who) {
            known.push(who);
        }
    }
    known.sort_by_key(place);
    known
}

/// The class of what one may write about somebody under the ordinary rules.
fn plain(person: PersonId, category: Category) -> Class {
    Class {
        category,
        subjects: vec![person],
        origin: None,
        audience: Audience::Ordinary,
        task_of: None,
        invited: Vec::new(),
        by: Role::Coordinator,
        told_by: None,
    }
}

/// The things that a reader sees now.
fn things(view: Option<&View>, within: &View) -> Vec<ThingId> {
    let Some(view) = view else { return Vec::new() };
    let (all, known) = (view.sees(), within.sees());
    let current = view.dossier().current_things().map(|(thing, _)| thing);
    current.filter(|thing| all.payload(*thing).is_some() && known.payload(*thing).is_some()).collect()
}

impl Gate {
    /// Who takes part, and what each of them may read and why: as far as the asker may read it too. Nothing for readers
    /// who are neither in the family nor hold the whole.
    pub fn sights(&self, visit: &Visit, view: &View) -> Option<Vec<Sight>> {
        if !may_ask(view) {
            return None;
        }
        let (directory, limits) = (self.archive.directory(), self.limits(visit));
        let reads = |standing: &Standing, (person, category): (PersonId, Category)| {
            standing.decide(&plain(person, category), Special::default())
        };
        let people = view.members().into_iter().map(|member| member.id);
        let open: Vec<(PersonId, Category)> = people
            .flat_map(|person| Category::ALL.iter().map(move |category| (person, *category)))
            .filter(|of| reads(view.standing(), *of).is_some())
            .collect();
        let sight = |who: Participant| {
            let other = who.visit(visit.moment, visit.request);
            let standing = Standing::of(view.dossier(), &other, limits, &directory);
            let cell = |&(person, category): &(PersonId, Category)| {
                let ground = reads(&standing, (person, category))?;
                Some(Cell { person, category, ground })
            };
            let cells = open.iter().filter_map(cell).collect();
            Sight { who, cells, own_service: standing.in_team && !standing.volunteer }
        };
        Some(participants(view, &directory).into_iter().map(sight).collect())
    }

    /// The family exactly as another participant sees it, as far as the asker sees it too. With an instant: as that
    /// reader could see it then (R109).
    ///
    /// # Errors
    /// As [`Gate::view`]; for readers who are neither in the family nor hold the whole; and for somebody whom the asker
    /// does not know to take part, or who sees nothing.
    pub async fn seen_by(
        &self,
        visit: &Visit,
        family: FamilyId,
        who: Participant,
        at: Option<jiff::Timestamp>,
    ) -> Result<View, Denied> {
        let sealed = self.archive.dossier(family).await?.ok_or(Denied::NotFound)?;
        let directory = self.archive.directory();
        let asker = self.view_of(&sealed, visit).filter(may_ask);
        let then = at.map_or(visit.moment, Moment::of);
        let shown = asker.filter(|asker| knows(asker, who, at, &directory)).and_then(|asker| {
            let other = who.visit(then, visit.request);
            let dossier = match at {
                Some(at) => Arc::new(sealed.open().as_of(at)),
                None => Arc::clone(sealed.open()),
            };
            let limits = self.rules.limits(then.today);
            View::of(dossier, &other, limits, &directory).map(|view| view.within(&asker))
        });
        match shown {
            Some(view) => {
                self.journal(seen(visit, "seen-by", std::slice::from_ref(&view))).await?;
                Ok(view)
            }
            None => {
                self.archive.note(vec![super::denied(visit, "seen-by", family)]);
                Err(Denied::NotFound)
            }
        }
    }

    /// What a command would open or close for those who take part, before it is given. Nothing is written.
    ///
    /// # Errors
    /// As [`Gate::act`].
    pub async fn preview(
        &self,
        visit: &Visit,
        family: FamilyId,
        command: Command,
    ) -> Result<Vec<Difference>, ActError> {
        let sealed = self.archive.dossier(family).await?.ok_or(ActError::NotFound)?;
        let view = self.view_of(&sealed, visit).filter(|view| may_ask(view) && may(view, visit, &command));
        let Some(view) = view else {
            self.archive.note(vec![super::denied(visit, "preview", family)]);
            return Err(ActError::NotFound);
        };
        let (directory, limits) = (self.archive.directory(), self.limits(visit));
        let mut random = || (self.random)();
        let mut scribe = self.scribe(visit, &mut random);
        let change = decide(sealed.open(), command, &mut scribe).map_err(ActError::Refused)?;
        let after = Dossier::clone(sealed.open()).with(change.entries.into_iter().map(Arc::new));
        let after = Arc::new(after);
        let view_after = View::of(Arc::clone(&after), visit, limits, &directory).ok_or(ActError::NotFound)?;
        self.journal(seen(visit, "preview", std::slice::from_ref(&view))).await?;
        let mut everybody = participants(&view, &directory);
        everybody.extend(participants(&view_after, &directory));
        everybody.sort();
        everybody.dedup();
        let differences = everybody.into_iter().filter(|who| who.actor != visit.actor).map(|who| {
            let other = who.visit(visit.moment, visit.request);
            let of = |dossier: &Arc<Dossier>| View::of(Arc::clone(dossier), &other, limits, &directory);
            let before = things(of(sealed.open()).as_ref(), &view);
            let now = things(of(&after).as_ref(), &view);
            Difference {
                who,
                opens: now.iter().filter(|thing| !before.contains(thing)).copied().collect(),
                closes: before.iter().filter(|thing| !now.contains(thing)).copied().collect(),
            }
        });
        Ok(differences.filter(|it| !(it.opens.is_empty() && it.closes.is_empty())).collect())
    }
}

/// Whether the asker knows that somebody takes part; looking back, whether somebody did.
fn knows(asker: &View, who: Participant, at: Option<jiff::Timestamp>, directory: &Directory) -> bool {
    if participants(asker, directory).contains(&who) {
        return true;
    }
    let Some(_) = at else { return false };
    let all = asker.sees();
    let led = coordinator_periods(&all).iter().any(|(actor, ..)| *actor == who.actor);
    let helped = all.all::<Membership>().any(|member| member.is.helper == who.actor);
    led && who.role == Role::Coordinator || helped && matches!(who.role, Role::Helper | Role::Volunteer)
}
