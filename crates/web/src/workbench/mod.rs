//! Room `workbench`.

use crate::frame::Map;

/// The routes of this room.
pub fn routes(map: Map) -> Map {
    map
}
