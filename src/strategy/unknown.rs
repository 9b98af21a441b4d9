//! Values of any kind, and unknown properties ([S3](crate::guide::contract#S3)).

use alloc::string::String;
use alloc::vec::Vec;
use core::slice;

use proptest::strategy::Strategy;

use super::choice::{choice, exactly, optional, up_to};
use super::json::Json;
use crate::{Customer, JsonType, Property, Rule};

/// Any value without lone surrogates and without numbers beyond the range of a double, since other parsers disagree on
/// these ([S5](crate::guide::contract#S5)).
pub(super) fn any_value() -> impl Strategy<Value = Json> + Clone {
    tokens().prop_map(|tokens| value(&mut tokens.iter()))
}

/// Values of every JSON type but this one.
pub(super) fn of_another_type(than: JsonType) -> impl Strategy<Value = Json> + Clone {
    (choice(6), any_value()).prop_map(move |(kind, value)| match (kind, than) {
        (1, than) if than != JsonType::Boolean => raw("false"),
        (2, than) if than != JsonType::Number => raw("0"),
        (3, than) if than != JsonType::String => Json::Text(String::new()),
        (4, than) if than != JsonType::Array => Json::Array([value].into()),
        (5, than) if than != JsonType::Object => Json::Object([(String::new(), value)].into()),
        _ => raw("null"),
    })
}

/// Up to two properties that an object with these known ones does not have.
pub(super) fn unknown_properties(
    known: &'static [Property],
) -> impl Strategy<Value = Vec<Option<(String, Json)>>> + Clone {
    let property = (choice(TOKENS), any_value()).prop_map(|(token, value)| (unknown_to(known, word(token)), value));
    exactly(2, optional(property))
}

fn unknown_to(known: &[Property], mut name: String) -> String {
    if known.iter().any(|property| property.name == name) {
        name.push(' ');
    }
    name
}

/// A value as a list of tokens, so that shrinking leaves out tokens.
fn tokens() -> impl Strategy<Value = Vec<usize>> + Clone {
    up_to(16, choice(TOKENS))
}

const TOKENS: usize = 64;

/// Makes a value from tokens. After the last token, all that is open is closed.
fn value(tokens: &mut slice::Iter<'_, usize>) -> Json {
    let token = tokens.next().copied().unwrap_or(0);
    match token % 16 {
        // Deeper than most recursive readers go.
        _ if token == TOKENS - 1 => Json::Raw(["[".repeat(200), "]".repeat(200)].concat()),
        1 => raw("true"),
        2 => raw("-0"),
        3 => raw("0.1E+2"),
        4 => raw("123456789012345678901234567890"),
        5 | 6 => Json::Text(word(tokens.next().copied().unwrap_or(0))),
        7..=11 => Json::Array(list(tokens, value)),
        12..=15 => Json::Object(list(tokens, |tokens| {
            let name = word(tokens.next().copied().unwrap_or(0));
            (name, value(tokens))
        })),
        _ => raw("null"),
    }
}

/// Elements up to a token that is 0.
fn list<T>(tokens: &mut slice::Iter<'_, usize>, element: impl Fn(&mut slice::Iter<'_, usize>) -> T) -> Vec<T> {
    let mut list = Vec::new();
    while tokens.clone().next().is_some_and(|token| *token > 0) {
        list.push(element(tokens));
    }
    tokens.next();
    list
}

fn raw(text: &str) -> Json {
    Json::Raw(text.into())
}

/// A name or text with a meaning: names of the contract, also in lower case, and names with a meaning for other
/// programs.
fn word(token: usize) -> String {
    let others = ["x", "", "é😀", "\0", "__proto__", "$serde_json::private::Number", "$serde_json::private::RawValue"];
    let mut names = Vec::new();
    collect_names(Customer::PROPERTIES, &mut names);
    let mut words = others.into_iter().chain(names.clone());
    let mut lower = names.into_iter().cycle();
    words.nth(token).map_or_else(|| lower.nth(token).unwrap_or_default().to_lowercase(), String::from)
}

/// The names of all properties in a value.
fn collect_names(properties: &[Property], names: &mut Vec<&'static str>) {
    for property in properties {
        names.push(property.name);
        if let Rule::Object(rule) | Rule::Array(rule) = property.rule {
            collect_names(rule.properties, names);
        }
    }
}
