//! The rules of `policies/`, compiled into the program: who may see what ([`see`]), and who may do what ([`act`]).
//!
//! A ruling is a pure function of facts, and of nothing else. Facts are those of each view's own moment
//! ([`crate::Standing`]); rulings on the same facts are remembered, because the answer cannot be another.

pub mod act;
mod reader;
pub mod see;

use cedar_policy::{
    Authorizer, Context, Decision, Effect, Entities, Entity, EntityUid, PolicySet, Request,
    RestrictedExpression, Schema, ValidationMode, Validator,
};
use foldhash::fast::FixedState;
pub use reader::{CitizenFacts, Heard, Reader, StaffFacts};
use std::collections::{HashMap, HashSet};
use std::hash::Hash;
use std::str::FromStr;
use std::sync::{PoisonError, RwLock};

/// What the rules may speak of.
pub const SCHEMA: &str = include_str!("../../../../policies/schema.cedarschema");
/// Rulings of each sort that are remembered at most; then one begins anew. Each is less than a hundred bytes.
const REMEMBERED: usize = 1 << 16;

/// A fault in the rules themselves. The program does not start with one.
#[derive(Debug, thiserror::Error)]
#[error("policies: {0}")]
pub struct PolicyFault(String);

fn fault(problem: impl ToString) -> PolicyFault {
    PolicyFault(problem.to_string())
}

/// Whether the rules that the program carries hold together.
///
/// # Errors
/// They do not; the program must not start.
pub fn shipped() -> Result<(), &'static PolicyFault> {
    see::shipped()?;
    act::shipped()?;
    Ok(())
}

type Attributes = HashMap<String, RestrictedExpression>;

/// A set of rules that hold together, and what they may speak of.
pub struct Rules {
    policies: PolicySet,
    schema: Schema,
}

/// What is asked of the rules.
struct Question<'a> {
    reader: &'a Reader,
    /// The action of the schema.
    act: &'a str,
    /// What is acted on: an entity of the schema, and its facts.
    kind: &'static str,
    attributes: Attributes,
    context: Vec<(String, RestrictedExpression)>,
}

impl Rules {
    /// Reads rules and checks them: against the schema in strict mode, that each has its id and its law, and that none
    /// permits without a condition.
    ///
    /// # Errors
    /// What is wrong, with the rule.
    pub fn read(rules: &str, schema: &str) -> Result<Self, PolicyFault> {
        let schema = Schema::from_cedarschema_str(schema).map_err(fault)?.0;
        let parsed = PolicySet::from_str(rules).map_err(fault)?;
        let mut policies = PolicySet::new();
        for rule in parsed.policies() {
            let id = rule.annotation("id").ok_or_else(|| fault(format!("a rule has no @id: {rule}")))?;
            if rule.annotation("law").is_none_or(|law| law.trim().is_empty()) {
                return Err(fault(format!("{id} has no @law")));
            }
            if rule.effect() == Effect::Permit && !rule.has_non_scope_constraint() {
                return Err(fault(format!("{id} permits without a condition")));
            }
            let id = cedar_policy::PolicyId::new(id);
            policies.add(rule.new_id(id)).map_err(fault)?;
        }
        let found = Validator::new(schema.clone()).validate(&policies, ValidationMode::Strict);
        let problems: Vec<String> = found
            .validation_errors()
            .map(ToString::to_string)
            .chain(found.validation_warnings().map(ToString::to_string))
            .collect();
        if !problems.is_empty() {
            return Err(fault(problems.join("; ")));
        }
        Ok(Self { policies, schema })
    }

    /// The ids of the rules that permit; nothing when it is not permitted.
    fn ask(&self, question: Question<'_>) -> Result<Option<Vec<String>>, PolicyFault> {
        let (reader, thing) = (uid(question.reader.kind(), "reader"), uid(question.kind, "thing"));
        let action = uid("Action", question.act);
        let context = Context::from_pairs(question.context).map_err(fault)?;
        let request = Request::new(reader.clone(), action, thing.clone(), context, Some(&self.schema))
            .map_err(fault)?;
        let entities = Entities::from_entities(
            [
                Entity::new(reader, question.reader.attributes(), HashSet::new()).map_err(fault)?,
                Entity::new(thing, question.attributes, HashSet::new()).map_err(fault)?,
            ],
            Some(&self.schema),
        )
        .map_err(fault)?;
        let answer = Authorizer::new().is_authorized(&request, &self.policies, &entities);
        if let Some(error) = answer.diagnostics().errors().next() {
            return Err(fault(error));
        }
        let ids = || answer.diagnostics().reason().map(ToString::to_string).collect();
        Ok((answer.decision() == Decision::Allow).then(ids))
    }

    /// The rules one by one.
    pub fn policies(&self) -> &PolicySet {
        &self.policies
    }

    /// What they may speak of.
    pub fn schema(&self) -> &Schema {
        &self.schema
    }
}

fn uid(kind: &str, id: &str) -> EntityUid {
    // Kinds are words of the schema; a test rules on every one.
    let kind = cedar_policy::EntityTypeName::from_str(&format!("Veven::{kind}"));
    match kind {
        Ok(kind) => EntityUid::from_type_name_and_id(kind, cedar_policy::EntityId::new(id)),
        Err(_) => unreachable!("a word of the schema"),
    }
}

fn flags<const N: usize>(flags: [(&str, bool); N]) -> Attributes {
    flags.into_iter().map(|(name, is)| (name.to_owned(), RestrictedExpression::new_bool(is))).collect()
}

fn word(text: &str) -> RestrictedExpression {
    RestrictedExpression::new_string(text.to_owned())
}

/// What was ruled, or no when the rules could not be asked.
fn or_no<R: Default>(ruling: Result<R, PolicyFault>) -> R {
    ruling.unwrap_or_else(|fault| {
        tracing::error!(%fault, "a rule of access could not be evaluated; the answer is no");
        R::default()
    })
}

/// Rulings that are known, by the facts that they were made on.
struct Rulings<F, R>(RwLock<HashMap<F, R, FixedState>>);

impl<F, R> Default for Rulings<F, R> {
    fn default() -> Self {
        Self(RwLock::default())
    }
}

impl<F: Eq + Hash, R: Copy> Rulings<F, R> {
    fn of(&self, facts: F, rule: impl FnOnce() -> R) -> R {
        if let Some(known) = self.0.read().unwrap_or_else(PoisonError::into_inner).get(&facts) {
            return *known;
        }
        let ruling = rule();
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= REMEMBERED {
            known.clear();
        }
        known.insert(facts, ruling);
        ruling
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rules_that_the_program_carries_hold_together() {
        if let Err(fault) = shipped() {
            panic!("{fault}");
        }
    }

    #[test]
    fn rules_without_an_id_a_law_a_condition_or_sense_are_refused() {
        let permits = |annotations: &str, rest: &str| {
            let rule = format!(
                r#"{annotations} permit (principal is Veven::Staff, action == Veven::Action::"see", resource) {rest};"#
            );
            Rules::read(&rule, SCHEMA).map(|_| ()).map_err(|fault| fault.to_string())
        };
        let both = r#"@id("x") @law("R1")"#;
        assert_eq!(permits(both, "when { principal.holds }"), Ok(()));
        for (annotations, rest, told) in [
            (r#"@law("R1")"#, "when { principal.holds }", "no @id"),
            (r#"@id("x")"#, "when { principal.holds }", "no @law"),
            (r#"@id("x") @law(" ")"#, "when { principal.holds }", "no @law"),
            (both, "", "without a condition"),
            (both, "when { principal.adult }", "adult"),
            (both, "when { principal.holds", "unexpected token"),
        ] {
            let refused = permits(annotations, rest).unwrap_err();
            assert!(refused.contains(told), "{refused}");
        }
    }
}
