//! The unknown properties of a body, apart from every verdict.

use alloc::vec::{self, Vec};
use core::{fmt, slice};

use crate::{Customer, FieldPath, Position, Violations, read};

/// A property of a body that the contract does not have: the path of the object that it is in, and its position.
/// [`Customer::unknown_properties`] returns them.
///
/// It never holds the name, which the sender chose ([S14](crate::guide::contract#S14)).
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

    /// The position of the name: of its opening quote.
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

/// The unknown properties of a body, in the order of the body. There may be none.
///
/// The first 256 are kept, as in a report ([`Violations::MAX_KEPT`]). [`omitted`](Self::omitted) counts the others.
/// `Display` writes one line, which is empty where there is none.
///
/// [`Customer::unknown_properties`] has an example.
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

/// The sentences of all unknown properties, separated by semicolons, and the number of those that are not kept.
impl fmt::Display for UnknownProperties {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, property) in self.kept.iter().enumerate() {
            let separator = if i == 0 { "" } else { "; " };
            write!(f, "{separator}{property}")?;
        }
        if self.omitted > 0 {
            write!(f, "; and {} more", self.omitted)?;
        }
        Ok(())
    }
}

/// The unknown properties that are kept.
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

impl Customer {
    /// Finds the properties of a body that the contract does not have: for test suites and sandboxes, which want to
    /// find a typo such as `Middlename`.
    ///
    /// Unknown properties are ignored ([S3](crate::guide::contract#S3)), and this changes no verdict. A service that
    /// refuses them refuses the properties of later versions of the operation.
    ///
    /// It looks into the documented objects and the elements of `Identities`, by their names alone, and checks no value.
    /// It does not look into the value of an unknown property, into a second value of a property
    /// ([S4](crate::guide::contract#S4)), and into a value of a wrong type. The time is linear in the size of the body.
    ///
    /// # Errors
    ///
    /// [`Reason::MalformedJson`](crate::Reason::MalformedJson) alone, as [`from_json`](Self::from_json) reports it
    /// ([S5](crate::guide::contract#S5)). Every other violation is left to `from_json`.
    ///
    /// ```
    /// use customer_schema::Customer;
    ///
    /// let body = br#"{
    ///     "FullName": {"FirstName": "Ada", "LastName": "Lovelace", "Middlename": "King"},
    ///     "DateOfBirth": "1985-12-10",
    ///     "Identities": [
    ///         {"IssuingCountry": "GB", "IDNumber": "533401372", "IDType": "Passport", "Note": 0}
    ///     ],
    ///     "PrimaryResidence": {
    ///         "Street": "12 St James's Square", "City": "London", "PostCode": "SW1Y 4LB",
    ///         "State": "England", "Country": "GB"
    ///     }
    /// }"#;
    /// assert!(Customer::check_json(body).is_ok());
    ///
    /// let unknown = Customer::unknown_properties(body)?;
    /// assert_eq!((unknown.len(), unknown.omitted()), (2, 0));
    /// let lines: Vec<_> = unknown.iter().map(ToString::to_string).collect();
    /// assert_eq!(lines, [
    ///     "FullName has an unknown property at line 2, column 62",
    ///     "Identities[0] has an unknown property at line 5, column 81",
    /// ]);
    /// # Ok::<(), customer_schema::Violations>(())
    /// ```
    pub fn unknown_properties(body: &[u8]) -> Result<UnknownProperties, Violations> {
        read::unknown_properties(body, &Self::RULE)
    }
}
