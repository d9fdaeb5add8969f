//! The values of a fact in columns, no wider than they need to be: a hundred thousand ages are a hundred thousand bytes, and
//! what lies close together is read fast.

use super::BLOCK;
use super::lanes::{Bits, Row};
use super::plan::Order;
use super::rows;

/// The numbers, dates or words of all cases. A width holds no number at its own ends, so that a limit beyond them is the
/// same as a limit at them.
#[derive(Debug, Clone)]
pub enum Values {
    /// Yes and no stand with those of the other facts.
    Truth,
    Byte(Vec<i8>),
    Short(Vec<i16>),
    Small(Vec<i32>),
    Large(Vec<i64>),
}

impl Values {
    /// As narrow as the least and the most allow.
    pub fn narrow(values: Vec<i64>, (least, most): (i64, i64)) -> Values {
        let within = |low: i64, high: i64| least > low && most < high;
        if within(i8::MIN.into(), i8::MAX.into()) {
            Values::Byte(values.into_iter().map(|value| value as i8).collect())
        } else if within(i16::MIN.into(), i16::MAX.into()) {
            Values::Short(values.into_iter().map(|value| value as i16).collect())
        } else if within(i32::MIN.into(), i32::MAX.into()) {
            Values::Small(values.into_iter().map(|value| value as i32).collect())
        } else {
            Values::Large(values)
        }
    }

    /// The value of a case; none for yes and no.
    pub fn at(&self, case: usize) -> Option<i64> {
        match self {
            Values::Truth => None,
            Values::Byte(values) => Some(values[case].into()),
            Values::Short(values) => Some(values[case].into()),
            Values::Small(values) => Some(values[case].into()),
            Values::Large(values) => Some(values[case]),
        }
    }

    /// The values of a block as they are reckoned with; those that `f64` holds exactly.
    pub fn widen(&self, start: usize, made: &mut Row) {
        fn wide<T: Copy + Into<f64>>(values: &[T], made: &mut Row) {
            made.iter_mut().zip(values).for_each(|(made, value)| *made = (*value).into());
        }
        let block = start..start + BLOCK;
        match self {
            Values::Truth => {}
            Values::Byte(values) => wide(&values[block], made),
            Values::Short(values) => wide(&values[block], made),
            Values::Small(values) => wide(&values[block], made),
            Values::Large(values) => {
                made.iter_mut().zip(&values[block]).for_each(|(made, value)| *made = *value as f64);
            }
        }
    }

    /// Which values of a block stand so to a limit.
    pub fn against(&self, start: usize, order: Order, limit: i64) -> Bits {
        let block = start..start + BLOCK;
        let clamped = |low: i64, high: i64| limit.clamp(low, high);
        match self {
            Values::Truth => Bits::default(),
            Values::Byte(values) => {
                let limit = clamped(i8::MIN.into(), i8::MAX.into()) as i8;
                rows::against(order, &values[block], limit)
            }
            Values::Short(values) => {
                let limit = clamped(i16::MIN.into(), i16::MAX.into()) as i16;
                rows::against(order, &values[block], limit)
            }
            Values::Small(values) => {
                let limit = clamped(i32::MIN.into(), i32::MAX.into()) as i32;
                rows::against(order, &values[block], limit)
            }
            Values::Large(values) => rows::against(order, &values[block], limit),
        }
    }
}
