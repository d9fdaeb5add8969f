//! The columns of one block, and what is done with them.

use super::plan::{Do, Known, Numbers, Order, Plan, Slot};
use super::rows::{Operand, against, choose, compared, date_parts, each, plain, products, quotients, shares};
use super::{BLOCK, Columns, Truths, WORDS};
use crate::number::{self, Rounding, UNKNOWN};
use crate::program::{Compare, Part, Reckon};
use crate::whole::Steps;

/// A bit for each case of a block.
pub type Bits = [u64; WORDS];
/// A number for each case of a block: a whole count of its own smallest part, below 2^52, which `f64` holds exactly and
/// every processor reckons with several at a time.
pub type Row = [f64; BLOCK];

/// The slots of a block. What is unknown holds no yes, and zero or anything as a number.
pub struct Lanes {
    truths: Vec<Truths>,
    /// Rows that columns take over from each other; one is out while it is made.
    rows: Vec<Option<Box<Row>>>,
    /// Which row a column of numbers has, if it has one.
    row_of: Vec<Option<Slot>>,
    /// Columns that are the same for all cases need no row.
    same: Vec<f64>,
    known: Vec<Bits>,
}

/// Nothing is ever read from it: a row that is made is not read meanwhile.
static NOTHING: Row = [0.0; BLOCK];

impl Lanes {
    /// Slots for a plan, with what is the same in every block.
    pub fn new(plan: &Plan) -> Lanes {
        let all = |yes: bool| [if yes { u64::MAX } else { 0 }; WORDS];
        let mut lanes = Lanes {
            truths: vec![Truths { known: all(true), truth: all(false) }; usize::from(plan.truths)],
            rows: vec![Some(Box::new(NOTHING)); plan.rows],
            row_of: plan.row_of.clone(),
            same: vec![0.0; usize::from(plan.numbers)],
            known: vec![all(true); usize::from(plan.numbers)],
        };
        for (slot, value) in &plan.same_truths {
            lanes.truths[usize::from(*slot)] =
                Truths { known: all(*value != UNKNOWN), truth: all(*value == 1) };
        }
        for (slot, value) in &plan.same_numbers {
            lanes.same[usize::from(*slot)] = if *value == UNKNOWN { 0.0 } else { *value as f64 };
            lanes.known[usize::from(*slot)] = all(*value != UNKNOWN);
        }
        lanes
    }

    /// Yes, no and unknown of a step.
    pub fn truths(&self, known: Known) -> Truths {
        match known {
            Known::Truths(slot, _) => self.truths[usize::from(slot)],
            Known::Same(value) => {
                let all = |yes: bool| [if yes { u64::MAX } else { 0 }; WORDS];
                Truths { known: all(value != UNKNOWN), truth: all(value == 1) }
            }
            Known::Numbers(_) => Truths { known: [0; WORDS], truth: [0; WORDS] },
        }
    }

    /// The number of a case, as a place of a frame.
    pub fn place(&self, known: Known, case: usize) -> i64 {
        match known {
            Known::Same(value) => value,
            Known::Truths(..) => UNKNOWN,
            Known::Numbers(it) => {
                if self.known[usize::from(it.slot)][case / 64] >> (case % 64) & 1 == 0 {
                    return UNKNOWN;
                }
                self.row(it)[case] as i64 * 10i64.pow(u32::from(9 - it.decimals))
            }
        }
    }

    /// Begins a block: all yes and no of the table at once, as they lie there.
    pub fn begin(&mut self, columns: &Columns, start: usize) {
        let told = columns.truths_of(start / BLOCK);
        self.truths[..told.len()].copy_from_slice(told);
    }

    /// Does what is planned for some steps of the block that was begun.
    pub fn run(&mut self, plan: &Plan, steps: &Steps, columns: &Columns, start: usize) {
        for (_, todo) in plan.todo.iter().filter(|(of, _)| steps.contains(*of)) {
            self.do_one(*todo, columns, start);
        }
    }

    fn do_one(&mut self, todo: Do, columns: &Columns, start: usize) {
        match todo {
            Do::Numbers(fact, to) => {
                let Some(column) = &columns.columns[usize::from(fact)] else { return };
                self.make(to, |_, made| column.values.widen(start, made));
                if !column.known.is_empty() {
                    let known = &mut self.known[usize::from(to)];
                    known.copy_from_slice(&column.known[start / 64..start / 64 + WORDS]);
                }
            }
            Do::Not(a, to) => {
                let a = self.truths[usize::from(a)];
                self.logic(to, |word| (a.known[word], a.known[word] & !a.truth[word]));
            }
            Do::And(a, b, full, to) => {
                let (a, b, made) = self.two_truths(a, b, to);
                if full {
                    (0..WORDS).for_each(|word| made.truth[word] = a.truth[word] & b.truth[word]);
                    return;
                }
                self.logic(to, |word| {
                    let no = (a.known[word] & !a.truth[word]) | (b.known[word] & !b.truth[word]);
                    ((a.known[word] & b.known[word]) | no, a.truth[word] & b.truth[word])
                });
            }
            Do::Or(a, b, full, to) => {
                let (a, b, made) = self.two_truths(a, b, to);
                if full {
                    (0..WORDS).for_each(|word| made.truth[word] = a.truth[word] | b.truth[word]);
                    return;
                }
                self.logic(to, |word| {
                    let yes = a.truth[word] | b.truth[word];
                    ((a.known[word] & b.known[word]) | yes, yes)
                });
            }
            Do::Alike(same, a, b, to) => {
                let (a, b, _) = self.two_truths(a, b, to);
                let turn = if same { u64::MAX } else { 0 };
                self.logic(to, |word| {
                    let known = a.known[word] & b.known[word];
                    (known, known & (a.truth[word] ^ b.truth[word] ^ turn))
                });
            }
            Do::EitherTruth(when, a, b, to) => {
                let when = self.truths[usize::from(when)];
                let (a, b, _) = self.two_truths(a, b, to);
                self.logic(to, |word| {
                    let (yes, no) = (when.truth[word], when.known[word] & !when.truth[word]);
                    let same = a.known[word] & b.known[word] & !(a.truth[word] ^ b.truth[word]);
                    let known = yes & a.known[word] | no & b.known[word] | !when.known[word] & same;
                    (known, known & (a.truth[word] & !no | b.truth[word] & no))
                });
            }
            Do::ToldTruth(a, b, to) => {
                let (a, b, _) = self.two_truths(a, b, to);
                self.logic(to, |word| {
                    (a.known[word] | b.known[word], a.truth[word] | b.truth[word] & !a.known[word])
                });
            }
            Do::Limit(order, fact, limit, to) => {
                let Some(column) = &columns.columns[usize::from(fact)] else { return };
                let truth = column.values.against(start, order, limit);
                let known = (!column.known.is_empty()).then(|| &column.known[start / 64..start / 64 + WORDS]);
                self.logic(to, |word| {
                    let known = known.map_or(u64::MAX, |known| known[word]);
                    (known, known & truth[word])
                });
            }
            Do::Against(order, a, limit, to) => {
                let truth = against(order, self.row(a), limit as f64);
                let known = self.known[usize::from(a.slot)];
                self.logic(to, |word| (known[word], known[word] & truth[word]));
            }
            Do::Compare(how, a, b, to) => {
                let truth = compared(how, self.operand(a), self.operand(b));
                let known = self.both_known(a, b);
                self.logic(to, |word| (known[word], known[word] & truth[word]));
            }
            Do::Plain(how, a, b, to) => {
                self.make(to.slot, |lanes, made| plain(how, lanes.operand(a), lanes.operand(b), made));
                self.know(a, b, to);
            }
            Do::Exact(how, a, b, to) => self.exact(how, a, b, to),
            Do::Product(a, b, cut, then, to) => {
                self.both(a, b, to, products(cut as f64, then as f64));
                self.know(a, b, to);
            }
            Do::Share(a, times, part, to) => {
                let (times, share) = (times as f64, shares(part as f64, Rounding::HalfEven));
                self.map(a, to, |value| share(value * times));
            }
            Do::Quotient(a, first, b, then, to) => {
                let quotient = quotients(first as f64, then as f64);
                self.both(a, b, to, |value, part| quotient(value, if part > 1.0 { part } else { 1.0 }));
                self.know(a, b, to);
                if b.range.0 < 1 {
                    let divides = against(Order::AtLeast, self.row(b), 1.0);
                    let known = &mut self.known[usize::from(to.slot)];
                    known.iter_mut().zip(divides).for_each(|(known, divides)| *known &= divides);
                }
            }
            Do::Negative(a, to) => self.map(a, to, |value| -value),
            Do::Times(a, times, to) => {
                let times = times as f64;
                self.map(a, to, |value| value * times);
            }
            // What is done is decided once, not for each case.
            Do::Part(Part::Year, a, to) => self.map(a, to, date_parts(Part::Year)),
            Do::Part(Part::Month, a, to) => self.map(a, to, date_parts(Part::Month)),
            Do::Part(Part::Day, a, to) => self.map(a, to, date_parts(Part::Day)),
            Do::Round(how, a, to) => self.round(how, a, to),
            Do::Either(when, asked, a, b, to) => self.either(when, asked, a, b, to),
            Do::Told(a, b, to) => {
                let known = self.known[usize::from(a.slot)];
                self.choose(&known, a, b, to);
                let follows = self.known[usize::from(b.slot)];
                let made = &mut self.known[usize::from(to.slot)];
                (0..WORDS).for_each(|word| made[word] = known[word] | follows[word]);
            }
        }
    }

    fn row(&self, numbers: Numbers) -> &Row {
        let row =
            self.row_of[usize::from(numbers.slot)].and_then(|row| self.rows[usize::from(row)].as_deref());
        row.unwrap_or(&NOTHING)
    }

    fn operand(&self, numbers: Numbers) -> Operand<'_> {
        match self.row_of[usize::from(numbers.slot)] {
            Some(_) => Operand::Each(self.row(numbers)),
            None => Operand::Same(self.same[usize::from(numbers.slot)]),
        }
    }

    /// Makes a row, which is none of those that are read for it.
    #[inline]
    fn make(&mut self, to: Slot, work: impl FnOnce(&Lanes, &mut Row)) {
        let Some(place) = self.row_of[usize::from(to)].map(usize::from) else { return };
        let Some(mut row) = self.rows[place].take() else { return };
        work(self, &mut row);
        self.rows[place] = Some(row);
    }

    fn two_truths(&mut self, a: Slot, b: Slot, to: Slot) -> (Truths, Truths, &mut Truths) {
        (self.truths[usize::from(a)], self.truths[usize::from(b)], &mut self.truths[usize::from(to)])
    }

    #[inline]
    fn logic(&mut self, to: Slot, make: impl Fn(usize) -> (u64, u64)) {
        let made = &mut self.truths[usize::from(to)];
        for word in 0..WORDS {
            (made.known[word], made.truth[word]) = make(word);
        }
    }

    fn both_known(&self, a: Numbers, b: Numbers) -> Bits {
        let (a, b) = (&self.known[usize::from(a.slot)], &self.known[usize::from(b.slot)]);
        std::array::from_fn(|word| a[word] & b[word])
    }

    fn know(&mut self, a: Numbers, b: Numbers, to: Numbers) {
        if !to.full {
            self.known[usize::from(to.slot)] = self.both_known(a, b);
        }
    }

    #[inline]
    fn map(&mut self, a: Numbers, to: Numbers, make: impl Fn(f64) -> f64) {
        self.make(to.slot, |lanes, made| {
            made.iter_mut().zip(lanes.row(a)).for_each(|(made, value)| *made = make(*value));
        });
        self.know(a, a, to);
    }

    #[inline]
    fn both(&mut self, a: Numbers, b: Numbers, to: Numbers, make: impl Fn(f64, f64) -> f64) {
        self.make(to.slot, |lanes, made| each(lanes.operand(a), lanes.operand(b), made, make));
    }

    fn round(&mut self, how: Rounding, a: Numbers, to: Numbers) {
        let part = 10i64.pow(u32::from(a.decimals)) as f64;
        match how {
            Rounding::HalfUp => self.map(a, to, shares(part, Rounding::HalfUp)),
            Rounding::HalfEven => self.map(a, to, shares(part, Rounding::HalfEven)),
            Rounding::HalfDown => self.map(a, to, shares(part, Rounding::HalfDown)),
            Rounding::Up => self.map(a, to, shares(part, Rounding::Up)),
        }
    }

    /// As for one household, in billionths.
    fn exact(&mut self, how: Reckon, a: Numbers, b: Numbers, to: Numbers) {
        let billionths = |numbers: Numbers| 10i64.pow(u32::from(9 - numbers.decimals));
        let (in_a, in_b) = (billionths(a), billionths(b));
        self.both(a, b, to, |a, b| {
            let (a, b) = (a as i64 * in_a, b as i64 * in_b);
            (if how == Reckon::Divide { number::div(a, b) } else { number::mul(a, b) }) as f64
        });
        self.know(a, b, to);
    }

    fn either(&mut self, when: Slot, asked: bool, a: Numbers, b: Numbers, to: Numbers) {
        let when = self.truths[usize::from(when)];
        self.choose(&when.truth, a, b, to);
        if to.full {
            return;
        }
        let (a_known, b_known) = (self.known[usize::from(a.slot)], self.known[usize::from(b.slot)]);
        // Both ways lead to the same: the question in between need not be asked.
        let same =
            if asked { [0; WORDS] } else { compared(Compare::Equal, self.operand(a), self.operand(b)) };
        let made = &mut self.known[usize::from(to.slot)];
        for word in 0..WORDS {
            let (yes, no) = (when.truth[word], when.known[word] & !when.truth[word]);
            let either = !when.known[word] & same[word] & a_known[word] & b_known[word];
            made[word] = yes & a_known[word] | no & b_known[word] | either;
        }
    }

    /// One number where a bit is set, the other where it is not.
    fn choose(&mut self, when: &Bits, a: Numbers, b: Numbers, to: Numbers) {
        self.make(to.slot, |lanes, made| choose(when, lanes.operand(a), lanes.operand(b), made));
    }
}
