//! One program at a time: two writers on one file would each keep a journal head of their own.

use crate::StoreError;
use std::fs::{File, TryLockError};
use std::path::Path;

/// Held as long as the store is open; the operating system lets go when the process ends, however it ends.
pub struct Lock(#[expect(dead_code, reason = "held, not read")] File);

impl Lock {
    /// Takes the lock beside the file.
    ///
    /// # Errors
    /// Another process has it, the folder cannot be written to, or it lies on another machine.
    pub fn take(path: &Path) -> Result<Self, StoreError> {
        // By its real name, so that a link to the file finds the same lock.
        let real = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let beside = real.with_extension("lock");
        let unusable =
            |error: std::io::Error| StoreError::Unusable(format!("`{}`: {error}", beside.display()));
        let file =
            File::options().create(true).truncate(false).write(true).open(&beside).map_err(unusable)?;
        if let Some(kind) = network_of(&beside) {
            return Err(StoreError::Unusable(format!(
                "`{}` lies on a network file system ({kind}), where SQLite is not safe; use a disk of this machine",
                path.display()
            )));
        }
        match file.try_lock() {
            Ok(()) => Ok(Self(file)),
            Err(TryLockError::WouldBlock) => Err(StoreError::Unusable(format!(
                "another veven is using `{}`; stop it first",
                path.display()
            ))),
            Err(TryLockError::Error(error)) => Err(unusable(error)),
        }
    }
}

/// The kind of network file system that a file lies on; nothing on a disk of this machine, or where the system
/// does not say.
fn network_of(file: &Path) -> Option<String> {
    let mounts = std::fs::read_to_string("/proc/self/mountinfo").ok()?;
    kind_of_mount(&mounts, &file.canonicalize().ok()?).filter(|kind| is_network(kind))
}

fn is_network(kind: &str) -> bool {
    matches!(
        kind,
        "nfs" | "nfs4" | "cifs" | "smb3" | "smbfs" | "afs" | "ceph" | "fuse.sshfs" | "fuse.glusterfs"
    )
}

/// The kind of the innermost mount that holds the path. A line reads
/// `36 35 98:0 /root /where rw,noatime - ext4 /dev/vda rw`.
fn kind_of_mount(mounts: &str, path: &Path) -> Option<String> {
    let line = |line: &str| {
        let (place, what) = line.split_once(" - ")?;
        // Blanks and the like in names are written as `\040`.
        let point = place.split(' ').nth(4)?.replace("\\040", " ").replace("\\134", "\\");
        let depth = path.starts_with(&point).then(|| Path::new(&point).components().count())?;
        Some((depth, what.split(' ').next()?.to_owned()))
    };
    // A later mount on the same place lies over the earlier one; the last of the deepest is found.
    mounts.lines().filter_map(line).max_by_key(|(depth, _)| *depth).map(|(_, kind)| kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_innermost_mount_says_what_a_file_lies_on() {
        let mounts = "1 0 8:1 / / rw - ext4 /dev/vda rw\n\
            2 1 0:30 / /mnt rw shared:1 - nfs4 there:/x rw\n\
            3 2 8:2 / /mnt/own\\040disk rw - xfs /dev/vdb rw\n";
        for (path, kind) in
            [("/srv/veven.db", "ext4"), ("/mnt/veven.db", "nfs4"), ("/mnt/own disk/veven.db", "xfs")]
        {
            assert_eq!(kind_of_mount(mounts, Path::new(path)).as_deref(), Some(kind), "{path}");
        }
        assert!(is_network("nfs4") && !is_network("ext4"));
    }

    #[test]
    fn a_second_lock_on_the_same_file_is_refused_also_by_another_name() {
        let folder = tempfile::tempdir().unwrap();
        let (path, other) = (folder.path().join("veven.db"), folder.path().join("link.db"));
        std::fs::write(&path, "").unwrap();
        let held = Lock::take(&path).unwrap();
        assert!(Lock::take(&path).is_err());
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(&path, &other).unwrap();
            assert!(Lock::take(&other).is_err());
        }
        drop(held);
        assert!(Lock::take(&path).is_ok());
    }
}
