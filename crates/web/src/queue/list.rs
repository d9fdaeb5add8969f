//! The list: the acute lane with its reply limit, the queue in its order, those who are offered a coordinator, and
//! how much room there is.

use crate::door::{ground_text, order_rules};
use crate::frame::parts::{AskedQuery, done, icon};
use crate::frame::{Call, Page, Problem, Shown, assets, dates};
use crate::queue::{PATH, aside, capacity, untouched};
use access::terms::{
    ActorId, Answer, Coordination, Course, Generation, HelpRequest, Moment, Phase, QueuePlace, Role, present,
    queue_order,
};
use access::{FigureRow, View};
use axum::extract::Query;
use jiff::{SignedDuration, Timestamp};
use maud::{Markup, html};

/// One family that waits.
struct Waiting<'a> {
    view: &'a View,
    course: &'a Course,
    request: Option<&'a HelpRequest>,
    coordination: Option<&'a Coordination>,
    place: Option<QueuePlace>,
}

impl<'a> Waiting<'a> {
    fn of(call: &Call, view: &'a View) -> Option<Self> {
        let sees = view.sees();
        Some(Self {
            view,
            course: sees.only::<Course>()?.is,
            request: sees.only::<HelpRequest>().map(|request| request.is),
            coordination: sees.only::<Coordination>().map(|it| it.is),
            place: queue_order(&sees, call.house.gate.rules(), call.visit.moment),
        })
    }

    fn is_late(&self, call: &Call) -> bool {
        match &self.course.phase {
            Phase::Received => self.request.is_some_and(|request| request.reply_by < call.visit.moment.at),
            Phase::Waiting { review, .. } => *review < call.today(),
            _ => self.offer().is_some_and(|offer| offer.reply_by < call.today()),
        }
    }

    fn offer(&self) -> Option<&'a access::terms::Offer> {
        self.coordination.and_then(|it| it.offer.as_ref())
    }
}

pub async fn show(call: Call, Query(asked): AskedQuery) -> Result<Shown, Problem> {
    call.only(&[Role::Intake, Role::Coordinator])?;
    // Both leave a line in the journal or a read in the store; together they wait once.
    let (views, rooms) = tokio::join!(call.house.gate.queue(&call.visit), capacity::rooms(&call));
    let (views, mut rooms) = (views?, rooms?);
    let waiting: Vec<Waiting<'_>> = views.iter().filter_map(|view| Waiting::of(&call, view)).collect();
    let offers = waiting.iter().filter_map(Waiting::offer).map(|offer| offer.to);
    capacity::with_offers(&mut rooms, offers);
    let untouched = match call.visit.role {
        Role::Intake => untouched::counts(&call).await?,
        _ => Vec::new(),
    };
    let about_looks = crate::answer::looks::card(&call).await?;
    let content = html! {
        (done(&call, &asked))
        @if call.visit.role == Role::Intake { (whole(&call, &waiting, &rooms, &untouched)) } @else { (own(&call, &waiting)) }
        (about_looks)
    };
    Ok(Page::new(call.t("queue-heading")).at(PATH).show(&call, content))
}

fn whole(
    call: &Call,
    waiting: &[Waiting<'_>],
    rooms: &[capacity::Room],
    untouched: &[FigureRow<ActorId>],
) -> Markup {
    let say = call.say();
    let (acute, rest): (Vec<_>, Vec<_>) =
        waiting.iter().filter(|one| one.place.is_some()).partition(|one| one.course.acute);
    let offered: Vec<_> = waiting.iter().filter(|one| one.place.is_none()).collect();
    let late = waiting.iter().filter(|one| one.is_late(call)).count();
    let free: u32 = rooms.iter().map(capacity::Room::free).sum();
    let figure = |count: usize, key: &str, to: &str| {
        html! { li { a.v-nokkel href={ "#" (to) } { b { (count) } " " (call.t(key)) } } }
    };
    html! {
        div.v-hode { div {
            h1 { (call.t("queue-heading")) }
            p.v-dus {
                (dates::sentence(&dates::long(say, call.today(), call.today()))) ". "
                (say.with("queue-summary", [("count", (acute.len() + rest.len()).into())]))
            }
        } }
        ul.v-nokler {
            (figure(acute.len(), "queue-figure-acute", "haster"))
            (figure(rest.len(), "queue-figure-waiting", "ko"))
            (figure(late, "queue-figure-late", "ko"))
            (figure(free as usize, "queue-figure-free", "kapasitet"))
        }
        div.v-to {
            div.v-stabel {
                section.v-stabel.v-stabel--tett #haster {
                    h2 { (call.t("queue-acute")) }
                    @if acute.is_empty() { p.v-dus { (call.t("queue-acute-none")) } }
                    (cards(call, &acute, Some(1)))
                }
                section.v-stabel.v-stabel--tett #ko {
                    div.v-overskrift {
                        h2 { (call.t("queue-order")) }
                        details.v-mer { summary { (call.t("queue-why-order")) } (order_rules(call)) }
                    }
                    @if rest.is_empty() {
                        div.v-tom {
                            svg aria-hidden="true" { use href={ (assets::url("sprite.svg")) "#ro" } {} }
                            h3 { (call.t("queue-empty")) }
                            p { (say.with("queue-empty-text", [("time", dates::instant(say, call.visit.moment.at, call.today()).into())])) }
                        }
                    }
                    (cards(call, &rest, Some(acute.len() + 1)))
                }
                @if !offered.is_empty() {
                    section.v-stabel.v-stabel--tett {
                        h2 { (call.t("queue-offered")) }
                        (cards(call, &offered, None))
                    }
                }
            }
            div.v-stabel {
                (capacity::card(call, rooms))
                (untouched::card(call, untouched))
                p { a href=(aside::PATH) { (call.t("aside-link")) } }
            }
        }
    }
}

/// A coordinator sees the families that she is the contact of, or is asked to take; not the queue.
fn own(call: &Call, waiting: &[Waiting<'_>]) -> Markup {
    let all: Vec<&Waiting<'_>> = waiting.iter().collect();
    html! {
        div.v-hode { div {
            h1 { (call.t("queue-heading")) }
            p.v-ingress { (call.t("queue-own-lead")) }
        } }
        @if all.is_empty() {
            section.v-tom {
                svg aria-hidden="true" { use href={ (assets::url("sprite.svg")) "#ro" } {} }
                h2 { (call.t("queue-own-empty")) }
                p { (call.t("queue-own-empty-text")) }
            }
        } @else {
            section.v-stabel.v-stabel--tett { h2 { (call.t("queue-own")) } (cards(call, &all, None)) }
        }
    }
}

/// Cards in their order; numbered from a place when the reader sees the whole queue.
fn cards(call: &Call, waiting: &[&Waiting<'_>], from: Option<usize>) -> Markup {
    html! {
        @if !waiting.is_empty() {
            div.v-saker {
                @for (index, one) in waiting.iter().enumerate() { (card(call, one, from.map(|from| from + index))) }
            }
        }
    }
}

fn card(call: &Call, one: &Waiting<'_>, place: Option<usize>) -> Markup {
    let say = call.say();
    let address = format!("{PATH}/{}", one.view.family());
    let late = one.is_late(call);
    let edge = match (one.course.acute && one.place.is_some(), late) {
        (true, _) => Some("fare"),
        (false, true) => Some("varsel"),
        _ => None,
    };
    let new = one.course.phase == Phase::Received;
    html! {
        article.v-kort.v-kort--venstre.v-sak data-kant=[edge] {
            div.v-sak__rad {
                div.v-sak__om {
                    h3 { a href=(address) { (family_name(call, one.view)) } }
                    p.v-dus.v-liten {
                        @if let Some(place) = place { (say.with("queue-place", [("place", place.into())])) " · " }
                        @if let Some(request) = one.request { span.v-nobr { (request.reference) } " · " }
                        (waited(call, one))
                        @let children = children(call, one.view);
                        @if children > 0 { " · " (say.with("queue-children", [("count", children.into())])) }
                    }
                    ul.v-grunner { (reasons(call, one, late)) }
                }
                div.v-knapper {
                    a.ds-button data-variant=[(!new && !late).then_some("secondary")] href=(address) {
                        (call.t(if new { "queue-do-answer" } else if late { "queue-do-review" } else { "queue-do-open" }))
                        span.v-skjult { " " (family_name(call, one.view)) }
                    }
                }
            }
        }
    }
}

/// What the family is called here: by its name, as it was told.
pub fn family_name(call: &Call, view: &View) -> String {
    let name = view.family_name().unwrap_or_default().to_owned();
    call.say().with("queue-family", [("name", name.into())]).into_owned()
}

fn children(call: &Call, view: &View) -> usize {
    present(&view.sees(), call.today())
        .iter()
        .filter(|person| person.is.generation == Generation::Child)
        .count()
}

fn waited(call: &Call, one: &Waiting<'_>) -> String {
    let asked = one.place.as_ref().map_or(one.course.since, |place| place.asked);
    call.say().with("queue-waited", [("days", call.visit.moment.days_since(asked).into())]).into_owned()
}

fn reasons(call: &Call, one: &Waiting<'_>, late: bool) -> Markup {
    let (say, today) = (call.say(), call.today());
    let near = |day| dates::near(say, day, today);
    let directory = call.house.gate.directory();
    let name = |actor| directory.helper(actor).map(|helper| helper.name.clone()).unwrap_or_default();
    match &one.course.phase {
        Phase::Waiting { ground, why, review, interim, raised } => html! {
            li { (icon("utrop")) span { b { (ground_text(call, ground)) ": " } (why) } }
            @if let Some(raised) = raised { li { (icon("opp")) span { (call.t("queue-raised")) " " (raised) } } }
            @if late {
                li data-kant="varsel" { (icon("kalender")) span { (say.with("queue-review-late", [("day", near(*review).into()), ("days", call.visit.moment.days_since(*review).into())])) } }
            } @else {
                li { (icon("kalender")) span { (say.with("queue-review", [("day", near(*review).into())])) } }
            }
            li { (icon("telefon")) span { (say.with("queue-contact", [("name", name(*interim).into())])) } }
        },
        Phase::Offered => html! {
            @if let Some(offer) = one.offer() {
                li data-kant=[late.then_some("varsel")] { (icon("nyperson")) span { (say.with("queue-offer", [("name", name(offer.to).into()), ("day", near(offer.reply_by).into())])) } }
                li { (icon(if offer.family.is_yes() { "hake" } else { "familie" })) span { (answer(call, "queue-family", &offer.family)) } }
                li { (icon(if offer.coordinator.is_yes() { "hake" } else { "bruker" })) span { (answer(call, "queue-coordinator", &offer.coordinator)) } }
            }
        },
        _ => html! {
            @if let Some(request) = one.request { li data-kant=[late.then_some("fare")] { (icon("klokke")) span { (reply(call, request, one.course.acute)) } } }
            @if let Some(words) = one.request.filter(|request| request.acute).map(|request| &request.acute_words).filter(|words| !words.is_empty()) {
                li data-kant="fare" { (icon("utrop")) span { "«" (words) "»" } }
            }
        },
    }
}

/// Somebody's answer in words: texts `…-pending`, `…-yes`, `…-no`.
pub fn answer(call: &Call, key: &str, answer: &Answer) -> String {
    let (say, today) = (call.say(), call.today());
    match answer {
        Answer::Pending => call.t(&format!("{key}-pending")).into_owned(),
        Answer::Yes { on, .. } => {
            say.with(&format!("{key}-yes"), [("day", dates::near(say, *on, today).into())]).into_owned()
        }
        Answer::No { on, .. } => {
            say.with(&format!("{key}-no"), [("day", dates::near(say, *on, today).into())]).into_owned()
        }
    }
}

/// Until when somebody must have answered, counted down; or how long it is over.
pub fn reply(call: &Call, request: &HelpRequest, acute: bool) -> String {
    let (say, now) = (call.say(), call.visit.moment.at);
    let when = if acute {
        dates::instant(say, request.reply_by, call.today())
    } else {
        dates::near(say, Moment::day_of(request.reply_by), call.today())
    };
    let key = if request.reply_by < now { "queue-reply-late" } else { "queue-reply" };
    say.with(key, [("when", when.into()), ("left", span(call, now, request.reply_by).into())]).into_owned()
}

/// The time between two instants, in the two units that matter.
fn span(call: &Call, a: Timestamp, b: Timestamp) -> String {
    let between = a.duration_since(b).abs();
    let (hours, minutes) = (between.as_hours(), between.as_mins() % 60);
    let say = call.say();
    if between < SignedDuration::from_hours(24) {
        say.with("span-hours", [("hours", hours.into()), ("minutes", minutes.into())]).into_owned()
    } else {
        say.with("span-days", [("days", (hours / 24).into())]).into_owned()
    }
}
