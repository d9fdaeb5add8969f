//! «Dette stemmer ikke»: a note that stands beside what is written, or a wish that it is mended or blocked (R94). It
//! adds and never overwrites; the coordinator answers, and a no has words.

use crate::frame::act::{Done, done_url};
use crate::frame::form::{Errors, Filled, FormOf, seen};
use crate::frame::parts::{Asked, Field, done, icon, phone};
use crate::frame::{Call, Problem, dates};
use crate::plan::notes;
use crate::plan::place::{Answered, Desk, Place};
use access::terms::{
    Audience, Block, Command, Entry, Kind as _, PersonId, Removed, Thing, ThingId, say as said,
};
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use maud::{Markup, html};

/// What somebody may want, with how the words then begin; a note says just what it says.
const WISHES: &[(&str, &str, Option<&str>)] = &[
    ("merknad", "disagree-add", None),
    ("rett", "disagree-mend", Some("disagree-asks-mend")),
    ("sperr", "disagree-block", Some("disagree-asks-block")),
];

/// What it is about, as the reader sees it now.
fn find<'a>(desk: &Desk<'a>, thing: ThingId) -> Result<&'a Entry, Problem> {
    let entry = desk.view.sees().versions(thing).last().copied().ok_or(Problem::Missing)?;
    if Removed::of(&entry.payload).is_some() { Err(Problem::Missing) } else { Ok(entry) }
}

/// The page.
pub async fn show(place: Place, call: Call, Query(asked): Query<Asked>) -> Answered {
    let view = place.view(&call, "disagree").await?;
    let desk = Desk::new(&call, place.base, &view);
    let entry = find(&desk, place.thing()?)?;
    let filled = Filled::empty().set("onske", WISHES[0].0);
    let content = page(&desk, entry, &asked, &filled, &Errors::none());
    Ok(desk.page(call.t("disagree-title")).narrow().show(&call, content).into_response())
}

fn page(desk: &Desk<'_>, entry: &Entry, asked: &Asked, filled: &Filled, errors: &Errors) -> Markup {
    let say = desk.call.say();
    let what = notes::called(desk.call, desk.view, entry.thing).unwrap_or_default();
    let when = dates::instant(say, entry.at, desk.call.today());
    html! {
        (desk.crumbs(&[(desk.url("/plan"), say.say("menu-plan").into_owned())], &say.say("disagree-title")))
        (done(desk.call, asked))
        (errors.summary(desk.call))
        h1 { (say.say("disagree-title")) }
        section.v-kort {
            h2 { (what) }
            p.v-dus { (desk.who.author(&entry.author)) ", " (when) }
            (notes::notes(desk, entry.thing))
        }
        (closed_to_services(desk, entry.thing))
        @if !desk.open { p { (say.say("home-say-closed")) } }
        @else if desk.who.lead().is_none() { p { (say.say("home-say-nobody")) " " (phone(&desk.call.house.municipality.phone)) } }
        @else { (form(desk, entry.thing, filled, errors)) }
    }
}

/// The word by which a thing is closed to those at work, while it stands.
fn block<'a>(desk: &Desk<'a>, thing: ThingId) -> Option<Thing<'a, Block>> {
    desk.view.sees().all::<Block>().find(|block| block.is.thing == thing && block.is.lifted.is_none())
}

/// The reader closes a thing, if the reader's word counts for that.
fn closing(desk: &Desk<'_>, thing: ThingId) -> Option<Command> {
    let block = Block { thing, given_by: desk.view.me()?, from: desk.call.today(), lifted: None };
    let command = Command::Write {
        replaces: None,
        payload: block.wrap(),
        subjects: Vec::new(),
        audience: Audience::Ordinary,
    };
    desk.may(&command).then_some(command)
}

/// Closing a thing to the services in one press, and opening it again.
fn closed_to_services(desk: &Desk<'_>, thing: ThingId) -> Markup {
    let say = desk.call.say();
    let lead = || desk.who.lead_given();
    let action = format!("/min/rett/{thing}/sperr");
    let standing = block(desk, thing);
    if standing.is_none() && (!desk.open || closing(desk, thing).is_none()) {
        return html! {};
    }
    html! {
        section.v-kort.v-kort--venstre data-kant="lyng" {
            h2 { (say.say("block-title")) }
            @match standing {
                Some(block) => {
                    p { (icon("serikke")) " " (say.with("block-stands", [
                        ("name", desk.who.person(block.is.given_by).into()),
                        ("day", dates::short(say, block.is.from, desk.call.today()).into()),
                        ("coordinator", lead().into()),
                    ])) }
                    @if desk.open && desk.view.standing().me.contains(&block.is.given_by) {
                        (desk.form(&action, "v-knapper", html! {
                            (seen(block.id(), block.entry.version))
                            button.ds-button data-variant="secondary" { (say.say("block-lift")) }
                        }))
                    }
                }
                None => {
                    p { (say.with("block-text", [("coordinator", lead().into())])) }
                    (desk.form(&action, "v-knapper", html! {
                        button.ds-button data-variant="secondary" { (icon("serikke")) (say.say("block-press")) }
                    }))
                }
            }
        }
    }
}

/// Closes a thing to those at work, or opens it again; in force at the next request.
pub async fn toggle_block(place: Place, sent: FormOf) -> Answered {
    let view = place.view_of_form(&sent, "disagree").await?;
    let desk = Desk::new(&sent.call, place.base, &view);
    let thing = find(&desk, place.thing()?)?.thing;
    let (command, code) = match (block(&desk, thing), sent.filled.seen()) {
        (Some(standing), Some(version)) => {
            let lifted = Block { lifted: Some(sent.call.today()), ..standing.is.clone() };
            let command = Command::Write {
                replaces: Some(version),
                payload: lifted.wrap(),
                subjects: standing.entry.subjects.clone(),
                audience: standing.entry.audience.clone(),
            };
            (Some(command), "unblocked")
        }
        // Pressed twice, or on an older page: it stands as it was meant.
        (Some(_), None) => (None, "blocked"),
        (None, Some(_)) => (None, "unblocked"),
        (None, None) => (Some(closing(&desk, thing).ok_or(Problem::Missing)?), "blocked"),
    };
    if let Some(command) = command {
        sent.press(view.family(), command).await?;
    }
    Ok(Redirect::to(&done_url(&format!("/min/rett/{thing}"), code)).into_response())
}

fn readers(desk: &Desk<'_>) -> Vec<(String, String, Option<String>)> {
    if desk.is_young() { Vec::new() } else { crate::plan::reach::readers(desk) }
}

fn form(desk: &Desk<'_>, thing: ThingId, filled: &Filled, errors: &Errors) -> Markup {
    let say = desk.call.say();
    let name = desk.who.lead_given();
    let members = readers(desk);
    let may_close = block(desk, thing).is_some() || closing(desk, thing).is_some();
    let wishes: Vec<(String, String, Option<String>)> = WISHES
        .iter()
        // Whoever may close it does not have to ask.
        .filter(|(value, ..)| !(may_close && *value == "sperr"))
        .map(|(value, key, _)| {
            let hint = say.say(&format!("{key}-hint")).into_owned();
            ((*value).to_owned(), say.say(key).into_owned(), Some(hint))
        })
        .collect();
    desk.form(
        &format!("/min/rett/{thing}"),
        "v-skjema",
        html! {
            (Field::new("onske", say.say("disagree-wish")).choices(desk.call, filled, errors, "radio", &wishes))
            (Field::new("ord", say.say("disagree-words")).hint(say.say("disagree-words-hint")).area(desk.call, filled, errors, 4))
            @if !members.is_empty() {
                (Field::new("audience", say.say("home-say-who"))
                    .hint(say.with("home-say-who-hint", [("name", name.clone().into())]))
                    .optional()
                    .choices(desk.call, filled, errors, "checkbox", &members))
            }
            p.v-dus { (say.with("disagree-stays", [("name", name.into())])) }
            div.v-knapper { button.ds-button { (icon("send")) (say.say("home-say-send")) } }
        },
    )
}

/// Sends it.
pub async fn send(place: Place, sent: FormOf) -> Answered {
    let view = place.view_of_form(&sent, "disagree").await?;
    let desk = Desk::new(&sent.call, place.base, &view);
    let entry = find(&desk, place.thing()?)?;
    let me = view.me().ok_or(Problem::Missing)?;
    let members: Vec<PersonId> =
        if desk.is_young() { Vec::new() } else { sent.filled.parse_many("audience") };
    let audience = if members.is_empty() { Audience::Coordinator } else { Audience::Members(members) };
    let words = sent.filled.text("ord");
    let wish = WISHES.iter().find(|(value, ..)| sent.filled.chose("onske", value));
    let mut errors = Errors::none();
    if wish.is_none() {
        errors.add("onske", sent.call.t("form-choice"));
    }
    if words.is_empty() {
        errors.add("ord", sent.call.t("home-error-words"));
    }
    if desk.who.lead().is_none() {
        errors.add("", sent.call.t("home-say-nobody"));
    }
    if let Some((.., begins)) = wish.filter(|_| errors.is_empty()) {
        let words = match begins {
            Some(key) => format!("{} {words}", sent.call.t(key)),
            None => words,
        };
        match sent.act(view.family(), said(me, words, Some(entry.thing), audience)).await? {
            Done::Yes(_) => {
                let back = format!("/min/rett/{}", entry.thing);
                return Ok(Redirect::to(&done_url(&back, "disagree")).into_response());
            }
            // The words have another name in the house than on this page.
            Done::Mend(found) if found.at("words").is_some() => errors.add("ord", found.first()),
            Done::Mend(found) => errors = found,
            Done::Stale => errors.add("", sent.call.t("refusal-stale")),
        }
    }
    let content = page(&desk, entry, &Asked::default(), &sent.filled, &errors);
    let page = desk.page(sent.call.t("disagree-title")).narrow().failed();
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page.show(&sent.call, content)).into_response())
}
