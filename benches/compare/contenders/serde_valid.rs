//! `serde_valid`: derived checks of a plain struct in the terms of JSON Schema, after reading.

use serde::Deserialize;
use serde_valid::Validate;
use serde_valid::validation::{ArrayErrors, Error, Errors, ObjectErrors};

use crate::finding::Finding;
use crate::rules::{Refused, is_country, is_date, is_id_type, is_state_of};

pub(crate) fn read(body: &[u8]) -> Result<Customer, Refused<Errors>> {
    let customer: Customer = serde_json::from_slice(body)?;
    customer.validate().map_err(Refused::Invalid)?;
    Ok(customer)
}

pub(crate) fn findings(errors: &Errors) -> Vec<Finding> {
    let mut findings = Vec::new();
    collect("", errors, &mut findings);
    findings
}

fn collect(path: &str, errors: &Errors, findings: &mut Vec<Finding>) {
    let own = match errors {
        Errors::Array(ArrayErrors { errors, items }) => {
            for (i, errors) in items {
                collect(&format!("{path}[{i}]"), errors, findings);
            }
            errors
        }
        Errors::Object(ObjectErrors { errors, properties }) => {
            for (name, errors) in properties {
                collect(&format!("{path}.{name}"), errors, findings);
            }
            errors
        }
        Errors::NewType(errors) => errors,
    };
    findings.extend(own.iter().map(|error| Finding {
        path: Some(path.to_owned()),
        message: error.to_string(),
        ..Finding::default()
    }));
}

#[derive(Deserialize, Validate)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Customer {
    #[validate]
    full_name: FullName,
    #[validate(custom = date)]
    date_of_birth: String,
    #[validate]
    identities: Vec<Identity>,
    #[validate]
    primary_residence: Residence,
}

#[derive(Deserialize, Validate)]
#[serde(rename_all = "PascalCase")]
#[expect(clippy::struct_field_names, reason = "named as on the wire")]
struct FullName {
    #[validate(min_length = 1)]
    #[validate(max_length = 50)]
    first_name: String,
    #[validate(min_length = 1)]
    #[validate(max_length = 50)]
    last_name: String,
    #[validate(min_length = 1)]
    #[validate(max_length = 50)]
    middle_name: Option<String>,
}

#[derive(Deserialize, Validate)]
#[serde(rename_all = "PascalCase")]
struct Identity {
    #[validate(custom = country)]
    issuing_country: String,
    #[serde(rename = "IDNumber")]
    #[validate(min_length = 1)]
    #[validate(max_length = 36)]
    id_number: String,
    #[validate(custom = optional_date)]
    issued_date: Option<String>,
    #[validate(custom = optional_date)]
    expiry_date: Option<String>,
    #[serde(rename = "IDType")]
    #[validate(custom = id_type)]
    id_type: String,
}

#[derive(Deserialize, Validate)]
#[serde(rename_all = "PascalCase")]
struct Residence {
    #[validate(min_length = 2)]
    #[validate(max_length = 200)]
    street: String,
    #[expect(dead_code, reason = "any text is valid")]
    street2: Option<String>,
    #[validate(min_length = 1)]
    #[validate(max_length = 100)]
    city: String,
    #[validate(min_length = 1)]
    #[validate(max_length = 20)]
    post_code: String,
    #[validate(min_length = 1)]
    #[validate(max_length = 100)]
    #[validate(custom = |state: &String| state_of(&self.country, state))]
    state: String,
    #[validate(custom = country)]
    country: String,
}

fn ensure(is_valid: bool, message: &str) -> Result<(), Error> {
    if is_valid { Ok(()) } else { Err(Error::Custom(message.to_owned())) }
}

fn date(text: &str) -> Result<(), Error> {
    ensure(is_date(text), "must be a date")
}

#[expect(clippy::ref_option, reason = "as serde_valid calls it")]
fn optional_date(text: &Option<String>) -> Result<(), Error> {
    text.as_deref().map_or(Ok(()), date)
}

fn country(text: &str) -> Result<(), Error> {
    ensure(is_country(text), "must be a country code")
}

fn id_type(text: &str) -> Result<(), Error> {
    ensure(is_id_type(text), "must be a kind of document")
}

fn state_of(country: &str, state: &str) -> Result<(), Error> {
    ensure(is_state_of(country, state), "must be a state of its country")
}
