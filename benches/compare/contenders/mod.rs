//! Everyone who is timed: one file a library, and one list of them all.

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
    /// Reads a body and drops what it became; whether it was taken.
    pub takes: fn(&[u8]) -> bool,
    /// How many faults it reports; none where it takes the body.
    pub faults: fn(&[u8]) -> usize,
    /// What no probe can show.
    pub remark: Option<&'static str>,
}

/// What a contender is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Job {
    /// Whether it is JSON at all.
    Scan,
    /// A struct of texts, unchecked.
    Read,
    /// A value that was checked.
    Validate,
    /// The verdict alone.
    Check,
}

impl Job {
    #[must_use]
    pub const fn checks(self) -> bool {
        matches!(self, Self::Validate | Self::Check)
    }

    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Scan => "looks at every byte",
            Self::Read => "reads",
            Self::Validate => "reads and checks",
            Self::Check => "checks",
        }
    }
}

/// Stamps a contender from its function and the way to count what that reports.
macro_rules! contender {
    ($name:literal, $job:ident, $read:expr, $count:expr) => {
        Contender {
            name: $name,
            job: Job::$job,
            is_ours: false,
            takes: |body| black_box($read(black_box(body))).is_ok(),
            faults: |body| $read(body).map_or_else(|refused| $count(&refused), |_| 0),
            remark: None,
        }
    };
}

macro_rules! ours {
    ($name:literal, $job:ident, $read:expr, $count:expr) => {
        Contender {
            is_ours: true,
            remark: Some("keeps the first 256 faults and counts the others"),
            ..contender!($name, $job, $read, $count)
        }
    };
}

/// Where in [`ALL`] the one stands that is 1.00.
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
        remark: Some("gives a generic tree, not typed values"),
        ..contender!("jsonschema", Validate, jsonschema::read, after_reading(jsonschema::count))
    },
    ours!("customer-schema, from_json", Validate, Customer::from_json, all_of_them),
    ours!("customer-schema, check_json", Check, Customer::check_json, all_of_them),
    ours!("customer-schema, Deserialize", Validate, serde_json::from_slice::<Customer>, in_the_message),
    ours!(
        "customer-schema, Checked",
        Validate,
        |body| serde_json::from_slice::<Checked<Customer>>(body).expect("JSON").into_result(),
        all_of_them
    ),
];

/// Of one that stops at the first fault.
const fn first<E>(_: &E) -> usize {
    1
}

/// Of one that cannot check what it cannot read.
fn after_reading<R>(count: impl Fn(&R) -> usize) -> impl Fn(&Refused<R>) -> usize {
    move |refused| match refused {
        Refused::Unread => 1,
        Refused::Broken(report) => count(report),
    }
}

fn all_of_them(violations: &Violations) -> usize {
    violations.len() + violations.omitted()
}

/// Of `Deserialize`, which can give its report only as the message of serde's error: `..; ..; and 3 more`.
fn in_the_message(error: &serde_json::Error) -> usize {
    let message = error.to_string();
    let omitted = |sentence: &str| sentence.strip_prefix("and ")?.strip_suffix(" more")?.parse().ok();
    message.split("; ").map(|sentence| omitted(sentence).unwrap_or(1)).sum()
}
