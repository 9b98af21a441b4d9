//! Where a customer lives.

use serde::{Serialize, Serializer};

use crate::object::{Writer, members};
use crate::read::{Members, Mode, Object, Place, Presence, Read, Sink, impl_deserialize};
use crate::region::{Prescribed, StateMember};
use crate::{City, CountryCode, PostCode, Region, State, Street, Street2};

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
///
/// let optional: Vec<_> = StreetAddress::MEMBERS.iter().filter(|member| !member.required).collect();
/// assert_eq!(optional[0].name, "Street2");
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
            description: "The city, town or village.",
            example: Some("London"),
        }
        post_code: PostCode = {
            name: "PostCode",
            rule: 19,
            source: "P, required: R",
            title: "Postal code",
            description: "Also called postcode or ZIP code.",
            example: Some("SW1Y 4LB"),
        }
        state: StateMember<State> = {
            name: "State",
            rule: 20,
            source: "P, required for every country: R",
            title: "State, province or county",
            description: "In the USA and Canada one of a list. Elsewhere any name: a county, a region, or the city where there is none.",
            example: Some("England"),
        }
        country: CountryCode = {
            name: "Country",
            rule: 22,
            source: "P, name and required: R",
            title: "Country",
            description: "The country of the address. It decides what the state can be.",
            example: Some("GB"),
        }
    }
}

type Key = <StreetAddress as Members>::Key;

impl Object for StreetAddress {
    type Whole<'a> = (<Self as Members>::Parts<'a>, Prescribed);

    #[inline]
    fn judge<M: Mode>(slots: &mut Self::Slots<'_, M>, place: &Place<'_>, sink: &mut Sink) {
        // Only where `Country` is known can `State` be held to its codes (S8).
        if let (Some(country), Some(state)) = (slots.country.only(), slots.state.first())
            && let Err(reason) = state.prescribed(*country)
        {
            slots.state.spoil(sink.report(&place.member(Key::state.name()), reason));
        }
    }

    #[inline]
    fn whole<'a>(parts: <Self as Members>::Parts<'a>, place: &Place<'_>, sink: &mut Sink) -> Read<Self::Whole<'a>> {
        let prescribed = parts.state.prescribed(parts.country);
        let prescribed = sink.check(&place.member(Key::state.name()), prescribed)?;
        Ok((parts, prescribed))
    }

    #[inline]
    fn assemble((parts, prescribed): Self::Whole<'_>) -> Self {
        Self {
            street: Presence::build(parts.street),
            street2: Presence::build(parts.street2),
            city: Presence::build(parts.city),
            post_code: Presence::build(parts.post_code),
            region: prescribed.region(|| Presence::build(parts.state)),
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
    let mut schema = <StreetAddress as Members>::schema(generator);
    let countries =
        crate::StateCountry::ALL.iter().map(|country| (country.as_str(), country.schema(generator))).collect();
    crate::schema::prescribe(&mut schema, 21, Key::country.name(), Key::state.name(), countries);
    schema
});
