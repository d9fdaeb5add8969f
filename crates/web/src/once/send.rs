//! Looking over exactly what goes to whom, and sending it once.

use super::draft::{Prepared, prepared};
use super::known::Home;
use super::terms::counted;
use super::{letter, menu, show, state};
use crate::frame::act::{Done, done_url};
use crate::frame::form::{Errors, FormOf};
use crate::frame::parts::icon;
use crate::frame::{Call, Problem};
use crate::guide::{Seen, State, language};
use crate::plan::place::{Answered, Desk, Place};
use access::terms::{
    Application, Applying, Command, Decision, DecisionKind, Fact, FactWay, Kind, Person, Receiver, Sending,
};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use maud::{Markup, html};
use rights::Wanted;
use rights::answer::Status;
use rights::catalogue::Automation;

/// The page.
pub async fn show(place: Place, call: Call) -> Answered {
    let view = place.view(&call, "apply").await?;
    let desk = Desk::new(&call, place.base, &view);
    let state = state(&desk, None)?;
    if prepared(&desk, &state).is_empty() {
        return Ok(Redirect::to("/min/soknader").into_response());
    }
    let content = page(&desk, &state, &Errors::none());
    Ok(desk.page(call.t("once-review")).at(menu(&call)).show(&call, content).into_response())
}

fn page(desk: &Desk<'_>, state: &State, errors: &Errors) -> Markup {
    let (call, say) = (desk.call, desk.call.say());
    let all = prepared(desk, state);
    let Some(home) = &state.home else { return html! {} };
    let (name, phone) = applicant(desk, home);
    html! {
        (errors.summary(call))
        (desk.crumbs(&[
            ("/min/soknader".to_owned(), say.say("once-applications").into_owned()),
            ("/min/soknader/skjema".to_owned(), say.say("once-form").into_owned()),
        ], &say.say("once-review")))
        div.v-hode { div {
            h1 { (say.say("once-review-heading")) }
            p.v-ingress { (say.with("once-review-lead", [("count", all.len().into())])) }
        } }
        ol.v-steglinje {
            li data-naar="gjort" { (say.say("once-part-1")) }
            li aria-current="step" { (say.say("once-part-2")) }
            li { (say.say("once-part-3")) }
        }
        @for one in &all { (letter(desk, state, home, one, &name, &phone)) }
        (super::guide::posted(call, state, "/min/soknader/send", "v-skjema", html! {
            @for one in &all { input type="hidden" name={ "sett-" (one.draft.id()) } value=(one.draft.entry.version); }
            p { (say.say("once-send-note")) }
            div.v-knapper {
                button.ds-button { (icon("send")) (say.with("once-send", [("count", all.len().into())])) }
                a.ds-button data-variant="secondary" href="/min/soknader/skjema" { (say.say("once-back-form")) }
            }
        }))
    }
}

/// Who applies, and how that person is reached.
pub fn applicant(desk: &Desk<'_>, home: &Home) -> (String, String) {
    let me: Option<&Person> = desk.view.sees().person(home.adult);
    let phone = me.and_then(|me| me.phone.clone()).unwrap_or_default();
    (me.map_or_else(|| home.given.clone(), Person::full_name), phone)
}

/// One application, as its receiver gets it.
fn letter(
    desk: &Desk<'_>,
    state: &State,
    home: &Home,
    one: &Prepared<'_>,
    name: &str,
    phone: &str,
) -> Markup {
    let (call, say, catalogue) = (desk.call, desk.call.say(), state.knowledge.catalogue);
    let directory = call.house.gate.directory();
    let here = directory.receiver(&one.right.id, call.today());
    let missing = one.missing(state);
    let term = one.right.answer_deadline.text.as_ref().map(|text| text.say(language(call.lang)));
    let automatic = here.and_then(|_| yes_at_once(desk, state, one));
    html! {
        section.v-kort {
            h2 { (show::title(desk, one.draft.is)) }
            p {
                (say.say("once-goes-to")) " "
                b { (here.map_or_else(|| show::authority(call, &one.right.id), |(service, _)| service.name.clone())) }
            }
            @if here.is_none() { p.v-trygt { span { (icon("info")) " " (say.say("once-deliver-yourself")) } } }
            @if automatic.is_some() { p.v-trygt { span { (icon("hake")) " " (say.say("once-automatic-soon")) } } }
            dl.v-forhand {
                div { dt { (say.say("once-from")) } dd { (name) @if !phone.is_empty() { ", " (phone) } } }
                @if let Some(child) = one.draft.is.child { div { dt { (say.say("once-for")) } dd { (desk.who.person(child)) } } }
                @for row in letter::facts(desk, &one.given(catalogue, home)) {
                    div { dt { (row.label) } dd { (row.value) span.v-kilde { (row.source) } } }
                }
                @if !one.draft.is.words.is_empty() { div { dt { (say.say("once-own-words")) } dd { (one.draft.is.words) } } }
            }
            @if !missing.is_empty() {
                p.v-dus {
                    (say.say("once-without")) " "
                    (crate::frame::parts::listed(call, &labels(call, state, &missing)))
                }
            }
            @if !one.right.documents.is_empty() {
                p.v-dus { (say.say("once-documents")) }
                ul { @for document in &one.right.documents { li { (document.say(language(call.lang))) } } }
            }
            @if let Some(term) = term { p.v-dus { (say.say("guide-more-time")) ": " (catalogue.on(call.today()).text(term, language(call.lang))) } }
        }
    }
}

fn labels(call: &Call, state: &State, all: &[Wanted]) -> Vec<String> {
    let catalogue = state.knowledge.catalogue;
    let mut names: Vec<String> = Vec::new();
    for one in all {
        let name = show::label(call, catalogue, &catalogue.fact_at(one.fact).name).to_lowercase();
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// The yes that a machine may give at once: the municipality has switched it on, the right is objective, and the rules
/// say yes on what is sent. Anything else goes to a person.
fn yes_at_once(desk: &Desk<'_>, state: &State, one: &Prepared<'_>) -> Option<Decision> {
    let call = desk.call;
    let today = call.today();
    let directory = call.house.gate.directory();
    let on = directory.automatic(&one.right.id, today)?;
    if one.right.automation != Automation::Objective || !one.right.objective {
        return None;
    }
    // The machine reads the very facts that are sent, and what the municipality has set; nothing behind them.
    let home = state.home.as_ref()?;
    let given = one.given(state.knowledge.catalogue, home);
    let found = ruled(call, one.draft.is, &given)?;
    if found.status != Status::Entitled {
        return None;
    }
    let term = one.right.complaint.term.as_ref();
    Some(Decision {
        on: today,
        verdict: DecisionKind::Granted,
        words: found.why,
        amount: found.amount,
        from: Some(today),
        until: None,
        complain_by: term.map(|term| counted(today, term)),
        automatic: Some(on.basis.clone()),
        rule: found.rule,
    })
}

/// What the rules of today say about an application, on the facts that were sent with it and no others.
pub struct Ruled {
    /// What they say.
    pub status: Status,
    /// Why, in one sentence.
    pub why: String,
    /// What it comes to, in words; empty when that is not computed.
    pub amount: String,
    /// The version of the rule: its first day.
    pub rule: Option<jiff::civil::Date>,
    /// What is missing before they say anything, in words.
    pub missing: Vec<String>,
}

/// Evaluates an application on its own facts.
pub fn ruled(call: &Call, application: &Application, given: &[access::terms::Given]) -> Option<Ruled> {
    let knowledge = call.house.rights;
    let catalogue = knowledge.catalogue;
    let right = catalogue.right(&application.right)?;
    let directory = call.house.gate.directory();
    let home = Home::of_given(catalogue, application, given, directory.sets(), call.today());
    let mut state = home.state(knowledge);
    state.only = Some(right);
    let seen = Seen::of(call, &state);
    let answer = seen.answers.list.first()?;
    let amount = answer.amount.map(|amount| crate::guide::card::amount(&seen, right, amount));
    let rule = answer.rule.and_then(|place| catalogue.rights[right].rules.get(place)).map(|rule| rule.from);
    Some(Ruled {
        status: answer.status,
        why: crate::guide::reason::sentence(&seen, answer),
        amount: amount.unwrap_or_default(),
        rule,
        missing: labels(call, &state, &answer.missing),
    })
}

/// How many of the facts that are sent were asked for in a form, and how many were known without.
fn asked_and_reused(desk: &Desk<'_>, home: &Home, one: &Prepared<'_>) -> (u16, u16) {
    let sees = desk.view.sees();
    let born = sees.versions(one.draft.id()).first().map(|entry| entry.seq).unwrap_or_default();
    let known = one.needs.iter().filter_map(|wanted| home.facts.get(wanted));
    let asked = known.clone().filter(|known| match known.from {
        super::known::Source::Told(thing, _) => {
            let first = sees.versions(thing).first().copied();
            first.is_some_and(|first| {
                let way = Fact::of(&first.payload).map(|fact| fact.way);
                first.seq > born && way == Some(FactWay::Asked)
            })
        }
        _ => false,
    });
    let (asked, all) = (asked.count(), known.count());
    let small = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
    (small(asked), small(all - asked))
}

/// Sends all of them at once.
pub async fn send(place: Place, sent: FormOf) -> Answered {
    let view = place.view_of_form(&sent, "apply").await?;
    let desk = Desk::new(&sent.call, place.base, &view);
    let call = &sent.call;
    let state = state(&desk, None)?;
    let home = state.home.clone().ok_or(Problem::Missing)?;
    let catalogue = state.knowledge.catalogue;
    let directory = call.house.gate.directory();
    let (_, phone) = applicant(&desk, &home);
    let mut sendings = Vec::new();
    for one in prepared(&desk, &state) {
        // Only what stood on the page that was looked over: a draft made since waits for its own look.
        let Some(version) = sent.filled.parse(&format!("sett-{}", one.draft.id())) else { continue };
        let here = directory.receiver(&one.right.id, call.today());
        let (asked, reused) = asked_and_reused(&desk, &home, &one);
        sendings.push(Sending {
            application: (one.draft.id(), version),
            facts: one.given(catalogue, &home),
            receiver: here.map(|(service, helper)| Receiver { service: service.id, helper: helper.id }),
            phone: phone.clone(),
            answer_by: one.right.answer_deadline.term.as_ref().map(|term| counted(call.today(), term)),
            asked,
            reused,
            decision: here.and_then(|_| yes_at_once(&desk, &state, &one)),
        });
    }
    let mut errors = Errors::none();
    if sendings.is_empty() {
        return Ok(Redirect::to("/min/soknader").into_response());
    }
    match sent.act(view.family(), Command::Apply(Applying::Send(sendings))).await? {
        Done::Yes(_) => {
            return Ok(Redirect::to(&done_url("/min/soknader", "once-sent")).into_response());
        }
        Done::Mend(found) => errors = errors.and(found),
        Done::Stale => errors.add("", call.t("refusal-stale")),
    }
    let content = page(&desk, &state, &errors);
    let page = desk.page(call.t("once-review")).at(menu(call)).failed();
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page.show(call, content)).into_response())
}
