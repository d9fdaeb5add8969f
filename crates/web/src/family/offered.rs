//! Being asked: to become a family's coordinator, to take over, or to stand in. Yes, or no with a reason.

use super::head::language;
use super::{Place, conflict};
use crate::frame::act::{Done, done_url};
use crate::frame::form::{Errors, Filled, FormOf};
use crate::frame::parts::{Asked, AskedQuery, Field, done, form, icon, own_words};
use crate::frame::{Call, Page, Problem, Shown, Who, dates};
use crate::workbench::reasons::Teller;
use access::View;
use access::terms::{Answer, Command, Coordination, HelpRequest, Role, present};
use axum::extract::Query;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

/// What one is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asking {
    /// To become the coordinator of a family that has none.
    First,
    /// To take over after another.
    HandOver,
    /// To stand in for a time.
    StandIn,
}

/// What the reader is asked, by the coordination of the family.
fn asking(call: &Call, view: &View) -> Option<Asking> {
    let coordination = view.sees().only::<Coordination>()?.is;
    let me = call.visit.actor;
    let offered = coordination
        .offer
        .as_ref()
        .is_some_and(|offer| offer.to == me && offer.coordinator == Answer::Pending);
    let standing =
        coordination.stand_in.as_ref().is_some_and(|it| it.actor == me && it.answer == Answer::Pending);
    match (offered, standing) {
        (true, _) if coordination.lead.is_none() => Some(Asking::First),
        (true, _) => Some(Asking::HandOver),
        (_, true) => Some(Asking::StandIn),
        _ => None,
    }
}

pub(super) async fn page(call: Call, place: Place, Query(asked): AskedQuery) -> Result<Shown, Problem> {
    let view = open(&call, place).await?;
    Ok(content(&call, &view, &asked, &Filled::empty(), &Errors::none()))
}

async fn open(call: &Call, place: Place) -> Result<View, Problem> {
    call.only(&[Role::Coordinator])?;
    let view = call.house.gate.view(&call.visit, place.family, "offered").await?;
    if view.standing().asked { Ok(view) } else { Err(Problem::Missing) }
}

/// The page of somebody who is asked: enough to answer, and no more.
pub(super) fn content(call: &Call, view: &View, asked: &Asked, filled: &Filled, errors: &Errors) -> Shown {
    let say = call.say();
    let who = Who::new(call, view);
    let sees = view.sees();
    let people = present(&sees, call.today());
    let request = sees.only::<HelpRequest>();
    let body = html! {
        (done(call, asked))
        (errors.summary(call))
        div.v-hode { div {
            h1 { (Teller::new(call).family(view)) }
            p.v-dus { bdi { (Teller::new(call).members(view)) } }
        } }
        (question(call, view, filled, errors, false))
        @if let Some(request) = &request {
            section.v-kort.v-kort--lyng {
                (own_words(&request.is.words, &dates::sentence(&dates::near(say, access::terms::Moment::day_of(request.entry.at), call.today()))))
                @if !request.is.wish.is_empty() { (own_words(&request.is.wish, &say.say("family-offered-wish"))) }
            }
        }
        section.v-kort {
            h2 { (say.say("family-tab-people")) }
            ul {
                @for person in &people {
                    li {
                        bdi { (person.is.full_name()) }
                        @if let Some(age) = person.is.age(call.today()) { ", " (say.with("family-years", [("age", i64::from(age).into())])) }
                        ". " (language(call, &person.is.language))
                        @if person.is.interpreter { ". " (say.say("family-interpreter-needed")) }
                    }
                }
            }
            p.v-dus.v-liten { (say.say("family-offered-limits")) }
        }
        (family_answer(call, view, &who, filled, errors))
    };
    let page = Page::new(say.say("family-offered-title")).narrow().at("/arbeid");
    if errors.is_empty() { page.show(call, body) } else { page.failed().show(call, body) }
}

/// The question with its answers. `linked` for a place in a list, where the heading leads to the page.
pub fn question(call: &Call, view: &View, filled: &Filled, errors: &Errors, linked: bool) -> Markup {
    let say = call.say();
    let who = Who::new(call, view);
    let Some(coordination) = view.sees().only::<Coordination>().map(|it| it.is) else { return html! {} };
    let Some(asking) = asking(call, view) else { return html! {} };
    let family = Teller::new(call).family(view);
    let action = format!("{}/tilbud", super::base(view.family()));
    let near = |day| dates::near(say, day, call.today());
    let key = match asking {
        Asking::First => "family-offered-first",
        Asking::HandOver => "family-offered-handover",
        Asking::StandIn => "family-offered-stand-in",
    };
    let heading = say.with(key, [("family", family.into())]);
    let facts = match (asking, &coordination.offer, &coordination.stand_in) {
        (Asking::StandIn, _, Some(asked)) => say.with(
            "family-offered-period",
            [
                ("who", coordination.lead.map(|lead| who.helper(lead)).unwrap_or_default().into()),
                ("from", near(asked.from).into()),
                ("until", near(asked.until).into()),
            ],
        ),
        (_, Some(offer), _) => say.with(
            "family-offered-by",
            [("who", who.helper(offer.by).into()), ("day", near(offer.reply_by).into())],
        ),
        _ => std::borrow::Cow::Borrowed(""),
    };
    let note =
        coordination.offer.as_ref().filter(|_| asking != Asking::StandIn).map(|offer| offer.note.as_str());
    let field = format!("words-{}", view.family());
    let name = if linked { field.as_str() } else { "words" };
    html! {
        section.v-kort.v-kort--venstre data-kant="lyng" {
            p.v-stikk { (icon("overgang")) (say.say("family-offered-stikk")) }
            h2 { @if linked { a href=(action) { (heading) } } @else { (heading) } }
            p { (facts) }
            @if let Some(note) = note.filter(|note| !note.is_empty()) { p { "«" (note) "»" } }
            div.v-knapper.v-knapper--rolig {
                (form(call, &action, "", html! {
                    button.ds-button name="svar" value="ja" { (icon("hake")) (say.say(if asking == Asking::StandIn { "family-offered-yes-stand-in" } else { "family-offered-yes" })) }
                }))
            }
            details.ds-details.v-boks open[!errors.is_empty()] {
                summary { (say.say("family-offered-no")) }
                (form(call, &action, "v-skjema v-skjema--tett", html! {
                    // The field's id is told apart on a page with several questions; its name is one.
                    div.ds-field {
                        label for=(name) { (say.say("family-offered-why")) }
                        p.v-dus id={ (name) "-hint" } { (say.say("family-offered-why-hint")) }
                        @if let Some(text) = errors.at("words") { div.ds-validation-message id={ (name) "-feil" } { (text) } }
                        textarea.ds-input id=(name) name="words" rows="2" aria-invalid=[errors.at("words").map(|_| "true")]
                            aria-describedby={ (name) "-hint" @if errors.at("words").is_some() { " " (name) "-feil" } } { (filled.raw("words")) }
                    }
                    button.ds-button data-variant="secondary" name="svar" value="nei" { (say.say("family-offered-send-no")) }
                }))
            }
        }
    }
}

/// A family that gave its answer on the phone: it is written down here, with how it was given.
fn family_answer(call: &Call, view: &View, who: &Who<'_>, filled: &Filled, errors: &Errors) -> Markup {
    let say = call.say();
    let waits = view.sees().only::<Coordination>().is_some_and(|it| {
        it.is.lead.is_none() && it.is.offer.as_ref().is_some_and(|offer| offer.family == Answer::Pending)
    });
    if !waits {
        return html! {};
    }
    let action = format!("{}/tilbud", super::base(view.family()));
    let name = who.people(&[]);
    html! {
        section.v-kort {
            h2 { (say.say("family-offered-family")) }
            p { (say.with("family-offered-family-text", [("who", name.into())])) }
            (form(call, &action, "v-skjema v-skjema--tett", html! {
                (Field::new("how", say.say("family-offered-how")).hint(say.say("family-offered-how-hint")).line(call, filled, errors, "text"))
                div.v-knapper {
                    button.ds-button data-variant="secondary" name="svar" value="familien-ja" { (say.say("family-offered-family-yes")) }
                    button.ds-button data-variant="secondary" name="svar" value="familien-nei" { (say.say("family-offered-family-no")) }
                }
            }))
        }
    }
}

pub(super) async fn answer(place: Place, form: FormOf) -> Result<Response, Problem> {
    let call = &form.call;
    let view = open(call, place).await?;
    let asking = asking(call, &view).ok_or(Problem::Missing)?;
    let words = form.filled.text("words");
    let answer = form.filled.raw("svar");
    let mut errors = Errors::none();
    let command = match answer {
        "ja" | "nei" => {
            let yes = answer == "ja";
            if !yes && words.is_empty() {
                errors.add("words", call.t("family-offered-needs-why"));
            }
            match asking {
                Asking::StandIn => Command::AnswerStandIn { yes, words },
                Asking::First | Asking::HandOver => Command::AnswerOffer { yes, words },
            }
        }
        "familien-ja" | "familien-nei" => {
            let how = form.filled.text("how");
            if how.is_empty() {
                errors.add("how", call.t("family-offered-needs-how"));
            }
            Command::AnswerOfferAsFamily { yes: answer == "familien-ja", words: how }
        }
        _ => return Err(Problem::Unreadable),
    };
    if errors.is_empty() {
        match form.act(place.family, command).await? {
            Done::Yes(_) => {
                let (page, code) = match (answer, asking) {
                    ("ja", Asking::HandOver) => (place.base(), "family-taken-over"),
                    ("ja", Asking::First) => ("/arbeid".to_owned(), "family-offer-yes"),
                    ("ja", Asking::StandIn) => ("/arbeid".to_owned(), "family-stand-in-yes"),
                    ("nei", _) => ("/arbeid".to_owned(), "family-offer-no"),
                    _ => ("/arbeid".to_owned(), "family-offer-family"),
                };
                return Ok(Redirect::to(&done_url(&page, code)).into_response());
            }
            Done::Mend(found) => errors = found,
            Done::Stale => errors.add("", call.t("refusal-stale")),
        }
    }
    Ok(conflict::mend(content(call, &view, &Asked::default(), &form.filled, &errors)))
}
