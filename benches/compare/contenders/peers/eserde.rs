//! `eserde` with the types of `nutype`: reads as serde does, and reads an invalid body again to collect its errors.

use eserde::{DeserializationErrors, EDeserialize};
use serde::de::Deserializer;

use super::nutype::{
    City, Country, Customer, Date, FirstName, IdNumber, IdType, LastName, MiddleName, PostCode, RawResidence,
    Residence, State, Street,
};
use crate::finding::Finding;

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

eserde::impl_edeserialize_compat!(
    City, Country, Date, FirstName, IdNumber, IdType, LastName, MiddleName, PostCode, State, Street
);

/// Without the condition: the second reading of eserde collects errors and has no values.
impl<'de> EDeserialize<'de> for Residence {
    fn deserialize_for_errors<D: Deserializer<'de>>(deserializer: D) -> Result<(), ()> {
        RawResidence::deserialize_for_errors(deserializer)
    }
}
