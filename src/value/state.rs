//! The codes of states and provinces: ISO 3166-2 without the country's prefix (S8).

use super::codes::codes;
use crate::{Reason, StateCountry};

codes! {
    /// A state of the United States by its ISO 3166-2 code without `US-`: the 50 states, the District
    /// of Columbia and the six outlying areas (R21, S8).
    ///
    /// # Errors
    ///
    /// Every other text: [`Reason::UnknownState`]. So `US-CA` (with its prefix), `ca` (lower case),
    /// `California` (a name), `ON` (a province of Canada) and `AA` (military mail, not in ISO 3166-2).
    ///
    /// ```
    /// use customer_schema::UsState;
    ///
    /// let state: UsState = "CA".parse()?;
    /// assert_eq!(state, UsState::California);
    /// assert_eq!((state.as_str(), state.name()), ("CA", "California"));
    /// assert_eq!(UsState::RULE.unknown.code(), "unknown_state");
    /// assert!("US-CA".parse::<UsState>().is_err());
    /// assert_eq!(UsState::ALL.len(), 57);
    /// # Ok::<(), customer_schema::Reason>(())
    /// ```
    UsState: "an ISO 3166-2 code of US without its prefix", Reason::UnknownState { country: StateCountry::UnitedStates };

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

codes! {
    /// A province or territory of Canada by its ISO 3166-2 code without `CA-` (R21, S8).
    ///
    /// # Errors
    ///
    /// Every other text: [`Reason::UnknownState`].
    ///
    /// ```
    /// use customer_schema::CaProvince;
    ///
    /// let province: CaProvince = "QC".parse()?;
    /// assert_eq!((province.as_str(), province.name()), ("QC", "Quebec"));
    /// assert_eq!(CaProvince::RULE.unknown.code(), "unknown_state");
    /// assert!("PQ".parse::<CaProvince>().is_err());
    /// assert_eq!(CaProvince::ALL.len(), 13);
    /// # Ok::<(), customer_schema::Reason>(())
    /// ```
    CaProvince: "an ISO 3166-2 code of CA without its prefix", Reason::UnknownState { country: StateCountry::Canada };

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
