//! The text of an expression becomes a tree.
//!
//! The grammar is in docs/rights.md. Depth and length are bounded, so that no text can hang or overflow what comes after.

use crate::number::Number;
use crate::program::{Compare, Reckon};
use std::ops::Range;
use winnow::ascii::multispace0;
use winnow::combinator::{
    Infix, Prefix, alt, cut_err, delimited, dispatch, expression, fail, not, opt, peek, preceded, separated,
    terminated,
};
use winnow::error::{ContextError, ErrMode};
use winnow::prelude::*;
use winnow::stream::{LocatingSlice, Location, Stateful};
use winnow::token::{any, one_of, take_while};

/// Longest expression, in bytes.
pub const LONGEST: usize = 8_000;
/// Deepest nesting of brackets, functions and choices.
pub const DEEPEST: u16 = 48;
/// Most values in one expression.
pub const MOST: u16 = 300;
/// Most of `not`, `-` and `**` in one expression: they nest without brackets.
const MOST_NESTING: usize = 60;

/// A part of an expression and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Expr {
    /// Bytes from the beginning of the text.
    pub span: Range<usize>,
    /// What it is.
    pub kind: Kind,
}

/// What a part of an expression is.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// `1200`, `0.5`
    Number(Number),
    /// `'gift'`
    Text(String),
    /// `true`, `false`
    Bool(bool),
    /// `child.age_years`, `p.g_annual`, `costs`
    Name(String),
    /// `max(0, x)`
    Call(String, Vec<Expr>),
    /// `not x`
    Not(Box<Expr>),
    /// `-x`
    Negative(Box<Expr>),
    /// `a and b`, `a + b`, `a < b`
    Binary(Binary, Box<Expr>, Box<Expr>),
    /// `then if when else otherwise`
    Choice(Box<[Expr; 3]>),
}

/// What stands between two parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Binary {
    And,
    Or,
    Compare(Compare),
    Reckon(Reckon),
}

/// Why a text is no expression, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// Bytes from the beginning of the text.
    pub at: usize,
    /// What is wrong and what to do.
    pub why: String,
}

#[derive(Debug, Clone, Copy, Default)]
struct Depth {
    now: u16,
    values: u16,
    too_deep: bool,
}

type Input<'i> = Stateful<LocatingSlice<&'i str>, Depth>;
type Parsed<T> = Result<T, ErrMode<ContextError>>;

/// Reads an expression.
pub fn parse(text: &str) -> Result<Expr, Unreadable> {
    if text.len() > LONGEST {
        let why =
            format!("the expression is longer than {LONGEST} bytes: give parts of it names as formulas");
        return Err(Unreadable { at: 0, why });
    }
    let nesting = ["not", "-", "**"].map(|sign| text.matches(sign).count()).iter().sum::<usize>();
    if nesting > MOST_NESTING {
        let why =
            format!("`not`, `-` and `**` stand here more than {MOST_NESTING} times: give parts of it names");
        return Err(Unreadable { at: 0, why });
    }
    let mut input = Input { input: LocatingSlice::new(text), state: Depth::default() };
    let read = preceded(multispace0, choice).parse_next(&mut input);
    let at = input.current_token_start();
    let rest = text.get(at..).unwrap_or_default();
    if input.state.too_deep {
        let why = format!(
            "the expression is nested deeper than {DEEPEST} or has more than {MOST} values: give parts of it names as formulas"
        );
        return Err(Unreadable { at, why });
    }
    match read {
        Ok(tree) if rest.is_empty() => Ok(tree),
        _ => {
            let near: String = rest.chars().take(24).collect();
            let why = if near.trim().is_empty() {
                "the expression ends too early: a value is missing at the end".to_owned()
            } else {
                format!(
                    "cannot be read from `{near}` on: see «Språket» in docs/rights.md for what may stand here"
                )
            };
            Err(Unreadable { at, why })
        }
    }
}

/// `then if when else otherwise`, or less.
fn choice(input: &mut Input<'_>) -> Parsed<Expr> {
    if input.state.now >= DEEPEST {
        input.state.too_deep = true;
        return cut_err(fail).parse_next(input);
    }
    input.state.now += 1;
    let then = operation.parse_next(input)?;
    let read = match opt(word("if")).parse_next(input)? {
        None => then,
        Some(()) => {
            let when = cut_err(operation).parse_next(input)?;
            cut_err(word("else")).parse_next(input)?;
            let otherwise = cut_err(choice).parse_next(input)?;
            let span = then.span.start..otherwise.span.end;
            Expr { span, kind: Kind::Choice(Box::new([then, when, otherwise])) }
        }
    };
    input.state.now -= 1;
    Ok(read)
}

fn word<'i>(text: &'static str) -> impl Parser<Input<'i>, (), ErrMode<ContextError>> {
    (text, not(one_of(|c: char| c.is_alphanumeric() || c == '_' || c == '.')), multispace0).void()
}

fn sign<'i>(text: &'static str) -> impl Parser<Input<'i>, (), ErrMode<ContextError>> {
    (text, multispace0).void()
}

fn binary(kind: Binary, a: Expr, b: Expr) -> Parsed<Expr> {
    Ok(Expr { span: a.span.start..b.span.end, kind: Kind::Binary(kind, Box::new(a), Box::new(b)) })
}

fn operation(input: &mut Input<'_>) -> Parsed<Expr> {
    use Infix::{Left, Right};
    // The weakest bind first; `not` stands between `and` and the comparisons, as it is spoken.
    expression(operand)
        .prefix(alt((
            word("not").value(Prefix(5, |_: &mut Input<'_>, it: Expr| {
                Ok(Expr { span: it.span.start.saturating_sub(4)..it.span.end, kind: Kind::Not(Box::new(it)) })
            })),
            sign("-").value(Prefix(13, |_: &mut Input<'_>, it: Expr| {
                Ok(Expr {
                    span: it.span.start.saturating_sub(1)..it.span.end,
                    kind: Kind::Negative(Box::new(it)),
                })
            })),
        )))
        .infix(alt((
            word("or").value(Left(1, |_: &mut _, a, b| binary(Binary::Or, a, b))),
            word("and").value(Left(3, |_: &mut _, a, b| binary(Binary::And, a, b))),
            sign("<=").value(Left(7, |_: &mut _, a, b| binary(Binary::Compare(Compare::LessOrEqual), a, b))),
            sign(">=")
                .value(Left(7, |_: &mut _, a, b| binary(Binary::Compare(Compare::GreaterOrEqual), a, b))),
            sign("==").value(Left(7, |_: &mut _, a, b| binary(Binary::Compare(Compare::Equal), a, b))),
            sign("!=").value(Left(7, |_: &mut _, a, b| binary(Binary::Compare(Compare::NotEqual), a, b))),
            sign("<").value(Left(7, |_: &mut _, a, b| binary(Binary::Compare(Compare::Less), a, b))),
            alt((
                sign(">").value(Left(7, |_: &mut _, a, b| binary(Binary::Compare(Compare::Greater), a, b))),
                sign("**").value(Right(15, |_: &mut _, a, b| binary(Binary::Reckon(Reckon::Power), a, b))),
                sign("*").value(Left(11, |_: &mut _, a, b| binary(Binary::Reckon(Reckon::Multiply), a, b))),
                sign("/").value(Left(11, |_: &mut _, a, b| binary(Binary::Reckon(Reckon::Divide), a, b))),
                sign("+").value(Left(9, |_: &mut _, a, b| binary(Binary::Reckon(Reckon::Add), a, b))),
                sign("-").value(Left(9, |_: &mut _, a, b| binary(Binary::Reckon(Reckon::Subtract), a, b))),
            )),
        )))
        .parse_next(input)
}

fn operand(input: &mut Input<'_>) -> Parsed<Expr> {
    input.state.values += 1;
    if input.state.values > MOST {
        input.state.too_deep = true;
        return cut_err(fail).parse_next(input);
    }
    let (kind, span) = terminated(
        dispatch! { peek(any);
            '(' => delimited(sign("("), cut_err(choice), cut_err(")")).map(|inner| inner.kind),
            '\'' => delimited("'", take_while(0..80, |c: char| c != '\'' && c != '\n'), "'").map(|text: &str| Kind::Text(text.to_owned())),
            c if c.is_ascii_digit() => number,
            c if c.is_ascii_lowercase() => name,
            _ => fail,
        }
        .with_span(),
        multispace0,
    )
    .parse_next(input)?;
    Ok(Expr { span, kind })
}

fn number(input: &mut Input<'_>) -> Parsed<Kind> {
    take_while(1..24, |c: char| c.is_ascii_digit() || c == '.')
        .verify_map(Number::parse)
        .map(Kind::Number)
        .parse_next(input)
}

fn name(input: &mut Input<'_>) -> Parsed<Kind> {
    let text =
        take_while(1..80, |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || c == '.')
            .verify(|text: &str| !["and", "or", "not", "if", "else"].contains(&text))
            .parse_next(input)?;
    if opt(peek('(')).parse_next(input)?.is_some() {
        let arguments: Vec<Expr> =
            delimited(sign("("), separated(0..8, choice, sign(",")), cut_err(")")).parse_next(input)?;
        return Ok(Kind::Call(text.to_owned(), arguments));
    }
    Ok(match text {
        "true" => Kind::Bool(true),
        "false" => Kind::Bool(false),
        _ => Kind::Name(text.to_owned()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(text: &str) -> String {
        fn show(e: &Expr) -> String {
            match &e.kind {
                Kind::Number(n) => n.to_string(),
                Kind::Text(t) => format!("'{t}'"),
                Kind::Bool(b) => b.to_string(),
                Kind::Name(n) => n.clone(),
                Kind::Call(n, a) => format!("{n}[{}]", a.iter().map(show).collect::<Vec<_>>().join(" ")),
                Kind::Not(a) => format!("(not {})", show(a)),
                Kind::Negative(a) => format!("(neg {})", show(a)),
                Kind::Binary(k, a, b) => {
                    let sign = match k {
                        Binary::Compare(how) => format!("{how:?}"),
                        Binary::Reckon(how) => format!("{how:?}"),
                        how => format!("{how:?}"),
                    };
                    format!("({sign} {} {})", show(a), show(b))
                }
                Kind::Choice(c) => format!("(if {} {} {})", show(&c[1]), show(&c[0]), show(&c[2])),
            }
        }
        show(&parse(text).unwrap())
    }

    #[test]
    fn what_binds_tighter_is_read_first() {
        assert_eq!(shape("a.b or c.d and not e.f < 3"), "(Or a.b (And c.d (not (Less e.f 3))))");
        assert_eq!(shape("1 + 2 * 3 ** 2 ** 1"), "(Add 1 (Multiply 2 (Power 3 (Power 2 1))))");
        assert_eq!(shape("-2 ** 2 - 1"), "(Subtract (neg (Power 2 2)) 1)");
        assert_eq!(shape("8 - 2 - 1"), "(Subtract (Subtract 8 2) 1)");
        assert_eq!(shape("1 if a.b else 2 if c.d else 3"), "(if a.b 1 (if c.d 2 3))");
        assert_eq!(
            shape("max(0, p.x - 1) * (1 if a.b == 'gift' else 0.5)"),
            "(Multiply max[0 (Subtract p.x 1)] (if (Equal a.b 'gift') 1 0.5))"
        );
        assert_eq!(shape(" notable.fact\n and order.x "), "(And notable.fact order.x)");
    }

    #[test]
    fn what_cannot_be_read_says_where() {
        for (text, at) in [
            ("", 0),
            ("a.b and", 7),
            ("a.b ≥ 2", 4),
            ("max(1", 5),
            ("1.2.3", 0),
            ("a.b if c.d", 10),
            ("'gift", 0),
        ] {
            let fault = parse(text).unwrap_err();
            assert_eq!(fault.at, at, "{text}: {}", fault.why);
        }
    }

    #[test]
    fn depth_and_length_are_bounded() {
        assert!(parse(&"(".repeat(4000)).unwrap_err().why.contains("deeper"));
        assert!(parse(&format!("{}1{}", "(".repeat(40), ")".repeat(40))).is_ok());
        assert!(parse(&"1 + ".repeat(3000)).unwrap_err().why.contains("longer"));
        assert!(parse(&"not ".repeat(1900)).unwrap_err().why.contains("more than"));
        assert!(parse(&"-".repeat(7900)).unwrap_err().why.contains("more than"));
        assert!(parse(&"1**".repeat(2600)).unwrap_err().why.contains("more than"));
        assert!(parse(&"1+".repeat(3900)).unwrap_err().why.contains("more than"));
    }
}
