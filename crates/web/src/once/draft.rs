//! The form that several applications share: what is known is shown, and only what is missing is asked for.

use super::guide::fact;
use super::known::{Home, Source};
use super::{ADULT, menu, show, state};
use crate::frame::act::Done;
use crate::frame::form::{Errors, Filled, FormOf};
use crate::frame::parts::{Asked as Told, Field, done, icon, icon_with};
use crate::frame::{Call, Problem};
use crate::guide::{Seen, State, code, questions};
use crate::plan::place::{Answered, Ask, Base, Desk, Place};
use access::terms::{Application, Applying, Command, Fact, FactWay, Given, PersonId, Stage, Thing, ThingId};
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use maud::{Markup, html};
use rights::catalogue::{Asked, Catalogue, Right};
use rights::{Value, Wanted};
use std::collections::BTreeSet;

/// A draft with its right and its child's place in the home.
pub struct Prepared<'a> {
    /// The draft.
    pub draft: Thing<'a, Application>,
    /// The right.
    pub right: &'static Right,
    /// What it needs.
    pub needs: Vec<Wanted>,
}

/// All drafts of the grown-up whom the page is about.
pub fn prepared<'a>(desk: &Desk<'a>, state: &State) -> Vec<Prepared<'a>> {
    let Some(home) = &state.home else { return Vec::new() };
    let catalogue = state.knowledge.catalogue;
    let drafts = desk.view.sees().all::<Application>();
    let mine = drafts.filter(|it| it.is.stage() == Stage::Draft && it.is.applicant == home.adult);
    let of = |draft: Thing<'a, Application>| {
        let right = &catalogue.rights[catalogue.right(&draft.is.right)?];
        let child = match draft.is.child {
            Some(child) => Some(home.children.iter().position(|it| it.id == child)? as u8),
            None => None,
        };
        Some(Prepared { draft, right, needs: show::needed(catalogue, right, child, desk.call.today()) })
    };
    mine.filter_map(of).collect()
}

impl Prepared<'_> {
    /// What goes with it: each fact that is known, as this draft keeps it or as it stands.
    pub fn given(&self, catalogue: &Catalogue, home: &Home) -> Vec<Given> {
        let kept = |given: &Given| {
            let same = |it: &&Given| (&it.name, it.of) == (&given.name, given.of);
            self.draft.is.facts.iter().find(same).cloned()
        };
        let known = self.needs.iter().filter_map(|one| home.given(catalogue, *one));
        known.map(|given| kept(&given).unwrap_or(given)).collect()
    }

    /// What is missing and can be asked for.
    pub fn missing(&self, state: &State) -> Vec<Wanted> {
        let Some(home) = &state.home else { return Vec::new() };
        let catalogue = state.knowledge.catalogue;
        let asked = |one: &&Wanted| {
            matches!(catalogue.fact_at(one.fact).asked, Asked::Family | Asked::FamilyMay)
                && !home.facts.contains_key(one)
        };
        self.needs.iter().filter(asked).copied().collect()
    }
}

/// What all drafts need together, each fact once: what is known, and what is missing.
fn together(all: &[Prepared<'_>], state: &State) -> (Vec<Wanted>, Vec<Wanted>) {
    let known = |one: &Wanted| state.home.as_ref().is_some_and(|home| home.facts.contains_key(one));
    let needs: BTreeSet<Wanted> = all.iter().flat_map(|one| one.needs.iter().copied()).collect();
    let missing: BTreeSet<Wanted> = all.iter().flat_map(|one| one.missing(state)).collect();
    (needs.into_iter().filter(known).collect(), missing.into_iter().collect())
}

/// The page.
pub async fn show(place: Place, call: Call, Query(ask): Query<Ask>) -> Answered {
    let view = place.view(&call, "apply").await?;
    let desk = Desk::new(&call, place.base, &view);
    let state = state(&desk, ask.person.as_deref().and_then(|id| id.parse().ok()))?;
    let told = Told { gjort: ask.gjort, ..Told::default() };
    let content = page(&desk, &state, &told, &Filled::empty(), &Errors::none());
    Ok(desk.page(call.t("once-form")).at(menu(&call)).show(&call, content).into_response())
}

fn page(desk: &Desk<'_>, state: &State, asked: &Told, filled: &Filled, errors: &Errors) -> Markup {
    let (call, say) = (desk.call, desk.call.say());
    let base = desk.base.path();
    let all = prepared(desk, state);
    let (known, missing) = together(&all, state);
    let seen = Seen::of(call, state);
    let query = show::query(desk, state);
    html! {
        (done(call, asked))
        (errors.summary(call))
        (desk.crumbs(&[(format!("{base}/soknader"), say.say("once-applications").into_owned())], &say.say("once-form")))
        div.v-hode { div {
            h1 { (say.say("once-form-heading")) }
            @if all.is_empty() { p.v-ingress { (say.say("once-form-empty")) } }
            @else { p.v-ingress { (say.with("once-form-lead", [("count", all.len().into())])) } }
            (show::whose(desk, state))
        } }
        @if all.is_empty() {
            p { a.ds-button href={ (base) "/rettigheter" (query) } { (say.say("once-to-rights")) } }
        } @else {
            @if desk.base == Base::Own {
                ol.v-steglinje {
                    li aria-current="step" { (say.say("once-part-1")) }
                    li { (say.say("once-part-2")) }
                    li { (say.say("once-part-3")) }
                }
            }
            div.v-to {
                div.v-stabel {
                    section.v-kort {
                        h2 { (say.say("once-known")) }
                        p.v-dus { (say.say("once-known-text")) }
                        @if known.is_empty() { p { (say.say("once-known-none")) } }
                        @else if let Some(home) = &state.home {
                            dl.v-forhand { @for one in &known { (line(desk, state, home, *one)) } }
                        }
                    }
                    (super::guide::posted(call, state, &format!("{base}/soknader/skjema"), "v-skjema", html! {
                        @if !missing.is_empty() {
                            section.v-kort {
                                h2 { (say.with("once-missing", [("count", missing.len().into())])) }
                                p.v-dus { (say.say("once-missing-text")) }
                                div.v-stabel {
                                    @for one in &missing { (question(&seen, &all, *one, filled, errors)) }
                                }
                            }
                        }
                        @for one in &all { (words(desk, one, filled, errors)) }
                        div.v-knapper {
                            @if desk.base == Base::Own {
                                button.ds-button { (say.say("once-to-review")) (icon_with("neste", "v-snu")) }
                                button.ds-button data-variant="secondary" name="senere" value="1" { (say.say("once-save-later")) }
                            } @else {
                                button.ds-button name="senere" value="1" { (say.say("once-save")) }
                            }
                        }
                    }))
                }
                div.v-stabel { (who_gets(desk, state, &all)) (help(desk)) }
            }
        }
    }
}

/// One known fact, with its source and the way to put it right.
fn line(desk: &Desk<'_>, state: &State, home: &Home, one: Wanted) -> Markup {
    let (call, catalogue) = (desk.call, state.knowledge.catalogue);
    let Some(known) = home.facts.get(&one) else { return html! {} };
    let label = show::label(call, catalogue, &catalogue.fact_at(one.fact).name);
    html! {
        div {
            dt { (show::about(call, home, one.whose)) ": " (label) }
            dd { (show::value(call, catalogue, one.fact, &known.value)) span.v-kilde { (show::source(call, known)) } }
            @if let Source::Told(thing, _) = known.from {
                dd.v-endre { a href={ (home.base.path()) "/opplysninger/" (thing) (show::query(desk, state)) } { (call.t("guide-change")) span.v-skjult { ": " (label) } } }
            }
        }
    }
}

/// One missing fact, and who needs it.
fn question(seen: &Seen<'_>, all: &[Prepared<'_>], one: Wanted, filled: &Filled, errors: &Errors) -> Markup {
    let (call, known) = (seen.call, seen.fact(one.fact));
    let text = known.question.as_ref().unwrap_or(&known.label).say(seen.language);
    let who = seen.whose(one.whose);
    let label = match who {
        Some(who) => html! { (who) ": " (text) },
        None => html! { (text) },
    };
    let mut names: Vec<String> = all
        .iter()
        .filter(|it| it.needs.contains(&one))
        .map(|it| it.right.name.say(seen.language).to_owned())
        .map(|name| call.say().with("frame-quoted", [("words", name.into())]).into_owned())
        .collect();
    names.dedup();
    html! {
        div {
            input type="hidden" name="spurt" value=(seen.code(one));
            (questions::field(seen, one, &label, true, filled, errors))
            p.v-dus.v-liten { (call.say().with("guide-why-asked", [("rights", crate::frame::parts::listed(call, &names).into())])) }
        }
    }
}

fn field_of(thing: ThingId) -> String {
    format!("ord-{thing}")
}

/// Why something is applied for, in the family's own words.
fn words(desk: &Desk<'_>, one: &Prepared<'_>, filled: &Filled, errors: &Errors) -> Markup {
    let (call, say) = (desk.call, desk.call.say());
    let name = field_of(one.draft.id());
    let shown =
        if filled.has(&name) { filled.clone() } else { Filled::empty().set(&name, &one.draft.is.words) };
    html! {
        section.v-kort {
            div.v-ting {
                h2 { (show::title(desk, one.draft.is)) }
                a href={ (desk.base.path()) "/soknader/" (one.draft.id()) } { (say.say("once-see-draft")) span.v-skjult { ": " (show::title(desk, one.draft.is)) } }
            }
            input type="hidden" name={ "sett-" (one.draft.id()) } value=(one.draft.entry.version);
            (Field::new(&name, say.say("once-why")).hint(say.say("once-why-hint")).optional().area(call, &shown, errors, 3))
            @if !one.right.documents.is_empty() {
                p.v-dus { (say.say("once-documents")) }
                ul { @for document in &one.right.documents { li { (document.say(crate::guide::language(call.lang))) } } }
            }
        }
    }
}

/// Who gets what, while it is filled in.
fn who_gets(desk: &Desk<'_>, state: &State, all: &[Prepared<'_>]) -> Markup {
    let (call, catalogue) = (desk.call, state.knowledge.catalogue);
    let directory = call.house.gate.directory();
    html! {
        section.v-kort {
            h2 { (call.t("once-who-gets")) }
            div.v-linjer {
                @for one in all {
                    @let here = directory.receiver(&one.right.id, call.today());
                    @let names: Vec<String> = kinds(call, catalogue, &one.needs);
                    div {
                        h3 { (show::title(desk, one.draft.is)) }
                        p { (here.map_or_else(|| show::authority(call, &one.right.id), |(service, _)| service.name.clone())) }
                        p.v-dus { (call.say().with("once-gets", [("what", crate::frame::parts::listed(call, &names).into())])) }
                    }
                }
            }
            p.v-dus { (call.t("once-nobody-more")) }
        }
    }
}

/// The kinds of information among facts, in words, each once.
pub fn kinds(call: &Call, catalogue: &Catalogue, facts: &[Wanted]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for one in facts {
        let category = super::terms::category(&catalogue.fact_at(one.fact).category);
        let name = call.say().coded("category", category.code()).to_lowercase();
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

fn help(desk: &Desk<'_>) -> Markup {
    let (call, say) = (desk.call, desk.call.say());
    html! {
        @if desk.base == Base::Own {
            section.v-kort.v-kort--dus {
                h2 { (say.say("once-want-help")) }
                @if desk.who.lead().is_some() {
                    p { (say.with("once-want-help-text", [("name", desk.who.lead_given().into())])) }
                    p { a.ds-button data-variant="secondary" href="/min/si" { (icon("telefon")) (say.with("once-ask-help", [("name", desk.who.lead_given().into())])) } }
                } @else {
                    p { (say.say("guide-onwards-text")) " " (crate::frame::parts::phone(&call.house.municipality.phone)) "." }
                }
            }
        }
    }
}

/// Saves what was answered, and goes on to the review, or comes back later.
pub async fn save(place: Place, sent: FormOf) -> Answered {
    let view = place.view_of_form(&sent, "apply").await?;
    let desk = Desk::new(&sent.call, place.base, &view);
    let adult: Option<PersonId> = sent.filled.parse(ADULT);
    let state = state(&desk, adult)?;
    let home = state.home.clone().ok_or(Problem::Missing)?;
    let all = prepared(&desk, &state);
    let (_, missing) = together(&all, &state);
    let (facts, mut errors) = read(&sent, &state, &home, &missing);
    let changed = |one: &Prepared<'_>| {
        let words = sent.filled.text(&field_of(one.draft.id()));
        let version = sent.filled.parse(&format!("sett-{}", one.draft.id()))?;
        (words != one.draft.is.words).then_some(((one.draft.id(), version), words))
    };
    let words: Vec<_> = all.iter().filter_map(changed).collect();
    if errors.is_empty() && !(facts.is_empty() && words.is_empty()) {
        match sent.act(view.family(), Command::Apply(Applying::Fill { facts, words })).await? {
            Done::Yes(_) => {}
            Done::Mend(found) => errors = found,
            Done::Stale => errors.add("", sent.call.t("refusal-stale")),
        }
    }
    if errors.is_empty() {
        let (base, query) = (desk.base.path(), show::query(&desk, &state));
        let to = if sent.filled.has("senere") || desk.base != Base::Own {
            crate::frame::act::done_url(&format!("{base}/soknader{query}"), "once-saved")
        } else {
            format!("{base}/soknader/send")
        };
        return Ok(Redirect::to(&to).into_response());
    }
    let content = page(&desk, &state, &Told::default(), &sent.filled, &errors);
    let page = desk.page(sent.call.t("once-form")).at(menu(&sent.call)).failed();
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page.show(&sent.call, content)).into_response())
}

/// The answers of the form. What is left open stays open: it can be sent without.
fn read(sent: &FormOf, state: &State, home: &Home, missing: &[Wanted]) -> (Vec<Fact>, Errors) {
    let (call, catalogue) = (&sent.call, state.knowledge.catalogue);
    let (mut facts, mut errors) = (Vec::new(), Errors::none());
    for one in missing {
        let name = code(catalogue, *one);
        let text = sent.filled.text(&name);
        let known = catalogue.fact_at(one.fact);
        if text.is_empty() {
            continue;
        }
        let value: Option<Value> = if text == "vet" {
            None
        } else {
            match questions::read(call, &text, &known.kind, &known.unit) {
                Ok(value) => Some(value),
                Err(key) => {
                    errors.add(&name, call.t(key));
                    continue;
                }
            }
        };
        facts.extend(fact(call, state, home, *one, value.as_ref(), FactWay::Asked));
    }
    (facts, errors)
}
