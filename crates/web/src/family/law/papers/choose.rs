//! What a demand covers: the form, with nothing chosen beforehand, and how much it would be.

use super::PATH;
use crate::frame::form::{Errors, Filled};
use crate::frame::parts::{Field, form, icon};
use crate::frame::{Call, Who, dates};
use crate::sight::contents::Item;
use access::View;
use access::papers::Scope;
use access::terms::{Category, Disclosure, Person, PersonId, Thing};
use jiff::civil::Date;
use maud::{Markup, html};

/// The value of «the family as a whole» among the people.
const WHOLE: &str = "familien";
/// The fields that say what is chosen.
const FIELDS: [&str; 4] = ["slag", "person", "fra", "til"];

/// What was demanded, by whom and on which ground.
pub(super) fn demanded(call: &Call, demand: &Thing<'_, Disclosure>) -> Markup {
    let say = call.say();
    html! {
        section.v-kort.v-kort--dus {
            dl.v-fakta {
                dt { (say.say("vern-law")) } dd { (say.coded("law", &demand.is.law)) }
                dt { (say.say("vern-disclosure-demanded")) } dd { (demand.is.demand) }
                dt { (say.say("vern-disclosure-gave")) } dd { (demand.is.given) }
                dt { (say.say("vern-disclosure-when")) } dd { (dates::short(say, demand.is.on, call.today())) }
            }
        }
    }
}

/// What is never among the papers.
pub(super) fn never(call: &Call) -> Markup {
    html! {
        section.v-kort.v-kort--dus {
            h2 { (call.t("papers-never")) }
            p { (call.t("papers-never-text")) }
        }
    }
}

/// The kinds of information that there is something of.
fn categories(all: &[Item<'_>]) -> Vec<Category> {
    let mut found: Vec<Category> =
        all.iter().filter_map(|item| item.last()).map(|entry| entry.category).collect();
    found.sort();
    found.dedup();
    found
}

/// The people whom something is about, those who have left the family too.
fn people<'v>(view: &'v View, all: &[Item<'v>]) -> Vec<Thing<'v, Person>> {
    let about = |person: PersonId| all.iter().flatten().any(|entry| entry.subjects.contains(&person));
    view.sees().all::<Person>().filter(|person| about(person.id().into())).collect()
}

/// The form.
pub(super) fn fields(
    call: &Call,
    view: &View,
    demand: &Thing<'_, Disclosure>,
    all: &[Item<'_>],
    filled: &Filled,
    errors: &Errors,
) -> Markup {
    let say = call.say();
    let kind =
        |kind: &Category| (kind.code().to_owned(), say.coded("category", kind.code()).into_owned(), None);
    let kinds: Vec<_> = categories(all).iter().map(kind).collect();
    let mut whom: Vec<_> =
        people(view, all).iter().map(|it| (it.id().to_string(), it.is.full_name(), None)).collect();
    if all.iter().flatten().any(|entry| entry.subjects.is_empty()) {
        whom.push((WHOLE.to_owned(), say.say("papers-whole").into_owned(), None));
    }
    let field = |name: &'static str, key: &str| Field::new(name, say.say(key));
    html! {
        (form(call, &address(view, demand, ""), "v-skjema", html! {
            p { (say.say("papers-least")) }
            (field("slag", "papers-kinds").choices(call, filled, errors, "checkbox", &kinds))
            (field("person", "papers-people").hint(say.say("papers-people-hint")).choices(call, filled, errors, "checkbox", &whom))
            (field("fra", "papers-from").hint(say.say("papers-from-hint")).day(call, filled, errors))
            (field("til", "papers-until").day(call, filled, errors))
            div.v-knapper {
                button.ds-button { (icon("sok")) (say.say("papers-preview")) }
                a.ds-button data-variant="secondary" href=(super::super::base(view)) { (say.say("form-cancel")) }
            }
        }))
    }
}

/// Reads it; nothing when something must be mended.
pub(super) fn read(call: &Call, all: &[Item<'_>], filled: &Filled, errors: &mut Errors) -> Option<Scope> {
    let there = categories(all);
    let categories: Vec<Category> =
        there.iter().copied().filter(|kind| filled.chose("slag", kind.code())).collect();
    let offered = |code: &&str| there.iter().any(|kind| kind.code() == *code);
    if categories.is_empty() || !filled.many("slag").iter().all(offered) {
        errors.add("slag", call.t("papers-kinds-missing"));
    }
    let whole_family = filled.chose("person", WHOLE);
    let people: Vec<PersonId> = filled.parse_many("person");
    let known = |person: &PersonId| all.iter().flatten().any(|entry| entry.subjects.contains(person));
    if people.is_empty() && !whole_family || !people.iter().all(known) {
        errors.add("person", call.t("papers-people-missing"));
    }
    let mut day = |name: &'static str| {
        let day: Option<Date> = filled.day(name, call.today()).ok().flatten();
        if day.is_none() {
            errors.add(name, call.t(&format!("papers-{name}-missing")));
        }
        day
    };
    let (from, until) = (day("fra"), day("til"));
    if until.is_some_and(|until| until > call.today()) {
        errors.add("til", call.t("papers-til-late"));
    } else if from.zip(until).is_some_and(|(from, until)| until < from) {
        errors.add("til", call.t("papers-til-before"));
    }
    let scope = Scope { categories, people, whole_family, from: from?, until: until? };
    errors.is_empty().then_some(scope)
}

/// What is chosen, in words: kinds, people, days.
pub(super) fn chosen(call: &Call, view: &View, scope: &Scope) -> [String; 3] {
    let (say, who) = (call.say(), Who::new(call, view));
    let kinds: Vec<String> =
        scope.categories.iter().map(|kind| say.coded("category", kind.code()).into_owned()).collect();
    let name = |id: &PersonId| view.sees().person(*id).map_or_else(|| who.person(*id), Person::full_name);
    let whole = scope.whole_family.then(|| say.say("papers-whole").into_owned());
    let people: Vec<String> = scope.people.iter().map(name).chain(whole).collect();
    let day = |day: Date| dates::dated(say, day);
    let days =
        say.with("papers-days", [("from", day(scope.from).into()), ("until", day(scope.until).into())]);
    [kinds.join(", "), people.join(", "), days.into_owned()]
}

/// How many things of each kind, and the two ways to get them.
pub(super) fn counted(
    call: &Call,
    view: &View,
    demand: &Thing<'_, Disclosure>,
    scope: &Scope,
    found: &[(&str, Vec<&Item<'_>>)],
    filled: &Filled,
) -> Markup {
    let say = call.say();
    let [kinds, people, days] = chosen(call, view, scope);
    let count: usize = found.iter().map(|(_, items)| items.len()).sum();
    let get = |tail: &str, key: &str, quiet: bool| {
        form(
            call,
            &address(view, demand, tail),
            "",
            html! {
                (hidden(filled))
                button.ds-button data-variant=[quiet.then_some("secondary")] { (icon("lastned")) (say.say(key)) }
            },
        )
    };
    html! {
        section.v-kort {
            h2 { (say.with("papers-count", [("count", count.into())])) }
            dl.v-fakta {
                dt { (say.say("papers-kinds-chosen")) } dd { (kinds) }
                dt { (say.say("papers-people-chosen")) } dd { (people) }
                dt { (say.say("papers-days-chosen")) } dd { (days) }
            }
            @if count == 0 { p { (say.say("papers-none")) } }
            @else {
                ul {
                    @for (kind, items) in found {
                        li { (dates::sentence(&say.say(&format!("kind-{kind}")))) ": " (items.len()) }
                    }
                }
                p { (say.say("papers-look")) }
                div.v-knapper { (get("/pdf", "papers-pdf", false)) (get("/data", "papers-data", true)) }
            }
        }
    }
}

fn hidden(filled: &Filled) -> Markup {
    html! {
        @for name in FIELDS {
            @for value in filled.many(name) { input type="hidden" name=(name) value=(value); }
        }
    }
}

fn address(view: &View, demand: &Thing<'_, Disclosure>, tail: &str) -> String {
    format!("{}/{}/{PATH}{tail}", super::super::base(view), demand.id())
}
