//! The OpenAPI documents beyond the body: the path's parameter, the error body, the examples.

#[path = "../../table/mod.rs"]
mod table;

use customer_schema::schema::{self, Dialect, OpenApi, Profile, SignatureForm};
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

        let validator = validator(&parameter["schema"]);
        let (min, max) = table::limits(PutCustomer::CUSTOMER_ID);
        for plane in 0..8 {
            for (length, valid) in [(min - 1, false), (min, true), (max, true), (max + 1, false)] {
                let id = text(plane, length);
                assert_eq!(CustomerId::try_from(id.as_str()).is_ok(), valid, "the reader on {length} of plane {plane}");
                assert_eq!(validator.is_valid(&id.into()), valid, "R1: {length} of plane {plane}");
            }
        }
    }
}

#[test]
fn the_document_has_the_body_of_the_same_dialect() {
    for version in VERSIONS {
        for &profile in Profile::ALL {
            let body = schema::body(Dialect::OpenApi(version), profile);
            let document = schema::openapi(version, profile);
            let schemas = body.pointer("/components/schemas").and_then(Value::as_object).expect("components");
            for (name, schema) in schemas {
                assert_eq!(&document["components"]["schemas"][name], schema, "{version:?} {profile:?} {name}");
            }
            let content = &operation(&document)["requestBody"]["content"]["application/json"];
            assert_eq!(content["schema"]["$ref"], body.as_value()["$ref"]);
        }
    }
}

/// The examples under a key, by name.
fn examples<'d>(content: &'d Value, names: &[&str]) -> Vec<&'d Value> {
    let examples = content["application/json"]["examples"].as_object().expect("examples");
    assert_eq!(examples.keys().collect::<Vec<_>>(), names);
    assert!(examples.values().all(|example| example["summary"].is_string()));
    examples.values().map(|example| &example["value"]).collect()
}

/// A generated client or a page of documentation sends them as they are.
#[test]
fn named_examples_of_requests() {
    for version in VERSIONS {
        let document = schema::openapi(version, Profile::Plain);
        let content = &operation(&document)["requestBody"]["content"];
        let examples = examples(content, &["british", "american", "canadian"]);
        let countries: Vec<_> = examples.iter().map(|example| &example["PrimaryResidence"]["Country"]).collect();
        assert_eq!(countries, ["GB", "US", "CA"]);
        for example in examples {
            assert_eq!(Customer::check_json(example.to_string().as_bytes()), Ok(()));
        }
    }
}

#[test]
fn named_examples_of_answers() {
    let expected: [(&str, &[&str]); 3] =
        [("400", &["properties", "body", "contentType"]), ("401", &["unsigned"]), ("500", &["failed"])];
    for version in VERSIONS {
        let document = schema::openapi(version, Profile::Plain);
        let responses = &operation(&document)["responses"];
        for (status, names) in expected {
            for example in examples(&responses[status]["content"], names) {
                let answer = ErrorBody::from_json(example.to_string().as_bytes()).expect("an error body");
                assert_eq!(answer.status().map(|status| status.code().to_string()).as_deref(), Some(status));
            }
        }
        let invalid = examples(&responses["400"]["content"], expected[0].1);
        let keys =
            |example: &Value| Some(example.pointer("/Extensions/Request")?.as_object()?.keys().cloned().collect());
        let keys: Vec<Option<Vec<String>>> = invalid.into_iter().map(keys).collect();
        assert!(keys[0].as_ref().is_some_and(|keys| keys.contains(&"FullName.LastName".to_owned())));
        assert_eq!(keys[1..], [Some(vec!["Body".to_owned()]), None]);
    }
}

/// Both forms name the header of the contract, and let it be left out.
#[test]
fn the_signature_in_both_forms() {
    for version in VERSIONS {
        let document = schema::openapi(version, Profile::Plain);
        let parameter = &operation(&document)["parameters"][1];
        assert_eq!([&parameter["name"], &parameter["in"]], [PutCustomer::API_SIGNATURE, "header"]);
        assert_eq!(parameter["required"], false);
        assert_eq!(operation(&document)["security"], json!([]));
        assert!(document["components"].get("securitySchemes").is_none());

        let document = schema::openapi_with(version, Profile::Plain, SignatureForm::ApiKey);
        assert_eq!(operation(&document)["parameters"].as_array().map(Vec::len), Some(1));
        assert_eq!(operation(&document)["security"], json!([{ "Signature": [] }, {}]));
        let scheme = &document["components"]["securitySchemes"]["Signature"];
        assert_eq!([&scheme["type"], &scheme["in"], &scheme["name"]], ["apiKey", "header", PutCustomer::API_SIGNATURE]);
    }
}

/// People do not read a pattern or `minLength`.
#[test]
fn limits_in_words() {
    for version in VERSIONS {
        let document = schema::openapi(version, Profile::Plain);
        let (min, max) = table::limits(PutCustomer::CUSTOMER_ID);
        let description = operation(&document)["parameters"][0]["description"].as_str().expect("a description");
        assert!(description.ends_with(&format!(": {min} to {max} characters.")), "{description}");
        let schemas = &document["components"]["schemas"];
        for date in [
            &schemas["Customer"]["properties"]["DateOfBirth"],
            &schemas["Identity"]["properties"]["IssuedDate"],
            &schemas["Identity"]["properties"]["ExpiryDate"],
        ] {
            let description = date["description"].as_str().expect("a description");
            assert!(description.ends_with(" in the form YYYY-MM-DD, from 0001-01-01 to 9999-12-31."), "{description}");
        }
    }
}

/// The error body of every report of the documents fits its schema.
#[test]
fn error_bodies() {
    for &dialect in Dialect::ALL {
        let schema = schema::error_body(dialect);
        let validator = validator(schema.as_value());
        let reports = documents(11)
            .take(200)
            .filter_map(|document| Customer::check_json(document.body.to_string().as_bytes()).err());
        let invalid = reports.map(|report| ErrorBody::invalid_request(&report, "req-1", "PutCustomer"));
        let others = ErrorType::ALL.iter().map(|kind| ErrorBody::new(kind.clone(), "req-2", "PutCustomer", ""));
        for body in invalid.chain(others).chain([ErrorBody::default()]) {
            let body = serde_json::to_value(&body).expect("JSON");
            assert!(validator.is_valid(&body), "{dialect} on {body}");
        }
        for body in [
            json!([]),
            json!({ "Type": "Teapot" }),
            json!({ "Detail": null }),
            json!({ "Extensions": [] }),
            json!({ "Extensions": { "Request": { "FullName": "is required" } } }),
            json!({ "Extensions": { "Features": { "x": [1] } } }),
        ] {
            assert!(!validator.is_valid(&body), "{dialect} on {body}");
        }
    }
}
