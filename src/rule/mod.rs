//! Rules and properties as values: the checker, the schemas, the strategies and the documents read them.

use alloc::vec::Vec;
use core::fmt;
use core::hash::{Hash, Hasher};

use crate::report::Reason;

/// How many characters a text may have, and the form it is written in.
///
/// A character is a Unicode scalar value, as in JSON Schema's `minLength` and `maxLength`: `é` in
/// one code point is one character, an `e` with a combining accent is two, an emoji outside the
/// basic plane is one.
///
/// Each text type carries its own as `RULE`, so that a form or a database schema can read the
/// limits instead of repeating them.
///
/// ```
/// use customer_schema::FirstName;
///
/// assert_eq!((FirstName::RULE.min, FirstName::RULE.max), (1, Some(50)));
/// assert_eq!(FirstName::RULE.to_string(), "1..=50 characters");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct TextRule {
    /// The least number of characters.
    pub min: usize,
    /// The greatest number of characters; `None` where there is no maximum.
    pub max: Option<usize>,
    /// The form that a text of the right length still has to follow, such as `YYYY-MM-DD`.
    pub form: Option<&'static str>,
}

impl TextRule {
    pub(crate) const fn at_least(min: usize) -> Self {
        Self { min, max: None, form: None }
    }

    pub(crate) const fn at_most(self, max: usize) -> Self {
        Self { max: Some(max), ..self }
    }

    pub(crate) const fn in_form(self, form: &'static str) -> Self {
        Self { form: Some(form), ..self }
    }

    /// Checks the length of `text`. Looks at the text itself only where its size in bytes leaves
    /// the answer open, and never at its form.
    ///
    /// # Errors
    ///
    /// [`Reason::TooShort`] or [`Reason::TooLong`], with the limit and the length.
    ///
    /// ```
    /// use customer_schema::{City, Reason};
    ///
    /// assert_eq!(City::RULE.check("London"), Ok(()));
    /// let reason = City::RULE.check("").unwrap_err();
    /// assert_eq!(reason.to_string(), "must have at least 1 character, has 0");
    /// ```
    #[inline]
    pub fn check(self, text: &str) -> Result<(), Reason> {
        if self.holds(text) { Ok(()) } else { Err(self.reason(text)) }
    }

    #[inline]
    pub(crate) fn holds(self, text: &str) -> bool {
        let max = self.max.unwrap_or(usize::MAX);
        // A character takes one to four bytes, so most texts need not be counted.
        let (least, most) = (text.len().div_ceil(4), text.len());
        if least >= self.min && most <= max {
            return true;
        }
        least <= max && most >= self.min && (self.min..=max).contains(&count(text))
    }

    /// Why a text of another length is invalid.
    pub(crate) fn reason(self, text: &str) -> Reason {
        let actual = count(text);
        match self.max {
            Some(max) if actual > max => Reason::TooLong { max, actual, form: self.form },
            _ => Reason::TooShort { min: self.min, actual, form: self.form },
        }
    }
}

/// The number of characters. Not inlined, so that [`TextRule::holds`] is.
#[inline(never)]
fn count(text: &str) -> usize {
    // Most texts are ASCII, and finding that out is faster than counting.
    if text.is_ascii() { text.len() } else { text.chars().count() }
}

/// The rule in the words of the README's table.
impl fmt::Display for TextRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.min, self.max) {
            (0, None) => f.write_str("any text, also empty"),
            (min, None) => write!(f, "at least {min} characters"),
            (min, Some(max)) if min == max => write!(f, "exactly {min} characters"),
            (min, Some(max)) => write!(f, "{min}..={max} characters"),
        }?;
        self.form.map_or(Ok(()), |form| write!(f, ", `{form}`"))
    }
}

/// What a value has to be: the rule that a [`Property`] carries, and those of path and header.
///
/// ```
/// use customer_schema::{FullName, Rule};
///
/// let Rule::Text(rule) = FullName::PROPERTIES[0].rule else { unreachable!() };
/// assert_eq!(rule.max, Some(50));
/// assert_eq!(Rule::Text(rule).json_type().as_str(), "string");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Rule {
    /// A text, with the number of characters it may have.
    Text(TextRule),
    /// A text of a fixed length that names a day of the calendar (R8, R12, R13).
    Date(TextRule),
    /// One code out of a closed list.
    Code(CodeRule),
    /// The shape of a signed JWT (R2, S9).
    Signature,
    /// An object with these properties.
    Object(&'static [Property]),
    /// An array of objects with these properties, possibly empty, without a maximum.
    Array(&'static [Property]),
}

impl Rule {
    /// The JSON type that fits.
    #[must_use]
    pub const fn json_type(self) -> JsonType {
        match self {
            Self::Text(_) | Self::Date(_) | Self::Code(_) | Self::Signature => JsonType::String,
            Self::Object(_) => JsonType::Object,
            Self::Array(_) => JsonType::Array,
        }
    }
}

/// The rule in the words of the README's table.
impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(rule) => rule.fmt(f),
            Self::Date(rule) => write!(f, "{rule}, a day of the calendar"),
            Self::Code(rule) => rule.fmt(f),
            Self::Signature => f.write_str("the shape of a signed JWT, unverified"),
            Self::Object(_) => Ok(()),
            Self::Array(_) => f.write_str("may be empty, no maximum"),
        }
    }
}

/// A closed list of codes: membership is the only rule, so every other string, the empty one
/// included, breaks it the same way.
///
/// ```
/// use customer_schema::{CountryCode, IdType};
///
/// assert_eq!(CountryCode::RULE.to_string(), "an ISO 3166-1 alpha-2 country code in upper case");
/// assert_eq!(IdType::RULE.unknown.code(), "unknown_id_type");
/// ```
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct CodeRule {
    /// What a code of the list is, with its article.
    pub what: &'static str,
    /// The reason given for every text that is not in the list.
    pub unknown: Reason,
    /// A function, since the list of countries is no constant.
    codes: fn() -> Vec<(&'static str, &'static str)>,
}

impl CodeRule {
    pub(crate) const fn new(
        what: &'static str,
        unknown: Reason,
        codes: fn() -> Vec<(&'static str, &'static str)>,
    ) -> Self {
        Self { what, unknown, codes }
    }

    /// Every code of the list with its English name, in order.
    ///
    /// ```
    /// use customer_schema::{CountryCode, Identity, Rule};
    ///
    /// assert_eq!(CountryCode::RULE.codes()[0], ("AD", "Andorra"));
    /// let Rule::Code(rule) = Identity::PROPERTIES[4].rule else { unreachable!() };
    /// assert_eq!(rule.codes()[2], ("Passport", "Passport"));
    /// ```
    #[must_use]
    pub fn codes(self) -> Vec<(&'static str, &'static str)> {
        (self.codes)()
    }
}

/// By the words and the reason, which no two lists share.
impl PartialEq for CodeRule {
    fn eq(&self, other: &Self) -> bool {
        (self.what, self.unknown) == (other.what, other.unknown)
    }
}

impl Eq for CodeRule {}

impl Hash for CodeRule {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.what, self.unknown).hash(state);
    }
}

impl fmt::Debug for CodeRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CodeRule").field("what", &self.what).field("unknown", &self.unknown).finish_non_exhaustive()
    }
}

/// The rule in the words of the README's table.
impl fmt::Display for CodeRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.what)
    }
}

/// The types of JSON values (RFC 8259).
///
/// ```
/// use customer_schema::{Customer, JsonType};
///
/// assert_eq!(Customer::PROPERTIES[2].rule.json_type(), JsonType::Array);
/// assert_eq!(JsonType::Object.as_str(), "object");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum JsonType {
    /// A JSON string.
    String,
    /// A JSON object.
    Object,
    /// A JSON array.
    Array,
    /// A JSON number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// `null`.
    Null,
}

impl JsonType {
    /// The type's name in JSON Schema.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Object => "object",
            Self::Array => "array",
            Self::Number => "number",
            Self::Boolean => "boolean",
            Self::Null => "null",
        }
    }

    /// The type with its article.
    pub(crate) const fn noun(self) -> &'static str {
        match self {
            Self::String => "a string",
            Self::Object => "an object",
            Self::Array => "an array",
            Self::Number => "a number",
            Self::Boolean => "a boolean",
            Self::Null => "null",
        }
    }
}

impl fmt::Display for JsonType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A documented property of an object: a row of the table that checker and documents are made from.
///
/// Each object type lists its own as `PROPERTIES`, in the order of the contract.
///
/// ```
/// use customer_schema::StreetAddress;
///
/// let optional: Vec<_> = StreetAddress::PROPERTIES.iter().filter(|m| !m.required).map(|m| m.name).collect();
/// assert_eq!(optional, ["Street2"]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Property {
    /// The property's name in JSON.
    pub name: &'static str,
    /// The number of its rule, such as `R5`.
    pub id: &'static str,
    /// Where the rule comes from: P the operation's page, R its published reference, D a decision.
    pub source: &'static str,
    /// Whether it has to be there.
    pub required: bool,
    /// What its value has to be.
    pub rule: Rule,
    /// What to call it in a form.
    pub title: &'static str,
    /// What to tell the person who fills it in.
    pub description: &'static str,
    /// A value that fits, where the value is a string.
    pub example: Option<&'static str>,
}
