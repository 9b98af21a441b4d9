//! Any bytes as a server's answer, as a body that is answered, and as a key.

#![no_main]

#[path = "../../tests/oracle/mod.rs"]
mod oracle;

use std::collections::{BTreeMap, BTreeSet};
use std::slice;

use customer_schema::{Customer, ErrorBody, ErrorType, FieldPath, PutCustomer, Violations};
use oracle::Document;
use serde_json::Value;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let read = ErrorBody::from_json(bytes);
    if let Ok(body) = &read {
        survives(body);
    }
    // Of bytes, `serde_json` skips some that are not UTF-8.
    if let Some(other) = str::from_utf8(bytes).ok().and_then(|text| serde_json::from_str::<ErrorBody>(text).ok()) {
        let body = read.as_ref().expect("JSON for another parser");
        assert!(other == *body && other.omitted() == body.omitted());
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
    if let Ok(key) = str::from_utf8(bytes) {
        means_one_path(key);
    }
});

/// A property of another type is absent. Every reason is kept or counted.
fn is_read_as(body: &ErrorBody, json: &Value) {
    let text = |name| json.get(name).and_then(Value::as_str);
    assert_eq!(body.error_type.as_ref().map(ErrorType::as_str), text("Type"));
    assert_eq!(body.instance.as_deref(), text("Instance"));
    assert_eq!(body.action.as_deref(), text("Action"));
    assert_eq!(body.detail.as_deref(), text("Detail"));
    let maps = json.get("Extensions").and_then(Value::as_object).into_iter().flatten();
    let mut expected = Expected::default();
    for (name, map) in maps.filter(|(name, _)| matches!(name.as_str(), "Request" | "Features")) {
        match map.as_object() {
            Some(map) => map.iter().for_each(|(key, list)| expected.add(Some((name, key)), list)),
            None => expected.add(None, map),
        }
    }
    let found = [("Request", &body.extensions.request), ("Features", &body.extensions.features)];
    let found = found.into_iter().flat_map(|(name, map)| map.iter().map(move |(key, list)| ((name, key), list)));
    let found: BTreeMap<_, Vec<&str>> =
        found.map(|(key, list)| (key, list.iter().map(String::as_str).collect())).collect();
    let kept = found.values().map(Vec::len).sum::<usize>();
    assert_eq!((kept, body.omitted()), (expected.texts.min(256), expected.others + expected.texts.saturating_sub(256)));
    // The properties of a `Value` are sorted, so it does not have the order of the reasons.
    assert!(expected.texts > 256 || found == expected.lists, "{found:?} {:?}", expected.lists);
}

/// The reasons of an answer without a name that is given twice.
#[derive(Default)]
struct Expected<'v> {
    lists: BTreeMap<(&'v str, &'v str), Vec<&'v str>>,
    texts: usize,
    /// Elements that are no text, or have no key.
    others: usize,
}

impl<'v> Expected<'v> {
    fn add(&mut self, key: Option<(&'v String, &'v String)>, list: &'v Value) {
        let elements = match list {
            Value::Null => &[],
            Value::Array(elements) => elements.as_slice(),
            other => slice::from_ref(other),
        };
        for element in elements {
            match (key.filter(|(_, key)| *key != "$serde_json::private::Number"), element.as_str()) {
                (Some((map, key)), Some(reason)) => {
                    let end = (0..=reason.len().min(1_024)).rfind(|end| reason.is_char_boundary(*end));
                    self.lists.entry((map, key)).or_default().push(&reason[..end.unwrap_or(0)]);
                    self.texts += 1;
                }
                _ => self.others += 1,
            }
        }
    }
}

fn survives(body: &ErrorBody) {
    let written = serde_json::to_string(body).expect("JSON");
    let again = ErrorBody::from_json(written.as_bytes()).expect("an answer was written");
    assert!(again == *body && again.omitted() == 0, "{written}");
    for reasons in [&body.extensions.request, &body.extensions.features] {
        let keys: BTreeSet<_> = reasons.iter().map(|(key, _)| key).collect();
        assert_eq!(keys.len(), reasons.len(), "each key once: {written}");
        assert!(reasons.iter().all(|(_, list)| !list.is_empty()), "no key without a reason: {written}");
    }
    let line = body.to_string();
    assert!(line.len() <= 3_000 && line.bytes().all(|byte| matches!(byte, b' '..=b'~')), "{line:?}");
}

/// A key and the path that it means are read as the same path.
fn means_one_path(key: &str) {
    let found = FieldPath::from_key(key);
    if let Some(path) = found {
        let text = path.to_string();
        assert_eq!(text.parse(), Ok(path), "{key:?}");
        let pointer = path.json_pointer();
        let prefixed = pointer.as_ref().filter(|pointer| !pointer.is_empty()).map(|_| format!("Body.{text}"));
        for form in [Some(text), pointer, prefixed].into_iter().flatten() {
            assert_eq!(FieldPath::from_key(&form), Some(path), "{key:?} {form:?}");
        }
    }
    if let Ok(path) = key.parse::<FieldPath>() {
        assert_eq!((path.to_string().as_str(), Some(path)), (key, found));
    }
}

fn answers(violations: &Violations) {
    let body = ErrorBody::invalid_request(violations, "1", PutCustomer::ACTION);
    survives(&body);
    let request = &body.extensions.request;
    let reasons: usize = request.iter().map(|(_, reasons)| reasons.len()).sum();
    assert_eq!(reasons, violations.len());
    assert_eq!(body.omitted(), violations.omitted());
    let count = violations.total().to_string();
    assert!(body.detail.is_some_and(|detail| detail.split(' ').any(|word| word == count)));
}
