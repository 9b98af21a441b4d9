//! The contract once more, as plainly as it reads, over `serde_json::Value`.
//!
//! A judge from outside: it takes nothing from the crate, and its limits are literals on purpose. The
//! properties and the fuzz targets hold both against each other.

#![allow(dead_code, unused_imports, reason = "who shares this module uses a part of it")]

mod document;
mod lists;
mod position;
mod signature;

use serde::de::IgnoredAny;
use serde_json::Value;

pub(crate) use document::Document;
pub(crate) use lists::{CA_PROVINCES, COUNTRIES, ID_TYPES, US_STATES};
pub(crate) use position::position;
pub(crate) use signature::{decode, is_signature};

/// What is wrong with a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    Malformed,
    /// Path and code of each violation, sorted: a `Value` has no order of its own.
    Report(Vec<(String, &'static str)>),
    /// It is well-formed, but too deep for a `Value`, or has a number or a surrogate that a `Value`
    /// cannot hold.
    CannotTell,
}

pub(crate) fn body(body: &[u8]) -> Verdict {
    let Ok(text) = std::str::from_utf8(body) else { return Verdict::Malformed };
    if serde_json::from_str::<IgnoredAny>(text).is_err() {
        return Verdict::Malformed;
    }
    let Some(document) = Document::read(text) else { return Verdict::CannotTell };
    let mut judge = Judge { document: &document, report: Vec::new() };
    judge.body();
    judge.report.sort_unstable();
    Verdict::Report(judge.report)
}

/// R1.
pub(crate) fn customer_id(text: &str) -> Option<&'static str> {
    characters(text, 1, 36)
}

/// R8: the code of what is wrong with a date.
pub(crate) fn date(text: &str) -> Option<&'static str> {
    characters(text, 10, 10).or_else(|| (!is_day(text)).then_some("not_a_date"))
}

struct Judge<'d> {
    document: &'d Document,
    report: Vec<(String, &'static str)>,
}

type Check = fn(&Value) -> Option<&'static str>;

impl Judge<'_> {
    fn body(&mut self) {
        if !self.document.value.is_object() {
            self.report.push(("Body".into(), "wrong_type"));
            return;
        }
        if self.required("/FullName", object) {
            self.required("/FullName/FirstName", |value| text(value, 1, 50));
            self.required("/FullName/LastName", |value| text(value, 1, 50));
            self.optional("/FullName/MiddleName", |value| text(value, 1, 50));
        }
        self.required("/DateOfBirth", day);
        if self.required("/Identities", array) {
            for index in 0..self.document.value["Identities"].as_array().map_or(0, Vec::len) {
                self.identity(&format!("/Identities/{index}"));
            }
        }
        if self.required("/PrimaryResidence", object) {
            self.residence();
        }
    }

    fn identity(&mut self, at: &str) {
        if self.required(at, object) {
            self.required(&format!("{at}/IssuingCountry"), country);
            self.required(&format!("{at}/IDNumber"), |value| text(value, 1, 36));
            self.optional(&format!("{at}/IssuedDate"), day);
            self.optional(&format!("{at}/ExpiryDate"), day);
            self.required(&format!("{at}/IDType"), |value| code(value, ID_TYPES, "unknown_id_type"));
        }
    }

    fn residence(&mut self) {
        self.required("/PrimaryResidence/Street", |value| text(value, 2, 200));
        self.optional("/PrimaryResidence/Street2", |value| text(value, 0, usize::MAX));
        self.required("/PrimaryResidence/City", |value| text(value, 1, 100));
        self.required("/PrimaryResidence/PostCode", |value| text(value, 1, 20));
        let has_state = self.required("/PrimaryResidence/State", |value| text(value, 1, 100));
        let has_country = self.required("/PrimaryResidence/Country", country);
        if has_state && has_country && !self.document.twice.contains("/PrimaryResidence/Country") {
            let residence = &self.document.value["PrimaryResidence"];
            let codes = match residence["Country"].as_str() {
                Some("US") => US_STATES,
                Some("CA") => CA_PROVINCES,
                _ => return,
            };
            if let Some(unknown) = code(&residence["State"], codes, "unknown_state") {
                self.report.push(("PrimaryResidence.State".into(), unknown));
            }
        }
    }

    /// Whether the value is there and well.
    fn required(&mut self, pointer: &str, check: Check) -> bool {
        let missing = self.document.value.pointer(pointer).is_none();
        if missing {
            self.report.push((dotted(pointer), "required"));
        }
        self.optional(pointer, check) && !missing
    }

    /// Whether the value is well, if it is there.
    fn optional(&mut self, pointer: &str, check: Check) -> bool {
        if self.document.twice.contains(pointer) {
            self.report.push((dotted(pointer), "duplicate"));
        }
        let wrong = self.document.value.pointer(pointer).and_then(check);
        self.report.extend(wrong.map(|code| (dotted(pointer), code)));
        wrong.is_none()
    }
}

/// `/Identities/0/IDNumber` as `Identities[0].IDNumber`.
fn dotted(pointer: &str) -> String {
    let is_index = |step: &str| step.parse::<usize>().is_ok();
    let written = |step: &str| if is_index(step) { format!("[{step}]") } else { format!(".{step}") };
    let path: String = pointer.split('/').skip(1).map(written).collect();
    path.trim_start_matches('.').into()
}

fn object(value: &Value) -> Option<&'static str> {
    (!value.is_object()).then_some("wrong_type")
}

fn array(value: &Value) -> Option<&'static str> {
    (!value.is_array()).then_some("wrong_type")
}

fn text(value: &Value, min: usize, max: usize) -> Option<&'static str> {
    value.as_str().map_or(Some("wrong_type"), |text| characters(text, min, max))
}

fn day(value: &Value) -> Option<&'static str> {
    value.as_str().map_or(Some("wrong_type"), date)
}

fn country(value: &Value) -> Option<&'static str> {
    code(value, COUNTRIES, "unknown_country")
}

fn code(value: &Value, codes: &str, unknown: &'static str) -> Option<&'static str> {
    match value.as_str() {
        None => Some("wrong_type"),
        Some(text) if codes.split_whitespace().any(|code| code == text) => None,
        Some(_) => Some(unknown),
    }
}

fn characters(text: &str, min: usize, max: usize) -> Option<&'static str> {
    match text.chars().count() {
        count if count < min => Some("too_short"),
        count if count > max => Some("too_long"),
        _ => None,
    }
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
