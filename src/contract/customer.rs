//! A customer: who it is, its identity documents, where it lives.

use alloc::vec::Vec;

use super::object::object;
use crate::{CalendarDate, CountryCode, FirstName, IdNumber, IdType, LastName, MiddleName, StreetAddress};

object! {
    /// A customer: the body of `PUT /customers/{CustomerID}` (R3).
    ///
    /// Whoever holds one holds a valid one: every field is of a type that checks itself, and every
    /// combination of them is legal. Members in JSON may come in any order, unknown ones are ignored
    /// (S3), and `null` is never the same as leaving a property out (S2). `Serialize` writes them in the
    /// order below, and leaves absent optional ones out; equal customers give equal bytes.
    ///
    /// ```
    /// use customer_schema::{Customer, FullName, Identity, IdType, Region, StreetAddress};
    ///
    /// let passport = Identity::new("GB".parse()?, "533401372".parse()?, IdType::Passport);
    /// let region = Region::new("GB".parse()?, "England")?;
    /// let customer = Customer::new(
    ///     FullName::new("Ada".parse()?, "Lovelace".parse()?),
    ///     "1985-12-10".parse()?,
    ///     vec![passport],
    ///     StreetAddress::new("12 St James's Square".parse()?, "London".parse()?, "SW1Y 4LB".parse()?, region),
    /// );
    ///
    /// let json = serde_json::to_vec(&customer).unwrap();
    /// assert_eq!(Customer::from_json(&json), Ok(customer));
    ///
    /// // Every violation at once, each with its position.
    /// let body = br#"{
    ///     "FullName": {"FirstName": "", "LastName": null},
    ///     "DateOfBirth": "2023-02-29",
    ///     "Identities": [],
    ///     "PrimaryResidence": []
    /// }"#;
    /// let report = Customer::from_json(body).unwrap_err();
    /// let lines: Vec<String> = report.iter().map(ToString::to_string).collect();
    /// assert_eq!(lines, [
    ///     "FullName.FirstName must have at least 1 character, has 0",
    ///     "FullName.LastName must be a string, is null",
    ///     "DateOfBirth must be a day of the calendar in the form YYYY-MM-DD, from 0001-01-01 to 9999-12-31",
    ///     "PrimaryResidence must be an object, is an array",
    /// ]);
    /// let lines = report.iter().filter_map(|violation| violation.position()).map(|position| position.line);
    /// assert!(lines.eq([2, 2, 3, 5]));
    ///
    /// let names: Vec<_> = Customer::PROPERTIES.iter().map(|property| property.name).collect();
    /// assert_eq!(names, ["FullName", "DateOfBirth", "Identities", "PrimaryResidence"]);
    /// # Ok::<(), customer_schema::Reason>(())
    /// ```
    Customer(rule: 3, description: "A customer: who it is, its identity documents, where it lives.") {
        full_name: FullName = {
            name: "FullName",
            rule: 4,
            source: "P",
            title: "Full name",
            description: "First and last name, and middle names if there are any.",
            example: None,
        }
        date_of_birth: CalendarDate = {
            name: "DateOfBirth",
            rule: 8,
            source: "P, name, required and `format: date`: R",
            title: "Date of birth",
            description: "The day on which the customer was born.",
            example: Some("1985-12-10"),
        }
        identities: Vec<Identity> = {
            name: "Identities",
            rule: 9,
            source: "P",
            title: "Identity documents",
            description: "Documents that prove who the customer is. The list may be empty.",
            example: None,
        }
        primary_residence: StreetAddress = {
            name: "PrimaryResidence",
            rule: 15,
            source: "P",
            title: "Primary residence",
            description: "The address at which the customer lives.",
            example: None,
        }
    }
}

impl Customer {
    /// A customer of its required properties: so far, all of them.
    #[must_use]
    pub const fn new(
        full_name: FullName,
        date_of_birth: CalendarDate,
        identities: Vec<Identity>,
        primary_residence: StreetAddress,
    ) -> Self {
        Self { full_name, date_of_birth, identities, primary_residence }
    }
}

object! {
    /// The name of a person (R4).
    ///
    /// ```
    /// use customer_schema::FullName;
    ///
    /// let mut name = FullName::new("Ada".parse()?, "Lovelace".parse()?);
    /// name.middle_name = Some("King".parse()?);
    /// let json = serde_json::to_string(&name).unwrap();
    /// assert_eq!(json, r#"{"FirstName":"Ada","LastName":"Lovelace","MiddleName":"King"}"#);
    ///
    /// let required: Vec<_> = FullName::PROPERTIES.iter().filter(|property| property.required).map(|property| property.name).collect();
    /// assert_eq!(required, ["FirstName", "LastName"]);
    /// # Ok::<(), customer_schema::Reason>(())
    /// ```
    FullName(rule: 4, description: "The name of a person.") {
        first_name: FirstName = {
            name: "FirstName",
            rule: 5,
            source: "P, name and required: R",
            title: "First name",
            description: "Given name.",
            example: Some("Ada"),
        }
        last_name: LastName = {
            name: "LastName",
            rule: 6,
            source: "P, name and required: R",
            title: "Last name",
            description: "Family name, or surname.",
            example: Some("Lovelace"),
        }
        middle_name: Option<MiddleName> = {
            name: "MiddleName",
            rule: 7,
            source: "P, name and optional: R",
            title: "Middle name",
            description: "Further given names, if there are any.",
            example: Some("King"),
        }
    }
}

impl FullName {
    /// A name of the required properties; the optional one can be set afterwards.
    #[must_use]
    pub const fn new(first_name: FirstName, last_name: LastName) -> Self {
        Self { first_name, last_name, middle_name: None }
    }
}

object! {
    /// An identity document (an element of `Identities`, R9).
    ///
    /// ```
    /// use customer_schema::{Identity, IdType};
    ///
    /// let mut passport = Identity::new("GB".parse()?, "533401372".parse()?, IdType::Passport);
    /// passport.expiry_date = Some("2031-03-01".parse()?);
    ///
    /// let titles: Vec<_> = Identity::PROPERTIES.iter().map(|property| property.title).collect();
    /// assert_eq!(titles, ["Issuing country", "Document number", "Date of issue", "Date of expiry", "Kind of document"]);
    /// # Ok::<(), customer_schema::Reason>(())
    /// ```
    Identity(rule: 9, description: "An identity document. Leave out what it does not state.") {
        issuing_country: CountryCode = {
            name: "IssuingCountry",
            rule: 10,
            source: "P, name and required: R",
            title: "Issuing country",
            description: "The country that issued the document.",
            example: Some("GB"),
        }
        id_number: IdNumber = {
            name: "IDNumber",
            rule: 11,
            source: "P, name and required: R",
            title: "Document number",
            description: "The number of the document, as it is printed there.",
            example: Some("533401372"),
        }
        issued_date: Option<CalendarDate> = {
            name: "IssuedDate",
            rule: 12,
            source: "P, name and optional: R",
            title: "Date of issue",
            description: "The day on which the document was issued, if it is known.",
            example: Some("2021-03-01"),
        }
        expiry_date: Option<CalendarDate> = {
            name: "ExpiryDate",
            rule: 13,
            source: "P, name and optional: R",
            title: "Date of expiry",
            description: "The day on which the document expires, if it does.",
            example: Some("2031-03-01"),
        }
        id_type: IdType = {
            name: "IDType",
            rule: 14,
            source: "P, name and required: R",
            title: "Kind of document",
            description: "The kind of document, such as a passport.",
            example: Some("Passport"),
        }
    }
}

impl Identity {
    /// A document of the required properties; the optional ones can be set afterwards.
    #[must_use]
    pub const fn new(issuing_country: CountryCode, id_number: IdNumber, id_type: IdType) -> Self {
        Self { issuing_country, id_number, issued_date: None, expiry_date: None, id_type }
    }
}
