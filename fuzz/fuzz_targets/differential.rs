//! Bytes that select well-formed bodies, so that time is spent behind the parser: valid bodies, bodies with a known
//! violation, and mixtures of two. All are compared with the oracle.

#![no_main]

mod compared;

use compared::oracle::Document;
use customer_schema::strategy::{self, Broken};
use libfuzzer_sys::Corpus;
use proptest::strategy::BoxedStrategy;
use serde_json::Value;

thread_local! {
    static VALID: BoxedStrategy<String> = strategy::body();
    static BROKEN: BoxedStrategy<Broken> = strategy::broken();
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| -> Corpus {
    let Some((kind, bytes)) = bytes.split_first() else { return Corpus::Reject };
    match kind % 4 {
        0 => {
            let body = valid(bytes);
            assert!(compared::body(body.as_bytes()).is_ok(), "{body}");
        }
        1 => {
            let broken = broken(bytes);
            let found = compared::body(&broken.request.body).map(|_| ());
            assert_eq!(
                found.map_err(|violations| compared::comparison::report(&violations)),
                Err(broken.violations.clone()),
                "{broken:?}"
            );
        }
        _ => {
            let Some((choices, bytes)) = bytes.split_at_checked(32) else { return Corpus::Reject };
            let (one, other) = bytes.split_at(bytes.len() / 2);
            let one = if *kind < 128 { valid(one).into_bytes() } else { broken(one).request.body };
            let (Some(one), Some(other)) = (read(&one), read(&broken(other).request.body)) else {
                return Corpus::Reject;
            };
            mixture(&one, &other, choices);
        }
    }
    Corpus::Keep
});

fn valid(bytes: &[u8]) -> String {
    VALID.with(|strategy| strategy::from_bytes(strategy, bytes)).expect("a body")
}

fn broken(bytes: &[u8]) -> Broken {
    BROKEN.with(|strategy| strategy::from_bytes(strategy, bytes)).expect("a broken request")
}

fn read(body: &[u8]) -> Option<Value> {
    Some(Document::read(str::from_utf8(body).ok()?)?.value)
}

/// A body with parts of two others, some of them twice. Reversing its properties changes no verdict unless one is there
/// twice.
fn mixture(one: &Value, other: &Value, choices: &[u8]) {
    let mut choices = choices.iter().copied();
    let mixed = mix(one, other, &mut choices);
    let forwards = compared::body(write(&mixed, false).as_bytes());
    let backwards = compared::body(write(&mixed, true).as_bytes());
    let [forwards, backwards] = [forwards, backwards].map(|read| {
        let mut report = read.err().map(|violations| compared::comparison::report(&violations)).unwrap_or_default();
        report.sort_unstable();
        report
    });
    if forwards.iter().chain(&backwards).all(|(_, code)| *code != "duplicate") {
        assert_eq!(forwards, backwards, "{}", write(&mixed, false));
    }
}

enum Json<'v> {
    Value(&'v Value),
    Array(Vec<Self>),
    Object(Vec<(&'v str, Self)>),
}

fn mix<'v>(one: &'v Value, other: &'v Value, choices: &mut impl Iterator<Item = u8>) -> Json<'v> {
    match (one, other) {
        (Value::Object(one), Value::Object(other)) => {
            let names = one.keys().chain(other.keys().filter(|name| !one.contains_key(*name)));
            Json::Object(names.flat_map(|name| properties(name, one.get(name), other.get(name), choices)).collect())
        }
        (Value::Array(one), Value::Array(other)) => {
            let both = one.iter().zip(other).map(|(one, other)| mix(one, other, choices)).collect::<Vec<_>>();
            let rest = one.iter().skip(other.len()).map(Json::Value);
            Json::Array(both.into_iter().chain(rest).collect())
        }
        _ => Json::Value(if choices.next().unwrap_or(0).is_multiple_of(2) { one } else { other }),
    }
}

fn properties<'v>(
    name: &'v str,
    one: Option<&'v Value>,
    other: Option<&'v Value>,
    choices: &mut impl Iterator<Item = u8>,
) -> Vec<(&'v str, Json<'v>)> {
    let (Some(one), Some(other)) = (one, other) else {
        return one.or(other).map(|value| (name, Json::Value(value))).into_iter().collect();
    };
    match choices.next().unwrap_or(0) % 8 {
        0 => vec![(name, Json::Value(one))],
        1 => vec![(name, Json::Value(other))],
        2 => vec![(name, Json::Value(one)), (name, Json::Value(other))],
        3 => Vec::new(),
        _ => vec![(name, mix(one, other, choices))],
    }
}

fn write(json: &Json<'_>, backwards: bool) -> String {
    match json {
        Json::Value(value) => value.to_string(),
        Json::Array(elements) => {
            let elements: Vec<_> = elements.iter().map(|element| write(element, backwards)).collect();
            format!("[{}]", elements.join(","))
        }
        Json::Object(properties) => {
            let property =
                |(name, value): &(&str, Json<'_>)| format!("{}:{}", Value::from(*name), write(value, backwards));
            let mut properties: Vec<_> = properties.iter().map(property).collect();
            if backwards {
                properties.reverse();
            }
            format!("{{{}}}", properties.join(","))
        }
    }
}
