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
    let checked = Checked::<T>::deserialize(Handed::new(doc, &choices));
    let checked = checked.expect("no value is an error of the format").into_result();
    if choices.has_other_types.get() {
        // A value is of a wrong type in both, and JSON has another name for its type.
        let report = |read: Result<T, Violations>| read.as_ref().map_err(comparison::report).err();
        assert_eq!(report(checked), report(expected), "{doc:?}");
        return;
    }
    assert_eq!(checked, expected, "{doc:?}");

    let choices = Choices::new(choices.bytes);
    let message = T::deserialize(Handed::new(doc, &choices)).map_err(|error| error.to_string());
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

/// The deserializer of a value.
#[derive(Clone, Copy)]
struct Handed<'de, 'c> {
    value: &'de Doc,
    choices: &'c Choices<'c>,
    /// Whether it is handed over in an `Option` or a newtype. It is once at most.
    is_wrapped: bool,
}

impl<'de, 'c> Handed<'de, 'c> {
    const fn new(value: &'de Doc, choices: &'c Choices<'c>) -> Self {
        Self { value, choices, is_wrapped: false }
    }
}

impl<'de> Deserializer<'de> for Handed<'de, '_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let Self { value, choices, is_wrapped } = self;
        let wrapped = Handed { is_wrapped: true, ..self };
        let choice = choices.next();
        match (value, choice % 16) {
            (_, 0) if !is_wrapped => visitor.visit_some(wrapped),
            (_, 1) if !is_wrapped => visitor.visit_newtype_struct(wrapped),
            (Doc::Array(elements), _) => {
                visitor.visit_seq(SeqDeserializer::new(elements.iter().map(|value| Handed::new(value, choices))))
            }
            (Doc::Object(properties), _) => {
                let property =
                    |(name, value): &'de (String, Doc)| (Name { name, choices }, Handed::new(value, choices));
                visitor.visit_map(MapDeserializer::new(properties.iter().map(property)))
            }
            (Doc::Scalar(Value::Null), 0..8) => visitor.visit_none(),
            (Doc::Scalar(Value::Null), _) => visitor.visit_unit(),
            (Doc::Scalar(Value::Bool(value)), _) => visitor.visit_bool(*value),
            (Doc::Scalar(Value::String(text)), _) => hand_over_text(text, choice, visitor),
            (Doc::Scalar(Value::Number(_)), 2..5) => {
                choices.has_other_types.set(true);
                match choice % 3 {
                    0 => visitor.visit_borrowed_bytes(b"GB"),
                    1 => visitor.visit_byte_buf(b"GB".to_vec()),
                    _ => visitor
                        .visit_enum(MapAccessDeserializer::new(MapDeserializer::new([("Passport", "GB")].into_iter()))),
                }
            }
            (Doc::Scalar(Value::Number(_)), 5) => visitor.visit_u128(u128::MAX),
            (Doc::Scalar(Value::Number(_)), 6) => visitor.visit_i128(i128::MIN),
            (Doc::Scalar(Value::Number(_)), 7) => visitor.visit_f32(f32::NAN),
            (Doc::Scalar(Value::Number(number)), 8) => {
                // As `serde_json` hands it over with `arbitrary_precision`.
                let name = BorrowedStrDeserializer::new("$serde_json::private::Number");
                visitor.visit_map(MapDeserializer::new([(name, number.to_string())].into_iter()))
            }
            (Doc::Scalar(number), _) => number.deserialize_any(visitor).map_err(Error::custom),
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

/// The deserializer of a name.
struct Name<'de, 'c> {
    name: &'de str,
    choices: &'c Choices<'c>,
}

impl<'de> Deserializer<'de> for Name<'de, '_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let choice = self.choices.next();
        let is_known = table::PROPERTIES.iter().any(|row| row.path.ends_with(self.name));
        match choice % 16 {
            // A name that is not a string is unknown.
            0 if !is_known => visitor.visit_u64(0),
            1 if !is_known => visitor.visit_bytes(b"GB"),
            2 if !is_known => visitor.visit_unit(),
            _ => hand_over_text(self.name, choice, visitor),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl<'de> IntoDeserializer<'de> for Name<'de, '_> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
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
