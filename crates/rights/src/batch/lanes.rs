//! The columns of one block, and what is done with them.

use super::plan::{Do, Known, Numbers, Order, Plan, Slot};
use super::{BLOCK, Columns, Truths, Values, WORDS};
use crate::number::{self, Rounding, UNKNOWN};
use crate::program::{Compare, Part, Reckon, reckon};
use crate::whole::Steps;

type Bits = [u64; WORDS];
type Row = [i64; BLOCK];

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

    /// Does what is planned for some steps.
    pub fn run(&mut self, plan: &Plan, steps: &Steps, columns: &Columns, start: usize) {
        for (_, todo) in plan.todo.iter().filter(|(of, _)| steps.contains(*of)) {
            self.do_one(*todo, columns, start);
        }
    }

    fn do_one(&mut self, todo: Do, columns: &Columns, start: usize) {
        match todo {
            Do::Truths(fact, to) => {
                self.truths[usize::from(to)] = columns.truths(fact, start / BLOCK);
            }
            Do::Numbers(fact, to) => {
                let Some(column) = &columns.columns[usize::from(fact)] else { return };
                let made = &mut self.numbers[usize::from(to)];
                match &column.values {
                    Values::Small(values) => {
                        let values = &values[start..start + BLOCK];
                        made.iter_mut().zip(values).for_each(|(made, value)| *made = i64::from(*value));
                    }
                    Values::Large(values) => made.copy_from_slice(&values[start..start + BLOCK]),
                    Values::Truth => {}
                }
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
                let truth = match &column.values {
                    Values::Small(values) => {
                        let limit = limit.clamp(i32::MIN.into(), i32::MAX.into()) as i32;
                        against(order, &values[start..start + BLOCK], limit)
                    }
                    Values::Large(values) => against(order, &values[start..start + BLOCK], limit),
                    Values::Truth => [0; WORDS],
                };
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
                let share = share_of(part);
                after[0].iter_mut().zip(pairs).for_each(|(made, (a, b))| *made = share(a * b));
                self.know(a, b, to);
            }
            Do::Share(a, times, part, to) => {
                let share = share_of(part);
                self.map(a, to, |value| share(value * times));
            }
            Do::Negative(a, to) => self.map(a, to, |value| -value),
            Do::Times(a, times, to) => self.map(a, to, |value| value * times),
            Do::Part(Part::Year, a, to) => self.map(a, to, |date| date / 10_000),
            Do::Part(Part::Month, a, to) => self.map(a, to, |date| date / 100 % 100),
            Do::Part(Part::Day, a, to) => self.map(a, to, |date| date % 100),
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
        if part == 1 {
            return self.map(a, to, |value| value);
        }
        let half = part / 2;
        // A division is slow: where `f64` says how many parts there are, one step either way mends it.
        let small = a.range.0 > -(1 << 52) && a.range.1 < 1 << 52;
        let one = 1.0 / part as f64;
        self.map(a, to, |value| {
            let guess = if small { (value as f64 * one) as i64 } else { value / part };
            let rest = value - guess * part;
            let (below, above) = (i64::from(rest < 0), i64::from(rest >= part));
            let (down, left) = (guess - below + above, rest + part * below - part * above);
            let up = match how {
                Rounding::Up => left > 0,
                Rounding::HalfEven => (left > half) | ((left == half) & (down & 1 == 1)),
                Rounding::HalfUp => (left > half) | ((left == half) & (value >= 0)),
                Rounding::HalfDown => (left > half) | ((left == half) & (value < 0)),
            };
            down + i64::from(up)
        });
        if !to.full {
            let (row, known) = (&self.numbers[usize::from(to.slot)], &mut self.known[usize::from(to.slot)]);
            for (place, value) in row.iter().enumerate() {
                let fits = value.checked_mul(number::SCALE).is_some();
                known[place / 64] &= !(u64::from(!fits) << (place % 64));
            }
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
        if !to.full {
            let (row, known) =
                (&mut self.numbers[usize::from(to.slot)], &mut self.known[usize::from(to.slot)]);
            for (place, value) in row.iter_mut().enumerate() {
                let lost = *value == UNKNOWN;
                known[place / 64] &= !(u64::from(lost) << (place % 64));
                *value = if lost { 0 } else { *value };
            }
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
        let (a, b) = (&before[usize::from(a.slot)], &before[usize::from(b.slot)]);
        let fours =
            a.as_chunks::<4>().0.iter().zip(b.as_chunks::<4>().0).zip(after[0].as_chunks_mut::<4>().0);
        for (place, ((a, b), made)) in fours.enumerate() {
            let mask = &MASKS[(when[place / 16] >> (place % 16 * 4) & 15) as usize];
            for lane in 0..4 {
                made[lane] = b[lane] ^ ((a[lane] ^ b[lane]) & mask[lane]);
            }
        }
    }
}

/// Four bits as four numbers with all bits set or none: what processors choose by, four at a time.
const MASKS: [[i64; 4]; 16] = {
    let mut made = [[0; 4]; 16];
    let mut bits = 0;
    while bits < 16 {
        let mut lane = 0;
        while lane < 4 {
            made[bits][lane] = if bits >> lane & 1 == 1 { -1 } else { 0 };
            lane += 1;
        }
        bits += 1;
    }
    made
};

fn plain(how: Reckon, a: &Row, b: &Row, made: &mut Row) {
    let pairs = made.iter_mut().zip(a.iter().zip(b));
    match how {
        Reckon::Add => pairs.for_each(|(made, (a, b))| *made = a + b),
        Reckon::Subtract => pairs.for_each(|(made, (a, b))| *made = a - b),
        Reckon::Multiply => pairs.for_each(|(made, (a, b))| *made = a * b),
        Reckon::Min => pairs.for_each(|(made, (a, b))| *made = *a.min(b)),
        Reckon::Max => pairs.for_each(|(made, (a, b))| *made = *a.max(b)),
        Reckon::Divide | Reckon::Power => {}
    }
}

/// How often a part goes into a number, rounded half to even. A division is slow: `f64` says how often, at most one too
/// many or too few, which the rest tells.
#[inline]
fn share_of(part: i64) -> impl Fn(i64) -> i64 {
    let one = 1.0 / part as f64;
    move |value| {
        let turn = value >> 63;
        let size = (value ^ turn) - turn;
        let guess = (size as f64 * one) as i64;
        let rest = size - guess * part;
        let (below, above) = (i64::from(rest < 0), i64::from(rest >= part));
        let (down, left) = (guess - below + above, rest + part * below - part * above);
        // Twice what is left: half of an odd part is no whole number.
        let up = (2 * left > part) | ((2 * left == part) & (down & 1 == 1));
        ((down + i64::from(up)) ^ turn) - turn
    }
}

/// Which numbers stand so to a limit.
fn against<T: Copy + PartialOrd>(order: Order, row: &[T], limit: T) -> Bits {
    match order {
        Order::AtMost => bits(row, |value| value <= limit),
        Order::AtLeast => bits(row, |value| value >= limit),
        Order::Equal => bits(row, |value| value == limit),
        Order::NotEqual => bits(row, |value| value != limit),
    }
}

#[inline]
fn bits<T: Copy>(row: &[T], test: impl Fn(T) -> bool) -> Bits {
    let mut made = [0; WORDS];
    for (made, chunk) in made.iter_mut().zip(row.chunks_exact(64)) {
        let mut bytes = [0u8; 64];
        bytes.iter_mut().zip(chunk).for_each(|(byte, value)| *byte = u8::from(test(*value)));
        *made = packed(&bytes);
    }
    made
}

fn compared(how: Compare, a: &Row, b: &Row) -> Bits {
    match how {
        Compare::Less => pairs(a, b, |a, b| a < b),
        Compare::LessOrEqual => pairs(a, b, |a, b| a <= b),
        Compare::Greater => pairs(a, b, |a, b| a > b),
        Compare::GreaterOrEqual => pairs(a, b, |a, b| a >= b),
        Compare::Equal => pairs(a, b, |a, b| a == b),
        Compare::NotEqual => pairs(a, b, |a, b| a != b),
    }
}

#[inline]
fn pairs(a: &Row, b: &Row, test: impl Fn(i64, i64) -> bool) -> Bits {
    let mut made = [0; WORDS];
    let chunks = a.chunks_exact(64).zip(b.chunks_exact(64));
    for (made, (a, b)) in made.iter_mut().zip(chunks) {
        let mut bytes = [0u8; 64];
        bytes.iter_mut().zip(a.iter().zip(b)).for_each(|(byte, (a, b))| *byte = u8::from(test(*a, *b)));
        *made = packed(&bytes);
    }
    made
}

/// Sixty-four bytes of nought or one as sixty-four bits: one multiplication brings eight of them together.
#[inline]
fn packed(bytes: &[u8; 64]) -> u64 {
    let mut word = 0;
    for (place, eight) in bytes.as_chunks::<8>().0.iter().enumerate() {
        word |= (u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080) >> 56) << (8 * place);
    }
    word
}
