//! JSON in every form, and text that is almost JSON, has the same verdict as in `serde_json` (S5).

use std::cell::Cell;

use customer_schema::{Customer, strategy};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::strategy::BoxedStrategy;
use proptest::test_runner::{Config, TestRunner};

use crate::config;
use crate::json_oracle::{
    assert_agrees, assert_agrees_on_body, assert_agrees_on_content, assert_agrees_on_name, is_json,
};

/// Tokens of JSON, and bytes that resemble them.
const PIECES: &[&[u8]] = &[
    b"{",
    b"}",
    b"[",
    b"]",
    b"\"",
    b":",
    b",",
    b"\\",
    b"u",
    b"0",
    b"1",
    b"-",
    b"+",
    b".",
    b"e",
    b"E",
    b" ",
    b"\n",
    b"\t",
    b"\r",
    b"/",
    b"'",
    b"\"\"",
    b"{}",
    b"[]",
    b"\"a\":",
    b"true",
    b"fals",
    b"null",
    b"\\u",
    b"\\u00e9",
    b"\\ud83d",
    b"\\ude00",
    b"\\n",
    b"\\x",
    b"\0",
    b"\x0c",
    b"\x1f",
    b"\x7f",
    "é".as_bytes(),
    "\u{a0}".as_bytes(),
    "\u{2028}".as_bytes(),
    "\u{feff}".as_bytes(),
    "😀".as_bytes(),
    b"\x80",
    b"\xc3",
    b"\xed\xa0\x80",
    b"\xf0\x9f\x98",
    b"\xff",
];

const WHITE_SPACE: &[&str] = &["", "", "", " ", "\n", "\r\n", "\t", "  \t \n"];

fn white_space() -> impl Strategy<Value = &'static str> {
    select(WHITE_SPACE)
}

fn escaped(c: char) -> String {
    let mut units = [0; 2];
    let escapes: Vec<_> = c.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")).collect();
    escapes.concat()
}

fn character() -> impl Strategy<Value = String> {
    let short = select(&["\\\"", "\\\\", "\\/", "\\b", "\\f", "\\n", "\\r", "\\t"][..]);
    prop_oneof![
        4 => "[ !#-\\[\\]-~]{1,8}",
        2 => any::<char>().prop_map(|c| if c < ' ' || ['"', '\\'].contains(&c) { escaped(c) } else { c.into() }),
        2 => short.prop_map(str::to_owned),
        2 => any::<char>().prop_map(escaped),
        1 => any::<u16>().prop_map(|unit| format!("\\u{unit:04X}")),
        1 => (0xd800_u16..0xe000).prop_map(|unit| format!("\\u{unit:04x}")),
    ]
}

fn string() -> impl Strategy<Value = String> {
    prop::collection::vec(character(), 0..12).prop_map(|characters| format!("\"{}\"", characters.concat()))
}

fn value() -> BoxedStrategy<String> {
    let leaf = prop_oneof![
        select(&["null", "true", "false", "0", "-0", "1e999", "\"\""][..]).prop_map(str::to_owned),
        "-?(0|[1-9][0-9]{0,24})(\\.[0-9]{1,24})?([eE][-+]?[0-9]{1,4})?",
        string(),
    ];
    let nested = leaf.prop_recursive(8, 48, 6, |inner| {
        let element = (white_space(), inner.clone(), white_space());
        let element = element.prop_map(|(before, value, behind)| format!("{before}{value}{behind}")).boxed();
        let property = (white_space(), string(), white_space(), element.clone());
        let property = property.prop_map(|(before, name, behind, value)| format!("{before}{name}{behind}:{value}"));
        prop_oneof![
            (white_space(), prop::collection::vec(element, 0..6)).prop_map(|(space, list)| match &list[..] {
                [] => format!("[{space}]"),
                list => format!("[{}]", list.join(",")),
            }),
            (white_space(), prop::collection::vec(property, 0..6)).prop_map(|(space, list)| match &list[..] {
                [] => format!("{{{space}}}"),
                list => format!("{{{}}}", list.join(",")),
            }),
        ]
    });
    nested.boxed()
}

#[derive(Clone, Debug)]
enum Mutation {
    Insert(&'static [u8]),
    /// Puts a byte in the place of another.
    Replace(u8),
    Remove,
    CutOff,
    /// Puts the bytes between two places once more.
    Repeat(Index),
}

fn mutations(most: usize) -> impl Strategy<Value = Vec<(Index, Mutation)>> {
    let mutation = prop_oneof![
        4 => select(PIECES).prop_map(Mutation::Insert),
        2 => any::<u8>().prop_map(Mutation::Replace),
        2 => Just(Mutation::Remove),
        1 => Just(Mutation::CutOff),
        1 => any::<Index>().prop_map(Mutation::Repeat),
    ];
    prop::collection::vec((any::<Index>(), mutation), 0..=most)
}

fn mutated(text: &str, mutations: Vec<(Index, Mutation)>) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for (place, mutation) in mutations {
        let at = place.index(bytes.len() + 1);
        let next = bytes.len().min(at + 1);
        match mutation {
            Mutation::Insert(piece) => drop(bytes.splice(at..at, piece.iter().copied())),
            Mutation::Replace(byte) => drop(bytes.splice(at..next, [byte])),
            Mutation::Remove => drop(bytes.drain(at..next)),
            Mutation::CutOff => bytes.truncate(at),
            Mutation::Repeat(other) => {
                let other = other.index(bytes.len() + 1);
                let part = bytes[at.min(other)..at.max(other)].to_vec();
                drop(bytes.splice(at..at, part));
            }
        }
    }
    bytes
}

fn json_like() -> impl Strategy<Value = Vec<u8>> {
    let pieces = prop::collection::vec(select(PIECES), 0..16).prop_map(|pieces| pieces.concat());
    let plain = value().prop_map(String::into_bytes);
    let changed = (value(), mutations(4)).prop_map(|(value, mutations)| mutated(&value, mutations));
    prop_oneof![1 => pieces, 2 => plain, 2 => changed]
}

fn string_like() -> impl Strategy<Value = Vec<u8>> {
    (string(), mutations(2)).prop_map(|(string, mutations)| mutated(&string, mutations))
}

proptest! {
    #![proptest_config(Config { cases: 4 * config().cases, ..config() })]

    #[test]
    fn values_are_json_where_serde_json_says_so(text in json_like()) {
        assert_agrees(&text);
    }

    #[test]
    fn strings_and_names_have_the_content_that_serde_json_reads(text in string_like()) {
        assert_agrees_on_content(&text);
        assert_agrees_on_name(&text);
    }

    #[test]
    fn reading_and_checking_agree(text in json_like()) {
        prop_assert_eq!(Customer::from_json(&text).map(drop), Customer::check_json(&text));
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn customers_are_json_where_serde_json_says_so(
        body in strategy::body(),
        mutations in mutations(4),
    ) {
        assert_agrees_on_body(&mutated(&body, mutations));
    }
}

/// Texts of which all or none were JSON would show little.
#[test]
fn both_verdicts_are_drawn() {
    let cases = 1000;
    let well_formed = Cell::new(0);
    let count = |text: Vec<u8>| {
        well_formed.set(well_formed.get() + u32::from(is_json(&text)));
        Ok(())
    };
    TestRunner::new(Config { cases, ..config() }).run(&json_like(), count).expect("no case fails");
    let well_formed = well_formed.get();
    assert!((cases / 5..cases * 4 / 5).contains(&well_formed), "{well_formed} of {cases}");
}
