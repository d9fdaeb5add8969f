//! The form of a meeting.

use crate::frame::form::{Errors, Filled, FormOf, seen};
use crate::frame::parts::{Field, form, icon, listed};
use crate::frame::{Call, Who};
use access::View;
use access::terms::{ActorId, Meeting, PersonId, Thing, present, team};
use maud::{Markup, html};

/// What a meeting says, as a form says it.
pub(super) fn stands(meeting: &Meeting) -> Filled {
    let filled = Filled::empty()
        .set("title", &meeting.title)
        .set("at", meeting.at.date())
        .set("time", meeting.at.time().strftime("%H:%M"))
        .set("place", &meeting.place);
    let filled = meeting.members.iter().fold(filled, |filled, person| filled.set("members", person));
    let filled = meeting.helpers.iter().fold(filled, |filled, helper| filled.set("helpers", helper));
    if meeting.review { filled.set("review", "1") } else { filled }
}

/// The form in words: names for ids, for whoever compares.
pub(super) fn named(call: &Call, view: &View, filled: &Filled) -> Filled {
    let who = Who::new(call, view);
    let people: Vec<PersonId> = filled.parse_many("members");
    let named = people.iter().fold(filled.clone(), |named, person| named.set("who", who.person(*person)));
    let helpers: Vec<ActorId> = filled.parse_many("helpers");
    let named = helpers.iter().fold(named, |named, helper| named.set("team", who.helper(*helper)));
    named.set("reviewed", call.t(if filled.has("review") { "family-yes" } else { "family-no" }))
}

/// Reads the form. A meeting is planned from today on, unless it stood in the past already.
pub(super) fn read(form: &FormOf, before: Option<&Meeting>, errors: &mut Errors) -> Option<Meeting> {
    let (call, filled) = (&form.call, &form.filled);
    let day = errors.take(call, "at", filled.day("at", call.today()));
    let time = errors.take(call, "time", filled.time("time"));
    if day.is_none() && errors.at("at").is_none() {
        errors.add("at", call.t("family-meeting-day"));
    }
    if time.is_none() && errors.at("time").is_none() {
        errors.add("time", call.t("family-meeting-time"));
    }
    let moved = |day| before.is_none_or(|before| before.at.date() != day);
    if day.is_some_and(|day| day < call.today() && moved(day)) {
        errors.add("at", call.t("family-meeting-past"));
    }
    let mut helpers: Vec<ActorId> = filled.parse_many("helpers");
    helpers.sort();
    helpers.dedup();
    Some(Meeting {
        title: filled.text("title"),
        at: day?.to_datetime(time?),
        place: filled.text("place"),
        helpers,
        members: filled.parse_many("members"),
        review: filled.has("review"),
        interpreting: before.map(|before| before.interpreting.clone()).unwrap_or_default(),
        settled: before.and_then(|before| before.settled.clone()),
    })
}

/// The form.
pub(super) fn fields(
    call: &Call,
    view: &View,
    action: &str,
    filled: &Filled,
    errors: &Errors,
    before: Option<&Thing<'_, Meeting>>,
) -> Markup {
    let say = call.say();
    let who = Who::new(call, view);
    let sees = view.sees();
    let people: Vec<_> = present(&sees, call.today())
        .iter()
        .map(|person| (person.id().to_string(), person.is.given.clone(), None))
        .collect();
    let interpreted: Vec<String> = present(&sees, call.today())
        .iter()
        .filter(|person| person.is.interpreter)
        .map(|person| person.is.given.clone())
        .collect();
    // Whoever was invited and has left the team since is still shown, so that changing the time loses nobody.
    let mut helpers: Vec<ActorId> = team(&sees, call.today()).iter().map(|member| member.helper).collect();
    helpers.extend(before.iter().flat_map(|meeting| meeting.is.helpers.iter().copied()));
    helpers.sort();
    helpers.dedup();
    let helpers: Vec<_> = helpers
        .into_iter()
        .filter(|helper| *helper != call.visit.actor)
        .map(|helper| {
            let title = who.directory().helper(helper).map_or("", |helper| helper.title.as_str());
            let label = if title.is_empty() {
                who.helper(helper)
            } else {
                format!("{}, {title}", who.helper(helper))
            };
            (helper.to_string(), label, None)
        })
        .collect();
    html! {
        (form(call, action, "v-skjema", html! {
            @if let Some(before) = before { (seen(before.id(), before.entry.version)) }
            (Field::new("title", say.say("family-meeting-title")).hint(say.say("family-meeting-title-hint")).line(call, filled, errors, "text"))
            div.v-rad.v-rad--topp {
                (Field::new("at", say.say("family-meeting-at")).day(call, filled, errors))
                (Field::new("time", say.say("family-meeting-clock")).line(call, filled, errors, "time"))
            }
            (Field::new("place", say.say("family-meeting-place")).optional().line(call, filled, errors, "text"))
            @if !people.is_empty() {
                (Field::new("members", say.say("family-meeting-members")).hint(say.say("family-meeting-members-hint")).optional()
                    .choices(call, filled, errors, "checkbox", &people))
                @if !interpreted.is_empty() {
                    p.v-dus { (say.with("interpreter-to-book", [("names", listed(call, &interpreted).into())])) }
                }
            }
            @if !helpers.is_empty() {
                (Field::new("helpers", say.say("family-meeting-helpers")).optional().choices(call, filled, errors, "checkbox", &helpers))
            } @else {
                p.v-dus { (say.say("family-meeting-no-team")) " " a href={ (super::base(view.family())) "/laget" } { (say.say("family-team-add")) } }
            }
            div.ds-field {
                input.ds-input type="checkbox" id="review" name="review" value="1" checked[filled.has("review")];
                label for="review" { (say.say("family-meeting-review")) }
            }
            div.v-knapper {
                button.ds-button {
                    (icon("kalender"))
                    (say.say(if before.is_some() { "family-meeting-save" } else { "family-meeting-plan" }))
                }
            }
        }))
    }
}
