//! Which countries prescribe the codes of their states (R21).

use crate::{CaProvince, CodeRule, CountryCode, UsState};

/// Generates an enum of countries from its rows: each with its code, its list of states, and an example out of that.
macro_rules! state_countries {
    (
        $(#[$doc:meta])*
        $Countries:ident { $($Country:ident = $code:ident $States:ident::$Example:ident)+ }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $Countries {
            $(
                #[doc = concat!("`", stringify!($code), "`, with the codes of [`", stringify!($States), "`].")]
                $Country,
            )+
        }

        impl $Countries {
            #[cfg(any(feature = "schema", feature = "proptest"))]
            pub(crate) const ALL: &'static [Self] = &[$(Self::$Country),+];

            /// The country's ISO 3166-1 alpha-2 code.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$Country => stringify!($code),)+
                }
            }

            /// `None` where the country prescribes nothing.
            #[inline]
            pub(crate) const fn of(country: CountryCode) -> Option<Self> {
                match country {
                    $(CountryCode::$code => Some(Self::$Country),)+
                    _ => None,
                }
            }

            /// The code of one of its states: the one that the English text names.
            ///
            /// ```
            /// assert_eq!(customer_schema::StateCountry::Canada.example(), "ON");
            /// ```
            #[must_use]
            pub const fn example(self) -> &'static str {
                match self {
                    $(Self::$Country => $States::$Example.as_str(),)+
                }
            }

            /// The rule for the codes of its states.
            pub(crate) const fn rule(self) -> CodeRule {
                match self {
                    $(Self::$Country => $States::RULE,)+
                }
            }
        }
    };
}

state_countries! {
    /// The countries that prescribe the codes of their states (R21).
    ///
    /// ```
    /// use customer_schema::{Reason, StateCountry, UsState};
    ///
    /// let reason = "California".parse::<UsState>().unwrap_err();
    /// assert_eq!(reason, Reason::UnknownState { country: StateCountry::UnitedStates });
    /// assert_eq!(StateCountry::UnitedStates.as_str(), "US");
    /// ```
    StateCountry {
        UnitedStates = US UsState::California
        Canada = CA CaProvince::Ontario
    }
}
