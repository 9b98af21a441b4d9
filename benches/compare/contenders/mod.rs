//! The contenders: one file for each library, and their list.

mod deser;
mod deserr;
mod eserde;
mod garde;
mod jsonschema;
mod nutype;
mod plain;
mod serde_valid;
mod sonic_garde;
mod validator;

use std::hint::black_box;

use customer_schema::{Checked, Customer, Violation, Violations};

use crate::finding::Finding;
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
    /// The violations of its report. The number may be greater, since a report may be bounded.
    pub findings: fn(&[u8]) -> Vec<Finding>,
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

/// Generates a contender from its function and a function that takes the findings out of its error.
macro_rules! contender {
    ($name:literal, $job:ident, $read:expr, $findings:expr) => {
        Contender {
            name: $name,
            job: Job::$job,
            is_ours: false,
            run: |body| black_box($read(black_box(body))).is_ok(),
            violations: |body| $read(body).map_or_else(|refused| $findings(&refused).len(), |_| 0),
            findings: |body| $read(body).map_or_else(|refused| $findings(&refused), |_| Vec::new()),
            note: None,
        }
    };
}

macro_rules! ours {
    ($name:literal, $job:ident, $read:expr, $findings:expr, $total:expr) => {
        Contender {
            is_ours: true,
            violations: |body| $read(body).map_or_else(|refused| $total(&refused), |_| 0),
            note: Some("reports the first 256 violations and counts the others"),
            ..contender!($name, $job, $read, $findings)
        }
    };
}

/// The index in [`ALL`] of the contender that is 1.00.
pub const BASELINE: usize = 1;

pub static ALL: &[Contender] = &[
    contender!("serde_json, scan", Scan, plain::scan, Finding::of_serde_json),
    contender!("serde_json, unchecked", Read, plain::read, Finding::of_serde_json),
    contender!("sonic-rs, unchecked", Read, plain::sonic, of_sonic),
    contender!("garde", Validate, garde::read, after_reading(garde::findings)),
    Contender {
        note: Some("skips nested values by recursion without a limit, so that a deep body aborts the process"),
        ..contender!("sonic-rs with garde", Validate, sonic_garde::read, |refused: &_| match refused {
            Refused::Unreadable(error) => of_sonic(error),
            Refused::Invalid(report) => garde::findings(report),
        })
    },
    contender!("validator", Validate, validator::read, after_reading(validator::findings)),
    contender!("serde_valid", Validate, serde_valid::read, after_reading(serde_valid::findings)),
    contender!("nutype", Validate, nutype::read, Finding::of_serde_json),
    contender!("eserde with nutype", Validate, eserde::read, eserde::findings),
    contender!("deserr", Validate, deserr::read, after_reading(deserr::findings)),
    Contender {
        note: Some("is set to stop at 256 violations, because its time is quadratic in their number"),
        ..contender!("deser with deser-validate", Validate, deser::read, deser::findings)
    },
    Contender {
        note: Some("gives a generic tree, not typed values"),
        run: |body| black_box(jsonschema::read(black_box(body))).is_ok(),
        ..contender!("jsonschema", Validate, jsonschema::findings, after_reading(Clone::clone))
    },
    ours!("customer-schema, from_json", Validate, Customer::from_json, of_report, Violations::total),
    ours!("customer-schema, check_json", Check, Customer::check_json, of_report, Violations::total),
    ours!("customer-schema, Deserialize", Validate, serde_json::from_slice::<Customer>, of_message, in_the_message),
    ours!("customer-schema, Checked", Validate, checked, after_reading(of_report), |refused: &_| match refused {
        Refused::Unreadable(_) => 1,
        Refused::Invalid(violations) => Violations::total(violations),
    }),
];

/// For a contender that reads before it checks.
fn after_reading<R>(findings: impl Fn(&R) -> Vec<Finding>) -> impl Fn(&Refused<R>) -> Vec<Finding> {
    move |refused| match refused {
        Refused::Unreadable(error) => Finding::of_serde_json(error),
        Refused::Invalid(report) => findings(report),
    }
}

fn checked(body: &[u8]) -> Result<Customer, Refused<Violations>> {
    serde_json::from_slice::<Checked<Customer>>(body)?.into_result().map_err(Refused::Invalid)
}

fn of_sonic(error: &sonic_rs::Error) -> Vec<Finding> {
    Finding::of_format(error.to_string(), error.line(), error.column())
}

fn of_report(violations: &Violations) -> Vec<Finding> {
    let finding = |violation: &Violation| Finding {
        path: Some(violation.path().to_string()),
        code: Some(violation.reason().code().to_owned()),
        position: violation.position().map(|position| (position.line, position.column)),
        message: violation.to_string(),
    };
    violations.iter().map(finding).collect()
}

/// For `Deserialize`, whose report is the message of serde's error: a path and a text in each sentence.
fn of_message(error: &serde_json::Error) -> Vec<Finding> {
    let finding = |sentence: &str| Finding {
        path: sentence.split(' ').next().map(str::to_owned),
        message: sentence.to_owned(),
        ..Finding::default()
    };
    error.to_string().split("; ").map(finding).collect()
}

/// The number behind [`of_message`]: `..; ..; and 3 more`.
fn in_the_message(error: &serde_json::Error) -> usize {
    let message = error.to_string();
    let omitted = |sentence: &str| sentence.strip_prefix("and ")?.strip_suffix(" more")?.parse().ok();
    message.split("; ").map(|sentence| omitted(sentence).unwrap_or(1)).sum()
}
