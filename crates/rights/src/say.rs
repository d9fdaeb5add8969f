//! Values and texts as people read them.

use crate::answer::Moment;
use crate::household::Value;
use crate::number::Number;
use crate::sheet::Language;

/// The rates that a text names: `p.g_annual` gives `g_annual`.
pub fn rates_of(text: &str) -> Vec<&str> {
    pieces(text).into_iter().filter_map(|piece| piece.strip_prefix("p.")).collect()
}

/// A text cut before and after each `p.name`.
fn pieces(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    let mut done = 0;
    while let Some(at) = rest[done..].find("p.").map(|at| at + done) {
        let before = rest[..at].chars().next_back();
        let name = rest[at + 2..]
            .find(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'))
            .map_or(rest.len(), |end| at + 2 + end);
        let is_rate = rest[at + 2..].starts_with(|c: char| c.is_ascii_lowercase())
            && !before.is_some_and(char::is_alphanumeric);
        if !is_rate {
            done = at + 2;
            continue;
        }
        let name = at + rest[at..name].trim_end_matches('_').len();
        found.push(&rest[..at]);
        found.push(&rest[at..name]);
        rest = &rest[name..];
        done = 0;
    }
    found.push(rest);
    found
}

/// A number in groups of three with the language's marks: `136 549`, `0,25`; `136,549`, `0.25`.
pub fn number(number: Number, language: Language) -> String {
    let plain = number.to_string();
    let (group, point) = if language == Language::En { (",", ".") } else { ("\u{a0}", ",") };
    let (sign, plain) = plain.strip_prefix('-').map_or(("", plain.as_str()), |rest| ("−", rest));
    let (ones, parts) = plain.split_once('.').unwrap_or((plain, ""));
    let mut grouped = String::new();
    for (place, digit) in ones.chars().enumerate() {
        if place > 0 && (ones.len() - place).is_multiple_of(3) && ones.len() > 3 {
            grouped.push_str(group);
        }
        grouped.push(digit);
    }
    if parts.is_empty() { format!("{sign}{grouped}") } else { format!("{sign}{grouped}{point}{parts}") }
}

/// A number with its unit: `2 012 kr`. Shares are shown as per cent.
pub fn quantity(value: Number, unit: &str, language: Language) -> String {
    let (word, rest) = unit.split_once(['/', ' ']).unwrap_or((unit, ""));
    let bare = |value: Number| number(round_to(value, if word == "kr" { 2 } else { 4 }), language);
    match word {
        // Counted from year zero: shown as the month and its year.
        "kalendermåned" => format!("{}.{}", value.trunc().rem_euclid(12) + 1, value.trunc().div_euclid(12)),
        "andel" | "egenbetalingsandel" => {
            let percent = Number::whole(100)
                .map_or(value.bits(), |hundred| crate::number::mul(value.bits(), hundred.bits()));
            format!("{}\u{a0}%", number(Number::from_bits(percent).unwrap_or(value), language))
        }
        "" | "antall" | "nr." | "x" | "vekt" | "indeks" | "G" => bare(value),
        "kr" if rest.is_empty() || !unit.contains('/') => format!("{}\u{a0}kr", bare(value)),
        "kr" => format!("{}\u{a0}kr", bare(value)),
        word => {
            format!("{}\u{a0}{}", bare(value), counted(word, value.bits() == crate::number::SCALE, language))
        }
    }
}

/// What is counted, in words: one of it or several. What has no word here is written as it stands.
fn counted(unit: &str, one: bool, language: Language) -> &str {
    const WORDS: [(&str, [[&str; 2]; 3]); 7] = [
        ("år", [["år", "år"], ["år", "år"], ["year", "years"]]),
        ("mnd", [["måned", "måneder"], ["månad", "månader"], ["month", "months"]]),
        ("uker", [["uke", "uker"], ["veke", "veker"], ["week", "weeks"]]),
        ("dager", [["dag", "dager"], ["dag", "dagar"], ["day", "days"]]),
        (
            "virkedager",
            [["virkedag", "virkedager"], ["virkedag", "virkedagar"], ["working day", "working days"]],
        ),
        ("t", [["time", "timer"], ["time", "timar"], ["hour", "hours"]]),
        ("dioptri", [["dioptri", "dioptrier"], ["dioptri", "dioptriar"], ["dioptre", "dioptres"]]),
    ];
    let place = match language {
        Language::Nb => 0,
        Language::Nn => 1,
        Language::En => 2,
    };
    let known = WORDS.iter().find(|(name, _)| *name == unit);
    known.map_or(unit, |(_, words)| words[place][usize::from(!one)])
}

fn round_to(value: Number, decimals: u32) -> Number {
    let step = crate::number::SCALE / 10i64.pow(decimals);
    let bits = value.bits();
    Number::from_bits((bits + bits.signum() * step / 2) / step * step).unwrap_or(value)
}

/// A value of a fact.
pub fn value(value: &Value, unit: &str, language: Language) -> String {
    match value {
        Value::Bool(truth) => match (truth, language) {
            (true, Language::En) => "yes",
            (false, Language::En) => "no",
            (true, _) => "ja",
            (false, _) => "nei",
        }
        .to_owned(),
        Value::Number(it) => quantity(*it, unit, language),
        Value::Date(date) if language == Language::En => date.to_string(),
        Value::Date(date) => format!("{}.{}.{}", date.day(), date.month(), date.year()),
        Value::Word(word) => word.clone(),
    }
}

impl Moment<'_> {
    /// A text with its rates as they are on the day; a rate without a value is shown as «–».
    pub fn text(&self, text: &str, language: Language) -> String {
        let fill = |piece: &str| {
            let rate = piece.strip_prefix("p.").and_then(|name| self.catalogue.rate(name));
            match rate {
                None => piece.to_owned(),
                Some(rate) => rate
                    .on(self.day)
                    .map_or_else(|| "–".to_owned(), |it| quantity(it.value, &rate.unit, language)),
            }
        };
        pieces(text).into_iter().map(fill).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_are_found_in_a_text_and_other_points_are_not() {
        assert_eq!(rates_of("p.a_b per barn; tillegg p.c. Jf. kap.x og p. 3"), ["a_b", "c"]);
        assert!(rates_of("ca. 5 uker").is_empty());
    }

    #[test]
    fn numbers_are_written_as_people_write_them() {
        let n = |text: &str| Number::parse(text).unwrap();
        assert_eq!(number(n("136549"), Language::Nb), "136\u{a0}549");
        assert_eq!(number(n("-1234.5"), Language::En), "−1,234.5");
        assert_eq!(quantity(n("0.06"), "andel", Language::Nn), "6\u{a0}%");
        assert_eq!(quantity(n("2012"), "kr/mnd", Language::Nb), "2\u{a0}012\u{a0}kr");
        assert_eq!(quantity(n("10"), "år", Language::En), "10\u{a0}years");
        assert_eq!(quantity(n("1"), "mnd", Language::Nn), "1\u{a0}månad");
        assert_eq!(quantity(n("7.5"), "t/uke", Language::Nb), "7,5\u{a0}timer");
        assert_eq!(quantity(n("185797.672667"), "kr/år", Language::Nb), "185\u{a0}797,67\u{a0}kr");
    }
}
