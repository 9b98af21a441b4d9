//! The keys of a server's 400, in whatever form it writes them.

use customer_schema::{ErrorBody, FieldPath, PutCustomer, UnknownPath, Violations};

use super::bodies::{LOCATIONS, Location, body};

/// Every form of a key for a path: forms of its parts, after every prefix.
fn forms(path: &str) -> Vec<String> {
    let dotted = path.replace('[', ".").replace(']', "");
    let parts: Vec<&str> = dotted.split('.').collect();
    let is_index = |part: &str| part.starts_with(|c: char| c.is_ascii_digit());
    let brackets = |quote: &str| {
        let quoted = |part: &&str| if is_index(part) { format!("[{part}]") } else { format!("[{quote}{part}{quote}]") };
        parts.iter().map(quoted).collect::<String>()
    };
    let [bare, single, double] = ["", "'", "\""].map(brackets);
    let pointer = format!("/{}", parts.join("/"));
    // Behind a prefix every part is marked off.
    let marked = [format!(".{path}"), format!(".{dotted}"), pointer.clone(), bare, single, double];
    let behind = |prefix: &str| marked.iter().map(|form| format!("{prefix}{form}")).collect::<Vec<_>>();
    let mixed = match dotted.split_once('.') {
        Some((first, others)) => format!("{first}[{}]", others.replace('.', "][")),
        None => dotted.clone(),
    };
    let alone = [path.to_owned(), dotted.clone(), mixed].into_iter().chain(marked.iter().skip(2).cloned());
    let prefixes = ["$", "#", "Body", "/Body", "$.Body", "#/Body"];
    alone.chain(prefixes.iter().flat_map(|prefix| behind(prefix))).collect()
}

#[test]
fn every_location_in_every_form() {
    for Location { path, .. } in LOCATIONS.iter().filter(|location| location.path != "Body") {
        assert_eq!(forms(path).len(), 43);
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
        ("$", "Body"),
        ("#", "Body"),
        ("$.Body", "Body"),
        ("$.FullName.FirstName", "FullName.FirstName"),
        ("#/FullName/FirstName", "FullName.FirstName"),
        ("$['FullName']['FirstName']", "FullName.FirstName"),
        ("FullName[\"FirstName\"]", "FullName.FirstName"),
        ("Identities.0.IDNumber", "Identities[0].IDNumber"),
        ("['Identities'][0].IDNumber", "Identities[0].IDNumber"),
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
fn what_means_no_location() {
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
        "#FullName",
        "$FullName",
        "$$.FullName",
        "$#/FullName",
        "$.",
        "#/",
        "$..FullName",
        "$.FullName.",
        "$.CustomerID",
        "#/Api-Signature",
        "Body$.FullName",
        "$.['FullName']",
        "['FullName",
        "['FullName'",
        "['FullName\"]",
        "[\"FullName']",
        "['FullName'x]",
        "[FullName']",
        "['']",
        "[]",
        "'FullName'",
        "FullName.'FirstName'",
        "['FullName']FirstName",
        "['FullName'].['FirstName']",
        "['FullName.FirstName']",
        "Identities['0']",
        "Identities[\"0\"].IDNumber",
        "['Body']",
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

/// Only the form of S12 is parsed.
#[test]
fn strict_paths() {
    let head = ["CustomerID", "Api-Signature"];
    for path in LOCATIONS.iter().map(|location| location.path).chain(head) {
        assert_eq!(path.parse::<FieldPath>().map(|path| path.to_string()).as_deref(), Ok(path));
        if path != "Body" {
            for form in forms(path).iter().filter(|form| *form != path) {
                assert!(form.parse::<FieldPath>().is_err(), "{form}");
            }
        }
    }
    for text in ["", "$", "#", "/Body", "Body.FullName", "value", "FullName.Title", "Identities[01]", "address.State"] {
        let error: UnknownPath = text.parse::<FieldPath>().unwrap_err();
        assert_eq!(
            error.to_string(),
            "must be the path of a documented property, such as FullName.FirstName",
            "{text}"
        );
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
        assert_eq!(path.to_string().parse(), Ok(path));
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
