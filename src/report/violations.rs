//! The report: every violation, in order.

use alloc::vec::{self, Vec};
use core::{error, fmt, slice};

use serde::{Serialize, Serializer};

use super::by_path::ByPath;
use super::{Location, Offset, Reason, Step, Violation};

/// A report: every violation of a request, at least one, in the order of [S13](crate::guide::contract#S13).
///
/// At most [`MAX_KEPT`](Self::MAX_KEPT) are kept. [`omitted`](Self::omitted) is the exact number of the others.
/// `Serialize` writes the map of `Extensions.Request`: each path once, in the order of its first violation, with all
/// its reasons ([S16](crate::guide::contract#S16)). `Display` writes one line.
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
    /// The maximum number of violations that a report keeps ([S13](crate::guide::contract#S13)).
    ///
    /// ```
    /// use customer_schema::Violations;
    ///
    /// assert_eq!(Violations::MAX_KEPT, 256);
    /// ```
    pub const MAX_KEPT: usize = 256;

    pub(super) const fn new(kept: Vec<Violation>, omitted: usize) -> Self {
        Self { kept, omitted }
    }

    /// The report of a single violation without a position.
    #[cold]
    pub(crate) fn one(location: &Location<'_>, reason: Reason) -> Self {
        let mut violation = Violation::EMPTY;
        violation.set_location(location, Offset::UNKNOWN);
        violation.reason = reason;
        Self::new(alloc::vec![violation], 0)
    }

    /// The violations that are kept, in order.
    pub fn iter(&self) -> slice::Iter<'_, Violation> {
        self.kept.iter()
    }

    /// The number of violations that are kept.
    #[must_use]
    pub fn len(&self) -> usize {
        self.kept.len()
    }

    /// Whether there are none. A report of this crate has at least one, so this is always `false`.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }

    /// The number of violations beyond those that are kept.
    #[must_use]
    pub fn omitted(&self) -> usize {
        self.omitted
    }

    /// The number of all violations: those that are kept and the others.
    ///
    /// ```
    /// use customer_schema::{Customer, Violations};
    ///
    /// let body = format!(r#"{{"Identities": [{}]}}"#, ["{}"; 100].join(","));
    /// let report = Customer::from_json(body.as_bytes()).unwrap_err();
    /// // Three in each document, and three missing properties of the customer.
    /// assert_eq!(report.total(), 303);
    /// assert_eq!(report.len(), Violations::MAX_KEPT);
    /// assert_eq!(report.omitted(), 47);
    /// ```
    #[must_use]
    pub fn total(&self) -> usize {
        self.kept.len().saturating_add(self.omitted)
    }

    /// Puts a name in front of every path, for the report of a part of another body. The path of the part as a whole
    /// becomes the name alone. Positions do not change: they are positions in the bytes of the part.
    ///
    /// A path longer than [`FieldPath::MAX_DEPTH`](crate::FieldPath::MAX_DEPTH) steps is
    /// [truncated](crate::FieldPath::is_truncated). With a name that contains `.` or `[`, or is `Body`, two paths can
    /// have the same text. In an error body they are two keys.
    ///
    /// ```
    /// use customer_schema::StreetAddress;
    ///
    /// let report = StreetAddress::from_json(b"[]").unwrap_err();
    /// assert_eq!(report.to_string(), "Body must be an object, is an array");
    /// assert_eq!(report.under("address").to_string(), "address must be an object, is an array");
    /// ```
    #[must_use]
    pub fn under(self, name: &'static str) -> Self {
        self.under_step(Step::Name(name))
    }

    /// Puts an index in front of every path, for the report of an element of another list.
    ///
    /// ```
    /// use customer_schema::FullName;
    ///
    /// let report = FullName::from_json(br#"{"FirstName": "Ada"}"#).unwrap_err();
    /// let report = report.under_index(1).under("managers");
    /// assert_eq!(report.to_string(), "managers[1].LastName is required");
    /// ```
    #[must_use]
    pub fn under_index(self, index: usize) -> Self {
        self.under_step(Step::Index(index))
    }

    fn under_step(mut self, step: Step) -> Self {
        for violation in &mut self.kept {
            violation.path.push_front(step);
        }
        self
    }

    /// Joins reports into one that has their violations in order. `None` if there is no report. The result keeps the
    /// first [`MAX_KEPT`](Self::MAX_KEPT) violations and counts the others.
    ///
    /// [`Checked`](crate::Checked) has an example.
    pub fn join(reports: impl IntoIterator<Item = Self>) -> Option<Self> {
        let mut reports = reports.into_iter();
        let mut joined = reports.next()?;
        for report in reports {
            let total = joined.total().saturating_add(report.total());
            let free = Self::MAX_KEPT - joined.len();
            joined.kept.extend(report.kept.into_iter().take(free));
            joined.omitted = total - joined.len();
        }
        Some(joined)
    }

    pub(crate) fn by_path(&self) -> ByPath<'_> {
        ByPath::new(&self.kept)
    }
}

impl<'v> IntoIterator for &'v Violations {
    type Item = &'v Violation;
    type IntoIter = slice::Iter<'v, Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// Iterates over the violations that are kept, in order.
impl IntoIterator for Violations {
    type Item = Violation;
    type IntoIter = vec::IntoIter<Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.kept.into_iter()
    }
}

/// Writes a sentence for each violation that is kept, separated by semicolons, and the number of the others.
impl fmt::Display for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_sentences(f, &self.kept, self.omitted)
    }
}

/// Writes sentences in one line, and the number of those that are omitted.
pub(super) fn write_sentences<T: fmt::Display>(f: &mut fmt::Formatter<'_>, kept: &[T], omitted: usize) -> fmt::Result {
    for (i, sentence) in kept.iter().enumerate() {
        let separator = if i == 0 { "" } else { "; " };
        write!(f, "{separator}{sentence}")?;
    }
    if omitted > 0 { write!(f, "; and {omitted} more") } else { Ok(()) }
}

impl error::Error for Violations {}

/// Writes the map of `Extensions.Request` ([S16](crate::guide::contract#S16)).
impl Serialize for Violations {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let groups = self.by_path();
        let reasons = |violations: &[&Violation]| violations.iter().map(|one| *one.reason()).collect::<Vec<_>>();
        serializer.collect_map(groups.iter().map(|(path, violations)| (path, reasons(violations))))
    }
}
