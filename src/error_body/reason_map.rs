//! Lists of reasons by field path or feature flag.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::fmt;
use core::hash::{Hash, Hasher};

use serde::ser::{Serialize, Serializer};

use crate::report::{FieldPath, Piece, Reason, Violation, Violations};

/// Lists of reasons by field path ([R26](crate::guide::contract#R26)) or feature flag
/// ([R27](crate::guide::contract#R27)).
///
/// It is made from [`Violations`], read from an answer, or collected from pairs of a key and a reason. It has each key
/// once, in the order of its first reason, with all its reasons in order ([S16](crate::guide::contract#S16)), unless a
/// report has paths of the same text ([`Violations::under`]). No list is empty.
///
/// `Debug` shows only the number of keys.
///
/// ```
/// use customer_schema::{Customer, ErrorBody, ErrorType, PutCustomer, ReasonMap};
///
/// let reasons = ReasonMap::from(&Customer::from_json(b"{}").unwrap_err());
/// assert_eq!(reasons.get("FullName"), ["is required"]);
/// assert!(reasons.get("FullName.FirstName").is_empty());
/// assert_eq!(reasons.len(), 4);
/// let keys: Vec<_> = reasons.iter().map(|(key, _)| key).collect();
/// assert_eq!(keys, ["FullName", "DateOfBirth", "Identities", "PrimaryResidence"]);
///
/// let detail = "a feature is disabled";
/// let mut body = ErrorBody::new(ErrorType::Forbidden, "req-7f3c", PutCustomer::ACTION, detail);
/// body.extensions.features = [("Payments", "is disabled until May")].into_iter().collect();
/// assert_eq!(body.extensions.features.get("Payments"), ["is disabled until May"]);
/// ```
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct ReasonMap(Vec<(String, List)>);

/// The reasons of a key. Most keys have one, which needs no allocation for the list.
#[derive(Clone)]
enum List {
    One([String; 1]),
    Many(Vec<String>),
}

impl List {
    fn as_slice(&self) -> &[String] {
        match self {
            Self::One(one) => one,
            Self::Many(many) => many.as_slice(),
        }
    }
}

impl PartialEq for List {
    fn eq(&self, other: &Self) -> bool {
        self.as_slice() == other.as_slice()
    }
}

impl Eq for List {}

impl Hash for List {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_slice().hash(state);
    }
}

impl ReasonMap {
    /// The reasons for a field or feature. Empty if there are none.
    #[must_use]
    pub fn get(&self, key: &str) -> &[String] {
        self.iter().find(|(name, _)| *name == key).map_or(&[], |(_, reasons)| reasons)
    }

    /// Every field or feature with its reasons.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.0.iter().map(|(key, reasons)| (key.as_str(), reasons.as_slice()))
    }

    /// The number of fields or features.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no field or feature.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Joins the lists of each key. None of them may be empty.
    ///
    /// By sorting, since an index would copy every key.
    pub(super) fn group(lists: impl IntoIterator<Item = (String, Vec<String>)>) -> Self {
        let mut lists: Vec<_> = lists.into_iter().enumerate().collect();
        // The sort is stable, so the lists of a key stay in order.
        lists.sort_by(|(_, (one, _)), (_, (other, _))| one.cmp(other));
        lists.dedup_by(|(_, (key, list)), (_, (first_key, first_list))| {
            let is_same = key == first_key;
            if is_same {
                first_list.append(list);
            }
            is_same
        });
        lists.sort_unstable_by_key(|(index, _)| *index);
        Self(lists.into_iter().map(|(_, (key, list))| (key, List::Many(list))).collect())
    }
}

impl Violations {
    /// Makes the map of `Extensions.Request` ([S16](crate::guide::contract#S16)) with the caller's own texts, such as
    /// those of another language. `text` is called once for each violation that is kept.
    ///
    /// [`Reason::examples`] has at least one of each wording, for a test that all are translated.
    ///
    /// ```
    /// use customer_schema::{Customer, ErrorBody, PutCustomer, Reason};
    ///
    /// let violations = Customer::from_json(b"{}").unwrap_err();
    /// let german = violations.render(|_path, reason| match reason {
    ///     Reason::Required => "wird benötigt".into(),
    ///     other => other.to_string(),
    /// });
    /// assert_eq!(german.get("FullName"), ["wird benötigt"]);
    ///
    /// let mut body = ErrorBody::invalid_request(&violations, "req-7f3a", PutCustomer::ACTION);
    /// body.detail = Some(format!("{} Fehler", violations.total()));
    /// body.extensions.request = german;
    /// ```
    pub fn render(&self, mut text: impl FnMut(&FieldPath, &Reason) -> String) -> ReasonMap {
        let mut texts = |path, violations: &[&Violation]| match violations {
            [one] => List::One([text(path, one.reason())]),
            many => List::Many(many.iter().map(|one| text(path, one.reason())).collect()),
        };
        ReasonMap(self.by_path().iter().map(|(path, violations)| (path.to_text(), texts(path, violations))).collect())
    }
}

/// Each path once, in the order of its first violation, with the English text of its reasons
/// ([S16](crate::guide::contract#S16)). For other texts, see [`Violations::render`].
impl From<&Violations> for ReasonMap {
    fn from(violations: &Violations) -> Self {
        // Written to a buffer, then copied: most texts come in several pieces, and a new string would grow with them.
        let mut buffer = String::with_capacity(128);
        violations.render(|_, reason| {
            buffer.clear();
            // Writing to a String cannot fail.
            let _ = reason.write(&mut buffer);
            buffer.as_str().into()
        })
    }
}

/// Collects pairs of a field or feature and one reason.
impl<K: Into<String>, R: Into<String>> FromIterator<(K, R)> for ReasonMap {
    fn from_iter<I: IntoIterator<Item = (K, R)>>(pairs: I) -> Self {
        Self::group(pairs.into_iter().map(|(key, reason)| (key.into(), vec![reason.into()])))
    }
}

impl Serialize for ReasonMap {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl fmt::Debug for ReasonMap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ReasonMap({})", self.len())
    }
}
