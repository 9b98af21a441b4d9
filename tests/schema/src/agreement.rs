//! Reader, tape and oracle on one body, compared.

use customer_schema::{Checked, Customer, Violations};

use crate::comparison::{compare, report};
use crate::oracle;

/// The verdict of reader, tape and oracle.
#[derive(Debug)]
pub enum Verdict {
    /// The customer.
    Valid(Box<Customer>),
    /// The report.
    Invalid(Violations),
    /// The body is not JSON.
    Malformed,
    /// A `serde_json::Value` cannot hold the body, so the oracle has no verdict.
    CannotTell,
}

/// Reads a body from bytes, through serde and by the oracle.
///
/// # Errors
///
/// The first difference in verdict, paths, codes, order or positions.
pub fn verdict(body: &[u8]) -> Result<Verdict, String> {
    let read = Customer::from_json(body);
    let checked = Customer::check_json(body);
    if checked.as_ref().err() != read.as_ref().err() {
        return Err(format!("`check_json` reports {checked:?}, `from_json` {read:?}"));
    }
    let tape = serde_json::from_slice::<Checked<Customer>>(body);
    let expected = match compare(body, &read)? {
        oracle::Verdict::CannotTell => return Ok(Verdict::CannotTell),
        // In values that it skips, `serde_json` does not notice bytes that are not UTF-8.
        oracle::Verdict::Malformed if tape.is_ok() && str::from_utf8(body).is_ok() => {
            return Err("the tape accepts what is not JSON".to_owned());
        }
        oracle::Verdict::Malformed => return Ok(Verdict::Malformed),
        oracle::Verdict::Report(expected) => expected,
    };
    let tape = tape.map_err(|error| format!("JSON, the tape fails: {error}"))?.into_result();
    let through_serde = tape.as_ref().err().map(report).unwrap_or_default();
    if through_serde != expected {
        return Err(format!("the oracle reports {expected:?}, the tape {through_serde:?}"));
    }
    match (read, tape) {
        (Ok(customer), Ok(same)) if customer == same => Ok(Verdict::Valid(Box::new(customer))),
        (Ok(_), _) => Err("reader and tape read different values".to_owned()),
        (Err(violations), _) => Ok(Verdict::Invalid(violations)),
    }
}
