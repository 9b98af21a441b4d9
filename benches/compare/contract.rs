//! The rules of `tests/table`, tried on a contender: each limit on both sides, each code, each absence.
//!
//! The limits of the peers are literals in attributes. One that is missing or different is named here.

use serde_json::{Value, json};

use crate::contenders::{Contender, Job};
use crate::oracle::table::{self, Row, Rule};
use crate::oracle::{self, Verdict};

/// # Panics
///
/// Where the contender and the oracle disagree: with the contender, the path and the value.
pub fn verify(contender: &Contender) {
    for row in table::PROPERTIES {
        let case = |what: &str| format!("{}: {} {what}", contender.name, row.path);
        if contender.job != Job::Scan {
            let unreadable = with(row, json!(7));
            assert_ne!((contender.faults)(unreadable.as_bytes()), 0, "{}", case("is not read"));
        }
        if contender.job.checks() {
            assert_agrees(contender, &without(row), &case("left out"));
            for text in texts(row) {
                assert_agrees(contender, &with(row, text.as_str().into()), &case(&format!("with {text:?}")));
            }
        }
    }
    if contender.job.checks() {
        for condition in table::CONDITIONS {
            let codes = condition.list.codes().chain([condition.counterexample, condition.list.codes[0].1]);
            for code in codes {
                let mut body = body();
                *at(&mut body, table::row(condition.when)) = condition.is.into();
                *at(&mut body, table::row(condition.then)) = code.into();
                let case = format!("{}: {} {code:?} in {}", contender.name, condition.then, condition.is);
                assert_agrees(contender, &body.to_string(), &case);
            }
        }
    }
}

#[track_caller]
fn assert_agrees(contender: &Contender, body: &str, case: &str) {
    let Verdict::Report(report) = oracle::body(body.as_bytes()) else { panic!("{body}") };
    let is_valid = (contender.faults)(body.as_bytes()) == 0;
    assert_eq!(is_valid, report.is_empty(), "{case}: the left says whether it is accepted, the contract {report:?}");
}

/// Texts that keep a rule, and texts that break it.
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

fn with(row: &Row, value: Value) -> String {
    let mut body = body();
    *at(&mut body, row) = value;
    body.to_string()
}

fn without(row: &Row) -> String {
    let mut body = body();
    let pointer = row.pointer_in_body();
    let (object, name) = pointer.rsplit_once('/').expect("a pointer");
    body.pointer_mut(object).and_then(Value::as_object_mut).expect("an object").remove(name);
    body.to_string()
}
