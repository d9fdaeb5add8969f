//! The file with the keys of a data folder: made once, kept beside the store or where the settings say, never shown.

use anyhow::{Context, bail};
use jiff::civil::Date;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use store::{Ring, Secret};

/// Name of the file in the data folder, and of the credential that systemd hands over.
pub const FILE: &str = "veven.keys";
/// The file of the first stores: a key that numbers in entries were hashed with.
const OLD: &str = "identity.key";
/// Where systemd puts the credentials of a service.
const CREDENTIALS: &str = "CREDENTIALS_DIRECTORY";

/// Where the keys of a data folder are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// In the data folder, where they are made at the first start.
    Folder(PathBuf),
    /// Somewhere else, where somebody has put them.
    Elsewhere(PathBuf),
    /// Handed over by systemd, which gives such files its own rights.
    Credential(PathBuf),
}

impl Place {
    /// What the settings say goes first; then what systemd hands over; then the data folder.
    pub fn of(folder: &Path, setting: Option<&str>) -> Self {
        Self::from(folder, setting, std::env::var_os(CREDENTIALS).map(PathBuf::from).as_deref())
    }

    fn from(folder: &Path, setting: Option<&str>, credentials: Option<&Path>) -> Self {
        if let Some(setting) = setting {
            return Place::Elsewhere(folder.join(setting));
        }
        let handed = credentials.map(|credentials| credentials.join(FILE)).filter(|path| path.exists());
        handed.map_or_else(|| Place::Folder(folder.join(FILE)), Place::Credential)
    }

    /// The file.
    pub fn path(&self) -> &Path {
        match self {
            Place::Folder(path) | Place::Elsewhere(path) | Place::Credential(path) => path,
        }
    }
}

/// Reads the keys, making them when the data folder is new and nothing says that they are elsewhere.
///
/// # Errors
/// Others can read the file; it holds no keys; or it is gone. The text says what to do.
pub fn read(folder: &Path, place: &Place, store_is_there: bool, today: Date) -> anyhow::Result<Ring> {
    let path = place.path();
    let shown = path.display();
    if !path.exists() {
        let old = folder.join(OLD);
        match place {
            Place::Folder(_) if old.exists() => {
                let ring = Ring::new(random()?, today).with_old_index(old_key(&old)?, today);
                return write(path, &ring).map(|()| ring);
            }
            Place::Folder(_) if !store_is_there => {
                let ring = Ring::new(random()?, today);
                return write(path, &ring).map(|()| ring);
            }
            Place::Folder(_) => bail!(
                "`{shown}` is gone. Put it back from where its copy is kept: without it, addresses and identity \
                 numbers in the store cannot be read by anybody"
            ),
            Place::Elsewhere(_) | Place::Credential(_) => bail!(
                "there are no keys in `{shown}`, where the settings say that they are. A first start without that \
                 setting makes `{FILE}` in the data folder; move it there"
            ),
        }
    }
    only_mine(place)?;
    let text = std::fs::read_to_string(path).map(Secret::new);
    let text = text.with_context(|| format!("`{shown}` cannot be read"))?;
    Ring::parse(text.expose()).with_context(|| format!("`{shown}` is no key file"))
}

/// Writes the keys in one go: whoever reads the file finds the one ring or the other, also after a power cut.
///
/// # Errors
/// The folder cannot be written.
pub fn write(path: &Path, ring: &Ring) -> anyhow::Result<()> {
    let fresh = path.with_extension("keys.new");
    let folder = path.parent().context("the keys are in no folder")?;
    let written = || -> std::io::Result<()> {
        // What was left by a start that was killed is no key that anything is sealed with.
        match std::fs::remove_file(&fresh) {
            Err(fault) if fault.kind() != std::io::ErrorKind::NotFound => return Err(fault),
            _ => {}
        }
        let mut options = File::options();
        options.create_new(true).write(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&fresh)?;
        file.write_all(ring.text().as_bytes())?;
        file.sync_all()?;
        std::fs::rename(&fresh, path)?;
        File::open(folder)?.sync_all()
    };
    written().with_context(|| format!("`{}` cannot be written", path.display()))
}

/// A new key.
///
/// # Errors
/// The machine gives no random numbers.
pub fn random() -> anyhow::Result<store::keys::Bytes> {
    store::keys::random().map_err(anyhow::Error::msg)
}

fn old_key(path: &Path) -> anyhow::Result<store::keys::Bytes> {
    only_mine(&Place::Elsewhere(path.into()))?;
    let text =
        std::fs::read_to_string(path).with_context(|| format!("`{}` cannot be read", path.display()))?;
    // The same digits, as a line of a ring.
    let line = format!("1 active 2026-01-01 {}", text.trim());
    let known = Ring::parse(&line).with_context(|| format!("`{}` is no key", path.display()))?;
    Ok(known.into_active())
}

/// Nobody else on the machine may read the file. A credential of systemd has an access list, which shows as rights of
/// the group.
#[cfg(unix)]
fn only_mine(place: &Place) -> anyhow::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let path = place.path();
    let mode = std::fs::metadata(path)?.permissions().mode();
    let others = if matches!(place, Place::Credential(_)) { 0o037 } else { 0o077 };
    if mode & others != 0 {
        bail!(
            "others on this machine can read `{0}` (mode {1:o}). Close it: chmod 600 {0}",
            path.display(),
            mode & 0o777
        );
    }
    Ok(())
}

#[cfg(not(unix))]
fn only_mine(_: &Place) -> anyhow::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use std::os::unix::fs::PermissionsExt;

    const TODAY: Date = date(2026, 11, 19);

    fn home(folder: &Path) -> Place {
        Place::from(folder, None, None)
    }

    fn mode(path: &Path, mode: u32) {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    }

    #[test]
    fn keys_are_made_once_for_their_owner_alone_and_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let place = home(folder.path());
        let made = read(folder.path(), &place, false, TODAY).unwrap();
        assert_eq!(*read(folder.path(), &place, true, TODAY).unwrap().text(), *made.text());
        assert_eq!(std::fs::metadata(place.path()).unwrap().permissions().mode() & 0o777, 0o600);
    }

    #[test]
    fn keys_that_others_can_read_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        let place = home(folder.path());
        read(folder.path(), &place, false, TODAY).unwrap();
        for open in [0o644, 0o640, 0o604, 0o660] {
            mode(place.path(), open);
            let fault = read(folder.path(), &place, true, TODAY).unwrap_err().to_string();
            assert!(fault.contains("chmod 600"), "{fault}");
        }
        // systemd's access list shows as a right of the group to read; nothing more is let through.
        let handed = Place::from(folder.path(), None, Some(folder.path()));
        assert!(matches!(handed, Place::Credential(_)));
        mode(handed.path(), 0o440);
        assert!(read(folder.path(), &handed, true, TODAY).is_ok());
        mode(handed.path(), 0o444);
        assert!(read(folder.path(), &handed, true, TODAY).is_err());
    }

    #[test]
    fn a_store_whose_keys_are_gone_is_not_opened_with_new_ones() {
        let folder = tempfile::tempdir().unwrap();
        let fault = read(folder.path(), &home(folder.path()), true, TODAY).unwrap_err().to_string();
        assert!(fault.contains("Put it back"), "{fault}");
        let elsewhere = Place::from(folder.path(), Some("usb/keys"), None);
        let fault = read(folder.path(), &elsewhere, false, TODAY).unwrap_err().to_string();
        assert!(fault.contains("usb/keys"), "{fault}");
        assert!(!folder.path().join(FILE).exists(), "none are made where the settings name another place");
    }

    #[test]
    fn a_short_key_is_refused_without_being_repeated() {
        let folder = tempfile::tempdir().unwrap();
        let place = home(folder.path());
        std::fs::write(place.path(), format!("1 active 2026-11-19 {}\n", "ab".repeat(31))).unwrap();
        mode(place.path(), 0o600);
        let fault = format!("{:#}", read(folder.path(), &place, true, TODAY).unwrap_err());
        assert!(fault.contains("line 1") && !fault.contains("abab"), "{fault}");
    }

    #[test]
    fn the_key_of_the_first_stores_is_taken_into_the_ring() {
        let folder = tempfile::tempdir().unwrap();
        let old = folder.path().join(OLD);
        std::fs::write(&old, "ab".repeat(32)).unwrap();
        mode(&old, 0o600);
        let ring = read(folder.path(), &home(folder.path()), true, TODAY).unwrap();
        assert!(ring.text().contains(&format!("old-index 2026-11-19 {}", "ab".repeat(32))));
    }
}
