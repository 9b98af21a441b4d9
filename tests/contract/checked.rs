//! `Checked`, and reports of parts that become one.

use ::serde::Deserialize;
use customer_schema::{
    Checked, CountryCode, Customer, CustomerId, ErrorBody, FieldPath, FirstName, FullName, Identity, PutCustomer,
    StreetAddress, Violations,
};

use super::bodies::{body, violations};

/// It reads whatever type a value has, and never fails for it.
#[test]
fn it_never_fails_for_what_a_value_is() {
    fn code<'de, T: std::fmt::Debug>(json: &'de str) -> Vec<(String, &'static str)>
    where
        Checked<T>: Deserialize<'de>,
    {
        let checked: Checked<T> = serde_json::from_str(json).expect("JSON");
        checked.as_result().err().map(violations).unwrap_or_default()
    }
    macro_rules! assert_wrong_type {
        ($json:ident $($rule:ident $Type:ident $path:literal $example:expr,)+) => {
            $(assert_wrong_type!(@$rule $Type $json);)+
        };
        (@boolean $Type:ident $json:ident) => {};
        (@$rule:ident $Type:ident $json:ident) => {
            let found = code::<customer_schema::$Type>($json);
            assert_eq!(found, [("Body".to_owned(), "wrong_type")], "{}: {}", stringify!($Type), $json);
        };
    }
    for json in ["null", "true", "7", "-0.5", "[]", "[[]]"] {
        types!(assert_wrong_type! json);
        assert_eq!(code::<Customer>(json), [("Body".to_owned(), "wrong_type")], "{json}");
    }
    assert_eq!(code::<Vec<Identity>>("[]"), []);
    let missing = ["IssuingCountry", "IDNumber", "IDType"].map(|name| (format!("[1].{name}"), "required"));
    let list = r#"[{"IssuingCountry": "GB", "IDNumber": "1", "IDType": "TaxID"}, {}]"#;
    assert_eq!(code::<Vec<Identity>>(list), missing);
    assert_eq!(code::<FirstName>("\"Ada\""), []);
    assert_eq!(code::<FirstName>("\"\""), [("Body".to_owned(), "too_short")]);
    assert_eq!(code::<CountryCode>("\"UK\""), [("Body".to_owned(), "unknown_country")]);

    // What the format cannot read is the format's own to say.
    assert!(serde_json::from_str::<Checked<FullName>>("{").is_err());
}

#[test]
fn it_holds_what_the_body_in_json_gives() {
    let bodies = [
        body().to_string(),
        "[]".to_owned(),
        body().with("FullName", "{\"FirstName\": \"\", \"FirstName\": 1}").with("Identities", "[{}]").to_string(),
    ];
    for json in bodies {
        let checked: Checked<Customer> = serde_json::from_str(&json).unwrap();
        assert_eq!(checked.into_result(), Customer::from_json(json.as_bytes()));
    }
}

#[derive(Deserialize)]
struct Company {
    name: String,
    #[serde(default)]
    address: Checked<StreetAddress>,
    managers: Vec<Checked<FullName>>,
}

/// An absent field is a violation like any other where it has a default, and an error of the format where not.
#[test]
fn an_absent_one_is_required() {
    let company: Company = serde_json::from_str(r#"{"name": "x", "managers": []}"#).unwrap();
    assert_eq!((company.name.as_str(), company.managers.len()), ("x", 0));
    let report = company.address.into_result().unwrap_err();
    assert_eq!(violations(&report), [("Body".to_owned(), "required")]);
    assert_eq!(report.under("address").to_string(), "address is required");
}

#[test]
fn reports_of_parts_become_one() {
    let json =
        r#"{"name": "x", "address": 7, "managers": [{"FirstName": "A", "LastName": "B"}, {"LastName": "\u0000"}, []]}"#;
    let company: Company = serde_json::from_str(json).unwrap();
    let managers = company.managers.into_iter().enumerate();
    let managers =
        managers.filter_map(|(index, one)| Some(one.into_result().err()?.under_index(index).under("managers")));
    let address = company.address.into_result().err().map(|report| report.under("address"));
    let report = Violations::join(address.into_iter().chain(managers)).unwrap();
    let expected = [("address", "wrong_type"), ("managers[1].FirstName", "required"), ("managers[2]", "wrong_type")];
    assert_eq!(violations(&report), expected.map(|(path, code)| (path.to_owned(), code)));
    let pointers: Vec<_> = report.iter().map(|violation| violation.path().json_pointer().unwrap()).collect();
    assert_eq!(pointers, ["/address", "/managers/1/FirstName", "/managers/2"]);
    assert_eq!(Violations::join([]), None);
}

/// Positions are those of the bytes of each part.
#[test]
fn joined_violations_keep_their_positions() {
    let reports = [&b"{\"FirstName\": 7}"[..], b"\n[]"].map(|json| FullName::from_json(json).unwrap_err());
    let offsets = |report: &Violations| report.iter().map(|one| one.position().unwrap().offset).collect::<Vec<_>>();
    let expected = reports.iter().flat_map(offsets).collect::<Vec<_>>();
    let joined = Violations::join(reports.map(|report| report.under("name"))).unwrap();
    assert_eq!(offsets(&joined), expected);
    assert_eq!(expected, [14, 15, 1]);
}

/// `CustomerID` of a request and of a value that the caller put there are one key.
#[test]
fn a_joined_report_has_each_key_once() {
    let request = PutCustomer::parse("", None, body().to_string().as_bytes()).unwrap_err();
    let value = serde_json::from_str::<Checked<CustomerId>>("7").unwrap().into_result().unwrap_err();
    let joined = Violations::join([request, value.under("CustomerID")]).unwrap();
    let reasons = "must have at least 1 character, has 0; must be a string, is a number";
    let json = serde_json::to_string(&joined).unwrap();
    assert_eq!(json.matches("\"CustomerID\"").count(), 1, "{json}");
    let extensions = ErrorBody::invalid_request(&joined, "1", PutCustomer::ACTION).extensions;
    assert_eq!(extensions.request.get("CustomerID").join("; "), reasons);
}

/// Names of the caller's that differ in the middle alone are different keys.
#[test]
fn similar_names_are_different_keys() {
    let names = ["first", "f1rst", "forst"];
    let report = FullName::from_json(b"7").unwrap_err();
    let joined = Violations::join(names.map(|name| report.clone().under(name))).unwrap();
    let request = ErrorBody::invalid_request(&joined, "1", PutCustomer::ACTION).extensions.request;
    assert_eq!(
        request.iter().map(|(key, reasons)| (key, reasons.len())).collect::<Vec<_>>(),
        names.map(|name| (name, 1))
    );
}

/// A joined report is bounded as any other (S13): the first 256 are kept, and the others are counted.
#[test]
fn a_joined_report_is_bounded() {
    let report = |violations: usize| {
        let list = format!("[{}]", vec!["0"; violations].join(","));
        Customer::from_json(body().with("Identities", &list).to_string().as_bytes()).unwrap_err()
    };
    for parts in [vec![1, 2], vec![255, 1], vec![256, 1], vec![200, 100], vec![300, 1, 2], vec![100, 300, 300], vec![1]]
    {
        let joined = Violations::join(parts.iter().map(|violations| report(*violations))).unwrap();
        let total = parts.iter().sum::<usize>();
        assert_eq!((joined.total(), joined.len(), joined.omitted()), (total, total.min(256), total - total.min(256)));
        let kept = parts.iter().flat_map(|violations| report(*violations)).take(256);
        // Of a part with more than 256, only those that it kept can be kept, so the count comes before the order.
        if parts.iter().all(|violations| *violations <= 256) {
            assert_eq!(joined.into_iter().collect::<Vec<_>>(), kept.collect::<Vec<_>>(), "{parts:?}");
        }
    }
}

/// A name of the caller's may need an escape in a pointer (RFC 6901).
#[test]
fn pointers_are_escaped() {
    let report = FullName::from_json(b"7").unwrap_err().under("a/b~c").under("d");
    let path = *report.iter().next().unwrap().path();
    assert_eq!((path.to_string().as_str(), path.json_pointer().as_deref()), ("d.a/b~c", Some("/d/a~1b~0c")));
}

/// Six steps fit. A longer path keeps its first six and says so.
#[test]
fn long_paths_are_truncated() {
    let report = |json: &[u8], names: &[&'static str]| {
        names.iter().fold(Customer::from_json(json).unwrap_err(), |report, name| report.under(name))
    };
    let one = |report: &Violations| {
        let path: FieldPath = *report.iter().next().unwrap().path();
        (path.to_string(), path.json_pointer().unwrap(), path.is_truncated())
    };
    let json = br#"{"Identities": [7]}"#;
    let cases: [(&[&'static str], &str, &str, bool); 5] = [
        (&[], "Identities[0]", "/Identities/0", false),
        (&["d", "c", "b", "a"], "a.b.c.d.Identities[0]", "/a/b/c/d/Identities/0", false),
        (&["e", "d", "c", "b", "a"], "a.b.c.d.e.Identities", "/a/b/c/d/e/Identities", true),
        (&["f", "e", "d", "c", "b", "a"], "a.b.c.d.e.f", "/a/b/c/d/e/f", true),
        (&["g", "f", "e", "d", "c", "b", "a"], "a.b.c.d.e.f", "/a/b/c/d/e/f", true),
    ];
    for (names, path, pointer, is_truncated) in cases {
        assert_eq!(one(&report(json, names)), (path.to_owned(), pointer.to_owned(), is_truncated));
    }
    // The two differ, though they read the same.
    let [short, long] = [&["f", "e", "d", "c", "b", "a"][..], &["g", "f", "e", "d", "c", "b", "a"]];
    let whole = report(b"7", short);
    assert_eq!(one(&whole), ("a.b.c.d.e.f".to_owned(), "/a/b/c/d/e/f".to_owned(), false));
    let other = report(b"7", long);
    assert_ne!(whole.iter().next().unwrap().path(), other.iter().next().unwrap().path());
    // In a map they are one key all the same (S16).
    let joined = Violations::join([whole, other]).unwrap();
    assert_eq!(serde_json::to_value(&joined).unwrap().as_object().map(serde_json::Map::len), Some(1));
}
