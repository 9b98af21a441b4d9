//! Documents with any number of violations: valid bodies, changed at random locations.

use std::collections::BTreeSet;
use std::fmt;

use customer_schema::strategy;
use proptest::prelude::*;
use proptest::sample::Index;
use serde::ser::{Serialize, Serializer};
use serde_json::{Value, json};

use crate::oracle::table::{self, Rule};

/// JSON that keeps the order of properties, and properties of the same name.
#[derive(Clone)]
pub(crate) enum Doc {
    Scalar(Value),
    Array(Vec<Self>),
    Object(Vec<(String, Self)>),
}

/// Valid bodies with up to so many changes.
pub(crate) fn changed(most: usize) -> impl Strategy<Value = Doc> {
    let changes = prop::collection::vec((any::<Index>(), change(), any::<Index>()), 0..=most);
    (strategy::body(), changes).prop_filter_map("not too deep", |(body, changes)| {
        let mut doc = Doc::parse(&body);
        // A `Value` holds it.
        if doc.depth() > 100 {
            return None;
        }
        for (location, change, other) in changes {
            doc.apply(location, &change, other);
        }
        Some(doc)
    })
}

#[derive(Clone, Debug)]
enum Change {
    /// Replaces a value.
    Put(Value),
    Remove,
    /// Puts a property or element once more, behind itself, with the value of another.
    Repeat,
    /// Puts the value of one location into another.
    Copy,
}

fn change() -> impl Strategy<Value = Change> {
    let texts = ["", "a", "ab", "QC", "us", "2024-02-29", "2023-02-29", "1900-02-29"];
    let codes =
        table::CONDITIONS.iter().flat_map(|condition| [condition.is, condition.example, condition.counterexample]);
    let examples = table::PROPERTIES.iter().filter(|row| matches!(row.rule, Rule::Code(_))).map(|row| row.example);
    let limits = table::PROPERTIES.iter().filter_map(|row| row.rule.lengths());
    let lengths =
        limits.flat_map(|(min, max)| [min.saturating_sub(1), min].into_iter().chain(max).chain(max.map(|max| max + 1)));
    let lengths = lengths.chain([19]).collect::<BTreeSet<_>>();
    let mut values = vec![json!(null), json!(true), json!(0), json!([]), json!({}), json!([null]), json!({"x": 1})];
    values.extend(texts.into_iter().chain(codes).chain(examples).collect::<BTreeSet<_>>().into_iter().map(Value::from));
    values.extend(lengths.into_iter().map(|length| Value::from("é".repeat(length))));
    prop_oneof![
        4 => prop::sample::select(values).prop_map(Change::Put),
        1 => Just(Change::Remove),
        1 => Just(Change::Repeat),
        1 => Just(Change::Copy),
    ]
}

impl Doc {
    fn apply(&mut self, location: Index, change: &Change, other: Index) {
        let nodes = self.nodes();
        let (location, other) = (location.index(nodes.len()), nodes[other.index(nodes.len())].clone());
        let mut countdown = location;
        match change {
            Change::Put(value) => self.edit(&mut countdown, &|_| vec![value.clone().into()]),
            Change::Remove => self.edit(&mut countdown, &|_| Vec::new()),
            Change::Repeat => self.edit(&mut countdown, &|this| vec![this.clone(), other.clone()]),
            Change::Copy => self.edit(&mut countdown, &|_| vec![other.clone()]),
        }
    }

    /// Everything in it, itself first.
    fn nodes(&self) -> Vec<Self> {
        let mut nodes = vec![self.clone()];
        match self {
            Self::Scalar(_) => {}
            Self::Array(elements) => nodes.extend(elements.iter().flat_map(Self::nodes)),
            Self::Object(properties) => nodes.extend(properties.iter().flat_map(|(_, value)| value.nodes())),
        }
        nodes
    }

    /// Replaces the n-th node by others; the root only takes one.
    fn edit(&mut self, n: &mut usize, others: &dyn Fn(&Self) -> Vec<Self>) {
        if *n == 0 {
            if let Some(other) = others(self).pop() {
                *self = other;
            }
            *n = usize::MAX;
            return;
        }
        *n -= 1;
        match self {
            Self::Scalar(_) => {}
            Self::Array(elements) => {
                *elements = elements.drain(..).flat_map(|element| element.edited(n, others)).collect();
            }
            Self::Object(properties) => {
                let edited = |(name, value): (String, Self)| {
                    value.edited(n, others).into_iter().map(move |value| (name.clone(), value)).collect::<Vec<_>>()
                };
                *properties = properties.drain(..).flat_map(edited).collect();
            }
        }
    }

    fn edited(mut self, n: &mut usize, others: &dyn Fn(&Self) -> Vec<Self>) -> Vec<Self> {
        if *n == 0 {
            *n = usize::MAX;
            return others(&self);
        }
        self.edit(n, others);
        vec![self]
    }

    /// The properties of an object that is a property of the root.
    #[track_caller]
    pub(crate) fn properties(&mut self, name: &str) -> &mut Vec<(String, Self)> {
        let Self::Object(properties) = self else { panic!("the root is no object") };
        match properties.iter_mut().find(|property| property.0 == name) {
            Some((_, Self::Object(properties))) => properties,
            _ => panic!("{name} is no object"),
        }
    }

    /// Sorts the properties of every object by what `key` makes of their names. Those of the same name
    /// stay in order, since the first of them counts.
    pub(crate) fn sort_by_key(&mut self, key: &dyn Fn(&str) -> u64) {
        match self {
            Self::Scalar(_) => {}
            Self::Array(elements) => {
                for element in elements {
                    element.sort_by_key(key);
                }
            }
            Self::Object(properties) => {
                properties.sort_by_key(|(name, _)| key(name));
                for (_, value) in properties {
                    value.sort_by_key(key);
                }
            }
        }
    }

    /// The greatest number of objects and arrays around each other.
    pub(crate) fn depth(&self) -> usize {
        match self {
            Self::Scalar(_) => 0,
            Self::Array(elements) => 1 + elements.iter().map(Self::depth).max().unwrap_or(0),
            Self::Object(properties) => 1 + properties.iter().map(|(_, value)| value.depth()).max().unwrap_or(0),
        }
    }

    /// Parses well-formed JSON. A `Value` drops properties of the same name, and features of `serde_json` change how it
    /// hands numbers over, so only the scalars are read by it.
    pub(crate) fn parse(json: &str) -> Self {
        let mut rest = json;
        Self::parse_value(&mut rest)
    }

    fn parse_value(rest: &mut &str) -> Self {
        match next(rest) {
            Some('{') => Self::Object(parse_list(rest, '}', |rest| {
                let name = parse_scalar(rest);
                assert!(take(rest, ':'), "no colon: {rest}");
                (name.as_str().expect("a name").to_owned(), Self::parse_value(rest))
            })),
            Some('[') => Self::Array(parse_list(rest, ']', Self::parse_value)),
            _ => Self::Scalar(parse_scalar(rest)),
        }
    }

    pub(crate) fn write(&self) -> String {
        match self {
            Self::Scalar(value) => value.to_string(),
            Self::Array(elements) => format!("[{}]", elements.iter().map(Self::write).collect::<Vec<_>>().join(",")),
            Self::Object(properties) => {
                let property =
                    |(name, value): &(String, Self)| format!("{}:{}", Value::from(name.as_str()), value.write());
                format!("{{{}}}", properties.iter().map(property).collect::<Vec<_>>().join(","))
            }
        }
    }
}

/// The next character that is not white space.
fn next(rest: &mut &str) -> Option<char> {
    *rest = rest.trim_start();
    rest.chars().next()
}

fn take(rest: &mut &str, expected: char) -> bool {
    let is_next = next(rest) == Some(expected);
    if is_next {
        *rest = &rest[expected.len_utf8()..];
    }
    is_next
}

/// The elements of an array or object, with its brackets.
fn parse_list<T>(rest: &mut &str, close: char, element: impl Fn(&mut &str) -> T) -> Vec<T> {
    *rest = &rest[1..];
    let mut list = Vec::new();
    while !take(rest, close) {
        list.push(element(rest));
        take(rest, ',');
    }
    list
}

fn parse_scalar(rest: &mut &str) -> Value {
    next(rest);
    let mut is_escaped = false;
    let end = if let Some(text) = rest.strip_prefix('"') {
        let is_end = |c: char| {
            let is_end = c == '"' && !is_escaped;
            is_escaped = c == '\\' && !is_escaped;
            is_end
        };
        2 + text.find(is_end).expect("a string has an end")
    } else {
        rest.find([',', ']', '}', ' ', '\n', '\t', '\r']).unwrap_or(rest.len())
    };
    let (scalar, after) = rest.split_at(end);
    *rest = after;
    serde_json::from_str(scalar).expect("a scalar")
}

/// Writes properties of the same name as often as they are there. Numbers within a double, as each format has them.
impl Serialize for Doc {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Scalar(Value::Number(number)) => match (number.as_u64(), number.as_i64(), number.as_f64()) {
                (Some(number), ..) => serializer.serialize_u64(number),
                (_, Some(number), _) => serializer.serialize_i64(number),
                (.., number) => serializer.serialize_f64(number.expect("a number within a double")),
            },
            Self::Scalar(scalar) => scalar.serialize(serializer),
            Self::Array(elements) => serializer.collect_seq(elements),
            Self::Object(properties) => serializer.collect_map(properties.iter().map(|(name, value)| (name, value))),
        }
    }
}

impl fmt::Debug for Doc {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.write())
    }
}

impl From<Value> for Doc {
    fn from(value: Value) -> Self {
        match value {
            Value::Array(elements) => Self::Array(elements.into_iter().map(Self::from).collect()),
            Value::Object(properties) => {
                Self::Object(properties.into_iter().map(|(name, value)| (name, value.into())).collect())
            }
            scalar => Self::Scalar(scalar),
        }
    }
}
