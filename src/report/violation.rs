//! One violation: its path, reason and position.

use core::fmt;
use core::hash::{Hash, Hasher};

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::path::Root;
use super::{FieldPath, Location, Offset, Position};
use crate::Reason;

/// One violation of a rule: its path, its reason and its position.
///
/// `Display` writes path and reason as one sentence, without anything that was sent
/// ([S14](crate::guide::contract#S14)).
///
/// Two violations are equal if their paths and reasons are equal. The position is not compared: it depends on the white
/// space of the body, and violations of a [`CustomerDraft`](crate::CustomerDraft) or of a value read through serde have
/// none. Only the reason for malformed JSON contains line and column.
///
/// ```
/// use customer_schema::Customer;
///
/// let report = Customer::from_json(b"{}").unwrap_err();
/// let violation = report.iter().next().unwrap();
/// assert_eq!(violation.path().to_string(), "FullName");
/// assert_eq!(violation.reason().code(), "required");
/// assert_eq!(violation.position().map(|position| position.offset), Some(1));
/// assert_eq!(violation.to_string(), "FullName is required");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Violation {
    pub(super) path: FieldPath,
    pub(super) reason: Reason,
    pub(super) position: Option<Position>,
}

impl Violation {
    /// A placeholder, to be filled in place.
    pub(super) const EMPTY: Self =
        Self { path: FieldPath::new(Root::Request), reason: Reason::Required, position: None };

    /// Sets path and position, with line and column as in a body of one line. `Report::finish` corrects them.
    #[inline]
    pub(super) fn set_location(&mut self, location: &Location<'_>, offset: Offset) {
        self.position = offset.position_in_line();
        location.write(&mut self.path);
    }

    /// The path of the value, or the path that a missing value would have.
    #[must_use]
    pub const fn path(&self) -> &FieldPath {
        &self.path
    }

    /// The reason: the rule that the value violates.
    #[must_use]
    pub const fn reason(&self) -> &Reason {
        &self.reason
    }

    /// The position, if the body was read from bytes ([S12](crate::guide::contract#S12)). `None` for the path parameter
    /// and the header, and for a value from another source.
    #[must_use]
    pub const fn position(&self) -> Option<Position> {
        self.position
    }
}

impl PartialEq for Violation {
    fn eq(&self, other: &Self) -> bool {
        (&self.path, &self.reason) == (&other.path, &other.reason)
    }
}

impl Eq for Violation {}

impl Hash for Violation {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (&self.path, &self.reason).hash(state);
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.path, self.reason)
    }
}

/// Writes a map for programs: `path`, `pointer` (a JSON Pointer), `code`, `message` and `position`. `pointer` is left
/// out for the path parameter and the header, and `position` if there is none. It contains nothing of the input
/// ([S14](crate::guide::contract#S14)).
///
/// In contrast, [`Violations`](crate::Violations) is written as the map of an error body, without codes and positions.
///
/// ```
/// use customer_schema::PutCustomer;
/// use serde_json::json;
///
/// let report = PutCustomer::parse("", None, b"[]").unwrap_err();
/// let list = serde_json::to_value(report.iter().collect::<Vec<_>>())?;
/// assert_eq!(list, json!([
///     {
///         "path": "CustomerID",
///         "code": "too_short",
///         "message": "must have at least 1 character, has 0",
///     },
///     {
///         "path": "Body",
///         "pointer": "",
///         "code": "wrong_type",
///         "message": "must be an object, is an array",
///         "position": {"offset": 0, "line": 1, "column": 1},
///     },
/// ]));
/// # Ok::<(), serde_json::Error>(())
/// ```
impl Serialize for Violation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let pointer = self.path.json_pointer();
        let len = 3 + usize::from(pointer.is_some()) + usize::from(self.position.is_some());
        let mut map = serializer.serialize_map(Some(len))?;
        map.serialize_entry("path", &self.path)?;
        if let Some(pointer) = pointer {
            map.serialize_entry("pointer", &pointer)?;
        }
        map.serialize_entry("code", self.reason.code())?;
        map.serialize_entry("message", &self.reason)?;
        if let Some(position) = self.position {
            map.serialize_entry("position", &position)?;
        }
        map.end()
    }
}
