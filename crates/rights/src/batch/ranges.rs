//! What is known of numbers before any case is seen: how many decimals they have and how large they can be; and the
//! cheapest way to reckon with them that comes to exactly the same.

use super::plan::{Do, Known, Numbers, Order};
use super::planner::Planner;
use crate::number::{self, Rounding, UNKNOWN};
use crate::program::{Compare, Reckon};
use crate::whole::Sort;

/// The largest number that a place can hold, in billionths.
const LARGEST: i128 = i64::MAX as i128;

/// Whether numbers of so many decimals fit in a place.
pub(super) fn fits(range: (i128, i128), decimals: u8) -> Option<(i64, i64)> {
    let part = 10i128.pow(u32::from(9 - decimals));
    let most = range.0.abs().max(range.1.abs()).checked_mul(part)?;
    // Products are guessed with `f64` near the end: a little room is left there.
    (most < LARGEST / 100 * 99).then_some((range.0 as i64, range.1 as i64))
}

/// What divides is smaller than this: three and a half times as much still fits.
const LARGEST_PART: i128 = 1 << 61;

/// Whether `f64` tells how often a part, or more, goes into numbers of a range: it keeps 53 bits of each of three steps, so
/// that a quotient of 51 is at most three quarters wrong before it is rounded.
fn can_be_guessed(range: (i128, i128), part: i128) -> bool {
    let most = range.0.abs().max(range.1.abs());
    most < 1 << 62 && part < LARGEST_PART && most / part < 1 << 51
}

impl Planner<'_> {
    /// Two columns with equally many decimals.
    pub(super) fn aligned(&mut self, a: Numbers, b: Numbers) -> (Numbers, Numbers) {
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
            None => self.truth(a.full, |slot| Do::Against(order, a, limit, slot)),
        }
    }

    fn is_other(&self, a: Numbers) -> bool {
        self.whole.sorts[usize::from(self.made_for[&a.slot])] == Sort::Other
    }

    pub(super) fn reckon(&mut self, how: Reckon, a: Numbers, b: Numbers) -> Known {
        let wide = |range: (i64, i64)| (i128::from(range.0), i128::from(range.1));
        if how == Reckon::Multiply && a.decimals + b.decimals <= 9 {
            let decimals = a.decimals + b.decimals;
            if let Some(range) = fits(product(a, b), decimals) {
                return self.number(decimals, range, a.full && b.full, |made| Do::Plain(how, a, b, made));
            }
        }
        match (how, self.whole_power(b)) {
            (Reckon::Multiply, _) => return self.rounded_product(a, b),
            (Reckon::Divide, _) => return self.share(a, b),
            (Reckon::Power, Some(times)) => {
                return (1..times).fold(Known::Numbers(a), |so_far, _| match so_far {
                    Known::Numbers(so_far) => self.rounded_product(so_far, a),
                    so_far => so_far,
                });
            }
            (Reckon::Power, None) => return self.exact(how, a, b),
            _ => {}
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

    /// A small whole power that is the same for all.
    fn whole_power(&self, b: Numbers) -> Option<i64> {
        (b.decimals == 0 && b.full && b.range.0 == b.range.1 && (1..=4).contains(&b.range.0))
            .then_some(b.range.0)
    }

    /// A product that must be rounded to a billionth.
    fn rounded_product(&mut self, a: Numbers, b: Numbers) -> Known {
        let decimals = a.decimals + b.decimals;
        let (least, most) = product(a, b);
        if decimals <= 9 || !can_be_guessed((least, most), 10i128.pow(u32::from(decimals - 9))) {
            return self.exact(Reckon::Multiply, a, b);
        }
        let part = 10i64.pow(u32::from(decimals - 9));
        let range = (least as i64 / part - 1, most as i64 / part + 1);
        self.number(9, range, a.full && b.full, |made| Do::Product(a, b, part, made))
    }

    /// Whole ones.
    pub(super) fn round(&mut self, how: Rounding, a: Numbers) -> Known {
        if a.decimals == 0 {
            return Known::Numbers(a);
        }
        let part = 10i64.pow(u32::from(a.decimals));
        let range = (a.range.0.div_euclid(part), a.range.1.div_euclid(part) + 1);
        let whole = fits((range.0.into(), range.1.into()), 0);
        match whole.filter(|_| can_be_guessed((a.range.0.into(), a.range.1.into()), part.into())) {
            Some(range) => self.number(0, range, a.full, |made| Do::Round(how, a, made)),
            None => self.number(9, (-i64::MAX, i64::MAX), false, |made| Do::RoundExact(how, a, made)),
        }
    }

    /// A quotient; by the same whole for all it needs no division.
    fn share(&mut self, a: Numbers, b: Numbers) -> Known {
        let times = 10i128.pow(u32::from(9 - a.decimals + b.decimals));
        let top = (i128::from(a.range.0) * times, i128::from(a.range.1) * times);
        // By zero it is unknown: the least that divides is one.
        let least = b.range.0.max(1);
        let guessed = can_be_guessed(top, least.into()) && i128::from(b.range.1) < LARGEST_PART;
        if b.range.0 < 0 || !guessed {
            return self.exact(Reckon::Divide, a, b);
        }
        let range = (top.0.min(0) as i64 / least - 1, top.1.max(0) as i64 / least + 1);
        if b.full && b.range.0 == b.range.1 && b.range.0 > 0 {
            return self.number(9, range, a.full, |made| Do::Share(a, times as i64, least, made));
        }
        let full = a.full && b.full && b.range.0 > 0;
        self.number(9, range, full, |made| Do::Quotient(a, times as i64, b, made))
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
