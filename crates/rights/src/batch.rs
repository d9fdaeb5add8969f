//! Many cases at once, in columns: the same rules and the same answers, without reasons.
//!
//! A case is one child, one adult and their home on one day. Columns are worked through in blocks that fit in the
//! processor's cache: yes and no as bits, sixty-four at a time; numbers as they stand in a frame. Memory is one block,
//! however many cases there are. Counts over several children must be given; nothing counts here.

use crate::answer::Moment;
use crate::catalogue::{Catalogue, Derived};
use crate::household::day_bits;
use crate::number::{self, UNKNOWN};
use crate::program::{Compare, Op, Program, Reckon, Type, compare, date_part, reckon};
use std::rc::Rc;

/// Cases in a block.
pub const BLOCK: usize = 1024;
const WORDS: usize = BLOCK / 64;

/// What is known of many cases: a column for each fact.
#[derive(Debug, Clone)]
pub struct Columns {
    rows: usize,
    columns: Vec<Option<Column>>,
}

#[derive(Debug, Clone)]
enum Column {
    Truth { known: Vec<u64>, truth: Vec<u64> },
    Values(Vec<i64>),
}

impl Columns {
    /// A number of cases of which nothing is known.
    pub fn new(catalogue: &Catalogue, rows: usize) -> Columns {
        Columns { rows, columns: vec![None; catalogue.facts.len()] }
    }

    /// How many cases.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// Fills in a fact of all cases, as places of frames; what is too short is unknown.
    pub fn set(&mut self, catalogue: &Catalogue, fact: u16, mut values: Vec<i64>) {
        let full = self.rows.next_multiple_of(BLOCK);
        values.resize(full, UNKNOWN);
        let column = if catalogue.fact_at(fact).kind == Type::Bool {
            let (mut known, mut truth) = (vec![0; full / 64], vec![0; full / 64]);
            for (place, value) in values.into_iter().enumerate() {
                known[place / 64] |= u64::from(value != UNKNOWN) << (place % 64);
                truth[place / 64] |= u64::from(value == 1) << (place % 64);
            }
            Column::Truth { known, truth }
        } else {
            Column::Values(values)
        };
        self.columns[usize::from(fact)] = Some(column);
    }
}

/// Yes, no and unknown of a block; what is not known is not true.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Truths {
    /// Which cases are known.
    pub known: [u64; WORDS],
    /// Which are yes.
    pub truth: [u64; WORDS],
}

#[derive(Clone)]
#[expect(clippy::large_enum_variant, reason = "bits of a block are worked on where they stand")]
enum Place<'a> {
    Same(i64),
    Truths(Truths),
    Slice(&'a [i64]),
    Values(Rc<Vec<i64>>),
}

impl Place<'_> {
    fn truths(&self) -> Truths {
        match self {
            Place::Truths(truths) => *truths,
            Place::Same(value) => {
                let all = |yes: bool| [if yes { u64::MAX } else { 0 }; WORDS];
                Truths { known: all(*value != UNKNOWN), truth: all(*value == 1) }
            }
            // Only yes and no come here: the compiler of expressions has seen to it.
            Place::Slice(_) | Place::Values(_) => Truths { known: [0; WORDS], truth: [0; WORDS] },
        }
    }

    #[inline]
    fn at(&self, place: usize) -> i64 {
        match self {
            Place::Same(value) => *value,
            Place::Slice(values) => values[place],
            Place::Values(values) => values[place],
            Place::Truths(truths) => match (
                truths.known[place / 64] >> (place % 64) & 1,
                truths.truth[place / 64] >> (place % 64) & 1,
            ) {
                (0, _) => UNKNOWN,
                (_, truth) => truth as i64,
            },
        }
    }
}

/// What a right says for a block of cases.
pub struct Block<'a> {
    /// The right.
    pub right: usize,
    /// The first case.
    pub start: usize,
    /// How many cases.
    pub rows: usize,
    /// Whether the conditions are met.
    pub met: Truths,
    amounts: Option<Place<'a>>,
}

impl Block<'_> {
    /// The amount of a case of this block, as a place of a frame.
    pub fn amount(&self, place: usize) -> i64 {
        self.amounts.as_ref().map_or(UNKNOWN, |amounts| amounts.at(place))
    }

    /// Whether amounts were calculated: at least one case meets the conditions, and the right has a calculation.
    pub fn has_amounts(&self) -> bool {
        self.amounts.is_some()
    }

    /// How many cases meet the conditions.
    pub fn count(&self) -> usize {
        self.met.truth.iter().map(|word| word.count_ones() as usize).sum()
    }
}

impl Moment<'_> {
    /// What some rights say for all cases, block by block and in a block right by right.
    pub fn in_columns(&self, columns: &Columns, rights: &[usize], mut sink: impl FnMut(&Block<'_>)) {
        let mut steps = Vec::new();
        for start in (0..columns.rows).step_by(BLOCK) {
            let rows = BLOCK.min(columns.rows - start);
            let mut facts: Vec<Place<'_>> =
                columns.columns.iter().map(|column| place_of(column.as_ref(), start)).collect();
            facts[usize::from(self.catalogue.day)] = Place::Same(day_bits(self.day));
            for fact in &self.catalogue.derivations {
                let at = usize::from(*fact);
                if let (Some(Derived::Is(program)), None) =
                    (&self.catalogue.facts[at].derived, &columns.columns[at])
                {
                    facts[at] = self.run(program, &facts, &mut steps);
                }
            }
            for right in rights {
                let Some(rule) = self.rule(*right) else { continue };
                let mut met = self.run(&rule.criteria, &facts, &mut steps).truths();
                for (word, known) in met.known.iter_mut().enumerate() {
                    let here = rows.saturating_sub(word * 64).min(64);
                    let mask = if here == 64 { u64::MAX } else { (1 << here) - 1 };
                    *known &= mask;
                    met.truth[word] &= mask;
                }
                let wanted = met.truth.iter().any(|word| *word != 0);
                let amounts =
                    rule.calc.as_ref().filter(|_| wanted).map(|calc| self.run(calc, &facts, &mut steps));
                sink(&Block { right: *right, start, rows, met, amounts });
            }
        }
    }

    fn run<'a>(&self, program: &Program, facts: &[Place<'a>], steps: &mut Vec<Place<'a>>) -> Place<'a> {
        steps.clear();
        for step in &program.steps {
            let at = |place: u16| &steps[usize::from(place)];
            let made = match step.op {
                Op::Const(bits) => Place::Same(bits),
                Op::Fact(fact) => facts[usize::from(fact)].clone(),
                Op::Rate(rate) => Place::Same(self.rates[usize::from(rate)]),
                Op::Formula(a) => at(a).clone(),
                Op::Not(a) => {
                    let Truths { known, truth } = at(a).truths();
                    both(known, truth, |known, truth| (known, known & !truth))
                }
                Op::And(a, b) => join(at(a).truths(), at(b).truths(), |k, t, l, u| {
                    let no = (k & !t) | (l & !u);
                    ((k & l) | no, t & u)
                }),
                Op::Or(a, b) => join(at(a).truths(), at(b).truths(), |k, t, l, u| ((k & l) | t | u, t | u)),
                Op::Compare(how, a, b) => compared(how, at(a), at(b)),
                Op::Reckon(how, a, b) => reckoned(how, at(a), at(b)),
                Op::Negative(a) => mapped(at(a), |value| number::sub(0, value)),
                Op::Round(how, a) => mapped(at(a), |value| number::round(value, how)),
                Op::Part(part, a) => mapped(at(a), |value| date_part(part, value)),
                Op::Choice(when, then, otherwise) => chosen(at(when), at(then), at(otherwise), &step.kind),
            };
            steps.push(made);
        }
        steps.pop().unwrap_or(Place::Same(UNKNOWN))
    }
}

fn place_of(column: Option<&Column>, start: usize) -> Place<'_> {
    match column {
        None => Place::Same(UNKNOWN),
        Some(Column::Values(values)) => Place::Slice(&values[start..start + BLOCK]),
        Some(Column::Truth { known, truth }) => {
            let words = start / 64..start / 64 + WORDS;
            let mut truths = Truths { known: [0; WORDS], truth: [0; WORDS] };
            truths.known.copy_from_slice(&known[words.clone()]);
            truths.truth.copy_from_slice(&truth[words]);
            Place::Truths(truths)
        }
    }
}

fn both<'a>(known: [u64; WORDS], truth: [u64; WORDS], make: impl Fn(u64, u64) -> (u64, u64)) -> Place<'a> {
    let mut made = Truths { known, truth };
    for word in 0..WORDS {
        (made.known[word], made.truth[word]) = make(known[word], truth[word]);
    }
    Place::Truths(made)
}

fn join<'a>(a: Truths, b: Truths, make: impl Fn(u64, u64, u64, u64) -> (u64, u64)) -> Place<'a> {
    let mut made = a;
    for word in 0..WORDS {
        (made.known[word], made.truth[word]) =
            make(a.known[word], a.truth[word], b.known[word], b.truth[word]);
    }
    Place::Truths(made)
}

/// Fills bits from a test of each pair; what is unknown on either side is unknown.
#[inline]
fn bits<'a>(a: &[i64], b: impl Fn(usize) -> i64, test: impl Fn(i64, i64) -> bool) -> Place<'a> {
    let mut made = Truths { known: [0; WORDS], truth: [0; WORDS] };
    for (word, chunk) in a.chunks_exact(64).enumerate().take(WORDS) {
        let (mut known, mut truth) = (0u64, 0u64);
        for (bit, value) in chunk.iter().enumerate() {
            let other = b(word * 64 + bit);
            known |= u64::from(*value != UNKNOWN && other != UNKNOWN) << bit;
            truth |= u64::from(test(*value, other)) << bit;
        }
        made.known[word] = known;
        made.truth[word] = truth & known;
    }
    Place::Truths(made)
}

fn values<'b>(place: &'b Place<'_>) -> Option<&'b [i64]> {
    match place {
        Place::Slice(values) => Some(values),
        Place::Values(values) => Some(values),
        Place::Same(_) | Place::Truths(_) => None,
    }
}

fn compared<'a>(how: Compare, a: &Place<'a>, b: &Place<'a>) -> Place<'a> {
    match (a, b) {
        (Place::Same(a), Place::Same(b)) => return Place::Same(compare(how, *a, *b)),
        (Place::Truths(_), _) | (_, Place::Truths(_)) => {
            let equal = how == Compare::Equal;
            return join(a.truths(), b.truths(), |k, t, l, u| {
                let same = !(t ^ u);
                (k & l, k & l & if equal { same } else { !same })
            });
        }
        _ => {}
    }
    let turned = match how {
        Compare::Less => Compare::Greater,
        Compare::LessOrEqual => Compare::GreaterOrEqual,
        Compare::Greater => Compare::Less,
        Compare::GreaterOrEqual => Compare::LessOrEqual,
        how => how,
    };
    match (values(a), values(b), a, b) {
        (Some(a), Some(b), ..) => tested(how, a, |place| b[place]),
        (Some(a), None, _, Place::Same(b)) => tested(how, a, |_| *b),
        (None, Some(b), Place::Same(a), _) => tested(turned, b, |_| *a),
        _ => Place::Same(UNKNOWN),
    }
}

#[inline]
fn tested<'a>(how: Compare, a: &[i64], b: impl Fn(usize) -> i64) -> Place<'a> {
    match how {
        Compare::Less => bits(a, b, |a, b| a < b),
        Compare::LessOrEqual => bits(a, b, |a, b| a <= b),
        Compare::Greater => bits(a, b, |a, b| a > b),
        Compare::GreaterOrEqual => bits(a, b, |a, b| a >= b),
        Compare::Equal => bits(a, b, |a, b| a == b),
        Compare::NotEqual => bits(a, b, |a, b| a != b),
    }
}

fn mapped<'a>(a: &Place<'a>, make: impl Fn(i64) -> i64) -> Place<'a> {
    match (values(a), a) {
        (Some(values), _) => Place::Values(Rc::new(values.iter().map(|value| make(*value)).collect())),
        (None, Place::Same(value)) => Place::Same(make(*value)),
        (None, _) => Place::Same(UNKNOWN),
    }
}

fn reckoned<'a>(how: Reckon, a: &Place<'a>, b: &Place<'a>) -> Place<'a> {
    // What to do is decided once, not for each case.
    match how {
        Reckon::Add => paired(a, b, number::add),
        Reckon::Subtract => paired(a, b, number::sub),
        Reckon::Multiply => paired(a, b, number::mul),
        Reckon::Divide => paired(a, b, number::div),
        Reckon::Power => paired(a, b, number::power),
        Reckon::Min => paired(a, b, |a, b| reckon(Reckon::Min, a, b)),
        Reckon::Max => paired(a, b, |a, b| reckon(Reckon::Max, a, b)),
    }
}

#[inline]
fn paired<'a>(a: &Place<'a>, b: &Place<'a>, make: impl Fn(i64, i64) -> i64) -> Place<'a> {
    let made: Vec<i64> = match (values(a), values(b), a, b) {
        (None, None, Place::Same(a), Place::Same(b)) => return Place::Same(make(*a, *b)),
        (Some(a), Some(b), ..) => a.iter().zip(b).map(|(a, b)| make(*a, *b)).collect(),
        (Some(a), None, _, Place::Same(b)) => a.iter().map(|a| make(*a, *b)).collect(),
        (None, Some(b), Place::Same(a), _) => b.iter().map(|b| make(*a, *b)).collect(),
        _ => return Place::Same(UNKNOWN),
    };
    Place::Values(Rc::new(made))
}

fn chosen<'a>(when: &Place<'a>, then: &Place<'a>, otherwise: &Place<'a>, kind: &Type) -> Place<'a> {
    if let Place::Same(when) = when {
        match *when {
            0 => return otherwise.clone(),
            1 => return then.clone(),
            _ => {}
        }
    }
    let when = when.truths();
    if *kind == Type::Bool {
        let (then, otherwise) = (then.truths(), otherwise.truths());
        let mut made = then;
        for word in 0..WORDS {
            let (yes, no) = (when.truth[word], when.known[word] & !when.truth[word]);
            let same = then.known[word] & otherwise.known[word] & !(then.truth[word] ^ otherwise.truth[word]);
            let either = !when.known[word] & same;
            made.known[word] = yes & then.known[word] | no & otherwise.known[word] | either;
            made.truth[word] = made.known[word] & (then.truth[word] & !no | otherwise.truth[word] & no);
        }
        return Place::Truths(made);
    }
    let made = match (values(then), values(otherwise), then, otherwise) {
        (Some(a), Some(b), ..) => picked(&when, |place| a[place], |place| b[place]),
        (Some(a), None, _, Place::Same(b)) => picked(&when, |place| a[place], |_| *b),
        (None, Some(b), Place::Same(a), _) => picked(&when, |_| *a, |place| b[place]),
        (None, None, Place::Same(a), Place::Same(b)) => picked(&when, |_| *a, |_| *b),
        _ => return Place::Same(UNKNOWN),
    };
    Place::Values(Rc::new(made))
}

#[inline]
fn picked(when: &Truths, then: impl Fn(usize) -> i64, otherwise: impl Fn(usize) -> i64) -> Vec<i64> {
    let mut made = vec![0; BLOCK];
    for (word, chunk) in made.chunks_exact_mut(64).enumerate() {
        let (known, truth) = (when.known[word], when.truth[word]);
        for (bit, made) in chunk.iter_mut().enumerate() {
            let (a, b) = (then(word * 64 + bit), otherwise(word * 64 + bit));
            let either = if a == b { a } else { UNKNOWN };
            let chosen = if truth >> bit & 1 == 1 { a } else { b };
            *made = if known >> bit & 1 == 1 { chosen } else { either };
        }
    }
    made
}
