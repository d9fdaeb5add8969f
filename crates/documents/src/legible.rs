//! Text that can be set: every sign is one that a font of ours has, and no word is wider than the page.

use serde_json::Value;
use typst::text::FontBook;

/// Stands for a sign that no font has. A file that is kept must not hold an empty place where a sign was.
const UNSET: char = '□';
/// Words longer than this may be broken anywhere.
const LONG: usize = 40;
/// How long the pieces of a long word are.
const PIECE: usize = 20;

/// Makes all text in a value legible, and says whether every sign could stay.
pub fn legible(value: &mut Value, book: &FontBook) -> bool {
    match value {
        Value::String(text) => {
            let (made, all) = line(text, book);
            *text = made;
            all
        }
        Value::Array(all) => all.iter_mut().fold(true, |so_far, one| legible(one, book) & so_far),
        Value::Object(all) => all.values_mut().fold(true, |so_far, one| legible(one, book) & so_far),
        _ => true,
    }
}

fn line(text: &str, book: &FontBook) -> (String, bool) {
    let mut all = true;
    let signs = text.chars().filter_map(|sign| match sign {
        '\n' => Some('\n'),
        '\t' | '\u{2028}' | '\u{2029}' => Some(' '),
        // These join the signs around them.
        '\u{200c}' | '\u{200d}' | '\u{fe0f}' => Some(sign),
        _ if sign.is_control() || is_silent(sign) => None,
        _ if is_set(sign, book) => Some(sign),
        _ => {
            all = false;
            Some(UNSET)
        }
    });
    let signs: Vec<char> = signs.collect();
    let mut made = String::with_capacity(text.len());
    for word in signs.split_inclusive(|sign| sign.is_whitespace()) {
        for (place, sign) in word.iter().enumerate() {
            if word.len() > LONG && place > 0 && place % PIECE == 0 {
                made.push('\u{200b}');
            }
            made.push(*sign);
        }
    }
    (made, all)
}

/// Signs that only change how others are shown: they turn text around, or mark where a file begins.
fn is_silent(sign: char) -> bool {
    matches!(sign, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{fe00}'..='\u{fe0e}' | '\u{e0000}'..='\u{e0fff}')
}

/// Whether a font has a sign. Signs of nobody's making are not for files that are kept.
fn is_set(sign: char, book: &FontBook) -> bool {
    let private = matches!(sign, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..);
    let mut fonts = (0..).map_while(|place| book.info(place));
    !private && fonts.any(|font| font.coverage.contains(sign.into()))
}
