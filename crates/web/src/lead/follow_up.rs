//! What a leader looks at afterwards (R46), and where one asks and another approves (R84). The leader sees employees,
//! services and reasons; never which family, and nothing of what was seen.

use crate::frame::act::done_url;
use crate::frame::form::{Errors, Filled, FormOf, problem_text, seen};
use crate::frame::parts::{AskedQuery, Field, done, form, icon, tag};
use crate::frame::{Call, Page, Problem, Shown, dates};
use access::terms::{
    ActorId, Emergency, FamilyId, Moment, Problem as Fault, Role, ServiceId, ThingId, Trusted,
    working_days_after,
};
use access::{ActError, Verdict, Waiting};
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use maud::{Markup, html};

/// The list's address.
pub const PATH: &str = "/styring/oppfolging";

/// What waits for a leader.
pub async fn list(call: Call, Query(asked): AskedQuery) -> Result<Shown, Problem> {
    call.only(&[Role::Leader])?;
    let gate = &call.house.gate;
    let emergencies = gate.emergencies(&call.visit).await?;
    let places = gate.asked_to_trust(&call.visit).await?;
    let say = call.say();
    let content = html! {
        (done(&call, &asked))
        div.v-hode { div {
            h1 { (say.say("follow-title")) }
            p.v-ingress { (say.say("follow-text")) }
        } }
        section.v-stabel {
            h2 { (say.say("follow-emergencies")) }
            @if emergencies.is_empty() { p { (say.say("follow-emergencies-none")) } }
            @for opened in &emergencies {
                article.v-kort.v-kort--tett {
                    h3 { (who(&call, opened.is.helper)) }
                    (facts(&call, opened))
                    @if opened.is.helper == call.visit.actor { p { (say.say("follow-own")) } }
                    @else {
                        div.v-knapper {
                            a.ds-button data-variant="secondary" href={ (PATH) "/nod/" (opened.seen.0) } {
                                (say.say("follow-look")) span.v-skjult { ": " (who(&call, opened.is.helper)) }
                            }
                        }
                    }
                }
            }
        }
        section.v-stabel {
            h2 { (say.say("follow-places")) }
            p.v-dus { (say.say("follow-places-text")) }
            @if places.is_empty() { p { (say.say("follow-places-none")) } }
            @for place in &places { (asked_for(&call, place)) }
        }
    };
    Ok(Page::new(say.say("follow-title")).at("/styring").show(&call, content))
}

fn who(call: &Call, actor: ActorId) -> String {
    let directory = call.house.gate.directory();
    directory.helper(actor).map_or_else(|| call.t("who-helper").into_owned(), |helper| helper.name.clone())
}

fn service(call: &Call, service: ServiceId) -> String {
    call.house.gate.directory().service(service).map(|it| it.name.clone()).unwrap_or_default()
}

/// Until when somebody must have looked at it.
fn due(call: &Call, opened: &Waiting<Emergency>) -> Date {
    let most = call.house.gate.limits(&call.visit).emergency_check_working_days;
    working_days_after(Moment::day_of(opened.at), most)
}

/// Who, when, why, and whether the family knows.
fn facts(call: &Call, opened: &Waiting<Emergency>) -> Markup {
    let say = call.say();
    let due = due(call, opened);
    let late = due < call.today();
    let day = dates::near(say, due, call.today());
    html! {
        p.v-dus { (service(call, opened.is.service)) " · " (dates::instant(say, opened.at, call.today())) }
        dl.v-fakta {
            dt { (say.say("follow-why")) } dd { "«" (opened.is.why) "»" }
            dt { (say.say("follow-family")) }
            dd {
                @match &opened.is.untold {
                    None => { (say.say("follow-family-told")) }
                    Some(why) => { (say.say("follow-family-untold")) " «" (why) "»" }
                }
            }
        }
        p {
            @if late { (tag("danger", "klokke", &say.with("follow-late", [("day", day.into())]))) }
            @else { (tag("warning", "venter", &say.with("follow-due", [("day", day.into())]))) }
        }
    }
}

/// A place among the few who may know where somebody is.
fn asked_for(call: &Call, place: &Waiting<Trusted>) -> Markup {
    let say = call.say();
    let is = &place.is;
    // One asks, another approves; and nobody approves oneself.
    let own = is.asked_by == call.visit.actor || is.helper == call.visit.actor;
    let name = who(call, is.helper);
    html! {
        article.v-kort.v-kort--tett {
            h3 { (name) }
            p.v-dus { (service(call, is.service)) " · " (dates::instant(say, place.at, call.today())) }
            dl.v-fakta {
                dt { (say.say("follow-why")) } dd { "«" (is.why) "»" }
                dt { (say.say("follow-asked-by")) } dd { (who(call, is.asked_by)) }
                dt { (say.say("follow-until")) } dd { (dates::short(say, is.until, call.today())) }
            }
            @if own { p { (say.say("follow-place-own")) } }
            @else {
                (form(call, &format!("{PATH}/adresse"), "v-knapper", html! {
                    (seen(place.seen.0, place.seen.1))
                    button.ds-button name="svar" value="ja" { (icon("hake")) (say.say("follow-approve")) span.v-skjult { ": " (name) } }
                    button.ds-button data-variant="secondary" name="svar" value="nei" { (say.say("follow-say-no")) span.v-skjult { ": " (name) } }
                }))
            }
        }
    }
}

/// The one that the address names, when this leader can look at it: not one's own.
async fn find(call: &Call, thing: &str) -> Result<Waiting<Emergency>, Problem> {
    call.only(&[Role::Leader])?;
    let thing: ThingId = thing.parse().map_err(|_| Problem::Missing)?;
    let all = call.house.gate.emergencies(&call.visit).await?;
    all.into_iter()
        .find(|opened| opened.seen.0 == thing && opened.is.helper != call.visit.actor)
        .ok_or(Problem::Missing)
}

/// One emergency, with the form.
pub async fn show(call: Call, Path(thing): Path<String>) -> Result<Shown, Problem> {
    let opened = find(&call, &thing).await?;
    let content = page(&call, &opened, &Filled::empty(), &Errors::none());
    Ok(frame(&call).show(&call, content))
}

fn frame(call: &Call) -> Page {
    Page::new(call.t("follow-look-title")).narrow().at("/styring")
}

fn page(call: &Call, opened: &Waiting<Emergency>, filled: &Filled, errors: &Errors) -> Markup {
    let say = call.say();
    let choice = |value: &str, key: &str| (value.to_owned(), say.say(key).into_owned(), None::<String>);
    let right = [choice("ja", "follow-right"), choice("nei", "follow-wrong")];
    let tell = [choice("ja", "follow-tell-now")];
    html! {
        (errors.summary(call))
        nav.ds-breadcrumbs aria-label=(say.say("plan-you-are-here")) {
            a href=(PATH) { (say.say("follow-title")) }
            ol {
                li { a href=(PATH) { (say.say("follow-title")) } }
                li { a href="#innhold" aria-current="page" { (say.say("follow-look-title")) } }
            }
        }
        h1 { (say.say("follow-look-title")) }
        section.v-kort {
            h2 { (who(call, opened.is.helper)) }
            (facts(call, opened))
        }
        (form(call, &format!("{PATH}/nod/{}", opened.seen.0), "v-skjema", html! {
            (seen(opened.seen.0, opened.seen.1))
            (Field::new("right", say.say("follow-was-it-right")).choices(call, filled, errors, "radio", &right))
            (Field::new("words", say.say("follow-words")).hint(say.say("follow-words-hint")).area(call, filled, errors, 3))
            @if opened.is.untold.is_some() {
                (Field::new("tell", say.say("follow-tell")).hint(say.say("follow-tell-hint")).optional().choices(call, filled, errors, "checkbox", &tell))
            }
            div.v-knapper { button.ds-button { (icon("lagre")) (say.say("follow-save")) } }
        }))
    }
}

/// Says whether it was right.
pub async fn check(Path(thing): Path<String>, sent: FormOf) -> Result<Response, Problem> {
    let call = &sent.call;
    // The same form sent twice finds it done: that is no error.
    let list = Redirect::to(&done_url(PATH, "follow-checked")).into_response();
    if call.house.gate.was_done(&sent.key).await? {
        return Ok(list);
    }
    let opened = find(call, &thing).await?;
    let words = sent.filled.text("words");
    let right = match sent.filled.raw("right") {
        "ja" => Some(true),
        "nei" => Some(false),
        _ => None,
    };
    let mut errors = Errors::none();
    if right.is_none() {
        errors.add("right", problem_text(call, Fault::Choice));
    }
    if words.is_empty() {
        errors.add("words", problem_text(call, Fault::Empty));
    }
    if let Some(right) = right.filter(|_| errors.is_empty()) {
        let verdict = Verdict { right, words, tell: sent.filled.chose("tell", "ja") };
        let read = sent.filled.seen().unwrap_or(opened.seen);
        let gate = &call.house.gate;
        match gate.check_emergency(&call.visit, opened.family, read, verdict, sent.key.clone()).await {
            Ok(_) => return Ok(list),
            Err(ActError::Refused(refusal)) => errors = Errors::of(call, &refusal),
            Err(other) => return Err(other.into()),
        }
    }
    let content = page(call, &opened, &sent.filled, &errors);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, frame(call).failed().show(call, content)).into_response())
}

/// Approves a place among the few, or says no.
pub async fn answer(sent: FormOf) -> Result<Response, Problem> {
    let call = &sent.call;
    call.only(&[Role::Leader])?;
    let gate = &call.house.gate;
    let yes = match sent.filled.raw("svar") {
        "ja" => true,
        "nei" => false,
        _ => return Err(Problem::Unreadable),
    };
    let code = if yes { "follow-approved" } else { "follow-refused" };
    let back = Redirect::to(&done_url(PATH, code)).into_response();
    if gate.was_done(&sent.key).await? {
        return Ok(back);
    }
    let read = sent.filled.seen().ok_or(Problem::Missing)?;
    let family: FamilyId = gate
        .asked_to_trust(&call.visit)
        .await?
        .into_iter()
        .find(|asked| asked.seen.0 == read.0)
        .map(|asked| asked.family)
        .ok_or(Problem::Missing)?;
    gate.approve_trust(&call.visit, family, read, yes, sent.key.clone()).await?;
    Ok(back)
}
