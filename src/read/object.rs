//! An object made of properties.

use super::Value;
use crate::Property;
use crate::report::{Location, Report};

/// An object. `object!` implements [`Value`] for it from its table and from what is here.
pub(crate) trait Object: Value {
    const PROPERTIES: &'static [Property];
    /// The number of its rule, such as `R4`.
    #[cfg(feature = "schema")]
    const ID: &'static str;
    #[cfg(feature = "schema")]
    const DESCRIPTION: &'static str;

    /// The state of every property.
    type Fields<'a>: Default;

    /// Reports what properties break together, at the closing brace.
    #[inline(always)]
    fn finish(_fields: &mut Self::Fields<'_>, _location: &Location<'_>, _report: &mut Report) {}

    /// All that the object is built of.
    type Whole<'f, 'a: 'f>;

    /// `None` if any property is not valid.
    fn whole<'f, 'a: 'f>(fields: &'f mut Self::Fields<'a>) -> Option<Self::Whole<'f, 'a>>;

    /// Builds the object. It cannot fail.
    fn assemble(whole: Self::Whole<'_, '_>) -> Self;
}
