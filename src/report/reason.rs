//! The reasons of violations, with limits and counts, but without anything of the input.

use core::error;
use core::fmt::{self, Write};

use super::messages::{Piece, messages};
use crate::codes::{CodeRule, CountryCode, IdType, LISTS, List};
use crate::rule::{JsonType, date};

messages! {
    /// The reason of a violation: the rule that a value violates.
    ///
    /// The [`code`](Self::code) is for programs and stable. New codes may be added, but no code changes. The text of
    /// `Display` is for people. It follows the path, as in "`FirstName` must have at most 50 characters, has 61". For
    /// texts in another language, pass a function that matches on the variant to
    /// [`Violations::render`](crate::Violations::render).
    ///
    /// A reason has limits, counts and names of the contract, but nothing that was sent, so it can be logged
    /// ([S14](crate::guide::contract#S14)).
    ///
    /// ```
    /// use customer_schema::{FirstName, Reason};
    ///
    /// let reason = FirstName::try_from("x".repeat(61)).unwrap_err();
    /// assert_eq!(reason, Reason::TooLong { max: 50, actual: 61, form: None });
    /// assert_eq!(reason.code(), "too_long");
    /// assert_eq!(reason.to_string(), "must have at most 50 characters, has 61");
    /// ```
    Reason {
        /// A required property is missing.
        Required = "required" ("is required"), [Self::Required];
        /// The value is of another JSON type than expected. `null` is never the expected one
        /// ([S2](crate::guide::contract#S2)).
        WrongType {
            /// The expected type.
            expected: JsonType,
            /// The type of the value. `None` if it is not a JSON type, such as the byte string of CBOR
            /// ([S18](crate::guide::contract#S18)).
            found: Option<JsonType>,
            /// Whether the property is optional, so that it can be left out instead of being `null`.
            is_optional: bool,
        } = "wrong_type" ("must be ", expected.noun(), or_left_out(*found, *is_optional), ", is ", found_noun(*found)), [
            Self::WrongType { expected: JsonType::String, found: Some(JsonType::Number), is_optional: false },
            Self::WrongType { expected: JsonType::String, found: Some(JsonType::Null), is_optional: true },
            Self::WrongType { expected: JsonType::Object, found: Some(JsonType::String), is_optional: false },
            Self::WrongType { expected: JsonType::Array, found: Some(JsonType::Object), is_optional: false },
            Self::WrongType { expected: JsonType::Object, found: Some(JsonType::Array), is_optional: false },
            Self::WrongType { expected: JsonType::String, found: Some(JsonType::Boolean), is_optional: false },
            Self::WrongType { expected: JsonType::String, found: None, is_optional: false },
        ];
        /// The text has too few characters.
        TooShort {
            /// The least number of characters.
            min: usize,
            /// The number of characters of the text.
            actual: usize,
            /// The form that the text must have, if the rule has one.
            form: Option<&'static str>,
        } = "too_short" (
            "must have ", at_limit("at least ", *form), min, characters(*min), in_form(*form), ", has ", actual
        ), [
            Self::TooShort { min: 1, actual: 0, form: None },
            Self::TooShort { min: 2, actual: 1, form: None },
            Self::TooShort { min: 10, actual: 9, form: date::RULE.form },
        ];
        /// The text has too many characters.
        TooLong {
            /// The greatest number of characters.
            max: usize,
            /// The number of characters of the text.
            actual: usize,
            /// The form that the text must have, if the rule has one.
            form: Option<&'static str>,
        } = "too_long" (
            "must have ", at_limit("at most ", *form), max, characters(*max), in_form(*form), ", has ", actual
        ), [
            Self::TooLong { max: 50, actual: 61, form: None },
            Self::TooLong { max: 10, actual: 17, form: date::RULE.form },
        ];
        /// The text has the length of a date, but is not a day of the calendar ([S6](crate::guide::contract#S6)).
        NotADate = "not_a_date" (
            "must be a day of the calendar in the form ", date::FORM, ", from ", date::FIRST, " to ", date::LAST
        ), [Self::NotADate];
        /// The text is not one of the 249 officially assigned country codes ([S7](crate::guide::contract#S7)).
        UnknownCountry = "unknown_country" ("must be ", CountryCode::RULE.noun, ", such as ", CountryCode::RULE.example), [
            Self::UnknownCountry
        ];
        /// The text is not in the country's list of codes for states ([S8](crate::guide::contract#S8)).
        UnknownState {
            /// The country.
            country: CountryCode,
            /// A noun phrase for one of the codes: [`CodeRule::noun`].
            noun: &'static str,
            /// One of the codes: [`CodeRule::example`].
            example: &'static str,
        } = "unknown_state" ("must be ", noun, ", such as ", example), state_lists().map(CodeRule::unknown);
        /// The text is not the code of a kind of identity document ([R14](crate::guide::contract#R14)).
        UnknownIdType = "unknown_id_type" ("must be one of ", IdTypes), [Self::UnknownIdType];
        /// The text does not have the shape of a signed JWT ([S9](crate::guide::contract#S9)).
        MalformedSignature = "malformed_signature" (
            "must be a signed JWT: three segments of unpadded base64url, header and payload JSON objects, alg not none"
        ), [Self::MalformedSignature];
        /// The property or the header is given more than once ([S4](crate::guide::contract#S4),
        /// [S19](crate::guide::contract#S19)).
        Duplicate = "duplicate" ("must be given only once"), [Self::Duplicate];
        /// The body is not one JSON value in UTF-8 ([S5](crate::guide::contract#S5)).
        MalformedJson {
            /// The cause.
            cause: MalformedCause,
            /// The line at which the body stops being JSON, from 1.
            line: usize,
            /// The column in bytes, from 1.
            column: usize,
        } = "malformed_json" ("must be one JSON value in UTF-8, ", cause, " at line ", line, ", column ", column), [
            Self::MalformedJson { cause: MalformedCause::Empty, line: 1, column: 1 },
            Self::MalformedJson { cause: MalformedCause::ByteOrderMark, line: 1, column: 1 },
            Self::MalformedJson { cause: MalformedCause::NotUtf8, line: 1, column: 2 },
            Self::MalformedJson { cause: MalformedCause::UnexpectedEnd, line: 1, column: 2 },
            Self::MalformedJson { cause: MalformedCause::TrailingData, line: 1, column: 3 },
            Self::MalformedJson { cause: MalformedCause::LoneSurrogate, line: 1, column: 2 },
            Self::MalformedJson { cause: MalformedCause::UnexpectedByte, line: 1, column: 2 },
        ];
    }
}

/// The lists of codes for states, of all countries that have one.
fn state_lists() -> impl Iterator<Item = CodeRule> {
    LISTS.iter().copied().filter(|codes| matches!(codes.list, List::States(_)))
}

impl CodeRule {
    /// The reason for a text that is not in the list.
    ///
    /// ```
    /// use customer_schema::{CountryCode, Reason};
    ///
    /// assert_eq!(CountryCode::RULE.unknown(), Reason::UnknownCountry);
    /// ```
    #[must_use]
    pub const fn unknown(self) -> Reason {
        match self.list {
            List::Countries => Reason::UnknownCountry,
            List::States(country) => Reason::UnknownState { country, noun: self.noun, example: self.example },
            List::IdTypes => Reason::UnknownIdType,
        }
    }
}

/// The cause for which a body is malformed ([S5](crate::guide::contract#S5)). The text of `Display` follows "must be
/// one JSON value in UTF-8,".
///
/// ```
/// use customer_schema::{Customer, MalformedCause, Reason};
///
/// let report = Customer::from_json(b"{\"FullName\": {").unwrap_err();
/// let violation = report.iter().next().unwrap();
/// let Reason::MalformedJson { cause, .. } = violation.reason() else { unreachable!() };
/// assert_eq!(*cause, MalformedCause::UnexpectedEnd);
/// assert_eq!(
///     violation.to_string(),
///     "Body must be one JSON value in UTF-8, ends too early at line 1, column 15",
/// );
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MalformedCause {
    /// The body is empty, or has only white space.
    Empty,
    /// The body begins with a byte order mark.
    ByteOrderMark,
    /// A byte is not UTF-8, or a character is cut off at the end.
    NotUtf8,
    /// The body ends within the value.
    UnexpectedEnd,
    /// Something other than white space follows the value.
    TrailingData,
    /// A string has a lone surrogate escape, such as `\ud800`, where it is not allowed.
    LoneSurrogate,
    /// A byte is not allowed by the grammar where it is.
    UnexpectedByte,
}

impl Piece for MalformedCause {
    fn write(&self, out: &mut impl Write) -> fmt::Result {
        out.write_str(match self {
            Self::Empty => "is empty",
            Self::ByteOrderMark => "has a byte order mark",
            Self::NotUtf8 => "has a byte that is not UTF-8",
            Self::UnexpectedEnd => "ends too early",
            Self::TrailingData => "has something after the value",
            Self::LoneSurrogate => "has a lone surrogate escape",
            Self::UnexpectedByte => "has a byte that is not allowed",
        })
    }
}

impl error::Error for Reason {}

impl fmt::Display for MalformedCause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f)
    }
}

/// The words for a `null` as the value of an optional property.
fn or_left_out(found: Option<JsonType>, is_optional: bool) -> &'static str {
    if is_optional && found == Some(JsonType::Null) { " or left out" } else { "" }
}

/// The found type in words.
fn found_noun(found: Option<JsonType>) -> &'static str {
    found.map_or("of a type that JSON does not have", JsonType::noun)
}

/// With a form, both limits are the same, so the text has neither "at least" nor "at most".
fn at_limit(at: &'static str, form: Option<&str>) -> &'static str {
    if form.is_none() { at } else { "" }
}

fn characters(limit: usize) -> &'static str {
    if limit == 1 { " character" } else { " characters" }
}

/// The form of a text, if the rule has one.
fn in_form(form: Option<&'static str>) -> [&'static str; 2] {
    form.map_or(["", ""], |form| [" in the form ", form])
}

impl Piece for [&str; 2] {
    fn write(&self, out: &mut impl Write) -> fmt::Result {
        self.iter().try_for_each(|piece| out.write_str(piece))
    }
}

/// The codes of [R14](crate::guide::contract#R14), separated by commas.
struct IdTypes;

impl Piece for IdTypes {
    fn write(&self, out: &mut impl Write) -> fmt::Result {
        for (i, id_type) in IdType::ALL.iter().enumerate() {
            out.write_str(if i == 0 { "" } else { ", " })?;
            out.write_str(id_type.as_str())?;
        }
        Ok(())
    }
}
