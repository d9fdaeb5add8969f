//! What research and statistics are given (R52; forvaltningsloven § 13 d, helsepersonelloven § 29, krisesenterlova § 5 a):
//! rows that are nobody's alone, on a decision in force, of families in which nobody has said no.
//!
//! Researchers never sign in. What leaves is made here, out of sealed dossiers, as a list of coarse codes under
//! pseudonyms; no name, id, date, place or word is in it, and nothing says why a family is not.

mod choice;
mod left_out;
mod rare;
mod variable;

use crate::directory::Directory;
use crate::sealed::Sealed;
pub use choice::{Word, deciders, may_say, word};
use dossier::*;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
pub use variable::Variable;

/// On what information is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// A decision that sets the duty of secrecy aside; whoever says no is out.
    Decision,
    /// The yes of everybody whom it is about.
    Consent,
}

impl Basis {
    /// The code in files and texts.
    pub const fn code(self) -> &'static str {
        match self {
            Basis::Decision => "decision",
            Basis::Consent => "consent",
        }
    }

    /// The basis with a code.
    pub fn from_code(code: &str) -> Option<Self> {
        [Basis::Decision, Basis::Consent].into_iter().find(|it| it.code() == code)
    }

    /// The ground in the journal.
    pub const fn ground(self) -> &'static str {
        match self {
            Basis::Decision => "research-decision",
            Basis::Consent => "research-consent",
        }
    }
}

/// The decision that research rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResearchDecision {
    /// Its number, such as «2026/118».
    pub id: String,
    /// Who has decided it.
    pub decided_by: String,
    /// When.
    pub decided_on: Date,
    /// The legal basis, as it is cited.
    pub legal_basis: String,
    /// Who gets the file.
    pub institution: String,
    /// What it is for.
    pub purpose: String,
    /// On what information is given.
    pub basis: Basis,
    /// First day on which it is in force.
    pub from: Date,
    /// Last day.
    pub until: Date,
    /// The first day that the information is about: cases that were closed before it are out.
    pub data_from: Date,
    /// The last day: what is told is how it was then.
    pub data_until: Date,
    /// What is told, and nothing else.
    pub variables: Vec<Variable>,
}

impl ResearchDecision {
    /// Whether it is in force on a day.
    pub fn holds(&self, day: Date) -> bool {
        self.from <= day && day <= self.until
    }
}

/// One export, as it is kept: what was given to whom, never what was in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResearchExport {
    /// Number of the decision.
    pub decision: String,
    /// Who has decided it.
    pub decided_by: String,
    /// The legal basis.
    pub legal_basis: String,
    /// Who got the file.
    pub institution: String,
    /// What for.
    pub purpose: String,
    /// On what.
    pub basis: Basis,
    /// When it was made.
    pub at: Timestamp,
    /// Codes of what it told.
    pub variables: Vec<String>,
    /// How many rows.
    pub rows: u32,
    /// The root key that its pseudonyms follow from.
    pub root: u32,
}

/// What would be in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extraction {
    /// The names of the columns.
    pub header: Vec<&'static str>,
    /// One row for each child, in the order of their pseudonyms.
    pub rows: Vec<Vec<String>>,
    /// The families that are in it, for the journal; never for the file.
    pub families: Vec<FamilyId>,
    /// How many children are not in it, for whatever reason.
    pub left_out: usize,
}

impl Extraction {
    /// The file: comma separated, with a line of names. No value has a comma or a quote in it.
    pub fn csv(&self) -> String {
        let header = std::iter::once(self.header.join(","));
        header
            .chain(self.rows.iter().map(|row| row.join(",")))
            .fold(String::new(), |text, row| text + &row + "\n")
    }
}

/// One child's row before it is made coarse.
pub(crate) struct Row {
    family: FamilyId,
    child: String,
    house: String,
    cells: Vec<(Variable, String)>,
}

/// Makes what a decision lets out. `pseudonym` gives a word for a kind and an id, the same each time for the same
/// decision. Nothing is checked of the decision but its period of data; whether it is in force is for the caller.
pub fn extraction(
    dossiers: &[Sealed<Dossier>],
    decision: &ResearchDecision,
    rules: &Rules,
    directory: &Directory,
    moment: Moment,
    pseudonym: &dyn Fn(&str, &str) -> String,
) -> Extraction {
    let (limits, coarse) = (rules.limits(moment.today), rules.research(moment.today));
    let day = decision.data_until.min(moment.today);
    let end = match day < moment.today {
        // Everything that was written down on the day.
        true => {
            Moment::instant(after(day, 1).to_datetime(jiff::civil::Time::midnight()))
                - jiff::SignedDuration::from_micros(1)
        }
        false => moment.at,
    };
    let (mut rows, mut all_children) = (Vec::new(), 0);
    for sealed in dossiers {
        let now = sealed.open();
        let then = now.as_of(end);
        let (now, all) = (Extract::whole(now), Extract::whole(&then));
        let children: Vec<PersonId> = present(&all, day)
            .into_iter()
            .filter(|person| person.is.is_minor(day, limits))
            .map(|person| person.id().into())
            .collect();
        all_children += children.len();
        if left_out::is(sealed.open(), &now, &all, decision, directory, (moment.today, day), limits) {
            continue;
        }
        let family = sealed.open().family;
        for child in children {
            let about = variable::About { all: &all, child, day, directory, rules: coarse };
            rows.push(Row {
                family,
                child: pseudonym("child", &child.to_string()),
                house: pseudonym("family", &family.to_string()),
                cells: decision.variables.iter().map(|it| (*it, it.of(&about))).collect(),
            });
        }
    }
    let mut rows = rare::coarsened(rows, usize::from(coarse.smallest_group));
    rows.sort_by(|a, b| a.child.cmp(&b.child));
    let mut families: Vec<FamilyId> = rows.iter().map(|row| row.family).collect();
    families.sort();
    families.dedup();
    let cells = |row: Row| {
        [row.child, row.house].into_iter().chain(row.cells.into_iter().map(|(_, cell)| cell)).collect()
    };
    Extraction {
        header: ["child", "family"]
            .into_iter()
            .chain(decision.variables.iter().map(|it| it.code()))
            .collect(),
        left_out: all_children - rows.len(),
        rows: rows.into_iter().map(cells).collect(),
        families,
    }
}
