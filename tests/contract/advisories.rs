//! Advisories: each concern with what raises it and what only just does not.

use customer_schema::{Advisory, CalendarDate, Concern, Customer};

use super::bodies::{Json, body, identity, texts};

/// A path, and the code of what is found there.
type Found = (&'static str, &'static str);

const TODAY: (u16, u8, u8) = (2025, 3, 1);

fn advisories(body: &Json, (year, month, day): (u16, u8, u8)) -> Vec<Advisory> {
    let customer = Customer::from_json(body.to_string().as_bytes()).expect("valid");
    customer.advisories(CalendarDate::new(year, month, day).unwrap())
}

/// The body raises exactly these concerns.
#[track_caller]
fn assert_found(body: &Json, today: (u16, u8, u8), expected: &[Found]) {
    let found = advisories(body, today);
    let found: Vec<_> = found.iter().map(|one| (one.path().to_string(), one.concern().code())).collect();
    let expected: Vec<_> = expected.iter().map(|(path, code)| ((*path).to_owned(), *code)).collect();
    assert_eq!(found, expected, "{body} on {today:?}");
}

#[test]
fn nothing_about_an_ordinary_customer() {
    assert_found(&body(), TODAY, &[]);
}

#[test]
fn birth() {
    let cases = [
        ("2025-03-01", TODAY, None),
        ("2025-03-02", TODAY, Some("birth_in_future")),
        ("9999-12-31", TODAY, Some("birth_in_future")),
        ("1895-03-01", TODAY, None),
        ("1895-02-28", TODAY, Some("birth_long_ago")),
        ("0001-01-01", TODAY, Some("birth_long_ago")),
        // There is no 29 February in the 130th year.
        ("1896-02-29", (2026, 2, 28), None),
        ("1896-02-29", (2026, 3, 1), Some("birth_long_ago")),
        ("9870-01-01", (9999, 12, 31), None),
        ("9869-01-01", (9999, 1, 1), None),
        ("9869-01-01", (9999, 1, 2), Some("birth_long_ago")),
        ("9999-12-31", (1, 1, 1), Some("birth_in_future")),
    ];
    for (birth, today, code) in cases {
        let body = body().with_text("DateOfBirth", birth).with("Identities", "[]");
        assert_found(&body, today, &code.map(|code| ("DateOfBirth", code)).into_iter().collect::<Vec<_>>());
    }
}

#[test]
fn dates_of_documents() {
    let cases: [(&str, &str, &[Found]); 7] = [
        ("1985-12-10", "2025-03-01", &[]),
        ("1985-12-09", "2025-03-01", &[("Identities[0].IssuedDate", "issued_before_birth")]),
        ("1985-12-10", "2025-02-28", &[("Identities[0].ExpiryDate", "document_expired")]),
        ("2030-01-01", "2030-01-01", &[]),
        ("2030-01-02", "2030-01-01", &[("Identities[0].IssuedDate", "issued_after_expiry")]),
        (
            "1985-12-09",
            "1985-12-08",
            &[
                ("Identities[0].IssuedDate", "issued_after_expiry"),
                ("Identities[0].IssuedDate", "issued_before_birth"),
                ("Identities[0].ExpiryDate", "document_expired"),
            ],
        ),
        // A document from the future is on no list.
        ("2025-03-02", "2031-03-01", &[]),
    ];
    for (issued, expiry, expected) in cases {
        let body = body().with_text("Identities[0].IssuedDate", issued).with_text("Identities[0].ExpiryDate", expiry);
        assert_found(&body, TODAY, expected);
    }
    let undated = body().without("Identities[0].IssuedDate").without("Identities[0].ExpiryDate");
    assert_found(&undated, (9999, 12, 31), &[("DateOfBirth", "birth_long_ago")]);
}

#[test]
fn the_same_document_twice() {
    let list = |documents: &[Json]| {
        let documents: Vec<_> = documents.iter().map(ToString::to_string).collect();
        body().with("Identities", &format!("[{}]", documents.join(",")))
    };
    let other_dates = identity().without("IssuedDate").with_text("ExpiryDate", "2040-01-01");
    let repeated = list(&[identity().with_text("IDNumber", "1"), identity(), other_dates, identity()]);
    assert_found(&repeated, TODAY, &[("Identities[2]", "repeated_document"), ("Identities[3]", "repeated_document")]);
    let first = Concern::RepeatedDocument { first: 1 };
    assert!(advisories(&repeated, TODAY).iter().all(|advisory| *advisory.concern() == first));

    let another =
        [("IssuingCountry", "IE"), ("IDNumber", "533401373"), ("IDType", "TaxID"), ("IDNumber", "533401372 ")];
    for (name, text) in another {
        let found = advisories(&list(&[identity(), identity().with_text(name, text)]), TODAY);
        assert!(found.iter().all(|advisory| advisory.concern().code() != "repeated_document"), "{name} {text}");
    }
}

#[test]
fn characters_in_every_text() {
    let cases: [(&str, &[&str]); 26] = [
        ("a b", &[]),
        ("\u{e9}\u{1f600}", &[]),
        (" ab", &["surrounding_white_space"]),
        ("ab ", &["surrounding_white_space"]),
        ("  ", &["surrounding_white_space"]),
        ("ab\u{a0}", &["surrounding_white_space"]),
        ("\u{3000}ab", &["surrounding_white_space"]),
        ("a\u{a0}b", &[]),
        ("a\tb", &["control_character"]),
        ("a\u{0}b", &["control_character"]),
        ("a\u{7f}b", &["control_character"]),
        ("a\u{9f}b", &["control_character"]),
        ("ab\n", &["surrounding_white_space", "control_character"]),
        ("\u{85}ab", &["surrounding_white_space", "control_character"]),
        ("a\u{61c}", &["direction_mark"]),
        ("a\u{200e}b", &["direction_mark"]),
        ("\u{200f}b", &["direction_mark"]),
        ("a\u{202a}b", &["direction_mark"]),
        ("a\u{202e}b", &["direction_mark"]),
        ("a\u{2066}b", &["direction_mark"]),
        ("a\u{2069}b", &["direction_mark"]),
        // The neighbours of the marks, and other characters that nobody sees.
        ("a\u{61b}\u{61d}\u{200d}\u{2010}b", &[]),
        ("a\u{2065}\u{206a}b", &[]),
        ("\u{feff}a", &[]),
        ("a\u{200b}", &[]),
        (" \u{1b}\u{202e}", &["surrounding_white_space", "control_character", "direction_mark"]),
    ];
    for (path, (text, codes)) in texts().flat_map(|path| cases.map(|case| (path, case))) {
        let expected: Vec<_> = codes.iter().map(|code| (path, *code)).collect();
        assert_found(&body().with_text(path, text), TODAY, &expected);
    }
}

#[test]
fn codes_and_texts() {
    let texts = [
        ("birth_in_future", "is in the future"),
        ("birth_long_ago", "is more than 130 years ago"),
        ("document_expired", "is in the past"),
        ("issued_after_expiry", "is after the date of expiry"),
        ("issued_before_birth", "is before the date of birth"),
        ("repeated_document", "is the same document as the one at index 0"),
        ("surrounding_white_space", "begins or ends with white space"),
        ("control_character", "contains a control character"),
        ("direction_mark", "contains an invisible direction mark"),
    ];
    let concerns: Vec<_> = Concern::EXAMPLES.iter().map(|concern| (concern.code(), concern.to_string())).collect();
    assert_eq!(concerns, texts.map(|(code, text)| (code, text.to_owned())));
    let body = body().with_text("FullName.FirstName", "Ada ");
    assert_eq!(advisories(&body, TODAY)[0].to_string(), "FullName.FirstName begins or ends with white space");
}

/// A large customer is looked at in passing: no document is compared with every other.
#[test]
fn many_documents() {
    let documents = vec![identity().to_string(); 20_000].join(",");
    let found = advisories(&body().with("Identities", &format!("[{documents}]")), TODAY);
    assert_eq!(found.len(), 19_999);
}
