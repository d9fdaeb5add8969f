//! The guide for a family that is known: it begins with what the dossier knows, and writes down each answer once.

use super::terms::category;
use super::{ADULT, menu, state};
use crate::frame::act::Done;
use crate::frame::form::{Errors, Filled, FormOf};
use crate::frame::parts::{Asked, done, form, icon, icon_with, phone};
use crate::frame::{Call, Problem};
use crate::guide::answers::{self, body, carrier, not_now};
use crate::guide::{Found, Seen, State, Step, language, questions, wanted, written};
use crate::plan::place::{Answered, Ask, Base, Desk, Place};
use access::terms::{Audience, Command, Fact, FactWay, Interest, Kind, PersonId};
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use rights::answer::Status;
use rights::{Value, Wanted};

fn named(ask: &Ask) -> Option<PersonId> {
    ask.person.as_deref().and_then(|id| id.parse().ok())
}

/// The answers; before anything is chosen, the choice.
pub async fn show(place: Place, call: Call, Query(ask): Query<Ask>) -> Answered {
    let view = place.view(&call, "rights").await?;
    let desk = Desk::new(&call, place.base, &view);
    let state = state(&desk, named(&ask))?;
    if place.base == Base::Own && state.home.as_ref().is_some_and(|home| home.situations.is_none()) {
        return Ok(Redirect::to("/min/rettigheter/valg").into_response());
    }
    let asked = Asked { gjort: ask.gjort, ..Asked::default() };
    Ok(desk
        .page(call.t("once-rights"))
        .at(menu(&call))
        .show(&call, page(&desk, &state, &asked))
        .into_response())
}

fn page(desk: &Desk<'_>, state: &State, asked: &Asked) -> Markup {
    let call = desk.call;
    let seen = Seen::of(call, state);
    let (found, changes) = (seen.found(), seen.changes());
    let open = seen.questions();
    let mut facts: Vec<u16> = open.iter().map(|question| question.wanted.fact).collect();
    facts.sort_unstable();
    facts.dedup();
    let no: Vec<&Found<'_>> = found.iter().filter(|it| it.status == Status::NotEntitled).collect();
    html! {
        (done(call, asked))
        (desk.crumbs(&[], &call.t("once-rights")))
        div.v-hode { div {
            h1 { (call.t("once-rights")) }
            p.v-ingress { (call.t("guide-answers-lead")) }
            (super::show::whose(desk, state))
        } }
        (carrier(call, state))
        (super::choose::plan_form(desk, &seen))
        div.v-to {
            div.v-stabel {
                @if !facts.is_empty() || !state.passed.is_empty() {
                    section.v-kort.v-kort--dus {
                        @if facts.is_empty() { p { (call.t("guide-passed-questions")) } }
                        @else { p { (call.say().with("once-open", [("count", facts.len().into())])) } }
                        div.v-knapper.v-knapper--rolig {
                            @if facts.is_empty() {
                                button.ds-button data-variant="secondary" form=(answers::CARRIER) name="igjen" value="1" { (call.t("guide-ask-again")) }
                            } @else {
                                button.ds-button data-variant="secondary" form=(answers::CARRIER) { (call.t("guide-go-on")) (icon_with("neste", "v-snu")) }
                            }
                        }
                    }
                }
                (body(&seen, &found, &changes, false))
                @if !no.is_empty() {
                    details.ds-details.v-boks.v-ikke-skriv {
                        summary { (call.t("guide-not-now")) }
                        div.v-stabel.v-stabel--tett {
                            p { (call.t("guide-not-now-text")) }
                            @for it in no { (not_now(&seen, it, &changes)) }
                        }
                    }
                }
            }
            div.v-stabel { (super::choose::basket(desk, &seen, &found)) (rests_on(desk, state)) }
        }
    }
}

/// What the answers rest on, and where one goes from here.
fn rests_on(desk: &Desk<'_>, state: &State) -> Markup {
    let call = desk.call;
    let say = call.say();
    let known = state.home.as_ref().map_or(0, |home| home.facts.len());
    let base = desk.base.path();
    html! {
        section.v-kort.v-ikke-skriv {
            h2 { (say.say("once-rests-on")) }
            p { (say.with("once-rests-on-facts", [("count", known.into())])) }
            p { a href={ (state.at(Step::Who)) (super::show::query(desk, state)) } { (icon("rediger")) " " (say.say("once-see-facts")) } }
            @if desk.base == Base::Own {
                p { a href=(state.at(Step::Start)) { (icon("rediger")) " " (say.say("once-see-situations")) } }
            }
            p { a href={ (base) "/soknader" } { (icon("soknad")) " " (say.say("once-see-applications")) } }
            p { a href={ (state.at(Step::Print)) (super::show::query(desk, state)) } { (icon("skrivut")) " " (say.say("guide-print")) } }
        }
        section.v-kort.v-kort--dus.v-ikke-skriv {
            h2 { (say.say("once-private")) }
            p { (say.say("once-private-text")) }
            p { a href=(crate::guide::PATH) { (say.say("once-private-link")) } }
        }
        section.v-kort.v-kort--dus.v-ikke-skriv {
            h2 { (say.say("once-help")) }
            p { (say.say("guide-onwards-text")) " " (phone(&call.house.municipality.phone)) "." }
            @if desk.base == Base::Own { p { a href="/min/si" { (icon("send")) " " (say.say("guide-tell-coordinator")) } } }
        }
    }
}

/// On paper.
pub async fn print(place: Place, call: Call, Query(ask): Query<Ask>) -> Answered {
    let view = place.view(&call, "rights").await?;
    let desk = Desk::new(&call, place.base, &view);
    let state = state(&desk, named(&ask))?;
    let seen = Seen::of(&call, &state);
    let mut found = seen.found();
    found.retain(|it| it.status != Status::NotEntitled);
    let content = html! {
        div.v-ikke-skriv.v-stabel.v-stabel--tett {
            p.v-ingress { (call.t("guide-print-how")) }
            p { a href={ (desk.base.path()) "/rettigheter" (super::show::query(&desk, &state)) } { (call.t("guide-back-answers")) } }
        }
        div.v-hode { div {
            h1 { (call.t("once-rights")) }
            p { (answers::dated(&call)) }
            p { (call.t("guide-answers-lead")) }
            p { (call.t("guide-onwards-text")) " " (phone(&call.house.municipality.phone)) "." }
        } }
        (body(&seen, &found, &seen.changes(), true))
    };
    Ok(desk.page(call.t("once-rights")).narrow().at(menu(&call)).show(&call, content).into_response())
}

/// The next questions; when there are none, the answers.
pub async fn ask(place: Place, call: Call, Query(ask): Query<Ask>) -> Answered {
    let view = place.view(&call, "rights").await?;
    let desk = Desk::new(&call, place.base, &view);
    let state = state(&desk, named(&ask))?;
    Ok(next(&desk, &state))
}

fn next(desk: &Desk<'_>, state: &State) -> Response {
    let seen = Seen::of(desk.call, state);
    let asked = seen.page();
    if asked.is_empty() || !desk.open {
        let back = format!("{}/rettigheter{}", desk.base.path(), super::show::query(desk, state));
        return Redirect::to(&back).into_response();
    }
    questions::page(&seen, &asked, &Filled::empty(), &Errors::none()).into_response()
}

/// Takes in a page of answers, and shows the next questions; or those of one right.
pub async fn take(place: Place, mut sent: FormOf) -> Answered {
    let view = place.view_of_form(&sent, "rights").await?;
    let desk = Desk::new(&sent.call, place.base, &view);
    let mut before = state(&desk, sent.filled.parse(ADULT))?;
    let catalogue = before.knowledge.catalogue;
    let answers_now = sent.call.path.ends_with("/svar");
    before.only = only(&sent, &before);
    if sent.filled.has("igjen") || sent.filled.has("na") {
        before.passed.clear();
    }
    if !sent.filled.has("spurt") {
        return Ok(next(&desk, &before));
    }
    let after = match questions::take(&sent, before.clone()) {
        Ok(after) => after,
        Err(mend) => return Ok((StatusCode::UNPROCESSABLE_ENTITY, mend).into_response()),
    };
    let home = before.home.clone().ok_or(Problem::Missing)?;
    let asked = sent.filled.many("spurt").into_iter().filter_map(|it| wanted(catalogue, it));
    let said = asked.filter_map(|one| {
        let value = after.told.get(&one);
        let unknown = after.passed.contains(&one) && !answers_now;
        (value.is_some() || unknown).then(|| fact(&sent.call, &before, &home, one, value, FactWay::Asked))?
    });
    let facts: Vec<Fact> = said.collect();
    if !facts.is_empty() {
        let command = Command::Tell { facts, keep: Vec::new() };
        match sent.act(view.family(), command).await? {
            Done::Yes(_) => {}
            Done::Mend(_) | Done::Stale => {
                let mut errors = Errors::none();
                errors.add("", sent.call.t("refusal-stale"));
                let asked: Vec<Wanted> =
                    sent.filled.many("spurt").into_iter().filter_map(|it| wanted(catalogue, it)).collect();
                let seen = Seen::of(&sent.call, &before);
                let page = questions::page(&seen, &asked, &sent.filled, &errors);
                return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
            }
        }
    }
    let (kept, tail) = (before.only, if answers_now { "" } else { "/sporsmal" });
    let query = super::show::query(&desk, &before);
    if kept.is_none() || answers_now {
        let to = format!("{}/rettigheter{tail}{query}", desk.base.path());
        return Ok(Redirect::to(&to).into_response());
    }
    // Only the questions of one right: which one stands in no address, so the page follows at once.
    sent.filled = Filled::empty();
    let view = place.view_of_form(&sent, "rights").await?;
    let desk = Desk::new(&sent.call, place.base, &view);
    let mut now = state(&desk, Some(home.adult))?;
    now.only = kept;
    Ok(next(&desk, &now))
}

/// The one right whose questions are asked, when somebody wants an answer about that one.
fn only(sent: &FormOf, state: &State) -> Option<usize> {
    let named = sent.filled.some_text("na").or_else(|| sent.filled.some_text("bare"))?;
    state.knowledge.catalogue.right(&named).filter(|right| state.rights().contains(right))
}

/// An answer as a fact of the dossier.
pub fn fact(
    call: &Call,
    state: &State,
    home: &super::known::Home,
    one: Wanted,
    value: Option<&Value>,
    way: FactWay,
) -> Option<Fact> {
    let catalogue = state.knowledge.catalogue;
    let known = catalogue.fact_at(one.fact);
    super::terms::is_shared(catalogue, one.fact).then_some(())?;
    Some(Fact {
        name: known.name.clone(),
        of: home.of_whom(one.whose)?,
        value: value.map(written),
        on: call.today(),
        way,
        source: String::new(),
        category: category(&known.category),
    })
}

/// What is hard, to choose among.
pub async fn situations(place: Place, call: Call) -> Answered {
    let view = place.view(&call, "rights").await?;
    let desk = Desk::new(&call, place.base, &view);
    let state = state(&desk, None)?;
    let chosen = state.home.as_ref().and_then(|home| home.situations.clone()).unwrap_or_default();
    let mut filled = Filled::empty();
    for place in chosen {
        filled = filled.set("s", &state.knowledge.situations[place].id);
    }
    let content = choice(&desk, &state, &filled, &Errors::none());
    Ok(desk.page(call.t("once-situations")).at(menu(&call)).show(&call, content).into_response())
}

fn choice(desk: &Desk<'_>, state: &State, filled: &Filled, errors: &Errors) -> Markup {
    let call = desk.call;
    let language = language(call.lang);
    html! {
        (errors.summary(call))
        (desk.crumbs(&[("/min/rettigheter".to_owned(), call.t("once-rights").into_owned())], &call.t("once-situations")))
        div.v-hode { div {
            h1 { (call.t("once-situations")) }
            p.v-ingress { (call.t("once-situations-lead")) }
        } }
        (desk.form("/min/rettigheter/valg", "v-skjema", html! {
            fieldset.ds-fieldset #s tabindex="-1" aria-describedby=[errors.at("s").map(|_| "s-feil")] {
                legend.ds-label { (call.t("guide-situations")) }
                div.v-dus { (call.t("guide-situations-hint")) }
                @if let Some(error) = errors.at("s") { div.ds-validation-message #s-feil { (error) } }
                div.v-rutenett.v-rutenett--store {
                    @for it in state.knowledge.situations.iter().filter(|it| !it.private) {
                        div.ds-field data-variant="outline" {
                            input.ds-input type="checkbox" name="s" value=(it.id) id={ "s-" (it.id) } checked[filled.chose("s", &it.id)]
                                aria-describedby={ "s-" (it.id) "-hint" } aria-invalid=[errors.at("s").map(|_| "true")];
                            label for={ "s-" (it.id) } { (it.name.say(language)) }
                            p.v-dus data-field="description" id={ "s-" (it.id) "-hint" } { (it.explain.say(language)) }
                        }
                    }
                }
            }
            p.v-dus { (call.t("once-situations-kept")) }
            div.v-knapper { button.ds-button { (call.t("guide-next")) (icon_with("neste", "v-snu")) } }
        }))
        section.v-kort.v-kort--dus {
            h2 { (call.t("once-private")) }
            p { (call.t("once-private-text")) }
            p { a href=(crate::guide::PATH) { (call.t("once-private-link")) } }
        }
    }
}

/// Keeps the choice.
pub async fn choose(place: Place, sent: FormOf) -> Answered {
    let view = place.view_of_form(&sent, "rights").await?;
    let desk = Desk::new(&sent.call, place.base, &view);
    let state = state(&desk, None)?;
    let me = view.me().ok_or(Problem::Missing)?;
    let chosen = sent.filled.many("s");
    let known =
        state.knowledge.situations.iter().filter(|it| !it.private && chosen.contains(&it.id.as_str()));
    let situations: Vec<String> = known.map(|it| it.id.clone()).collect();
    let mut errors = Errors::none();
    if situations.is_empty() {
        errors.add("s", sent.call.t("guide-choose-one"));
    } else {
        let before = view.sees().all::<Interest>().filter(|interest| interest.is.of == me).last();
        let command = Command::Write {
            replaces: before.map(|before| (before.id(), before.entry.version)),
            payload: Interest { of: me, situations }.wrap(),
            subjects: vec![me],
            audience: Audience::Ordinary,
        };
        match sent.act(view.family(), command).await? {
            Done::Yes(_) => return Ok(Redirect::to("/min/rettigheter/sporsmal").into_response()),
            Done::Mend(found) => errors = found,
            Done::Stale => errors.add("", sent.call.t("refusal-stale")),
        }
    }
    let content = choice(&desk, &state, &sent.filled, &errors);
    let page = desk.page(sent.call.t("once-situations")).at(menu(&sent.call)).failed();
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page.show(&sent.call, content)).into_response())
}

/// A form of these pages.
pub fn posted(call: &Call, state: &State, action: &str, classes: &str, content: Markup) -> Markup {
    form(call, action, classes, html! { (state.hidden()) (content) })
}
