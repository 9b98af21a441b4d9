//! Days of the calendar (R8, R12, R13, S6), against a rule of their own.

use customer_schema::{CalendarDate, Reason};

use super::bodies::{assert_report, assert_valid, body, dates};
use crate::oracle;

/// The number of days in a month of the Gregorian calendar.
fn days(year: u32, month: u32) -> u32 {
    let leap = (year.is_multiple_of(4) && !year.is_multiple_of(100)) || year.is_multiple_of(400);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

fn exists(year: u32, month: u32, day: u32) -> bool {
    (1..=9999).contains(&year) && (1..=days(year, month)).contains(&day)
}

#[test]
fn every_day_from_0001_to_9999() {
    let mut count = 0;
    let mut before = None;
    for (year, month) in (1..=9999_u16).flat_map(|year| (1..=12_u8).map(move |month| (year, month))) {
        for day in 1..=u8::try_from(days(year.into(), month.into())).unwrap() {
            let date = CalendarDate::new(year, month, day).unwrap();
            let text = date.to_iso8601();
            assert_eq!(text.parse(), Ok(date), "{text}");
            assert_eq!((date.year(), date.month(), date.day()), (year, month, day), "{text}");
            assert!(before < Some(date), "{text} comes after the day before it");
            before = Some(date);
            count += 1;
        }
    }
    assert_eq!(count, 3_652_059);
}

/// The written form, against text put together by hand.
#[test]
fn every_number_of_month_and_day() {
    for year in [0, 1, 4, 99, 100, 400, 999, 1000, 1582, 1900, 2000, 2023, 2024, 2100, 9999] {
        for (month, day) in (0..100).flat_map(|month| (0..100).map(move |day| (month, day))) {
            let text = format!("{year:04}-{month:02}-{day:02}");
            let date = text.parse::<CalendarDate>();
            let numbers =
                CalendarDate::new(year.try_into().unwrap(), month.try_into().unwrap(), day.try_into().unwrap());
            assert_eq!(date, numbers, "{text}");
            match date {
                Ok(date) => assert_eq!((exists(year, month, day), date.to_iso8601()), (true, text)),
                Err(reason) => assert_eq!((exists(year, month, day), reason), (false, Reason::NotADate), "{text}"),
            }
        }
    }
}

#[test]
fn numbers_that_no_calendar_has() {
    const LAST: Result<CalendarDate, Reason> = CalendarDate::new(9999, 12, 31);
    assert_eq!(LAST.map(CalendarDate::to_iso8601).as_deref(), Ok("9999-12-31"));
    let wrong =
        [(0, 1, 1), (10_000, 1, 1), (u16::MAX, 1, 1), (2024, 0, 1), (2024, 13, 1), (2024, u8::MAX, 1), (2024, 1, 0)];
    for (year, month, day) in wrong.into_iter().chain([(2024, 1, 32), (2024, 1, u8::MAX), (2023, 2, 29)]) {
        assert_eq!(CalendarDate::new(year, month, day), Err(Reason::NotADate), "{year} {month} {day}");
    }
}

/// Each character of a date replaced by each other ASCII character.
#[test]
fn every_single_character() {
    for date in ["2024-02-29", "2023-02-28", "1999-12-31", "0001-01-01", "1900-10-10"] {
        assert!(oracle::date(date).is_none() && date.parse::<CalendarDate>().is_ok(), "{date}");
        for (at, byte) in (0..date.len()).flat_map(|at| (0..128).map(move |byte| (at, byte))) {
            let mut text = date.as_bytes().to_vec();
            text[at] = byte;
            let text = String::from_utf8(text).unwrap();
            let expected = if oracle::date(&text).is_none() { Ok(text.clone()) } else { Err(Reason::NotADate) };
            assert_eq!(text.parse().map(CalendarDate::to_iso8601), expected, "{text:?}");
        }
    }
}

/// Texts that other parsers of dates accept, and texts that resemble a date.
#[test]
fn near_misses() {
    let cases = [
        ("2000-02-29", None),
        ("2024-02-29", None),
        ("2023-02-29", Some("not_a_date")),
        ("1900-02-29", Some("not_a_date")),
        ("0000-01-01", Some("not_a_date")),
        ("0000-00-00", Some("not_a_date")),
        // Other forms of ISO 8601 with ten characters.
        ("2024-W16-2", Some("not_a_date")),
        ("2024-107  ", Some("not_a_date")),
        ("+02024-107", Some("not_a_date")),
        ("20240416T0", Some("not_a_date")),
        // Signs.
        ("+202-04-16", Some("not_a_date")),
        ("-202-04-16", Some("not_a_date")),
        ("2024--4-16", Some("not_a_date")),
        ("2024-+4-16", Some("not_a_date")),
        ("2024-04-+1", Some("not_a_date")),
        ("+2024-04-16", Some("too_long")),
        ("-2024-04-16", Some("too_long")),
        ("\u{2212}202-04-16", Some("not_a_date")),
        // Digits and hyphens that are not ASCII, each one character.
        ("2024-04-1٦", Some("not_a_date")),
        ("٢٠٢٤-٠٤-١٦", Some("not_a_date")),
        ("２０２４-０４-１６", Some("not_a_date")),
        ("2024‐04‐16", Some("not_a_date")),
        ("2024\u{2212}04\u{2212}16", Some("not_a_date")),
        // Ten bytes that are fewer characters, and ten characters that are more bytes.
        ("20é-04-16", Some("too_short")),
        ("202é04-16", Some("too_short")),
        ("😀24-04-", Some("too_short")),
        ("202é-04-16", Some("not_a_date")),
        ("😀😀😀😀-😀😀-😀😀", Some("not_a_date")),
        // White space and other separators.
        (" 024-04-16", Some("not_a_date")),
        ("2024-4 -16", Some("not_a_date")),
        ("2024- 4-16", Some("not_a_date")),
        ("2024/04/16", Some("not_a_date")),
        ("2024.04.16", Some("not_a_date")),
        ("16-04-2024", Some("not_a_date")),
        ("16.04.2024", Some("not_a_date")),
        ("2024-04-16\n", Some("too_long")),
        (" 2024-04-16", Some("too_long")),
        ("2024-04-16\u{0}", Some("too_long")),
        ("2024-04-1\n", Some("not_a_date")),
        // A time behind it, and numbers left short.
        ("2024-04-16T00:00:00Z", Some("too_long")),
        ("2024-04-16Z", Some("too_long")),
        ("12024-04-16", Some("too_long")),
        ("24-04-16", Some("too_short")),
        ("2024-4-16", Some("too_short")),
        ("2024-04", Some("too_short")),
        ("20240416", Some("too_short")),
        ("1713225600", Some("not_a_date")),
        ("", Some("too_short")),
    ];
    for (text, code) in cases {
        assert_eq!(text.parse::<CalendarDate>().err().map(|reason| reason.code()), code, "{text:?}");
        for path in dates() {
            let body = body().with_text(path, text).to_string();
            match code {
                None => _ = assert_valid(body),
                Some(code) => _ = assert_report(body, &[(path, code)]),
            }
        }
    }
}

#[cfg(feature = "time")]
#[test]
fn to_and_from_the_dates_of_time() {
    use time::{Date, Month};

    for (year, month, day) in [(1, 1, 1), (1985, 12, 10), (2024, 2, 29), (9999, 12, 31)] {
        let ours = CalendarDate::new(year, month, day).unwrap();
        let theirs = Date::from_calendar_date(year.into(), Month::try_from(month).unwrap(), day).unwrap();
        assert_eq!((Date::from(ours), CalendarDate::try_from(theirs)), (theirs, Ok(ours)));
    }
    for year in [0, -1, -9999] {
        let date = Date::from_calendar_date(year, Month::December, 31).unwrap();
        assert_eq!(CalendarDate::try_from(date), Err(Reason::NotADate), "{year}");
    }
}
