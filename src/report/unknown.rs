//! The unknown properties of a body: a list like a report, which changes no verdict.

use alloc::vec::{self, Vec};
use core::{fmt, slice};

use super::violations::write_sentences;
use super::{FieldPath, Position};

/// A property of a body that the contract does not have: the path of its object, and its position.
/// [`Customer::unknown_properties`](crate::Customer::unknown_properties) returns them.
///
/// It does not contain the name, which is input ([S14](crate::guide::contract#S14)).
///
/// ```
/// use customer_schema::Customer;
///
/// let unknown = Customer::unknown_properties(br#"{"FullName": {"Middlename": "King"}}"#)?;
/// let property = unknown.iter().next().unwrap();
/// assert_eq!(property.parent().to_string(), "FullName");
/// assert_eq!(property.position().offset, 14);
/// assert_eq!(property.to_string(), "FullName has an unknown property at line 1, column 15");
/// # Ok::<(), customer_schema::Violations>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct UnknownProperty {
    pub(crate) parent: FieldPath,
    pub(crate) position: Position,
}

impl UnknownProperty {
    /// The path of the object that has the property.
    #[must_use]
    pub const fn parent(&self) -> &FieldPath {
        &self.parent
    }

    /// The position of the name, at its opening quote.
    #[must_use]
    pub const fn position(&self) -> Position {
        self.position
    }
}

impl fmt::Display for UnknownProperty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { parent, position } = self;
        write!(f, "{parent} has an unknown property at line {}, column {}", position.line, position.column)
    }
}

/// The unknown properties of a body, maybe none, in the order of the body.
///
/// The first 256 are kept, as in a report ([`Violations::MAX_KEPT`](crate::Violations::MAX_KEPT)).
/// [`omitted`](Self::omitted) counts the others. `Display` writes one line, which is empty if there are none.
///
/// ```
/// use customer_schema::Customer;
///
/// let unknown = Customer::unknown_properties(br#"{"Fullname": {}, "Identities": [{"IDtype": 0}]}"#)?;
/// assert!(!unknown.is_empty());
/// assert_eq!((unknown.len(), unknown.omitted(), unknown.total()), (2, 0, 2));
/// let parents: Vec<_> = unknown.iter().map(|property| property.parent().to_string()).collect();
/// assert_eq!(parents, ["Body", "Identities[0]"]);
/// # Ok::<(), customer_schema::Violations>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct UnknownProperties {
    kept: Vec<UnknownProperty>,
    omitted: usize,
}

impl UnknownProperties {
    pub(crate) const fn new(kept: Vec<UnknownProperty>, omitted: usize) -> Self {
        Self { kept, omitted }
    }

    /// The unknown properties that are kept, in the order of the body.
    pub fn iter(&self) -> slice::Iter<'_, UnknownProperty> {
        self.kept.iter()
    }

    /// The number of unknown properties that are kept.
    #[must_use]
    pub fn len(&self) -> usize {
        self.kept.len()
    }

    /// Whether the body has no unknown property.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }

    /// The number of unknown properties beyond those that are kept.
    #[must_use]
    pub fn omitted(&self) -> usize {
        self.omitted
    }

    /// The number of all unknown properties.
    #[must_use]
    pub fn total(&self) -> usize {
        self.kept.len() + self.omitted
    }
}

/// Writes a sentence for each property that is kept, separated by semicolons, and the number of the others.
impl fmt::Display for UnknownProperties {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_sentences(f, &self.kept, self.omitted)
    }
}

/// Iterates over the properties that are kept.
impl IntoIterator for UnknownProperties {
    type Item = UnknownProperty;
    type IntoIter = vec::IntoIter<UnknownProperty>;

    fn into_iter(self) -> Self::IntoIter {
        self.kept.into_iter()
    }
}

impl<'a> IntoIterator for &'a UnknownProperties {
    type Item = &'a UnknownProperty;
    type IntoIter = slice::Iter<'a, UnknownProperty>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
