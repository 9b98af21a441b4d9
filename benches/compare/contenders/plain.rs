//! Reading without any check of the contract.

use serde::de::IgnoredAny;

use crate::unchecked::Customer;

/// Parses and discards the body.
pub(crate) fn scan(body: &[u8]) -> serde_json::Result<IgnoredAny> {
    serde_json::from_slice(body)
}

/// The baseline.
pub(crate) fn read(body: &[u8]) -> serde_json::Result<Customer> {
    serde_json::from_slice(body)
}

pub(crate) fn sonic(body: &[u8]) -> sonic_rs::Result<Customer> {
    sonic_rs::from_slice(body)
}
