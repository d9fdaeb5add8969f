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
    /// Another process has it, or the folder cannot be written to.
    pub fn take(path: &Path) -> Result<Self, StoreError> {
        let beside = path.with_extension("lock");
        let unusable =
            |error: std::io::Error| StoreError::Unusable(format!("`{}`: {error}", beside.display()));
        let file =
            File::options().create(true).truncate(false).write(true).open(&beside).map_err(unusable)?;
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
