//! `deserr`: types that are checked while they are read from the generic tree of the body. The error type is the user's
//! own, and decides what it keeps and whether the reading goes on.

use std::ops::ControlFlow;

use deserr::errors::JsonError;
use deserr::errors::json::location_json_description;
use deserr::{DeserializeError, Deserr, ErrorKind, IntoValue, MergeWithError, ValuePointerRef, take_cf_content};
use serde_json::Value;

use crate::finding::Finding;
use crate::limits;
use crate::refused::Refused;
use crate::rules::{is_country, is_date, is_id_type, is_state_of};

pub(crate) fn read(body: &[u8]) -> Result<Customer, Refused<Errors>> {
    let body: Value = serde_json::from_slice(body)?;
    deserr::deserialize(body).map_err(Refused::Invalid)
}

pub(crate) fn findings(errors: &Errors) -> Vec<Finding> {
    let finding = |error: &Invalid| Finding {
        path: Some(error.path.clone()),
        code: Some(error.code.to_owned()),
        message: error.message.clone(),
        ..Finding::default()
    };
    errors.0.iter().map(finding).collect()
}

#[derive(Debug)]
pub(crate) struct Errors(Vec<Invalid>);

#[derive(Debug)]
struct Invalid {
    path: String,
    code: &'static str,
    message: String,
}

impl Errors {
    fn push(
        errors: Option<Self>,
        location: ValuePointerRef<'_>,
        code: &'static str,
        message: String,
    ) -> ControlFlow<Self, Self> {
        let mut errors = errors.unwrap_or(Self(Vec::new()));
        errors.0.push(Invalid { path: location_json_description(location, ""), code, message });
        ControlFlow::Continue(errors)
    }
}

impl DeserializeError for Errors {
    fn error<V: IntoValue>(
        errors: Option<Self>,
        kind: ErrorKind<'_, V>,
        location: ValuePointerRef<'_>,
    ) -> ControlFlow<Self, Self> {
        let code = match &kind {
            ErrorKind::IncorrectValueKind { .. } => "wrong_type",
            ErrorKind::MissingField { .. } => "required",
            _ => "invalid",
        };
        // The texts of the library itself.
        let message = take_cf_content(JsonError::error(None, kind, location)).to_string();
        Self::push(errors, location, code, message)
    }
}

impl MergeWithError<Self> for Errors {
    fn merge(errors: Option<Self>, other: Self, _: ValuePointerRef<'_>) -> ControlFlow<Self, Self> {
        let mut errors = errors.unwrap_or(Self(Vec::new()));
        errors.0.extend(other.0);
        ControlFlow::Continue(errors)
    }
}

/// The rule that a text breaks.
struct Broken(&'static str);

impl MergeWithError<Broken> for Errors {
    fn merge(errors: Option<Self>, Broken(rule): Broken, location: ValuePointerRef<'_>) -> ControlFlow<Self, Self> {
        Self::push(errors, location, rule, format!("must be valid: {rule}"))
    }
}

#[derive(Deserr)]
#[deserr(error = Errors, rename_all = camelCase)]
#[expect(dead_code, reason = "only read into")]
pub(crate) struct Customer {
    #[deserr(rename = "FullName")]
    full_name: FullName,
    #[deserr(rename = "DateOfBirth")]
    date_of_birth: Date,
    #[deserr(rename = "Identities")]
    identities: Vec<Identity>,
    #[deserr(rename = "PrimaryResidence")]
    primary_residence: Residence,
}

#[derive(Deserr)]
#[deserr(error = Errors)]
#[expect(dead_code, clippy::struct_field_names, reason = "only read into; named as on the wire")]
struct FullName {
    #[deserr(rename = "FirstName")]
    first_name: Text<{ limits::FirstName::MIN }, { limits::FirstName::MAX }>,
    #[deserr(rename = "LastName")]
    last_name: Text<{ limits::LastName::MIN }, { limits::LastName::MAX }>,
    #[deserr(rename = "MiddleName", default)]
    middle_name: Option<Text<{ limits::MiddleName::MIN }, { limits::MiddleName::MAX }>>,
}

#[derive(Deserr)]
#[deserr(error = Errors)]
#[expect(dead_code, reason = "only read into")]
struct Identity {
    #[deserr(rename = "IssuingCountry")]
    issuing_country: Country,
    #[deserr(rename = "IDNumber")]
    id_number: Text<{ limits::IdNumber::MIN }, { limits::IdNumber::MAX }>,
    #[deserr(rename = "IssuedDate", default)]
    issued_date: Option<Date>,
    #[deserr(rename = "ExpiryDate", default)]
    expiry_date: Option<Date>,
    #[deserr(rename = "IDType")]
    id_type: IdType,
}

#[derive(Deserr)]
#[deserr(error = Errors, validate = check_state -> Errors)]
struct Residence {
    #[deserr(rename = "Street")]
    #[expect(dead_code, reason = "only read into")]
    street: Text<{ limits::Street::MIN }, { limits::Street::MAX }>,
    #[deserr(rename = "Street2", default)]
    #[expect(dead_code, reason = "only read into")]
    street2: Option<String>,
    #[deserr(rename = "City")]
    #[expect(dead_code, reason = "only read into")]
    city: Text<{ limits::City::MIN }, { limits::City::MAX }>,
    #[deserr(rename = "PostCode")]
    #[expect(dead_code, reason = "only read into")]
    post_code: Text<{ limits::PostCode::MIN }, { limits::PostCode::MAX }>,
    #[deserr(rename = "State")]
    state: Text<{ limits::State::MIN }, { limits::State::MAX }>,
    #[deserr(rename = "Country")]
    country: Country,
}

fn check_state(residence: Residence, location: ValuePointerRef<'_>) -> Result<Residence, Errors> {
    if is_state_of(&residence.country.0, &residence.state.0) {
        Ok(residence)
    } else {
        let location = location.push_key("State");
        Err(take_cf_content(Errors::merge(None, Broken("state_of_country"), location)))
    }
}

#[derive(Deserr)]
#[deserr(error = Errors, try_from(String) = Self::new -> Broken)]
struct Text<const MIN: usize, const MAX: usize>(String);

impl<const MIN: usize, const MAX: usize> Text<MIN, MAX> {
    fn new(text: String) -> Result<Self, Broken> {
        if (MIN..=MAX).contains(&text.chars().count()) { Ok(Self(text)) } else { Err(Broken("length")) }
    }
}

#[derive(Deserr)]
#[deserr(error = Errors, try_from(String) = Self::new -> Broken)]
struct Date(#[expect(dead_code, reason = "only read into")] String);

impl Date {
    fn new(text: String) -> Result<Self, Broken> {
        if is_date(&text) { Ok(Self(text)) } else { Err(Broken("date")) }
    }
}

#[derive(Deserr)]
#[deserr(error = Errors, try_from(String) = Self::new -> Broken)]
struct Country(String);

impl Country {
    fn new(text: String) -> Result<Self, Broken> {
        if is_country(&text) { Ok(Self(text)) } else { Err(Broken("country")) }
    }
}

#[derive(Deserr)]
#[deserr(error = Errors, try_from(String) = Self::new -> Broken)]
struct IdType(#[expect(dead_code, reason = "only read into")] String);

impl IdType {
    fn new(text: String) -> Result<Self, Broken> {
        if is_id_type(&text) { Ok(Self(text)) } else { Err(Broken("id_type")) }
    }
}
