//! The people of a generated family, and the words of its theme with their names in them.

use super::roster::{Place, Shape};
use crate::demo::chance::Chance;
use crate::demo::names::{self, Origin};
use crate::demo::people::Someone;
use crate::demo::story::Story;
use crate::demo::themes::{self, Theme, Whose};
use crate::demo::town::{DISTRICTS, Who};
use crate::demo::verbs::Asking;
use dossier::*;
use jiff::civil::Date;

/// Once in so many families, the whereabouts are protected.
const PROTECTED: usize = 45;
/// Once in so many, two children are twins.
const TWINS: usize = 14;

/// Those whom a story is about.
pub struct Cast {
    /// The theme.
    pub theme: &'static Theme,
    /// Its place among all.
    pub kind: usize,
    /// Adults, as they were introduced.
    pub adults: Vec<PersonId>,
    /// Children from the eldest; the unborn last.
    pub children: Vec<PersonId>,
    /// The child whom it is most about: a place in `children`.
    pub middle: usize,
    /// Who coordinates.
    pub lead: Who,
    /// Place among all families; helpers live near.
    pub number: u32,
    /// Days between talks.
    pub every: i32,
    /// No place is written down anywhere.
    pub hidden: bool,
    /// Goals, as they are written.
    pub goals: Vec<GoalId>,
    /// Needs, as they are written.
    pub needs: Vec<NeedId>,
    /// Other things that the story comes back to.
    pub things: Vec<ThingId>,
    people: Vec<Someone>,
    names: Vec<&'static str>,
    family_name: String,
    adult_count: usize,
}

fn birth(chance: &mut Chance, today: Date, age: i32) -> Date {
    after(today, -(age * 365 + age / 4 + chance.between(1, 360)))
}

fn ages(chance: &mut Chance, kind: usize, count: usize) -> Vec<i32> {
    let mut ages: Vec<i32> = (0..count)
        .map(|_| match kind {
            themes::INFANT => chance.between(1, 9),
            _ => chance.between(2, 16),
        })
        .collect();
    match kind {
        themes::INFANT => ages[0] = 0,
        themes::GROWING_UP => ages[0] = chance.between(15, 17),
        _ => {}
    }
    ages.sort_unstable_by(|a, b| b.cmp(a));
    // Siblings are a year apart at least.
    for place in 1..ages.len() {
        ages[place] = ages[place].min(ages[place - 1] - 1);
    }
    ages.iter().map(|age| (*age).max(0)).collect()
}

fn origin_of(chance: &mut Chance, kind: usize) -> &'static Origin {
    names::origin(chance, if kind == themes::REFUGE { names::NEW } else { names::NORWEGIAN })
}

impl Cast {
    /// Makes up who they are.
    pub fn of(story: &mut Story<'_>, shape: &Shape) -> Self {
        let today = story.today();
        let chance = &mut story.chance;
        let theme = themes::ALL[shape.theme];
        let origin = origin_of(chance, shape.theme);
        let surname = origin.surname(chance);
        let hidden = chance.once_in(PROTECTED);
        let ages = ages(chance, shape.theme, shape.children);
        let expects = shape.theme == themes::INFANT && shape.children > 1 && chance.once_in(3);
        let twins = chance.once_in(TWINS);
        let mut names: Vec<&'static str> = Vec::new();
        let mut people = Vec::new();
        for place in 0..shape.adults {
            let woman = place == 0 && !chance.once_in(6);
            let given = origin.given(chance, woman, false, &names);
            names.push(given);
            let age = match shape.theme {
                themes::GRANDPARENT if place == 0 => chance.between(58, 71),
                _ => ages.first().copied().unwrap_or(0) + chance.between(20, 33),
            };
            let mut adult = Someone::adult(given, surname, birth(chance, today, age));
            // A partner has often kept another name.
            if place == 1 && chance.once_in(3) {
                adult.person.surname = origin_of(chance, 0).surname(chance).into();
            }
            adult = speaking(chance, adult, origin, shape.theme);
            if !chance.once_in(4) {
                adult = adult.signs_in();
            }
            let phone = chance.between(1000, 9999);
            people.push(adult.phone(&format!("400 {:02} {:03}", phone / 1000, phone % 1000)));
        }
        let mut before: Option<Date> = None;
        for (place, age) in ages.iter().enumerate() {
            if expects && place + 1 == ages.len() {
                people.push(Someone::expected(surname));
                names.push("babyen");
                continue;
            }
            let girl = chance.once_in(2);
            let given = origin.given(chance, girl, true, &names);
            names.push(given);
            let alike = before.filter(|_| twins && place == 1);
            let day = alike.unwrap_or_else(|| birth(chance, today, *age));
            before = Some(day);
            let mut child = Someone::child(given, surname, day);
            child.person.language = origin.language.into();
            if *age >= 12 && !chance.once_in(3) {
                child = child.signs_in();
            }
            people.push(child);
        }
        if hidden {
            let protection = *chance.pick(&[
                Protection::Confidential,
                Protection::StrictlyConfidential,
                Protection::Shielded,
            ]);
            people = people.into_iter().map(|someone| someone.protected(protection)).collect();
        }
        let born = shape.children - usize::from(expects);
        let middle = chance.below(born.max(1));
        if let Some(child) = people.get_mut(shape.adults + middle) {
            child.services = theme.services.iter().map(|service| (*service).to_owned()).collect();
        }
        Self {
            theme,
            kind: shape.theme,
            adults: Vec::new(),
            children: Vec::new(),
            middle,
            lead: shape.coordinator,
            number: shape.number,
            every: 14,
            hidden,
            goals: Vec::new(),
            needs: Vec::new(),
            things: Vec::new(),
            family_name: surname.into(),
            adult_count: shape.adults,
            people,
            names,
        }
    }

    /// A text of the theme with the family's names.
    pub fn fill(&self, text: &str) -> String {
        if !text.contains('{') {
            return text.to_owned();
        }
        let child = self.names.get(self.adult_count + self.middle).copied().unwrap_or("barnet");
        let adult = self.names.first().copied().unwrap_or("forelderen");
        text.replace("{barn}", child).replace("{voksen}", adult)
    }

    /// The adult who speaks for the family.
    pub fn adult(&self) -> PersonId {
        self.adults[0]
    }

    /// The child whom it is most about.
    pub fn child(&self) -> PersonId {
        self.children[self.middle]
    }

    /// Whom something is about.
    pub fn about(&self, whose: Whose) -> Vec<PersonId> {
        match whose {
            Whose::Child => vec![self.child()],
            Whose::Eldest => vec![self.children[0]],
            Whose::Adult => vec![self.adult()],
            Whose::Family => Vec::new(),
        }
    }

    /// Whoever of these says something: the young themselves, when they are old enough.
    pub fn speaker(&self, story: &Story<'_>, whose: Whose) -> PersonId {
        let young = match whose {
            Whose::Child => self.child(),
            Whose::Eldest => self.children[0],
            Whose::Adult | Whose::Family => return self.adult(),
        };
        let all = Extract::whole(story.dossier());
        let today = story.now().today;
        let old_enough = all.person(young).and_then(|person| person.age(today)).is_some_and(|age| age >= 12);
        if old_enough { young } else { self.adult() }
    }

    /// A helper near the family.
    pub fn helper(&self, story: &Story<'_>, key: &str) -> Who {
        story.town.who_near(key, self.number)
    }

    /// They ask for help.
    pub fn ask(&mut self, story: &mut Story<'_>, place: &Place) {
        let (words, wish) = *story.chance.pick(self.theme.asks);
        let (words, wish, acute) = (self.fill(words), self.fill(wish), self.fill(self.theme.acute));
        let urgent = match place {
            Place::Received { acute } => acute.is_some(),
            Place::Waiting { ground, .. } => *ground == "safety",
            _ => story.chance.once_in(7),
        };
        let sent = story.chance.once_in(3) && !matches!(place, Place::Received { .. });
        let sender = self.theme.team.first().map(|(key, _)| self.helper(story, key));
        let agreed = format!("{} {}", self.names[0], self.family_name);
        let district = if self.hidden { None } else { Some(*story.chance.pick(&DISTRICTS)) };
        let people = story.ask_for_help(Asking {
            name: &self.family_name.clone(),
            district,
            people: std::mem::take(&mut self.people),
            words: &words,
            wish: &wish,
            acute: urgent.then_some(acute.as_str()),
            sent_by: sender.filter(|_| sent).map(|who| (who, agreed.as_str())),
        });
        if people.len() >= self.adult_count {
            let (adults, children) = people.split_at(self.adult_count);
            (self.adults, self.children) = (adults.to_vec(), children.to_vec());
        }
    }
}

fn speaking(chance: &mut Chance, adult: Someone, origin: &Origin, kind: usize) -> Someone {
    match kind {
        themes::REFUGE if !chance.once_in(4) => adult.with_interpreter(origin.language),
        _ if origin.language == "nb" || chance.once_in(3) => adult,
        _ => adult.speaks(origin.language),
    }
}
