//! Another self-describing format: CBOR, which has kinds of values that JSON has not.

use ciborium::Value;
use customer_schema::Customer;

use super::bodies::{PLACES, assert_valid, body, places};

fn valid() -> Value {
    Value::serialized(&assert_valid(body().to_string())).unwrap()
}

fn read(value: &Value) -> Result<Customer, String> {
    let mut bytes = Vec::new();
    ciborium::into_writer(value, &mut bytes).unwrap();
    ciborium::from_reader(bytes.as_slice()).map_err(|error| match error {
        ciborium::de::Error::Semantic(_, message) => message,
        other => panic!("{other:?}"),
    })
}

/// The value at a path.
fn at<'v>(value: &'v mut Value, path: &str) -> &'v mut Value {
    if path == "Body" {
        return value;
    }
    path.split(['.', '[']).fold(value, |value, step| match value {
        Value::Map(members) => &mut members.iter_mut().find(|(name, _)| name.as_text() == Some(step)).unwrap().1,
        Value::Array(list) => &mut list[step.trim_end_matches(']').parse::<usize>().unwrap()],
        _ => panic!("{path}"),
    })
}

/// A map is written with its length first, which has to be right, whatever is left out.
#[test]
fn there_and_back() {
    for leave_out in ["", "FullName.MiddleName", "Identities[0].IssuedDate", "PrimaryResidence.Street2"] {
        let body = if leave_out.is_empty() { body() } else { body().without(leave_out) };
        let customer = assert_valid(body.to_string());
        let mut bytes = Vec::new();
        ciborium::into_writer(&customer, &mut bytes).unwrap();
        assert_eq!(ciborium::from_reader::<Customer, _>(bytes.as_slice()).unwrap(), customer, "without {leave_out:?}");
    }
}

#[test]
fn kinds_that_json_has_not() {
    let text = Value::Text("GB".to_owned());
    let kinds = [
        Value::Null,
        Value::Bool(true),
        Value::Float(f64::NAN),
        Value::Float(f64::INFINITY),
        Value::Integer(u64::MAX.into()),
        Value::Integer((-1).into()),
        Value::Bytes(b"GB".to_vec()),
        Value::Tag(24, Box::new(text)),
        Value::Tag(2, Box::new(Value::Bytes(vec![255; 16]))),
        Value::Tag(2, Box::new(Value::Bytes(vec![255; 40]))),
    ];
    for ((path, json_type, _), kind) in PLACES.iter().flat_map(|place| kinds.iter().map(move |kind| (place, kind))) {
        let mut value = valid();
        *at(&mut value, path) = kind.clone();
        let article = if *json_type == "string" { "a" } else { "an" };
        let message = format!("{} must be {article} {json_type}", path.replace("Body", "value"));
        assert_eq!(read(&value), Err(message), "{kind:?}");
    }
}

/// Names that are no texts are as unknown as others.
#[test]
fn names_that_json_has_not() {
    let customer = read(&valid()).unwrap();
    let names = [Value::Null, Value::Integer(0.into()), Value::Bytes(b"FullName".to_vec()), Value::Array(vec![])];
    for (path, name) in places("object").flat_map(|path| names.iter().map(move |name| (path, name))) {
        let mut value = valid();
        let Value::Map(members) = at(&mut value, path) else { panic!("{path}") };
        members.insert(0, (name.clone(), Value::Bytes(vec![])));
        assert_eq!(read(&value).as_ref(), Ok(&customer), "{path}: {name:?}");
    }
}
