//! What the words of the rights catalogue mean in the dossier: the categories of facts, and how long terms are.

use access::terms::{Category, after, working_days_after};
use jiff::Span;
use jiff::civil::Date;
use rights::catalogue::{Catalogue, ONLY_WHEN_OPENED, Right, Term, TermUnit};

/// Whether a fact may be kept and sent from these pages. The most delicate are told to whoever they concern, by the one
/// who opens it; and what could tell where somebody lives is kept as an address and nowhere else.
pub fn is_shared(catalogue: &Catalogue, fact: u16) -> bool {
    let known = catalogue.fact_at(fact);
    known.sensitivity < ONLY_WHEN_OPENED && category(&known.category) != Category::Location
}

/// The category of access for a category of the catalogue. How a family lives is kept as money matters are.
pub fn category(code: &str) -> Category {
    Category::from_code(&code.replace('_', "-")).unwrap_or(Category::Economy)
}

/// The category of the most delicate fact that an application needs.
pub fn most_delicate(catalogue: &Catalogue, right: &Right) -> Category {
    let facts = right.asks_for.iter().map(|fact| catalogue.fact_at(*fact));
    let shared = facts.filter(|fact| fact.sensitivity < ONLY_WHEN_OPENED);
    let most = shared.max_by_key(|fact| fact.sensitivity).map(|fact| category(&fact.category));
    // That somebody applies for money, or for help in the home, is told to nobody by the way.
    most.filter(|it| !matches!(it, Category::Contact | Category::Location | Category::ServiceLink))
        .unwrap_or(Category::Economy)
}

/// A day so long after another.
pub fn counted(from: Date, term: &Term) -> Date {
    match term.of {
        TermUnit::WorkingDays => working_days_after(from, u16::try_from(term.count).unwrap_or(u16::MAX)),
        TermUnit::Weeks => after(from, i32::try_from(term.count * 7).unwrap_or(i32::MAX)),
        TermUnit::Months => from.saturating_add(Span::new().months(term.count)),
    }
}
