//! Every limit of the contract as a literal number beside the number of its rule, on both sides.

use std::fmt::Debug;
use std::str::FromStr;

use ::serde::Serialize;
use ::serde::de::DeserializeOwned;
use customer_schema::{
    CalendarDate, City, CustomerId, FirstName, IdNumber, LastName, MiddleName, PostCode, PutCustomer, Reason, Region,
    State, Street, Street2, TextRule,
};

use super::bodies::{assert_report, assert_valid, body, escaped};

/// Number, place, least and greatest length; the type on its own, and the rule that it publishes.
type Row = (u8, &'static str, usize, Option<usize>, Alone, TextRule);

/// The limits that stand in the contract. A test made from `RULE` could not see a wrong `RULE`.
const LIMITS: [Row; 14] = [
    (1, "CustomerID", 1, Some(36), alone::<CustomerId>, CustomerId::RULE),
    (5, "FullName.FirstName", 1, Some(50), alone::<FirstName>, FirstName::RULE),
    (6, "FullName.LastName", 1, Some(50), alone::<LastName>, LastName::RULE),
    (7, "FullName.MiddleName", 1, Some(50), alone::<MiddleName>, MiddleName::RULE),
    (8, "DateOfBirth", 10, Some(10), alone::<CalendarDate>, CalendarDate::RULE),
    (11, "Identities[0].IDNumber", 1, Some(36), alone::<IdNumber>, IdNumber::RULE),
    (12, "Identities[0].IssuedDate", 10, Some(10), alone::<CalendarDate>, CalendarDate::RULE),
    (13, "Identities[0].ExpiryDate", 10, Some(10), alone::<CalendarDate>, CalendarDate::RULE),
    (16, "PrimaryResidence.Street", 2, Some(200), alone::<Street>, Street::RULE),
    (17, "PrimaryResidence.Street2", 0, None, alone::<Street2>, Street2::RULE),
    (18, "PrimaryResidence.City", 1, Some(100), alone::<City>, City::RULE),
    (19, "PrimaryResidence.PostCode", 1, Some(20), alone::<PostCode>, PostCode::RULE),
    (20, "PrimaryResidence.State", 1, Some(100), alone::<State>, State::RULE),
    (20, "PrimaryResidence.State", 1, Some(100), region, State::RULE),
];

/// Characters of one to four bytes, alone and in twos; the last two look like one and count as more.
const ALPHABETS: [&str; 7] = ["a", "é", "€", "😀", "a€", "e\u{301}", "👩\u{200d}"];

/// Checks a text by its own type, outside of a request.
type Alone = fn(&str) -> Result<(), Reason>;

/// Every way into the type, which have to agree, and out of it again unchanged (S1).
fn alone<T>(text: &str) -> Result<(), Reason>
where
    T: FromStr<Err = Reason> + TryFrom<String, Error = Reason> + for<'a> TryFrom<&'a str, Error = Reason>,
    T: Serialize + DeserializeOwned + PartialEq + Debug,
{
    let parsed = text.parse::<T>();
    assert_eq!(T::try_from(text), parsed, "TryFrom<&str>: {text:?}");
    assert_eq!(T::try_from(text.to_owned()), parsed, "TryFrom<String>: {text:?}");

    let json = serde_json::to_string(text).unwrap();
    let read = serde_json::from_str::<T>(&json).map_err(|error| error.to_string());
    match &parsed {
        Ok(value) => {
            assert_eq!(serde_json::to_string(value).unwrap(), json);
            assert_eq!(read.as_ref(), Ok(value), "Deserialize: {text:?}");
        }
        Err(reason) => assert_eq!(read.unwrap_err(), format!("value {reason}"), "Deserialize: {text:?}"),
    }
    parsed.map(drop)
}

fn region(state: &str) -> Result<(), Reason> {
    Region::new("GB".parse()?, state).map(|region| assert_eq!(region.state(), state))
}

/// As many characters as asked for.
fn text(alphabet: &str, length: usize) -> String {
    alphabet.chars().cycle().take(length).collect()
}

/// A text of this length at this place, in path or body, however it is written there.
#[track_caller]
fn assert_in_place(path: &str, text: &str, expected: Result<(), Reason>) {
    if path == "CustomerID" {
        let report = PutCustomer::parse(text, None, body().to_string().as_bytes()).map(drop);
        let reason = report.map_err(|report| {
            let [violation] = *report.iter().collect::<Vec<_>>() else { panic!("{report}") };
            assert_eq!(violation.path().to_string(), path);
            *violation.reason()
        });
        assert_eq!(reason, expected, "{path}: {text:?}");
        return;
    }
    for json in [serde_json::to_string(text).unwrap(), format!("\"{}\"", escaped(text))] {
        let body = body().with(path, &json).to_string();
        match expected {
            Ok(()) => _ = assert_valid(body),
            Err(reason) => {
                let report = assert_report(body, &[(path, reason.code())]);
                assert_eq!(report.iter().next().unwrap().reason(), &reason, "{path}: {json}");
            }
        }
    }
}

#[test]
fn each_limit_holds_on_both_sides() {
    for (number, path, min, max, alone, _) in LIMITS {
        let is_date = path.contains("Date");
        let form = is_date.then_some("YYYY-MM-DD");
        let lengths = match max {
            Some(max) => [min.saturating_sub(1), min, max, max + 1],
            None => [0, 1, 1_000, 100_000],
        };
        for (length, alphabet) in lengths.into_iter().flat_map(|length| ALPHABETS.map(|chars| (length, chars))) {
            let text = text(alphabet, length);
            let expected = match max {
                _ if length < min => Err(Reason::TooShort { min, actual: length, form }),
                Some(max) if length > max => Err(Reason::TooLong { max, actual: length, form }),
                _ if is_date => Err(Reason::NotADate),
                _ => Ok(()),
            };
            assert_eq!(alone(&text), expected, "R{number} on its own: {length} of {alphabet:?}");
            assert_in_place(path, &text, expected);
        }
    }
}

/// The limits that are shown to forms and documents are those that are checked.
#[test]
fn the_published_rules_have_the_same_limits() {
    for (number, path, min, max, _, rule) in LIMITS {
        assert_eq!((rule.min, rule.max), (min, max), "R{number}, {path}");
    }
}

/// The length that is reported is the whole one, also far beyond the limit.
#[test]
fn a_megabyte_is_counted_to_its_end() {
    let long = text("aé", 1 << 20);
    let expected = Reason::TooLong { max: 50, actual: 1_048_576, form: None };
    assert_eq!(long.parse::<FirstName>(), Err(expected));
    assert_in_place("FullName.FirstName", &long, Err(expected));
}

/// Nothing is trimmed, folded or normalised (S1): `alone` and `assert_valid` compare what comes out,
/// and here all of it counts.
#[test]
fn nothing_is_changed() {
    let odd = [
        " ",
        "\t\n",
        "\u{0}",
        "\u{feff}",
        "\u{a0} x ",
        "e\u{301}",
        "é",
        "ẞß",
        "\u{202e}x",
        "\u{fffd}",
        "\u{10ffff}",
        "\"\\/",
    ];
    for text in odd {
        for json in [serde_json::to_string(text).unwrap(), format!("\"{}\"", escaped(text))] {
            let customer = assert_valid(body().with("FullName.FirstName", &json).to_string());
            assert_eq!(customer.full_name.first_name.as_str(), text, "{json}");
        }
        assert_eq!(alone::<FirstName>(text), Ok(()), "{text:?}");
        assert_eq!(FirstName::try_from(text).map(FirstName::into_string).as_deref(), Ok(text));
    }
}
