//! Checks the request by which a person is registered as a customer with a payment service,
//! `PUT /customers/{CustomerID}`: name, date of birth, identity documents and address.
//!
//! A request is read into types that hold valid values only. If it is invalid, the result is a report
//! with every violation: its path, a stable code, and a text for people.
//!
//! The crate is a pure library, without I/O and without a clock. It is not made or endorsed by the
//! operator of the API.
//!
//! # Quick start
//!
//! ```
//! use customer_schema::{ErrorBody, PutCustomer, Violations};
//!
//! let body = br#"{
//!     "FullName": { "FirstName": "Ada", "LastName": "Lovelace" },
//!     "DateOfBirth": "1985-12-10",
//!     "Identities": [],
//!     "PrimaryResidence": {
//!         "Street": "12 St James's Square", "City": "London", "PostCode": "SW1Y 4LB",
//!         "State": "England", "Country": "GB"
//!     }
//! }"#;
//! let request = PutCustomer::parse("c-1815", None, body)?;
//! assert_eq!(request.customer.full_name.first_name.as_str(), "Ada");
//!
//! // Two violations: there is no last name, and no December has 32 days.
//! let body = br#"{
//!     "FullName": { "FirstName": "Ada" },
//!     "DateOfBirth": "1985-12-32",
//!     "Identities": [],
//!     "PrimaryResidence": {
//!         "Street": "12 St James's Square", "City": "London", "PostCode": "SW1Y 4LB",
//!         "State": "England", "Country": "GB"
//!     }
//! }"#;
//! let violations = PutCustomer::parse("c-1815", None, body).unwrap_err();
//! let codes: Vec<_> = violations.iter().map(|violation| violation.reason().code()).collect();
//! assert_eq!(codes, ["required", "not_a_date"]);
//! let paths: Vec<_> = violations.iter().map(|violation| violation.path().to_string()).collect();
//! assert_eq!(paths, ["FullName.LastName", "DateOfBirth"]);
//!
//! // The body of the 400 to answer with.
//! let answer = ErrorBody::invalid_request(&violations, "req-7f3a", "PutCustomer");
//! assert_eq!(answer.extensions.request.get("FullName.LastName"), ["is required"]);
//! # Ok::<(), Violations>(())
//! ```
//!
//! # Entry points
//!
//! All of them use the same reader and the same rules.
//!
//! - [`PutCustomer::parse`] reads path, header and body of a request.
//! - [`Customer::from_json`] reads a body. [`FullName`], [`Identity`] and [`StreetAddress`] have the same
//!   method for a part of one. `check_json` only checks, and builds nothing.
//! - [`Checked`] reads a value from any self-describing format of serde, also as a field of your own
//!   struct, and holds the value or its report.
//! - [`CustomerDraft::validate`] checks optional strings, such as those of a form or a database row.
//! - `Deserialize`, on every type that occurs in a body, gives the value or an error. The text of the
//!   error lists every violation.
//! - The constructors of objects build a customer in code. They take values that are valid already, such as
//!   `"Ada".parse::<FirstName>()?`, and cannot fail.
//!
//! # The contract
//!
//! The page [`guide::contract`] has every rule and every decision, each with its number. Docs and
//! schemas cite these numbers. These decisions matter to senders first:
//!
//! - `null` is not absence ([S2](crate::guide::contract#S2)). Leave an optional property out.
//! - Unknown properties are ignored ([S3](crate::guide::contract#S3)), in every object.
//! - A documented property given twice is refused ([S4](crate::guide::contract#S4)). JSON parsers
//!   disagree on which value counts.
//! - Nothing is trimmed, case-folded or normalised ([S1](crate::guide::contract#S1)).
//! - Lengths count Unicode scalar values.
//! - Codes are upper case: `US`, not `us`. A state has no prefix: `CA`, not `US-CA`
//!   ([S8](crate::guide::contract#S8)).
//!
//! The tables are available in code. [`Customer::PROPERTIES`] lists the properties of the body with their
//! names, rules, titles and descriptions. Each text type has its limits as `RULE`.
//!
//! # Errors
//!
//! [`Violations`] is a report: a list of [`Violation`]s, each with a [`FieldPath`] and a [`Reason`].
//!
//! - A value has at most one reason: the first rule that it violates, in the order type, length, form,
//!   membership ([S11](crate::guide::contract#S11)). A property that is given twice has one more,
//!   `duplicate`.
//! - No violation causes a second one elsewhere.
//! - A report keeps [`Violations::MAX_KEPT`] violations and counts the others
//!   ([S13](crate::guide::contract#S13)).
//! - If the body was read from bytes, each of its violations has a [`Position`]: offset, line and column
//!   ([S12](crate::guide::contract#S12)).
//! - A path is written as `Identities[0].IDNumber` or as a JSON Pointer. [`FieldPath::from_key`] reads it
//!   back from the key of a server's answer.
//! - A reason has a stable code for programs and an English text. [`Violations::render`] takes texts in
//!   other languages.
//! - The reports of several parts can be put [under](Violations::under) their names and
//!   [joined](Violations::join).
//!
//! [`ErrorBody`] is the error body of the API. It is made from a report, or read from an answer.
//!
//! # Personal data
//!
//! - Errors contain nothing that was sent ([S14](crate::guide::contract#S14)), so they can be logged.
//! - `Debug` shows no name, number, date or signature. It shows codes of closed lists only
//!   ([S15](crate::guide::contract#S15)).
//! - Types that hold personal data have no `Display`. To read a value, call `as_str`, or `to_iso8601` for
//!   a date. A code review can search for these calls.
//!
//! The crate does not do this:
//!
//! - It does not overwrite memory with zeros when a value is dropped.
//! - It compares values in variable time, signatures included. A comparison of secrets needs a library
//!   for that.
//!
//! # serde
//!
//! `Serialize` writes the properties in the order of the contract and leaves absent optional ones out.
//! Equal customers give equal bytes, so they can be signed. `Deserialize` and [`Checked`] have the same
//! verdicts whichever features of `serde_json` other crates enable.
//!
//! An object is written as a map, a single value as a string. Formats that are not self-describing, such
//! as postcard, could not read an object back, so they refuse to write it. In the table, "yes" means that
//! a value is written and read back (for [`Checked`], that it is read), and "no" that both are errors.
//!
#![doc = include_str!("guide/formats.md")]
//!
//! - The report of a value is the same in every format ([S18](crate::guide::contract#S18)). Its order is
//!   that in which the format passes the properties on. `toml` and `serde_json::Value` sort them unless
//!   their feature `preserve_order` is on.
//! - A property given twice is reported if the format passes both on. `toml` refuses it itself.
//!   `serde_json::Value` has the last value only.
//! - A single value that is read on its own asks the format for a string. In CBOR its error therefore
//!   does not name the type that was found, and `ciborium` skips a tag in front of the string. [`Checked`]
//!   asks for any type instead: it names the type and reports the tag.
//! - An error of `toml` quotes the line of the input in which a field of your struct failed. A field of
//!   type [`Checked`] never fails there, so its report contains nothing of the input.
//! - A date in TOML must be in quotes, and so must a document number in TOML and YAML. Both must be
//!   strings.
//!
//! # Other parts
//!
//! - The [guides](guide) show a [service](guide::service), a [client](guide::client) and a
//!   [frontend](guide::frontend).
//! - The feature `schema` exports the rules as JSON Schema (2020-12, draft-07) and OpenAPI (3.1, 3.0).
//!   They are generated from the tables that the reader uses, and have the same verdict on every document
//!   that a schema can describe.
//! - The feature `proptest` has strategies for valid requests, and for requests with exactly one known
//!   violation and the report to expect.
//! - [`Customer::advisories`] lists what the contract accepts and a person should check, such as an
//!   expired passport. It never changes a verdict.
//!
//! # Limits
//!
//! - No input makes the library panic or overflow the stack. Reading takes linear time.
//! - It does not limit the size of a body. The caller does.
//! - It has no clock: an expired passport is valid.
//! - It verifies no signature: [`ApiSignature`] is checked for its shape.
//! - It has no rule on names, document numbers or postal codes beyond their length.
//!
//! # Speed
//!
//! Reading takes one pass, and two allocations for a usual customer. Checking a valid body without
//! escapes takes none. In the repository, `benches` compares the crate with other validators, and with
//! `serde_json` reading the same bytes unchecked.
//!
//! # Features
//!
//! None is on by default.
//!
//! - `schema`: `JsonSchema` for every type that occurs in a body, and the module `schema`. It builds
//!   `schemars` and `serde_json`, whose versions become part of your interface.
//! - `proptest`: the module `strategy`, for the tests of a service. It builds `proptest`. Use it in
//!   dev-dependencies.
//! - `time`: conversions between [`CalendarDate`] and `time::Date`. The version of `time` becomes part of
//!   your interface. It costs no build time.
//! - `http`: `PutCustomer::from_http` and `ErrorBody::into_http`, in the types of the crate `http`, whose version
//!   becomes part of your interface.
//!
//! # Rust version
//!
//! Rust 1.85 or newer builds the library with all its features. A patch release never raises this.
//!
//! The crate's own code is `#![no_std]`, except for one table of countries. So the compiler shows that it
//! has no I/O and no clock. The dependency `isocountry` needs `std`, so programs without `std` cannot use
//! the crate.

#![no_std]
// Marks what needs a feature, on docs.rs.
#![cfg_attr(docsrs, feature(doc_cfg))]
// No input makes the library panic. Tests, examples and benchmarks may.
#![deny(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::todo,
    clippy::unreachable,
    clippy::unwrap_used
)]
// Cargo.toml allows it, for tests and examples.
#![deny(clippy::incompatible_msrv)]

extern crate alloc;

mod codes;
mod contract;
mod error_body;
pub mod guide;
#[cfg(feature = "http")]
mod http;
mod read;
mod report;
mod rule;
#[cfg(feature = "schema")]
pub mod schema;
#[cfg(feature = "proptest")]
pub mod strategy;
mod value;

#[cfg(feature = "http")]
pub use self::http::{Head, Refusal, Signature};
pub use codes::*;
pub use contract::*;
pub use error_body::*;
pub use read::Checked;
pub use report::{
    FieldPath, MalformedCause, Position, Reason, UnknownProperties, UnknownProperty, Violation, Violations,
};
pub use rule::{Condition, JsonType, ObjectRule, Property, Rule, TextRule};
pub use value::*;

/// The README's code runs as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

/// Code that must not compile.
#[cfg(doctest)]
#[doc = include_str!("../tests/must_not_compile.md")]
struct MustNotCompile;
