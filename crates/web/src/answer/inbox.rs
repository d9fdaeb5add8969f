//! The inbox: what waits for an answer, what the helper has taken on, and the plans of which the helper sees a part.

use super::pages::{
    State, about, address, answer_in_words, asker_line, moves, reply_by, state_of, status, title,
};
use crate::frame::parts::{self, Asked, done};
use crate::frame::{Call, dates};
use access::View;
use access::terms::{Action, ActorId, FamilyId, Generation, Goal, Owner, Person, Request, Role, Thing};
use maud::{Markup, html};

/// Whether the helper sees more of the plan than what is the helper's own.
pub fn shares_plan(view: &View, actor: ActorId) -> bool {
    let sees = view.sees();
    sees.all::<Goal>().next().is_some()
        || sees.all::<Action>().any(|action| action.is.owner != Some(Owner::Helper(actor)))
}

/// All that waits, and what one has taken on.
pub fn list(
    call: &Call,
    asked: &Asked,
    views: &[View],
    waiting: &[(&View, Thing<'_, Request>)],
    applied: usize,
    actor: ActorId,
    beside: &Markup,
) -> Markup {
    let say = call.say();
    let mut waiting: Vec<_> = waiting.iter().collect();
    waiting.sort_by_key(|(_, request)| request.is.reply_by);
    html! {
        (done(call, asked))
        div.v-hode { div {
            h1 { (title(call, waiting.len() + applied)) }
            @if waiting.is_empty() && applied == 0 { p.v-ingress { (say.say("answer-nothing-waits")) } }
        } }
        @for (view, request) in &waiting {
            section.v-kort.v-kort--lenke {
                @let late = request.is.reply_by < call.today();
                p.v-dus { (reply_by(call, request)) }
                h2 { a href=(address(view, request)) { (request.is.question) } }
                p.v-dus {
                    (asker_line(call, request))
                    @if let Some(about) = about(call, view, &request.entry.subjects) { " · " (about) }
                }
                @if late { (parts::tag("danger", "klokke", &say.say("answer-late"))) }
            }
        }
        (beside)
        (own(call, views, actor))
    }
}

/// What stands below the questions: one's own tasks, the plans, and what has been answered.
pub fn own(call: &Call, views: &[View], actor: ActorId) -> Markup {
    let say = call.say();
    let mine: Vec<(&View, Thing<'_, Action>)> = views
        .iter()
        .flat_map(|view| {
            view.sees()
                .all::<Action>()
                .filter(|action| action.is.owner == Some(Owner::Helper(actor)) && action.is.status.is_open())
                .map(move |action| (view, action))
        })
        .collect();
    let others: Vec<(&View, Thing<'_, Request>)> = views
        .iter()
        .flat_map(|view| super::mine(view, actor).map(move |request| (view, request)))
        .filter(|(view, request)| matches!(state_of(view, request), State::Answered | State::AskedBack))
        .collect();
    html! {
        @if !mine.is_empty() {
            section.v-kort {
                h2 { (say.say("answer-mine")) }
                div.v-linjer {
                    @for (view, action) in &mine {
                        div {
                            h3 { (action.is.words) }
                            p.v-rad {
                                (status(call, action))
                                span.v-dus {
                                    @if let Some(due) = action.is.due { (say.with("answer-due", [("day", dates::near(say, due, call.today()).into())])) " " }
                                    @if let Some(about) = about(call, view, &action.entry.subjects) { (about) }
                                }
                            }
                            @if let Some(request) = super::mine(view, actor).find(|one| one.is.action == Some(action.id().into())) {
                                p { a href=(address(view, &request)) { (say.say("answer-open")) span.v-skjult { ": " (action.is.words) } } }
                            } @else {
                                (moves(call, &format!("/svar/familie/{}/plan/tiltak/{}", view.family(), action.id()), action))
                            }
                        }
                    }
                }
            }
        }
        @let shared = shared_plans(call, views, actor);
        @if !shared.is_empty() {
            section.v-kort {
                h2 { (say.say("answer-plans")) }
                ul.v-linjer.v-linjer--tett {
                    @for (name, family) in &shared {
                        li { a href={ "/svar/familie/" (family) "/plan" } { (name) } }
                    }
                }
            }
        }
        @if !others.is_empty() {
            section.v-kort.v-kort--dus {
                h2 { (say.say("answer-answered")) }
                ul.v-linjer.v-linjer--tett {
                    @for (view, request) in &others {
                        li {
                            a href=(address(view, request)) { (request.is.question) }
                            p.v-dus { (answer_in_words(call, request)) }
                        }
                    }
                }
            }
        }
    }
}

/// The plans of which the helper sees a part, by name. A coordinator reads plans as a coordinator does.
fn shared_plans(call: &Call, views: &[View], actor: ActorId) -> Vec<(String, FamilyId)> {
    if call.visit.role == Role::Coordinator {
        return Vec::new();
    }
    let shared = views.iter().filter(|view| shares_plan(view, actor));
    let mut plans: Vec<_> = shared.map(|view| (plan_of(call, view), view.family())).collect();
    plans.sort();
    plans
}

/// Whose plan: the family's name when the helper may know it, else the given names of the children, else no name.
fn plan_of(call: &Call, view: &View) -> String {
    let say = call.say();
    let children: Vec<String> = view
        .sees()
        .all::<Person>()
        .filter(|person| person.is.generation == Generation::Child)
        .map(|person| person.is.given.clone())
        .collect();
    match (view.family_name(), children.is_empty()) {
        (Some(name), _) => say.with("answer-plan-family", [("name", name.into())]).into_owned(),
        (None, false) => {
            say.with("answer-plan-of", [("names", parts::listed(call, &children).into())]).into_owned()
        }
        (None, true) => say.say("answer-plan-unnamed").into_owned(),
    }
}
