//! JSON as `serde_json` sees it, and bodies around a text on which the crate has to agree (S5).
//!
//! `IgnoredAny` checks only the grammar, as S5 does for skipped values: lone surrogates, numbers of any size and
//! nesting of any depth are accepted, since it converts nothing and is not recursive. These are the differences:
//!
//! - `from_slice` does not verify the UTF-8 of what it ignores. It is verified here.
//! - A byte order mark and an empty text have causes of their own in S5. Both are errors here as well.
//! - S5 refuses lone surrogates in names and strings that are compared or checked. There, `String` gives the verdict;
//!   where a text is a body of its own, no verdict is expected.

#![allow(dead_code, reason = "each test that shares this module uses a part of it")]

use customer_schema::{Customer, MalformedCause, Reason, Street2, Violation, Violations};
use serde::de::IgnoredAny;

/// The text around a value that only has to follow the grammar.
pub(crate) const SKIPPED: [(&str, &str); 6] = [
    // An unknown property.
    ("{\"x\":", "}"),
    ("{\"FullName\":{\"x\":", "}}"),
    // A later occurrence.
    ("{\"FullName\":0,\"FullName\":", "}"),
    // Inside of a wrongly typed value.
    ("[", "]"),
    ("{\"DateOfBirth\":[", "]}"),
    ("{\"Identities\":[[", "]]}"),
];

/// A valid body around the value of `Street2`, a string without a limit.
const STREET2: (&str, &str) = (
    concat!(
        r#"{"FullName":{"FirstName":"Ada","LastName":"Lovelace"},"DateOfBirth":"1985-12-10","Identities":[],"#,
        r#""PrimaryResidence":{"Street":"12 St James's Square","City":"London","PostCode":"SW1Y 4LB","Street2":"#,
    ),
    r#","State":"England","Country":"GB"}}"#,
);

/// Whether a text is UTF-8 and one JSON value.
pub(crate) fn is_json(text: &[u8]) -> bool {
    str::from_utf8(text).is_ok_and(|text| serde_json::from_str::<IgnoredAny>(text).is_ok())
}

/// The text of a string literal, if it has no lone surrogate.
fn content(literal: &[u8]) -> Option<String> {
    serde_json::from_str(str::from_utf8(literal).ok()?).ok()
}

fn is_string(json: &[u8]) -> bool {
    json.trim_ascii_start().starts_with(b"\"")
}

/// Whether a text may have a surrogate in an escape.
fn has_surrogate_escape(text: &[u8]) -> bool {
    text.windows(4).any(|bytes| matches!(bytes, [b'\\', b'u', b'd' | b'D', b'8' | b'9' | b'a'..=b'f' | b'A'..=b'F']))
}

/// Offset and cause of a malformed body.
pub(crate) fn found(violation: &Violation) -> (usize, &'static str) {
    let Reason::MalformedJson { cause, line, column } = *violation.reason() else { panic!("{violation}") };
    let position = violation.position().expect("the body came as bytes");
    assert_eq!((position.line, position.column), (line, column), "{violation}");
    let cause = match cause {
        MalformedCause::Empty => "empty",
        MalformedCause::ByteOrderMark => "byte_order_mark",
        MalformedCause::NotUtf8 => "not_utf8",
        MalformedCause::UnexpectedEnd => "unexpected_end",
        MalformedCause::TrailingData => "trailing_data",
        MalformedCause::LoneSurrogate => "lone_surrogate",
        MalformedCause::UnexpectedByte => "unexpected_byte",
        cause => panic!("{cause:?}"),
    };
    (position.offset, cause)
}

/// Where and why a text stops being JSON by its grammar alone; `None` where it is JSON.
pub(crate) fn first_break(text: &[u8]) -> Option<(usize, &'static str)> {
    if text.starts_with("\u{feff}".as_bytes()) {
        return Some((0, "byte_order_mark"));
    }
    let (valid, is_utf8) = match str::from_utf8(text) {
        Ok(valid) => (valid, true),
        Err(error) => (str::from_utf8(&text[..error.valid_up_to()]).expect("verified"), false),
    };
    // A text that is not the beginning of JSON stays so, whatever follows. So the shortest such beginning is found by
    // bisection.
    let ends: Vec<_> = valid.char_indices().map(|(start, c)| start + c.len_utf8()).collect();
    let good = ends.partition_point(|end| is_beginning(&valid[..*end]));
    let offset = good.checked_sub(1).map_or(0, |last| ends[last]);
    if offset < valid.len() {
        let is_complete = is_json(&text[..offset]);
        Some((offset, if is_complete { "trailing_data" } else { "unexpected_byte" }))
    } else if !is_utf8 {
        Some((offset, "not_utf8"))
    } else if is_json(text) {
        None
    } else {
        let is_empty = text.iter().all(|byte| b" \t\r\n".contains(byte));
        Some((offset, if is_empty { "empty" } else { "unexpected_end" }))
    }
}

/// Whether a text can go on so that it is JSON.
fn is_beginning(text: &str) -> bool {
    let goes_on = |more| match serde_json::from_str::<IgnoredAny>(&format!("{text}{more}")) {
        Ok(_) => true,
        Err(error) => error.is_eof(),
    };
    // An escape that is cut off is an end too early whatever its digits are: they are read if there are four.
    let is_escape = |at: &usize| {
        let backslashes = text.as_bytes()[..=*at].iter().rev().take_while(|byte| **byte == b'\\').count();
        backslashes % 2 == 1 && text.as_bytes()[*at..].starts_with(b"\\u")
    };
    let is_cut_off = (text.len().saturating_sub(5)..text.len()).any(|at| is_escape(&at));
    if is_cut_off {
        return goes_on("0000");
    }
    // A number that is cut off is not an end too early, but no number.
    goes_on("") || goes_on("0")
}

/// Whether the crate finds a body malformed, which then is its one violation, at the right byte.
fn is_malformed<T>(read: Result<T, Violations>, body: &[u8]) -> bool {
    let Err(violations) = read else { return false };
    let Some(malformed) = violations.iter().find(|one| one.reason().code() == "malformed_json") else { return false };
    assert!(violations.len() == 1 && violations.omitted() == 0, "{violations}: {}", body.escape_ascii());
    match found(malformed) {
        (offset, "lone_surrogate") => {
            // `first_break` does not know which names and strings are read.
            let is_first = first_break(body).is_none_or(|(other, _)| offset < other);
            let is_escape = body[offset..].starts_with(b"\\u");
            assert!(is_first && is_escape, "a lone surrogate at {offset}: {}", body.escape_ascii());
        }
        found => assert_eq!(Some(found), first_break(body), "{}", body.escape_ascii()),
    }
    true
}

/// The text as a whole body.
pub(crate) fn assert_agrees_on_body(body: &[u8]) {
    let is_malformed = is_malformed(Customer::check_json(body), body);
    if !is_json(body) {
        assert!(is_malformed, "no JSON: {}", body.escape_ascii());
    } else if !has_surrogate_escape(body) {
        assert!(!is_malformed, "JSON: {}", body.escape_ascii());
    }
}

/// The text as a value that only has to follow the grammar.
pub(crate) fn assert_agrees_where_skipped(location: (&str, &str), text: &[u8]) {
    let body = within(location, text);
    if is_json(text) {
        assert!(!is_malformed(Customer::check_json(&body), &body), "JSON: {}", body.escape_ascii());
    } else {
        // It may close what is around it, and open it again.
        assert_agrees_on_body(&body);
    }
}

/// The text as the value of a string whose content is read.
pub(crate) fn assert_agrees_on_content(text: &[u8]) {
    let body = within(STREET2, text);
    let read = Customer::from_json(&body);
    assert_eq!(Customer::check_json(&body).as_ref().err(), read.as_ref().err(), "{}", body.escape_ascii());
    if let Some(content) = content(text) {
        let customer = read.unwrap_or_else(|report| panic!("{report}: {}", body.escape_ascii()));
        let street2 = customer.primary_residence.street2.as_ref().map(Street2::as_str);
        assert_eq!(street2, Some(&*content), "{}", text.escape_ascii());
    } else if is_json(text) {
        // A string without content has a lone surrogate; all else is of a wrong type.
        assert_eq!(is_malformed(read, &body), is_string(text), "{}", text.escape_ascii());
    } else {
        assert_agrees_on_body(&body);
    }
}

/// The text as a name in a documented object.
pub(crate) fn assert_agrees_on_name(text: &[u8]) {
    let body = within(("{", ":0}"), text);
    if is_json(text) {
        // A string without content has a lone surrogate; all else is no name.
        let is_malformed = is_malformed(Customer::check_json(&body), &body);
        assert_eq!(is_malformed, content(text).is_none(), "{}", body.escape_ascii());
    } else {
        assert_agrees_on_body(&body);
    }
}

/// The text in every location.
pub(crate) fn assert_agrees(text: &[u8]) {
    assert_agrees_on_body(text);
    for location in SKIPPED {
        assert_agrees_where_skipped(location, text);
    }
    for location in [("{\"FullName\":", "}"), ("{\"Identities\":", "}")] {
        assert_agrees_on_body(&within(location, text));
    }
    assert_agrees_on_content(text);
    assert_agrees_on_name(text);
}

fn within((before, after): (&str, &str), text: &[u8]) -> Vec<u8> {
    [before.as_bytes(), text, after.as_bytes()].concat()
}
