//! Compares a contender with the rules of `tests/table`: both sides of each limit, each code, each missing property.
//!
//! The structs and the limits of the peers are written by hand. The comparison names each limit that is missing or
//! different. A property that a peer does not read is a limitation of it, which the table of results shows.

use serde_json::{Value, json};

use crate::contenders::{Contender, Job};
use crate::oracle::table::{self, Row, Rule};
use crate::oracle::{self, Verdict};

/// The cases in which a contender and the oracle disagree: contender, path and value, one line each.
fn differences(contender: &Contender) -> Vec<String> {
    let mut differences = Vec::new();
    let is_valid = |body: &Value| (contender.violations)(body.to_string().as_bytes()) == 0;
    let mut compare = |case: &str, body: &Value| {
        let report = match oracle::body(body.to_string().as_bytes()) {
            Verdict::Report(report) => report,
            verdict => panic!("{verdict:?}: {body}"),
        };
        let found = if is_valid(body) { "accepted" } else { "refused" };
        if is_valid(body) != report.is_empty() {
            let codes: Vec<_> = report.iter().map(|(_, code)| *code).collect();
            let expected = if codes.is_empty() { "valid".to_owned() } else { codes.join(", ") };
            differences.push(format!("{}: {case} is {found}, tests/table: {expected}", contender.name));
        }
    };
    let ignored = ignored(contender);
    for row in table::PROPERTIES.iter().filter(|row| contender.job.checks() && !ignored.contains(&row.path)) {
        compare(&format!("{} of a wrong type", row.path), &with(row, json!(7)));
        compare(&format!("{} left out", row.path), &without(row));
        for text in texts(row) {
            let shown = if text.len() > 20 { format!("{} characters", text.len()) } else { format!("{text:?}") };
            compare(&format!("{} of {shown}", row.path), &with(row, text.into()));
        }
    }
    let applies = |condition: &&table::Condition| contender.job.checks() && !ignored.contains(&condition.then);
    for condition in table::CONDITIONS.iter().filter(applies) {
        let name = condition.list.codes[0].1;
        for code in condition.list.codes().chain([condition.counterexample, name]) {
            let mut body = body();
            *at(&mut body, table::row(condition.when)) = condition.is.into();
            *at(&mut body, table::row(condition.then)) = code.into();
            compare(&format!("{} of {code:?} in {}", condition.then, condition.is), &body);
        }
    }
    differences
}

/// The properties that a contender does not read: it accepts any type of value there. Ours read all of them, and a scan
/// none.
#[must_use]
pub fn ignored(contender: &Contender) -> Vec<&'static str> {
    let can_ignore = !contender.is_ours && contender.job != Job::Scan;
    let accepts_any = |row: &&Row| (contender.violations)(with(row, json!(7)).to_string().as_bytes()) == 0;
    table::PROPERTIES.iter().filter(|_| can_ignore).filter(accepts_any).map(|row| row.path).collect()
}

/// # Panics
///
/// Where a contender and the oracle disagree.
pub fn verify(contenders: &[Contender]) {
    let differences: Vec<_> = contenders.iter().flat_map(differences).collect();
    assert!(differences.is_empty(), "\n{}\n", differences.join("\n"));
}

/// Valid and invalid texts for a rule.
fn texts(row: &Row) -> Vec<String> {
    match row.rule {
        Rule::Text { min, max } => {
            let lengths = [min.saturating_sub(1), min].into_iter().chain(max).chain(max.map(|max| max + 1));
            lengths.chain(max.is_none().then_some(1000)).map(|length| "a".repeat(length)).collect()
        }
        Rule::Date => ["2024-02-29", "2023-02-29", "2024-02-2", "2024-02-290"].map(str::to_owned).into(),
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
