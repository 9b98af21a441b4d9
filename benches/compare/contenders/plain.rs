//! Reading without any check, as far as the checks of the others are concerned.

use serde::de::IgnoredAny;

use crate::unchecked::Customer;

/// Looks at every byte and keeps nothing.
pub(crate) fn scan(body: &[u8]) -> serde_json::Result<IgnoredAny> {
    serde_json::from_slice(body)
}

/// What all are compared with.
pub(crate) fn read(body: &[u8]) -> serde_json::Result<Customer> {
    serde_json::from_slice(body)
}

pub(crate) fn sonic(body: &[u8]) -> sonic_rs::Result<Customer> {
    sonic_rs::from_slice(body)
}
