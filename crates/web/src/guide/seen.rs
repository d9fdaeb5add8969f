//! What the rules say for what has been told: the one place where the guide asks the engine.

use super::state::{State, code};
use crate::Lang;
use crate::frame::{Call, dates};
use jiff::civil::Date;
use rights::answer::{Answer, Answers, Moment, Status, Wanted};
use rights::ask::Question;
use rights::catalogue::{Fact, RightKind};
use rights::soon::Change;
use rights::{About, Household, Language, Value, Whose};
use std::cmp::Reverse;

/// Facts that one page asks for at most, and answers on it.
const FACTS: usize = 3;
const ANSWERS: usize = 5;
/// How far ahead changes are told of.
const MONTHS: u8 = 12;

/// The catalogue's language for a page's.
pub const fn language(lang: Lang) -> Language {
    match lang {
        Lang::Nb => Language::Nb,
        Lang::Nn => Language::Nn,
        Lang::En => Language::En,
    }
}

/// What is told, and what it comes to today.
pub struct Seen<'a> {
    /// The page's reader.
    pub call: &'a Call,
    /// What was told.
    pub state: &'a State,
    /// The rules of today.
    pub moment: Moment<'a>,
    /// The household.
    pub household: Household,
    /// The answers of the rights in question.
    pub answers: Answers,
    /// The language that the catalogue answers in.
    pub language: Language,
}

/// One right, for everybody in the home whom it concerns.
pub struct Found<'s> {
    /// The right.
    pub right: usize,
    /// The best that it says for anybody.
    pub status: Status,
    /// What it says for each.
    pub answers: Vec<&'s Answer>,
}

impl<'a> Seen<'a> {
    /// Evaluates the rights in question.
    pub fn of(call: &'a Call, state: &'a State) -> Self {
        let day = call.today();
        let moment = state.knowledge.catalogue.on(day);
        let household = state.household(day);
        let rights = state.only.map_or_else(|| state.rights(), |only| vec![only]);
        let mut answers = moment.answers_of(&household, rights.into_iter());
        // The guide speaks with one grown-up: what another has a right to depends on answers that are theirs.
        answers.list.retain(|answer| answer.about.adult.is_none_or(|adult| adult == 0));
        let mut seen = Self { call, state, moment, household, answers, language: language(call.lang) };
        let list = std::mem::take(&mut seen.answers.list);
        seen.answers.list = list.into_iter().filter(|answer| seen.of_an_age(answer)).collect();
        seen
    }

    /// Whether an answer does not wait for something that children of that age have not to do with: nobody is asked
    /// which kindergarten an eight-year-old goes to.
    fn of_an_age(&self, answer: &Answer) -> bool {
        let born = answer.about.child.and_then(|child| self.state.born.get(usize::from(child)));
        let Some(years) = born.map(|born| years(*born, self.moment.day).unwrap_or(0)) else { return true };
        let subject = |wanted: &Wanted| self.fact(wanted.fact).name.split('.').next();
        let others = self.state.knowledge.ages.iter().filter(|ages| !ages.years.contains(&i64::from(years)));
        let mut others = others.map(|ages| ages.of.as_str());
        !others.any(|of| answer.missing.iter().any(|wanted| subject(wanted) == Some(of)))
    }

    /// The questions that can still change an answer, the best first.
    pub fn questions(&self) -> Vec<Question> {
        let mut questions = self.moment.questions(&self.answers, &self.state.interest());
        questions.retain(|question| self.is_kept(question.wanted.fact));
        questions
    }

    /// Whether an answer can be taken in here: what is kept for a family is not everything that may be told.
    fn is_kept(&self, fact: u16) -> bool {
        self.state.home.is_none() || crate::once::terms::is_shared(self.moment.catalogue, fact)
    }

    /// What the next page asks: the best question, the same of the other children, and a few that belong with it.
    pub fn page(&self) -> Vec<Wanted> {
        let questions = self.questions();
        let Some(first) = questions.first() else { return Vec::new() };
        let subject = |fact: u16| self.fact(fact).name.split('.').next().unwrap_or_default().to_owned();
        let mut facts: Vec<u16> = Vec::new();
        let mut asked = Vec::new();
        for question in &questions {
            let fact = question.wanted.fact;
            if facts.contains(&fact) || facts.len() >= FACTS || subject(fact) != subject(first.wanted.fact) {
                continue;
            }
            let same = questions.iter().map(|it| it.wanted).filter(|it| it.fact == fact);
            let mut same: Vec<Wanted> = same.collect();
            same.sort();
            if facts.is_empty() || asked.len() + same.len() <= ANSWERS {
                facts.push(fact);
                asked.extend(same);
            }
        }
        asked
    }

    /// What is known about a fact.
    pub fn fact(&self, fact: u16) -> &'a rights::catalogue::Fact {
        self.moment.catalogue.fact_at(fact)
    }

    /// What is known about a right.
    pub fn right(&self, right: usize) -> &'a rights::catalogue::Right {
        &self.moment.catalogue.rights[right]
    }

    /// The name of a question in forms.
    pub fn code(&self, wanted: Wanted) -> String {
        code(self.moment.catalogue, wanted)
    }

    /// The names of the rights that wait for an answer.
    pub fn waits_for(&self, wanted: Wanted) -> Vec<&'a str> {
        let waits = |it: &&Answer| it.missing.contains(&wanted) || it.missing_for_amount.contains(&wanted);
        let mut rights: Vec<usize> = self.answers.list.iter().filter(waits).map(|it| it.right).collect();
        rights.dedup();
        rights.into_iter().map(|right| self.right(right).name.say(self.language)).collect()
    }

    /// What may be asked of an answer's missing facts.
    pub fn may_ask(&self, answer: &Answer) -> Vec<Wanted> {
        use rights::catalogue::{Asked, ONLY_WHEN_OPENED};
        let opened = self.state.interest().opened;
        let may = |wanted: &&Wanted| {
            let fact = self.fact(wanted.fact);
            matches!(fact.asked, Asked::Family | Asked::FamilyMay)
                && self.is_kept(wanted.fact)
                && (fact.sensitivity < ONLY_WHEN_OPENED || opened.contains(&answer.right))
        };
        answer.missing.iter().chain(&answer.missing_for_amount).filter(may).copied().collect()
    }

    /// Everything found, each right once, in the order of the situations.
    pub fn found(&self) -> Vec<Found<'_>> {
        let rights = self.state.rights();
        let found = rights.into_iter().filter_map(|right| {
            let mut answers: Vec<&Answer> = self.answers.of(right).collect();
            answers.retain(|answer| answer.status != Status::NotInForce);
            let status = answers.iter().map(|answer| answer.status).min()?;
            Some(Found { right, status, answers })
        });
        let mut found: Vec<Found<'_>> = found.collect();
        // What comes to an amount first: it helps soonest.
        found.sort_by_key(|it| Reverse(it.answers.iter().any(|answer| answer.amount.is_some())));
        found
    }

    /// Whether an offer needs no application: a door that one can simply walk through.
    pub fn open_door(&self, right: usize) -> bool {
        self.right(right).kind == RightKind::LowThreshold
    }

    /// What changes within a year, for whoever answers.
    pub fn changes(&self) -> Vec<Change> {
        let rights = self.state.rights();
        let mut changes = self.moment.catalogue.changes_soon(&self.household, MONTHS);
        changes.retain(|it| rights.contains(&it.right) && it.about.adult.is_none_or(|adult| adult == 0));
        changes
    }

    /// «barn 2 (8 år)», when there are several to tell apart.
    pub fn child(&self, child: u8) -> Option<String> {
        let say = self.call.say();
        if let Some(home) = &self.state.home {
            return home.children.get(usize::from(child)).map(|child| child.given.clone());
        }
        let number = u64::from(child) + 1;
        if self.state.children() < 2 {
            return None;
        }
        let born = self.state.born.get(usize::from(child));
        let text = match born.map(|born| years(*born, self.moment.day)) {
            None => say.with("guide-child", [("number", number.into())]),
            Some(None) => say.with("guide-child-expected", [("number", number.into())]),
            Some(Some(years)) => {
                say.with("guide-child-years", [("number", number.into()), ("years", i64::from(years).into())])
            }
        };
        Some(text.into_owned())
    }

    /// Whom an answer is about, when it must be told from others.
    pub fn about(&self, about: About) -> Option<String> {
        about.child.and_then(|child| self.child(child))
    }

    /// Whom a question is about.
    pub fn whose(&self, whose: Whose) -> Option<String> {
        match whose {
            Whose::Child(child) | Whose::Pair { child, .. } => self.child(child),
            _ => None,
        }
    }

    /// A fact that was told, in a few words.
    pub fn said(&self, wanted: Wanted, value: &Value) -> String {
        let fact = self.fact(wanted.fact);
        let label = fact.label.say(self.language);
        if *value == Value::Bool(true) {
            return label.to_owned();
        }
        format!("{label}: {}", in_words(self.call, fact, value))
    }
}

/// A value of a fact, as people say it.
pub fn in_words(call: &Call, fact: &Fact, value: &Value) -> String {
    let language = language(call.lang);
    let choice = |code: &str| fact.choices.iter().find(|it| it.code == code);
    match value {
        Value::Bool(truth) => call.t(if *truth { "guide-yes" } else { "guide-no" }).into_owned(),
        Value::Word(code) => match choice(code) {
            Some(choice) => choice.words.say(language).to_owned(),
            None => code.clone(),
        },
        Value::Date(day) => dates::short(call.say(), *day, call.today()),
        Value::Number(_) => rights::say::value(value, &fact.unit, language),
    }
}

/// Whole years on a day; none before the birth.
fn years(born: Date, day: Date) -> Option<i16> {
    let had = (day.month(), day.day()) >= (born.month(), born.day());
    (born <= day).then(|| day.year() - born.year() - i16::from(!had))
}
