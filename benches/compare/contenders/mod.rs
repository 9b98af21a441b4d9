//! The contenders: one file for each library, and their list.

mod garde;
mod jsonschema;
mod nutype;
mod plain;
mod serde_valid;
mod validator;

use std::hint::black_box;

use customer_schema::{Checked, Customer, Violations};

use crate::rules::Refused;

/// A way to read a body.
#[derive(Debug)]
pub struct Contender {
    pub name: &'static str,
    pub job: Job,
    pub is_ours: bool,
    /// Reads a body and drops the result. Returns whether it is accepted.
    pub run: fn(&[u8]) -> bool,
    /// The number of violations that it reports: 0 where it accepts the body.
    pub violations: fn(&[u8]) -> usize,
    /// A limitation that no probe shows.
    pub note: Option<&'static str>,
}

/// The work that a contender does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Job {
    /// Parses JSON and discards it.
    Scan,
    /// Reads into a struct of texts, unchecked.
    Read,
    /// Reads into a value that is checked.
    Validate,
    /// Gives the verdict only.
    Check,
}

impl Job {
    #[must_use]
    pub const fn checks(self) -> bool {
        matches!(self, Self::Validate | Self::Check)
    }
}

/// Generates a contender from its function and a function that counts the violations in its error.
macro_rules! contender {
    ($name:literal, $job:ident, $read:expr, $count:expr) => {
        Contender {
            name: $name,
            job: Job::$job,
            is_ours: false,
            run: |body| black_box($read(black_box(body))).is_ok(),
            violations: |body| $read(body).map_or_else(|refused| $count(&refused), |_| 0),
            note: None,
        }
    };
}

macro_rules! ours {
    ($name:literal, $job:ident, $read:expr, $count:expr) => {
        Contender {
            is_ours: true,
            note: Some("reports the first 256 violations and counts the others"),
            ..contender!($name, $job, $read, $count)
        }
    };
}

/// The index in [`ALL`] of the contender that is 1.00.
pub const BASELINE: usize = 1;

pub static ALL: &[Contender] = &[
    contender!("serde_json, scan", Scan, plain::scan, first),
    contender!("serde_json, unchecked", Read, plain::read, first),
    contender!("sonic-rs, unchecked", Read, plain::sonic, first),
    contender!("garde", Validate, garde::read, after_reading(garde::count)),
    contender!("validator", Validate, validator::read, after_reading(validator::count)),
    contender!("serde_valid", Validate, serde_valid::read, after_reading(serde_valid::count)),
    contender!("nutype", Validate, nutype::read, first),
    Contender {
        note: Some("gives a generic tree, not typed values"),
        ..contender!("jsonschema", Validate, jsonschema::read, after_reading(jsonschema::count))
    },
    ours!("customer-schema, from_json", Validate, Customer::from_json, total),
    ours!("customer-schema, check_json", Check, Customer::check_json, total),
    ours!("customer-schema, Deserialize", Validate, serde_json::from_slice::<Customer>, in_the_message),
    ours!(
        "customer-schema, Checked",
        Validate,
        |body| serde_json::from_slice::<Checked<Customer>>(body).expect("JSON").into_result(),
        total
    ),
];

/// For a contender that stops at the first violation.
const fn first<E>(_: &E) -> usize {
    1
}

/// For a contender that reads before it checks.
fn after_reading<R>(count: impl Fn(&R) -> usize) -> impl Fn(&Refused<R>) -> usize {
    move |refused| match refused {
        Refused::Unreadable => 1,
        Refused::Invalid(report) => count(report),
    }
}

fn total(violations: &Violations) -> usize {
    violations.total()
}

/// For `Deserialize`, whose report is the message of serde's error: `..; ..; and 3 more`.
fn in_the_message(error: &serde_json::Error) -> usize {
    let message = error.to_string();
    let omitted = |sentence: &str| sentence.strip_prefix("and ")?.strip_suffix(" more")?.parse().ok();
    message.split("; ").map(|sentence| omitted(sentence).unwrap_or(1)).sum()
}
