//! The contract of `PUT /customers/{CustomerID}` in code: types that can hold nothing but valid
//! values, and one call that gives either a valid request or every violation at once.
//!
//! # Why
//!
//! A customer record is checked by a form, a gateway, a service and a database. Where each checks a part in its
//! own way, a sender learns of one violation at a time. This crate has the rules once. A value of its types is
//! valid, so no later code checks it again. An invalid request gives a report with the path, the reason and a
//! readable text of each violation. The report holds nothing that was sent, so it can be logged.
//!
//! # Quick start
//!
//! ```
//! use customer_schema::{ErrorBody, PutCustomer};
//!
//! let body = br#"{
//!     "FullName": {"FirstName": "Ada"},
//!     "DateOfBirth": "1985-12-10",
//!     "Identities": [],
//!     "PrimaryResidence": {
//!         "Street": "1 Main Street", "City": "Fresno", "PostCode": "93650",
//!         "State": "California", "Country": "US"
//!     }
//! }"#;
//! let violations = PutCustomer::parse("c-1815", None, body).unwrap_err();
//! assert_eq!(violations.to_string(), concat!(
//!     "FullName.LastName is required; ",
//!     "PrimaryResidence.State must be the ISO 3166-2 code of a US state without its prefix, in upper case, such as NY",
//! ));
//!
//! // The body of the 400 to answer with.
//! let answer = ErrorBody::invalid_request(&violations, "req-7f3a", "PutCustomer");
//! assert_eq!(answer.extensions.request.get("FullName.LastName"), ["is required"]);
//! ```
//!
//! All entry points go through the same reader and the same rules:
//!
//! - [`PutCustomer::parse`] reads path, header and body of a request.
//! - [`Customer::from_json`] reads a body alone, [`StreetAddress::from_json`] and its like a part of one.
//!   `check_json` gives the verdict without building anything.
//! - [`Checked`] reads from any self-describing format of serde, also as a field of the caller's own struct,
//!   and gives the value or the report.
//! - [`CustomerDraft::validate`] checks plain optional texts, from a form or a database row.
//! - `Deserialize`, on every type of a value in JSON, gives the value or an error whose text is the report.
//! - The constructors of the types build a customer in code: a value that exists is valid.
//!
//! # The rules
//!
//! R1, S1 and so on are the numbers of rules and decisions of the contract. Source P is the operation's
//! reference page. R is its published API reference, from which property names and some "required" marks
//! are restored that the page has lost. D is a decision made for this crate where both are silent.
//!
#![doc = include_str!("guide/rules.md")]
//!
//! Where the documents are silent, this is decided:
//!
//! - **`null` is not absence** (S2). An optional property is left out. `null` is a wrong type.
//! - **Unknown properties are ignored** (S3), at every level, however deep or large.
//! - **A documented property given twice is refused** (S4): parsers differ on which one wins.
//! - **Nothing is changed** (S1): no trimming, no case folding, no Unicode normalisation.
//! - **Lengths count characters**, as Unicode scalar values.
//! - **Objects are never read from arrays**, codes never from maps.
//!
//! The tables can be read in code: [`Customer::PROPERTIES`] and its like have name, rule, title and
//! description of every property, and each text has its limits as `RULE`.
//!
//! # Errors
//!
//! A report, [`Violations`], is a list of [`Violation`]s: a [`FieldPath`] and a [`Reason`]. Each value has
//! at most one reason, the first rule that it breaks in the order type, length, form, membership (S11);
//! one that is given twice has `duplicate` besides. A violation never causes a second one elsewhere. A report
//! keeps [`Violations::MAX_KEPT`] violations and counts the rest (S13).
//!
//! Where the body came as bytes, each violation in it has a [`Position`]: offset, line and column (S12). Reports
//! of several parts can be put [under](Violations::under) their names and [joined](Violations::join) into one.
//!
//! A path is written as `Identities[0].IDNumber` or as a JSON Pointer, and read back from whatever key a
//! server gives it ([`FieldPath::from_key`]). A reason has a stable code for programs and a text for
//! people, in English or in words of your own ([`Violations::render`]). [`ErrorBody`] is the error body
//! of the API, made from a report or read from an answer.
//!
//! # Personal data
//!
//! Errors hold nothing that the customer sent (S14). `Debug` shows no name, number, date or signature,
//! only codes out of closed lists; there is no `Display` on types that hold personal data (S15). To read
//! a value, call `as_str` (`to_iso8601` for a date), which a code review can search for.
//!
//! # serde
//!
//! `Serialize` writes properties in the contract's order and leaves out absent optional ones: equal customers give equal
//! bytes, so they can be signed. `Deserialize` lists every violation in the message of its one error; [`Checked`] gives them
//! one by one. No verdict depends on features of `serde_json` that another crate turns on.
//!
//! An object is written as a map, and a single value as a string. Formats that are not self-describing, such as postcard,
//! could not read an object back, so they refuse to write it. "Yes" means that a value is written and read back, for
//! [`Checked`] that it is read. "No" means that both are errors.
//!
#![doc = include_str!("guide/formats.md")]
//!
//! - The report of a value is the same in every format (S18), in the order in which the format hands over the properties.
//!   `toml` and `serde_json::Value` sort them, unless their feature `preserve_order` is on.
//! - A property given twice is in the report of every format that hands over both. `toml` refuses it itself, and
//!   `serde_json::Value` has only the last value.
//! - A binary format is asked for a string where a single value is read on its own. So the error names no other type in
//!   CBOR, and `ciborium` skips a tag in front of the string. [`Checked`] asks for the type: it reports both, and cannot
//!   be read where the format does not know its types.
//! - The text of an error of `toml` quotes the line of the input at which a field of the caller's struct fails.
//!   [`Checked`] never fails there, so its report holds nothing of it.
//! - A date in TOML has to be in quotes, and so does a number of a document in TOML and YAML: both have to be strings.
//!
//! # Schema
//!
//! With the feature `schema` the same rules are exported as JSON Schema (2020-12, draft-07) and OpenAPI
//! (3.1, 3.0), for forms, gateways and other languages. They come from the tables that the checker reads
//! by, and give the same verdict on every document that a schema can describe.
//!
//! # Testing
//!
//! With the feature `proptest` there are strategies for valid customers, and for requests with exactly
//! one known fault and the report that it must give: a service tests the code around the checks with them.
//!
//! # Service
//!
//! The [`guide`] shows how the parts go together: a [service](guide::service) in axum or without a
//! framework, a [client](guide::client) from the form to the signed bytes and back to the fields, and a
//! [frontend](guide::frontend) that draws the form from the exported files.
//! [`Customer::advisories`] tells what the contract cannot refuse and a person would look at twice, such
//! as an expired passport. It is apart from every verdict.
//!
//! # Limits
//!
//! No input makes this library panic, overflow the stack, or do more than linear work in reading. There is
//! no I/O, no clock and no `unsafe` in it: an expired passport is valid. It verifies no signature
//! ([`ApiSignature`]), and has no rule on names or numbers beyond their length. A limit on
//! the size of a body is the caller's to set.
//!
//! # Speed
//!
//! One pass, two allocations for a usual customer, none to check one. In the repository, `benches` compares
//! it with `serde_json` reading the same bytes unchecked and with other validators, in one run and as ratios,
//! and says how to measure again.
//!
//! # Features
//!
//! - `schema`: `JsonSchema` for every type of a value in JSON, and the module `schema`, which exports the
//!   contract as JSON Schema and OpenAPI. Builds `schemars` and `serde_json`, and makes their versions
//!   part of your interface.
//! - `proptest`: the module `strategy`, for services that test themselves against the contract. Builds
//!   `proptest`; for dev-dependencies.
//! - `time`: conversions between [`CalendarDate`] and `time::Date`, which makes the version of the
//!   `time` crate part of your interface. Costs nothing to build.

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

extern crate alloc;

mod codes;
mod contract;
mod error_body;
pub mod guide;
mod read;
mod report;
mod rule;
#[cfg(feature = "schema")]
pub mod schema;
#[cfg(feature = "proptest")]
pub mod strategy;
mod value;

pub use codes::*;
pub use contract::*;
pub use error_body::*;
pub use read::Checked;
pub use report::{FieldPath, MalformedCause, Position, Reason, Violation, Violations};
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
