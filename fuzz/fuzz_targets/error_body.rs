//! Any bytes as a server's answer, and as a body for which there is an answer to make.

#![no_main]

#[path = "../../tests/oracle/mod.rs"]
mod oracle;

use std::collections::BTreeMap;

use customer_schema::{Customer, ErrorBody, ErrorType, Reasons, Violations};
use oracle::Document;
use serde_json::Value;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let read = serde_json::from_slice::<ErrorBody>(bytes);
    if let Ok(body) = &read {
        survives(body);
    }
    if let Some(document) =
        str::from_utf8(bytes).ok().and_then(Document::read).filter(|document| document.twice.is_empty())
        && serde_json::from_slice::<Value>(bytes).is_ok()
    {
        is_read_as(&read.expect("any JSON is an answer"), &document.value);
    }
    if let Err(violations) = Customer::from_json(bytes) {
        answers(&violations);
    }
});

/// What is there is kept, what is of another type counts as absent.
fn is_read_as(body: &ErrorBody, json: &Value) {
    let text = |name| json.get(name).and_then(Value::as_str);
    assert_eq!(body.error_type.as_ref().map(ErrorType::as_str), text("Type"));
    assert_eq!(body.instance.as_deref(), text("Instance"));
    assert_eq!(body.action.as_deref(), text("Action"));
    assert_eq!(body.detail.as_deref(), text("Detail"));
    let extensions = json.get("Extensions");
    assert_eq!(lists(&body.extensions.request), expected(extensions.and_then(|maps| maps.get("Request"))));
    assert_eq!(lists(&body.extensions.features), expected(extensions.and_then(|maps| maps.get("Features"))));
}

fn lists(reasons: &Reasons) -> BTreeMap<&str, Vec<&str>> {
    reasons.iter().map(|(key, reasons)| (key, reasons.iter().map(String::as_str).collect())).collect()
}

fn expected(map: Option<&Value>) -> BTreeMap<&str, Vec<&str>> {
    let map = map.and_then(Value::as_object).into_iter().flatten();
    map.filter_map(|(key, list)| Some((key.as_str(), list.as_array()?.iter().filter_map(Value::as_str).collect())))
        .collect()
}

fn survives(body: &ErrorBody) {
    let written = serde_json::to_string(body).expect("JSON");
    let again: ErrorBody = serde_json::from_str(&written).expect("an answer was written");
    assert!(again == *body, "{written}");
    for reasons in [&body.extensions.request, &body.extensions.features] {
        assert_eq!(lists(reasons).len(), reasons.len(), "each key once: {written}");
    }
}

fn answers(violations: &Violations) {
    let body = ErrorBody::invalid_request(violations, "1", "PutCustomer");
    survives(&body);
    let request = &body.extensions.request;
    let reasons: usize = request.iter().map(|(_, reasons)| reasons.len()).sum();
    assert_eq!(reasons, violations.len());
    let count = (violations.len() + violations.omitted()).to_string();
    assert!(body.detail.is_some_and(|detail| detail.split(' ').any(|word| word == count)));
}
