//! Hostile bodies: each gives a customer or a report, however deep it is and whichever byte is wrong.

use customer_schema::PutCustomer;
use serde_json::Value;

use super::bodies::{
    assert_malformed, assert_report, assert_valid, body, locations, properties, read, split, violations,
};
use super::exhaustive::step;

/// An object and two arrays, as deep as asked for.
fn nests(depth: usize) -> [String; 3] {
    let nest = |open: &str, inner: &str, close: &str| open.repeat(depth) + inner + &close.repeat(depth);
    [nest("{\"a\":", "1", "}"), nest("[", "", "]"), nest("[{\"FullName\":", "{}", "},null]")]
}

#[test]
fn depth_is_skipped() {
    let deep = nests(10_000);
    for (path, nest) in locations("object").flat_map(|path| deep.iter().map(move |nest| (path, nest))) {
        assert_valid(body().and(path, "Unknown", nest).to_string());
    }
    for (path, nest) in locations("string").flat_map(|path| deep.iter().map(move |nest| (path, nest))) {
        assert_report(body().with(path, nest).to_string(), &[(path, "wrong_type")]);
        let (parent, name) = split(path);
        assert_report(body().and(parent, name, nest).to_string(), &[(path, "duplicate")]);
    }
    for (path, nest) in locations("object").flat_map(|path| deep[1..].iter().map(move |nest| (path, nest))) {
        assert_report(body().with(path, nest).to_string(), &[(path, "wrong_type")]);
    }
}

#[test]
fn depth_has_no_limit() {
    let [objects, arrays, mixed] = nests(100_000);
    assert_valid(body().and("Identities[0]", "Unknown", &mixed).to_string());
    assert_report(&arrays, &[("Body", "wrong_type")]);
    let required = ["FullName", "DateOfBirth", "Identities", "PrimaryResidence"].map(|path| (path, "required"));
    assert_report(&objects, &required);
    assert_report(body().with("Identities", &arrays).to_string(), &[("Identities[0]", "wrong_type")]);
    for open in ["[", "{\"a\":", "{\"FullName\":", "{\"Identities\":[", "{\"Identities\":[{\"IDType\":["] {
        assert_malformed(open.repeat(100_000));
    }
}

/// Every beginning of a body ends too early. This is its one violation, also after other ones.
#[test]
fn every_prefix() {
    let invalid = r#"{"FullName":{"FirstName":"","é\u00e9":[1.5e3,null,true]},"DateOfBirth":5,"DateOfBirth":5,"Identities":[{}]}"#;
    assert_eq!(read(invalid).unwrap_err().len(), 8);
    for sample in [body().to_string(), invalid.to_owned()] {
        for end in 0..sample.len() {
            let prefix = &sample.as_bytes()[..end];
            assert_malformed(prefix);
            let report = PutCustomer::parse("", Some(""), prefix).unwrap_err();
            let expected =
                [("CustomerID", "too_short"), ("Api-Signature", "malformed_signature"), ("Body", "malformed_json")];
            assert_eq!(violations(&report), expected.map(|(path, code)| (path.to_owned(), code)));
        }
    }
}

/// A value with nothing but its documented properties.
fn documented(mut value: Value) -> Value {
    match &mut value {
        Value::Object(object) => {
            object.retain(|name, _| properties().any(|(path, _)| split(path).1 == name));
            object.values_mut().for_each(|value| *value = documented(value.take()));
        }
        Value::Array(list) => list.iter_mut().for_each(|value| *value = documented(value.take())),
        _ => {}
    }
    value
}

/// Another byte at any offset, every ASCII one and some of the others. A body that is not JSON is malformed. In a valid
/// one, every documented property has the value that another JSON parser gives.
#[test]
fn every_single_byte() {
    let sample = body().and("Body", "x", "[{\"y\":1.5e3},null,true,\"\\u00e9é\"]").to_string();
    let mut valid = 0;
    for at in 0..sample.len() {
        let mut bytes = sample.clone().into_bytes();
        for byte in (0..=0x7f).chain((0x80..=0xff).step_by(step(9))) {
            bytes[at] = byte;
            let other = serde_json::from_slice::<Value>(&bytes);
            match (read(&bytes), other) {
                (Ok(customer), Ok(value)) => {
                    assert_eq!(serde_json::to_value(&customer).unwrap(), documented(value), "byte {byte} at {at}");
                    valid += 1;
                }
                (Ok(_), Err(error)) => panic!("byte {byte} at {at}: {error}"),
                (Err(report), value) => {
                    let malformed = violations(&report) == [("Body".to_owned(), "malformed_json")];
                    assert_eq!(malformed, value.is_err(), "byte {byte} at {at}: {report}");
                }
            }
        }
    }
    assert!(valid > 10_000, "{valid}: most changes inside of texts are valid");
}
