//! Objects, from their tables of members.

use alloc::string::String;
use alloc::vec::Vec;

use schemars::{Schema, json_schema};
use serde_json::{Map, Value};

use crate::{Property, Rule};

/// The schema of an object, from its members and the schemas of their types.
pub(crate) fn object<'m>(id: &str, description: &str, members: impl Iterator<Item = (&'m Property, Schema)>) -> Schema {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for (member, schema) in members {
        properties.insert(member.name.into(), property(member, &schema));
        if member.required {
            required.push(member.name);
        }
    }
    json_schema!({
        "description": description,
        "type": "object",
        "properties": properties,
        "required": required,
        "$comment": id,
    })
}

/// The schema of a member: what its type says, under the words for this place.
fn property(member: &Property, schema: &Schema) -> Value {
    let mut property = place(schema, member.title, member.description, member.id);
    property.extend(example(member).map(|example| ("examples".into(), Value::Array([example].into()))));
    property.into()
}

/// A schema in the place of a property, whose words come before those of the type.
pub(super) fn place(schema: &Schema, title: &str, description: &str, comment: impl Into<Value>) -> Map<String, Value> {
    let mut place = Map::new();
    place.insert("title".into(), title.into());
    place.insert("description".into(), description.into());
    for (keyword, value) in schema.as_object().into_iter().flatten() {
        place.entry(keyword).or_insert_with(|| value.clone());
    }
    place.insert("$comment".into(), comment.into());
    place
}

/// The members' examples, put together.
pub(super) fn example_of(members: &[Property]) -> Value {
    let examples = members.iter().filter_map(|member| Some((String::from(member.name), example(member)?)));
    Value::Object(examples.collect())
}

fn example(member: &Property) -> Option<Value> {
    match member.rule {
        Rule::Object(members) => Some(example_of(members)),
        Rule::Array(members) => Some(Value::Array([example_of(members)].into())),
        Rule::Text(_) | Rule::Date(_) | Rule::Code(_) | Rule::Signature => member.example.map(Value::from),
    }
}
