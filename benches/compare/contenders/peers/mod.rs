//! The other libraries: one file for each, and their list.

mod deser;
mod deserr;
mod eserde;
mod garde;
mod jsonschema;
mod nutype;
mod serde_valid;
mod sonic_garde;
mod validator;

use std::hint::black_box;

use super::{Contender, Job, after_reading, contender};
use crate::finding::Finding;
use crate::refused::Refused;
use crate::unchecked::Customer;

pub(super) fn contenders() -> [Contender; 10] {
    [
        contender!("sonic-rs, unchecked", Read, sonic, of_sonic),
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
    ]
}

fn sonic(body: &[u8]) -> sonic_rs::Result<Customer> {
    sonic_rs::from_slice(body)
}

fn of_sonic(error: &sonic_rs::Error) -> Vec<Finding> {
    Finding::of_format(error.to_string(), error.line(), error.column())
}
