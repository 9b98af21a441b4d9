//! Properties of all requests, tested on random ones (feature `proptest`).
//!
//! `PROPTEST_CASES` sets how many; by default 256 of each.

#![cfg(feature = "proptest")]
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

// Its macros have to come before the modules that use them.
#[macro_use]
#[path = "../oracle/mod.rs"]
mod oracle;

mod accepted;
mod advisories;
mod agreement;
#[path = "../comparison/mod.rs"]
mod comparison;
mod coverage;
mod document;
mod draft;
#[path = "../table/draft_fields.rs"]
mod draft_fields;
mod expected;
#[path = "../json_oracle/mod.rs"]
mod json_oracle;
mod order;
mod repair;
mod secrets;
mod shrinking;
mod sources;
mod syntax;
mod unknown;

use customer_schema::{Customer, Violations};
use proptest::test_runner::Config;

const FORMATS: &[sources::Format] = &[sources::JSON, sources::YAML];

/// Of failures, this leaves no file behind: the message of the test has all that is needed.
fn config() -> Config {
    Config { failure_persistence: None, ..Config::default() }
}

/// Path and code of each violation, in order; empty where there is none.
fn report<T>(read: Result<T, Violations>) -> Vec<(String, &'static str)> {
    read.err().as_ref().map(comparison::report).unwrap_or_default()
}

/// As `report`, without an order.
fn sorted_report(body: &[u8]) -> Vec<(String, &'static str)> {
    let mut report = report(Customer::from_json(body));
    report.sort_unstable();
    report
}
