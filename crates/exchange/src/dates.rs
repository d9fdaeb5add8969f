//! Room `exchange::dates`: the two ways in which senders write a day.

use jiff::civil::Date;

/// Reads `YYYY-MM-DD` (then `true`) or `DD.MM.YYYY`.
pub(crate) fn parse_date(text: &str) -> Option<(Date, bool)> {
    let (separator, is_iso) = if text.contains('-') { ('-', true) } else { ('.', false) };
    let parts: Vec<&str> = text.split(separator).collect();
    let [first, second, third] = parts[..] else { return None };
    let (year, month, day) = if is_iso { (first, second, third) } else { (third, second, first) };
    let in_form = year.len() == 4 && [1, 2].contains(&month.len()) && [1, 2].contains(&day.len());
    if !in_form
        || (is_iso && text.len() != 10)
        || parts.iter().any(|p| !p.bytes().all(|b| b.is_ascii_digit()))
    {
        return None;
    }
    let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
    Some((date, is_iso))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn both_forms_are_read_and_nothing_is_guessed() {
        let second = date(2019, 9, 2);
        for (text, read) in [
            ("2019-09-02", Some((second, true))),
            ("02.09.2019", Some((second, false))),
            ("2.9.2019", Some((second, false))),
        ] {
            assert_eq!(parse_date(text), read, "{text}");
        }
        for text in [
            "",
            "2019-9-2",
            "02.09.19",
            "2019.09.02",
            "02-09-2019",
            "2019-02-30",
            "2019/09/02",
            "+019-09-02",
            "02.09.2019.",
            "٢٠١٩-٠٩-٠٢",
        ] {
            assert_eq!(parse_date(text), None, "{text}");
        }
    }
}
