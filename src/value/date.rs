//! Days of the calendar.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
use core::fmt;
use core::num::NonZeroU16;

use serde::{Serialize, Serializer};
#[cfg(feature = "time")]
use time::Date;
use time::Month;

use super::{from_text, redact};
use crate::read::{Escaped, Scalar};
use crate::rule::date;
use crate::{Reason, Rule, TextRule};

/// A day of the proleptic Gregorian calendar, `0001-01-01` to `9999-12-31` ([R8](crate::guide::contract#R8),
/// [R12](crate::guide::contract#R12), [R13](crate::guide::contract#R13), [S6](crate::guide::contract#S6)).
///
/// Its text is `YYYY-MM-DD`, ten ASCII characters. Other forms of ISO 8601, signs, times and other digits are refused.
///
/// It is personal data: `Debug` hides it, and there is no `Display`. To read it, call [`year`](Self::year),
/// [`month`](Self::month), [`day`](Self::day) or [`to_iso8601`](Self::to_iso8601).
///
/// # Errors
///
/// [`Reason::TooShort`] or [`Reason::TooLong`] for a text that does not have 10 characters. [`Reason::NotADate`] for a
/// text of this length that is not a day of the calendar, such as `2023-02-29`, `0000-01-01` and `2024-W16-2`.
///
/// ```
/// use customer_schema::{CalendarDate, Reason};
///
/// let date: CalendarDate = "1985-12-10".parse()?;
/// assert_eq!((date.year(), date.month(), date.day()), (1985, 12, 10));
/// assert_eq!(CalendarDate::RULE.form, Some("YYYY-MM-DD"));
/// assert_eq!(format!("{date:?}"), "CalendarDate");
/// assert_eq!("2023-02-29".parse::<CalendarDate>(), Err(Reason::NotADate));
/// # Ok::<(), Reason>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CalendarDate {
    // In this order for `Ord`. Only `new` makes a value, so it is a day of the calendar.
    year: NonZeroU16,
    month: u8,
    day: u8,
}

impl CalendarDate {
    /// The length and the form of its text.
    pub const RULE: TextRule = date::RULE;

    /// A regular expression that matches exactly the valid dates, for programs in other languages. It has the same
    /// meaning in ECMAScript, Python, Java, Go and Rust.
    ///
    /// Check the length of [`RULE`](Self::RULE) as well: in some languages, `$` also matches before a line break at the
    /// end.
    ///
    /// ```
    /// use customer_schema::CalendarDate;
    ///
    /// let date = regex::Regex::new(CalendarDate::PATTERN)?;
    /// assert!(date.is_match("2024-02-29"));
    /// assert!(!date.is_match("1900-02-29"));
    /// # Ok::<(), regex::Error>(())
    /// ```
    // Days 1 to 28 of every month, the longer months, and 29 February of leap years. `\d` would match digits outside
    // ASCII in some languages.
    pub const PATTERN: &'static str = concat!(
        "^(",
        "([0-9]{3}[1-9]|[0-9]{2}[1-9][0-9]|[0-9][1-9][0-9]{2}|[1-9][0-9]{3})-",
        "((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))",
        "|([0-9]{2}(0[48]|[2468][048]|[13579][26])|(0[48]|[2468][048]|[13579][26])00)-02-29",
        ")$",
    );

    /// Makes a date from its numbers. Months and days count from 1.
    ///
    /// # Errors
    ///
    /// [`Reason::NotADate`] if there is no such day in the years 1 to 9999.
    ///
    /// ```
    /// use customer_schema::{CalendarDate, Reason};
    ///
    /// assert_eq!(CalendarDate::new(2024, 2, 29), "2024-02-29".parse());
    /// assert_eq!(CalendarDate::new(1900, 2, 29), Err(Reason::NotADate));
    /// assert_eq!(CalendarDate::new(0, 1, 1), Err(Reason::NotADate));
    /// ```
    pub const fn new(year: u16, month: u8, day: u8) -> Result<Self, Reason> {
        // `as`: `From` is not const, and nothing is lost.
        let length = match Self::month_of(month) {
            Some(month) if year >= date::FIRST_YEAR && year <= date::LAST_YEAR => month.length(year as i32),
            _ => 0,
        };
        match NonZeroU16::new(year) {
            Some(year) if day >= 1 && day <= length => Ok(Self { year, month, day }),
            _ => Err(Reason::NotADate),
        }
    }

    /// The month of a number from 1. It compiles to a test of the range.
    const fn month_of(number: u8) -> Option<Month> {
        Some(match number {
            1 => Month::January,
            2 => Month::February,
            3 => Month::March,
            4 => Month::April,
            5 => Month::May,
            6 => Month::June,
            7 => Month::July,
            8 => Month::August,
            9 => Month::September,
            10 => Month::October,
            11 => Month::November,
            12 => Month::December,
            _ => return None,
        })
    }

    /// The year, 1 to 9999.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year.get()
    }

    /// The month, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }

    /// The text, as in JSON: `YYYY-MM-DD`.
    ///
    /// ```
    /// use customer_schema::CalendarDate;
    ///
    /// assert_eq!(CalendarDate::new(985, 1, 2)?.to_iso8601(), "0985-01-02");
    /// # Ok::<(), customer_schema::Reason>(())
    /// ```
    #[must_use]
    pub fn to_iso8601(self) -> String {
        format!("{}", Iso8601(self))
    }
}

/// The text. A type of its own, so that the date has no `Display`.
struct Iso8601(CalendarDate);

impl fmt::Display for Iso8601 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(date) = self;
        write!(f, "{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
    }
}

impl Scalar for CalendarDate {
    const RULE: Rule = Rule::Date(CalendarDate::RULE);
    const LEN: Option<usize> = Some(date::FORM.len());
    type Raw<'a> = Self;
    type Ready<'a> = Self;

    #[inline]
    fn check(text: &str) -> Option<Self> {
        from_iso8601(text)
    }

    /// Length comes before form ([S11](crate::guide::contract#S11)).
    fn reason(text: &str) -> Reason {
        CalendarDate::RULE.check(text).err().unwrap_or(Reason::NotADate)
    }

    fn check_escaped(content: Escaped<'_>) -> Result<Self, Reason> {
        Self::RULE.check_count(content.count())?;
        content.with_short(from_iso8601).flatten().ok_or(Reason::NotADate)
    }

    #[inline(always)]
    fn ready(date: Self::Raw<'_>) -> Option<Self::Ready<'_>> {
        Some(date)
    }

    fn build(date: Self) -> Self {
        date
    }

    fn to_text(&self) -> Cow<'_, str> {
        self.to_iso8601().into()
    }
}

/// Parses `YYYY-MM-DD`.
#[inline(always)]
fn from_iso8601(text: &str) -> Option<CalendarDate> {
    let &[y0, y1, y2, y3, b'-', m0, m1, b'-', d0, d1] = text.as_bytes() else { return None };
    // All digits at once, one in each byte. Adding 0x76 sets the high bit of a byte above 9.
    let digits = u64::from_le_bytes([y0, y1, y2, y3, m0, m1, d0, d1]) ^ 0x3030_3030_3030_3030;
    if (digits | digits.wrapping_add(0x7676_7676_7676_7676)) & 0x8080_8080_8080_8080 != 0 {
        return None;
    }
    // The numbers of two digits each, in every second byte.
    let [century, _, year, _, month, _, day, _] = (digits * 10 + (digits >> 8)).to_le_bytes();
    CalendarDate::new(u16::from(century) * 100 + u16::from(year), month, day).ok()
}

impl Serialize for CalendarDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&Iso8601(*self))
    }
}

redact!(CalendarDate);
from_text!(CalendarDate);

#[cfg(feature = "time")]
impl From<CalendarDate> for Date {
    fn from(date: CalendarDate) -> Self {
        let month = Month::January.nth_next(date.month - 1);
        // Every `CalendarDate` is a day of this calendar.
        Self::from_calendar_date(date.year.get().into(), month, date.day).unwrap_or(Self::MIN)
    }
}

/// Converts a date of the crate `time`.
///
/// # Errors
///
/// [`Reason::NotADate`] for a year outside of 1 to 9999 ([S6](crate::guide::contract#S6)).
#[cfg(feature = "time")]
impl TryFrom<Date> for CalendarDate {
    type Error = Reason;

    fn try_from(date: Date) -> Result<Self, Reason> {
        let year = u16::try_from(date.year()).map_err(|_| Reason::NotADate)?;
        Self::new(year, date.month().into(), date.day())
    }
}
