//! The closed lists of codes, against those of `tests/table`.

use std::collections::BTreeSet;
use std::fmt::{Debug, Display};
use std::str::FromStr;

use ::serde::Serialize;
use ::serde::de::DeserializeOwned;
use customer_schema::{CaProvince, CountryCode, IdType, Reason, UsState};

use super::bodies::{LOCATIONS, Location, assert_report, assert_valid, body};
use crate::oracle::table::{self, Rule};

/// Texts that are in none of the lists.
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
    let listed: Vec<&str> = table::COUNTRIES.codes().collect();
    assert_eq!(listed.len(), 249);
    let all: Vec<&str> = CountryCode::ALL.iter().map(|country| country.as_str()).collect();
    assert_eq!(all, listed);
    assert!(CountryCode::ALL.is_sorted(), "ordered by code");

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
    for &country in CountryCode::ALL {
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

/// A list written in the crate is that of `tests/table`: same codes, names and order, and none besides among all pairs
/// of letters and what is never a code.
macro_rules! assert_list {
    ($Code:ident, $list:expr) => {{
        use customer_schema::$Code as Code;

        let list: &table::List = $list;
        let unknown = Code::RULE.unknown();
        assert_eq!(unknown.code(), list.unknown);
        assert_eq!(Code::ALL.iter().map(|code| (code.as_str(), code.name())).collect::<Vec<_>>(), list.codes);
        for (i, code) in list.codes().enumerate() {
            assert_eq!(there_and_back::<Code>(code), Code::ALL[i]);
            assert_refused::<Code>(&code.to_lowercase(), unknown);
        }
        let names = list.codes.iter().map(|(_, name)| (*name).to_owned());
        for text in pairs().chain(names).chain(NEVER.map(str::to_owned)).filter(|text| !list.contains(text)) {
            assert_refused::<Code>(&text, unknown);
        }
    }};
}

macro_rules! assert_lists_of_conditions {
    ($(
        $number:ident $when:literal is $is:literal => $then:literal in $LIST:ident: $Code:ident, such as $example:literal,
            not $counterexample:literal;
    )+) => {
        $({
            let condition = table::CONDITIONS.iter().find(|condition| condition.is == $is).unwrap();
            assert_list!($Code, condition.list);
            assert_refused::<customer_schema::$Code>($counterexample, customer_schema::$Code::RULE.unknown());
        })+
    };
}

#[test]
fn the_states_of_every_country_that_has_codes() {
    conditions!(assert_lists_of_conditions!);
}

#[test]
fn the_57_states_and_the_13_provinces() {
    assert_eq!((UsState::ALL.len(), CaProvince::ALL.len()), (57, 13));
    for military in ["AA", "AE", "AP"] {
        assert_refused::<UsState>(military, UsState::RULE.unknown());
    }
}

#[test]
fn the_kinds_of_document() {
    assert_list!(IdType, &table::ID_TYPES);
}

/// The list is closed: this compiles without a wildcard.
#[test]
fn a_match_on_a_code_is_complete() {
    macro_rules! code {
        ($id_type:ident $($Variant:ident = $code:literal $name:literal,)+) => {
            match $id_type {
                $(IdType::$Variant => $code,)+
            }
        };
    }
    for id_type in IdType::ALL.iter().copied() {
        assert_eq!(id_types!(code! id_type), id_type.as_str());
    }
}

/// In a body as on their own. Membership is their only rule: also the empty text breaks no other (S11).
#[test]
fn codes_in_a_body() {
    let has_state_codes = |code: &str| table::CONDITIONS.iter().any(|condition| condition.is == code);
    for &Location { path, rule, .. } in &*LOCATIONS {
        let Rule::Code(list) = rule else { continue };
        for text in NEVER {
            assert_report(body().with_text(path, text).to_string(), &[(path, list.unknown)]);
        }
        for code in list.codes().filter(|code| path != "PrimaryResidence.Country" || !has_state_codes(code)) {
            assert_valid(body().with_text(path, code).to_string());
        }
    }
}
