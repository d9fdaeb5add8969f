//! A call: who asks, in which language, when. Made once for each request; nothing below asks again.

use crate::frame::house::House;
use crate::frame::problem::Problem;
use crate::frame::text::{Lang, Say};
use access::terms::{ActorId, Role};
use access::{Edition, Session, SessionKey, View, Visit};
use axum::extract::FromRequestParts;
use axum::http::header;
use axum::http::request::Parts;
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// What every handler gets.
#[derive(Clone)]
pub struct Call {
    /// What all handlers share.
    pub house: House,
    /// Who asks, as what, when. A visitor when nobody is signed in.
    pub visit: Visit,
    /// The session, when somebody is.
    pub session: Option<Session>,
    /// The language of the page.
    pub lang: Lang,
    /// The path of the address.
    pub path: String,
    /// Asked for by htmx: the part is enough.
    pub part: bool,
}

/// The actor of everybody who has not signed in.
pub const NOBODY: ActorId = ActorId::new(0);

impl Call {
    /// The words in the reader's language.
    pub fn say(&self) -> Say<'_> {
        self.house.texts.say(self.lang)
    }

    /// A message without variables, in the reader's language.
    pub fn t(&self, key: &str) -> std::borrow::Cow<'_, str> {
        self.say().say(key)
    }

    /// A piece of a page that follows from a view, in the reader's language and with the services and helpers of now:
    /// put together once, and then the same until one of them is another. See [`View::once`] for what has no place in
    /// it.
    pub fn once<T: Send + Sync + 'static>(&self, view: &View, make: impl FnOnce() -> T) -> Arc<T> {
        view.once((self.lang, Edition::of(&self.house.gate.directory())), make)
    }

    /// The day in Norway.
    pub fn today(&self) -> jiff::civil::Date {
        self.visit.moment.today
    }

    /// Whether somebody is signed in.
    pub fn is_signed_in(&self) -> bool {
        self.session.is_some()
    }

    /// Lets these roles through. Others get the page of what does not exist; visitors are asked to sign in.
    ///
    /// # Errors
    /// Not one of these roles.
    pub fn only(&self, roles: &[Role]) -> Result<(), Problem> {
        if !self.is_signed_in() {
            return Err(Problem::SignIn);
        }
        if roles.contains(&self.visit.role) { Ok(()) } else { Err(Problem::Missing) }
    }

    /// Where somebody in this role begins.
    pub fn start(&self) -> &'static str {
        start_of(self.visit.role)
    }
}

/// Where somebody in a role begins.
pub const fn start_of(role: Role) -> &'static str {
    match role {
        Role::Citizen => "/min",
        Role::Coordinator => "/arbeid",
        Role::Helper | Role::Volunteer => "/svar",
        Role::Intake => "/arbeid/venteliste",
        Role::Leader => "/styring",
        Role::Administrator => "/oppsett",
        Role::Visitor | Role::System => "/",
    }
}

/// How long a session may rest (ASVS 7.3): a family's phone is lent out, a helper's machine is managed.
fn idle_limit(role: Role) -> SignedDuration {
    if role == Role::Citizen { SignedDuration::from_mins(15) } else { SignedDuration::from_mins(30) }
}

/// How long a session may last at all.
const LONGEST: SignedDuration = SignedDuration::from_hours(8);

/// The cookie's name. With `__Host-` a browser takes it only over TLS, for this host and all paths.
pub const fn cookie_name(secure: bool) -> &'static str {
    if secure { "__Host-veven" } else { "veven" }
}

/// The cookie that remembers the language.
pub const LANGUAGE_COOKIE: &str = "veven-sprak";

/// That cookie with a language in it.
pub fn language_cookie(lang: Lang, secure: bool) -> String {
    let secure = if secure { "; Secure" } else { "" };
    format!("{LANGUAGE_COOKIE}={}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly{secure}", lang.code())
}

/// Hash of a session's cookie value; only this is stored.
pub fn token_hash(token: &str) -> String {
    use std::fmt::Write;
    let mut text = String::with_capacity(64);
    for byte in Sha256::digest(token.as_bytes()) {
        // Writing into a text cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// The value of a cookie.
pub fn cookie<'a>(parts: &'a Parts, name: &str) -> Option<&'a str> {
    parts
        .headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .find_map(|pair| pair.trim().split_once('=').filter(|(key, _)| *key == name).map(|(_, value)| value))
}

async fn session(house: &House, parts: &Parts, now: Timestamp) -> Result<Option<Session>, Problem> {
    let Some(token) = cookie(parts, cookie_name(house.secure)) else { return Ok(None) };
    let hash = token_hash(token);
    let sessions = house.gate.sessions();
    let Some(session) = sessions.session(&hash).await? else { return Ok(None) };
    let rested = now.duration_since(session.seen);
    if rested > idle_limit(session.role) || now.duration_since(session.started) > LONGEST {
        sessions.end(&hash).await?;
        return Ok(None);
    }
    if rested > SignedDuration::from_mins(1) {
        sessions.touch(&hash, now).await?;
    }
    Ok(Some(session))
}

impl FromRequestParts<House> for Call {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self, Problem> {
        let moment = house.moment();
        let request = house.gate.random();
        let visit = |session: Option<&Session>| Visit {
            actor: session.map_or(NOBODY, |session| session.actor),
            role: session.map_or(Role::Visitor, |session| session.role),
            service: session.and_then(|session| session.service),
            moment,
            request,
            session: session.and_then(|session| SessionKey::of(&session.hash)),
        };
        // A role that has ended is no role: the session names it, the directory of today decides.
        let session = session(house, parts, moment.at)
            .await?
            .filter(|session| house.gate.holds_role(&visit(Some(session))));
        let header = |name| parts.headers.get(name).and_then(|value| value.to_str().ok());
        let lang = cookie(parts, LANGUAGE_COOKIE)
            .and_then(Lang::from_code)
            .or_else(|| header(header::ACCEPT_LANGUAGE).and_then(Lang::accepted))
            .unwrap_or(Lang::Nb);
        Ok(Self {
            visit: visit(session.as_ref()),
            session,
            lang,
            path: parts.uri.path().to_owned(),
            part: parts.headers.contains_key("hx-request"),
            house: house.clone(),
        })
    }
}
