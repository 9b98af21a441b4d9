//! Any text as a date, a code or a bounded text, and any numbers as a date.

#![no_main]

#[path = "../../tests/oracle/mod.rs"]
mod oracle;

use std::str::FromStr;

use customer_schema::{
    CaProvince, CalendarDate, City, CountryCode, CustomerId, FirstName, IdNumber, IdType, LastName, MiddleName,
    PostCode, Reason, Region, State, Street, Street2, UsState,
};
use libfuzzer_sys::Corpus;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| -> Corpus {
    if let [high, low, month, day] = *bytes {
        numbers(u16::from_be_bytes([high, low]), month, day);
    }
    let Ok(text) = str::from_utf8(bytes) else { return Corpus::Reject };
    let date = text.parse::<CalendarDate>();
    assert_eq!(date.err().map(|reason| reason.code()), oracle::date(text));
    assert!(date.is_ok_and(|date| date.to_iso8601() == text) || date.is_err());

    code::<CountryCode>(text, oracle::COUNTRIES, "unknown_country");
    code::<UsState>(text, oracle::US_STATES, "unknown_state");
    code::<CaProvince>(text, oracle::CA_PROVINCES, "unknown_state");
    code::<IdType>(text, oracle::ID_TYPES, "unknown_id_type");
    if let Some((Ok(country), state)) = text.split_once(' ').map(|(country, state)| (country.parse(), state)) {
        region(country, state);
    }

    length::<CustomerId>(text, 1, 36);
    length::<FirstName>(text, 1, 50);
    length::<LastName>(text, 1, 50);
    length::<MiddleName>(text, 1, 50);
    length::<IdNumber>(text, 1, 36);
    length::<Street>(text, 2, 200);
    length::<Street2>(text, 0, usize::MAX);
    length::<City>(text, 1, 100);
    length::<PostCode>(text, 1, 20);
    length::<State>(text, 1, 100);
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

fn code<T: FromStr<Err = Reason> + AsRef<str>>(text: &str, codes: &str, unknown: &str) {
    match text.parse::<T>() {
        Ok(code) => assert!(code.as_ref() == text && codes.split(' ').any(|code| code == text), "{text:?}"),
        Err(reason) => assert!(reason.code() == unknown && !codes.split(' ').any(|code| code == text), "{text:?}"),
    }
}

fn region(country: CountryCode, state: &str) {
    let codes = match country.as_str() {
        "US" => Some(oracle::US_STATES),
        "CA" => Some(oracle::CA_PROVINCES),
        _ => None,
    };
    let is_known = codes.is_none_or(|codes| codes.split(' ').any(|code| code == state));
    let expected = match state.chars().count() {
        0 => Some("too_short"),
        101.. => Some("too_long"),
        _ => (!is_known).then_some("unknown_state"),
    };
    let region = Region::new(country, state);
    assert_eq!(region.as_ref().err().map(Reason::code), expected, "{country} {state:?}");
    assert!(region.is_err() || region.is_ok_and(|region| region.country() == country && region.state() == state));
}

fn length<T: FromStr<Err = Reason> + AsRef<str>>(text: &str, min: usize, max: usize) {
    let count = text.chars().count();
    match text.parse::<T>() {
        Ok(kept) => assert!((min..=max).contains(&count) && kept.as_ref() == text),
        Err(reason) if count < min => assert_eq!(reason.code(), "too_short"),
        Err(reason) => assert!(count > max && reason.code() == "too_long", "{count}"),
    }
}
