//! Where a customer lives. Country and state are one value, so that they cannot disagree.

use serde::{Serialize, Serializer};

use crate::object::{Writer, members};
use crate::read::{self, Build, Members, Mode, Object, Place, Presence, Read, Sink, Text, Value, impl_deserialize};
use crate::{CaProvince, City, CountryCode, PostCode, Reason, Rule, State, Street, Street2, UsState};

/// The address of a customer's primary residence (R15).
///
/// On the wire its [`region`](Self::region) is two properties, `State` and `Country`.
///
/// ```
/// use customer_schema::{CountryCode, Region, StreetAddress};
///
/// let region = Region::new(CountryCode::US, "CA")?;
/// let address = StreetAddress::new("1 Main Street".parse()?, "Fresno".parse()?, "93650".parse()?, region);
/// let json = serde_json::to_string(&address).unwrap();
/// assert_eq!(json, r#"{"Street":"1 Main Street","City":"Fresno","PostCode":"93650","State":"CA","Country":"US"}"#);
/// # Ok::<(), customer_schema::Reason>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct StreetAddress {
    /// `Street` (R16).
    pub street: Street,
    /// `Street2` (R17).
    pub street2: Option<Street2>,
    /// `City` (R18).
    pub city: City,
    /// `PostCode` (R19).
    pub post_code: PostCode,
    /// `State` and `Country` (R20, R21, R22).
    pub region: Region,
}

impl StreetAddress {
    /// An address of the required members; the optional one can be set afterwards.
    #[must_use]
    pub const fn new(street: Street, city: City, post_code: PostCode, region: Region) -> Self {
        Self { street, street2: None, city, post_code, region }
    }
}

members! {
    StreetAddress(rule: 15, description: "The address of a residence.") {
        street: Street = {
            name: "Street",
            rule: 16,
            source: "P, required: R",
            title: "Street",
            description: "The street, with the house number if there is one.",
            example: Some("12 St James's Square"),
        }
        street2: Option<Street2> = {
            name: "Street2",
            rule: 17,
            source: "P, optional: R",
            title: "Street, second line",
            description: "A second line of the street, such as a flat, a floor or a building.",
            example: Some("Flat 3"),
        }
        city: City = {
            name: "City",
            rule: 18,
            source: "P, required: R",
            title: "City or town",
            description: "The city or town of the address.",
            example: Some("London"),
        }
        post_code: PostCode = {
            name: "PostCode",
            rule: 19,
            source: "P, required: R",
            title: "Postal code",
            description: "The postal code of the address.",
            example: Some("SW1Y 4LB"),
        }
        state: StateMember<State> = {
            name: "State",
            rule: 20,
            source: "P, required for every country: R",
            title: "State, province or county",
            description: "The state, province or county. In the USA and in Canada its two-letter code, such as CA.",
            example: Some("England"),
        }
        country: CountryCode = {
            name: "Country",
            rule: 22,
            source: "P, name and required: R",
            title: "Country",
            description: "The country of the address.",
            example: Some("GB"),
        }
    }
}

impl Object for StreetAddress {
    type Kept<'de, M: Mode> = (Self::Parts<'de, M>, Prescribed);

    #[inline]
    fn finish<'de, M: Mode>(
        mut slots: Self::Slots<'de, M>,
        place: &Place<'_>,
        sink: &mut Sink,
    ) -> Read<(Self::Parts<'de, M>, Prescribed)> {
        let state_place = &place.member(<Self as Members>::Key::state.name());
        // Only where `Country` is known can `State` be held to its codes (S8).
        if let (Some(country), Some(state)) = (slots.country.only(), slots.state.first())
            && let Err(reason) = Prescribed::of(*country, state.codes)
        {
            slots.state.spoil(sink.report(state_place, reason));
        }
        let parts = Self::parts(slots, place, sink)?;
        let prescribed = sink.check(state_place, Prescribed::of(parts.country, parts.state.codes))?;
        Ok((parts, prescribed))
    }

    fn assemble((parts, prescribed): &mut (Self::Parts<'_, Build>, Prescribed)) -> Self {
        let state = State::build(&mut parts.state.text);
        Self {
            street: Street::build(&mut parts.street),
            street2: Option::build_member(&mut parts.street2),
            city: City::build(&mut parts.city),
            post_code: PostCode::build(&mut parts.post_code),
            region: prescribed.region(parts.country, state),
        }
    }
}

impl Serialize for StreetAddress {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let absent = usize::from(self.street2.is_none());
        let mut writer = Writer::new(serializer, Self::MEMBERS, Self::MEMBERS.len() - absent)?;
        writer.member(self.street.present())?;
        writer.member(self.street2.present())?;
        writer.member(self.city.present())?;
        writer.member(self.post_code.present())?;
        writer.member(Some(self.region.state()))?;
        writer.member(Some(&self.region.country()))?;
        writer.end()
    }
}

impl_deserialize!(StreetAddress);

#[cfg(feature = "schema")]
crate::schema::impl_json_schema!(StreetAddress, "StreetAddress", in_place: false, |generator| {
    type Key = <StreetAddress as Members>::Key;

    let mut schema = <StreetAddress as Members>::schema(generator);
    let countries = Prescribed::schemas(generator);
    crate::schema::prescribe(&mut schema, Key::country.name(), Key::state.name(), countries);
    schema
});

/// A country together with a state of that country (R20, R21, R22).
///
/// Where the country prescribes codes for its states, only one of them will do; in every other
/// country any [`State`] will (S8). There is no way to hold a pair that breaks this: [`Region::new`]
/// is the one place that makes it.
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
    // Neither the US nor Canada, as `Prescribed::of` assures.
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
        let StateMember { text, codes } = read::from_text(Text::Borrowed(state))?;
        Ok(Prescribed::of(country, codes)?.region(country, text))
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

impl Value for StateMember<State> {
    const RULE: Rule = Rule::Text(State::RULE);
    type Kept<'de, M: Mode> = StateMember<M::Text<'de, State>>;

    fn build(kept: &mut Self::Kept<'_, Build>) -> Self {
        Self { text: State::build(&mut kept.text), codes: kept.codes }
    }

    #[inline]
    fn text<'de, M: Mode>(text: Text<'de, '_>) -> Result<Self::Kept<'de, M>, Reason> {
        let codes = Codes { us: text.as_str().parse().ok(), ca: text.as_str().parse().ok() };
        Ok(StateMember { text: <State as Value>::text::<M>(text)?, codes })
    }
}

#[cfg(feature = "schema")]
crate::schema::impl_json_schema!(StateMember<State>, "State", in_place: true, |_| State::RULE.schema());

/// What a country says of a state: the one place that knows R21.
pub(crate) enum Prescribed {
    UnitedStates(UsState),
    Canada(CaProvince),
    /// Nothing: any name will do.
    Free,
}

impl Prescribed {
    fn of(country: CountryCode, codes: Codes) -> Result<Self, Reason> {
        match country {
            CountryCode::US => codes.us.map(Self::UnitedStates).ok_or(UsState::RULE.unknown),
            CountryCode::CA => codes.ca.map(Self::Canada).ok_or(CaProvince::RULE.unknown),
            _ => Ok(Self::Free),
        }
    }

    /// What `of` says, as the schema of the state for each such country.
    #[cfg(feature = "schema")]
    fn schemas(generator: &mut schemars::SchemaGenerator) -> [(&'static str, schemars::Schema); 2] {
        [
            (CountryCode::US.as_str(), generator.subschema_for::<UsState>()),
            (CountryCode::CA.as_str(), generator.subschema_for::<CaProvince>()),
        ]
    }

    fn region(&self, country: CountryCode, state: State) -> Region {
        match self {
            Self::UnitedStates(state) => Region::UnitedStates(*state),
            Self::Canada(province) => Region::Canada(*province),
            Self::Free => Region::Elsewhere(Elsewhere { country, state }),
        }
    }
}
