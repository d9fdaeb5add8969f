//! The receipt: a code to keep, what happens next and by when, and whom to ring. It stands in a cookie of half an
//! hour: nothing about it is in an address, and the page looks nothing up, so nobody can guess codes here.

use crate::door::front::help_line;
use crate::door::{ask, standing};
use crate::frame::parts::phone;
use crate::frame::{Call, Page, Problem, Shown, dates};
use access::terms::{Moment, Role};
use access::{Helper, Receipt};
use axum::extract::FromRequestParts;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::Timestamp;
use maud::{Markup, html};

/// Address of the page.
pub const PATH: &str = "/be-om-koordinator/kvittering";
/// The cookie that holds the receipt.
const COOKIE: &str = "veven-kvittering";
/// How long the receipt can be seen again, in seconds.
const KEPT: u32 = 30 * 60;

fn write(receipt: &Receipt) -> String {
    format!("{}.{}.{}", receipt.reference, u8::from(receipt.acute), receipt.reply_by.as_second())
}

/// Reads the cookie. Whoever changes it fools nobody but oneself.
fn read(value: &str) -> Option<Receipt> {
    let mut parts = value.split('.');
    let (reference, acute, reply_by) = (parts.next()?, parts.next()?, parts.next()?);
    let plain = reference.len() <= 16
        && reference.bytes().all(|letter| letter.is_ascii_alphanumeric() || letter == b'-');
    let reply_by = Timestamp::from_second(reply_by.parse().ok()?).ok()?;
    (plain && !reference.is_empty()).then(|| Receipt {
        reference: reference.to_owned(),
        acute: acute == "1",
        reply_by,
    })
}

/// Sends whoever asked to the receipt.
pub fn hand_over(call: &Call, receipt: &Receipt) -> Response {
    let secure = if call.house.secure { "; Secure" } else { "" };
    let cookie = format!(
        "{COOKIE}={}; Path={}; Max-Age={KEPT}; HttpOnly; SameSite=Strict{secure}",
        write(receipt),
        ask::PATH
    );
    let mut response = Redirect::to(PATH).into_response();
    if let Ok(value) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    response
}

/// The receipt that the browser holds.
pub struct Held(Option<Receipt>);

impl<S: Sync> FromRequestParts<S> for Held {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(
        parts: &mut axum::http::request::Parts,
        _: &S,
    ) -> Result<Self, Self::Rejection> {
        Ok(Self(crate::frame::call::cookie(parts, COOKIE).and_then(read)))
    }
}

pub async fn show(call: Call, Held(receipt): Held) -> Result<Response, Problem> {
    // The half hour is over: whoever has the code sees the case there.
    let Some(receipt) = receipt else { return Ok(Redirect::to(standing::PATH).into_response()) };
    Ok(page(&call, &receipt).into_response())
}

/// Those who read what comes in, with the number to ring: a person, not a portal.
pub fn readers(call: &Call) -> Markup {
    let directory = call.house.gate.directory();
    let readers = directory.with_role(Role::Intake, call.today());
    let number =
        |helper: &Helper| helper.phone.clone().unwrap_or_else(|| call.house.municipality.phone.clone());
    html! {
        @for (helper, _) in readers.iter().take(3) {
            div.v-rad.v-rad--ender {
                (crate::frame::parts::helper(helper, &helper.title))
                (phone(&number(helper)))
            }
        }
        @if readers.is_empty() { p { (call.t("receipt-ring")) " " (phone(&call.house.municipality.phone)) "." } }
    }
}

fn page(call: &Call, receipt: &Receipt) -> Shown {
    let (say, today) = (call.say(), call.today());
    let by = if receipt.acute {
        dates::instant(say, receipt.reply_by, today)
    } else {
        dates::near(say, Moment::day_of(receipt.reply_by), today)
    };
    let content = html! {
        div.ds-alert data-color="success" role="status" {
            h1 { (call.t("receipt-heading")) }
            p { (say.with("receipt-by", [("when", by.into())])) }
        }
        @if receipt.acute { (help_line(call, true)) }
        section.v-kort {
            h2 { (call.t("receipt-code-heading")) }
            p.v-kode { (receipt.reference) }
            p { (call.t("receipt-code-text")) " " a href=(standing::PATH) { (call.t("door-standing-link")) } }
        }
        section.v-kort {
            h2 { (call.t("receipt-who")) }
            (readers(call))
        }
        section.v-kort {
            h2 { (call.t("receipt-next")) }
            ol.v-nummer {
                li { b { (call.t("receipt-next-1")) } span { (call.t("receipt-next-1-text")) } }
                li { b { (call.t("receipt-next-2")) } span { (call.t("receipt-next-2-text")) } }
                li { b { (call.t("receipt-next-3")) } span { (call.t("receipt-next-3-text")) } }
            }
        }
        section.v-kort.v-kort--dus {
            h2 { (call.t("receipt-kept")) }
            p { (call.t("receipt-kept-text")) " " a href="/personvern" { (call.t("ask-privacy-link")) } }
        }
        p { a href="/" { (call.t("problem-to-start")) } }
    };
    Page::new(call.t("receipt-title")).narrow().show(call, content)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_receipt_is_read_back_and_rubbish_is_not() {
        let receipt = Receipt {
            reference: "K7FM-2QRP".into(),
            acute: true,
            reply_by: Timestamp::from_second(1_795_000_000).unwrap(),
        };
        assert_eq!(read(&write(&receipt)), Some(receipt));
        for rubbish in ["", "a", "a.1", "<b>.1.1", "A.1.x", "A.1.99999999999999999"] {
            assert_eq!(read(rubbish), None, "{rubbish}");
        }
    }
}
