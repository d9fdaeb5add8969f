//! The one thing that this person can do now, with the buttons for it. If nothing is needed, it says so, and when
//! something will be.

use crate::frame::act::done_url;
use crate::frame::form::{Errors, Filled, FormOf};
use crate::frame::parts::{Field, helper, icon, icon_with};
use crate::frame::{Problem, dates};
use crate::plan::place::{Answered, Desk, Place};
use crate::plan::{bits, steps_at_home};
use access::terms::{
    Action, Answer, Command, Coordination, Course, Meeting, NextStep, Offer, Phase, Step, StepOf, Thing,
    next_step,
};
use axum::response::{IntoResponse, Redirect};
use maud::{Markup, html};

/// The card; nothing once help has ended.
pub fn card(desk: &Desk<'_>) -> Markup {
    let Some(me) = desk.view.me().filter(|_| desk.open) else { return html! {} };
    let sees = desk.view.sees();
    let step = next_step(&sees, me, desk.view.standing().adult, desk.view.moment());
    let inside = match step {
        NextStep::AnswerOffer(coordination) => offer(desk, &coordination),
        NextStep::AnswerMeeting(meeting) => meeting_question(desk, &meeting),
        NextStep::AnswerAction(action) if bits::may_say_yes(desk, &action) => action_question(desk, &action),
        NextStep::AnswerAction(_) => nothing(desk, None),
        NextStep::DoAction(action) => own_action(desk, &action),
        NextStep::Nothing(ahead) => nothing(desk, ahead.as_ref()),
    };
    html! {
        section.v-kort.v-kort--venstre data-kant="lyng" {
            p.v-stikk { (icon_with("neste", "v-snu")) (desk.call.t("home-next")) }
            (inside)
        }
    }
}

fn offer(desk: &Desk<'_>, coordination: &Thing<'_, Coordination>) -> Markup {
    let say = desk.call.say();
    let Some(Offer { to, service, .. }) = coordination.is.offer.as_ref() else { return html! {} };
    let name = desk.who.helper(*to);
    html! {
        h2 { (say.with("home-offer", [("name", name.into())])) }
        @if let Some(person) = desk.who.directory().helper(*to) {
            (helper(person, &format!("{}, {}", person.title, desk.who.service(*service))))
        }
        p { (say.say(if coordination.is.lead.is_some() { "home-offer-handover" } else { "home-offer-text" })) }
        (desk.form("/min/koordinator", "v-knapper", html! {
            button.ds-button name="svar" value="ja" { (icon("hake")) (say.say("home-offer-yes")) }
        }))
        details.ds-details.v-boks {
            summary { (say.say("home-offer-no")) }
            (desk.form("/min/koordinator", "v-skjema v-skjema--tett", html! {
                input type="hidden" name="svar" value="nei";
                (Field::new("ord", say.say("home-offer-why")).hint(say.say("home-offer-why-hint")).optional()
                    .area(desk.call, &Filled::empty(), &Errors::none(), 2))
                div.v-knapper { button.ds-button data-variant="secondary" { (say.say("home-offer-send-no")) } }
            }))
        }
    }
}

/// The family's answer to the coordinator who is offered.
pub async fn answer_offer(place: Place, sent: FormOf) -> Answered {
    let view = place.view_of_form(&sent, "home").await?;
    let waits = view.sees().only::<Coordination>().is_some_and(|coordination| {
        coordination.is.offer.as_ref().is_some_and(|offer| offer.family == Answer::Pending)
    });
    if !waits {
        return Err(Problem::Refused(access::terms::Refusal::Rule(access::terms::Rule::NoOffer)).into());
    }
    let yes = sent.filled.raw("svar") == "ja";
    let command = Command::AnswerOfferAsFamily { yes, words: sent.filled.text("ord") };
    sent.press(view.family(), command).await?;
    let code = if yes { "offer-yes" } else { "offer-no" };
    Ok(Redirect::to(&done_url("/min", code)).into_response())
}

/// When and where, in words: «tirsdag 24. november kl. 17».
pub fn when(desk: &Desk<'_>, meeting: &Meeting) -> String {
    let say = desk.call.say();
    let day = dates::near(say, meeting.at.date(), desk.call.today());
    say.with("date-with-time", [("date", day.into()), ("time", dates::clock(say, meeting.at.time()).into())])
        .into_owned()
}

/// Who comes, besides oneself.
pub fn guests(desk: &Desk<'_>, meeting: &Meeting) -> String {
    let helpers: Vec<String> = meeting
        .helpers
        .iter()
        .map(|actor| {
            let lead = desk.who.lead().is_some_and(|lead| lead.id == *actor);
            let service = desk
                .who
                .directory()
                .helper(*actor)
                .filter(|_| !lead)
                .and_then(|helper| helper.assignments.first());
            let service = service.map(|held| desk.who.service(held.service)).filter(|name| !name.is_empty());
            match service {
                Some(service) => format!("{} ({service})", desk.who.given(*actor)),
                None => desk.who.given(*actor),
            }
        })
        .collect();
    crate::frame::parts::listed(desk.call, &helpers)
}

fn meeting_question(desk: &Desk<'_>, meeting: &Thing<'_, Meeting>) -> Markup {
    let say = desk.call.say();
    let address = desk.url_of("/mote", meeting.id());
    let guests = guests(desk, meeting.is);
    html! {
        h2 { (say.with("home-meeting", [("when", when(desk, meeting.is).into())])) }
        p {
            b { (meeting.is.title) } ". "
            @if !meeting.is.place.is_empty() { (say.with("home-meeting-place", [("place", meeting.is.place.clone().into())])) " " }
            @if !guests.is_empty() { (say.with("home-meeting-guests", [("names", guests.into())])) }
            @for told in crate::family::interpreter::told(desk.call, desk.view, meeting.is) { " " (told) }
        }
        (desk.form(&address, "v-knapper", html! {
            button.ds-button name="svar" value="ja" { (icon("hake")) (say.say("home-meeting-yes")) }
            a.ds-button data-variant="secondary" href=(address) { (say.say("home-meeting-no")) }
        }))
    }
}

fn action_question(desk: &Desk<'_>, action: &Thing<'_, Action>) -> Markup {
    let say = desk.call.say();
    let by = desk.who.author(&action.entry.author);
    html! {
        h2 { (say.with("home-action", [("words", action.is.words.clone().into())])) }
        p {
            (say.with("home-action-by", [("name", by.into())])) " "
            @match action.is.owner {
                Some(owner) => { (say.with("home-action-owner", [("name", desk.who.owner(Some(owner)).into())])) }
                None => { (say.say("home-action-nobody")) }
            }
            @if let Some(due) = action.is.due {
                " " (say.with("home-action-due", [("day", dates::long(say, due, desk.call.today()).into())]))
            }
        }
        p { a href=(desk.url_of("/plan/tiltak", action.id())) { (say.say("home-action-why")) } }
        (steps_at_home(desk, action))
    }
}

fn own_action(desk: &Desk<'_>, action: &Thing<'_, Action>) -> Markup {
    let say = desk.call.say();
    html! {
        h2 { a href=(desk.url_of("/plan/tiltak", action.id())) { (action.is.words) } }
        p {
            (say.say("home-own-action"))
            @if let Some(due) = action.is.due {
                " " (say.with("home-action-due", [("day", dates::long(say, due, desk.call.today()).into())]))
            }
        }
        (steps_at_home(desk, action))
    }
}

fn nothing(desk: &Desk<'_>, ahead: Option<&Step<'_>>) -> Markup {
    let say = desk.call.say();
    let waits = desk.view.sees().only::<Course>().is_some_and(|course| {
        matches!(course.is.phase, Phase::Received | Phase::Waiting { .. } | Phase::Offered)
    });
    html! {
        h2 { (say.say("home-nothing")) }
        p {
            @match ahead {
                Some(step) => {
                    @let day = dates::near(say, step.on, desk.call.today());
                    (say.with("home-nothing-until", [("day", day.into()), ("what", what(step).into())]))
                }
                None if waits => { (say.say("home-nothing-waiting")) }
                None => { (say.with("home-nothing-ahead", [("name", desk.who.lead_given().into())])) }
            }
        }
    }
}

fn what(step: &Step<'_>) -> String {
    match &step.of {
        StepOf::Action(action) => action.is.words.clone(),
        StepOf::Request(request) => request.is.question.clone(),
        StepOf::Meeting(meeting) => meeting.is.title.clone(),
    }
}
