//! The catalogue of what research can be told (docs/research.md): each a coarse code, made of counts and days and never
//! of words.

use crate::directory::Directory;
use dossier::*;
use jiff::civil::Date;

macro_rules! variables {
    ($($(#[$doc:meta])* $name:ident = $code:literal),+ $(,)?) => {
        /// One thing that research can be told about a child.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Variable { $($(#[$doc])* $name),+ }

        impl Variable {
            /// All of them.
            pub const ALL: &[Variable] = &[$(Variable::$name),+];

            /// The code in decisions, files and texts `research-var-…`.
            pub const fn code(self) -> &'static str {
                match self { $(Variable::$name => $code),+ }
            }
        }
    };
}

variables! {
    /// The child's age, in bands.
    AgeBand = "age_band",
    /// Other children in the family, capped.
    Siblings = "siblings",
    /// Adults in the child's homes, capped.
    AdultsInHomes = "adults_in_homes",
    /// Whether the child lives in two homes.
    TwoHomes = "two_homes",
    /// Weeks from the family's first word to its first coordinator, in bands.
    WaitWeeks = "wait_weeks",
    /// Services that take part or have something to do, capped.
    Services = "services_with_tasks",
    /// The sectors of those services.
    Sectors = "sectors",
    /// Actions for the child or the whole family that are not finished, in bands.
    OpenActions = "open_actions",
    /// Those that are finished, in bands.
    FinishedActions = "finished_actions",
    /// Whether a need of the child or the whole family has no owner.
    UnownedNeed = "unowned_need",
    /// Where the family is on its way.
    Phase = "phase",
}

/// Between the sectors of one child.
pub(super) const BESIDE: char = '+';
/// When there is nothing to tell.
const NONE: &str = "none";

/// Whom it is about, and when.
pub(super) struct About<'a> {
    pub all: &'a Extract<'a>,
    pub child: PersonId,
    pub day: Date,
    pub directory: &'a Directory,
    pub rules: &'a ResearchRules,
}

impl Variable {
    /// The variable of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|it| it.code() == code)
    }

    /// Its value for a child.
    pub(super) fn of(self, about: &About<'_>) -> String {
        let rules = about.rules;
        match self {
            Variable::AgeBand => about.age().map_or(NONE.into(), |age| band(age, &rules.age_bands)),
            Variable::Siblings => capped(about.siblings(), rules.most_siblings),
            Variable::AdultsInHomes => capped(about.homes(|_| true), rules.most_adults),
            Variable::TwoHomes => yes_no(about.homes(|it| it.residence == Residence::Shared) > 1),
            Variable::WaitWeeks => {
                about.weeks_waited().map_or(NONE.into(), |weeks| band(weeks, &rules.wait_weeks))
            }
            Variable::Services => capped(about.services().len(), rules.most_services),
            Variable::Sectors => about.sectors(),
            Variable::OpenActions => band(about.actions(ActionStatus::is_open), &rules.action_bands),
            Variable::FinishedActions => {
                band(about.actions(|it| it == ActionStatus::Done), &rules.action_bands)
            }
            Variable::UnownedNeed => yes_no(about.has_unowned_need()),
            Variable::Phase => {
                about.all.only::<Course>().map_or(NONE, |course| course.is.phase.code()).into()
            }
        }
    }
}

fn yes_no(is: bool) -> String {
    if is { "yes" } else { "no" }.into()
}

/// A count, or that it is so many or more.
fn capped(count: usize, most: u16) -> String {
    if count >= usize::from(most) { format!("{most}+") } else { count.to_string() }
}

/// The band that a number falls into, told by its first and last number.
fn band(number: usize, begins: &[u16]) -> String {
    let begins = begins.iter().map(|begin| usize::from(*begin));
    let (mut from, mut to) = (0, None);
    for begin in begins {
        if begin <= number {
            from = begin;
        } else {
            to = Some(begin - 1);
            break;
        }
    }
    match to {
        Some(to) if to == from => from.to_string(),
        Some(to) => format!("{from}-{to}"),
        None => format!("{from}+"),
    }
}

impl About<'_> {
    fn age(&self) -> Option<usize> {
        usize::try_from(self.all.person(self.child)?.age(self.day)?).ok()
    }

    fn siblings(&self) -> usize {
        let other = |it: &Thing<'_, Person>| {
            it.is.generation == Generation::Child && PersonId::from(it.id()) != self.child
        };
        present(self.all, self.day).iter().filter(|it| other(it)).count()
    }

    /// How many adults of the family the child lives with, where it lives so.
    fn homes(&self, so: impl Fn(&Relation) -> bool) -> usize {
        let lives = |it: &Relation| {
            it.to == self.child
                && it.holds(self.day)
                && matches!(it.residence, Residence::Permanent | Residence::Shared)
                && self
                    .all
                    .person(it.from)
                    .is_some_and(|it| it.generation == Generation::Adult && it.is_present(self.day))
        };
        let mut with: Vec<PersonId> =
            self.all.all::<Relation>().filter(|it| lives(it.is) && so(it.is)).map(|it| it.is.from).collect();
        with.sort();
        with.dedup();
        with.len()
    }

    fn weeks_waited(&self) -> Option<usize> {
        let asked = course_periods(self.all).first().map(|first| first.from)?;
        let (_, _, since, _) = coordinator_periods(self.all).first().copied()?;
        usize::try_from((since - asked).get_days() / 7).ok()
    }

    /// The services that take part, or have an action that is not finished.
    fn services(&self) -> Vec<ServiceId> {
        let acts =
            self.all.all::<Action>().filter(|it| it.is.status.is_open()).filter_map(|it| it.is.service);
        let mut found: Vec<ServiceId> =
            team(self.all, self.day).into_iter().map(|it| it.service).chain(acts).collect();
        found.sort();
        found.dedup();
        found
    }

    fn sectors(&self) -> String {
        let services = self.services();
        let mut codes: Vec<&str> =
            services.iter().filter_map(|it| self.directory.service(*it)).map(|it| it.sector.code()).collect();
        codes.sort_unstable();
        codes.dedup();
        if codes.is_empty() { NONE.into() } else { codes.join(&BESIDE.to_string()) }
    }

    /// Whether something is about the child, or about the family as a whole.
    fn concerns(&self, entry: &Entry) -> bool {
        entry.subjects.is_empty() || entry.subjects.contains(&self.child)
    }

    fn actions(&self, wanted: impl Fn(ActionStatus) -> bool) -> usize {
        self.all.all::<Action>().filter(|it| wanted(it.is.status) && self.concerns(it.entry)).count()
    }

    fn has_unowned_need(&self) -> bool {
        let about =
            |thing: ThingId| self.all.find::<Need>(thing).is_some_and(|need| self.concerns(need.entry));
        gaps(self.all).iter().any(|gap| about(gap.thing))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r52_a_number_is_told_by_its_band_and_a_large_count_by_where_counting_ends() {
        let bands = [0, 1, 3, 6];
        let told: Vec<String> = [0, 1, 2, 3, 5, 6, 90].map(|number| band(number, &bands)).into();
        assert_eq!(told, ["0", "1-2", "1-2", "3-5", "3-5", "6+", "6+"]);
        assert_eq!([0, 2, 3, 9].map(|count| capped(count, 3)), ["0", "2", "3+", "3+"]);
    }

    #[test]
    fn every_variable_is_found_by_its_code_and_no_code_needs_quotes() {
        for variable in Variable::ALL {
            assert_eq!(Variable::from_code(variable.code()), Some(*variable));
            assert!(variable.code().chars().all(|letter| letter.is_ascii_lowercase() || letter == '_'));
        }
    }
}
