//! This crate.

use std::hint::black_box;

use customer_schema::{Checked, Customer, Violation, Violations};

use super::{Contender, Job, after_reading, contender};
use crate::finding::Finding;
use crate::refused::Refused;

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

pub(super) fn contenders() -> [Contender; 4] {
    [
        ours!("customer-schema, from_json", Validate, Customer::from_json, of_report, Violations::total),
        ours!("customer-schema, check_json", Check, Customer::check_json, of_report, Violations::total),
        ours!("customer-schema, Deserialize", Validate, serde_json::from_slice::<Customer>, of_message, in_the_message),
        ours!("customer-schema, Checked", Validate, checked, after_reading(of_report), |refused: &_| match refused {
            Refused::Unreadable(_) => 1,
            Refused::Invalid(violations) => Violations::total(violations),
        }),
    ]
}

fn checked(body: &[u8]) -> Result<Customer, Refused<Violations>> {
    serde_json::from_slice::<Checked<Customer>>(body)?.into_result().map_err(Refused::Invalid)
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
