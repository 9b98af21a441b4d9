//! `Extensions` of the error body.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::{ReasonMap, name};

/// The reasons of an error: `Extensions` ([R26](crate::guide::contract#R26), [R27](crate::guide::contract#R27)).
///
/// ```
/// use customer_schema::ErrorBody;
///
/// let answer = br#"{"Extensions": {"Features": {"Payments": ["is disabled"]}}}"#;
/// let answer = ErrorBody::from_json(answer)?;
/// assert!(!answer.extensions.is_empty());
/// assert_eq!(answer.extensions.features.get("Payments"), ["is disabled"]);
/// assert!(answer.extensions.request.is_empty());
/// # Ok::<(), customer_schema::Violations>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Extensions {
    /// `Request`: the reasons why the request is invalid, by field path ([R26](crate::guide::contract#R26)).
    pub request: ReasonMap,
    /// `Features`: the reasons why features are disabled, by feature flag ([R27](crate::guide::contract#R27)).
    pub features: ReasonMap,
}

impl Extensions {
    /// Whether both maps are empty. Then `Extensions` is not written at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.request.is_empty() && self.features.is_empty()
    }

    /// The maps that are not empty, in the order in which they are written.
    pub(super) fn maps(&self) -> impl Iterator<Item = (&'static str, &ReasonMap)> {
        let maps = [(name::REQUEST, &self.request), (name::FEATURES, &self.features)];
        maps.into_iter().filter(|(_, reasons)| !reasons.is_empty())
    }
}

impl Serialize for Extensions {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (name, reasons) in self.maps() {
            map.serialize_entry(name, reasons)?;
        }
        map.end()
    }
}
