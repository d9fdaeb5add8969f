//! What the dossier knows already, as the rules ask for it: who is in the home, and every fact that was told once.
//!
//! It is made from a view, so that nobody's rights rest on what the reader may not see.

use crate::guide::State;
use crate::plan::place::Base;
use access::View;
use access::terms::{
    Application, Fact, FactOf, Generation, Given, Interest, Person, PersonId, Relation, RelationKind,
    Residence, Stage, Thing, ThingId, present, responsible_for,
};
use jiff::civil::Date;
use rights::catalogue::{Asked, Catalogue};
use rights::{Knowledge, Origin, Value, Wanted, Whose};
use std::collections::{BTreeMap, BTreeSet};

/// Children whom the rules are asked about, at most.
const CHILDREN: usize = 8;

/// A child of the home.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Child {
    /// Who.
    pub id: PersonId,
    /// Given name.
    pub given: String,
    /// Birth date.
    pub born: Date,
}

/// Where a known value is from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// A fact that was told; it can be put right where it stands.
    Told(ThingId, u32),
    /// It follows from who is in the family, and how they are related.
    Family,
    /// The municipality has set it once for everybody.
    Set,
}

/// A value, and where it is from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// The value.
    pub value: Value,
    /// The day on which it was so.
    pub on: Date,
    /// Who or what said it, in words; empty: the family.
    pub source: String,
    /// Where it stands.
    pub from: Source,
}

/// A home as one grown-up sees it.
#[derive(Debug, Clone)]
pub struct Home {
    /// The address that the family's pages begin with.
    pub base: Base,
    /// Hidden fields that every form of these pages carries: name and value.
    pub fields: Vec<(&'static str, String)>,
    /// The grown-up who asks, or for whom somebody asks.
    pub adult: PersonId,
    /// That person's given name.
    pub given: String,
    /// The children whom that person decides for.
    pub children: Vec<Child>,
    /// What is known.
    pub facts: BTreeMap<Wanted, Known>,
    /// What was asked, and could not or would not be told.
    pub passed: BTreeSet<Wanted>,
    /// The situations that the grown-up has chosen; none when nothing is chosen yet.
    pub situations: Option<BTreeSet<usize>>,
    /// What that person has applied for, or is about to: the newest for each right and child.
    pub applied: BTreeMap<(String, Option<PersonId>), (ThingId, Stage)>,
}

impl Home {
    /// Everything that a view tells of a grown-up's home. `sets` are the facts that the municipality has set.
    pub fn of<'s>(
        view: &View,
        knowledge: &'static Knowledge,
        adult: PersonId,
        sets: impl Iterator<Item = (&'s str, &'s str)>,
    ) -> Self {
        let (sees, today) = (view.sees(), view.moment().today);
        let children = present(&sees, today)
            .into_iter()
            .filter(|person| person.is.generation == Generation::Child)
            .filter(|person| responsible_for(&sees, person.id().into(), today).contains(&adult))
            .filter_map(|person| {
                let born = person.is.born?;
                Some(Child { id: person.id().into(), given: person.is.given.clone(), born })
            })
            .take(CHILDREN);
        let interest = sees.all::<Interest>().filter(|interest| interest.is.of == adult).last();
        let chosen = |interest: Thing<'_, Interest>| {
            let all = knowledge.situations.iter().enumerate();
            let open = all.filter(|(_, it)| !it.private && interest.is.situations.contains(&it.id));
            open.map(|(place, _)| place).collect()
        };
        let mut home = Self {
            base: Base::Own,
            fields: Vec::new(),
            adult,
            given: view.name_of(adult).unwrap_or_default().to_owned(),
            children: children.collect(),
            facts: BTreeMap::new(),
            passed: BTreeSet::new(),
            situations: interest.map(chosen),
            applied: BTreeMap::new(),
        };
        for application in sees.all::<Application>().filter(|it| it.is.applicant == adult) {
            let of = (application.is.right.clone(), application.is.child);
            home.applied.insert(of, (application.id(), application.is.stage()));
        }
        let catalogue = knowledge.catalogue;
        for (name, value) in sets {
            home.set(catalogue, today, name, value);
        }
        home.family(view, catalogue, today);
        for fact in sees.all::<Fact>() {
            home.told(catalogue, &fact);
        }
        home
    }

    /// The home as far as an application tells of it: for whoever answers it, and for a machine that may say yes.
    pub fn of_given<'s>(
        catalogue: &Catalogue,
        application: &Application,
        given: &[Given],
        sets: impl Iterator<Item = (&'s str, &'s str)>,
        today: Date,
    ) -> Self {
        let born = given.iter().find(|it| it.name == "child.birth_date").and_then(|it| it.value.parse().ok());
        let child = application.child.zip(born);
        let child = child.map(|(id, born)| Child { id, given: String::new(), born });
        let mut home = Self {
            base: Base::Own,
            fields: Vec::new(),
            adult: application.applicant,
            given: String::new(),
            children: child.into_iter().collect(),
            facts: BTreeMap::new(),
            passed: BTreeSet::new(),
            situations: None,
            applied: BTreeMap::new(),
        };
        for (name, value) in sets {
            home.set(catalogue, today, name, value);
        }
        for one in given {
            let wanted = catalogue
                .fact(&one.name)
                .and_then(|fact| Some(Wanted { fact, whose: home.place_of(one.of)? }));
            let Some(wanted) = wanted else { continue };
            if let Some(value) = Value::parse(&one.value, &catalogue.fact_at(wanted.fact).kind) {
                let (on, source, from) = (one.on, one.source.clone(), Source::Family);
                home.facts.insert(wanted, Known { value, on, source, from });
            }
        }
        home
    }

    fn set(&mut self, catalogue: &Catalogue, today: Date, name: &str, value: &str) {
        let Some(fact) = catalogue.fact(name) else { return };
        let known = catalogue.fact_at(fact);
        if let Some(value) = Value::parse(value, &known.kind).filter(|_| known.asked == Asked::Set) {
            let known = Known { value, on: today, source: String::new(), from: Source::Set };
            self.facts.insert(Wanted { fact, whose: Whose::Case }, known);
        }
    }

    /// What follows from who is in the family.
    fn family(&mut self, view: &View, catalogue: &Catalogue, today: Date) {
        let sees = view.sees();
        let mut known: Vec<(&str, Whose, Value)> = Vec::new();
        if let Some(me) = sees.person(self.adult) {
            known.extend(me.born.map(|born| ("adult.birth_date", Whose::Adult(0), Value::Date(born))));
        }
        if sees.all::<Person>().any(|person| person.is.interpreter && person.id() == self.adult.thing()) {
            known.push(("case.language_interpreter_needed", Whose::Case, Value::Bool(true)));
        }
        for (child, place) in self.children.iter().zip(0..) {
            known.push(("child.birth_date", Whose::Child(place), Value::Date(child.born)));
            known.push(("child.expected", Whose::Child(place), Value::Bool(child.born > today)));
            let relation = sees.all::<Relation>().map(|relation| relation.is).find(|it| {
                (it.from, it.to) == (self.adult, child.id)
                    && it.holds(today)
                    && matches!(it.relation, RelationKind::Parent | RelationKind::FosterParent)
            });
            let Some(relation) = relation else { continue };
            let pair = Whose::Pair { adult: 0, child: place };
            let lives = matches!(relation.residence, Residence::Permanent | Residence::Shared);
            known.push(("adult.child_lives_with", pair, Value::Bool(lives)));
            if lives {
                let shared = relation.residence == Residence::Shared;
                known.push(("child.delt_bosted", Whose::Child(place), Value::Bool(shared)));
            }
        }
        for (name, whose, value) in known {
            if let Some(fact) = catalogue.fact(name) {
                let known = Known { value, on: today, source: String::new(), from: Source::Family };
                self.facts.insert(Wanted { fact, whose }, known);
            }
        }
    }

    fn told(&mut self, catalogue: &Catalogue, told: &Thing<'_, Fact>) {
        let Some((wanted, kind)) = catalogue.fact(&told.is.name).and_then(|fact| {
            let whose = self.place_of(told.is.of)?;
            Some((Wanted { fact, whose }, &catalogue.fact_at(fact).kind))
        }) else {
            return;
        };
        match &told.is.value {
            None => {
                self.passed.insert(wanted);
            }
            Some(value) => {
                if let Some(value) = Value::parse(value, kind) {
                    let known = Known {
                        value,
                        on: told.is.on,
                        source: told.is.source.clone(),
                        from: Source::Told(told.id(), told.entry.version),
                    };
                    self.facts.insert(wanted, known);
                }
            }
        }
    }

    /// Whose a told fact is, in the words of the rules; none when it is somebody else's.
    pub fn place_of(&self, of: FactOf) -> Option<Whose> {
        let place =
            |id: PersonId| self.children.iter().zip(0..).find(|(it, _)| it.id == id).map(|(_, at)| at);
        let mine = |adult: PersonId| adult == self.adult;
        match of {
            FactOf::Case { adult } => mine(adult).then_some(Whose::Case),
            FactOf::Home { adult } => mine(adult).then_some(Whose::Home(0)),
            FactOf::Adult { adult } => mine(adult).then_some(Whose::Adult(0)),
            FactOf::Child { child } => place(child).map(Whose::Child),
            FactOf::Pair { adult, child } => {
                place(child).filter(|_| mine(adult)).map(|child| Whose::Pair { adult: 0, child })
            }
        }
    }

    /// Whose a fact is in the dossier.
    pub fn of_whom(&self, whose: Whose) -> Option<FactOf> {
        let adult = self.adult;
        let child = |place: u8| self.children.get(usize::from(place)).map(|child| child.id);
        Some(match whose {
            Whose::Case => FactOf::Case { adult },
            Whose::Home(0) => FactOf::Home { adult },
            Whose::Adult(0) => FactOf::Adult { adult },
            Whose::Child(place) => FactOf::Child { child: child(place)? },
            Whose::Pair { adult: 0, child: place } => FactOf::Pair { adult, child: child(place)? },
            Whose::Home(_) | Whose::Adult(_) | Whose::Pair { .. } => return None,
        })
    }

    /// The guide's state for this home: everything that may be looked at when nothing is chosen.
    pub fn state(self, knowledge: &'static Knowledge) -> State {
        let open = || knowledge.situations.iter().enumerate().filter(|(_, it)| !it.private);
        let situations = self.situations.clone().unwrap_or_else(|| open().map(|(at, _)| at).collect());
        let adults = knowledge.catalogue.fact("household.adults").and_then(|fact| {
            match &self.facts.get(&Wanted { fact, whose: Whose::Home(0) })?.value {
                Value::Number(number) => u8::try_from(number.trunc()).ok().filter(|it| (1..=2).contains(it)),
                _ => None,
            }
        });
        State::at_home(knowledge, situations, self, adults)
    }

    /// What is known of a fact, as it is sent to somebody.
    pub fn given(&self, catalogue: &Catalogue, wanted: Wanted) -> Option<Given> {
        let known = self.facts.get(&wanted)?;
        Some(Given {
            name: catalogue.fact_at(wanted.fact).name.clone(),
            of: self.of_whom(wanted.whose)?,
            value: crate::guide::written(&known.value),
            on: known.on,
            source: known.source.clone(),
        })
    }
}

/// The origin of a known value, as the reasons tell it.
pub fn origin(known: &Known) -> Origin {
    Origin { who: known.source.clone(), on: Some(known.on) }
}
