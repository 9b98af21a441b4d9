//! Countries: isocountry's list behind a type of our own.

// In this module alone: everywhere else the compiler proves that there is no I/O and no clock.
extern crate std;

use core::{cmp, fmt};
use std::sync::LazyLock;

use isocountry::CountryCode as Iso;

/// A country by its ISO 3166-1 alpha-2 code: one of the 249 officially assigned (R10, R22, S7).
///
/// # Errors
///
/// Every other text: [`Reason::UnknownCountry`](crate::Reason::UnknownCountry). So `us` (lower case), `USA` (alpha-3), and `UK`,
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
/// assert_eq!([CountryCode::US.name(), CountryCode::CA.name()], ["United States of America", "Canada"]);
/// # Ok::<(), Reason>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct CountryCode(Iso);

impl CountryCode {
    /// The United States of America, whose states have codes ([`UsState`](crate::UsState)).
    pub const US: Self = Self(Iso::USA);

    /// Canada, whose provinces have codes ([`CaProvince`](crate::CaProvince)).
    pub const CA: Self = Self(Iso::CAN);

    /// Every country, ordered by code.
    pub fn all() -> impl Iterator<Item = Self> {
        Iso::iter_alpha2().copied().map(Self)
    }

    pub(super) const fn number(self) -> u32 {
        self.0 as u32
    }

    #[inline]
    pub(crate) fn from_code(text: &str) -> Option<Self> {
        BY_LETTERS.get(index(text)?).copied().flatten().map(Self)
    }

    /// The code, as it is in JSON.
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

/// The country of each pair of letters. The list's own search is linear, which took a tenth of the time of reading.
static BY_LETTERS: LazyLock<[Option<Iso>; 26 * 26]> = LazyLock::new(|| {
    let mut countries = [None; 26 * 26];
    for iso in Iso::iter_alpha2() {
        if let Some(country) = index(iso.alpha2()).and_then(|index| countries.get_mut(index)) {
            *country = Some(*iso);
        }
    }
    countries
});

#[inline]
fn index(code: &str) -> Option<usize> {
    let &[first @ b'A'..=b'Z', second @ b'A'..=b'Z'] = code.as_bytes() else { return None };
    Some(usize::from(first - b'A') * 26 + usize::from(second - b'A'))
}

/// By code.
impl Ord for CountryCode {
    fn cmp(&self, other: &Self) -> cmp::Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl PartialOrd for CountryCode {
    fn partial_cmp(&self, other: &Self) -> Option<cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// Shows the code, which is out of a closed list (S15).
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
