//! What in a text can tell whom it is about (R48). It looks at the text, at the names of services and at lists of
//! words, and never into a dossier: what it finds says nothing about who is known here.

use dossier::Identifying;
use jiff::civil::Date;

/// What kind of detail was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FindKind {
    /// Eleven digits, whether they are right or not.
    NationalId,
    /// A telephone number.
    Phone,
    /// An e-mail address or a name on a network.
    Email,
    /// A street with a number, or a postal code with a place.
    Address,
    /// A date with its year.
    Date,
    /// A long number, such as that of a case.
    Number,
    /// A word with a capital letter inside a sentence, or a common given name.
    Name,
    /// A school or another service.
    Service,
    /// Something that few have in a small place.
    Rare,
    /// A diagnosis and an age.
    Combination,
}

impl FindKind {
    /// All kinds.
    pub const ALL: &[Self] = &[
        Self::NationalId,
        Self::Phone,
        Self::Email,
        Self::Address,
        Self::Date,
        Self::Number,
        Self::Name,
        Self::Service,
        Self::Rare,
        Self::Combination,
    ];

    /// Code, as in the texts `find-…`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NationalId => "national-id",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Address => "address",
            Self::Date => "date",
            Self::Number => "number",
            Self::Name => "name",
            Self::Service => "service",
            Self::Rare => "rare",
            Self::Combination => "combination",
        }
    }

    /// Whether it always identifies: then no word of the writer can let it through.
    pub const fn always(self) -> bool {
        matches!(self, Self::NationalId | Self::Phone | Self::Email | Self::Address)
    }
}

/// A detail that may tell who it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Find {
    /// What kind.
    pub kind: FindKind,
    /// The words of the text.
    pub words: String,
}

impl Find {
    /// How a form names it.
    pub fn key(&self) -> String {
        format!("{}:{}", self.kind.code(), self.words.to_lowercase())
    }
}

/// All that is found in a text, each detail once: what always identifies first.
pub fn finds(raw: &str, known: &Identifying, services: &[&str]) -> Vec<Find> {
    let text = plain(raw);
    let words = words(&text);
    let mut found = Vec::new();
    let mut add = |kind, words: String| {
        let find = Find { kind, words };
        if !found.contains(&find) {
            found.push(find);
        }
    };
    numbers(&text).into_iter().for_each(|(kind, words)| add(kind, words));
    // What nobody sees may stand inside a number, and may stand between two.
    if raw.contains(is_unseen) {
        let apart: String = raw.chars().map(|letter| if is_unseen(letter) { '|' } else { letter }).collect();
        numbers(&plain(&apart)).into_iter().for_each(|(kind, words)| add(kind, words));
    }
    addresses(&words, known).into_iter().for_each(|words| add(FindKind::Address, words));
    dates_in_words(&words, known).into_iter().for_each(|words| add(FindKind::Date, words));
    for word in words.iter().filter(|word| is_contact(word.raw)) {
        add(FindKind::Email, word.bare.to_owned());
    }
    let lower = text.to_lowercase();
    for service in services.iter().filter(|name| whole(&lower, &name.to_lowercase())) {
        add(FindKind::Service, (*service).to_owned());
    }
    names(&words, known).into_iter().for_each(|words| add(FindKind::Name, words));
    for word in &words {
        let word_lower = word.bare.to_lowercase();
        if known.rare_words.iter().any(|stem| begins(&word_lower, stem)) {
            add(FindKind::Rare, word.bare.to_owned());
        }
    }
    for several in known.rare_words.iter().filter(|stem| stem.trim().contains(' ')) {
        if lower.contains(several.trim()) {
            add(FindKind::Rare, several.trim().to_owned());
        }
    }
    let diagnosis = words.iter().find(|word| {
        let lower = word.bare.to_lowercase();
        known.diagnoses.iter().any(|stem| begins(&lower, stem))
    });
    let several = known.diagnoses.iter().find(|stem| stem.contains(' ') && lower.contains(*stem));
    let diagnosis = diagnosis.map(|word| word.bare.to_owned()).or_else(|| several.cloned());
    if let Some((diagnosis, age)) = diagnosis.zip(age(&words)) {
        add(FindKind::Combination, format!("{diagnosis}, {age}"));
    }
    // A name that is part of another find is told once.
    let others: Vec<String> = found
        .iter()
        .filter(|find| find.kind != FindKind::Name)
        .map(|find| find.words.to_lowercase())
        .collect();
    found.retain(|find| {
        find.kind != FindKind::Name || !others.iter().any(|other| whole(other, &find.words.to_lowercase()))
    });
    found.sort_by_key(|find| find.kind);
    found
}

/// The text with one kind of blank and of digits, and without characters that nobody sees.
fn plain(text: &str) -> String {
    text.chars()
        .filter(|letter| !is_unseen(*letter))
        .map(|letter| match letter {
            '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\t' => ' ',
            '\u{660}'..='\u{669}' => digit(letter, 0x660),
            '\u{6f0}'..='\u{6f9}' => digit(letter, 0x6f0),
            '\u{ff10}'..='\u{ff19}' => digit(letter, 0xff10),
            '\u{2010}' | '\u{2011}' => '-',
            other => other,
        })
        .collect()
}

/// A character that nobody sees.
const fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

fn digit(letter: char, zero: u32) -> char {
    char::from_digit(letter as u32 - zero, 10).unwrap_or(letter)
}

/// A word of the text.
struct Word<'t> {
    /// With its punctuation.
    raw: &'t str,
    /// Without.
    bare: &'t str,
    /// The first of a sentence or a line.
    first: bool,
}

impl Word<'_> {
    fn is_capital(&self) -> bool {
        self.bare.chars().next().is_some_and(char::is_uppercase)
    }

    /// A short word in capitals, such as «BUP».
    fn is_letters(&self) -> bool {
        (2..=5).contains(&self.bare.chars().count()) && self.bare.chars().all(char::is_uppercase)
    }

    /// Whether nothing stands between this word and the next.
    fn goes_on(&self) -> bool {
        self.raw.ends_with(self.bare)
    }
}

fn words(text: &str) -> Vec<Word<'_>> {
    let mut found = Vec::new();
    for line in text.lines() {
        let mut first = true;
        for raw in line.split_whitespace() {
            let bare = raw.trim_matches(|letter: char| !letter.is_alphanumeric());
            if !bare.is_empty() {
                found.push(Word { raw, bare, first });
            }
            // «f.eks.» ends no sentence.
            let ends = raw.trim_end_matches(['»', '"', ')', '”', '\'']).ends_with(['.', '!', '?', '…']);
            first = if bare.is_empty() { first } else { ends && !bare.contains('.') };
        }
    }
    found
}

/// An e-mail address, a name on a network, or the address of a page.
fn is_contact(raw: &str) -> bool {
    let letters = raw.chars().filter(|letter| letter.is_alphanumeric()).count();
    letters > 1 && raw.contains('@') || raw.contains("://") || raw.to_lowercase().starts_with("www.")
}

/// Whether a word begins with a stem; a stem with a blank at its end is the whole word.
fn begins(word: &str, stem: &str) -> bool {
    match stem.strip_suffix(' ') {
        Some(whole) => word == whole,
        None => !stem.contains(' ') && word.starts_with(stem),
    }
}

/// Whether a text holds another one, with no letter before or after it.
fn whole(text: &str, part: &str) -> bool {
    let letter = |found: Option<char>| found.is_some_and(char::is_alphanumeric);
    !part.is_empty()
        && text.match_indices(part).any(|(at, part)| {
            !letter(text[..at].chars().next_back()) && !letter(text[at + part.len()..].chars().next())
        })
}

fn names(words: &[Word<'_>], known: &Identifying) -> Vec<String> {
    let is_plain = |word: &Word<'_>| known.plain_words.iter().any(|it| *it == word.bare.to_lowercase());
    let is_given = |word: &Word<'_>| {
        let lower = word.bare.to_lowercase();
        let owner = lower.strip_suffix('s').unwrap_or(&lower);
        word.is_capital() && known.given_names.iter().any(|name| *name == lower || name == owner)
    };
    // A capital letter inside a sentence; a short word in capitals is an abbreviation.
    let inside = |word: &Word<'_>| word.is_capital() && !word.first && !word.is_letters() && !is_plain(word);
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let begins = inside(&words[at])
            || is_given(&words[at])
            || words[at].is_capital()
                && words[at].goes_on()
                && words.get(at + 1).is_some_and(|next| inside(next) && !is_plain(&words[at]));
        if !begins {
            at += 1;
            continue;
        }
        let mut until = at + 1;
        while until < words.len() && words[until - 1].goes_on() && inside(&words[until]) {
            until += 1;
        }
        found.push(words[at..until].iter().map(|word| word.bare).collect::<Vec<_>>().join(" "));
        at = until;
    }
    found
}

/// «Strandgata 4», «Kongens gate 12 B», «7800 Namsos».
fn addresses(words: &[Word<'_>], known: &Identifying) -> Vec<String> {
    let number = |text: &str| {
        let digits = text.chars().take_while(char::is_ascii_digit).count();
        (1..=4).contains(&digits) && text.chars().skip(digits).count() <= 1
    };
    let mut found = Vec::new();
    for (at, pair) in words.windows(2).enumerate() {
        let [word, next] = pair else { continue };
        let lower = word.bare.to_lowercase();
        let street = known.street_endings.iter().find(|ending| lower.ends_with(*ending));
        let before = at.checked_sub(1).map(|before| &words[before]).filter(|word| word.is_capital());
        if let Some(ending) = street.filter(|_| word.goes_on() && number(next.bare)) {
            // A word that is the ending alone («vei») is a street only after a name.
            if lower.len() > ending.len() {
                found.push(format!("{} {}", word.bare, next.bare));
            } else if let Some(before) = before {
                found.push(format!("{} {} {}", before.bare, word.bare, next.bare));
            }
        }
        let is_code = word.bare.len() == 4 && word.bare.bytes().all(|byte| byte.is_ascii_digit());
        let is_year = word.bare.starts_with("19") || word.bare.starts_with("20");
        if is_code && !is_year && word.goes_on() && next.is_capital() && !next.is_letters() {
            found.push(format!("{} {}", word.bare, next.bare));
        }
    }
    found
}

/// «mars 2019», with or without a day before it.
fn dates_in_words(words: &[Word<'_>], known: &Identifying) -> Vec<String> {
    let is_year = |text: &str| text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let pairs = words.windows(2).filter_map(|pair| {
        let [month, year] = pair else { return None };
        let month_known = known.months.iter().any(|name| *name == month.bare.to_lowercase());
        (month_known && is_year(year.bare)).then(|| format!("{} {}", month.bare, year.bare))
    });
    pairs.collect()
}

/// The first age in the text.
fn age(words: &[Word<'_>]) -> Option<String> {
    let short = |text: &str| (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    words.iter().enumerate().find_map(|(at, word)| {
        let lower = word.bare.to_lowercase();
        let next = words.get(at + 1);
        if short(&lower) && next.is_some_and(|next| next.bare.to_lowercase().starts_with("år")) {
            return Some(format!("{} {}", word.bare, next.map_or("", |next| next.bare)));
        }
        let joined = lower.split_once("år").is_some_and(|(number, _)| short(number.trim_end_matches('-')));
        (joined || lower.contains("åring")).then(|| word.bare.to_owned())
    })
}

/// A group of digits, with what stands before it.
struct Group<'t> {
    between: &'t str,
    digits: &'t str,
    from: usize,
    until: usize,
}

/// Groups of digits with little between them, run by run.
fn runs(text: &str) -> Vec<Vec<Group<'_>>> {
    let mut runs: Vec<Vec<Group<'_>>> = Vec::new();
    let mut at = 0;
    while let Some(from) = text[at..].find(|letter: char| letter.is_ascii_digit()).map(|found| at + found) {
        let length = text[from..].bytes().take_while(u8::is_ascii_digit).count();
        let between = &text[at..from];
        let joins = at > 0
            && (1..=3).contains(&between.chars().count())
            && between.chars().all(|letter| matches!(letter, ' ' | '.' | '-' | '/' | '(' | ')'));
        let group = Group { between, digits: &text[from..from + length], from, until: from + length };
        match runs.last_mut().filter(|_| joins) {
            Some(run) => run.push(group),
            None => runs.push(vec![group]),
        }
        at = from + length;
    }
    runs
}

fn numbers(text: &str) -> Vec<(FindKind, String)> {
    let mut found = Vec::new();
    for run in runs(text) {
        let mut at = 0;
        while at < run.len() {
            let abroad = text[..run[at].from].ends_with('+');
            let (kind, many) = if let Some(many) = national_id(&run[at..]) {
                (Some(FindKind::NationalId), many)
            } else if let Some(many) = phone(&run[at..], abroad) {
                (Some(FindKind::Phone), many)
            } else if is_date(&run[at..]) {
                (Some(FindKind::Date), 3)
            } else if compact_date(run[at].digits) {
                (Some(FindKind::Date), 1)
            } else {
                ((run[at].digits.len() > 4).then_some(FindKind::Number), 1)
            };
            if let Some(kind) = kind {
                found.push((kind, text[run[at].from..run[at + many - 1].until].to_owned()));
            }
            at += many;
        }
    }
    found
}

/// Eleven digits or more, alone or with a pause after the sixth, whatever other pauses there are. More than eleven too:
/// a digit behind a character that nobody sees must not hide the rest.
fn national_id(run: &[Group<'_>]) -> Option<usize> {
    if run[0].digits.len() >= 11 {
        return Some(1);
    }
    let mut sum = 0;
    let mut after_six = false;
    for (place, group) in run.iter().enumerate() {
        sum += group.digits.len();
        after_six |= sum == 6;
        if sum >= 11 && after_six {
            return Some(place + 1);
        }
    }
    None
}

/// Eight digits as telephone numbers are written, or anything of some length after `+` or `00`.
fn phone(run: &[Group<'_>], abroad: bool) -> Option<usize> {
    let total = |groups: &[Group<'_>]| groups.iter().map(|group| group.digits.len()).sum::<usize>();
    if abroad || run[0].digits.starts_with("00") && total(run) > 9 {
        return (total(run) >= 8).then_some(run.len());
    }
    for shape in [&[8][..], &[3, 2, 3], &[2, 2, 2, 2], &[4, 4], &[5, 3]] {
        let fits = run.len() >= shape.len()
            && run.iter().zip(shape).all(|(group, long)| group.digits.len() == *long);
        let alike = fits && run[1..shape.len()].windows(2).all(|pair| pair[0].between == pair[1].between);
        let slash = fits && run[1..shape.len()].iter().any(|group| group.between.contains('/'));
        let years = |group: &Group<'_>| group.digits.starts_with("19") || group.digits.starts_with("20");
        let only_years = shape.len() == 2 && run.len() > 1 && years(&run[0]) && years(&run[1]);
        let begins = matches!(run[0].digits.as_bytes()[0], b'2'..=b'9');
        if fits && alike && begins && !slash && !only_years && !compact_date(run[0].digits) {
            return Some(shape.len());
        }
    }
    None
}

fn is_date(run: &[Group<'_>]) -> bool {
    let [first, second, third, ..] = run else { return false };
    if [second, third].iter().any(|group| group.between.trim().is_empty()) {
        return false;
    }
    let read = |group: &Group<'_>| group.digits.parse::<i16>().unwrap_or(0);
    let (year, month, day) = match (first.digits.len(), third.digits.len()) {
        (4, 1 | 2) => (read(first), read(second), read(third)),
        (1 | 2, 4) => (read(third), read(second), read(first)),
        (1 | 2, 2) => (2000 + read(third), read(second), read(first)),
        _ => return false,
    };
    is_day(year, month, day)
}

/// `20190312`: such a number is no telephone.
fn compact_date(digits: &str) -> bool {
    let part = |from: usize, until: usize| digits[from..until].parse::<i16>().unwrap_or(0);
    digits.len() == 8 && is_day(part(0, 4), part(4, 6), part(6, 8))
}

fn is_day(year: i16, month: i16, day: i16) -> bool {
    let small = |number: i16| i8::try_from(number).unwrap_or(0);
    (1900..=2100).contains(&year) && Date::new(year, small(month), small(day)).is_ok()
}
