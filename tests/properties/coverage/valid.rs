//! Each form of a valid request comes up.

use std::collections::BTreeSet;

use customer_schema::{ApiSignature, CalendarDate, Customer, FirstName, Rule, Street2, strategy};
use proptest::prelude::*;
use regex::Regex;

use super::{assert_kinds, assert_values, draws};
use crate::accepted::take_unknown;
use crate::oracle::{Document, decode, table};

/// Valid bodies: white space, escapes, orders, unknown properties, lists, and what may be left out.
#[test]
fn valid_bodies() {
    let patterns = [
        // White space within an empty list.
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
        // At each place of a text.
        r#""\\u0044at"#,
        r#""D\\u0061t"#,
        r#""Da\\u0074"#,
        // Orders.
        r#"(?s)"FullName".*"DateOfBirth""#,
        r#"(?s)"DateOfBirth".*"FullName""#,
        r#"(?s)"Country".*"State""#,
        r#"(?s)"State".*"Country""#,
        // Unknown properties and values.
        r#""__proto__"\s*:"#,
        r#""\$serde_json::private::Number"\s*:"#,
        r#""fullname"\s*:"#,
        r"\[{200}",
        r":\s*-0[,\s}]",
        r":\s*0\.1E\+2",
        r":\s*123456789012345678901234567890",
        r":\s*true",
        r":\s*\[\s*\[",
        // An empty list.
        r#""Identities":\[\]"#,
    ];
    let patterns = patterns.map(str::to_owned).into_iter();
    let property = |path: &str, value: &str| format!(r#""{}"\s*:\s*"{value}""#, table::row(path).name());
    let conditions = table::CONDITIONS
        .iter()
        .flat_map(|condition| [property(condition.when, condition.is), property(condition.then, condition.example)]);
    assert_kinds("valid", draws(strategy::body()), patterns.chain(conditions));

    let bodies: Vec<String> = draws(strategy::body()).take(600).collect();
    for row in table::PROPERTIES.iter().filter(|row| !row.required) {
        let is_given = |body: &&String| body.contains(&format!("{:?}", row.name()));
        let given = bodies.iter().filter(is_given).count();
        assert!(given > 60 && bodies.len() - given > 60, "{} is given in {given} of {} bodies", row.path, bodies.len());
    }
    let documents = |body: &String| Customer::from_json(body.as_bytes()).expect("a valid body").identities.len();
    assert_values("documents", draws(strategy::body()).map(|body| documents(&body)), vec![0, 1, 2, 50]);
    let counts: Vec<_> = bodies.iter().map(documents).collect();
    let long = counts.iter().filter(|count| **count > 10).count();
    assert!(long < 30, "long lists are rare: {long}");
}

/// White space between the tokens: each run of up to three characters.
#[test]
fn white_space() {
    let strings = Regex::new(r#""(\\.|[^"\\])*""#).expect("a pattern");
    let mut runs = BTreeSet::new();
    let all = 1 + 4 + 4 * 4 + 4 * 4 * 4 + 1;
    for (i, body) in draws(strategy::body()).enumerate() {
        let tokens = strings.replace_all(&body, "\"");
        runs.extend(tokens.split(|c| !" \n\t\r".contains(c)).map(str::to_owned));
        if i >= 600 && runs.len() == all {
            break;
        }
    }
    for run in ["", " ", "\n", "\t", "\r", "  ", " \n", "\n ", "\t\r", "\r\r", "   ", "\n\t ", "\r\r\r", "    "] {
        assert!(runs.contains(run), "{run:?}");
    }
    assert_eq!(runs.len(), all);
}

/// Properties that are unknown where they stand: any name, also one that is known elsewhere, with any value.
#[test]
fn unknown_properties() {
    let mut unknown = Vec::new();
    for body in draws(strategy::body()).take(2400) {
        if let Some(mut document) = Document::read(&body) {
            unknown.extend(take_unknown(&mut document.value, Rule::Object(&Customer::RULE)));
        }
    }
    let names: BTreeSet<_> = unknown.iter().map(|(name, _)| name.as_str()).collect();
    for name in ["", "x", "\0", "é😀", "__proto__", "fullname", "City", "FullName", "Country", "IDType ", "State "] {
        assert!(names.contains(name), "{name:?}");
    }
    let values: BTreeSet<_> = unknown.iter().map(|(_, value)| value.to_string()).collect();
    for value in ["null", "true", "-0.0", "10.0", "\"\"", "\"é😀\"", "\"Country\"", "[]", "{}"] {
        assert!(values.contains(value), "{value}: {values:?}");
    }
    let elements: BTreeSet<_> = unknown.iter().filter_map(|(_, value)| Some(value.as_array()?.len())).collect();
    let properties: BTreeSet<_> = unknown.iter().filter_map(|(_, value)| Some(value.as_object()?.len())).collect();
    let several = BTreeSet::from([0, 1, 2, 3]);
    assert!(elements.is_superset(&several) && properties.is_superset(&several), "{elements:?}, {properties:?}");
}

/// Headers with other names than the algorithm's, before and behind it, and names that come close to it.
#[test]
fn valid_signatures() {
    let headers = draws(any::<ApiSignature>()).map(|signature| {
        let header = signature.as_str().split('.').next().and_then(decode);
        String::from_utf8(header.expect("Base64url")).expect("UTF-8")
    });
    let patterns = [
        r#"^\{"alg":"ES256"\}$"#,
        r#""typ"\s*:"#,
        r#""ALG"\s*:"#,
        r#""ALGALG"\s*:"#,
        r#"^\{"(typ|ALG)":.*"alg":"#,
        r#""alg":"[^"]*",".*"(typ|ALG)":"#,
        r#""alg":"nonesuch""#,
    ];
    assert_kinds("headers", headers, patterns);
}

/// Texts of every script, and of lengths at both limits.
#[test]
fn valid_texts() {
    let (min, max) = table::limits("FullName.FirstName");
    let texts: Vec<String> = draws(any::<FirstName>()).take(600).map(FirstName::into_string).collect();
    let characters: BTreeSet<char> = texts.iter().flat_map(|text| text.chars()).collect();
    for character in "aZ09-./'\"\\\0\n\u{7f}éß\u{301}Ωя\u{202e}אع\u{1f3fd}हி張京서カ😀𠮷\u{200d}\u{a0}\u{feff}\u{7ff}\u{d7ff}\u{10ffff}".chars() {
        assert!(characters.contains(&character), "{character:?}");
    }
    assert!(characters.iter().any(|c| ('\u{30000}'..'\u{10fffe}').contains(c)), "any other as well");
    let lengths: Vec<_> = texts.iter().map(|text| text.chars().count()).collect();
    for length in (min..=8).chain([max]) {
        assert!(lengths.iter().filter(|other| **other == length).count() > 5, "{length}");
    }
    assert!(lengths.iter().filter(|length| (9..max).contains(*length)).count() > 100);
    assert!(texts.iter().any(|text| text.chars().collect::<BTreeSet<_>>().len() > 4), "of many characters");

    // Without a maximum, too.
    let lengths: Vec<_> = draws(any::<Street2>()).take(600).map(|street| street.as_str().chars().count()).collect();
    assert!(lengths.contains(&0) && lengths.iter().any(|length| *length > 200), "{lengths:?}");
}

/// Days: the ends of the calendar, small years, those of today, and all the others; each month, and its ends.
#[test]
fn valid_days() {
    let days: Vec<_> = draws(any::<CalendarDate>()).take(600).collect();
    let texts: Vec<_> = days.iter().map(|day| day.to_iso8601()).collect();
    let patterns = ["^0001-", "^9999-", "^000[2-8]-", "^20[0-3][0-9]-", "-02-28$", "-02-29$", "-01$", "-30$", "-31$"];
    assert_kinds("days", texts, patterns);
    assert_eq!(days.iter().map(|day| day.month()).collect::<BTreeSet<_>>().len(), 12);
    assert_eq!(days.iter().map(|day| day.day()).collect::<BTreeSet<_>>().len(), 31);
    assert!(days.iter().filter(|day| day.month() == 2).count() > 60, "February more often");
    assert!(days.iter().filter(|day| (2040..9999).contains(&day.year())).count() > 30, "years of every size");
    let recent: BTreeSet<_> = days.iter().map(|day| day.year()).filter(|year| (2000..2040).contains(year)).collect();
    assert!(recent.len() > 30, "{recent:?}");
}
