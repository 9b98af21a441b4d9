//! The conformance vectors: generated here, committed beside, compared.
//!
//! `.ci/regenerate` writes them; README.md has their form.

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod bodies;
mod codes;
#[path = "../comparison/mod.rs"]
mod comparison;
mod dates;
#[path = "../generated/mod.rs"]
mod generated;
mod grammar;
mod json;
#[path = "../json_oracle/mod.rs"]
mod json_oracle;
#[path = "../oracle/mod.rs"]
mod oracle;
mod order;
mod requests;
mod signatures;
mod structure;
mod texts;

use std::collections::BTreeSet;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bodies::{Base, Body, Edit};
use customer_schema::{Customer, Position, PutCustomer, Violation, Violations};
use generated::{assert_generated, in_repository, read};
use serde::Serialize;
use serde_json::{Value, json};

/// A request with a name. Path and header are valid unless the case is about them.
struct Case {
    name: String,
    customer_id: Option<String>,
    api_signature: Option<String>,
    body: Vec<u8>,
    /// The same body as edits of a base.
    edited: Option<(Base, Vec<Edit>)>,
    /// Where and why the body stops being JSON, for cases of the grammar that are malformed.
    malformed: Option<grammar::Break>,
}

impl Case {
    fn body(name: impl Into<String>, body: impl Into<Content>) -> Self {
        let Content { body, edited } = body.into();
        Self { name: name.into(), customer_id: None, api_signature: None, body, edited, malformed: None }
    }

    fn read(&self) -> Result<PutCustomer, Violations> {
        PutCustomer::parse(self.customer_id.as_deref().unwrap_or("c-1815"), self.api_signature.as_deref(), &self.body)
    }

    /// The case with its verdict, in the form that README.md describes.
    fn write(&self) -> String {
        let report = self.read().err();
        let whole = self.edited.is_none();
        let text = str::from_utf8(&self.body);
        let (base, edits) = self.edited.as_ref().map(|(base, edits)| (*base, edits.as_slice())).unzip();
        let case = Written {
            name: &self.name,
            customer_id: self.customer_id.as_deref(),
            api_signature: self.api_signature.as_deref(),
            base,
            edits: edits.unwrap_or_default(),
            body: text.ok().filter(|_| whole),
            body_base64: text.is_err().then(|| STANDARD.encode(&self.body)),
            malformed: self.malformed,
            valid: report.is_none(),
            report: report.iter().flatten().map(Reported::from).collect(),
            omitted: report.as_ref().map_or(0, Violations::omitted),
        };
        serde_json::to_string(&case).expect("JSON")
    }
}

/// A body, to be written as edits of a base or whole.
struct Content {
    body: Vec<u8>,
    edited: Option<(Base, Vec<Edit>)>,
}

impl From<Body> for Content {
    fn from(body: Body) -> Self {
        Self { body: body.write().into(), edited: Some((body.base, body.edits)) }
    }
}

impl From<Vec<u8>> for Content {
    fn from(body: Vec<u8>) -> Self {
        Self { body, edited: None }
    }
}

impl From<&[u8]> for Content {
    fn from(body: &[u8]) -> Self {
        body.to_vec().into()
    }
}

impl From<String> for Content {
    fn from(body: String) -> Self {
        body.into_bytes().into()
    }
}

impl From<&str> for Content {
    fn from(body: &str) -> Self {
        body.to_owned().into()
    }
}

#[derive(Serialize)]
struct Written<'c> {
    name: &'c str,
    #[serde(skip_serializing_if = "Option::is_none")]
    customer_id: Option<&'c str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    api_signature: Option<&'c str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    base: Option<Base>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    edits: &'c [Edit],
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<&'c str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    body_base64: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    malformed: Option<grammar::Break>,
    valid: bool,
    report: Vec<Reported>,
    omitted: usize,
}

#[derive(Serialize)]
struct Reported {
    path: String,
    pointer: Option<String>,
    code: &'static str,
    message: String,
    /// `None` in path and header.
    #[serde(skip_serializing_if = "Option::is_none")]
    position: Option<WrittenPosition>,
}

#[derive(Serialize)]
struct WrittenPosition {
    offset: usize,
    line: usize,
    column: usize,
}

impl From<&Violation> for Reported {
    fn from(violation: &Violation) -> Self {
        let position = violation.position();
        Self {
            path: violation.path().to_string(),
            pointer: violation.path().json_pointer(),
            code: violation.reason().code(),
            message: violation.reason().to_string(),
            position: position.map(|Position { offset, line, column, .. }| WrittenPosition { offset, line, column }),
        }
    }
}

fn files() -> [(&'static str, Vec<Case>); 9] {
    [
        ("texts", texts::cases()),
        ("dates", dates::cases()),
        ("codes", codes::cases()),
        ("structure", structure::cases()),
        ("json", json::cases()),
        ("grammar", grammar::cases()),
        ("order", order::cases()),
        ("requests", requests::cases()),
        ("signatures", signatures::cases()),
    ]
}

/// The path in the repository.
fn path(file: &str) -> String {
    format!("tests/vectors/{file}.json")
}

/// One case per line, so that a diff shows the cases that change.
fn written(cases: &[Case]) -> String {
    let lines: Vec<_> = cases.iter().map(Case::write).collect();
    format!("[\n{}\n]\n", lines.join(",\n"))
}

/// One base per line.
fn bases() -> String {
    let line = |base: &Base| {
        let [name, body] = [serde_json::to_string(base), serde_json::to_string(&base.body().write())];
        format!("{}:{}", name.expect("JSON"), body.expect("JSON"))
    };
    let lines: Vec<_> = Base::ALL.iter().map(line).collect();
    format!("{{\n{}\n}}\n", lines.join(",\n"))
}

/// `.ci/regenerate` runs it by its name with `REGENERATE` set, which writes the files.
#[test]
fn the_vectors_are_generated() {
    let files = files().map(|(file, cases)| (file, written(&cases)));
    for (file, text) in files.into_iter().chain([("base", bases())]) {
        assert_generated(&path(file), &text);
    }
}

/// The verdicts come from the crate itself. Here the oracle checks them.
#[test]
fn the_oracle_agrees() {
    let mut told = 0;
    for (file, cases) in files() {
        for case in cases {
            let read = Customer::from_json(&case.body);
            let verdict = comparison::compare(&case.body, &read)
                .unwrap_or_else(|difference| panic!("{file}: {}: {difference}", case.name));
            told += usize::from(verdict != oracle::Verdict::CannotTell);

            let customer_id = case.customer_id.as_deref().and_then(oracle::customer_id);
            let signature = case.api_signature.as_deref().map(oracle::is_signature);
            let signature = (signature == Some(Some(false))).then_some("malformed_signature");
            let head = [("CustomerID", customer_id), ("Api-Signature", signature)];
            let head = head.into_iter().filter_map(|(path, code)| Some(((path.to_owned(), code?), None)));
            let expected: Vec<_> = head.chain(located(read.err())).take(Violations::MAX_KEPT).collect();
            assert_eq!(located(case.read().err()), expected, "{file}: {}", case.name);
        }
    }
    assert!(told > 2_000, "{told} cases");
}

/// The path, code and position of each violation.
fn located(report: Option<Violations>) -> Vec<((String, &'static str), Option<Position>)> {
    report.map_or_else(Vec::new, |report| {
        comparison::report(&report).into_iter().zip(report.iter().map(Violation::position)).collect()
    })
}

/// Follows the section "Testing an implementation" of README.md, and uses nothing of the code that generates the files.
#[test]
fn the_vectors_can_be_read_as_their_page_says() {
    let parse = |file: &str| -> Vec<Value> { serde_json::from_str(&read(&path(file))).expect("JSON") };
    let bases: Value = serde_json::from_str(&read(&path("base"))).expect("JSON");
    let mut names = BTreeSet::new();
    for file in committed() {
        for case in parse(&file) {
            let name = case["name"].as_str().expect("a name");
            assert!(names.insert(format!("{file}: {name}")), "{file}: {name} is there twice");
            let body = body_of(&case, &bases);
            let customer_id = case["customer_id"].as_str().unwrap_or("any");
            let read = PutCustomer::parse(customer_id, case["api_signature"].as_str(), &body);
            assert_eq!(case["valid"], read.is_ok(), "{file}: {name}");
            let report = read.err();
            assert_eq!(case["omitted"], report.as_ref().map_or(0, Violations::omitted), "{file}: {name}");
            let found: Vec<Value> = report.iter().flatten().map(in_json).collect();
            assert_eq!(case["report"], Value::Array(found), "{file}: {name}");
            let is_malformed = report.iter().flatten().any(|violation| violation.reason().code() == "malformed_json");
            assert!(file != "grammar" || case["malformed"].is_object() == is_malformed, "{file}: {name}");
        }
    }

    let page = include_str!("README.md");
    let example = page.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    let example: Value = serde_json::from_str(example).expect("JSON");
    assert!(parse("dates").contains(&example), "dates.json has no case like the example of README.md: {example}");
}

/// The names of the committed files that have cases.
fn committed() -> BTreeSet<String> {
    let folder = in_repository(&path("base")).parent().expect("a folder").read_dir().expect("a folder");
    let names = folder.map(|entry| entry.expect("an entry").file_name().into_string().expect("UTF-8"));
    names.filter_map(|name| Some(name.strip_suffix(".json")?.to_owned())).filter(|name| name != "base").collect()
}

#[test]
fn no_file_is_left_over() {
    assert_eq!(committed(), files().map(|(file, _)| file.to_owned()).into());
}

/// The bytes of a body: a base with its edits, or a whole body.
fn body_of(case: &Value, bases: &Value) -> Vec<u8> {
    if let Some(base) = case["base"].as_str() {
        let mut text = bases[base].as_str().expect("the name of a base").to_owned();
        for edit in case["edits"].as_array().into_iter().flatten() {
            let [replace, with] = ["replace", "with"].map(|key| edit[key].as_str().expect("a text"));
            assert_eq!(text.matches(replace).count(), 1, "{}: {replace}", case["name"]);
            text = text.replace(replace, with);
        }
        return text.into_bytes();
    }
    let decode = |text: &Value| STANDARD.decode(text.as_str().expect("a body")).expect("base64");
    case["body"].as_str().map_or_else(|| decode(&case["body_base64"]), |body| body.as_bytes().to_vec())
}

/// A violation in the form of README.md.
fn in_json(violation: &Violation) -> Value {
    let mut json = json!({
        "path": violation.path().to_string(),
        "pointer": violation.path().json_pointer(),
        "code": violation.reason().code(),
        "message": violation.reason().to_string(),
    });
    if let Some(Position { offset, line, column, .. }) = violation.position() {
        json["position"] = json!({ "offset": offset, "line": line, "column": column });
    }
    json
}
