//! A few questions at a time, the one that settles most first, and only such as can still change an answer.

use super::seen::Seen;
use super::state::{State, Step, dotted, wanted};
use super::{answer, answers, arrive, framed, safe};
use crate::frame::parts::{Field, form, icon_with, listed};
use crate::frame::{Call, Errors, Filled, FormOf, dates};
use axum::response::Response;
use maud::{Markup, html};
use rights::ask::Question;
use rights::program::Type;
use rights::{Number, Value, Wanted};

/// Names of rights that a question is asked for, at most.
const NAMES: usize = 3;
/// Questions left that are told as a number.
const FEW: usize = 10;
/// Longest text that is read as an answer.
const LONGEST: usize = 60;

pub async fn next(mut form: FormOf) -> Response {
    let mut state = match arrive(&mut form) {
        Err(mend) => return answer(&form, true, mend),
        Ok(state) => state,
    };
    let (call, filled) = (&form.call, &form.filled);
    let catalogue = state.knowledge.catalogue;
    if filled.has("igjen") {
        state.passed.clear();
        state.only = None;
    }
    if let Some(right) = filled.some_text("na").and_then(|id| catalogue.right(&id)) {
        state.only = Some(right).filter(|right| state.rights().contains(right));
        let seen = Seen::of(call, &state);
        let again: Vec<Wanted> = seen.answers.list.iter().flat_map(|it| seen.may_ask(it)).collect();
        state.passed.retain(|it| !again.contains(it));
    }
    // One answer is to be changed: it stands in its field until another is given.
    if let Some(one) = filled.some_text("endre").and_then(|it| wanted(catalogue, &it)) {
        let seen = Seen::of(call, &state);
        let told = state.told.get(&one).map(typed);
        let shown = Filled::empty().set_some(&seen.code(one), told);
        return answer(&form, false, page(&seen, &[one], &shown, &Errors::none()));
    }
    let seen = Seen::of(call, &state);
    let asked = seen.page();
    if asked.is_empty() {
        state.only = None;
        return answer(&form, false, answers::page(call, &state));
    }
    answer(&form, false, page(&seen, &asked, &Filled::empty(), &Errors::none()))
}

/// A value as somebody would have typed it.
pub fn typed(value: &Value) -> String {
    match value {
        Value::Bool(true) => "ja".to_owned(),
        Value::Bool(false) => "nei".to_owned(),
        Value::Date(day) => dotted(*day),
        Value::Number(number) => number.to_string(),
        Value::Word(word) => word.clone(),
    }
}

/// Takes in what was answered on this page. What is left open is passed over, so that it is not asked at once again;
/// but not when somebody only wants to see the answers.
pub fn take(form: &FormOf, state: State) -> Result<State, Markup> {
    let (call, filled) = (&form.call, &form.filled);
    let asked: Vec<Wanted> =
        filled.many("spurt").into_iter().filter_map(|it| wanted(state.knowledge.catalogue, it)).collect();
    let passes = call.path != *state.at(Step::Answers);
    let (mut errors, mut now) = (Errors::none(), state.clone());
    for one in &asked {
        let name = super::state::code(state.knowledge.catalogue, *one);
        let text = filled.text(&name);
        let known = state.knowledge.catalogue.fact_at(one.fact);
        if filled.has("hopp") || text.is_empty() || text == "vet" {
            if passes || text == "vet" {
                now.told.remove(one);
                now.passed.insert(*one);
            }
            continue;
        }
        match read(call, &text, &known.kind, &known.unit) {
            Ok(value) => {
                now.told.insert(*one, value);
                now.passed.remove(one);
            }
            Err(key) => errors.add(&name, call.t(key)),
        }
    }
    if errors.is_empty() { Ok(now) } else { Err(page(&Seen::of(call, &state), &asked, filled, &errors)) }
}

/// An answer as people write it: «318 000 kr», «7,5», «15.3.2018».
pub fn read(call: &Call, text: &str, kind: &Type, unit: &str) -> Result<Value, &'static str> {
    if text.chars().count() > LONGEST {
        return Err("guide-too-long");
    }
    match kind {
        Type::Int | Type::Number => {
            let trimmed = text
                .trim_end_matches(|c: char| c.is_alphabetic() || c == '%' || c == '.' || c.is_whitespace());
            let plain: String = trimmed.chars().filter(|c| !c.is_whitespace()).collect();
            let plain = plain.replace(',', ".").replace('−', "-");
            let number = Number::parse(&plain).ok_or("guide-number-wrong")?;
            if *kind == Type::Int && !number.is_whole() {
                return Err("guide-number-whole");
            }
            // Only the strength of glasses goes below nothing, and only shares have a most.
            let most = if unit == "%" { 100 } else { i64::MAX };
            if (number.bits() < 0 && unit != "dioptri") || number.trunc() > most {
                return Err("guide-number-wrong");
            }
            Ok(Value::Number(number))
        }
        Type::Date => {
            let day = Filled::empty().set("dag", text).day("dag", call.today());
            let day = day.ok().flatten().ok_or("form-date")?;
            Value::parse(&day.to_string(), kind).ok_or("form-date")
        }
        Type::Bool | Type::Choice(_) | Type::Text => Value::parse(text, kind).ok_or("form-choice"),
    }
}

/// The page with some questions on it.
pub fn page(seen: &Seen<'_>, asked: &[Wanted], filled: &Filled, errors: &Errors) -> Markup {
    let (call, state) = (seen.call, seen.state);
    let questions = seen.questions();
    let mut facts: Vec<u16> = asked.iter().map(|it| it.fact).collect();
    facts.dedup();
    let content = html! {
        (errors.summary(call))
        div.v-hode { div {
            h1 { (call.t("guide-questions")) }
            p.v-ingress { (progress(call, &questions, asked)) }
            (safe(call, state))
        } }
        (form(call, &state.at(Step::Questions), "v-skjema", html! {
            input type="hidden" name="steg" value="sporsmal";
            (state.hidden())
            @for one in asked { input type="hidden" name="spurt" value=(seen.code(*one)); }
            @for fact in facts {
                @let same: Vec<Wanted> = asked.iter().copied().filter(|it| it.fact == fact).collect();
                section.v-kort { (question(seen, fact, &same, filled, errors)) }
            }
            div.v-knapper {
                button.ds-button { (call.t("guide-next")) (icon_with("neste", "v-snu")) }
                button.ds-button data-variant="secondary" name="hopp" value="1" { (call.t("guide-skip")) }
                button.ds-button data-variant="tertiary" formaction=(state.at(Step::Answers)) { (call.t("guide-answers-now")) }
            }
        }))
        @if state.home.is_none() {
            (form(call, &state.at(Step::Who), "", html! {
                (state.hidden())
                button.ds-button data-variant="tertiary" data-size="sm" { (call.t("guide-back-who")) }
            }))
        }
    };
    framed(call, "guide-questions", state, !errors.is_empty(), content)
}

/// How much is left, in words: never more than this, and most often less.
fn progress(call: &Call, questions: &[Question], asked: &[Wanted]) -> String {
    let mut left: Vec<u16> = questions.iter().map(|it| it.wanted.fact).collect();
    left.sort_unstable();
    left.dedup();
    let left = left.into_iter().filter(|fact| !asked.iter().any(|it| it.fact == *fact)).count();
    match left {
        0 => call.t("guide-progress-last").into_owned(),
        // A large number would only frighten: few are asked all of them.
        left if left > FEW => call.t("guide-progress-many").into_owned(),
        left => call.say().with("guide-progress", [("left", left.into())]).into_owned(),
    }
}

/// One question, to one or to several children.
pub fn question(seen: &Seen<'_>, fact: u16, asked: &[Wanted], filled: &Filled, errors: &Errors) -> Markup {
    let (call, known) = (seen.call, seen.fact(fact));
    let text = known.question.as_ref().unwrap_or(&known.label).say(seen.language);
    let mut why: Vec<&str> = Vec::new();
    for name in asked.iter().flat_map(|it| seen.waits_for(*it)) {
        if !why.contains(&name) {
            why.push(name);
        }
    }
    let more = why.len().saturating_sub(NAMES);
    let mut names: Vec<String> = why.into_iter().take(NAMES).map(|name| format!("«{name}»")).collect();
    if more > 0 {
        names.push(call.say().with("guide-why-more", [("count", more.into())]).into_owned());
    }
    let several = asked.len() > 1;
    html! {
        div.v-stabel.v-stabel--tett {
            @if several {
                h2 { (text) }
                @if let Some(help) = &known.help { p.v-dus { (help.say(seen.language)) } }
            }
            @for one in asked {
                @let person = seen.whose(one.whose).map(|who| dates::sentence(&who));
                @let label = match &person {
                    Some(person) if several => html! { (person) span.v-skjult { ": " (text) } },
                    Some(person) => html! { (person) ": " (text) },
                    None => html! { (text) },
                };
                (field(seen, *one, &label, !several, filled, errors))
            }
            @if !names.is_empty() {
                p.v-dus.v-liten { (call.say().with("guide-why-asked", [("rights", listed(call, &names).into())])) }
            }
        }
    }
}

/// The field of one question.
pub fn field(
    seen: &Seen<'_>,
    one: Wanted,
    label: &Markup,
    helps: bool,
    filled: &Filled,
    errors: &Errors,
) -> Markup {
    let (call, known, name) = (seen.call, seen.fact(one.fact), seen.code(one));
    let t = |key: &str| call.t(key).into_owned();
    let help = known.help.as_ref().filter(|_| helps).map(|help| help.say(seen.language));
    let choices: Vec<(String, String)> = match &known.kind {
        Type::Bool => vec![
            ("ja".into(), t("guide-yes")),
            ("nei".into(), t("guide-no")),
            ("vet".into(), t("guide-dont-know")),
        ],
        Type::Choice(_) => {
            let words =
                known.choices.iter().map(|it| (it.code.clone(), it.words.say(seen.language).to_owned()));
            words.chain([("vet".to_owned(), t("guide-dont-know"))]).collect()
        }
        _ => {
            let how = if known.kind == Type::Date { "guide-date-hint" } else { "guide-blank" };
            let help = help.map(|help| format!("{help} ")).unwrap_or_default();
            let hint = format!("{help}{}{}", unit_hint(call, &known.unit), t(how));
            return Field::new(&name, "").hint(hint).line_marked(call, filled, errors, "text", label);
        }
    };
    let error = errors.at(&name);
    let mut described: Vec<String> = error.map(|_| format!("{name}-feil")).into_iter().collect();
    described.extend(help.map(|_| format!("{name}-hint")));
    let described = (!described.is_empty()).then(|| described.join(" "));
    html! {
        fieldset.ds-fieldset id=(name) tabindex="-1" aria-describedby=[described] {
            legend.ds-label { (label) }
            @if let Some(help) = help { div.v-dus id={ (name) "-hint" } { (help) } }
            @if let Some(error) = error { div.ds-validation-message id={ (name) "-feil" } { (error) } }
            div.v-rad {
                @for (place, (value, text)) in choices.iter().enumerate() {
                    div.ds-field {
                        input.ds-input type="radio" name=(name) value=(value) id={ (name) "-" (place) }
                            checked[filled.chose(&name, value)] aria-invalid=[error.map(|_| "true")];
                        label for={ (name) "-" (place) } { (text) }
                    }
                }
            }
        }
    }
}

/// What a number counts: «Kroner i måneden. »
fn unit_hint(call: &Call, unit: &str) -> String {
    let key = match unit {
        "kr" => "guide-unit-kr",
        "kr/mnd" => "guide-unit-kr-month",
        "kr/år" => "guide-unit-kr-year",
        "t/uke" => "guide-unit-hours",
        "mnd" => "guide-unit-months",
        "år" => "guide-unit-years",
        "%" => "guide-unit-percent",
        _ => return String::new(),
    };
    format!("{} ", call.t(key))
}
