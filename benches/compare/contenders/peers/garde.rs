//! `garde`: derived checks of a plain struct, after reading.

use garde::{Error, Path, Report, Result, Validate};
use serde::Deserialize;

use crate::finding::Finding;
use crate::limits;
use crate::refused::Refused;
use crate::rules::{is_country, is_date, is_id_type, is_state_of};

pub(crate) fn read(body: &[u8]) -> core::result::Result<Customer, Refused<Report>> {
    let customer: Customer = serde_json::from_slice(body)?;
    customer.validate().map_err(Refused::Invalid)?;
    Ok(customer)
}

pub(crate) fn findings(report: &Report) -> Vec<Finding> {
    let finding = |(path, error): &(Path, Error)| Finding {
        path: Some(path.to_string()),
        message: error.message().to_owned(),
        ..Finding::default()
    };
    report.iter().map(finding).collect()
}

#[derive(Deserialize, Validate)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Customer {
    #[garde(dive)]
    full_name: FullName,
    #[garde(custom(check_date))]
    date_of_birth: String,
    #[garde(dive)]
    identities: Vec<Identity>,
    #[garde(dive)]
    primary_residence: Residence,
}

#[derive(Deserialize, Validate)]
#[serde(rename_all = "PascalCase")]
#[expect(clippy::struct_field_names, reason = "named as on the wire")]
struct FullName {
    #[garde(length(chars, min = limits::FirstName::MIN, max = limits::FirstName::MAX))]
    first_name: String,
    #[garde(length(chars, min = limits::LastName::MIN, max = limits::LastName::MAX))]
    last_name: String,
    #[garde(length(chars, min = limits::MiddleName::MIN, max = limits::MiddleName::MAX))]
    middle_name: Option<String>,
}

#[derive(Deserialize, Validate)]
#[serde(rename_all = "PascalCase")]
struct Identity {
    #[garde(custom(check_country))]
    issuing_country: String,
    #[serde(rename = "IDNumber")]
    #[garde(length(chars, min = limits::IdNumber::MIN, max = limits::IdNumber::MAX))]
    id_number: String,
    #[garde(inner(custom(check_date)))]
    issued_date: Option<String>,
    #[garde(inner(custom(check_date)))]
    expiry_date: Option<String>,
    #[serde(rename = "IDType")]
    #[garde(custom(check_id_type))]
    id_type: String,
}

#[derive(Deserialize, Validate)]
#[serde(rename_all = "PascalCase")]
struct Residence {
    #[garde(length(chars, min = limits::Street::MIN, max = limits::Street::MAX))]
    street: String,
    #[garde(skip)]
    #[expect(dead_code, reason = "any text is valid")]
    street2: Option<String>,
    #[garde(length(chars, min = limits::City::MIN, max = limits::City::MAX))]
    city: String,
    #[garde(length(chars, min = limits::PostCode::MIN, max = limits::PostCode::MAX))]
    post_code: String,
    #[garde(length(chars, min = limits::State::MIN, max = limits::State::MAX), custom(check_state_of(&self.country)))]
    state: String,
    #[garde(custom(check_country))]
    country: String,
}

fn ensure(is_valid: bool, message: &str) -> Result {
    if is_valid { Ok(()) } else { Err(Error::new(message)) }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as garde calls it")]
fn check_date(text: &str, (): &()) -> Result {
    ensure(is_date(text), "must be a date")
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as garde calls it")]
fn check_country(text: &str, (): &()) -> Result {
    ensure(is_country(text), "must be a country code")
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as garde calls it")]
fn check_id_type(text: &str, (): &()) -> Result {
    ensure(is_id_type(text), "must be a kind of document")
}

fn check_state_of(country: &str) -> impl FnOnce(&str, &()) -> Result {
    move |text, ()| ensure(is_state_of(country, text), "must be a state of its country")
}
