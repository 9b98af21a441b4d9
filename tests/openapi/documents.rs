//! The programs of the guide for OpenAPI documents: compiled here, and their documents used with a validator.

#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "../../src/guide/aide.rs"]
mod aide_guide;
#[allow(dead_code, reason = "its `main` listens on a fixed port")]
#[path = "../../src/guide/axum.rs"]
mod service;
#[path = "../../src/guide/utoipa.rs"]
mod utoipa_guide;

use std::collections::BTreeSet;
use std::path::Path;

use customer_schema::schema::{self, OpenApi, Profile};
use customer_schema::{Customer, StreetAddress};
use jsonschema::Validator;
use serde_json::{Value, json};

const AIDE: &str = include_str!("../../src/guide/aide.rs");
const UTOIPA: &str = include_str!("../../src/guide/utoipa.rs");
const PATH: &str = "/customers/{CustomerID}";

fn aide_document() -> Value {
    let mut document = aide::openapi::OpenApi::default();
    let _ = aide_guide::app(&mut document);
    serde_json::to_value(document).expect("JSON")
}

fn exported() -> Value {
    schema::openapi(OpenApi::V3_1, Profile::Plain)
}

/// The documents that have to keep every rule.
fn documents() -> [(&'static str, Value); 3] {
    [
        ("aide", aide_document()),
        ("utoipa", utoipa_guide::document()),
        ("the export, read by aide", read_by_aide()),
    ]
}

fn read_by_aide() -> Value {
    let document: aide::openapi::OpenApi =
        serde_json::from_str(&exported().to_string()).expect("a document");
    serde_json::to_value(document).expect("JSON")
}

/// A validator for the body of the operation, by the reference that the operation has.
fn body_validator(document: &Value) -> Validator {
    let body =
        &document["paths"][PATH]["put"]["requestBody"]["content"]["application/json"]["schema"];
    assert_eq!(body, &json!({ "$ref": "#/components/schemas/Customer" }));
    let schema = json!({ "$ref": body["$ref"], "components": document["components"] });
    jsonschema::draft202012::new(&schema).expect("every reference leads to a schema")
}

fn example(country: &str) -> Value {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join(format!("../../examples/data/valid-{country}.json"));
    serde_json::from_slice(&std::fs::read(file).expect("a file")).expect("JSON")
}

fn countries_with_codes() -> impl Iterator<Item = &'static str> {
    StreetAddress::RULE.conditions.iter().map(|condition| condition.is)
}

/// Every code of every list that is a state somewhere, and some texts that are none.
fn states() -> BTreeSet<&'static str> {
    let conditions = StreetAddress::RULE.conditions.iter();
    let codes = conditions.flat_map(|condition| condition.codes.codes()).map(|(code, _)| code);
    codes.chain(["England", "US-NY", "ny", "California", ""]).collect()
}

#[test]
fn the_condition_on_the_state_is_intact() {
    for (name, document) in documents() {
        let validator = body_validator(&document);
        let mut verdicts = [0, 0];
        for country in countries_with_codes().chain(["GB"]) {
            let mut body = example("gb");
            body["PrimaryResidence"]["Country"] = country.into();
            for state in states() {
                body["PrimaryResidence"]["State"] = state.into();
                let is_valid = Customer::check_json(body.to_string().as_bytes()).is_ok();
                assert_eq!(
                    validator.is_valid(&body),
                    is_valid,
                    "{name}: {state:?} in {country}"
                );
                verdicts[usize::from(is_valid)] += 1;
            }
        }
        assert!(verdicts.iter().all(|count| *count > 50), "{verdicts:?}");
        for country in countries_with_codes() {
            let mut body = example("gb");
            body["PrimaryResidence"]["Country"] = country.into();
            body["PrimaryResidence"].as_object_mut().expect("an object").remove("State");
            assert!(!validator.is_valid(&body), "{name}: no state in {country}");
        }
    }
}

#[test]
fn every_schema_is_kept_with_every_keyword() {
    let components = schema::components(OpenApi::V3_1, Profile::Plain);
    // Not `assert_eq!`: it would print thirty pages.
    assert!(utoipa_guide::document()["components"] == components, "utoipa");
    assert!(read_by_aide()["components"]["schemas"] == components["schemas"], "aide");
    // aide makes the schemas itself, in another dialect, by the same names.
    let names = |components: &Value| -> BTreeSet<String> {
        components["schemas"].as_object().expect("an object").keys().cloned().collect()
    };
    assert_eq!(names(&aide_document()["components"]), names(&components));
}

#[test]
fn the_operation_has_the_answers_of_the_contract() {
    let responses = |document: &Value| {
        document["paths"][PATH]["put"]["responses"].as_object().expect("an object").clone()
    };
    let statuses: Vec<_> = responses(&exported()).keys().cloned().collect();
    for (name, document) in documents() {
        let responses = responses(&document);
        assert!(responses.keys().eq(&statuses), "{name}: {responses:?}");
        for (status, response) in responses {
            let schema = &response["content"]["application/json"]["schema"];
            let expected = if status.as_str() < "400" {
                Value::Null
            } else {
                json!({ "$ref": "#/components/schemas/ErrorBody" })
            };
            assert_eq!(schema, &expected, "{name}: {status}");
        }
        let parameters =
            document["paths"][PATH]["put"]["parameters"].as_array().expect("an array");
        assert!(parameters.iter().any(|parameter| parameter["name"] == "CustomerID" && parameter["in"] == "path"), "{name}");
    }
}

/// The guide warns of it.
#[test]
fn the_types_of_utoipa_lose_the_condition() {
    let document: utoipa::openapi::OpenApi =
        serde_json::from_value(exported()).expect("no error, although it is lost");
    let document = serde_json::to_value(document).expect("JSON");
    let mut body = example("us");
    body["PrimaryResidence"]["State"] = "California".into();
    assert!(!body_validator(&exported()).is_valid(&body));
    assert!(body_validator(&document).is_valid(&body), "utoipa keeps it: change the guide");
}

#[test]
fn the_programs_are_as_short_as_the_guide_says_and_fit_the_page() {
    let lines_from = |program: &'static str, start: &str| {
        let start = program.find(start).expect("the start");
        program[start..].lines().filter(|line| !line.is_empty())
    };
    assert!(lines_from(AIDE, "#[derive").count() <= 22);
    assert!(
        lines_from(UTOIPA, "    let components =")
            .take_while(|line| *line != "    document")
            .count()
            <= 5
    );
    for line in AIDE.lines().chain(UTOIPA.lines()) {
        assert!(line.chars().count() <= 96, "{line}");
    }
}
