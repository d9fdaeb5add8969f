//! What the store hands out, and only `access` opens.

use std::fmt;
use std::sync::Arc;

/// A value that nobody but `access` can look into. `Debug` says nothing, so no log line can leak it.
pub struct Sealed<T>(Arc<T>);

impl<T> Sealed<T> {
    /// Anyone may seal.
    pub fn new(value: Arc<T>) -> Self {
        Self(value)
    }

    pub(crate) fn open(&self) -> &Arc<T> {
        &self.0
    }
}

impl<T> Clone for Sealed<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> fmt::Debug for Sealed<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<sealed>")
    }
}
