//! What a family has told so far. For somebody who has not signed in it is kept in the form alone: nothing of it is
//! stored, and nothing of it ever stands in an address, a cookie or a log. Inside a family's own pages it is what the
//! dossier knows.

use super::{ANSWERS, PATH, PRINT, QUESTIONS, WHO};
use crate::frame::Filled;
use crate::once::known::{self, Home};
use jiff::civil::Date;
use maud::{Markup, html};
use rights::ask::Interest;
use rights::catalogue::Catalogue;
use rights::{Household, Knowledge, Origin, Situation, Value, Wanted, Whose};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Children that are listed at most.
pub const CHILDREN: usize = 8;
/// Facts that are carried at most: more than the catalogue can ask of eight children.
const MOST: usize = 900;

/// A page of the guide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Life situations.
    Start,
    /// Who lives in the home; for a family that is known, what is known.
    Who,
    /// Questions.
    Questions,
    /// Answers.
    Answers,
    /// Answers on paper.
    Print,
}

/// Where the children live.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Homes {
    /// With whoever answers, all the time.
    Here,
    /// In two homes, by an agreement or a judgment on shared residence.
    Two,
    /// Otherwise, or not told.
    Else,
}

impl Homes {
    /// As forms send it.
    pub const fn code(self) -> &'static str {
        match self {
            Homes::Here => "her",
            Homes::Two => "to",
            Homes::Else => "annet",
        }
    }

    fn read(code: &str) -> Self {
        [Homes::Here, Homes::Two].into_iter().find(|it| it.code() == code).unwrap_or(Homes::Else)
    }
}

/// Everything that has been told.
#[derive(Debug, Clone)]
pub struct State {
    /// What the guide rests on.
    pub knowledge: &'static Knowledge,
    /// The chosen situations, by their places.
    pub situations: BTreeSet<usize>,
    /// When each child was born, or will be.
    pub born: Vec<Date>,
    /// Grown-ups in the home, when that was told.
    pub adults: Option<u8>,
    /// Where the children live.
    pub homes: Homes,
    /// Answers.
    pub told: BTreeMap<Wanted, Value>,
    /// Questions that somebody could not or would not answer.
    pub passed: BTreeSet<Wanted>,
    /// Only the questions of this right are asked.
    pub only: Option<usize>,
    /// The home, inside a family's own pages.
    pub home: Option<Arc<Home>>,
}

impl State {
    /// What a form carries. Whatever cannot be read is left out: it was not written by one of our pages.
    pub fn read(knowledge: &'static Knowledge, filled: &Filled) -> Self {
        let catalogue = knowledge.catalogue;
        let chosen = filled.many("s");
        let situations =
            knowledge.situations.iter().enumerate().filter(|(_, it)| chosen.contains(&it.id.as_str()));
        let mut state = Self {
            knowledge,
            situations: situations.map(|(place, _)| place).collect(),
            born: filled.parse_many("fodt").into_iter().take(CHILDREN).collect(),
            adults: filled.parse("voksne").filter(|adults| (1..=2).contains(adults)),
            homes: Homes::read(filled.raw("hjem")),
            told: BTreeMap::new(),
            passed: filled
                .many("forbi")
                .into_iter()
                .take(MOST)
                .filter_map(|it| wanted(catalogue, it))
                .collect(),
            only: filled.some_text("bare").and_then(|id| catalogue.right(&id)),
            home: None,
        };
        for line in filled.many("sagt").into_iter().take(MOST) {
            let Some((who, value)) = line.split_once('=') else { continue };
            let Some(wanted) = wanted(catalogue, who) else { continue };
            if let Some(value) = Value::parse(value, &catalogue.fact_at(wanted.fact).kind) {
                state.told.insert(wanted, value);
            }
        }
        state
    }

    /// What the dossier knows of a home.
    pub fn at_home(
        knowledge: &'static Knowledge,
        situations: BTreeSet<usize>,
        home: Home,
        adults: Option<u8>,
    ) -> Self {
        Self {
            knowledge,
            situations,
            born: home.children.iter().map(|child| child.born).collect(),
            adults,
            homes: Homes::Else,
            told: BTreeMap::new(),
            passed: home.passed.clone(),
            only: None,
            home: Some(Arc::new(home)),
        }
    }

    /// The address of a page.
    pub fn at(&self, step: Step) -> Cow<'static, str> {
        let Some(home) = &self.home else {
            return Cow::Borrowed(match step {
                Step::Start => PATH,
                Step::Who => WHO,
                Step::Questions => QUESTIONS,
                Step::Answers => ANSWERS,
                Step::Print => PRINT,
            });
        };
        let tail = match step {
            Step::Start => "rettigheter/valg",
            Step::Who => "opplysninger",
            Step::Questions => "rettigheter/sporsmal",
            Step::Answers => "rettigheter/svar",
            Step::Print => "rettigheter/utskrift",
        };
        Cow::Owned(format!("{}/{tail}", home.base.path()))
    }

    /// The same as hidden fields.
    pub fn hidden(&self) -> Markup {
        if let Some(home) = &self.home {
            let only = self.only.map(|only| &self.knowledge.catalogue.rights[only].id);
            return html! {
                @for (name, value) in &home.fields { (field(name, value)) }
                @if let Some(only) = only { (field("bare", only)) }
            };
        }
        fields(self.pairs())
    }

    /// Everything that was told, as names and values: for a form to carry, or to be kept under a code.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        [self.situation_pairs(), self.people_pairs(), self.told_pairs()].concat()
    }

    fn situation_pairs(&self) -> Vec<(&'static str, String)> {
        self.chosen().map(|situation| ("s", situation.id.clone())).collect()
    }

    fn people_pairs(&self) -> Vec<(&'static str, String)> {
        let born = self.born.iter().map(|born| ("fodt", born.to_string()));
        let adults = self.adults.map(|adults| ("voksne", adults.to_string()));
        born.chain(adults).chain([("hjem", self.homes.code().to_owned())]).collect()
    }

    fn told_pairs(&self) -> Vec<(&'static str, String)> {
        let catalogue = self.knowledge.catalogue;
        let only = self.only.map(|only| ("bare", catalogue.rights[only].id.clone()));
        let told = self
            .told
            .iter()
            .map(|(wanted, value)| ("sagt", format!("{}={}", code(catalogue, *wanted), written(value))));
        let passed = self.passed.iter().map(|wanted| ("forbi", code(catalogue, *wanted)));
        only.into_iter().chain(told).chain(passed).collect()
    }

    /// The chosen situations as hidden fields.
    pub fn hidden_situations(&self) -> Markup {
        fields(self.situation_pairs())
    }

    /// Who lives in the home, as hidden fields.
    pub fn hidden_people(&self) -> Markup {
        fields(self.people_pairs())
    }

    /// The answers, as hidden fields.
    pub fn hidden_told(&self) -> Markup {
        fields(self.told_pairs())
    }

    /// The chosen situations.
    pub fn chosen(&self) -> impl Iterator<Item = &'static Situation> {
        self.situations.iter().map(|place| &self.knowledge.situations[*place])
    }

    /// Whether something is opened that is only for whoever opens it.
    pub fn private(&self) -> bool {
        self.chosen().any(|situation| situation.private)
    }

    /// The rights of the chosen situations, each once, offers without an application first in each.
    pub fn rights(&self) -> Vec<usize> {
        let mut seen = BTreeSet::new();
        // What is for one person alone is never in what a family shares.
        let open = |right: &usize| self.home.is_none() || !self.knowledge.catalogue.rights[*right].private;
        let all = self.chosen().flat_map(|it| &it.rights).copied().filter(open);
        all.filter(|right| seen.insert(*right)).collect()
    }

    /// Rights that are there only because of situations opened for oneself.
    pub fn own(&self) -> BTreeSet<usize> {
        let of = |private: bool| -> BTreeSet<usize> {
            let chosen = self.chosen().filter(|it| it.private == private);
            chosen.flat_map(|it| it.rights.iter().copied()).collect()
        };
        &of(true) - &of(false)
    }

    /// The children: at least one, since the guide is about children.
    pub fn children(&self) -> u8 {
        self.born.len().clamp(1, CHILDREN) as u8
    }

    /// What may be asked, and what is not asked again.
    pub fn interest(&self) -> Interest {
        Interest {
            rights: self.only.into_iter().collect(),
            opened: match self.home {
                Some(_) => BTreeSet::new(),
                None => self.chosen().flat_map(|it| it.opens.iter().copied()).collect(),
            },
            passed_over: self.passed.clone(),
            amounts: true,
        }
    }

    /// The household as it has been told.
    pub fn household(&self, day: Date) -> Household {
        let catalogue = self.knowledge.catalogue;
        let mut household = Household::new(day, self.adults.unwrap_or(1), self.children());
        // Children who are listed may be counted; a family that lists none is asked instead.
        household.complete = !self.born.is_empty();
        let mut tell = |name: &str, whose: Whose, value: Value| {
            if let Some(fact) = catalogue.fact(name) {
                // What does not fit the catalogue of today is not known, and is asked when it matters.
                let _ = household.tell(catalogue, fact, whose, value, Origin::default());
            }
        };
        if let Some(adults) = self.adults {
            tell("household.adults", Whose::Home(0), Value::Number(whole(adults.into())));
        }
        for child in 0..self.children() {
            if let Some(born) = self.born.get(usize::from(child)) {
                tell("child.birth_date", Whose::Child(child), Value::Date(*born));
                tell("child.expected", Whose::Child(child), Value::Bool(*born > day));
            }
            if self.homes != Homes::Else {
                let pair = Whose::Pair { adult: 0, child };
                tell("adult.child_lives_with", pair, Value::Bool(true));
                tell("child.delt_bosted", Whose::Child(child), Value::Bool(self.homes == Homes::Two));
            }
        }
        for (wanted, known) in self.home.iter().flat_map(|home| &home.facts) {
            let (value, origin) = (known.value.clone(), known::origin(known));
            let _ = household.tell(catalogue, wanted.fact, wanted.whose, value, origin);
        }
        for (wanted, value) in &self.told {
            let _ = household.tell(catalogue, wanted.fact, wanted.whose, value.clone(), Origin::default());
        }
        household
    }
}

fn fields(pairs: Vec<(&str, String)>) -> Markup {
    html! { @for (name, value) in &pairs { (field(name, value)) } }
}

fn field(name: &str, value: &str) -> Markup {
    html! { input type="hidden" name=(name) value=(value); }
}

fn whole(number: i64) -> rights::Number {
    rights::Number::whole(number).unwrap_or(rights::Number::ZERO)
}

/// A day as people type it.
pub fn dotted(day: Date) -> String {
    format!("{}.{}.{}", day.day(), day.month(), day.year())
}

/// A value as forms carry it.
pub fn written(value: &Value) -> String {
    match value {
        Value::Bool(truth) => truth.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Date(date) => date.to_string(),
        Value::Word(word) => word.clone(),
    }
}

/// A question as forms name it: `c1-need.social_support` is the fact of the second child.
pub fn code(catalogue: &Catalogue, wanted: Wanted) -> String {
    let whose = match wanted.whose {
        Whose::Case => "k".to_owned(),
        Whose::Home(home) => format!("h{home}"),
        Whose::Child(child) => format!("c{child}"),
        Whose::Adult(adult) => format!("a{adult}"),
        Whose::Pair { adult, child } => format!("p{adult}.{child}"),
    };
    format!("{whose}-{}", catalogue.fact_at(wanted.fact).name)
}

/// The other way.
pub fn wanted(catalogue: &Catalogue, code: &str) -> Option<Wanted> {
    let (whose, name) = code.split_once('-')?;
    let fact = catalogue.fact(name)?;
    let (kind, number) = whose.split_at_checked(1)?;
    let whose = match kind {
        "k" if number.is_empty() => Whose::Case,
        "h" => Whose::Home(number.parse().ok()?),
        "c" => Whose::Child(number.parse().ok()?),
        "a" => Whose::Adult(number.parse().ok()?),
        "p" => {
            let (adult, child) = number.split_once('.')?;
            Whose::Pair { adult: adult.parse().ok()?, child: child.parse().ok()? }
        }
        _ => return None,
    };
    Some(Wanted { fact, whose })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that cannot be set up is a test that fails")]

    use super::*;

    #[test]
    fn a_question_is_named_and_found_again() {
        let knowledge = Knowledge::shipped().unwrap();
        for fact in 0..knowledge.catalogue.facts.len() as u16 {
            for whose in [
                Whose::Case,
                Whose::Home(1),
                Whose::Child(3),
                Whose::Adult(0),
                Whose::Pair { adult: 0, child: 7 },
            ] {
                let it = Wanted { fact, whose };
                assert_eq!(wanted(knowledge.catalogue, &code(knowledge.catalogue, it)), Some(it));
            }
        }
        for odd in [
            "",
            "-",
            "c-",
            "cx-need.social_support",
            "c0-no.such",
            "ø0-need.social_support",
            "p0-need.social_support",
        ] {
            assert_eq!(wanted(knowledge.catalogue, odd), None, "{odd}");
        }
    }
}
