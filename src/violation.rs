//! The report: every violation of a request, in order, each with its place and reason.

use alloc::string::String;
use alloc::vec::{self, Vec};
use core::{error, fmt, slice};

use serde::{Serialize, Serializer};

use crate::field_path::Root;
use crate::{FieldPath, Reason, Reasons};

/// One thing that is wrong: where, and what.
///
/// `Display` puts both in one sentence, without anything that the customer sent.
///
/// ```
/// use customer_schema::Customer;
///
/// let report = Customer::from_json(b"{}").unwrap_err();
/// let violation = report.iter().next().unwrap();
/// assert_eq!(violation.path().to_string(), "FullName");
/// assert_eq!(violation.reason().code(), "required");
/// assert_eq!(violation.to_string(), "FullName is required");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Violation {
    pub(crate) path: FieldPath,
    pub(crate) reason: Reason,
}

impl Violation {
    /// To be filled in where it lies.
    pub(crate) const TEMPLATE: Self = Self { path: FieldPath::new(Root::Value), reason: Reason::Required };

    /// Where the value stands, or would have to stand.
    #[must_use]
    pub const fn path(&self) -> &FieldPath {
        &self.path
    }

    /// What is wrong with it.
    #[must_use]
    pub const fn reason(&self) -> &Reason {
        &self.reason
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.path, self.reason)
    }
}

/// All that is wrong with a request: at least one [`Violation`], in the order of S13.
///
/// At most [`MAX_KEPT`](Self::MAX_KEPT) are kept; [`omitted`](Self::omitted) is the exact number of
/// the others. `Serialize` writes the map of `Extensions.Request`: each path once, in the order of
/// its first violation, with all its reasons (S16). `Display` writes one line.
///
/// ```
/// use customer_schema::PutCustomer;
///
/// let report = PutCustomer::parse("", None, b"{}").unwrap_err();
/// let paths: Vec<String> = report.iter().map(|violation| violation.path().to_string()).collect();
/// assert_eq!(paths, ["CustomerID", "FullName", "DateOfBirth", "Identities", "PrimaryResidence"]);
/// assert!(!report.is_empty() && report.omitted() == 0);
///
/// let map = serde_json::to_value(&report)?;
/// assert_eq!(map["CustomerID"][0], "must have at least 1 character, has 0");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Violations {
    kept: Vec<Violation>,
    omitted: usize,
}

impl Violations {
    /// The greatest number of violations that are kept (S13).
    ///
    /// ```
    /// use customer_schema::Violations;
    ///
    /// assert_eq!(Violations::MAX_KEPT, 256);
    /// ```
    pub const MAX_KEPT: usize = 256;

    pub(crate) const fn new(kept: Vec<Violation>, omitted: usize) -> Self {
        Self { kept, omitted }
    }

    /// The violations that were kept, in order.
    pub fn iter(&self) -> slice::Iter<'_, Violation> {
        self.kept.iter()
    }

    /// How many violations were kept.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.kept.len()
    }

    /// Whether there is none. A report that the library gives out always has one.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }

    /// How many violations were found beyond those that were kept.
    #[must_use]
    pub const fn omitted(&self) -> usize {
        self.omitted
    }

    /// The map of `Extensions.Request` with texts of the caller's own: in another language, or in the words of a
    /// form. `text` is asked once for every violation that was kept.
    ///
    /// [`Reason::EXAMPLES`] has one of each wording, for a test that none is left out.
    ///
    /// ```
    /// use customer_schema::{Customer, ErrorBody, Reason};
    ///
    /// let violations = Customer::from_json(b"{}").unwrap_err();
    /// let german = violations.render(|_path, reason| match reason {
    ///     Reason::Required => "wird benötigt".into(),
    ///     other => other.to_string(),
    /// });
    /// assert_eq!(german.get("FullName"), ["wird benötigt"]);
    ///
    /// let mut body = ErrorBody::invalid_request(&violations, "req-7f3a", "PutCustomer");
    /// body.detail = Some(format!("{} Fehler", violations.len() + violations.omitted()));
    /// body.extensions.request = german;
    /// ```
    pub fn render(&self, mut text: impl FnMut(&FieldPath, &Reason) -> String) -> Reasons {
        Reasons::collect(
            self.by_path().map(|(path, reasons)| (path, reasons.map(|reason| text(path, reason)).collect())),
        )
    }

    /// Each path once, in the order of its first violation, with its reasons in order.
    pub(crate) fn by_path(&self) -> impl Iterator<Item = (&FieldPath, impl Iterator<Item = &Reason>)> {
        // Square in the number of violations, which is bounded: no index is worth its upkeep.
        let first_of_its_path = |(i, violation): &(usize, &Violation)| {
            !self.kept.iter().take(*i).any(|earlier| earlier.path == violation.path)
        };
        self.kept.iter().enumerate().filter(first_of_its_path).map(|(i, first)| {
            let same_path = |violation: &&Violation| violation.path == first.path;
            (&first.path, self.kept.iter().skip(i).filter(same_path).map(Violation::reason))
        })
    }
}

impl<'v> IntoIterator for &'v Violations {
    type Item = &'v Violation;
    type IntoIter = slice::Iter<'v, Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// The violations that were kept, in order.
impl IntoIterator for Violations {
    type Item = Violation;
    type IntoIter = vec::IntoIter<Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.kept.into_iter()
    }
}

/// The sentences of all violations, separated by semicolons, and the number of those left out.
impl fmt::Display for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, violation) in self.kept.iter().enumerate() {
            let separator = if i == 0 { "" } else { "; " };
            write!(f, "{separator}{violation}")?;
        }
        if self.omitted > 0 {
            write!(f, "; and {} more", self.omitted)?;
        }
        Ok(())
    }
}

impl error::Error for Violations {}

/// The map of `Extensions.Request` (S16).
impl Serialize for Violations {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.by_path().map(|(path, reasons)| (path, reasons.collect::<Vec<_>>())))
    }
}
