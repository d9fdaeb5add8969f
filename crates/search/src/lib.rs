//! Room `search`: from everyday words to life situations, rights and offers.
//!
//! What people write is read as words, brought to their stems, bent from nynorsk to bokmål, taken apart where they are
//! compounds, mended where they are mistyped, and widened with words that mean the same (`knowledge/search`). tantivy
//! ranks. Nothing is written anywhere: an index lives in memory, and a question is gone when it is answered.
//!
//! ```
//! use search::{Search, What};
//!
//! let search = Search::shipped().expect("the shipped knowledge is tested");
//! let found = search.ask("barnehagepris");
//! let rights = &search.knowledge().catalogue.rights;
//! let cheaper = |what| matches!(what, What::Right(right) if rights[right].id == "kindergarten_reduced_payment");
//! assert!(found.hits.iter().take(10).any(|hit| cheaper(hit.what)));
//! ```

mod compound;
mod guide;
mod lexicon;
mod load;
mod shelf;
mod topic;
mod words;

pub use guide::{Found, Hit, Search, What};
pub use lexicon::Lexicon;
pub use load::files;
pub use shelf::{Doc, Shelf};
pub use topic::{Ring, Topic};
pub use words::{LONGEST, cut};
