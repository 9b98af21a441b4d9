//! `JsonSchema` for every type, from its rule.

use alloc::string::String;

use schemars::{Schema, SchemaGenerator, json_schema};
use serde_json::Value as Json;

use super::object::object;
use crate::codes::for_each_code;
use crate::read::Value;
use crate::value::for_each_text;
#[allow(clippy::wildcard_imports, reason = "every type, also one that is added")]
use crate::*;

/// Implements `JsonSchema`. A schema is written `in_place` or by reference.
macro_rules! impl_json_schema {
    ($Type:ty, $name:expr, in_place: $in_place:literal, $schema:expr) => {
        impl schemars::JsonSchema for $Type {
            fn inline_schema() -> bool {
                $in_place
            }

            fn schema_name() -> alloc::borrow::Cow<'static, str> {
                $name.into()
            }

            fn schema_id() -> alloc::borrow::Cow<'static, str> {
                concat!("customer_schema::", $name).into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let schema: fn(&mut schemars::SchemaGenerator) -> schemars::Schema = $schema;
                schema(generator)
            }
        }
    };
}
pub(super) use impl_json_schema;

/// Implements `JsonSchema` for texts.
macro_rules! impl_texts {
    ($($Text:ident)+) => {
        $(impl_json_schema!($Text, stringify!($Text), in_place: true, |_| text($Text::RULE));)+
    };
}

for_each_text!(impl_texts);

impl_json_schema!(CalendarDate, "CalendarDate", in_place: true, |_| {
    let mut schema = text(CalendarDate::RULE);
    schema.insert("format".into(), "date".into());
    schema.insert("pattern".into(), CalendarDate::PATTERN.into());
    schema
});

// No pattern can describe it: two of the segments are JSON within base64url.
impl_json_schema!(ApiSignature, "ApiSignature", in_place: true, |_| {
    json_schema!({ "description": "A digitally signed JWT in JWS compact form.", "type": "string" })
});

/// Implements `JsonSchema` for codes and objects, which are written by reference, and finds the type of a rule.
macro_rules! impl_named {
    ($($Code:ident)+) => {
        impl_named!($($Code)+; FullName Identity StreetAddress Customer);
    };
    ($($Code:ident)+; $($Object:ident)+) => {
        $(impl_json_schema!($Code, stringify!($Code), in_place: false, |_| list($Code::RULE));)+
        $(impl_json_schema!($Object, stringify!($Object), in_place: false, |generator| {
            object(&$Object::RULE, &mut |rule| of(rule, generator))
        });)+

        /// The rule of every object.
        pub(super) const OBJECTS: &[&ObjectRule] = &[$(&$Object::RULE),+];

        /// Whether the type of this name is an object with conditions.
        pub(super) fn has_conditions(name: &str) -> bool {
            $((name == stringify!($Object) && !$Object::RULE.conditions.is_empty()))||+
        }

        fn named(rule: Rule, generator: &mut SchemaGenerator) -> Option<Schema> {
            $(if rule == <$Code as Value>::RULE {
                return Some(generator.subschema_for::<$Code>());
            })+
            $(if rule == <$Object as Value>::RULE {
                return Some(generator.subschema_for::<$Object>());
            })+
            None
        }
    };
}

for_each_code!(impl_named);

/// The schema of a rule.
fn of(rule: Rule, generator: &mut SchemaGenerator) -> Schema {
    match rule {
        Rule::Text(rule) => text(rule),
        Rule::Date(_) => generator.subschema_for::<CalendarDate>(),
        Rule::Signature => generator.subschema_for::<ApiSignature>(),
        Rule::Array(element) => json_schema!({ "type": "array", "items": of(Rule::Object(element), generator) }),
        Rule::Code(codes) => named(rule, generator).unwrap_or_else(|| list(codes)),
        // Otherwise, any value would be accepted for an object that is not named above.
        Rule::Object(_) => named(rule, generator).unwrap_or_else(|| false.into()),
    }
}

/// The codes of a list.
fn list(rule: CodeRule) -> Schema {
    codes(rule.noun, rule.codes().into_iter().map(|(code, _)| code))
}

/// The limits of a text.
fn text(rule: TextRule) -> Schema {
    let mut schema = json_schema!({ "type": "string" });
    if rule.min > 0 {
        schema.insert("minLength".into(), rule.min.into());
    }
    if let Some(max) = rule.max {
        schema.insert("maxLength".into(), max.into());
    }
    schema
}

/// The schema of a closed list.
pub(super) fn codes(noun: &str, codes: impl Iterator<Item = &'static str>) -> Schema {
    let codes: Json = codes.collect();
    json_schema!({ "description": sentence(noun), "type": "string", "enum": codes })
}

/// A phrase as a sentence.
fn sentence(phrase: &str) -> String {
    let mut chars = phrase.chars();
    chars.next().map(char::to_uppercase).into_iter().flatten().chain(chars).chain(['.']).collect()
}
