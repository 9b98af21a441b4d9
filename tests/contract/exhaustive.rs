//! Every short text of the bytes that JSON is made of, against `serde_json` (S5).
//!
//! `SYNTAX_BYTES` sets how long the longest are: 3 by default, and each one more takes 22 times as long. From 4 on,
//! this test and `hostile` leave nothing out: no escape and no byte.

use std::env;

use crate::json_oracle::{
    SKIPPED, assert_agrees_on_body, assert_agrees_on_content, assert_agrees_on_name, assert_agrees_where_skipped,
};

const ALPHABET: &[u8; 22] = b"{}[]\":,\\u0 -1eE.+/tfn\x1f";

fn longest() -> usize {
    env::var("SYNTAX_BYTES").map_or(3, |bytes| bytes.parse().expect("a number"))
}

/// `step` for an iterator, or 1 where nothing is left out.
pub(crate) fn step(step: usize) -> usize {
    if longest() > 3 { 1 } else { step }
}

/// Calls `check` with every text up to the longest.
fn each_text(check: impl Fn(&[u8])) {
    for length in 0..=longest() {
        let mut indexes = vec![0; length];
        loop {
            let text: Vec<u8> = indexes.iter().map(|index| ALPHABET[*index]).collect();
            check(&text);
            // The next number in base 22.
            let Some(digit) = indexes.iter().position(|index| index + 1 < ALPHABET.len()) else { break };
            indexes[digit] += 1;
            indexes[..digit].fill(0);
        }
    }
}

#[test]
fn every_short_body() {
    each_text(assert_agrees_on_body);
}

#[test]
fn every_short_value() {
    each_text(|text| assert_agrees_where_skipped(SKIPPED[0], text));
}

#[test]
fn every_short_element() {
    each_text(|text| assert_agrees_on_body(&[b"[", text, b"]"].concat()));
}

#[test]
fn every_short_object() {
    each_text(|text| assert_agrees_on_body(&[b"{\"\"", text, b"}"].concat()));
}

#[test]
fn every_short_string() {
    each_text(|text| {
        let literal = [b"\"", text, b"\""].concat();
        assert_agrees_on_content(&literal);
        assert_agrees_on_name(&literal);
    });
}

/// Every short string of the characters that escapes are made of: an escape is cut off, or broken by another one.
#[test]
fn every_short_escape() {
    const ALPHABET: &[u8; 4] = b"\\u0\"";
    for length in 0..=6 {
        for number in 0..ALPHABET.len().pow(length) {
            let digits = (0..length).map(|digit| number / ALPHABET.len().pow(digit) % ALPHABET.len());
            let text: Vec<u8> = digits.map(|digit| ALPHABET[digit]).collect();
            assert_agrees_on_body(&[b"[\"", &text[..]].concat());
        }
    }
    // The oracle bisects, so the bytes behind decide which beginnings it tests.
    for behind in 0..64 {
        for broken in [&br"\u\\u"[..], br"\u0\\u", br"\u00\\u0", br"\\\u\\"] {
            assert_agrees_on_body(&[b"[\"", broken, &vec![b' '; behind], b"\"]"].concat());
        }
    }
}

/// Every escape of a UTF-16 unit, alone and behind the first half of a pair.
#[test]
fn every_escaped_unit() {
    let step = step(16);
    for unit in 0..=u16::MAX {
        let literal = format!("\"\\u{unit:04x}\"");
        assert_agrees_on_name(literal.as_bytes());
        assert_agrees_where_skipped(SKIPPED[0], literal.as_bytes());
        assert_agrees_on_name(format!("\"\\ud83d\\u{unit:04X}\"").as_bytes());
        if usize::from(unit).is_multiple_of(step) {
            assert_agrees_on_content(literal.as_bytes());
            assert_agrees_on_content(format!("\"\\udbff\\u{unit:04X}\"").as_bytes());
        }
    }
}

/// Every two units at the borders of the surrogates, as a string that is read, a name, and a value that is skipped.
#[test]
fn every_pair_at_the_borders_of_surrogates() {
    let borders = [0xd7ff, 0xd800, 0xd801, 0xdbfe, 0xdbff, 0xdc00, 0xdc01, 0xdffe, 0xdfff, 0xe000];
    for (first, second) in borders.iter().flat_map(|first| borders.iter().map(move |second| (first, second))) {
        for literal in [format!("\"\\u{first:04x}\\u{second:04X}\""), format!("\"x\\u{first:04X}y\\u{second:04x}\"")] {
            assert_agrees_on_content(literal.as_bytes());
            assert_agrees_on_name(literal.as_bytes());
            assert_agrees_where_skipped(SKIPPED[0], literal.as_bytes());
        }
    }
}

/// Every pair of bytes in a string: where UTF-8, control bytes and escapes meet.
#[test]
fn every_two_bytes_in_a_string() {
    for first in 0..=u8::MAX {
        for second in 0..=u8::MAX {
            assert_agrees_where_skipped(SKIPPED[0], &[b'"', first, second, b'"']);
        }
    }
}
