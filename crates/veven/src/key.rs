//! The key under which national identity numbers are hashed: made once, kept beside the store, never shown.

use anyhow::{Context, bail};
use std::io::Write;
use std::path::Path;

/// Name of the file in the data folder.
pub const FILE: &str = "identity.key";

/// Reads the key of a data folder, making it when the folder is new.
///
/// # Errors
/// Others can read the file; it is no key; or it is gone while a store is there. The text says what to do.
pub fn read(folder: &Path, store_is_there: bool) -> anyhow::Result<[u8; 32]> {
    let path = folder.join(FILE);
    let shown = path.display();
    if !path.exists() {
        if store_is_there {
            bail!(
                "`{shown}` is gone. Put it back from the backup: without it, people who were imported before are \
                 not recognised again"
            );
        }
        return make(&path);
    }
    only_mine(&path)?;
    let text = std::fs::read_to_string(&path).with_context(|| format!("`{shown}` cannot be read"))?;
    parse(text.trim()).with_context(|| format!("`{shown}` is no key: it has 64 hexadecimal digits"))
}

fn make(path: &Path) -> anyhow::Result<[u8; 32]> {
    let mut key = [0; 32];
    getrandom::fill(&mut key)
        .map_err(|fault| anyhow::anyhow!("no random numbers on this machine: {fault}"))?;
    let mut options = std::fs::File::options();
    options.create_new(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let text: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
    let written = options.open(path).and_then(|mut file| {
        writeln!(file, "{text}")?;
        file.sync_all()
    });
    written.with_context(|| format!("`{}` cannot be written", path.display()))?;
    Ok(key)
}

fn parse(text: &str) -> Option<[u8; 32]> {
    let mut key = [0; 32];
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    for (place, byte) in key.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&text[2 * place..2 * place + 2], 16).ok()?;
    }
    Some(key)
}

#[cfg(unix)]
fn only_mine(path: &Path) -> anyhow::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let mode = std::fs::metadata(path)?.permissions().mode();
    if mode & 0o077 != 0 {
        bail!(
            "others on this machine can read `{0}` (mode {1:o}). Close it: chmod 600 {0}",
            path.display(),
            mode & 0o777
        );
    }
    Ok(())
}

#[cfg(not(unix))]
fn only_mine(_: &Path) -> anyhow::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_is_made_once_and_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let made = read(folder.path(), false).unwrap();
        assert_eq!(read(folder.path(), true).unwrap(), made);
        assert_ne!(made, [0; 32]);
    }

    #[cfg(unix)]
    #[test]
    fn a_key_that_others_can_read_is_refused() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        read(folder.path(), false).unwrap();
        let path = folder.path().join(FILE);
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
        let fault = read(folder.path(), true).unwrap_err().to_string();
        assert!(fault.contains("chmod 600"), "{fault}");
    }

    #[test]
    fn a_store_whose_key_is_gone_is_not_opened_with_a_new_one() {
        let folder = tempfile::tempdir().unwrap();
        assert!(read(folder.path(), true).unwrap_err().to_string().contains("backup"));
    }

    #[test]
    fn what_is_no_key_is_refused() {
        for text in ["", "zz", &"g".repeat(64), &"é".repeat(32)] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
