//! Pieces of the plan that stand on several pages: an action's line, how it stands in words, whose dream it is.

use super::place::Desk;
use crate::frame::dates;
use crate::frame::parts::{self, action_tag, icon, icon_with};
use crate::frame::who::number;
use access::terms::{
    Action, ActionStatus, Audience, Dream, Entry, Goal, Horizon, Moment, Owner, Reply, Request,
    RequestAnswer, Role, Thing, ThingId, after, gaps,
};
use jiff::civil::Date;
use maud::{Markup, html};

/// An action that should have been done, and is not.
pub fn is_late(action: &Action, today: Date) -> bool {
    action.status.is_open()
        && action.owner.is_some()
        && action.status != ActionStatus::Delivered
        && action.due.is_some_and(|due| due < today)
}

/// The status of an action: icon and word.
pub fn status(desk: &Desk<'_>, action: &Action) -> Markup {
    action_tag(desk.call, action.status, is_late(action, desk.call.today()), action.owner.is_some())
}

/// The question about an action that still waits for its helper.
pub fn waiting_request<'a>(desk: &Desk<'a>, action: ThingId) -> Option<Thing<'a, Request>> {
    desk.view.sees().all::<Request>().find(|request| {
        request.is.action == Some(action.into()) && request.is.withdrawn.is_none() && waits(desk, request)
    })
}

/// Whether a question waits for its helper: unanswered, or the question back has been answered since.
pub fn waits(desk: &Desk<'_>, request: &Thing<'_, Request>) -> bool {
    match &request.is.answer {
        None => true,
        Some(RequestAnswer::AskBack { .. }) => desk
            .view
            .sees()
            .all::<Reply>()
            .any(|reply| reply.is.to == request.id() && reply.entry.seq > request.entry.seq),
        Some(_) => false,
    }
}

/// The days since which things have had nobody, by thing.
pub fn ownerless(desk: &Desk<'_>) -> Vec<(ThingId, Date)> {
    gaps(&desk.view.sees()).into_iter().map(|gap| (gap.thing, gap.since)).collect()
}

/// What is done while nobody owns a thing.
pub fn missing(desk: &Desk<'_>, thing: ThingId, since: &[(ThingId, Date)]) -> String {
    let say = desk.call.say();
    let today = desk.call.today();
    if let Some(request) = waiting_request(desk, thing) {
        let day = dates::short(say, request.is.reply_by, today);
        let name = desk.who.helper(request.is.to);
        return say.with("plan-asked", [("name", name.into()), ("day", day.into())]).into_owned();
    }
    let Some((_, since)) = since.iter().find(|(id, _)| *id == thing) else { return String::new() };
    let limit = desk.call.house.gate.limits(&desk.call.visit).unowned_days;
    let by = after(*since, i32::from(limit));
    let lead = desk.who.lead_given();
    if by < today {
        let day = dates::short(say, by, today);
        return say.with("plan-nobody-late", [("name", lead.into()), ("day", day.into())]).into_owned();
    }
    let day = dates::short(say, by, today);
    say.with("plan-nobody", [("name", lead.into()), ("day", day.into())]).into_owned()
}

/// What stands beside the status: the day, and who does what next.
pub fn status_line(desk: &Desk<'_>, action: &Thing<'_, Action>) -> String {
    let say = desk.call.say();
    let today = desk.call.today();
    let is = action.is;
    let day = |day: Date| dates::short(say, day, today);
    let recorded = Moment::day_of(action.entry.at);
    let by = |due: Option<Date>| {
        due.map(|due| say.with("plan-by", [("day", day(due).into())]).into_owned()).unwrap_or_default()
    };
    if let (Some(due), true) = (is.due, is_late(is, today)) {
        let days = usize::try_from((today - due).get_days()).unwrap_or(0);
        let over = say.with("plan-late", [("count", days.into()), ("words", number(desk.call, days).into())]);
        return format!("{} {}", dates::sentence(&over), what_is_done(desk, action, due));
    }
    match is.status {
        ActionStatus::Done => day(recorded),
        ActionStatus::Stopped => {
            if is.outcome.is_empty() {
                day(recorded)
            } else {
                format!("{}. {}", day(recorded), is.outcome)
            }
        }
        ActionStatus::Delivered => say.with("plan-delivered", [("day", day(recorded).into())]).into_owned(),
        ActionStatus::Proposed if may_say_yes(desk, action) => say.say("plan-you-answer").into_owned(),
        ActionStatus::Proposed => say.say("plan-family-answers").into_owned(),
        ActionStatus::AcceptedByFamily => match is.owner {
            Some(owner) => {
                say.with("plan-owner-answers", [("name", desk.who.owner(Some(owner)).into())]).into_owned()
            }
            None => by(is.due),
        },
        ActionStatus::AcceptedByOwner | ActionStatus::Started => by(is.due),
    }
}

/// What somebody has done about what is late; otherwise who follows up.
fn what_is_done(desk: &Desk<'_>, action: &Thing<'_, Action>, due: Date) -> String {
    let say = desk.call.say();
    let reminded = desk
        .view
        .sees()
        .all::<Reply>()
        .filter(|reply| reply.is.to == action.id() && reply.entry.author.role == Role::Coordinator)
        .map(|reply| (Moment::day_of(reply.entry.at), reply.entry.author))
        .filter(|(day, _)| *day >= due)
        .max_by_key(|(day, _)| *day);
    match reminded {
        Some((on, author)) => {
            let day = dates::short(say, on, desk.call.today());
            say.with("plan-reminded", [("name", desk.who.author(&author).into()), ("day", day.into())])
                .into_owned()
        }
        None => say.with("plan-follows-up", [("name", desk.who.lead_given().into())]).into_owned(),
    }
}

/// Whether the reader's own yes is what the action waits for.
pub fn may_say_yes(desk: &Desk<'_>, action: &Thing<'_, Action>) -> bool {
    let asked = action.is.status == ActionStatus::Proposed;
    desk.view.me().filter(|_| asked).is_some_and(|me| {
        desk.may(&access::terms::Command::MoveAction {
            action: (action.id(), action.entry.version),
            to: ActionStatus::AcceptedByFamily,
            accepted_by: Some(me),
            words: String::new(),
        })
    })
}

/// One action in a list: what, who, how it stands.
pub fn line(desk: &Desk<'_>, action: &Thing<'_, Action>, since: &[(ThingId, Date)], links: bool) -> Markup {
    let about = status_line(desk, action);
    let nobody = if action.is.owner.is_none() && action.is.status.is_open() {
        missing(desk, action.id(), since)
    } else {
        String::new()
    };
    html! {
        li.v-tiltak {
            p {
                @if links { a href=(desk.url_of("/plan/tiltak", action.id())) { (action.is.words) } }
                @else { (action.is.words) }
            }
            (desk.who.owner_mark(action, &nobody))
            div.v-tiltak__status {
                (status(desk, action.is))
                @if !about.is_empty() { small { (about) } }
            }
        }
    }
}

/// «Nå» or «På sikt», above a goal.
pub fn horizon(desk: &Desk<'_>, horizon: Horizon) -> Markup {
    html! {
        p.v-stikk {
            @match horizon {
                Horizon::Acute => { (icon_with("neste", "v-snu")) (desk.call.t("plan-now")) }
                Horizon::LongTerm => { (icon("paasikt")) (desk.call.t("plan-later")) }
            }
        }
    }
}

/// «Drømmen til Rania og Omar».
pub fn whose(desk: &Desk<'_>, dream: &Dream) -> String {
    desk.call.say().with("plan-dream-of", [("names", desk.who.people(&dream.of).into())]).into_owned()
}

/// The round mark of the one whose dream it is.
pub fn dreamer(desk: &Desk<'_>, dream: &Dream) -> Markup {
    let mark = dream.of.first().map(|person| desk.who.mark(*person)).unwrap_or_default();
    html! { span.v-initial.v-initial--familie.v-initial--stor aria-hidden="true" { (mark) } }
}

/// Name and day of what was written: «Rania, 14. april».
pub fn said_by(desk: &Desk<'_>, entry: &Entry) -> String {
    let day = dates::short(desk.call.say(), Moment::day_of(entry.at), desk.call.today());
    format!("{}, {day}", desk.who.author(&entry.author))
}

/// The goal's last line: reached, or left.
pub fn settled(desk: &Desk<'_>, goal: &Goal) -> Markup {
    let say = desk.call.say();
    html! {
        @if let Some(settled) = &goal.settled {
            p.v-rad {
                @if settled.met { (parts::tag("success", "ferdig", &say.say("plan-goal-reached"))) }
                @else { (parts::tag("neutral", "stopp", &say.say("plan-goal-left"))) }
                span.v-dus { (dates::short(say, settled.on, desk.call.today())) @if !settled.words.is_empty() { ". " (settled.words) } }
            }
        }
    }
}

/// Who in the family may see a thing, in one sentence.
pub fn audience(desk: &Desk<'_>, entry: &Entry) -> String {
    let say = desk.call.say();
    let about = desk.who.people(&entry.subjects);
    let lead = desk.who.lead_given();
    match &entry.audience {
        Audience::Oneself => say.with("plan-seen-by-oneself", [("about", about.into())]).into_owned(),
        Audience::Coordinator => say
            .with("plan-seen-by-coordinator", [("about", about.into()), ("name", lead.into())])
            .into_owned(),
        Audience::Members(members) => {
            let new = members.iter().filter(|member| !entry.subjects.contains(member));
            let all: Vec<String> =
                entry.subjects.iter().chain(new).map(|person| desk.who.person(*person)).collect();
            let names = parts::listed(desk.call, &all);
            if all.len() == entry.subjects.len() && all.len() == 1 {
                return say
                    .with("plan-seen-ordinary", [("about", about.into()), ("name", lead.into())])
                    .into_owned();
            }
            say.with("plan-seen-by-members", [("names", names.into()), ("name", lead.into())]).into_owned()
        }
        Audience::Ordinary if entry.subjects.is_empty() => {
            say.with("plan-seen-by-family", [("name", lead.into())]).into_owned()
        }
        Audience::Ordinary => {
            say.with("plan-seen-ordinary", [("about", about.into()), ("name", lead.into())]).into_owned()
        }
    }
}

/// «Hvorfor ser jeg dette?»: the ground in words, and who else sees it.
pub fn ground<K>(desk: &Desk<'_>, thing: &Thing<'_, K>) -> Markup {
    let say = desk.call.say();
    html! {
        details.v-mer {
            summary { (say.say("plan-why-do-i-see")) }
            p { (say.say(&format!("ground-{}", desk.view.ground(thing).code()))) " " (audience(desk, thing.entry)) }
        }
    }
}

/// Who owns a thing that is no action.
pub fn owner_words(
    desk: &Desk<'_>,
    owner: Option<Owner>,
    thing: ThingId,
    since: &[(ThingId, Date)],
) -> String {
    match owner {
        Some(owner) => {
            desk.call.say().with("plan-owned-by", [("name", desk.who.owner(Some(owner)).into())]).into_owned()
        }
        None => missing(desk, thing, since),
    }
}
