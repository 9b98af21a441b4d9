//! `nutype`: types that are checked while they are read.
//!
//! The structs also derive what the contender `eserde` needs, which changes nothing in how serde reads them.

#![allow(clippy::struct_field_names, reason = "named as on the wire, also in what the derive generates")]

use nutype::nutype;

use crate::limits;
use crate::rules::{is_country, is_date, is_id_type, is_state_of};

pub(crate) fn read(body: &[u8]) -> Result<Customer, serde_json::Error> {
    serde_json::from_slice(body)
}

#[derive(eserde::Deserialize)]
#[serde(rename_all = "PascalCase")]
#[expect(dead_code, reason = "only read into")]
pub(crate) struct Customer {
    full_name: FullName,
    date_of_birth: Date,
    identities: Vec<Identity>,
    primary_residence: Residence,
}

#[derive(eserde::Deserialize)]
#[serde(rename_all = "PascalCase")]
#[expect(dead_code, reason = "only read into")]
struct FullName {
    first_name: FirstName,
    last_name: LastName,
    middle_name: Option<MiddleName>,
}

#[derive(eserde::Deserialize)]
#[serde(rename_all = "PascalCase")]
#[expect(dead_code, reason = "only read into")]
struct Identity {
    issuing_country: Country,
    #[serde(rename = "IDNumber")]
    id_number: IdNumber,
    issued_date: Option<Date>,
    expiry_date: Option<Date>,
    #[serde(rename = "IDType")]
    id_type: IdType,
}

#[derive(eserde::Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct RawResidence {
    #[expect(dead_code, reason = "only read into")]
    street: Street,
    #[expect(dead_code, reason = "only read into")]
    street2: Option<String>,
    #[expect(dead_code, reason = "only read into")]
    city: City,
    #[expect(dead_code, reason = "only read into")]
    post_code: PostCode,
    state: State,
    country: Country,
}

#[nutype(derive(Deserialize, AsRef), validate(predicate = has_a_state_of_its_country))]
pub(super) struct Residence(RawResidence);

fn has_a_state_of_its_country(residence: &RawResidence) -> bool {
    is_state_of(residence.country.as_ref(), residence.state.as_ref())
}

#[nutype(derive(Deserialize), validate(len_char_min = limits::FirstName::MIN, len_char_max = limits::FirstName::MAX))]
pub(super) struct FirstName(String);

#[nutype(derive(Deserialize), validate(len_char_min = limits::LastName::MIN, len_char_max = limits::LastName::MAX))]
pub(super) struct LastName(String);

#[nutype(derive(Deserialize), validate(len_char_min = limits::MiddleName::MIN, len_char_max = limits::MiddleName::MAX))]
pub(super) struct MiddleName(String);

#[nutype(derive(Deserialize), validate(len_char_min = limits::IdNumber::MIN, len_char_max = limits::IdNumber::MAX))]
pub(super) struct IdNumber(String);

#[nutype(derive(Deserialize), validate(len_char_min = limits::Street::MIN, len_char_max = limits::Street::MAX))]
pub(super) struct Street(String);

#[nutype(derive(Deserialize), validate(len_char_min = limits::City::MIN, len_char_max = limits::City::MAX))]
pub(super) struct City(String);

#[nutype(derive(Deserialize), validate(len_char_min = limits::PostCode::MIN, len_char_max = limits::PostCode::MAX))]
pub(super) struct PostCode(String);

#[nutype(derive(Deserialize, AsRef), validate(len_char_min = limits::State::MIN, len_char_max = limits::State::MAX))]
pub(super) struct State(String);

#[nutype(derive(Deserialize), validate(predicate = is_date))]
pub(super) struct Date(String);

#[nutype(derive(Deserialize, AsRef), validate(predicate = is_country))]
pub(super) struct Country(String);

#[nutype(derive(Deserialize), validate(predicate = is_id_type))]
pub(super) struct IdType(String);
