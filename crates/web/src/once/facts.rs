//! What is known about a home, with sources and days; and putting one thing right, once, for all that use it.

use super::draft::prepared;
use super::known::{Home, Known, Source};
use super::terms::is_shared;
use super::{menu, show, state};
use crate::frame::act::{Done, done_url};
use crate::frame::form::{Errors, Filled, FormOf, seen};
use crate::frame::parts::{Asked, done};
use crate::frame::{Call, Problem, dates};
use crate::guide::{Seen, State, code, language, questions, wanted};
use crate::plan::place::{Answered, Ask, Desk, Detour, Place};
use access::terms::{Application, Command, Fact, FactOf, FactWay, Given, Kind, PersonId, Thing, ThingId};
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use maud::{Markup, html};
use rights::Wanted;

/// The page of all that is known.
pub async fn list(place: Place, call: Call, Query(ask): Query<Ask>) -> Answered {
    let view = place.view(&call, "facts").await?;
    let desk = Desk::new(&call, place.base, &view);
    let state = state(&desk, ask.person.as_deref().and_then(|id| id.parse().ok()))?;
    let asked = Asked { gjort: ask.gjort, ..Asked::default() };
    let content = page(&desk, &state, &asked);
    Ok(desk.page(call.t("once-facts")).at(menu(&call)).show(&call, content).into_response())
}

fn page(desk: &Desk<'_>, state: &State, asked: &Asked) -> Markup {
    let (call, say) = (desk.call, desk.call.say());
    let base = desk.base.path();
    let query = show::query(desk, state);
    let Some(home) = &state.home else { return html! {} };
    let mut groups: Vec<(String, Vec<(Wanted, &Known)>)> = Vec::new();
    let set = |known: &Known| known.from == Source::Set;
    // What is plain from who is in the family, and is not so, needs no line: nobody expects a child that is here.
    let plain = |known: &Known| known.from == Source::Family && known.value == rights::Value::Bool(false);
    for (one, known) in home.facts.iter().filter(|(_, known)| !set(known) && !plain(known)) {
        let whose = show::about(call, home, one.whose);
        match groups.iter_mut().find(|(name, _)| *name == whose) {
            Some((_, all)) => all.push((*one, known)),
            None => groups.push((whose, vec![(*one, known)])),
        }
    }
    let sets: Vec<_> = home.facts.iter().filter(|(_, known)| set(known)).collect();
    let open: Vec<_> = told_things(desk, state).filter(|(_, _, fact)| fact.is.value.is_none()).collect();
    html! {
        (done(call, asked))
        (desk.crumbs(&[(format!("{base}/rettigheter{query}"), say.say("once-rights").into_owned())], &say.say("once-facts")))
        div.v-hode { div {
            h1 { (say.say("once-facts")) }
            p.v-ingress { (say.say("once-facts-lead")) }
            (show::whose(desk, state))
        } }
        @for (whose, all) in &groups {
            section.v-kort {
                h2 { (whose) }
                dl.v-forhand { @for (one, known) in all { (line(desk, state, *one, known)) } }
            }
        }
        @if !open.is_empty() {
            section.v-kort.v-kort--dus {
                h2 { (say.say("once-not-told")) }
                dl.v-forhand {
                    @for (one, home, fact) in &open {
                        @let label = show::label(call, state.knowledge.catalogue, &fact.is.name);
                        div {
                            dt { (show::about(call, home, one.whose)) ": " (label) }
                            dd { (say.say("once-no-answer")) }
                            dd.v-endre { a href={ (base) "/opplysninger/" (fact.id()) (query) } { (say.say("once-answer-now")) span.v-skjult { ": " (label) } } }
                        }
                    }
                }
            }
        }
        @if !sets.is_empty() {
            section.v-kort.v-kort--dus {
                h2 { (say.say("once-set")) }
                p.v-dus { (say.say("once-set-text")) }
                dl.v-forhand {
                    @for (one, known) in &sets {
                        div {
                            dt { (show::label(call, state.knowledge.catalogue, &state.knowledge.catalogue.fact_at(one.fact).name)) }
                            dd { (show::value(call, state.knowledge.catalogue, one.fact, &known.value)) }
                        }
                    }
                }
            }
        }
    }
}

/// Facts of the home that stand in the dossier, with their place in the rules.
fn told_things<'s>(
    desk: &Desk<'s>,
    state: &'s State,
) -> impl Iterator<Item = (Wanted, &'s Home, Thing<'s, Fact>)> + use<'s> {
    let home = state.home.as_deref();
    let catalogue = state.knowledge.catalogue;
    desk.view.sees().all::<Fact>().filter_map(move |fact| {
        let home = home?;
        let place = catalogue.fact(&fact.is.name)?;
        Some((Wanted { fact: place, whose: home.place_of(fact.is.of)? }, home, fact))
    })
}

fn line(desk: &Desk<'_>, state: &State, one: Wanted, known: &Known) -> Markup {
    let (call, catalogue) = (desk.call, state.knowledge.catalogue);
    let label = show::label(call, catalogue, &catalogue.fact_at(one.fact).name);
    html! {
        div {
            dt { (label) }
            dd { (show::value(call, catalogue, one.fact, &known.value)) span.v-kilde { (show::source(call, known)) } }
            @if let Source::Told(thing, _) = known.from {
                dd.v-endre { a href={ (desk.base.path()) "/opplysninger/" (thing) (show::query(desk, state)) } { (call.t("guide-change")) span.v-skjult { ": " (label) } } }
            }
        }
    }
}

/// The grown-up whose home a fact belongs to: of a child, whoever reads or is asked for.
fn adult_of(of: FactOf) -> Option<PersonId> {
    match of {
        FactOf::Child { .. } => None,
        FactOf::Pair { adult, .. } => Some(adult),
        other => Some(other.about()),
    }
}

/// The page of one fact.
pub async fn one(place: Place, call: Call, Query(ask): Query<Ask>) -> Answered {
    let view = place.view(&call, "facts").await?;
    let desk = Desk::new(&call, place.base, &view);
    let named = ask.person.as_deref().and_then(|id| id.parse().ok());
    let (state, fact, one) = found(&desk, place.thing()?, named)?;
    let kept = fact.is.value.as_ref().map(|value| {
        let kind = &state.knowledge.catalogue.fact_at(one.fact).kind;
        rights::Value::parse(value, kind).map_or_else(|| value.clone(), |value| questions::typed(&value))
    });
    let filled = Filled::empty().set_some(&code(state.knowledge.catalogue, one), kept);
    let content = form(&desk, &state, &fact, one, &filled, &Errors::none());
    Ok(desk.page(call.t("once-change")).narrow().at(menu(&call)).show(&call, content).into_response())
}

fn found<'a>(
    desk: &Desk<'a>,
    thing: ThingId,
    named: Option<PersonId>,
) -> Result<(State, Thing<'a, Fact>, Wanted), Detour> {
    let fact = desk.view.sees().find::<Fact>(thing).ok_or(Problem::Missing)?;
    let state = state(desk, adult_of(fact.is.of).or(named))?;
    let catalogue = state.knowledge.catalogue;
    let place =
        catalogue.fact(&fact.is.name).filter(|it| is_shared(catalogue, *it)).ok_or(Problem::Missing)?;
    let whose = state.home.as_ref().and_then(|home| home.place_of(fact.is.of)).ok_or(Problem::Missing)?;
    Ok((state, fact, Wanted { fact: place, whose }))
}

/// What was sent with the value as it stands, and waits for an answer.
fn sent_with<'a>(desk: &Desk<'a>, fact: &Fact) -> Vec<Thing<'a, Application>> {
    let same = |given: &Given| (&given.name, given.of) == (&fact.name, fact.of);
    let sent = desk.view.sees().all::<Application>();
    sent.filter(|it| it.is.stage().waits() && it.is.facts.iter().any(same)).collect()
}

fn form(
    desk: &Desk<'_>,
    state: &State,
    fact: &Thing<'_, Fact>,
    one: Wanted,
    filled: &Filled,
    errors: &Errors,
) -> Markup {
    let (call, say) = (desk.call, desk.call.say());
    let base = desk.base.path();
    let at = Seen::of(call, state);
    let known = state.knowledge.catalogue.fact_at(one.fact);
    let text = known.question.as_ref().unwrap_or(&known.label).say(language(call.lang));
    let label = match at.whose(one.whose) {
        Some(who) => html! { (who) ": " (text) },
        None => html! { (text) },
    };
    let sent = sent_with(desk, fact.is);
    let drafts: Vec<_> = prepared(desk, state).into_iter().filter(|it| it.needs.contains(&one)).collect();
    let had = fact.is.value.is_some();
    let history = desk.view.sees().versions(fact.id());
    let query = show::query(desk, state);
    html! {
        (errors.summary(call))
        (desk.crumbs(&[(format!("{base}/opplysninger{query}"), say.say("once-facts").into_owned())], &say.say("once-change")))
        h1 { (say.say("once-change")) }
        (super::guide::posted(call, state, &format!("{base}/opplysninger/{}", fact.id()), "v-skjema", html! {
            (seen(fact.id(), fact.entry.version))
            section.v-kort { (questions::field(&at, one, &label, true, filled, errors)) }
            @if had && !drafts.is_empty() {
                section.v-kort {
                    fieldset.ds-fieldset {
                        legend.ds-label { (say.say("once-follow")) }
                        div.v-dus { (say.say("once-follow-hint")) }
                        @for it in &drafts {
                            @let id = format!("f-{}", it.draft.id());
                            div.ds-field {
                                input.ds-input type="checkbox" name="folger" value=(it.draft.id()) id=(id) checked[!filled.has("spurt") || filled.chose("folger", &it.draft.id().to_string())];
                                label for=(id) { (show::title(desk, it.draft.is)) }
                            }
                        }
                    }
                }
            }
            @if had && !sent.is_empty() {
                section.v-kort.v-kort--dus {
                    h2 { (say.say("once-already-sent")) }
                    p { (say.say("once-already-sent-text")) }
                    ul { @for it in &sent { li { a href={ (base) "/soknader/" (it.id()) } { (show::title(desk, it.is)) } " · " (show::receiver(desk, it.is)) } } }
                }
            }
            input type="hidden" name="spurt" value=(code(state.knowledge.catalogue, one));
            div.v-knapper {
                button.ds-button { (say.say("once-save")) }
                a.ds-button data-variant="tertiary" href={ (base) "/opplysninger" (query) } { (say.say("once-never-mind")) }
            }
        }))
        section.v-kort.v-kort--dus {
            h2 { (say.say("once-history")) }
            ul {
                @for entry in history.iter().rev() {
                    @if let Some(old) = Fact::of(&entry.payload) {
                        li {
                            @match &old.value {
                                Some(value) => (show::stored(call, state.knowledge.catalogue, &old.name, value)),
                                None => (say.say("once-no-answer")),
                            }
                            span.v-kilde { (desk.who.author(&entry.author)) ", " (dates::instant(say, entry.at, call.today())) }
                        }
                    }
                }
            }
            p.v-dus { (crate::plan::bits::audience(desk, fact.entry)) }
        }
    }
}

/// Puts it right.
pub async fn change(place: Place, sent: FormOf) -> Answered {
    let view = place.view_of_form(&sent, "facts").await?;
    let desk = Desk::new(&sent.call, place.base, &view);
    let call = &sent.call;
    let (state, fact, one) = found(&desk, place.thing()?, sent.filled.parse(super::ADULT))?;
    let catalogue = state.knowledge.catalogue;
    let home = state.home.clone().ok_or(Problem::Missing)?;
    let name = code(catalogue, one);
    let known = catalogue.fact_at(one.fact);
    let mut errors = Errors::none();
    let text = sent.filled.text(&name);
    let asked_for = sent.filled.many("spurt").into_iter().filter_map(|it| wanted(catalogue, it)).next();
    if asked_for != Some(one) {
        return Err(Problem::Unreadable.into());
    }
    let value = match text.as_str() {
        "" => {
            errors.add(&name, call.t("once-error-value"));
            None
        }
        "vet" => None,
        text => questions::read(call, text, &known.kind, &known.unit)
            .map_err(|key| errors.add(&name, call.t(key)))
            .ok(),
    };
    if sent.filled.seen() != Some((fact.id(), fact.entry.version)) {
        errors.add("", call.t("refusal-stale"));
    }
    if errors.is_empty() {
        let told = super::guide::fact(call, &state, &home, one, value.as_ref(), FactWay::Corrected)
            .ok_or(Problem::Missing)?;
        let keep = kept(&desk, &state, fact.is, one, &sent.filled);
        match sent.act(view.family(), Command::Tell { facts: vec![told], keep }).await? {
            Done::Yes(_) => {
                let back = format!("{}/opplysninger{}", desk.base.path(), show::query(&desk, &state));
                return Ok(Redirect::to(&done_url(&back, "once-changed")).into_response());
            }
            Done::Mend(found) => errors = found,
            Done::Stale => errors.add("", call.t("refusal-stale")),
        }
    }
    let content = form(&desk, &state, &fact, one, &sent.filled, &errors);
    let page = desk.page(call.t("once-change")).narrow().at(menu(call)).failed();
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page.show(call, content)).into_response())
}

/// The drafts that shall not follow, each with the value that it keeps.
fn kept(desk: &Desk<'_>, state: &State, fact: &Fact, one: Wanted, filled: &Filled) -> Vec<(ThingId, Given)> {
    let Some(value) = fact.value.clone() else { return Vec::new() };
    let follows: Vec<ThingId> = filled.parse_many("folger");
    let given =
        Given { name: fact.name.clone(), of: fact.of, value, on: fact.on, source: fact.source.clone() };
    let drafts = prepared(desk, state).into_iter().filter(|it| it.needs.contains(&one));
    let left = drafts.map(|it| it.draft.id()).filter(|draft| !follows.contains(draft));
    left.map(|draft| (draft, given.clone())).collect()
}
