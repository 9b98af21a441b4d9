//! The forms in which the conditions of an object are written.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use schemars::Schema;
use schemars::transform::{Transform, transform_subschemas};
use serde_json::{Map, Value, json};

use super::impls::OBJECTS;
use super::{Dialect, OpenApi, Profile};
use crate::{Condition, ObjectRule, Rule};

/// A form in which the conditions of an object are written. The conditions of one object have the same `when` and
/// different codes, so they exclude each other.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Spelling {
    /// One `if` in the `else` of the other, as [`add_conditions`](super::condition::add_conditions) writes them.
    Nested,
    /// The same for OpenAPI. It has titles, since Redoc shows "case 1" and "case 2" otherwise, and
    /// `additionalProperties: true`, since Redocly's linter refuses the other properties in examples otherwise.
    Titled,
    /// `allOf` of an `anyOf` of "not this code" and "one of the list".
    Implications,
    /// `allOf` of two schemas: an `anyOf` with a branch for each code and one for all others, and the object. The
    /// object is last, since openapi-generator takes the type of a property from the last schema.
    AnyOf,
    /// `oneOf` of whole objects.
    OneOf,
}

impl Spelling {
    pub(super) const fn of(dialect: Dialect, profile: Profile) -> Self {
        match (profile, dialect) {
            (Profile::Fuzzers, _) => Self::OneOf,
            // OpenAPI 3.0 has no `if`.
            (Profile::Generators, _) | (Profile::Plain, Dialect::OpenApi(OpenApi::V3_0)) => Self::AnyOf,
            (Profile::Labels, Dialect::OpenApi(OpenApi::V3_0)) => Self::Implications,
            (_, Dialect::OpenApi(OpenApi::V3_1)) => Self::Titled,
            _ => Self::Nested,
        }
    }
}

/// Rewrites every object that has conditions. It has to run before comments are removed: an object is found by the
/// number of its rule.
#[derive(Clone)]
pub(super) struct Respell(pub(super) Spelling);

impl Transform for Respell {
    fn transform(&mut self, schema: &mut Schema) {
        let id = schema.get("if").and(schema.get("$comment"));
        if let Some(rule) = OBJECTS.iter().find(|rule| id.is_some_and(|id| id == rule.id)) {
            self.respell(schema, rule);
        }
        transform_subschemas(self, schema);
    }
}

impl Respell {
    fn respell(&self, schema: &mut Schema, rule: &ObjectRule) {
        match self.0 {
            Spelling::Nested => {}
            Spelling::Titled => describe(schema.ensure_object(), rule.conditions),
            Spelling::Implications => {
                let implications = take_branches(schema, rule).into_iter().map(Branch::implication);
                schema.insert("allOf".into(), implications.collect());
            }
            Spelling::AnyOf => {
                let branches = take_branches(schema, rule);
                let others = others(rule).map(|(when, codes)| {
                    json!({ "title": other_title(when), "type": "object", "properties": { when: one_of(&codes) }, "required": [when] })
                });
                let any_of: Value = branches.iter().map(Branch::partial).chain(others).collect();
                let object = take_object(schema);
                schema.insert("allOf".into(), json!([{ "anyOf": any_of }, object]));
            }
            Spelling::OneOf => {
                let branches = take_branches(schema, rule);
                let object = take_object(schema);
                let others = others(rule).map(|(when, codes)| whole(&object, other_title(when), when, &codes).into());
                let one_of: Value = branches.iter().map(|branch| branch.whole(&object)).chain(others).collect();
                schema.insert("oneOf".into(), one_of);
            }
        }
    }
}

/// A condition, and its two schemas in the nested form.
struct Branch {
    condition: &'static Condition,
    test: Value,
    consequence: Value,
}

impl Branch {
    /// The schema of the codes.
    fn codes(&self) -> &Value {
        let properties = self.consequence.get("properties");
        properties.and_then(|properties| properties.get(self.condition.then)).unwrap_or(&Value::Null)
    }

    fn implication(self) -> Value {
        json!({ "anyOf": [{ "not": self.test }, self.consequence] })
    }

    /// The two properties alone.
    fn partial(&self) -> Value {
        let Condition { id, when, is, then, .. } = *self.condition;
        json!({
            "title": title(self.condition),
            "type": "object",
            "properties": { when: one_of(&[is]), then: self.codes() },
            "required": [when, then],
            "$comment": id,
        })
    }

    /// The object with all its properties.
    fn whole(&self, object: &Map<String, Value>) -> Value {
        let Condition { id, when, is, then, .. } = *self.condition;
        let mut whole = whole(object, title(self.condition), when, &[is]);
        restrict(&mut whole, then, self.codes());
        whole.insert("$comment".into(), id.into());
        whole.into()
    }
}

/// Takes the nested form out of an object.
fn take_branches(schema: &mut Schema, rule: &ObjectRule) -> Vec<Branch> {
    let mut rest = schema.ensure_object();
    let mut nested = Map::new();
    for keyword in ["if", "then", "else"] {
        nested.extend(rest.remove_entry(keyword));
    }
    let mut branches = Vec::new();
    rest = &mut nested;
    for condition in rule.conditions {
        let (Some(test), Some(consequence)) = (rest.remove("if"), rest.remove("then")) else { break };
        branches.push(Branch { condition, test, consequence });
        let Some(Value::Object(otherwise)) = rest.get_mut("else") else { break };
        rest = otherwise;
    }
    branches
}

/// Takes the keywords about properties out of an object, as a schema of their own.
fn take_object(schema: &mut Schema) -> Map<String, Value> {
    let keywords = schema.ensure_object();
    ["type", "properties", "required"].iter().filter_map(|key| keywords.remove_entry(*key)).collect()
}

/// The property that decides, and its codes for which there is no condition.
fn others(rule: &ObjectRule) -> Option<(&'static str, Vec<&'static str>)> {
    let when = rule.conditions.first()?.when;
    let decisive = rule.properties.iter().find(|property| property.name == when)?;
    let Rule::Code(codes) = decisive.rule else { return None };
    let is_decisive = |code: &str| rule.conditions.iter().any(|condition| condition.is == code);
    Some((when, codes.codes().into_iter().map(|(code, _)| code).filter(|code| !is_decisive(code)).collect()))
}

fn title(Condition { when, is, .. }: &Condition) -> String {
    format!("{when} is {is}")
}

fn other_title(when: &str) -> String {
    format!("{when} is any other")
}

/// An `enum`, also for a single code: generators of types handle it better than `const`.
fn one_of(codes: &[&str]) -> Value {
    json!({ "type": "string", "enum": codes })
}

/// The object with a title, and with only these codes for `when`. Their list has the title, too: typify names a type
/// after its title, and treats lists with the same name as one type.
fn whole(object: &Map<String, Value>, title: String, when: &str, codes: &[&str]) -> Map<String, Value> {
    let mut codes = one_of(codes);
    if let Some(codes) = codes.as_object_mut() {
        codes.insert("title".into(), title.clone().into());
    }
    let mut whole = Map::from_iter([("title".into(), title.into())]);
    whole.extend(object.clone());
    restrict(&mut whole, when, &codes);
    whole
}

/// Replaces the schema of a property, but keeps the annotations that the new one does not have. Examples are dropped,
/// since they may not be in the list.
fn restrict(object: &mut Map<String, Value>, name: &str, codes: &Value) {
    let Some(codes) = codes.as_object() else { return };
    let Some(property) = object.get_mut("properties").and_then(|properties| properties.get_mut(name)) else { return };
    let annotations = ["title", "description", "$comment"].into_iter().filter_map(|keyword| {
        let value = property.get(keyword)?;
        Some((keyword.into(), value.clone()))
    });
    let mut restricted: Map<_, _> = annotations.collect();
    restricted.extend(codes.clone());
    *property = restricted.into();
}

fn describe(object: &mut Map<String, Value>, conditions: &[Condition]) {
    let [condition @ Condition { when, is, .. }, rest @ ..] = conditions else { return };
    if let Some(Value::Object(test)) = object.get_mut("if") {
        test.insert("title".into(), title(condition).into());
    }
    if let Some(Value::Object(consequence)) = object.get_mut("then") {
        consequence.insert("additionalProperties".into(), true.into());
    }
    let other = if rest.is_empty() { other_title(when) } else { format!("{when} is not {is}") };
    let otherwise = object.entry("else").or_insert_with(|| json!({}));
    if let Value::Object(otherwise) = otherwise {
        otherwise.insert("title".into(), other.into());
        describe(otherwise, rest);
    }
}
