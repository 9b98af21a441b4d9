//! An object made of properties.

use super::Value;
use crate::ObjectRule;
use crate::report::{Location, Report};

/// An object. `object!` implements [`Value`] for it from its table.
pub(crate) trait Object: Value {
    const TABLE: ObjectRule;

    /// The state of every property.
    type Fields<'a>: Default;

    /// Reports what properties break together, at the closing brace.
    #[inline(always)]
    fn finish(_fields: &mut Self::Fields<'_>, _location: &Location<'_>, _report: &mut Report) {}
}
