//! Adding to the plan and changing it. When somebody else has changed the same thing meanwhile, both texts are
//! shown and nothing that was typed is lost.

use super::bits;
use super::forms::{self, Kind};
use super::place::{Answered, Ask, Desk, Place};
use super::read;
use super::words;
use crate::frame::act::{Done, done_url};
use crate::frame::form::{Errors, Filled, FormOf, seen};
use crate::frame::parts::{Field, icon};
use crate::frame::{Call, Problem};
use access::Key;
use access::terms::{
    Action, ActionStatus, Command, Entry, Goal, Kind as _, Need, Owner, Payload, Settled, ThingId,
};
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use maud::{Markup, html};
use std::sync::OnceLock;

/// What can be added.
pub async fn choose(place: Place, call: Call) -> Answered {
    let view = place.view(&call, "plan").await?;
    let desk = Desk::new(&call, place.base, &view);
    if !desk.writes() {
        return Err(Problem::Missing.into());
    }
    let say = call.say();
    let content = html! {
        (desk.crumbs(&[(desk.url("/plan"), say.say("menu-plan").into_owned())], &say.say("plan-add")))
        h1 { (say.say("plan-add-heading")) }
        ul.v-stabel.v-stabel--tett {
            @for kind in Kind::ALL {
                li.v-kort.v-kort--tett.v-kort--lenke {
                    h2 { a href={ (desk.url("/plan/ny/")) (kind.slug()) } { (say.say(&format!("plan-add-{}", kind.code()))) } }
                    p.v-dus { (say.say(&format!("plan-add-{}-text", kind.code()))) }
                }
            }
        }
    };
    Ok(desk.page(say.say("plan-add-heading")).narrow().show(&call, content).into_response())
}

/// An empty form.
pub async fn blank(place: Place, call: Call, Query(ask): Query<Ask>) -> Answered {
    let view = place.view(&call, "plan").await?;
    let desk = Desk::new(&call, place.base, &view);
    let kind = Kind::of_slug(place.kind()).ok_or(Problem::Missing)?;
    if !desk.writes() {
        return Err(Problem::Missing.into());
    }
    let filled = forms::blank(&ask, kind);
    let title = title(&desk, kind, None);
    Ok(desk
        .page(title)
        .narrow()
        .show(&call, form(&desk, kind, &filled, &Errors::none(), None))
        .into_response())
}

/// The form of something that stands.
pub async fn change(place: Place, call: Call) -> Answered {
    let view = place.view(&call, "plan").await?;
    let desk = Desk::new(&call, place.base, &view);
    let (kind, entry) = stands(&desk, place.thing()?)?;
    let filled = forms::fill(entry);
    let title = title(&desk, kind, Some(entry));
    let content = html! {
        (form(&desk, kind, &filled, &Errors::none(), Some(entry)))
        @if desk.holds() { (crate::family::readers::link(&call, &view, entry.thing)) }
    };
    Ok(desk.page(title).narrow().show(&call, content).into_response())
}

/// The thing that is to be changed, if the reader may.
fn stands<'a>(desk: &Desk<'a>, thing: ThingId) -> Result<(Kind, &'a Entry), Problem> {
    let entry = desk.view.sees().versions(thing).last().copied().ok_or(Problem::Missing)?;
    let kind = Kind::of(&entry.payload).ok_or(Problem::Missing)?;
    if desk.may_edit(entry) { Ok((kind, entry)) } else { Err(Problem::Missing) }
}

fn title(desk: &Desk<'_>, kind: Kind, before: Option<&Entry>) -> String {
    let what = if before.is_some() { "change" } else { "new" };
    desk.call.t(&format!("plan-{what}-{}", kind.code())).into_owned()
}

/// Where a form of a kind is sent, and where «Avbryt» goes.
fn addresses(desk: &Desk<'_>, kind: Kind, thing: Option<ThingId>) -> (String, String) {
    match thing {
        None => (format!("{}/{}", desk.url("/plan/ny"), kind.slug()), desk.url("/plan")),
        Some(thing) => {
            let back =
                if kind == Kind::Action { desk.url_of("/plan/tiltak", thing) } else { desk.url("/plan") };
            (desk.url_of("/plan/endre", thing), back)
        }
    }
}

fn form(desk: &Desk<'_>, kind: Kind, filled: &Filled, errors: &Errors, before: Option<&Entry>) -> Markup {
    let say = desk.call.say();
    let title = title(desk, kind, before);
    html! {
        (desk.crumbs(&[(desk.url("/plan"), say.say("menu-plan").into_owned())], &title))
        (errors.summary(desk.call))
        div.v-hode { div {
            h1 { (title) }
            @if before.is_none() { p.v-ingress { (say.say(&format!("plan-new-{}-text", kind.code()))) } }
        } }
        (sheet(desk, kind, filled, errors, before, None))
        @if let Some(entry) = before { (settle_form(desk, entry, &Filled::empty(), &Errors::none())) }
    }
}

/// The form itself. `version` is the one that it is written over.
fn sheet(
    desk: &Desk<'_>,
    kind: Kind,
    filled: &Filled,
    errors: &Errors,
    before: Option<&Entry>,
    version: Option<u32>,
) -> Markup {
    let say = desk.call.say();
    let (action, back) = addresses(desk, kind, before.map(|entry| entry.thing));
    desk.form(
        &action,
        "v-skjema",
        html! {
            @if let Some(entry) = before { (seen(entry.thing, version.unwrap_or(entry.version))) }
            (forms::fields(desk, kind, filled, errors, before))
            div.v-knapper {
                button.ds-button { (say.say("form-save")) }
                a.ds-button data-variant="tertiary" href=(back) { (say.say("form-cancel")) }
            }
        },
    )
}

/// Writes something new.
pub async fn add(place: Place, sent: FormOf) -> Answered {
    let view = place.view_of_form(&sent, "plan").await?;
    let desk = Desk::new(&sent.call, place.base, &view);
    let kind = Kind::of_slug(place.kind()).ok_or(Problem::Missing)?;
    let mut errors = Errors::none();
    let draft = read::read(&desk, kind, &sent.filled, &mut errors, None);
    if errors.is_empty() {
        let says_yes = takes_on(&desk, &draft.payload);
        match sent.act(view.family(), draft.write(None)).await? {
            Done::Yes(acted) => {
                if says_yes && !acted.repeated {
                    say_yes(&desk, &sent, acted.thing).await;
                }
                let back = if kind == Kind::Action {
                    desk.url_of("/plan/tiltak", acted.thing)
                } else {
                    desk.url("/plan")
                };
                let back =
                    format!("{}&ting={}", done_url(&back, &format!("added-{}", kind.code())), acted.thing);
                return Ok(Redirect::to(&back).into_response());
            }
            Done::Mend(found) => errors = found,
            Done::Stale => errors.add("", sent.call.t("refusal-stale")),
        }
    }
    let page = desk.page(title(&desk, kind, None)).narrow().failed();
    let content = form(&desk, kind, &sent.filled, &errors, None);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page.show(&sent.call, content)).into_response())
}

/// An adult in the family who writes down what is to be done has thereby said the family's yes to it; so has
/// whoever takes it on.
fn takes_on(desk: &Desk<'_>, payload: &Payload) -> bool {
    let Some(action) = Action::of(payload) else { return false };
    let own = desk.view.me().is_some_and(|me| action.owner == Some(Owner::Member(me)));
    desk.is_family() && (own || desk.view.standing().adult)
}

/// The yes that goes with it. Should it not get through, the action stands as a proposal and asks for it again.
async fn say_yes(desk: &Desk<'_>, sent: &FormOf, thing: ThingId) {
    let command = Command::MoveAction {
        action: (thing, 1),
        to: ActionStatus::AcceptedByFamily,
        accepted_by: desk.view.me(),
        words: String::new(),
    };
    let key = Key { key: format!("{}-ja", sent.key.key), ..sent.key.clone() };
    let said = sent.call.house.gate.act(&sent.call.visit, desk.view.family(), command, key).await;
    if let Err(error) = said {
        tracing::warn!(%error, "an action stands without the yes of the one who wrote it");
    }
}

/// Writes a new version of something.
pub async fn save(place: Place, sent: FormOf) -> Answered {
    let found = OnceLock::new();
    let saved = |thing| {
        let tail = match found.get() {
            Some(Kind::Action) => format!("/plan/tiltak/{thing}"),
            _ => "/plan".to_owned(),
        };
        let back = format!("{}{tail}", place.base.path());
        Ok(Redirect::to(&format!("{}&ting={thing}", done_url(&back, "changed"))).into_response())
    };
    let written = place.write(&sent, "plan", |desk| {
        let (kind, entry) = stands(desk, place.thing().ok()?).ok()?;
        let mut errors = Errors::none();
        let draft = read::read(desk, kind, &sent.filled, &mut errors, Some(entry));
        let _ = found.set(kind);
        let (_, version) = sent.filled.seen().filter(|(_, version)| *version == entry.version)?;
        errors.is_empty().then(|| draft.write(Some((entry.thing, version))))
    });
    if let Some(acted) = written.await? {
        return saved(acted.thing);
    }
    let view = place.view_of_form(&sent, "plan").await?;
    let desk = Desk::new(&sent.call, place.base, &view);
    let thing = place.thing()?;
    let entry = view.sees().versions(thing).last().copied().ok_or(Problem::Missing)?;
    let (_, version) = sent.filled.seen().ok_or(Problem::Unreadable)?;
    let Some(kind) = Kind::of(&entry.payload) else { return Ok(gone(&desk, &sent, entry)) };
    if !desk.may_edit(entry) {
        return Err(Problem::Missing.into());
    }
    let mut errors = Errors::none();
    let draft = read::read(&desk, kind, &sent.filled, &mut errors, Some(entry));
    if errors.is_empty() {
        if version != entry.version {
            return Ok(conflict(&desk, kind, &sent.filled, entry, &draft.payload));
        }
        let payload = draft.payload.clone();
        match sent.act(view.family(), draft.write(Some((thing, version)))).await? {
            Done::Yes(_) => return saved(thing),
            Done::Mend(found) => errors = found,
            Done::Stale => {
                // Somebody was faster by a moment: look again, and show both.
                let view = place.view_of_form(&sent, "plan").await?;
                let desk = Desk::new(&sent.call, place.base, &view);
                let entry = view.sees().versions(thing).last().copied().ok_or(Problem::Missing)?;
                return Ok(match Kind::of(&entry.payload) {
                    Some(_) => conflict(&desk, kind, &sent.filled, entry, &payload),
                    None => gone(&desk, &sent, entry),
                });
            }
        }
    }
    let page = desk.page(title(&desk, kind, Some(entry))).narrow().failed();
    let filled = sent.filled.clone();
    let content = html! {
        (desk.crumbs(&[(desk.url("/plan"), sent.call.t("menu-plan").into_owned())], &title(&desk, kind, Some(entry))))
        (errors.summary(&sent.call))
        h1 { (title(&desk, kind, Some(entry))) }
        (sheet(&desk, kind, &filled, &errors, Some(entry), Some(version)))
    };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page.show(&sent.call, content)).into_response())
}

/// Both texts, and a form that writes over the newest: nothing that was typed is lost.
fn conflict(
    desk: &Desk<'_>,
    kind: Kind,
    typed: &Filled,
    entry: &Entry,
    mine: &Payload,
) -> axum::response::Response {
    let say = desk.call.say();
    let name = desk.who.author(&entry.author);
    let when = crate::frame::dates::instant(say, entry.at, desk.call.today());
    let differ = words::payloads(desk, Some(&entry.payload), mine);
    let (_, back) = addresses(desk, kind, Some(entry.thing));
    let heading = say.with("plan-conflict", [("name", name.clone().into())]);
    let content = html! {
        section.v-kort.v-kort--venstre data-kant="varsel" {
            h1 { (heading) }
            p { (say.say("plan-conflict-text")) }
            @if differ.is_empty() { p { (say.say("plan-conflict-same")) } }
            @for field in &differ {
                h2 { (field.name) }
                div.v-sammen {
                    div {
                        h3 { (say.with("plan-conflict-theirs", [("name", name.clone().into()), ("when", when.clone().into())])) }
                        p { @if field.before.is_empty() { span.v-dus { (say.say("plan-nothing-written")) } } @else { (field.before) } }
                    }
                    div.v-ny {
                        h3 { (say.say("plan-conflict-yours")) }
                        p { @if field.after.is_empty() { span.v-dus { (say.say("plan-nothing-written")) } } @else { (field.after) } }
                    }
                }
            }
            p { a.ds-button data-variant="secondary" href=(back) { (say.with("plan-conflict-keep", [("name", name.into())])) } }
        }
        h2 { (say.say("plan-conflict-form")) }
        (sheet(desk, kind, typed, &Errors::none(), Some(entry), None))
    };
    let page = desk.page(say.say("plan-conflict-title")).narrow().failed();
    (StatusCode::CONFLICT, page.show(desk.call, content)).into_response()
}

/// It was taken away meanwhile: what was typed can be written as something new.
fn gone(desk: &Desk<'_>, sent: &FormOf, entry: &Entry) -> axum::response::Response {
    let say = desk.call.say();
    let name = desk.who.author(&entry.author);
    let was = desk
        .view
        .sees()
        .versions(entry.thing)
        .into_iter()
        .rev()
        .find_map(|version| Kind::of(&version.payload));
    let content = html! {
        section.v-kort.v-kort--venstre data-kant="varsel" {
            h1 { (say.with("plan-gone", [("name", name.into())])) }
            p { (say.say("plan-gone-text")) }
        }
        @if let Some(kind) = was { (sheet(desk, kind, &sent.filled, &Errors::none(), None, None)) }
        @else { p { (sent.filled.raw("words")) } }
    };
    let page = desk.page(say.say("plan-conflict-title")).narrow().failed();
    (StatusCode::CONFLICT, page.show(desk.call, content)).into_response()
}

/// A goal or a need ends: reached and met, or left.
fn settle_form(desk: &Desk<'_>, entry: &Entry, filled: &Filled, errors: &Errors) -> Markup {
    let say = desk.call.say();
    let code = match &entry.payload {
        Payload::Goal(goal) if goal.settled.is_none() => "goal",
        Payload::Need(need) if need.settled.is_none() => "need",
        _ => return html! {},
    };
    html! {
        section.v-kort.v-kort--dus {
            h2 { (say.say(&format!("plan-settle-{code}"))) }
            (desk.form(&desk.url_of("/plan/avslutt", entry.thing), "v-skjema v-skjema--tett", html! {
                (seen(entry.thing, entry.version))
                (Field::new("ord", say.say("plan-settle-words")).area(desk.call, filled, errors, 2))
                div.v-knapper {
                    button.ds-button data-variant="secondary" name="naadd" value="ja" { (icon("ferdig")) (say.say(&format!("plan-settle-{code}-yes"))) }
                    button.ds-button data-variant="tertiary" name="naadd" value="nei" { (say.say(&format!("plan-settle-{code}-no"))) }
                }
            }))
        }
    }
}

/// Ends a goal or a need.
pub async fn settle(place: Place, sent: FormOf) -> Answered {
    let view = place.view_of_form(&sent, "plan").await?;
    let desk = Desk::new(&sent.call, place.base, &view);
    let (kind, entry) = stands(&desk, place.thing()?)?;
    let replaces = sent.filled.seen().ok_or(Problem::Unreadable)?;
    let ended = Settled {
        on: sent.call.today(),
        met: sent.filled.raw("naadd") == "ja",
        words: sent.filled.text("ord"),
    };
    let payload = match &entry.payload {
        Payload::Goal(goal) => Goal { settled: Some(ended), ..goal.clone() }.wrap(),
        Payload::Need(need) => Need { settled: Some(ended), ..need.clone() }.wrap(),
        _ => return Err(Problem::Missing.into()),
    };
    let command = Command::Write {
        replaces: Some(replaces),
        payload,
        subjects: entry.subjects.clone(),
        audience: entry.audience.clone(),
    };
    let mut errors = Errors::none();
    if sent.filled.text("ord").is_empty() {
        errors.add("ord", sent.call.t("plan-error-settle"));
    } else {
        match sent.act(view.family(), command).await? {
            Done::Yes(acted) => {
                let back = format!("{}&ting={}", done_url(&desk.url("/plan"), "settled"), acted.thing);
                return Ok(Redirect::to(&back).into_response());
            }
            Done::Mend(found) => errors = found,
            Done::Stale => errors.add("", sent.call.t("refusal-stale")),
        }
    }
    let title = title(&desk, kind, Some(entry));
    let content = html! {
        (desk.crumbs(&[(desk.url("/plan"), sent.call.t("menu-plan").into_owned())], &title))
        (errors.summary(&sent.call))
        h1 { (words::title(&entry.payload).unwrap_or(&title)) }
        p.v-dus { (bits::said_by(&desk, entry)) }
        (settle_form(&desk, entry, &sent.filled, &errors))
    };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, desk.page(title).narrow().failed().show(&sent.call, content))
        .into_response())
}
