//! Any text as a date, a code or a bounded text, and any numbers as a date.

#![no_main]

// Its macros have to come before their uses.
#[macro_use]
#[path = "../../tests/oracle/mod.rs"]
mod oracle;

use std::str::FromStr;

use customer_schema::{CalendarDate, CountryCode, Reason, Region};
use libfuzzer_sys::Corpus;
use oracle::table::{self, List, Rule};

/// Reads a text as each type of text in the table.
macro_rules! check {
    ($text:ident; $($rule:ident $Type:ident $path:literal $example:expr,)+) => {
        $(check!(@$rule $Type $path $text);)+
    };
    (@text $Type:ident $path:literal $text:ident) => { length::<customer_schema::$Type>($text, table::row($path).rule) };
    (@$rule:ident $Type:ident $path:literal $text:ident) => {};
}

/// Reads a text as a code of each list.
macro_rules! check_codes {
    ($text:ident; $($number:ident $path:literal: $Type:ident = $presence:ident $rule:ident $(($($argument:tt)*))? $source:literal
        $({ $example:literal, $($field:tt)+ })?,)+) => {
        $(check_codes!(@$rule $Type $path $text);)+
    };
    (@code $Type:ident $path:literal $text:ident) => { code::<customer_schema::$Type>($text, table::row($path).list()) };
    (@$rule:ident $Type:ident $path:literal $text:ident) => {};
}

macro_rules! check_states {
    ($text:ident; $(
        $number:ident $when:literal is $is:literal => $then:literal in $LIST:ident: $Type:ident, such as $example:literal,
            not $counterexample:literal;
    )+) => {
        for condition in table::CONDITIONS {
            $(if condition.is == $is { code::<customer_schema::$Type>($text, condition.list) })+
        }
    };
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| -> Corpus {
    if let [high, low, month, day] = *bytes {
        numbers(u16::from_be_bytes([high, low]), month, day);
    }
    let Ok(text) = str::from_utf8(bytes) else { return Corpus::Reject };
    let date = text.parse::<CalendarDate>();
    assert_eq!(date.err().map(|reason| reason.code()), oracle::date(text));
    assert!(date.is_ok_and(|date| date.to_iso8601() == text) || date.is_err());

    properties!(check_codes! text;);
    conditions!(check_states! text;);
    types!(check! text;);
    if let Some((Ok(country), state)) = text.split_once(' ').map(|(country, state)| (country.parse(), state)) {
        region(country, state);
    }

    Corpus::Keep
});

fn numbers(year: u16, month: u8, day: u8) {
    let written = format!("{year:04}-{month:02}-{day:02}");
    let date = CalendarDate::new(year, month, day);
    assert_eq!(date.is_ok(), oracle::date(&written).is_none(), "{written}");
    if let Ok(date) = date {
        assert_eq!((date.year(), date.month(), date.day()), (year, month, day));
        assert_eq!(date.to_iso8601(), written);
    }
}

fn code<T: FromStr<Err = Reason> + AsRef<str>>(text: &str, list: &List) {
    match text.parse::<T>() {
        Ok(code) => assert!(code.as_ref() == text && list.contains(text), "{text:?}"),
        Err(reason) => assert!(reason.code() == list.unknown && !list.contains(text), "{text:?}"),
    }
}

fn region(country: CountryCode, state: &str) {
    let condition = table::CONDITIONS.iter().find(|condition| condition.is == country.as_str());
    let is_known = condition.is_none_or(|condition| condition.list.contains(state));
    let length = oracle::text(table::row("PrimaryResidence.State").rule, state);
    let expected = length.or((!is_known).then_some("unknown_state"));
    let region = Region::new(country, state);
    assert_eq!(region.as_ref().err().map(Reason::code), expected, "{country} {state:?}");
    assert!(region.is_err() || region.is_ok_and(|region| region.country() == country && region.state() == state));
}

fn length<T: FromStr<Err = Reason> + AsRef<str>>(text: &str, rule: Rule) {
    match text.parse::<T>() {
        Ok(parsed) => assert!(oracle::text(rule, text).is_none() && parsed.as_ref() == text),
        Err(reason) => assert_eq!(Some(reason.code()), oracle::text(rule, text)),
    }
}
