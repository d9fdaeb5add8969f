//! What changed between two versions of a thing, field by field.

use crate::payload::Payload;
use serde_json::Value;

/// A field that differs. Names of fields are those of the payload structs; texts call them `field-…`.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldChange {
    /// Which field.
    pub field: String,
    /// What it said; nothing when it was empty.
    pub before: Option<Value>,
    /// What it says; nothing when it is empty.
    pub after: Option<Value>,
}

fn fields(payload: &Payload) -> serde_json::Map<String, Value> {
    match serde_json::to_value(payload) {
        Ok(Value::Object(mut map)) => {
            map.remove("kind");
            map
        }
        _ => serde_json::Map::new(),
    }
}

/// The fields that differ between two versions, in the order of their names. From nothing: every field is new.
pub fn changes(before: Option<&Payload>, after: &Payload) -> Vec<FieldChange> {
    let old = before.map(fields).unwrap_or_default();
    let new = fields(after);
    let mut names: Vec<&String> = old.keys().chain(new.keys()).collect();
    names.sort();
    names.dedup();
    names
        .into_iter()
        .filter(|name| old.get(*name) != new.get(*name))
        .map(|name| FieldChange {
            field: name.clone(),
            before: old.get(name).cloned(),
            after: new.get(name).cloned(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::payload::*;

    #[test]
    fn only_the_fields_that_differ_are_told() {
        let before = Strength { words: "Bestemor henter".into() }.wrap();
        let after = Strength { words: "Bestemor henter to dager".into() }.wrap();
        assert_eq!(changes(Some(&before), &before), []);
        let told = changes(Some(&before), &after);
        assert_eq!(told.len(), 1);
        assert_eq!(
            (told[0].field.as_str(), told[0].before.as_ref().unwrap().as_str()),
            ("words", Some("Bestemor henter"))
        );
    }
}
