//! What a family that writes in own words is shown: what was found, cut to what one can take in.

use access::terms::Sector;
use access::{Directory, Service};
use rights::Knowledge;
use rights::catalogue::{Catalogue, RightKind};
use search::{Doc, Hit, Search, Shelf, Topic, What};
use std::sync::{Arc, Mutex, Once, PoisonError};

/// Situations, services and rights that are shown at most.
const SITUATIONS: usize = 4;
const SERVICES: usize = 4;
const RIGHTS: usize = 6;
/// What fits less than this share of the best is not shown.
const FITS: f32 = 0.35;
/// Services are few, and a loose match is soon the best: they must fit better.
const SERVICE_FITS: f32 = 0.5;

/// Bodies that nobody is shown who has not named what they are for: somebody may look over a shoulder.
const PRIVATE: [Sector; 3] = [Sector::CrisisShelter, Sector::ChildWelfare, Sector::FamilyCounselling];

/// The services of one directory, and an index over them.
pub struct Services {
    directory: Arc<Directory>,
    list: Vec<Service>,
    shelf: Shelf,
}

/// The search of these pages. The index over the municipality's services is made again when its directory changes.
#[derive(Default)]
pub struct Finder(Mutex<Option<Arc<Services>>>);

/// What is shown.
pub struct Shown {
    /// Life situations, the best first.
    pub situations: Vec<usize>,
    /// Rights, the best first.
    pub rights: Vec<usize>,
    /// Services of the directory, those open to all first.
    pub services: Vec<Service>,
    /// What was named.
    pub topics: Vec<&'static Topic>,
    /// More was written than is read.
    pub cut: bool,
}

/// Makes the index over situations and rights ready, on a thread of its own, when the field to write in is shown for
/// the first time: there long before anybody has written a word, and no burden where nobody does.
pub fn prepare() {
    static BEGUN: Once = Once::new();
    BEGUN.call_once(|| {
        std::thread::spawn(|| {
            for fault in Search::shipped().err().into_iter().flatten() {
                tracing::error!("the words of the search: {fault}");
            }
        });
    });
}

impl Finder {
    /// What fits a text.
    pub fn find(&self, directory: &Arc<Directory>, text: &str) -> Shown {
        let mut shown = Shown {
            situations: Vec::new(),
            rights: Vec::new(),
            services: Vec::new(),
            topics: Vec::new(),
            cut: search::cut(text).1,
        };
        // Tests keep it whole; should it not be, the log says so, and the page leads to a human being.
        let Ok(search) = Search::shipped() else { return shown };
        let found = search.ask(text);
        for hit in found.hits.iter().filter(|hit| hit.fits >= FITS) {
            match hit.what {
                What::Situation(place) if shown.situations.len() < SITUATIONS => shown.situations.push(place),
                What::Right(right) if shown.rights.len() < RIGHTS => shown.rights.push(right),
                _ => {}
            }
        }
        shown.services = self.services(search, directory, text, &found.hits, !found.topics.is_empty());
        shown.topics = found.topics;
        shown
    }

    fn services(
        &self,
        search: &Search,
        directory: &Arc<Directory>,
        text: &str,
        hits: &[Hit],
        named: bool,
    ) -> Vec<Service> {
        let Some(services) = self.of(search, directory) else { return Vec::new() };
        let ranked = search.services(&services.shelf, text, hits);
        let best = ranked.first().map_or(0.0, |(_, score)| *score);
        let fitting = ranked.iter().filter(|(_, score)| *score >= SERVICE_FITS * best);
        let fitting = fitting.filter_map(|(place, _)| services.list.get(*place));
        let mut shown: Vec<Service> =
            fitting.filter(|it| named || !PRIVATE.contains(&it.sector)).take(SERVICES).cloned().collect();
        shown.sort_by_key(|service| !service.open_to_all);
        shown
    }

    /// The index over the services of a directory: the one from before while it is the same.
    fn of(&self, search: &Search, directory: &Arc<Directory>) -> Option<Arc<Services>> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(services) = kept.as_ref().filter(|it| Arc::ptr_eq(&it.directory, directory)) {
            return Some(Arc::clone(services));
        }
        let list: Vec<Service> = directory.services().into_iter().cloned().collect();
        let doc = |service: &Service| Doc {
            name: [service.name.clone(), service.name.clone()],
            words: [service.description.clone(), service.description.clone()],
            ..Doc::default()
        };
        let docs: Vec<Doc> = list.iter().map(doc).collect();
        let shelf = Shelf::of(&docs, search.lexicon()).ok()?;
        let services = Arc::new(Services { directory: Arc::clone(directory), list, shelf });
        *kept = Some(Arc::clone(&services));
        Some(services)
    }
}

impl Shown {
    /// Whether there is nothing to show but other ways.
    pub fn is_empty(&self) -> bool {
        self.situations.is_empty() && self.rights.is_empty() && self.services.is_empty()
    }

    /// The rights of a kind.
    pub fn of_kind<'a>(
        &'a self,
        catalogue: &'a Catalogue,
        kind: RightKind,
    ) -> impl Iterator<Item = usize> + 'a {
        self.rights.iter().copied().filter(move |right| catalogue.rights[*right].kind == kind)
    }

    /// A situation that leads to a right: one that was found, else one that is open to all.
    pub fn situation_of(&self, knowledge: &Knowledge, right: usize) -> Option<usize> {
        let leads = |place: &usize| knowledge.situations[*place].rights.contains(&right);
        let open = |place: &usize| !knowledge.situations[*place].private;
        let found = self.situations.iter().copied().find(leads);
        found.or_else(|| (0..knowledge.situations.len()).filter(open).find(leads)).or_else(|| {
            let named =
                |place: &usize| self.topics.iter().any(|it| it.situation == knowledge.situations[*place].id);
            (0..knowledge.situations.len()).filter(named).find(leads)
        })
    }
}
