//! The schema in the form from which generators make types with the contract's names: they name a type
//! after a title where there is one, make a second type of what stands beside a reference, and
//! leave out what no type can say. Their own matter, and so no part of the library.

use serde_json::{Map, Value};

/// Keywords that no type can say, or that lead a generator astray: it makes points in time of dates.
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

/// A schema that becomes a type of its own, by its name.
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
        // The contract ignores unknown properties; whoever writes one means another.
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
