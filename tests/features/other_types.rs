//! Types of values and names that JSON does not have (S18), in CBOR and `MessagePack`.

use ciborium::Value;
use customer_schema::{Checked, Customer, FirstName, JsonType, Reason, Street2, Violations};
use serde::Serialize;

use super::bodies::{LOCATIONS, Location, assert_valid, body, locations};

fn valid() -> Value {
    Value::serialized(&assert_valid(body().to_string())).unwrap()
}

fn read(value: &Value) -> Result<Customer, Violations> {
    let mut bytes = Vec::new();
    ciborium::into_writer(value, &mut bytes).unwrap();
    ciborium::from_reader::<Checked<Customer>, _>(bytes.as_slice()).unwrap().into_result()
}

/// The value at a path.
fn at<'v>(value: &'v mut Value, path: &str) -> &'v mut Value {
    if path == "Body" {
        return value;
    }
    path.split(['.', '[']).fold(value, |value, step| match value {
        Value::Map(properties) => &mut properties.iter_mut().find(|(name, _)| name.as_text() == Some(step)).unwrap().1,
        Value::Array(list) => &mut list[step.trim_end_matches(']').parse::<usize>().unwrap()],
        _ => panic!("{path}"),
    })
}

#[test]
fn types_that_json_does_not_have() {
    let text = Value::Text("GB".to_owned());
    let types = [
        (Value::Null, Some(JsonType::Null)),
        (Value::Bool(true), Some(JsonType::Boolean)),
        (Value::Float(f64::NAN), Some(JsonType::Number)),
        (Value::Float(f64::INFINITY), Some(JsonType::Number)),
        (Value::Integer(u64::MAX.into()), Some(JsonType::Number)),
        (Value::Integer((-1).into()), Some(JsonType::Number)),
        // Integers of 128 bits.
        (Value::Tag(2, Box::new(Value::Bytes(vec![255; 16]))), Some(JsonType::Number)),
        (Value::Tag(3, Box::new(Value::Bytes(vec![127; 16]))), Some(JsonType::Number)),
        (Value::Bytes(b"GB".to_vec()), None),
        // Beyond the buffer of `ciborium`.
        (Value::Bytes(vec![b'x'; 5000]), None),
        (Value::Tag(24, Box::new(text)), None),
        (Value::Tag(2, Box::new(Value::Bytes(vec![255; 40]))), None),
    ];
    for (Location { path, json_type, required, .. }, (value, found)) in
        LOCATIONS.iter().flat_map(|location| types.iter().map(move |of_type| (location, of_type)))
    {
        let expected = match *json_type {
            "object" => JsonType::Object,
            "array" => JsonType::Array,
            "string" => JsonType::String,
            "boolean" => JsonType::Boolean,
            other => panic!("{other}"),
        };
        if *found == Some(expected) {
            continue;
        }
        let mut customer = valid();
        *at(&mut customer, path) = value.clone();
        let report = read(&customer).unwrap_err();
        let [violation] = *report.iter().collect::<Vec<_>>() else { panic!("{path}: {report}") };
        let reason = Reason::WrongType { expected, found: *found, is_optional: !required };
        assert_eq!((violation.path().to_string().as_str(), violation.reason()), (*path, &reason), "{value:?}");
        assert_eq!(violation.position(), None);
    }
}

/// A name that is not text is unknown.
#[test]
fn names_that_json_does_not_have() {
    let customer = read(&valid()).unwrap();
    let names = [Value::Null, Value::Integer(0.into()), Value::Bytes(b"FullName".to_vec()), Value::Array(vec![])];
    for (path, name) in locations("object").flat_map(|path| names.iter().map(move |name| (path, name))) {
        let mut value = valid();
        let Value::Map(properties) = at(&mut value, path) else { panic!("{path}") };
        properties.insert(0, (name.clone(), Value::Bytes(vec![])));
        assert_eq!(read(&value).as_ref(), Ok(&customer), "{path}: {name:?}");
    }
}

/// `None` is null, `Some` and a newtype are read as their content, and a variant is not a JSON type.
#[test]
fn types_of_serde() {
    #[derive(Serialize)]
    struct Newtype(&'static str);
    #[derive(Serialize)]
    struct Unit;
    #[derive(Serialize)]
    enum Variant {
        Newtype(&'static str),
    }

    fn written<T: Serialize>(value: &T) -> [Result<FirstName, Violations>; 2] {
        let mut cbor = Vec::new();
        ciborium::into_writer(value, &mut cbor).unwrap();
        let message_pack = rmp_serde::to_vec(value).unwrap();
        [
            ciborium::from_reader::<Checked<FirstName>, _>(cbor.as_slice()).unwrap().into_result(),
            rmp_serde::from_slice::<Checked<FirstName>>(&message_pack).unwrap().into_result(),
        ]
    }
    #[track_caller]
    fn assert_found(read: [Result<FirstName, Violations>; 2], found: JsonType) {
        let reason = Reason::WrongType { expected: JsonType::String, found: Some(found), is_optional: false };
        for report in read.map(Result::unwrap_err) {
            assert_eq!(report.iter().map(|violation| *violation.reason()).collect::<Vec<_>>(), [reason]);
        }
    }

    let ada = "Ada".parse::<FirstName>().unwrap();
    assert_eq!(written(&Some("Ada")), [Ok(ada.clone()), Ok(ada.clone())]);
    assert_eq!(written(&Newtype("Ada")), [Ok(ada.clone()), Ok(ada)]);
    assert_found(written(&None::<&str>), JsonType::Null);
    assert_found(written(&()), JsonType::Null);
    // `MessagePack` writes a unit struct as an empty array.
    let [cbor, message_pack] = written(&Unit);
    assert!(cbor.is_err() && message_pack.is_err());
    assert_found(written(&f32::NAN), JsonType::Number);
    // Both write a variant as a map, so it is an object.
    assert_found(written(&Variant::Newtype("Ada")), JsonType::Object);
}

/// `MessagePack` has byte strings, and extensions, which come as two values: the type and its bytes.
#[test]
fn types_of_message_pack() {
    let bytes = rmp_serde::from_slice::<Checked<FirstName>>(&[0xc4, 1, b'A']).unwrap().into_result().unwrap_err();
    assert_eq!(bytes.to_string(), "Body must be a string, is of a type that JSON does not have");
    let extension = rmp_serde::from_slice::<Checked<FirstName>>(&[0xd4, 5, b'A']).unwrap().into_result().unwrap_err();
    assert_eq!(extension.to_string(), "Body must be a string, is an array");
}

/// A format that is not for people is asked for a string. Nothing of its errors passes through (S14).
#[test]
fn a_single_value_of_another_type() {
    fn cbor(bytes: &[u8]) -> String {
        ciborium::from_reader::<FirstName, _>(bytes).unwrap_err().to_string()
    }
    fn message_pack(bytes: &[u8]) -> String {
        rmp_serde::from_slice::<FirstName>(bytes).unwrap_err().to_string()
    }
    let unreadable = r#"Semantic(None, "value cannot be read as a string")"#;
    // The number 5, true, null, a byte string, an array, a map, and an end that comes too early.
    for bytes in [&[0x05][..], &[0xf5], &[0xf6], &[0x41, b'A'], &[0x80], &[0xa0], &[0x63, b'A'], &[]] {
        assert_eq!(cbor(bytes), unreadable, "{bytes:?}");
    }
    assert_eq!(cbor(&[0x60]), r#"Semantic(None, "value must have at least 1 character, has 0")"#);

    assert_eq!(message_pack(&[0x05]), "value must be a string, is a number");
    assert_eq!(message_pack(&[0xc0]), "value must be a string, is null");
    assert_eq!(message_pack(&[0xa3, b'A']), "value cannot be read as a string");
    assert_eq!(message_pack(&[0xa0]), "value must have at least 1 character, has 0");

    for bytes in [&[3, b'A'][..], &[1, 0xff], &[]] {
        let error = postcard::from_bytes::<FirstName>(bytes).unwrap_err();
        assert_eq!(error, postcard::Error::SerdeDeCustom, "{bytes:?}");
        let error = bincode::deserialize::<FirstName>(bytes).unwrap_err();
        assert_eq!(error.to_string(), "value cannot be read as a string", "{bytes:?}");
    }
}

/// `ciborium` skips a tag in front of a string that it is asked for. Where the type is asked for, it does not.
#[test]
fn a_single_value_behind_a_tag() {
    let tagged: &[u8] = &[0xd8, 24, 0x63, b'A', b'd', b'a'];
    assert_eq!(ciborium::from_reader::<FirstName, _>(tagged).unwrap().as_str(), "Ada");
    let report = ciborium::from_reader::<Checked<FirstName>, _>(tagged).unwrap().into_result().unwrap_err();
    assert_eq!(report.to_string(), "Body must be a string, is of a type that JSON does not have");
}

/// `ciborium` has a buffer of 4,096 bytes. Longer strings are read as well.
#[test]
fn a_single_value_beyond_the_buffer() {
    let street2 = "é".repeat(5000).parse::<Street2>().unwrap();
    let mut bytes = Vec::new();
    ciborium::into_writer(&street2, &mut bytes).unwrap();
    assert_eq!(ciborium::from_reader::<Street2, _>(bytes.as_slice()).unwrap(), street2);
    // Of indefinite length, in two parts.
    let parts = [0x7f, 0x62, b'A', b'd', 0x61, b'a', 0xff];
    assert_eq!(ciborium::from_reader::<FirstName, _>(parts.as_slice()).unwrap().as_str(), "Ada");
}
