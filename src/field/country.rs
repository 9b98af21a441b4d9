//! Countries: isocountry's list behind a type of our own.

use core::sync::atomic::{AtomicU8, Ordering};
use core::{cmp, fmt};

use bumpalo::Bump;
use isocountry::CountryCode as Iso;

use super::{as_text, from_text};
use crate::read::{Mode, Scalar, Text};
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
/// assert_eq!(CountryCode::RULE.unknown, Reason::UnknownCountry);
/// assert_eq!([CountryCode::US.name(), CountryCode::CA.name()], ["United States of America", "Canada"]);
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

impl Scalar for CountryCode {
    const RULE: Rule = Rule::Code(CountryCode::RULE);
    type Kept<'a, M: Mode> = Self;

    fn read<M: Mode>(text: Text<'_, '_>, _: &Bump) -> Result<Self, Reason> {
        find(text.as_str()).map(Self).ok_or(Reason::UnknownCountry)
    }

    fn build(country: Self) -> Self {
        country
    }
}

/// What the list says of each pair of letters, once it has been asked. Its own search goes from end
/// to end, which took a tenth of the time of reading a customer.
static ASKED: [AtomicU8; 26 * 26] = [const { AtomicU8::new(NOT_YET) }; 26 * 26];

const NOT_YET: u8 = u8::MAX;
const NO_COUNTRY: u8 = u8::MAX - 1;

fn find(code: &str) -> Option<Iso> {
    let &[first @ b'A'..=b'Z', second @ b'A'..=b'Z'] = code.as_bytes() else { return None };
    let asked = ASKED.get(usize::from(first - b'A') * 26 + usize::from(second - b'A'))?;
    let list = Iso::as_array_alpha2();
    // Whoever asks gets the same answer, so it does not matter who writes it down first.
    let mut place = asked.load(Ordering::Relaxed);
    if place == NOT_YET {
        let found = list.iter().position(|iso| iso.alpha2() == code);
        place = found.and_then(|place| u8::try_from(place).ok()).unwrap_or(NO_COUNTRY);
        asked.store(place, Ordering::Relaxed);
    }
    list.get(usize::from(place)).copied()
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

#[cfg(feature = "schema")]
crate::schema::impl_json_schema!(CountryCode, "CountryCode", in_place: false, |_| {
    crate::schema::codes(CountryCode::RULE.what, CountryCode::all().map(CountryCode::as_str))
});
