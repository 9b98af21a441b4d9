//! The OpenAPI documents beyond the body: the path's parameter, the error body, the examples.

#[path = "../../table/mod.rs"]
mod table;

use customer_schema::schema::{self, Dialect, OpenApi, Profile};
use customer_schema::{Customer, CustomerId, ErrorBody, ErrorType, PutCustomer};
use customer_schema_conformance::{documents, text};
use jsonschema::Validator;
use serde_json::{Value, json};

const VERSIONS: [OpenApi; 2] = [OpenApi::V3_1, OpenApi::V3_0];

fn validator(schema: &Value) -> Validator {
    jsonschema::validator_for(schema).expect("a valid schema")
}

fn operation(document: &Value) -> &Value {
    document["paths"].as_object().and_then(|paths| paths.values().next()).map(|path| &path["put"]).expect("one path")
}

#[test]
fn the_path_has_the_parameter() {
    for version in VERSIONS {
        let document = schema::openapi(version, Profile::Plain);
        let parameter = &operation(&document)["parameters"][0];
        assert_eq!(parameter["name"], PutCustomer::CUSTOMER_ID);
        assert!(document["paths"].get(format!("/customers/{{{}}}", PutCustomer::CUSTOMER_ID)).is_some());

        let judge = validator(&parameter["schema"]);
        let (min, max) = table::limits(PutCustomer::CUSTOMER_ID);
        for plane in 0..8 {
            for (length, valid) in [(min - 1, false), (min, true), (max, true), (max + 1, false)] {
                let id = text(plane, length);
                assert_eq!(CustomerId::try_from(id.as_str()).is_ok(), valid, "the reader on {length} of plane {plane}");
                assert_eq!(judge.is_valid(&id.into()), valid, "R1: {length} of plane {plane}");
            }
        }
    }
}

#[test]
fn the_document_has_the_body_of_the_same_dialect() {
    for version in VERSIONS {
        for profile in [Profile::Plain, Profile::Labels] {
            let body = schema::body(Dialect::OpenApi(version), profile);
            let document = schema::openapi(version, profile);
            let schemas = body.pointer("/components/schemas").and_then(Value::as_object).expect("components");
            for (name, schema) in schemas {
                assert_eq!(&document["components"]["schemas"][name], schema, "{version:?} {profile:?} {name}");
            }
            let content = &operation(&document)["requestBody"]["content"]["application/json"];
            assert_eq!(content["schema"]["$ref"], body.as_value()["$ref"]);
            assert_eq!(Customer::check_json(content["example"].to_string().as_bytes()), Ok(()));
        }
    }
}

/// What a server writes fits, for every report that the documents give rise to.
#[test]
fn error_bodies() {
    for &dialect in Dialect::ALL {
        let schema = schema::error_body(dialect);
        let judge = validator(schema.as_value());
        let reports = documents(11)
            .take(200)
            .filter_map(|document| Customer::check_json(document.body.to_string().as_bytes()).err());
        let invalid = reports.map(|report| ErrorBody::invalid_request(&report, "req-1", "PutCustomer"));
        let others = ErrorType::ALL.iter().map(|kind| ErrorBody::new(kind.clone(), "req-2", "PutCustomer", ""));
        for body in invalid.chain(others).chain([ErrorBody::default()]) {
            let body = serde_json::to_value(&body).expect("JSON");
            assert!(judge.is_valid(&body), "{dialect} on {body}");
        }
        for body in [
            json!([]),
            json!({ "Type": "Teapot" }),
            json!({ "Detail": null }),
            json!({ "Extensions": [] }),
            json!({ "Extensions": { "Request": { "FullName": "is required" } } }),
            json!({ "Extensions": { "Features": { "x": [1] } } }),
        ] {
            assert!(!judge.is_valid(&body), "{dialect} on {body}");
        }
    }
}
