//! A country and its state as one value, so that they cannot contradict each other ([S8](crate::guide::contract#S8)).

/// Generates `Region` and the enum of state codes from the conditions of the address. Each condition has the code of
/// the country, the type of its state codes and the name of the variant.
macro_rules! region {
    ($StateCode:ident { $($country:ident $Codes:ident $Country:ident)+ }) => {
        /// A country together with a state of that country ([R20](crate::guide::contract#R20),
        /// [R21](crate::guide::contract#R21), [R22](crate::guide::contract#R22)).
        ///
        /// If the contract has a list of codes for the states of the country, the state is one of them. In every other
        /// country it is any [`State`] ([S8](crate::guide::contract#S8)). Every value is valid: only [`Region::new`]
        /// and reading make an [`OtherRegion`].
        ///
        /// ```
        /// use customer_schema::{CountryCode, Reason, Region, UsState};
        ///
        /// let region = Region::new(CountryCode::US, "CA")?;
        /// assert!(matches!(region, Region::UnitedStates(UsState::California)));
        /// assert_eq!((region.country().as_str(), region.state()), ("US", "CA"));
        ///
        /// let france = Region::new("FR".parse()?, "Île-de-France")?;
        /// assert_eq!(france.state(), "Île-de-France");
        ///
        /// // Ontario is not a state of the US.
        /// assert_eq!(Region::new(CountryCode::US, "ON").unwrap_err().code(), "unknown_state");
        /// # Ok::<(), Reason>(())
        /// ```
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Region {
            $(
                #[doc = concat!("`", stringify!($country), "` and one of the codes of [`", stringify!($Codes), "`].")]
                $Country($Codes),
            )+
            /// A country without a list of codes, and a state by name.
            Other(OtherRegion),
        }

        impl Region {
            /// Makes the region of a country and one of its states.
            ///
            /// # Errors
            ///
            /// [`Reason::TooShort`] or [`Reason::TooLong`] if the state violates [R20](crate::guide::contract#R20), in
            /// any country. [`Reason::UnknownState`] if the country has a list of codes and the state is not in it
            /// ([R21](crate::guide::contract#R21)), such as `California`, `US-CA`, `ca` and `ON` in the US.
            pub fn new(country: CountryCode, state: &str) -> Result<Self, Reason> {
                let name: State = state.parse()?;
                match $StateCode::check(country, $crate::read::Content::plain(state)) {
                    Ok(code) => Ok(Self::build(code, country, || name)),
                    Err(codes) => Err(codes.unknown()),
                }
            }

            #[inline]
            fn build(code: $StateCode, country: CountryCode, state: impl FnOnce() -> State) -> Self {
                match code {
                    $($StateCode::$Country(code) => Self::$Country(code),)+
                    $StateCode::Other => Self::Other(OtherRegion { country, state: state() }),
                }
            }

            /// The country, `Country` in JSON.
            #[must_use]
            pub const fn country(&self) -> CountryCode {
                match self {
                    $(Self::$Country(_) => CountryCode::$country,)+
                    Self::Other(region) => region.country,
                }
            }

            /// The state, `State` in JSON: a code if the country has a list of codes, otherwise a name.
            #[must_use]
            pub fn state(&self) -> &str {
                match self {
                    $(Self::$Country(state) => state.as_str(),)+
                    Self::Other(region) => region.state.as_str(),
                }
            }
        }

        $(
            /// Makes the region of the state and its country.
            impl From<$Codes> for Region {
                fn from(state: $Codes) -> Self {
                    Self::$Country(state)
                }
            }
        )+

        /// A country without a list of codes for its states, and a state by name ([R20](crate::guide::contract#R20)).
        /// [`Region::new`] makes it.
        ///
        /// ```
        /// use customer_schema::{Reason, Region};
        ///
        /// let Region::Other(region) = Region::new("GB".parse()?, "England")? else { unreachable!() };
        /// assert_eq!((region.country().as_str(), region.state().as_str()), ("GB", "England"));
        /// # Ok::<(), Reason>(())
        /// ```
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        pub struct OtherRegion {
            // No country with codes: only `Region::build` makes one.
            country: CountryCode,
            state: State,
        }

        impl OtherRegion {
            /// The country.
            #[must_use]
            pub const fn country(&self) -> CountryCode {
                self.country
            }

            /// The state, province or county.
            #[must_use]
            pub const fn state(&self) -> &State {
                &self.state
            }
        }

        /// The code of a state, if its country has a list of codes.
        #[derive(Clone, Copy)]
        pub(crate) enum $StateCode {
            $($Country($Codes),)+
            Other,
        }

        impl $StateCode {
            /// Checks that a state is a code of its country ([R21](crate::guide::contract#R21)).
            #[inline(always)]
            fn check(country: CountryCode, state: $crate::read::Content<'_>) -> Result<Self, &'static CodeRule> {
                match country {
                    $(CountryCode::$country => match state.with_short($Codes::from_code).flatten() {
                        Some(code) => Ok(Self::$Country(code)),
                        None => Err(&$Codes::RULE),
                    },)+
                    _ => Ok(Self::Other),
                }
            }
        }

        // The reason for an unknown state names the country of the condition.
        $(const _: () = assert!($Codes::RULE.is_of_states(CountryCode::$country));)+
    };
}
pub(super) use region;
