//! Values made in code, without JSON: what comes out is what would have been read.

use customer_schema::{
    CalendarDate, CountryCode, Customer, FullName, IdType, Identity, PutCustomer, Reason, Region, StreetAddress,
};

use super::bodies::{assert_valid, body};

/// The valid body by hand, optional members set after the others.
fn customer() -> Result<Customer, Reason> {
    let mut full_name = FullName::new("Ada".parse()?, "Lovelace".parse()?);
    full_name.middle_name = Some("King".parse()?);
    let mut passport = Identity::new("GB".parse()?, "533401372".parse()?, IdType::Passport);
    passport.issued_date = Some(CalendarDate::new(2021, 3, 1)?);
    passport.expiry_date = Some(CalendarDate::new(2031, 3, 1)?);
    let region = Region::new("GB".parse()?, "England")?;
    let mut home = StreetAddress::new("12 St James's Square".parse()?, "London".parse()?, "SW1Y 4LB".parse()?, region);
    home.street2 = Some("Flat 3".parse()?);
    Ok(Customer::new(full_name, CalendarDate::new(1985, 12, 10)?, vec![passport], home))
}

#[test]
fn by_hand_as_read() {
    let read = assert_valid(body().to_string());
    assert_eq!(customer(), Ok(read));
}

/// Every field holds the property of its name.
#[test]
fn each_field_has_its_property() {
    let request = PutCustomer::parse("c-1815", None, body().to_string().as_bytes()).unwrap();
    let PutCustomer { customer_id, customer, .. } = request;
    let Customer { full_name, date_of_birth, identities, primary_residence, .. } = customer;
    let [passport] = &identities[..] else { panic!("{}", identities.len()) };
    let texts = [
        customer_id.as_str(),
        full_name.first_name.as_str(),
        full_name.last_name.as_str(),
        full_name.middle_name.as_ref().unwrap().as_str(),
        passport.issuing_country.as_str(),
        passport.id_number.as_str(),
        passport.id_type.as_str(),
        primary_residence.street.as_str(),
        primary_residence.street2.as_ref().unwrap().as_str(),
        primary_residence.city.as_str(),
        primary_residence.post_code.as_str(),
        primary_residence.region.state(),
        primary_residence.region.country().as_str(),
    ];
    let expected =
        "c-1815|Ada|Lovelace|King|GB|533401372|Passport|12 St James's Square|Flat 3|London|SW1Y 4LB|England|GB";
    assert_eq!(texts.join("|"), expected);
    let dates = [Some(date_of_birth), passport.issued_date, passport.expiry_date];
    assert_eq!(dates.map(|date| date.unwrap().to_iso8601()), ["1985-12-10", "2021-03-01", "2031-03-01"]);
}

/// No list of identities and no absent optional member makes a customer invalid.
#[test]
fn the_least_there_can_be() {
    let mut least = customer().unwrap();
    least.identities.clear();
    least.full_name.middle_name = None;
    least.primary_residence.street2 = None;
    least.primary_residence.region = Region::new(CountryCode::CA, "QC").unwrap();
    assert_eq!(assert_valid(serde_json::to_vec(&least).unwrap()), least);
}
