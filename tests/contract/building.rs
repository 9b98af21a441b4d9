//! Values made in code are equal to those read from JSON.

use std::error::Error;

use customer_schema::{
    CalendarDate, CountryCode, Customer, FullName, IdType, Identity, PutCustomer, Region, StreetAddress,
};

use super::bodies::{assert_valid, body};
use crate::oracle::table;

/// The field of a row. Country and state are one field.
macro_rules! field {
    ($customer:ident, primary_residence.state) => { $customer.primary_residence.region.state() };
    ($customer:ident, primary_residence.country) => { $customer.primary_residence.region.country() };
    ($customer:ident, $list:ident[].$($field:tt)+) => { $customer.$list[0].$($field)+ };
    ($customer:ident, $($field:tt)+) => { $customer.$($field)+ };
}

/// Sets every optional field to its example in the table.
macro_rules! set_optional {
    ($customer:ident $(
        $number:ident $path:literal: $Type:ident = $presence:ident $rule:ident $(($($argument:tt)*))? $source:literal
            $({ $example:literal, $($field:tt)+ })?,
    )+) => {
        $($(set_optional!(@$presence $customer, $example, $($field)+);)?)+
    };
    (@required $($field:tt)+) => {};
    (@optional $customer:ident, $example:literal, $($field:tt)+) => {
        field!($customer, $($field)+) = Some($example.parse()?);
    };
}

/// The path of every row with a field, and the field's value in JSON.
macro_rules! fields {
    ($customer:ident $(
        $number:ident $path:literal: $Type:ident = $presence:ident $rule:ident $(($($argument:tt)*))? $source:literal
            $({ $example:literal, $($field:tt)+ })?,
    )+) => {
        [$($(($path, $example, serde_json::to_string(&field!($customer, $($field)+)).unwrap()),)?)+]
    };
}

/// The base body by hand, required properties first.
fn customer() -> Result<Customer, Box<dyn Error>> {
    let full_name = FullName::new("Ada".parse()?, "Lovelace".parse()?);
    let passport = Identity::new("GB".parse()?, "533401372".parse()?, IdType::Passport);
    let region = Region::new("GB".parse()?, "England")?;
    let home = StreetAddress::new("12 St James's Square".parse()?, "London".parse()?, "SW1Y 4LB".parse()?, region);
    let mut customer = Customer::new(full_name, CalendarDate::new(1985, 12, 10)?, vec![passport], home);
    properties!(set_optional! customer);
    Ok(customer)
}

#[test]
fn by_hand_as_read() {
    let read = assert_valid(body().to_string());
    assert_eq!(customer().unwrap(), read);
    assert_eq!(read.full_name.middle_name, Some("King".parse().unwrap()));
    assert_eq!(read.identities[0].issued_date, CalendarDate::new(2021, 3, 1).ok());
    assert_eq!(read.identities[0].expiry_date, CalendarDate::new(2031, 3, 1).ok());
    assert_eq!(read.primary_residence.street2, Some("Flat 3".parse().unwrap()));
}

/// Every field holds the property of its name.
#[test]
fn each_field_has_its_property() {
    let request = PutCustomer::parse("c-1815", None, body().to_string().as_bytes()).unwrap();
    assert_eq!(request.customer_id.as_str(), "c-1815");
    let customer = request.customer;
    assert_eq!(customer.identities.len(), 1);
    for (path, example, json) in properties!(fields! customer) {
        assert_eq!(json, table::row(path).json(), "{path}");
        assert_eq!(json.trim_matches('"'), example, "{path}");
    }
    // The accessors of texts, dates and codes return what is written.
    assert_eq!(customer.full_name.first_name.as_str(), "Ada");
    assert_eq!(customer.date_of_birth.to_iso8601(), "1985-12-10");
    assert_eq!(
        (customer.identities[0].issuing_country.as_str(), customer.identities[0].id_type.as_str()),
        ("GB", "Passport")
    );
}

/// No list of identities and no absent optional property makes a customer invalid.
#[test]
fn the_least_there_can_be() {
    let mut least = customer().unwrap();
    least.identities.clear();
    least.full_name.middle_name = None;
    least.primary_residence.street2 = None;
    least.primary_residence.region = Region::new(CountryCode::CA, "QC").unwrap();
    assert_eq!(assert_valid(serde_json::to_vec(&least).unwrap()), least);
}
