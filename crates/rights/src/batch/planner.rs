//! How each step becomes something that is done for every block, with what is known of it before any case is seen.

use super::plan::{Do, Known, Numbers, Plan, Slot};
use super::ranges::{exact, turned};
use super::{Columns, Values};
use crate::answer::Moment;
use crate::household::day_bits;
use crate::number::{self, UNKNOWN};
use crate::program::{Compare, Op, Part, and, choice, compare, date_part, not, or, reckon};
use crate::whole::{Sort, Whole};
use std::collections::HashMap;

/// Makes a plan, step by step.
pub struct Planner<'a> {
    pub plan: Plan,
    moment: &'a Moment<'a>,
    pub(super) whole: &'a Whole,
    columns: &'a Columns,
    /// Columns of the table that nothing has needed as numbers yet.
    pub(super) unread: HashMap<Slot, u16>,
    /// Numbers brought to more decimals.
    pub(super) scaled: HashMap<(Slot, u8), Numbers>,
    /// Numbers that are the same for all cases, by what they are: a column for each.
    same: HashMap<(i64, u8), Numbers>,
    /// The step for which something is done now.
    of: u16,
    /// The step for which a column of numbers was made.
    pub(super) made_for: HashMap<Slot, u16>,
}

impl<'a> Planner<'a> {
    /// For the cases of a table, seen at a moment.
    pub fn new(plan: Plan, moment: &'a Moment<'a>, columns: &'a Columns) -> Planner<'a> {
        Planner {
            plan,
            moment,
            whole: &moment.catalogue.whole,
            columns,
            unread: HashMap::new(),
            scaled: HashMap::new(),
            same: HashMap::new(),
            of: 0,
            made_for: HashMap::new(),
        }
    }

    /// Plans the next step.
    pub fn take(&mut self, step: u16) {
        self.of = step;
        self.plan.known[usize::from(step)] = self.step(step);
    }

    /// Nothing when it must be worked out case by case.
    fn step(&mut self, step: u16) -> Option<Known> {
        let known = |step: u16| self.plan.known(step);
        Some(match self.whole.ops[usize::from(step)] {
            Op::Const(bits) => Known::Same(bits),
            Op::Rate(rate) => Known::Same(self.moment.rates[usize::from(rate)]),
            Op::Fact(fact) if fact == self.moment.catalogue.day => Known::Same(day_bits(self.moment.day)),
            Op::Fact(fact) => self.fact(fact)?,
            Op::Derived(fact, a) => {
                let follows = known(a)?;
                let told = self.fact(fact)?;
                self.told(self.whole.sorts[usize::from(step)], told, follows)?
            }
            Op::Formula(a) => known(a)?,
            Op::Not(a) => match known(a)? {
                Known::Same(a) => Known::Same(not(a)),
                a => {
                    let (a, full) = self.truths(a);
                    self.truth(full, |slot| Do::Not(a, slot))
                }
            },
            Op::And(a, b) => match (known(a)?, known(b)?) {
                (Known::Same(a), Known::Same(b)) => Known::Same(and(a, b)),
                (Known::Same(0), _) | (_, Known::Same(0)) => Known::Same(0),
                (Known::Same(1), other) | (other, Known::Same(1)) => other,
                (a, b) => {
                    let ((a, full), (b, also)) = (self.truths(a), self.truths(b));
                    self.truth(full && also, |slot| Do::And(a, b, full && also, slot))
                }
            },
            Op::Or(a, b) => match (known(a)?, known(b)?) {
                (Known::Same(a), Known::Same(b)) => Known::Same(or(a, b)),
                (Known::Same(1), _) | (_, Known::Same(1)) => Known::Same(1),
                (Known::Same(0), other) | (other, Known::Same(0)) => other,
                (a, b) => {
                    let ((a, full), (b, also)) = (self.truths(a), self.truths(b));
                    self.truth(full && also, |slot| Do::Or(a, b, full && also, slot))
                }
            },
            Op::Compare(how, a, b) => match (known(a)?, known(b)?) {
                (Known::Same(a), Known::Same(b)) => Known::Same(compare(how, a, b)),
                (Known::Same(UNKNOWN), _) | (_, Known::Same(UNKNOWN)) => Known::Same(UNKNOWN),
                (a @ Known::Truths(..), b) | (a, b @ Known::Truths(..)) => {
                    let ((a, full), (b, also)) = (self.truths(a), self.truths(b));
                    self.truth(full && also, |slot| Do::Alike(how == Compare::Equal, a, b, slot))
                }
                (Known::Numbers(a), Known::Same(limit)) => self.limit(how, a, limit),
                (Known::Same(limit), Known::Numbers(a)) => self.limit(turned(how), a, limit),
                (Known::Numbers(a), Known::Numbers(b)) => {
                    let (a, b) = self.aligned(a, b)?;
                    self.truth(a.full && b.full, |slot| Do::Compare(how, a, b, slot))
                }
            },
            Op::Reckon(how, a, b) => match (known(a)?, known(b)?) {
                (Known::Same(a), Known::Same(b)) => Known::Same(reckon(how, a, b)),
                (Known::Same(UNKNOWN), _) | (_, Known::Same(UNKNOWN)) => Known::Same(UNKNOWN),
                (a, b) => {
                    let (a, b) = (self.numbers(a, Sort::Number)?, self.numbers(b, Sort::Number)?);
                    self.reckon(how, a, b)?
                }
            },
            Op::Negative(a) => match known(a)? {
                Known::Same(a) => Known::Same(number::sub(0, a)),
                a => {
                    let a = self.numbers(a, Sort::Number)?;
                    let range = (-a.range.1, -a.range.0);
                    self.number(a.decimals, range, a.full, |made| Do::Negative(a, made))
                }
            },
            Op::Round(how, a) => match known(a)? {
                Known::Same(a) => Known::Same(number::round(a, how)),
                a => {
                    let a = self.numbers(a, Sort::Number)?;
                    self.round(how, a)?
                }
            },
            Op::Part(part, a) => match known(a)? {
                Known::Same(a) => Known::Same(date_part(part, a)),
                a => {
                    let a = self.numbers(a, Sort::Other)?;
                    let years = (a.range.0 / 10_000, a.range.1 / 10_000);
                    let range = if part == Part::Year { years } else { (0, 99) };
                    self.number(0, range, a.full, |made| Do::Part(part, a, made))
                }
            },
            Op::Choice(when, then, otherwise) => match (known(when)?, known(then)?, known(otherwise)?) {
                (Known::Same(a), Known::Same(b), Known::Same(c)) => Known::Same(choice(a, b, c)),
                (Known::Same(0), _, otherwise) => otherwise,
                (Known::Same(1), then, _) => then,
                (when, then, otherwise) => {
                    self.choice(self.whole.sorts[usize::from(step)], when, then, otherwise)?
                }
            },
        })
    }

    fn fact(&mut self, fact: u16) -> Option<Known> {
        let Some(column) = &self.columns.columns[usize::from(fact)] else {
            return Some(Known::Same(UNKNOWN));
        };
        let full = column.known.is_empty();
        if let Values::Truth = column.values {
            return Some(Known::Truths(fact, full));
        }
        let range = exact((column.range.0.into(), column.range.1.into()))?;
        let numbers = Numbers { slot: self.plan.numbers, decimals: column.decimals, range, full };
        self.plan.numbers += 1;
        self.made_for.insert(numbers.slot, self.of);
        self.unread.insert(numbers.slot, fact);
        Some(Known::Numbers(numbers))
    }

    fn told(&mut self, sort: Sort, told: Known, follows: Known) -> Option<Known> {
        Some(match (told, follows) {
            (Known::Same(_), follows) => follows,
            (told, Known::Same(UNKNOWN)) => told,
            (Known::Truths(_, true), _) | (Known::Numbers(Numbers { full: true, .. }), _) => told,
            (Known::Truths(a, _), b) => {
                let (b, full) = self.truths(b);
                self.truth(full, |slot| Do::ToldTruth(a, b, slot))
            }
            (Known::Numbers(a), b) => {
                let b = self.numbers(b, sort)?;
                let (a, b) = self.aligned(a, b)?;
                let range = (a.range.0.min(b.range.0), a.range.1.max(b.range.1));
                self.number(a.decimals, range, b.full, |made| Do::Told(a, b, made))
            }
        })
    }

    pub(super) fn truth(&mut self, full: bool, make: impl FnOnce(Slot) -> Do) -> Known {
        let slot = self.plan.truths;
        self.plan.truths += 1;
        self.plan.todo.push((self.of, make(slot)));
        Known::Truths(slot, full)
    }

    pub(super) fn number(
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
    fn numbers(&mut self, known: Known, sort: Sort) -> Option<Numbers> {
        let bits = match known {
            Known::Numbers(numbers) => return Some(self.read(numbers)),
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
        let value = if full { value } else { UNKNOWN };
        if let Some(made) = self.same.get(&(value, decimals)) {
            return Some(*made);
        }
        let range = if full { exact((value.into(), value.into()))? } else { (0, 0) };
        let numbers = Numbers { slot: self.plan.numbers, decimals, range, full };
        self.plan.numbers += 1;
        self.made_for.insert(numbers.slot, self.of);
        self.plan.same_numbers.push((numbers.slot, value));
        self.same.insert((value, decimals), numbers);
        Some(numbers)
    }

    /// A column of the table becomes numbers when something first needs it so.
    pub(super) fn read(&mut self, numbers: Numbers) -> Numbers {
        if let Some(fact) = self.unread.remove(&numbers.slot) {
            let of = self.made_for[&numbers.slot];
            self.plan.todo.push((of, Do::Numbers(fact, numbers.slot)));
        }
        numbers
    }

    fn choice(&mut self, sort: Sort, when: Known, then: Known, otherwise: Known) -> Option<Known> {
        let (when, asked) = self.truths(when);
        if sort == Sort::Truth {
            let ((a, full), (b, also)) = (self.truths(then), self.truths(otherwise));
            return Some(self.truth(asked && full && also, |slot| Do::EitherTruth(when, a, b, slot)));
        }
        let (a, b) = (self.numbers(then, sort)?, self.numbers(otherwise, sort)?);
        let (a, b) = self.aligned(a, b)?;
        let range = (a.range.0.min(b.range.0), a.range.1.max(b.range.1));
        let full = asked && a.full && b.full;
        Some(self.number(a.decimals, range, full, |made| Do::Either(when, asked, a, b, made)))
    }
}
