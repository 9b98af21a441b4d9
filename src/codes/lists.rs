//! The lists of codes of this crate: one row for each code.

use super::{CodeRule, CountryCode, List};

impl CountryCode {
    /// The rule of the list: a noun phrase for a code, an example, and all codes.
    ///
    /// ```
    /// use customer_schema::CountryCode;
    ///
    /// assert_eq!((CountryCode::RULE.example, CountryCode::RULE.codes().len()), ("US", 249));
    /// ```
    pub const RULE: CodeRule =
        CodeRule::new(List::Countries, "an officially assigned ISO 3166-1 alpha-2 code in upper case", "US", || {
            Self::ALL.iter().map(|country| (country.as_str(), country.name())).collect()
        });
}

/// Generates an enum from a list with rows `Variant = "code" "English name"`. The head has the [`List`], a noun phrase
/// for a code, and a code as an example.
macro_rules! codes {
    (
        $(#[$doc:meta])*
        $Code:ident: $list:expr, $noun:literal, $Example:ident {
            $($Variant:ident = $code:literal $name:literal)+
        }
    ) => {
        $(#[$doc])*
        // Exhaustive: a new code is a breaking change (README, "Stability").
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $Code {
            $(
                #[doc = concat!("`", $code, "`: ", $name, ".")]
                $Variant,
            )+
        }

        impl $Code {
            /// The rule of the list: a noun phrase for a code, an example, and all codes.
            pub const RULE: CodeRule = CodeRule::new($list, $noun, Self::$Example.as_str(), || {
                Self::ALL.iter().map(|code| (code.as_str(), code.name())).collect()
            });

            /// The whole list, in the order of the variants.
            pub const ALL: &'static [Self] = &[$(Self::$Variant),+];

            /// The code, as it is in JSON.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$Variant => $code,)+
                }
            }

            /// The English name.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$Variant => $name,)+
                }
            }

            #[inline]
            pub(crate) fn from_code(text: &str) -> Option<Self> {
                // Constants of bytes: the compiler compares strings one after the other.
                #[allow(non_upper_case_globals, reason = "named after the variants")]
                mod codes {
                    $(pub(super) const $Variant: &[u8] = $code.as_bytes();)+
                }

                match text.as_bytes() {
                    $(codes::$Variant => Some(Self::$Variant),)+
                    _ => None,
                }
            }
        }

        impl core::fmt::Display for $Code {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.as_str())
            }
        }
    };
}

/// Generates the enums of all lists, and `for_each_code!`, which passes the names of all types of codes to another
/// macro. `$d` is the token `$`, which a macro cannot write into a macro of its own.
macro_rules! lists {
    (($d:tt) $($(#[$doc:meta])* $Code:ident: $list:expr, $noun:literal, $Example:ident { $($row:tt)* })+) => {
        $(codes! { $(#[$doc])* $Code: $list, $noun, $Example { $($row)* } })+

        /// The rules of all lists.
        pub(crate) const LISTS: &[CodeRule] = &[CountryCode::RULE, $($Code::RULE),+];

        macro_rules! for_each_code {
            ($d then:ident) => {
                $d then! { CountryCode $($Code)+ }
            };
        }
        pub(crate) use for_each_code;
    };
}

lists! {
    ($)

    /// A kind of identity document ([R14](crate::guide::contract#R14)).
    ///
    /// # Errors
    ///
    /// [`Reason::UnknownIdType`](crate::Reason::UnknownIdType) for every other text, also one that differs only in
    /// case.
    ///
    /// ```
    /// use customer_schema::{IdType, Reason};
    ///
    /// assert_eq!("Passport".parse(), Ok(IdType::Passport));
    /// assert_eq!("passport".parse::<IdType>(), Err(Reason::UnknownIdType));
    /// assert_eq!(IdType::TaxId.as_str(), "TaxID");
    /// assert_eq!(IdType::TaxId.name(), "Tax ID");
    /// assert_eq!((IdType::ALL[0], IdType::RULE.example), (IdType::DrivingLicense, "Passport"));
    /// ```
    IdType: List::IdTypes, "a kind of identity document", Passport {
        DrivingLicense = "DrivingLicense" "Driving licence"
        NationalIdCard = "NationalIDCard" "National ID card"
        Passport = "Passport" "Passport"
        AddressProof = "AddressProof" "Proof of address"
        ResidencePermit = "ResidencePermit" "Residence permit"
        TaxId = "TaxID" "Tax ID"
    }

    /// A state of the United States by its ISO 3166-2 code without `US-`: the 50 states, the District
    /// of Columbia and the six outlying areas ([R21](crate::guide::contract#R21), [S8](crate::guide::contract#S8)).
    ///
    /// # Errors
    ///
    /// [`Reason::UnknownState`](crate::Reason::UnknownState) for every other text, such as `US-CA` (with its prefix),
    /// `ca` (lower case), `California` (a name), `ON` (a province of Canada) and `AA` (military mail, not in ISO
    /// 3166-2).
    ///
    /// ```
    /// use customer_schema::UsState;
    ///
    /// let state: UsState = "CA".parse()?;
    /// assert_eq!(state, UsState::California);
    /// assert_eq!((state.as_str(), state.name()), ("CA", "California"));
    /// assert_eq!("US-CA".parse::<UsState>().unwrap_err().code(), "unknown_state");
    /// assert_eq!((UsState::ALL.len(), UsState::RULE.example), (57, "NY"));
    /// # Ok::<(), customer_schema::Reason>(())
    /// ```
    UsState: List::States(CountryCode::US),
        "the ISO 3166-2 code of a US state without its prefix, in upper case", NewYork {
        Alabama = "AL" "Alabama"
        Alaska = "AK" "Alaska"
        AmericanSamoa = "AS" "American Samoa"
        Arizona = "AZ" "Arizona"
        Arkansas = "AR" "Arkansas"
        California = "CA" "California"
        Colorado = "CO" "Colorado"
        Connecticut = "CT" "Connecticut"
        Delaware = "DE" "Delaware"
        DistrictOfColumbia = "DC" "District of Columbia"
        Florida = "FL" "Florida"
        Georgia = "GA" "Georgia"
        Guam = "GU" "Guam"
        Hawaii = "HI" "Hawaii"
        Idaho = "ID" "Idaho"
        Illinois = "IL" "Illinois"
        Indiana = "IN" "Indiana"
        Iowa = "IA" "Iowa"
        Kansas = "KS" "Kansas"
        Kentucky = "KY" "Kentucky"
        Louisiana = "LA" "Louisiana"
        Maine = "ME" "Maine"
        Maryland = "MD" "Maryland"
        Massachusetts = "MA" "Massachusetts"
        Michigan = "MI" "Michigan"
        Minnesota = "MN" "Minnesota"
        Mississippi = "MS" "Mississippi"
        Missouri = "MO" "Missouri"
        Montana = "MT" "Montana"
        Nebraska = "NE" "Nebraska"
        Nevada = "NV" "Nevada"
        NewHampshire = "NH" "New Hampshire"
        NewJersey = "NJ" "New Jersey"
        NewMexico = "NM" "New Mexico"
        NewYork = "NY" "New York"
        NorthCarolina = "NC" "North Carolina"
        NorthDakota = "ND" "North Dakota"
        NorthernMarianaIslands = "MP" "Northern Mariana Islands"
        Ohio = "OH" "Ohio"
        Oklahoma = "OK" "Oklahoma"
        Oregon = "OR" "Oregon"
        Pennsylvania = "PA" "Pennsylvania"
        PuertoRico = "PR" "Puerto Rico"
        RhodeIsland = "RI" "Rhode Island"
        SouthCarolina = "SC" "South Carolina"
        SouthDakota = "SD" "South Dakota"
        Tennessee = "TN" "Tennessee"
        Texas = "TX" "Texas"
        UnitedStatesMinorOutlyingIslands = "UM" "United States Minor Outlying Islands"
        Utah = "UT" "Utah"
        Vermont = "VT" "Vermont"
        VirginIslands = "VI" "Virgin Islands, U.S."
        Virginia = "VA" "Virginia"
        Washington = "WA" "Washington"
        WestVirginia = "WV" "West Virginia"
        Wisconsin = "WI" "Wisconsin"
        Wyoming = "WY" "Wyoming"
    }

    /// A province or territory of Canada by its ISO 3166-2 code without `CA-` ([R21](crate::guide::contract#R21),
    /// [S8](crate::guide::contract#S8)).
    ///
    /// # Errors
    ///
    /// [`Reason::UnknownState`](crate::Reason::UnknownState) for every other text.
    ///
    /// ```
    /// use customer_schema::CaProvince;
    ///
    /// let province: CaProvince = "QC".parse()?;
    /// assert_eq!((province.as_str(), province.name()), ("QC", "Quebec"));
    /// assert_eq!("PQ".parse::<CaProvince>().unwrap_err().code(), "unknown_state");
    /// assert_eq!((CaProvince::ALL.len(), CaProvince::RULE.example), (13, "ON"));
    /// # Ok::<(), customer_schema::Reason>(())
    /// ```
    CaProvince: List::States(CountryCode::CA),
        "the ISO 3166-2 code of a Canadian province without its prefix, in upper case", Ontario {
        Alberta = "AB" "Alberta"
        BritishColumbia = "BC" "British Columbia"
        Manitoba = "MB" "Manitoba"
        NewBrunswick = "NB" "New Brunswick"
        NewfoundlandAndLabrador = "NL" "Newfoundland and Labrador"
        NorthwestTerritories = "NT" "Northwest Territories"
        NovaScotia = "NS" "Nova Scotia"
        Nunavut = "NU" "Nunavut"
        Ontario = "ON" "Ontario"
        PrinceEdwardIsland = "PE" "Prince Edward Island"
        Quebec = "QC" "Quebec"
        Saskatchewan = "SK" "Saskatchewan"
        Yukon = "YT" "Yukon"
    }
}
