//! Country and state together (R20, R21, R22, S8, S11).

use customer_schema::{CaProvince, CountryCode, Reason, Region, UsState};

use super::bodies::{Json, assert_report, assert_valid, body};
use crate::oracle::table;

const STATE: &str = "PrimaryResidence.State";
const COUNTRY: &str = "PrimaryResidence.Country";

/// The body with these two, once with the country behind the state and once before it.
fn both_orders(state: &str, country: &str) -> [Json; 2] {
    let behind = body().with(STATE, state).with(COUNTRY, country);
    let mut before = behind.clone();
    before.properties("PrimaryResidence").reverse();
    [behind, before]
}

#[track_caller]
fn assert_pair(state: &str, country: &str, expected: &[(&str, &str)]) {
    for body in both_orders(state, country) {
        if expected.is_empty() {
            assert_valid(body.to_string());
        } else {
            assert_report(body.to_string(), expected);
        }
    }
}

/// The pair as JSON texts and as a `Region` agree.
#[track_caller]
fn assert_state(country: &str, state: &str, code: Option<&'static str>) {
    let region = Region::new(country.parse().unwrap(), state);
    assert_eq!(region.as_ref().err().map(Reason::code), code, "{country}, {state:?}");
    let expected: Vec<_> = code.map(|code| (STATE, code)).into_iter().collect();
    assert_pair(&serde_json::to_string(state).unwrap(), &format!("{country:?}"), &expected);
    if let Ok(region) = region {
        assert_eq!((region.country().as_str(), region.state()), (country, state));
        let read =
            assert_valid(both_orders(&serde_json::to_string(state).unwrap(), &format!("{country:?}"))[0].to_string());
        assert_eq!(read.primary_residence.region, region);
    }
}

/// Every code of every country that has a list, and texts that are not codes.
#[test]
fn every_condition() {
    for condition in table::CONDITIONS {
        for code in condition.list.codes() {
            assert_state(condition.is, code, None);
        }
        for code in table::CONDITIONS.iter().flat_map(|other| other.list.codes()) {
            assert_state(condition.is, code, (!condition.list.contains(code)).then_some("unknown_state"));
        }
        for (code, name) in condition.list.codes {
            for wrong in [&format!("{}-{code}", condition.is), &code.to_lowercase(), *name, &format!(" {code}")] {
                assert_state(condition.is, wrong, Some("unknown_state"));
            }
        }
        assert_state(condition.is, condition.counterexample, Some("unknown_state"));
    }
}

#[test]
fn states_of_the_us() {
    for state in UsState::ALL {
        assert_state("US", state.as_str(), None);
        assert!(matches!(Region::new(CountryCode::US, state.as_str()), Ok(Region::UnitedStates(s)) if s == *state));
    }
    for wrong in
        ["US-CA", "ca", "Ca", "California", "ON", "AA", "AE", "AP", "England", "C", "CAL", " CA", "CA ", "ＣＡ"]
    {
        assert_state("US", wrong, Some("unknown_state"));
    }
}

#[test]
fn provinces_of_canada() {
    for province in CaProvince::ALL {
        assert_state("CA", province.as_str(), None);
        assert!(matches!(Region::new(CountryCode::CA, province.as_str()), Ok(Region::Canada(p)) if p == *province));
    }
    for wrong in ["CA-ON", "on", "Ontario", "PQ", "CA", "NY", "Québec"] {
        assert_state("CA", wrong, Some("unknown_state"));
    }
}

/// The reason names the country whose codes are asked for.
#[test]
fn the_reason_names_the_country() {
    for condition in table::CONDITIONS {
        let reason = Region::new(condition.is.parse().unwrap(), "XX").unwrap_err();
        let Reason::UnknownState { country, example, .. } = reason else { panic!("{reason:?}") };
        assert_eq!((country.as_str(), example), (condition.is, condition.example));
        let body = &both_orders("\"XX\"", &format!("{:?}", condition.is))[0];
        let report = assert_report(body.to_string(), &[(STATE, "unknown_state")]);
        assert_eq!(report.iter().next().unwrap().reason(), &reason);
    }
}

/// R20 comes before R21, in every country (S11).
#[test]
fn length_comes_before_membership() {
    let long = "x".repeat(table::limits(STATE).1 + 1);
    for country in table::CONDITIONS.iter().map(|condition| condition.is).chain(["GB"]) {
        assert_state(country, "", Some("too_short"));
        assert_state(country, &long, Some("too_long"));
    }
    // The code types on their own know membership alone.
    assert_eq!("".parse::<UsState>(), Err(UsState::RULE.unknown()));
    assert_eq!(long.parse::<CaProvince>(), Err(CaProvince::RULE.unknown()));
}

/// In every other country, any text of 1 to 100 characters is valid, also a code of another country.
#[test]
fn any_text_elsewhere() {
    let has_codes = |country: &str| table::CONDITIONS.iter().any(|condition| condition.is == country);
    for country in table::COUNTRIES.codes().filter(|country| !has_codes(country)) {
        assert_state(country, "US-CA", None);
    }
    for text in ["CA", "California", "x", " ", "Île-de-France", "東京都", &"😀".repeat(table::limits(STATE).1)] {
        assert_state("GB", text, None);
    }
    let region = Region::new("GB".parse().unwrap(), "CA").unwrap();
    assert!(matches!(region, Region::Other(other) if other.state().as_str() == "CA"));
}

/// If the country is missing, wrong or repeated, only the length of the state is checked: one violation, one reason
/// (S8).
#[test]
fn without_a_country_any_text_will_do() {
    for (country, code) in
        [("null", "wrong_type"), ("5", "wrong_type"), ("\"us\"", "unknown_country"), ("\"\"", "unknown_country")]
    {
        assert_pair("\"ON\"", country, &[(COUNTRY, code)]);
    }
    assert_report(body().with(STATE, "\"ON\"").without(COUNTRY).to_string(), &[(COUNTRY, "required")]);
    let missing = body().with(STATE, "\"\"").without(COUNTRY).to_string();
    assert_report(missing, &[(STATE, "too_short"), (COUNTRY, "required")]);

    for second in ["\"US\"", "\"GB\"", "null"] {
        let doubled = body().with(STATE, "\"ON\"").with(COUNTRY, "\"US\"").and("PrimaryResidence", "Country", second);
        assert_report(doubled.to_string(), &[(COUNTRY, "duplicate")]);
        let mut before = doubled;
        before.properties("PrimaryResidence").rotate_right(2);
        assert_report(before.to_string(), &[(COUNTRY, "duplicate")]);
    }
}

/// The first value of a repeated state is still checked. It is reported at the end of the residence, before missing
/// properties (S13).
#[test]
fn a_doubled_state_is_held_to_its_first_value() {
    for (first, second) in [("ON", "CA"), ("ON", "ON"), ("CA", "ON")] {
        let doubled = body().with_text(STATE, first).with_text(COUNTRY, "US").without("PrimaryResidence.City");
        let doubled = doubled.and("PrimaryResidence", "State", &format!("{second:?}"));
        let mut expected = vec![(STATE, "duplicate"), ("PrimaryResidence.City", "required")];
        if first == "ON" {
            expected.insert(1, (STATE, "unknown_state"));
        }
        assert_report(doubled.to_string(), &expected);
    }
    // A first value that has a violation of its own gets no second one.
    let wrong = body().with(STATE, "null").with_text(COUNTRY, "US").and("PrimaryResidence", "State", "\"ON\"");
    assert_report(wrong.to_string(), &[(STATE, "wrong_type"), (STATE, "duplicate")]);
}

/// R21 is reported at the end of the residence, after all violations inside it.
#[test]
fn an_unknown_state_stands_where_the_residence_ends() {
    let text = r#"{"PrimaryResidence":{"State":"ON","Country":"US","City":"","City":"x","PostCode":""},"FullName":{},
        "DateOfBirth":"2024-04-16","Identities":[]}"#;
    assert_report(
        text,
        &[
            ("PrimaryResidence.City", "too_short"),
            ("PrimaryResidence.City", "duplicate"),
            ("PrimaryResidence.PostCode", "too_short"),
            (STATE, "unknown_state"),
            ("PrimaryResidence.Street", "required"),
            ("FullName.FirstName", "required"),
            ("FullName.LastName", "required"),
        ],
    );
    assert_report(body().with_text(COUNTRY, "US").without(STATE).to_string(), &[(STATE, "required")]);
}

/// A code of a state determines its country.
#[test]
fn a_region_from_a_code() {
    macro_rules! assert_regions {
        ($(
            $number:ident $when:literal is $is:literal => $then:literal in $LIST:ident: $Type:ident,
                such as $example:literal, not $counterexample:literal;
        )+) => {
            $(for code in customer_schema::$Type::ALL {
                let expected = Region::new($is.parse().unwrap(), code.as_str());
                assert_eq!(Ok(Region::from(*code)), expected, "{code}");
            })+
        };
    }
    conditions!(assert_regions!);
}
