//! Who may see what: the rules of `policies/see.cedar`, asked about one reader and one slice of information.

use super::reader::bits;
use super::{Attributes, Heard, PolicyFault, Question, Reader, Rules, Rulings, SCHEMA, flags, or_no, word};
use crate::ground::Ground;
use cedar_policy::{Effect, RestrictedExpression};
use dossier::Category;
use std::collections::HashMap;
use std::hash::{Hash, Hasher};
use std::sync::LazyLock;

/// The rules, as a lawyer reads them.
pub const RULES: &str = include_str!("../../../../policies/see.cedar");

/// What the rules know about one kind of information about one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SliceFacts {
    /// Kind of information.
    pub category: Category,
    /// How far it is opened inside the family, without the names.
    pub audience: Heard,
    /// About the family as a whole.
    pub whole_family: bool,
    /// About the reader.
    pub about: bool,
    /// About a minor for whom the reader decides.
    pub decides_for: bool,
    /// Whole years.
    pub age: i16,
    /// The reader is among those whom it is opened for.
    pub among_members: bool,
    /// First written down by the reader, as a member of the family.
    pub by_oneself: bool,
    /// About somebody protected.
    pub protected: bool,
    /// The reader may know where that person is.
    pub trusted: bool,
    /// Comes from a crisis shelter, or tells that one takes part.
    pub shelter: bool,
    /// Made by the reader's service.
    pub own_service: bool,
    /// The reader's task, question or meeting.
    pub own_task: bool,
    /// A consent in force.
    pub consented: bool,
    /// A no in force.
    pub objected: bool,
    /// Closed to those at work.
    pub blocked: bool,
    /// Kept from the reader.
    pub withheld: bool,
    /// Told to the reader.
    pub released: bool,
    /// Covered by the reader's mandate.
    pub mandated: bool,
}

impl SliceFacts {
    /// Information of a kind of which nothing else is known.
    pub const fn plain(category: Category) -> Self {
        Self {
            category,
            audience: Heard::Ordinary,
            whole_family: false,
            about: false,
            decides_for: false,
            age: 0,
            among_members: false,
            by_oneself: false,
            protected: false,
            trusted: false,
            shelter: false,
            own_service: false,
            own_task: false,
            consented: false,
            objected: false,
            blocked: false,
            withheld: false,
            released: false,
            mandated: false,
        }
    }
}

/// All that one ruling depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    /// Who reads.
    pub reader: Reader,
    /// What is read.
    pub slice: SliceFacts,
    /// Age from which one decides alone about one's health.
    pub health_majority: i16,
}

impl Facts {
    /// The same facts for everybody whose age the rules take for the same: all that they ask of it is whether one has
    /// reached the age from which one decides alone about one's health.
    fn in_common(&self) -> Self {
        let age = self.slice.age.clamp(self.health_majority.saturating_sub(1), self.health_majority);
        Self { slice: SliceFacts { age, ..self.slice }, ..*self }
    }
}

/// A view asks for a ruling for each class of entries, so the thirty facts are mixed as one number and not one by
/// one. Which facts are the same is told by `Eq`, fact by fact; this only says where to look.
impl Hash for Facts {
    fn hash<H: Hasher>(&self, into: &mut H) {
        let it = &self.slice;
        let slice = bits(&[
            it.whole_family,
            it.about,
            it.decides_for,
            it.among_members,
            it.by_oneself,
            it.protected,
            it.trusted,
            it.shelter,
            it.own_service,
            it.own_task,
            it.consented,
            it.objected,
            it.blocked,
            it.withheld,
            it.released,
            it.mandated,
        ]);
        let kind = (it.category as u64) << 2 | it.audience as u64;
        let ages = u64::from(it.age as u16) << 16 | u64::from(self.health_majority as u16);
        into.write_u64(self.reader.bits() << 48 | slice << 16 | kind);
        into.write_u64(ages);
    }
}

/// The rules of who may see what, ready to rule.
pub struct Policy {
    rules: Rules,
    /// The ground behind each rule that permits.
    grounds: HashMap<String, Ground>,
}

impl Policy {
    /// Reads rules and checks them as [`Rules::read`] does, and that each `permit` names a ground.
    ///
    /// # Errors
    /// What is wrong, with the rule.
    pub fn read(rules: &str, schema: &str) -> Result<Self, PolicyFault> {
        let rules = Rules::read(rules, schema)?;
        let mut grounds = HashMap::new();
        for rule in rules.policies().policies().filter(|rule| rule.effect() == Effect::Permit) {
            let id: &str = rule.id().as_ref();
            let code = rule.annotation("ground").unwrap_or(id);
            let ground =
                Ground::from_code(code).ok_or_else(|| PolicyFault(format!("{id}: no ground `{code}`")))?;
            grounds.insert(id.to_owned(), ground);
        }
        Ok(Self { rules, grounds })
    }

    /// Rules on facts: the strongest ground that permits, or no. A rule that cannot be evaluated means no.
    ///
    /// # Errors
    /// Cedar could not answer; whoever asks takes it for a no.
    pub fn rule(&self, facts: &Facts) -> Result<Option<Ground>, PolicyFault> {
        let health_majority = RestrictedExpression::new_long(facts.health_majority.into());
        let question = Question {
            reader: &facts.reader,
            act: "see",
            kind: "Slice",
            attributes: slice_attributes(&facts.slice),
            context: vec![("healthMajority".to_owned(), health_majority)],
        };
        let permits = self.rules.ask(question)?.unwrap_or_default();
        Ok(permits.iter().filter_map(|id| self.grounds.get(id).copied()).min())
    }

    /// The rules and what they may speak of, for those who prove something about them.
    pub fn rules(&self) -> &Rules {
        &self.rules
    }
}

fn slice_attributes(slice: &SliceFacts) -> Attributes {
    let mut all = flags([
        ("wholeFamily", slice.whole_family),
        ("about", slice.about),
        ("decidesFor", slice.decides_for),
        ("amongMembers", slice.among_members),
        ("byOneself", slice.by_oneself),
        ("protected", slice.protected),
        ("trusted", slice.trusted),
        ("shelter", slice.shelter),
        ("ownService", slice.own_service),
        ("ownTask", slice.own_task),
        ("consented", slice.consented),
        ("objected", slice.objected),
        ("blocked", slice.blocked),
        ("withheld", slice.withheld),
        ("released", slice.released),
        ("mandated", slice.mandated),
    ]);
    all.insert("category".to_owned(), word(slice.category.code()));
    all.insert("audience".to_owned(), word(slice.audience.code()));
    all.insert("age".to_owned(), RestrictedExpression::new_long(slice.age.into()));
    all
}

static SHIPPED: LazyLock<Result<Policy, PolicyFault>> = LazyLock::new(|| Policy::read(RULES, SCHEMA));
static RULINGS: LazyLock<Rulings<Facts, Option<Ground>>> = LazyLock::new(Rulings::default);

/// The rules that the program carries.
///
/// # Errors
/// They do not hold together; the program must not start.
pub fn shipped() -> Result<&'static Policy, &'static PolicyFault> {
    SHIPPED.as_ref()
}

/// Rules on facts by the rules that the program carries. Whatever goes wrong is a no.
pub fn rule(facts: &Facts) -> Option<Ground> {
    let facts = facts.in_common();
    RULINGS.of(facts, || or_no(shipped().ok()?.rule(&facts)))
}

#[cfg(test)]
mod tests {
    use super::super::CitizenFacts;
    use super::*;

    #[test]
    fn the_rules_ask_nothing_of_an_age_but_whether_it_is_below_the_health_majority() {
        let asked: Vec<&str> = RULES.split("resource.age").skip(1).collect();
        assert!(!asked.is_empty());
        for rest in asked {
            assert!(
                rest.starts_with(" < context.healthMajority"),
                "facts of other ages share a ruling: {rest}"
            );
        }
    }

    #[test]
    fn what_is_remembered_for_one_age_is_what_the_rules_say_of_every_age_that_shares_it() {
        let policy = shipped().unwrap();
        for (category, health_majority) in
            Category::ALL.iter().flat_map(|category| [15, 16, 18].map(|from| (*category, from)))
        {
            for age in [-1, 0, 6, 11, 12, 14, 15, 16, 17, 18, 19, 44, i16::MAX] {
                let reader = Reader::Citizen(CitizenFacts { adult: true, belongs: true, apart: false });
                let slice = SliceFacts { age, decides_for: true, ..SliceFacts::plain(category) };
                let facts = Facts { reader, slice, health_majority };
                assert_eq!(rule(&facts), policy.rule(&facts).unwrap(), "{facts:?}");
            }
        }
    }
}
