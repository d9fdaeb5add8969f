//! What is done for every block, found once for all of them.
//!
//! Rates and the day are the same for all cases, so what rests on them alone is worked out here. For the rest it is known
//! how many decimals a number has and how large it can be; where that proves that a sum or product is exact and fits, it
//! is done with the processor's plain whole numbers, otherwise in the same way as for one household.

use super::{Columns, Values};
use crate::answer::Moment;
use crate::household::day_bits;
use crate::number::{self, Rounding, UNKNOWN};
use crate::program::{Compare, Op, Part, Reckon, and, choice, compare, date_part, not, or, reckon};
use crate::whole::{Sort, Steps, Whole};
use std::collections::HashMap;

/// A column of a block that is worked on.
pub type Slot = u16;

/// What is known of a step before any case is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// The same for all cases, as a place of a frame.
    Same(i64),
    /// Yes, no or unknown; and whether all are known.
    Truths(Slot, bool),
    /// Numbers, dates or words.
    Numbers(Numbers),
}

/// A column of numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Numbers {
    pub slot: Slot,
    /// How many decimals it counts; none for dates and words.
    pub decimals: u8,
    /// The least and the most it can hold.
    pub range: (i64, i64),
    /// Whether all are known.
    pub full: bool,
}

/// Something done for every block; the last slot is where it goes.
#[derive(Debug, Clone, Copy)]
pub enum Do {
    /// A column of the table, as it stands there.
    Truths(u16, Slot),
    /// A column of the table, as numbers of 64 bits.
    Numbers(u16, Slot),
    Not(Slot, Slot),
    And(Slot, Slot, bool, Slot),
    Or(Slot, Slot, bool, Slot),
    /// Whether two truths are the same, or are not.
    Alike(bool, Slot, Slot, Slot),
    EitherTruth(Slot, Slot, Slot, Slot),
    ToldTruth(Slot, Slot, Slot),
    /// A column of the table against a limit.
    Limit(Order, u16, i64, Slot),
    /// A number against a limit.
    Against(Order, Numbers, i64, Slot),
    Compare(Compare, Numbers, Numbers, Slot),
    Plain(Reckon, Numbers, Numbers, Numbers),
    Exact(Reckon, Numbers, Numbers, Numbers),
    Negative(Numbers, Numbers),
    Times(Numbers, i64, Numbers),
    Round(Rounding, Numbers, Numbers),
    Part(Part, Numbers, Numbers),
    Either(Slot, bool, Numbers, Numbers, Numbers),
    /// As told, otherwise as it follows.
    Told(Numbers, Numbers, Numbers),
}

/// How a number stands to a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    AtMost,
    AtLeast,
    Equal,
    NotEqual,
}

/// All that is done, in order, each with the step of the whole that it is for.
pub struct Plan {
    pub todo: Vec<(u16, Do)>,
    pub truths: Slot,
    pub numbers: Slot,
    /// Slots that hold the same in every block.
    pub same_truths: Vec<(Slot, i64)>,
    pub same_numbers: Vec<(Slot, i64)>,
    known: Vec<Known>,
}

impl Plan {
    /// For some steps of the whole; the amounts are those that will be read.
    pub fn new(moment: &Moment<'_>, columns: &Columns, steps: &Steps, amounts: &[u16]) -> Plan {
        let whole = &moment.catalogue.whole;
        let plan = Plan {
            todo: Vec::new(),
            truths: 0,
            numbers: 0,
            same_truths: Vec::new(),
            same_numbers: Vec::new(),
            known: vec![Known::Same(UNKNOWN); whole.ops.len()],
        };
        let mut planner = Planner {
            plan,
            moment,
            whole,
            columns,
            unread: HashMap::new(),
            scaled: HashMap::new(),
            of: 0,
            made_for: HashMap::new(),
        };
        for step in steps.iter() {
            planner.of = step;
            planner.plan.known[usize::from(step)] = planner.step(step);
        }
        for amount in amounts {
            if let Known::Numbers(numbers) = planner.plan.known(*amount) {
                planner.read(numbers);
            }
        }
        planner.plan
    }

    /// What is known of a step.
    pub fn known(&self, step: u16) -> Known {
        self.known[usize::from(step)]
    }
}

struct Planner<'a> {
    plan: Plan,
    moment: &'a Moment<'a>,
    whole: &'a Whole,
    columns: &'a Columns,
    /// Columns of the table that nothing has needed as numbers yet.
    unread: HashMap<Slot, u16>,
    /// Numbers brought to more decimals.
    scaled: HashMap<(Slot, u8), Numbers>,
    /// The step for which something is done now.
    of: u16,
    /// The step for which a column of numbers was made.
    made_for: HashMap<Slot, u16>,
}

/// The largest number that a place can hold, in billionths.
const LARGEST: i128 = i64::MAX as i128;

/// Whether numbers of so many decimals fit in a place.
fn fits(range: (i128, i128), decimals: u8) -> Option<(i64, i64)> {
    let part = 10i128.pow(u32::from(9 - decimals));
    let most = range.0.abs().max(range.1.abs()).checked_mul(part)?;
    // Products are guessed with `f64` near the end: a little room is left there.
    (most < LARGEST / 100 * 99).then_some((range.0 as i64, range.1 as i64))
}

impl Planner<'_> {
    fn step(&mut self, step: u16) -> Known {
        let known = |step: u16| self.plan.known(step);
        match self.whole.ops[usize::from(step)] {
            Op::Const(bits) => Known::Same(bits),
            Op::Rate(rate) => Known::Same(self.moment.rates[usize::from(rate)]),
            Op::Fact(fact) if fact == self.moment.catalogue.day => Known::Same(day_bits(self.moment.day)),
            Op::Fact(fact) => self.fact(fact),
            Op::Derived(fact, a) => {
                let follows = known(a);
                let told = self.fact(fact);
                self.told(told, follows)
            }
            Op::Formula(a) => known(a),
            Op::Not(a) => match known(a) {
                Known::Same(a) => Known::Same(not(a)),
                a => {
                    let (a, full) = self.truths(a);
                    self.truth(full, |slot| Do::Not(a, slot))
                }
            },
            Op::And(a, b) => match (known(a), known(b)) {
                (Known::Same(a), Known::Same(b)) => Known::Same(and(a, b)),
                (Known::Same(0), _) | (_, Known::Same(0)) => Known::Same(0),
                (Known::Same(1), other) | (other, Known::Same(1)) => other,
                (a, b) => {
                    let ((a, full), (b, also)) = (self.truths(a), self.truths(b));
                    self.truth(full && also, |slot| Do::And(a, b, full && also, slot))
                }
            },
            Op::Or(a, b) => match (known(a), known(b)) {
                (Known::Same(a), Known::Same(b)) => Known::Same(or(a, b)),
                (Known::Same(1), _) | (_, Known::Same(1)) => Known::Same(1),
                (Known::Same(0), other) | (other, Known::Same(0)) => other,
                (a, b) => {
                    let ((a, full), (b, also)) = (self.truths(a), self.truths(b));
                    self.truth(full && also, |slot| Do::Or(a, b, full && also, slot))
                }
            },
            Op::Compare(how, a, b) => match (known(a), known(b)) {
                (Known::Same(a), Known::Same(b)) => Known::Same(compare(how, a, b)),
                (Known::Same(UNKNOWN), _) | (_, Known::Same(UNKNOWN)) => Known::Same(UNKNOWN),
                (a @ Known::Truths(..), b) | (a, b @ Known::Truths(..)) => {
                    let ((a, full), (b, also)) = (self.truths(a), self.truths(b));
                    self.truth(full && also, |slot| Do::Alike(how == Compare::Equal, a, b, slot))
                }
                (Known::Numbers(a), Known::Same(limit)) => self.limit(how, a, limit),
                (Known::Same(limit), Known::Numbers(a)) => self.limit(turned(how), a, limit),
                (Known::Numbers(a), Known::Numbers(b)) => {
                    let (a, b) = self.aligned(a, b);
                    self.truth(a.full && b.full, |slot| Do::Compare(how, a, b, slot))
                }
            },
            Op::Reckon(how, a, b) => match (known(a), known(b)) {
                (Known::Same(a), Known::Same(b)) => Known::Same(reckon(how, a, b)),
                (Known::Same(UNKNOWN), _) | (_, Known::Same(UNKNOWN)) => Known::Same(UNKNOWN),
                (a, b) => {
                    let (a, b) = (self.numbers(a, Sort::Number), self.numbers(b, Sort::Number));
                    self.reckon(how, a, b)
                }
            },
            Op::Negative(a) => match known(a) {
                Known::Same(a) => Known::Same(number::sub(0, a)),
                a => {
                    let a = self.numbers(a, Sort::Number);
                    let range = (-a.range.1, -a.range.0);
                    self.number(a.decimals, range, a.full, |made| Do::Negative(a, made))
                }
            },
            Op::Round(how, a) => match known(a) {
                Known::Same(a) => Known::Same(number::round(a, how)),
                a => {
                    let a = self.numbers(a, Sort::Number);
                    let part = 10i64.pow(u32::from(a.decimals));
                    let range = (a.range.0.div_euclid(part), a.range.1.div_euclid(part) + 1);
                    let whole = fits((range.0.into(), range.1.into()), 0);
                    let most = i64::MAX / number::SCALE;
                    let range = whole.unwrap_or((-most, most));
                    self.number(0, range, a.full && whole.is_some(), |made| Do::Round(how, a, made))
                }
            },
            Op::Part(part, a) => match known(a) {
                Known::Same(a) => Known::Same(date_part(part, a)),
                a => {
                    let a = self.numbers(a, Sort::Other);
                    let years = (a.range.0 / 10_000, a.range.1 / 10_000);
                    let range = if part == Part::Year { years } else { (0, 99) };
                    self.number(0, range, a.full, |made| Do::Part(part, a, made))
                }
            },
            Op::Choice(when, then, otherwise) => match (known(when), known(then), known(otherwise)) {
                (Known::Same(a), Known::Same(b), Known::Same(c)) => Known::Same(choice(a, b, c)),
                (Known::Same(0), _, otherwise) => otherwise,
                (Known::Same(1), then, _) => then,
                (when, then, otherwise) => {
                    self.choice(self.whole.sorts[usize::from(step)], when, then, otherwise)
                }
            },
        }
    }

    fn fact(&mut self, fact: u16) -> Known {
        let Some(column) = &self.columns.columns[usize::from(fact)] else { return Known::Same(UNKNOWN) };
        let full = column.known.is_empty();
        if let Values::Truth = column.values {
            return self.truth(full, |slot| Do::Truths(fact, slot));
        }
        let numbers =
            Numbers { slot: self.plan.numbers, decimals: column.decimals, range: column.range, full };
        self.plan.numbers += 1;
        self.made_for.insert(numbers.slot, self.of);
        self.unread.insert(numbers.slot, fact);
        Known::Numbers(numbers)
    }

    fn told(&mut self, told: Known, follows: Known) -> Known {
        match (told, follows) {
            (Known::Same(_), follows) => follows,
            (told, Known::Same(UNKNOWN)) => told,
            (Known::Truths(_, true), _) | (Known::Numbers(Numbers { full: true, .. }), _) => told,
            (Known::Truths(a, _), b) => {
                let (b, full) = self.truths(b);
                self.truth(full, |slot| Do::ToldTruth(a, b, slot))
            }
            (Known::Numbers(a), b) => {
                let b = self.numbers(b, Sort::Number);
                let (a, b) = self.aligned(a, b);
                let range = (a.range.0.min(b.range.0), a.range.1.max(b.range.1));
                self.number(a.decimals, range, b.full, |made| Do::Told(a, b, made))
            }
        }
    }

    fn truth(&mut self, full: bool, make: impl FnOnce(Slot) -> Do) -> Known {
        let slot = self.plan.truths;
        self.plan.truths += 1;
        self.plan.todo.push((self.of, make(slot)));
        Known::Truths(slot, full)
    }

    fn number(
        &mut self,
        decimals: u8,
        range: (i64, i64),
        full: bool,
        make: impl FnOnce(Numbers) -> Do,
    ) -> Known {
        let made = Numbers { slot: self.plan.numbers, decimals, range, full };
        self.plan.numbers += 1;
        self.made_for.insert(made.slot, self.of);
        self.plan.todo.push((self.of, make(made)));
        Known::Numbers(made)
    }

    fn truths(&mut self, known: Known) -> (Slot, bool) {
        let value = match known {
            Known::Truths(slot, full) => return (slot, full),
            Known::Same(value) => value,
            // Only yes and no come here: the compiler of expressions has seen to it.
            Known::Numbers(_) => UNKNOWN,
        };
        let slot = self.plan.truths;
        self.plan.truths += 1;
        self.plan.same_truths.push((slot, value));
        (slot, value != UNKNOWN)
    }

    /// A column of numbers; what is the same for all fills one.
    fn numbers(&mut self, known: Known, sort: Sort) -> Numbers {
        let bits = match known {
            Known::Numbers(numbers) => return self.read(numbers),
            Known::Same(bits) => bits,
            Known::Truths(..) => UNKNOWN,
        };
        let full = bits != UNKNOWN;
        let (mut value, mut decimals) = (if full { bits } else { 0 }, 0);
        if sort == Sort::Number {
            decimals = 9;
            while decimals > 0 && value % 10 == 0 {
                (value, decimals) = (value / 10, decimals - 1);
            }
        }
        let numbers = Numbers { slot: self.plan.numbers, decimals, range: (value, value), full };
        self.plan.numbers += 1;
        self.made_for.insert(numbers.slot, self.of);
        self.plan.same_numbers.push((numbers.slot, if full { value } else { UNKNOWN }));
        numbers
    }

    /// A column of the table becomes numbers of 64 bits when something first needs it so.
    fn read(&mut self, numbers: Numbers) -> Numbers {
        if let Some(fact) = self.unread.remove(&numbers.slot) {
            let of = self.made_for[&numbers.slot];
            self.plan.todo.push((of, Do::Numbers(fact, numbers.slot)));
        }
        numbers
    }

    /// Two columns with equally many decimals.
    fn aligned(&mut self, a: Numbers, b: Numbers) -> (Numbers, Numbers) {
        let (a, b) = (self.read(a), self.read(b));
        let decimals = a.decimals.max(b.decimals);
        (self.scaled(a, decimals), self.scaled(b, decimals))
    }

    /// The same numbers with more decimals. That fits, since a place has nine and they fitted there.
    fn scaled(&mut self, numbers: Numbers, decimals: u8) -> Numbers {
        if numbers.decimals == decimals {
            return numbers;
        }
        if let Some(made) = self.scaled.get(&(numbers.slot, decimals)) {
            return *made;
        }
        let times = 10i64.pow(u32::from(decimals - numbers.decimals));
        let range = (numbers.range.0.saturating_mul(times), numbers.range.1.saturating_mul(times));
        let made = Numbers { slot: self.plan.numbers, decimals, range, full: numbers.full };
        self.plan.numbers += 1;
        let of = self.made_for[&numbers.slot];
        self.made_for.insert(made.slot, of);
        if let Some(same) = self.plan.same_numbers.iter().find(|it| it.0 == numbers.slot).copied() {
            let value = if same.1 == UNKNOWN { UNKNOWN } else { same.1 * times };
            self.plan.same_numbers.push((made.slot, value));
        } else {
            self.plan.todo.push((of, Do::Times(numbers, times, made)));
        }
        self.scaled.insert((numbers.slot, decimals), made);
        made
    }

    /// A number against a limit, which becomes a whole count of the number's own parts.
    fn limit(&mut self, how: Compare, a: Numbers, limit: i64) -> Known {
        // Dates and words have no decimals, and no billionths either.
        let part = match a.decimals {
            _ if self.is_other(a) => 1,
            decimals => 10i64.pow(u32::from(9 - decimals)),
        };
        let (below, is_there) = (limit.div_euclid(part), limit.rem_euclid(part) == 0);
        let (order, limit) = match how {
            Compare::Less => (Order::AtMost, if is_there { below - 1 } else { below }),
            Compare::LessOrEqual => (Order::AtMost, below),
            Compare::Greater => (Order::AtLeast, below + 1),
            Compare::GreaterOrEqual => (Order::AtLeast, if is_there { below } else { below + 1 }),
            // No number is the bits of the unknown.
            Compare::Equal => (Order::Equal, if is_there { below } else { UNKNOWN }),
            Compare::NotEqual => (Order::NotEqual, if is_there { below } else { UNKNOWN }),
        };
        match self.unread.get(&a.slot).copied() {
            Some(fact) => self.truth(a.full, |slot| Do::Limit(order, fact, limit, slot)),
            None => self.truth(a.full, |slot| Do::Against(order, a, limit, slot)),
        }
    }

    fn is_other(&self, a: Numbers) -> bool {
        self.whole.sorts[usize::from(self.made_for[&a.slot])] == Sort::Other
    }

    fn reckon(&mut self, how: Reckon, a: Numbers, b: Numbers) -> Known {
        let wide = |range: (i64, i64)| (i128::from(range.0), i128::from(range.1));
        if how == Reckon::Multiply && a.decimals + b.decimals <= 9 {
            let decimals = a.decimals + b.decimals;
            if let Some(range) = fits(product(a, b), decimals) {
                return self.number(decimals, range, a.full && b.full, |made| Do::Plain(how, a, b, made));
            }
        }
        if matches!(how, Reckon::Multiply | Reckon::Divide | Reckon::Power) {
            return self.exact(how, a, b);
        }
        let (a, b) = self.aligned(a, b);
        let ((least, most), (low, high)) = (wide(a.range), wide(b.range));
        let range = match how {
            Reckon::Subtract => (least - high, most - low),
            Reckon::Min => (least.min(low), most.min(high)),
            Reckon::Max => (least.max(low), most.max(high)),
            _ => (least + low, most + high),
        };
        match fits(range, a.decimals) {
            Some(range) => {
                self.number(a.decimals, range, a.full && b.full, |made| Do::Plain(how, a, b, made))
            }
            None => self.exact(how, a, b),
        }
    }

    /// As for one household: in billionths, rounded where it must be, and unknown where it does not fit.
    fn exact(&mut self, how: Reckon, a: Numbers, b: Numbers) -> Known {
        let billionths = |decimals: u8| 10i128.pow(u32::from(9 - decimals));
        let range = match how {
            Reckon::Multiply => {
                let (least, most) = product(a, b);
                let part = billionths(a.decimals) * billionths(b.decimals);
                let of = |value: i128| value.checked_mul(part).map(|value| value / i128::from(number::SCALE));
                of(least).zip(of(most)).map(|(least, most)| (least - 1, most + 1))
            }
            Reckon::Divide if b.range.0 > 0 || b.range.1 < 0 => {
                let most = i128::from(a.range.0.unsigned_abs().max(a.range.1.unsigned_abs()));
                let least = i128::from(b.range.0.unsigned_abs().min(b.range.1.unsigned_abs()));
                let top = most * billionths(a.decimals) * i128::from(number::SCALE);
                let most = top / (least * billionths(b.decimals)) + 1;
                Some((-most, most))
            }
            _ => None,
        };
        let range = range.and_then(|range| fits(range, 9));
        let full = a.full && b.full && range.is_some();
        self.number(9, range.unwrap_or((-i64::MAX, i64::MAX)), full, |made| Do::Exact(how, a, b, made))
    }

    fn choice(&mut self, sort: Sort, when: Known, then: Known, otherwise: Known) -> Known {
        let (when, asked) = self.truths(when);
        if sort == Sort::Truth {
            let ((a, full), (b, also)) = (self.truths(then), self.truths(otherwise));
            return self.truth(asked && full && also, |slot| Do::EitherTruth(when, a, b, slot));
        }
        let (a, b) = (self.numbers(then, sort), self.numbers(otherwise, sort));
        let (a, b) = self.aligned(a, b);
        let range = (a.range.0.min(b.range.0), a.range.1.max(b.range.1));
        let full = asked && a.full && b.full;
        self.number(a.decimals, range, full, |made| Do::Either(when, asked, a, b, made))
    }
}

fn turned(how: Compare) -> Compare {
    match how {
        Compare::Less => Compare::Greater,
        Compare::LessOrEqual => Compare::GreaterOrEqual,
        Compare::Greater => Compare::Less,
        Compare::GreaterOrEqual => Compare::LessOrEqual,
        how => how,
    }
}

/// The least and the most that two numbers can come to when they are multiplied.
fn product(a: Numbers, b: Numbers) -> (i128, i128) {
    let times = |a: i64, b: i64| i128::from(a) * i128::from(b);
    let corners = [
        times(a.range.0, b.range.0),
        times(a.range.0, b.range.1),
        times(a.range.1, b.range.0),
        times(a.range.1, b.range.1),
    ];
    let first = corners[0];
    corners.into_iter().fold((first, first), |(least, most), it| (least.min(it), most.max(it)))
}
