//! The tables of features: the report of each contender and its limitations, derived from probes.

use std::collections::BTreeSet;

use customer_schema::{Customer, Violations};
use serde::de::IgnoredAny;

use crate::contenders::{self, Contender};
use crate::finding::Finding;
use crate::{documents, markdown, probes};

/// The documents whose reports are compared, each with its name in the table.
pub(crate) const DOCUMENTS: [(&str, &str); 2] = [("twelve violations", "values"), ("types and absences", "types")];

/// A text that no library has in its messages.
const MARKER: &str = "Zq9Marker";

/// The content of the reports of a contender.
#[derive(Debug)]
pub struct Features {
    /// For each of the documents.
    pub reports: [Coverage; DOCUMENTS.len()],
    pub quotes_input: bool,
    /// The number of [`probes::limitations`].
    pub limitations: usize,
}

/// How many of the violations of a body a report has.
#[derive(Debug)]
pub struct Coverage {
    pub violations: usize,
    /// Findings of the report.
    pub reported: usize,
    /// Violations whose path is in the report, as sent.
    pub paths: usize,
    /// Violations whose path is in the report, with the names of Rust's fields.
    pub paths_in_rust: usize,
    /// Findings with a code.
    pub codes: usize,
    /// Violations whose value the report has a position of.
    pub positions: usize,
}

impl Features {
    #[must_use]
    pub fn of(contender: &Contender) -> Self {
        Self {
            reports: DOCUMENTS.map(|(name, _)| Coverage::of(contender, name)),
            quotes_input: quotes_input(contender),
            limitations: probes::limitations(contender, &probes::all()).len(),
        }
    }
}

impl Coverage {
    fn of(contender: &Contender, document: &str) -> Self {
        let document = documents::ALL.iter().find(|one| one.name == document).expect("a document of this name");
        let body = &document.bodies[0];
        let violations = Customer::from_json(body).expect_err("the document is invalid");
        let findings = (contender.findings)(body);
        let found = |spelling: fn(&str) -> String| {
            let paths: BTreeSet<_> =
                findings.iter().filter_map(|finding| finding.path.as_deref()).map(spelling).collect();
            violations.iter().filter(|violation| paths.contains(&spelling(&violation.path().to_string()))).count()
        };
        Self {
            violations: violations.len(),
            reported: findings.len(),
            paths: found(segments),
            paths_in_rust: found(|path| segments(path).to_lowercase().replace('_', "")),
            codes: findings.iter().filter(|finding| finding.code.is_some()).count(),
            positions: positions(body, &violations, &findings),
        }
    }
}

/// The names and indexes of a path, whichever characters are between them.
fn segments(path: &str) -> String {
    let segments = path.split(['.', '/', '[', ']', '`', ' ']).filter(|segment| !segment.is_empty());
    segments.collect::<Vec<_>>().join(".")
}

/// How many violations have a finding whose position is in the value or right behind it. Formats differ on which of its
/// bytes they name. A missing property has the closing brace of its object.
fn positions(body: &[u8], violations: &Violations, findings: &[Finding]) -> usize {
    let at: BTreeSet<_> = findings.iter().filter_map(|finding| finding.position).collect();
    let has_position = |start: customer_schema::Position| {
        let mut values = serde_json::Deserializer::from_slice(&body[start.offset..]).into_iter::<IgnoredAny>();
        let length = if values.next().is_some_and(|value| value.is_ok()) { values.byte_offset() } else { 1 };
        at.range((start.line, start.column)..=(start.line, start.column + length)).next().is_some()
    };
    violations.iter().filter_map(customer_schema::Violation::position).filter(|start| has_position(*start)).count()
}

/// Whether a message contains a text of the body, for a wrong value, a wrong type or an unknown name.
fn quotes_input(contender: &Contender) -> bool {
    let typical = documents::typical();
    let quoted = format!("\"{MARKER}\"");
    // The text replaced, the one it is replaced by.
    let replacements = [
        ("\"Eleanor\"", format!("\"{}\"", MARKER.repeat(10))),
        ("\"OR\"", quoted.clone()),
        ("\"Passport\"", quoted.clone()),
        ("\"1985-12-10\"", quoted.clone()),
        ("\"1815 Northwest Burnside Road\"", format!("[{quoted}]")),
        ("{\"FirstName\": \"Eleanor\", \"LastName\": \"Whitfield\", \"MiddleName\": \"Josephine\"}", quoted.clone()),
        ("\"Eleanor\"", format!("1, {quoted}: 1")),
        // Malformed.
        ("\"Eleanor\"", MARKER.to_owned()),
    ];
    let mut bodies = replacements.iter().map(|(from, to)| typical.replacen(from, to, 1));
    bodies.any(|body| (contender.findings)(body.as_bytes()).iter().any(|finding| finding.message.contains(MARKER)))
}

/// In Markdown: a table of the reports, and one of the limitations.
#[must_use]
pub fn tables() -> String {
    let contenders: Vec<_> = contenders::ALL.iter().filter(|contender| contender.job.checks()).collect();
    let columns =
        |(_, short): &(&str, &str)| ["reported", "path", "code", "position"].map(|part| format!("{short}: {part}"));
    let columns = DOCUMENTS.iter().flat_map(columns).chain(["quotes input".to_owned()]);
    let mut text = markdown::header("of twelve violations", columns);
    for contender in &contenders {
        let features = Features::of(contender);
        let cells = features.reports.iter().flat_map(Coverage::cells).chain([yes(features.quotes_input)]);
        text.push_str(&markdown::row(&emphasized(contender), cells));
    }
    text.push_str(LEGEND);

    text.push_str(&markdown::header("limitation", contenders.iter().map(|contender| emphasized(contender))));
    let probes = probes::all();
    let limitations: Vec<_> = contenders.iter().map(|contender| probes::limitations(contender, &probes)).collect();
    let mut names: Vec<_> = probes.iter().map(|probe| probe.limitation).collect();
    for limitation in limitations.iter().flatten() {
        if !names.contains(&limitation.as_str()) {
            names.push(limitation);
        }
    }
    for name in names {
        let cells = limitations.iter().map(|of_one| yes(of_one.iter().any(|one| one == name)));
        text.push_str(&markdown::row(name, cells));
    }
    text + "\nEach limitation is shown by a body in `compare/probes.rs`.\n"
}

const LEGEND: &str = "
Both bodies have twelve violations: the first of lengths, codes and dates, the second wrong types and missing properties. \
A path counts if its names and indexes are those of the body; `*` marks names of fields in Rust. A position counts if it is \
in the value or right behind it. The last column searches the messages for a text that bodies contain in wrong values, in \
unknown names and in malformed places.

";

impl Coverage {
    /// Reported, with a path, a code, a position.
    pub(crate) fn cells(&self) -> [String; 4] {
        let path = if self.paths == 0 && self.paths_in_rust > 0 {
            format!("{}\\*", self.paths_in_rust)
        } else {
            number(self.paths)
        };
        [number(self.reported), path, number(self.codes), number(self.positions)]
    }
}

fn emphasized(contender: &Contender) -> String {
    let emphasis = if contender.is_ours { "**" } else { "" };
    format!("{emphasis}{}{emphasis}", contender.name)
}

fn number(count: usize) -> String {
    if count == 0 { NONE.to_owned() } else { count.to_string() }
}

fn yes(is_so: bool) -> String {
    if is_so { "yes".to_owned() } else { NONE.to_owned() }
}

const NONE: &str = "–";
