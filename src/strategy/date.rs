//! Dates, and texts of their length that are not dates ([S6](crate::guide::contract#S6)).

use alloc::format;
use alloc::string::String;

use proptest::strategy::{BoxedStrategy, Strategy};
use time::Month;
use time::util::days_in_month;

use super::choice::{choice, one_of, with_ends};
use crate::rule::date;

/// Days in the form `YYYY-MM-DD`. The ends of the calendar, of months and of February occur more often than by chance.
pub(super) fn valid() -> BoxedStrategy<String> {
    dates().prop_map(Date::to_iso8601).boxed()
}

/// Texts that are too short, and parts of days.
pub(super) fn too_short(texts: BoxedStrategy<String>) -> BoxedStrategy<String> {
    (choice(4), dates(), texts)
        .prop_map(|(kind, date, text)| match kind {
            1 => date.to_iso8601().replace('-', ""),
            2 => date.to_iso8601().chars().take(7).collect(),
            3 => date.to_iso8601().chars().skip(1).collect(),
            _ => text,
        })
        .boxed()
}

/// Texts that are too long, and days with a prefix or a suffix.
pub(super) fn too_long(texts: BoxedStrategy<String>) -> BoxedStrategy<String> {
    (choice(5), dates(), texts)
        .prop_map(|(kind, date, text)| match kind {
            1 => format!("{} ", date.to_iso8601()),
            2 => format!("{}T00:00:00Z", date.to_iso8601()),
            3 => format!("+{}", date.to_iso8601()),
            4 => format!("1{}", date.to_iso8601()),
            _ => text,
        })
        .boxed()
}

/// Texts of the length of a date that are not dates.
pub(super) fn not_a_date() -> BoxedStrategy<String> {
    (choice(10), dates(), choice(100), choice(10), one_of(OTHERS))
        .prop_map(|(kind, date, number, index, other)| match kind {
            0 => Date { day: 0, ..date }.to_iso8601(),
            1 => Date { month: 0, ..date }.to_iso8601(),
            2 => Date { year: 0, ..date }.to_iso8601(),
            3 => Date { month: 13 + number % 87, ..date }.to_iso8601(),
            4 => date.after_its_month().to_iso8601(),
            5 => Date { day: 32 + number % 68, ..date }.to_iso8601(),
            // 29 February of a year that ends in 00, or 30 February if that is a leap year.
            6 => Date { year: 100 * number, month: 2, ..date }.after_its_month().to_iso8601(),
            // A digit or a separator is another character.
            7 | 8 => date.with(index, other),
            _ => date.in_another_form(index),
        })
        .boxed()
}

/// Neither a digit nor the separator; among them digits and dashes of other scripts.
const OTHERS: &[char] = &[' ', 'O', '+', '/', '.', ':', 'T', '\0', '٣', '३', '３', '²', '−', '‐', '–'];

/// February is drawn four times as often as the others.
const MONTHS: &[usize] = &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 2, 2, 2];

fn dates() -> impl Strategy<Value = Date> {
    let (first, last) = (usize::from(date::FIRST_YEAR), usize::from(date::LAST_YEAR));
    (choice(2), with_ends(last - first + 1), one_of(MONTHS), choice(40)).prop_map(move |(any, years, month, day)| {
        let year = if any == 0 { 2000 + years % 40 } else { first + years };
        let date = Date { year, month, day: day + 1 };
        Date { day: date.day.min(date.days_in_month()), ..date }
    })
}

#[derive(Clone, Copy, Debug)]
struct Date {
    year: usize,
    month: usize,
    day: usize,
}

impl Date {
    fn to_iso8601(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    fn days_in_month(self) -> usize {
        let month = u8::try_from(self.month).ok().and_then(|month| Month::try_from(month).ok());
        let year = i32::try_from(self.year).ok();
        month.zip(year).map_or(0, |(month, year)| days_in_month(month, year).into())
    }

    fn after_its_month(self) -> Self {
        Self { day: self.days_in_month() + 1, ..self }
    }

    /// Replaces the character at an index.
    fn with(self, index: usize, other: char) -> String {
        self.to_iso8601().chars().enumerate().map(|(i, c)| if i == index { other } else { c }).collect()
    }

    /// Other ways to write a day in as many characters.
    fn in_another_form(self, form: usize) -> String {
        let Self { year, month, day } = self;
        match form % 8 {
            0 => format!("{day:02}-{month:02}-{year:04}"),
            1 => format!("{month:02}/{day:02}/{year:04}"),
            2 => format!("{year:04}-W{month:02}-{}", day % 7 + 1),
            3 => format!("{year:04}-{day:03}  "),
            4 => format!("{year:04}{month:02}{day:02}  "),
            5 => format!("{year:04}{month:02}{day:02}Z "),
            6 => format!("+{year:05}{month:02}{day:02}"),
            _ => format!("{year:04}-{:>2}-{day:02}", "\u{2007}"),
        }
    }
}
