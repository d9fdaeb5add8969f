//! All applications of a family: what waits, what was answered, what nearly runs out.

use super::{menu, show};
use crate::frame::parts::{Asked, done, icon};
use crate::frame::{Call, dates};
use crate::plan::place::{Answered, Ask, Base, Desk, Place};
use access::View;
use access::terms::{Application, Stage, Thing};
use axum::extract::Query;
use axum::response::IntoResponse;
use maud::{Markup, html};

/// The page.
pub async fn show(place: Place, call: Call, Query(ask): Query<Ask>) -> Answered {
    let view = place.view(&call, "applications").await?;
    let desk = Desk::new(&call, place.base, &view);
    if desk.is_young() {
        return Err(crate::plan::place::Detour::To("/ung"));
    }
    let asked = Asked { gjort: ask.gjort, ..Asked::default() };
    let content = page(&desk, &asked);
    Ok(desk.page(call.t("once-applications")).at(menu(&call)).show(&call, content).into_response())
}

fn all<'a>(desk: &Desk<'a>) -> Vec<Thing<'a, Application>> {
    let mut all: Vec<_> = desk.view.sees().all::<Application>().collect();
    all.reverse();
    all.sort_by_key(|it| place(it.is.stage()));
    all
}

/// What somebody must do something about first, then what waits, then what is over.
const fn place(stage: Stage) -> u8 {
    match stage {
        Stage::MoreNeeded => 0,
        Stage::Draft => 1,
        Stage::Sent | Stage::Received | Stage::Complained => 2,
        Stage::Decided => 3,
        Stage::Settled | Stage::Withdrawn => 4,
    }
}

fn page(desk: &Desk<'_>, asked: &Asked) -> Markup {
    let (call, say) = (desk.call, desk.call.say());
    let base = desk.base.path();
    let all = all(desk);
    let drafts: Vec<_> = all.iter().filter(|it| it.is.stage() == Stage::Draft).collect();
    html! {
        (done(call, asked))
        (desk.crumbs(&[], &say.say("once-applications")))
        div.v-hode { div {
            h1 { (say.say(if desk.base == Base::Own { "once-applications-yours" } else { "once-applications" })) }
            @if all.is_empty() { p.v-ingress { (say.say("once-applications-none")) } }
        } }
        div.v-to {
            div.v-stabel {
                @if !drafts.is_empty() {
                    section.v-kort.v-kort--venstre data-kant="lyng" {
                        h2 { (say.with("once-drafts", [("count", drafts.len().into())])) }
                        ul { @for one in &drafts { li { a href={ (base) "/soknader/" (one.id()) } { (show::title(desk, one.is)) } } } }
                        div.v-knapper { a.ds-button href={ (base) "/soknader/skjema" } { (icon("rediger")) (say.say("once-go-on-form")) } }
                    }
                }
                @for one in all.iter().filter(|it| it.is.stage() != Stage::Draft) { (card_of(desk, one)) }
                @if all.is_empty() { p { a.ds-button href={ (base) "/rettigheter" } { (say.say("once-to-rights")) } } }
            }
            div.v-stabel {
                section.v-kort.v-kort--dus {
                    h2 { (say.say("once-late")) }
                    p { (say.say("once-late-text")) }
                }
                section.v-kort.v-kort--dus {
                    h2 { (say.say("once-news")) }
                    p { (say.say("once-news-text")) }
                    p { a href={ (base) "/opplysninger" } { (icon("rediger")) " " (say.say("once-see-facts")) } }
                }
                section.v-kort.v-kort--dus {
                    h2 { (say.say("once-more-rights")) }
                    p { a href={ (base) "/rettigheter" } { (icon("soknad")) " " (say.say("once-to-rights")) } }
                }
            }
        }
    }
}

/// One application in the list.
fn card_of(desk: &Desk<'_>, one: &Thing<'_, Application>) -> Markup {
    let call = desk.call;
    let address = format!("{}/soknader/{}", desk.base.path(), one.id());
    let over = matches!(one.is.stage(), Stage::Withdrawn | Stage::Settled);
    html! {
        section.v-kort {
            div.v-ting {
                div {
                    h2 { a href=(address) { (show::title(desk, one.is)) } }
                    p.v-dus { (show::receiver(desk, one.is)) }
                }
                div { (show::stage(call, one.is)) }
            }
            @if !over { (show::steps(call, one.is)) }
            @if let Some(line) = next(desk, one.is) { p { (line) } }
        }
    }
}

/// What comes next, in one sentence with its day.
pub fn next(desk: &Desk<'_>, application: &Application) -> Option<String> {
    let (call, say) = (desk.call, desk.call.say());
    let today = call.today();
    let near = |day| dates::near(say, day, today);
    let line = match application.stage() {
        Stage::MoreNeeded => {
            let more = application.open_question()?;
            let key = if desk.base == Base::Own { "once-next-more" } else { "once-next-more-family" };
            say.with(key, [("day", near(more.by).into())])
        }
        Stage::Sent if application.receiver.is_none() => say.say("once-next-deliver"),
        Stage::Sent | Stage::Received => match application.answer_by() {
            Some(due) if due < today => say.with("once-next-late", [("day", near(due).into())]),
            Some(due) => say.with("once-next-answer", [("day", near(due).into())]),
            None => say.say("once-next-no-term"),
        },
        Stage::Complained => say.say("once-next-complaint"),
        Stage::Decided if application.may_complain(today) => {
            let last = application.decision.as_ref()?.complain_by?;
            say.with("once-next-may-complain", [("day", near(last).into())])
        }
        Stage::Decided => {
            let until = application.decision.as_ref()?.until?;
            say.with("once-next-until", [("day", dates::short(say, until, today).into())])
        }
        Stage::Draft | Stage::Settled | Stage::Withdrawn => return None,
    };
    Some(line.into_owned())
}

/// On the family's home: what is asked of them about applications, or a way to what they may have a right to.
pub fn card(desk: &Desk<'_>) -> Markup {
    let (call, say) = (desk.call, desk.call.say());
    let all = all(desk);
    let waits: Vec<_> =
        all.iter().filter(|it| matches!(it.is.stage(), Stage::MoreNeeded | Stage::Draft)).collect();
    let open = all.iter().filter(|it| it.is.stage().waits()).count();
    let lead = if open == 0 {
        say.say("once-home-text")
    } else {
        say.with("once-home-open", [("count", open.into())])
    };
    html! {
        section.v-kort {
            h2 { (say.say("once-home")) }
            @for one in &waits {
                p {
                    a href={ "/min/soknader/" (one.id()) } { (show::title(desk, one.is)) } " "
                    (show::stage(call, one.is))
                }
            }
            p { (lead) }
            p {
                a href="/min/rettigheter" { (icon("soknad")) " " (say.say("once-to-rights")) }
            }
            @if !all.is_empty() { p { a href="/min/soknader" { (icon("plan")) " " (say.say("once-see-applications")) } } }
        }
    }
}

/// On the coordinator's page of the family: what waits, and the ways in.
pub fn work_card(call: &Call, view: &View) -> Markup {
    let desk = Desk::new(call, Base::Work(view.family()), view);
    let (say, base) = (call.say(), desk.base.path());
    let open: Vec<_> = all(&desk).into_iter().filter(|it| it.is.stage().waits()).collect();
    html! {
        section.v-kort {
            h2 { (say.say("once-home")) }
            @if !open.is_empty() {
                div.v-linjer.v-linjer--tett {
                    @for one in &open {
                        div {
                            p { a href={ (base) "/soknader/" (one.id()) } { (show::title(&desk, one.is)) } }
                            p.v-rad { (show::stage(call, one.is)) @if let Some(line) = next(&desk, one.is) { span.v-dus { (line) } } }
                        }
                    }
                }
            }
            p { a href={ (base) "/rettigheter" } { (icon("soknad")) " " (say.say("once-rights-work")) } }
            p { a href={ (base) "/soknader" } { (icon("plan")) " " (say.say("once-applications")) } }
            p { a href={ (base) "/opplysninger" } { (icon("rediger")) " " (say.say("once-facts")) } }
        }
    }
}
