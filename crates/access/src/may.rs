//! Who may give which command. Deny by default; what is allowed stands here and in `tests/snapshots/` of this crate.

use crate::ground::Ground;
use crate::research;
use crate::standing::Standing;
use crate::view::View;
use crate::visit::Visit;
use dossier::*;

/// Whether the reader of a view may give a command in that family.
pub fn may(view: &View, visit: &Visit, command: &Command) -> bool {
    let standing = view.standing();
    if !points_to_what_is_seen(view, command) || takes_an_account(standing, visit, command) {
        return false;
    }
    if standing.holds.is_some() {
        return coordinator_may(view, visit, command);
    }
    if !standing.me.is_empty() {
        return citizen_may(view, visit, command);
    }
    if standing.asked && asked_may(view, visit, command) {
        return true;
    }
    match standing.intake {
        Some(Ground::Intake) => intake_may(view, command),
        // Whom the family can ring meanwhile notes that there was contact.
        Some(Ground::InterimContact) => {
            matches!(command, Command::Write { replaces: None, payload: Payload::Contact(_), .. })
        }
        _ => standing.has_task && helper_may(view, visit, command),
    }
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

/// Nobody gives a family member's place to one's own account: whoever signs in with it reads what is that
/// person's alone.
fn takes_an_account(standing: &Standing, visit: &Visit, command: &Command) -> bool {
    let Command::Write { payload: Payload::Person(person), .. } = command else { return false };
    person.account == Some(visit.actor) && standing.me.is_empty()
}

fn is_offered(view: &View, visit: &Visit) -> bool {
    view.sees().only::<Coordination>().is_some_and(|coordination| {
        coordination.is.offer.as_ref().is_some_and(|offer| offer.to == visit.actor)
    })
}

fn is_asked_to_stand_in(view: &View, visit: &Visit) -> bool {
    view.sees().only::<Coordination>().is_some_and(|coordination| {
        coordination.is.stand_in.as_ref().is_some_and(|stand_in| stand_in.actor == visit.actor)
    })
}

/// Each answers for oneself: who is asked to stand in does not answer another's offer.
fn asked_may(view: &View, visit: &Visit, command: &Command) -> bool {
    match command {
        Command::AnswerOffer { .. } => is_offered(view, visit),
        Command::AnswerStandIn { .. } => is_asked_to_stand_in(view, visit),
        Command::AnswerOfferAsFamily { .. } => is_offered(view, visit) && records_family_answer(command),
        _ => false,
    }
}

/// The family's answer written down by somebody else says how it was given.
fn records_family_answer(command: &Command) -> bool {
    matches!(command, Command::AnswerOfferAsFamily { words, .. } if !words.trim().is_empty())
}

fn coordinator_may(view: &View, visit: &Visit, command: &Command) -> bool {
    match command {
        Command::Write { payload, .. } => match payload {
            // A dream of one's own, and the yes of a family member, are written down with how they were given.
            Payload::Agreement(agreement) => !agreement.how.trim().is_empty(),
            // A consent is given by the one it concerns; written down by another, it says how it was given.
            Payload::Consent(consent) => !consent.how.trim().is_empty(),
            // A no is the person's own, on that person's own page.
            Payload::Objection(_) | Payload::Block(_) | Payload::ResearchChoice(_) => false,
            // What somebody means is written with what it is about.
            Payload::Stance(_) => false,
            // It has a way of its own, with an end that nobody chooses.
            Payload::Emergency(_) => false,
            // Of a protected person, nobody writes down what one may not read oneself.
            Payload::Address(address) => {
                let standing = view.standing();
                !standing.protected.contains(&address.person) || standing.trusted.contains(&address.person)
            }
            // Whether two families are one is decided where requests are answered.
            Payload::NotSame(_) => false,
            // What somebody looks for is that person's own to say.
            Payload::Interest(_) => false,
            _ => true,
        },
        Command::Tell { .. } => true,
        Command::Apply(act) => match act {
            // The coordinator prepares, the family sends.
            Applying::Prepare(_) | Applying::Fill { .. } => true,
            // What came by letter from somebody who does not answer here is written down for the family.
            act => answered_elsewhere(view, act),
        },
        Command::Undo((thing, _)) => {
            // What the family has said or decided itself is not taken back for it.
            let last = view.sees().versions(*thing).last().map(|entry| entry.author);
            last.is_some_and(|author| author.role != Role::Citizen)
        }
        Command::Offer { .. }
        | Command::WithdrawOffer
        | Command::AskStandIn { .. }
        | Command::StepDown
        | Command::Close { .. }
        | Command::Ask(_)
        | Command::Disagree { .. }
        | Command::WithdrawRequest { .. } => true,
        // Another's yes, written down by the coordinator, says how it was given.
        Command::MoveAction { action, to, words, .. } => match to {
            ActionStatus::AcceptedByFamily => !words.trim().is_empty(),
            ActionStatus::AcceptedByOwner => {
                let mine = Some(Owner::Helper(visit.actor));
                let own = view.sees().find::<Action>(action.0).is_some_and(|action| action.is.owner == mine);
                own || !words.trim().is_empty()
            }
            _ => true,
        },
        Command::AnswerOfferAsFamily { .. } => records_family_answer(command),
        Command::AnswerStandIn { .. } => is_asked_to_stand_in(view, visit),
        // A stand-in may be asked to take over for good.
        Command::AnswerOffer { .. } => is_offered(view, visit),
        // A coordinator may be asked to do something too.
        Command::AnswerRequest { request, .. } => is_asked(view, visit, request.0),
        // Who opens in an emergency holds nothing yet, and who looks at it afterwards is a leader: `gate::emergency`.
        Command::Open(_)
        | Command::Queue { .. }
        | Command::OpenInEmergency { .. }
        | Command::CheckEmergency { .. } => false,
    }
}

fn is_asked(view: &View, visit: &Visit, request: ThingId) -> bool {
    view.sees().find::<Request>(request).is_some_and(|request| request.is.to == visit.actor)
}

fn intake_may(view: &View, command: &Command) -> bool {
    match command {
        // That two families were told apart is nothing for either of them to read.
        Command::Write { replaces: None, payload: Payload::NotSame(_), audience, .. } => {
            *audience == Audience::Coordinator
        }
        Command::Undo((thing, _)) => matches!(view.sees().payload(*thing), Some(Payload::NotSame(_))),
        Command::Queue { .. } | Command::Offer { .. } | Command::WithdrawOffer => true,
        Command::AnswerOfferAsFamily { .. } => records_family_answer(command),
        Command::Close { reason, .. } => *reason == CloseReason::NotStarted,
        Command::Write { payload, .. } => matches!(
            payload,
            Payload::Person(_) | Payload::Relation(_) | Payload::ServiceLink(_) | Payload::Contact(_)
        ),
        _ => false,
    }
}

/// What a family member may do: say what is theirs, and say yes or no. Nothing about others without them.
fn citizen_may(view: &View, visit: &Visit, command: &Command) -> bool {
    let standing = view.standing();
    let me = |person: &PersonId| standing.me.contains(person);
    let mine = |person: &PersonId| me(person) || standing.decides_for.contains(person);
    match command {
        Command::Write { replaces, payload, subjects, audience } => {
            let own_before = replaces.is_none_or(|(thing, _)| {
                view.sees().versions(thing).last().is_some_and(|before| {
                    before.author.actor == visit.actor || before.subjects.iter().all(mine)
                })
            });
            let own = match payload {
                Payload::Voice(voice) => me(&voice.who),
                Payload::Dream(dream) => !dream.of.is_empty() && dream.of.iter().all(mine),
                Payload::Goal(goal) => note_is_kept(view, *replaces, goal),
                Payload::Need(_) | Payload::Action(_) => owner_is_free(view, *replaces, payload),
                Payload::Strength(_) => true,
                Payload::Reply(_) => true,
                Payload::Agreement(agreement) => me(&agreement.by) && agreement.how.is_empty(),
                // Where one lives oneself; not where a child does, since a child may have two homes.
                Payload::Address(address) => me(&address.person) && standing.belongs,
                Payload::Consent(consent) => {
                    // What another wrote down is still the giver's to take back (R58).
                    let own = consent.how.is_empty() || consent.withdrawn.is_some();
                    me(&consent.given_by) && own && may_share(standing, consent)
                }
                Payload::Objection(objection) => me(&objection.given_by) && may_refuse(standing, objection),
                Payload::Block(block) => me(&block.given_by) && may_block(view, block),
                Payload::ResearchChoice(choice) => {
                    me(&choice.given_by) && research::may_say(standing, choice.subject, choice.yes)
                }
                Payload::Interest(interest) => standing.adult && me(&interest.of),
                Payload::Mandate(mandate) => {
                    let given =
                        matches!(mandate.basis, MandateBasis::PowerOfAttorney | MandateBasis::OwnWish);
                    given && standing.adult && me(&mandate.person)
                }
                _ => false,
            };
            let kept = *audience != Audience::Oneself || subjects.iter().all(me);
            // What is about the family as a whole is for those to say who belong to it.
            let about_somebody = !subjects.is_empty()
                || matches!(
                    payload,
                    Payload::Voice(_)
                        | Payload::Dream(_)
                        | Payload::Reply(_)
                        | Payload::Consent(_)
                        | Payload::Block(_)
                        | Payload::ResearchChoice(_)
                );
            let placed = about_somebody || standing.belongs;
            own_before && own && kept && placed && subjects.iter().all(mine)
        }
        Command::Undo((thing, _)) => {
            view.sees().versions(*thing).last().is_some_and(|entry| entry.author.actor == visit.actor)
        }
        Command::Tell { facts, .. } => {
            standing.adult && facts.iter().all(|fact| fact.of.people().iter().all(mine))
        }
        Command::Apply(act) => standing.adult && applicant_may(view, act, &mine),
        Command::AnswerOfferAsFamily { .. } => standing.adult && standing.belongs,
        Command::MoveAction { action, to, accepted_by, .. } => {
            let Some(action) = view.sees().find::<Action>(action.0) else { return false };
            let own = matches!(action.is.owner, Some(Owner::Member(member)) if me(&member));
            let concerns = action.entry.subjects.iter().all(mine);
            match to {
                ActionStatus::AcceptedByFamily => {
                    accepted_by.as_ref().is_some_and(me) && concerns && (standing.adult || own)
                }
                ActionStatus::Stopped => own || (concerns && standing.adult),
                ActionStatus::Done => own || (concerns && action.is.status == ActionStatus::Delivered),
                ActionStatus::AcceptedByOwner | ActionStatus::Started | ActionStatus::Delivered => own,
                ActionStatus::Proposed => false,
            }
        }
        _ => false,
    }
}

/// Who applies, for oneself or for a child one decides for, sends, answers, complains and takes back. An application
/// that another parent sends is that parent's.
fn applicant_may(view: &View, act: &Applying, mine: &dyn Fn(&PersonId) -> bool) -> bool {
    let standing = view.standing();
    let me = |person: &PersonId| standing.me.contains(person);
    let own = || {
        act.things().into_iter().all(|thing| {
            view.sees().find::<Application>(thing).is_some_and(|application| me(&application.is.applicant))
        })
    };
    match act {
        Applying::Prepare(drafts) => {
            drafts.iter().all(|draft| me(&draft.applicant) && draft.child.as_ref().is_none_or(mine))
        }
        Applying::Fill { facts, .. } => facts.iter().all(|fact| fact.of.people().iter().all(mine)) && own(),
        Applying::Send(_)
        | Applying::AnswerMore { .. }
        | Applying::Complain { .. }
        | Applying::Withdraw(_) => own(),
        Applying::Receive(_)
        | Applying::AskMore { .. }
        | Applying::Decide { .. }
        | Applying::AnswerComplaint { .. } => own() && answered_elsewhere(view, act),
        Applying::PassOn { .. } => false,
    }
}

/// Whether an act writes down what somebody who does not answer here has said about a sent application.
fn answered_elsewhere(view: &View, act: &Applying) -> bool {
    let answer = matches!(
        act,
        Applying::Receive(_)
            | Applying::AskMore { .. }
            | Applying::Decide { .. }
            | Applying::AnswerComplaint { .. }
    );
    let elsewhere = |thing: ThingId| {
        view.sees().find::<Application>(thing).is_some_and(|application| application.is.receiver.is_none())
    };
    answer && act.things().into_iter().all(elsewhere)
}

/// Whether a helper answers an application: the one whom it lies with, and nobody else.
fn answers_application(view: &View, visit: &Visit, act: &Applying) -> bool {
    let answer = matches!(
        act,
        Applying::Receive(_)
            | Applying::AskMore { .. }
            | Applying::Decide { .. }
            | Applying::AnswerComplaint { .. }
            | Applying::PassOn { .. }
    );
    let with_me = |thing: ThingId| {
        view.sees()
            .find::<Application>(thing)
            .and_then(|it| it.is.receiver)
            .is_some_and(|to| to.helper == visit.actor && Some(to.service) == visit.service)
    };
    answer && act.things().into_iter().all(with_me)
}

/// A family member does not write in the professional's place.
fn note_is_kept(view: &View, replaces: Option<(ThingId, u32)>, goal: &Goal) -> bool {
    let before = replaces.and_then(|(thing, _)| view.sees().find::<Goal>(thing));
    goal.note == before.map(|goal| goal.is.note.clone()).unwrap_or_default()
}

/// A family member takes something on, lets go of what is one's own, or leaves the owner as it is. Nobody puts it
/// on another, or takes it from another.
fn owner_is_free(view: &View, replaces: Option<(ThingId, u32)>, payload: &Payload) -> bool {
    let owner = |payload: &Payload| match payload {
        Payload::Action(action) => action.owner,
        Payload::Need(need) => need.owner,
        _ => None,
    };
    let free = |owner: Option<Owner>| match owner {
        None => true,
        Some(Owner::Member(member)) => view.standing().me.contains(&member),
        Some(Owner::Helper(_)) => false,
    };
    let before = replaces.and_then(|(thing, _)| view.sees().payload(thing)).and_then(owner);
    let after = owner(payload);
    before == after || free(before) && free(after)
}

/// Whether somebody's yes to sharing counts: about oneself, or about a child one decides for, as far as one decides
/// (R60). Taking a yes back is always possible (R58).
fn may_share(standing: &Standing, consent: &Consent) -> bool {
    let about = |person: &PersonId| *person == consent.subject;
    let counts = standing
        .may_share
        .iter()
        .any(|(person, kinds)| about(person) && consent.categories.iter().all(|kind| kinds.contains(kind)));
    let mine = standing.me.iter().any(about) || standing.decides_for.iter().any(about);
    counts || mine && consent.withdrawn.is_some()
}

/// Whether somebody may close a thing to those at work: whose word counts about everybody whom it is about, or who
/// belongs to the family, of age, when it is about the whole of it. What one has closed, one may open again.
fn may_block(view: &View, block: &Block) -> bool {
    let standing = view.standing();
    let Some(closed) = view.sees().versions(block.thing).last().copied() else { return false };
    let counts = |person: &PersonId| {
        let mut shared = standing.may_share.iter().filter(|(about, _)| about == person);
        shared.any(|(_, kinds)| kinds.contains(&closed.category))
    };
    let whole = closed.subjects.is_empty() && standing.belongs && standing.adult;
    block.lifted.is_some() || whole || !closed.subjects.is_empty() && closed.subjects.iter().all(counts)
}

/// Whether somebody may say no on behalf of the one it is about: who may share, may refuse to (R36).
fn may_refuse(standing: &Standing, objection: &Objection) -> bool {
    standing.may_share.iter().any(|(person, kinds)| {
        *person == objection.subject && objection.categories.iter().all(|kind| kinds.contains(kind))
    })
}

/// What a helper may do: answer what is asked, move what is owned, and say that one may not take part (R24).
fn helper_may(view: &View, visit: &Visit, command: &Command) -> bool {
    match command {
        Command::AnswerRequest { request, .. } => is_asked(view, visit, request.0),
        Command::Apply(act) => answers_application(view, visit, act),
        Command::Write { replaces: None, payload: Payload::Conflict(conflict), audience, .. } => {
            conflict.helper == visit.actor && *audience == Audience::Ordinary
        }
        Command::MoveAction { action, to, .. } => {
            let own = view
                .sees()
                .find::<Action>(action.0)
                .is_some_and(|action| action.is.owner == Some(Owner::Helper(visit.actor)));
            own && !matches!(to, ActionStatus::AcceptedByFamily | ActionStatus::Proposed | ActionStatus::Done)
        }
        _ => false,
    }
}
