//! The verdicts of the crate and of the oracle on one body, compared. Shared by the targets.

#[path = "../../tests/oracle/mod.rs"]
pub(crate) mod oracle;

#[path = "../../tests/comparison/mod.rs"]
pub(crate) mod comparison;

use customer_schema::{Customer, Position, Violation, Violations};

/// Reads a body by every entry point, and asserts that all of them and the oracle agree.
pub(crate) fn body(body: &[u8]) -> Result<Customer, Violations> {
    let read = Customer::from_json(body);
    let checked = Customer::check_json(body);
    assert_eq!(positions(checked.as_ref().err()), positions(read.as_ref().err()));
    assert_eq!(checked, read.as_ref().map(drop).map_err(Clone::clone));
    match &read {
        Ok(customer) => is_read_back(customer),
        Err(violations) => is_a_report(violations),
    }
    if let Ok(text) = str::from_utf8(body) {
        let deserialized = serde_json::from_str::<Customer>(text);
        assert_eq!(deserialized.is_ok(), read.is_ok());
        if let (Err(error), Err(violations)) = (&deserialized, &read) {
            is_the_report(error, violations);
        }
    }
    comparison::compare(body, &read).unwrap_or_else(|difference| panic!("{difference}"));
    read
}

/// Equality of reports does not compare them.
fn positions(report: Option<&Violations>) -> Vec<Option<Position>> {
    report.into_iter().flatten().map(Violation::position).collect()
}

fn is_read_back(customer: &Customer) {
    let written = serde_json::to_vec(customer).expect("JSON");
    let again = Customer::from_json(&written).expect("a customer was written");
    assert!(again == *customer);
    assert_eq!(serde_json::to_vec(&again).expect("JSON"), written);
}

/// The message of `Deserialize` is the report and nothing else. In particular it has nothing of the input. A syntax error
/// has a message of `serde_json`.
fn is_the_report(error: &serde_json::Error, violations: &Violations) {
    let is_malformed = violations.iter().any(|violation| violation.reason().code() == "malformed_json");
    if error.is_data() && !is_malformed {
        // Through serde, the path of the value as a whole is `value`.
        assert_eq!(error.to_string(), violations.to_string().replacen("Body ", "value ", 1));
    }
}

fn is_a_report(violations: &Violations) {
    assert!((1..=256).contains(&violations.len()));
    assert!(violations.omitted() == 0 || violations.len() == 256);
    for (i, violation) in violations.iter().enumerate() {
        let (path, pointer) = (violation.path().to_string(), violation.path().json_pointer());
        assert!(!violations.iter().take(i).any(|earlier| earlier == violation), "{violation} is there twice");
        let pointer = pointer.expect("a location in the body");
        let dotted = pointer.replace('/', ".").replace(|c: char| c.is_ascii_digit(), "");
        let from_path = path.replace("[", ".").replace(']', "").replace(|c: char| c.is_ascii_digit(), "");
        assert!(pointer.is_empty() && path == "Body" || dotted == format!(".{from_path}"), "{path} is not {pointer}");
    }
}
