//! The kinds of identity document.

use super::codes::codes;
use crate::Reason;

codes! {
    /// The kind of an identity document (R14).
    ///
    /// # Errors
    ///
    /// Every other text, also one that differs only in case: [`Reason::UnknownIdType`].
    ///
    /// ```
    /// use customer_schema::{IdType, Reason};
    ///
    /// assert_eq!("Passport".parse(), Ok(IdType::Passport));
    /// assert_eq!("passport".parse::<IdType>(), Err(Reason::UnknownIdType));
    /// assert_eq!(IdType::TaxId.as_str(), "TaxID");
    /// assert_eq!(IdType::TaxId.name(), "Tax ID");
    /// assert_eq!(IdType::ALL.len(), 6);
    /// assert_eq!(IdType::RULE.unknown, Reason::UnknownIdType);
    /// ```
    IdType: "a kind of identity document", Reason::UnknownIdType;

    DrivingLicense = "DrivingLicense" "Driving licence"
    NationalIdCard = "NationalIDCard" "National ID card"
    Passport = "Passport" "Passport"
    AddressProof = "AddressProof" "Proof of address"
    ResidencePermit = "ResidencePermit" "Residence permit"
    TaxId = "TaxID" "Tax ID"
}
