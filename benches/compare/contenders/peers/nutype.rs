//! `nutype`: types that are checked while they are read.
//!
//! The structs also derive what the contender `eserde` needs, which changes nothing in how serde reads them.

#![allow(clippy::struct_field_names, reason = "named as on the wire, also in what the derive generates")]

use nutype::nutype;

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

macro_rules! newtype {
    ($Text:ident $min:tt $max:tt) => {
        #[nutype(derive(Deserialize, AsRef), validate(len_char_min = $min, len_char_max = $max))]
        #[allow(dead_code, reason = "a new property is not read")]
        pub(super) struct $Text(String);
    };
}

for_each_text!(newtype);

#[nutype(derive(Deserialize), validate(predicate = is_date))]
pub(super) struct Date(String);

#[nutype(derive(Deserialize, AsRef), validate(predicate = is_country))]
pub(super) struct Country(String);

#[nutype(derive(Deserialize), validate(predicate = is_id_type))]
pub(super) struct IdType(String);
