//! Advisories: each kind with values that raise it and values that just do not.

use customer_schema::{Advisories, AdvisoryKind, CalendarDate, Customer, Violations};

use super::bodies::{Json, body, identity, texts};

/// A path, and the code of what is found there.
type Found = (&'static str, &'static str);

const TODAY: (u16, u8, u8) = (2025, 3, 1);

fn advisories(body: &Json, (year, month, day): (u16, u8, u8)) -> Advisories {
    let customer = Customer::from_json(body.to_string().as_bytes()).expect("valid");
    customer.advisories(CalendarDate::new(year, month, day).unwrap())
}

/// The body raises exactly these advisories.
#[track_caller]
fn assert_found(body: &Json, today: (u16, u8, u8), expected: &[Found]) {
    let found = advisories(body, today);
    let found: Vec<_> = found.iter().map(|one| (one.path().to_string(), one.kind().code())).collect();
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
    let first = AdvisoryKind::RepeatedDocument { first: 1 };
    assert!(advisories(&repeated, TODAY).iter().all(|advisory| *advisory.kind() == first));

    let another =
        [("IssuingCountry", "IE"), ("IDNumber", "533401373"), ("IDType", "TaxID"), ("IDNumber", "533401372 ")];
    for (name, text) in another {
        let found = advisories(&list(&[identity(), identity().with_text(name, text)]), TODAY);
        assert!(found.iter().all(|advisory| advisory.kind().code() != "repeated_document"), "{name} {text}");
    }
}

#[test]
fn characters_in_every_text() {
    let cases: [(&str, &[&str]); 30] = [
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
        // The neighbours of the marks.
        ("a\u{61b}\u{61d}\u{200d}\u{2010}b", &[]),
        ("a\u{2065}b", &["invisible_character"]),
        ("a\u{206a}b", &["invisible_character"]),
        ("\u{feff}a", &["invisible_character"]),
        ("a\u{200b}", &["invisible_character"]),
        ("a\u{2800}", &["invisible_character"]),
        ("\u{3164}a", &["invisible_character"]),
        // Joiners and variation selectors.
        ("a\u{200c}b\u{200d}c\u{fe0f}\u{180b}\u{e0100}", &[]),
        (
            " \u{1b}\u{202e}\u{ad}",
            &["surrounding_white_space", "control_character", "direction_mark", "invisible_character"],
        ),
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
        ("placeholder_date", "is a common placeholder for an unknown date"),
        ("document_expired", "is in the past"),
        ("issued_after_expiry", "is after the date of expiry"),
        ("issued_before_birth", "is before the date of birth"),
        ("repeated_document", "is the same document as the one at index 0"),
        ("surrounding_white_space", "begins or ends with white space"),
        ("control_character", "contains a control character"),
        ("direction_mark", "contains an invisible direction mark"),
        ("invisible_character", "contains an invisible character"),
    ];
    let kinds: Vec<_> = AdvisoryKind::examples().iter().map(|kind| (kind.code(), kind.to_string())).collect();
    assert_eq!(kinds, texts.map(|(code, text)| (code, text.to_owned())));
    let body = body().with_text("FullName.FirstName", "Ada ");
    assert_eq!(advisories(&body, TODAY)[0].to_string(), "FullName.FirstName begins or ends with white space");
}

#[test]
fn placeholders_for_a_date_of_birth() {
    let cases = [
        ("1900-01-01", true),
        ("1899-12-30", true),
        ("1899-12-29", false),
        ("1899-12-31", false),
        ("1900-01-02", false),
        ("1901-01-01", false),
    ];
    for (date, is_placeholder) in cases {
        let expected: &[Found] = if is_placeholder { &[("DateOfBirth", "placeholder_date")] } else { &[] };
        assert_found(&body().with_text("DateOfBirth", date), TODAY, expected);
    }
    let both = [("DateOfBirth", "birth_long_ago"), ("DateOfBirth", "placeholder_date")];
    let body = body().with_text("DateOfBirth", "1900-01-01").with("Identities", "[]");
    assert_found(&body, (2030, 1, 2), &both);
}

/// Every character, against the properties in the tables of the regular expressions.
#[test]
fn invisible_characters() {
    let listed = regex::Regex::new(
        r"[[\p{Default_Ignorable_Code_Point}\x{2800}\x{3164}]--[\p{Bidi_Control}\p{Join_Control}\p{Variation_Selector}]]",
    )
    .unwrap();
    let is_found = |text: &str| {
        let found = advisories(&body().with_text("PrimaryResidence.Street2", text), TODAY);
        found.iter().any(|advisory| *advisory.kind() == AdvisoryKind::InvisibleCharacter)
    };
    // Many at once, and one by one where some are listed.
    let all: Vec<char> = ('\u{80}'..=char::MAX).collect();
    for part in all.chunks(250) {
        let text: String = part.iter().collect();
        let is_any = listed.is_match(&text);
        assert_eq!(is_found(&text), is_any, "from {:?}", part[0]);
        for c in part.iter().filter(|_| is_any) {
            assert_eq!(is_found(&format!("a{c}")), listed.is_match(&c.to_string()), "{c:?}");
        }
    }
}

/// Those of texts and those of dates come in one order.
#[test]
fn the_order_of_the_contract() {
    let document = identity().with_text("IDNumber", "1 ").with_text("ExpiryDate", "2022-01-01").to_string();
    let body = body()
        .with_text("FullName.LastName", "Lovelace ")
        .with_text("DateOfBirth", "1899-12-30")
        .with("Identities", &format!("[{document},{document}]"))
        .with_text("PrimaryResidence.City", " London");
    let expected = [
        ("FullName.LastName", "surrounding_white_space"),
        ("DateOfBirth", "placeholder_date"),
        ("Identities[0].IDNumber", "surrounding_white_space"),
        ("Identities[0].ExpiryDate", "document_expired"),
        ("Identities[1]", "repeated_document"),
        ("Identities[1].IDNumber", "surrounding_white_space"),
        ("Identities[1].ExpiryDate", "document_expired"),
        ("PrimaryResidence.City", "surrounding_white_space"),
    ];
    assert_found(&body, TODAY, &expected);
}

/// Documents are not compared with each other, and the advisories of a large customer are bounded.
#[test]
fn many_documents() {
    let document = identity().with_text("IDNumber", "1 ").to_string();
    let documents = vec![document; 20_000].join(",");
    let found = advisories(&body().with("Identities", &format!("[{documents}]")), TODAY);
    assert_eq!((found.len(), found.total()), (Violations::MAX_KEPT, 39_999));
    assert_eq!(found.omitted(), 39_999 - Violations::MAX_KEPT);
    let last = found.last().unwrap();
    assert_eq!((last.path().to_string().as_str(), last.kind().code()), ("Identities[128]", "repeated_document"));
    assert_eq!((&found).into_iter().count(), found.clone().into_iter().count());
}
