//! Bodies that are not well-formed ([S5](crate::guide::contract#S5)).

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use proptest::strategy::{BoxedStrategy, Strategy};

use super::choice::{choice, one_of, with_ends};
use super::customer::customer;
use super::json::{Formatting, Json};
use crate::{Customer, Rule};

pub(super) fn body() -> BoxedStrategy<Vec<u8>> {
    let parts = (one_of(PARTS), one_of(TAILS), one_of(BYTES));
    Formatting::with((choice(8), with_ends(OFFSETS), choice(32), customer(&[]), parts))
        .prop_map(|((kind, offset, value, mut customer, (part, tail, bytes)), formatting)| {
            if let 5..=7 = kind {
                break_within(&mut customer, value, part);
            }
            let text = customer.write(&formatting);
            match kind {
                1 => cut(&text, offset),
                2 => format!("{text}{tail}").into_bytes(),
                3 => format!("\u{feff}{text}").into_bytes(),
                4 => insert(text.into_bytes(), offset, bytes),
                5..=7 => text.into_bytes(),
                _ => Vec::new(),
            }
        })
        .boxed()
}

/// The number of offsets to choose from, evenly spread over a body.
const OFFSETS: usize = 1 << 12;

/// The number below `count` for a choice of an offset.
const fn below(count: usize, choice: usize) -> usize {
    choice * count / OFFSETS
}

/// Texts that are malformed behind a comma in an object.
const PARTS: &[&str] = &[
    "",
    "x:0",
    "'x':0",
    "\"x\"",
    "\"x\":",
    "\"x\" 0",
    "\"x\"=0",
    "\"x\":0;\"y\":0",
    "0:0",
    "null:0",
    "\"x\":01",
    "\"x\":-",
    "\"x\":+1",
    "\"x\":.5",
    "\"x\":1.",
    "\"x\":1e",
    "\"x\":0x10",
    "\"x\":NaN",
    "\"x\":Infinity",
    "\"x\":undefined",
    "\"x\":True",
    "\"x\":nul",
    "\"x\":'y'",
    "\"x\":\"\n\"",
    "\"x\":\"\0\"",
    "\"\t\":0",
    "\"x\":\"\\x41\"",
    "\"x\":\"\\u12g4\"",
    "\"x\":\"\\'\"",
    "\"x\":[1,]",
    "\"x\":[,]",
    "\"x\":{\"y\":0,}",
    "\"x\":[0}",
    "\"x\":{0]",
    "/**/\"x\":0",
    "//\n\"x\":0",
    "\u{a0}\"x\":0",
    // Lone surrogates, in names that are compared.
    "\"\\ud800\":0",
    "\"\\udc00\":0",
    "\"\\ud800\\u0041\":0",
    "\"\\uDBFFx\":0",
];

/// Texts that are malformed behind a body.
const TAILS: &[&str] = &["{}", ",", "}", "]", "0", "null", "x", "\0", "\u{feff}", "//", "\u{a0}"];

/// Bytes that are not UTF-8 at any offset: one that never occurs, a start and a continuation alone, a surrogate, an
/// overlong form, a code point beyond U+10FFFF, and a character that is cut off.
const BYTES: &[&[u8]] =
    &[b"\xff", b"\xc3", b"\x80", b"\xed\xa0\x80", b"\xc0\xaf", b"\xf4\x90\x80\x80", b"\xf0\x9f\x98"];

/// Cuts the text off before the brace that ends the customer.
fn cut(text: &str, offset: usize) -> Vec<u8> {
    let whole = text.trim_ascii_end().as_bytes();
    whole.iter().copied().take(below(whole.len(), offset)).collect()
}

/// Replaces a string of the contract by a lone surrogate, or adds a malformed part to an object of the contract.
fn break_within(customer: &mut Json, value: usize, part: &str) {
    let mut countdown = value;
    match nth(customer, Rule::Object(&Customer::RULE), &mut countdown) {
        Some(text @ Json::Text(_)) => *text = Json::Raw("\"\\ud800\"".into()),
        Some(Json::Object(properties)) => properties.push(broken_property(part)),
        // There are fewer values.
        _ => {
            if let Json::Object(properties) = customer {
                properties.insert(0, broken_property(part));
            }
        }
    }
}

fn broken_property(part: &str) -> (String, Json) {
    ("x".into(), Json::Raw(format!("0,{part}")))
}

/// The n-th value to which a rule applies. An object comes before its properties.
fn nth<'j>(json: &'j mut Json, rule: Rule, n: &mut usize) -> Option<&'j mut Json> {
    if !matches!(json, Json::Array(_)) {
        if *n == 0 {
            return Some(json);
        }
        *n -= 1;
    }
    match (json, rule) {
        (Json::Object(properties), Rule::Object(known)) => properties.iter_mut().find_map(|(name, value)| {
            let property = known.properties.iter().find(|property| property.name == name)?;
            nth(value, property.rule, n)
        }),
        (Json::Array(elements), Rule::Array(element)) => {
            elements.iter_mut().find_map(|json| nth(json, Rule::Object(element), n))
        }
        _ => None,
    }
}

fn insert(mut body: Vec<u8>, offset: usize, bytes: &[u8]) -> Vec<u8> {
    let offset = below(body.len() + 1, offset);
    body.splice(offset..offset, bytes.iter().copied());
    body
}
