//! `Serialize` and `Deserialize` in types and formats of other crates (S1, S2, S4).

use std::collections::BTreeMap;

use ::serde::de::DeserializeOwned;
use ::serde::{Deserialize, Serialize};
use customer_schema::{Checked, Customer, ErrorBody, FullName, Identity, Region, Street2, StreetAddress};
use serde_json::{Value, json};
use serde_test::{Token, assert_ser_tokens};

use super::bodies::{Json, assert_report, assert_valid, body, locations, properties, read, split, violations};
use super::failing_writer::assert_error_is_returned;
use crate::oracle::table;

#[derive(Serialize, Deserialize, PartialEq, Debug)]
struct Envelope {
    id: u8,
    customer: Customer,
    #[serde(default)]
    former: Vec<Customer>,
    by_name: Option<BTreeMap<String, StreetAddress>>,
}

#[derive(Serialize, Deserialize, PartialEq, Debug)]
struct Flat {
    id: u8,
    #[serde(flatten)]
    customer: Customer,
}

#[derive(Serialize, Deserialize, PartialEq, Debug)]
#[serde(untagged)]
enum Either {
    Number(u8),
    Customer(Box<Customer>),
    Name(FullName),
}

#[derive(Serialize, Deserialize, PartialEq, Debug)]
#[serde(tag = "kind")]
enum Tagged {
    Customer(Customer),
    Address(StreetAddress),
}

fn customer() -> Customer {
    assert_valid(body().to_string())
}

/// A body with violations of several kinds, and the message about it.
fn invalid() -> (Json, &'static str) {
    let body = body()
        .with("FullName.FirstName", "\"\"")
        .with("FullName.MiddleName", "null")
        .with("DateOfBirth", "\"2023-02-29\"")
        .with_text("PrimaryResidence.Country", "US")
        .without("Identities[0].IDType")
        .and("Body", "FullName", "{}");
    let message = "FullName.FirstName must have at least 1 character, has 0; FullName.MiddleName must be a string or left out, is null; \
        DateOfBirth must be a day of the calendar in the form YYYY-MM-DD, from 0001-01-01 to 9999-12-31; \
        Identities[0].IDType is required; \
        PrimaryResidence.State must be the ISO 3166-2 code of a US state without its prefix, in upper case, such as NY; \
        FullName must be given only once";
    (body, message)
}

/// There and back through text, bytes, a reader and a tree.
#[track_caller]
fn assert_round_trip<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(value: &T) {
    let text = serde_json::to_string(value).unwrap();
    assert_eq!(&serde_json::from_str::<T>(&text).unwrap(), value);
    assert_eq!(&serde_json::from_slice::<T>(text.as_bytes()).unwrap(), value);
    assert_eq!(&serde_json::from_reader::<_, T>(text.as_bytes()).unwrap(), value);
    let tree = serde_json::to_value(value).unwrap();
    assert_eq!(&T::deserialize(&tree).unwrap(), value);
    assert_eq!(&serde_json::from_value::<T>(tree).unwrap(), value);
}

#[test]
fn inside_of_types_of_the_caller() {
    assert_round_trip(&customer());
    assert_round_trip(&Flat { id: 1, customer: customer() });
    assert_round_trip(&Either::Number(5));
    assert_round_trip(&Either::Customer(Box::new(customer())));
    assert_round_trip(&Either::Name(customer().full_name));
    assert_round_trip(&Tagged::Customer(customer()));
    assert_round_trip(&Tagged::Address(customer().primary_residence));
    assert_round_trip(&(customer(), [customer()], Some(customer()), None::<Customer>));
    let by_name = Some([("home".to_owned(), customer().primary_residence)].into());
    assert_round_trip(&Envelope { id: 1, customer: customer(), former: vec![customer(); 2], by_name });
}

/// Escapes, other orders and unknown properties are read by every entry point.
#[test]
fn escapes_order_and_unknown_properties() {
    let odd = body()
        .with("FullName.FirstName", "\"\\u0041da\"")
        .and("PrimaryResidence", "$serde_json::private::Number", "\"\\u0035\"")
        .and("Body", "Unknown", "[null,{\"a\":1.5}]")
        .to_string();
    let expected = read(&odd).unwrap();
    assert_eq!(serde_json::from_str::<Customer>(&odd).unwrap(), expected);
    assert_eq!(serde_json::from_reader::<_, Customer>(odd.as_bytes()).unwrap(), expected);
    let tree: Value = serde_json::from_str(&odd).unwrap();
    assert_eq!(serde_json::from_value::<Customer>(tree).unwrap(), expected);
    let flat: Flat = serde_json::from_str(&odd.replacen('{', "{\"id\":1,", 1)).unwrap();
    assert_eq!(flat.customer, expected);
    let tagged: Tagged = serde_json::from_str(&odd.replacen('{', "{\"kind\":\"Customer\",", 1)).unwrap();
    assert_eq!(tagged, Tagged::Customer(expected));
}

/// The value of an unknown property is skipped, and so is a second one of a known property. `serde_json` converts no
/// number and no string that is skipped.
#[test]
fn what_is_skipped_may_be_what_no_rust_type_holds() {
    for (path, _) in properties() {
        let (parent, name) = split(path);
        for json in ["1e999", "\"\\ud800\""] {
            let text = body().and(parent, "x", json).and(parent, name, json).to_string();
            let expected = assert_report(&text, &[(path, "duplicate")]);
            assert_eq!(
                serde_json::from_str::<Checked<Customer>>(&text).unwrap().into_result(),
                Err(expected),
                "{text}"
            );
        }
    }
}

/// A name that differs from a documented one in its last letter, or in any other, is unknown.
#[test]
fn similar_names_are_unknown() {
    for (path, is_required) in properties() {
        let (parent, name) = split(path);
        for at in 0..name.len() {
            let similar = format!("{}~{}", &name[..at], &name[at + 1..]);
            let mut body = body();
            body.properties(parent)
                .iter_mut()
                .filter(|property| property.0 == name)
                .for_each(|property| property.0 = similar.clone());
            let text = body.to_string();
            let expected = if is_required { vec![(path.to_owned(), "required")] } else { Vec::new() };
            let found = serde_json::from_str::<Checked<Customer>>(&text).unwrap().into_result();
            assert_eq!(found, read(&text), "{text}");
            assert_eq!(found.err().as_ref().map(violations).unwrap_or_default(), expected, "{text}");
        }
    }
}

/// With `arbitrary_precision`, `serde_json` hands over a number as an object with one private name. An object that has
/// this name itself is still an object.
#[test]
fn an_object_with_the_private_name_of_a_number() {
    for value in ["5", "\"5\"", "\"\\u0035\"", "null", "true", "[]", "{}", "[\"5\"]"] {
        let text = format!(r#"{{"$serde_json::private::Number":{value}}}"#);
        let read = serde_json::from_str::<Checked<Customer>>(&body().with("DateOfBirth", &text).to_string()).unwrap();
        let report = read.into_result().unwrap_err();
        assert_eq!(report.to_string(), "DateOfBirth must be a string, is an object", "{text}");
    }
}

/// The error of a format ends the reading, also in a value that is skipped.
#[test]
fn malformed_json_is_an_error() {
    for json in ["tru", "\"\\x\"", "[1,]", "{\"y\" 1}"] {
        for text in [
            body().and("Body", "x", json),
            body().and("FullName", "FirstName", json),
            body().with("FullName.FirstName", json),
            body().with("Identities[0]", json),
            body().with("DateOfBirth", &format!(r#"{{"$serde_json::private::Number":{json}}}"#)),
        ] {
            assert!(serde_json::from_str::<Checked<Customer>>(&text.to_string()).is_err(), "{text}");
        }
    }
}

/// The one message lists every violation, wherever the value is.
#[test]
fn every_violation_in_the_one_message() {
    let (invalid, message) = invalid();
    let text = invalid.to_string();
    assert_eq!(read(&text).unwrap_err().to_string(), message, "as the report has it");
    assert_eq!(serde_json::from_str::<Customer>(&text).unwrap_err().to_string(), message);
    assert_eq!(serde_json::from_reader::<_, Customer>(text.as_bytes()).unwrap_err().to_string(), message);

    // Inside of something else serde_json adds the location of the value, and nothing besides.
    let errors = [
        serde_json::from_str::<Envelope>(&format!(r#"{{"id":1,"customer":{text}}}"#)).unwrap_err(),
        serde_json::from_str::<Vec<Customer>>(&format!("[{text}]")).unwrap_err(),
        serde_json::from_str::<Flat>(&text.replacen('{', "{\"id\":1,", 1)).unwrap_err(),
    ];
    for error in errors {
        let error = error.to_string();
        let rest = error.strip_prefix(message).expect(&error);
        let location = rest.strip_prefix(" at line 1 column ").expect(&error);
        assert!(location.parse::<usize>().is_ok(), "{error}");
    }

    // A tree has no property twice.
    let tree = text.replace(",\"FullName\":{}", "");
    let tree: Value = serde_json::from_str(&tree).unwrap();
    let error = serde_json::from_value::<Customer>(tree.clone()).unwrap_err().to_string();
    let mut found: Vec<_> = error.split("; ").collect();
    let mut expected: Vec<_> = message.split("; ").filter(|violation| !violation.ends_with("once")).collect();
    found.sort_unstable();
    expected.sort_unstable();
    assert_eq!(found, expected);
    assert!(serde_json::from_value::<Either>(tree).is_err());
}

/// Parts on their own name their own properties.
#[test]
fn parts_on_their_own() {
    let error = |json: &str| serde_json::from_str::<FullName>(json).unwrap_err().to_string();
    assert_eq!(error("{}"), "FirstName is required; LastName is required");
    assert_eq!(error("[\"Ada\",\"Lovelace\"]"), "value must be an object, is an array");
    let error = serde_json::from_str::<Vec<Identity>>(r#"[{"IDType":"x"}]"#).unwrap_err().to_string();
    assert!(error.starts_with("IDType must be one of "), "{error}");
    let pair = r#"{"Street":"1 Main St","City":"x","PostCode":"x","State":"ON","Country":"US"}"#;
    let error = serde_json::from_str::<StreetAddress>(pair).unwrap_err().to_string();
    assert_eq!(error, "State must be the ISO 3166-2 code of a US state without its prefix, in upper case, such as NY");
}

/// Objects are never read from arrays, codes never from maps, and null never means absent: not in a tree either.
#[test]
fn no_kind_stands_for_another() {
    for (pointer, wrong) in [
        ("/FullName", json!(["Ada", "Lovelace", "King"])),
        ("/Identities/0", json!(["GB", "533401372", "2021-03-01", "2031-03-01", "Passport"])),
        ("/Identities/0/IDType", json!({"Passport": null})),
        ("/Identities/0/IssuedDate", json!(null)),
        ("/Identities/0/IDNumber", json!(533_401_372)),
        ("/PrimaryResidence/Country", json!({"GB": null})),
        ("/PrimaryResidence/Street2", json!(null)),
        ("/PrimaryResidence", json!(["x", "x", "x"])),
    ] {
        let mut tree: Value = serde_json::from_str(&body().to_string()).unwrap();
        *tree.pointer_mut(pointer).unwrap() = wrong;
        let error = serde_json::from_value::<Customer>(tree.clone()).unwrap_err().to_string();
        assert!(error.contains(" must be a") && !error.contains("; "), "{pointer}: {error}");
        assert!(serde_json::from_value::<Either>(tree.clone()).is_err(), "{pointer}");
        tree["kind"] = json!("Customer");
        let error = serde_json::from_value::<Tagged>(tree).unwrap_err().to_string();
        assert!(error.contains(" must be a"), "{pointer}: {error}");
    }
}

/// A customer without optional properties.
fn bare() -> Customer {
    assert_valid(table::least_body())
}

/// Formats that write the number of properties in front of an object could not read it back: they refuse.
#[test]
fn objects_have_no_length() {
    fn tokens(value: Value) -> Vec<Token> {
        let text = |text: String| Token::Str(text.leak());
        match value {
            Value::Object(properties) => {
                let begin = Token::Map { len: None };
                let properties =
                    properties.into_iter().flat_map(|(name, value)| [vec![text(name)], tokens(value)].concat());
                [begin].into_iter().chain(properties).chain([Token::MapEnd]).collect()
            }
            Value::Array(elements) => {
                let begin = Token::Seq { len: Some(elements.len()) };
                [begin].into_iter().chain(elements.into_iter().flat_map(tokens)).chain([Token::SeqEnd]).collect()
            }
            Value::String(string) => vec![text(string)],
            Value::Bool(value) => vec![Token::Bool(value)],
            other => panic!("{other}"),
        }
    }
    for customer in [customer(), bare()] {
        assert_ser_tokens(&customer, &tokens(serde_json::to_value(&customer).unwrap()));
    }
}

/// Callers sign the exact bytes: properties in the contract's order, absent optionals left out, whatever
/// came in.
#[test]
fn written_byte_for_byte() {
    let expected = table::body();
    assert_eq!(serde_json::to_string(&customer()).unwrap(), expected);
    let name = r#"{"FullName":{"FirstName":"Ada","LastName":"Lovelace","MiddleName":"King""#;
    assert!(expected.starts_with(name), "{expected}");
    let mut reversed = body();
    for path in locations("object") {
        reversed.properties(path).reverse();
    }
    assert_eq!(serde_json::to_string(&read(reversed.to_string()).unwrap()).unwrap(), expected);

    let bare = bare();
    assert_eq!(serde_json::to_string(&bare).unwrap(), table::least_body());
    assert!(bare.full_name.middle_name.is_none() && bare.primary_residence.street2.is_none());
    assert!(bare.identities[0].issued_date.is_none() && bare.identities[0].expiry_date.is_none());

    let mut american = customer();
    american.primary_residence.street2 = Some("".parse::<Street2>().unwrap());
    american.primary_residence.region = Region::new("US".parse().unwrap(), "CA").unwrap();
    american.identities.clear();
    let american = serde_json::to_string(&american).unwrap();
    assert!(american.contains(r#""Identities":[],"#) && american.contains(r#""Street2":"","City""#), "{american}");
    assert!(american.contains(r#""State":"CA","Country":"US""#), "{american}");
}

/// An error of the writer is returned, wherever it occurs.
#[test]
fn an_error_of_the_writer_is_returned() {
    #[track_caller]
    fn assert_value_error_is_returned<T: Serialize>(what: &str, value: &T) {
        assert_error_is_returned(what, |writer| serde_json::to_writer(writer, value).is_ok());
    }
    assert_value_error_is_returned("customer", &customer());
    let violations = read(invalid().0.to_string()).unwrap_err();
    assert_value_error_is_returned("violations", &violations);
    let mut body = ErrorBody::invalid_request(&violations, "i", "a");
    body.extensions.features = [("customers.put", "is disabled")].into_iter().collect();
    assert_value_error_is_returned("error body", &body);
}
