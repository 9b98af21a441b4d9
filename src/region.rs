//! A country and a state of it: one value, so that they cannot disagree (S8).

use bumpalo::Bump;

use crate::read::{self, Build, Mode, Scalar, Text};
use crate::{CaProvince, CountryCode, Reason, Rule, State, StateCountry, UsState};

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
    // Neither the US nor Canada, as `prescribed` assures.
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
        let state: StateMember<State> = read::from_text(state)?;
        Ok(state.prescribed(country)?.region(|| state))
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

/// A `State` before its `Country` is known: the text, and which code it would be.
#[derive(Clone, Copy)]
pub(crate) struct StateMember<T> {
    text: T,
    codes: Codes,
}

/// Which code a text is, in each country that prescribes them.
#[derive(Clone, Copy)]
struct Codes {
    us: Option<UsState>,
    ca: Option<CaProvince>,
}

impl<T> StateMember<T> {
    /// What the country says of it: the one place that knows R21.
    pub(crate) fn prescribed(&self, country: CountryCode) -> Result<Prescribed, Reason> {
        let Codes { us, ca } = self.codes;
        match StateCountry::of(country) {
            Some(StateCountry::UnitedStates) => us.map(Prescribed::UnitedStates).ok_or(UsState::RULE.unknown),
            Some(StateCountry::Canada) => ca.map(Prescribed::Canada).ok_or(CaProvince::RULE.unknown),
            None => Ok(Prescribed::Free(country)),
        }
    }
}

impl Scalar for StateMember<State> {
    const RULE: Rule = Rule::Text(State::RULE);
    type Kept<'a, M: Mode> = StateMember<M::Text<'a, State>>;

    fn build(kept: Self::Kept<'_, Build>) -> Self {
        Self { text: <State as Scalar>::build(kept.text), codes: kept.codes }
    }

    #[inline]
    fn read<'a, M: Mode>(text: Text<'a, '_>, texts: &'a Bump) -> Result<Self::Kept<'a, M>, Reason> {
        let codes = Codes { us: text.as_str().parse().ok(), ca: text.as_str().parse().ok() };
        Ok(StateMember { text: <State as Scalar>::read::<M>(text, texts)?, codes })
    }
}

#[cfg(feature = "schema")]
crate::schema::impl_json_schema!(StateMember<State>, "State", in_place: true, |_| State::RULE.schema());

/// What a country says of a state.
pub(crate) enum Prescribed {
    UnitedStates(UsState),
    Canada(CaProvince),
    /// Nothing: any name will do in this country.
    Free(CountryCode),
}

impl Prescribed {
    pub(crate) fn region(self, state: impl FnOnce() -> StateMember<State>) -> Region {
        match self {
            Self::UnitedStates(state) => Region::UnitedStates(state),
            Self::Canada(province) => Region::Canada(province),
            Self::Free(country) => Region::Elsewhere(Elsewhere { country, state: state().text }),
        }
    }
}
