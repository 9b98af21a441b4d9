//! The order, the limit and the renderings of a report (S10, S12, S13, S16).

use std::collections::BTreeSet;

use customer_schema::{CustomerDraft, ErrorBody, Position, PutCustomer, Reason, Violation, Violations};
use serde_json::json;
use serde_test::{Token, assert_ser_tokens};

use super::bodies::{
    Json, LOCATIONS, Location, assert_report, assert_valid, body, identity, properties, read, violations,
};
use super::failing_writer::assert_error_is_returned;

/// The body with so many identities, each without its three required properties, and one violation
/// behind them.
fn crowded(identities: usize) -> String {
    let list = format!("[{}]", vec!["{}"; identities].join(","));
    body().with("Identities", &list).with("PrimaryResidence.City", "\"\"").to_string()
}

/// A violation of each code but `malformed_json`, in path, header and body.
#[test]
fn every_code_in_one_report() {
    let text = r#"{
        "PrimaryResidence": {"State": "ON", "Country": "US", "City": null, "PostCode": "123456789012345678901", "City": "x"},
        "Identities": [
            {"IssuingCountry": "UK", "IDNumber": "1", "IDType": "passport", "IssuedDate": "2023-02-29", "ExpiryDate": "24"}
        ],
        "FullName": {"LastName": "Lovelace"}
    }"#;
    let report = PutCustomer::parse("", Some("Bearer x"), text.as_bytes()).unwrap_err();
    let expected = [
        ("CustomerID", "too_short"),
        ("Api-Signature", "malformed_signature"),
        ("PrimaryResidence.City", "wrong_type"),
        ("PrimaryResidence.PostCode", "too_long"),
        ("PrimaryResidence.City", "duplicate"),
        ("PrimaryResidence.State", "unknown_state"),
        ("PrimaryResidence.Street", "required"),
        ("Identities[0].IssuingCountry", "unknown_country"),
        ("Identities[0].IDType", "unknown_id_type"),
        ("Identities[0].IssuedDate", "not_a_date"),
        ("Identities[0].ExpiryDate", "too_short"),
        ("FullName.FirstName", "required"),
        ("DateOfBirth", "required"),
    ];
    assert_eq!(violations(&report), expected.map(|(path, code)| (path.to_owned(), code)));
    // The body's part of it is what the body alone gives.
    assert_report(text, &expected[2..]);

    let distinct: BTreeSet<_> = expected.iter().map(|(_, code)| code).collect();
    assert_eq!(distinct.len(), 10);
}

/// A body that is not well-formed hides the other violations of the body, and nothing else.
#[test]
fn a_malformed_body_between_other_violations() {
    let body = crowded(300).replace("\"\"", "\"");
    let report = PutCustomer::parse(&"x".repeat(37), Some(""), body.as_bytes()).unwrap_err();
    let expected = [("CustomerID", "too_long"), ("Api-Signature", "malformed_signature"), ("Body", "malformed_json")];
    assert_eq!(violations(&report), expected.map(|(path, code)| (path.to_owned(), code)));
    assert_eq!(report.omitted(), 0, "nothing counts as left out");
}

#[test]
fn path_and_header_come_first_and_hide_nothing() {
    let wrong = body().without("DateOfBirth").to_string();
    for (id, signature, head) in [
        ("", None, vec!["CustomerID"]),
        ("c", Some("x"), vec!["Api-Signature"]),
        ("", Some("x"), vec!["CustomerID", "Api-Signature"]),
    ] {
        let paths =
            |report: &Violations| report.iter().map(|violation| violation.path().to_string()).collect::<Vec<_>>();
        let alone = PutCustomer::parse(id, signature, body().to_string().as_bytes()).unwrap_err();
        assert_eq!(paths(&alone), head);
        let both = PutCustomer::parse(id, signature, wrong.as_bytes()).unwrap_err();
        assert_eq!(paths(&both), [head, vec!["DateOfBirth"]].concat());
    }
}

/// At most 256 are kept, and the rest is counted exactly.
#[test]
fn a_report_is_cut_at_256() {
    for (identities, kept, omitted) in
        [(84, 253, 0), (85, 256, 0), (86, 256, 3), (300, 256, 645), (100_000, 256, 299_745)]
    {
        let report = read(crowded(identities)).unwrap_err();
        assert_eq!((report.len(), report.omitted()), (kept, omitted), "{identities} identities");
        assert_eq!(report.iter().count(), kept);
        let last = violations(&report).pop().unwrap();
        let city = ("PrimaryResidence.City".to_owned(), "too_short");
        assert_eq!(last == city, omitted == 0, "{last:?}: the last violation is the first to be left out");
    }
    // Path and header count too.
    let report = PutCustomer::parse("", Some(""), crowded(85).as_bytes()).unwrap_err();
    assert_eq!((report.len(), report.omitted()), (256, 2));
    assert_eq!(violations(&report)[255], ("Identities[84].IDNumber".to_owned(), "required"));
}

/// A number beyond the range of a double is a wrong type like any other, and changes no other count.
#[test]
fn a_large_number_is_counted_once() {
    for (identities, kept, omitted) in [(2, 9, 0), (300, 256, 647)] {
        let body = crowded(identities).replace("\"12 St James's Square\"", "1e999");
        let report = PutCustomer::parse("", None, body.as_bytes()).unwrap_err();
        assert_eq!((report.len(), report.omitted()), (kept, omitted), "{identities} identities");
    }
}

#[test]
fn doubled_ones_are_counted_once_however_often() {
    let mut crowd = body();
    for _ in 0..1_000 {
        crowd = crowd.and("Body", "DateOfBirth", "5").and("FullName", "FirstName", "[]");
    }
    assert_report(crowd.to_string(), &[("FullName.FirstName", "duplicate"), ("DateOfBirth", "duplicate")]);
}

/// Each location as a path (S12) and as a JSON Pointer (RFC 6901), which leads to the value.
#[test]
fn paths_and_pointers() {
    for &Location { path, json_type, .. } in &*LOCATIONS {
        let wrong = if json_type == "array" { "{}" } else { "[]" };
        let wrong = body().with(path, wrong).to_string();
        let report = assert_report(&wrong, &[(path, "wrong_type")]);
        let pointer = report.iter().next().unwrap().path().json_pointer().unwrap();
        let expected = path.replace("Body", "").replace(['.', '['], "/").replace(']', "");
        let expected = if expected.is_empty() { expected } else { format!("/{expected}") };
        assert_eq!(pointer, expected);
        let value: serde_json::Value = serde_json::from_str(&wrong).unwrap();
        let found = value.pointer(&pointer).unwrap();
        assert!(
            found.as_array().is_some_and(Vec::is_empty) || found.as_object().is_some_and(serde_json::Map::is_empty)
        );
    }
    for (path, _) in properties().filter(|(_, required)| *required) {
        let report = read(body().without(path).to_string()).unwrap_err();
        let pointer = report.iter().next().unwrap().path().json_pointer().unwrap();
        assert_eq!(pointer, format!("/{}", path.replace(['.', '['], "/").replace(']', "")), "where it would be");
    }
    let report = PutCustomer::parse("", Some(""), b"").unwrap_err();
    let pointers: Vec<_> = report.iter().map(|violation| violation.path().json_pointer()).collect();
    assert_eq!(pointers, [None, None, Some(String::new())]);

    let list = format!("[{}null]", "{},".repeat(12));
    let report = read(body().with("Identities", &list).to_string()).unwrap_err();
    let path = report.iter().last().unwrap().path();
    assert_eq!((path.to_string().as_str(), path.json_pointer().as_deref()), ("Identities[12]", Some("/Identities/12")));
}

/// Each path once, where it first was, with all its reasons in order (S16); every rendering agrees.
#[test]
fn reasons_by_path() {
    let text = body()
        .with("FullName.FirstName", "\"\"")
        .with("DateOfBirth", "\"x\"")
        .and("FullName", "LastName", "1")
        .and("FullName", "FirstName", "1")
        .to_string();
    let report = assert_report(
        text,
        &[
            ("FullName.FirstName", "too_short"),
            ("FullName.LastName", "duplicate"),
            ("FullName.FirstName", "duplicate"),
            ("DateOfBirth", "too_short"),
        ],
    );
    let map = concat!(
        r#"{"FullName.FirstName":["must have at least 1 character, has 0","must be given only once"],"#,
        r#""FullName.LastName":["must be given only once"],"#,
        r#""DateOfBirth":["must have 10 characters in the form YYYY-MM-DD, has 1"]}"#
    );
    assert_eq!(serde_json::to_string(&report).unwrap(), map);
    let error_body = ErrorBody::invalid_request(&report, "i", "a");
    assert_eq!(serde_json::to_string(&error_body.extensions.request).unwrap(), map);
    assert_eq!(serde_json::to_string(&error_body.extensions).unwrap(), format!("{{\"Request\":{map}}}"));
}

/// The counts and the iterators of a report.
#[test]
fn a_report_as_a_list() {
    let report = read("{}").unwrap_err();
    assert_eq!((report.len(), report.is_empty(), report.omitted()), (4, false, 0));
    assert_eq!((&report).into_iter().collect::<Vec<_>>(), report.iter().collect::<Vec<_>>());
    assert!(report.clone().into_iter().eq(report.iter().copied()));
    assert_eq!(report.iter().rev().len(), 4);
    assert!(report.iter().all(|violation| *violation.reason() == Reason::Required));
    let boxed: Box<dyn std::error::Error + Send + Sync> = Box::new(report.clone());
    assert_eq!(boxed.to_string(), report.to_string());
    assert_eq!(Violations::MAX_KEPT, 256);
}

/// A violation on its own, for programs: a list of them has codes and positions, which the map does not have.
#[test]
fn a_violation_as_json() {
    let body = "{\n \"FullName\": {\"FirstName\": \"\"},\n \"DateOfBirth\": 5, \"Identities\": [{}]}";
    let report = PutCustomer::parse("", Some("x"), body.as_bytes()).unwrap_err();
    for violation in &report {
        let mut expected = serde_json::Map::new();
        expected.insert("path".to_owned(), violation.path().to_string().into());
        expected.extend(violation.path().json_pointer().map(|pointer| ("pointer".to_owned(), pointer.into())));
        expected.insert("code".to_owned(), violation.reason().code().into());
        expected.insert("message".to_owned(), violation.reason().to_string().into());
        expected.extend(violation.position().map(|position| {
            let Position { offset, line, column, .. } = position;
            ("position".to_owned(), json!({"offset": offset, "line": line, "column": column}))
        }));
        // As texts, since the order counts.
        assert_eq!(serde_json::to_string(violation).unwrap(), serde_json::to_string(&expected).unwrap());
    }
    let names = |violation: &Violation| {
        let map = serde_json::to_value(violation).unwrap();
        map.as_object().unwrap().keys().cloned().collect::<Vec<_>>()
    };
    let [id, signature, first_name, ..] = &*report.iter().collect::<Vec<_>>() else { panic!("{report}") };
    for violation in [id, signature] {
        assert_eq!(names(violation), ["path", "code", "message"], "{violation}");
    }
    assert_eq!(names(first_name), ["path", "pointer", "code", "message", "position"]);
    assert_eq!(
        serde_json::to_string(first_name).unwrap(),
        concat!(
            r#"{"path":"FullName.FirstName","pointer":"/FullName/FirstName","code":"too_short","#,
            r#""message":"must have at least 1 character, has 0","position":{"offset":29,"line":2,"column":28}}"#
        )
    );
    let draft = CustomerDraft::default().validate().unwrap_err();
    assert!(draft.iter().all(|violation| names(violation) == ["path", "pointer", "code", "message"]), "{draft}");

    // Formats that need the length of a map first get it.
    let tokens = [
        Token::Map { len: Some(3) },
        Token::Str("path"),
        Token::Str("CustomerID"),
        Token::Str("code"),
        Token::Str("too_short"),
        Token::Str("message"),
        Token::Str("must have at least 1 character, has 0"),
        Token::MapEnd,
    ];
    assert_ser_tokens(id, &tokens);
    let mut tokens = vec![Token::Map { len: Some(5) }];
    let texts = [
        ["path", "FullName.FirstName"],
        ["pointer", "/FullName/FirstName"],
        ["code", "too_short"],
        ["message", "must have at least 1 character, has 0"],
    ];
    tokens.extend(texts.as_flattened().iter().map(|text| Token::Str(text)));
    tokens.extend([Token::Str("position"), Token::Map { len: Some(3) }]);
    tokens.extend(
        [("offset", 29), ("line", 2), ("column", 28)]
            .into_iter()
            .flat_map(|(name, number)| [Token::Str(name), Token::U64(number)]),
    );
    tokens.extend([Token::MapEnd, Token::MapEnd]);
    assert_ser_tokens(first_name, &tokens);
    assert_error_is_returned("a violation", |writer| serde_json::to_writer(writer, first_name).is_ok());
}

fn numbered_identity(number: &str) -> Json {
    let mut identity = identity();
    *identity.at("IDNumber") = Json::text(number);
    identity
}

/// The list has no maximum, may be empty (R9), and keeps its order.
#[test]
fn a_long_list_of_valid_identities() {
    let numbers: Vec<String> = (0..1_000).map(|number| number.to_string()).collect();
    let mut many = body();
    *many.at("Identities") = Json::Array(numbers.iter().map(|number| numbered_identity(number)).collect());
    let customer = assert_valid(many.to_string());
    assert!(customer.identities.iter().map(|identity| identity.id_number.as_str()).eq(&numbers));

    let invalid = many.with("Identities[999].IDType", "\"\"").to_string();
    assert_report(invalid, &[("Identities[999].IDType", "unknown_id_type")]);
    assert!(assert_valid(body().with("Identities", "[]").to_string()).identities.is_empty());
}

/// A full report of paths with two violations each, which are far from each other in some bodies and next to each other
/// in others: every path is one key (S16).
#[test]
fn each_path_is_one_key() {
    let near = r#"{"IDNumber":"","IDNumber":0,"IssuingCountry":"GB","IDType":"","IDType":0}"#;
    let far = r#"{"IDNumber":"","IDType":"","IssuingCountry":"GB","IDType":0,"IDNumber":0}"#;
    for identity in [near, far] {
        let list = format!("[{}]", vec![identity; 64].join(","));
        let report = read(body().with("Identities", &list).to_string()).unwrap_err();
        assert_eq!(report.len(), 256);
        let json = serde_json::to_string(&report).unwrap();
        for (index, name) in (0..64).flat_map(|index| [(index, "IDNumber"), (index, "IDType")]) {
            let key = format!("\"Identities[{index}].{name}\":[");
            assert_eq!(json.matches(&key).count(), 1, "{key}: {json}");
        }
        let request = ErrorBody::invalid_request(&report, "1", "PutCustomer").extensions.request;
        assert!(request.len() == 128 && request.iter().all(|(_, reasons)| reasons.len() == 2), "{request:?}");
    }
}
