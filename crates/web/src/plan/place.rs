//! Where a plan page stands: whose address it has, which family it is about, and how the reader comes to it.
//!
//! One set of pages hangs under three addresses: the family's own, the coordinator's and the helper's. The
//! address decides which role may come that way; the view decides what is seen.

use crate::House;
use crate::frame::call::cookie;
use crate::frame::form::{FormOf, hidden};
use crate::frame::{Call, Page, Problem, Who};
use access::may::may;
use access::terms::{Command, Course, Entry, FamilyId, Payload, Phase, Role, ThingId};
use access::{ActError, Acted, View};
use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use serde::Deserialize;

/// Remembers which family somebody with several has chosen. An opaque id, for this browser session alone.
pub const FAMILY_COOKIE: &str = "veven-familie";
/// Field that ties a form to the family that it was made for, whatever is chosen meanwhile in another tab.
pub const FAMILY: &str = "familie";

/// Under whose address the page stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Base {
    /// `/min`: a family member's own.
    Own,
    /// `/arbeid/familie/{family}`: the coordinator's.
    Work(FamilyId),
    /// `/svar/familie/{family}`: a helper's.
    Answer(FamilyId),
}

impl Base {
    /// The address that all pages of the family begin with.
    pub fn path(self) -> String {
        match self {
            Base::Own => "/min".into(),
            Base::Work(family) => format!("/arbeid/familie/{family}"),
            Base::Answer(family) => format!("/svar/familie/{family}"),
        }
    }

    /// The place in the main menu.
    pub const fn menu(self) -> &'static str {
        match self {
            Base::Own => "/min/plan",
            Base::Work(_) => "/arbeid/familier",
            Base::Answer(_) => "/svar",
        }
    }

    const fn roles(self) -> &'static [Role] {
        match self {
            Base::Own => &[Role::Citizen],
            Base::Work(_) => &[Role::Coordinator],
            Base::Answer(_) => &[Role::Helper, Role::Volunteer],
        }
    }
}

/// Why no page is shown: a problem, or another page to go to first.
pub enum Detour {
    /// Told on a page of its own.
    Problem(Problem),
    /// Somewhere else first.
    To(&'static str),
}

impl<E: Into<Problem>> From<E> for Detour {
    fn from(error: E) -> Self {
        Detour::Problem(error.into())
    }
}

impl IntoResponse for Detour {
    fn into_response(self) -> Response {
        match self {
            Detour::Problem(problem) => problem.into_response(),
            Detour::To(path) => Redirect::to(path).into_response(),
        }
    }
}

/// What handlers answer with.
pub type Answered = Result<Response, Detour>;

/// The address, read once.
pub struct Place {
    /// Under whose address.
    pub base: Base,
    thing: Option<ThingId>,
    kind: Option<String>,
    chosen: Option<FamilyId>,
}

impl FromRequestParts<House> for Place {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self, Problem> {
        let path = parts.uri.path().to_owned();
        let chosen = cookie(parts, FAMILY_COOKIE).and_then(|id| id.parse().ok());
        let raw = RawPathParams::from_request_parts(parts, house).await.map_err(|_| Problem::Missing)?;
        let of =
            |wanted: &str| raw.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value.to_owned());
        // An address that holds no id of ours is an address that does not exist.
        let family = || of("family").and_then(|id| id.parse().ok()).ok_or(Problem::Missing);
        let base = if path.starts_with("/arbeid") {
            Base::Work(family()?)
        } else if path.starts_with("/svar") {
            Base::Answer(family()?)
        } else {
            Base::Own
        };
        let thing = match of("ting") {
            Some(id) => Some(id.parse().map_err(|_| Problem::Missing)?),
            None => None,
        };
        Ok(Self { base, thing, kind: of("slag"), chosen })
    }
}

impl Place {
    /// The thing that the address names.
    ///
    /// # Errors
    /// It names none.
    pub fn thing(&self) -> Result<ThingId, Problem> {
        self.thing.ok_or(Problem::Missing)
    }

    /// The kind of thing that the address names.
    pub fn kind(&self) -> &str {
        self.kind.as_deref().unwrap_or_default()
    }

    /// What the reader sees of the family that the page is about.
    ///
    /// # Errors
    /// Not this reader's; or a family must be chosen first.
    pub async fn view(&self, call: &Call, act: &'static str) -> Result<View, Detour> {
        self.view_for(call, None, act).await
    }

    /// The same, for a form that came in.
    ///
    /// # Errors
    /// As [`Place::view`].
    pub async fn view_of_form(&self, form: &FormOf, act: &'static str) -> Result<View, Detour> {
        self.view_for(&form.call, form.filled.parse(FAMILY), act).await
    }

    async fn view_for(
        &self,
        call: &Call,
        made_for: Option<FamilyId>,
        act: &'static str,
    ) -> Result<View, Detour> {
        let family = self.family(call, made_for).await?;
        Ok(call.house.gate.view(&call.visit, family, act).await?)
    }

    /// Which family the page is about.
    async fn family(&self, call: &Call, made_for: Option<FamilyId>) -> Result<FamilyId, Detour> {
        call.only(self.base.roles())?;
        match self.base {
            Base::Work(family) | Base::Answer(family) => Ok(family),
            Base::Own => {
                let families = call.house.gate.families(&call.visit).await?;
                match families.as_slice() {
                    [] => Err(Detour::To("/min/familie")),
                    [only] => Ok(*only),
                    several => made_for
                        .or(self.chosen)
                        .filter(|family| several.contains(family))
                        .ok_or(Detour::To("/min/familie")),
                }
            }
        }
    }

    /// Writes what a form says, when it can be written as it stands: `read` makes the command from what its writer
    /// sees. Otherwise nothing has happened, and the form must be shown again with what is to be mended.
    ///
    /// # Errors
    /// As [`Place::view`].
    pub async fn write(
        &self,
        form: &FormOf,
        act: &'static str,
        read: impl Fn(&Desk<'_>) -> Option<Command> + Send + Sync,
    ) -> Result<Option<Acted>, Detour> {
        let family = self.family(&form.call, form.filled.parse(FAMILY)).await?;
        let read = |view: &View| read(&Desk::new(&form.call, self.base, view));
        let gate = &form.call.house.gate;
        match gate.act_on_sight(&form.call.visit, family, act, form.key.clone(), read).await {
            Err(ActError::Refused(_)) => Ok(None),
            other => Ok(other?),
        }
    }
}

/// What a page is asked for with.
#[derive(Debug, Default, Deserialize)]
pub struct Ask {
    /// Code of the sentence that tells what happened.
    pub gjort: Option<String>,
    /// The thing that it happened to.
    pub ting: Option<String>,
    /// A filter: `naa` or `sikt`.
    pub vis: Option<String>,
    /// A day.
    pub dato: Option<String>,
    /// The first of two days.
    pub fra: Option<String>,
    /// The page of a long list.
    pub side: Option<usize>,
    /// A dream that something new hangs on.
    pub drom: Option<String>,
    /// A goal that something new hangs on.
    pub maal: Option<String>,
    /// A need that something new meets.
    pub behov: Option<String>,
    /// A person whom something new is about.
    pub person: Option<String>,
}

/// What every template of a family's pages needs: who reads, what is seen, and where the links go.
pub struct Desk<'a> {
    /// Who asks.
    pub call: &'a Call,
    /// Under whose address.
    pub base: Base,
    /// What is seen.
    pub view: &'a View,
    /// Names.
    pub who: Who<'a>,
    /// Help is going on or asked for; otherwise everything is read only.
    pub open: bool,
}

impl<'a> Desk<'a> {
    /// For one page.
    pub fn new(call: &'a Call, base: Base, view: &'a View) -> Self {
        let over = |course: &Course| matches!(course.phase, Phase::Closed { .. } | Phase::Merged { .. });
        let open = view.sees().only::<Course>().is_none_or(|course| !over(course.is));
        Self { call, base, view, who: Who::new(call, view), open }
    }

    /// An address below the family's.
    pub fn url(&self, tail: &str) -> String {
        format!("{}{tail}", self.base.path())
    }

    /// The address of a thing below the family's.
    pub fn url_of(&self, tail: &str, thing: ThingId) -> String {
        format!("{}{tail}/{thing}", self.base.path())
    }

    /// A form that remembers for which family it was made.
    pub fn form(&self, action: &str, classes: &str, content: Markup) -> Markup {
        html! {
            form method="post" action=(action) class=[(!classes.is_empty()).then_some(classes)] novalidate {
                (hidden(self.call))
                @if self.base == Base::Own {
                    input type="hidden" name=(FAMILY) value=(self.view.family());
                }
                (content)
            }
        }
    }

    /// Whether the reader may do something, as far as that depends on who it is.
    pub fn may(&self, command: &Command) -> bool {
        self.open && may(self.view, &self.call.visit, command)
    }

    /// Whether the reader writes in the plan at all.
    pub fn writes(&self) -> bool {
        self.open && (self.is_family() || self.holds())
    }

    /// Whether the reader may change this very thing.
    pub fn may_edit(&self, entry: &Entry) -> bool {
        let plain = matches!(
            entry.payload,
            Payload::Dream(_)
                | Payload::Goal(_)
                | Payload::Action(_)
                | Payload::Need(_)
                | Payload::Strength(_)
        );
        plain
            && self.writes()
            && self.may(&Command::Write {
                replaces: Some((entry.thing, entry.version)),
                payload: entry.payload.clone(),
                subjects: entry.subjects.clone(),
                audience: entry.audience.clone(),
            })
    }

    /// The reader belongs to the family.
    pub fn is_family(&self) -> bool {
        !self.view.standing().me.is_empty()
    }

    /// The reader holds the whole: as coordinator, or standing in.
    pub fn holds(&self) -> bool {
        self.view.standing().holds.is_some()
    }

    /// The reader is not of age.
    pub fn is_young(&self) -> bool {
        self.is_family() && !self.view.standing().adult
    }

    /// A page of this room, with the menu in place.
    pub fn page(&self, title: impl Into<String>) -> Page {
        let page = Page::new(title).at(self.base.menu());
        if self.is_young() { page.young() } else { page }
    }

    /// The way back: to the family for the coordinator, to the questions for a helper. `here` is the last step.
    pub fn crumbs(&self, steps: &[(String, String)], here: &str) -> Markup {
        let say = self.call.say();
        let first = match self.base {
            Base::Own => ("/min".to_owned(), say.say("menu-home").into_owned()),
            Base::Work(_) => {
                let name = self.view.family_name().unwrap_or_default();
                (self.base.path(), say.with("plan-family-named", [("name", name.into())]).into_owned())
            }
            Base::Answer(_) => ("/svar".to_owned(), say.say("menu-questions").into_owned()),
        };
        let back = steps.last().unwrap_or(&first);
        html! {
            nav.ds-breadcrumbs aria-label=(say.say("plan-you-are-here")) {
                a href=(back.0) { (back.1) }
                ol {
                    li { a href=(first.0) { (first.1) } }
                    @for (address, name) in steps { li { a href=(address) { (name) } } }
                    li { a href="#innhold" aria-current="page" { (here) } }
                }
            }
        }
    }
}
