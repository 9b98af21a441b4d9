//! Promises of the exports about themselves. Other validators compare them with the reader.

use customer_schema::schema::{Dialect, OpenApi, Profile, body, error_body, openapi};
use customer_schema::{ApiSignature, ErrorType};
use schemars::schema_for;
use serde_json::{Value, json};

const PROFILES: [Profile; 2] = [Profile::Plain, Profile::Labels];

/// Every `$ref` in a document.
fn references(value: &Value) -> Vec<&str> {
    match value {
        Value::Object(members) => {
            let own = members.get("$ref").and_then(Value::as_str);
            own.into_iter().chain(members.values().flat_map(references)).collect()
        }
        Value::Array(elements) => elements.iter().flat_map(references).collect(),
        _ => Vec::new(),
    }
}

/// A schema on its own has all that it refers to, in every dialect. Draft-07 has it in place.
#[test]
fn no_reference_dangles() {
    for dialect in Dialect::ALL {
        let bodies = PROFILES.map(|profile| body(*dialect, profile));
        for schema in bodies.into_iter().chain([error_body(*dialect)]) {
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
        for profile in PROFILES {
            let document = openapi(version, profile);
            let schema = &document["components"]["schemas"]["ErrorType"];
            assert_eq!(schema["enum"], json!(kinds), "{version:?} {profile:?}");
            assert!(schema.get("oneOf").is_none(), "{version:?} {profile:?}");
        }
    }
}

/// Its shape is no matter of a schema, so that it may stand in one as a string.
#[test]
fn a_signature_is_a_string() {
    let schema = schema_for!(ApiSignature);
    assert_eq!((schema.get("type"), schema.get("pattern")), (Some(&json!("string")), None));
}
