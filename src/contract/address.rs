//! The address of a customer.

use super::object::object;
use crate::{CaProvince, City, CodeRule, CountryCode, PostCode, Reason, State, Street, Street2, UsState};

/// The address of a customer's primary residence ([R15](crate::guide::contract#R15)).
///
/// In JSON, its [`region`](Self::region) is two properties, `State` and `Country`.
///
/// ```
/// use customer_schema::{CountryCode, Region, StreetAddress};
///
/// let region = Region::new(CountryCode::US, "CA")?;
/// let [street, city, post_code] = ["1 Main Street", "Fresno", "93650"];
/// let address = StreetAddress::new(street.parse()?, city.parse()?, post_code.parse()?, region);
/// let json = serde_json::to_string(&address).unwrap();
/// assert_eq!(json, concat!(
///     r#"{"Street":"1 Main Street","City":"Fresno","PostCode":"93650","#,
///     r#""State":"CA","Country":"US"}"#,
/// ));
///
/// let optional = StreetAddress::PROPERTIES.iter().find(|property| !property.required);
/// assert_eq!(optional.unwrap().name, "Street2");
/// # Ok::<(), customer_schema::Reason>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct StreetAddress {
    /// `Street` ([R16](crate::guide::contract#R16)).
    pub street: Street,
    /// `Street2` ([R17](crate::guide::contract#R17)).
    pub street2: Option<Street2>,
    /// `City` ([R18](crate::guide::contract#R18)).
    pub city: City,
    /// `PostCode` ([R19](crate::guide::contract#R19)).
    pub post_code: PostCode,
    /// `State` and `Country` ([R20](crate::guide::contract#R20), [R21](crate::guide::contract#R21),
    /// [R22](crate::guide::contract#R22)).
    pub region: Region,
}

impl StreetAddress {
    /// Makes an address from its required properties. The optional one can be set afterwards.
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
        /// Also called postcode or ZIP code. For countries without postal codes the operator decides what to enter:
        /// any text of the length is accepted.
        post_code: PostCode =
            "PostCode" (R19, "P, required: R", "Postal code", "SW1Y 4LB"),
        /// In some countries, such as the USA, one of a list. Elsewhere any name: a county, a region, or the city
        /// where there is none.
        state: State =
            "State" (R20, "P, required for every country: R", "State, province or county", "England"),
        /// The country of the address. It decides what the state can be.
        country: CountryCode =
            "Country" (R22, "P, name and required: R", "Country", "GB"),
    }

    conditions StateCode {
        when Country is US => State in UsState (R21, UnitedStates);
        when Country is CA => State in CaProvince (R21, Canada);
    }

    finish {
        #[inline(always)]
        fn finish(fields: &mut Fields<'_>, location: &Location<'_>, report: &mut Report) {
            // A condition applies only where `Country` is valid and given once (S8).
            let (Some(country), Some(state)) = (fields.country.valid_unique(), fields.state.valid()) else { return };
            match StateCode::check(*country, state.content()) {
                Ok(code) => fields.condition = Some(code),
                Err(codes) => {
                    let reason = codes.unknown();
                    fields.state.reject(report.add(&location.property(Self::NAMES.state), fields.state.offset(), reason));
                }
            }
        }
    }

    build {
        type Ready<'f, 'a: 'f> = (Ready<'f, 'a>, StateCode);

        #[inline(always)]
        fn ready<'f, 'a: 'f>(fields: &'f mut Fields<'a>) -> Option<Self::Ready<'f, 'a>> {
            let code = fields.condition?;
            Some((fields.ready()?, code))
        }

        #[inline(always)]
        fn build((ready, code): Self::Ready<'_, '_>) -> Self {
            Self {
                street: Value::build(ready.street),
                street2: Value::build(ready.street2),
                city: Value::build(ready.city),
                post_code: Value::build(ready.post_code),
                region: Region::build(code, ready.country, || Value::build(ready.state)),
            }
        }
    }

    properties {
        |address|
        address.street,
        address.street2,
        address.city,
        address.post_code,
        address.region.state(),
        address.region.country(),
    }
}
