//! Countries: isocountry's list behind a type of our own.

use core::fmt;

use isocountry::CountryCode as Iso;

use super::{as_text, from_text};
use crate::read::{Mode, Text, Value};
use crate::{CodeRule, Reason, Rule};

/// A country by its ISO 3166-1 alpha-2 code: one of the 249 officially assigned (R10, R22, S7).
///
/// # Errors
///
/// Every other text: [`Reason::UnknownCountry`]. So `us` (lower case), `USA` (alpha-3), and `UK`,
/// `XK` and `EU`, which are in use but not officially assigned.
///
/// ```
/// use customer_schema::{CountryCode, Reason};
///
/// let country: CountryCode = "TR".parse()?;
/// assert_eq!(country.as_str(), "TR");
/// assert_eq!(country.name(), "Türkiye");
/// assert_eq!("tr".parse::<CountryCode>(), Err(Reason::UnknownCountry));
/// assert_eq!(CountryCode::all().count(), 249);
/// # Ok::<(), Reason>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct CountryCode(Iso);

impl CountryCode {
    /// What a code of the list is, and the reason for all that are not.
    pub const RULE: CodeRule =
        CodeRule::new("an ISO 3166-1 alpha-2 country code in upper case", Reason::UnknownCountry);

    /// The United States of America, whose states have codes ([`UsState`](crate::UsState)).
    pub const US: Self = Self(Iso::USA);

    /// Canada, whose provinces have codes ([`CaProvince`](crate::CaProvince)).
    pub const CA: Self = Self(Iso::CAN);

    /// Every country, ordered by code.
    pub fn all() -> impl Iterator<Item = Self> {
        Iso::iter_alpha2().copied().map(Self)
    }

    /// The code, as it stands in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.0.alpha2()
    }

    /// The English short name.
    #[must_use]
    pub fn name(self) -> &'static str {
        // Renamed since the list was made; a test asserts that the list still has the old names.
        match self.0 {
            Iso::MKD => "North Macedonia",
            Iso::SWZ => "Eswatini",
            Iso::TUR => "Türkiye",
            other => other.name(),
        }
    }
}

impl Value for CountryCode {
    const RULE: Rule = Rule::Code(CountryCode::RULE);
    type Kept<'de, M: Mode> = Self;

    fn build(country: Self) -> Self {
        country
    }

    fn text<M: Mode>(text: Text<'_, '_>) -> Result<Self, Reason> {
        // The list's own error quotes the text.
        Iso::for_alpha2(text.as_str()).map(Self).map_err(|_| Reason::UnknownCountry)
    }
}

/// By code.
impl Ord for CountryCode {
    fn cmp(&self, other: &Self) -> core::cmp::Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl PartialOrd for CountryCode {
    fn partial_cmp(&self, other: &Self) -> Option<core::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// The code: it comes out of a closed list, so it may show (S15).
impl fmt::Debug for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

from_text!(CountryCode);
as_text!(CountryCode);
