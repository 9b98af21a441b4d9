//! The contract of the operation, from the request down to its parts. Each object is a table of properties.

mod address;
mod advisories;
mod customer;
mod draft;
mod object;
mod region;
mod request;

pub use address::{StreetAddress, StreetAddressDraft};
pub use advisories::{Advisory, Concern};
pub use customer::{Customer, CustomerDraft, FullName, FullNameDraft, Identity, IdentityDraft};
pub use region::{Elsewhere, Region};
pub use request::PutCustomer;
