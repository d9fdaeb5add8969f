//! Room `exchange::decode`: bytes to text, with a word about how they were read.

use crate::finding::{Findings, Problem, Severity, Spot};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use std::borrow::Cow;

/// Reads UTF-8 with or without byte order mark, UTF-16 with one, or Windows-1252.
///
/// Bytes that are nearly UTF-8 stay UTF-8 with U+FFFD in the broken places: read as Windows-1252,
/// every Norwegian letter in the file would turn into two wrong ones.
pub(crate) fn decode<'a>(bytes: &'a [u8], at: &Spot, out: &mut Findings) -> Cow<'a, str> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        if encoding != UTF_8 {
            out.fold(Severity::Normalised, at, "", Problem::Encoding { encoding: encoding.name() });
            return encoding.decode_without_bom_handling(&bytes[mark..]).0;
        }
        return String::from_utf8_lossy(&bytes[mark..]);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Cow::Borrowed(text);
    }
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    if good > bad {
        return String::from_utf8_lossy(bytes);
    }
    out.fold(Severity::Normalised, at, "", Problem::Encoding { encoding: WINDOWS_1252.name() });
    WINDOWS_1252.decode_without_bom_handling(bytes).0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_encoding_gives_the_same_text() {
        let utf16: Vec<u8> =
            [0xff, 0xfe].into_iter().chain("Bø".encode_utf16().flat_map(u16::to_le_bytes)).collect();
        for (bytes, told) in
            [(&b"B\xc3\xb8"[..], false), (b"\xef\xbb\xbfB\xc3\xb8", false), (b"B\xf8", true), (&utf16, true)]
        {
            let mut out = Findings::default();
            assert_eq!(decode(bytes, &Spot::file(&"x.csv".into()), &mut out), "Bø");
            assert_eq!(!out.in_order(&[]).is_empty(), told);
        }
    }

    #[test]
    fn one_broken_byte_does_not_turn_the_whole_file_into_wrong_letters() {
        let mut out = Findings::default();
        let text = decode(b"\xc3\xb8\xc3\xa5\xc3 x", &Spot::file(&"x.csv".into()), &mut out);
        assert_eq!(text, "øå\u{fffd} x");
    }
}
