//! For what a dossier is opened: asked once for each family in a session, of whoever is at work (R38).
//!
//! The question stands at the address that was asked for, in place of its page, and says nothing of the family. The
//! answer leads back there. It is written into the journal, where the family reads it. When a form was sent there, what
//! was typed waits in the question, and is sent on with the answer.

use crate::frame::form::FormOf;
use crate::frame::parts::form;
use crate::frame::{Call, Map, Page, Problem, Shown};
use access::Purpose;
use access::terms::FamilyId;
use axum::http::Uri;
use axum::response::Redirect;
use maud::{Markup, html};

/// Where the answer is sent.
const PATH: &str = "/hvorfor";
// Fields of the question. What was typed may stand beside them, so no other form has such names.
const FAMILY: &str = "apne-familie";
const TO: &str = "apne-til";
const PURPOSE: &str = "apne-for";
const SENT: &str = "apne-sendt";

/// The routes of this room.
pub fn routes(map: Map) -> Map {
    map.post(PATH, open)
}

/// The question, in place of the page at `to`, with what was typed in a form that was sent there.
pub fn ask(call: &Call, family: FamilyId, to: &str, typed: Option<Vec<(String, String)>>) -> Shown {
    let say = call.say();
    let content = html! {
        section.v-kort {
            h1 { (say.say("opening-heading")) }
            p { (say.say("opening-text")) }
            @if typed.is_some() { p { (say.say("opening-kept")) } }
            (form(call, PATH, "", html! {
                input type="hidden" name=(FAMILY) value=(family);
                input type="hidden" name=(TO) value=(to);
                @if let Some(typed) = &typed {
                    input type="hidden" name=(SENT) value="ja";
                    @for (name, value) in typed { input type="hidden" name=(name) value=(value); }
                }
                div.v-knapper { @for purpose in Purpose::of(call.visit.role) { (choice(call, *purpose)) } }
            }))
            p.v-dus { (say.say("opening-once")) }
            p { a href=(call.start()) { (say.say("opening-back")) } }
        }
    };
    Page::new(say.say("opening-heading")).narrow().show(call, content)
}

fn choice(call: &Call, purpose: Purpose) -> Markup {
    let words = call.say().coded("purpose", purpose.code()).into_owned();
    html! { button.ds-button data-variant="secondary" name=(PURPOSE) value=(purpose.code()) { (words) } }
}

/// Opens, and leads to where the reader was going: to look, or, with all that was typed, to send it.
async fn open(form: FormOf) -> Result<Redirect, Problem> {
    let call = &form.call;
    let session = call.session.as_ref().ok_or(Problem::SignIn)?;
    let session = access::SessionKey::of(&session.hash).ok_or(Problem::SignIn)?;
    let purpose = Purpose::from_code(form.filled.raw(PURPOSE)).ok_or(Problem::Unreadable)?;
    let family = form.filled.parse(FAMILY).ok_or(Problem::Missing)?;
    call.house.gate.open_for(&call.visit, session, family, purpose).await?;
    let Some(to) = within(form.filled.raw(TO)) else { return Ok(Redirect::to(call.start())) };
    Ok(if form.filled.has(SENT) { Redirect::temporary(&to) } else { Redirect::to(&to) })
}

/// An address in this house: a path, and nothing that a browser could take for another host.
fn within(to: &str) -> Option<String> {
    let address: Uri = to.parse().ok()?;
    let ours = address.host().is_none() && to.starts_with('/') && !to[1..].starts_with(['/', '\\']);
    ours.then(|| to.to_owned())
}

#[cfg(test)]
mod tests {
    use super::within;

    #[test]
    fn the_answer_leads_to_no_other_host() {
        for ours in ["/arbeid", "/arbeid/familie/0123456789ab/plan?dato=2026-11-01", "/svar"] {
            assert_eq!(within(ours).as_deref(), Some(ours));
        }
        for other in [
            "",
            "arbeid",
            "https://evil.example/",
            "//evil.example",
            "/\\evil.example",
            "/a b",
            "javascript:x",
        ] {
            assert_eq!(within(other), None, "{other}");
        }
    }
}
