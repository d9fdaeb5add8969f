//! Whatever people do, in whatever order: random deeds, for the laws that must hold all the time.

use super::story::*;
use dossier::*;
use proptest::prelude::*;

/// Something that somebody tries. Numbers choose among what is there.
#[derive(Debug, Clone)]
pub enum Deed {
    Later(i32),
    Queue(bool),
    Offer(usize),
    FamilySays(bool),
    CoordinatorSays(bool),
    WithdrawOffer,
    AskStandIn(usize, i32, i32),
    StandInSays(bool),
    StepDown,
    Close(usize),
    Write(usize, usize, usize),
    Rewrite(usize, usize),
    Move(usize, ActionStatus),
    Ask(usize, usize),
    Answer(usize, usize),
    Withdraw(usize),
    Undo(usize),
}

pub fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    use Deed::*;
    let n = 0usize..64;
    let deed = prop_oneof![
        2 => (0..12).prop_map(Later),
        2 => any::<bool>().prop_map(Queue),
        3 => n.clone().prop_map(Offer),
        3 => prop::bool::weighted(0.8).prop_map(FamilySays),
        3 => prop::bool::weighted(0.8).prop_map(CoordinatorSays),
        1 => Just(WithdrawOffer),
        1 => (n.clone(), 0..5, 0..9).prop_map(|(who, from, days)| AskStandIn(who, from, days)),
        1 => any::<bool>().prop_map(StandInSays),
        1 => Just(StepDown),
        1 => n.clone().prop_map(Close),
        6 => (n.clone(), n.clone(), n.clone()).prop_map(|(kind, who, how)| Write(kind, who, how)),
        4 => (n.clone(), n.clone()).prop_map(|(which, how)| Rewrite(which, how)),
        6 => (n.clone(), prop::sample::select(ActionStatus::ALL)).prop_map(|(which, to)| Move(which, to)),
        3 => (n.clone(), n.clone()).prop_map(|(which, who)| Ask(which, who)),
        4 => (n.clone(), n.clone()).prop_map(|(which, how)| Answer(which, how)),
        1 => n.clone().prop_map(Withdraw),
        3 => n.prop_map(Undo),
    ];
    prop::collection::vec(deed, 1..60)
}

fn pick<T: Copy>(from: &[T], number: usize) -> Option<T> {
    if from.is_empty() { None } else { Some(from[number % from.len()]) }
}

fn things<K: Kind>(story: &Story) -> Vec<ThingId> {
    story.all().all::<K>().map(|thing| thing.id()).collect()
}

const COORDINATORS: [ActorId; 3] = [KARI, JONAS, RANDI];
const HELPERS: [(ActorId, ServiceId); 2] = [(TEACHER, SCHOOL), (NURSE, HEALTH_STATION)];

/// Who does it, and the command; nothing when there is nothing to do it to.
fn command(story: &Story, deed: &Deed) -> Option<(Author, Command)> {
    let lead = coordinator(story.lead().unwrap_or(KARI));
    let today = story.moment.today;
    let people = [story.mother, story.father, story.girl, story.boy];
    let offered = story.coordination().offer.map_or(KARI, |offer| offer.to);
    Some(match deed {
        Deed::Later(_) => return None,
        Deed::Queue(raised) => {
            let Command::Queue { why, review, interim, .. } = story.queue("load") else { unreachable!() };
            let raised = raised.then(|| "Haster".to_owned());
            (intake(), Command::Queue { ground: "load".into(), why, review, interim, raised })
        }
        Deed::Offer(who) => (lead, offer(pick(&COORDINATORS, *who)?)),
        Deed::FamilySays(yes) => (citizen(MOTHER), family_says(*yes)),
        Deed::CoordinatorSays(yes) => (coordinator(offered), coordinator_says(*yes)),
        Deed::WithdrawOffer => (lead, Command::WithdrawOffer),
        Deed::AskStandIn(who, from, days) => {
            let from = after(today, *from);
            let actor = pick(&COORDINATORS, *who)?;
            (lead, Command::AskStandIn { actor, from, until: after(from, *days) })
        }
        Deed::StandInSays(yes) => {
            let actor = story.coordination().stand_in?.actor;
            (coordinator(actor), Command::AnswerStandIn { yes: *yes, words: "Ja vel".into() })
        }
        Deed::StepDown => (lead, Command::StepDown),
        Deed::Close(why) => (lead, closes(pick(CloseReason::ALL, *why)?)),
        Deed::Write(kind, who, how) => {
            let (account, person) = [(MOTHER, people[0]), (FATHER, people[1]), (GIRL, people[2])][who % 3];
            let family = how % 2 == 0;
            let author = if family { citizen(account) } else { lead };
            let owner = match how % 5 {
                0 => None,
                1 => Some(Owner::Member(person)),
                other => Some(Owner::Helper(HELPERS[other % 2].0)),
            };
            let need_id = pick(&things::<Need>(story), *who).map(NeedId::from);
            let payload = match kind % 10 {
                0 => Need { owner, area: pick(Area::ALL, *how), ..acute("Hjelp") }.wrap(),
                1..=3 => {
                    let due = Some(after(today, (how % 20) as i32));
                    Action { owner, due, need: need_id, ..action("Gjøre noe") }.wrap()
                }
                4 => dream(person, "Ro").wrap(),
                5 => goal("Trygg").wrap(),
                6 => voice(person, "Hei").wrap(),
                7 => reply(pick(&things::<Voice>(story), *how)?, "Hei igjen").wrap(),
                8 => contact(ContactKind::Call, today).wrap(),
                _ => meeting("2027-01-15").wrap(),
            };
            let audience = match how % 7 {
                0 => Audience::Coordinator,
                1 if family => Audience::Oneself,
                2 => Audience::Members(vec![people[0]]),
                _ => Audience::Ordinary,
            };
            let subjects = if how % 3 == 0 { vec![person] } else { vec![] };
            (author, Command::Write { replaces: None, payload, subjects, audience })
        }
        Deed::Rewrite(which, how) => {
            let owner = [None, Some(Owner::Member(people[0])), Some(Owner::Helper(TEACHER))][how % 3];
            let action = pick(&things::<Action>(story), *which)?;
            (lead, story.rewriting::<Action>(action, |it| it.owner = owner))
        }
        Deed::Move(which, to) => (lead, story.moves(pick(&things::<Action>(story), *which)?, *to)),
        Deed::Ask(which, who) => {
            let action = pick(&things::<Action>(story), *which);
            let (to, service) = pick(&HELPERS, *who)?;
            (lead, Command::Ask(request(to, service, action, after(today, 3))))
        }
        Deed::Answer(which, how) => {
            let thing = pick(&things::<Request>(story), *which)?;
            let asked = story.now::<Request>(thing);
            let answer = [story.yes(), story.no(), story.asks_back()][how % 3].clone();
            (helper(asked.to, asked.service), story.answers(thing, answer))
        }
        Deed::Withdraw(which) => {
            let request = story.seen(pick(&things::<Request>(story), *which)?);
            (lead, Command::WithdrawRequest { request, why: "Løst".into() })
        }
        Deed::Undo(which) => {
            let mut all: Vec<ThingId> = story.dossier.entries().map(|entry| entry.thing).collect();
            all.sort();
            all.dedup();
            (lead, story.undoes(pick(&all, *which)?))
        }
    })
}

/// Tries a deed; tells whether it changed anything.
pub fn try_deed(story: &mut Story, deed: &Deed) -> Result<bool, TestCaseError> {
    if let Deed::Later(days) = deed {
        story.later(*days);
        return Ok(false);
    }
    let Some((author, command)) = command(story, deed) else { return Ok(false) };
    let before: Vec<Entry> = story.dossier.entries().cloned().collect();
    let done = story.tries(author, command);
    let after: Vec<Entry> = story.dossier.entries().cloned().collect();
    prop_assert_eq!(&after[..before.len()], &before[..], "nothing that was recorded is ever changed");
    prop_assert_eq!(done.is_ok(), after.len() > before.len(), "a refused command changes nothing");
    Ok(done.is_ok())
}

/// A story after random deeds.
pub fn after_deeds(deeds: &[Deed]) -> Result<Story, TestCaseError> {
    let mut story = Story::queued();
    for deed in deeds {
        try_deed(&mut story, deed)?;
    }
    Ok(story)
}
