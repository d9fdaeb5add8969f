//! What all handlers share.

use crate::frame::sheet::Printer;
use crate::frame::text::Texts;
use access::terms::{ActorId, Moment, Processing, Role, ServiceId};
use access::{Desk, Gate};
use jiff::Timestamp;
use std::sync::Arc;

/// The municipality as it presents itself.
#[derive(Debug, Clone)]
pub struct Municipality {
    /// Name, such as «Lindvik kommune».
    pub name: String,
    /// The number that people ring.
    pub phone: String,
    /// Districts to choose from; none in a municipality without.
    pub districts: Vec<String>,
    /// Where «leave this page» leads: a page that says nothing about whoever comes there. The municipality may
    /// choose one that everybody looks at; otherwise [`Municipality::NOWHERE`].
    pub leave_url: String,
}

impl Municipality {
    /// The browser's own empty page.
    pub const NOWHERE: &str = "about:blank";
}

/// Somebody whom one can be in a demonstration.
#[derive(Debug, Clone)]
pub struct Persona {
    /// Short id, used in forms.
    pub id: String,
    /// The account.
    pub actor: ActorId,
    /// In which role.
    pub role: Role,
    /// For which service.
    pub service: Option<ServiceId>,
    /// Name.
    pub name: String,
    /// Key of the text that says what there is to see.
    pub about: String,
}

/// Everything that a handler can reach. Every layer around a handler takes a copy, so a copy is one count.
#[derive(Clone)]
pub struct House(Arc<Fittings>);

/// What a house is fitted with.
pub struct Fittings {
    /// The way in to dossiers.
    pub gate: Gate,
    /// The way in to what belongs to no family.
    pub desk: Desk,
    /// Rights, and the situations that lead to them.
    pub rights: &'static rights::Knowledge,
    /// For what information is used, and on which basis.
    pub processing: Processing,
    /// The words.
    pub texts: Texts,
    /// Whose house it is.
    pub municipality: Municipality,
    /// The clock; given, so that tests stand still and the demo can stand on a day.
    pub clock: Arc<dyn Fn() -> Timestamp + Send + Sync>,
    /// People to be in a demonstration; `None` outside of it, and then the page does not exist.
    pub demo: Option<Vec<Persona>>,
    /// Whoever sets sheets as PDF.
    pub printer: Box<dyn Printer>,
    /// Served over TLS: cookies are `__Host-` and `Secure`.
    pub secure: bool,
}

impl std::ops::Deref for House {
    type Target = Fittings;

    fn deref(&self) -> &Fittings {
        &self.0
    }
}

impl From<Fittings> for House {
    fn from(fittings: Fittings) -> Self {
        Self(Arc::new(fittings))
    }
}

impl House {
    /// The present moment.
    pub fn moment(&self) -> Moment {
        Moment::of((self.clock)())
    }
}
