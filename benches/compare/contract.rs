//! Compares a contender with the rules of `tests/table`: both sides of each limit, each code, each missing property.
//!
//! The structs of the peers are written by hand, with the limits of `limits.rs`. The comparison names each rule that is
//! missing or different. A property that a peer does not read is a limitation of it, which the table of results shows.

use serde_json::{Value, json};

use crate::contenders::{Contender, Job};
use crate::oracle::table::{self, Row, Rule};
use crate::oracle::{self, Verdict};

/// A body at the edge of a rule.
#[derive(Debug)]
pub struct Case {
    /// The property of the rule.
    path: &'static str,
    pub name: String,
    pub body: String,
    /// The codes of the oracle, none where the body is valid.
    codes: Vec<&'static str>,
}

impl Case {
    fn new(path: &'static str, name: String, body: &Value) -> Self {
        let body = body.to_string();
        let codes = match oracle::body(body.as_bytes()) {
            Verdict::Report(report) => report.into_iter().map(|(_, code)| code).collect(),
            verdict => panic!("{verdict:?}: {body}"),
        };
        Self { path, name, body, codes }
    }

    #[must_use]
    pub const fn is_valid(&self) -> bool {
        self.codes.is_empty()
    }
}

/// Both sides of each limit, each code, each missing property.
#[must_use]
pub fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for row in table::PROPERTIES {
        let path = row.path;
        cases.push(Case::new(path, format!("{path} of a wrong type"), &with(row, json!(7))));
        cases.push(Case::new(path, format!("{path} left out"), &without(row)));
        for text in texts(row) {
            let shown = if text.len() > 20 { format!("{} characters", text.len()) } else { format!("{text:?}") };
            cases.push(Case::new(path, format!("{path} of {shown}"), &with(row, text.into())));
        }
    }
    for condition in table::CONDITIONS {
        let name = condition.list.codes[0].1;
        for code in condition.list.codes().chain([condition.counterexample, name]) {
            let mut body = body();
            *at(&mut body, table::row(condition.when)) = condition.is.into();
            *at(&mut body, table::row(condition.then)) = code.into();
            let path = condition.then;
            cases.push(Case::new(path, format!("{path} of {code:?} in {}", condition.is), &body));
        }
    }
    cases
}

/// The cases in which a contender and the oracle disagree: contender, path and value, one line each.
fn differences(contender: &Contender, cases: &[Case]) -> Vec<String> {
    let ignored = ignored(contender);
    let compared = cases.iter().filter(|case| contender.job.checks() && !ignored.contains(&case.path));
    let difference = |case: &Case| {
        let is_accepted = (contender.violations)(case.body.as_bytes()) == 0;
        let found = if is_accepted { "accepted" } else { "refused" };
        let expected = if case.is_valid() { "valid".to_owned() } else { case.codes.join(", ") };
        let text = format!("{}: {} is {found}, tests/table: {expected}", contender.name, case.name);
        (is_accepted != case.is_valid()).then_some(text)
    };
    compared.filter_map(difference).collect()
}

/// The properties that a contender does not read: it accepts any type of value there. Ours read all of them, and a scan
/// none.
#[must_use]
pub fn ignored(contender: &Contender) -> Vec<&'static str> {
    let can_ignore = !contender.is_ours && contender.job != Job::Scan;
    let accepts_any = |row: &&Row| (contender.violations)(with(row, json!(7)).to_string().as_bytes()) == 0;
    table::PROPERTIES.iter().filter(|_| can_ignore).filter(accepts_any).map(|row| row.path).collect()
}

/// The codes of the lists: countries, kinds of documents, and the states of each country that prescribes them.
#[must_use]
pub fn codes() -> Value {
    let of = |list: &table::List| list.codes().collect::<Vec<_>>();
    let states: serde_json::Map<_, _> =
        table::CONDITIONS.iter().map(|condition| (condition.is.to_owned(), json!(of(condition.list)))).collect();
    json!({ "countries": of(&table::COUNTRIES), "id_types": of(&table::ID_TYPES), "states": states })
}

/// The least and the greatest length of each text that has both, by its path.
#[must_use]
pub fn limits() -> Value {
    let limits = |row: &Row| match row.rule {
        Rule::Text { min, max: Some(max) } => Some((row.path.to_owned(), json!([min, max]))),
        _ => None,
    };
    table::PROPERTIES.iter().filter_map(limits).collect::<serde_json::Map<_, _>>().into()
}

/// # Panics
///
/// Where a contender and the oracle disagree.
pub fn verify(contenders: &[Contender]) {
    let cases = cases();
    let differences: Vec<_> = contenders.iter().flat_map(|contender| differences(contender, &cases)).collect();
    assert!(differences.is_empty(), "\n{}\n", differences.join("\n"));
}

/// Valid and invalid ones: lengths, leap years, the first and the last year, and other notations.
const DATES: [&str; 15] = [
    "2024-02-29",
    "2023-02-29",
    "2000-02-29",
    "1900-02-29",
    "2024-04-31",
    "2024-13-01",
    "0000-12-31",
    "0001-01-01",
    "9999-12-31",
    "2024-02-2",
    "2024-02-290",
    "2024/02/29",
    "20240229",
    "1709164800",
    "2024-02-29T00:00:00",
];

/// Valid and invalid texts for a rule.
fn texts(row: &Row) -> Vec<String> {
    match row.rule {
        Rule::Text { min, max } => {
            let lengths = [min.saturating_sub(1), min].into_iter().chain(max).chain(max.map(|max| max + 1));
            lengths.chain(max.is_none().then_some(1000)).map(|length| "a".repeat(length)).collect()
        }
        Rule::Date => DATES.map(str::to_owned).into(),
        Rule::Code(list) => list.codes().chain(["", "XX", "passport"]).map(str::to_owned).collect(),
        Rule::Object | Rule::Array | Rule::Boolean | Rule::Signature => Vec::new(),
    }
}

fn body() -> Value {
    serde_json::from_str(&table::body()).expect("JSON")
}

fn at<'v>(body: &'v mut Value, row: &Row) -> &'v mut Value {
    body.pointer_mut(&row.pointer_in_body()).expect("a property of the body")
}

fn with(row: &Row, value: Value) -> Value {
    let mut body = body();
    *at(&mut body, row) = value;
    body
}

fn without(row: &Row) -> Value {
    let mut body = body();
    let pointer = row.pointer_in_body();
    let (object, name) = pointer.rsplit_once('/').expect("a pointer");
    body.pointer_mut(object).and_then(Value::as_object_mut).expect("an object").remove(name);
    body
}
