//! All that the typesetter can reach: one template, one file of data, and the fonts in the program.

use crate::legible::legible;
use serde_json::{Value, json};
use std::num::NonZeroU16;
use std::sync::LazyLock;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt};
use web::Sheet;

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

/// The fonts; read when the first sheet is set.
pub static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| {
    let files: [&[u8]; 5] = [
        include_bytes!("../fonts/SourceSans3_400Regular.ttf"),
        include_bytes!("../fonts/SourceSans3_600SemiBold.ttf"),
        include_bytes!("../fonts/NotoSansArabic_400Regular.ttf"),
        include_bytes!("../fonts/NotoSansEthiopic_400Regular.ttf"),
        include_bytes!("../fonts/NotoEmoji_400Regular.ttf"),
    ];
    files.into_iter().flat_map(|file| Font::iter(Bytes::new(file))).collect()
});

static BOOK: LazyLock<LazyHash<FontBook>> =
    LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));

/// The template and the place of the data. The typesetter keeps every name of a file for ever, so there are two.
static TEMPLATE: LazyLock<Option<Source>> = LazyLock::new(|| {
    let id = file("sheet.typ")?;
    Some(Source::new(id, include_str!("sheet.typ").into()))
});
static DATA: LazyLock<Option<FileId>> = LazyLock::new(|| file("sheet.json"));

fn file(name: &str) -> Option<FileId> {
    VirtualPath::new(name).ok().map(|path| FileId::new(RootedPath::new(VirtualRoot::Project, path)))
}

/// One sheet to be set.
pub struct World(Bytes);

impl World {
    /// For a sheet; signs that no font has stand as `□`, which the sheet then says of itself.
    ///
    /// # Errors
    /// The sheet cannot be written as data.
    pub fn of(sheet: &Sheet) -> Result<World, serde_json::Error> {
        let mut data = serde_json::to_value(sheet)?;
        let all_set = legible(&mut data, &BOOK);
        data["unset"] = Value::Bool(!all_set);
        data["day"] = json!([sheet.day.year(), sheet.day.month(), sheet.day.day()]);
        Ok(World(Bytes::from_string(data.to_string())))
    }
}

impl typst::World for World {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        TEMPLATE.as_ref().map_or(FileId::from_raw(NonZeroU16::MAX), Source::id)
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        TEMPLATE.clone().filter(|source| source.id() == id).ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if *DATA == Some(id) { Ok(self.0.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
