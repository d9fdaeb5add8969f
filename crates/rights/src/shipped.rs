//! The knowledge that the program carries.

use crate::catalogue::Catalogue;
use crate::load::File;
use crate::sheet::Fault;
use rust_embed::RustEmbed;
use std::sync::LazyLock;

#[derive(RustEmbed)]
#[folder = "../../knowledge/rights"]
#[prefix = "rights/"]
struct Rights;

#[derive(RustEmbed)]
#[folder = "../../knowledge/rates"]
#[prefix = "rates/"]
struct Rates;

#[derive(RustEmbed)]
#[folder = "../../knowledge/facts"]
#[prefix = "facts/"]
struct Facts;

/// The files of the knowledge folder that the program carries.
pub fn files() -> Vec<File> {
    fn all<E: RustEmbed>(files: &mut Vec<File>) {
        let read = E::iter().filter(|name| name.ends_with(".toml")).filter_map(|name| {
            let file = E::get(&name)?;
            Some((name.to_string(), String::from_utf8_lossy(&file.data).into_owned()))
        });
        files.extend(read);
    }
    let one = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    let mut files = vec![
        one("sources.toml", include_str!("../../../knowledge/sources.toml")),
        one("formulas.toml", include_str!("../../../knowledge/formulas.toml")),
    ];
    all::<Facts>(&mut files);
    all::<Rates>(&mut files);
    all::<Rights>(&mut files);
    files
}

impl Catalogue {
    /// The catalogue that the program carries, read and checked once, without the test cases: for those, [`files`] and
    /// [`Catalogue::load`].
    ///
    /// # Errors
    /// What is wrong with it; a test keeps it right.
    pub fn shipped() -> Result<&'static Catalogue, &'static [Fault]> {
        static CATALOGUE: LazyLock<Result<Catalogue, Vec<Fault>>> =
            LazyLock::new(|| Catalogue::load_without_cases(&files()));
        CATALOGUE.as_ref().map_err(Vec::as_slice)
    }
}
