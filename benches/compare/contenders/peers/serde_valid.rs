//! `serde_valid`: derived checks of a plain struct in the terms of JSON Schema, after reading.

use serde::Deserialize;
use serde_valid::Validate;
use serde_valid::validation::{ArrayErrors, Error, Errors, ObjectErrors};

use crate::finding::Finding;
use crate::refused::Refused;
use crate::rules::{is_country, is_date, is_id_type, is_state_of};

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
    #[validate]
    first_name: FirstName,
    #[validate]
    last_name: LastName,
    #[validate]
    middle_name: Option<MiddleName>,
}

#[derive(Deserialize, Validate)]
#[serde(rename_all = "PascalCase")]
struct Identity {
    #[validate(custom = country)]
    issuing_country: String,
    #[serde(rename = "IDNumber")]
    #[validate]
    id_number: IdNumber,
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
    #[validate]
    street: Street,
    #[expect(dead_code, reason = "any text is valid")]
    street2: Option<String>,
    #[validate]
    city: City,
    #[validate]
    post_code: PostCode,
    #[validate]
    #[validate(custom = |State(state): &State| state_of(&self.country, state))]
    state: State,
    #[validate(custom = country)]
    country: String,
}

macro_rules! newtype {
    ($Text:ident $min:tt $max:tt) => {
        #[derive(Deserialize, Validate)]
        #[allow(dead_code, reason = "a new property is not read")]
        struct $Text(
            #[validate(min_length = $min)]
            #[validate(max_length = $max)]
            String,
        );
    };
}

for_each_text!(newtype);

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
