//! What is done with whole rows of numbers: loops without branches, which the compiler turns into steps that take several
//! numbers at once on any processor.

use super::WORDS;
use super::lanes::{Bits, Row};
use super::plan::Order;
use crate::number::Rounding;
use crate::program::{Compare, Part, Reckon};

/// What is reckoned with: a number for each case, or the same for all.
#[derive(Debug, Clone, Copy)]
pub enum Operand<'a> {
    Each(&'a Row),
    Same(f64),
}

use Operand::{Each, Same};

/// Something made of two, number by number.
#[inline]
pub fn each(a: Operand<'_>, b: Operand<'_>, made: &mut Row, make: impl Fn(f64, f64) -> f64) {
    match (a, b) {
        (Each(a), Each(b)) => {
            made.iter_mut().zip(a.iter().zip(b)).for_each(|(made, (a, b))| *made = make(*a, *b));
        }
        (Each(a), Same(b)) => made.iter_mut().zip(a).for_each(|(made, a)| *made = make(*a, b)),
        (Same(a), Each(b)) => made.iter_mut().zip(b).for_each(|(made, b)| *made = make(a, *b)),
        (Same(a), Same(b)) => made.fill(make(a, b)),
    }
}

/// One number where a bit is set, the other where it is not.
pub fn choose(when: &Bits, a: Operand<'_>, b: Operand<'_>, made: &mut Row) {
    let fours = |row: &'_ Row, place: usize| row.as_chunks::<4>().0[place];
    match (a, b) {
        (Each(a), Each(b)) => chosen(when, |place| (fours(a, place), fours(b, place)), made),
        (Each(a), Same(b)) => chosen(when, |place| (fours(a, place), [b; 4]), made),
        (Same(a), Each(b)) => chosen(when, |place| ([a; 4], fours(b, place)), made),
        (Same(a), Same(b)) => chosen(when, |_| ([a; 4], [b; 4]), made),
    }
}

#[inline]
fn chosen(when: &Bits, of: impl Fn(usize) -> ([f64; 4], [f64; 4]), made: &mut Row) {
    for (place, made) in made.as_chunks_mut::<4>().0.iter_mut().enumerate() {
        let mask = &MASKS[(when[place / 16] >> (place % 16 * 4) & 15) as usize];
        let (a, b) = of(place);
        for lane in 0..4 {
            let (a, b) = (a[lane].to_bits(), b[lane].to_bits());
            made[lane] = f64::from_bits(b ^ ((a ^ b) & mask[lane]));
        }
    }
}

/// Four bits as four numbers with all bits set or none: what processors choose by, four at a time.
const MASKS: [[u64; 4]; 16] = {
    let mut made = [[0; 4]; 16];
    let mut bits = 0;
    while bits < 16 {
        let mut lane = 0;
        while lane < 4 {
            made[bits][lane] = if bits >> lane & 1 == 1 { u64::MAX } else { 0 };
            lane += 1;
        }
        bits += 1;
    }
    made
};

/// Number by number; only where it is known that the outcome is exact.
pub fn plain(how: Reckon, a: Operand<'_>, b: Operand<'_>, made: &mut Row) {
    match how {
        Reckon::Add => each(a, b, made, |a, b| a + b),
        Reckon::Subtract => each(a, b, made, |a, b| a - b),
        Reckon::Multiply => each(a, b, made, |a, b| a * b),
        Reckon::Min => each(a, b, made, |a, b| if a < b { a } else { b }),
        Reckon::Max => each(a, b, made, |a, b| if a > b { a } else { b }),
        Reckon::Divide | Reckon::Power => {}
    }
}

/// The nearest whole number, below 2^51 either way: added to 1.5 · 2^52, nothing is left after the point.
#[inline]
fn nearest(value: f64) -> f64 {
    const SHIFT: f64 = 6_755_399_441_055_744.0;
    (value + SHIFT) - SHIFT
}

/// One or nought.
#[inline]
fn one_if(is: bool) -> f64 {
    if is { 1.0 } else { 0.0 }
}

/// A guess of how often a part goes into a number, mended by what is left over, which is less than one part either way.
#[inline]
fn mended(guess: f64, rest: f64, part: f64, how: Rounding, below_zero: bool) -> f64 {
    // Twice what is left: half of an odd part is no whole number.
    let twice = rest + rest;
    let (up, down) = match how {
        Rounding::Up => return guess + one_if(rest > 0.0),
        Rounding::HalfEven => {
            let half = guess * 0.5;
            let odd = half != nearest(half);
            (odd, odd)
        }
        Rounding::HalfUp => (!below_zero, below_zero),
        Rounding::HalfDown => (below_zero, !below_zero),
    };
    let above = (twice > part) | ((twice == part) & up);
    let below = (twice < -part) | ((twice == -part) & down);
    guess + one_if(above) - one_if(below)
}

/// How often the same part goes into numbers, rounded.
#[inline]
pub fn shares(part: f64, how: Rounding) -> impl Fn(f64) -> f64 {
    // A division is slow.
    let one = 1.0 / part;
    move |value| {
        let guess = nearest(value * one);
        mended(guess, value - guess * part, part, how, value < 0.0)
    }
}

/// A product of which so much makes one, rounded half to even. The product itself may be larger than `f64` holds exactly:
/// one number is cut, its pieces are taken so many times over, and so is what is left of it, as one multiplies with pen and
/// paper. `cut` times `then` make one.
#[inline]
pub fn products(cut: f64, then: f64) -> impl Fn(f64, f64) -> f64 {
    let part = cut * then;
    let (one, one_cut, one_then) = (1.0 / part, 1.0 / cut, 1.0 / then);
    move |value, times| {
        let pieces = nearest(value * one_cut);
        let taken = pieces * times;
        let whole = nearest(taken * one_then);
        let left = (taken - whole * then) * cut + (value - pieces * cut) * times;
        let guess = nearest(left * one);
        mended(whole + guess, left - guess * part, part, Rounding::HalfEven, false)
    }
}

/// How often one number goes into another that is taken first so many and then so many times over, as one divides with
/// pen and paper; rounded half to even. The divisor is above zero.
#[inline]
pub fn quotients(first: f64, then: f64) -> impl Fn(f64, f64) -> f64 {
    move |value, part| {
        let value = value * first;
        let parts = nearest(value / part);
        let left = (value - parts * part) * then;
        let guess = nearest(left / part);
        mended(parts * then + guess, left - guess * part, part, Rounding::HalfEven, false)
    }
}

/// The year, month or day of dates that are written as one number.
#[inline]
pub fn date_parts(part: Part) -> impl Fn(f64) -> f64 {
    // How often a part goes into a number, the rest cut off: half a part less, to the nearest.
    let whole = |date: f64, part: f64| nearest((date - (part - 1.0) / 2.0) * (1.0 / part));
    move |date| match part {
        Part::Year => whole(date, 10_000.0),
        Part::Month => whole(date, 100.0) - whole(date, 10_000.0) * 100.0,
        Part::Day => date - whole(date, 100.0) * 100.0,
    }
}

/// Which numbers stand so to a limit.
pub fn against<T: Copy + PartialOrd>(order: Order, row: &[T], limit: T) -> Bits {
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

/// Which pairs compare so.
pub fn compared(how: Compare, a: Operand<'_>, b: Operand<'_>) -> Bits {
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
fn pairs(a: Operand<'_>, b: Operand<'_>, test: impl Fn(f64, f64) -> bool) -> Bits {
    match (a, b) {
        (Each(a), Each(b)) => {
            let mut made = [0; WORDS];
            let chunks = a.chunks_exact(64).zip(b.chunks_exact(64));
            for (made, (a, b)) in made.iter_mut().zip(chunks) {
                let mut bytes = [0u8; 64];
                bytes
                    .iter_mut()
                    .zip(a.iter().zip(b))
                    .for_each(|(byte, (a, b))| *byte = u8::from(test(*a, *b)));
                *made = packed(&bytes);
            }
            made
        }
        (Each(a), Same(b)) => bits(a, |a| test(a, b)),
        (Same(a), Each(b)) => bits(b, |b| test(a, b)),
        (Same(a), Same(b)) => [if test(a, b) { u64::MAX } else { 0 }; WORDS],
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// How often a part goes into a number, the long way.
    fn long(value: i128, part: i128, how: Rounding) -> i128 {
        let (down, left) = (value.div_euclid(part), 2 * value.rem_euclid(part));
        let up = match how {
            Rounding::Up => left > 0,
            Rounding::HalfEven => left > part || left == part && down & 1 == 1,
            Rounding::HalfUp => left > part || left == part && value >= 0,
            Rounding::HalfDown => left > part || left == part && value < 0,
        };
        down + i128::from(up)
    }

    const ALL: [Rounding; 4] = [Rounding::HalfUp, Rounding::HalfEven, Rounding::HalfDown, Rounding::Up];

    #[test]
    fn halves_and_their_neighbours_go_where_the_rule_says() {
        for part in [2i64, 3, 7, 10, 12, 100, 1_000_000_000] {
            for times in [-3i64, -2, -1, 0, 1, 2, 3, 1_000_001] {
                for beside in [-1, 0, 1] {
                    let value = times * part + part / 2 + beside;
                    for how in ALL {
                        let told = shares(part as f64, how)(value as f64);
                        assert_eq!(
                            told as i128,
                            long(value.into(), part.into(), how),
                            "{value} / {part} {how:?}"
                        );
                    }
                }
            }
        }
    }

    proptest! {
        #[test]
        fn a_share_equals_the_long_way(value in -(1i64 << 52) + 1..1 << 52, part in 3i64..1 << 51, few in 0u32..50) {
            for part in [(part >> few).max(3), 10i64.pow(few % 9 + 1), 12] {
                for how in ALL {
                    let told = shares(part as f64, how)(value as f64);
                    prop_assert_eq!(told as i128, long(value.into(), part.into(), how));
                }
            }
        }

        #[test]
        fn a_product_in_parts_equals_the_long_way(value in -(1i64 << 50)..1 << 50, few in 0u32..40, cut in 0u32..10, then in 0u32..5, thousandths in -1000i64..=1000) {
            let (value, cut, then) = (value >> few, 10i64.pow(cut), 10i64.pow(then));
            let most = ((1i64 << 51) - 1 - cut * then) / cut.max(value.abs() / cut + 1);
            let times = (i128::from(most) * i128::from(thousandths) / 1000) as i64;
            let told = products(cut as f64, then as f64)(value as f64, times as f64);
            let product = i128::from(value) * i128::from(times);
            prop_assert_eq!(told as i128, long(product, i128::from(cut * then), Rounding::HalfEven));
        }

        #[test]
        fn a_quotient_in_two_steps_equals_the_long_way(value in -(1i64 << 30)..1 << 30, part in 1i64..1 << 31, first in 0u32..7, then in 0u32..7) {
            let (first, then) = (10i64.pow(first), 10i64.pow(then));
            // As small and as large as can be: the quotient, and what is left so many times over, stay below 2^51.
            let least = ((i128::from(value.abs()) * i128::from(first * then)) >> 50) as i64 + 1;
            let part = part.max(least).min(((1i64 << 51) - 1) / then);
            prop_assume!(i128::from(value.abs()) * i128::from(first) < 1 << 52 && part >= least);
            let whole = i128::from(value) * i128::from(first) * i128::from(then);
            let told = quotients(first as f64, then as f64)(value as f64, part as f64);
            prop_assert_eq!(told as i128, long(whole, part.into(), Rounding::HalfEven));
        }

        #[test]
        fn dates_have_their_year_month_and_day(year in 1i64..9999, month in 1i64..13, day in 1i64..32) {
            let date = (year * 10_000 + month * 100 + day) as f64;
            let told = [Part::Year, Part::Month, Part::Day].map(|part| date_parts(part)(date) as i64);
            prop_assert_eq!(told, [year, month, day]);
        }
    }
}
