//! From own words to life situations, doors that stand open, and rights. What is written comes as a form, is looked up
//! in memory and is gone again: it stands in no address, no log and no table.

use super::found::{Finder, Shown};
use super::state::State;
use super::{FIND, PATH, WHO, answer, safe, speak};
use crate::door;
use crate::duty;
use crate::frame::parts::{Field, form, icon, icon_with, phone};
use crate::frame::{Call, Errors, Filled, FormOf, Page};
use access::terms::Role;
use axum::response::Response;
use maud::{Markup, html};
use rights::catalogue::RightKind;
use search::Ring;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The field that holds what was written.
const FIELD: &str = "ord";

/// Looks up what was written.
pub async fn show(finder: Arc<Finder>, mut form: FormOf) -> Response {
    speak(&mut form);
    let (call, filled) = (&form.call, &form.filled);
    let mut state = State::read(call.house.rights, filled);
    state.only = None;
    let text = filled.text(FIELD);
    if text.is_empty() {
        let mut errors = Errors::none();
        errors.add(FIELD, call.t("find-empty"));
        return answer(&form, true, super::start::page(call, &state, &errors));
    }
    let found = finder.find(&call.house.gate.directory(), &text);
    answer(&form, false, page(call, &state, filled, &found))
}

/// The field for own words, with what was told before carried along.
pub fn field(call: &Call, state: &State, filled: &Filled, errors: &Errors) -> Markup {
    super::found::prepare();
    let label = Field::new(FIELD, call.t("find-label")).hint(call.t("find-hint"));
    form(
        call,
        FIND,
        "v-skjema",
        html! {
            (state.hidden())
            (label.area(call, filled, errors, 2))
            div.v-knapper.v-knapper--rolig {
                button.ds-button data-variant="secondary" { (icon("sok")) (call.t("find-go")) }
            }
        },
    )
}

fn page(call: &Call, state: &State, filled: &Filled, found: &Shown) -> Markup {
    let danger: BTreeSet<Ring> = found.topics.iter().flat_map(|topic| topic.ring.iter().copied()).collect();
    // Whoever names what is private gets the quick way out, as everybody who opens it.
    let mut opened = state.clone();
    opened.situations.extend(found.situations.iter().copied());
    let content = html! {
        div.v-hode { div {
            h1 { (call.t(if found.is_empty() { "find-none" } else { "find-heading" })) }
            @if found.is_empty() { p.v-ingress { (call.t("find-none-text")) } }
            (safe(call, &opened))
        } }
        @if !danger.is_empty() { (in_danger(call, &danger)) }
        (field(call, state, filled, &Errors::none()))
        @if found.cut {
            div.ds-alert data-color="info" { p { (call.say().with("find-cut", [("count", search::LONGEST.into())])) } }
        }
        (situations(call, state, found))
        (doors(call, found))
        (rights(call, state, found))
        (somebody(call))
        (door::help_line(call, true))
    };
    let carried = html! { (state.hidden()) input type="hidden" name=(FIELD) value=(filled.raw(FIELD)); };
    Page::new(call.t("find-heading")).narrow().carries(carried).show(call, content)
}

/// Whom to ring at once, above everything else.
fn in_danger(call: &Call, rings: &BTreeSet<Ring>) -> Markup {
    let numbers = call.house.desk.guide().emergency_numbers(call.today());
    let known = rings.iter().filter_map(|ring| numbers.iter().find(|number| number.code == ring.code()));
    html! {
        section.v-kort.v-kort--venstre data-kant="fare" {
            h2 { (call.t("find-danger")) }
            p { (call.t("find-danger-text")) }
            div.v-knapper {
                @for (place, number) in known.enumerate() {
                    (duty::ring(&call.t(&format!("duty-number-{}", number.code)), &number.number, place == 0))
                }
            }
            p { (call.t("door-urgent-doctor")) " " a href="tel:116117" { "116 117" } "." }
        }
    }
}

/// Life situations to tick, and on to the questions.
fn situations(call: &Call, state: &State, found: &Shown) -> Markup {
    let language = super::seen::language(call.lang);
    let elsewhere = state.situations.iter().filter(|place| !found.situations.contains(place));
    let of = |place: &usize| &state.knowledge.situations[*place];
    html! {
        (form(call, WHO, "v-skjema", html! {
            (state.hidden_people())
            (state.hidden_told())
            @for place in elsewhere { input type="hidden" name="s" value=(of(place).id); }
            @if !found.situations.is_empty() {
                fieldset.ds-fieldset {
                    legend.ds-label { (call.t("find-situations")) }
                    div.v-dus { (call.t("find-situations-hint")) }
                    div.v-rutenett.v-rutenett--store {
                        @for place in &found.situations { (super::start::choice(state, *place, language, false)) }
                    }
                }
            }
            div.v-knapper {
                @if !found.situations.is_empty() {
                    button.ds-button { (call.t("guide-next")) (icon_with("neste", "v-snu")) }
                }
                button.ds-button data-variant="secondary" formaction=(PATH) { (call.t("find-all")) }
            }
        }))
    }
}

/// Doors that stand open: the municipality's offers, and what one can use without applying.
fn doors(call: &Call, found: &Shown) -> Markup {
    let catalogue = call.house.rights.catalogue;
    let (moment, language) = (catalogue.on(call.today()), super::seen::language(call.lang));
    let open: Vec<usize> = found.of_kind(catalogue, RightKind::LowThreshold).collect();
    html! {
        @if !open.is_empty() || !found.services.is_empty() {
            section.v-stabel.v-stabel--tett {
                div.v-gruppe.v-gruppe--lyng {
                    (icon("omsorg"))
                    div { h2 { (call.t("find-doors")) } p.v-dus { (call.t("find-doors-text")) } }
                }
                ul.v-rutenett.v-rutenett--store {
                    @for service in &found.services {
                        li.v-kort.v-kort--tett { h3 { (service.name) } (door::offer(call, service)) }
                    }
                    @for right in open.iter().map(|right| &catalogue.rights[*right]) {
                        li.v-kort.v-kort--tett {
                            h3 { (right.name.say(language)) }
                            p { (moment.text(right.explain.say(language), language)) }
                            @if let Some(apply) = &right.apply { p.v-dus { (moment.text(apply.say(language), language)) } }
                        }
                    }
                }
            }
        }
    }
}

/// Rights, each with a way to be asked about it alone.
fn rights(call: &Call, state: &State, found: &Shown) -> Markup {
    let catalogue = call.house.rights.catalogue;
    let (moment, language) = (catalogue.on(call.today()), super::seen::language(call.lang));
    let shown: Vec<(usize, usize)> = found
        .rights
        .iter()
        .filter(|right| catalogue.rights[**right].kind != RightKind::LowThreshold)
        .filter_map(|right| Some((*right, found.situation_of(state.knowledge, *right)?)))
        .collect();
    let one = |right: usize, situation: usize| {
        let mut alone = state.clone();
        (alone.situations, alone.only) = (BTreeSet::from([situation]), Some(right));
        let known = &catalogue.rights[right];
        html! {
            article.v-kort.v-kort--tett {
                h3 { (known.name.say(language)) }
                p { (moment.text(known.explain.say(language), language)) }
                (form(call, WHO, "", html! {
                    (alone.hidden())
                    button.ds-button data-variant="secondary" data-size="sm" {
                        (call.t("find-only")) span.v-skjult { ": " (known.name.say(language)) }
                    }
                }))
            }
        }
    };
    html! {
        @if !shown.is_empty() {
            section.v-stabel.v-stabel--tett {
                div.v-gruppe { (icon("soknad")) div { h2 { (call.t("find-rights")) } p.v-dus { (call.t("find-rights-text")) } } }
                @for (right, situation) in shown { (one(right, situation)) }
            }
        }
    }
}

/// A human being, whatever was found.
fn somebody(call: &Call) -> Markup {
    html! {
        section.v-kort {
            h2 { (call.t("find-human")) }
            p { (call.t("find-human-text")) " " (phone(&call.house.municipality.phone)) "." }
            div.v-knapper.v-knapper--rolig {
                @if call.visit.role == Role::Citizen {
                    a.ds-button data-variant="secondary" href="/min/si" { (icon("send")) (call.t("guide-tell-coordinator")) }
                } @else {
                    a.ds-button data-variant="secondary" href="/be-om-koordinator" { (icon("send")) (call.t("guide-ask-help")) }
                }
            }
        }
    }
}
