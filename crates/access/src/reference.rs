//! The code on a receipt: eight letters and digits in two groups, made to be read aloud and written by hand.

/// Crockford's alphabet: no `I`, `L`, `O` or `U`.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Letters in each of the two groups.
const GROUP: usize = 4;

/// A code of 40 bits of a random number, such as `K7FM-2QRP`.
pub(crate) fn write(random: u64) -> String {
    let mut code = String::with_capacity(2 * GROUP + 1);
    for place in 0..2 * GROUP {
        if place == GROUP {
            code.push('-');
        }
        code.push(char::from(ALPHABET[(random >> (5 * place) & 31) as usize]));
    }
    code
}

/// The code as it is stored, from what somebody wrote: in any case, with blanks and dashes anywhere, with the
/// letter O for nought and I or L for one. A code of another system is only trimmed and set in capitals.
pub(crate) fn read(text: &str) -> String {
    let letters = text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_uppercase);
    let plain: String = letters
        .map(|letter| match letter {
            'O' => '0',
            'I' | 'L' => '1',
            letter => letter,
        })
        .collect();
    let ours = plain.len() == 2 * GROUP && plain.bytes().all(|letter| ALPHABET.contains(&letter));
    if ours { format!("{}-{}", &plain[..GROUP], &plain[GROUP..]) } else { text.trim().to_uppercase() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_back_however_it_was_written_down() {
        let code = write(0x0123_4567_89ab_cdef);
        assert_eq!(code.len(), 9);
        for written in [
            code.clone(),
            code.to_lowercase(),
            code.replace('-', " "),
            format!("  {} ", code.replace('-', "")),
        ] {
            assert_eq!(read(&written), code, "{written}");
        }
        assert_eq!(read("oilO il0o"), "0110-1100");
        assert_eq!(read(" v-118 "), "V-118", "a code from another system");
        assert_eq!(read("ÆØÅæøåÆØ"), "ÆØÅÆØÅÆØ", "letters that take two bytes");
    }
}
