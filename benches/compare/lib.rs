//! The crate and its peers on the same bytes: what each makes of a document, apart from how that is
//! measured.

pub mod contenders;
pub mod documents;
pub mod hostile;
pub mod markdown;
pub mod probes;
pub mod results;
mod rules;
#[path = "../unchecked.rs"]
mod unchecked;
