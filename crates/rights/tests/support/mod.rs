//! Made-up households for tests and measurements: the same each time.

#![allow(dead_code, clippy::unwrap_used, missing_docs)]

use jiff::civil::{Date, date};
use rights::catalogue::{Asked, Scope};
use rights::program::Type;
use rights::{Catalogue, Household, Number, Origin, Value, Wanted, Whose};

pub const DAY: Date = date(2026, 11, 15);

/// A small generator, so that nothing depends on a library's version.
pub struct Chance(pub u64);

impl Chance {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    pub fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len() as u64) as usize]
    }
}

/// A likely value of a fact: most families have few of the needs that rules ask for.
pub fn likely(catalogue: &Catalogue, fact: u16, chance: &mut Chance) -> Value {
    let known = catalogue.fact_at(fact);
    let whole = |value: u64| Value::Number(Number::whole(value as i64).unwrap());
    match &known.kind {
        Type::Bool => {
            let ordinary = [
                "child.resident_in_norway",
                "child.nis_member",
                "adult.child_lives_with",
                "adult.legal_stay",
                "adult.is_worker",
                "home.registered_address",
                "home.approved_dwelling",
                "kg.applied_by_deadline",
                "health.public_funded_treatment",
            ];
            let percent = if ordinary.contains(&known.name.as_str()) { 92 } else { 22 };
            Value::Bool(chance.below(100) < percent)
        }
        Type::Date => {
            let oldest = if known.scope == Scope::Child { 19 } else { 60 };
            let youngest = if known.scope == Scope::Child { 0 } else { 20 };
            let year = 2026 - (youngest + chance.below(oldest - youngest)) as i16;
            let month = if year == 2026 { 1 + chance.below(10) } else { 1 + chance.below(12) };
            Value::Date(Date::new(year, month as i8, 1 + chance.below(28) as i8).unwrap())
        }
        Type::Choice(words) => Value::Word(words[chance.below(words.len() as u64) as usize].clone()),
        Type::Text => Value::Word("4299".into()),
        Type::Int | Type::Number => whole(match known.unit.as_str() {
            "kr/år" => 1000 * chance.below(900),
            "kr/mnd" => 100 * chance.below(200),
            "kr" => 500 * chance.below(100),
            "%" => 10 * chance.below(11),
            "antall" => chance.below(4),
            "nr." => 1 + chance.below(3),
            "trinn" => chance.below(14),
            "mnd" => chance.below(30),
            _ => chance.below(40),
        }),
    }
}

/// Everything there is to know about a family, by whose it is and which fact.
pub fn everything(catalogue: &Catalogue, adults: u8, children: u8, chance: &mut Chance) -> Household {
    let mut household = Household::new(DAY, adults, children);
    for fact in 0..catalogue.facts.len() as u16 {
        let known = catalogue.fact_at(fact);
        if known.asked == Asked::Derived || known.name == "case.as_of" {
            continue;
        }
        let all: Vec<Whose> = match known.scope {
            Scope::Case => vec![Whose::Case],
            Scope::Home => vec![Whose::Home(0)],
            Scope::Child => (0..children).map(Whose::Child).collect(),
            Scope::Adult => (0..adults).map(Whose::Adult).collect(),
            Scope::Pair => (0..adults)
                .flat_map(|adult| (0..children).map(move |child| Whose::Pair { adult, child }))
                .collect(),
        };
        for whose in all {
            let value = likely(catalogue, fact, chance);
            household.tell(catalogue, fact, whose, value, Origin::default()).unwrap();
        }
    }
    household
}

/// Two hundred families as they could be.
pub fn families(catalogue: &Catalogue) -> Vec<Household> {
    let mut chance = Chance(20_261_115);
    (0..200)
        .map(|_| {
            let (adults, children) = (1 + chance.below(2) as u8, 1 + chance.below(3) as u8);
            everything(catalogue, adults, children, &mut chance)
        })
        .collect()
}

/// A family of which only what the municipality and the county set is known.
pub fn stranger(catalogue: &Catalogue, known: &Household) -> Household {
    let (adults, children) = known.size();
    let mut household = Household::new(known.day, adults, children);
    for (whose, fact, told) in known.all_told() {
        if catalogue.fact_at(fact).asked == Asked::Set {
            household.tell(catalogue, fact, whose, told.value.clone(), Origin::default()).unwrap();
        }
    }
    household
}

/// What a family would answer.
pub fn answer(catalogue: &Catalogue, known: &Household, wanted: Wanted) -> Option<i64> {
    known.told(wanted.fact, wanted.whose)?.value.bits(&catalogue.fact_at(wanted.fact).kind)
}
