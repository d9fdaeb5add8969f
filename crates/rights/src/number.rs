//! Exact numbers: money, shares, hours and ages with nine decimals.
//!
//! A number is a whole count of billionths in 64 bits. Øre, G factors with three decimals and shares with four are
//! exact, and so are their sums and products; a division is rounded once, to the nearest billionth (half to even), which
//! no rounding to kroner can notice. Why not `f64`: 0.06 has no exact place there, and «more than six per cent» would be
//! decided by the error. Why not a general decimal: numbers here end at nine milliards, and 64 bits make a column of a
//! hundred thousand households fit in the processor's cache. What does not fit is unknown, never a panic.

use std::fmt;

/// How many parts one is cut into.
pub const SCALE: i64 = 1_000_000_000;

/// What a place in a frame holds when nobody knows; no number has these bits.
pub const UNKNOWN: i64 = i64::MIN;

/// An exact number with nine decimals, up to nine milliards either way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number(i64);

impl Number {
    /// Zero.
    pub const ZERO: Number = Number(0);

    /// From whole ones; nothing when it is too large.
    pub const fn whole(value: i64) -> Option<Number> {
        match value.checked_mul(SCALE) {
            Some(UNKNOWN) | None => None,
            Some(bits) => Some(Number(bits)),
        }
    }

    /// From a place in a frame; nothing when it is unknown.
    pub const fn from_bits(bits: i64) -> Option<Number> {
        if bits == UNKNOWN { None } else { Some(Number(bits)) }
    }

    /// As it stands in a frame.
    pub const fn bits(self) -> i64 {
        self.0
    }

    /// Reads `1200`, `0.25`, `-3.5` or `2,041`; at most nine decimals.
    pub fn parse(text: &str) -> Option<Number> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (ones, parts) = digits.split_once(['.', ',']).unwrap_or((digits, "0"));
        let decimal = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if !decimal(ones) || !decimal(parts) || parts.len() > 9 {
            return None;
        }
        let parts: i64 = format!("{parts:0<9}").parse().ok()?;
        let bits = ones.parse::<i64>().ok()?.checked_mul(SCALE)?.checked_add(parts)?;
        Number::from_bits(if negative { -bits } else { bits })
    }

    /// Whether there is nothing after the point.
    pub const fn is_whole(self) -> bool {
        self.0 % SCALE == 0
    }

    /// The whole ones, the rest cut off.
    pub const fn trunc(self) -> i64 {
        self.0 / SCALE
    }

    /// How far two numbers are from each other.
    pub const fn distance(self, other: Number) -> Number {
        Number(self.0.saturating_sub(other.0).saturating_abs())
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (ones, parts) = (self.0.unsigned_abs() / SCALE as u64, self.0.unsigned_abs() % SCALE as u64);
        let sign = if self.0 < 0 { "-" } else { "" };
        let decimals = format!("{parts:09}");
        match decimals.trim_end_matches('0') {
            "" => write!(f, "{sign}{ones}"),
            decimals => write!(f, "{sign}{ones}.{decimals}"),
        }
    }
}

/// How a calculation is rounded to whole ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rounding {
    /// Half away from zero.
    HalfUp,
    /// Half to the even neighbour.
    HalfEven,
    /// Half towards zero.
    HalfDown,
    /// Always up.
    Up,
}

const fn known(value: Option<i64>) -> i64 {
    match value {
        Some(bits) => bits,
        None => UNKNOWN,
    }
}

/// Sum of two places.
#[inline]
pub fn add(a: i64, b: i64) -> i64 {
    if a == UNKNOWN || b == UNKNOWN { UNKNOWN } else { known(a.checked_add(b)) }
}

/// Difference of two places.
#[inline]
pub fn sub(a: i64, b: i64) -> i64 {
    if a == UNKNOWN || b == UNKNOWN { UNKNOWN } else { known(a.checked_sub(b)) }
}

/// Product of two places, to the nearest billionth.
#[inline]
pub fn mul(a: i64, b: i64) -> i64 {
    if a == UNKNOWN || b == UNKNOWN {
        return UNKNOWN;
    }
    let product = u128::from(a.unsigned_abs()) * u128::from(b.unsigned_abs());
    let Ok(high) = u64::try_from(product >> HALVINGS) else { return UNKNOWN };
    // The quotient is guessed with the billion's reciprocal, at most two too small, and mended with what remains, which
    // the low bits alone tell: the long division of the processor's library costs five times as much.
    let guess = ((u128::from(high) * u128::from(RECIPROCAL)) >> 64) as u64;
    let mut quotient = guess;
    let mut rest = (product as u64).wrapping_sub(guess.wrapping_mul(SCALE as u64));
    // Without branches, which the processor could not foresee.
    for _ in 0..2 {
        let more = u64::from(rest >= SCALE as u64);
        (quotient, rest) = (quotient + more, rest - more * SCALE as u64);
    }
    let half = SCALE as u64 / 2;
    let up = (rest > half) | ((rest == half) & (quotient & 1 == 1));
    let size = quotient + u64::from(up);
    let turn = (a ^ b) >> 63;
    i64::try_from(size).map_or(UNKNOWN, |size| (size ^ turn) - turn)
}

/// A product that fits, halved so often, has no more than 64 bits.
const HALVINGS: u32 = 29;
/// One billionth, doubled so often that it has 64 bits.
const RECIPROCAL: u64 = ((1u128 << (64 + HALVINGS)) / SCALE as u128) as u64;

/// Quotient of two places, to the nearest billionth; by zero it is unknown.
#[inline]
pub fn div(a: i64, b: i64) -> i64 {
    if a == UNKNOWN || b == UNKNOWN || b == 0 {
        return UNKNOWN;
    }
    // A quotient below four million is guessed with `f64`, which is at most one billionth wrong there, and mended.
    let guess = a as f64 / b as f64 * SCALE as f64;
    if (-4e15..=4e15).contains(&guess) && b > 0 && b < i64::MAX / 8 {
        let mut quotient = guess as i64;
        let mut rest = a.wrapping_mul(SCALE).wrapping_sub(quotient.wrapping_mul(b));
        let below = i64::from(rest < 0);
        (quotient, rest) = (quotient - below, rest + b * below);
        let above = i64::from(rest >= b);
        (quotient, rest) = (quotient + above, rest - b * above);
        while rest < 0 {
            (quotient, rest) = (quotient - 1, rest + b);
        }
        while rest >= b {
            (quotient, rest) = (quotient + 1, rest - b);
        }
        return quotient + i64::from((2 * rest > b) | ((2 * rest == b) & (quotient & 1 == 1)));
    }
    long_division(a, b)
}

/// The quotient of two known places, the long way.
fn long_division(a: i64, b: i64) -> i64 {
    let top = a as i128 * SCALE as i128;
    let (top, bottom) = if b < 0 { (-top, -(b as i128)) } else { (top, b as i128) };
    let (down, left) = (top.div_euclid(bottom), top.rem_euclid(bottom));
    let up = 2 * left > bottom || (2 * left == bottom && down & 1 == 1);
    i64::try_from(down + i128::from(up)).unwrap_or(UNKNOWN)
}

/// A place to a whole power from 0 to 64; other powers are unknown.
pub fn power(a: i64, b: i64) -> i64 {
    if a == UNKNOWN || b == UNKNOWN || b % SCALE != 0 || !(0..=64).contains(&(b / SCALE)) {
        return UNKNOWN;
    }
    match b / SCALE {
        0 => SCALE,
        times => (1..times).fold(a, |so_far, _| mul(so_far, a)),
    }
}

/// A place rounded to whole ones.
#[inline]
pub fn round(a: i64, how: Rounding) -> i64 {
    if a == UNKNOWN {
        return UNKNOWN;
    }
    let (down, left) = (a.div_euclid(SCALE), a.rem_euclid(SCALE));
    let half = SCALE / 2;
    let up = match how {
        Rounding::Up => left > 0,
        Rounding::HalfEven => left > half || (left == half && down & 1 == 1),
        Rounding::HalfUp => left > half || (left == half && a >= 0),
        Rounding::HalfDown => left > half || (left == half && a < 0),
    };
    known((down + i64::from(up)).checked_mul(SCALE))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bits(text: &str) -> i64 {
        Number::parse(text).unwrap().bits()
    }

    #[test]
    fn six_per_cent_of_an_income_is_exact_to_the_last_ore() {
        assert_eq!(mul(bits("0.06"), bits("220000")), bits("13200"));
        assert_eq!(mul(bits("0.06"), bits("220000.01")), bits("13200.0006"));
        assert_eq!(mul(bits("2.041"), bits("136549")), bits("278696.509"));
    }

    #[test]
    fn a_division_by_zero_and_an_overflow_are_unknown() {
        assert_eq!(div(bits("1"), 0), UNKNOWN);
        assert_eq!(mul(bits("9000000000"), bits("2")), UNKNOWN);
        assert_eq!(add(i64::MAX, 1), UNKNOWN);
        assert_eq!(sub(-i64::MAX, 1), UNKNOWN, "the bits of the unknown are no number");
        assert_eq!(power(bits("2"), bits("-1")), UNKNOWN);
        assert_eq!(power(bits("2"), bits("64")), UNKNOWN);
        assert_eq!(power(bits("2"), bits("10")), bits("1024"));
    }

    #[test]
    fn halves_go_where_the_rule_says() {
        for (text, up, even, down, always) in
            [("2.5", "3", "2", "2", "3"), ("3.5", "4", "4", "3", "4"), ("-2.5", "-3", "-2", "-2", "-2")]
        {
            assert_eq!(round(bits(text), Rounding::HalfUp), bits(up), "{text} up");
            assert_eq!(round(bits(text), Rounding::HalfEven), bits(even), "{text} even");
            assert_eq!(round(bits(text), Rounding::HalfDown), bits(down), "{text} down");
            assert_eq!(round(bits(text), Rounding::Up), bits(always), "{text} always up");
        }
    }

    #[test]
    fn what_is_written_is_what_is_read() {
        for text in ["0", "1200", "0.25", "-3.5", "2.041", "9000000000.000000001"] {
            assert_eq!(Number::parse(text).unwrap().to_string(), text);
        }
        for text in ["", "-", "1.", ".5", "1e9", "0.0000000001", "99999999999", "1 200", "ti"] {
            assert!(Number::parse(text).is_none(), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn a_quotient_equals_the_long_way(a in -9_000_000_000_000_000_000i64.., b in 1i64.., few in 0u32..62) {
            for b in [b, (b >> few).max(1), SCALE * (b >> 33).max(1)] {
                proptest::prop_assert_eq!(div(a, b), long_division(a, b));
                proptest::prop_assert_eq!(div(a >> few, b), long_division(a >> few, b));
            }
        }
        #[test]
        fn a_product_equals_the_long_way(a in -9_000_000_000_000_000_000i64.., b in -9_000_000_000_000_000_000i64..) {
            let product = a as i128 * b as i128;
            let (down, left) = (product.div_euclid(SCALE as i128), product.rem_euclid(SCALE as i128));
            let half = SCALE as i128 / 2;
            let long = down + i128::from(left > half || (left == half && down & 1 == 1));
            if let Ok(fits) = i64::try_from(long) && fits != UNKNOWN {
                proptest::prop_assert_eq!(mul(a, b), fits);
            }
        }
        #[test]
        fn a_small_product_equals_the_long_way(a in -9_000_000_000_000_000i64..9_000_000_000_000_000, b in -90_000_000_000i64..90_000_000_000) {
            let product = a as i128 * b as i128;
            let (down, left) = (product.div_euclid(SCALE as i128), product.rem_euclid(SCALE as i128));
            let half = SCALE as i128 / 2;
            let long = down + i128::from(left > half || (left == half && down & 1 == 1));
            proptest::prop_assert_eq!(i128::from(mul(a, b)), long);
        }
    }
}
