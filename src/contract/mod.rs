//! The contract of the operation: the request and its parts. Each object is a table of properties.

mod address;
mod advisories;
mod customer;
mod draft;
mod object;
mod property;
mod region;
mod request;
mod unknown;

pub use address::*;
pub use advisories::*;
pub use customer::*;
pub use request::*;
