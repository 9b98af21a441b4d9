//! The keys of a server's 400, in whatever form it writes them.

use customer_schema::{ErrorBody, FieldPath, PutCustomer, Violations};

use super::bodies::{PLACES, Place, body};

/// Every form in which a key may mean a path.
fn forms(path: &str) -> Vec<String> {
    let dotted = path.replace('[', ".").replace(']', "");
    let pointer = format!("/{}", dotted.replace('.', "/"));
    let bracketed = match dotted.split_once('.') {
        Some((first, others)) => format!("{first}[{}]", others.replace('.', "][")),
        None => dotted.clone(),
    };
    let plain = [path.to_owned(), dotted, bracketed];
    let prefixed = plain.iter().map(|key| format!("Body.{key}"));
    let pointers = [pointer.clone(), format!("Body{pointer}"), format!("/Body{pointer}")];
    prefixed.chain(plain.clone()).chain(pointers).collect()
}

#[test]
fn every_place_in_every_form() {
    for Place { path, .. } in PLACES.iter().filter(|place| place.path != "Body") {
        for index in ["0", "7", "10", "4294967296"] {
            let path = path.replace('0', index);
            for key in forms(&path) {
                let found = FieldPath::from_key(&key).map(|path| path.to_string());
                assert_eq!(found.as_ref(), Some(&path), "{key}");
            }
        }
    }
    for (key, path) in [
        ("", "Body"),
        ("Body", "Body"),
        ("/Body", "Body"),
        ("CustomerID", "CustomerID"),
        ("Api-Signature", "Api-Signature"),
        ("Identities/0.IDNumber", "Identities[0].IDNumber"),
        ("/Identities[0]/IDNumber", "Identities[0].IDNumber"),
        ("Body[FullName]/FirstName", "FullName.FirstName"),
    ] {
        assert_eq!(FieldPath::from_key(key).map(|path| path.to_string()).as_deref(), Some(path), "{key}");
    }
}

#[test]
fn what_means_no_place() {
    let keys = [
        "fullname",
        "FULLNAME",
        " FullName",
        "FullName ",
        "Full",
        "FullNames",
        "Title",
        "FullName.Title",
        "value",
        "FullName.FirstName.x",
        "FirstName",
        "FullName.",
        "FullName..FirstName",
        "FullName//FirstName",
        "FullName./FirstName",
        "FullName.[FirstName]",
        "FullName[FirstName]x",
        "Identities[0]IDNumber",
        ".FullName",
        "//FullName",
        "[FullName]",
        "[FullName].LastName",
        "[Body]",
        "[Body]FullName",
        "Body//FullName",
        "/",
        "//",
        ".",
        "Identities.IDNumber",
        "Identities[]",
        "Identities[-1]",
        "Identities[+1]",
        "Identities[01]",
        "Identities[0",
        "Identities[\u{661}]",
        "Identities[99999999999999999999999]",
        "Identities.0.0",
        "Identities[0].Country",
        "PrimaryResidence.IssuingCountry",
        "Body.Body",
        "BodyFullName",
        "Body.CustomerID",
        "/CustomerID",
        "/Api-Signature",
        "api-signature",
        "CustomerID.",
        "FullName~1FirstName",
        "#/FullName",
        "$.FullName",
        "[",
        "]",
        "DateOfBirth[0]",
        "\u{202e}",
        "0",
        "[0]",
    ];
    for key in keys {
        assert_eq!(FieldPath::from_key(key), None, "{key}");
    }
}

/// A path out of a key is the path of the violation, whichever form the server writes.
#[test]
fn the_way_back_from_a_report() {
    let body = body().with("FullName.LastName", "1").with("Identities", "[{}, 1]").with("PrimaryResidence", "[]");
    let reports = [
        PutCustomer::parse("", Some(""), body.to_string().as_bytes()).unwrap_err(),
        PutCustomer::parse("", Some(""), b"[]").unwrap_err(),
        PutCustomer::parse("", Some(""), b"{").unwrap_err(),
    ];
    for violation in reports.iter().flatten() {
        let path = *violation.path();
        assert_eq!(format!("{path:?}"), format!("FieldPath({path})"));
        let keys = [Some(path.to_string()), path.json_pointer()];
        for key in keys.into_iter().flatten() {
            assert_eq!(FieldPath::from_key(&key), Some(path), "{key:?}");
        }
    }
}

/// As `Extensions.Request` with the texts of the caller: all else stays (S16).
#[test]
fn a_report_in_other_words() {
    let body = body().with("FullName.FirstName", "1").and("FullName", "FirstName", "1").without("DateOfBirth");
    let report: Violations = PutCustomer::parse("c", None, body.to_string().as_bytes()).unwrap_err();
    let mut asked = Vec::new();
    let rendered = report.render(|path, reason| {
        asked.push(format!("{path} {reason}"));
        format!("{path}: {}", reason.code())
    });
    assert_eq!(asked, report.iter().map(ToString::to_string).collect::<Vec<_>>());
    let lists: Vec<_> = rendered.iter().map(|(key, texts)| (key, texts.join("|"))).collect();
    assert_eq!(
        lists,
        [
            ("FullName.FirstName", "FullName.FirstName: wrong_type|FullName.FirstName: duplicate".to_owned()),
            ("DateOfBirth", "DateOfBirth: required".to_owned()),
        ]
    );
    let english = report.render(|_, reason| reason.to_string());
    assert_eq!(english, ErrorBody::invalid_request(&report, "i", "a").extensions.request);
}
