//! Every kind of JSON value in every documented location. A wrong kind is one `wrong_type` and no more.
//!
//! This holds whichever features of `serde_json` another crate of the program turns on.

use ::serde::Deserialize;
use customer_schema::{Checked, Customer, JsonType, Reason};
use serde_json::Value;

use super::bodies::{Json, LOCATIONS, Location, assert_report, assert_skipped, assert_valid, body, locations, missing};
use crate::oracle::{self, table::limits};

/// The name with which `serde_json` gives numbers if `arbitrary_precision` is on.
pub(super) const NUMBER: &str = "$serde_json::private::Number";
const RAW: &str = "$serde_json::private::RawValue";
/// Values of a property with such a name.
const PRIVATE: [&str; 6] = ["\"5\"", "\"\\u0035\"", "5", "null", "{}", "[1e5]"];

/// Values of every kind but strings, with their JSON type.
fn kinds() -> Vec<(&'static str, String)> {
    let number = |json: &str| ("number", json.to_owned());
    let array = |json: &str| ("array", json.to_owned());
    let object = |json: &str| ("object", json.to_owned());
    let digits = "9".repeat(400);
    vec![
        ("null", "null".to_owned()),
        ("boolean", "true".to_owned()),
        ("boolean", "false".to_owned()),
        number("0"),
        number("-0"),
        number("-1"),
        number("1.5"),
        number("1E-5"),
        number("1e-999"),
        number("18446744073709551615"),
        number("18446744073709551616"),
        number("-9223372036854775809"),
        number("340282366920938463463374607431768211456"),
        // Well-formed, and beyond a double's range.
        number("1e999"),
        number("-1e999"),
        number("1.5E+400"),
        number(&digits),
        number(&format!("-{digits}.{digits}")),
        array("[]"),
        array("[[]]"),
        array("[\"Ada\",\"King\",\"Lovelace\"]"),
        array("[[[{\"a\":[null,1,\"x\"]}]]]"),
        array("[1,2.5,true,null,{}]"),
        object("{}"),
        object("{\"Passport\":null}"),
        object("{\"US\":{\"a\":[1,{}]}}"),
        object("{\"value\":\"GB\"}"),
        object(&format!("{{\"{NUMBER}\":\"5\"}}")),
        object(&format!("{{\"{RAW}\":\"5\"}}")),
    ]
}

fn json_type(name: &str) -> JsonType {
    let all =
        [JsonType::String, JsonType::Object, JsonType::Array, JsonType::Number, JsonType::Boolean, JsonType::Null];
    all.into_iter().find(|known| known.as_str() == name).unwrap()
}

fn wrong_type(expected: &str, found: &str, is_optional: bool) -> Reason {
    Reason::WrongType { expected: json_type(expected), found: Some(json_type(found)), is_optional }
}

/// Whether no double can hold a number, so that only the entry points for bytes recognise it as a number.
fn is_beyond_a_double(json: &str) -> bool {
    json.parse::<f64>().is_ok_and(f64::is_infinite)
}

#[test]
fn a_wrong_kind_is_one_wrong_type() {
    for &Location { path, json_type, required, .. } in &*LOCATIONS {
        for (found, json) in kinds().into_iter().filter(|kind| kind.0 != json_type) {
            let reason = wrong_type(json_type, found, !required);
            // In the US, a country of a wrong kind also frees the state (S8).
            for country in ["GB", "US"] {
                let state = if country == "US" { "CA" } else { "England" };
                let body = body().with_text("PrimaryResidence.Country", country);
                let body = body.with_text("PrimaryResidence.State", state).with(path, &json).to_string();
                let report = assert_report(&body, &[(path, "wrong_type")]);
                assert_eq!(report.iter().next().unwrap().reason(), &reason, "{body}");

                if !is_beyond_a_double(&json) {
                    let message = format!("{} {}", path.replace("Body", "value"), reason);
                    assert_message(&body, &message);
                }
            }
        }
    }
}

#[derive(Deserialize, Debug)]
#[serde(tag = "kind")]
enum Tagged {
    Customer(#[allow(dead_code, reason = "only what is refused matters")] Customer),
}

#[derive(Deserialize)]
struct Flat {
    #[serde(flatten)]
    customer: Checked<Customer>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Untagged {
    Customer(Checked<Customer>),
}

/// `Deserialize` gives this message for every source. Serde buffers the value for some types of the caller around it,
/// and then gives it in another way.
#[track_caller]
fn assert_message(body: &str, message: &str) {
    let mut errors = vec![
        serde_json::from_str::<Customer>(body).unwrap_err(),
        serde_json::from_reader::<_, Customer>(body.as_bytes()).unwrap_err(),
    ];
    let tree: Value = serde_json::from_str(body).unwrap();
    // Where `arbitrary_precision` or `raw_value` is on, a tree has another value in place of an object with such a
    // name.
    let written = tree.to_string();
    if [NUMBER, RAW].iter().all(|name| body.contains(name) == written.contains(name)) {
        errors.push(Customer::deserialize(&tree).unwrap_err());
        errors.push(serde_json::from_value::<Customer>(tree).unwrap_err());
    }
    for error in errors {
        assert_eq!(error.to_string(), message, "{body}");
    }

    if body.starts_with("{\"FullName\"") {
        let tagged = body.replacen('{', "{\"kind\":\"Customer\",", 1);
        assert_eq!(serde_json::from_str::<Tagged>(&tagged).unwrap_err().to_string(), message, "{body}");
        let Flat { customer: flat } = serde_json::from_str(body).unwrap();
        let Untagged::Customer(untagged) = serde_json::from_str(body).unwrap();
        for checked in [flat, untagged] {
            assert_eq!(checked.into_result().unwrap_err().to_string(), message, "{body}");
        }
    }
}

/// A string is of a wrong kind where an object or array is expected. Where a string is expected, the rule of that location
/// decides.
#[test]
fn a_string_is_its_own_violation() {
    for &Location { path, rule, .. } in &*LOCATIONS {
        for json in ["\"5\"", "\"\\u0035\""] {
            let body = body().with(path, json).to_string();
            match oracle::text(rule, "5") {
                Some(code) => _ = assert_report(body, &[(path, code)]),
                None => _ = assert_valid(body),
            }
        }
    }
}

/// An object is read as an object, whatever the names of its properties are. Only missing properties are reported.
#[test]
fn an_object_without_documented_properties_lacks_them() {
    for path in locations("object") {
        for (_, json) in kinds().into_iter().filter(|kind| kind.0 == "object") {
            assert_report(body().with(path, &json).to_string(), &missing(path));
        }
    }
}

/// A property with the private name of a number is an unknown property like any other.
#[test]
fn a_property_with_a_private_name_is_unknown() {
    let expected = assert_valid(body().to_string());
    for (path, name) in locations("object").flat_map(|path| [NUMBER, RAW].map(|name| (path, name))) {
        for value in PRIVATE {
            let last = body().and(path, name, value);
            let mut first = body();
            first.properties(path).insert(0, (name.to_owned(), Json::raw(value)));
            let twice = last.clone().and(path, name, value);
            for body in [last, first, twice] {
                assert_eq!(assert_valid(body.to_string()), expected, "{body}");
            }
        }
    }
}

/// An object with only this property is not a number either.
#[test]
fn a_private_name_alone_is_an_object_without_properties() {
    for name in [NUMBER, RAW] {
        for value in PRIVATE {
            let body = body().with("FullName", &format!("{{\"{name}\":{value}}}"));
            assert_report(body.to_string(), &missing("FullName"));
        }
    }
}

#[test]
fn every_kind_as_an_element() {
    let expected = ["Identities[0]", "Identities[1]", "Identities[2]"].map(|path| (path, "wrong_type"));
    for (_, json) in kinds().into_iter().filter(|kind| kind.0 != "object") {
        let body = body().with("Identities", &format!("[{json},\"x\",{json}]"));
        assert_report(body.to_string(), &expected);
    }
}

/// A number beyond a double's range is a wrong type like any other: it hides no other violation, no violation before it
/// is reported twice, and digits in a string are not a number.
#[test]
fn numbers_beyond_a_double_hide_and_change_nothing() {
    for (_, number) in kinds().iter().filter(|kind| is_beyond_a_double(&kind.1)) {
        // One character more than the limit.
        let too_long = |path: &str, text: &str| text.chars().cycle().take(limits(path).1 + 1).collect::<String>();
        let first_name = too_long("FullName.FirstName", "1e9");
        let invalid = body()
            .with("FullName.FirstName", &format!(r#""{first_name} \" -5 \\""#))
            .with("FullName.LastName", number)
            .with("FullName.MiddleName", r#""\\\"7\\""#)
            .with("Identities[0].IDNumber", &format!("\"{}\"", too_long("Identities[].IDNumber", "1e9")))
            .with("Identities[0].IssuedDate", number)
            .and("PrimaryResidence", "City", "5");
        let expected = [
            ("FullName.FirstName", "too_long"),
            ("FullName.LastName", "wrong_type"),
            ("Identities[0].IDNumber", "too_long"),
            ("Identities[0].IssuedDate", "wrong_type"),
            ("PrimaryResidence.City", "duplicate"),
        ];
        let report = assert_report(invalid.to_string(), &expected);
        let reason = |max, more| Reason::TooLong { max, actual: max + 1 + more, form: None };
        let found: Vec<_> = report.iter().map(|violation| *violation.reason()).collect();
        assert_eq!(found[0], reason(limits("FullName.FirstName").1, r#" " -5 \"#.len()));
        assert_eq!(found[2], reason(limits("Identities[].IDNumber").1, 0));

        // A value that no rule is about is held to the grammar alone (S5).
        let skipped = [
            (body().and("FullName", "Unknown", number), None),
            (body().and("Body", "DateOfBirth", number), Some(("DateOfBirth", "duplicate"))),
            (body().with("DateOfBirth", &format!("[{number}]")), Some(("DateOfBirth", "wrong_type"))),
        ];
        for (body, otherwise) in skipped {
            assert_skipped(body.to_string(), otherwise);
        }
    }
}
