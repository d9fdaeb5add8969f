//! Who there is: how many families stand where, how many people they are, and who coordinates them.

use crate::demo::chance::Chance;
use crate::demo::themes;
use crate::demo::town::{LOADS, Town, Who};
use dossier::{CloseReason, FamilyId};
use std::collections::HashMap;

/// What the research behind counted: families, children, adults.
const STUDY: (u32, u32, u32) = (198, 458, 287);
/// Of the study's number: closed, waiting, received, offered, set aside as doubles. The others are active.
const SHARES: [(u32, Kind); 5] =
    [(18, Kind::Closed), (14, Kind::Waiting), (7, Kind::Received), (6, Kind::Offered), (1, Kind::Merged)];
/// Grounds for a place in the queue, most urgent first.
const GROUNDS: [&str; 6] = ["safety", "housing", "infant", "transition", "load", "ordinary"];
/// Families of the coordinator whom measurements ask for.
const HEAVY: usize = 40;

/// Where a family can stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Asked, not answered.
    Received,
    /// In the queue.
    Waiting,
    /// A coordinator is offered.
    Offered,
    /// Has a coordinator.
    Active,
    /// Ended.
    Closed,
    /// Set aside under another.
    Merged,
}

/// How an offer stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offered {
    /// The family has said yes, the coordinator nothing.
    CoordinatorPending,
    /// The coordinator has said yes, the family nothing.
    FamilyPending,
    /// Nobody has said anything, and the time is up.
    Late,
}

/// Where a generated family stands, with what is particular about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Asked.
    Received {
        /// Minutes since it was asked, when it is acute.
        acute: Option<i64>,
    },
    /// In the queue.
    Waiting {
        /// Ground.
        ground: &'static str,
        /// Put first by a person.
        raised: bool,
        /// Days since help was asked for.
        back: i32,
    },
    /// Offered.
    Offered(Offered),
    /// Active.
    Active,
    /// Closed.
    Closed(CloseReason),
}

/// A family to be told.
#[derive(Debug, Clone)]
pub struct Shape {
    /// Its place among all, from 0.
    pub number: u32,
    /// Its id.
    pub family: FamilyId,
    /// Adults.
    pub adults: usize,
    /// Children, born or expected.
    pub children: usize,
    /// Theme, by its place.
    pub theme: usize,
    /// Where it stands.
    pub place: Place,
    /// Who coordinates it, or is asked to.
    pub coordinator: Who,
}

/// What the families with stories of their own have taken of the numbers.
#[derive(Debug, Default)]
pub struct Taken {
    /// Dossiers.
    pub families: u32,
    /// Adults.
    pub adults: u32,
    /// Children.
    pub children: u32,
    /// Where they stand.
    pub kinds: HashMap<Kind, u32>,
    /// Active families of each coordinator.
    pub load: HashMap<dossier::ActorId, usize>,
}

/// All generated families.
pub struct Roster {
    /// Them.
    pub shapes: Vec<Shape>,
    /// The coordinator with exactly forty families, in a municipality for measuring.
    pub heavy: Option<Who>,
}

fn scaled(study: u32, families: u32) -> u32 {
    (u64::from(study) * u64::from(families)).div_ceil(u64::from(STUDY.0)) as u32
}

/// How many coordinators a municipality with so many families has.
pub fn coordinators(families: u32) -> usize {
    (families as usize * 152 / 198 / 11).max(LOADS.len())
}

impl Roster {
    /// Plans all families but those with stories of their own.
    pub fn plan(town: &Town, families: u32, taken: &Taken) -> Self {
        let mut chance = Chance::of(town.seed, "roster");
        let count = families.saturating_sub(taken.families) as usize;
        let mut kinds = Vec::with_capacity(count);
        for (share, kind) in SHARES {
            let wanted = if kind == Kind::Merged { share } else { scaled(share, families) };
            let left = wanted.saturating_sub(taken.kinds.get(&kind).copied().unwrap_or(0)) as usize;
            kinds.extend(std::iter::repeat_n(kind, left.min(count - kinds.len())));
        }
        kinds.resize(count, Kind::Active);
        let active = kinds.iter().filter(|kind| **kind == Kind::Active).count();
        let (mut leads, heavy) = leads(town, families, taken, active);
        chance.mix(&mut leads);
        chance.mix(&mut kinds);
        let people = People::spread(&mut chance, families, count, taken);
        let mut shapes = Vec::with_capacity(count);
        let mut nth: HashMap<Kind, usize> = HashMap::new();
        for (number, kind) in kinds.into_iter().enumerate() {
            let at = nth.entry(kind).or_default();
            let place = place(&mut chance, kind, *at);
            *at += 1;
            let coordinator = match kind {
                Kind::Active => leads.pop(),
                _ => None,
            };
            let (adults, children) = (people.adults[number], people.children[number]);
            shapes.push(Shape {
                number: number as u32,
                family: FamilyId::new(0),
                adults,
                children,
                theme: theme(&mut chance, adults, children, &place),
                place,
                coordinator: coordinator.unwrap_or_else(|| *chance.pick(town.coordinators())),
            });
        }
        spread_ids(&mut chance, &mut shapes);
        Self { shapes, heavy }
    }
}

/// Ids that rise from family to family: a store that is filled in the order of its keys is filled fast.
fn spread_ids(chance: &mut Chance, shapes: &mut [Shape]) {
    let step = (1_u64 << 60) / (shapes.len() as u64 + 1);
    for (place, shape) in shapes.iter_mut().enumerate() {
        let within = chance.number() % step.max(1);
        shape.family = FamilyId::new(step * place as u64 + within);
    }
}

/// Who coordinates the active families, one for each, so that everybody has as many as planned.
fn leads(town: &Town, families: u32, taken: &Taken, active: usize) -> (Vec<Who>, Option<Who>) {
    let all = town.coordinators();
    let has = |who: &Who| taken.load.get(&who.actor).copied().unwrap_or(0);
    let measuring = families != STUDY.0 && active >= 4 * HEAVY;
    let heavy = measuring.then(|| all.last().copied()).flatten();
    let mut leads: Vec<Who> = Vec::with_capacity(active);
    if let Some(heavy) = heavy {
        leads.extend(std::iter::repeat_n(heavy, HEAVY));
    }
    let others: Vec<&Who> =
        all.iter().filter(|who| Some(who.actor) != heavy.map(|heavy| heavy.actor)).collect();
    let mut round = 0;
    while leads.len() < active {
        for (place, who) in others.iter().enumerate() {
            // The fourteen who have names carry what `LOADS` says; all carry more only when there are too many.
            let most = LOADS.get(place).map_or(11, |load| usize::from(*load));
            if leads.len() < active && (round >= 40 || has(who) + round < most) {
                leads.push(**who);
            }
        }
        round += 1;
    }
    (leads, heavy)
}

fn place(chance: &mut Chance, kind: Kind, nth: usize) -> Place {
    match kind {
        Kind::Received => Place::Received {
            // The first waits within its four hours, the second does not.
            acute: match nth {
                0 => Some(125),
                1 => Some(320),
                _ => None,
            },
        },
        Kind::Waiting => Place::Waiting {
            ground: GROUNDS[(nth + 1) % GROUNDS.len()],
            raised: nth == 3,
            back: match nth {
                0 => 19,
                1 => 11,
                2 => 9,
                _ => chance.between(4, 45),
            },
        },
        Kind::Offered => Place::Offered(match nth % 3 {
            0 => Offered::CoordinatorPending,
            1 => Offered::FamilyPending,
            _ => Offered::Late,
        }),
        Kind::Active | Kind::Merged => Place::Active,
        Kind::Closed => Place::Closed(CloseReason::ALL[nth % CloseReason::ALL.len()]),
    }
}

fn theme(chance: &mut Chance, adults: usize, children: usize, place: &Place) -> usize {
    let ground = match place {
        Place::Waiting { ground, .. } => *ground,
        _ => "",
    };
    match ground {
        "infant" => return themes::INFANT,
        "housing" => return themes::DEBT,
        "transition" => return themes::GROWING_UP,
        _ => {}
    }
    let fits = |theme: &&themes::Theme| theme.least.0 <= adults && theme.least.1 <= children;
    let total = themes::ALL.iter().filter(|theme| fits(theme)).map(|theme| theme.weight).sum();
    let mut left = chance.below(total);
    for (place, theme) in themes::ALL.iter().enumerate().filter(|(_, theme)| fits(theme)) {
        if left < theme.weight {
            return place;
        }
        left -= theme.weight;
    }
    0
}

/// How many people each family has.
struct People {
    adults: Vec<usize>,
    children: Vec<usize>,
}

impl People {
    /// Spreads the wanted numbers over the families: one adult and one child at least, two adults and six children
    /// at most.
    fn spread(chance: &mut Chance, families: u32, count: usize, taken: &Taken) -> Self {
        let left = |study: u32, taken: u32| scaled(study, families).saturating_sub(taken) as usize;
        let mut spread = |total: usize, most: usize| {
            let mut each = vec![1; count];
            let mut more = total.saturating_sub(count).min(count * (most - 1));
            while more > 0 {
                let one = &mut each[chance.below(count)];
                if *one < most {
                    *one += 1;
                    more -= 1;
                }
            }
            each
        };
        Self {
            adults: spread(left(STUDY.2, taken.adults), 2),
            children: spread(left(STUDY.1, taken.children), 6),
        }
    }
}
