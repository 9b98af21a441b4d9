//! The contract from outside: its rules and semantics, a module for each subject.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may panic"
)]

// Its macros have to come before the modules that use them.
#[macro_use]
#[path = "../oracle/mod.rs"]
mod oracle;

mod advisories;
mod answers;
mod bodies;
mod building;
mod checked;
mod codes;
mod dates;
mod draft;
#[path = "../table/draft_fields.rs"]
mod draft_fields;
mod error_body;
mod exhaustive;
mod failing_writer;
mod hostile;
#[cfg(feature = "http")]
mod http;
#[path = "../json_oracle/mod.rs"]
mod json_oracle;
mod keys;
mod kinds;
mod leaks;
mod limits;
mod messages;
mod other_formats;
mod positions;
mod properties;
#[path = "../table/published.rs"]
mod published;
mod reports;
mod residence;
#[cfg(feature = "schema")]
mod schema;
mod serde;
mod signatures;
mod syntax;
mod tables;
mod traits;
mod unknown;
