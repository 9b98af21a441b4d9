//! Every limit of the contract, on both sides. The numbers are the literals of `tests/table`: a test made from `RULE`
//! could not see a wrong `RULE`.

use std::fmt::Debug;
use std::str::FromStr;

use ::serde::Serialize;
use ::serde::de::DeserializeOwned;
use customer_schema::{FirstName, PutCustomer, Reason, Region, TextRule};

use super::bodies::{assert_report, assert_valid, body, escaped};
use crate::oracle::table::{self, Row, Rule};

/// A text with limits: its number, path in the body, rule; the type on its own, and the rule that it publishes.
struct Text {
    number: &'static str,
    path: String,
    rule: Rule,
    alone: Alone,
    published: TextRule,
}

/// A text of the contract, or nothing for a value that is none.
macro_rules! text {
    (text $Type:ident $path:literal) => { text!(@ $Type $path) };
    (date $Type:ident $path:literal) => { text!(@ $Type $path) };
    (@ $Type:ident $path:literal) => {{
        let row = table::row($path);
        let Row { number, rule, .. } = *row;
        Some(Text { number, path: row.path_in_body(), rule, alone: alone::<customer_schema::$Type>, published: customer_schema::$Type::RULE })
    }};
    ($rule:ident $Type:ident $path:literal) => { None };
}

macro_rules! texts {
    ($($rule:ident $Type:ident $path:literal $example:expr,)+) => {
        [$(text!($rule $Type $path)),+].into_iter().flatten().collect::<Vec<_>>()
    };
}

/// Characters of one to four bytes, alone and in twos. The last two are shown as one character and count as more.
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

/// A text of this length at this location, in path or body, however it is written there.
#[track_caller]
fn assert_at_location(path: &str, text: &str, expected: Result<(), Reason>) {
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
    let mut texts = types!(texts!);
    let mut state = types!(texts!);
    state.retain(|text| text.path == "PrimaryResidence.State");
    texts.extend(state.into_iter().map(|text| Text { alone: region, ..text }));
    for Text { number, path, rule, alone, .. } in texts {
        let (min, max) = rule.lengths().unwrap();
        let is_date = matches!(rule, Rule::Date);
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
            assert_eq!(alone(&text), expected, "{number} on its own: {length} of {alphabet:?}");
            assert_at_location(&path, &text, expected);
        }
    }
}

/// The limits that are shown to forms and documents are those that are checked.
#[test]
fn the_published_rules_have_the_same_limits() {
    for Text { number, path, rule, published, .. } in types!(texts!) {
        assert_eq!(Some((published.min, published.max)), rule.lengths(), "{number}, {path}");
    }
}

/// The length that is reported is the whole one, also far beyond the limit.
#[test]
fn a_megabyte_is_counted_to_its_end() {
    let long = text("aé", 1 << 20);
    let expected = Reason::TooLong { max: table::limits("FullName.FirstName").1, actual: 1_048_576, form: None };
    assert_eq!(long.parse::<FirstName>(), Err(expected));
    assert_at_location("FullName.FirstName", &long, Err(expected));
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
