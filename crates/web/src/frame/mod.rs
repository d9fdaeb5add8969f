//! What every page stands in: who calls, the words, the frame, the parts, forms and problems.

pub mod act;
pub mod assets;
pub mod call;
pub mod dates;
pub mod form;
pub mod house;
pub mod layers;
pub mod map;
pub mod page;
pub mod parts;
pub mod problem;
pub mod sheet;
pub mod text;
pub mod vouching;
pub mod who;

pub use act::done_url;
pub use call::Call;
pub use form::{Errors, Filled, FormOf};
pub use house::House;
pub use map::Map;
pub use page::{Page, Shown};
pub use problem::Problem;
pub use text::Say;
pub use who::Who;
