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
//! let found = search.ask("barnehageprisen er for høg for oss");
//! let rights = &search.knowledge().catalogue.rights;
//! let first = found.hits.iter().find_map(|hit| match hit.what {
//!     What::Right(right) => Some(rights[right].id.as_str()),
//!     What::Situation(_) => None,
//! });
//! assert_eq!(first, Some("kindergarten_reduced_payment"));
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
