//! What the rules of `policies/act.cedar` are told about a command and whoever gives it. Nothing here decides.

use crate::policy::Heard;
use crate::policy::act::{CommandFacts, Facts, rule};
use crate::research;
use crate::standing::Standing;
use crate::view::View;
use crate::visit::Visit;
use dossier::*;

/// Whether the reader of a view may give a command in that family.
pub fn may(view: &View, visit: &Visit, command: &Command) -> bool {
    rule(&facts(view, visit, command))
}

/// All that the answer depends on.
pub fn facts(view: &View, visit: &Visit, command: &Command) -> Facts {
    let standing = view.standing();
    Facts { reader: standing.reader(), command: Giver { view, visit, standing }.gives(command) }
}

/// Whoever gives a command, with what that reader sees.
struct Giver<'a> {
    view: &'a View,
    visit: &'a Visit,
    standing: &'a Standing,
}

impl<'a> Giver<'a> {
    fn gives(&self, command: &Command) -> CommandFacts {
        let act = if let Command::Write { .. } = command { "write" } else { command.code() };
        let plain =
            CommandFacts { sees_all: points_to_what_is_seen(self.view, command), ..CommandFacts::plain(act) };
        match command {
            Command::Write { replaces, payload, subjects, audience } => {
                let last = replaces.and_then(|(thing, _)| self.last(thing));
                let written = CommandFacts {
                    kind: payload.code(),
                    audience: Heard::of(audience),
                    is_new: replaces.is_none(),
                    wrote_last: last.is_some_and(|entry| self.wrote(entry)),
                    last_about_mine: last.is_some_and(|entry| entry.subjects.iter().all(|it| self.mine(it))),
                    about_mine: subjects.iter().all(|person| self.mine(person)),
                    about_me: subjects.iter().all(|person| self.me(person)),
                    about_whole: subjects.is_empty(),
                    ..plain
                };
                self.says(*replaces, payload, written)
            }
            Command::Undo((thing, _)) => {
                let last = self.last(*thing);
                CommandFacts {
                    kind: last.map_or("", |entry| entry.payload.code()),
                    wrote_last: last.is_some_and(|entry| self.wrote(entry)),
                    last_by_family: last.is_some_and(|entry| entry.author.role == Role::Citizen),
                    ..plain
                }
            }
            Command::Tell { facts, .. } => CommandFacts { about_mine: self.facts_of_mine(facts), ..plain },
            Command::Apply(act) => self.applies(act, plain),
            Command::AnswerOfferAsFamily { words, .. } => {
                CommandFacts { asks_reader: self.is_offered(), says_how: is_said(words), ..plain }
            }
            Command::AnswerOffer { .. } => CommandFacts { asks_reader: self.is_offered(), ..plain },
            Command::AnswerStandIn { .. } => {
                CommandFacts { asks_reader: self.is_asked_to_stand_in(), ..plain }
            }
            Command::AnswerRequest { request, .. } => {
                let asked = self.view.sees().find::<Request>(request.0);
                let asks_reader = asked.is_some_and(|request| request.is.to == self.visit.actor);
                CommandFacts { asks_reader, ..plain }
            }
            Command::Close { reason, .. } => CommandFacts { choice: reason.code(), ..plain },
            Command::MoveAction { action, to, accepted_by, words } => {
                let said = CommandFacts {
                    choice: to.code(),
                    in_own_name: accepted_by.as_ref().is_some_and(|person| self.me(person)),
                    says_how: is_said(words),
                    ..plain
                };
                let Some(action) = self.view.sees().find::<Action>(action.0) else { return said };
                CommandFacts {
                    is_owner: action.is.owner.is_some_and(|owner| self.is(owner)),
                    about_mine: action.entry.subjects.iter().all(|person| self.mine(person)),
                    about_me: action.entry.subjects.iter().all(|person| self.me(person)),
                    about_whole: action.entry.subjects.is_empty(),
                    delivered: action.is.status == ActionStatus::Delivered,
                    ..said
                }
            }
            Command::Open(_)
            | Command::Queue { .. }
            | Command::Offer { .. }
            | Command::WithdrawOffer
            | Command::AskStandIn { .. }
            | Command::StepDown
            | Command::Disagree { .. }
            | Command::Ask(_)
            | Command::WithdrawRequest { .. }
            | Command::OpenInEmergency { .. }
            | Command::CheckEmergency { .. } => plain,
        }
    }

    /// What is written says, kind by kind.
    fn says(
        &self,
        replaces: Option<(ThingId, u32)>,
        payload: &Payload,
        written: CommandFacts,
    ) -> CommandFacts {
        let in_own_name = |person: &PersonId| self.me(person);
        match payload {
            Payload::Person(person) => {
                CommandFacts { own_account: person.account == Some(self.visit.actor), ..written }
            }
            Payload::Voice(voice) => CommandFacts { in_own_name: in_own_name(&voice.who), ..written },
            Payload::Dream(dream) => {
                let of_mine = !dream.of.is_empty() && dream.of.iter().all(|person| self.mine(person));
                CommandFacts { of_mine, ..written }
            }
            Payload::Goal(goal) => {
                let before = replaces.and_then(|(thing, _)| self.view.sees().find::<Goal>(thing));
                let note = before.map(|goal| goal.is.note.clone()).unwrap_or_default();
                CommandFacts { note_kept: goal.note == note, ..written }
            }
            Payload::Need(_) | Payload::Action(_) => {
                CommandFacts { owner_free: self.owner_is_free(replaces, payload), ..written }
            }
            Payload::Agreement(agreement) => CommandFacts {
                in_own_name: in_own_name(&agreement.by),
                first_hand: agreement.how.is_empty(),
                says_how: is_said(&agreement.how),
                ..written
            },
            Payload::Address(address) => CommandFacts {
                in_own_name: in_own_name(&address.person),
                protected: self.standing.protected.contains(&address.person),
                trusted: self.standing.trusted.contains(&address.person),
                ..written
            },
            Payload::Consent(consent) => CommandFacts {
                in_own_name: in_own_name(&consent.given_by),
                of_mine: self.mine(&consent.subject),
                counts: self.may_share(consent.subject, &consent.categories),
                takes_back: consent.withdrawn.is_some(),
                first_hand: consent.how.is_empty(),
                says_how: is_said(&consent.how),
                ..written
            },
            Payload::Objection(objection) => CommandFacts {
                in_own_name: in_own_name(&objection.given_by),
                counts: self.may_share(objection.subject, &objection.categories),
                ..written
            },
            Payload::Block(block) => {
                let Some(closed) = self.last(block.thing) else { return written };
                let counts = |person: &PersonId| self.may_share(*person, &[closed.category]);
                CommandFacts {
                    in_own_name: in_own_name(&block.given_by),
                    takes_back: block.lifted.is_some(),
                    of_whole: closed.subjects.is_empty(),
                    counts: !closed.subjects.is_empty() && closed.subjects.iter().all(counts),
                    ..written
                }
            }
            Payload::ResearchChoice(choice) => CommandFacts {
                in_own_name: in_own_name(&choice.given_by),
                counts: research::may_say(self.standing, choice.subject, choice.yes),
                ..written
            },
            Payload::Interest(interest) => CommandFacts { in_own_name: in_own_name(&interest.of), ..written },
            Payload::Mandate(mandate) => CommandFacts {
                in_own_name: in_own_name(&mandate.person),
                choice: mandate.basis.code(),
                ..written
            },
            Payload::Conflict(conflict) => {
                CommandFacts { in_own_name: conflict.helper == self.visit.actor, ..written }
            }
            _ => written,
        }
    }

    fn applies(&self, act: &Applying, plain: CommandFacts) -> CommandFacts {
        let all = |is: &dyn Fn(&Application) -> bool| {
            let find = |thing| self.view.sees().find::<Application>(thing);
            act.things().into_iter().all(|thing| find(thing).is_some_and(|application| is(application.is)))
        };
        let lies_with_reader =
            |to: Receiver| to.helper == self.visit.actor && Some(to.service) == self.visit.service;
        let applied = CommandFacts {
            in_own_name: all(&|application| self.me(&application.applicant)),
            answered_elsewhere: all(&|application| application.receiver.is_none()),
            lies_with_reader: all(&|application| application.receiver.is_some_and(lies_with_reader)),
            ..plain
        };
        match act {
            Applying::Prepare(drafts) => CommandFacts {
                in_own_name: drafts.iter().all(|draft| self.me(&draft.applicant)),
                about_mine: drafts.iter().all(|draft| draft.child.is_none_or(|child| self.mine(&child))),
                ..plain
            },
            Applying::Fill { facts, .. } => CommandFacts { about_mine: self.facts_of_mine(facts), ..applied },
            _ => applied,
        }
    }

    fn me(&self, person: &PersonId) -> bool {
        self.standing.me.contains(person)
    }

    fn mine(&self, person: &PersonId) -> bool {
        self.me(person) || self.standing.decides_for.contains(person)
    }

    fn facts_of_mine(&self, facts: &[Fact]) -> bool {
        facts.iter().all(|fact| fact.of.people().iter().all(|person| self.mine(person)))
    }

    /// Whether an owner is the reader, as what the reader is here.
    fn is(&self, owner: Owner) -> bool {
        match owner {
            Owner::Member(member) => self.me(&member),
            Owner::Helper(helper) => self.visit.role != Role::Citizen && helper == self.visit.actor,
        }
    }

    fn last(&self, thing: ThingId) -> Option<&'a Entry> {
        self.view.sees().versions(thing).last().copied()
    }

    fn wrote(&self, entry: &Entry) -> bool {
        entry.author.actor == self.visit.actor
    }

    fn is_offered(&self) -> bool {
        let coordination = self.view.sees().only::<Coordination>();
        let offer = coordination.and_then(|it| it.is.offer.as_ref());
        offer.is_some_and(|offer| offer.to == self.visit.actor)
    }

    fn is_asked_to_stand_in(&self) -> bool {
        let coordination = self.view.sees().only::<Coordination>();
        let stand_in = coordination.and_then(|it| it.is.stand_in.as_ref());
        stand_in.is_some_and(|stand_in| stand_in.actor == self.visit.actor)
    }

    /// Whether what the reader says about somebody counts, for all these kinds of information (R60).
    fn may_share(&self, subject: PersonId, kinds: &[Category]) -> bool {
        let mut shared = self.standing.may_share.iter();
        shared.any(|(about, these)| *about == subject && kinds.iter().all(|kind| these.contains(kind)))
    }

    /// Whether somebody takes something on, lets go of what is one's own, or leaves the owner as it is.
    fn owner_is_free(&self, replaces: Option<(ThingId, u32)>, payload: &Payload) -> bool {
        let owner = |payload: &Payload| match payload {
            Payload::Action(action) => action.owner,
            Payload::Need(need) => need.owner,
            _ => None,
        };
        let free = |owner: Option<Owner>| match owner {
            None => true,
            Some(Owner::Member(member)) => self.me(&member),
            Some(Owner::Helper(_)) => false,
        };
        let before = replaces.and_then(|(thing, _)| self.view.sees().payload(thing)).and_then(owner);
        let after = owner(payload);
        before == after || free(before) && free(after)
    }
}

/// Whether something is said in words.
fn is_said(words: &str) -> bool {
    !words.trim().is_empty()
}

/// Whether everything that the command points to is in the view. What is not seen cannot be changed, answered or
/// built upon, and pointing to it gets the same answer as pointing to nothing. What a thing pointed to before may
/// stay as it was.
fn points_to_what_is_seen(view: &View, command: &Command) -> bool {
    let sees = view.sees();
    let people = |people: &[PersonId]| people.iter().map(|person| person.thing()).collect::<Vec<_>>();
    let things: Vec<ThingId> = match command {
        Command::Write { replaces, payload, subjects, audience } => {
            let thing = replaces.map(|(thing, _)| thing);
            let before =
                thing.and_then(|thing| sees.payload(thing)).map(Payload::refers_to).unwrap_or_default();
            let members = match audience {
                Audience::Members(members) => people(members),
                Audience::Ordinary | Audience::Coordinator | Audience::Oneself => Vec::new(),
            };
            let new = payload.refers_to().into_iter().filter(|thing| !before.contains(thing));
            // Names of the family are known to its members without everything else about a person.
            let subjects = people(subjects).into_iter().chain(members);
            let unseen = |thing: &ThingId| view.name_of((*thing).into()).is_none();
            if subjects.into_iter().any(|person| unseen(&person)) {
                return false;
            }
            let new = new.filter(|thing| view.name_of((*thing).into()).is_none());
            thing.into_iter().chain(new).collect()
        }
        Command::Undo((thing, _))
        | Command::AnswerRequest { request: (thing, _), .. }
        | Command::WithdrawRequest { request: (thing, _), .. } => vec![*thing],
        Command::MoveAction { action: (action, _), accepted_by, .. } => {
            [Some(*action), accepted_by.map(PersonId::thing)].into_iter().flatten().collect()
        }
        Command::Ask(request) => request.action.map(ActionId::thing).into_iter().collect(),
        Command::Open(_)
        | Command::Queue { .. }
        | Command::Offer { .. }
        | Command::AnswerOfferAsFamily { .. }
        | Command::AnswerOffer { .. }
        | Command::WithdrawOffer
        | Command::AskStandIn { .. }
        | Command::AnswerStandIn { .. }
        | Command::StepDown
        | Command::OpenInEmergency { .. }
        | Command::Close { .. } => Vec::new(),
        Command::CheckEmergency { emergency: (thing, _), .. } => vec![*thing],
        Command::Disagree { replaces, disagreement, heard } => {
            let mut people = disagreement.children.iter().chain(&disagreement.told);
            let named = |person: &PersonId| view.name_of(*person).is_some();
            if !people.all(named) || !heard.iter().all(|it| named(&it.who)) {
                return false;
            }
            replaces.map(|(thing, _)| thing).into_iter().collect()
        }
        Command::Tell { facts, keep } => {
            let people = facts.iter().flat_map(|fact| fact.of.people());
            if people.into_iter().any(|person| view.name_of(person).is_none()) {
                return false;
            }
            keep.iter().map(|(draft, _)| *draft).collect()
        }
        Command::Apply(act) => {
            let named = |person: &PersonId| view.name_of(*person).is_some();
            if let Applying::Fill { facts, .. } = act
                && !facts.iter().flat_map(|fact| fact.of.people()).all(|person| named(&person))
            {
                return false;
            }
            if let Applying::Prepare(drafts) = act
                && !drafts.iter().all(|it| named(&it.applicant) && it.child.as_ref().is_none_or(named))
            {
                return false;
            }
            act.things()
        }
    };
    things.into_iter().all(|thing| sees.payload(thing).is_some())
}
