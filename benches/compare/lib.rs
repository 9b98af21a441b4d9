//! The crate and its peers on the same bytes: what each makes of a document, apart from how that is
//! measured.

// Its macros have to come before the modules that use them.
#[macro_use]
#[path = "../../tests/oracle/mod.rs"]
mod oracle;

pub mod contenders;
pub mod contract;
pub mod documents;
pub mod hostile;
pub mod markdown;
pub mod probes;
pub mod results;
mod rules;
#[path = "../unchecked.rs"]
mod unchecked;
