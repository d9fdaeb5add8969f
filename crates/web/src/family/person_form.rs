//! The form of a person in the family, also of a child who is expected.

use crate::frame::Call;
use crate::frame::form::{Errors, Filled, FormOf, seen};
use crate::frame::parts::{Field, form, icon};
use access::terms::{Generation, Person, Protection, Thing};
use jiff::civil::Date;
use maud::{Markup, html};

/// What a person's entry says, as a form says it.
pub(super) fn stands(person: &Person) -> Filled {
    let filled = Filled::empty()
        .set("given", &person.given)
        .set("surname", &person.surname)
        .set_some("born", person.born)
        .set("generation", person.generation.code())
        .set("language", &person.language)
        .set("protection", person.protection.code())
        .set_some("phone", person.phone.as_ref())
        .set_some("reach", person.reach.as_ref())
        .set_some("joined", person.joined);
    if person.interpreter { filled.set("interpreter", "1") } else { filled }
}

/// The form in words, for whoever compares.
pub(super) fn named(call: &Call, filled: &Filled) -> Filled {
    let coded = |prefix: &str, name: &str| {
        let code = filled.raw(name);
        if code.is_empty() { String::new() } else { call.t(&format!("{prefix}-{code}")).into_owned() }
    };
    Filled::empty()
        .set("given", filled.text("given"))
        .set("surname", filled.text("surname"))
        .set("born", filled.raw("born"))
        .set("generation", coded("generation", "generation"))
        .set("language", super::head::language(call, filled.raw("language")))
        .set("interpreter", call.t(if filled.has("interpreter") { "family-yes" } else { "family-no" }))
        .set("protection", coded("protection", "protection"))
        .set("phone", filled.text("phone"))
        .set("reach", filled.text("reach"))
        .set("joined", filled.raw("joined"))
}

/// The fields that may differ, with their labels.
pub(super) const FIELDS: [(&str, &str); 10] = [
    ("given", "family-given"),
    ("surname", "family-surname"),
    ("born", "family-born"),
    ("generation", "family-generation"),
    ("language", "family-language"),
    ("interpreter", "family-interpreter-needed"),
    ("protection", "family-protection"),
    ("phone", "family-phone"),
    ("reach", "family-reach"),
    ("joined", "family-joined"),
];

/// Reads the form over what stands; what the form does not show (account, identity) stays.
pub(super) fn read(form: &FormOf, before: Option<&Person>, errors: &mut Errors) -> Person {
    let (call, filled) = (&form.call, &form.filled);
    let expected = filled.has("expected");
    let mut given = filled.text("given");
    if given.is_empty() && expected {
        given = call.t("family-expected-name").into_owned();
    }
    if given.is_empty() {
        errors.add("given", call.t("family-given-missing"));
    }
    let generation = match Generation::from_code(filled.raw("generation")) {
        Some(generation) => generation,
        None if expected => Generation::Child,
        None => {
            errors.add("generation", call.t("family-generation-missing"));
            Generation::Adult
        }
    };
    let born = day(call, filled, "born", errors);
    if born.is_some_and(|born| born > call.today()) {
        errors.add("born", call.t("family-born-future"));
    }
    let joined = day(call, filled, "joined", errors);
    if expected && joined.is_none() && errors.at("joined").is_none() {
        errors.add("joined", call.t("family-due-missing"));
    }
    let named = before.cloned().unwrap_or_else(|| Person::named("", "", generation));
    Person {
        given,
        surname: filled.text("surname"),
        born,
        generation,
        language: filled.some_text("language").unwrap_or_else(|| "nb".into()),
        interpreter: filled.has("interpreter"),
        protection: Protection::from_code(filled.raw("protection")).unwrap_or(named.protection),
        phone: filled.some_text("phone"),
        reach: filled.some_text("reach"),
        joined,
        ..named
    }
}

fn day(call: &Call, filled: &Filled, name: &str, errors: &mut Errors) -> Option<Date> {
    errors.take(call, name, filled.day(name, call.today()))
}

/// The form. A child who is expected has a day on which it is due, and little else yet.
pub(super) fn fields(
    call: &Call,
    action: &str,
    filled: &Filled,
    errors: &Errors,
    before: Option<&Thing<'_, Person>>,
    expected: bool,
) -> Markup {
    let say = call.say();
    let label =
        |prefix: &str, code: &str| (code.to_owned(), say.say(&format!("{prefix}-{code}")).into_owned());
    let languages = super::head::language_choices(call, filled.raw("language"));
    let protections: Vec<_> = Protection::ALL.iter().map(|level| label("protection", level.code())).collect();
    let generations: Vec<_> = [Generation::Adult, Generation::Child]
        .iter()
        .map(|generation| label("generation", generation.code()))
        .map(|(code, text)| (code, text, None))
        .collect();
    let given = Field::new("given", say.say("family-given"));
    html! {
        (form(call, action, "v-skjema", html! {
            @if let Some(before) = before { (seen(before.id(), before.entry.version)) }
            @if expected {
                input type="hidden" name="expected" value="1";
                input type="hidden" name="generation" value=(Generation::Child.code());
                (Field::new("joined", say.say("family-due")).hint(say.say("family-due-hint")).day(call, filled, errors))
                (given.optional().hint(say.say("family-expected-hint")).line(call, filled, errors, "text"))
            } @else {
                (given.line(call, filled, errors, "text"))
                (Field::new("surname", say.say("family-surname")).optional().line(call, filled, errors, "text"))
                (Field::new("generation", say.say("family-generation")).choices(call, filled, errors, "radio", &generations))
                (Field::new("born", say.say("family-born")).hint(say.say("family-born-hint")).optional().day(call, filled, errors))
                (Field::new("phone", say.say("family-phone")).optional().line(call, filled, errors, "tel"))
                (Field::new("reach", say.say("family-reach")).hint(say.say("family-reach-hint")).optional().line(call, filled, errors, "text"))
                (Field::new("language", say.say("family-language")).select(call, filled, errors, &say.say("family-language-none"), &languages))
                div.ds-field {
                    input.ds-input type="checkbox" id="interpreter" name="interpreter" value="1" checked[filled.has("interpreter")];
                    label for="interpreter" { (say.say("family-interpreter-needed")) }
                }
                (Field::new("protection", say.say("family-protection")).hint(say.say("family-protection-hint")).select(call, filled, errors, &say.say("family-protection-none"), &protections))
                (Field::new("joined", say.say("family-joined")).hint(say.say("family-joined-hint")).optional().day(call, filled, errors))
            }
            div.v-knapper { button.ds-button { (icon("hake")) (say.say(if before.is_some() { "family-save" } else { "family-person-add" })) } }
        }))
    }
}
