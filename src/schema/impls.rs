//! `JsonSchema` for every type, from its rule.

use alloc::string::String;

use schemars::{Schema, SchemaGenerator, json_schema};
use serde_json::Value as Json;

use super::object::object;
use super::region::prescribe;
use crate::read::{Object, Value};
use crate::value::for_each_text;
use crate::{
    ApiSignature, CaProvince, CalendarDate, City, CodeRule, CountryCode, Customer, CustomerId, FirstName, FullName,
    IdNumber, IdType, Identity, LastName, MiddleName, PostCode, Property, Rule, State, StateCountry, Street, Street2,
    StreetAddress, TextRule, UsState,
};

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

// No pattern describes it: two of the segments are JSON within base64url.
impl_json_schema!(ApiSignature, "ApiSignature", in_place: true, |_| {
    json_schema!({ "description": "A digitally signed JWT in JWS compact form.", "type": "string" })
});

/// Implements `JsonSchema` for types that are written by reference, and finds the one that has a rule.
macro_rules! impl_named {
    ($($Type:ident: $schema:expr;)+) => {
        $(impl_json_schema!($Type, stringify!($Type), in_place: false, $schema);)+

        fn named(rule: Rule, generator: &mut SchemaGenerator) -> Option<Schema> {
            $(if rule == <$Type as Value>::RULE {
                return Some(generator.subschema_for::<$Type>());
            })+
            None
        }
    };
}

impl_named! {
    CountryCode: |_| list(CountryCode::RULE);
    IdType: |_| list(IdType::RULE);
    UsState: |_| list(UsState::RULE);
    CaProvince: |_| list(CaProvince::RULE);
    FullName: object_of::<FullName>;
    Identity: object_of::<Identity>;
    StreetAddress: |generator| {
        let mut schema = object_of::<StreetAddress>(generator);
        let countries = StateCountry::ALL.iter();
        let countries = countries.map(|country| (country.as_str(), of(Rule::Code(country.rule()), generator))).collect();
        prescribe(&mut schema, "R21", "Country", "State", countries);
        schema
    };
    Customer: object_of::<Customer>;
}

/// The schema of an object, from its table.
fn object_of<O: Object>(generator: &mut SchemaGenerator) -> Schema {
    let properties = O::PROPERTIES.iter().map(|property: &Property| (property, of(property.rule, generator)));
    object(O::ID, O::DESCRIPTION, properties)
}

/// The schema of a rule.
fn of(rule: Rule, generator: &mut SchemaGenerator) -> Schema {
    match rule {
        Rule::Text(rule) => text(rule),
        Rule::Date(_) => generator.subschema_for::<CalendarDate>(),
        Rule::Signature => generator.subschema_for::<ApiSignature>(),
        Rule::Array(properties) => {
            json_schema!({ "type": "array", "items": of(Rule::Object(properties), generator) })
        }
        Rule::Code(codes) => named(rule, generator).unwrap_or_else(|| list(codes)),
        // An object that is not named above would be accepted whatever it is.
        Rule::Object(_) => named(rule, generator).unwrap_or_else(|| false.into()),
    }
}

/// The codes of a list.
fn list(rule: CodeRule) -> Schema {
    codes(rule.what, rule.codes().into_iter().map(|(code, _)| code))
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
pub(super) fn codes(what: &str, codes: impl Iterator<Item = &'static str>) -> Schema {
    let codes: Json = codes.collect();
    json_schema!({ "description": sentence(what), "type": "string", "enum": codes })
}

/// A phrase as a sentence.
fn sentence(phrase: &str) -> String {
    let mut chars = phrase.chars();
    chars.next().map(char::to_uppercase).into_iter().flatten().chain(chars).chain(['.']).collect()
}
