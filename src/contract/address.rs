//! Where a customer lives.

use serde::{Serialize, Serializer};

use super::draft::ToDraft;
use super::object::{Writer, object};
use super::region::RawRegion;
use crate::read::impl_deserialize;
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
/// let optional: Vec<_> = StreetAddress::PROPERTIES.iter().filter(|property| !property.required).collect();
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
    /// An address of the required properties; the optional one can be set afterwards.
    #[must_use]
    pub const fn new(street: Street, city: City, post_code: PostCode, region: Region) -> Self {
        Self { street, street2: None, city, post_code, region }
    }
}

object! {
    /// The address of a residence.
    custom StreetAddress, StreetAddressDraft (R15) {
        /// The street, with the house number if there is one.
        street: Street =
            "Street" (R16, "P, required: R", "Street", "12 St James's Square"),
        /// A second line of the street, such as a flat, a floor or a building.
        street2: Option<Street2> =
            "Street2" (R17, "P, optional: R", "Street, second line", "Flat 3"),
        /// The city, town or village.
        city: City =
            "City" (R18, "P, required: R", "City or town", "London"),
        /// Also called postcode or ZIP code.
        post_code: PostCode =
            "PostCode" (R19, "P, required: R", "Postal code", "SW1Y 4LB"),
        /// In the USA and Canada one of a list. Elsewhere any name: a county, a region, or the city where there is
        /// none.
        state: State =
            "State" (R20, "P, required for every country: R", "State, province or county", "England"),
        /// The country of the address. It decides what the state can be.
        country: CountryCode =
            "Country" (R22, "P, name and required: R", "Country", "GB"),
    }

    #[inline(always)]
    fn finish(fields: &mut Fields<'_>, location: &Location<'_>, report: &mut Report) {
        // `State` is held to codes only where `Country` is valid and given once (S8).
        let (Some(country), Some(state)) = (fields.country.only(), fields.state.first()) else { return };
        if RawRegion::new(*country, *state).is_none() {
            let reason = RawRegion::reason(*country);
            fields.state.reject(report.add(&location.property("State"), fields.state.offset(), reason));
        }
    }

    type Whole<'f, 'a: 'f> = (Ready<'f, 'a>, RawRegion<'a>);

    #[inline(always)]
    fn whole<'f, 'a: 'f>(fields: &'f mut Self::Fields<'a>) -> Option<Self::Whole<'f, 'a>> {
        let ready = fields.ready()?;
        let region = RawRegion::new(ready.country, ready.state)?;
        Some((ready, region))
    }

    #[inline(always)]
    fn assemble((ready, region): Self::Whole<'_, '_>) -> Self {
        Self {
            street: Value::build(ready.street),
            street2: Value::build(ready.street2),
            city: Value::build(ready.city),
            post_code: Value::build(ready.post_code),
            region: region.build(),
        }
    }
}

impl Serialize for StreetAddress {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut writer = Writer::new(serializer, Self::PROPERTIES)?;
        writer.property(Some(&self.street))?;
        writer.property(self.street2.as_ref())?;
        writer.property(Some(&self.city))?;
        writer.property(Some(&self.post_code))?;
        writer.property(Some(self.region.state()))?;
        writer.property(Some(&self.region.country()))?;
        writer.end()
    }
}

impl_deserialize!(StreetAddress);

/// Copies a valid value to edit it.
impl From<&StreetAddress> for StreetAddressDraft {
    fn from(address: &StreetAddress) -> Self {
        let StreetAddress { street, street2, city, post_code, region } = address;
        Self {
            street: street.to_draft(),
            street2: street2.to_draft(),
            city: city.to_draft(),
            post_code: post_code.to_draft(),
            state: Some(region.state().into()),
            country: region.country().to_draft(),
        }
    }
}
