//! `jsonschema`: a schema, compiled once, applied to the generic tree of the body.

use std::sync::LazyLock;

use isocountry::CountryCode;
use jsonschema::{PatternOptions, ValidationError, Validator};
use serde_json::{Value, json};

use crate::finding::Finding;
use crate::limits;
use crate::oracle::table;
use crate::refused::Refused;
use crate::rules::ID_TYPES;

static VALIDATOR: LazyLock<Validator> = LazyLock::new(|| {
    jsonschema::options()
        // The faster of its two engines; the pattern needs neither look-around nor back references.
        .with_pattern_options(PatternOptions::regex())
        .build(&schema())
        .expect("the schema is valid")
});

/// The tree, or the number of violations. Their list is built, but it borrows from the tree.
pub(crate) fn read(body: &[u8]) -> Result<Value, Refused<usize>> {
    read_with(body, |errors| errors.len())
}

pub(crate) fn findings(body: &[u8]) -> Result<Value, Refused<Vec<Finding>>> {
    let finding = |error: &ValidationError<'_>| Finding {
        path: Some(error.instance_path().to_string()),
        code: Some(error.kind().keyword().to_owned()),
        message: error.to_string(),
        ..Finding::default()
    };
    read_with(body, |errors| errors.iter().map(finding).collect())
}

fn read_with<T>(body: &[u8], summarize: impl Fn(&[ValidationError<'_>]) -> T) -> Result<Value, Refused<T>> {
    let customer: Value = serde_json::from_slice(body)?;
    let errors: Vec<_> = VALIDATOR.iter_errors(&customer).collect();
    if errors.is_empty() {
        drop(errors);
        Ok(customer)
    } else {
        Err(Refused::Invalid(summarize(&errors)))
    }
}

fn schema() -> Value {
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "required": ["FullName", "DateOfBirth", "Identities", "PrimaryResidence"],
        "properties": {
            "FullName": {
                "type": "object",
                "required": ["FirstName", "LastName"],
                "properties": {
                    "FirstName": text(limits::FirstName::MIN, limits::FirstName::MAX),
                    "LastName": text(limits::LastName::MIN, limits::LastName::MAX),
                    "MiddleName": text(limits::MiddleName::MIN, limits::MiddleName::MAX),
                },
            },
            "DateOfBirth": date(),
            "Identities": { "type": "array", "items": {
                "type": "object",
                "required": ["IssuingCountry", "IDNumber", "IDType"],
                "properties": {
                    "IssuingCountry": country(),
                    "IDNumber": text(limits::IdNumber::MIN, limits::IdNumber::MAX),
                    "IssuedDate": date(),
                    "ExpiryDate": date(),
                    "IDType": { "enum": ID_TYPES },
                },
            } },
            "PrimaryResidence": {
                "type": "object",
                "required": ["Street", "City", "PostCode", "State", "Country"],
                "properties": {
                    "Street": text(limits::Street::MIN, limits::Street::MAX),
                    "Street2": { "type": "string" },
                    "City": text(limits::City::MIN, limits::City::MAX),
                    "PostCode": text(limits::PostCode::MIN, limits::PostCode::MAX),
                    "State": text(limits::State::MIN, limits::State::MAX),
                    "Country": country(),
                },
            },
        },
    });
    let condition = table::CONDITIONS.iter().rev().fold(json!(true), |otherwise, condition| {
        let codes: Vec<_> = condition.list.codes().collect();
        json!({ "if": country_is(condition.is), "then": state_of(&codes), "else": otherwise })
    });
    if let (Some(residence), Value::Object(condition)) =
        (schema["properties"]["PrimaryResidence"].as_object_mut(), condition)
    {
        residence.extend(condition);
    }
    schema
}

fn text(min: usize, max: usize) -> Value {
    json!({ "type": "string", "minLength": min, "maxLength": max })
}

fn country() -> Value {
    let codes: Vec<_> = CountryCode::iter_alpha2().map(CountryCode::alpha2).collect();
    // Without `type`, which would count a value of a wrong type twice.
    json!({ "enum": codes })
}

fn country_is(code: &str) -> Value {
    json!({ "required": ["Country"], "properties": { "Country": { "const": code } } })
}

fn state_of(codes: &[&str]) -> Value {
    json!({ "required": ["State"], "properties": { "State": { "enum": codes } } })
}

/// Calendar days from 0001-01-01 on. The pattern implies the length.
fn date() -> Value {
    let year = "(?:000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})";
    let of_31 = "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])";
    let of_30 = "(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)";
    let february = "02-(?:0[1-9]|1[0-9]|2[0-8])";
    let every_fourth = "(?:0[48]|[2468][048]|[13579][26])";
    let leap_day = format!("(?:[0-9]{{2}}{every_fourth}|{every_fourth}00)-02-29");
    json!({ "type": "string", "pattern": format!("^(?:{year}-(?:{of_31}|{of_30}|{february})|{leap_day})$") })
}
