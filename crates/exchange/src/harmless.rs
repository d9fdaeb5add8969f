//! Room `exchange::harmless`: text that a spreadsheet must not run.

use std::borrow::Cow;

/// The signs that make a spreadsheet read a cell as a formula (OWASP, CSV injection).
const FORMULA_SIGNS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Says if a spreadsheet would run this text. Blanks in front do not hide the sign, and neither do the
/// full-width forms that some spreadsheets treat as the narrow ones.
pub(crate) fn looks_like_formula(text: &str) -> bool {
    let sign = text.trim_start_matches([' ', '\u{a0}', '\n']).chars().next();
    sign.is_some_and(|c| FORMULA_SIGNS.contains(&c) || ['＝', '＋', '－', '＠'].contains(&c))
}

/// Makes a text cell safe for a CSV export: what looks like a formula gets `'` in front, which
/// spreadsheets read as "this is text". Quoting is left to the CSV writer.
pub fn harmless_cell(text: &str) -> Cow<'_, str> {
    if looks_like_formula(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_that_a_spreadsheet_would_run_becomes_text() {
        for risky in ["=1+1", "+47", "-2", "@SUM(A1)", "\t=1", "\r=1", "  =HYPERLINK()", "＝1"] {
            assert_eq!(harmless_cell(risky), format!("'{risky}"));
        }
        for safe in ["", "Mina", "a=b", "17.05.1989", "'=1"] {
            assert!(matches!(harmless_cell(safe), Cow::Borrowed(text) if text == safe));
        }
    }
}
