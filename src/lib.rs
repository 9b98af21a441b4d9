//! The contract of `PUT /customers/{CustomerID}`.

#![no_std]

extern crate alloc;

mod customer;
mod draft;
mod error_body;
mod field;
mod field_path;
mod object;
mod put_customer;
mod read;
mod reason;
mod residence;
mod rule;
mod violation;

pub use customer::{Customer, FullName, Identity};
pub use draft::{CustomerDraft, FullNameDraft, IdentityDraft, StreetAddressDraft};
pub use error_body::{ErrorBody, ErrorType, Extensions, Reasons, Status, UnknownType};
pub use field::{
    ApiSignature, CaProvince, CalendarDate, City, CountryCode, CustomerId, FirstName, IdNumber, IdType, LastName,
    MiddleName, PostCode, State, Street, Street2, UsState,
};
pub use field_path::FieldPath;
pub use object::Member;
pub use put_customer::PutCustomer;
pub use reason::{Reason, StateCountry};
pub use residence::{Elsewhere, Region, StreetAddress};
pub use rule::{CodeRule, JsonType, Rule, TextRule};
pub use violation::{Violation, Violations};
