//! The plan on one page: dreams, and what hangs on them, now and in time. Reads like the family's own, works as
//! the helpers' list.

use super::agree;
use super::bits;
use super::place::{Ask, Base, Desk};
use super::threads::{dream, goal};
use super::undo;
use crate::family::head::{Tab, tabs};
use crate::family::interpreter;
use crate::frame::parts::{icon, tag};
use crate::frame::who::number;
use crate::frame::{assets, dates};
use access::terms::{
    ActionStatus, Agreement, DreamThread, GoalThread, Horizon, Meeting, Moment, Need, Payload, Plan,
    Strength, Thing, ThingId, plan,
};
use jiff::civil::Date;
use maud::{Markup, html};

/// Which part is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Everything.
    All,
    /// What is near.
    Now,
    /// What is far.
    Later,
}

impl Part {
    /// From the address.
    pub fn of(ask: &Ask) -> Self {
        match ask.vis.as_deref() {
            Some("naa") => Part::Now,
            Some("sikt") => Part::Later,
            _ => Part::All,
        }
    }

    pub(super) const fn shows(self, horizon: Horizon) -> bool {
        match self {
            Part::All => true,
            Part::Now => matches!(horizon, Horizon::Acute),
            Part::Later => matches!(horizon, Horizon::LongTerm),
        }
    }
}

/// What the templates below need besides the desk.
pub(super) struct Sheet<'s, 'a> {
    pub(super) desk: &'s Desk<'a>,
    pub(super) part: Part,
    /// Links to change and add; none on paper and in what was.
    pub(super) live: bool,
    pub(super) since: Vec<(ThingId, Date)>,
}

/// The whole page.
pub fn page(desk: &Desk<'_>, ask: &Ask) -> Markup {
    let say = desk.call.say();
    let plan = plan(&desk.view.sees(), desk.call.today());
    let part = Part::of(ask);
    let sheet = Sheet { desk, part, live: true, since: bits::ownerless(desk) };
    html! {
        (undo::told(desk, ask))
        div.v-hode {
            div {
                h1 { (heading(desk)) }
                p.v-dus { (dated(desk)) }
            }
            div.v-knapper {
                @if desk.writes() { a.ds-button href=(desk.url("/plan/ny")) { (icon("pluss")) (say.say("plan-add")) } }
                @if !plan.is_empty() {
                    a.ds-button data-variant="secondary" href=(desk.url("/plan/utskrift")) { (icon("skrivut")) (say.say("plan-print")) }
                }
            }
        }
        @if let Base::Work(_) = desk.base { (tabs(desk.call, desk.view, Tab::Plan)) }
        (notice(desk))
        (invited(desk))
        (agree::banner(desk, &plan))
        @if plan.is_empty() { (empty(desk)) } @else {
            (filter(desk, &plan, part))
            (content(&sheet, &plan))
        }
        @if plan.is_empty() { (not_asked(&sheet, &plan)) }
        p.v-ikke-skriv { a href=(desk.url("/plan/historikk")) { (say.say("plan-to-history")) } }
    }
}

/// The plan without anything to press: on paper, or as it stood on a day.
pub fn still(desk: &Desk<'_>) -> Markup {
    let plan = plan(&desk.view.sees(), desk.call.today());
    let sheet = Sheet { desk, part: Part::All, live: false, since: bits::ownerless(desk) };
    html! {
        @if plan.is_empty() { p { (desk.call.t("plan-nothing-then")) } }
        (content(&sheet, &plan))
    }
}

/// «Planen vår», or whose it is.
pub fn heading(desk: &Desk<'_>) -> String {
    let say = desk.call.say();
    match desk.view.family_name() {
        Some(name) if !desk.is_family() => say.with("plan-heading-of", [("name", name.into())]).into_owned(),
        None if !desk.is_family() => say.say("plan-heading-part").into_owned(),
        _ => say.say("plan-heading").into_owned(),
    }
}

fn is_plan(payload: &Payload) -> bool {
    matches!(
        payload,
        Payload::Dream(_) | Payload::Goal(_) | Payload::Action(_) | Payload::Need(_) | Payload::Strength(_)
    )
}

/// When it was made, who changed it last, and when it is looked at again.
pub fn dated(desk: &Desk<'_>) -> String {
    let say = desk.call.say();
    let today = desk.call.today();
    let extract = desk.view.sees();
    let mut first = None;
    let mut last = None;
    for (entry, _) in extract.history().filter(|(entry, _)| is_plan(&entry.payload)) {
        first = first.or(Some(entry));
        last = Some(entry);
    }
    let day = |at| dates::short(say, Moment::day_of(at), today);
    let mut sentences = Vec::new();
    if let Some(first) = first {
        sentences.push(say.with("plan-made", [("day", day(first.at).into())]).into_owned());
    }
    if let Some(last) = last {
        let name = desk.who.author(&last.author);
        sentences.push(
            say.with("plan-changed", [("name", name.into()), ("day", day(last.at).into())]).into_owned(),
        );
    }
    let review = extract
        .all::<Meeting>()
        .filter(|meeting| meeting.is.review && meeting.is.settled.is_none() && meeting.is.at.date() >= today)
        .min_by_key(|meeting| meeting.is.at);
    if let Some(review) = review {
        let day = dates::short(say, review.is.at.date(), today);
        sentences.push(say.with("plan-next-review", [("day", day.into())]).into_owned());
    }
    sentences.join(" ")
}

/// What a reader must know about what is shown: a part only, or that it is over.
fn notice(desk: &Desk<'_>) -> Markup {
    let say = desk.call.say();
    html! {
        @if !desk.is_family() && !desk.holds() {
            div.ds-alert data-color="info" { p { (say.say("plan-shared-part")) } }
        }
        @if !desk.open {
            div.ds-alert data-color="info" { p { (say.say("plan-closed")) } }
        }
    }
}

/// Meetings ahead to which the reader is invited, for a helper who has no other page of them.
fn invited(desk: &Desk<'_>) -> Markup {
    let say = desk.call.say();
    let (today, sees) = (desk.call.today(), desk.view.sees());
    let mine = |meeting: &Thing<'_, Meeting>| {
        let ahead = meeting.is.settled.is_none() && meeting.is.at.date() >= today;
        ahead && meeting.is.helpers.contains(&desk.call.visit.actor)
    };
    let Base::Answer(_) = desk.base else { return html! {} };
    let mut meetings: Vec<_> = sees.all::<Meeting>().filter(mine).collect();
    meetings.sort_by_key(|meeting| meeting.is.at);
    html! {
        @if !meetings.is_empty() {
            section.v-kort {
                h2 { (say.say("plan-invited")) }
                div.v-linjer {
                    @for meeting in &meetings {
                        div {
                            h3 { (meeting.is.title) }
                            p {
                                (dates::sentence(&crate::home::when(desk, meeting.is))) "."
                                @if !meeting.is.place.is_empty() { " " (meeting.is.place) "." }
                            }
                            @for told in interpreter::told(desk.call, desk.view, meeting.is) { p { (told) } }
                        }
                    }
                }
            }
        }
    }
}

fn empty(desk: &Desk<'_>) -> Markup {
    let say = desk.call.say();
    html! {
        section.v-tom {
            svg aria-hidden="true" { use href={ (assets::url("sprite.svg")) "#traader" } {} }
            @if desk.is_family() {
                h2 { (say.say("plan-empty")) }
                p { (say.with("plan-empty-family", [("name", desk.who.lead_given().into())])) }
            } @else {
                h2 { (say.say(if desk.holds() { "plan-empty" } else { "plan-empty-helper-heading" })) }
                p { (say.say(if desk.holds() { "plan-empty-coordinator" } else { "plan-empty-helper" })) }
            }
            @if desk.writes() {
                div.v-knapper {
                    a.ds-button data-variant="secondary" href=(desk.url("/plan/ny/drom")) { (icon("rediger")) (say.say("plan-write-dream")) }
                }
            }
        }
    }
}

fn filter(desk: &Desk<'_>, plan: &Plan<'_>, part: Part) -> Markup {
    let say = desk.call.say();
    let mut shown = 0usize;
    let mut done = 0usize;
    let threads = plan.dreams.iter().flat_map(|dream| &dream.goals).chain(&plan.goals);
    let hanging =
        threads.filter(|thread| part.shows(thread.goal.is.horizon)).flat_map(|thread| &thread.actions);
    for action in hanging.chain(plan.actions.iter().filter(|action| part.shows(action.is.horizon))) {
        shown += 1;
        done += usize::from(action.is.status == ActionStatus::Done);
    }
    let link = |of: Part, code: &str, key: &str| {
        html! {
            a.ds-button data-variant="tertiary" href={ (desk.url("/plan")) "?vis=" (code) }
                aria-current=[(of == part).then_some("true")] { (say.say(key)) }
        }
    };
    html! {
        div.v-rad {
            nav aria-label=(say.say("plan-show")) {
                div.ds-toggle-group {
                    (link(Part::All, "alt", "plan-all"))
                    (link(Part::Now, "naa", "plan-now"))
                    (link(Part::Later, "sikt", "plan-later"))
                }
            }
            p.v-dus {
                (say.with("plan-shown", [("count", shown.into()), ("words", number(desk.call, shown).into())]))
                @if done > 0 {
                    " " (say.with("plan-done", [("count", done.into()), ("words", dates::sentence(&number(desk.call, done)).into())]))
                }
            }
        }
    }
}

fn content(sheet: &Sheet<'_, '_>, plan: &Plan<'_>) -> Markup {
    let desk = sheet.desk;
    let say = desk.call.say();
    let (told, silent): (Vec<&DreamThread<'_>>, Vec<_>) =
        plan.dreams.iter().partition(|thread| thread.dream.is.words.is_some() || !thread.goals.is_empty());
    let goals: Vec<&GoalThread<'_>> =
        plan.goals.iter().filter(|thread| sheet.part.shows(thread.goal.is.horizon)).collect();
    let actions: Vec<_> = plan.actions.iter().filter(|action| sheet.part.shows(action.is.horizon)).collect();
    html! {
        @for thread in told { (dream(sheet, thread)) }
        @if !silent.is_empty() || !plan.not_asked.is_empty() { (quiet(sheet, plan, &silent)) }
        @if !goals.is_empty() {
            section.v-stabel {
                h2 { (say.say("plan-goals-without-dream")) }
                div.v-rutenett.v-rutenett--store { @for thread in goals { (goal(sheet, thread)) } }
            }
        }
        @if !actions.is_empty() {
            section.v-kort {
                h2 { (say.say(if plan.dreams.is_empty() && plan.goals.is_empty() { "plan-actions" } else { "plan-other-actions" })) }
                ul.v-tiltaksliste { @for action in actions { (bits::line(desk, action, &sheet.since, sheet.live)) } }
            }
        }
        (needs(sheet, plan))
        div.v-to.v-to--jevn {
            (strengths(sheet, &plan.strengths))
            @if desk.is_family() || desk.holds() { (agree::card(desk, &plan.agreements, sheet.live)) }
        }
    }
}

pub(super) fn change<'a, K>(sheet: &Sheet<'_, 'a>, thing: &Thing<'a, K>, what: &str) -> Markup {
    html! {
        @if sheet.live && sheet.desk.may_edit(thing.entry) {
            a.v-liten href=(sheet.desk.url_of("/plan/endre", thing.id())) {
                (sheet.desk.call.t("plan-change")) span.v-skjult { ": " (what) }
            }
        }
    }
}

/// Those who were asked and did not want to say, and those who have not been asked.
fn quiet(sheet: &Sheet<'_, '_>, plan: &Plan<'_>, silent: &[&DreamThread<'_>]) -> Markup {
    html! {
        @for thread in silent {
            p.v-dus {
                (sheet.desk.call.say().with("plan-asked-did-not-say", [
                    ("names", sheet.desk.who.people(&thread.dream.is.of).into()),
                    ("day", dates::short(sheet.desk.call.say(), Moment::day_of(thread.dream.entry.at), sheet.desk.call.today()).into()),
                ]))
                " " (change(sheet, &thread.dream, &bits::whose(sheet.desk, thread.dream.is)))
            }
        }
        (not_asked(sheet, plan))
    }
}

fn not_asked(sheet: &Sheet<'_, '_>, plan: &Plan<'_>) -> Markup {
    let desk = sheet.desk;
    let say = desk.call.say();
    html! {
        @if sheet.live && desk.writes() && !plan.not_asked.is_empty() {
            p.v-dus {
                (say.say("plan-not-asked")) " "
                @for (place, person) in plan.not_asked.iter().enumerate() {
                    @if place > 0 { ", " }
                    a href={ (desk.url("/plan/ny/drom")) "?person=" (person.id()) } {
                        (say.with("plan-ask-dream", [("name", person.is.given.clone().into())]))
                    }
                }
                "."
            }
        }
    }
}

fn needs(sheet: &Sheet<'_, '_>, plan: &Plan<'_>) -> Markup {
    let say = sheet.desk.call.say();
    let group = |key: &str, needs: &[Thing<'_, Need>]| {
        html! {
            @if !needs.is_empty() {
                div.v-stabel.v-stabel--tett {
                    h3 { (say.say(key)) }
                    ul.v-linjer.v-linjer--tett { @for one in needs { (need(sheet, one)) } }
                }
            }
        }
    };
    let near = sheet.part.shows(Horizon::Acute) && !plan.acute.is_empty();
    let far = sheet.part.shows(Horizon::LongTerm) && !plan.long_term.is_empty();
    html! {
        @if near || far {
            section.v-kort {
                h2 { (say.say("plan-needs")) }
                @if near { (group("plan-needs-now", &plan.acute)) }
                @if far { (group("plan-needs-later", &plan.long_term)) }
            }
        }
    }
}

fn need(sheet: &Sheet<'_, '_>, need: &Thing<'_, Need>) -> Markup {
    let desk = sheet.desk;
    let say = desk.call.say();
    let owner = bits::owner_words(desk, need.is.owner, need.id(), &sheet.since);
    let owned = need.is.owner.is_some() || !sheet.since.iter().any(|(id, _)| *id == need.id());
    html! {
        li {
            p { (need.is.words) }
            p.v-rad {
                @if let Some(area) = need.is.area { span.ds-tag data-color="neutral" { (say.say(&format!("area-{}", area.code()))) } }
                @if !owned { (tag("danger", "ingenansvarlig", &say.say("status-no-owner"))) }
                span.v-dus.v-liten { (owner) }
                @if sheet.live && desk.writes() {
                    a.v-liten href={ (desk.url("/plan/ny/tiltak")) "?behov=" (need.id()) } {
                        (say.say("plan-add-action")) span.v-skjult { ": " (need.is.words) }
                    }
                }
                (change(sheet, need, &need.is.words))
            }
        }
    }
}

fn strengths(sheet: &Sheet<'_, '_>, strengths: &[Thing<'_, Strength>]) -> Markup {
    let desk = sheet.desk;
    let say = desk.call.say();
    html! {
        @if !strengths.is_empty() || (sheet.live && desk.writes()) {
            section.v-kort {
                h2 { (say.say("plan-strengths")) }
                @if strengths.is_empty() { p.v-dus { (say.say("plan-strengths-none")) } }
                ul { @for strength in strengths { li { (strength.is.words) " " (change(sheet, strength, &strength.is.words)) } } }
                @if sheet.live && desk.writes() { a href=(desk.url("/plan/ny/styrke")) { (say.say("plan-add-strength")) } }
            }
        }
    }
}

/// Whether somebody's yes was given to the plan as it stands: nothing of it has been changed by others since.
pub fn changed_since(desk: &Desk<'_>, agreement: &Thing<'_, Agreement>) -> bool {
    let mine = desk.call.visit.actor;
    desk.view.sees().history().any(|(entry, _)| {
        entry.seq > agreement.entry.seq && entry.author.actor != mine && is_plan(&entry.payload)
    })
}
