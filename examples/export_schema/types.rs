//! The schema for generators of types.
//!
//! Generators take the name of a type from its title, and make a second type of keywords beside a reference. So each type
//! here has the name of the contract as its title, and nothing beside a reference. This depends on other projects, so it is
//! no part of the library.

use serde_json::{Map, Value};

/// Keywords that no type can express, or that generators misread: they turn `format: date` into a point in time.
const DROPPED: [&str; 10] =
    ["$comment", "else", "examples", "format", "if", "maxLength", "minLength", "pattern", "then", "title"];

/// A root schema with definitions, for generators.
pub(crate) fn types(schema: &Value) -> Value {
    let mut root = typed(schema, &schema["title"]);
    let definitions =
        entries(&schema["$defs"]).map(|(name, definition)| (name.clone(), typed(definition, &name[..].into())));
    root.insert("$defs".into(), definitions.collect());
    root.into()
}

/// A schema that becomes a type with this name.
fn typed(schema: &Value, name: &Value) -> Map<String, Value> {
    let mut typed = Map::from_iter([("title".into(), name.clone())]);
    typed.extend(plain(schema));
    typed
}

fn plain(schema: &Value) -> Map<String, Value> {
    if let Some(reference) = schema.get("$ref") {
        return Map::from_iter([("$ref".into(), reference.clone())]);
    }
    let mut plain = Map::new();
    for (keyword, value) in entries(schema).filter(|(keyword, _)| !DROPPED.contains(&keyword.as_str())) {
        let value = match keyword.as_str() {
            "properties" => entries(value).map(|(name, property)| (name.clone(), plain_value(property))).collect(),
            "items" => plain_value(value),
            _ => value.clone(),
        };
        plain.insert(keyword.clone(), value);
    }
    if plain.contains_key("properties") {
        // The contract ignores unknown properties. Code that writes one has a typo.
        plain.insert("additionalProperties".into(), false.into());
    }
    plain
}

fn plain_value(schema: &Value) -> Value {
    plain(schema).into()
}

fn entries(object: &Value) -> impl Iterator<Item = (&String, &Value)> {
    object.as_object().into_iter().flatten()
}
