//! A value gives the same customer or the same report, whichever format it comes in (S18).
//!
//! Every crate that shares this module lists its formats as [`FORMATS`].

use customer_schema::{Checked, Customer, Violations, strategy};
use proptest::prelude::*;
use proptest::test_runner::Config;

use crate::document::{Doc, changed};
use crate::{FORMATS, config};

/// A format that values are written to and read from.
pub(crate) struct Format {
    pub(crate) name: &'static str,
    /// Nests that are deeper are refused by the format.
    pub(crate) max_depth: usize,
    pub(crate) there_and_back: fn(&Doc) -> Result<Checked<Customer>, String>,
}

pub(crate) const JSON: Format = Format {
    name: "JSON",
    max_depth: usize::MAX,
    there_and_back: |doc| {
        let bytes = serde_json::to_vec(doc).map_err(|error| error.to_string())?;
        serde_json::from_slice(&bytes).map_err(|error| error.to_string())
    },
};

pub(crate) const YAML: Format = Format {
    name: "YAML",
    max_depth: 100,
    there_and_back: |doc| {
        let text = serde_yaml_ng::to_string(doc).map_err(|error| error.to_string())?;
        serde_yaml_ng::from_str(&text).map_err(|error| error.to_string())
    },
};

fn has_positions(report: &Violations, expected: bool) -> bool {
    report.iter().all(|violation| violation.position().is_some() == expected)
}

fn agree(json: &[u8]) -> Result<(), TestCaseError> {
    let expected = Customer::from_json(json);
    if let Err(report) = &expected {
        prop_assert!(has_positions(report, true), "a position is missing");
        if report.iter().any(|violation| violation.reason().code() == "malformed_json") {
            // What is malformed is the format's own to say. `serde_json` verifies no UTF-8 in what is skipped.
            let is_refused = serde_json::from_slice::<Checked<Customer>>(json).is_err();
            prop_assert!(is_refused || str::from_utf8(json).is_err(), "malformed, but read");
            return Ok(());
        }
    }

    let message = serde_json::from_slice::<Customer>(json).map_err(|error| error.to_string());
    // Only the root is called otherwise.
    let expected_message = expected.clone().map_err(|report| report.to_string().replacen("Body ", "value ", 1));
    prop_assert_eq!(message, expected_message);

    let from_slice = serde_json::from_slice::<Checked<Customer>>(json).map_err(|error| error.to_string());
    let doc = Doc::parse(str::from_utf8(json).expect("well-formed"));
    let depth = doc.depth();
    let formats = FORMATS.iter().filter(|format| depth <= format.max_depth);
    let read = formats.map(|format| (format.name, (format.there_and_back)(&doc)));
    for (name, read) in read.chain([("the same JSON", from_slice)]) {
        let read = read.map_err(|error| TestCaseError::fail(format!("{name}: {error}")))?;
        prop_assert_eq!(&read.clone().into_result(), &expected, "{}", name);
        prop_assert!(read.into_result().err().is_none_or(|report| has_positions(&report, false)), "{name}");
    }
    Ok(())
}

/// At most 256 violations are kept, and the others are counted (S13).
#[test]
fn a_report_is_as_long_in_every_format() {
    let body = format!(r#"{{"Identities":[{}]}}"#, ["{}"; 100].join(","));
    assert_eq!(Customer::from_json(body.as_bytes()).map_err(|report| report.omitted()), Err(47));
    agree(body.as_bytes()).expect("the same report");
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn valid_bodies_are_the_same_in_every_format(body in strategy::body()) {
        agree(body.as_bytes())?;
    }

    #[test]
    fn broken_bodies_are_the_same_in_every_format(broken in strategy::broken()) {
        agree(&broken.request.body)?;
    }
}

proptest! {
    #![proptest_config(Config { cases: 4 * config().cases, ..config() })]

    #[test]
    fn changed_bodies_are_the_same_in_every_format(doc in changed(8)) {
        agree(doc.write().as_bytes())?;
    }
}
