//! The search for unknown properties, which changes no verdict.

use crate::{Customer, UnknownProperties, Violations, read};

impl Customer {
    /// Finds the properties of a body that the contract does not have, such as a typo like `Middlename`. This is for
    /// test suites and sandboxes.
    ///
    /// Unknown properties are ignored ([S3](crate::guide::contract#S3)), so none of them changes a verdict. A service
    /// that refuses them would refuse the properties of later versions of the operation.
    ///
    /// The search covers the documented objects and the elements of `Identities`. It compares names and checks no
    /// value. It leaves out the value of an unknown property, later values of a repeated property
    /// ([S4](crate::guide::contract#S4)), and a value of a wrong type. The time is linear in the size of the body.
    ///
    /// # Errors
    ///
    /// [`Reason::MalformedJson`](crate::Reason::MalformedJson) if the body is not well-formed, as
    /// [`from_json`](Self::from_json) reports it ([S5](crate::guide::contract#S5)). No other violation is reported.
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
