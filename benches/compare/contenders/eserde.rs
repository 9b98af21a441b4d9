//! `eserde` with the newtypes of `nutype`: reads as serde does, and reads an invalid body again to collect its errors.

#![allow(clippy::struct_field_names, reason = "named as on the wire, also in what the derive generates")]

use eserde::{DeserializationErrors, EDeserialize};
use serde::de::{Deserializer, Error};

use super::nutype::{CityOrState, Country, Date, IdNumber, IdType, Name, PostCode, Street};
use crate::finding::Finding;
use crate::rules::is_state_of;

pub(crate) fn read(body: &[u8]) -> Result<Customer, DeserializationErrors> {
    eserde::json::from_slice(body)
}

pub(crate) fn findings(errors: &DeserializationErrors) -> Vec<Finding> {
    errors
        .iter()
        .map(|error| Finding {
            path: error.path().map(ToString::to_string),
            code: None,
            position: position(error.message()),
            message: error.message().to_owned(),
        })
        .collect()
}

/// The position is in the text only.
fn position(message: &str) -> Option<(usize, usize)> {
    let (line, column) = message.rsplit_once(" at line ")?.1.split_once(" column ")?;
    Some((line.parse().ok()?, column.parse().ok()?))
}

eserde::impl_edeserialize_compat!(CityOrState, Country, Date, IdNumber, IdType, Name, PostCode, Street);

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
    first_name: Name,
    last_name: Name,
    middle_name: Option<Name>,
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
struct RawResidence {
    #[expect(dead_code, reason = "only read into")]
    street: Street,
    #[expect(dead_code, reason = "only read into")]
    street2: Option<String>,
    #[expect(dead_code, reason = "only read into")]
    city: CityOrState,
    #[expect(dead_code, reason = "only read into")]
    post_code: PostCode,
    state: CityOrState,
    country: Country,
}

struct Residence(#[expect(dead_code, reason = "only read into")] RawResidence);

impl<'de> serde::Deserialize<'de> for Residence {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let residence = RawResidence::deserialize(deserializer)?;
        if is_state_of(residence.country.as_ref(), residence.state.as_ref()) {
            Ok(Self(residence))
        } else {
            Err(D::Error::custom("must have a state of its country"))
        }
    }
}

/// Without the condition: the second reading of eserde collects errors and has no values.
impl<'de> EDeserialize<'de> for Residence {
    fn deserialize_for_errors<D: Deserializer<'de>>(deserializer: D) -> Result<(), ()> {
        RawResidence::deserialize_for_errors(deserializer)
    }
}
