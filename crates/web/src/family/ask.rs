//! Asking a helper: about an action that needs an owner, a need that nothing is done about, or anything else.
//! Beside the form stands exactly what the helper will see.

use super::conflict;
use super::head::{below, page as frame};
use super::{Place, request};
use crate::frame::act::{Done, done_url};
use crate::frame::form::{Errors, Filled, FormOf, seen};
use crate::frame::parts::{Asked, AskedQuery, Field, done, form, icon, listed};
use crate::frame::{Call, Problem, Shown, Who};
use crate::workbench::asking::{
    Question, Whom, action_for, helper_field, question, take, usual_deadline, words_of,
};
use access::View;
use access::terms::{Action, PersonId, Request, ThingId};
use axum::extract::Query;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use maud::{Markup, html};

/// What a question is about: nothing in particular, or an action or need.
#[derive(Clone, Copy)]
struct About(Option<ThingId>);

impl About {
    fn url(self, place: Place) -> String {
        match self.0 {
            Some(thing) => format!("{}/spor/{thing}", place.base()),
            None => format!("{}/spor", place.base()),
        }
    }

    /// Whom it is about, as far as the helper gets to know.
    fn subjects(self, view: &View) -> Vec<PersonId> {
        let versions = self.0.map(|thing| view.sees().versions(thing)).unwrap_or_default();
        versions.last().map(|entry| entry.subjects.clone()).unwrap_or_default()
    }
}

pub(super) async fn general(call: Call, place: Place, Query(asked): AskedQuery) -> Result<Shown, Problem> {
    let view = place.held(&call, "ask").await?;
    let filled = Filled::empty().set("reply_by", usual_deadline(&call));
    Ok(page(&call, place, &view, About(None), &asked, &filled, &Errors::none(), false))
}

/// About an action or a need; a question that was asked already has its own page here.
pub(super) async fn about(call: Call, place: Place, Query(asked): AskedQuery) -> Result<Shown, Problem> {
    let view = place.held(&call, "ask").await?;
    let thing = place.thing()?;
    if let Some(found) = view.sees().find::<Request>(thing) {
        return Ok(request::page(&call, &view, &asked, &found, &Filled::empty(), &Errors::none()));
    }
    let words = words_of(&view, thing);
    if words.is_empty() {
        return Err(Problem::Missing);
    }
    let filled =
        Filled::empty().set("question", question(&call, &words)).set("reply_by", usual_deadline(&call));
    Ok(page(&call, place, &view, About(Some(thing)), &asked, &filled, &Errors::none(), false))
}

/// `look` shows the question as the helper will see it, above the form.
#[expect(clippy::too_many_arguments, reason = "a page with one form, shown anew with what it was sent with")]
fn page(
    call: &Call,
    place: Place,
    view: &View,
    about: About,
    asked: &Asked,
    filled: &Filled,
    errors: &Errors,
    look: bool,
) -> Shown {
    let say = call.say();
    let words = about.0.map(|thing| words_of(view, thing)).unwrap_or_default();
    let lead = (!words.is_empty())
        .then(|| say.with("family-ask-about", [("words", words.clone().into())]).into_owned());
    let body = html! {
        (done(call, asked))
        (errors.summary(call))
        (below(call, view, &say.say("family-ask"), lead.as_deref()))
        @if look { (as_seen(call, view, about, filled)) }
        div.v-to {
            div.v-stabel {
                section.v-kort { (fields(call, place, about, filled, errors)) }
                @if about.0.is_none() { (request::list(call, view)) }
            }
            div.v-stabel {
                @if let Some(thing) = about.0 { (myself(call, place, view, thing, &words)) }
                (will_see(call, view, about))
            }
        }
    };
    frame(call, &say.say("family-ask"), !errors.is_empty(), body)
}

fn fields(call: &Call, place: Place, about: About, filled: &Filled, errors: &Errors) -> Markup {
    let say = call.say();
    html! {
        (form(call, &about.url(place), "v-skjema", html! {
            (helper_field(call, &say.say("family-ask-to"), filled, errors))
            (Field::new("question", say.say("family-ask-question")).hint(say.say("family-ask-question-hint")).area(call, filled, errors, 3))
            (Field::new("why", say.say("family-ask-why")).hint(say.say("family-ask-why-hint")).optional().area(call, filled, errors, 3))
            (Field::new("reply_by", say.say("family-ask-by")).hint(say.say("family-ask-by-hint")).day(call, filled, errors))
            div.v-knapper {
                button.ds-button { (icon("send")) (say.say("family-ask-send")) }
                button.ds-button data-variant="secondary" name="look" value="1" { (icon("ser")) (say.say("family-ask-look")) }
            }
        }))
    }
}

/// What the helper will see, and what not.
fn will_see(call: &Call, view: &View, about: About) -> Markup {
    let say = call.say();
    let who = Who::new(call, view);
    let names: Vec<String> = about.subjects(view).iter().map(|person| who.person(*person)).collect();
    html! {
        section.v-kort.v-kort--dus {
            h2 { (say.say("family-sees")) }
            ul.v-ikonliste {
                li { (icon("ser")) span { (say.say("family-sees-question")) } }
                li { (icon("ser")) span { (say.with("family-sees-family", [("name", view.family_name().unwrap_or("…").to_owned().into())])) } }
                @if !names.is_empty() {
                    li { (icon("ser")) span { (say.with("family-sees-names", [("names", listed(call, &names).into())])) } }
                }
                li { (icon("ser")) span { (say.say("family-sees-you")) } }
                li { (icon("serikke")) span { (say.say("family-sees-not")) } }
            }
            p.v-dus.v-liten { (say.say("family-sees-more")) }
        }
    }
}

/// The question as it will stand before the helper.
fn as_seen(call: &Call, view: &View, about: About, filled: &Filled) -> Markup {
    let say = call.say();
    let who = Who::new(call, view);
    let names: Vec<String> = about.subjects(view).iter().map(|person| who.person(*person)).collect();
    html! {
        section.v-kort.v-kort--venstre data-kant="petrol" aria-labelledby="ser-slik" {
            p.v-stikk #ser-slik { (icon("ser")) (say.say("family-ask-as-seen")) }
            p.v-dus {
                (say.with("family-ask-from", [("who", who.helper(call.visit.actor).into())]))
                @if !names.is_empty() { " · " (say.with("answer-about", [("names", listed(call, &names).into())])) }
            }
            h2.v-boble.v-boble--sporsmal { (filled.text("question")) }
            @if let Some(why) = filled.some_text("why") { p { span.v-dus { (say.say("answer-why")) } " " (why) } }
        }
    }
}

/// The coordinator may take it instead of asking.
fn myself(call: &Call, place: Place, view: &View, thing: ThingId, words: &str) -> Markup {
    let say = call.say();
    let Some(version) = view.sees().versions(thing).last().map(|entry| entry.version) else {
        return html! {};
    };
    let is_need = view.sees().find::<Action>(thing).is_none();
    html! {
        section.v-kort {
            h2 { (say.say("family-take")) }
            p { (say.say(if is_need { "family-take-need" } else { "family-take-text" })) }
            (form(call, &format!("{}/spor/{thing}/ta", place.base()), "", html! {
                (seen(thing, version))
                button.ds-button data-variant="secondary" { (say.say("family-take-it")) span.v-skjult { ": " (words) } }
            }))
        }
    }
}

pub(super) async fn send_general(place: Place, form: FormOf) -> Result<Response, Problem> {
    send(place, form, About(None)).await
}

pub(super) async fn send_about(place: Place, form: FormOf) -> Result<Response, Problem> {
    let thing = place.thing()?;
    send(place, form, About(Some(thing))).await
}

async fn send(place: Place, form: FormOf, about: About) -> Result<Response, Problem> {
    let call = &form.call;
    let view = place.held(call, "ask").await?;
    if about.0.is_some_and(|thing| words_of(&view, thing).is_empty()) {
        return Err(Problem::Missing);
    }
    let mut errors = Errors::none();
    let asked = read(&form, &mut errors);
    if form.filled.has("look") && errors.is_empty() {
        let page = page(call, place, &view, about, &Asked::default(), &form.filled, &errors, true);
        return Ok(page.into_response());
    }
    if let Some((to, reply_by)) = asked.filter(|_| errors.is_empty()) {
        let action = match about.0 {
            Some(thing) => action_for(&form, &view, thing).await?,
            None => None,
        };
        let (question, why) = (form.filled.text("question"), form.filled.text("why"));
        match form.act(place.family, Question { to, question, why, action, reply_by }.command(call)).await? {
            Done::Yes(acted) => {
                let page = format!("{}/spor/{}", place.base(), acted.thing);
                return Ok(Redirect::to(&done_url(&page, "family-asked")).into_response());
            }
            Done::Mend(found) => errors = found,
            Done::Stale => errors.add("", call.t("refusal-stale")),
        }
    }
    Ok(conflict::mend(page(call, place, &view, about, &Asked::default(), &form.filled, &errors, false)))
}

/// Longest question and reason, in letters: checked here too, so that nothing is written before all of it can be.
const LONGEST: usize = 4000;

fn read(
    form: &FormOf,
    errors: &mut Errors,
) -> Option<((access::terms::ActorId, access::terms::ServiceId), Date)> {
    let (call, filled) = (&form.call, &form.filled);
    let to = match Whom::read(call, filled.raw("to")) {
        Some(Whom::Helper(actor, service)) => Some((actor, service)),
        _ => {
            errors.add("to", call.t("workbench-choose-somebody"));
            None
        }
    };
    if filled.text("question").is_empty() {
        errors.add("question", call.t("family-ask-question-missing"));
    }
    for field in ["question", "why"] {
        if filled.text(field).chars().count() > LONGEST {
            errors.problem(call, field, access::terms::Problem::TooLong(LONGEST));
        }
    }
    let day = errors.take(call, "reply_by", filled.day("reply_by", call.today()));
    let by = day.unwrap_or_else(|| usual_deadline(call));
    if by < call.today() {
        errors.add("reply_by", call.t("family-meeting-past"));
    }
    Some((to?, by))
}

pub(super) async fn take_it(place: Place, form: FormOf) -> Result<Redirect, Problem> {
    let view = place.held(&form.call, "ask").await?;
    let version = form.filled.seen().map(|(_, version)| version);
    let command = take(&form.call, &view, place.thing()?, version)?;
    form.press(place.family, command).await?;
    Ok(Redirect::to(&done_url(&place.base(), "workbench-taken")))
}
