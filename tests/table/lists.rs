//! The closed lists of codes. A code is one entry here.

/// A closed list of codes.
#[derive(Debug)]
pub(crate) struct List {
    /// The name of the list in this file.
    pub(crate) name: &'static str,
    /// The code of the reason for every other text.
    pub(crate) unknown: &'static str,
    /// A noun phrase for one code, as English texts have it.
    pub(crate) noun: &'static str,
    /// Each code with its English name, in the order of the list. The names of countries are not part of the contract.
    pub(crate) codes: &'static [(&'static str, &'static str)],
}

impl List {
    pub(crate) fn codes(&self) -> impl Iterator<Item = &'static str> + Clone {
        self.codes.iter().map(|(code, _)| *code)
    }

    pub(crate) fn contains(&self, text: &str) -> bool {
        self.codes().any(|code| code == text)
    }
}

/// Defines a list of codes. Those that are identifiers need no quotes.
macro_rules! list {
    ($(#[$doc:meta])* $NAME:ident, $unknown:literal, $noun:literal: $($code:ident $($name:literal)?)+) => {
        $(#[$doc])*
        pub(crate) const $NAME: List = List {
            name: stringify!($NAME),
            unknown: $unknown,
            noun: $noun,
            codes: &[$((stringify!($code), concat!($($name)?))),+],
        };
    };
}

list! {
    /// ISO 3166-1 alpha-2, officially assigned (S7).
    COUNTRIES, "unknown_country", "an officially assigned ISO 3166-1 alpha-2 code in upper case":
        AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV
        BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES
        ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE
        IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY
        MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU
        NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM
        SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE
        VG VI VN VU WF WS YE YT ZA ZM ZW
}

list! {
    /// ISO 3166-2:US (S8).
    US_STATES, "unknown_state", "the ISO 3166-2 code of a US state without its prefix, in upper case":
        AL "Alabama" AK "Alaska" AS "American Samoa" AZ "Arizona" AR "Arkansas" CA "California" CO "Colorado"
        CT "Connecticut" DE "Delaware" DC "District of Columbia" FL "Florida" GA "Georgia" GU "Guam"
        HI "Hawaii" ID "Idaho" IL "Illinois" IN "Indiana" IA "Iowa" KS "Kansas" KY "Kentucky" LA "Louisiana"
        ME "Maine" MD "Maryland" MA "Massachusetts" MI "Michigan" MN "Minnesota" MS "Mississippi"
        MO "Missouri" MT "Montana" NE "Nebraska" NV "Nevada" NH "New Hampshire" NJ "New Jersey"
        NM "New Mexico" NY "New York" NC "North Carolina" ND "North Dakota" MP "Northern Mariana Islands"
        OH "Ohio" OK "Oklahoma" OR "Oregon" PA "Pennsylvania" PR "Puerto Rico" RI "Rhode Island"
        SC "South Carolina" SD "South Dakota" TN "Tennessee" TX "Texas"
        UM "United States Minor Outlying Islands" UT "Utah" VT "Vermont" VI "Virgin Islands, U.S."
        VA "Virginia" WA "Washington" WV "West Virginia" WI "Wisconsin" WY "Wyoming"
}

list! {
    /// ISO 3166-2:CA (S8).
    CA_PROVINCES, "unknown_state", "the ISO 3166-2 code of a Canadian province without its prefix, in upper case":
        AB "Alberta" BC "British Columbia" MB "Manitoba" NB "New Brunswick" NL "Newfoundland and Labrador"
        NT "Northwest Territories" NS "Nova Scotia" NU "Nunavut" ON "Ontario" PE "Prince Edward Island"
        QC "Quebec" SK "Saskatchewan" YT "Yukon"
}

/// Calls a macro with the kinds of document (R14): the variant in the crate, the code, its name.
macro_rules! id_types {
    ($then:ident! $($argument:tt)*) => {
        $then! {
            $($argument)*
            DrivingLicense = "DrivingLicense" "Driving licence",
            NationalIdCard = "NationalIDCard" "National ID card",
            Passport = "Passport" "Passport",
            AddressProof = "AddressProof" "Proof of address",
            ResidencePermit = "ResidencePermit" "Residence permit",
            TaxId = "TaxID" "Tax ID",
        }
    };
}

macro_rules! id_type_list {
    ($($Variant:ident = $code:literal $name:literal,)+) => {
        List { name: "ID_TYPES", unknown: "unknown_id_type", noun: "a kind of identity document", codes: &[$(($code, $name)),+] }
    };
}

/// R14.
pub(crate) const ID_TYPES: List = id_types!(id_type_list!);
