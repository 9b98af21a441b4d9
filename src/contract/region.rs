//! A country and a state of it: one value, so that they cannot disagree (S8).

use crate::read::{Scalar, Valid};
use crate::{CaProvince, CountryCode, Reason, State, StateCountry, UsState};

/// A country together with a state of that country (R20, R21, R22).
///
/// Where the country prescribes codes for its states, only one of them will do; in every other
/// country any [`State`] will (S8). There is no way to hold a pair that breaks this: an [`Elsewhere`]
/// comes out of [`Region::new`] or of reading, never from its parts.
///
/// ```
/// use customer_schema::{CountryCode, Reason, Region, UsState};
///
/// let region = Region::new(CountryCode::US, "CA")?;
/// assert!(matches!(region, Region::UnitedStates(UsState::California)));
/// assert_eq!((region.country().as_str(), region.state()), ("US", "CA"));
///
/// let france = Region::new("FR".parse()?, "Île-de-France")?;
/// assert_eq!(france.state(), "Île-de-France");
///
/// // Ontario is not a state of the US.
/// assert_eq!(Region::new(CountryCode::US, "ON").unwrap_err().code(), "unknown_state");
/// # Ok::<(), Reason>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Region {
    /// `US` and one of its states.
    UnitedStates(UsState),
    /// `CA` and one of its provinces.
    Canada(CaProvince),
    /// A country without prescribed codes, and a state by name.
    Elsewhere(Elsewhere),
}

/// A country that prescribes no codes for its states, and a state by name. Made by [`Region::new`].
///
/// ```
/// use customer_schema::{Reason, Region};
///
/// let Region::Elsewhere(place) = Region::new("GB".parse()?, "England")? else { unreachable!() };
/// assert_eq!((place.country().as_str(), place.state().as_str()), ("GB", "England"));
/// # Ok::<(), Reason>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Elsewhere {
    // Neither the US nor Canada: only `RawRegion::build` makes one.
    country: CountryCode,
    state: State,
}

impl Elsewhere {
    /// The country.
    #[must_use]
    pub const fn country(&self) -> CountryCode {
        self.country
    }

    /// The state, province or county.
    #[must_use]
    pub const fn state(&self) -> &State {
        &self.state
    }
}

impl Region {
    /// The state `state` of `country`.
    ///
    /// # Errors
    ///
    /// [`Reason::TooShort`] or [`Reason::TooLong`] where the state breaks R20, in any country;
    /// [`Reason::UnknownState`] where it is none of the country's codes (R21): `California`,
    /// `US-CA`, `ca` and `ON` in the US.
    pub fn new(country: CountryCode, state: &str) -> Result<Self, Reason> {
        let state = State::check(state).ok_or_else(|| State::reason(state))?;
        RawRegion::new(country, state).map(RawRegion::build).ok_or_else(|| RawRegion::reason(country))
    }

    /// The country, `Country` on the wire.
    #[must_use]
    pub const fn country(&self) -> CountryCode {
        match self {
            Self::UnitedStates(_) => CountryCode::US,
            Self::Canada(_) => CountryCode::CA,
            Self::Elsewhere(place) => place.country,
        }
    }

    /// The state, `State` on the wire: a code in the US and in Canada, a name elsewhere.
    #[must_use]
    pub fn state(&self) -> &str {
        match self {
            Self::UnitedStates(state) => state.as_str(),
            Self::Canada(province) => province.as_str(),
            Self::Elsewhere(place) => place.state.as_str(),
        }
    }
}

/// A country with a state of it, before it is built. A struct, since an enum that holds a text is moved in more pieces.
#[derive(Clone, Copy)]
pub(crate) struct RawRegion<'a> {
    country: CountryCode,
    state: Valid<'a, State>,
    code: StateCode,
}

/// The code of a state, where its country prescribes them.
#[derive(Clone, Copy)]
enum StateCode {
    UnitedStates(UsState),
    Canada(CaProvince),
    Other,
}

impl<'a> RawRegion<'a> {
    /// Holds a state to the codes of its country (R21).
    #[inline(always)]
    pub(crate) fn new(country: CountryCode, state: Valid<'a, State>) -> Option<Self> {
        let code = match StateCountry::of(country) {
            Some(StateCountry::UnitedStates) => StateCode::UnitedStates(<UsState as Scalar>::check(state.as_str())?),
            Some(StateCountry::Canada) => StateCode::Canada(<CaProvince as Scalar>::check(state.as_str())?),
            None => StateCode::Other,
        };
        Some(Self { country, state, code })
    }

    /// Why a state is not a state of a country that has codes.
    pub(crate) fn reason(country: CountryCode) -> Reason {
        StateCountry::of(country).map_or(Reason::Required, |country| country.rule().unknown)
    }

    #[inline]
    pub(crate) fn build(self) -> Region {
        match self.code {
            StateCode::UnitedStates(state) => Region::UnitedStates(state),
            StateCode::Canada(province) => Region::Canada(province),
            StateCode::Other => {
                Region::Elsewhere(Elsewhere { country: self.country, state: <State as Scalar>::build(self.state) })
            }
        }
    }
}
