//! «Se som»: what one participant may read and why, and the plan exactly as that reader sees it, today or on a day.

use super::groups::GROUPS;
use super::table::{code, name};
use crate::frame::parts::{Field, icon, listed};
use crate::frame::{Call, Errors, Filled, Problem, dates};
use crate::plan::place::{Answered, Ask, Base, Desk, Place};
use crate::plan::still;
use access::terms::{ActorId, Moment, PersonId, Role};
use access::{Ground, Participant, Sight, Visit};
use axum::extract::{FromRequestParts, Query, RawPathParams};
use axum::http::request::Parts;
use axum::response::IntoResponse;
use jiff::civil::{Date, Time};
use maud::{Markup, html};

/// The reader that an address names.
pub struct Reader(Participant);

impl<S: Send + Sync> FromRequestParts<S> for Reader {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let raw = RawPathParams::from_request_parts(parts, state).await.map_err(|_| Problem::Missing)?;
        let (_, text) = raw.iter().find(|(name, _)| *name == "leser").ok_or(Problem::Missing)?;
        read(text).map(Reader).ok_or(Problem::Missing)
    }
}

fn read(text: &str) -> Option<Participant> {
    let mut words = text.split('.');
    let actor: ActorId = words.next()?.parse().ok()?;
    let role = Role::from_code(words.next()?)?;
    let service = match words.next()? {
        "" => None,
        id => Some(id.parse().ok()?),
    };
    words.next().is_none().then_some(Participant { actor, role, service })
}

/// The last instant of a day that has passed; nothing for today.
fn end_of(day: Date, today: Date) -> Option<jiff::Timestamp> {
    (day < today).then(|| Moment::instant(day.to_datetime(Time::MAX)))
}

/// The page.
pub async fn show(place: Place, Reader(who): Reader, call: Call, Query(ask): Query<Ask>) -> Answered {
    let view = place.view(&call, "access").await?;
    let desk = Desk::new(&call, place.base, &view);
    let gate = &call.house.gate;
    let sights = gate.sights(&call.visit, &view).ok_or(access::Denied::NotFound)?;
    let sight = sights.iter().find(|sight| sight.who == who);
    let today = call.today();
    let typed = Filled::empty().set("dato", ask.dato.as_deref().unwrap_or_default());
    let mut errors = Errors::none();
    let day = errors.take(&call, "dato", typed.day("dato", today));
    if day.is_some_and(|day| day > today) {
        errors.add("dato", call.t("lead-day-ahead"));
    }
    let at = day.and_then(|day| end_of(day, today));
    if sight.is_none() && at.is_none() {
        return Err(Problem::Missing.into());
    }
    let seen = gate.seen_by(&call.visit, view.family(), who, at).await.ok();
    let say = call.say();
    let whose = name(&desk, &who);
    let plan = seen.as_ref().map(|seen| {
        // The same page is made as for that reader; only whom it is made for differs.
        let visit = Visit { actor: who.actor, role: who.role, service: who.service, ..call.visit };
        let call = Call { visit, ..call.clone() };
        still(&Desk::new(&call, Base::Answer(seen.family()), seen))
    });
    let title = say.with("sight-as-title", [("name", whose.clone().into())]).into_owned();
    let back = match place.base {
        Base::Own => ("/min/innsyn".to_owned(), say.say("menu-access").into_owned()),
        _ => (desk.url("/innsyn"), say.say("sight-title").into_owned()),
    };
    let content = html! {
        (desk.crumbs(&[back], &whose))
        (errors.summary(&call))
        div.v-hode { div {
            h1 { (title) }
            p.v-ingress { (say.say("sight-as-text")) }
        } }
        @if let Some(sight) = sight.filter(|_| at.is_none()) { (may_read(&desk, sight)) }
        section.v-kort {
            h2 { @match day.filter(|_| at.is_some()) {
                Some(day) => (say.with("sight-plan-then", [("day", dates::short(say, day, today).into())])),
                None => (say.say("sight-plan-now")),
            } }
            @match plan {
                Some(plan) => div { (plan) },
                None => p { (icon("serikke")) " " (say.with("sight-nothing", [("name", whose.into())])) },
            }
        }
        form.v-kort.v-kort--dus method="get" action=(desk.url(&format!("/innsyn/som/{}", code(&who)))) {
            h2 { (say.say("sight-another-day")) }
            (Field::new("dato", say.say("sight-day")).day(&call, &typed, &errors))
            div.v-knapper { button.ds-button data-variant="secondary" { (say.say("sight-show-day")) } }
        }
    };
    let page = desk.page(say.say("sight-title")).at(desk_menu(&desk));
    let page = if errors.is_empty() { page } else { page.failed() };
    Ok(page.show(&call, content).into_response())
}

const fn desk_menu(desk: &Desk<'_>) -> &'static str {
    match desk.base {
        Base::Own => "/min/innsyn",
        _ => "/arbeid/familier",
    }
}

/// What the reader may read, and why, in sentences.
fn may_read(desk: &Desk<'_>, sight: &Sight) -> Markup {
    let say = desk.call.say();
    let mut lines: Vec<(Ground, String)> = Vec::new();
    for group in GROUPS {
        let mut by_ground: Vec<(Ground, Vec<PersonId>)> = Vec::new();
        for cell in sight.cells.iter().filter(|cell| group.kinds.contains(&cell.category)) {
            match by_ground.iter_mut().find(|(ground, _)| *ground == cell.ground) {
                Some((_, people)) if people.contains(&cell.person) => {}
                Some((_, people)) => people.push(cell.person),
                None => by_ground.push((cell.ground, vec![cell.person])),
            }
        }
        for (ground, people) in by_ground {
            let names: Vec<String> = people.iter().map(|person| desk.who.person(*person)).collect();
            let what = say.say(group.key).into_owned();
            let line =
                say.with("sight-line", [("what", what.into()), ("names", listed(desk.call, &names).into())]);
            lines.push((ground, line.into_owned()));
        }
    }
    html! {
        section.v-kort {
            h2 { (say.say("sight-may")) }
            ul.v-ikonliste {
                @for (ground, line) in &lines {
                    li { (icon("ser")) span { (line) " " small.v-dus { (say.say(&format!("sight-ground-{}", ground.code()))) } } }
                }
                @if sight.own_service { li { (icon("loven")) span { (say.say("sight-own-service")) } } }
                @if sight.who.role != Role::Citizen && sight.who.role != Role::Coordinator {
                    li { (icon("noe")) span { (say.say("sight-own-tasks")) } }
                }
                @if lines.len() < GROUPS.len() { li { (icon("serikke")) span { (say.say("sight-rest")) } } }
            }
        }
    }
}
