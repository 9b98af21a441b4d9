//! The named examples of the OpenAPI document.

use alloc::string::String;

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::object::example_of;
use crate::error_body::detail;
use crate::{Customer, CustomerDraft, ErrorBody, ErrorType, IdentityDraft, PutCustomer, Status};

/// Bodies of requests: one for each condition on an address, and one to which none applies.
pub(super) fn customers() -> Map<String, Value> {
    let mut american = CustomerDraft::default();
    set(&mut american, ["Grace", "Hopper"], "1976-12-09", ["350 Fifth Avenue", "New York", "10118", "NY", "US"]);
    american.primary_residence.street2 = Some("Floor 21".into());
    american.identities.push(IdentityDraft {
        issuing_country: Some("US".into()),
        id_number: Some("900-70-0001".into()),
        id_type: Some("TaxID".into()),
        ..IdentityDraft::default()
    });

    let mut canadian = CustomerDraft::default();
    let residence = ["1200 rue Sainte-Catherine Ouest", "Montréal", "H2X 1Y4", "QC", "CA"];
    set(&mut canadian, ["Élodie", "Tremblay"], "1990-02-28", residence);
    Map::from_iter([
        example("british", "A customer in the United Kingdom, with every property", &example_of(&Customer::RULE)),
        example("american", "A customer in the USA: the state is a code", &american.validate().ok()),
        example("canadian", "A customer in Canada, without documents: the state is a code", &canadian.validate().ok()),
    ])
}

/// Sets first and last name, date of birth, and street, city, postal code, state and country.
fn set(draft: &mut CustomerDraft, [first, last]: [&str; 2], birth: &str, residence: [&str; 5]) {
    draft.full_name.first_name = Some(first.into());
    draft.full_name.last_name = Some(last.into());
    draft.date_of_birth = Some(birth.into());
    let address = &mut draft.primary_residence;
    let [street, city, post_code, state, country] = residence.map(|text| Some(text.into()));
    (address.street, address.city, address.post_code) = (street, city, post_code);
    (address.state, address.country) = (state, country);
}

/// Bodies of answers with this status. None if the status is not an error.
pub(super) fn errors(status: Status) -> Map<String, Value> {
    let Some(error_type) = ErrorType::ALL.iter().find(|error_type| error_type.status() == Some(status)) else {
        return Map::new();
    };
    let other = |name, summary, instance: &str, detail: &str| {
        example(name, summary, &ErrorBody::new(error_type.clone(), instance, PutCustomer::ACTION, detail))
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
                ("body", "The body is not an object", "req-7f3b", Customer::check_json(b"[]").err()),
            ];
            let invalid = invalid.into_iter().filter_map(|(name, summary, instance, violations)| {
                Some(example(name, summary, &ErrorBody::invalid_request(&violations?, instance, PutCustomer::ACTION)))
            });
            let summary = "The content type is not JSON";
            let content_type = other("contentType", summary, "req-7f3c", detail::CONTENT_TYPE);
            invalid.chain([content_type]).collect()
        }
        Status::Unauthorized => {
            let summary = "The request has no signature";
            Map::from_iter([other("unsigned", summary, "req-7f3d", detail::UNAUTHORIZED)])
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
