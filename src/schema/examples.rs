//! The named examples of the OpenAPI document.

use alloc::string::String;

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::object::example_of;
use crate::{Customer, CustomerDraft, ErrorBody, ErrorType, Status};

/// Bodies of requests: one for each condition on an address, and one that none applies to.
pub(super) fn customers() -> Map<String, Value> {
    let american = json!({
        "FullName": { "FirstName": "Grace", "LastName": "Hopper" },
        "DateOfBirth": "1976-12-09",
        "Identities": [{ "IssuingCountry": "US", "IDNumber": "900-70-0001", "IDType": "TaxID" }],
        "PrimaryResidence": {
            "Street": "350 Fifth Avenue",
            "Street2": "Floor 21",
            "City": "New York",
            "PostCode": "10118",
            "State": "NY",
            "Country": "US",
        },
    });
    let canadian = json!({
        "FullName": { "FirstName": "Élodie", "LastName": "Tremblay" },
        "DateOfBirth": "1990-02-28",
        "Identities": [],
        "PrimaryResidence": {
            "Street": "1200 rue Sainte-Catherine Ouest",
            "City": "Montréal",
            "PostCode": "H2X 1Y4",
            "State": "QC",
            "Country": "CA",
        },
    });
    Map::from_iter([
        example("british", "A customer in the United Kingdom, with every property", &example_of(&Customer::RULE)),
        example("american", "A customer in the USA: the state is a code", &american),
        example("canadian", "A customer in Canada, without documents: the state is a code", &canadian),
    ])
}

/// Bodies of answers with this status; none where there is no error.
pub(super) fn errors(status: Status) -> Map<String, Value> {
    const ACTION: &str = "PutCustomer";
    let Some(kind) = ErrorType::ALL.iter().find(|kind| kind.status() == Some(status)) else {
        return Map::new();
    };
    let other = |name, summary, instance: &str, detail: &str| {
        example(name, summary, &ErrorBody::new(kind.clone(), instance, ACTION, detail))
    };
    match status {
        Status::BadRequest => {
            let mut draft = CustomerDraft::default();
            draft.full_name.first_name = Some("Ada".into());
            draft.date_of_birth = Some("1985-02-29".into());
            draft.primary_residence.state = Some("California".into());
            draft.primary_residence.country = Some("US".into());
            let invalid = [
                ("properties", "Properties are missing or invalid", "req-7f3a", draft.validate().err()),
                ("body", "The body is no object", "req-7f3b", Customer::check_json(b"[]").err()),
            ];
            let invalid = invalid.into_iter().filter_map(|(name, summary, instance, violations)| {
                Some(example(name, summary, &ErrorBody::invalid_request(&violations?, instance, ACTION)))
            });
            let summary = "The content type is not JSON";
            let content_type = other("contentType", summary, "req-7f3c", "the content type must be application/json");
            invalid.chain([content_type]).collect()
        }
        Status::Unauthorized => {
            let summary = "The request has no signature";
            Map::from_iter([other("unsigned", summary, "req-7f3d", "a signature is required")])
        }
        _ => {
            let summary = "The server could not store the customer";
            Map::from_iter([other("failed", summary, "req-7f3e", "the customer could not be stored")])
        }
    }
}

fn example(name: &str, summary: &str, value: &impl Serialize) -> (String, Value) {
    // Every key is a string and every number is finite, so this cannot fail.
    let value = serde_json::to_value(value).unwrap_or_default();
    (name.into(), json!({ "summary": summary, "value": value }))
}
