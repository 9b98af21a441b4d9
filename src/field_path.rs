//! Where in a request a value stands.

use alloc::string::String;
use core::fmt::{self, Write};

use serde::{Serialize, Serializer};

/// Where in a request a value stands, in the names of the wire (S12).
///
/// `Display` writes it dotted, with indexes in brackets, as the keys of `Extensions.Request` have
/// it: `FullName.FirstName`, `Identities[0].IDNumber`; `CustomerID` and `Api-Signature` for path
/// and header, `Body` for the body as a whole. Where a single value is read on its own, outside of
/// a request, the value as a whole is `value`.
///
/// It is made of documented names and of indexes, never of what the customer sent.
///
/// ```
/// use customer_schema::Customer;
///
/// let report = Customer::from_json(br#"{"FullName": {"FirstName": ""}}"#).unwrap_err();
/// let path = report.iter().next().map(|violation| *violation.path()).unwrap();
/// assert_eq!(path.to_string(), "FullName.FirstName");
/// assert_eq!(path.json_pointer().as_deref(), Some("/FullName/FirstName"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct FieldPath {
    pub(crate) root: Root,
    /// How many of `steps` count; the others keep their first value, so that equality holds.
    depth: u8,
    /// The last step comes first: that is the order in which they are found.
    steps: [Step; Self::MAX_DEPTH],
}

/// What a path starts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Root {
    /// The request line and its headers.
    Head,
    Body,
    /// A value that is read on its own.
    Value,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Step {
    Name(&'static str),
    Index(usize),
}

impl FieldPath {
    /// The contract goes no deeper than `Identities[0].IDNumber`.
    const MAX_DEPTH: usize = 3;

    /// A value that is read on its own, as a whole.
    pub(crate) const VALUE: Self = Self { root: Root::Value, depth: 0, steps: [Step::Index(0); Self::MAX_DEPTH] };

    /// Puts a step before those that there are.
    #[inline]
    pub(crate) fn begin_with(&mut self, step: Step) {
        if let Some(free) = self.steps.get_mut(usize::from(self.depth)) {
            *free = step;
            self.depth += 1;
        }
    }

    fn steps(&self) -> impl Iterator<Item = Step> {
        self.steps.into_iter().take(usize::from(self.depth)).rev()
    }

    /// The place as a JSON Pointer (RFC 6901): `""` for the body as a whole, and for a missing
    /// property the pointer that it would have. `None` for path and header, which are outside of
    /// the body.
    ///
    /// ```
    /// use customer_schema::Customer;
    ///
    /// let report = Customer::from_json(b"[]").unwrap_err();
    /// let pointers: Vec<_> = report.iter().map(|violation| violation.path().json_pointer()).collect();
    /// assert_eq!(pointers, [Some(String::new())]);
    /// ```
    #[must_use]
    pub fn json_pointer(&self) -> Option<String> {
        if self.root == Root::Head {
            return None;
        }
        let mut pointer = String::new();
        for step in self.steps() {
            // Writing to a String cannot fail, and no documented name has a `~` or `/` to escape.
            let _ = match step {
                Step::Name(name) => write!(pointer, "/{name}"),
                Step::Index(index) => write!(pointer, "/{index}"),
            };
        }
        Some(pointer)
    }
}

impl fmt::Display for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.depth == 0 {
            return f.write_str(match self.root {
                Root::Value => "value",
                Root::Body | Root::Head => "Body",
            });
        }
        for (i, step) in self.steps().enumerate() {
            match step {
                Step::Name(name) if i == 0 => f.write_str(name),
                Step::Name(name) => write!(f, ".{name}"),
                Step::Index(index) => write!(f, "[{index}]"),
            }?;
        }
        Ok(())
    }
}

/// As the text of `Display`, so that a path can be the key of a map.
impl Serialize for FieldPath {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
