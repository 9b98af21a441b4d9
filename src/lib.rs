//! The contract of `PUT /customers/{CustomerID}` in code: types that can hold nothing but valid
//! values, and one call that gives either a valid request or every violation at once.
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
//!     "PrimaryResidence.State must be an ISO 3166-2 code of US without its prefix, such as CA",
//! ));
//!
//! // The body of the 400 to answer with.
//! let answer = ErrorBody::invalid_request(&violations, "req-7f3a", "PutCustomer");
//! assert_eq!(answer.extensions.request.get("FullName.LastName"), ["is required"]);
//! ```
//!
//! # Ways in
//!
//! - [`PutCustomer::parse`] reads path, header and body of a request.
//! - [`Customer::from_json`] reads a body alone; [`Customer::check_json`] gives the verdict alone.
//! - [`CustomerDraft::validate`] checks plain optional texts, from a form or a database row.
//! - The constructors of the types build a customer in code: a value that exists is valid.
//! - `Deserialize`, on every type, where a customer is part of something else.
//!
//! All of them go through the same rules. R1, S1 and so on are the numbers of rules and decisions
//! of the contract; the README has their table.
//!
//! # What is decided where the documents are silent
//!
//! - **`null` is not absence** (S2). An optional property is left out. `null` is a wrong type.
//! - **Unknown properties are ignored** (S3), at every level, however deep or large.
//! - **A documented property given twice is refused** (S4): parsers differ on which one wins.
//! - **Nothing is changed** (S1): no trimming, no case folding, no Unicode normalisation.
//! - **Lengths count characters**, as Unicode scalar values.
//! - **Objects are never read from arrays**, codes never from maps.
//!
//! # Reports
//!
//! A report is a list of [`Violation`]s: a [`FieldPath`] and a [`Reason`]. Each value has at most one
//! reason, the first rule that it breaks in the order type, length, form, membership (S11). A fault
//! never raises a second one elsewhere. A report keeps [`Violations::MAX_KEPT`] violations and counts
//! the rest, and holds nothing that the customer sent (S14).
//!
//! # Personal data
//!
//! `Debug` shows no name, number, date or signature, only codes out of closed lists; there is no
//! `Display` on types that hold personal data (S15). To read a value, ask for its text by name, with
//! `as_str`, which a reviewer sees.
//!
//! # serde
//!
//! `Serialize` writes members in the contract's order and leaves out absent optional ones: equal
//! customers give equal bytes, so they can be signed. `Deserialize` lists every fault in the message
//! of its one error. It asks the format what there is, so it reads self-describing formats alone.
//! No verdict depends on features of `serde_json` that another crate turns on.
//!
//! # Limits
//!
//! No input makes this library panic, overflow the stack, or do more than linear work. There is no
//! I/O, no clock and no `unsafe` in it. It verifies no signature ([`ApiSignature`]), knows no day (an
//! expired passport is valid), and has no rule on names or numbers beyond their length. A limit on
//! the size of a body is the caller's to set.
//!
//! # Features
//!
//! - `schema`: `JsonSchema` for every type, and the module `schema`, which exports the contract as JSON
//!   Schema and OpenAPI. Builds `schemars`, and makes its version part of your interface.
//! - `proptest`: the module `strategy`, for services that test themselves against the contract. Builds
//!   `proptest`; for dev-dependencies.
//! - `time`: conversions between [`CalendarDate`] and `time::Date`, which makes the version of the
//!   `time` crate part of your interface. Costs nothing to build.

#![no_std]
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

mod advisory;
mod customer;
mod draft;
mod error_body;
mod field;
mod field_path;
pub mod guide;
mod kind;
mod object;
mod put_customer;
mod read;
mod reason;
mod region;
mod residence;
mod rule;
#[cfg(feature = "schema")]
pub mod schema;
#[cfg(feature = "proptest")]
pub mod strategy;
mod violation;

pub use advisory::{Advisory, Concern};
pub use customer::{Customer, FullName, Identity};
pub use draft::{CustomerDraft, FullNameDraft, IdentityDraft, StreetAddressDraft};
pub use error_body::{ErrorBody, ErrorType, Extensions, Reasons, Status, UnknownType};
pub use field::{
    ApiSignature, CaProvince, CalendarDate, City, CountryCode, CustomerId, FirstName, IdNumber, IdType, LastName,
    MiddleName, PostCode, State, Street, Street2, UsState,
};
pub use field_path::FieldPath;
pub use object::Member;
pub use put_customer::PutCustomer;
pub use reason::{Reason, StateCountry};
pub use region::{Elsewhere, Region};
pub use residence::StreetAddress;
pub use rule::{CodeRule, JsonType, Rule, TextRule};
pub use violation::{Violation, Violations};

/// The README's code runs as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

/// What must not compile.
#[cfg(doctest)]
#[doc = include_str!("../tests/must_not_compile.md")]
struct MustNotCompile;
