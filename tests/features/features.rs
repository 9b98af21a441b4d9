//! Features of `serde_json` that other crates turn on, and other formats.
//!
//! Cargo unifies features: a feature that another crate of a program turns on is on for this crate, too. No verdict,
//! code or order may depend on it.

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

#[allow(dead_code, reason = "the tables need a part of it")]
#[path = "../contract/bodies.rs"]
mod bodies;
#[allow(dead_code, reason = "the formats need a part of it")]
#[path = "../properties/document.rs"]
mod document;
#[path = "../contract/kinds.rs"]
mod kinds;
#[path = "../contract/signatures.rs"]
mod signatures;
#[path = "../properties/sources.rs"]
mod sources;

mod formats;
mod other_types;

use proptest::test_runner::Config;

/// The properties of `sources` hold for these as well.
const FORMATS: &[sources::Format] = &[
    sources::JSON,
    sources::YAML,
    sources::Format {
        name: "CBOR",
        max_depth: 250,
        there_and_back: |doc| {
            let mut bytes = Vec::new();
            ciborium::into_writer(doc, &mut bytes).map_err(|error| error.to_string())?;
            ciborium::from_reader(bytes.as_slice()).map_err(|error| error.to_string())
        },
    },
    sources::Format {
        name: "MessagePack",
        max_depth: 1000,
        there_and_back: |doc| {
            let bytes = rmp_serde::to_vec(doc).map_err(|error| error.to_string())?;
            rmp_serde::from_slice(&bytes).map_err(|error| error.to_string())
        },
    },
];

fn config() -> Config {
    Config { failure_persistence: None, ..Config::default() }
}

/// If a feature were off, the tables would prove nothing here.
#[test]
fn the_features_are_on() {
    assert!(serde_json::from_str::<serde_json::Value>("1e999").is_ok(), "arbitrary_precision");
    let ordered = serde_json::from_str::<serde_json::Value>(r#"{"b":1,"a":2}"#).unwrap();
    assert_eq!(ordered.to_string(), r#"{"b":1,"a":2}"#, "preserve_order");
    let raw = serde_json::from_str::<&serde_json::value::RawValue>("[ 1 ]").unwrap();
    assert_eq!(raw.get(), "[ 1 ]", "raw_value");
    let mut unbounded = serde_json::Deserializer::from_str("1");
    unbounded.disable_recursion_limit();
}
