//! Advisories change no verdict, and are equal to those of a second search through plain JSON.

use std::sync::LazyLock;

use customer_schema::strategy;
use customer_schema::{CalendarDate, Customer};
use proptest::prelude::*;
use proptest::sample::Index;
use regex::Regex;
use serde_json::Value;

use crate::config;
use crate::oracle::table::{self, Row, Rule};

/// Texts that raise advisories, some of them only at an end of the text.
const TROUBLE: [&str; 7] = [" ", "\n", "\u{a0}x", "\u{202e}x", "x\u{85}", "\u{200b}x", "x"];

type Found = Vec<(String, &'static str)>;

/// The advisories to expect, in the order of the written JSON.
fn expected(body: &Value, today: &str) -> Found {
    let mut found = Found::new();
    value("", body, body, today, &mut |is_so, path: &str, code| {
        found.extend(is_so.then(|| (path.to_owned(), code)));
    });
    found
}

/// The advisories of a part of a body. Codes and dates are searched as texts too, and raise none.
fn value(path: &str, part: &Value, body: &Value, today: &str, note: &mut impl FnMut(bool, &str, &'static str)) {
    let birth = body["DateOfBirth"].as_str().expect("a date");
    match part {
        Value::String(text) => characters(path, text, note),
        Value::Array(elements) => {
            for (i, element) in elements.iter().enumerate() {
                let path = format!("{path}[{i}]");
                let is_same = |other: &Value| {
                    ["IssuingCountry", "IDNumber", "IDType"].iter().all(|name| other[name] == element[name])
                };
                note(elements[..i].iter().any(is_same), &path, "repeated_document");
                value(&path, element, body, today, note);

                let [issued, expiry] = ["IssuedDate", "ExpiryDate"].map(|name| element[name].as_str());
                let is_after = issued.zip(expiry).is_some_and(|(issued, expiry)| issued > expiry);
                let [issued_path, expiry_path] = ["IssuedDate", "ExpiryDate"].map(|name| format!("{path}.{name}"));
                note(is_after, &issued_path, "issued_after_expiry");
                note(issued.is_some_and(|issued| issued < birth), &issued_path, "issued_before_birth");
                note(expiry.is_some_and(|expiry| expiry < today), &expiry_path, "document_expired");
            }
        }
        Value::Object(properties) => {
            for (name, property) in properties {
                let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                value(&path, property, body, today, note);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
    if path == "DateOfBirth" {
        let year: u16 = birth[..4].parse().expect("a year");
        note(birth > today, path, "birth_in_future");
        // ISO dates compare as their texts do, also where there is no such day in the year.
        let long_ago = format!("0{today}") > format!("{:05}{}", year + 130, &birth[4..]);
        note(long_ago, path, "birth_long_ago");
        note(["1899-12-30", "1900-01-01"].contains(&birth), path, "placeholder_date");
    }
}

fn characters(path: &str, text: &str, note: &mut impl FnMut(bool, &str, &'static str)) {
    let marks: Vec<char> =
        "\u{61c}\u{200e}\u{200f}".chars().chain('\u{202a}'..='\u{202e}').chain('\u{2066}'..='\u{2069}').collect();
    note(text.trim() != text, path, "surrounding_white_space");
    note(text.chars().any(|c| c < ' ' || ('\u{7f}'..'\u{a0}').contains(&c)), path, "control_character");
    note(text.contains(&*marks), path, "direction_mark");
    note(invisible().is_match(text), path, "invisible_character");
}

fn invisible() -> &'static Regex {
    static INVISIBLE: LazyLock<Regex> = LazyLock::new(|| {
        let listed = r"[\p{Default_Ignorable_Code_Point}\x{2800}\x{3164}]";
        let others = r"[\p{Bidi_Control}\p{Join_Control}\p{Variation_Selector}]";
        Regex::new(&format!("[{listed}--{others}]")).expect("a pattern")
    });
    &INVISIBLE
}

/// The pointers of the texts outside of identities whose limit allows a suffix, and their examples.
fn locations() -> Vec<(String, &'static str)> {
    let longest = TROUBLE.iter().map(|text| text.chars().count()).max().unwrap_or(0);
    let allows_suffix = |row: &&Row| match row.rule {
        Rule::Text { max, .. } => max.is_none_or(|max| row.example.len() + longest <= max),
        _ => false,
    };
    let rows = table::PROPERTIES.iter().filter(allows_suffix).filter(|row| !row.path.contains("[]"));
    let free = rows.filter(|row| row.conditions().next().is_none());
    free.map(|row| (row.pointer_in_body(), row.example)).collect()
}

/// A valid body with suffixes that raise advisories, and every date in it.
fn troubled(body: &str, trouble: &[(Index, &str)], twice: bool) -> (Value, Vec<String>) {
    let customer = Customer::from_json(body.as_bytes()).expect("valid");
    let mut body = serde_json::to_value(&customer).expect("JSON");
    let identities = body["Identities"].as_array_mut().expect("a list");
    if twice {
        identities.extend_from_within(..);
    }
    let dates = identities.iter().flat_map(|identity| ["IssuedDate", "ExpiryDate"].map(|name| identity[name].as_str()));
    let mut dates: Vec<String> = dates.flatten().map(str::to_owned).collect();
    dates.push(body["DateOfBirth"].as_str().expect("a date").to_owned());
    let locations = locations();
    for (at, text) in trouble {
        let (pointer, example) = at.get(&locations);
        let (object, name) = pointer.rsplit_once('/').expect("a pointer");
        body.pointer_mut(object).expect("an object")[name] = format!("{example}{text}").into();
    }
    (body, dates)
}

/// 130 years later, where there is such a day.
fn later(date: &str) -> Option<String> {
    let year: u16 = date[..4].parse().expect("a year");
    Some(format!("{:04}{}", year + 130, &date[4..])).filter(|date| date.parse::<CalendarDate>().is_ok())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn they_change_no_verdict_and_find_what_is_there(
        body in strategy::body(),
        trouble in prop::collection::vec((any::<Index>(), prop::sample::select(&TROUBLE[..])), 0..4),
        twice in any::<bool>(),
        day in any::<Index>(),
        is_later in any::<bool>(),
    ) {
        let (body, dates) = troubled(&body, &trouble, twice);
        let day = day.get(&dates);
        let today = later(day).filter(|_| is_later).unwrap_or_else(|| day.clone());
        let json = serde_json::to_vec(&body).expect("JSON");

        let customer = Customer::from_json(&json).expect("no advisory is a violation");
        let before = customer.clone();
        let advisories = customer.advisories(today.parse().expect("a day"));
        let found: Found = advisories.iter().map(|one| (one.path().to_string(), one.kind().code())).collect();
        let mut expected = expected(&serde_json::to_value(&customer).expect("JSON"), &today);
        prop_assert_eq!(advisories.total(), expected.len());
        // As many as a report keeps.
        expected.truncate(256);
        prop_assert_eq!(found, expected);
        prop_assert_eq!(&customer, &before);
        prop_assert_eq!(Customer::from_json(&serde_json::to_vec(&customer).expect("JSON")), Ok(before));
        prop_assert_eq!(Customer::check_json(&json), Ok(()));
    }
}
