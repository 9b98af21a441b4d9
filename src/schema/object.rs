//! Objects, from their tables of properties.

use alloc::string::String;
use alloc::vec::Vec;

use schemars::{Schema, json_schema};
use serde_json::{Map, Value};

use super::condition::add_conditions;
use crate::{JsonType, ObjectRule, Property, Rule};

/// The schema of an object. `of` gives the schema of a rule.
pub(super) fn object(rule: &ObjectRule, of: &mut dyn FnMut(Rule) -> Schema) -> Schema {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for row in rule.properties {
        properties.insert(row.name.into(), property(row, &of(row.rule)));
        if row.required {
            required.push(row.name);
        }
    }
    let mut schema = json_schema!({
        "description": rule.description,
        "type": "object",
        "properties": properties,
        "required": required,
        "$comment": rule.id,
    });
    add_conditions(&mut schema, rule.conditions, of);
    schema
}

/// The schema of a property: that of its rule, with the title and description of the property.
fn property(row: &Property, schema: &Schema) -> Value {
    let mut property = as_property(schema, row.title, row.description, row.id);
    property.extend(example(row).map(|example| ("examples".into(), Value::Array([example].into()))));
    property.into()
}

/// A schema as that of a property, with the property's title and description instead of those of the type.
pub(super) fn as_property(
    schema: &Schema,
    title: &str,
    description: &str,
    comment: impl Into<Value>,
) -> Map<String, Value> {
    let mut property = Map::new();
    property.insert("title".into(), title.into());
    property.insert("description".into(), description.into());
    for (keyword, value) in schema.as_object().into_iter().flatten() {
        property.entry(keyword).or_insert_with(|| value.clone());
    }
    property.insert("$comment".into(), comment.into());
    property
}

/// An object made of the examples of its properties.
pub(super) fn example_of(rule: &ObjectRule) -> Value {
    let examples =
        rule.properties.iter().filter_map(|property| Some((String::from(property.name), example(property)?)));
    Value::Object(examples.collect())
}

fn example(property: &Property) -> Option<Value> {
    match property.rule {
        Rule::Object(object) => Some(example_of(object)),
        Rule::Array(element) => Some(Value::Array([example_of(element)].into())),
        rule if rule.json_type() == JsonType::String => property.example.map(Value::from),
        _ => property.example.and_then(|example| serde_json::from_str(example).ok()),
    }
}
