//! The rules of `policies/see.cedar`, compiled into the program.
//!
//! A ruling is a pure function of [`Facts`], and of nothing else. Facts are those of each view's own
//! moment ([`crate::Standing`]); rulings on the same facts are remembered, because the answer cannot be another.

use crate::ground::Ground;
use cedar_policy::{
    Authorizer, Context, Decision, Entities, Entity, EntityUid, PolicySet, Request, RestrictedExpression,
    Schema, ValidationMode, Validator,
};
use dossier::{Audience, Category};
use foldhash::fast::FixedState;
use std::collections::{HashMap, HashSet};
use std::hash::{Hash, Hasher};
use std::str::FromStr;
use std::sync::{LazyLock, PoisonError, RwLock};

/// The rules, as a lawyer reads them.
pub const RULES: &str = include_str!("../../../policies/see.cedar");
/// What the rules may speak of.
pub const SCHEMA: &str = include_str!("../../../policies/schema.cedarschema");
/// Rulings that are remembered at most; then one begins anew. Each is some forty bytes.
const REMEMBERED: usize = 1 << 16;

/// What the rules know about a reader at work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct StaffFacts {
    /// The role is held today.
    pub active: bool,
    /// May not take part.
    pub conflict: bool,
    /// Is the coordinator today.
    pub holds: bool,
    /// Stands in today.
    pub stands_in: bool,
    /// Is asked to become coordinator or stand-in.
    pub asked: bool,
    /// Answers the queue, and the family waits.
    pub answers_queue: bool,
    /// Is the contact of the family while it waits.
    pub interim: bool,
    /// Has something open to do.
    pub has_task: bool,
    /// Has a place in the team today.
    pub in_team: bool,
    /// Acts as a volunteer.
    pub volunteer: bool,
    /// Has opened the dossier in an emergency that is not over.
    pub emergency: bool,
}

/// What the rules know about a reader in the family.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CitizenFacts {
    /// Of age.
    pub adult: bool,
    /// Of the family as a whole.
    pub belongs: bool,
    /// Not protected where somebody is, or the danger.
    pub apart: bool,
}

/// Who reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// At work.
    Staff(StaffFacts),
    /// In the family.
    Citizen(CitizenFacts),
}

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

/// [`Audience`] without the names on its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    /// The ordinary rules.
    Ordinary,
    /// Named others too.
    Members,
    /// The coordinator and oneself.
    Coordinator,
    /// Oneself.
    Oneself,
}

impl Heard {
    /// All of them.
    pub const ALL: [Heard; 4] = [Heard::Ordinary, Heard::Members, Heard::Coordinator, Heard::Oneself];

    /// Of an audience.
    pub const fn of(audience: &Audience) -> Self {
        match audience {
            Audience::Ordinary => Heard::Ordinary,
            Audience::Members(_) => Heard::Members,
            Audience::Coordinator => Heard::Coordinator,
            Audience::Oneself => Heard::Oneself,
        }
    }

    const fn code(self) -> &'static str {
        match self {
            Heard::Ordinary => "ordinary",
            Heard::Members => "members",
            Heard::Coordinator => "coordinator",
            Heard::Oneself => "oneself",
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
        let bits = |flags: &[bool]| flags.iter().fold(1_u64, |bits, flag| bits << 1 | u64::from(*flag));
        let reader = match &self.reader {
            Reader::Staff(it) => bits(&[
                it.active,
                it.conflict,
                it.holds,
                it.stands_in,
                it.asked,
                it.answers_queue,
                it.interim,
                it.has_task,
                it.in_team,
                it.volunteer,
                it.emergency,
            ]),
            Reader::Citizen(it) => bits(&[it.adult, it.belongs, it.apart]),
        };
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
        into.write_u64(reader << 48 | slice << 16 | kind);
        into.write_u64(ages);
    }
}

/// A fault in the rules themselves. The program does not start with one.
#[derive(Debug, thiserror::Error)]
#[error("policies: {0}")]
pub struct PolicyFault(String);

/// A set of rules, ready to rule.
pub struct Policy {
    rules: PolicySet,
    schema: Schema,
    /// The ground behind each rule that permits.
    grounds: HashMap<String, Ground>,
}

fn fault(problem: impl ToString) -> PolicyFault {
    PolicyFault(problem.to_string())
}

impl Policy {
    /// Reads rules and checks them: against the schema in strict mode, that each has its id and its law, that each
    /// `permit` names a ground, and that none permits without a condition.
    ///
    /// # Errors
    /// What is wrong, with the rule.
    pub fn read(rules: &str, schema: &str) -> Result<Self, PolicyFault> {
        let schema = Schema::from_cedarschema_str(schema).map_err(fault)?.0;
        let parsed = PolicySet::from_str(rules).map_err(fault)?;
        let mut named = PolicySet::new();
        let mut grounds = HashMap::new();
        for rule in parsed.policies() {
            let id = rule.annotation("id").ok_or_else(|| fault(format!("a rule has no @id: {rule}")))?;
            if rule.annotation("law").is_none_or(|law| law.trim().is_empty()) {
                return Err(fault(format!("{id} has no @law")));
            }
            if rule.effect() == cedar_policy::Effect::Permit {
                let code = rule.annotation("ground").unwrap_or(id);
                let ground =
                    Ground::from_code(code).ok_or_else(|| fault(format!("{id}: no ground `{code}`")))?;
                if !rule.has_non_scope_constraint() {
                    return Err(fault(format!("{id} permits without a condition")));
                }
                grounds.insert(id.to_owned(), ground);
            }
            let id = cedar_policy::PolicyId::new(id);
            named.add(rule.new_id(id)).map_err(fault)?;
        }
        let found = Validator::new(schema.clone()).validate(&named, ValidationMode::Strict);
        let problems: Vec<String> = found
            .validation_errors()
            .map(ToString::to_string)
            .chain(found.validation_warnings().map(ToString::to_string))
            .collect();
        if !problems.is_empty() {
            return Err(fault(problems.join("; ")));
        }
        Ok(Self { rules: named, schema, grounds })
    }

    /// Rules on facts: the strongest ground that permits, or no. A rule that cannot be evaluated means no.
    ///
    /// # Errors
    /// Cedar could not answer; whoever asks takes it for a no.
    pub fn rule(&self, facts: &Facts) -> Result<Option<Ground>, PolicyFault> {
        let (reader, slice) = (uid(reader_kind(&facts.reader), "reader"), uid("Slice", "slice"));
        let action = uid("Action", "see");
        let context = Context::from_pairs([(
            "healthMajority".to_owned(),
            RestrictedExpression::new_long(facts.health_majority.into()),
        )])
        .map_err(fault)?;
        let request = Request::new(reader.clone(), action, slice.clone(), context, Some(&self.schema))
            .map_err(fault)?;
        let entities = Entities::from_entities(
            [
                Entity::new(reader, reader_attributes(&facts.reader), HashSet::new()).map_err(fault)?,
                Entity::new(slice, slice_attributes(&facts.slice), HashSet::new()).map_err(fault)?,
            ],
            Some(&self.schema),
        )
        .map_err(fault)?;
        let answer = Authorizer::new().is_authorized(&request, &self.rules, &entities);
        if let Some(error) = answer.diagnostics().errors().next() {
            return Err(fault(error));
        }
        let strongest = || {
            let ids = answer.diagnostics().reason();
            ids.filter_map(|id| self.grounds.get(AsRef::<str>::as_ref(id)).copied()).min()
        };
        Ok(if answer.decision() == Decision::Allow { strongest() } else { None })
    }

    /// The rules, for those who prove something about them.
    pub fn rules(&self) -> &PolicySet {
        &self.rules
    }

    /// The schema, likewise.
    pub fn schema(&self) -> &Schema {
        &self.schema
    }
}

fn uid(kind: &str, id: &str) -> EntityUid {
    // Both are words of the schema; a test rules on every kind.
    let kind = cedar_policy::EntityTypeName::from_str(&format!("Veven::{kind}"));
    match kind {
        Ok(kind) => EntityUid::from_type_name_and_id(kind, cedar_policy::EntityId::new(id)),
        Err(_) => unreachable!("a word of the schema"),
    }
}

const fn reader_kind(reader: &Reader) -> &'static str {
    match reader {
        Reader::Staff(_) => "Staff",
        Reader::Citizen(_) => "Citizen",
    }
}

type Attributes = HashMap<String, RestrictedExpression>;

fn flags<const N: usize>(flags: [(&str, bool); N]) -> Attributes {
    flags.into_iter().map(|(name, is)| (name.to_owned(), RestrictedExpression::new_bool(is))).collect()
}

fn reader_attributes(reader: &Reader) -> Attributes {
    match reader {
        Reader::Staff(staff) => flags([
            ("active", staff.active),
            ("conflict", staff.conflict),
            ("holds", staff.holds),
            ("standsIn", staff.stands_in),
            ("asked", staff.asked),
            ("answersQueue", staff.answers_queue),
            ("interim", staff.interim),
            ("hasTask", staff.has_task),
            ("inTeam", staff.in_team),
            ("volunteer", staff.volunteer),
            ("emergency", staff.emergency),
        ]),
        Reader::Citizen(citizen) => {
            flags([("adult", citizen.adult), ("belongs", citizen.belongs), ("apart", citizen.apart)])
        }
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
    let word = |text: &str| RestrictedExpression::new_string(text.to_owned());
    all.insert("category".to_owned(), word(slice.category.code()));
    all.insert("audience".to_owned(), word(slice.audience.code()));
    all.insert("age".to_owned(), RestrictedExpression::new_long(slice.age.into()));
    all
}

static SHIPPED: LazyLock<Result<Policy, PolicyFault>> = LazyLock::new(|| Policy::read(RULES, SCHEMA));
static RULINGS: LazyLock<RwLock<HashMap<Facts, Option<Ground>, FixedState>>> = LazyLock::new(RwLock::default);

/// The rules that the program carries.
///
/// # Errors
/// They do not hold together; the program must not start.
pub fn shipped() -> Result<&'static Policy, &'static PolicyFault> {
    SHIPPED.as_ref()
}

/// Rules on facts by the rules that the program carries. Whatever goes wrong is a no.
pub fn rule(facts: &Facts) -> Option<Ground> {
    let facts = &facts.in_common();
    if let Some(known) = RULINGS.read().unwrap_or_else(PoisonError::into_inner).get(facts) {
        return *known;
    }
    let ruling = match shipped() {
        Ok(policy) => policy.rule(facts).unwrap_or_else(|fault| {
            tracing::error!(%fault, "a rule of access could not be evaluated; nothing is shown");
            None
        }),
        Err(_) => None,
    };
    let mut rulings = RULINGS.write().unwrap_or_else(PoisonError::into_inner);
    if rulings.len() >= REMEMBERED {
        rulings.clear();
    }
    rulings.insert(*facts, ruling);
    ruling
}

#[cfg(test)]
mod tests {
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
