//! The texts of `Detail`.

use alloc::format;
use alloc::string::String;

use crate::report::Violations;

/// The signature is required, but missing or malformed ([S17](crate::guide::contract#S17)).
#[cfg(any(feature = "http", feature = "schema"))]
pub(crate) const UNAUTHORIZED: &str = "a signature is required, in the shape of a JWT";

/// The content type is missing, repeated or another one ([S19](crate::guide::contract#S19)).
#[cfg(any(feature = "http", feature = "schema"))]
pub(crate) const CONTENT_TYPE: &str = "the content type must be application/json, and given once";

/// Counts the violations, omitted ones included ([S16](crate::guide::contract#S16)).
pub(super) fn of_violations(violations: &Violations) -> String {
    let omitted = violations.omitted();
    let count = violations.total();
    let plural = if count == 1 { "" } else { "s" };
    match omitted {
        0 => format!("the request has {count} fault{plural}"),
        _ => format!("the request has {count} fault{plural}, {omitted} of them left out here"),
    }
}
