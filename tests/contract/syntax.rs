//! Well-formedness (S5): what is JSON, and where it stops being JSON.

use customer_schema::{Customer, MalformedCause};

use super::bodies::{assert_malformed, assert_report, assert_skipped, assert_valid, body, locations, malformed};

#[test]
fn what_is_not_one_json_value() {
    let body = body().to_string();
    for white in [" ", "\t", "\r\n", "\n\n"] {
        assert_valid(format!("{white}{body}{white}"));
        assert_malformed(white);
    }
    assert_malformed("");
    assert_malformed(format!("\u{feff}{body}"));
    assert_malformed([b"\xff\xfe".as_slice(), body.as_bytes()].concat());
    let utf_16: Vec<u8> = body.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_malformed(utf_16);
    for rest in ["x", "{}", ",", "]", "}", "\u{0}", "//", "\u{a0}", "\u{feff}", "5", "null"] {
        assert_malformed(format!("{body}{rest}"));
        assert_malformed(format!("{body} \n{rest}"));
        assert_malformed(format!("{rest}{body}"));
    }
    // Well-formed, and something else than an object.
    for root in ["null", "true", "5", "1e999", "\"{}\"", "[]"] {
        assert_report(root, &[("Body", "wrong_type")]);
        assert_malformed(format!("{root} {root}"));
    }
}

/// No dialect of JSON is accepted, neither in read values nor in skipped ones.
#[test]
fn what_is_almost_json() {
    let broken = [
        "01",
        "+1",
        ".5",
        "5.",
        "1e",
        "0x1",
        "NaN",
        "Infinity",
        "-",
        "nul",
        "True",
        "undefined",
        "'x'",
        "x",
        "[1,]",
        "[,]",
        "[1 2]",
        "{\"a\":1,}",
        "{a:1}",
        "{\"a\" 1}",
        "{\"a\":}",
        "{5:1}",
        "[}",
        "{]",
        "/**/1",
        "\"\t\"",
        "\"\u{0}\"",
        "\"\\x\"",
        "\"\\u00\"",
        "\"\\u{41}\"",
        "\"\\'\"",
        "\"",
    ];
    for json in broken {
        for path in locations("object") {
            assert_malformed(body().and(path, "Unknown", json).to_string());
        }
        for path in ["Body", "FullName", "DateOfBirth", "Identities", "PrimaryResidence.Country"] {
            assert_malformed(body().with(path, json).to_string());
        }
        assert_malformed(body().and("Body", "FullName", json).to_string());
        // A number beyond a double's range does not hide the break.
        assert_malformed(body().with("DateOfBirth", "1e999").and("Body", "Unknown", json).to_string());
    }
}

#[test]
fn what_is_not_utf_8() {
    let invalid: [&[u8]; 6] = [b"\xff", b"\xc3", b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\x80"];
    let body = body().and("Body", "Unknown", "\"@\"").with_text("FullName.FirstName", "Ad@").to_string();
    for (bytes, at) in invalid.iter().flat_map(|bytes| body.match_indices('@').map(move |(at, _)| (bytes, at))) {
        let broken = [&body.as_bytes()[..at], bytes, &body.as_bytes()[at + 1..]].concat();
        assert_eq!(assert_malformed(broken), (1, at + 1), "the first byte that is not UTF-8");
    }
    // Behind the value, with and without white space, and with something else first.
    for (text, cause) in
        [("{}", MalformedCause::NotUtf8), ("5 \t", MalformedCause::NotUtf8), ("{} x", MalformedCause::TrailingData)]
    {
        for bytes in invalid {
            let column = text.find('x').unwrap_or(text.len()) + 1;
            assert_eq!(malformed([text.as_bytes(), bytes].concat()), (cause, 1, column), "{text:?} {bytes:?}");
        }
    }
}

/// A lone surrogate is malformed in a text or name of the contract, and skipped in any other (S5).
#[test]
fn lone_surrogates() {
    for escape in ["\\ud800", "\\udc00", "\\ud83d\\ud83d", "\\udc00\\ud800", "x\\uDBFFx"] {
        let text = format!("\"{escape}\"");
        for path in locations("string").chain(["FullName", "Identities", "Identities[0]", "PrimaryResidence"]) {
            assert_malformed(body().with(path, &text).to_string());
        }
        for path in locations("object") {
            assert_malformed(body().and(path, escape, "1").to_string());
        }

        let name = format!("{{{text}:1}}");
        let nested = [text.as_str(), &name, &format!("[{text}]")].map(str::to_owned);
        for value in &nested {
            let skipped = [
                (body().and("Body", "Unknown", value), None),
                (body().and("PrimaryResidence", "Unknown", value), None),
                (body().and("FullName", "FirstName", value), Some(("FullName.FirstName", "duplicate"))),
                (body().with("DateOfBirth", &format!("[{value}]")), Some(("DateOfBirth", "wrong_type"))),
                (body().with("Body", &format!("[{value}]")), Some(("Body", "wrong_type"))),
                (body().with("Body", &text), Some(("Body", "wrong_type"))),
            ];
            for (body, otherwise) in skipped {
                assert_skipped(body.to_string(), otherwise);
            }
        }
    }
    // A pair is a character.
    assert_valid(
        body().with("FullName.FirstName", "\"\\ud83d\\ude00\"").and("Body", "\\ud83d\\ude00", "1").to_string(),
    );
}

/// A body may end within a pair of surrogates: too early, if more digits would complete it. A byte that is not UTF-8
/// cannot be part of a pair.
#[test]
fn pairs_that_are_cut_off() {
    let start = "{\"FullName\":{\"FirstName\":\"";
    let pair = "\\ud83d\\ude00";
    for length in 6..=pair.len() {
        let text = [start, &pair[..length]].concat();
        let (of_byte, at) = if length == pair.len() {
            (MalformedCause::NotUtf8, text.len())
        } else {
            (MalformedCause::LoneSurrogate, start.len())
        };
        for (end, cause, at) in [(&b""[..], MalformedCause::UnexpectedEnd, text.len()), (b"\xff", of_byte, at)] {
            assert_eq!(malformed([text.as_bytes(), end].concat()), (cause, 1, at + 1), "{text} {end:?}");
        }
    }
    // No digits complete a low one.
    for escape in ["\\udc00", "\\udfff"] {
        let text = [start, escape].concat();
        assert_eq!(malformed(&text), (MalformedCause::LoneSurrogate, 1, start.len() + 1), "{text}");
    }
}

/// Each escape is its character in a text, and is accepted in the name of an unknown property.
#[test]
fn escapes() {
    let escapes = [("\\\"", '"'), ("\\\\", '\\'), ("\\/", '/'), ("\\b", '\u{8}'), ("\\f", '\u{c}'), ("\\n", '\n')];
    let escapes = escapes.into_iter().chain([("\\r", '\r'), ("\\t", '\t'), ("\\u0041", 'A'), ("\\uD83d\\uDe00", '😀')]);
    for (escape, character) in escapes {
        for (before, after) in [("", ""), ("x", ""), ("", "y"), ("x\\n", "\\ty")] {
            let text = format!("\"{before}{escape}{after}\"");
            let expected = [before, &character.to_string(), after].concat().replace("\\n", "\n").replace("\\t", "\t");
            let body = body().with("FullName.FirstName", &text).and("Body", &text[1..text.len() - 1], "1");
            assert_eq!(assert_valid(body.to_string()).full_name.first_name.as_str(), expected, "{text}");
        }
    }
}

/// An escape is malformed at its first digit that is wrong, also if several are.
#[test]
fn escapes_with_wrong_digits() {
    let start = "{\"FullName\":{\"FirstName\":\"\\u";
    for wrong in 1..1 << 4 {
        let digits: String = (0..4).map(|digit| if wrong >> digit & 1 == 1 { 'g' } else { '0' }).collect();
        let column = start.len() + 1 + digits.find('g').unwrap();
        let expected = (MalformedCause::UnexpectedByte, 1, column);
        assert_eq!(malformed(format!("{start}{digits}\"}}}}")), expected, "{digits}");
    }
}

/// Lines count from 1, columns in bytes, and a column is where the body stops being JSON: its end, if it ends too early.
#[test]
fn positions() {
    let cases: [(&[u8], (usize, usize)); 14] = [
        (b"", (1, 1)),
        (b"x", (1, 1)),
        (b"{", (1, 2)),
        (b"{}x", (1, 3)),
        (b"{} \n\n x", (3, 2)),
        (b"{\"a\" 1}", (1, 6)),
        (b"{\n\"a\":1,\n}", (3, 1)),
        (b"{\"a\":tru}", (1, 9)),
        ("{\"é\":x}".as_bytes(), (1, 7)),
        ("{\"é\":\n\"é\"x}".as_bytes(), (2, 5)),
        (b"{\"a\":\"\xff\"}", (1, 7)),
        (b"\xff", (1, 1)),
        (b"{\n\n\"a\":\"\xc3\xa9\xff\"}", (3, 8)),
        (b"{\n\xff", (2, 1)),
    ];
    for (body, expected) in cases {
        assert_eq!(assert_malformed(body), expected, "{}", String::from_utf8_lossy(body));
        let deserialized = serde_json::from_slice::<Customer>(body);
        assert!(deserialized.is_err(), "{}", String::from_utf8_lossy(body));
    }
}
