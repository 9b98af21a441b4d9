//! The reader's report on a body, compared with the oracle's. It is a sibling of the module `oracle`, which takes nothing
//! from the crate.

use customer_schema::{Customer, Violations};

use super::oracle::{self, Verdict};

/// Path and code of each violation, in order.
pub(crate) fn report(violations: &Violations) -> Vec<(String, &'static str)> {
    violations.iter().map(|violation| (violation.path().to_string(), violation.reason().code())).collect()
}

/// Compares the outcome of reading a body with the verdict of the oracle, which it returns: verdict, paths, codes, order
/// and positions. Of more violations than a report keeps, the first ones and the number.
///
/// # Errors
///
/// The first difference.
pub(crate) fn compare(body: &[u8], read: &Result<Customer, Violations>) -> Result<Verdict, String> {
    let violations = read.as_ref().err();
    let found = violations.map(report).unwrap_or_default();
    let verdict = oracle::body(body);
    match &verdict {
        Verdict::Malformed if found != [("Body".to_owned(), "malformed_json")] => {
            Err(format!("not JSON, the reader reports {found:?}"))
        }
        Verdict::Report(expected)
            if !found.iter().eq(expected.iter().take(Violations::MAX_KEPT))
                || violations.map_or(0, Violations::total) != expected.len()
                || violations.is_some() == expected.is_empty() =>
        {
            Err(format!("the oracle reports {expected:?}, the reader {found:?}"))
        }
        Verdict::Report(_) => violations.map_or(Ok(()), |violations| positions(body, violations)),
        Verdict::Malformed | Verdict::CannotTell => Ok(()),
    }?;
    Ok(verdict)
}

fn positions(body: &[u8], violations: &Violations) -> Result<(), String> {
    for violation in violations {
        let position = violation.position().map(|position| (position.offset, position.line, position.column));
        let expected = oracle::position(body, &violation.path().to_string(), violation.reason().code());
        if position != Some(expected) {
            return Err(format!("{violation}: the oracle has the position {expected:?}, the reader {position:?}"));
        }
    }
    Ok(())
}
