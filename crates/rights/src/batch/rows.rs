//! What is done with whole rows of numbers: loops without branches, which the compiler turns into steps that take several
//! numbers at once on any processor.

use super::WORDS;
use super::lanes::{Bits, Row};
use super::plan::Order;
use crate::number::Rounding;
use crate::program::{Compare, Reckon};

/// One number where a bit is set, the other where it is not.
pub fn choose(when: &Bits, a: &Row, b: &Row, made: &mut Row) {
    let fours = a.as_chunks::<4>().0.iter().zip(b.as_chunks::<4>().0).zip(made.as_chunks_mut::<4>().0);
    for (place, ((a, b), made)) in fours.enumerate() {
        let mask = &MASKS[(when[place / 16] >> (place % 16 * 4) & 15) as usize];
        for lane in 0..4 {
            made[lane] = b[lane] ^ ((a[lane] ^ b[lane]) & mask[lane]);
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

/// Two rows, number by number; only where it is known that nothing overflows.
pub fn plain(how: Reckon, a: &Row, b: &Row, made: &mut Row) {
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

/// A whole number as `f64`, rounded once, by its bits alone: processors of every age do that to several at once, which
/// not all do with their own instruction for it.
#[inline]
fn float(value: i64) -> f64 {
    // 2^84 + 2^63 with the upper half put in, and 2^52 with the lower.
    let upper = f64::from_bits((value as u64 >> 32) ^ 0x4530_0000_8000_0000);
    let lower = f64::from_bits((value as u64 & 0xffff_ffff) | 0x4330_0000_0000_0000);
    (upper - f64::from_bits(0x4530_0000_8010_0000)) + lower
}

/// The nearest whole number, below 2^51 either way: added to 1.5 · 2^52, nothing is left after the point.
#[inline]
fn nearest(value: f64) -> i64 {
    const SHIFT: f64 = 6_755_399_441_055_744.0;
    (value + SHIFT).to_bits().wrapping_sub(SHIFT.to_bits()) as i64
}

/// One where a number is below zero, otherwise nought.
#[inline]
fn below_zero(value: i64) -> i64 {
    (value as u64 >> 63) as i64
}

/// How often a part goes into a number, rounded. A division is slow: `f64` says how often, at most one and a quarter
/// too many or too few, and what is left over tells. Only for numbers of which [`super::ranges`] says that it can be
/// guessed so.
#[inline]
fn share(value: i64, part: i64, guess: f64, how: Rounding) -> i64 {
    let guess = nearest(guess);
    let rest = value.wrapping_sub(guess.wrapping_mul(part));
    if how == Rounding::Up {
        return guess + below_zero(-rest) + below_zero(part - rest) - below_zero(rest + part - 1);
    }
    // Twice what is left: half of an odd part is no whole number.
    let (over, under) = (2 * rest - part, 2 * rest + part);
    let between = match how {
        Rounding::HalfEven => (guess & 1, guess & 1),
        Rounding::HalfUp => (1 - below_zero(value), below_zero(value)),
        _ => (below_zero(value), 1 - below_zero(value)),
    };
    let up = below_zero(-over) + (i64::from(over == 0) & between.0);
    let down = below_zero(under) + (i64::from(under == 0) & between.1);
    guess + up - down
}

/// How often the same part goes into numbers.
#[inline]
pub fn shares(part: i64, how: Rounding) -> impl Fn(i64) -> i64 {
    let one = 1.0 / part as f64;
    move |value| share(value, part, float(value) * one, how)
}

/// How often one number goes into another, rounded half to even; the divisor is above zero.
#[inline]
pub fn quotient(top: i64, part: i64) -> i64 {
    share(top, part, float(top) / float(part), Rounding::HalfEven)
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
pub fn compared(how: Compare, a: &Row, b: &Row) -> Bits {
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
