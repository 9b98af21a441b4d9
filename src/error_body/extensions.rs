//! `Extensions` of the error body: lists of reasons by field or feature.

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::name;
use crate::report::{FieldPath, Reason, Violation, Violations};

/// What there is to say about an error beyond its kind: `Extensions` (R26, R27).
///
/// ```
/// use customer_schema::ErrorBody;
///
/// let answer = br#"{"Type": "Forbidden", "Extensions": {"Features": {"Payments": ["is disabled"]}}}"#;
/// let answer: ErrorBody = serde_json::from_slice(answer)?;
/// assert!(!answer.extensions.is_empty());
/// assert_eq!(answer.extensions.features.get("Payments"), ["is disabled"]);
/// assert!(answer.extensions.request.is_empty());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Extensions {
    /// `Request`: what is invalid, by field path (R26).
    pub request: Reasons,
    /// `Features`: what is disabled, by feature flag (R27).
    pub features: Reasons,
}

impl Extensions {
    /// Whether both maps are empty. Then `Extensions` is not written at all.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.request.is_empty() && self.features.is_empty()
    }
}

impl Serialize for Extensions {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (name, reasons) in [(name::REQUEST, &self.request), (name::FEATURES, &self.features)] {
            if !reasons.is_empty() {
                map.serialize_entry(name, reasons)?;
            }
        }
        map.end()
    }
}

/// Lists of reasons by field path or feature flag.
///
/// Made from [`Violations`], read from an answer, or collected: a service says so what is disabled. Each key is there
/// once, in the order in which it first came, with all its reasons (S16), also where an answer gives it twice.
///
/// `Debug` shows how many there are, and none of them.
///
/// ```
/// use customer_schema::{Customer, ErrorBody, ErrorType, Reasons};
///
/// let reasons = Reasons::from(&Customer::from_json(b"{}").unwrap_err());
/// assert_eq!(reasons.get("FullName"), ["is required"]);
/// assert!(reasons.get("FullName.FirstName").is_empty());
/// assert_eq!(reasons.len(), 4);
/// assert_eq!(reasons.iter().last(), Some(("PrimaryResidence", ["is required".to_owned()].as_slice())));
///
/// let mut body = ErrorBody::new(ErrorType::Forbidden, "req-7f3c", "PutCustomer", "a feature is disabled");
/// body.extensions.features = [("Payments", "is disabled until May")].into_iter().collect();
/// assert_eq!(body.extensions.features.get("Payments"), ["is disabled until May"]);
/// ```
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct Reasons(Vec<(String, Vec<String>)>);

impl Reasons {
    /// The reasons given for a field or feature; none where it is not mentioned.
    #[must_use]
    pub fn get(&self, key: &str) -> &[String] {
        self.iter().find(|(name, _)| *name == key).map_or(&[], |(_, reasons)| reasons)
    }

    /// Every field or feature with its reasons.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.0.iter().map(|(key, reasons)| (key.as_str(), reasons.as_slice()))
    }

    /// How many fields or features are mentioned.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether none is mentioned.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Puts together what comes for the same key.
#[derive(Default)]
pub(super) struct Merged {
    lists: Vec<(String, Vec<String>)>,
    /// Which of the lists is that of a key.
    indexes: BTreeMap<String, usize>,
}

impl Merged {
    pub(super) fn add(&mut self, key: String, reasons: impl IntoIterator<Item = String>) {
        let index = *self.indexes.entry(key.clone()).or_insert(self.lists.len());
        match self.lists.get_mut(index) {
            Some((_, list)) => list.extend(reasons),
            None => self.lists.push((key, reasons.into_iter().collect())),
        }
    }

    pub(super) fn finish(self) -> Reasons {
        Reasons(self.lists)
    }
}

impl Violations {
    /// The map of `Extensions.Request` with texts of the caller's own: in another language, or in the words of a
    /// form. `text` is asked once for every violation that was kept.
    ///
    /// [`Reason::examples()`] has one of each wording, for a test that none is left out.
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
    /// body.detail = Some(format!("{} Fehler", violations.total()));
    /// body.extensions.request = german;
    /// ```
    pub fn render(&self, mut text: impl FnMut(&FieldPath, &Reason) -> String) -> Reasons {
        let mut texts =
            |path, violations: &[&Violation]| violations.iter().map(|one| text(path, one.reason())).collect();
        Reasons(self.by_path().iter().map(|(path, violations)| (path.to_string(), texts(path, violations))).collect())
    }
}

/// Each path once, in the order of its first violation, with the English text of its reasons (S16).
/// [`Violations::render`] makes one with other texts.
impl From<&Violations> for Reasons {
    fn from(violations: &Violations) -> Self {
        violations.render(|_, reason| reason.to_string())
    }
}

/// From pairs of a field or feature and one reason for it.
impl<K: Into<String>, R: Into<String>> FromIterator<(K, R)> for Reasons {
    fn from_iter<I: IntoIterator<Item = (K, R)>>(pairs: I) -> Self {
        let mut merged = Merged::default();
        for (key, reason) in pairs {
            merged.add(key.into(), [reason.into()]);
        }
        merged.finish()
    }
}

impl Serialize for Reasons {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl fmt::Debug for Reasons {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Reasons({})", self.len())
    }
}
