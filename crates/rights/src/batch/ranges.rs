//! What is known of numbers before any case is seen: how many decimals they have and how large they can be; and the
//! cheapest way to reckon with them that comes to exactly the same.

use super::plan::{Do, Known, Numbers, Order};
use super::planner::Planner;
use crate::number::{Rounding, UNKNOWN};
use crate::program::{Compare, Reckon};
use crate::whole::Sort;

/// Numbers below this either way, and what is left between two of them, `f64` holds exactly.
const EXACT: i128 = 1 << 52;
/// A quotient below this is guessed less than half wrong: each of two steps keeps 53 bits.
const GUESSED: i128 = 1 << 51;

/// A range that a column holds exactly.
pub(super) fn exact(range: (i128, i128)) -> Option<(i64, i64)> {
    (most(range) < EXACT).then_some((range.0 as i64, range.1 as i64))
}

/// Whether numbers of so many decimals fit in a place, and are exact in a column.
fn fits(range: (i128, i128), decimals: u8) -> Option<(i64, i64)> {
    let in_place = most(range) * 10i128.pow(u32::from(9 - decimals));
    exact(range).filter(|_| in_place <= i128::from(i64::MAX))
}

/// How far from zero a range reaches.
fn most(range: (i128, i128)) -> i128 {
    range.0.abs().max(range.1.abs())
}

/// The range of a column, with room to reckon.
fn wide(numbers: Numbers) -> (i128, i128) {
    (numbers.range.0.into(), numbers.range.1.into())
}

impl Planner<'_> {
    /// Two columns with equally many decimals.
    pub(super) fn aligned(&mut self, a: Numbers, b: Numbers) -> Option<(Numbers, Numbers)> {
        let (a, b) = (self.read(a), self.read(b));
        let decimals = a.decimals.max(b.decimals);
        Some((self.scaled(a, decimals)?, self.scaled(b, decimals)?))
    }

    /// The same numbers with more decimals.
    fn scaled(&mut self, numbers: Numbers, decimals: u8) -> Option<Numbers> {
        if numbers.decimals == decimals {
            return Some(numbers);
        }
        if let Some(made) = self.scaled.get(&(numbers.slot, decimals)) {
            return Some(*made);
        }
        let times = 10i64.pow(u32::from(decimals - numbers.decimals));
        let (least, most) = wide(numbers);
        let range = exact((least * i128::from(times), most * i128::from(times)))?;
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
        Some(made)
    }

    /// A number against a limit, which becomes a whole count of the number's own parts.
    pub(super) fn limit(&mut self, how: Compare, a: Numbers, limit: i64) -> Known {
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
            None => {
                // No number of a column reaches either end.
                let limit = limit.clamp(-EXACT as i64, EXACT as i64);
                self.truth(a.full, |slot| Do::Against(order, a, limit, slot))
            }
        }
    }

    fn is_other(&self, a: Numbers) -> bool {
        self.whole.sorts[usize::from(self.made_for[&a.slot])] == Sort::Other
    }

    /// A sum, difference, product, quotient, power, the least or the most.
    pub(super) fn reckon(&mut self, how: Reckon, a: Numbers, b: Numbers) -> Option<Known> {
        match how {
            Reckon::Multiply => return self.product(a, b),
            Reckon::Divide => return self.quotient(a, b),
            Reckon::Power => {
                return (1..whole_power(b)?).try_fold(Known::Numbers(a), |so_far, _| match so_far {
                    Known::Numbers(so_far) => self.product(so_far, a),
                    so_far => Some(so_far),
                });
            }
            _ => {}
        }
        let (a, b) = self.aligned(a, b)?;
        let ((least, most), (low, high)) = (wide(a), wide(b));
        let range = match how {
            Reckon::Subtract => (least - high, most - low),
            Reckon::Min => (least.min(low), most.min(high)),
            Reckon::Max => (least.max(low), most.max(high)),
            _ => (least + low, most + high),
        };
        let range = fits(range, a.decimals)?;
        Some(self.number(a.decimals, range, a.full && b.full, |made| Do::Plain(how, a, b, made)))
    }

    /// A product; with more than nine decimals it is rounded to a billionth.
    fn product(&mut self, a: Numbers, b: Numbers) -> Option<Known> {
        let (decimals, full) = (a.decimals + b.decimals, a.full && b.full);
        let (least, most_of_it) = product(a, b);
        if decimals <= 9 {
            let range = fits((least, most_of_it), decimals)?;
            return Some(self.number(decimals, range, full, |made| Do::Plain(Reckon::Multiply, a, b, made)));
        }
        let part = 10i128.pow(u32::from(decimals - 9));
        let range = fits((least / part - 1, most_of_it / part + 1), 9)?;
        // One of them is cut, as coarsely as can be: its pieces and what is left, so many times over, must be exact.
        let can_be_cut = |value: Numbers, times: Numbers, cut: i128| {
            let (value, times) = (most(wide(value)), most(wide(times)));
            (value / cut + 1) * times < GUESSED && part + cut * times < GUESSED
        };
        let cuts = (1..=decimals - 9).rev().map(|decimals| 10i128.pow(u32::from(decimals)));
        let both = cuts.flat_map(|cut| [(a, b, cut), (b, a, cut)]);
        let found = both.into_iter().find(|(value, times, cut)| can_be_cut(*value, *times, *cut));
        Some(match found {
            Some((value, times, cut)) => {
                let then = (part / cut) as i64;
                self.number(9, range, full, |made| Do::Product(value, times, cut as i64, then, made))
            }
            None => self.number(9, range, full, |made| Do::Exact(Reckon::Multiply, a, b, made)),
        })
    }

    /// Whole ones.
    pub(super) fn round(&mut self, how: Rounding, a: Numbers) -> Option<Known> {
        if a.decimals == 0 {
            return Some(Known::Numbers(a));
        }
        let part = 10i64.pow(u32::from(a.decimals));
        let range = (a.range.0.div_euclid(part), a.range.1.div_euclid(part) + 1);
        let range = fits((range.0.into(), range.1.into()), 0)?;
        Some(self.number(0, range, a.full, |made| Do::Round(how, a, made)))
    }

    /// A quotient, rounded to a billionth; by the same whole for all it needs no division. By zero it is unknown, so the
    /// least that divides is one.
    fn quotient(&mut self, a: Numbers, b: Numbers) -> Option<Known> {
        if b.range == (0, 0) {
            return Some(Known::Same(UNKNOWN));
        }
        if b.range.0 < 0 {
            return None;
        }
        let least = i128::from(b.range.0.max(1));
        let times = 10i128.pow(u32::from(9 - a.decimals + b.decimals));
        let (low, high) = (a.range.0.min(0), a.range.1.max(0));
        let range = (i128::from(low) * times / least - 1, i128::from(high) * times / least + 1);
        let (range, size) = (fits(range, 9).filter(|_| most(range) < GUESSED)?, most(wide(a)));
        let full = a.full && b.full && b.range.0 > 0;
        if full && b.range.0 == b.range.1 {
            let common = gcd(times, least);
            let (times, part) = (times / common, least / common);
            if size * times < EXACT && part < GUESSED {
                let (times, part) = (times as i64, part as i64);
                return Some(self.number(9, range, full, |made| Do::Share(a, times, part, made)));
            }
        }
        // As far as it goes at once; the rest with what is left.
        let mut first = times;
        while size * first >= EXACT {
            first /= 10;
        }
        let then = times / first;
        if i128::from(b.range.1) * then >= GUESSED {
            return (full).then(|| self.number(9, range, full, |made| Do::Exact(Reckon::Divide, a, b, made)));
        }
        let (first, then) = (first as i64, then as i64);
        Some(self.number(9, range, full, |made| Do::Quotient(a, first, b, then, made)))
    }
}

/// A small whole power that is the same for all.
fn whole_power(b: Numbers) -> Option<i64> {
    (b.decimals == 0 && b.full && b.range.0 == b.range.1 && (1..=4).contains(&b.range.0)).then_some(b.range.0)
}

/// The largest whole number that goes into both.
fn gcd(a: i128, b: i128) -> i128 {
    if b == 0 { a } else { gcd(b, a % b) }
}

/// The same comparison, seen from the other side.
pub(super) fn turned(how: Compare) -> Compare {
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
