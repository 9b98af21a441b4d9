//! The allocations of reading, counted for the calling thread alone.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use allocation_counter::{AllocationInfo, measure};
use customer_schema::{ApiSignature, Customer, CustomerId, FirstName, Street2, Violations};

/// The documents of the comparison with other libraries.
#[path = "../benches/compare/documents.rs"]
#[expect(unreachable_pub, reason = "its items are public in the package it belongs to")]
mod documents;
#[path = "table/mod.rs"]
mod table;

const MEBIBYTE: usize = 1 << 20;

/// A valid body without escapes and unknown properties, with a text of choice in two of its places.
fn body(first_name: &str, street2: &str) -> String {
    format!(
        r#"{{
            "FullName": {{"FirstName": "{first_name}", "LastName": "Lovelace", "MiddleName": "King"}},
            "DateOfBirth": "1985-12-10",
            "Identities": [
                {{"IssuingCountry": "GB", "IDNumber": "533401372", "IssuedDate": "2021-03-01", "IDType": "Passport"}},
                {{"IssuingCountry": "FR", "IDNumber": "12AB34567", "ExpiryDate": "2031-03-01", "IDType": "TaxID"}}
            ],
            "PrimaryResidence": {{
                "Street": "12 St James's Square", "Street2": "{street2}", "City": "London", "PostCode": "SW1Y 4LB",
                "State": "Île-de-France, as long as a text has to be to be kept outside of its own place", "Country": "FR"
            }}
        }}"#
    )
}

/// The same JSON, with each character of its strings as an escape.
fn escaped(json: &str) -> String {
    let mut is_inside = false;
    json.chars().fold(String::new(), |text, c| {
        is_inside ^= c == '"';
        if is_inside && c != '"' {
            text + &format!("\\u{:04x}", u32::from(c))
        } else {
            text + c.encode_utf8(&mut [0; 4])
        }
    })
}

fn counted<T>(run: impl FnOnce() -> T) -> (T, AllocationInfo) {
    let mut result = None;
    let info = measure(|| result = Some(run()));
    (result.unwrap(), info)
}

/// The other tests depend on it.
#[test]
fn the_counter_counts() {
    let (text, info) = counted(|| "x".repeat(MEBIBYTE));
    assert_eq!((text.len(), info.count_total, info.bytes_total), (MEBIBYTE, 1, MEBIBYTE as u64));
}

#[test]
fn a_long_first_name_is_not_copied() {
    let body = body(&"é".repeat(MEBIBYTE / 2), "Flat 3");
    for read in [|body: &[u8]| Customer::from_json(body).map(drop), Customer::check_json] {
        let (report, info) = counted(|| read(body.as_bytes()).unwrap_err());
        let (_, max) = table::limits("FullName.FirstName");
        assert_eq!(report.to_string(), format!("FullName.FirstName must have at most {max} characters, has 524288"));
        assert!(info.bytes_total < 16 * 1024, "{info:?}");
    }
}

/// A text that is skipped is not copied either, nor one that is of a wrong type for its place.
#[test]
fn what_is_skipped_is_not_copied() {
    let long = format!("\"{}\"", "x".repeat(MEBIBYTE));
    let valid = body("Ada", "Flat 3");
    let doubled = valid.replacen("\"LastName\"", &format!("\"FirstName\": {long}, \"LastName\""), 1);
    let misplaced = valid.replacen("\"DateOfBirth\"", &format!("\"DateOfBirth\": [{long}], \"Unknown\""), 1);
    let unknown = valid.replacen("\"DateOfBirth\"", &format!("{long}: {long}, \"DateOfBirth\""), 1);
    for (body, violations) in [(doubled, 1), (misplaced, 1), (unknown, 0)] {
        let (result, info) = counted(|| Customer::from_json(body.as_bytes()));
        assert_eq!(result.map_or_else(|report| report.len(), |_| 0), violations);
        assert!(info.bytes_total < 16 * 1024, "{info:?}");
    }
}

/// A text of the customer is copied once.
#[test]
fn a_long_text_that_is_kept_is_copied_once() {
    let body = body("Ada", &"x".repeat(MEBIBYTE));
    let (customer, info) = counted(|| Customer::from_json(body.as_bytes()).unwrap());
    assert_eq!(customer.primary_residence.street2.unwrap().as_str().len(), MEBIBYTE);
    let rest = info.bytes_total - MEBIBYTE as u64;
    assert!(rest < 16 * 1024, "{info:?}");
}

/// A `String` becomes the text: its buffer is kept, and a short text needs none. Of an invalid one nothing is copied.
#[test]
fn a_string_is_not_copied() {
    let long = "x".repeat(MEBIBYTE);
    let buffer = long.as_ptr();
    let (text, info) = counted(|| Street2::try_from(long).unwrap());
    assert_eq!((text.as_str().as_ptr(), info.count_total), (buffer, 0));
    let (long, info) = counted(|| text.into_string());
    assert_eq!((long.as_ptr(), long.len(), info.count_total), (buffer, MEBIBYTE, 0));

    let (reason, info) = counted(|| FirstName::try_from(long).unwrap_err());
    assert_eq!((reason.code(), info.count_total), ("too_long", 0));

    let id = "x".repeat(36);
    let (id, info) = counted(|| CustomerId::try_from(id).unwrap());
    assert_eq!((id.as_str().len(), info.count_total), (36, 0));

    let short = "Ada".to_owned();
    let (name, info) = counted(|| FirstName::try_from(short).unwrap());
    assert_eq!((name.as_str(), info.count_total), ("Ada", 0));

    let signature = format!("eyJhbGciOiJFUzI1NiJ9.e30.{}", "c2ln".repeat(MEBIBYTE / 4));
    let buffer = signature.as_ptr();
    let (signature, info) = counted(|| ApiSignature::try_from(signature).unwrap());
    assert_eq!(signature.as_str().as_ptr(), buffer);
    // The three segments are decoded to be checked.
    assert!(info.bytes_total < MEBIBYTE as u64, "{info:?}");
}

#[test]
fn checking_a_valid_body_allocates_nothing() {
    let document = r#"{"IssuingCountry": "GB", "IDNumber": "533401372", "IDType": "Passport"}, "#;
    let many = body("Ada", "Flat 3").replacen('[', &["[", &document.repeat(10_000)].concat(), 1);
    let escaped = escaped(&body("Ada", "Flat 3"));
    for body in [body("Ada", "Flat 3"), body("é€😀", &"x".repeat(MEBIBYTE)), many, escaped] {
        let (result, info) = counted(|| Customer::check_json(body.as_bytes()));
        assert_eq!((result, info.count_total), (Ok(()), 0));
    }
}

/// Through serde the whole value is recorded first: 8 bytes for a value, 8 more for an object or array that is not empty,
/// and a reference to each text. The buffers double, so at most three times as much is held while they grow.
#[test]
fn a_recorded_value_is_small() {
    let size = |count: usize| documents::identities(count).into_bytes();
    for count in [1, 100, 10_000] {
        let body = size(count);
        let (customer, reading) = counted(|| serde_json::from_slice::<Customer>(&body).unwrap());
        let (_, building) = counted(|| Customer::from_json(&body).unwrap());
        assert_eq!(customer.identities.len(), count);
        // Five texts in an identity, ten in the rest; four objects and arrays around them.
        let (texts, containers) = (5 * count as u64 + 10, count as u64 + 4);
        let recorded = (texts + 2 * containers) * 8 + texts * 16;
        assert!(reading.bytes_max <= building.bytes_max + 3 * recorded + 1024, "{count}: {reading:?} {building:?}");
    }
}

/// A report is bounded, and so is its cost, however many violations there are.
#[test]
fn a_report_takes_no_more_for_more_violations() {
    let invalid = |identities: usize| format!(r#"{{"Identities":[{}]}}"#, vec!["{}"; identities].join(","));
    let [some, many] = [1_000, 100_000].map(invalid);
    let cost = |body: &str| counted(|| Customer::check_json(body.as_bytes()).unwrap_err()).1.bytes_total;
    assert_eq!(cost(&some), cost(&many));
}

/// The greatest number of allocations for each body of the comparison: to read it into a customer, and to check it.
#[test]
fn the_documents_of_the_comparison() {
    let most = [
        ("typical", 2, 0),
        ("three identities", 2, 0),
        ("non-ASCII, escapes", 3, 0),
        ("one violation at the end", 2, 1),
        ("twelve violations", 1, 1),
        ("types and absences", 1, 1),
        ("varied", 6, 0),
        ("shuffled, unknown properties", 6, 0),
        ("1,000 identities", 10, 0),
        ("1 MiB name", 2, 1),
        ("100,000 invalid identities", 2, 2),
    ];
    assert_eq!(most.map(|(name, ..)| name), documents::ALL.each_ref().map(|document| document.name));
    for ((name, to_read, to_check), document) in most.iter().zip(documents::ALL.iter()) {
        let count = |report: Violations| report.total();
        let mut found = [0; 2];
        for body in &document.bodies {
            let (read, reading) = counted(|| Customer::from_json(body));
            let (checked, checking) = counted(|| Customer::check_json(body));
            found[0] += read.map_or_else(count, |_| 0);
            found[1] += checked.map_or_else(count, |()| 0);
            assert!(
                reading.count_total <= *to_read && checking.count_total <= *to_check,
                "{name}: {reading:?} {checking:?}"
            );
        }
        assert_eq!(found, [document.violations; 2], "{name}");
    }
}
