//! The closed lists of codes, against literal ones.

use std::collections::BTreeSet;
use std::fmt::{Debug, Display};
use std::str::FromStr;

use ::serde::Serialize;
use ::serde::de::DeserializeOwned;
use customer_schema::{CaProvince, CountryCode, IdType, Reason, StateCountry, UsState};

use super::bodies::{assert_report, assert_valid, body};

const COUNTRIES: &str = "\
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA \
    CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA \
    GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP \
    KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS \
    MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS \
    RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW \
    TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

const US_STATES: &str = "\
    AL Alabama, AK Alaska, AS American Samoa, AZ Arizona, AR Arkansas, CA California, CO Colorado, CT Connecticut, \
    DE Delaware, DC District of Columbia, FL Florida, GA Georgia, GU Guam, HI Hawaii, ID Idaho, IL Illinois, \
    IN Indiana, IA Iowa, KS Kansas, KY Kentucky, LA Louisiana, ME Maine, MD Maryland, MA Massachusetts, MI Michigan, \
    MN Minnesota, MS Mississippi, MO Missouri, MT Montana, NE Nebraska, NV Nevada, NH New Hampshire, NJ New Jersey, \
    NM New Mexico, NY New York, NC North Carolina, ND North Dakota, MP Northern Mariana Islands, OH Ohio, OK Oklahoma, \
    OR Oregon, PA Pennsylvania, PR Puerto Rico, RI Rhode Island, SC South Carolina, SD South Dakota, TN Tennessee, \
    TX Texas, UM United States Minor Outlying Islands, UT Utah, VT Vermont, VI Virgin Islands; U.S., VA Virginia, \
    WA Washington, WV West Virginia, WI Wisconsin, WY Wyoming";

const CA_PROVINCES: &str = "\
    AB Alberta, BC British Columbia, MB Manitoba, NB New Brunswick, NL Newfoundland and Labrador, \
    NT Northwest Territories, NS Nova Scotia, NU Nunavut, ON Ontario, PE Prince Edward Island, QC Quebec, \
    SK Saskatchewan, YT Yukon";

const ID_TYPES: &str = "\
    DrivingLicense Driving licence, NationalIDCard National ID card, Passport Passport, AddressProof Proof of address, \
    ResidencePermit Residence permit, TaxID Tax ID";

/// What is a code in none of the lists.
const NEVER: [&str; 22] = [
    "",
    " ",
    "us",
    "Us",
    "uS",
    "USA",
    "840",
    "UK",
    "XK",
    "EU",
    "XX",
    "AA",
    " US",
    "US ",
    "US\u{0}",
    "US\n",
    "\u{feff}US",
    "ＵＳ",
    "ÜS",
    "U\u{301}S",
    "United States",
    "US-CA",
];

/// A row of a list: the code, a blank, the name; `;` stands for a comma in a name.
fn rows(list: &str) -> Vec<(String, String)> {
    let split = |row: &str| row.split_once(' ').map(|(code, name)| (code.to_owned(), name.replace(';', ",")));
    list.split(", ").map(|row| split(row).expect(row)).collect()
}

fn pairs() -> impl Iterator<Item = String> {
    ('A'..='Z').flat_map(|first| ('A'..='Z').map(move |second| format!("{first}{second}")))
}

/// Every way into the type and out of it gives this code; the result is the value.
#[track_caller]
fn there_and_back<T>(code: &str) -> T
where
    T: FromStr<Err = Reason> + TryFrom<String, Error = Reason> + for<'a> TryFrom<&'a str, Error = Reason>,
    T: Serialize + DeserializeOwned + AsRef<str> + Display + Debug + PartialEq + Clone,
{
    let value: T = code.parse().expect(code);
    let json = format!("\"{code}\"");
    assert_eq!((value.as_ref(), value.to_string().as_str()), (code, code));
    assert_eq!(format!("{value:>40}"), format!("{code:>40}"), "a code is padded as a text is");
    assert_eq!(T::try_from(code), Ok(value.clone()));
    assert_eq!(T::try_from(code.to_owned()), Ok(value.clone()));
    assert_eq!(serde_json::to_string(&value).unwrap(), json);
    assert_eq!(serde_json::from_str::<T>(&json).unwrap(), value);
    value
}

#[track_caller]
fn assert_refused<T>(text: &str, reason: Reason)
where
    T: FromStr<Err = Reason> + TryFrom<String, Error = Reason> + DeserializeOwned + Debug + PartialEq,
{
    assert_eq!(text.parse::<T>(), Err(reason), "{text:?}");
    assert_eq!(T::try_from(text.to_owned()), Err(reason), "{text:?}");
    let error = serde_json::from_str::<T>(&serde_json::to_string(text).unwrap()).unwrap_err().to_string();
    assert_eq!(error, format!("value {reason}"), "{text:?}");
}

#[test]
fn the_249_countries_and_no_others() {
    let listed: Vec<&str> = COUNTRIES.split(' ').collect();
    assert_eq!(listed.len(), 249);
    let all: Vec<&str> = CountryCode::all().map(CountryCode::as_str).collect();
    assert_eq!(all, listed);
    assert!(CountryCode::all().is_sorted(), "ordered by code");

    for code in pairs() {
        if listed.contains(&code.as_str()) {
            let country: CountryCode = there_and_back(&code);
            assert_eq!((country.as_str(), format!("{country:?}")), (code.as_str(), code.clone()));
        } else {
            assert_refused::<CountryCode>(&code, Reason::UnknownCountry);
        }
    }
    let also_wrong = isocountry::CountryCode::iter().flat_map(|country| [country.alpha3(), country.name()]);
    for text in also_wrong.chain(NEVER).filter(|text| !listed.contains(text)) {
        assert_refused::<CountryCode>(text, Reason::UnknownCountry);
    }
    assert_eq!((CountryCode::US.as_str(), CountryCode::CA.as_str()), ("US", "CA"));
}

/// The names are those of the list that they come from, but for three that it has out of date. Once
/// it has them right, the correction can go.
#[test]
fn three_names_of_countries_are_corrected() {
    let corrected = [
        ("MK", "Macedonia (the former Yugoslav Republic of)", "North Macedonia"),
        ("SZ", "Swaziland", "Eswatini"),
        ("TR", "Turkey", "Türkiye"),
    ];
    let mut names = BTreeSet::new();
    for country in CountryCode::all() {
        let listed = isocountry::CountryCode::for_alpha2(country.as_str()).unwrap().name();
        let expected = match corrected.iter().find(|(code, ..)| *code == country.as_str()) {
            Some((_, stale, name)) => {
                assert_eq!(listed, *stale, "the list has been brought up to date");
                name
            }
            None => listed,
        };
        assert_eq!(country.name(), expected);
        names.insert(country.name());
    }
    assert_eq!(names.len(), 249, "no two countries share a name");
}

/// A list written in the crate is the literal one: same codes, names and order, and none besides
/// among all pairs of letters and what is never a code.
macro_rules! assert_list {
    ($Code:ident, $list:expr, $reason:expr) => {{
        let rows = rows($list);
        let all = $Code::ALL.iter().map(|code| (code.as_str().to_owned(), code.name().to_owned()));
        assert_eq!(all.collect::<Vec<_>>(), rows);
        for (i, (code, _)) in rows.iter().enumerate() {
            assert_eq!(there_and_back::<$Code>(code), $Code::ALL[i]);
            assert_refused::<$Code>(&code.to_lowercase(), $reason);
        }
        let is_listed = |text: &str| rows.iter().any(|(code, _)| code == text);
        let names = rows.iter().map(|(_, name)| name.clone());
        for text in pairs().chain(names).chain(NEVER.map(str::to_owned)).filter(|text| !is_listed(text)) {
            assert_refused::<$Code>(&text, $reason);
        }
        rows.len()
    }};
}

#[test]
fn the_57_states_and_the_13_provinces() {
    let of = |country| Reason::UnknownState { country };
    assert_eq!(assert_list!(UsState, US_STATES, of(StateCountry::UnitedStates)), 57);
    assert_eq!(assert_list!(CaProvince, CA_PROVINCES, of(StateCountry::Canada)), 13);
    for military in ["AA", "AE", "AP"] {
        assert_refused::<UsState>(military, of(StateCountry::UnitedStates));
    }
}

#[test]
fn the_six_kinds_of_document() {
    assert_eq!(assert_list!(IdType, ID_TYPES, Reason::UnknownIdType), 6);
}

/// The lists are closed: this compiles without a wildcard.
#[test]
fn a_match_on_a_code_is_complete() {
    let is_passport = |id_type| match id_type {
        IdType::Passport => true,
        IdType::DrivingLicense
        | IdType::NationalIdCard
        | IdType::AddressProof
        | IdType::ResidencePermit
        | IdType::TaxId => false,
    };
    assert_eq!(IdType::ALL.iter().filter(|id_type| is_passport(**id_type)).count(), 1);
}

/// In a body as on their own. Membership is their only rule: also the empty text breaks no other (S11).
#[test]
fn codes_in_a_body() {
    let places = [
        ("Identities[0].IssuingCountry", "unknown_country"),
        ("Identities[0].IDType", "unknown_id_type"),
        ("PrimaryResidence.Country", "unknown_country"),
    ];
    for (path, code) in places {
        for text in NEVER {
            assert_report(body().with_text(path, text).to_string(), &[(path, code)]);
        }
        let all: Vec<&str> = if path.ends_with("IDType") {
            IdType::ALL.iter().map(|id_type| id_type.as_str()).collect()
        } else {
            COUNTRIES.split(' ').filter(|code| !["US", "CA"].contains(code)).collect()
        };
        for text in all {
            assert_valid(body().with_text(path, text).to_string());
        }
    }
}
