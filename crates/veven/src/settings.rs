//! Settings of a municipality: a commented file in the data folder, and flags that go before it.

use anyhow::{Context, bail};
use serde::Deserialize;
use std::path::Path;

/// Name of the file in the data folder.
pub const FILE: &str = "veven.toml";

/// What a municipality decides about its own Veven.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Name, such as «Lindvik kommune».
    pub name: String,
    /// The municipality's number, four digits. Every key in the store begins with it, so it never changes.
    pub number: String,
    /// The number that people ring.
    pub phone: String,
    /// Districts to choose from; none in a municipality without.
    pub districts: Vec<String>,
    /// Where «leave this page» leads.
    pub leave_url: Option<String>,
    /// Where to listen.
    pub listen: Option<String>,
    /// The address that people write, when a proxy stands before.
    pub public_address: Option<String>,
    /// The file with the keys, when it is not in the data folder.
    pub keys: Option<String>,
}

/// What was said on the command line or in the environment; it goes before the file.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct Given {
    /// Name of the municipality, such as "Lindvik kommune"
    #[arg(long, env = "VEVEN_NAME", value_name = "NAME")]
    pub name: Option<String>,
    /// The municipality's number, four digits; set once, never changed
    #[arg(long, env = "VEVEN_NUMBER", value_name = "NUMBER")]
    pub number: Option<String>,
    /// The telephone number that people ring
    #[arg(long, env = "VEVEN_PHONE", value_name = "PHONE")]
    pub phone: Option<String>,
    /// A district to choose from; may be given several times
    #[arg(long = "district", env = "VEVEN_DISTRICTS", value_name = "DISTRICT", value_delimiter = ',')]
    pub districts: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Written {
    municipality: Municipality,
    server: Server,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
struct Municipality {
    name: String,
    number: String,
    phone: String,
    districts: Vec<String>,
    leave_url: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
struct Server {
    listen: Option<String>,
    public_address: Option<String>,
    keys: Option<String>,
}

/// A text as a TOML string.
fn quoted(text: &str) -> String {
    let mut out = String::from('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            letter if letter.is_control() => out.push_str(&format!("\\u{:04X}", u32::from(letter))),
            letter => out.push(letter),
        }
    }
    out.push('"');
    out
}

/// The file as it is first written, with what is known already.
fn first_file(given: &Given) -> String {
    let text = |value: &Option<String>| quoted(value.as_deref().unwrap_or_default());
    let districts: Vec<String> = given.districts.iter().map(|district| quoted(district)).collect();
    format!(
        "# Settings of this Veven. Lines that begin with # are explanations.\n\
         # What is said on the command line or in the environment goes before this file (veven serve --help).\n\
         # Changes take effect when Veven starts again.\n\
         \n\
         [municipality]\n\
         # Name, as people read it: \"Lindvik kommune\"\n\
         name = {}\n\
         # The municipality's number, four digits: \"4299\". Set it once. Everything that is stored is stored under it.\n\
         number = {}\n\
         # The telephone number that people ring for help: \"400 00 120\"\n\
         phone = {}\n\
         # Districts to choose from, or an empty list: [\"Nord\", \"Sør\"]\n\
         districts = [{}]\n\
         # Where the button «leave this page» leads: a page that everybody looks at, such as a newspaper\n\
         # leave-url = \"https://www.nrk.no/\"\n\
         \n\
         [server]\n\
         # Where Veven listens. Keep it on this machine, with a proxy with TLS before it.\n\
         # listen = \"127.0.0.1:7878\"\n\
         # The address that people write, when a proxy stands before Veven. With https, cookies are sent over TLS only.\n\
         # public-address = \"https://veven.lindvik.kommune.no\"\n\
         # The file with the keys, when it is not in this folder. What systemd hands over (LoadCredential=veven.keys:…)\n\
         # is found without this.\n\
         # keys = \"/etc/veven/veven.keys\"\n",
        text(&given.name),
        text(&given.number),
        text(&given.phone),
        districts.join(", ")
    )
}

impl Settings {
    /// Reads the settings of a data folder, writing the file when there is none.
    ///
    /// # Errors
    /// The file cannot be read or written, says something unknown, or says too little. The text says what to do.
    pub fn read(folder: &Path, given: &Given) -> anyhow::Result<Self> {
        let path = folder.join(FILE);
        let shown = path.display();
        if !path.exists() {
            std::fs::write(&path, first_file(given))
                .with_context(|| format!("`{shown}` cannot be written"))?;
        }
        let text = std::fs::read_to_string(&path).with_context(|| format!("`{shown}` cannot be read"))?;
        let written: Written = toml::from_str(&text).map_err(|fault| {
            let line =
                fault.span().map_or(1, |span| text[..span.start.min(text.len())].matches('\n').count() + 1);
            anyhow::anyhow!("`{shown}`, line {line}: {}", fault.message())
        })?;
        let first =
            |flag: &Option<String>, file: &str| flag.clone().unwrap_or_else(|| file.trim().to_owned());
        let settings = Self {
            name: first(&given.name, &written.municipality.name),
            number: first(&given.number, &written.municipality.number),
            phone: first(&given.phone, &written.municipality.phone),
            districts: if given.districts.is_empty() {
                written.municipality.districts
            } else {
                given.districts.clone()
            },
            leave_url: written.municipality.leave_url,
            listen: written.server.listen,
            public_address: written.server.public_address,
            keys: written.server.keys,
        };
        let missing: Vec<&str> =
            [("name", &settings.name), ("number", &settings.number), ("phone", &settings.phone)]
                .into_iter()
                .filter(|(_, value)| value.trim().is_empty())
                .map(|(field, _)| field)
                .collect();
        if !missing.is_empty() {
            bail!("`{shown}` says nothing about: {}. Fill it in, then start again.", missing.join(", "));
        }
        if settings.number.len() != 4 || !settings.number.bytes().all(|byte| byte.is_ascii_digit()) {
            bail!(
                "`{}` is no municipality number: it has four digits, such as \"4299\" (`{shown}`)",
                settings.number
            );
        }
        Ok(settings)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lindvik() -> Given {
        Given {
            name: Some("Lindvik \"kommune\"".into()),
            number: Some("4299".into()),
            phone: Some("400 00 120".into()),
            districts: vec!["Fjellside".into(), "Havna".into()],
        }
    }

    #[test]
    fn the_first_start_writes_a_commented_file_that_the_next_start_reads() {
        let folder = tempfile::tempdir().unwrap();
        let first = Settings::read(folder.path(), &lindvik()).unwrap();
        let next = Settings::read(folder.path(), &Given::default()).unwrap();
        assert_eq!(first, next);
        assert_eq!(next.districts, ["Fjellside", "Havna"]);
        assert!(
            std::fs::read_to_string(folder.path().join(FILE))
                .unwrap()
                .contains("# The municipality's number")
        );
    }

    #[test]
    fn a_start_without_anything_writes_the_file_and_says_what_to_fill_in() {
        let folder = tempfile::tempdir().unwrap();
        let fault = Settings::read(folder.path(), &Given::default()).unwrap_err().to_string();
        assert!(fault.contains("name, number, phone") && fault.contains(FILE), "{fault}");
        assert!(folder.path().join(FILE).exists());
    }

    #[test]
    fn an_unknown_setting_is_told_with_its_line() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(FILE), "[municipality]\nname = \"A\"\nfarge = \"blå\"\n").unwrap();
        let fault = Settings::read(folder.path(), &lindvik()).unwrap_err().to_string();
        assert!(fault.contains("line 3") && fault.contains("farge"), "{fault}");
    }

    #[test]
    fn a_number_that_is_no_municipality_number_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let given = Given { number: Some("42a9".into()), ..lindvik() };
        assert!(Settings::read(folder.path(), &given).unwrap_err().to_string().contains("42a9"));
    }
}
