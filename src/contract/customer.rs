//! A customer: who it is, its identity documents, where it lives.

use alloc::vec::Vec;

use super::address::{StreetAddress, StreetAddressDraft};
use super::draft::from_draft;
use super::object::object;
use crate::{CalendarDate, CountryCode, FirstName, IdNumber, IdType, LastName, MiddleName, Violations};

object! {
    /// A customer: who it is, its identity documents, where it lives.
    ///
    /// It is the body of `PUT /customers/{CustomerID}` ([R3](crate::guide::contract#R3)). A value is always valid:
    /// every field has a type that holds valid values only, and every combination of them is valid.
    ///
    /// In JSON, properties may be in any order. Unknown ones are ignored ([S3](crate::guide::contract#S3)), and `null`
    /// is not the same as leaving a property out ([S2](crate::guide::contract#S2)). `Serialize` writes the properties
    /// in the order below, without absent ones. Equal customers give equal bytes.
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
    ///     StreetAddress::new("1 High Street".parse()?, "London".parse()?, "SW1Y 4LB".parse()?, region),
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
    ///     "DateOfBirth must be a day of the calendar in the form YYYY-MM-DD, \
    ///      from 0001-01-01 to 9999-12-31",
    ///     "PrimaryResidence must be an object, is an array",
    /// ]);
    /// let positions = report.iter().filter_map(|violation| violation.position());
    /// assert!(positions.map(|position| position.line).eq([2, 2, 3, 5]));
    ///
    /// let names: Vec<_> = Customer::PROPERTIES.iter().map(|property| property.name).collect();
    /// assert_eq!(names, ["FullName", "DateOfBirth", "Identities", "PrimaryResidence"]);
    /// # Ok::<(), customer_schema::Reason>(())
    /// ```
    plain Customer, CustomerDraft (R3) {
        /// First and last name, and middle names if there are any.
        full_name: FullName, draft FullNameDraft =
            "FullName" (R4, "P", "Full name"),
        /// The day on which the customer was born.
        date_of_birth: CalendarDate =
            "DateOfBirth" (R8, "P, name, required and `format: date`: R", "Date of birth", "1985-12-10"),
        /// Documents that prove who the customer is. The list may be empty.
        identities: Vec<Identity>, draft Vec<IdentityDraft> =
            "Identities" (R9, "P", "Identity documents"),
        /// The address at which the customer lives.
        primary_residence: StreetAddress, draft StreetAddressDraft =
            "PrimaryResidence" (R15, "P", "Primary residence"),
    }
}

impl Customer {
    /// Makes a customer from its required properties, which are all that it has so far.
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

impl CustomerDraft {
    /// Checks the draft like the same body in JSON, and builds the customer.
    ///
    /// # Errors
    ///
    /// Every violation, in the order of [`Customer::from_json`], without positions. At most
    /// [`Violations::MAX_KEPT`] are kept ([S13](crate::guide::contract#S13)).
    ///
    /// ```
    /// use customer_schema::CustomerDraft;
    ///
    /// let mut draft = CustomerDraft::default();
    /// draft.full_name.first_name = Some("Ada".into());
    /// draft.date_of_birth = Some("10.12.1985".into());
    /// draft.primary_residence.street = Some("1".into());
    /// draft.primary_residence.country = Some("GB".into());
    ///
    /// let report = draft.validate().unwrap_err();
    /// let lines: Vec<String> = report.iter().map(ToString::to_string).collect();
    /// assert_eq!(lines[..3], [
    ///     "FullName.LastName is required",
    ///     "DateOfBirth must be a day of the calendar in the form YYYY-MM-DD, \
    ///      from 0001-01-01 to 9999-12-31",
    ///     "PrimaryResidence.Street must have at least 2 characters, has 1",
    /// ]);
    /// assert_eq!(lines.len(), 6);
    /// ```
    pub fn validate(&self) -> Result<Customer, Violations> {
        from_draft(self)
    }
}

object! {
    /// The name of a person.
    ///
    /// It is the value of `FullName` ([R4](crate::guide::contract#R4)).
    ///
    /// ```
    /// use customer_schema::FullName;
    ///
    /// let mut name = FullName::new("Ada".parse()?, "Lovelace".parse()?);
    /// name.middle_name = Some("King".parse()?);
    /// let json = serde_json::to_string(&name).unwrap();
    /// assert_eq!(json, r#"{"FirstName":"Ada","LastName":"Lovelace","MiddleName":"King"}"#);
    ///
    /// let required = FullName::PROPERTIES.iter().filter(|property| property.required);
    /// assert!(required.map(|property| property.name).eq(["FirstName", "LastName"]));
    /// # Ok::<(), customer_schema::Reason>(())
    /// ```
    plain FullName, FullNameDraft (R4) {
        /// Given name.
        first_name: FirstName =
            "FirstName" (R5, "P, name and required: R", "First name", "Ada"),
        /// Family name, or surname. For people with one name the operator decides what to enter: any text of the
        /// length is accepted.
        last_name: LastName =
            "LastName" (R6, "P, name and required: R", "Last name", "Lovelace"),
        /// Further given names, if there are any.
        middle_name: Option<MiddleName> =
            "MiddleName" (R7, "P, name and optional: R", "Middle name", "King"),
    }
}

impl FullName {
    /// Makes a name from its required properties. The optional one can be set afterwards.
    #[must_use]
    pub const fn new(first_name: FirstName, last_name: LastName) -> Self {
        Self { first_name, last_name, middle_name: None }
    }
}

object! {
    /// An identity document. Leave out what it does not state.
    ///
    /// It is an element of `Identities` ([R9](crate::guide::contract#R9)).
    ///
    /// ```
    /// use customer_schema::{Identity, IdType};
    ///
    /// let mut passport = Identity::new("GB".parse()?, "533401372".parse()?, IdType::Passport);
    /// passport.expiry_date = Some("2031-03-01".parse()?);
    ///
    /// let titles: Vec<_> = Identity::PROPERTIES.iter().map(|property| property.title).collect();
    /// assert_eq!(titles[..3], ["Issuing country", "Document number", "Date of issue"]);
    /// # Ok::<(), customer_schema::Reason>(())
    /// ```
    plain Identity, IdentityDraft (R9) {
        /// The country that issued the document.
        issuing_country: CountryCode =
            "IssuingCountry" (R10, "P, name and required: R", "Issuing country", "GB"),
        /// The number of the document, as it is printed there.
        id_number: IdNumber =
            "IDNumber" (R11, "P, name and required: R", "Document number", "533401372"),
        /// The day on which the document was issued, if it is known.
        issued_date: Option<CalendarDate> =
            "IssuedDate" (R12, "P, name and optional: R", "Date of issue", "2021-03-01"),
        /// The day on which the document expires, if it does.
        expiry_date: Option<CalendarDate> =
            "ExpiryDate" (R13, "P, name and optional: R", "Date of expiry", "2031-03-01"),
        /// The kind of document, such as a passport.
        id_type: IdType =
            "IDType" (R14, "P, name and required: R", "Kind of document", "Passport"),
    }
}

impl Identity {
    /// Makes a document from its required properties. The optional ones can be set afterwards.
    #[must_use]
    pub const fn new(issuing_country: CountryCode, id_number: IdNumber, id_type: IdType) -> Self {
        Self { issuing_country, id_number, issued_date: None, expiry_date: None, id_type }
    }
}
