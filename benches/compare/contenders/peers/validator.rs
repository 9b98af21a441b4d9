//! `validator`: derived checks of a plain struct, after reading.

use serde::Deserialize;
use validator::{Validate, ValidationError, ValidationErrors, ValidationErrorsKind};

use crate::finding::Finding;
use crate::limits;
use crate::refused::Refused;
use crate::rules::{is_country, is_date, is_id_type, is_state_of};

pub(crate) fn read(body: &[u8]) -> Result<Customer, Refused<ValidationErrors>> {
    let customer: Customer = serde_json::from_slice(body)?;
    customer.validate().map_err(Refused::Invalid)?;
    Ok(customer)
}

pub(crate) fn findings(errors: &ValidationErrors) -> Vec<Finding> {
    let mut findings = Vec::new();
    collect("", errors, &mut findings);
    findings
}

fn collect(path: &str, errors: &ValidationErrors, findings: &mut Vec<Finding>) {
    for (name, kind) in errors.errors() {
        let path = format!("{path}.{name}");
        match kind {
            ValidationErrorsKind::Struct(errors) => collect(&path, errors, findings),
            ValidationErrorsKind::List(elements) => {
                for (i, errors) in elements {
                    collect(&format!("{path}[{i}]"), errors, findings);
                }
            }
            ValidationErrorsKind::Field(errors) => findings.extend(errors.iter().map(|error| Finding {
                path: Some(path.clone()),
                code: Some(error.code.to_string()),
                message: error.to_string(),
                ..Finding::default()
            })),
        }
    }
}

#[derive(Deserialize, Validate)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Customer {
    #[validate(nested)]
    full_name: FullName,
    #[validate(custom(function = "date"))]
    date_of_birth: String,
    #[validate(nested)]
    identities: Vec<Identity>,
    #[validate(nested)]
    primary_residence: Residence,
}

#[derive(Deserialize, Validate)]
#[serde(rename_all = "PascalCase")]
#[expect(clippy::struct_field_names, reason = "named as on the wire")]
struct FullName {
    #[validate(length(min = limits::FirstName::MIN_U64, max = limits::FirstName::MAX_U64))]
    first_name: String,
    #[validate(length(min = limits::LastName::MIN_U64, max = limits::LastName::MAX_U64))]
    last_name: String,
    #[validate(length(min = limits::MiddleName::MIN_U64, max = limits::MiddleName::MAX_U64))]
    middle_name: Option<String>,
}

#[derive(Deserialize, Validate)]
#[serde(rename_all = "PascalCase")]
struct Identity {
    #[validate(custom(function = "country"))]
    issuing_country: String,
    #[serde(rename = "IDNumber")]
    #[validate(length(min = limits::IdNumber::MIN_U64, max = limits::IdNumber::MAX_U64))]
    id_number: String,
    #[validate(custom(function = "date"))]
    issued_date: Option<String>,
    #[validate(custom(function = "date"))]
    expiry_date: Option<String>,
    #[serde(rename = "IDType")]
    #[validate(custom(function = "id_type"))]
    id_type: String,
}

#[derive(Deserialize, Validate)]
#[serde(rename_all = "PascalCase")]
// By default the pair is checked only where each property is valid on its own.
#[validate(schema(function = "region", skip_on_field_errors = false))]
struct Residence {
    #[validate(length(min = limits::Street::MIN_U64, max = limits::Street::MAX_U64))]
    street: String,
    #[expect(dead_code, reason = "any text is valid")]
    street2: Option<String>,
    #[validate(length(min = limits::City::MIN_U64, max = limits::City::MAX_U64))]
    city: String,
    #[validate(length(min = limits::PostCode::MIN_U64, max = limits::PostCode::MAX_U64))]
    post_code: String,
    #[validate(length(min = limits::State::MIN_U64, max = limits::State::MAX_U64))]
    state: String,
    #[validate(custom(function = "country"))]
    country: String,
}

fn ensure(is_valid: bool, message: &'static str) -> Result<(), ValidationError> {
    if is_valid { Ok(()) } else { Err(ValidationError::new(message)) }
}

fn date(text: &str) -> Result<(), ValidationError> {
    ensure(is_date(text), "date")
}

fn country(text: &str) -> Result<(), ValidationError> {
    ensure(is_country(text), "country")
}

fn id_type(text: &str) -> Result<(), ValidationError> {
    ensure(is_id_type(text), "id_type")
}

fn region(residence: &Residence) -> Result<(), ValidationError> {
    ensure(is_state_of(&residence.country, &residence.state), "state_of_country")
}
