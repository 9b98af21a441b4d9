//! The search for unknown properties, apart from every verdict.

use crate::{Customer, UnknownProperties, Violations, read};

impl Customer {
    /// Finds the properties of a body that the contract does not have: for test suites and sandboxes, which want to
    /// find a typo such as `Middlename`.
    ///
    /// Unknown properties are ignored ([S3](crate::guide::contract#S3)), and this changes no verdict. A service that
    /// refuses them refuses the properties of later versions of the operation.
    ///
    /// It looks into the documented objects and the elements of `Identities`, by their names alone, and checks no value.
    /// It does not look into the value of an unknown property, into a second value of a property
    /// ([S4](crate::guide::contract#S4)), and into a value of a wrong type. The time is linear in the size of the body.
    ///
    /// # Errors
    ///
    /// [`Reason::MalformedJson`](crate::Reason::MalformedJson) alone, as [`from_json`](Self::from_json) reports it
    /// ([S5](crate::guide::contract#S5)). Every other violation is left to `from_json`.
    ///
    /// ```
    /// use customer_schema::Customer;
    ///
    /// let body = br#"{
    ///     "FullName": {"FirstName": "Ada", "LastName": "Lovelace", "Middlename": "King"},
    ///     "DateOfBirth": "1985-12-10",
    ///     "Identities": [
    ///         {"IssuingCountry": "GB", "IDNumber": "533401372", "IDType": "Passport", "Note": 0}
    ///     ],
    ///     "PrimaryResidence": {
    ///         "Street": "12 St James's Square", "City": "London", "PostCode": "SW1Y 4LB",
    ///         "State": "England", "Country": "GB"
    ///     }
    /// }"#;
    /// assert!(Customer::check_json(body).is_ok());
    ///
    /// let unknown = Customer::unknown_properties(body)?;
    /// assert_eq!((unknown.len(), unknown.omitted()), (2, 0));
    /// let lines: Vec<_> = unknown.iter().map(ToString::to_string).collect();
    /// assert_eq!(lines, [
    ///     "FullName has an unknown property at line 2, column 62",
    ///     "Identities[0] has an unknown property at line 5, column 81",
    /// ]);
    /// # Ok::<(), customer_schema::Violations>(())
    /// ```
    pub fn unknown_properties(body: &[u8]) -> Result<UnknownProperties, Violations> {
        read::unknown_properties(body, &Self::RULE)
    }
}
