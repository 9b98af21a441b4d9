//! A value that comes through serde, against the same value in JSON (S18). The first 32 bytes select a type to read and
//! in which of its forms serde hands over each value; the rest is JSON.

#![no_main]

#[allow(dead_code, reason = "its report is written, and not compared")]
#[path = "../../tests/comparison/mod.rs"]
mod comparison;
#[allow(dead_code, reason = "the properties draw documents, here they are parsed")]
#[path = "../../tests/properties/document.rs"]
mod document;
#[path = "../../tests/oracle/mod.rs"]
mod oracle;

use std::cell::Cell;
use std::fmt::Debug;

use customer_schema::{Checked, Customer, FullName, Identity, StreetAddress, Violations};
use document::Doc;
use libfuzzer_sys::Corpus;
use oracle::table;
use serde::de::value::{BorrowedStrDeserializer, Error, MapAccessDeserializer, MapDeserializer, SeqDeserializer};
use serde::de::{Deserialize, Deserializer, Error as _, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::Value;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| -> Corpus {
    let Some((choices, json)) = bytes.split_at_checked(32) else { return Corpus::Reject };
    let Ok(json) = str::from_utf8(json) else { return Corpus::Reject };
    // A `Value` refuses what `Doc` cannot hold: numbers beyond a double, lone surrogates, deep nesting.
    if serde_json::from_str::<Value>(json).is_err() {
        return Corpus::Reject;
    }
    let doc = Doc::parse(json);
    match choices[0] % 4 {
        0 => agree(&doc, choices, Customer::from_json(json.as_bytes())),
        1 => agree(&doc, choices, FullName::from_json(json.as_bytes())),
        2 => agree(&doc, choices, Identity::from_json(json.as_bytes())),
        _ => agree(&doc, choices, StreetAddress::from_json(json.as_bytes())),
    }
    Corpus::Keep
});

fn agree<'de, T>(doc: &'de Doc, choices: &[u8], expected: Result<T, Violations>)
where
    T: Deserialize<'de> + Debug + PartialEq,
    Checked<T>: Deserialize<'de>,
{
    let choices = Choices::new(choices);
    let checked = Checked::<T>::deserialize(Handed::value(doc, &choices));
    let checked = checked.expect("no value is an error of the format").into_result();
    if choices.has_other_types.get() {
        // Where such a value has a property, it is of a wrong type in both, and JSON has another name for its type.
        let report = |read: Result<T, Violations>| read.map_err(|violations| comparison::report(&violations));
        assert_eq!(report(checked), report(expected), "{doc:?}");
        return;
    }
    assert_eq!(checked, expected, "{doc:?}");

    let choices = Choices::new(choices.bytes);
    let message = T::deserialize(Handed::value(doc, &choices)).map_err(|error| error.to_string());
    // Only the root is called otherwise.
    let expected = expected.map_err(|report| report.to_string().replacen("Body ", "value ", 1));
    assert_eq!(message, expected, "{doc:?}");
}

/// Bytes that are used over and over, one for each choice.
struct Choices<'c> {
    bytes: &'c [u8],
    used: Cell<usize>,
    /// Whether a number was handed over as a value of a type that JSON does not have.
    has_other_types: Cell<bool>,
}

impl<'c> Choices<'c> {
    const fn new(bytes: &'c [u8]) -> Self {
        Self { bytes, used: Cell::new(0), has_other_types: Cell::new(false) }
    }

    fn next(&self) -> u8 {
        self.used.set(self.used.get() + 1);
        self.bytes[self.used.get() % self.bytes.len()]
    }
}

/// The name of the only property of a number that `serde_json` hands over with `arbitrary_precision`.
const NUMBER: &str = "$serde_json::private::Number";

/// The deserializer of a value or a name.
#[derive(Clone, Copy)]
struct Handed<'de, 'c> {
    part: Part<'de>,
    choices: &'c Choices<'c>,
    /// Whether it is handed over in an `Option` or a newtype. It is once at most.
    is_wrapped: bool,
}

#[derive(Clone, Copy)]
enum Part<'de> {
    Value(&'de Doc),
    Name(&'de str),
}

impl<'de, 'c> Handed<'de, 'c> {
    const fn value(value: &'de Doc, choices: &'c Choices<'c>) -> Self {
        Self { part: Part::Value(value), choices, is_wrapped: false }
    }

    fn property((name, value): &'de (String, Doc), choices: &'c Choices<'c>) -> (Self, Self) {
        (Self { part: Part::Name(name), ..Self::value(value, choices) }, Self::value(value, choices))
    }
}

impl<'de> Deserializer<'de> for Handed<'de, '_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let Self { part, choices, is_wrapped } = self;
        let wrapped = Handed { is_wrapped: true, ..self };
        let choice = choices.next();
        match (part, choice % 16) {
            (_, 0) if !is_wrapped => visitor.visit_some(wrapped),
            (_, 1) if !is_wrapped => visitor.visit_newtype_struct(wrapped),
            (Part::Name(name), choice) => hand_over_name(name, choice, visitor),
            (Part::Value(Doc::Array(elements)), _) => {
                visitor.visit_seq(SeqDeserializer::new(elements.iter().map(|value| Handed::value(value, choices))))
            }
            (Part::Value(Doc::Object(properties)), _) => {
                let properties = properties.iter().map(|property| Handed::property(property, choices));
                visitor.visit_map(MapDeserializer::new(properties))
            }
            (Part::Value(Doc::Scalar(Value::Null)), 0..8) => visitor.visit_none(),
            (Part::Value(Doc::Scalar(Value::Null)), _) => visitor.visit_unit(),
            (Part::Value(Doc::Scalar(Value::Bool(value))), _) => visitor.visit_bool(*value),
            (Part::Value(Doc::Scalar(Value::String(text))), choice) => hand_over_text(text, choice, visitor),
            (Part::Value(Doc::Scalar(_)), 2..5) => {
                choices.has_other_types.set(true);
                hand_over_other_type(choice, visitor)
            }
            (Part::Value(Doc::Scalar(number)), choice) => hand_over_number(number, choice, visitor),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl<'de> IntoDeserializer<'de> for Handed<'de, '_> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

fn hand_over_name<'de, V: Visitor<'de>>(name: &'de str, choice: u8, visitor: V) -> Result<V::Value, Error> {
    let is_known = table::PROPERTIES.iter().any(|row| row.path.ends_with(name));
    match choice {
        // A name that is not a string is unknown.
        2 if !is_known => visitor.visit_u64(0),
        3 if !is_known => visitor.visit_bytes(b"GB"),
        4 if !is_known => visitor.visit_bool(true),
        // Borrowed, it would make a number of an object.
        _ if name == NUMBER => visitor.visit_str(name),
        _ => hand_over_text(name, choice, visitor),
    }
}

fn hand_over_text<'de, V: Visitor<'de>>(text: &'de str, choice: u8, visitor: V) -> Result<V::Value, Error> {
    let mut chars = text.chars();
    match (chars.next(), choice % 4) {
        (Some(char), 0) if chars.next().is_none() => visitor.visit_char(char),
        (_, 1) => visitor.visit_str(text),
        (_, 2) => visitor.visit_string(text.to_owned()),
        _ => visitor.visit_borrowed_str(text),
    }
}

/// A value of a type that JSON does not have, in place of a number.
fn hand_over_other_type<'de, V: Visitor<'de>>(choice: u8, visitor: V) -> Result<V::Value, Error> {
    match choice % 3 {
        0 => visitor.visit_borrowed_bytes(b"GB"),
        1 => visitor.visit_byte_buf(b"GB".to_vec()),
        _ => {
            let variant = MapDeserializer::new([("Passport", "GB")].into_iter());
            visitor.visit_enum(MapAccessDeserializer::new(variant))
        }
    }
}

fn hand_over_number<'de, V: Visitor<'de>>(number: &'de Value, choice: u8, visitor: V) -> Result<V::Value, Error> {
    match choice {
        5 => visitor.visit_u128(u128::MAX),
        6 => visitor.visit_i128(i128::MIN),
        7 => visitor.visit_f32(f32::NAN),
        8 => {
            // As `serde_json` hands it over with `arbitrary_precision`.
            let name = BorrowedStrDeserializer::new(NUMBER);
            visitor.visit_map(MapDeserializer::new([(name, number.to_string())].into_iter()))
        }
        _ => number.deserialize_any(visitor).map_err(Error::custom),
    }
}
