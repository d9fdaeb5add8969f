//! What follows from a view, kept beside the decision that the view is made of.
//!
//! INVARIANT: nothing here outlives what it stands on. It lies inside the decision, and a decision is taken again only
//! for the very same dossier and a reader who stands to it in every fact as before ([`crate::view::Decisions`]): when
//! anything is written, a consent ends, a role does or somebody has a birthday, there is another decision, with
//! nothing beside it. What a view does not tell apart – the day, a language, who works where – is asked for each time.

use crate::directory::Directory;
use std::any::{Any, TypeId};
use std::sync::{Arc, Mutex, PoisonError, Weak};

/// Which directory something was found with. Another one is never the same, wherever in memory it comes to stand.
#[derive(Debug, Clone)]
pub struct Edition(Weak<Directory>);

impl Edition {
    /// Of a directory.
    pub fn of(directory: &Arc<Directory>) -> Self {
        Self(Arc::downgrade(directory))
    }
}

impl PartialEq for Edition {
    fn eq(&self, other: &Self) -> bool {
        self.0.ptr_eq(&other.0)
    }
}

/// What was found last of each type, with what it was found under.
#[derive(Default)]
pub(crate) struct Follows(Mutex<Vec<(TypeId, Found)>>);

type Found = Arc<dyn Any + Send + Sync>;

/// What follows from another decision is found anew.
impl Clone for Follows {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl Follows {
    /// What was found under the same before; found now, if it was not. `T` must be a type that stands for one thing.
    pub(crate) fn once<K, T>(&self, under: K, find: impl FnOnce() -> T) -> Arc<T>
    where
        K: PartialEq + Send + Sync + 'static,
        T: Send + Sync + 'static,
    {
        let kind = TypeId::of::<(K, Arc<T>)>();
        let all = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = all().iter().find(|(is, _)| *is == kind).map(|(_, found)| Arc::clone(found));
        if let Some(known) = known.and_then(|known| known.downcast::<(K, Arc<T>)>().ok())
            && known.0 == under
        {
            return Arc::clone(&known.1);
        }
        // Nobody else waits meanwhile; of two who find the same at once, both are right.
        let found = Arc::new(find());
        let mut all = all();
        all.retain(|(is, _)| *is != kind);
        all.push((kind, Arc::new((under, Arc::clone(&found)))));
        found
    }
}
