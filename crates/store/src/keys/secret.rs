//! Values that are never printed, and are wiped when they are let go of.

use std::fmt;
use zeroize::Zeroize;

/// A secret. It has no content in `Debug`, cannot be cloned by accident, and is overwritten in memory at its end.
pub struct Secret<T: Zeroize>(T);

impl<T: Zeroize> Secret<T> {
    /// Keeps a value.
    pub const fn new(value: T) -> Self {
        Self(value)
    }

    /// Gives it out. Ask yourself who will see it.
    pub const fn expose(&self) -> &T {
        &self.0
    }
}

impl<T: Zeroize> fmt::Debug for Secret<T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Secret")
    }
}

impl<T: Zeroize> Drop for Secret<T> {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}
