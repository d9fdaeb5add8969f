//! Which family, for somebody who belongs to several; and what to do for somebody who belongs to none.

use crate::frame::parts::{form, icon};
use crate::frame::{Call, FormOf, Page, Problem, Shown};
use crate::plan::place::FAMILY_COOKIE;
use access::View;
use access::terms::{Course, FamilyId, Phase, Role, present};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

/// The families that somebody can choose among; one that was taken in under another is found there.
async fn mine(call: &Call) -> Result<Vec<View>, Problem> {
    call.only(&[Role::Citizen])?;
    let families = call.house.gate.families(&call.visit).await?;
    let stands = |view: &View| {
        !view.sees().only::<Course>().is_some_and(|course| matches!(course.is.phase, Phase::Merged { .. }))
    };
    Ok(call.house.gate.views_where(&call.visit, &families, "families", stands).await?)
}

/// The page where one chooses.
pub async fn show(call: Call) -> Result<Shown, Problem> {
    let families = mine(&call).await?;
    let title = call.t("home-families").into_owned();
    let content = if families.is_empty() { nobody(&call) } else { choices(&call, &families) };
    Ok(Page::new(title).narrow().show(&call, content))
}

/// Said to whoever is signed in and finds no family here.
pub fn nobody(call: &Call) -> Markup {
    let say = call.say();
    html! {
        section.v-tom {
            h1 { (say.say("home-no-family")) }
            p { (say.with("home-no-family-text", [("phone", call.house.municipality.phone.clone().into())])) }
            div.v-knapper { a.ds-button href="/be-om-koordinator" { (say.say("home-ask-for-help")) } }
        }
    }
}

fn choices(call: &Call, families: &[View]) -> Markup {
    let say = call.say();
    html! {
        h1 { (say.say("home-families")) }
        p.v-ingress { (say.say("home-families-text")) }
        ul.v-personer {
            @for view in families {
                @let names: Vec<&str> = present(&view.sees(), call.today()).into_iter().map(|person| person.is.given.as_str()).collect();
                li {
                    (form(call, "/min/familie", "", html! {
                        button.v-person name="familie" value=(view.family()) {
                            span.v-initial.v-initial--familie.v-initial--stor aria-hidden="true" { (icon("familie")) }
                            span { b { (view.family_name().unwrap_or_default()) } small { (names.join(", ")) } }
                        }
                    }))
                }
            }
        }
    }
}

/// Remembers the choice until the browser is closed.
pub async fn choose(sent: FormOf) -> Result<Response, Problem> {
    let call = &sent.call;
    let families = mine(call).await?;
    let chosen: FamilyId = sent.filled.parse("familie").ok_or(Problem::Missing)?;
    if !families.iter().any(|view| view.family() == chosen) {
        return Err(Problem::Missing);
    }
    let secure = if call.house.secure { "; Secure" } else { "" };
    let cookie = format!("{FAMILY_COOKIE}={chosen}; Path=/; HttpOnly; SameSite=Lax{secure}");
    let mut response = Redirect::to("/min").into_response();
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}
