//! Words for people: Fluent messages from `knowledge/texts`, in all languages alike.
//!
//! Keys say where and what (`plan-heading`). A page never holds words of its own.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast;
use fluent_syntax::serializer::serialize;
use foldhash::fast::FixedState;
use rust_embed::RustEmbed;
use std::borrow::Cow;
use std::collections::HashMap;
use unic_langid::LanguageIdentifier;

#[derive(RustEmbed)]
#[folder = "../../knowledge/texts"]
struct Files;

/// A language of the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Bokmål.
    Nb,
    /// Nynorsk.
    Nn,
    /// English.
    En,
}

impl Lang {
    /// All languages, in the order of the menu.
    pub const ALL: [Lang; 3] = [Lang::Nb, Lang::Nn, Lang::En];

    /// BCP 47 code.
    pub const fn code(self) -> &'static str {
        match self {
            Lang::Nb => "nb",
            Lang::Nn => "nn",
            Lang::En => "en",
        }
    }

    /// The language's own name.
    pub const fn name(self) -> &'static str {
        match self {
            Lang::Nb => "Bokmål",
            Lang::Nn => "Nynorsk",
            Lang::En => "English",
        }
    }

    /// Writing direction.
    pub const fn dir(self) -> &'static str {
        "ltr"
    }

    /// From a code; `no` is bokmål.
    pub fn from_code(code: &str) -> Option<Self> {
        match code.split('-').next().unwrap_or_default() {
            "nb" | "no" => Some(Lang::Nb),
            "nn" => Some(Lang::Nn),
            "en" => Some(Lang::En),
            _ => None,
        }
    }

    /// The first language of an `Accept-Language` header that we speak.
    pub fn accepted(header: &str) -> Option<Self> {
        header
            .split(',')
            .find_map(|choice| Self::from_code(choice.split(';').next().unwrap_or_default().trim()))
    }
}

/// A message that needs no grammar: most of them. A page has a hundred, and Fluent's own way of filling one in
/// costs ten times as much as joining its pieces.
enum Ready {
    /// Without variables.
    Plain(String),
    /// With variables that stand where they stand.
    Pieces(Vec<Piece>),
}

enum Piece {
    Text(String),
    Variable(String),
}

impl Ready {
    /// Nothing, when the message chooses among forms or refers to others.
    fn of(pattern: &ast::Pattern<&str>) -> Option<Self> {
        let pieces: Vec<Piece> = pattern
            .elements
            .iter()
            .map(|element| match element {
                ast::PatternElement::TextElement { value } => Some(Piece::Text((*value).to_owned())),
                ast::PatternElement::Placeable {
                    expression: ast::Expression::Inline(ast::InlineExpression::VariableReference { id }),
                } => Some(Piece::Variable(id.name.to_owned())),
                ast::PatternElement::Placeable { .. } => None,
            })
            .collect::<Option<_>>()?;
        let texts: Option<String> = pieces
            .iter()
            .map(|piece| match piece {
                Piece::Text(text) => Some(text.as_str()),
                Piece::Variable(_) => None,
            })
            .collect();
        Some(texts.map_or(Ready::Pieces(pieces), Ready::Plain))
    }

    /// Nothing, when a variable is missing or must be written in a special way; then Fluent does it.
    fn fill(&self, variables: &[(&str, FluentValue<'_>)]) -> Option<String> {
        let pieces = match self {
            Ready::Plain(text) => return Some(text.clone()),
            Ready::Pieces(pieces) => pieces,
        };
        let mut text = String::with_capacity(64);
        for piece in pieces {
            match piece {
                Piece::Text(words) => text.push_str(words),
                Piece::Variable(name) => match &variables.iter().find(|(is, _)| is == name)?.1 {
                    FluentValue::String(words) => text.push_str(words),
                    FluentValue::Number(number) => text.push_str(&number.as_string()),
                    _ => return None,
                },
            }
        }
        Some(text)
    }
}

/// The messages of a language. Fluent has only those with variables: what it keeps of a message is many times as
/// large as the words, and two thirds of all messages are words alone.
struct Book {
    ready: HashMap<String, Ready, FixedState>,
    bundle: FluentBundle<FluentResource>,
}

/// All words in all languages.
pub struct Texts {
    books: [Book; 3],
}

/// A text file that cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("{file}: {problem}")]
pub struct TextsFault {
    /// Which file.
    pub file: String,
    /// What is wrong.
    pub problem: String,
}

impl Texts {
    /// Reads and checks all text files.
    ///
    /// # Errors
    /// A file that is no Fluent, or a key that stands twice.
    pub fn load() -> Result<Self, TextsFault> {
        let mut books = Vec::with_capacity(3);
        for lang in Lang::ALL {
            books.push(read_book(lang)?);
        }
        let books: [Book; 3] = books.try_into().map_err(|_| TextsFault {
            file: "knowledge/texts".into(),
            problem: "a language is missing".into(),
        })?;
        Ok(Self { books })
    }

    fn book(&self, lang: Lang) -> &Book {
        &self.books[lang as usize]
    }

    /// Speaks a language.
    pub fn say(&self, lang: Lang) -> Say<'_> {
        Say { texts: self, lang }
    }

    /// All keys of a language, with the names of their variables; for the test that compares languages.
    pub fn keys(lang: Lang) -> Vec<(String, Vec<String>)> {
        let mut keys = Vec::new();
        for file in files(lang) {
            let Ok(resource) = FluentResource::try_new(source(&file).unwrap_or_default()) else { continue };
            for entry in resource.entries() {
                if let ast::Entry::Message(ast::Message { id, value: Some(pattern), .. }) = entry {
                    let mut found = Vec::new();
                    variables(pattern, &mut found);
                    found.sort();
                    found.dedup();
                    keys.push((id.name.to_owned(), found));
                }
            }
        }
        keys.sort();
        keys
    }
}

fn read_book(lang: Lang) -> Result<Book, TextsFault> {
    let id: LanguageIdentifier = lang.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // The marks that Fluent puts around variables are for mixed directions; these languages run one way.
    bundle.set_use_isolating(false);
    let mut ready = HashMap::default();
    for file in files(lang) {
        let fault = |problem: String| TextsFault { file: file.clone(), problem };
        let text = source(&file).unwrap_or_default();
        let mut resource =
            fluent_syntax::parser::parse(text.as_str()).map_err(|(_, errors)| fault(first(&errors)))?;
        for entry in &resource.body {
            if let ast::Entry::Message(ast::Message { id, value: Some(pattern), .. }) = entry
                && let Some(message) = Ready::of(pattern)
                && ready.insert(id.name.to_owned(), message).is_some()
            {
                return Err(fault(format!("{} stands twice", id.name)));
            }
        }
        resource.body.retain(|entry| match entry {
            ast::Entry::Message(message) => !matches!(ready.get(message.id.name), Some(Ready::Plain(_))),
            other => matches!(other, ast::Entry::Term(_)),
        });
        let rest =
            FluentResource::try_new(serialize(&resource)).map_err(|(_, errors)| fault(first(&errors)))?;
        bundle.add_resource(rest).map_err(|errors| fault(first(&errors)))?;
    }
    // A key that stands once as words alone and once with variables.
    let twice = ready.iter().find(|(key, it)| matches!(it, Ready::Plain(_)) && bundle.has_message(key));
    match twice {
        Some((key, _)) => {
            Err(TextsFault { file: lang.code().into(), problem: format!("{key} stands twice") })
        }
        None => Ok(Book { ready, bundle }),
    }
}

/// The first of several faults, in words.
fn first(errors: &[impl ToString]) -> String {
    errors.first().map(ToString::to_string).unwrap_or_default()
}

fn variables(pattern: &ast::Pattern<&str>, found: &mut Vec<String>) {
    fn inline(expression: &ast::InlineExpression<&str>, found: &mut Vec<String>) {
        match expression {
            ast::InlineExpression::VariableReference { id } => found.push(id.name.to_owned()),
            ast::InlineExpression::Placeable { expression } => placeable(expression, found),
            ast::InlineExpression::FunctionReference { arguments, .. } => {
                arguments.positional.iter().for_each(|argument| inline(argument, found));
            }
            _ => {}
        }
    }
    fn placeable(expression: &ast::Expression<&str>, found: &mut Vec<String>) {
        match expression {
            ast::Expression::Inline(expression) => inline(expression, found),
            ast::Expression::Select { selector, variants } => {
                inline(selector, found);
                variants.iter().for_each(|variant| variables(&variant.value, found));
            }
        }
    }
    for element in &pattern.elements {
        if let ast::PatternElement::Placeable { expression } = element {
            placeable(expression, found);
        }
    }
}

fn files(lang: Lang) -> Vec<String> {
    let folder = format!("{}/", lang.code());
    let mut files: Vec<String> =
        Files::iter().filter(|file| file.starts_with(&folder)).map(Cow::into_owned).collect();
    files.sort();
    files
}

fn source(file: &str) -> Option<String> {
    Files::get(file).and_then(|found| String::from_utf8(found.data.into_owned()).ok())
}

/// Words in one language.
#[derive(Clone, Copy)]
pub struct Say<'t> {
    texts: &'t Texts,
    /// The language.
    pub lang: Lang,
}

impl<'t> Say<'t> {
    /// A message without variables. A missing one falls back to bokmål; one that is missing there too is
    /// shown in ⟦brackets⟧, which tests look for.
    pub fn say(&self, key: &str) -> Cow<'t, str> {
        for lang in [self.lang, Lang::Nb] {
            if let Some(Ready::Plain(text)) = self.texts.book(lang).ready.get(key) {
                return Cow::Borrowed(text);
            }
        }
        self.with(key, [])
    }

    /// A message with variables: `say.with("goals", [("count", 3.into())])`.
    pub fn with<const N: usize>(&self, key: &str, variables: [(&str, FluentValue<'_>); N]) -> Cow<'t, str> {
        let known = self.texts.book(self.lang).ready.get(key);
        if let Some(text) = known.and_then(|message| message.fill(&variables)) {
            return Cow::Owned(text);
        }
        self.with_all(key, variables)
    }

    /// The same with variables that are known only when the program runs.
    pub fn with_all<'a>(
        &self,
        key: &str,
        variables: impl IntoIterator<Item = (&'a str, FluentValue<'a>)>,
    ) -> Cow<'t, str> {
        let variables: Vec<(&str, FluentValue<'_>)> = variables.into_iter().collect();
        let arguments: FluentArgs<'_> = variables.iter().cloned().collect();
        for lang in [self.lang, Lang::Nb] {
            let book = self.texts.book(lang);
            if let Some(text) = book.ready.get(key).and_then(|message| message.fill(&variables)) {
                return Cow::Owned(text);
            }
            let pattern = book.bundle.get_message(key).and_then(|message| message.value());
            if let Some(pattern) = pattern {
                let mut errors = Vec::new();
                let text = book.bundle.format_pattern(pattern, Some(&arguments), &mut errors);
                if !errors.is_empty() {
                    tracing::warn!(key, "a text could not be filled in");
                }
                return Cow::Owned(text.into_owned());
            }
        }
        tracing::warn!(key, "a text is missing");
        Cow::Owned(format!("⟦{key}⟧"))
    }

    /// The word for a code of the domain's vocabulary: `coded("relation", "søsken")` reads `relation-sosken`.
    pub fn coded(&self, prefix: &str, code: &str) -> Cow<'t, str> {
        let plain = code.replace('_', "-").replace('ø', "o").replace('æ', "ae").replace('å', "aa");
        self.say(&format!("{prefix}-{plain}"))
    }

    /// Whether there is such a message.
    pub fn has(&self, key: &str) -> bool {
        let mut books = [self.lang, Lang::Nb].into_iter().map(|lang| self.texts.book(lang));
        books.any(|book| book.ready.contains_key(key) || book.bundle.has_message(key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Fluent with every message of a language.
    fn whole(lang: Lang) -> FluentBundle<FluentResource> {
        let mut bundle = FluentBundle::new_concurrent(vec![lang.code().parse().unwrap()]);
        bundle.set_use_isolating(false);
        for file in files(lang) {
            bundle.add_resource(FluentResource::try_new(source(&file).unwrap()).unwrap()).unwrap();
        }
        bundle
    }

    #[test]
    fn every_message_reads_as_fluent_writes_it() {
        let texts = Texts::load().unwrap();
        let (mut words, mut pieces, mut left) = (0, 0, 0);
        for lang in Lang::ALL {
            let (bundle, say) = (whole(lang), texts.say(lang));
            for (key, names) in Texts::keys(lang) {
                match texts.book(lang).ready.get(&key) {
                    Some(Ready::Plain(_)) => words += 1,
                    Some(Ready::Pieces(_)) => pieces += 1,
                    None => left += 1,
                }
                let pattern = bundle.get_message(&key).and_then(|message| message.value()).unwrap();
                for value in
                    [FluentValue::from("Åse & co"), FluentValue::from(12_345), FluentValue::from(0.5)]
                {
                    let variables: Vec<(&str, FluentValue<'_>)> =
                        names.iter().map(|name| (name.as_str(), value.clone())).collect();
                    let arguments: FluentArgs<'_> = variables.iter().cloned().collect();
                    let by_fluent = bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new());
                    assert_eq!(say.with_all(&key, variables), by_fluent, "{key}");
                }
                assert!(say.has(&key), "{key}");
            }
        }
        assert!(words > 1000 && pieces > 50 && left > 50, "{words}, {pieces}, {left}");
    }

    #[test]
    fn a_variable_that_is_missing_is_left_to_fluent() {
        let message = Ready::Pieces(vec![Piece::Variable("name".into())]);
        assert_eq!(message.fill(&[]), None);
        assert_eq!(message.fill(&[("name", FluentValue::None)]), None);
    }
}
