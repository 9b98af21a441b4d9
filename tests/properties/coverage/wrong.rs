//! Each kind of violation occurs in all its forms.

use std::collections::BTreeSet;

use customer_schema::strategy::{self, Broken, ViolationKind};
use customer_schema::{FieldPath, PutCustomer};
use regex::Regex;

use super::{assert_kinds, draws};
use crate::expected::gives_its_report;
use crate::json_oracle::is_json;
use crate::oracle::Document;
use crate::oracle::table::{self, Rule, limits};

/// Requests with a violation of this kind, each with the report that it promises.
fn of_kind(name: &str) -> impl Iterator<Item = Broken> + use<> {
    draws(strategy::broken_where(|kind| kind.to_string() == name))
        .inspect(|broken| gives_its_report(broken).unwrap_or_else(|failure| panic!("{}: {failure}", broken.kind)))
}

/// The texts at the location of the violation.
fn texts_of_kind(name: &str) -> impl Iterator<Item = String> + use<> {
    let json = of_kind(name).filter_map(|broken| json_at_violation(&broken));
    json.filter_map(|json| Some(json.as_str()?.to_owned()))
}

/// The JSON at the location of the violation. `None` if a `Value` cannot hold the body.
fn json_at_violation(broken: &Broken) -> Option<serde_json::Value> {
    let Broken { request, violations, .. } = broken;
    let (path, _) = violations.first()?;
    match path.as_str() {
        PutCustomer::CUSTOMER_ID => return Some(request.customer_id.clone().into()),
        PutCustomer::API_SIGNATURE => return Some(request.api_signature.clone()?.into()),
        _ => {}
    }
    let body = Document::read(str::from_utf8(&request.body).ok()?)?;
    body.value.pointer(&FieldPath::from_key(path)?.json_pointer()?).cloned()
}

/// Texts that break a rule, each in all its ways.
#[test]
fn wrong_texts() {
    let table: &[(&str, &[&str])] = &[
        ("DateOfBirth too_short", &["^$", r"^\d{8}$", r"^\d{4}-\d\d$", r"^\d{3}-\d\d-\d\d$", "^[^0-9]{9}$"]),
        (
            "DateOfBirth too_long",
            &[
                r"^\d{4}-\d\d-\d\d $",
                r"^\d{4}-\d\d-\d\dT00:00:00Z$",
                r"^\+\d{4}-",
                r"^1\d{4}-\d\d-\d\d$",
                "^[^0-9]{11}$",
            ],
        ),
        (
            "PrimaryResidence.Country unknown_country",
            &[
                "^[a-z]{2}$",
                "^[A-Z]{2} $",
                "^ [A-Z]{2}$",
                "^[A-Z]{2}-[A-Z]{2}$",
                r"^[A-Z]{2}\x00$",
                "^[A-Z]$",
                "^[A-Z]{2}$",
                "^$",
            ],
        ),
        (
            "PrimaryResidence.State unknown_state",
            &["^(ON|QC|BC|AB)$", "^[a-z]{2}$", "^[A-Z]{2}-[A-Z]{2}$", ".{100}", "^[A-Z]$"],
        ),
        ("Identities[].IDType unknown_id_type", &["^passport$", "^Passport $", "^assport$", "^Passport-", "^$"]),
        ("PrimaryResidence.Street too_short", &["^$", "^(?s:.)$"]),
        (
            "Api-Signature malformed_signature",
            &[
                "^$",
                "^Bearer ",
                r"^[\w-]+\.[\w-]+$",
                r"^[\w-]+\.[\w-]+\.$",
                r"^([\w-]+\.){5}[\w-]+$",
                " $",
                r"\.AB$",
                "==$",
                r"\.\+/\+/$",
                // The payload `[]`, and one that is no UTF-8.
                r"\.W10\.",
                r"\.eyL_Ijowf[\w-]*\.",
                // The headers `none`, `None`, `NONE`, an empty one, a list, one given twice, and none.
                r"^eyJhbGciOiJub25lIn0\.",
                r"^eyJhbGciOiJOb25lIn0\.",
                r"^eyJhbGciOiJOT05FIn0\.",
                r"^eyJhbGciOiIifQ\.",
                r"^eyJhbGciOlsiRVMyNTYiXX0\.",
                r"^eyJhbGciOiJFUzI1NiIsIlx1MDA2MWxnIjoiRVMyNTYifQ\.",
                r"^e30\.",
            ],
        ),
    ];
    for (kind, patterns) in table {
        assert_kinds(kind, texts_of_kind(kind), *patterns);
    }
    let (_, max) = limits("CustomerID");
    let lengths = [format!("^.{{{}}}$", max + 1), format!("^.{{{}}}$", max + 2), format!("^.{{{},}}$", 2 * max)];
    assert_kinds("CustomerID too_long", texts_of_kind("CustomerID too_long"), lengths);
}

/// Texts of ten characters that are no days: wrong numbers of every size, in every month, and wrong forms.
#[test]
fn wrong_days() {
    let drawn = || texts_of_kind("DateOfBirth not_a_date");
    let patterns = [
        r"^\d{4}-(0[1-9]|1[0-2])-00$",
        r"^\d{4}-00-\d\d$",
        r"^0000-\d\d-\d\d$",
        r"-(04|06|09|11)-31$",
        r"-02-30$",
        r"^\d\d-\d\d-\d{4}$",
        r"^\d\d/\d\d/\d{4}$",
        r"^\d{4}-W\d\d-[1-7]$",
        r"^\d{4}-\d{3}  $",
        r"^\d{8}  $",
        r"^\d{8}Z $",
        r"^\+\d{9}$",
        r"^\d{4}- \x{2007}-\d\d$",
    ];
    assert_kinds("days", drawn(), patterns);

    let texts: Vec<_> = drawn().take(2400).collect();
    let numbers = |pattern: &str| {
        let pattern = Regex::new(pattern).expect("a pattern");
        let captures = texts.iter().filter_map(|text| Some(pattern.captures(text)?[1].to_owned()));
        captures.collect::<BTreeSet<_>>().len()
    };
    assert!(numbers(r"^\d{4}-(1[3-9]|[2-9]\d)-\d\d$") > 30, "months");
    assert!(numbers(r"^\d{4}-\d\d-(3[2-9]|[4-9]\d)$") > 30, "days");
    assert!(numbers(r"^(\d\d)00-02-29$") > 20, "centuries without a leap day");

    // One character that is something else, at each place, and each of those.
    let unexpected = "[ O+/.:T\0\u{663}\u{969}\u{ff13}\u{b2}\u{2212}\u{2010}\u{2013}]";
    let places = (0..10).map(|place| format!(r"^[0-9-]{{{place}}}{unexpected}[0-9-]{{{}}}$", 9 - place));
    assert_kinds("days", drawn(), places);
    let each = unexpected.trim_matches(['[', ']']).chars();
    let each = each.map(|c| format!(r"^[0-9-]*{}[0-9-]*$", regex::escape(&c.to_string())));
    assert_kinds("days", drawn(), each);
}

/// Where a text can break a rule in several ways, several are drawn: a service that refuses only one of them does not
/// have the rule.
#[test]
fn wrong_texts_differ() {
    const NO_TEXTS: [&str; 4] = ["required", "duplicate", "wrong_type", "malformed_json"];
    for kind in ViolationKind::all().into_iter().filter(|kind| !NO_TEXTS.contains(&kind.code())) {
        let json = of_kind(&kind.to_string()).take(64).filter_map(|broken| json_at_violation(&broken));
        let texts: BTreeSet<_> = json.map(|json| json.to_string()).collect();
        // Where one character is enough, the empty text alone is too short.
        let min = table::row(&kind.location()).rule.lengths().map(|(min, _)| min);
        let one_way = kind.code() == "too_short" && min == Some(1);
        assert_eq!(texts.len() == 1, one_way, "{kind}: {texts:?}");
    }
}

/// Values of a wrong type: every other one.
#[test]
fn wrong_types() {
    for (place, types) in [
        ("FullName", ["null", "false", "0", "\"\"", "["]),
        ("Identities", ["null", "false", "0", "\"\"", "{"]),
        ("DateOfBirth", ["null", "false", "0", "[", "{"]),
    ] {
        let kind = format!("{place} wrong_type");
        let json = of_kind(&kind).filter_map(|broken| json_at_violation(&broken));
        assert_kinds(&kind, json.map(|json| json.to_string()), types.map(|start| format!("^{}", regex::escape(start))));
    }
}

/// Bodies that are no JSON: in each of the ways, at many places.
#[test]
fn malformed_bodies() {
    let bodies = || of_kind("Body malformed_json").map(|broken| broken.request.body);
    let texts = || bodies().map(|body| body.escape_ascii().to_string());
    let patterns = [
        "^$",
        // Cut within a string and behind one, early and late.
        r"[a-z]$",
        r#"\\"$"#,
        r"^\s*\{[^{]*$",
        // Something behind the end.
        r"\}\s*\{\}$",
        r"\}\s*null$",
        r"\}\s*//$",
        // A byte order mark, and bytes that are no UTF-8: before, within and behind.
        r"^\\xef\\xbb\\xbf\{",
        r"^\\xff",
        r"[a-z]\\x(ff|c3|80|ed|c0|f4|f0)[^}]*[a-z]",
        r"\}\\xff$",
        r"\\xc0\\xaf",
        r"\\xed\\xa0\\x80",
        // Properties that are none, and lone surrogates.
        r"0,\s*\}",
        r":01",
        r":NaN",
        r"\[1,\]",
        r"/\*\*/",
        r#"\\\\ud800\\""#,
        r#"\\\\udc00\\":0"#,
        // At the start and the end of a body, and within each of its objects and texts.
        r#"^\{\\"x\\":0,"#,
        r#"\}[^}]*\\"x\\":0,[^}]*\}$"#,
    ];
    let within = table::PROPERTIES.iter().filter_map(|row| match row.rule {
        Rule::Object | Rule::Array => Some(format!(r#"\"{}\\":\[?\{{[^}}]*\\"x\\":0,"#, row.name())),
        Rule::Text { .. } | Rule::Date | Rule::Code(_) | Rule::Signature => {
            Some(format!(r#"\"{}\\":\\"\\\\ud800\\""#, row.name()))
        }
        Rule::Boolean => None,
    });
    assert_kinds("malformed", texts(), patterns.map(str::to_owned).into_iter().chain(within));
    // Cut where nothing but the last brace is missing.
    let lacks_a_brace = |body: Vec<u8>| is_json(&[&body[..], b"}"].concat());
    assert!(bodies().any(lacks_a_brace), "cut behind the last value");
    let lengths: BTreeSet<_> = bodies().take(600).map(|body| body.len()).collect();
    assert!(lengths.len() > 100, "cut at many places: {lengths:?}");
}

/// Every kind occurs if none is chosen.
#[test]
fn kinds() {
    let all: BTreeSet<String> =
        ViolationKind::all().iter().filter(|kind| kind.is_in_body()).map(ToString::to_string).collect();
    let drawn = draws(strategy::broken()).take(7 * all.len()).map(|broken| broken.kind.to_string());
    let drawn: BTreeSet<String> = drawn.collect();
    assert!(drawn.is_subset(&all) && drawn.len() > all.len() * 9 / 10, "{:?}", all.difference(&drawn));
}
