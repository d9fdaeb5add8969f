//! The top of a family's pages: who they are, what one must know before one rings, and the tabs.

use super::base;
use crate::frame::parts::{icon, tag};
use crate::frame::{Call, Page, Shown, Who};
use crate::workbench::reasons::Teller;
use access::View;
use access::terms::{Person, Protection, Thing, present};
use maud::{Markup, html};

/// A tab of a family's pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// Everything at a glance.
    Overview,
    /// The family's plan (room `plan`).
    Plan,
    /// Who belongs to the family.
    People,
    /// Who holds the whole.
    Coordinator,
    /// Who sees what.
    Sight,
    /// What the law says about this family in particular.
    Law,
    /// Who looked, and why.
    Log,
}

impl Tab {
    const ALL: [Tab; 7] =
        [Tab::Overview, Tab::Plan, Tab::People, Tab::Coordinator, Tab::Sight, Tab::Law, Tab::Log];

    const fn path(self) -> &'static str {
        match self {
            Tab::Overview => "",
            Tab::Plan => "/plan",
            Tab::People => "/personer",
            Tab::Coordinator => "/koordinator",
            Tab::Sight => "/innsyn",
            Tab::Law => "/vern",
            Tab::Log => "/logg",
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Tab::Overview => "family-tab-overview",
            Tab::Plan => "family-tab-plan",
            Tab::People => "family-tab-people",
            Tab::Coordinator => "family-tab-coordinator",
            Tab::Sight => "family-tab-sight",
            Tab::Law => "family-tab-law",
            Tab::Log => "family-tab-log",
        }
    }
}

/// The tabs of a family's pages. The plan room shows them too when it is opened from here.
pub fn tabs(call: &Call, view: &View, here: Tab) -> Markup {
    let base = base(view.family());
    html! {
        nav.v-faner aria-label=(call.t("family-tabs")) {
            ul {
                @for tab in Tab::ALL {
                    li { a href={ (base) (tab.path()) } aria-current=[(tab == here).then_some("page")] { (call.t(tab.key())) } }
                }
            }
        }
    }
}

/// Heading, what one must know, and tabs: for the pages that are tabs themselves.
pub fn head(call: &Call, view: &View, here: Tab) -> Markup {
    let teller = Teller::new(call);
    let base = base(view.family());
    html! {
        div.v-hode {
            div {
                h1 { (teller.family(view)) }
                p.v-dus { bdi { (teller.members(view)) } }
                (marks(call, view))
            }
            @if here == Tab::Overview {
                div.v-knapper {
                    a.ds-button href={ (base) "/spor" } { (icon("send")) (call.t("family-ask-helper")) }
                    a.ds-button data-variant="secondary" href={ (base) "/mote" } { (icon("kalender")) (call.t("family-plan-meeting")) }
                }
            }
        }
        (tabs(call, view, here))
    }
}

/// What one must know before one writes or rings: interpreter, and a protected address.
fn marks(call: &Call, view: &View) -> Markup {
    let say = call.say();
    let people = present(&view.sees(), call.today());
    let mut languages: Vec<String> = people
        .iter()
        .filter(|person| person.is.interpreter)
        .map(|person| language(call, &person.is.language))
        .collect();
    languages.sort();
    languages.dedup();
    let guarded = |person: &&Thing<'_, Person>| person.is.protection != Protection::Open;
    let who = Who::new(call, view);
    html! {
        @if !languages.is_empty() || people.iter().any(|person| person.is.protection != Protection::Open) {
            div.v-rad {
                @for language in &languages {
                    (tag("info", "tolk", &say.with("family-interpreter", [("language", language.clone().into())])))
                }
                @for person in people.iter().filter(guarded) {
                    (tag("danger", "laas", &say.with("family-protected", [
                        ("who", who.person(person.id().into()).into()),
                        ("what", say.say(&format!("protection-{}", person.is.protection.code())).into()),
                    ])))
                }
            }
        }
    }
}

/// A language in words; its code when we have no word for it.
pub fn language(call: &Call, code: &str) -> String {
    let key = format!("family-language-{}", code.to_lowercase());
    if call.say().has(&key) { call.t(&key).into_owned() } else { code.to_owned() }
}

/// Languages to choose among.
const LANGUAGES: [&str; 18] = [
    "nb",
    "nn",
    "se",
    "en",
    "ar",
    "uk",
    "so",
    "ti",
    "pl",
    "fa",
    "prs",
    "ur",
    "tr",
    "lt",
    "ro",
    "vi",
    "nsl",
    "nsl-tactile",
];

/// The languages of a form, each with its code; another one that is chosen already is kept.
pub fn language_choices(call: &Call, chosen: &str) -> Vec<(String, String)> {
    let other = Some(chosen).filter(|code| !code.is_empty() && !LANGUAGES.contains(code));
    LANGUAGES.into_iter().chain(other).map(|code| (code.to_owned(), language(call, code))).collect()
}

/// A page below the tabs: the way back, a heading, and what follows.
pub(super) fn below(call: &Call, view: &View, heading: &str, lead: Option<&str>) -> Markup {
    let base = base(view.family());
    let name = Teller::new(call).family(view);
    html! {
        nav.ds-breadcrumbs aria-label=(call.t("family-you-are-here")) {
            a href=(base) { (name) }
            ol {
                li { a href="/arbeid/familier" { (call.t("menu-families")) } }
                li { a href=(base) { (name) } }
                li { a href="#innhold" aria-current="page" { (heading) } }
            }
        }
        div.v-hode { div {
            h1 { (heading) }
            @if let Some(lead) = lead { p.v-ingress { (lead) } }
        } }
    }
}

/// A page of this room. No name in the title: titles stand in the browser's history.
pub(super) fn page(call: &Call, title: &str, failed: bool, content: Markup) -> Shown {
    show(call, title, failed, content, |page| page)
}

/// A page of one form, as wide as one reads.
pub(super) fn single(call: &Call, title: &str, failed: bool, content: Markup) -> Shown {
    show(call, title, failed, content, Page::narrow)
}

fn show(call: &Call, title: &str, failed: bool, content: Markup, shape: fn(Page) -> Page) -> Shown {
    let title = call.say().with("family-title", [("title", title.to_owned().into())]);
    let page = shape(Page::new(title).at("/arbeid/familier"));
    if failed { page.failed().show(call, content) } else { page.show(call, content) }
}
