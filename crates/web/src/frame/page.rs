//! The frame of every page: skip link, band, header, main, footer.

use crate::emergency;
use crate::frame::assets;
use crate::frame::call::Call;
use crate::frame::parts::{form, icon};
use crate::frame::text::Lang;
use crate::{consult, duty};
use access::terms::Role;
use maud::{DOCTYPE, Markup, html};

/// A finished page.
pub type Shown = Markup;

/// Somewhere to go in the main menu: address, text key, icon.
type Place = (&'static str, &'static str, &'static str);

/// What a page needs besides its content.
pub struct Page {
    title: String,
    narrow: bool,
    bare: bool,
    young: bool,
    failed: bool,
    place: Option<&'static str>,
    count: Option<(&'static str, usize)>,
    carried: Option<Markup>,
}

impl Page {
    /// A page with a title (without the municipality's name, which is added). The content brings the `h1`.
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            narrow: false,
            bare: false,
            young: false,
            failed: false,
            place: None,
            count: None,
            carried: None,
        }
    }

    /// At most 46rem wide: for helpers, errors and single questions.
    #[must_use]
    pub fn narrow(mut self) -> Self {
        self.narrow = true;
        self
    }

    /// The content brings its own width (the front page).
    #[must_use]
    pub fn bare(mut self) -> Self {
        self.bare = true;
        self
    }

    /// The child's own page.
    #[must_use]
    pub fn young(mut self) -> Self {
        self.young = true;
        self
    }

    /// Something must be mended: the title begins with it.
    #[must_use]
    pub fn failed(mut self) -> Self {
        self.failed = true;
        self
    }

    /// Which place in the main menu this page belongs to, by its address.
    #[must_use]
    pub fn at(mut self, place: &'static str) -> Self {
        self.place = Some(place);
        self
    }

    /// What the page was made from stands in hidden fields alone: changing the language posts it to the same address.
    #[must_use]
    pub fn carries(mut self, fields: Markup) -> Self {
        self.carried = Some(fields);
        self
    }

    /// A number beside a place in the menu.
    #[must_use]
    pub fn count(mut self, place: &'static str, count: usize) -> Self {
        self.count = (count > 0).then_some((place, count));
        self
    }

    /// Puts the frame around the content.
    pub fn show(self, call: &Call, content: Markup) -> Shown {
        let say = call.say();
        let dense =
            matches!(call.visit.role, Role::Coordinator | Role::Intake | Role::Leader | Role::Administrator);
        let main = match (self.bare, self.young, self.narrow) {
            (true, ..) => "",
            (_, true, _) => "v-innhold v-ramme v-ramme--barn",
            (.., true) => "v-innhold v-ramme v-ramme--smal",
            _ => "v-innhold v-ramme",
        };
        html! {
            (DOCTYPE)
            html lang=(call.lang.code()) dir=(call.lang.dir()) data-color-scheme="auto" {
                head {
                    meta charset="utf-8";
                    title {
                        @if self.failed { (say.say("frame-error")) ": " }
                        (self.title) " – Veven, " (call.house.municipality.name)
                    }
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    link rel="icon" type="image/svg+xml" href=(assets::url("logo.svg"));
                    link rel="preload" as="font" type="font/woff2" href=(assets::url("source-sans-3-latin.woff2")) crossorigin;
                    link rel="stylesheet" href=(assets::url("veven.css"));
                }
                body data-size=(if dense { "sm" } else { "md" }) class=[self.young.then_some("v-ung")] {
                    a.ds-skip-link href="#innhold" { (say.say("frame-skip")) }
                    div.v-baand {}
                    (self.header(call))
                    main #innhold tabindex="-1" class=(main) {
                        (content)
                    }
                    (footer(call))
                }
            }
        }
    }

    fn header(&self, call: &Call) -> Markup {
        let say = call.say();
        let places = if self.young { &[][..] } else { places(call.visit.role) };
        html! {
            header.v-topp {
                div.v-ramme {
                    a.v-merke href=(call.start()) {
                        svg.v-logo aria-hidden="true" { use href={ (assets::url("sprite.svg")) "#logo" } {} }
                        span { b { "Veven" } " " small { (call.house.municipality.name) } }
                    }
                    @if !places.is_empty() {
                        nav.v-nav aria-label=(say.say("frame-menu")) {
                            ul {
                                @for (address, key, picture) in places {
                                    li {
                                        a href=(address) aria-current=[(self.place == Some(*address)).then_some("page")] {
                                            (icon(picture))
                                            span { (say.say(key)) }
                                            @if let Some((_, count)) = self.count.filter(|(place, _)| place == address) {
                                                span.v-antall {
                                                    (count)
                                                    span.v-skjult { " " (say.say("frame-new")) }
                                                }
                                            }
                                        }
                                    }
                                }
                            }
                        }
                    }
                    div.v-meny {
                        @if duty::is_for(call.visit.role) {
                            a href=(duty::PATH) { (icon("barn")) span.v-lang { (say.say("frame-worried")) } }
                        }
                        @if !call.is_signed_in() {
                            a.v-bare-bred href=(call.house.municipality.leave_url) rel="noreferrer" { (icon("forlat")) (say.say("frame-leave")) }
                        }
                        (languages(call, self.carried.as_ref()))
                        (account(call))
                    }
                }
            }
        }
    }
}

const fn places(role: Role) -> &'static [Place] {
    match role {
        Role::Citizen => &[
            ("/min", "menu-home", "hjem"),
            ("/min/plan", "menu-plan", "plan"),
            ("/min/rettigheter", "menu-rights", "soknad"),
            ("/min/innsyn", "menu-access", "ser"),
        ],
        Role::Coordinator => &[
            ("/arbeid", "menu-workbench", "hjem"),
            ("/arbeid/liste", "menu-list", "plan"),
            ("/arbeid/familier", "menu-families", "familie"),
            ("/svar", "menu-questions", "innboks"),
        ],
        Role::Intake => {
            &[("/arbeid/venteliste", "menu-queue", "innboks"), ("/meld-behov", "menu-report", "send")]
        }
        Role::Helper => &[("/svar", "menu-questions", "innboks"), ("/meld-behov", "menu-report", "send")],
        Role::Leader => &[("/styring", "menu-lead", "styring"), ("/styring/oppslag", "menu-looks", "ser")],
        Role::Administrator => &[("/oppsett", "menu-admin", "oppsett")],
        Role::Volunteer | Role::Visitor | Role::System => &[],
    }
}

fn languages(call: &Call, carried: Option<&Markup>) -> Markup {
    html! {
        details.v-valg {
            summary { (icon("sprak")) (call.t("frame-language")) }
            ul {
                @for lang in Lang::ALL {
                    @if let Some(carried) = carried {
                        li {
                            (form(call, &call.path, "", html! {
                                (carried)
                                button name="sprak" value=(lang.code()) lang=(lang.code())
                                    aria-current=[(lang == call.lang).then_some("true")] { (lang.name()) }
                            }))
                        }
                    } @else { li {
                        a href={ "?sprak=" (lang.code()) } lang=(lang.code()) hreflang=(lang.code())
                            aria-current=[(lang == call.lang).then_some("true")] { (lang.name()) }
                    } }
                }
            }
        }
    }
}

fn account(call: &Call) -> Markup {
    let say = call.say();
    let Some(session) = &call.session else {
        return html! {
            a.ds-button data-variant="secondary" data-size="sm" href="/logg-inn" { (say.say("frame-sign-in")) }
        };
    };
    let directory = call.house.gate.directory();
    let name = directory
        .helper(session.actor)
        .map_or_else(|| say.say("frame-me").into_owned(), |helper| helper.name.clone());
    html! {
        details.v-valg {
            summary { (icon("bruker")) span.v-lang { (name) } }
            ul {
                @if session.role != Role::Citizen {
                    li { a href="/rolle" { (say.say("frame-role")) } }
                }
                li {
                    form method="post" action="/logg-ut" {
                        input type="hidden" name="vern" value=(session.csrf);
                        button { (say.say("frame-sign-out")) }
                    }
                }
            }
        }
    }
}

fn footer(call: &Call) -> Markup {
    let say = call.say();
    html! {
        footer.v-bunn {
            div.v-ramme {
                nav aria-label=(say.say("frame-about")) {
                    ul {
                        @if duty::is_for(call.visit.role) {
                            li { a href=(duty::PATH) { (say.say("frame-worried")) } }
                        }
                        @if consult::is_for(call.visit.role) {
                            li { a href=(consult::PATH) { (say.say("frame-consult")) } }
                        }
                        @for (address, key) in [
                            ("/om", "footer-about"),
                            ("/personvern", "footer-privacy"),
                            ("/tilgjengelighet", "footer-accessibility"),
                            ("/kontakt", "footer-contact"),
                            ("/kildekode", "footer-source"),
                        ] {
                            li { a href=(address) { (say.say(key)) } }
                        }
                        @if emergency::is_for(call.visit.role) {
                            li { a href=(emergency::PATH) { (say.say("emergency-link")) } }
                        }
                    }
                }
            }
        }
    }
}
