//! Signing in and out. The seam for real sign-in is small: whoever knows who somebody is calls [`begin`] and
//! sends the cookie; nothing else in the house knows how somebody signed in.
//!
//! The page of personas exists in a demonstration only; otherwise it is not found.

use crate::frame::call::{Call, cookie_name, start_of, token_hash};
use crate::frame::form::FormOf;
use crate::frame::parts::{form, icon};
use crate::frame::{Map, Page, Problem, Shown};
use access::Session;
use access::terms::{ActorId, Role, ServiceId};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};
use maud::html;

/// The routes of this room.
pub fn routes(map: Map) -> Map {
    map.get("/logg-inn", choose)
        .post("/logg-inn", sign_in)
        .post("/logg-ut", sign_out)
        .get("/rolle", roles)
        .post("/rolle", change_role)
}

/// A random text of 256 bits.
fn token(call: &Call) -> String {
    (0..4).map(|_| format!("{:016x}", call.house.gate.random())).collect()
}

fn set_cookie(call: &Call, value: &str, age: &str) -> Option<HeaderValue> {
    let secure = if call.house.secure { "; Secure" } else { "" };
    let name = cookie_name(call.house.secure);
    HeaderValue::from_str(&format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{age}")).ok()
}

/// Begins a session for somebody whose identity is known, and ends the one before.
///
/// # Errors
/// The store is not available.
pub async fn begin(
    call: &Call,
    actor: ActorId,
    role: Role,
    service: Option<ServiceId>,
) -> Result<Response, Problem> {
    let sessions = call.house.gate.sessions();
    if let Some(session) = &call.session {
        sessions.end(&session.hash).await?;
    }
    let value = token(call);
    let now = call.visit.moment.at;
    let session = Session {
        hash: token_hash(&value),
        actor,
        role,
        service,
        csrf: token(call),
        started: now,
        seen: now,
    };
    sessions.start(session).await?;
    let mut response = Redirect::to(start_of(role)).into_response();
    if let Some(cookie) = set_cookie(call, &value, "") {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}

async fn choose(call: Call) -> Result<Shown, Problem> {
    let say = call.say();
    let Some(personas) = call.house.demo.clone() else {
        let content = html! {
            h1 { (say.say("signin-heading")) }
            p.v-ingress { (say.say("signin-not-set-up")) }
        };
        return Ok(Page::new(say.say("signin-heading")).narrow().show(&call, content));
    };
    let content = html! {
        div.v-hode { div {
            h1 { (say.say("signin-demo-heading")) }
            p.v-ingress { (say.say("signin-demo-text")) }
        } }
        ul.v-personer {
            @for persona in personas.iter() {
                li {
                    (form(&call, "/logg-inn", "", html! {
                        button.v-person name="persona" value=(persona.id) {
                            span class={ "v-initial v-initial--stor " (mark(persona.role)) } aria-hidden="true" {
                                (initials(&persona.name))
                            }
                            span { b { bdi { (persona.name) } } small { (say.say(&persona.about)) } }
                        }
                    }))
                }
            }
        }
    };
    Ok(Page::new(say.say("signin-demo-heading")).show(&call, content))
}

const fn mark(role: Role) -> &'static str {
    match role {
        Role::Citizen => "v-initial--familie",
        Role::Coordinator => "v-initial--koordinator",
        _ => "",
    }
}

fn initials(name: &str) -> String {
    let mut words = name.split(' ').filter_map(|word| word.chars().next());
    words.next().into_iter().chain(words.next_back()).collect()
}

async fn sign_in(form: FormOf) -> Result<Response, Problem> {
    let personas = form.call.house.demo.clone().ok_or(Problem::Missing)?;
    let chosen = form.filled.raw("persona");
    let persona = personas.iter().find(|persona| persona.id == chosen).ok_or(Problem::Missing)?;
    begin(&form.call, persona.actor, persona.role, persona.service).await
}

async fn sign_out(form: FormOf) -> Result<Response, Problem> {
    if let Some(session) = &form.call.session {
        form.call.house.gate.sessions().end(&session.hash).await?;
    }
    let mut response = Redirect::to("/").into_response();
    if let Some(cookie) = set_cookie(&form.call, "", "; Max-Age=0") {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    // A shared phone shows nothing of it afterwards, not even by going back.
    response.headers_mut().insert("clear-site-data", HeaderValue::from_static("\"cache\", \"storage\""));
    Ok(response)
}

/// The roles that a helper holds today. What is visible changes with the role; the journal names it.
async fn roles(call: Call) -> Result<Shown, Problem> {
    let held = held_roles(&call)?;
    let say = call.say();
    let directory = call.house.gate.directory();
    let content = html! {
        h1 { (say.say("role-heading")) }
        p.v-ingress { (say.say("role-text")) }
        ul.v-personer {
            @for (place, (role, service)) in held.iter().enumerate() {
                li {
                    (form(&call, "/rolle", "", html! {
                        button.v-person name="rolle" value=(place)
                            aria-current=[(*role == call.visit.role && Some(*service) == call.visit.service).then_some("true")] {
                            span.v-initial aria-hidden="true" { (icon("bruker")) }
                            span {
                                b { (say.say(&format!("role-{}", role.code()))) }
                                small { (directory.service(*service).map_or("", |service| service.name.as_str())) }
                            }
                        }
                    }))
                }
            }
        }
    };
    Ok(Page::new(say.say("role-heading")).narrow().show(&call, content))
}

fn held_roles(call: &Call) -> Result<Vec<(Role, ServiceId)>, Problem> {
    if !call.is_signed_in() {
        return Err(Problem::SignIn);
    }
    let directory = call.house.gate.directory();
    let helper = directory.helper(call.visit.actor).ok_or(Problem::Missing)?;
    let today = call.today();
    Ok(helper
        .assignments
        .iter()
        .filter(|held| held.holds(today))
        .map(|held| (held.role, held.service))
        .collect())
}

async fn change_role(form: FormOf) -> Result<Response, Problem> {
    let held = held_roles(&form.call)?;
    let (role, service) = form
        .filled
        .parse::<usize>("rolle")
        .and_then(|place| held.get(place).copied())
        .ok_or(Problem::Missing)?;
    begin(&form.call, form.call.visit.actor, role, Some(service)).await
}
