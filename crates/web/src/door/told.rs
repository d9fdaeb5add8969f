//! What somebody has told in the five questions, read from the form: little must be filled in, nothing is
//! guessed, and a family is never turned away because something is unknown.

use crate::frame::text::Lang;
use crate::frame::{Call, Errors, Filled};
use access::terms::{
    Family, Generation, HelpRequest, Newcomer, Opening, Person, Problem, Role, SentBy, after,
    working_days_after,
};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

/// Rows for children.
pub const CHILDREN: usize = 6;
/// Longest name or single line.
const SHORT: usize = 300;
/// Longest text.
const LONG: usize = 4000;
/// Fewest digits of a telephone number.
const DIGITS: usize = 8;
/// An unborn child's date lies at most so many days ahead.
const UNBORN_DAYS: i32 = 300;

/// The services that can be chosen; the texts are `service-kind-…`.
pub const SERVICES: &[&str] = &[
    "kindergarten",
    "school",
    "ppt",
    "health-station",
    "doctor",
    "hospital",
    "mental-health",
    "child-welfare",
    "nav",
    "housing",
    "relief",
    "family-counselling",
    "integration",
    "voluntary",
];
/// «None» among the services: an answer too.
pub const NO_SERVICE: &str = "none";

/// The languages that can be chosen, with their own names.
pub const LANGUAGES: &[(&str, &str)] = &[
    ("nb", "Norsk"),
    ("se", "Davvisámegiella"),
    ("smj", "Julevsámegiella"),
    ("sma", "Åarjelsaemien"),
    ("en", "English"),
    ("ar", "العربية"),
    ("uk", "Українська"),
    ("pl", "Polski"),
    ("so", "Soomaali"),
    ("ti", "ትግርኛ"),
    ("lt", "Lietuvių"),
    ("ur", "اردو"),
    ("fa", "فارسی"),
    ("ru", "Русский"),
    ("tr", "Türkçe"),
];
/// Any other language; which one, can be said in words.
pub const OTHER_LANGUAGE: &str = "und";

/// A language by its own name, or by its code when it is none of those that can be chosen.
pub fn language_name(call: &Call, code: &str) -> String {
    let known = LANGUAGES.iter().find(|(known, _)| *known == code).map(|(_, name)| (*name).to_owned());
    let other = || call.t("ask-language-other").into_owned();
    known.unwrap_or_else(|| if code == OTHER_LANGUAGE { other() } else { code.to_owned() })
}

/// Name of the field of a child's name.
pub fn child_field(row: usize) -> String {
    format!("child-{row}")
}

/// Name of the field of a child's birth date.
pub fn born_field(row: usize) -> String {
    format!("born-{row}")
}

/// The answers, checked.
pub struct Told {
    words: String,
    wish: String,
    acute: bool,
    acute_words: String,
    family: String,
    children: Vec<(String, Option<Date>)>,
    services: Vec<String>,
    asker: Person,
}

/// Reads the answers. `named` is the name of whoever said yes, when a professional sends them.
///
/// # Errors
/// What must be mended.
pub fn read(call: &Call, filled: &Filled, named: Option<&str>) -> Result<Told, Errors> {
    let mut errors = Errors::none();
    for (field, most) in [
        ("words", LONG),
        ("wish", LONG),
        ("acute_words", LONG),
        ("family", SHORT),
        ("services-other", SHORT),
        ("name", SHORT),
        ("phone", SHORT),
        ("reach", SHORT),
    ] {
        if filled.text(field).chars().count() > most {
            errors.problem(call, field, Problem::TooLong(most));
        }
    }
    if filled.some_text("words").is_none() {
        errors.add("words", call.t("ask-words-missing"));
    }
    if !matches!(filled.raw("acute"), "yes" | "no") {
        errors.add("acute", call.t("ask-acute-missing"));
    }
    let children = children(call, filled, &mut errors);
    let name = filled.some_text("name").or_else(|| named.map(str::to_owned)).unwrap_or_default();
    if name.is_empty() && named.is_none() {
        errors.add("name", call.t("ask-name-missing"));
    }
    let phone = filled.text("phone");
    if phone.chars().filter(char::is_ascii_digit).count() < DIGITS {
        errors.add("phone", call.t("ask-phone-missing"));
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    let (given, surname) = parts_of(&name);
    let family = filled
        .some_text("family")
        .unwrap_or_else(|| if surname.is_empty() { given.clone() } else { surname.clone() });
    let mut asker = Person::named(given, surname, Generation::Adult);
    asker.phone = Some(phone);
    asker.reach = filled.some_text("reach");
    asker.interpreter = filled.has("interpreter");
    let known = |code: &&str| *code == OTHER_LANGUAGE || LANGUAGES.iter().any(|(known, _)| known == code);
    asker.language = Some(filled.raw("language")).filter(known).unwrap_or("nb").to_owned();
    // Whoever is signed in as a family member asks as that person, and finds the request again at home.
    asker.account = (call.visit.role == Role::Citizen).then_some(call.visit.actor);
    Ok(Told {
        words: filled.text("words"),
        wish: filled.text("wish"),
        acute: filled.raw("acute") == "yes",
        acute_words: filled.text("acute_words"),
        family,
        children,
        services: services(call, filled),
        asker,
    })
}

fn children(call: &Call, filled: &Filled, errors: &mut Errors) -> Vec<(String, Option<Date>)> {
    let mut children = Vec::new();
    for row in 0..CHILDREN {
        let (name, born) = (child_field(row), born_field(row));
        let given = filled.text(&name);
        if given.chars().count() > SHORT {
            errors.problem(call, &name, Problem::TooLong(SHORT));
        }
        let day = errors.take(call, &born, filled.day(&born, call.today()));
        if day.is_some_and(|day| {
            day > after(call.today(), UNBORN_DAYS) || day.year() < call.today().year() - 120
        }) {
            errors.problem(call, &born, Problem::Date);
        }
        if !given.is_empty() || day.is_some() {
            // A child need not have a name here: the family may want to tell it itself.
            let unnamed = || call.house.texts.say(Lang::Nb).say("ask-child-unnamed").into_owned();
            children.push((if given.is_empty() { unnamed() } else { given }, day));
        }
    }
    children
}

/// The services in words. They are kept in bokmål whatever language they were chosen in: those who receive the
/// request read them.
fn services(call: &Call, filled: &Filled) -> Vec<String> {
    let bokmaal = call.house.texts.say(Lang::Nb);
    let chosen = SERVICES.iter().filter(|kind| filled.chose("services", kind));
    let mut services: Vec<String> =
        chosen.map(|kind| bokmaal.say(&format!("service-kind-{kind}")).into_owned()).collect();
    services.extend(filled.some_text("services-other"));
    if services.is_empty() && filled.chose("services", NO_SERVICE) {
        services.push(bokmaal.say("service-kind-none").into_owned());
    }
    services
}

/// Given name and family name of a name written in one field: the last word is the family name.
fn parts_of(name: &str) -> (String, String) {
    let words: Vec<&str> = name.split_whitespace().collect();
    match words.as_slice() {
        [] => (String::new(), String::new()),
        [given] => ((*given).to_owned(), String::new()),
        [given @ .., surname] => (given.join(" "), (*surname).to_owned()),
    }
}

/// When somebody must have answered: within hours when it cannot wait, else within working days.
pub fn reply_by(call: &Call, acute: bool) -> Timestamp {
    let limits = call.house.gate.limits(&call.visit);
    if acute {
        return call.visit.moment.at + SignedDuration::from_hours(i64::from(limits.acute_reply_hours));
    }
    let day = working_days_after(call.today(), limits.door_reply_working_days);
    access::terms::Moment::instant(day.at(23, 59, 0, 0))
}

impl Told {
    /// What opens the dossier.
    pub fn opening(self, call: &Call, reference: String, sent_by: Option<SentBy>) -> Opening {
        let child = |(given, born): (String, Option<Date>)| {
            let mut person = Person::named(given, self.family.clone(), Generation::Child);
            person.born = born;
            Newcomer { person, services: Vec::new() }
        };
        let children: Vec<Newcomer> = self.children.into_iter().map(child).collect();
        let asker = Newcomer { person: self.asker, services: Vec::new() };
        Opening {
            family: Family { name: self.family, district: None, source: None },
            people: std::iter::once(asker).chain(children).collect(),
            request: HelpRequest {
                reference,
                words: self.words,
                wish: self.wish,
                acute: self.acute,
                acute_words: if self.acute { self.acute_words } else { String::new() },
                services: self.services,
                reply_by: reply_by(call, self.acute),
                sent_by,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_word_of_a_name_is_the_family_name() {
        for (name, given, surname) in [
            ("Rania Haddad", "Rania", "Haddad"),
            ("Anne Lise  Berg", "Anne Lise", "Berg"),
            ("Hodan", "Hodan", ""),
        ] {
            assert_eq!(parts_of(name), (given.to_owned(), surname.to_owned()));
        }
    }
}
