//! Asking a helper about something that nobody owns, in one step from the workbench; and the list of whom to ask.

use super::bench;
use super::reasons::{clip, phrase};
use super::standing::actions_for;
use crate::family::base;
use crate::frame::act::{Done, done_url};
use crate::frame::form::{Errors, Filled, FormOf};
use crate::frame::parts::Asked;
use crate::frame::vouching::beside_name;
use crate::frame::{Call, Problem};
use access::terms::{
    Action, ActionStatus, ActorId, Command, FamilyId, Kind, Need, Owner, Request, Role, ServiceId, Thing,
    ThingId, team, working_days_after,
};
use access::{Directory, Helper, Key, View};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use maud::{Markup, html};

/// Whom something is asked of: oneself, or a helper in a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whom {
    /// The coordinator takes it.
    Myself,
    /// A helper, volunteer or coordinator.
    Helper(ActorId, ServiceId),
}

impl Whom {
    /// Reads a choice of [`helper_options`]; only those who can be asked today.
    pub fn read(call: &Call, text: &str) -> Option<Self> {
        if text == "meg" {
            return Some(Whom::Myself);
        }
        let (actor, service) = text.split_once('.')?;
        let (actor, service) = (actor.parse().ok()?, service.parse().ok()?);
        let known = call.house.gate.directory().asked_in(actor, service, call.today()).is_some();
        known.then_some(Whom::Helper(actor, service))
    }
}

/// The choice that leads to the page with everybody who can be asked.
pub const SOMEBODY_ELSE: &str = "annen";

/// Those around the family who can be asked today, as options of a `select`. A list of the whole municipality in
/// each row would be long for the reader and heavy for the phone.
pub fn team_options(call: &Call, directory: &Directory, view: &View) -> Markup {
    let today = call.today();
    let mut around: Vec<(&Helper, ServiceId)> = team(&view.sees(), today)
        .into_iter()
        .filter_map(|member| {
            let helper = directory.asked_in(member.helper, member.service, today)?;
            Some((helper, member.service))
        })
        .collect();
    around.sort_by(|one, other| one.0.name.cmp(&other.0.name));
    html! {
        @if !around.is_empty() {
            optgroup label=(call.t("workbench-team")) {
                @for (helper, service) in around {
                    (helper_option(call, helper, service, None))
                }
            }
        }
    }
}

/// Everybody who can be asked, grouped by service, as options of a `select`.
pub fn helper_options(call: &Call, chosen: Option<&str>) -> Markup {
    let directory = call.house.gate.directory();
    let mut askable = directory.askable(call.today());
    let name = |service: ServiceId| directory.service(service).map_or("", |service| service.name.as_str());
    askable.sort_by(|one, other| name(one.1.service).cmp(name(other.1.service)));
    html! {
        @for group in askable.chunk_by(|one, other| one.1.service == other.1.service) {
            optgroup label=(name(group[0].1.service)) {
                @for (helper, assignment) in group {
                    (helper_option(call, helper, assignment.service, chosen))
                }
            }
        }
    }
}

fn helper_option(call: &Call, helper: &Helper, service: ServiceId, chosen: Option<&str>) -> Markup {
    let value = format!("{}.{service}", helper.id);
    let vouched = beside_name(call, helper, service);
    html! {
        option value=(value) selected[chosen == Some(value.as_str())] {
            (helper.name) @if !helper.title.is_empty() { ", " (helper.title) } @if !vouched.is_empty() { " – " (vouched) }
        }
    }
}

/// The field `to`, with everybody who can be asked.
pub fn helper_field(call: &Call, label: &str, filled: &Filled, errors: &Errors) -> Markup {
    let wrong = errors.at("to");
    let chosen = Some(filled.raw("to")).filter(|to| !to.is_empty());
    html! {
        div.ds-field {
            label for="to" { (label) }
            @if let Some(text) = wrong { div.ds-validation-message id="to-feil" { (text) } }
            select.ds-input id="to" name="to" aria-invalid=[wrong.map(|_| "true")] aria-describedby=[wrong.map(|_| "to-feil")] {
                option value="" { (call.t("workbench-choose")) }
                (helper_options(call, chosen))
            }
        }
    }
}

/// What an action or a need says, as a part of a sentence.
pub fn words_of(view: &View, thing: ThingId) -> String {
    let sees = view.sees();
    let action = sees.find::<Action>(thing).map(|action| action.is.words.as_str());
    action
        .or_else(|| sees.find::<Need>(thing).map(|need| need.is.words.as_str()))
        .map(phrase)
        .unwrap_or_default()
}

/// The question that is asked when the coordinator writes no other.
pub fn question(call: &Call, words: &str) -> String {
    let mut letters = words.chars();
    let lower: String = letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect();
    call.say().with("workbench-question", [("words", clip(&lower).into())]).into_owned()
}

/// When an answer is due unless the coordinator says another day.
pub fn usual_deadline(call: &Call) -> Date {
    working_days_after(call.today(), call.house.gate.limits(&call.visit).request_working_days)
}

/// The action that a question about a thing is asked for: the action itself, or a new one that meets a need.
pub async fn action_for(form: &FormOf, view: &View, thing: ThingId) -> Result<Option<ThingId>, Problem> {
    if view.sees().find::<Action>(thing).is_some() {
        return Ok(Some(thing));
    }
    let need = view.sees().find::<Need>(thing).ok_or(Problem::Missing)?;
    // An action that meets the need and has nobody yet is the one to ask about.
    if let Some(action) = actions_for(view, thing.into()).find(|action| action.is.owner.is_none()) {
        return Ok(Some(action.id()));
    }
    let action = Action {
        words: need.is.words.clone(),
        goal: None,
        need: Some(thing.into()),
        owner: None,
        service: None,
        due: None,
        horizon: need.is.horizon,
        status: ActionStatus::Proposed,
        accepted_by: None,
        accepted_how: String::new(),
        outcome: String::new(),
    };
    let command = Command::Write {
        replaces: None,
        payload: action.wrap(),
        subjects: need.entry.subjects.clone(),
        audience: need.entry.audience.clone(),
    };
    // The two writes of one form are told apart by their keys, so that sending it again repeats neither.
    let key = Key { key: format!("{}-tiltak", form.key.key), ..form.key.clone() };
    let acted = form.call.house.gate.act(&form.call.visit, view.family(), command, key).await?;
    Ok(Some(acted.thing))
}

/// The command by which the coordinator takes something without an owner.
pub fn take(call: &Call, view: &View, thing: ThingId, seen: Option<u32>) -> Result<Command, Problem> {
    let me = Some(Owner::Helper(call.visit.actor));
    let sees = view.sees();
    if let Some(action) = sees.find::<Action>(thing) {
        let payload = Action { owner: me, service: call.visit.service, ..action.is.clone() }.wrap();
        return Ok(rewrite(&action, seen, payload));
    }
    let need = sees.find::<Need>(thing).ok_or(Problem::Missing)?;
    Ok(rewrite(&need, seen, Need { owner: me, ..need.is.clone() }.wrap()))
}

/// A new version of a thing for the same people.
pub fn rewrite<K>(thing: &Thing<'_, K>, seen: Option<u32>, payload: access::terms::Payload) -> Command {
    Command::Write {
        replaces: Some((thing.id(), seen.unwrap_or(thing.entry.version))),
        payload,
        subjects: thing.entry.subjects.clone(),
        audience: thing.entry.audience.clone(),
    }
}

/// A question to a helper.
pub struct Question {
    /// Who, in which service.
    pub to: (ActorId, ServiceId),
    /// The question.
    pub question: String,
    /// Why.
    pub why: String,
    /// The action that it is about.
    pub action: Option<ThingId>,
    /// When the answer is due.
    pub reply_by: Date,
}

impl Question {
    /// The command that asks it.
    pub fn command(self, call: &Call) -> Command {
        Command::Ask(Request {
            to: self.to.0,
            service: self.to.1,
            by: call.visit.actor,
            question: self.question,
            why: self.why,
            action: self.action.map(Into::into),
            reply_by: self.reply_by,
            answer: None,
            withdrawn: None,
        })
    }
}

/// «Spør» in a row of the workbench: whom alone is chosen; the question follows from the action.
pub(super) async fn from_workbench(form: FormOf) -> Result<Response, Problem> {
    let call = &form.call;
    call.only(&[Role::Coordinator])?;
    let family: FamilyId = form.filled.parse("familie").ok_or(Problem::Missing)?;
    let thing: ThingId = form.filled.parse("tiltak").ok_or(Problem::Missing)?;
    let view = call.house.gate.view(&call.visit, family, "ask").await?;
    if view.standing().holds.is_none() || words_of(&view, thing).is_empty() {
        return Err(Problem::Missing);
    }
    if form.filled.raw("hvem") == SOMEBODY_ELSE {
        return Ok(Redirect::to(&format!("{}/spor/{thing}", base(family))).into_response());
    }
    let (outcome, code) = match Whom::read(call, form.filled.raw("hvem")) {
        None => return again(call, thing, call.t("workbench-choose-somebody").into_owned()).await,
        Some(Whom::Myself) => (form.act(family, take(call, &view, thing, None)?).await?, "workbench-taken"),
        Some(Whom::Helper(actor, service)) => {
            let question = Question {
                to: (actor, service),
                question: question(call, &words_of(&view, thing)),
                why: String::new(),
                action: action_for(&form, &view, thing).await?,
                reply_by: usual_deadline(call),
            };
            (form.act(family, question.command(call)).await?, "workbench-asked")
        }
    };
    match outcome {
        Done::Yes(_) => Ok(Redirect::to(&done_url("/arbeid", code)).into_response()),
        Done::Mend(errors) => again(call, thing, errors.first().to_owned()).await,
        Done::Stale => again(call, thing, call.t("refusal-stale").into_owned()).await,
    }
}

async fn again(call: &Call, thing: ThingId, text: String) -> Result<Response, Problem> {
    let page = bench::show(call, &Asked::default(), Some((thing, text))).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}
