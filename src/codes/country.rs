//! Countries: the list of `isocountry` in a type of this crate.

use core::{cmp, fmt};

use isocountry::CountryCode as Iso;

/// A country by its ISO 3166-1 alpha-2 code, one of the 249 officially assigned ones
/// ([R10](crate::guide::contract#R10), [R22](crate::guide::contract#R22), [S7](crate::guide::contract#S7)).
///
/// # Errors
///
/// [`Reason::UnknownCountry`](crate::Reason::UnknownCountry) for every other text, such as `us` (lower case), `USA`
/// (alpha-3), and `UK`, `XK` and `EU`, which are in use but not officially assigned.
///
/// ```
/// use customer_schema::{CountryCode, Reason};
///
/// let country: CountryCode = "TR".parse()?;
/// assert_eq!(country.as_str(), "TR");
/// assert_eq!(country.name(), "Türkiye");
/// assert_eq!("tr".parse::<CountryCode>(), Err(Reason::UnknownCountry));
/// assert_eq!(CountryCode::ALL.len(), 249);
/// assert_eq!(CountryCode::US.name(), "United States of America");
/// # Ok::<(), Reason>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct CountryCode(Iso);

impl CountryCode {
    #[allow(dead_code, reason = "needed at compile time, which Rust 1.85 does not count as a use")]
    pub(super) const fn number(self) -> u32 {
        self.0 as u32
    }

    #[inline]
    pub(crate) fn from_code(text: &str) -> Option<Self> {
        BY_LETTERS.get(index(text)?).copied().flatten().map(Self)
    }

    /// The code, as it is in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.0.alpha2()
    }

    /// The English short name.
    #[must_use]
    pub fn name(self) -> &'static str {
        // Renamed after the release of the list. A test asserts that the list still has the old names.
        match self.0 {
            Iso::MKD => "North Macedonia",
            Iso::SWZ => "Eswatini",
            Iso::TUR => "Türkiye",
            other => other.name(),
        }
    }
}

/// Generates a constant for each country, and the table to find them by their letters.
///
/// `isocountry` has no list at compile time, and its search is linear. A test compares the letters of each country with
/// those of `isocountry`.
macro_rules! countries {
    ($($alpha2:ident $alpha3:ident,)+) => {
        impl CountryCode {
            $(
                #[doc = concat!("`", stringify!($alpha2), "`, in ISO 3166-1 alpha-3 `", stringify!($alpha3), "`.")]
                pub const $alpha2: Self = Self(Iso::$alpha3);
            )+

            /// Every country, ordered by code.
            pub const ALL: &'static [Self] = &[$(Self::$alpha2),+];
        }

        /// The country of each pair of letters.
        #[allow(clippy::indexing_slicing, reason = "checked at compile time")]
        static BY_LETTERS: [Option<Iso>; 26 * 26] = {
            let mut countries = [None; 26 * 26];
            $(if let Some(index) = index(stringify!($alpha2)) {
                countries[index] = Some(Iso::$alpha3);
            })+
            countries
        };
    };
}

countries! {
    AD AND, AE ARE, AF AFG, AG ATG, AI AIA, AL ALB, AM ARM, AO AGO, AQ ATA, AR ARG, AS ASM, AT AUT, AU AUS,
    AW ABW, AX ALA, AZ AZE, BA BIH, BB BRB, BD BGD, BE BEL, BF BFA, BG BGR, BH BHR, BI BDI, BJ BEN, BL BLM,
    BM BMU, BN BRN, BO BOL, BQ BES, BR BRA, BS BHS, BT BTN, BV BVT, BW BWA, BY BLR, BZ BLZ, CA CAN, CC CCK,
    CD COD, CF CAF, CG COG, CH CHE, CI CIV, CK COK, CL CHL, CM CMR, CN CHN, CO COL, CR CRI, CU CUB, CV CPV,
    CW CUW, CX CXR, CY CYP, CZ CZE, DE DEU, DJ DJI, DK DNK, DM DMA, DO DOM, DZ DZA, EC ECU, EE EST, EG EGY,
    EH ESH, ER ERI, ES ESP, ET ETH, FI FIN, FJ FJI, FK FLK, FM FSM, FO FRO, FR FRA, GA GAB, GB GBR, GD GRD,
    GE GEO, GF GUF, GG GGY, GH GHA, GI GIB, GL GRL, GM GMB, GN GIN, GP GLP, GQ GNQ, GR GRC, GS SGS, GT GTM,
    GU GUM, GW GNB, GY GUY, HK HKG, HM HMD, HN HND, HR HRV, HT HTI, HU HUN, ID IDN, IE IRL, IL ISR, IM IMN,
    IN IND, IO IOT, IQ IRQ, IR IRN, IS ISL, IT ITA, JE JEY, JM JAM, JO JOR, JP JPN, KE KEN, KG KGZ, KH KHM,
    KI KIR, KM COM, KN KNA, KP PRK, KR KOR, KW KWT, KY CYM, KZ KAZ, LA LAO, LB LBN, LC LCA, LI LIE, LK LKA,
    LR LBR, LS LSO, LT LTU, LU LUX, LV LVA, LY LBY, MA MAR, MC MCO, MD MDA, ME MNE, MF MAF, MG MDG, MH MHL,
    MK MKD, ML MLI, MM MMR, MN MNG, MO MAC, MP MNP, MQ MTQ, MR MRT, MS MSR, MT MLT, MU MUS, MV MDV, MW MWI,
    MX MEX, MY MYS, MZ MOZ, NA NAM, NC NCL, NE NER, NF NFK, NG NGA, NI NIC, NL NLD, NO NOR, NP NPL, NR NRU,
    NU NIU, NZ NZL, OM OMN, PA PAN, PE PER, PF PYF, PG PNG, PH PHL, PK PAK, PL POL, PM SPM, PN PCN, PR PRI,
    PS PSE, PT PRT, PW PLW, PY PRY, QA QAT, RE REU, RO ROU, RS SRB, RU RUS, RW RWA, SA SAU, SB SLB, SC SYC,
    SD SDN, SE SWE, SG SGP, SH SHN, SI SVN, SJ SJM, SK SVK, SL SLE, SM SMR, SN SEN, SO SOM, SR SUR, SS SSD,
    ST STP, SV SLV, SX SXM, SY SYR, SZ SWZ, TC TCA, TD TCD, TF ATF, TG TGO, TH THA, TJ TJK, TK TKL, TL TLS,
    TM TKM, TN TUN, TO TON, TR TUR, TT TTO, TV TUV, TW TWN, TZ TZA, UA UKR, UG UGA, UM UMI, US USA, UY URY,
    UZ UZB, VA VAT, VC VCT, VE VEN, VG VGB, VI VIR, VN VNM, VU VUT, WF WLF, WS WSM, YE YEM, YT MYT, ZA ZAF,
    ZM ZMB, ZW ZWE,
}

#[inline]
const fn index(code: &str) -> Option<usize> {
    let &[first @ b'A'..=b'Z', second @ b'A'..=b'Z'] = code.as_bytes() else { return None };
    // `as`: `From` is not const, and nothing is lost.
    Some((first - b'A') as usize * 26 + (second - b'A') as usize)
}

/// Countries are ordered by code.
impl Ord for CountryCode {
    fn cmp(&self, other: &Self) -> cmp::Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl PartialOrd for CountryCode {
    fn partial_cmp(&self, other: &Self) -> Option<cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// Shows the code, which is from a closed list ([S15](crate::guide::contract#S15)).
impl fmt::Debug for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
