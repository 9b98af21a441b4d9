//! Properties of the exports themselves. `tests/schema` compares their verdicts with the reader's.

use customer_schema::schema::{Dialect, OpenApi, Profile, body, error_body, openapi};
use customer_schema::{ApiSignature, ErrorType};
use schemars::schema_for;
use serde_json::{Value, json};

use crate::oracle::table;

/// Every `$ref` in a document.
fn references(value: &Value) -> Vec<&str> {
    match value {
        Value::Object(keywords) => {
            let own = keywords.get("$ref").and_then(Value::as_str);
            own.into_iter().chain(keywords.values().flat_map(references)).collect()
        }
        Value::Array(elements) => elements.iter().flat_map(references).collect(),
        _ => Vec::new(),
    }
}

/// A schema on its own has all that it refers to, in every dialect. Draft-07 has it in place.
#[test]
fn no_reference_dangles() {
    for dialect in Dialect::ALL {
        let bodies = Profile::ALL.iter().map(|profile| body(*dialect, *profile));
        for schema in bodies.chain([error_body(*dialect)]) {
            let references = references(schema.as_value());
            assert_eq!(references.is_empty(), *dialect == Dialect::Draft07, "{dialect}");
            for reference in references {
                let pointer = reference.strip_prefix('#').expect(reference);
                assert!(schema.pointer(pointer).is_some_and(Value::is_object), "{dialect}: {reference}");
            }
        }
    }
}

#[test]
fn dialects_by_name() {
    let names: Vec<_> = Dialect::ALL.iter().map(|dialect| format!("{dialect:>12}")).collect();
    assert_eq!(names, ["     2020-12", "    draft-07", " openapi-3.1", " openapi-3.0"]);
}

/// Only lists whose codes have names are labelled; the kinds of error have none.
#[test]
fn the_kinds_of_error_stay_a_list() {
    let kinds: Vec<_> = ErrorType::ALL.iter().map(ErrorType::as_str).collect();
    for version in [OpenApi::V3_1, OpenApi::V3_0] {
        for &profile in Profile::ALL {
            let document = openapi(version, profile);
            let schema = &document["components"]["schemas"]["ErrorType"];
            assert_eq!(schema["enum"], json!(kinds), "{version:?} {profile:?}");
            assert!(schema.get("oneOf").is_none(), "{version:?} {profile:?}");
        }
    }
}

/// No schema can express its shape.
#[test]
fn a_signature_is_a_string() {
    let schema = schema_for!(ApiSignature);
    assert_eq!((schema.get("type"), schema.get("pattern")), (Some(&json!("string")), None));
}

/// The titles of the branches, in each spelling of the conditions.
#[test]
fn branches_have_titles() {
    let names = |branches: Option<&Value>| -> Vec<Value> {
        branches.and_then(Value::as_array).into_iter().flatten().map(|branch| branch["title"].clone()).collect()
    };
    let is = |condition: &table::Condition| format!("Country is {}", condition.is);
    let other = "Country is any other".to_owned();
    let expected: Vec<_> = table::CONDITIONS.iter().map(is).chain([other.clone()]).collect();
    for dialect in [Dialect::Draft2020_12, Dialect::OpenApi(OpenApi::V3_1), Dialect::OpenApi(OpenApi::V3_0)] {
        let definitions = if dialect == Dialect::Draft2020_12 { "/$defs" } else { "/components/schemas" };
        let at = |profile, location: &str| {
            body(dialect, profile).pointer(&format!("{definitions}/StreetAddress{location}")).cloned()
        };
        assert_eq!(names(at(Profile::Generators, "/allOf/0/anyOf").as_ref()), expected, "{dialect}");
        assert_eq!(names(at(Profile::Fuzzers, "/oneOf").as_ref()), expected, "{dialect}");
    }
    let address = openapi(OpenApi::V3_1, Profile::Plain);
    let title =
        |location: &str| address.pointer(&format!("/components/schemas/StreetAddress{location}/title")).cloned();
    let mut location = String::new();
    for (condition, following) in table::CONDITIONS.iter().zip(1..) {
        assert_eq!(title(&format!("{location}/if")), Some(is(condition).into()));
        location += "/else";
        let is_last = following == table::CONDITIONS.len();
        let expected = if is_last { other.clone() } else { format!("Country is not {}", condition.is) };
        assert_eq!(title(&location), Some(expected.into()));
    }
}

/// Beside a `$ref` to a schema with `if`, openapi-generator makes the property untyped.
#[test]
fn the_residence_is_a_bare_reference_in_openapi_3_1() {
    let document = openapi(OpenApi::V3_1, Profile::Plain);
    let residence = &document["components"]["schemas"]["Customer"]["properties"]["PrimaryResidence"];
    assert_eq!(*residence, json!({ "$ref": "#/components/schemas/StreetAddress" }));
}

/// Documents of OpenAPI show comments to people, to whom a number says nothing.
#[test]
fn openapi_has_no_comments() {
    for version in [OpenApi::V3_1, OpenApi::V3_0] {
        for &profile in Profile::ALL {
            assert!(!openapi(version, profile).to_string().contains("$comment"), "{version:?} {profile:?}");
        }
    }
}
