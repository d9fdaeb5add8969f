//! Reads `facts/<subject>.toml`.

use super::{Loader, criteria, program};
use crate::catalogue::{Asked, Choice, Derived, Fact, Scope};
use crate::compile::Names;
use crate::program::{MOST_FACTS, Type};
use crate::sheet::{At, Sheet, Table, Words};
use std::rc::Rc;

/// A derivation that waits until all facts are known.
pub(super) struct Waiting<'a> {
    fact: usize,
    sheet: Rc<Sheet<'a>>,
    text: At<String>,
    how: How,
}

#[derive(Clone, Copy, PartialEq)]
enum How {
    Is,
    Children,
    Adults,
}

const SCOPES: [(&str, Scope); 5] = [
    ("case", Scope::Case),
    ("home", Scope::Home),
    ("child", Scope::Child),
    ("adult", Scope::Adult),
    ("adult and child", Scope::Pair),
];
const ASKED: [(&str, Asked); 4] = [
    ("family", Asked::Family),
    ("family may know", Asked::FamilyMay),
    ("nobody: set by the authority", Asked::Set),
    ("nobody: derived", Asked::Derived),
];

impl<'a> Loader<'a> {
    pub(super) fn facts(&self) -> (Vec<Fact>, Vec<Waiting<'a>>) {
        let (mut facts, mut waiting) = (Vec::new(), Vec::new());
        for (name, text) in self.under("facts/") {
            let (sheet, table) = Sheet::open(name, text, self.faults);
            for entry in table.tables("fact") {
                let Some(fact) = read(&entry) else { continue };
                for (key, how) in
                    [("is", How::Is), ("count_children", How::Children), ("count_adults", How::Adults)]
                {
                    if let Some(text) = entry.maybe_text(key) {
                        waiting.push(Waiting { fact: facts.len(), sheet: sheet.clone(), text, how });
                    }
                }
                if fact.asked == Asked::Derived
                    && !["is", "count_children", "count_adults"].iter().any(|key| entry.has(key))
                {
                    entry.say(format!(
                        "`{}` is derived: say how, with `is`, `count_children` or `count_adults`",
                        fact.name
                    ));
                }
                entry.finish();
                facts.push(fact);
            }
            table.finish();
        }
        if facts.len() > MOST_FACTS {
            self.say("facts", format!("there are {} facts, and {MOST_FACTS} is the most", facts.len()));
            facts.truncate(MOST_FACTS);
            waiting.retain(|it: &Waiting<'_>| it.fact < MOST_FACTS);
        }
        (facts, waiting)
    }

    pub(super) fn derive(&self, facts: &mut [Fact], waiting: Vec<Waiting<'a>>, names: &Names) {
        for it in waiting {
            let read = if it.how == How::Is {
                program(&it.sheet, &it.text, names)
            } else {
                criteria(&it.sheet, &it.text, names)
            };
            let Some(program) = read else { continue };
            let kind = &program.steps[usize::from(program.root())].kind;
            let fact = &facts[it.fact];
            if it.how == How::Is && (*kind != fact.kind && !(kind.is_number() && fact.kind.is_number())) {
                it.sheet.say(
                    it.text.at,
                    format!("`{}` is {}, and this gives {}", fact.name, fact.kind.name(), kind.name()),
                );
            }
            if it.how != How::Is && fact.kind != Type::Int {
                it.sheet.say(it.text.at, format!("`{}` counts, so its type must be \"int\"", fact.name));
            }
            let may = visible(fact.scope, it.how);
            for other in program.facts.iter().map(|place| &facts[usize::from(place)]) {
                if !may.contains(&other.scope) {
                    it.sheet.say(
                        it.text.at,
                        format!("`{}` cannot see `{}` from where it stands (scope)", fact.name, other.name),
                    );
                }
            }
            facts[it.fact].derived = Some(match it.how {
                How::Is => Derived::Is(program),
                How::Children => Derived::Children(program),
                How::Adults => Derived::Adults(program),
            });
        }
    }
}

fn visible(scope: Scope, how: How) -> &'static [Scope] {
    match (how, scope) {
        (How::Is, Scope::Case) => &[Scope::Case],
        (How::Is, Scope::Home) => &[Scope::Case, Scope::Home],
        (How::Is, Scope::Child) => &[Scope::Case, Scope::Child],
        (How::Is, Scope::Adult) => &[Scope::Case, Scope::Home, Scope::Adult],
        (How::Is, Scope::Pair) => &[Scope::Case, Scope::Home, Scope::Child, Scope::Adult, Scope::Pair],
        (How::Children, Scope::Home) => &[Scope::Case, Scope::Child],
        (How::Children, Scope::Adult) => &[Scope::Case, Scope::Child, Scope::Adult, Scope::Pair],
        (How::Adults, Scope::Home) => &[Scope::Case, Scope::Adult],
        _ => &[],
    }
}

fn read(table: &Table<'_>) -> Option<Fact> {
    let name = table.text("name");
    let scope = table.one_of("scope", &SCOPES);
    let choices: Vec<Choice> = table
        .tables("option")
        .iter()
        .filter_map(|option| {
            let (code, nb, nn, en) =
                (option.text("code"), option.text("nb"), option.text("nn"), option.text("en"));
            option.finish();
            Some(Choice { code: code?.value, words: Words { nb: nb?.value, nn: nn?.value, en: en?.value } })
        })
        .collect();
    let kind = table
        .one_of("type", &[("bool", 0), ("int", 1), ("number", 2), ("date", 3), ("choice", 4), ("text", 5)]);
    let kind = kind.map(|kind| match kind {
        0 => Type::Bool,
        1 => Type::Int,
        2 => Type::Number,
        3 => Type::Date,
        4 => Type::Choice(choices.iter().map(|choice| choice.code.clone()).collect()),
        _ => Type::Text,
    });
    let unit = table.maybe_text("unit").map(|unit| unit.value).unwrap_or_default();
    let sensitivity = table.number("sensitivity");
    if let Some(level) = &sensitivity
        && !(0..=4).contains(&level.value.trunc())
    {
        table.sheet().say(level.at, "`sensitivity` is 0 to 4");
    }
    let (category, who) = (table.text("category"), table.text("who"));
    let register = table.maybe_text("register").map(|it| it.value);
    let asked = table.one_of("asked", &ASKED);
    let usual = table.truth("usual");
    let label = table.words("label");
    let (question, help) = (table.maybe_words("question"), table.maybe_words("help"));
    if question.is_none() && matches!(asked, Some(Asked::Family | Asked::FamilyMay)) {
        table.say("a fact that is asked for needs a `question` in nb, nn and en");
    }
    if let Some(name) = &name
        && !name.value.contains('.')
    {
        table.sheet().say(name.at, "a fact is named subject.name, like child.birth_date");
    }
    if matches!(&kind, Some(Type::Choice(words)) if words.len() < 2) {
        table.say("a choice needs at least two [[fact.option]] with code, nb, nn and en");
    }
    Some(Fact {
        name: name?.value,
        scope: scope?,
        kind: kind?,
        unit,
        sensitivity: sensitivity?.value.trunc() as u8,
        category: category?.value,
        who: who?.value,
        register,
        asked: asked?,
        usual,
        label: label?,
        question,
        help,
        choices,
        derived: None,
    })
}

/// Derived facts, each after those it needs.
pub(super) fn order(facts: &[Fact], say: impl Fn(String)) -> Vec<u16> {
    fn visit(place: u16, facts: &[Fact], state: &mut [u8], order: &mut Vec<u16>) -> Result<(), u16> {
        let at = usize::from(place);
        match (state[at], &facts[at].derived) {
            (2, _) | (_, None) => return Ok(()),
            (1, _) => return Err(place),
            (_, Some(Derived::Is(program) | Derived::Children(program) | Derived::Adults(program))) => {
                state[at] = 1;
                for needed in program.facts.iter() {
                    visit(needed, facts, state, order)?;
                }
            }
        }
        state[at] = 2;
        order.push(place);
        Ok(())
    }
    let (mut state, mut order) = (vec![0; facts.len()], Vec::new());
    for place in 0..facts.len() as u16 {
        if let Err(in_circle) = visit(place, facts, &mut state, &mut order) {
            say(format!("`{}` follows from itself: break the circle", facts[usize::from(in_circle)].name));
            return Vec::new();
        }
    }
    order
}
