//! S5: the grammar of JSON, case by case, with the byte at which a text stops being JSON and the cause.
//!
//! Offsets and causes are literals, so that the table tests the scanner and not the other way round.

use customer_schema::{Customer, Reason};
use serde::Serialize;

use crate::Case;
use crate::json_oracle::{first_break, found};

/// Where and why a text stops being JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Break {
    offset: usize,
    cause: &'static str,
}

/// `None` for what is well-formed.
type Expected = Option<Break>;

/// The expectation of a body, by an offset in it.
type AtOffset = fn(usize) -> Expected;

const JSON: Expected = None;

#[allow(clippy::unnecessary_wraps, reason = "a column of the tables has one type")]
const fn stops(offset: usize, cause: &'static str) -> Expected {
    Some(Break { offset, cause })
}

const fn empty(offset: usize) -> Expected {
    stops(offset, "empty")
}

const fn bom() -> Expected {
    stops(0, "byte_order_mark")
}

const fn utf8(offset: usize) -> Expected {
    stops(offset, "not_utf8")
}

const fn end(offset: usize) -> Expected {
    stops(offset, "unexpected_end")
}

const fn rest(offset: usize) -> Expected {
    stops(offset, "trailing_data")
}

const fn lone(offset: usize) -> Expected {
    stops(offset, "lone_surrogate")
}

const fn byte(offset: usize) -> Expected {
    stops(offset, "unexpected_byte")
}

const UNKNOWN: &str = "{\"x\":";

/// Where a value may stand besides: documented properties that have its type or another, a later occurrence, and what a
/// wrongly typed value contains. Too many for the file.
const OTHERS: [&str; 4] =
    ["{\"DateOfBirth\":", "{\"FullName\":", "{\"FullName\":0,\"FullName\":", "{\"x\":0,\"Identities\":"];

pub(crate) fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for (name, text, alone, within) in values() {
        cases.push(case(&format!("{name} (whole body)"), &text, alone));
        cases.push(value_case(&format!("{name} (unknown)"), UNKNOWN, &text, within));
    }
    for control in 0..=0x1f {
        cases.push(case(&format!("name: control byte {control:#04x}"), &[b'{', b'"', control, b'"'], byte(2)));
    }
    for (subject, bodies) in
        [("end", ENDS), ("encoding", ENCODING), ("root", ROOTS), ("surrogate", SURROGATES), ("skipped", SKIPPED)]
    {
        for (body, expected) in bodies {
            cases.push(case(&format!("{subject}: {}", shown(body)), body, *expected));
        }
    }
    cases
}

/// Each value with its name, as the whole body and where a `}` follows. There, the offset counts from its first byte.
fn values() -> Vec<(String, Vec<u8>, Expected, Expected)> {
    let mut values = long_values();
    for (subject, table) in [
        ("number", NUMBERS),
        ("literal", LITERALS),
        ("string", STRINGS),
        ("array", ARRAYS),
        ("object", OBJECTS),
        ("white space", WHITE_SPACE),
    ] {
        for (text, alone, within) in table {
            values.push((format!("{subject}: {}", shown(text)), text.to_vec(), *alone, *within));
        }
    }
    for control in 0..=0x1f {
        let text = vec![b'"', b'a', control, b'b', b'"'];
        values.push((format!("string: control byte {control:#04x}"), text, byte(2), byte(2)));
    }
    values
}

fn value_case(name: &str, before: &str, text: &[u8], within: Expected) -> Case {
    let body = [before.as_bytes(), text, b"}"].concat();
    case(name, &body, within.map(|at| Break { offset: before.len() + at.offset, ..at }))
}

fn case(name: &str, body: &[u8], malformed: Expected) -> Case {
    Case { malformed, ..Case::body(name, body) }
}

fn shown(text: &[u8]) -> String {
    str::from_utf8(text).map_or_else(|_| text.escape_ascii().to_string(), str::to_owned)
}

/// The difference between the verdict of the crate and the expected one.
fn difference(body: &[u8], expected: Expected) -> Option<String> {
    let report = Customer::from_json(body).err();
    assert_eq!(Customer::check_json(body).err(), report, "{}", shown(body));
    let violations: Vec<_> = report.iter().flatten().collect();
    let malformed = violations.iter().find(|one| matches!(one.reason(), Reason::MalformedJson { .. }));
    match (malformed, expected) {
        (None, None) => None,
        (Some(one), Some(_)) if violations.len() > 1 || one.path().to_string() != "Body" => {
            Some(format!("not the one violation, at Body: {violations:?}"))
        }
        (Some(one), Some(expected)) => {
            let (offset, cause) = found(one);
            let found = Break { offset, cause };
            (found != expected).then(|| format!("{found:?}, expected {expected:?}"))
        }
        (Some(one), None) => Some(format!("{one}, expected to be well-formed")),
        (None, Some(expected)) => Some(format!("well-formed, expected {expected:?}")),
    }
}

#[track_caller]
fn assert_no_differences(cases: impl IntoIterator<Item = Case>) {
    let differences = cases.into_iter().filter_map(|case| {
        let difference = difference(&case.body, case.malformed)?;
        Some(format!("{}: {difference}", case.name))
    });
    let differences: Vec<_> = differences.collect();
    assert!(differences.is_empty(), "{} differences:\n{}", differences.len(), differences.join("\n"));
}

#[test]
fn the_crate_agrees_with_the_table() {
    let cases = cases();
    assert!(cases.len() > 900, "{} cases", cases.len());
    assert_no_differences(cases);
}

/// Another parser hardly makes the same mistake as the table.
#[test]
fn the_table_agrees_with_serde_json() {
    for case in cases() {
        let expected = case.malformed.map(|expected| (expected.offset, expected.cause));
        match expected {
            Some((offset, "lone_surrogate")) => {
                assert!(first_break(&case.body).is_none_or(|(other, _)| offset < other), "{}", case.name);
            }
            _ => assert_eq!(first_break(&case.body), expected, "{}", case.name),
        }
    }
}

#[test]
fn a_value_is_held_to_the_grammar_everywhere() {
    for before in OTHERS {
        let case = |(name, text, _, within): (String, Vec<u8>, _, _)| {
            value_case(&format!("{name} behind {before}"), before, &text, within)
        };
        assert_no_differences(values().into_iter().map(case));
    }
}

/// The position within the bytes that a scanner reads at once makes no difference.
#[test]
fn a_break_is_found_at_any_alignment() {
    let mut cases = Vec::new();
    for count in 0..=40 {
        let mut add = |body: &[u8], expected| cases.push(case(&shown(body), body, expected));
        let fill = "a".repeat(count);
        let in_string: [(&[u8], AtOffset); 7] = [
            (b"\"", |_| JSON),
            (b"\\n\"", |_| JSON),
            (b"\xc3\xa9\"", |_| JSON),
            (b"\x1f\"", byte),
            (b"\xff\"", utf8),
            (b"", |offset| end(offset + 1)),
            (b"\\x\"", |offset| byte(offset + 1)),
        ];
        for (bytes, expected) in in_string {
            for before in ["{\"x\":\"", "{\"DateOfBirth\":\"", "{\"x\":\"\\n", "{\"x\":\"\u{e9}"] {
                let body = [before.as_bytes(), fill.as_bytes(), bytes, b"}"].concat();
                add(&body, expected(before.len() + count));
            }
        }
        let body = format!("{{\"DateOfBirth\":\"{fill}\\ud800\"}}");
        add(body.as_bytes(), lone(16 + count));
        let body = format!("{{\"{fill}\\ud800\":0}}");
        add(body.as_bytes(), lone(2 + count));
        let body = format!("[{}x]", " ".repeat(count));
        add(body.as_bytes(), byte(1 + count));
        let body = format!("[1{}x]", "0".repeat(count));
        add(body.as_bytes(), byte(2 + count));
        let body = format!("{{}}{}x", "\n".repeat(count));
        add(body.as_bytes(), rest(2 + count));
    }
    assert_no_differences(cases);
}

/// Values that are too long to be written out.
fn long_values() -> Vec<(String, Vec<u8>, Expected, Expected)> {
    let digits = "7".repeat(2000);
    let (arrays, close) = ("[".repeat(1000), "]".repeat(999));
    let objects = "{\"a\":".repeat(1000);
    [
        ("number: 2000 digits", digits.clone(), JSON, JSON),
        ("number: 2000 digits of a fraction", format!("-0.{digits}"), JSON, JSON),
        ("number: 2000 digits of an exponent", format!("1e{digits}"), JSON, JSON),
        ("number: 2000 digits and a point", format!("{digits}."), end(2001), byte(2001)),
        ("number: 2000 digits behind a zero", format!("0{digits}"), rest(1), byte(1)),
        ("string: 2000 characters", format!("\"{digits}\""), JSON, JSON),
        ("array: 1000 deep", format!("{arrays}{close}]"), JSON, JSON),
        ("array: 1000 deep, one not closed", format!("{arrays}{close}"), end(1999), byte(1999)),
        ("array: 1000 deep, none closed", arrays.clone(), end(1000), byte(1000)),
        ("array: 1000 deep, closed as an object", format!("{arrays}}}"), byte(1000), byte(1000)),
        ("array: 1000 deep, one closed too often", format!("{arrays}{close}]]"), rest(2000), byte(2000)),
        ("object: 1000 deep", format!("{objects}0{}", "}".repeat(1000)), JSON, JSON),
        ("object: 1000 deep, no value", objects.clone(), end(5000), byte(5000)),
        ("object: 1000 deep, closed as an array", format!("{objects}0]"), byte(5001), byte(5001)),
    ]
    .map(|(name, text, alone, within)| (name.to_owned(), text.into_bytes(), alone, within))
    .into()
}

type Values = &'static [(&'static [u8], Expected, Expected)];

const NUMBERS: Values = &[
    (b"0", JSON, JSON),
    (b"-0", JSON, JSON),
    (b"10", JSON, JSON),
    (b"1.0", JSON, JSON),
    (b"-1.50", JSON, JSON),
    (b"0.0", JSON, JSON),
    (b"0e0", JSON, JSON),
    (b"-0E-0", JSON, JSON),
    (b"1e5", JSON, JSON),
    (b"1E5", JSON, JSON),
    (b"1e+5", JSON, JSON),
    (b"1E-05", JSON, JSON),
    (b"1.5e+10", JSON, JSON),
    (b"1e999", JSON, JSON),
    (b"-1e999", JSON, JSON),
    (b"1e-999", JSON, JSON),
    (b"123456789012345678901234567890", JSON, JSON),
    (b"18446744073709551616", JSON, JSON),
    (b"-9223372036854775809", JSON, JSON),
    (b"01", rest(1), byte(1)),
    (b"00", rest(1), byte(1)),
    (b"00.5", rest(1), byte(1)),
    (b"-01", rest(2), byte(2)),
    (b"-00", rest(2), byte(2)),
    (b"+1", byte(0), byte(0)),
    (b"-", end(1), byte(1)),
    (b"--1", byte(1), byte(1)),
    (b"-+1", byte(1), byte(1)),
    (b"- 1", byte(1), byte(1)),
    (b"-.5", byte(1), byte(1)),
    (b"-e5", byte(1), byte(1)),
    (b"-x", byte(1), byte(1)),
    (b"-\"1\"", byte(1), byte(1)),
    (b".5", byte(0), byte(0)),
    (b".", byte(0), byte(0)),
    (b"1.", end(2), byte(2)),
    (b"-0.", end(3), byte(3)),
    (b"1.e5", byte(2), byte(2)),
    (b"1.-5", byte(2), byte(2)),
    (b"1..5", byte(2), byte(2)),
    (b"1. 5", byte(2), byte(2)),
    (b"1.5.5", rest(3), byte(3)),
    (b"1.5-", rest(3), byte(3)),
    (b"1e", end(2), byte(2)),
    (b"0E", end(2), byte(2)),
    (b"1.5e", end(4), byte(4)),
    (b"1e+", end(3), byte(3)),
    (b"1E-", end(3), byte(3)),
    (b"1e+-5", byte(3), byte(3)),
    (b"1ee5", byte(2), byte(2)),
    (b"1e.5", byte(2), byte(2)),
    (b"1e 5", byte(2), byte(2)),
    (b"1e5.5", rest(3), byte(3)),
    (b"1e5e5", rest(3), byte(3)),
    (b"1 e5", rest(2), byte(2)),
    (b"e5", byte(0), byte(0)),
    (b"0x10", rest(1), byte(1)),
    (b"0b1", rest(1), byte(1)),
    (b"1_000", rest(1), byte(1)),
    (b"1,000", rest(1), byte(2)),
    (b"1 000", rest(2), byte(2)),
    (b"1-1", rest(1), byte(1)),
    (b"1+1", rest(1), byte(1)),
    (b"1f", rest(1), byte(1)),
    (b"1n", rest(1), byte(1)),
    (b"1\"\"", rest(1), byte(1)),
    (b"1[", rest(1), byte(1)),
    (b"1\0", rest(1), byte(1)),
    (b"1%", rest(1), byte(1)),
    (b"NaN", byte(0), byte(0)),
    (b"nan", byte(1), byte(1)),
    (b"Infinity", byte(0), byte(0)),
    (b"-Infinity", byte(1), byte(1)),
    // Digits of other scripts.
    ("１".as_bytes(), byte(0), byte(0)),
    ("1１".as_bytes(), rest(1), byte(1)),
    ("−1".as_bytes(), byte(0), byte(0)),
];

const LITERALS: Values = &[
    (b"null", JSON, JSON),
    (b"true", JSON, JSON),
    (b"false", JSON, JSON),
    (b"n", end(1), byte(1)),
    (b"nu", end(2), byte(2)),
    (b"nul", end(3), byte(3)),
    (b"t", end(1), byte(1)),
    (b"tru", end(3), byte(3)),
    (b"f", end(1), byte(1)),
    (b"fals", end(4), byte(4)),
    (b"nulll", rest(4), byte(4)),
    (b"truee", rest(4), byte(4)),
    (b"falsey", rest(5), byte(5)),
    (b"truefalse", rest(4), byte(4)),
    (b"true1", rest(4), byte(4)),
    (b"null\"\"", rest(4), byte(4)),
    (b"null\0", rest(4), byte(4)),
    (b"null,", rest(4), byte(5)),
    (b"Null", byte(0), byte(0)),
    (b"NULL", byte(0), byte(0)),
    (b"True", byte(0), byte(0)),
    (b"TRUE", byte(0), byte(0)),
    (b"False", byte(0), byte(0)),
    (b"None", byte(0), byte(0)),
    (b"nULL", byte(1), byte(1)),
    (b"trUe", byte(2), byte(2)),
    (b"nulL", byte(3), byte(3)),
    (b"falsE", byte(4), byte(4)),
    (b"nil", byte(1), byte(1)),
    (b"ture", byte(1), byte(1)),
    (b"tr ue", byte(2), byte(2)),
    (b"nul\0", byte(3), byte(3)),
    (b"nul\x80", utf8(3), utf8(3)),
    (b"undefined", byte(0), byte(0)),
    (b"yes", byte(0), byte(0)),
    (b"x", byte(0), byte(0)),
    (b"@", byte(0), byte(0)),
    (b"\\n", byte(0), byte(0)),
    (b"\\u0031", byte(0), byte(0)),
    ("ｎull".as_bytes(), byte(0), byte(0)),
];

const STRINGS: Values = &[
    (br#""""#, JSON, JSON),
    (br#""a""#, JSON, JSON),
    (br#""\"\\\/\b\f\n\r\t""#, JSON, JSON),
    (br#""\"""#, JSON, JSON),
    (br#""\\""#, JSON, JSON),
    (br#""\/""#, JSON, JSON),
    (br#""\b""#, JSON, JSON),
    (br#""\f""#, JSON, JSON),
    (br#""\n""#, JSON, JSON),
    (br#""\r""#, JSON, JSON),
    (br#""\t""#, JSON, JSON),
    (br#""\u0041""#, JSON, JSON),
    (br#""\u00e9""#, JSON, JSON),
    (br#""\u00E9""#, JSON, JSON),
    (br#""\u0000""#, JSON, JSON),
    (br#""\u001f""#, JSON, JSON),
    (br#""\u0022""#, JSON, JSON),
    (br#""\u005C""#, JSON, JSON),
    (br#""\u2028""#, JSON, JSON),
    (br#""\ud7ff\ue000""#, JSON, JSON),
    (br#""\uFFFF""#, JSON, JSON),
    (br#""\ud83d\ude00""#, JSON, JSON),
    (br#""\uD83D\uDE00""#, JSON, JSON),
    (br#""\ud800\udc00""#, JSON, JSON),
    (br#""\udbff\udfff""#, JSON, JSON),
    (br#""\\ud800""#, JSON, JSON),
    (br#""\\u""#, JSON, JSON),
    (br#""\\u" x"#, rest(6), byte(6)),
    (br#""\\\u0"#, end(6), byte(6)),
    (br#""/* ' // # { [ , : ] }""#, JSON, JSON),
    (b"\"\x7f\"", JSON, JSON),
    ("\"\u{80}\u{85}\u{a0}\"".as_bytes(), JSON, JSON),
    ("\"é\"".as_bytes(), JSON, JSON),
    ("\"\u{2028}\u{2029}\"".as_bytes(), JSON, JSON),
    ("\"\u{feff}\"".as_bytes(), JSON, JSON),
    ("\"\u{ffff}\"".as_bytes(), JSON, JSON),
    ("\"😀\"".as_bytes(), JSON, JSON),
    ("\"\u{10ffff}\"".as_bytes(), JSON, JSON),
    (br#""\a""#, byte(2), byte(2)),
    (br#""\e""#, byte(2), byte(2)),
    (br#""\v""#, byte(2), byte(2)),
    (br#""\0""#, byte(2), byte(2)),
    (br#""\x41""#, byte(2), byte(2)),
    (br#""\U0041""#, byte(2), byte(2)),
    (br#""\N""#, byte(2), byte(2)),
    (br#""\'""#, byte(2), byte(2)),
    (br#""\ ""#, byte(2), byte(2)),
    (b"\"\\\n\"", byte(2), byte(2)),
    (b"\"\\\0\"", byte(2), byte(2)),
    ("\"\\é\"".as_bytes(), byte(2), byte(2)),
    (br#""ab\c""#, byte(4), byte(4)),
    (br#""\n\c""#, byte(4), byte(4)),
    (br#""\\\c""#, byte(4), byte(4)),
    (br#""\u""#, byte(3), byte(3)),
    (br#""\u0""#, byte(4), byte(4)),
    (br#""\u00""#, byte(5), byte(5)),
    (br#""\u004""#, byte(6), byte(6)),
    (br#""\ug041""#, byte(3), byte(3)),
    (br#""\u0g41""#, byte(4), byte(4)),
    (br#""\u00g1""#, byte(5), byte(5)),
    (br#""\u004g""#, byte(6), byte(6)),
    (br#""\u004G""#, byte(6), byte(6)),
    (br#""\u{41}""#, byte(3), byte(3)),
    (br#""\u+041""#, byte(3), byte(3)),
    (br#""\u-041""#, byte(3), byte(3)),
    (br#""\u 041""#, byte(3), byte(3)),
    (br#""\u0x41""#, byte(4), byte(4)),
    (br#""\u00/1""#, byte(5), byte(5)),
    (br#""\u00:1""#, byte(5), byte(5)),
    (br#""\u00@1""#, byte(5), byte(5)),
    (br#""\u00`1""#, byte(5), byte(5)),
    (br#""\u00\u0041""#, byte(5), byte(5)),
    ("\"\\u00１1\"".as_bytes(), byte(5), byte(5)),
    (br#"""#, end(1), end(2)),
    (br#""a"#, end(2), end(3)),
    (br#""a'"#, end(3), end(4)),
    (br#""\""#, end(3), end(4)),
    (br#""\\\""#, end(5), end(6)),
    (br#"""""#, rest(2), byte(2)),
    (br#"a""#, byte(0), byte(0)),
    (br"'a'", byte(0), byte(0)),
    (br"`a`", byte(0), byte(0)),
    ("“a”".as_bytes(), byte(0), byte(0)),
    (br#""a"b"#, rest(3), byte(3)),
    (br#""a""b""#, rest(3), byte(3)),
    (br#""a" "b""#, rest(4), byte(4)),
    (br#""a"+"b""#, rest(3), byte(3)),
    (br#""a"\n"#, rest(3), byte(3)),
];

const ARRAYS: Values = &[
    (b"[]", JSON, JSON),
    (b"[0]", JSON, JSON),
    (b"[[]]", JSON, JSON),
    (b"[{}]", JSON, JSON),
    (b"[[],[]]", JSON, JSON),
    (br#"[null,true,false,-1.5e3,"",[],{}]"#, JSON, JSON),
    (b"[[[[[[[[]]]]]]]]", JSON, JSON),
    (b"[01]", byte(2), byte(2)),
    (b"[1.]", byte(3), byte(3)),
    (b"[tru]", byte(4), byte(4)),
    (b"[", end(1), byte(1)),
    (b"[[", end(2), byte(2)),
    (b"[[]", end(3), byte(3)),
    (b"[1", end(2), byte(2)),
    (b"[1,", end(3), byte(3)),
    (b"[1,2", end(4), byte(4)),
    (br#"[""#, end(2), end(3)),
    (b"[-", end(2), byte(2)),
    (b"]", byte(0), byte(0)),
    (b"[,]", byte(1), byte(1)),
    (b"[,1]", byte(1), byte(1)),
    (b"[1,]", byte(3), byte(3)),
    (b"[1,,2]", byte(3), byte(3)),
    (b"[1 2]", byte(3), byte(3)),
    (b"[1;2]", byte(2), byte(2)),
    (b"[1:2]", byte(2), byte(2)),
    (br#"["a" "b"]"#, byte(5), byte(5)),
    (br#"["a":1]"#, byte(4), byte(4)),
    (b"[[][]]", byte(3), byte(3)),
    (b"[{}{}]", byte(3), byte(3)),
    (b"[}", byte(1), byte(1)),
    (b"[1}", byte(2), byte(2)),
    (b"[[}]", byte(2), byte(2)),
    (b"[{]}", byte(2), byte(2)),
    (b"[[1]}]", byte(4), byte(4)),
    (b"[x]", byte(1), byte(1)),
    (b"[1,x]", byte(3), byte(3)),
    (b"[...]", byte(1), byte(1)),
    (b"[1,...]", byte(3), byte(3)),
    (b"(1)", byte(0), byte(0)),
    (b"[/**/]", byte(1), byte(1)),
    (b"[1/**/]", byte(2), byte(2)),
    (b"[1,//\n2]", byte(3), byte(3)),
    (b"[#\n]", byte(1), byte(1)),
    (b"/**/[]", byte(0), byte(0)),
    (b"//\n[]", byte(0), byte(0)),
    (b"#\n[]", byte(0), byte(0)),
    (b"[]/**/", rest(2), byte(2)),
    (b"[]//", rest(2), byte(2)),
    (b"[]]", rest(2), byte(2)),
    (b"[][]", rest(2), byte(2)),
    (b"[],[]", rest(2), byte(3)),
    (b"[]\0", rest(2), byte(2)),
];

const OBJECTS: Values = &[
    (b"{}", JSON, JSON),
    (br#"{"a":0}"#, JSON, JSON),
    (br#"{"":""}"#, JSON, JSON),
    (br#"{"a":{}}"#, JSON, JSON),
    (br#"{"a":[{"b":[{}]}]}"#, JSON, JSON),
    (br#"{"a":1,"a":2}"#, JSON, JSON),
    (br#"{"\u0061\n\ud83d\ude00":1}"#, JSON, JSON),
    ("{\"\u{7f}\u{2028}\":1}".as_bytes(), JSON, JSON),
    // Where a `}` follows, it closes this object, and the outer one stays open.
    (b"{", end(1), end(2)),
    (br#"{""#, end(2), end(3)),
    (br#"{"a"#, end(3), end(4)),
    (br#"{"a""#, end(4), byte(4)),
    (br#"{"a":"#, end(5), byte(5)),
    (br#"{"a":1"#, end(6), end(7)),
    (br#"{"a":1,"#, end(7), byte(7)),
    (br#"{"a":{}"#, end(7), end(8)),
    (br#"{"a:1}"#, end(6), end(7)),
    (br#"{"a":"b}"#, end(8), end(9)),
    (b"}", byte(0), byte(0)),
    (b"{,}", byte(1), byte(1)),
    (br#"{,"a":1}"#, byte(1), byte(1)),
    (br#"{"a":1,}"#, byte(7), byte(7)),
    (br#"{"a":1,,"b":2}"#, byte(7), byte(7)),
    (br#"{"a":1 "b":2}"#, byte(7), byte(7)),
    (br#"{"a":1"b":2}"#, byte(6), byte(6)),
    (br#"{"a":1;"b":2}"#, byte(6), byte(6)),
    (br#"{"a":1:2}"#, byte(6), byte(6)),
    (br#"{"a" 1}"#, byte(5), byte(5)),
    (br#"{"a"1}"#, byte(4), byte(4)),
    (br#"{"a",1}"#, byte(4), byte(4)),
    (br#"{"a"=1}"#, byte(4), byte(4)),
    (br#"{"a"::1}"#, byte(5), byte(5)),
    (br#"{"a":}"#, byte(5), byte(5)),
    (br#"{"a":,}"#, byte(5), byte(5)),
    (br#"{"a"}"#, byte(4), byte(4)),
    (br#"{"a":1,"b"}"#, byte(10), byte(10)),
    (br#"{"a":1,2}"#, byte(7), byte(7)),
    (b"{:1}", byte(1), byte(1)),
    (b"{a:1}", byte(1), byte(1)),
    (b"{'a':1}", byte(1), byte(1)),
    (b"{1:1}", byte(1), byte(1)),
    (b"{-1:1}", byte(1), byte(1)),
    (b"{null:1}", byte(1), byte(1)),
    (b"{[]:1}", byte(1), byte(1)),
    (b"{{}:1}", byte(1), byte(1)),
    (b"{{}}", byte(1), byte(1)),
    (br#"{"a":1,b:2}"#, byte(7), byte(7)),
    (b"{]", byte(1), byte(1)),
    (br#"{"a"]"#, byte(4), byte(4)),
    (br#"{"a":]"#, byte(5), byte(5)),
    (br#"{"a":1]"#, byte(6), byte(6)),
    (br#"{"a":[}"#, byte(6), byte(6)),
    (br#"{"a":01}"#, byte(6), byte(6)),
    (br#"{"a":x}"#, byte(5), byte(5)),
    (br#"{"a":'b'}"#, byte(5), byte(5)),
    (br#"{"\q":1}"#, byte(3), byte(3)),
    (br#"{"\u00g0":1}"#, byte(6), byte(6)),
    (b"{\"a\0\":1}", byte(3), byte(3)),
    (b"{\"\n\":1}", byte(2), byte(2)),
    (b"{/**/}", byte(1), byte(1)),
    (br#"{/**/"a":1}"#, byte(1), byte(1)),
    (br#"{"a"/**/:1}"#, byte(4), byte(4)),
    (br#"{"a":/**/1}"#, byte(5), byte(5)),
    (br#"{"a":1/**/}"#, byte(6), byte(6)),
    (br#"{"a":1,//"#, byte(7), byte(7)),
    (b"{...}", byte(1), byte(1)),
    (br#"{"a":1}}"#, rest(7), rest(8)),
    (b"{}}", rest(2), rest(3)),
    (b"{}{}", rest(2), byte(2)),
    (b"{} {}", rest(3), byte(3)),
    (b"{}]", rest(2), byte(2)),
    (b"<a/>", byte(0), byte(0)),
];

const WHITE_SPACE: Values = &[
    (b"", empty(0), byte(0)),
    (b" ", empty(1), byte(1)),
    (b"\r\n\t ", empty(4), byte(4)),
    (b" \t\r\n1 \t\r\n", JSON, JSON),
    (b"[ ]", JSON, JSON),
    (b"{\t}", JSON, JSON),
    (b" [ 1\n,\t2\r] ", JSON, JSON),
    (b" { \"a\"\t:\n1\r,\r\n\"b\" : 2 } ", JSON, JSON),
    (b"[1, ", end(4), byte(4)),
    (b"[1 ", end(3), byte(3)),
    (b"{\"a\" ", end(5), byte(5)),
    (b"{\"a\": ", end(6), byte(6)),
    (b"{\"a\":1 , ", end(9), byte(9)),
    (b"[1 , ]", byte(5), byte(5)),
    (b"\x0c1", byte(0), byte(0)),
    (b"1\x0c", rest(1), byte(1)),
    (b"1 \x0c", rest(2), byte(2)),
    (b"[\x0c1]", byte(1), byte(1)),
    (b"\x0b1", byte(0), byte(0)),
    (b"1\x0b", rest(1), byte(1)),
    (b"[1\x0b]", byte(2), byte(2)),
    (b"\x081", byte(0), byte(0)),
    (b"\x001", byte(0), byte(0)),
    (b"\x1f1", byte(0), byte(0)),
    (b"\x7f1", byte(0), byte(0)),
    (b"{\0}", byte(1), byte(1)),
    (b"{\"a\"\x0c:1}", byte(4), byte(4)),
    (b"{\"a\":\0}", byte(5), byte(5)),
    (b"{\"a\":1\x0c}", byte(6), byte(6)),
    (b"{\"a\":1,\x0b\"b\":2}", byte(7), byte(7)),
    ("\u{85}1".as_bytes(), byte(0), byte(0)),
    ("\u{a0}1".as_bytes(), byte(0), byte(0)),
    ("1\u{a0}".as_bytes(), rest(1), byte(1)),
    ("[1,\u{a0}2]".as_bytes(), byte(3), byte(3)),
    ("\u{200b}1".as_bytes(), byte(0), byte(0)),
    ("\u{2028}1".as_bytes(), byte(0), byte(0)),
    ("1\u{2029}".as_bytes(), rest(1), byte(1)),
    ("\u{3000}1".as_bytes(), byte(0), byte(0)),
    ("\u{feff}1".as_bytes(), bom(), byte(0)),
    ("1\u{feff}".as_bytes(), rest(1), byte(1)),
];

type Bodies = &'static [(&'static [u8], Expected)];

/// Too early an end, at each kind of place in what the contract documents.
const ENDS: Bodies = &[
    (br#"{"FullName"#, end(10)),
    (br#"{"FullName""#, end(11)),
    (br#"{"FullName":"#, end(12)),
    (br#"{"FullName": "#, end(13)),
    (br#"{"FullName":{"#, end(13)),
    (br#"{"FullName":{""#, end(14)),
    (br#"{"FullName":{"FirstName"#, end(23)),
    (br#"{"FullName":{"FirstName""#, end(24)),
    (br#"{"FullName":{"FirstName":"#, end(25)),
    (br#"{"FullName":{"FirstName":""#, end(26)),
    (br#"{"FullName":{"FirstName":"A"#, end(27)),
    (br#"{"FullName":{"FirstName":"A""#, end(28)),
    (br#"{"FullName":{"FirstName":"A","#, end(29)),
    (br#"{"FullName":{"FirstName":"A"}"#, end(29)),
    (br#"{"FullName":{"FirstName":"A"},"#, end(30)),
    (br#"{"FullName":n"#, end(13)),
    (br#"{"FullName":null"#, end(16)),
    (br#"{"FullName":-"#, end(13)),
    (br#"{"FullName":0"#, end(13)),
    (br#"{"FullName":1."#, end(14)),
    (br#"{"FullName":1e+"#, end(15)),
    (br#"{"FullName":["#, end(13)),
    (br#"{"FullName":[1,"#, end(15)),
    (br#"{"FullName":"\"#, end(14)),
    (br#"{"FullName":"\u"#, end(15)),
    (br#"{"FullName":"\u0"#, end(16)),
    (br#"{"FullName":"\u00"#, end(17)),
    (br#"{"FullName":"\u004"#, end(18)),
    (br#"{"FullName":"\u0041"#, end(19)),
    (br#"{"FullName":"\ud83d"#, end(19)),
    (br#"{"FullName":"\ud83d\"#, end(20)),
    (br#"{"FullName":"\ud83d\u"#, end(21)),
    (br#"{"FullName":"\ud83d\ud"#, end(22)),
    (br#"{"FullName":"\ud83d\ude"#, end(23)),
    (br#"{"FullName":"\ud83d\ude0"#, end(24)),
    (br#"{"FullName":"\ud83d\ude00"#, end(25)),
    (br#"{"FullName":0,"FullName":"#, end(25)),
    (br#"{"FullName":0,"FullName":{"a"#, end(28)),
    (br#"{"DateOfBirth":"1985-12-1"#, end(25)),
    (br#"{"\ud83d"#, end(8)),
    (br#"{"\ud83d\ude00"#, end(14)),
    (br#"{"\u00"#, end(6)),
    (br#"{"Identities":["#, end(15)),
    (br#"{"Identities":[0"#, end(16)),
    (br#"{"Identities":[{"#, end(16)),
    (br#"{"Identities":[{}"#, end(17)),
    (br#"{"Identities":[{},"#, end(18)),
    (br#"{"Identities":[{"IDType"#, end(23)),
    (br#"{"Identities":[{"IDType":"TaxID""#, end(32)),
    (br#"{"Identities":[]"#, end(16)),
    (br#"{"PrimaryResidence":{"Country":"US"}"#, end(36)),
    (br#"{"x":"a"#, end(7)),
    (br#"{"x":"\"#, end(7)),
    (br#"{"x":"\u00"#, end(10)),
    (br#"{"x":"\ud800"#, end(12)),
    (br#"{"x":"\ud800\u"#, end(14)),
    (br#"{"x":{"y":["#, end(11)),
    (br#"{"x":{"y":[]"#, end(12)),
    (br#"{"x":tru"#, end(8)),
    (br#""a\"#, end(3)),
    (br#""\u00e"#, end(6)),
    (br#""\ud83d"#, end(7)),
    (br#"["a\"#, end(4)),
    (br#"[{"a":"b""#, end(9)),
];

const ENCODING: Bodies = &[
    (b"{\"x\":\"\xed\x9f\xbf\xee\x80\x80\"}", JSON),
    (b"{\"x\":\"\xf0\x90\x80\x80\xf4\x8f\xbf\xbf\"}", JSON),
    (b"{\"x\":\"\xc2\x80\xdf\xbf\xe0\xa0\x80\"}", JSON),
    (b"\"\xff\"", utf8(1)),
    (b"{\"x\":\"\xff\"}", utf8(6)),
    (b"{\"x\":\"\xfe\"}", utf8(6)),
    (b"{\"x\":\"\x80\"}", utf8(6)),
    (b"{\"x\":\"\xbf\"}", utf8(6)),
    // Cut off by a quote, a letter, another start.
    (b"{\"x\":\"a\xc3\"}", utf8(7)),
    (b"{\"x\":\"a\xc3a\"}", utf8(7)),
    (b"{\"x\":\"\xe2\x82\"}", utf8(6)),
    (b"{\"x\":\"\xf0\x9f\x98\"}", utf8(6)),
    (b"{\"x\":\"\xc3\xc3\xa9\"}", utf8(6)),
    (b"{\"x\":\"\xc3\xa9\xc3\"}", utf8(8)),
    (b"{\"x\":\"\xc3\xa9\xa9\"}", utf8(8)),
    // Cut off by the end.
    (b"{\"x\":\"\xc3", utf8(6)),
    (b"{\"x\":\"\xe2\x82", utf8(6)),
    (b"{\"x\":\"\xf0\x9f\x98", utf8(6)),
    (b"{\"x\":\"a\xf0", utf8(7)),
    // Longer than need be.
    (b"{\"x\":\"\xc0\x80\"}", utf8(6)),
    (b"{\"x\":\"\xc0\xaf\"}", utf8(6)),
    (b"{\"x\":\"\xc1\xbf\"}", utf8(6)),
    (b"{\"x\":\"\xe0\x80\xaf\"}", utf8(6)),
    (b"{\"x\":\"\xe0\x9f\xbf\"}", utf8(6)),
    (b"{\"x\":\"\xf0\x8f\xbf\xbf\"}", utf8(6)),
    // Surrogates, and beyond U+10FFFF.
    (b"{\"x\":\"\xed\xa0\x80\"}", utf8(6)),
    (b"{\"x\":\"\xed\xbf\xbf\"}", utf8(6)),
    (b"{\"x\":\"\xed\xa0\xbd\xed\xb8\x80\"}", utf8(6)),
    (b"{\"x\":\"\xf4\x90\x80\x80\"}", utf8(6)),
    (b"{\"x\":\"\xf5\x80\x80\x80\"}", utf8(6)),
    (b"{\"x\":\"\xf8\x88\x80\x80\x80\"}", utf8(6)),
    // In names and values of every kind.
    (b"{\"\xff\":0}", utf8(2)),
    (b"{\"FullName\xff\":0}", utf8(10)),
    (b"{\"FullName\":\"\xff\"}", utf8(13)),
    (b"{\"FullName\":{\"\xff\":0}}", utf8(14)),
    (b"{\"FullName\":{\"FirstName\":\"Ad\xff\"}}", utf8(28)),
    (b"{\"FullName\":[\"\xff\"]}", utf8(14)),
    (b"{\"FullName\":0,\"FullName\":\"\xff\"}", utf8(26)),
    (b"{\"DateOfBirth\":\"\xff\"}", utf8(16)),
    (b"{\"Identities\":[\"\xff\"]}", utf8(16)),
    (b"{\"x\":{\"\xff\":0}}", utf8(7)),
    (b"{\"x\":[\"\xff\"]}", utf8(7)),
    (b"[\"\xff\"]", utf8(2)),
    // Outside of strings.
    (b"\xff", utf8(0)),
    (b"\xc3", utf8(0)),
    (b"\xff{}", utf8(0)),
    (b" \xff", utf8(1)),
    (b"[\xff]", utf8(1)),
    (b"[0\xff]", utf8(2)),
    (b"{\xff}", utf8(1)),
    (b"{\"x\"\xff:0}", utf8(4)),
    (b"{\"x\":\xff}", utf8(5)),
    (b"{\"x\":0\xff}", utf8(6)),
    (b"{\"x\":0,\xff}", utf8(7)),
    (b"tr\xffue", utf8(2)),
    (b"-\xff", utf8(1)),
    (b"\"\\\xff\"", utf8(2)),
    (b"\"\\u00\xff\"", utf8(5)),
    (b"{}\xff", utf8(2)),
    (b"{} \xc3", utf8(3)),
    (b"1\xff", utf8(1)),
    // Another violation before it, or behind it.
    (b"[x,\"\xff\"]", byte(1)),
    (b"{\"x\":01,\"y\":\"\xff\"}", byte(6)),
    (b"{\"FullName\":tru,\"DateOfBirth\":\"\xff\"}", byte(15)),
    (b"{\"\x01\xff\":0}", byte(2)),
    (b"{\"x\":\"\\q\xff\"}", byte(7)),
    (b"{} {}\xff", rest(3)),
    (b"01\xff", rest(1)),
    (b"{\"DateOfBirth\":\"\\ud800\",\"x\":\"\xff\"}", lone(16)),
    (b"{\"x\":\"\xff\",}", utf8(6)),
    (b"{\"x\":\"\xff\x01\"}", utf8(6)),
    (b"{\"x\":\"\xff", utf8(6)),
    (b"\"\xff", utf8(1)),
    (b"[\"\xff\"] x", utf8(2)),
    (b"{\"x\":\"\xff\",\"DateOfBirth\":\"\\ud800\"}", utf8(6)),
    // Characters that are well encoded, where none may stand.
    (b"{\"x\":\xc3\xa9}", byte(5)),
    (b"{\"\xc3\xa9\":x}", byte(6)),
    (b"{}\xc3\xa9", rest(2)),
    // UTF-16, with and without byte order mark.
    (b"{\0}\0", byte(1)),
    (b"\0{\0}", byte(0)),
    (b"\xff\xfe{\0}\0", utf8(0)),
    (b"\xfe\xff\0{\0}", utf8(0)),
];

const ROOTS: Bodies = &[
    (b"\xef\xbb\xbf", bom()),
    (b"\xef\xbb\xbf{}", bom()),
    (b"\xef\xbb\xbf ", bom()),
    (b"\xef\xbb\xbf\xef\xbb\xbf{}", bom()),
    (b"\xef\xbb\xbf{x", bom()),
    (b"\xef\xbb\xbf\xff", bom()),
    (b"\xef\xbb", utf8(0)),
    (b"\xef\xbb{}", utf8(0)),
    (b"\xef\xbb\xbe{}", byte(0)),
    (b" \xef\xbb\xbf{}", byte(1)),
    (b"{\xef\xbb\xbf}", byte(1)),
    (b"[\xef\xbb\xbf]", byte(1)),
    (b"{\"x\"\xef\xbb\xbf:0}", byte(4)),
    (b"{\"x\":\xef\xbb\xbf0}", byte(5)),
    (b"{\"x\":0,\xef\xbb\xbf\"y\":0}", byte(7)),
    (b"{\"\xef\xbb\xbf\":0}", JSON),
    (b"{}\xef\xbb\xbf", rest(2)),
    (b"{} \r\n\t", JSON),
    (b"\r\n\t {}", JSON),
    (b"{\"FullName\":0}{\"FullName\":0}", rest(14)),
    (b"{\"FullName\":0}\n{\"FullName\":0}", rest(15)),
    (b"{}null", rest(2)),
    (b"{} null", rest(3)),
    (b"null null", rest(5)),
    (b"null\n1", rest(5)),
    (b"\"a\"1", rest(3)),
    (b"1\"a\"", rest(1)),
    (b"[] 1", rest(3)),
    (b"{},", rest(2)),
    (b"{},{}", rest(2)),
    (b"{};", rest(2)),
    (b"{}:", rest(2)),
    (b"{}\"", rest(2)),
    (b"{}\\", rest(2)),
    (b"{}x", rest(2)),
    (b"{}\0", rest(2)),
    (b"{}//", rest(2)),
    (b"{}\x0c", rest(2)),
    (b"{}\n\n {}", rest(5)),
    (b"{}\xc2\xa0", rest(2)),
];

/// Lone surrogates in names that are compared and in values that are checked.
const SURROGATES: Bodies = &[
    (br#"{"DateOfBirth":"\ud83d\ude00"}"#, JSON),
    (br#"{"DateOfBirth":"\\ud800"}"#, JSON),
    (br#"{"\ud83d\ude00":0}"#, JSON),
    (br#"{"DateOfBirth":"\ud800"}"#, lone(16)),
    (br#"{"DateOfBirth":"\uD800"}"#, lone(16)),
    (br#"{"DateOfBirth":"\uDBFF"}"#, lone(16)),
    (br#"{"DateOfBirth":"\udc00"}"#, lone(16)),
    (br#"{"DateOfBirth":"\uDFFF"}"#, lone(16)),
    (br#"{"DateOfBirth":"a\ud800"}"#, lone(17)),
    (br#"{"DateOfBirth":"\\\ud800"}"#, lone(18)),
    (br#"{"DateOfBirth":"\ud800a"}"#, lone(16)),
    ("{\"DateOfBirth\":\"\\ud800é\"}".as_bytes(), lone(16)),
    (br#"{"DateOfBirth":"\ud800\n"}"#, lone(16)),
    (br#"{"DateOfBirth":"\ud800\\udc00"}"#, lone(16)),
    (br#"{"DateOfBirth":"\ud800\u0041"}"#, lone(16)),
    (br#"{"DateOfBirth":"\ud800\ue000"}"#, lone(16)),
    (br#"{"DateOfBirth":"\ud800\ud800"}"#, lone(16)),
    (br#"{"DateOfBirth":"\ud800\ud800\udc00"}"#, lone(16)),
    (br#"{"DateOfBirth":"\udc00\ud800"}"#, lone(16)),
    (br#"{"DateOfBirth":"\udc00\ud800\udc00"}"#, lone(16)),
    (br#"{"DateOfBirth":"\ud83d\ude00\ude00"}"#, lone(28)),
    (br#"{"DateOfBirth":"\ud83d\ude00\ud83d"}"#, lone(28)),
    // What is cut off can still be the beginning of a pair, or no more.
    (br#"{"DateOfBirth":"\ud800"#, end(22)),
    (br#"{"DateOfBirth":"\ud800\"#, end(23)),
    (br#"{"DateOfBirth":"\ud800\u"#, end(24)),
    (br#"{"DateOfBirth":"\ud800\ud"#, end(25)),
    (br#"{"DateOfBirth":"\ud800\ud8"#, lone(16)),
    (br#"{"DateOfBirth":"\ud800\ud800"#, lone(16)),
    (br#"{"DateOfBirth":"\ud800a"#, lone(16)),
    (br#"{"DateOfBirth":"\ud800\n"#, lone(16)),
    (br#"{"DateOfBirth":"\udc00"#, lone(16)),
    (br#"{"DateOfBirth":"\ud800","#, lone(16)),
    (br#"{"DateOfBirth":"\ud800",}"#, lone(16)),
    (br#"{"DateOfBirth":"\ud800"}{}"#, lone(16)),
    (br#"{"x":01,"DateOfBirth":"\ud800"}"#, byte(6)),
    (br#"{"DateOfBirth":"\q\ud800"}"#, byte(17)),
    // Every kind of documented place.
    (br#"{"FullName":"\ud800"}"#, lone(13)),
    (br#"{"FullName":{"FirstName":"\ud800"}}"#, lone(26)),
    (br#"{"FullName":{"MiddleName":"\ud800"}}"#, lone(27)),
    (br#"{"FullName":{"\u0046irstName":"\ud800"}}"#, lone(31)),
    (br#"{"Identities":"\ud800"}"#, lone(15)),
    (br#"{"Identities":["\ud800"]}"#, lone(16)),
    (br#"{"Identities":[0,"\ud800"]}"#, lone(18)),
    (br#"{"Identities":[{"IDType":"\ud800"}]}"#, lone(26)),
    (br#"{"PrimaryResidence":"\udc00"}"#, lone(21)),
    (br#"{"PrimaryResidence":{"Street2":"\ud800"}}"#, lone(32)),
    (br#"{"PrimaryResidence":{"Country":"\ud800"}}"#, lone(32)),
    (br#"{"PrimaryResidence":{"State":"\ud800"}}"#, lone(30)),
    (br#"{"\ud800":0}"#, lone(2)),
    (br#"{"\udc00":0}"#, lone(2)),
    (br#"{"x\udc00":0}"#, lone(3)),
    (br#"{"x":0,"\ud800":0}"#, lone(8)),
    (br#"{"Full\ud800Name":0}"#, lone(6)),
    (br#"{"FullName\ud800":0}"#, lone(10)),
    (br#"{"\ud800""#, lone(2)),
    (br#"{"FullName":{"\ud800":0}}"#, lone(14)),
    (br#"{"Identities":[{"\ud800":0}]}"#, lone(17)),
    (br#"{"PrimaryResidence":{"\udfff":0}}"#, lone(22)),
    (br#"{"FullName":0,"\ud800":0}"#, lone(15)),
];

/// Lone surrogates in values that only have to follow the grammar.
const SKIPPED: Bodies = &[
    (br#"{"x":"\ud800"}"#, JSON),
    (br#"{"x":"\udc00\ud800"}"#, JSON),
    (br#"{"x":"\ud800\u0041"}"#, JSON),
    (br#"{"x":["\ud800"]}"#, JSON),
    (br#"{"x":{"\ud800":"\udc00"}}"#, JSON),
    (br#"{"x":{"FullName":"\ud800"}}"#, JSON),
    (br#"{"fullname":"\ud800"}"#, JSON),
    (br#"{"FirstName":"\ud800"}"#, JSON),
    (br#"{"FullName":{"x":"\ud800"}}"#, JSON),
    (br#"{"FullName":{"DateOfBirth":"\ud800"}}"#, JSON),
    (br#"{"FullName":{"x":{"\ud800":0}}}"#, JSON),
    (br#"{"Identities":[{"x":"\ud800"}]}"#, JSON),
    (br#"{"PrimaryResidence":{"x":["\ud800"]}}"#, JSON),
    (br#"{"DateOfBirth":["\ud800"]}"#, JSON),
    (br#"{"DateOfBirth":{"\ud800":0}}"#, JSON),
    (br#"{"FullName":["\ud800"]}"#, JSON),
    (br#"{"FullName":[{"\ud800":0}]}"#, JSON),
    (br#"{"Identities":{"\ud800":"\ud800"}}"#, JSON),
    (br#"{"Identities":[["\ud800"]]}"#, JSON),
    (br#"{"FullName":{"FirstName":["\ud800"]}}"#, JSON),
    (br#"{"FullName":{"FirstName":{"\ud800":0}}}"#, JSON),
    (br#"{"FullName":0,"FullName":"\ud800"}"#, JSON),
    (br#"{"FullName":0,"FullName":{"\ud800":0}}"#, JSON),
    (br#"{"DateOfBirth":"","DateOfBirth":"\udc00"}"#, JSON),
    (br#"{"FullName":{"FirstName":"A","FirstName":"\ud800"}}"#, JSON),
    (br#""\ud800""#, JSON),
    (br#"["\ud800"]"#, JSON),
    (br#"[{"\ud800":0}]"#, JSON),
    (br#"{"x":"\ud800\u00"}"#, byte(16)),
    (br#"{"x":"\ud800\x"}"#, byte(13)),
    (b"{\"x\":\"\\ud800\n\"}", byte(12)),
    (br#"{"x":"\ud800\ud8"}"#, byte(16)),
    (br#"{"x":"\ud800\ud8"#, end(16)),
];
