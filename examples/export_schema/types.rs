//! The schema for generators of types.
//!
//! Generators take the name of a type from its title, and make a second type from keywords beside a reference. So each
//! type here has its name in the contract as its title, and there is nothing beside a reference. This depends on other
//! projects, so it is not part of the library.

use serde_json::{Map, Value};

/// Keywords that no type can express, or that generators misread: they turn `format: date` into a point in time.
const DROPPED: [&str; 10] =
    ["$comment", "else", "examples", "format", "if", "maxLength", "minLength", "pattern", "then", "title"];

/// Whether a type accepts properties that the contract does not have.
///
/// The contract ignores them. In code that writes a body, such a property is a typo, which a closed type finds. A
/// validator made from a closed type refuses valid bodies.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum UnknownProperties {
    Refused,
    Ignored,
}

/// A root schema with definitions, for generators.
pub(crate) fn types(schema: &Value, unknown: UnknownProperties) -> Value {
    let mut root = typed(schema, &schema["title"], unknown);
    let comment = match unknown {
        UnknownProperties::Refused => {
            "For generators of types. It refuses unknown properties, which the contract ignores, and checks neither \
             lengths nor dates nor states: do not validate with it."
        }
        UnknownProperties::Ignored => {
            "For generators of types. It checks neither lengths nor dates nor states: do not validate with it."
        }
    };
    root.insert("$comment".into(), comment.into());
    let definitions = entries(&schema["$defs"])
        .map(|(name, definition)| (name.clone(), typed(definition, &name[..].into(), unknown)));
    root.insert("$defs".into(), definitions.collect());
    root.into()
}

/// A schema that becomes a type with this name.
fn typed(schema: &Value, name: &Value, unknown: UnknownProperties) -> Map<String, Value> {
    let mut typed = Map::from_iter([("title".into(), name.clone())]);
    typed.extend(plain(schema, unknown));
    typed
}

fn plain(schema: &Value, unknown: UnknownProperties) -> Map<String, Value> {
    if let Some(reference) = schema.get("$ref") {
        return Map::from_iter([("$ref".into(), reference.clone())]);
    }
    let mut plain = Map::new();
    for (keyword, value) in entries(schema).filter(|(keyword, _)| !DROPPED.contains(&keyword.as_str())) {
        let value = match keyword.as_str() {
            "properties" => {
                entries(value).map(|(name, property)| (name.clone(), plain_value(property, unknown))).collect()
            }
            "items" => plain_value(value, unknown),
            _ => value.clone(),
        };
        plain.insert(keyword.clone(), value);
    }
    if plain.contains_key("properties") && unknown == UnknownProperties::Refused {
        plain.insert("additionalProperties".into(), false.into());
    }
    plain
}

fn plain_value(schema: &Value, unknown: UnknownProperties) -> Value {
    plain(schema, unknown).into()
}

fn entries(object: &Value) -> impl Iterator<Item = (&String, &Value)> {
    object.as_object().into_iter().flatten()
}
