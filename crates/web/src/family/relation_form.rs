//! The form of how two people are related, for a period: parental responsibility, and where the child lives.

use crate::frame::Call;
use crate::frame::form::{Errors, Filled, FormOf, seen};
use crate::frame::parts::{Field, form, icon};
use access::View;
use access::terms::{Person, PersonId, Relation, RelationKind, Residence, Responsibility, Thing};
use maud::{Markup, html};

/// A code as text keys spell it: without Norwegian letters.
pub(super) fn key(prefix: &str, code: &str) -> String {
    format!("{prefix}-{}", code.replace('ø', "o").replace('æ', "ae"))
}

/// What a relation says, as a form says it.
pub(super) fn stands(relation: &Relation) -> Filled {
    Filled::empty()
        .set("from", relation.from)
        .set("to", relation.to)
        .set("relation", relation.relation.code())
        .set("responsibility", relation.responsibility.code())
        .set("residence", relation.residence.code())
        .set_some("share", relation.share)
        .set_some("from_day", relation.from_day)
        .set_some("until", relation.until)
}

/// The fields that may differ, with their labels.
pub(super) const FIELDS: [(&str, &str); 8] = [
    ("from", "family-relation-from"),
    ("to", "family-relation-to"),
    ("relation", "family-relation-kind"),
    ("responsibility", "family-responsibility"),
    ("residence", "family-residence"),
    ("share", "family-share"),
    ("from_day", "family-relation-since"),
    ("until", "family-relation-until"),
];

/// The form in words, for whoever compares.
pub(super) fn named(call: &Call, view: &View, filled: &Filled) -> Filled {
    let name = |field: &str| {
        filled.parse::<PersonId>(field).and_then(|person| view.name_of(person)).unwrap_or_default().to_owned()
    };
    let coded = |prefix: &str, field: &str| match filled.raw(field) {
        "" => String::new(),
        code => call.t(&key(prefix, code)).into_owned(),
    };
    Filled::empty()
        .set("from", name("from"))
        .set("to", name("to"))
        .set("relation", coded("relation", "relation"))
        .set("responsibility", coded("responsibility", "responsibility"))
        .set("residence", coded("residence", "residence"))
        .set("share", filled.raw("share"))
        .set("from_day", filled.raw("from_day"))
        .set("until", filled.raw("until"))
}

/// Reads the form; nothing when something must be mended.
pub(super) fn read(form: &FormOf, errors: &mut Errors) -> Option<Relation> {
    let (call, filled) = (&form.call, &form.filled);
    let missing = |errors: &mut Errors, field: &str| errors.add(field, call.t("form-choice"));
    let (from, to) = (filled.parse::<PersonId>("from"), filled.parse::<PersonId>("to"));
    let relation = RelationKind::from_code(filled.raw("relation"));
    for (field, there) in [("from", from.is_some()), ("to", to.is_some()), ("relation", relation.is_some())] {
        if !there {
            missing(errors, field);
        }
    }
    if from.is_some() && from == to {
        errors.add("to", call.t("family-relation-same"));
    }
    let share = match filled.raw("share").trim().trim_end_matches('%').trim() {
        "" => None,
        text => {
            let share = text.parse::<u8>().ok().filter(|share| *share <= 100);
            if share.is_none() {
                errors.add("share", call.t("family-share-wrong"));
            }
            share
        }
    };
    let from_day = errors.take(call, "from_day", filled.day("from_day", call.today()));
    let until = errors.take(call, "until", filled.day("until", call.today()));
    Some(Relation {
        from: from?,
        to: to?,
        relation: relation?,
        responsibility: Responsibility::from_code(filled.raw("responsibility"))
            .unwrap_or(Responsibility::None),
        residence: Residence::from_code(filled.raw("residence")).unwrap_or(Residence::None),
        share,
        from_day,
        until,
    })
    .filter(|_| errors.is_empty())
}

/// The form.
pub(super) fn fields(
    call: &Call,
    action: &str,
    people: &[Thing<'_, Person>],
    filled: &Filled,
    errors: &Errors,
    before: Option<&Thing<'_, Relation>>,
) -> Markup {
    let say = call.say();
    let people: Vec<_> =
        people.iter().map(|person| (person.id().to_string(), person.is.full_name())).collect();
    let coded = |prefix: &str, code: &str| (code.to_owned(), say.say(&key(prefix, code)).into_owned());
    let kinds: Vec<_> = RelationKind::ALL.iter().map(|kind| coded("relation", kind.code())).collect();
    let responsibilities: Vec<_> =
        Responsibility::ALL.iter().map(|it| coded("responsibility", it.code())).collect();
    let residences: Vec<_> = Residence::ALL.iter().map(|it| coded("residence", it.code())).collect();
    let choose = say.say("family-choose");
    html! {
        (form(call, action, "v-skjema", html! {
            @if let Some(before) = before { (seen(before.id(), before.entry.version)) }
            (Field::new("from", say.say("family-relation-from")).select(call, filled, errors, &choose, &people))
            (Field::new("relation", say.say("family-relation-kind")).select(call, filled, errors, &choose, &kinds))
            (Field::new("to", say.say("family-relation-to")).select(call, filled, errors, &choose, &people))
            (Field::new("responsibility", say.say("family-responsibility")).optional().hint(say.say("family-responsibility-hint")).select(call, filled, errors, &choose, &responsibilities))
            (Field::new("residence", say.say("family-residence")).optional().select(call, filled, errors, &choose, &residences))
            div.v-kort-felt { (Field::new("share", say.say("family-share")).optional().hint(say.say("family-share-hint")).line(call, filled, errors, "text")) }
            (Field::new("from_day", say.say("family-relation-since")).optional().day(call, filled, errors))
            (Field::new("until", say.say("family-relation-until")).optional().hint(say.say("family-relation-until-hint")).day(call, filled, errors))
            div.v-knapper { button.ds-button { (icon("hake")) (say.say("family-save")) } }
        }))
    }
}
