//! Parsing paths: the keys of a server's `Extensions.Request`, and the form of [S12](crate::guide::contract#S12).

use alloc::string::ToString;
use core::str::FromStr;
use core::{error, fmt};

use crate::report::{FieldPath, Root, Step};
use crate::{Customer, PutCustomer, Rule};

impl FieldPath {
    /// The path to which a key of a server's `Extensions.Request` refers ([S20](crate::guide::contract#S20)). `None` if
    /// it refers to no documented property.
    ///
    /// Servers write one path in different forms. A key is understood if it is the path or the JSON Pointer (RFC 6901)
    /// of a property:
    ///
    /// - with or without a leading `$`, `#` or `Body`;
    /// - with indexes in brackets or dotted, in decimal digits without leading zeros;
    /// - with names dotted or in brackets, with or without quotes;
    /// - or any mixture of these.
    ///
    /// Names are compared case-sensitively. `CustomerID` and `Api-Signature` are outside of the body, so they are only
    /// understood without a prefix.
    ///
    /// The path is equal to that of a [`Violation`](crate::Violation) of the same property. To accept only the form of
    /// [S12](crate::guide::contract#S12), use [`FromStr`](FieldPath#impl-FromStr-for-FieldPath).
    ///
    /// ```
    /// use customer_schema::FieldPath;
    ///
    /// let keys = [
    ///     "Identities[0].IDNumber", "Identities.0.IDNumber", "Identities[0][IDNumber]",
    ///     "/Identities/0/IDNumber", "#/Identities/0/IDNumber", "/Body/Identities/0/IDNumber",
    ///     "$.Identities[0].IDNumber", "$['Identities'][0]['IDNumber']",
    ///     r#"Identities[0]["IDNumber"]"#, "Body.Identities[0].IDNumber",
    /// ];
    /// for key in keys {
    ///     let path = FieldPath::from_key(key).map(|path| path.to_string());
    ///     assert_eq!(path.as_deref(), Some("Identities[0].IDNumber"), "{key}");
    /// }
    /// for key in ["", "$", "#", "Body"] {
    ///     let path = FieldPath::from_key(key).map(|path| path.to_string());
    ///     assert_eq!(path.as_deref(), Some("Body"), "{key}: the body as a whole");
    /// }
    /// for key in ["FullName.Title", "fullname", "Identities[x]", "Identities[01]", "/CustomerID"] {
    ///     assert_eq!(FieldPath::from_key(key), None, "{key}");
    /// }
    /// ```
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        let head = [PutCustomer::CUSTOMER_ID, PutCustomer::API_SIGNATURE].into_iter().find(|name| *name == key);
        if let Some(name) = head {
            let mut path = Self::new(Root::Request);
            path.push(Step::Name(name));
            return Some(path);
        }
        let (mut rest, mut is_first) = key.strip_prefix(['$', '#']).map_or((key, true), |rest| (rest, false));
        if let Some((Part { text: Self::BODY, form: Form::Plain }, behind)) = part(rest, is_first) {
            (rest, is_first) = (behind, false);
        }
        let mut path = Self::new(Root::Body);
        let mut rule = Rule::Object(&Customer::RULE);
        while !rest.is_empty() {
            let (part, behind) = part(rest, is_first)?;
            rule = match rule {
                Rule::Object(object) => {
                    let property = object.properties.iter().find(|property| property.name == part.text)?;
                    path.push(Step::Name(property.name));
                    property.rule
                }
                Rule::Array(element) => {
                    path.push(Step::Index(part.index()?));
                    Rule::Object(element)
                }
                _ => return None,
            };
            (rest, is_first) = (behind, false);
        }
        Some(path)
    }
}

/// Parses only the form of [S12](crate::guide::contract#S12), which `Display` writes: `Identities[0].IDNumber`,
/// `CustomerID`, `Body`. A path with names that [`Violations::under`](crate::Violations::under) put in front is not
/// documented, so it is an error.
///
/// [`FieldPath::from_key`] is lenient.
///
/// ```
/// use customer_schema::FieldPath;
///
/// let path: FieldPath = "Identities[0].IDNumber".parse()?;
/// assert_eq!(path.json_pointer().as_deref(), Some("/Identities/0/IDNumber"));
///
/// assert!("/Identities/0/IDNumber".parse::<FieldPath>().is_err());
/// # Ok::<(), customer_schema::UnknownPath>(())
/// ```
impl FromStr for FieldPath {
    type Err = UnknownPath;

    fn from_str(text: &str) -> Result<Self, UnknownPath> {
        Self::from_key(text).filter(|path| path.to_string() == text).ok_or(UnknownPath)
    }
}

/// The error of a text that is not the path of a documented property ([S12](crate::guide::contract#S12)).
///
/// ```
/// use customer_schema::FieldPath;
///
/// let error = "FullName.Title".parse::<FieldPath>().unwrap_err();
/// let text = "must be the path of a documented property, such as FullName.FirstName";
/// assert_eq!(error.to_string(), text);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct UnknownPath;

impl fmt::Display for UnknownPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("must be the path of a documented property, such as FullName.FirstName")
    }
}

impl error::Error for UnknownPath {}

/// A name or an index of a key.
struct Part<'k> {
    text: &'k str,
    form: Form,
}

#[derive(PartialEq, Eq)]
enum Form {
    Plain,
    Bracketed,
    Quoted,
}

impl Part<'_> {
    /// The index of the part: canonical digits without quotes, so that each form has one key for an index.
    fn index(&self) -> Option<usize> {
        let is_canonical =
            self.text.bytes().all(|byte| byte.is_ascii_digit()) && (self.text == "0" || !self.text.starts_with('0'));
        self.text.parse().ok().filter(|_| is_canonical && self.form != Form::Quoted)
    }
}

/// The next part of a key and the text behind it. A part starts with `.`, `/` or a bracket. The first part need not,
/// and has no dot in front.
fn part(key: &str, is_first: bool) -> Option<(Part<'_>, &str)> {
    if let Some(inner) = key.strip_prefix('[') {
        return bracketed(inner);
    }
    let key = if is_first { key.strip_prefix('/').unwrap_or(key) } else { key.strip_prefix(['.', '/'])? };
    let (text, behind) = key.split_at_checked(key.find(['.', '/', '[']).unwrap_or(key.len()))?;
    Some((Part { text, form: Form::Plain }, behind))
}

/// The part in brackets whose opening bracket has been taken.
fn bracketed(inner: &str) -> Option<(Part<'_>, &str)> {
    for quote in ['\'', '"'] {
        if let Some(quoted) = inner.strip_prefix(quote) {
            let (text, behind) = quoted.split_once(quote)?;
            return Some((Part { text, form: Form::Quoted }, behind.strip_prefix(']')?));
        }
    }
    let (text, behind) = inner.split_once(']')?;
    Some((Part { text, form: Form::Bracketed }, behind))
}
