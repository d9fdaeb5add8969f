//! The columns of one block, and what is done with them.

use super::plan::{Do, Known, Numbers, Order, Plan, Slot};
use super::rows::{against, choose, compared, plain, quotient, shares};
use super::{BLOCK, Columns, Truths, WORDS};
use crate::number::{self, Rounding, UNKNOWN};
use crate::program::{Compare, Part, Reckon, reckon};
use crate::whole::Steps;

/// A bit for each case of a block.
pub type Bits = [u64; WORDS];
/// A number for each case of a block.
pub type Row = [i64; BLOCK];

/// The slots of a block. What is unknown holds no yes, and zero or anything as a number.
pub struct Lanes {
    truths: Vec<Truths>,
    numbers: Vec<Row>,
    known: Vec<Bits>,
}

impl Lanes {
    /// Slots for a plan, with what is the same in every block.
    pub fn new(plan: &Plan) -> Lanes {
        let all = |yes: bool| [if yes { u64::MAX } else { 0 }; WORDS];
        let mut lanes = Lanes {
            truths: vec![Truths { known: all(true), truth: all(false) }; usize::from(plan.truths)],
            numbers: vec![[0; BLOCK]; usize::from(plan.numbers)],
            known: vec![all(true); usize::from(plan.numbers)],
        };
        for (slot, value) in &plan.same_truths {
            lanes.truths[usize::from(*slot)] =
                Truths { known: all(*value != UNKNOWN), truth: all(*value == 1) };
        }
        for (slot, value) in &plan.same_numbers {
            lanes.numbers[usize::from(*slot)] = [if *value == UNKNOWN { 0 } else { *value }; BLOCK];
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
                self.numbers[usize::from(it.slot)][case] * 10i64.pow(u32::from(9 - it.decimals))
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
                column.values.widen(start, &mut self.numbers[usize::from(to)]);
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
                let truth = against(order, &self.numbers[usize::from(a.slot)], limit);
                let known = self.known[usize::from(a.slot)];
                self.logic(to, |word| (known[word], known[word] & truth[word]));
            }
            Do::Compare(how, a, b, to) => {
                let truth = compared(how, self.row(a), self.row(b));
                let known = self.both_known(a, b);
                self.logic(to, |word| (known[word], known[word] & truth[word]));
            }
            Do::Plain(how, a, b, to) => {
                let mut made = std::mem::take(&mut self.numbers);
                let (before, after) = made.split_at_mut(usize::from(to.slot));
                plain(how, &before[usize::from(a.slot)], &before[usize::from(b.slot)], &mut after[0]);
                self.numbers = made;
                self.know(a, b, to);
            }
            Do::Exact(how, a, b, to) => self.exact(how, a, b, to),
            Do::Product(a, b, part, to) => {
                let (before, after) = self.numbers.split_at_mut(usize::from(to.slot));
                let pairs = before[usize::from(a.slot)].iter().zip(&before[usize::from(b.slot)]);
                let share = shares(part, Rounding::HalfEven);
                after[0].iter_mut().zip(pairs).for_each(|(made, (a, b))| *made = share(a * b));
                self.know(a, b, to);
            }
            Do::Share(a, times, part, to) => {
                let share = shares(part, Rounding::HalfEven);
                self.map(a, to, |value| share(value * times));
            }
            Do::Quotient(a, times, b, to) => {
                let (before, after) = self.numbers.split_at_mut(usize::from(to.slot));
                let pairs = before[usize::from(a.slot)].iter().zip(&before[usize::from(b.slot)]);
                after[0]
                    .iter_mut()
                    .zip(pairs)
                    .for_each(|(made, (a, b))| *made = quotient(a * times, *b.max(&1)));
                self.know(a, b, to);
                if b.range.0 < 1 {
                    let divides = against(Order::AtLeast, self.row(b), 1);
                    let known = &mut self.known[usize::from(to.slot)];
                    known.iter_mut().zip(divides).for_each(|(known, divides)| *known &= divides);
                }
            }
            Do::Negative(a, to) => self.map(a, to, |value| -value),
            Do::Times(a, times, to) => self.map(a, to, |value| value * times),
            Do::Part(Part::Year, a, to) => self.map(a, to, |date| date / 10_000),
            Do::Part(Part::Month, a, to) => self.map(a, to, |date| date / 100 % 100),
            Do::Part(Part::Day, a, to) => self.map(a, to, |date| date % 100),
            Do::Round(how, a, to) => self.round(how, a, to),
            Do::RoundExact(how, a, to) => {
                let part = 10i64.pow(u32::from(9 - a.decimals));
                self.map(a, to, |value| number::round(value * part, how));
                self.forget_lost(to);
            }
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
        &self.numbers[usize::from(numbers.slot)]
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
    fn map(&mut self, a: Numbers, to: Numbers, make: impl Fn(i64) -> i64) {
        let (before, after) = self.numbers.split_at_mut(usize::from(to.slot));
        let a_row = &before[usize::from(a.slot)];
        after[0].iter_mut().zip(a_row).for_each(|(made, value)| *made = make(*value));
        self.know(a, a, to);
    }

    fn round(&mut self, how: Rounding, a: Numbers, to: Numbers) {
        let part = 10i64.pow(u32::from(a.decimals));
        // How is decided once, not for each case.
        match how {
            Rounding::HalfUp => self.map(a, to, shares(part, Rounding::HalfUp)),
            Rounding::HalfEven => self.map(a, to, shares(part, Rounding::HalfEven)),
            Rounding::HalfDown => self.map(a, to, shares(part, Rounding::HalfDown)),
            Rounding::Up => self.map(a, to, shares(part, Rounding::Up)),
        }
    }

    fn exact(&mut self, how: Reckon, a: Numbers, b: Numbers, to: Numbers) {
        let billionths = |numbers: Numbers| 10i64.pow(u32::from(9 - numbers.decimals));
        let (in_a, in_b) = (billionths(a), billionths(b));
        let (before, after) = self.numbers.split_at_mut(usize::from(to.slot));
        let (a_row, b_row) = (&before[usize::from(a.slot)], &before[usize::from(b.slot)]);
        let pairs = after[0].iter_mut().zip(a_row.iter().zip(b_row));
        match how {
            // What is done is decided once, not for each case.
            Reckon::Divide => pairs.for_each(|(made, (a, b))| *made = number::div(a * in_a, b * in_b)),
            Reckon::Multiply => pairs.for_each(|(made, (a, b))| *made = number::mul(a * in_a, b * in_b)),
            how => pairs.for_each(|(made, (a, b))| *made = reckon(how, a * in_a, b * in_b)),
        }
        self.know(a, b, to);
        self.forget_lost(to);
    }

    /// What did not fit is not known.
    fn forget_lost(&mut self, numbers: Numbers) {
        if numbers.full {
            return;
        }
        let slot = usize::from(numbers.slot);
        let (row, known) = (&mut self.numbers[slot], &mut self.known[slot]);
        for (place, value) in row.iter_mut().enumerate() {
            let lost = *value == UNKNOWN;
            known[place / 64] &= !(u64::from(lost) << (place % 64));
            *value = if lost { 0 } else { *value };
        }
    }

    fn either(&mut self, when: Slot, asked: bool, a: Numbers, b: Numbers, to: Numbers) {
        let when = self.truths[usize::from(when)];
        self.choose(&when.truth, a, b, to);
        if to.full {
            return;
        }
        let (a_known, b_known) = (self.known[usize::from(a.slot)], self.known[usize::from(b.slot)]);
        // Both ways lead to the same: the question in between need not be asked.
        let same = if asked { [0; WORDS] } else { compared(Compare::Equal, self.row(a), self.row(b)) };
        let made = &mut self.known[usize::from(to.slot)];
        for word in 0..WORDS {
            let (yes, no) = (when.truth[word], when.known[word] & !when.truth[word]);
            let either = !when.known[word] & same[word] & a_known[word] & b_known[word];
            made[word] = yes & a_known[word] | no & b_known[word] | either;
        }
    }

    /// One number where a bit is set, the other where it is not.
    fn choose(&mut self, when: &Bits, a: Numbers, b: Numbers, to: Numbers) {
        let (before, after) = self.numbers.split_at_mut(usize::from(to.slot));
        choose(when, &before[usize::from(a.slot)], &before[usize::from(b.slot)], &mut after[0]);
    }
}
