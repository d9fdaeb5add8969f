//! Families that are put together by chance: who they are, where they stand, and how their lives went.

mod active;
mod cast;
mod early;
mod once;
mod roster;

pub use roster::{Kind, Place, Roster, Shape, Taken, coordinators};

use crate::demo::story::{Story, StoryFault, Told};
use crate::demo::town::Town;
use cast::Cast;

/// Tells the story of one family.
///
/// # Errors
/// The house does not allow it.
pub fn tell(town: &Town, shape: &Shape, journal: bool) -> Result<Told, StoryFault> {
    let mut story = Story::with_id(town, &format!("family-{}", shape.number), shape.family, journal);
    let mut cast = Cast::of(&mut story, shape);
    match shape.place {
        Place::Received { acute } => early::received(&mut story, &mut cast, acute),
        Place::Waiting { ground, raised, back } => {
            early::waiting(&mut story, &mut cast, ground, raised, back)
        }
        Place::Offered(how) => early::offered(&mut story, &mut cast, how),
        Place::Active => active::tell(&mut story, &mut cast, None),
        Place::Closed(how) => active::tell(&mut story, &mut cast, Some(how)),
    }
    story.end()
}
