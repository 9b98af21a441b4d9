//! The path of a value in a request.

use alloc::string::String;
use core::fmt::{self, Write};

use serde::{Serialize, Serializer};

use super::messages::Piece;

/// The path of a value in a request, made of the names of properties ([S12](crate::guide::contract#S12)).
///
/// `Display` writes it with dots between the names and indexes in brackets, as in the keys of `Extensions.Request`:
/// `FullName.FirstName`, `Identities[0].IDNumber`. The path parameter is `CustomerID`, the header `Api-Signature`, and
/// the body as a whole `Body`. A value that `Deserialize` reads on its own is `value`.
///
/// A path has documented names, indexes, and names that the caller puts in front with
/// [`Violations::under`](crate::Violations::under). It never contains anything that was sent
/// ([S14](crate::guide::contract#S14)). It has at most [`MAX_DEPTH`](Self::MAX_DEPTH) steps. A longer one is
/// [truncated](Self::is_truncated).
///
/// ```
/// use customer_schema::Customer;
///
/// let report = Customer::from_json(br#"{"FullName": {"FirstName": ""}}"#).unwrap_err();
/// let path = report.iter().next().map(|violation| *violation.path()).unwrap();
/// assert_eq!(path.to_string(), "FullName.FirstName");
/// assert_eq!(path.json_pointer().as_deref(), Some("/FullName/FirstName"));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldPath {
    root: Root,
    /// The number of steps. The other elements of `steps` keep their first value, so that equality holds.
    depth: u8,
    steps: [Step; Self::MAX_DEPTH],
    /// Whether steps behind the last one were dropped.
    is_truncated: bool,
}

/// The start of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Root {
    /// The request line and its headers.
    Request,
    Body,
    /// A value that is read on its own.
    Value,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Step {
    Name(&'static str),
    Index(usize),
}

impl FieldPath {
    /// The maximum number of steps. The contract needs three, as in `Identities[0].IDNumber`. The others are for the
    /// steps that [`Violations::under`](crate::Violations::under) puts in front.
    ///
    /// ```
    /// assert_eq!(customer_schema::FieldPath::MAX_DEPTH, 6);
    /// ```
    pub const MAX_DEPTH: usize = 6;

    /// The body as a whole. No documented property has this name.
    pub(crate) const BODY: &'static str = "Body";

    #[inline]
    pub(crate) const fn new(root: Root) -> Self {
        Self { root, depth: 0, is_truncated: false, steps: [Step::Index(0); Self::MAX_DEPTH] }
    }

    /// Sets the root and the first steps of an empty path.
    #[inline]
    pub(super) fn start<const N: usize>(&mut self, root: Root, steps: [Step; N]) {
        const { assert!(N <= Self::MAX_DEPTH) };
        self.root = root;
        #[allow(clippy::cast_possible_truncation, reason = "at most MAX_DEPTH")]
        let depth = N as u8;
        self.depth = depth;
        for (free, step) in self.steps.iter_mut().zip(steps) {
            *free = step;
        }
    }

    /// Adds a step behind the last one. If the path is full, marks it as truncated.
    #[inline]
    pub(crate) fn push(&mut self, step: Step) {
        match self.steps.get_mut(usize::from(self.depth)) {
            Some(free) => {
                *free = step;
                self.depth += 1;
            }
            None => self.is_truncated = true,
        }
    }

    /// Puts a step in front of the first one. If the path is full, its last step is dropped.
    pub(crate) fn push_front(&mut self, step: Step) {
        let old = *self;
        *self = Self::new(old.root);
        self.push(step);
        for step in old.steps() {
            self.push(step);
        }
    }

    /// Whether both paths have the same steps. One of them may be truncated, and their roots may differ.
    pub(super) fn has_steps_of(&self, other: &Self) -> bool {
        (self.depth, &self.steps) == (other.depth, &other.steps)
    }

    /// A hash that is equal for paths with the same steps, and mostly different for others. The names of an object
    /// differ in their length, first or last letter.
    pub(super) fn hash_steps(&self) -> usize {
        let hash = self.steps().fold(usize::from(self.depth), |hash, step| {
            let step = match step {
                Step::Index(index) => index,
                Step::Name(name) => match name.as_bytes() {
                    [first, .., last] => name.len() << 16 | usize::from(*first) << 8 | usize::from(*last),
                    short => short.len(),
                },
            };
            // A prime with bits in all places.
            (hash.rotate_left(5) ^ step).wrapping_mul(0x9E37_79B1)
        });
        hash ^ hash >> 15
    }

    /// The text of `Display`, written without a formatter.
    pub(crate) fn to_text(self) -> String {
        // Enough for every path of the contract with an index below 1,000.
        let mut text = String::with_capacity(32);
        // Writing to a String cannot fail.
        let _ = self.write_text(&mut text);
        text
    }

    #[inline]
    fn write_text(&self, out: &mut impl Write) -> fmt::Result {
        if self.depth == 0 {
            return out.write_str(match self.root {
                Root::Value => "value",
                Root::Body | Root::Request => Self::BODY,
            });
        }
        for (i, step) in self.steps().enumerate() {
            match step {
                Step::Name(name) => {
                    out.write_str(if i == 0 { "" } else { "." })?;
                    out.write_str(name)
                }
                Step::Index(index) => {
                    out.write_str("[")?;
                    index.write(out)?;
                    out.write_str("]")
                }
            }?;
        }
        Ok(())
    }

    /// Whether the path has more than [`MAX_DEPTH`](Self::MAX_DEPTH) steps, of which it keeps only the first ones.
    ///
    /// ```
    /// use customer_schema::Customer;
    ///
    /// let mut report = Customer::from_json(br#"{"Identities": [{"IDNumber": ""}]}"#).unwrap_err();
    /// for step in ["customer", "order", "batch", "import"] {
    ///     report = report.under(step);
    /// }
    /// let too_short = report.iter().find(|violation| violation.reason().code() == "too_short");
    /// let path = too_short.unwrap().path();
    /// assert_eq!(path.to_string(), "import.batch.order.customer.Identities[0]");
    /// assert!(path.is_truncated());
    /// ```
    #[must_use]
    pub const fn is_truncated(&self) -> bool {
        self.is_truncated
    }

    pub(crate) fn steps(&self) -> impl Iterator<Item = Step> {
        self.steps.into_iter().take(usize::from(self.depth))
    }

    /// The path as a JSON Pointer (RFC 6901): `""` for the body as a whole. A missing property has the pointer that it
    /// would have. `None` for the path parameter and the header, which are outside of the body
    /// ([S12](crate::guide::contract#S12)).
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
        if self.root == Root::Request {
            return None;
        }
        let mut pointer = String::new();
        for step in self.steps() {
            // Documented names need no escape, but names given to `Violations::under` may. Writing to a String cannot
            // fail.
            let _ = match step {
                Step::Name(name) => write!(pointer, "/{}", name.replace('~', "~0").replace('/', "~1")),
                Step::Index(index) => write!(pointer, "/{index}"),
            };
        }
        Some(pointer)
    }
}

/// Shows the text of `Display`, so that the message of a failed `unwrap` is readable.
impl fmt::Debug for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FieldPath({self})")
    }
}

impl fmt::Display for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write_text(f)
    }
}

/// Writes the text of `Display` as a string, so that a path can be the key of a map.
impl Serialize for FieldPath {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
