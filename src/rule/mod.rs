//! Rules and properties as values. The reader, the schemas, the strategies and the docs are made from them.

use core::fmt;

use crate::codes::CodeRule;

/// The form of a date, and the first and last date ([S6](crate::guide::contract#S6)).
pub(crate) mod date {
    pub(crate) const FORM: &str = "YYYY-MM-DD";
    pub(crate) const FIRST: &str = "0001-01-01";
    pub(crate) const LAST: &str = "9999-12-31";
    pub(crate) const FIRST_YEAR: u16 = year(FIRST);
    pub(crate) const LAST_YEAR: u16 = year(LAST);
    pub(crate) const RULE: super::TextRule = super::TextRule::at_least(10).at_most(10).in_form(FORM);

    /// The year of a date.
    const fn year(date: &str) -> u16 {
        let Some([a, b, c, d]) = date.as_bytes().first_chunk() else { return 0 };
        // `as`: `From` is not const, and nothing is lost.
        (*a - b'0') as u16 * 1000 + (*b - b'0') as u16 * 100 + (*c - b'0') as u16 * 10 + (*d - b'0') as u16
    }
}

/// The number of characters that a text may have, and its form.
///
/// A character is a Unicode scalar value, as in JSON Schema's `minLength` and `maxLength`: `é` in
/// one code point is one character, an `e` with a combining accent is two, an emoji outside the
/// Basic Multilingual Plane is one.
///
/// Each text type has its rule as `RULE`, so that a form or a database schema need not repeat the limits.
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
    /// The greatest number of characters. `None` if there is no maximum.
    pub max: Option<usize>,
    /// The form that a text of this length must have, such as `YYYY-MM-DD`. `None` if there is none.
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

    #[inline]
    pub(crate) fn holds(self, text: &str) -> bool {
        let max = self.max.unwrap_or(usize::MAX);
        // A character takes one to four bytes, so most texts need not be counted.
        let (least, most) = (text.len().div_ceil(4), text.len());
        if least >= self.min && most <= max {
            return true;
        }
        least <= max && most >= self.min && self.allows(count(text))
    }

    /// Whether a text may have so many characters.
    #[inline]
    pub(crate) fn allows(self, count: usize) -> bool {
        (self.min..=self.max.unwrap_or(usize::MAX)).contains(&count)
    }
}

/// The number of characters. Not inlined, so that the compiler inlines [`TextRule::holds`].
#[inline(never)]
pub(crate) fn count(text: &str) -> usize {
    // Most texts are ASCII, and the test for ASCII is faster than counting.
    if text.is_ascii() { text.len() } else { text.chars().count() }
}

/// Writes the text of the rule in the table of rules.
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

/// The rule of a value: of a [`Property`], of the path parameter or of the header.
///
/// ```
/// use customer_schema::{FullName, Rule};
///
/// let mut properties = FullName::PROPERTIES.iter();
/// let first_name = properties.find(|property| property.name == "FirstName").unwrap();
/// let Rule::Text(rule) = first_name.rule else { unreachable!() };
/// assert_eq!(rule.max, Some(50));
/// assert_eq!(Rule::Text(rule).json_type().as_str(), "string");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Rule {
    /// A text of a certain length.
    Text(TextRule),
    /// A day of the calendar, as a text of a fixed length ([R8](crate::guide::contract#R8),
    /// [R12](crate::guide::contract#R12), [R13](crate::guide::contract#R13)).
    Date(TextRule),
    /// A code of a closed list.
    Code(CodeRule),
    /// The shape of a signed JWT ([R2](crate::guide::contract#R2), [S9](crate::guide::contract#S9)).
    Signature,
    /// An object with these properties.
    Object(&'static ObjectRule),
    /// An array of objects with these properties. It may be empty, and has no maximum length.
    Array(&'static ObjectRule),
}

impl Rule {
    /// The JSON type of a valid value.
    #[must_use]
    pub const fn json_type(self) -> JsonType {
        match self {
            Self::Text(_) | Self::Date(_) | Self::Code(_) | Self::Signature => JsonType::String,
            Self::Object(_) => JsonType::Object,
            Self::Array(_) => JsonType::Array,
        }
    }
}

/// Writes the text of the rule in the table of rules.
impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(rule) => rule.fmt(f),
            Self::Date(rule) => write!(f, "{rule}, a day of the calendar"),
            Self::Code(rule) => rule.fmt(f),
            Self::Signature => f.write_str("the shape of a signed JWT, unverified"),
            Self::Object(_) => Ok(()),
            Self::Array(_) => f.write_str("of objects; may be empty, no maximum"),
        }
    }
}

/// The types of JSON values (RFC 8259).
///
/// ```
/// use customer_schema::{Identity, JsonType, Rule};
///
/// assert_eq!(Rule::Array(&Identity::RULE).json_type(), JsonType::Array);
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
    /// The name of the type in JSON Schema.
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

/// The rule of an object: its properties, and the conditions among them.
///
/// ```
/// use customer_schema::{Customer, Rule, StreetAddress};
///
/// let mut properties = Customer::PROPERTIES.iter();
/// let residence = properties.find(|property| property.name == "PrimaryResidence").unwrap();
/// let Rule::Object(address) = residence.rule else { unreachable!() };
/// assert_eq!(*address, StreetAddress::RULE);
/// assert_eq!((address.id, address.properties[0].name), ("R15", "Street"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ObjectRule {
    /// The number of the rule, such as `R4`.
    pub id: &'static str,
    /// A sentence that says what the object is.
    pub description: &'static str,
    /// The documented properties, in the order of the contract.
    pub properties: &'static [Property],
    /// The rules across properties. At most one applies to a value.
    pub conditions: &'static [Condition],
}

/// A rule across two properties of an object: if one is a certain code, the other is a code of a closed list.
///
/// It applies only if the first property is valid and given once ([S8](crate::guide::contract#S8)).
///
/// ```
/// use customer_schema::{StreetAddress, UsState};
///
/// let [us, ..] = StreetAddress::RULE.conditions else { unreachable!() };
/// assert_eq!((us.id, us.when, us.is, us.then), ("R21", "Country", "US", "State"));
/// assert_eq!(us.codes, UsState::RULE);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Condition {
    /// The number of the rule, such as `R21`.
    pub id: &'static str,
    /// The name of the first property, which decides.
    pub when: &'static str,
    /// The code of the first property for which the condition applies.
    pub is: &'static str,
    /// The name of the second property, which is restricted.
    pub then: &'static str,
    /// The list of codes for the second property.
    pub codes: CodeRule,
}

/// A documented property of an object: a row of the table from which the reader and the docs are made.
///
/// Each object type lists its properties as `PROPERTIES`, in the order of the contract.
///
/// ```
/// use customer_schema::StreetAddress;
///
/// let optional = StreetAddress::PROPERTIES.iter().filter(|property| !property.required);
/// assert!(optional.map(|property| property.name).eq(["Street2"]));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Property {
    /// The property's name in JSON.
    pub name: &'static str,
    /// The number of the rule, such as `R5`.
    pub id: &'static str,
    /// The source of the rule: P for the page of the operation, R for its published reference, D for a decision.
    pub source: &'static str,
    /// Whether it is required.
    pub required: bool,
    /// The rule of its value.
    pub rule: Rule,
    /// The label in a form.
    pub title: &'static str,
    /// A text for the person who fills in the form.
    pub description: &'static str,
    /// A valid value of a string. Objects and arrays have none.
    pub example: Option<&'static str>,
}
