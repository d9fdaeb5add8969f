//! The first page: what this is and is not, and how things are, in everyday words.

use super::state::State;
use super::{WHO, framed, safe, speak};
use crate::frame::parts::{form, icon};
use crate::frame::{Call, Errors, Filled, FormOf, Shown};
use axum::response::Response;
use maud::{Markup, html};
use rights::Language;

pub async fn show(call: Call) -> Shown {
    let state = State::read(call.house.rights, &Filled::empty());
    page(&call, &state, &Errors::none())
}

/// The same page for somebody who has told something already and wants to choose anew.
pub async fn again(mut form: FormOf) -> Response {
    speak(&mut form);
    let state = State::read(form.call.house.rights, &form.filled);
    super::answer(&form, false, page(&form.call, &state, &Errors::none()))
}

/// The page.
pub fn page(call: &Call, state: &State, errors: &Errors) -> Markup {
    let language = super::seen::language(call.lang);
    let choice = |place: usize| choice(state, place, language, errors.at("s").is_some());
    let all = || state.knowledge.situations.iter().enumerate();
    let content = html! {
        (errors.summary(call))
        div.v-hode { div {
            h1 { (call.t("guide-heading")) }
            p.v-ingress { (call.t("guide-lead")) }
            p.v-trygt { span { (icon("trygt")) " " (call.t("guide-nothing-stored")) } }
            (safe(call, state))
            @if state.situations.is_empty() { p { a href=(super::keep::RESUME) { (call.t("guide-resume-link")) } } }
        } }
        section.v-kort { (super::find::field(call, state, &Filled::empty(), errors)) }
        (form(call, WHO, "v-skjema", html! {
            (state.hidden_people())
            (state.hidden_told())
            fieldset.ds-fieldset #s tabindex="-1" aria-describedby=[errors.at("s").map(|_| "s-feil")] {
                legend.ds-label { (call.t("guide-situations")) }
                div.v-dus { (call.t("guide-situations-hint")) }
                @if let Some(error) = errors.at("s") { div.ds-validation-message #s-feil { (error) } }
                div.v-rutenett.v-rutenett--store {
                    @for (place, _) in all().filter(|(_, it)| !it.private) { (choice(place)) }
                }
            }
            // Behind a door of its own: whoever looks over a shoulder sees only that there is more.
            details.ds-details.v-boks open[state.private()] {
                summary { (call.t("guide-own")) }
                div.v-stabel.v-stabel--tett {
                    p { (call.t("guide-own-text")) }
                    fieldset.ds-fieldset {
                        legend.ds-label { (call.t("guide-own-legend")) }
                        div.v-rutenett.v-rutenett--store {
                            @for (place, _) in all().filter(|(_, it)| it.private) { (choice(place)) }
                        }
                    }
                    p { a href=(call.house.municipality.leave_url) rel="noreferrer" { (icon("forlat")) (call.t("guide-leave-now")) } }
                }
            }
            div.v-knapper { button.ds-button { (call.t("guide-next")) (crate::frame::parts::icon_with("neste", "v-snu")) } }
        }))
        (crate::door::help_line(call, true))
    };
    framed(call, "guide-heading", state, !errors.is_empty(), content)
}

/// One situation to tick.
pub fn choice(state: &State, place: usize, language: Language, wrong: bool) -> Markup {
    let it = &state.knowledge.situations[place];
    html! {
        div.ds-field data-variant="outline" {
            input.ds-input type="checkbox" name="s" value=(it.id) id={ "s-" (it.id) } checked[state.situations.contains(&place)]
                aria-describedby={ "s-" (it.id) "-hint" } aria-invalid=[wrong.then_some("true")];
            label for={ "s-" (it.id) } { (it.name.say(language)) }
            p.v-dus data-field="description" id={ "s-" (it.id) "-hint" } { (it.explain.say(language)) }
        }
    }
}
