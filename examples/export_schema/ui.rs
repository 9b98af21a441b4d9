//! Hints for forms, made from the schema. They depend on the versions of other projects, so they are not part of the
//! library.

use serde_json::{Map, Value, json};

/// A library that draws forms.
#[derive(Clone, Copy)]
pub(crate) enum Library {
    JsonForms,
    Rjsf,
}

impl Library {
    pub(crate) fn named(name: &str) -> Option<Self> {
        match name {
            "jsonforms" => Some(Self::JsonForms),
            "rjsf" => Some(Self::Rjsf),
            _ => None,
        }
    }

    /// The hints for a schema that has everything in place.
    pub(crate) fn hints(self, schema: &Value) -> Value {
        match self {
            Self::JsonForms => json!({ "type": "VerticalLayout", "elements": elements(schema, "#") }),
            Self::Rjsf => {
                let mut hints = widgets(schema);
                // The page has a heading of its own.
                hints.insert("ui:options".into(), json!({ "label": false }));
                hints.into()
            }
        }
    }
}

/// The purpose of each field that browsers can fill in, as the attribute `autocomplete` of HTML names it. HTML names
/// none for the fields of an identity document.
const AUTOCOMPLETE: [(&str, &str); 10] = [
    ("FirstName", "given-name"),
    ("LastName", "family-name"),
    ("MiddleName", "additional-name"),
    ("DateOfBirth", "bday"),
    ("Street", "address-line1"),
    ("Street2", "address-line2"),
    ("City", "address-level2"),
    ("PostCode", "postal-code"),
    ("State", "address-level1"),
    // The forms show names of countries, not codes.
    ("Country", "country-name"),
];

fn autocomplete(name: &str) -> Option<&'static str> {
    AUTOCOMPLETE.iter().find(|(property, _)| *property == name).map(|(_, purpose)| *purpose)
}

/// The elements of JSON Forms for an object.
fn elements(object: &Value, scope: &str) -> Vec<Value> {
    let branches = branches(object);
    let draw = |(name, property): (&str, &Value)| {
        let pointer = format!("{scope}/properties/{name}");
        let decided: Vec<&Branch> = branches.iter().filter(|branch| branch.decided == name).collect();
        match kind(property) {
            Kind::Object => {
                vec![json!({ "type": "Group", "label": property["title"], "elements": elements(property, &pointer) })]
            }
            Kind::Array(items) => {
                let detail = json!({ "type": "VerticalLayout", "elements": elements(items, "#") });
                // An empty list is valid, so the list is not marked as required.
                let options =
                    json!({ "detail": detail, "elementLabelProp": kind_of(items), "hideRequiredAsterisk": true });
                vec![json!({ "type": "Control", "scope": pointer, "options": options })]
            }
            Kind::Date => vec![control(&pointer, name, Some(("format", "date")))],
            Kind::Text if decided.is_empty() => vec![control(&pointer, name, None)],
            Kind::Text => alternatives(scope, &pointer, &property["title"], &decided),
        }
    };
    in_order(object, &branches).into_iter().flat_map(draw).collect()
}

/// A control of a field, with its purpose and one option more.
fn control(pointer: &str, name: &str, option: Option<(&str, &str)>) -> Value {
    let purpose = autocomplete(name).map(|purpose| ("autocomplete", purpose));
    let options: Map<String, Value> =
        option.into_iter().chain(purpose).map(|(name, value)| (name.to_owned(), value.into())).collect();
    let mut control = json!({ "type": "Control", "scope": pointer });
    if !options.is_empty() {
        control["options"] = options.into();
    }
    control
}

/// The property that tells best what an item is: the last one that is chosen from a list.
fn kind_of(items: &Value) -> Option<&str> {
    entries(&items["properties"]).filter(|(_, property)| property.get("oneOf").is_some()).map(|(name, _)| name).last()
}

/// A control for each branch of the condition, and one where none of them holds.
fn alternatives(scope: &str, pointer: &str, title: &Value, branches: &[&Branch]) -> Vec<Value> {
    let control = |pointer: &str, branch: &Branch, holds: Value| {
        let condition = json!({ "scope": format!("{scope}/properties/{}", branch.decider), "schema": holds });
        let mut control = control(pointer, branch.decided, None);
        control["label"] = title.clone();
        control["rule"] = json!({ "effect": "SHOW", "condition": condition });
        control
    };
    let codes: Vec<&Value> = branches.iter().map(|branch| branch.code).collect();
    let otherwise = branches.first().map(|branch| control(pointer, branch, json!({ "not": { "enum": codes } })));
    let each = branches
        .iter()
        .map(|branch| control(&format!("{scope}{}", branch.pointer), branch, json!({ "const": branch.code })));
    otherwise.into_iter().chain(each).collect()
}

/// The widgets of RJSF for an object.
fn widgets(object: &Value) -> Map<String, Value> {
    let properties = in_order(object, &branches(object));
    let order = properties.iter().map(|(name, _)| *name).chain(["*"]).collect();
    let hints = properties.iter().filter_map(|&(name, property)| {
        let mut hint = match kind(property) {
            Kind::Object => Value::Object(widgets(property)),
            // The order of a list means nothing, so there is nothing to move up or down.
            Kind::Array(items) => json!({ "items": widgets(items), "ui:options": { "orderable": false } }),
            Kind::Date => json!({ "ui:widget": "date" }),
            Kind::Text => json!({}),
        };
        if let Some(purpose) = autocomplete(name) {
            hint["ui:autocomplete"] = purpose.into();
        }
        (hint != json!({})).then(|| (name.to_owned(), hint))
    });
    [("ui:order".to_owned(), order)].into_iter().chain(hints).collect()
}

/// The properties in the order of the contract, except that a deciding property comes before the one that it decides.
fn in_order<'s>(object: &'s Value, branches: &[Branch]) -> Vec<(&'s str, &'s Value)> {
    let mut properties: Vec<(&str, &Value)> = entries(&object["properties"]).collect();
    for Branch { decider, decided, .. } in branches {
        let position = |wanted: &str| properties.iter().position(|(name, _)| *name == wanted);
        if let (Some(from), Some(to)) = (position(decider), position(decided))
            && from > to
        {
            let moved = properties.remove(from);
            properties.insert(to, moved);
        }
    }
    properties
}

/// A branch of an object's condition: what `decided` has to be where `decider` is `code`.
struct Branch<'s> {
    decider: &'s str,
    code: &'s Value,
    decided: &'s str,
    /// The pointer to the schema of `decided`, relative to the object.
    pointer: String,
}

fn branches(object: &Value) -> Vec<Branch<'_>> {
    let mut branches = Vec::new();
    let mut path = String::new();
    let mut rest = Some(object);
    while let Some(branch) = rest {
        let asked = branch.pointer("/if/properties").and_then(|properties| entries(properties).next());
        let answer = branch.pointer("/then/properties").and_then(|properties| entries(properties).next());
        if let (Some((decider, value)), Some((decided, _))) = (asked, answer) {
            let pointer = format!("{path}/then/properties/{decided}");
            branches.push(Branch { decider, code: &value["const"], decided, pointer });
        }
        path += "/else";
        rest = branch.get("else");
    }
    branches
}

fn entries(object: &Value) -> impl Iterator<Item = (&str, &Value)> {
    object.as_object().into_iter().flatten().map(|(name, value)| (name.as_str(), value))
}

enum Kind<'s> {
    Object,
    Array(&'s Value),
    Date,
    Text,
}

fn kind(schema: &Value) -> Kind<'_> {
    if schema.get("properties").is_some() {
        Kind::Object
    } else if let Some(items) = schema.get("items") {
        Kind::Array(items)
    } else if schema["format"] == "date" {
        Kind::Date
    } else {
        Kind::Text
    }
}
