//! Sealing and opening with XChaCha20-Poly1305. Its nonce is long enough to be chosen by chance each time.

use super::{Bytes, Secret};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};

const NONCE: usize = 24;

/// Bytes as hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.map(|digit| DIGITS[usize::from(digit)] as char).collect()
}

/// Hexadecimal digits as bytes.
pub fn unhex(text: &str) -> Option<Vec<u8>> {
    if !text.len().is_multiple_of(2) {
        return None;
    }
    let digit = |byte: u8| char::from(byte).to_digit(16).map(|digit| digit as u8);
    text.as_bytes().chunks(2).map(|pair| Some(digit(pair[0])? << 4 | digit(pair[1])?)).collect()
}

/// The place that a sealed value belongs to: each part with its length before it.
fn place(parts: &[&str]) -> Vec<u8> {
    parts.iter().flat_map(|part| (part.len() as u64).to_be_bytes().into_iter().chain(part.bytes())).collect()
}

/// Seals a value for one place. At any other place, it does not open.
///
/// # Errors
/// The machine gives no random numbers; the text says why.
pub fn seal(key: &Bytes, at: &[&str], clear: &[u8]) -> Result<String, String> {
    let mut nonce = [0; NONCE];
    getrandom::fill(&mut nonce).map_err(|fault| format!("no random numbers on this machine: {fault}"))?;
    let aad = place(at);
    let sealed = XChaCha20Poly1305::new(key.expose().into())
        .encrypt(XNonce::from_slice(&nonce), Payload { msg: clear, aad: &aad })
        .map_err(|_| "too long to be sealed".to_owned())?;
    Ok(hex(&nonce) + &hex(&sealed))
}

/// Opens what was sealed for this place with this key; nothing when it was not, or was changed.
pub fn open(key: &Bytes, at: &[&str], sealed: &str) -> Option<Secret<Vec<u8>>> {
    let bytes = unhex(sealed)?;
    let (nonce, sealed) = bytes.split_at_checked(NONCE)?;
    let aad = place(at);
    XChaCha20Poly1305::new(key.expose().into())
        .decrypt(XNonce::from_slice(nonce), Payload { msg: sealed, aad: &aad })
        .ok()
        .map(Secret::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_opens_at_its_own_place_with_its_own_key_and_nowhere_else() {
        let key = Secret::new([1; 32]);
        let at = ["4299", "sealed", "family", "7", "1"];
        let sealed = seal(&key, &at, b"Fjordveien 7").unwrap();
        assert_eq!(open(&key, &at, &sealed).unwrap().expose(), b"Fjordveien 7");
        assert!(!sealed.contains(&hex(b"Fjordveien")));
        for place in 0..at.len() {
            let mut other = at;
            other[place] = "x";
            assert!(open(&key, &other, &sealed).is_none(), "moved: {place}");
        }
        // Two neighbours that together read the same are two places.
        assert!(open(&key, &["4299s", "ealed", "family", "7", "1"], &sealed).is_none());
        assert!(open(&Secret::new([2; 32]), &at, &sealed).is_none());
    }

    #[test]
    fn a_value_that_was_changed_does_not_open() {
        let key = Secret::new([1; 32]);
        let sealed = seal(&key, &["a"], b"Fjordveien 7").unwrap();
        for at in 0..sealed.len() {
            let mut changed = sealed.clone().into_bytes();
            changed[at] = if changed[at] == b'0' { b'1' } else { b'0' };
            assert!(open(&key, &["a"], std::str::from_utf8(&changed).unwrap()).is_none(), "{at}");
        }
        for short in ["", "0", "zz", &sealed[..40], &sealed[..sealed.len() - 2]] {
            assert!(open(&key, &["a"], short).is_none(), "{short}");
        }
    }

    #[test]
    fn the_same_value_is_sealed_differently_each_time() {
        let key = Secret::new([1; 32]);
        assert_ne!(seal(&key, &["a"], b"x").unwrap(), seal(&key, &["a"], b"x").unwrap());
    }
}
