//! The position of a violation (S12): a body for each reason, with the text at the position.

use customer_schema::{Checked, Customer, CustomerDraft, FullName, Identity, PutCustomer, StreetAddress, Violations};

use super::bodies::body;
use crate::oracle::table;

/// Path, code, line, column and the text from there on, of each violation.
fn positions(body: &str, report: &Violations) -> Vec<(String, &'static str, usize, usize, String)> {
    let position = |violation: &customer_schema::Violation| {
        let position = violation.position().expect("the body came as bytes");
        let at = body[position.offset..].chars().take(4).collect();
        (violation.path().to_string(), violation.reason().code(), position.line, position.column, at)
    };
    report.iter().map(position).collect()
}

#[track_caller]
fn assert_positions(json: &str, expected: &[(&str, &str, usize, usize, &str)]) {
    let read = Customer::from_json(json.as_bytes()).expect_err("the body is invalid");
    let checked = Customer::check_json(json.as_bytes()).expect_err("the body is invalid");
    for report in [read, checked] {
        let found = positions(json, &report);
        let found = found.iter().map(|(path, code, line, column, at)| (&**path, *code, *line, *column, &**at));
        assert_eq!(found.collect::<Vec<_>>(), expected);
    }
}

/// Every reason of a well-formed body, over lines that end with LF and CR LF, behind tabs and characters of several
/// bytes.
#[test]
fn each_reason() {
    let json = concat!(
        "{\n",
        "\t\"FullName\": {\"FirstName\": \"\", \"LastName\": \"é€😀\", \"MiddleName\":\tnull},\r\n",
        "  \"DateOfBirth\"  :  \"2023-02-29\",\r\n",
        "\"\\u0044ateOfBirth\": 1,\n\n",
        "\"é€😀\": [[1e999]], \"Identities\": [\n",
        "{\"IssuingCountry\": \"UK\", \"IDNumber\": \"é€😀456789012345678901234567890123456789\"\n,\"IDType\":\"x\"},\n",
        "{ }, 7],\n",
        "\"PrimaryResidence\": {\"State\": \"\\u0043A\", \"PostCode\": \"\", \"Country\": \"CA\",\n\t\"City\": \"x\" }\n",
        "}\n",
    );
    assert_positions(
        json,
        &[
            ("FullName.FirstName", "too_short", 2, 28, "\"\", "),
            ("FullName.MiddleName", "wrong_type", 2, 71, "null"),
            ("DateOfBirth", "not_a_date", 3, 21, "\"202"),
            ("DateOfBirth", "duplicate", 4, 1, "\"\\u0"),
            ("Identities[0].IssuingCountry", "unknown_country", 7, 20, "\"UK\""),
            ("Identities[0].IDNumber", "too_long", 7, 38, "\"é€😀"),
            ("Identities[0].IDType", "unknown_id_type", 8, 11, "\"x\"}"),
            ("Identities[1].IssuingCountry", "required", 9, 3, "}, 7"),
            ("Identities[1].IDNumber", "required", 9, 3, "}, 7"),
            ("Identities[1].IDType", "required", 9, 3, "}, 7"),
            ("Identities[2]", "wrong_type", 9, 6, "7],\n"),
            ("PrimaryResidence.PostCode", "too_short", 10, 54, "\"\", "),
            ("PrimaryResidence.State", "unknown_state", 10, 31, "\"\\u0"),
            ("PrimaryResidence.Street", "required", 11, 14, "}\n}\n"),
        ],
    );
}

/// R21 is checked at the end of its object, so its violation may come behind one in a later line.
#[test]
fn lines_that_go_back() {
    let residence = "{\n\"State\":\"x\",\n\"Country\":\"CA\",\n\n\"Street\":\"\",\"City\":\"x\",\n\"PostCode\":7}";
    let json = body().with("PrimaryResidence", residence).and("Body", "DateOfBirth", "7").to_string();
    assert_positions(
        &json,
        &[
            ("PrimaryResidence.Street", "too_short", 5, 10, "\"\",\""),
            ("PrimaryResidence.PostCode", "wrong_type", 6, 12, "7},\""),
            ("PrimaryResidence.State", "unknown_state", 2, 9, "\"x\","),
            ("DateOfBirth", "duplicate", 6, 15, "\"Dat"),
        ],
    );
}

#[test]
fn in_one_line() {
    assert_positions(
        "{\"FullName\":7, \"FullName\":8}",
        &[
            ("FullName", "wrong_type", 1, 13, "7, \""),
            ("FullName", "duplicate", 1, 16, "\"Ful"),
            ("DateOfBirth", "required", 1, 28, "}"),
            ("Identities", "required", 1, 28, "}"),
            ("PrimaryResidence", "required", 1, 28, "}"),
        ],
    );
}

#[test]
fn the_body_as_a_whole() {
    assert_positions("\n\t [1]", &[("Body", "wrong_type", 2, 3, "[1]")]);
    let missing = table::properties_of("").filter(|row| row.required).map(|row| (row.path, "required", 2, 1, "} "));
    let missing: Vec<_> = missing.collect();
    assert_positions("{\r\n} ", &missing);
    // The line and column of the text are those of the position.
    for (json, line, column, at) in [
        ("", 1, 1, ""),
        (" \n", 2, 1, ""),
        ("{\"é\":\n tru", 2, 5, ""),
        ("{}\n {}", 2, 2, "{}"),
        ("\u{feff}{}", 1, 1, "\u{feff}{}"),
    ] {
        assert_positions(json, &[("Body", "malformed_json", line, column, at)]);
        let report = Customer::from_json(json.as_bytes()).unwrap_err();
        assert!(report.to_string().ends_with(&format!(" at line {line}, column {column}")), "{report}");
    }
}

/// A position moves with the text in front of it, and a line break behind it changes nothing.
#[test]
fn white_space_moves_it() {
    let json = body().with("PrimaryResidence.City", "7").without("PrimaryResidence.Street").to_string();
    let location = json.find("7,").expect("the city");
    // Of its codes and texts none has a brace.
    let end = location + json[location..].find('}').expect("the end of the residence");
    for (front, lines, column) in
        [("", 0, 0), ("   ", 0, 3), ("\n", 1, 0), ("\r\n\r\n ", 2, 1), ("\t\n\t", 1, 1), ("\r", 0, 1)]
    {
        let moved = format!("{front}{json}\n\n");
        let report = Customer::from_json(moved.as_bytes()).unwrap_err();
        let found = report.iter().map(|one| one.position().unwrap()).map(|one| (one.offset, one.line, one.column));
        let expected = [location, end].map(|at| (front.len() + at, lines + 1, column + at + 1));
        assert_eq!(found.collect::<Vec<_>>(), expected, "{front:?}");
    }
}

/// Path and header have no position, and neither have values that were not read from bytes.
#[test]
fn no_position() {
    let report = PutCustomer::parse("", Some(""), b"{").unwrap_err();
    let offsets: Vec<_> = report.iter().map(|one| one.position().map(|position| position.offset)).collect();
    assert_eq!(offsets, [None, None, Some(1)]);

    let draft = CustomerDraft::default().validate().unwrap_err();
    let tree = serde_json::json!({"FullName": {}, "Identities": [], "PrimaryResidence": {}});
    let checked: Checked<Customer> = serde_json::from_value(tree.clone()).unwrap();
    let checked = checked.into_result().unwrap_err();
    for report in [&draft, &checked] {
        assert!(report.iter().all(|violation| violation.position().is_none()), "{report}");
    }
    // Equality leaves the position out.
    let read = Customer::from_json(tree.to_string().as_bytes()).unwrap_err();
    assert!(read.iter().all(|violation| violation.position().is_some()));
    assert_eq!([&draft, &checked], [&read, &read]);
}

/// A part is read from its own bytes, by the same rules.
#[test]
fn parts() {
    let name = FullName::from_json(b"{\"FirstName\": 7}").unwrap_err();
    let document = Identity::from_json(b"[").unwrap_err();
    let address = StreetAddress::from_json(b"\n7").unwrap_err();
    for (report, expected) in [
        (name, vec![("FirstName", "wrong_type", 14), ("LastName", "required", 15)]),
        (document, vec![("Body", "malformed_json", 1)]),
        (address, vec![("Body", "wrong_type", 1)]),
    ] {
        let found =
            report.iter().map(|one| (one.path().to_string(), one.reason().code(), one.position().unwrap().offset));
        let found: Vec<_> = found.collect();
        assert_eq!(found.iter().map(|(path, code, at)| (&**path, *code, *at)).collect::<Vec<_>>(), expected);
    }
    let json = serde_json::to_vec(&FullName::new("Ada".parse().unwrap(), "King".parse().unwrap())).unwrap();
    assert_eq!(FullName::from_json(&json).unwrap().last_name.as_str(), "King");
    assert_eq!(FullName::check_json(&json), Ok(()));
}
