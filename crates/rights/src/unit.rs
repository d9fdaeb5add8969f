//! Units, so that kroner a month are never compared with kroner a year.
//!
//! Written as in the files: `kr/mnd`, `kr/år`, `mnd/år`, `G`, `andel`, `%`, `t/uke`. A bare number in an expression fits
//! every unit; `* 12` and `/ 12` turn months into years and back.

use std::collections::BTreeMap;
use std::fmt;

/// What a number counts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Unit {
    /// A bare number in an expression: it fits everything.
    #[default]
    Any,
    /// No dimension, but a name: `%`, `G`, `andel`, `antall`. Empty when it came of a calculation.
    Plain(String),
    /// Dimensions with their powers: kr¹ mnd⁻¹.
    Of(BTreeMap<String, i8>),
}

/// Names without dimension.
const PLAIN: [&str; 10] = ["", "%", "G", "andel", "antall", "trinn", "nr.", "x", "vekt", "indeks"];

impl Unit {
    /// Reads a unit; what stands in brackets after it is an explanation.
    pub fn parse(text: &str) -> Unit {
        let text = text.split('(').next().unwrap_or_default().trim();
        if PLAIN.contains(&text) {
            return Unit::Plain(text.to_owned());
        }
        let mut parts = BTreeMap::new();
        for (place, name) in text.split('/').enumerate() {
            let name = match name.trim() {
                "dager" => "dag",
                "uker" => "uke",
                "timer" => "t",
                "virkedager" => "virkedag",
                name => name,
            };
            if !PLAIN.contains(&name) {
                *parts.entry(name.to_owned()).or_default() += if place == 0 { 1 } else { -1 };
            }
        }
        Unit::of(parts)
    }

    fn of(mut parts: BTreeMap<String, i8>) -> Unit {
        parts.retain(|_, power| *power != 0);
        if parts.is_empty() { Unit::Plain(String::new()) } else { Unit::Of(parts) }
    }

    fn parts(&self) -> BTreeMap<String, i8> {
        if let Unit::Of(parts) = self { parts.clone() } else { BTreeMap::new() }
    }

    /// The unit of a sum, a comparison or a choice, when the two can stand in one.
    pub fn with(&self, other: &Unit) -> Option<Unit> {
        match (self, other) {
            (Unit::Any, unit) | (unit, Unit::Any) => Some(unit.clone()),
            (Unit::Plain(a), Unit::Plain(b)) if a == b || b.is_empty() => Some(self.clone()),
            (Unit::Plain(a), Unit::Plain(_)) if a.is_empty() => Some(other.clone()),
            (a, b) if a == b => Some(a.clone()),
            _ => None,
        }
    }

    /// The unit of a product.
    pub fn times(&self, other: &Unit) -> Unit {
        match (self, other) {
            (Unit::Any, unit) | (unit, Unit::Any) => unit.clone(),
            (Unit::Plain(_), unit @ Unit::Of(_)) | (unit @ Unit::Of(_), Unit::Plain(_)) => unit.clone(),
            (Unit::Plain(a), Unit::Plain(b)) => {
                Unit::Plain(if a == b || b == "andel" || b.is_empty() { a } else { b }.clone())
            }
            (Unit::Of(_), Unit::Of(b)) => {
                let mut parts = self.parts();
                for (name, power) in b {
                    *parts.entry(name.clone()).or_default() += power;
                }
                Unit::of(parts)
            }
        }
    }

    /// One through this.
    pub fn inverse(&self) -> Unit {
        match self {
            Unit::Of(parts) => Unit::of(parts.iter().map(|(name, power)| (name.clone(), -power)).collect()),
            other => other.clone(),
        }
    }

    /// The unit of a quotient.
    pub fn over(&self, other: &Unit) -> Unit {
        if self == other && *self != Unit::Any {
            Unit::Plain(String::new())
        } else {
            self.times(&other.inverse())
        }
    }

    /// Twelve of these: a monthly amount becomes a yearly one.
    pub fn twelvefold(&self) -> Unit {
        self.swapped("mnd", "år")
    }

    /// The twelfth of these: a yearly amount becomes a monthly one.
    pub fn twelfth(&self) -> Unit {
        self.swapped("år", "mnd")
    }

    fn swapped(&self, from: &str, to: &str) -> Unit {
        let mut parts = self.parts();
        match parts.get(from) {
            Some(-1) => {
                parts.remove(from);
                *parts.entry(to.to_owned()).or_default() -= 1;
                Unit::of(parts)
            }
            _ => self.clone(),
        }
    }

    /// Whether a calculation with this unit may be announced as that one: a count may be announced as days or hours.
    pub fn may_be_shown_as(&self, shown: &Unit) -> bool {
        let is_money = |unit: &Unit| unit.parts().contains_key("kr");
        match (self, shown) {
            (Unit::Plain(_), Unit::Of(_)) => !is_money(shown),
            (unit, shown) => unit.with(shown).is_some(),
        }
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unit::Any => f.write_str("a number"),
            Unit::Plain(name) if name.is_empty() => f.write_str("a ratio"),
            Unit::Plain(name) => f.write_str(name),
            Unit::Of(parts) => {
                let side = |sign: i8| {
                    let names = parts.iter().filter(|(_, power)| power.signum() == sign);
                    names
                        .flat_map(|(name, power)| (0..power.abs()).map(move |_| name.as_str()))
                        .collect::<Vec<_>>()
                };
                let (over, under) = (side(1), side(-1));
                f.write_str(&if over.is_empty() { "1".to_owned() } else { over.join("·") })?;
                under.iter().try_for_each(|name| write!(f, "/{name}"))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_not_a_year_until_it_is_taken_twelve_times() {
        let (month, year) = (Unit::parse("kr/mnd"), Unit::parse("kr/år (minsteytelse)"));
        assert_eq!(month.with(&year), None);
        assert_eq!(month.twelvefold().with(&year), Some(year.clone()));
        assert_eq!(year.twelfth(), month);
        assert_eq!(month.times(&Unit::parse("mnd/år")), year);
        assert_eq!(year.over(&Unit::parse("mnd/år")), month);
    }

    #[test]
    fn a_share_scales_and_a_ratio_has_no_unit() {
        let year = Unit::parse("kr/år");
        assert_eq!(Unit::parse("andel").times(&year), year);
        assert_eq!(year.over(&year).with(&Unit::parse("G")), Some(Unit::parse("G")));
        assert_eq!(Unit::parse("%").with(&Unit::parse("G")), None);
        assert_eq!(Unit::parse("kr/km").times(&Unit::parse("km/vei")).to_string(), "kr/vei");
        assert!(Unit::parse("antall").may_be_shown_as(&Unit::parse("dager/år")));
        assert!(!Unit::parse("antall").may_be_shown_as(&Unit::parse("kr/år")));
    }
}
