//! The rule of a closed list of codes.

use alloc::vec::Vec;
use core::fmt;
use core::hash::{Hash, Hasher};

use super::CountryCode;

/// The rule of a closed list of codes. Membership is the only rule, so all other strings, also the empty one, have the
/// same reason ([S11](crate::guide::contract#S11)).
///
/// ```
/// use customer_schema::{CaProvince, CountryCode, UsState};
///
/// assert_eq!(
///     CountryCode::RULE.to_string(),
///     "an officially assigned ISO 3166-1 alpha-2 code in upper case",
/// );
/// assert_eq!((UsState::RULE.example, CaProvince::RULE.example), ("NY", "ON"));
/// ```
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct CodeRule {
    /// A noun phrase for one code, with its article.
    pub noun: &'static str,
    /// A code of this list that is in no other list.
    pub example: &'static str,
    pub(crate) list: List,
    /// A function, since the codes and names of countries are not constants.
    codes: fn() -> Vec<(&'static str, &'static str)>,
}

/// The list of a rule. It determines the reason for texts that are not in the list.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum List {
    Countries,
    /// The states of a country ([R21](crate::guide::contract#R21)).
    States(CountryCode),
    IdTypes,
}

impl CodeRule {
    pub(super) const fn new(
        list: List,
        noun: &'static str,
        example: &'static str,
        codes: fn() -> Vec<(&'static str, &'static str)>,
    ) -> Self {
        Self { noun, example, list, codes }
    }

    /// Whether this is the list of the states of a country.
    #[allow(dead_code, reason = "asserted at compile time, which Rust 1.85 does not count as a use")]
    pub(crate) const fn is_of_states(self, of: CountryCode) -> bool {
        // By number, since `==` is not const.
        matches!(self.list, List::States(country) if country.number() == of.number())
    }

    /// Every code of the list with its English name, in the order of the list.
    ///
    /// ```
    /// use customer_schema::{CountryCode, Identity, Rule};
    ///
    /// assert_eq!(CountryCode::RULE.codes()[0], ("AD", "Andorra"));
    /// let mut properties = Identity::PROPERTIES.iter();
    /// let id_type = properties.find(|property| property.name == "IDType").unwrap();
    /// let Rule::Code(rule) = id_type.rule else { unreachable!() };
    /// assert!(rule.codes().contains(&("TaxID", "Tax ID")));
    /// ```
    #[must_use]
    pub fn codes(self) -> Vec<(&'static str, &'static str)> {
        (self.codes)()
    }
}

impl PartialEq for CodeRule {
    fn eq(&self, other: &Self) -> bool {
        self.list == other.list
    }
}

impl Eq for CodeRule {}

impl Hash for CodeRule {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.list.hash(state);
    }
}

impl fmt::Debug for CodeRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CodeRule").field("noun", &self.noun).field("example", &self.example).finish_non_exhaustive()
    }
}

/// Writes the noun phrase.
impl fmt::Display for CodeRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.noun)
    }
}
