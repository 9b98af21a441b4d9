//! The published pattern of dates and the checker agree on every text.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use customer_schema::CalendarDate;
use regex::Regex;

/// Compares the two, and says what the checker says.
#[track_caller]
fn agree(pattern: &Regex, text: &str) -> bool {
    let is_day = text.parse::<CalendarDate>().is_ok();
    assert_eq!(pattern.is_match(text), is_day, "pattern and checker (right) differ on {text:?}");
    is_day
}

fn pattern() -> Regex {
    Regex::new(CalendarDate::PATTERN).unwrap()
}

#[test]
fn on_every_year_month_and_day_that_digits_can_write() {
    let pattern = pattern();
    let mut days = 0_u32;
    for year in 0..=9999 {
        for month in 0..=13 {
            for day in (0..=32).chain([99]) {
                days += u32::from(agree(&pattern, &format!("{year:04}-{month:02}-{day:02}")));
            }
        }
    }
    // 9999 years of 365 days, and 2424 leap years among them.
    assert_eq!(days, 9999 * 365 + 2424);
}

/// One character changed, put in or taken out, in days of every kind.
#[test]
fn on_near_misses() {
    let pattern = pattern();
    let characters: Vec<char> =
        "0123456789-+/.: TZWaé\u{0}\n\r\u{661}\u{ff11}\u{1d7d9}\u{2010}\u{2212}".chars().collect();
    let mut misses = 0;
    for day in ["2024-02-29", "2023-02-28", "0001-01-01", "9999-12-31", "1900-02-28", "2000-02-29", "2021-04-30"] {
        assert!(agree(&pattern, day), "{day}");
        for at in 0..=day.len() {
            let (before, after) = day.split_at(at);
            let rest = after.get(1..).unwrap_or_default();
            for character in &characters {
                misses += u32::from(!agree(&pattern, &format!("{before}{character}{rest}")));
                misses += u32::from(!agree(&pattern, &format!("{before}{character}{after}")));
            }
            misses += u32::from(!agree(&pattern, &format!("{before}{rest}")));
        }
    }
    assert!(misses > 2000, "only {misses} near misses");
}

#[test]
fn on_other_forms_of_a_date() {
    let pattern = pattern();
    for text in [
        "",
        "2024-W16-2",
        "2024W162",
        "20240229",
        "2024-060",
        "+2024-2-29",
        "-024-02-29",
        "2024-2-29",
        "24-02-29",
        "2024-02-29T00:00",
        "2024-02-29Z",
        " 2024-02-29",
        "2024-02-29 ",
        "29-02-2024",
        "29.02.2024",
        "02/29/2024",
        "2024/02/29",
        "２０２４-02-29",
        "٢٠٢٤-٠٢-٢٩",
        "2024-02-29\n2024-02-29",
        "12024-02-29",
    ] {
        assert!(!agree(&pattern, text), "{text:?}");
    }
}
