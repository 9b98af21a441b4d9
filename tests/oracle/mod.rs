//! A second, plain implementation of the contract, over `serde_json::Value`.
//!
//! An independent implementation: it takes nothing from the crate, only the literals of `tests/table`.
//! `tests/comparison` compares the two, for properties, vectors, fuzz targets and the differential runs.

#![allow(dead_code, unused_imports, reason = "who shares this module uses a part of it")]

mod document;
mod position;
mod signature;
#[macro_use]
#[path = "../table/mod.rs"]
pub(crate) mod table;

use serde::de::IgnoredAny;
use serde_json::Value;

pub(crate) use document::Document;
pub(crate) use position::position;
pub(crate) use signature::{decode, is_signature};
use table::{Row, Rule};

/// The verdict on a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    Malformed,
    /// Path and code of each violation, in the order of a report (S13).
    Report(Vec<(String, &'static str)>),
    /// It follows the grammar of JSON, but is too deep for a `Value`, or has a number or a surrogate that a `Value`
    /// cannot hold.
    CannotTell,
}

pub(crate) fn body(body: &[u8]) -> Verdict {
    let Ok(text) = std::str::from_utf8(body) else { return Verdict::Malformed };
    if serde_json::from_str::<IgnoredAny>(text).is_err() {
        return Verdict::Malformed;
    }
    let Some(document) = Document::read(text) else { return Verdict::CannotTell };
    let mut checker = Checker { document: &document, report: Vec::new() };
    if document.value.is_object() {
        checker.object("", "", &document.value);
    } else {
        checker.report.push(("Body".into(), "wrong_type"));
    }
    let mut report = checker.report;
    report.sort_by_cached_key(|(path, code)| position::rank(body, path, code));
    Verdict::Report(report)
}

/// R1.
pub(crate) fn customer_id(text: &str) -> Option<&'static str> {
    self::text(table::row("CustomerID").rule, text)
}

/// R8: the code of what is wrong with a date.
pub(crate) fn date(text: &str) -> Option<&'static str> {
    self::text(Rule::Date, text)
}

/// The code of what is wrong with a text where a string belongs.
pub(crate) fn text(rule: Rule, text: &str) -> Option<&'static str> {
    if let Some((min, max)) = rule.lengths() {
        match text.chars().count() {
            count if count < min => return Some("too_short"),
            count if max.is_some_and(|max| count > max) => return Some("too_long"),
            _ => {}
        }
    }
    let is_valid = match rule {
        Rule::Date => is_day(text),
        Rule::Code(list) => list.contains(text),
        Rule::Signature => is_signature(text) == Some(true),
        Rule::Text { .. } => true,
        Rule::Object | Rule::Array | Rule::Boolean => return Some("wrong_type"),
    };
    if is_valid { None } else { rule.unknown() }
}

/// The code of what is wrong with a value, apart from what is in it.
fn value(rule: Rule, value: &Value) -> Option<&'static str> {
    let fits = match rule {
        Rule::Object => value.is_object(),
        Rule::Array => value.is_array(),
        Rule::Boolean => value.is_boolean(),
        Rule::Text { .. } | Rule::Date | Rule::Code(_) | Rule::Signature => {
            return value.as_str().map_or(Some("wrong_type"), |text| self::text(rule, text));
        }
    };
    (!fits).then_some("wrong_type")
}

struct Checker<'d> {
    document: &'d Document,
    report: Vec<(String, &'static str)>,
}

impl Checker<'_> {
    /// `pointer` leads to the object in the body, `path` to its rows in the table.
    fn object(&mut self, pointer: &str, path: &str, object: &Value) {
        let valid: Vec<_> = table::properties_of(path).filter(|row| self.property(pointer, row, object)).collect();
        for condition in table::CONDITIONS {
            let of = |path| valid.iter().find(|row| row.path == path);
            let (Some(when), Some(then)) = (of(condition.when), of(condition.then)) else { continue };
            // Of two values neither decides.
            let is_doubled = self.document.twice.contains(&format!("{pointer}/{}", when.name()));
            if object[when.name()] != condition.is || is_doubled {
                continue;
            }
            if let Some(code) = value(Rule::Code(condition.list), &object[then.name()]) {
                self.report.push((dotted(&format!("{pointer}/{}", then.name())), code));
            }
        }
    }

    /// Whether the value is there and valid, apart from what is in it.
    fn property(&mut self, pointer: &str, row: &Row, object: &Value) -> bool {
        let pointer = format!("{pointer}/{}", row.name());
        if self.document.twice.contains(&pointer) {
            self.report.push((dotted(&pointer), "duplicate"));
        }
        let Some(value) = object.get(row.name()) else {
            if row.required {
                self.report.push((dotted(&pointer), "required"));
            }
            return false;
        };
        if let Some(code) = self::value(row.rule, value) {
            self.report.push((dotted(&pointer), code));
            return false;
        }
        match row.rule {
            Rule::Object => self.object(&pointer, row.path, value),
            Rule::Array => {
                let path = table::elements(row.path);
                for (index, element) in value.as_array().into_iter().flatten().enumerate() {
                    let pointer = format!("{pointer}/{index}");
                    if let Some(code) = self::value(Rule::Object, element) {
                        self.report.push((dotted(&pointer), code));
                    } else {
                        self.object(&pointer, &path, element);
                    }
                }
            }
            Rule::Text { .. } | Rule::Date | Rule::Code(_) | Rule::Boolean | Rule::Signature => {}
        }
        true
    }
}

/// `/Identities/0/IDNumber` as `Identities[0].IDNumber`.
fn dotted(pointer: &str) -> String {
    let is_index = |step: &str| step.parse::<usize>().is_ok();
    let written = |step: &str| if is_index(step) { format!("[{step}]") } else { format!(".{step}") };
    let path: String = pointer.split('/').skip(1).map(written).collect();
    path.trim_start_matches('.').into()
}

fn is_day(text: &str) -> bool {
    let fields: Vec<&str> = text.split('-').collect();
    let [year, month, day] = fields[..] else { return false };
    if [year.len(), month.len(), day.len()] != [4, 2, 2] {
        return false;
    }
    let number = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse::<u32>());
    let (Some(Ok(year)), Some(Ok(month)), Some(Ok(day))) = (number(year), number(month), number(day)) else {
        return false;
    };
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if is_leap => 29,
        2 => 28,
        _ => 0,
    };
    year >= 1 && day >= 1 && day <= days
}
