//! Checks requests to register a person as a customer of a payment service. Such a request,
//! `PUT /customers/{CustomerID}`, has the person's name, date of birth, identity documents and address
//! as JSON.
//!
//! A valid request is read into types that hold valid values only. For an invalid one, the result is a
//! report of every violation, each with its path, a stable code and an English text.
//!
//! The crate is a pure library, without I/O and without a clock. It is unofficial: it is not made or
//! endorsed by the operator of the API.
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
//! // Two violations: the last name is missing, and December has no 32nd day.
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
//! // The body of the answer, which has the status 400.
//! let answer = ErrorBody::invalid_request(&violations, "req-7f3a", "PutCustomer");
//! assert_eq!(answer.extensions.request.get("FullName.LastName"), ["is required"]);
//! # Ok::<(), Violations>(())
//! ```
//!
//! # Entry points
//!
//! All of them use the same reader and the same rules.
//!
//! - [`PutCustomer::parse`] reads path, header and body of a request. [`PutCustomer::parse_with`] takes the
//!   header as bytes, and one that is repeated. `PutCustomer::from_http` reads an `http::Request`
//!   (feature `http`). `PutCustomer::check_head` and `Head::read` do the same in two steps, so that the head is
//!   checked before the body is read.
//! - [`Customer::from_json`] reads a body. [`FullName`], [`Identity`] and [`StreetAddress`] have the same
//!   method for a part of one. `check_json` only checks, and builds nothing.
//! - [`Checked`] reads a value from any self-describing format of serde, also as a field of your own
//!   struct. It holds the value or its report.
//! - [`CustomerDraft::validate`] checks optional strings, such as those of a form or a database row.
//! - `Deserialize`, on every type that occurs in a body, gives the value or an error. The text of the
//!   error lists every violation.
//! - The constructors of objects build a customer in code. They take values that are valid already, such as
//!   `"Ada".parse::<FirstName>()?`, and cannot fail.
//!
//! # The contract
//!
//! The page [`guide::contract`] has every rule and every decision, each with its number. Docs and
//! schemas cite these numbers. Senders meet these decisions first:
//!
//! - `null` does not mean absent ([S2](crate::guide::contract#S2)). Leave an absent optional property
//!   out.
//! - Unknown properties are ignored ([S3](crate::guide::contract#S3)), in every object.
//! - A documented property given twice is refused ([S4](crate::guide::contract#S4)). JSON parsers
//!   disagree on which value counts.
//! - Nothing is trimmed, case-folded or normalised ([S1](crate::guide::contract#S1)).
//! - Lengths count Unicode scalar values.
//! - Codes of countries and states are upper case: `US`, not `us` ([S7](crate::guide::contract#S7)). A
//!   state has no prefix: `CA`, not `US-CA` ([S8](crate::guide::contract#S8)).
//!
//! The tables of the rules are available in code. [`Customer::PROPERTIES`] lists the properties of the
//! body with their names, rules, titles and descriptions. Each text type has its limits as `RULE`.
//!
//! # Errors
//!
//! [`Violations`] is a report: a list of [`Violation`]s, each with a [`FieldPath`] and a [`Reason`].
//!
//! - A value has at most one reason: the first rule that it violates, in the order type, length, form,
//!   membership ([S11](crate::guide::contract#S11)). A property that is given twice has one more,
//!   `duplicate`.
//! - No violation causes a second one elsewhere.
//! - A body that is not well-formed JSON has one violation only ([S10](crate::guide::contract#S10)).
//! - A report keeps the first 256 violations ([`Violations::MAX_KEPT`]) and counts the others
//!   ([S13](crate::guide::contract#S13)).
//! - If the body was read from bytes, each of its violations has a [`Position`]: offset, line and column
//!   ([S12](crate::guide::contract#S12)).
//! - A path is written as `Identities[0].IDNumber`, or as the JSON Pointer `/Identities/0/IDNumber`.
//!   [`FieldPath::from_key`] parses both, for the keys in a server's answer.
//! - A reason has a stable code for programs and an English text. [`Violations::render`] takes texts in
//!   other languages.
//! - [`Violations::under`] prefixes the paths of a report with a name, and [`Violations::join`] joins
//!   reports. Together they make one report of several parts.
//!
//! [`ErrorBody`] is the error body of the API. A service makes it from a report, and a client reads it from
//! an answer.
//!
//! # Personal data
//!
//! - Errors contain nothing that was sent ([S14](crate::guide::contract#S14)), so they can be logged.
//! - `Debug` shows no name, number, date or signature of a request. It shows codes of closed lists only
//!   ([S15](crate::guide::contract#S15)). Of an [`ErrorBody`] it shows the type, the instance and the action.
//! - Types that hold personal data have no `Display`. The calls that read a value are `as_str`, `as_ref`, `borrow` and
//!   `into_string`, for a date `year`, `month`, `day` and `to_iso8601`, with the feature `time` also
//!   its conversion to `time::Date`, and for a region `state`. `Serialize` and the conversion to a draft copy all
//!   values. A code review can search for these.
//!
//! The crate does not do this:
//!
//! - It does not overwrite memory with zeros when a value is dropped.
//! - It does not compare values in constant time, signatures included. To compare secrets, use a library
//!   made for that.
//!
//! # serde
//!
//! `Serialize` writes the properties in the order of the contract and leaves absent optional ones out.
//! Equal customers give equal bytes, so they can be signed. `Deserialize` and [`Checked`] have the same
//! verdicts whichever features of `serde_json` other crates enable.
//!
//! An object is written as a map, a single value as a string. Formats that are not self-describing, such
//! as postcard, could not read an object back, so writing it is an error. In the table, "yes" means that
//! a value can be written and read back, and "no" that both are errors. [`Checked`] is only read.
//!
#![doc = include_str!("guide/formats.md")]
//!
//! - The report of a value is the same in every format ([S18](crate::guide::contract#S18)). Its order is
//!   the order in which the format gives the properties. `toml` and `serde_json::Value` sort them unless
//!   their feature `preserve_order` is on.
//! - A property given twice is reported if the format gives both values. `toml` refuses it itself.
//!   `serde_json::Value` has the last value only.
//! - In a binary format, `Deserialize` of a single value asks for a string. In CBOR its error therefore
//!   does not name the type that was found, and `ciborium` skips a tag in front of the string. [`Checked`]
//!   asks for any type instead: it names the type and reports the tag.
//! - An error of `toml` quotes the line of the input at which a field of your struct failed. A field of
//!   type [`Checked`] does not fail there, and its report contains nothing of the input.
//! - A date in TOML must be in quotes, and so must a document number in TOML and YAML. Both must be
//!   strings.
//!
//! # Other parts
//!
//! - The [guides](guide) show a [service](guide::service), a [client](guide::client) and a
//!   [frontend](guide::frontend).
//! - The feature `schema` exports the rules as JSON Schema (2020-12, draft-07) and OpenAPI (3.1, 3.0).
//!   The schemas are generated from the tables that the reader uses. They give the same verdict on every
//!   document that a schema can describe.
//! - The feature `proptest` has strategies for valid requests, and for requests with exactly one known
//!   violation and the report to expect.
//! - [`Customer::advisories`] lists valid values that a person should check, such as an expired passport.
//!   It never changes a verdict.
//! - [`Customer::unknown_properties`] finds properties that the contract does not have, such as a misspelt
//!   name. It never changes a verdict either.
//!
//! # Limits
//!
//! - No input makes the library panic or overflow the stack. Reading takes linear time.
//! - It does not limit the size of a body. The caller does.
//! - It has no clock: an expired passport is valid.
//! - It verifies no signature: [`ApiSignature`] is only checked for its shape.
//! - It has no rule on names, document numbers or postal codes beyond their length.
//!
//! # Speed
//!
//! Reading takes one pass after the check of UTF-8, and two allocations for a usual customer. Checking a
//! usual valid body takes none. In the repository, `benches` compares the crate with other validators,
//! and with `serde_json` reading the same bytes unchecked.
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
//! - `http`: `PutCustomer::from_http` and `ErrorBody::into_http`, with the types of the crate `http`. It
//!   builds `http` and `percent-encoding`. The version of `http` becomes part of your interface.
//!
//! # Rust version
//!
//! Rust 1.85 or newer builds the library with all its features. A patch release never raises this.
//!
//! The crate's own code is `#![no_std]`, so the compiler shows that it has no I/O and no clock. The
//! dependency `isocountry` needs `std`, so programs without `std` cannot use the crate.

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
