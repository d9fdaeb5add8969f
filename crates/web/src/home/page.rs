//! Home, phone first: in ten seconds one knows who helps, what is next, and when.

use super::{coordinator, families, next, thread, who_sees};
use crate::frame::parts::own_words;
use crate::frame::{Call, Page, Problem, assets, dates};
use crate::plan::bits;
use crate::plan::place::{Answered, Ask, Desk, Detour, Place};
use access::terms::{Action, ActionStatus, Course, Dream, Owner, Phase, Role, Thing, plan};
use axum::extract::Query;
use axum::response::{IntoResponse, Redirect};
use maud::{Markup, html};

/// What others do, at most so many.
const OTHERS: usize = 6;
/// Lines of the log among which the latest look by a person is found.
const LATEST: u32 = 8;

/// The page.
pub async fn show(place: Place, call: Call, Query(ask): Query<Ask>) -> Answered {
    let view = match place.view(&call, "home").await {
        // Somebody who is in no dossier, or whose dossier is not for them: one answer.
        Err(Detour::Problem(Problem::Missing)) if call.is_signed_in() && call.visit.role == Role::Citizen => {
            let title = call.t("home-no-family").into_owned();
            return Ok(Page::new(title)
                .narrow()
                .at("/min")
                .show(&call, families::nobody(&call))
                .into_response());
        }
        other => other?,
    };
    let desk = Desk::new(&call, place.base, &view);
    if desk.is_young() {
        return Ok(Redirect::to("/ung").into_response());
    }
    let looks = call.house.gate.looks(&view, LATEST).await?;
    let waiting = coordinator::standing(&desk).await?;
    let several = call.house.gate.families(&call.visit).await?.len() > 1;
    let title = call.t("menu-home").into_owned();
    let content = html! {
        (told(&desk, &ask))
        div.v-hode { div {
            p.v-dus { (dates::sentence(&dates::long(call.say(), call.today(), call.today()))) }
            h1 { (hello(&desk)) }
            @if several { p { a href="/min/familie" { (call.t("home-other-family")) } } }
        } }
        div.v-to {
            div.v-stabel {
                (closed(&desk))
                (crate::emergency::told(&call, &view))
                (next::card(&desk))
                (coordinator::card(&desk, waiting.as_ref()))
                (thread::section(&desk))
                (empty_plan(&desk))
            }
            div.v-stabel {
                (dream(&desk))
                (mine(&desk))
                (others(&desk))
                (crate::once::applications_card(&desk))
                (who_sees::card(&desk, looks.iter().find(|look| look.role != Role::System)))
                p { a href="/min/kopi" { (call.t("copy-link")) } }
            }
        }
    };
    Ok(Page::new(title).at("/min").show(&call, content).into_response())
}

fn told(desk: &Desk<'_>, ask: &Ask) -> Markup {
    crate::plan::told(desk, ask)
}

fn hello(desk: &Desk<'_>) -> String {
    let name = desk.view.me().map(|me| desk.who.person(me)).unwrap_or_default();
    desk.call.say().with("home-hello", [("name", name.into())]).into_owned()
}

/// Help has ended: why, and how to come back.
fn closed(desk: &Desk<'_>) -> Markup {
    let say = desk.call.say();
    let course = desk.view.sees().only::<Course>();
    let phase = course.as_ref().map(|course| (&course.is.phase, course.is.since));
    html! {
        @if let Some((Phase::Closed { words, way_back, .. }, since)) = phase {
            section.v-kort.v-kort--venstre {
                h2 { (say.say("home-closed")) }
                p { (say.with("home-closed-since", [("day", dates::short(say, since, desk.call.today()).into())])) " " (words) }
                p { (say.say("home-closed-read")) }
                @if !way_back.is_empty() { p { b { (say.say("home-way-back")) } " " (way_back) } }
                div.v-knapper { a.ds-button href="/be-om-koordinator" { (say.say("home-ask-again")) } }
            }
        }
    }
}

fn empty_plan(desk: &Desk<'_>) -> Markup {
    let say = desk.call.say();
    html! {
        @if desk.open && plan(&desk.view.sees(), desk.call.today()).is_empty() {
            section.v-tom {
                svg aria-hidden="true" { use href={ (assets::url("sprite.svg")) "#traader" } {} }
                h2 { (say.say("plan-empty")) }
                p { (say.with("plan-empty-family", [("name", desk.who.lead_given().into())])) }
                div.v-knapper { a.ds-button data-variant="secondary" href="/min/plan/ny/drom" { (say.say("plan-write-dream")) } }
            }
        }
    }
}

/// One's own dream, or else one that the family shares.
fn dream(desk: &Desk<'_>) -> Markup {
    let me = desk.view.me();
    let told = || desk.view.sees().all::<Dream>().filter(|dream| dream.is.words.is_some());
    let own = told().find(|dream| me.is_some_and(|me| dream.is.of.contains(&me))).or_else(|| told().next());
    html! {
        @if let Some(dream) = own {
            @let day = dates::short(desk.call.say(), access::terms::Moment::day_of(dream.entry.at), desk.call.today());
            section.v-kort.v-kort--lyng {
                (own_words(dream.is.words.as_deref().unwrap_or_default(), &format!("{}, {day}", desk.who.people(&dream.is.of))))
                a href="/min/plan" { (desk.call.t("home-open-plan")) }
            }
        }
    }
}

/// «Min del»: what this person has taken on.
fn mine(desk: &Desk<'_>) -> Markup {
    let own = |action: &Thing<'_, Action>| {
        matches!(action.is.owner, Some(Owner::Member(person)) if desk.view.standing().me.contains(&person))
            && action.is.status.is_open()
    };
    let own: Vec<Thing<'_, Action>> = desk.view.sees().all::<Action>().filter(own).collect();
    html! {
        @if !own.is_empty() {
            section.v-kort {
                h2 { (desk.call.t("home-my-part")) }
                div.v-linjer { @for action in &own { (line(desk, action, None)) } }
            }
        }
    }
}

/// What others do for the family.
fn others(desk: &Desk<'_>) -> Markup {
    let theirs = |action: &Thing<'_, Action>| {
        let own = matches!(action.is.owner, Some(Owner::Member(person)) if desk.view.standing().me.contains(&person));
        action.is.owner.is_some() && !own && action.is.status.is_open()
    };
    let all: Vec<Thing<'_, Action>> = desk.view.sees().all::<Action>().filter(theirs).collect();
    html! {
        @if !all.is_empty() {
            section.v-kort {
                h2 { (desk.call.t("home-others-do")) }
                div.v-linjer {
                    @for action in all.iter().take(OTHERS) { (line(desk, action, Some(desk.who.owner(action.is.owner)))) }
                }
                @if all.len() > OTHERS { a href="/min/plan" { (desk.call.t("home-see-all")) } }
            }
        }
    }
}

fn line(desk: &Desk<'_>, action: &Thing<'_, Action>, who: Option<String>) -> Markup {
    let about = bits::status_line(desk, action);
    // What waits for its owner names the owner already.
    let who = who.filter(|_| action.is.status != ActionStatus::AcceptedByFamily);
    html! {
        div {
            h3 { a href=(desk.url_of("/plan/tiltak", action.id())) { (action.is.words) } }
            (bits::status(desk, action.is))
            @if who.is_some() || !about.is_empty() {
                p.v-dus { @if let Some(who) = who { (who) ". " } (about) }
            }
        }
    }
}
