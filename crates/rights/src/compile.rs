//! Turns the tree of an expression into a program, and says everything that is wrong with it.
//!
//! Formulas are laid in where they are called; a formula may call formulas that stand before it in its file.

use crate::number::{Number, Rounding};
use crate::parse::{self, Binary, Expr, Kind};
use crate::program::{Compare, Op, Part, Program, Reckon, Step, Type};
use crate::unit::Unit;
use std::collections::HashMap;
use std::ops::Range;

/// Most steps of one program.
const MOST_STEPS: usize = 4_000;

/// What names mean.
#[derive(Debug, Default)]
pub struct Names {
    /// Facts: place, kind, unit.
    pub facts: HashMap<String, (u16, Type, Unit)>,
    /// Rates, without `p.`: place and unit.
    pub rates: HashMap<String, (u16, Unit)>,
    /// Formulas.
    pub formulas: HashMap<String, Formula>,
}

/// A named calculation.
#[derive(Debug, Clone)]
pub struct Formula {
    /// Its place in the file.
    pub place: u16,
    /// Names of what it is given.
    pub arguments: Vec<String>,
    /// What it does.
    pub body: Expr,
}

/// What is wrong in an expression, and where in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// Bytes from the beginning of the text.
    pub at: usize,
    /// What is wrong and what to do.
    pub why: String,
}

/// Reads and checks an expression.
pub fn compile(text: &str, names: &Names) -> Result<Program, Vec<Wrong>> {
    let tree = parse::parse(text).map_err(|fault| vec![Wrong { at: fault.at, why: fault.why }])?;
    let mut compiler = Compiler { names, steps: Vec::new(), wrong: Vec::new() };
    let root = compiler.lower(&tree, &Scope::default());
    if !compiler.wrong.is_empty() {
        return Err(compiler.wrong);
    }
    match root {
        Some(_) => Ok(Program::new(text.to_owned(), compiler.steps)),
        None => Err(vec![Wrong { at: 0, why: "the expression says nothing".into() }]),
    }
}

/// Where an expression stands: at the top, or inside a formula with what it was given.
#[derive(Default)]
struct Scope {
    given: HashMap<String, u16>,
    formula: Option<u16>,
    called_at: Option<usize>,
}

struct Compiler<'a> {
    names: &'a Names,
    steps: Vec<Step>,
    wrong: Vec<Wrong>,
}

impl Compiler<'_> {
    fn say(&mut self, scope: &Scope, expr: &Expr, why: String) -> Option<u16> {
        self.wrong.push(Wrong { at: scope.called_at.unwrap_or(expr.span.start), why });
        None
    }

    fn step(&mut self, scope: &Scope, span: &Range<usize>, op: Op, kind: Type, unit: Unit) -> Option<u16> {
        if self.steps.len() >= MOST_STEPS {
            if self.steps.len() == MOST_STEPS {
                let why = format!("more than {MOST_STEPS} steps with all formulas laid in: make it simpler");
                self.wrong.push(Wrong { at: scope.called_at.unwrap_or(span.start), why });
            }
            return None;
        }
        let span = span.start as u32..span.end as u32;
        let (shown_unit, words) = (String::new(), String::new());
        self.steps.push(Step { op, span, formula: scope.formula, kind, unit, shown_unit, words });
        Some((self.steps.len() - 1) as u16)
    }

    fn kind(&self, step: u16) -> Type {
        self.steps[usize::from(step)].kind.clone()
    }

    fn unit(&self, step: u16) -> Unit {
        self.steps[usize::from(step)].unit.clone()
    }

    fn number(&mut self, scope: &Scope, expr: &Expr) -> Option<u16> {
        let step = self.lower(expr, scope)?;
        let kind = self.kind(step);
        if kind.is_number() {
            return Some(step);
        }
        self.say(scope, expr, format!("a number is needed here, and this is {}", kind.name()))
    }

    fn truth(&mut self, scope: &Scope, expr: &Expr) -> Option<u16> {
        let step = self.lower(expr, scope)?;
        let kind = self.kind(step);
        if kind == Type::Bool {
            return Some(step);
        }
        let why = format!("yes or no is needed here, and this is {}: compare it with something", kind.name());
        self.say(scope, expr, why)
    }

    fn lower(&mut self, expr: &Expr, scope: &Scope) -> Option<u16> {
        let span = &expr.span;
        match &expr.kind {
            Kind::Number(number) => {
                let kind = if number.is_whole() { Type::Int } else { Type::Number };
                self.step(scope, span, Op::Const(number.bits()), kind, Unit::Any)
            }
            Kind::Bool(truth) => self.step(scope, span, Op::Const(i64::from(*truth)), Type::Bool, Unit::Any),
            Kind::Text(_) => self.say(
                scope,
                expr,
                "a word in quotes may only be compared with a fact that is one of a list".into(),
            ),
            Kind::Name(name) => self.name(expr, name, scope),
            Kind::Call(name, arguments) => self.call(expr, name, arguments, scope),
            Kind::Not(inner) => {
                let inner = self.truth(scope, inner)?;
                self.step(scope, span, Op::Not(inner), Type::Bool, Unit::Any)
            }
            Kind::Negative(inner) => {
                let inner = self.number(scope, inner)?;
                let (kind, unit) = (self.kind(inner), self.unit(inner));
                self.step(scope, span, Op::Negative(inner), kind, unit)
            }
            Kind::Choice(parts) => {
                let [then, when, otherwise] = &**parts;
                let when = self.truth(scope, when);
                let (then, after) = (self.lower(then, scope), self.lower(otherwise, scope));
                let (when, then, after) = (when?, then?, after?);
                let (kind, unit) = self.same(scope, otherwise, then, after)?;
                self.step(scope, span, Op::Choice(when, then, after), kind, unit)
            }
            Kind::Binary(how, a, b) => self.binary(expr, *how, a, b, scope),
        }
    }

    fn name(&mut self, expr: &Expr, name: &str, scope: &Scope) -> Option<u16> {
        if let Some(step) = scope.given.get(name) {
            return Some(*step);
        }
        if let Some(rate) = name.strip_prefix("p.") {
            return match self.names.rates.get(rate).cloned() {
                Some((place, unit)) => self.step(scope, &expr.span, Op::Rate(place), Type::Number, unit),
                None => {
                    let near = nearest(rate, self.names.rates.keys());
                    self.say(scope, expr, format!("there is no rate `{rate}` in knowledge/rates{near}"))
                }
            };
        }
        match self.names.facts.get(name).cloned() {
            Some((_, Type::Text, _)) => {
                self.say(scope, expr, format!("`{name}` is free text, which no rule can calculate with"))
            }
            Some((place, kind, unit)) => self.step(scope, &expr.span, Op::Fact(place), kind, unit),
            None => {
                let near = nearest(name, self.names.facts.keys());
                self.say(scope, expr, format!("there is no fact `{name}` in knowledge/facts{near}"))
            }
        }
    }

    /// Kind and unit of two values that stand for the same thing.
    fn same(&mut self, scope: &Scope, at: &Expr, a: u16, b: u16) -> Option<(Type, Unit)> {
        let (one, other) = (self.kind(a), self.kind(b));
        let kind = match (&one, &other) {
            (Type::Int, Type::Int) => Type::Int,
            (a, b) if a.is_number() && b.is_number() => Type::Number,
            (a, b) if a == b => a.clone(),
            (a, b) => {
                let why = format!("{} and {} cannot stand for the same thing", a.name(), b.name());
                return self.say(scope, at, why).map(|_| unreachable!("a fault gives no step"));
            }
        };
        let (x, y) = (self.unit(a), self.unit(b));
        match x.with(&y) {
            Some(unit) => Some((kind, unit)),
            None => {
                let why = format!(
                    "{x} and {y} cannot be put together: correct the expression, or the unit of the fact or rate (`* 12` turns months into years)"
                );
                self.wrong.push(Wrong { at: scope.called_at.unwrap_or(at.span.start), why });
                None
            }
        }
    }

    fn binary(&mut self, expr: &Expr, how: Binary, a: &Expr, b: &Expr, scope: &Scope) -> Option<u16> {
        let compare = match how {
            Binary::And | Binary::Or => {
                let (a, b) = (self.truth(scope, a), self.truth(scope, b));
                let (a, b) = (a?, b?);
                let op = if how == Binary::And { Op::And(a, b) } else { Op::Or(a, b) };
                return self.step(scope, &expr.span, op, Type::Bool, Unit::Any);
            }
            Binary::Compare(how) => how,
            Binary::Reckon(how) => return self.reckon(expr, how, a, b, scope),
        };
        let orders = !matches!(compare, Compare::Equal | Compare::NotEqual);
        let (a, b) = match (&a.kind, &b.kind) {
            (_, Kind::Text(word)) => {
                let fact = self.lower(a, scope)?;
                (fact, self.word(scope, b, word, fact)?)
            }
            (Kind::Text(word), _) => {
                let fact = self.lower(b, scope)?;
                (self.word(scope, a, word, fact)?, fact)
            }
            _ => {
                let (a, b) = (self.lower(a, scope), self.lower(b, scope));
                (a?, b?)
            }
        };
        let (kind, _) = self.same(scope, expr, a, b)?;
        if orders && !(kind.is_number() || kind == Type::Date) {
            return self.say(scope, expr, format!("{} has no order: use == or !=", kind.name()));
        }
        self.step(scope, &expr.span, Op::Compare(compare, a, b), Type::Bool, Unit::Any)
    }

    fn word(&mut self, scope: &Scope, expr: &Expr, word: &str, fact: u16) -> Option<u16> {
        let kind = self.kind(fact);
        let Type::Choice(words) = &kind else {
            return self.say(scope, expr, format!("a word is compared with {}", kind.name()));
        };
        match words.iter().position(|known| known == word) {
            Some(place) => self.step(scope, &expr.span, Op::Const(place as i64), kind.clone(), Unit::Any),
            None => {
                let why = format!("`{word}` is none of its words: {}", words.join(", "));
                self.say(scope, expr, why)
            }
        }
    }

    fn reckon(&mut self, expr: &Expr, how: Reckon, a: &Expr, b: &Expr, scope: &Scope) -> Option<u16> {
        let (x, y) = (self.number(scope, a), self.number(scope, b));
        let (x, y) = (x?, y?);
        let (one, other) = (self.unit(x), self.unit(y));
        let whole = self.kind(x) == Type::Int && self.kind(y) == Type::Int;
        let is = |expr: &Expr, value: i64| matches!(&expr.kind, Kind::Number(number) if Number::whole(value) == Some(*number));
        let mut kind = if whole { Type::Int } else { Type::Number };
        let unit = match how {
            Reckon::Add | Reckon::Subtract | Reckon::Min | Reckon::Max => self.same(scope, expr, x, y)?.1,
            Reckon::Multiply if is(b, 12) => one.twelvefold(),
            Reckon::Multiply if is(a, 12) => other.twelvefold(),
            Reckon::Multiply => one.times(&other),
            Reckon::Divide => {
                kind = Type::Number;
                if is(b, 12) { one.twelfth() } else { one.over(&other) }
            }
            Reckon::Power => {
                if matches!(one, Unit::Of(_)) {
                    return self.say(scope, expr, format!("{one} has no powers"));
                }
                one
            }
        };
        self.step(scope, &expr.span, Op::Reckon(how, x, y), kind, unit)
    }

    fn call(&mut self, expr: &Expr, name: &str, arguments: &[Expr], scope: &Scope) -> Option<u16> {
        let rounding = |how| (1, Some(how));
        let (needs, how) = match name {
            "min" | "max" => (2, None),
            "year" | "month" | "day" => (1, None),
            "round_half_up" => rounding(Rounding::HalfUp),
            "round_half_even" => rounding(Rounding::HalfEven),
            "round_half_down" => rounding(Rounding::HalfDown),
            "round_up" => rounding(Rounding::Up),
            _ => return self.formula(expr, name, arguments, scope),
        };
        if arguments.len() != needs {
            let why = format!("`{name}` takes {needs} values, and there are {}", arguments.len());
            return self.say(scope, expr, why);
        }
        match (name, arguments, how) {
            ("min", [a, b], _) => self.reckon(expr, Reckon::Min, a, b, scope),
            ("max", [a, b], _) => self.reckon(expr, Reckon::Max, a, b, scope),
            (_, [inner], Some(how)) => {
                let inner = self.number(scope, inner)?;
                let unit = self.unit(inner);
                self.step(scope, &expr.span, Op::Round(how, inner), Type::Int, unit)
            }
            (_, [inner], None) => {
                let date = self.lower(inner, scope)?;
                let kind = self.kind(date);
                if kind != Type::Date {
                    return self.say(
                        scope,
                        inner,
                        format!("`{name}` needs a date, and this is {}", kind.name()),
                    );
                }
                let part = match name {
                    "year" => Part::Year,
                    "month" => Part::Month,
                    _ => Part::Day,
                };
                self.step(scope, &expr.span, Op::Part(part, date), Type::Int, Unit::Any)
            }
            _ => None,
        }
    }

    fn formula(&mut self, expr: &Expr, name: &str, arguments: &[Expr], scope: &Scope) -> Option<u16> {
        let names = self.names;
        let Some(formula) = names.formulas.get(name) else {
            let near = nearest(name, names.formulas.keys());
            let why = format!(
                "there is no function `{name}`{near}; there are min, max, year, month, day, round_half_up, round_half_even, round_half_down, round_up, and the formulas before this one in knowledge/formulas.toml"
            );
            return self.say(scope, expr, why);
        };
        if formula.arguments.len() != arguments.len() {
            let why = format!(
                "`{name}` takes {} values, and there are {}",
                formula.arguments.len(),
                arguments.len()
            );
            return self.say(scope, expr, why);
        }
        let mut given = HashMap::new();
        for (name, argument) in formula.arguments.iter().zip(arguments) {
            given.insert(name.clone(), self.lower(argument, scope)?);
        }
        let called_at = Some(scope.called_at.unwrap_or(expr.span.start));
        let inner = self.lower(&formula.body, &Scope { given, formula: Some(formula.place), called_at })?;
        let (kind, unit) = (self.kind(inner), self.unit(inner));
        self.step(scope, &expr.span, Op::Formula(inner), kind, unit)
    }
}

/// «did you mean …?» when some known name is near.
pub fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a String>) -> String {
    let shared = |other: &str| {
        let start = name.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
        let end = name.bytes().rev().zip(other.bytes().rev()).take_while(|(a, b)| a == b).count();
        2 * (start + end).min(name.len().min(other.len()))
    };
    let best = known
        .filter(|other| name.len().abs_diff(other.len()) <= 4)
        .max_by_key(|other| (shared(other), std::cmp::Reverse((*other).clone())));
    match best {
        Some(other) if shared(other) > name.len() => format!(": did you mean `{other}`?"),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::UNKNOWN;
    use crate::whole::Whole;

    fn names() -> Names {
        let mut names = Names::default();
        let fact = |place, kind, unit: &str| (place, kind, Unit::parse(unit));
        names.facts.insert("a.yes".into(), fact(0, Type::Bool, ""));
        names.facts.insert("a.month".into(), fact(1, Type::Number, "kr/mnd"));
        names.facts.insert("a.year".into(), fact(2, Type::Number, "kr/år"));
        names.facts.insert("a.born".into(), fact(3, Type::Date, ""));
        names.facts.insert("a.civil".into(), fact(4, Type::Choice(vec!["ugift".into(), "gift".into()]), ""));
        names.rates.insert("g".into(), (0, Unit::parse("kr/år")));
        let body = parse::parse("x * 2 + y").unwrap();
        names
            .formulas
            .insert("twice".into(), Formula { place: 0, arguments: vec!["x".into(), "y".into()], body });
        names
    }

    fn run(text: &str, facts: &[i64]) -> i64 {
        let (mut program, mut whole) = (compile(text, &names()).unwrap(), Whole::default());
        whole.lay(&mut program).unwrap();
        let mut values = vec![UNKNOWN; whole.ops.len()];
        whole.run(&program.reach, facts, &[UNKNOWN], &mut values);
        values[usize::from(program.place())]
    }

    fn wrong(text: &str) -> String {
        compile(text, &names())
            .unwrap_err()
            .into_iter()
            .map(|w| format!("{}: {}", w.at, w.why))
            .collect::<Vec<_>>()
            .join(" | ")
    }

    #[test]
    fn unknown_is_neither_yes_nor_no() {
        let facts = |yes| [yes, 0, 0, UNKNOWN, UNKNOWN];
        assert_eq!(run("a.yes and false", &facts(UNKNOWN)), 0);
        assert_eq!(run("a.yes or true", &facts(UNKNOWN)), 1);
        assert_eq!(run("not a.yes", &facts(UNKNOWN)), UNKNOWN);
        assert_eq!(run("a.yes and true", &facts(UNKNOWN)), UNKNOWN);
        assert_eq!(run("year(a.born) > 3", &facts(1)), UNKNOWN);
        assert_eq!(run("p.g > 3", &facts(1)), UNKNOWN, "a rate without a value that day");
        assert_eq!(run("1 / 0 > 3", &facts(1)), UNKNOWN);
        assert_eq!(run("(1 if a.yes else 1) == 1", &facts(UNKNOWN)), 1, "both ways lead to the same");
    }

    #[test]
    fn a_formula_is_laid_in_and_a_word_has_its_place() {
        assert_eq!(run("twice(3, 1) == 7", &[0; 5]), 1);
        assert_eq!(run("a.civil == 'gift'", &[0, 0, 0, 0, 1]), 1);
        assert_eq!(run("month(a.born) == 8", &[0, 0, 0, 20240815, 0]), 1);
    }

    #[test]
    fn months_and_years_do_not_mix_and_every_fault_is_told() {
        assert!(wrong("a.month > a.year").contains("kr/mnd and kr/år"));
        assert!(compile("a.month * 12 > a.year and a.year / 12 < a.month", &names()).is_ok());
        assert!(wrong("a.yes > 3").contains("cannot stand for the same"));
        assert!(wrong("a.civil == 'gifta'").contains("ugift, gift"));
        assert!(wrong("a.monht > 3").contains("did you mean `a.month`"));
        assert!(wrong("p.gg > 3 and q.x and frob(1)").matches(" | ").count() == 2);
        assert!(wrong("a.civil < 'gift'").contains("no order"));
        assert!(wrong("twice(1)").contains("takes 2"));
    }
}
