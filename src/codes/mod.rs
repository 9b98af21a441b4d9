//! Closed lists of codes: countries, states, kinds of document.

mod code_rule;
mod country;
mod lists;

pub use code_rule::CodeRule;
pub(crate) use code_rule::List;
pub use country::CountryCode;
pub use lists::*;
