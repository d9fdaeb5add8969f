//! Answering what somebody in the family said, what a helper asked back, or what was answered to a meeting.
//! What is said goes into the plan from here, when that is what was decided.

use super::head::{below, single};
use super::meeting::outcome_tag;
use super::{Place, conflict, log};
use crate::frame::act::{Done, done_url};
use crate::frame::form::{Errors, Filled, FormOf};
use crate::frame::parts::{Asked, AskedQuery, Field, done, form, icon, own_words};
use crate::frame::{Call, Problem, Shown, Who, dates};
use crate::plan::notes;
use crate::workbench::standing::said;
use access::terms::{
    Audience, Command, Generation, Goal, Horizon, Kind, LookedOn, Merge, Need, Outcome, Payload, PersonId,
    Reply, Request, RequestAnswer, Role, ThingId, Voice,
};
use access::{Key, View};
use axum::extract::Query;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

/// What is answered: the words, who said them, and when.
struct Said {
    thing: ThingId,
    words: String,
    who: String,
    at: jiff::Timestamp,
    /// In the family, so that what was said can go into the plan.
    person: Option<PersonId>,
    /// The family's own words look like themselves; a helper's question looks like a question.
    own: bool,
    /// The line of the log that it asks about.
    look: Option<LookedOn>,
}

impl Said {
    fn find(call: &Call, view: &View, thing: ThingId) -> Option<Self> {
        let sees = view.sees();
        let entry = sees.versions(thing).last().copied()?;
        let name = Who::new(call, view);
        let look = match &entry.payload {
            Payload::Voice(voice) => voice.look,
            _ => None,
        };
        let (words, person) = match &entry.payload {
            Payload::Voice(Voice { words, who, .. }) => (words.clone(), Some(*who)),
            Payload::Merge(Merge { .. }) | Payload::Reply(Reply { .. }) => {
                (said(view, thing).unwrap_or_default().to_owned(), None)
            }
            Payload::Request(Request { answer: Some(RequestAnswer::AskBack { words, .. }), .. }) => {
                (words.clone(), None)
            }
            _ => return None,
        };
        let who = person.map_or_else(|| name.author(&entry.author), |person| name.person(person));
        let own = entry.author.role == Role::Citizen || person.is_some();
        Some(Self { thing, words, who, at: entry.at, person, own, look })
    }
}

pub(super) async fn page(call: Call, place: Place, Query(asked): AskedQuery) -> Result<Shown, Problem> {
    let view = place.held(&call, "reply").await?;
    let said = Said::find(&call, &view, place.thing()?).ok_or(Problem::Missing)?;
    let filled = Filled::empty().set("outcome", Outcome::Answered.code());
    Ok(content(&call, &view, &asked, &said, &filled, &Errors::none()))
}

fn content(call: &Call, view: &View, asked: &Asked, said: &Said, filled: &Filled, errors: &Errors) -> Shown {
    let say = call.say();
    let heading = say.with("family-reply-to", [("who", said.who.clone().into())]);
    let when = dates::instant(say, said.at, call.today());
    let replies: Vec<_> = view.sees().all::<Reply>().filter(|reply| reply.is.to == said.thing).collect();
    let body = html! {
        (done(call, asked))
        (errors.summary(call))
        (below(call, view, &heading, None))
        section class=(if said.own { "v-kort v-kort--lyng" } else { "v-kort" }) {
            @if let Some(about) = notes::about(call, view, said.thing) { p { (about) } }
            @if let Some(look) = said.look { p { (log::about(call, view, look)) } }
            @if said.own {
                (own_words(&said.words, &format!("{}, {when}", said.who)))
            } @else {
                p.v-dus { (said.who) ", " (when) }
                h2.v-boble.v-boble--sporsmal { (said.words) }
            }
            (super::readers::link(call, view, said.thing))
        }
        @if !replies.is_empty() {
            section.v-kort {
                h2 { (say.say("family-replies")) }
                div.v-linjer {
                    @for reply in &replies {
                        div {
                            (outcome_tag(call, reply.is.outcome))
                            p { (reply.is.words) }
                            p.v-dus.v-liten { (Who::new(call, view).author(&reply.entry.author)) ", " (dates::instant(say, reply.entry.at, call.today())) }
                        }
                    }
                }
            }
        }
        section.v-kort {
            h2 { (say.say("family-reply-write")) }
            (fields(call, view, said, filled, errors))
        }
    };
    single(call, &say.say("family-reply"), !errors.is_empty(), body)
}

fn fields(call: &Call, view: &View, said: &Said, filled: &Filled, errors: &Errors) -> Markup {
    let say = call.say();
    let action = format!("{}/svar/{}", super::base(view.family()), said.thing);
    let choice = |outcome: Outcome| {
        let code = outcome.code();
        (code.to_owned(), say.say(&format!("family-decide-{code}")).into_owned(), None)
    };
    // Only what somebody in the family said can go into the plan.
    let mut outcomes = vec![choice(Outcome::Answered), choice(Outcome::Yes), choice(Outcome::No)];
    if said.person.is_some() {
        outcomes.push(choice(Outcome::Planned));
    }
    html! {
        (form(call, &action, "v-skjema", html! {
            (Field::new("words", say.say("family-reply-words")).hint(say.with("family-reply-hint", [("who", said.who.clone().into())])).area(call, filled, errors, 4))
            (Field::new("outcome", say.say("family-reply-outcome")).choices(call, filled, errors, "radio", &outcomes))
            @if let Some(person) = said.person { (into_plan(call, view, person, filled, errors)) }
            div.v-knapper { button.ds-button { (icon("send")) (say.say("family-reply-send")) } }
        }))
    }
}

/// What goes into the plan, when that is what was decided.
fn into_plan(call: &Call, view: &View, person: PersonId, filled: &Filled, errors: &Errors) -> Markup {
    let say = call.say();
    let choice = |value: &str, key: &str| (value.to_owned(), say.say(key).into_owned(), None);
    let kinds = [
        choice("need", "family-plan-need"),
        choice("acute", "family-plan-acute"),
        choice("goal", "family-plan-goal"),
    ];
    let who = Who::new(call, view).person(person);
    let guarded = is_child(view, person);
    let readers =
        [choice("own", "family-plan-own"), choice("all", "family-plan-all")].map(|(value, _, hint)| {
            let key = if value == "own" { "family-plan-own" } else { "family-plan-all" };
            (value, say.with(key, [("who", who.clone().into())]).into_owned(), hint)
        });
    let filled = if filled.has("plan") || filled.has("readers") {
        filled.clone()
    } else {
        filled.clone().set("plan", "need").set("readers", if guarded { "own" } else { "all" })
    };
    html! {
        details.ds-details.v-boks open[filled.chose("outcome", Outcome::Planned.code())] {
            summary { (say.say("family-plan-what")) }
            div.v-skjema.v-skjema--tett {
                (Field::new("plan", say.say("family-plan-as")).choices(call, &filled, errors, "radio", &kinds))
                (Field::new("plan_words", say.say("family-plan-words")).hint(say.with("family-plan-words-hint", [("who", who.clone().into())])).area(call, &filled, errors, 2))
                (Field::new("readers", say.say("family-plan-readers")).choices(call, &filled, errors, "radio", &readers))
            }
        }
    }
}

fn is_child(view: &View, person: PersonId) -> bool {
    view.sees().person(person).is_some_and(|person| person.generation == Generation::Child)
}

/// Longest text, in letters; checked here too, so that nothing goes into the plan without its reply.
const LONGEST: usize = 4000;

pub(super) async fn save(place: Place, form: FormOf) -> Result<Response, Problem> {
    let call = &form.call;
    let view = place.held(call, "reply").await?;
    let said = Said::find(call, &view, place.thing()?).ok_or(Problem::Missing)?;
    let mut errors = Errors::none();
    let words = form.filled.text("words");
    let outcome = Outcome::from_code(form.filled.raw("outcome"));
    match outcome {
        None => errors.add("outcome", call.t("form-choice")),
        Some(Outcome::Planned) if said.person.is_none() => errors.add("outcome", call.t("form-choice")),
        Some(Outcome::Yes) => {}
        Some(Outcome::No) if words.is_empty() => errors.add("words", call.t("family-reply-why-not")),
        Some(_) if words.is_empty() => errors.add("words", call.t("family-reply-empty")),
        Some(_) => {}
    }
    let planned = outcome.filter(|outcome| *outcome == Outcome::Planned).and(said.person);
    let for_plan = form.filled.text("plan_words");
    if planned.is_some() && for_plan.is_empty() {
        errors.add("plan_words", call.t("family-plan-words-missing"));
    }
    for (field, text) in [("words", &words), ("plan_words", &for_plan)] {
        if text.chars().count() > LONGEST {
            errors.problem(call, field, access::terms::Problem::TooLong(LONGEST));
        }
    }
    if let Some(outcome) = outcome.filter(|_| errors.is_empty()) {
        if let Some(person) = planned {
            plan(&form, &view, &said, person, for_plan).await?;
        }
        let (subjects, audience) = same_readers(&view, said.thing);
        let reply = Reply { to: said.thing, words, outcome };
        let command = Command::Write { replaces: None, payload: reply.wrap(), subjects, audience };
        match form.act(place.family, command).await? {
            Done::Yes(_) => {
                return Ok(Redirect::to(&done_url(&place.base(), "family-replied")).into_response());
            }
            Done::Mend(found) => errors = found,
            Done::Stale => errors.add("", call.t("refusal-stale")),
        }
    }
    Ok(conflict::mend(content(call, &view, &Asked::default(), &said, &form.filled, &errors)))
}

/// An answer is for those who may read what it answers, and nobody else.
fn same_readers(view: &View, thing: ThingId) -> (Vec<PersonId>, Audience) {
    view.sees()
        .versions(thing)
        .last()
        .map_or((Vec::new(), Audience::Ordinary), |entry| (entry.subjects.clone(), entry.audience.clone()))
}

/// Writes the need or goal that came of it. Its readers are chosen: by default a child's words stay between the
/// child and the coordinator, also when they become a part of the plan.
async fn plan(
    form: &FormOf,
    view: &View,
    said: &Said,
    person: PersonId,
    words: String,
) -> Result<(), Problem> {
    let call = &form.call;
    let (_, told) = same_readers(view, said.thing);
    let audience = match (form.filled.raw("readers"), told) {
        ("all", Audience::Coordinator) | ("own", _) => Audience::Coordinator,
        (_, told) => told,
    };
    let payload = match form.filled.raw("plan") {
        "goal" => Goal {
            dream: None,
            words,
            sign: String::new(),
            note: String::new(),
            horizon: Horizon::Acute,
            settled: None,
        }
        .wrap(),
        kind => Need {
            words,
            area: None,
            horizon: if kind == "acute" { Horizon::Acute } else { Horizon::LongTerm },
            owner: None,
            settled: None,
        }
        .wrap(),
    };
    let command = Command::Write { replaces: None, payload, subjects: vec![person], audience };
    // The two writes of one form are told apart by their keys, so that sending it again repeats neither.
    let key = Key { key: format!("{}-plan", form.key.key), ..form.key.clone() };
    call.house.gate.act(&call.visit, view.family(), command, key).await?;
    Ok(())
}
