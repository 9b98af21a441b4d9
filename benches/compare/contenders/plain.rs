//! Reading without any check of the contract.

use std::hint::black_box;

use serde::de::IgnoredAny;

use super::{Contender, Job, contender};
use crate::finding::Finding;
use crate::unchecked::Customer;

pub(super) fn contenders() -> [Contender; 2] {
    [
        contender!("serde_json, scan", Scan, scan, Finding::of_serde_json),
        contender!("serde_json, unchecked", Read, read, Finding::of_serde_json),
    ]
}

/// Parses and discards the body.
fn scan(body: &[u8]) -> serde_json::Result<IgnoredAny> {
    serde_json::from_slice(body)
}

/// The baseline.
fn read(body: &[u8]) -> serde_json::Result<Customer> {
    serde_json::from_slice(body)
}
