//! What the strategies make is as various as they promise: each kind comes up in a run.

use std::collections::BTreeSet;

use customer_schema::strategy::{self, Broken, Fault};
use customer_schema::{CalendarDate, FieldPath, FirstName, PutCustomer};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use regex::Regex;

use crate::naive::Document;

/// The same draws each time, so that no run misses by chance what another has.
fn draws<S: Strategy>(strategy: S) -> impl Iterator<Item = S::Value> {
    let mut runner = TestRunner::deterministic();
    (0..600).map(move |_| strategy.new_tree(&mut runner).expect("a value").current())
}

/// For each pattern one text at least.
#[track_caller]
fn assert_kinds<P: AsRef<str>>(what: &str, texts: &[String], patterns: &[P]) {
    for pattern in patterns {
        let pattern = Regex::new(pattern.as_ref()).expect("a pattern");
        assert!(texts.iter().any(|text| pattern.is_match(text)), "{what}: no {pattern} among {} texts", texts.len());
    }
}

fn of_fault(name: &str) -> impl Iterator<Item = Broken> + use<> {
    draws(strategy::broken_where(|fault| fault.to_string() == name))
}

/// The JSON that stands where the fault is; nothing where a `Value` cannot hold the body.
fn json_at_fault(broken: &Broken) -> Option<serde_json::Value> {
    let Broken { request, violations, .. } = broken;
    let (path, _) = violations.first()?;
    match path.as_str() {
        PutCustomer::CUSTOMER_ID => return Some(request.customer_id.clone().into()),
        PutCustomer::API_SIGNATURE => return Some(request.api_signature.clone()?.into()),
        _ => {}
    }
    let body = Document::read(str::from_utf8(&request.body).ok()?)?;
    body.value.pointer(&FieldPath::from_key(path)?.json_pointer()?).cloned()
}

/// Texts that break a rule, each in all its ways.
#[test]
fn wrong_texts() {
    let table: &[(&str, &[&str])] = &[
        (
            "DateOfBirth not_a_date",
            &[
                r"^\d{4}-\d\d-00$",
                r"^\d{4}-00-\d\d$",
                r"^0000-\d\d-\d\d$",
                r"-(1[3-9]|[2-9]\d)-",
                r"-(04|06|09|11)-31$",
                r"-02-(29|30)$",
                r"-(3[2-9]|[4-9]\d)$",
                r"^\d\d00-02-29$",
                r"[ O+/.:T\x00٣३３²−‐–]",
                r"^\d\d-\d\d-\d{4}$",
                r"^\d\d/\d\d/\d{4}$",
                r"^\d{4}-W\d\d-[1-7]$",
                r"^\d{4}-\d{3}  $",
                r"^\d{8}  $",
                r"^\d{8}Z $",
                r"^\+\d{9}$",
                r"^\d{4}- \x{2007}-\d\d$",
            ],
        ),
        ("DateOfBirth too_short", &["^$", r"^\d{8}$", r"^\d{4}-\d\d$", r"^\d{3}-\d\d-\d\d$", "^[^0-9]{9}$"]),
        (
            "DateOfBirth too_long",
            &[
                r"^\d{4}-\d\d-\d\d $",
                r"^\d{4}-\d\d-\d\dT00:00:00Z$",
                r"^\+\d{4}-",
                r"^1\d{4}-\d\d-\d\d$",
                "^[^0-9]{11}$",
            ],
        ),
        (
            "PrimaryResidence.Country unknown_country",
            &[
                "^[a-z]{2}$",
                "^[A-Z]{2} $",
                "^ [A-Z]{2}$",
                "^[A-Z]{2}-[A-Z]{2}$",
                r"^[A-Z]{2}\x00$",
                "^[A-Z]$",
                "^[A-Z]{2}$",
                "^$",
            ],
        ),
        ("PrimaryResidence.State unknown_state", &["^(ON|QC|BC|AB)$", "^[a-z]{2}$", "^US|CA-", ".{100}", "^[A-Z]$"]),
        ("Identities[].IDType unknown_id_type", &["^passport$", "^Passport $", "^assport$", "^Passport-", "^$"]),
        ("CustomerID too_long", &["^.{37}$", "^.{38}$", "^.{100,}$"]),
        ("PrimaryResidence.Street too_short", &["^$", "^(?s:.)$"]),
        (
            "Api-Signature malformed_signature",
            &[
                "^$",
                "^Bearer ",
                r"^[\w-]+\.[\w-]+$",
                r"^[\w-]+\.[\w-]+\.$",
                r"^([\w-]+\.){5}[\w-]+$",
                " $",
                r"\.AB$",
                "==$",
                r"\.\+/\+/$",
                // The payload `[]`, and one that is no UTF-8.
                r"\.W10\.",
                r"\.eyL_Ijowf[\w-]*\.",
                // The headers `none`, `None`, `NONE`, an empty one, a list, one given twice, and none.
                r"^eyJhbGciOiJub25lIn0\.",
                r"^eyJhbGciOiJOb25lIn0\.",
                r"^eyJhbGciOiJOT05FIn0\.",
                r"^eyJhbGciOiIifQ\.",
                r"^eyJhbGciOlsiRVMyNTYiXX0\.",
                r"^eyJhbGciOiJFUzI1NiIsIlx1MDA2MWxnIjoiRVMyNTYifQ\.",
                r"^e30\.",
            ],
        ),
    ];
    for (fault, patterns) in table {
        let json = of_fault(fault).filter_map(|broken| json_at_fault(&broken));
        let texts: Vec<_> = json.filter_map(|json| Some(json.as_str()?.to_owned())).collect();
        assert_kinds(fault, &texts, patterns);
    }
}

/// A service that knows one wrong text knows not the rule: where a text can be wrong in more ways than one, it is.
#[test]
fn wrong_texts_differ() {
    const SHORT_IN_MORE_WAYS: [&str; 4] =
        ["DateOfBirth", "Identities[].IssuedDate", "Identities[].ExpiryDate", "PrimaryResidence.Street"];
    const NO_TEXTS: [&str; 4] = ["required", "duplicate", "wrong_type", "malformed_json"];
    for fault in Fault::all().into_iter().filter(|fault| !NO_TEXTS.contains(&fault.code())) {
        let json = of_fault(&fault.to_string()).take(64).filter_map(|broken| json_at_fault(&broken));
        let texts: BTreeSet<_> = json.map(|json| json.to_string()).collect();
        let one_way = fault.code() == "too_short" && !SHORT_IN_MORE_WAYS.contains(&fault.place().as_str());
        assert_eq!(texts.len() == 1, one_way, "{fault}: {texts:?}");
    }
}

/// Values of a wrong type: every other one.
#[test]
fn wrong_types() {
    for (place, types) in [
        ("FullName", ["null", "false", "0", "\"\"", "["]),
        ("Identities", ["null", "false", "0", "\"\"", "{"]),
        ("DateOfBirth", ["null", "false", "0", "[", "{"]),
    ] {
        let fault = format!("{place} wrong_type");
        let json = of_fault(&fault).filter_map(|broken| json_at_fault(&broken));
        let texts: Vec<_> = json.map(|json| json.to_string()).collect();
        assert_kinds(&fault, &texts, &types.map(|start| format!("^{}", regex::escape(start))));
    }
}

/// Bodies that are no JSON: in each of the ways, at many places.
#[test]
fn malformed_bodies() {
    let bodies = of_fault("Body malformed_json").map(|broken| broken.request.body.escape_ascii().to_string());
    let bodies: Vec<_> = bodies.collect();
    let patterns = [
        "^$",
        // Cut within a string and behind one.
        r"[a-z]$",
        r#"\\"$"#,
        // Something behind the end.
        r"\}\s*\{\}$",
        r"\}\s*null$",
        r"\}\s*//$",
        // A byte order mark, and bytes that are no UTF-8.
        r"^\\xef\\xbb\\xbf\{",
        r"\\xff",
        r"\\xc0\\xaf",
        r"\\xed\\xa0\\x80",
        // Members that are none, and lone surrogates.
        r"0,\s*\}",
        r":01",
        r":NaN",
        r"\[1,\]",
        r"/\*\*/",
        r#"\\\\ud800\\""#,
        r#"\\\\udc00\\":0"#,
    ];
    assert_kinds("malformed", &bodies, &patterns);
    let lengths: BTreeSet<_> = bodies.iter().map(String::len).collect();
    assert!(lengths.len() > 100, "cut at many places: {lengths:?}");
}

/// Valid bodies: white space, escapes, orders, unknown members, lists, and what may be left out.
#[test]
fn valid_bodies() {
    let bodies: Vec<String> = draws(strategy::body()).collect();
    let patterns = [
        // Plain, and with each kind of white space.
        r#"^\{"[^\s]"#,
        r"^ ",
        r"^\n",
        r"^\t",
        r"^\r",
        r"\[\s+\]",
        // Escapes: short and long, in both cases of hex digits, and of two units.
        r"\\b",
        r"\\f",
        r"\\n",
        r"\\r",
        r"\\t",
        r"\\/",
        r#"\\""#,
        r"\\\\",
        r"\\u000a",
        r"\\u000A",
        r"\\ud83d\\ude00",
        r"\\uD83D\\uDE00",
        r"\\u0041|\\u0061",
        // Orders.
        r#"(?s)"FullName".*"DateOfBirth""#,
        r#"(?s)"DateOfBirth".*"FullName""#,
        r#"(?s)"Country".*"State""#,
        r#"(?s)"State".*"Country""#,
        // Unknown members and values.
        r#""__proto__"\s*:"#,
        r#""\$serde_json::private::Number"\s*:"#,
        r#""fullname"\s*:"#,
        r"\[{200}",
        r":\s*-0[,\s}]",
        r":\s*0\.1E\+2",
        r":\s*123456789012345678901234567890",
        r":\s*true",
        r":\s*\[\s*\[",
        // Lists that are empty, of one, and long; members that may be left out, given.
        r#""Identities":\[\]"#,
        r#""MiddleName""#,
        r#""Street2""#,
        r#""IssuedDate""#,
        r#""ExpiryDate""#,
        r#""Country"\s*:\s*"US""#,
        r#""Country"\s*:\s*"CA""#,
        r#""State"\s*:\s*"ON""#,
    ];
    assert_kinds("valid", &bodies, &patterns);
    for member in ["MiddleName", "Street2", "IssuedDate", "ExpiryDate"] {
        let without = bodies.iter().filter(|body| !body.contains(member)).count();
        assert!(without > 60, "{member} is left out in {without} bodies");
    }
    let counts: BTreeSet<_> = bodies.iter().map(|body| body.matches("\"IDNumber\"").count()).collect();
    assert!(counts.is_superset(&[0, 1, 2, 50].into()), "{counts:?}");
}

/// Texts of every script, and of lengths at both limits.
#[test]
fn valid_texts() {
    let texts: Vec<String> = draws(any::<FirstName>()).map(FirstName::into_string).collect();
    let characters: BTreeSet<char> = texts.iter().flat_map(|text| text.chars()).collect();
    for character in "aZ09-./'\"\\\0\n\u{7f}éß\u{301}Ωя\u{202e}אع\u{1f3fd}हி張京서カ😀𠮷\u{200d}\u{a0}\u{feff}\u{7ff}\u{d7ff}\u{10ffff}".chars() {
        assert!(characters.contains(&character), "{character:?}");
    }
    assert!(characters.iter().any(|c| ('\u{30000}'..'\u{10fffe}').contains(c)), "any other as well");
    let lengths: Vec<_> = texts.iter().map(|text| text.chars().count()).collect();
    for length in (1..=8).chain([50]) {
        assert!(lengths.iter().filter(|other| **other == length).count() > 5, "{length}");
    }
    assert!(lengths.iter().filter(|length| (9..50).contains(*length)).count() > 100);
    assert!(texts.iter().any(|text| text.chars().collect::<BTreeSet<_>>().len() > 4), "of many characters");
}

/// Days: the ends of the calendar, small years, those of today, and all the others; each month, and its ends.
#[test]
fn valid_days() {
    let days: Vec<_> = draws(any::<CalendarDate>()).collect();
    let texts: Vec<_> = days.iter().map(|day| day.to_iso8601()).collect();
    let patterns = ["^0001-", "^9999-", "^000[2-8]-", "^20[0-3][0-9]-", "-02-28$", "-02-29$", "-01$", "-30$", "-31$"];
    assert_kinds("days", &texts, &patterns);
    assert_eq!(days.iter().map(|day| day.month()).collect::<BTreeSet<_>>().len(), 12);
    assert_eq!(days.iter().map(|day| day.day()).collect::<BTreeSet<_>>().len(), 31);
    assert!(days.iter().filter(|day| day.month() == 2).count() > 60, "February more often");
    assert!(days.iter().filter(|day| (2040..9999).contains(&day.year())).count() > 30, "years of every size");
}

/// Every fault comes up where none is chosen.
#[test]
fn faults() {
    let drawn: BTreeSet<String> = draws(strategy::broken()).map(|broken| broken.fault.to_string()).collect();
    let all: BTreeSet<String> =
        Fault::all().iter().filter(|fault| fault.is_in_body()).map(ToString::to_string).collect();
    assert!(drawn.is_subset(&all) && drawn.len() > all.len() * 9 / 10, "{:?}", all.difference(&drawn));
}
