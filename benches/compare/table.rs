//! The table of ratios, with the limitations of each contender.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;

use customer_schema_benches::contenders::{self, Contender};
use customer_schema_benches::documents::Document;
use customer_schema_benches::probes::{self, Probe};
use customer_schema_benches::{markdown, results};

use crate::{Cell, Row};

const STOPPED: &str = "†";

/// In Markdown: a row for each contender, a column for each document.
pub(crate) fn of_times(documents: &[&Document], rows: &[Row], probes: &[Probe]) -> String {
    let baseline = &contenders::ALL[contenders::BASELINE];
    let names = documents.iter().map(|document| {
        let mark = if document.bodies.iter().all(|body| (baseline.run)(body)) { "" } else { STOPPED };
        format!("{}{mark}", document.name)
    });
    let mut text = markdown::header("time by `serde_json`, unchecked", names);
    let mut notes = Notes::default();
    for Row { contender, cells } in rows {
        let emphasis = if contender.is_ours { "**" } else { "" };
        let name = format!("{emphasis}{}{emphasis}{}", contender.name, notes.of(contender, probes));
        let cells = documents.iter().zip(cells).map(|(document, Cell { ratio, violations })| {
            let number = format!("{}{emphasis}{:.2}{emphasis}", ratio.mark(), ratio.median);
            if contender.job.checks() && *violations != document.violations {
                format!("{number} ({violations} of {})", document.violations)
            } else {
                number
            }
        });
        text.push_str(&markdown::row(&name, cells));
    }
    _ = write!(text, "\n{}", legend(&notes));
    text
}

fn legend(notes: &Notes) -> String {
    let mut text = String::from(
        "Below 1.00 is faster than reading the same bytes into a struct of `String`s without any check. In brackets: \
         the number of violations that are reported, where not all are.\n\n",
    );
    for (index, note) in notes.0.iter().enumerate() {
        _ = writeln!(text, "{}. {note}", index + 1);
    }
    _ = write!(
        text,
        "\n{STOPPED} The baseline stops at the first wrong type and does not read the rest. {} The rounds differ by more than \
         a tenth; measure again.\n\n{} With {}.\n",
        markdown::DISTURBED,
        results::setting(),
        versions()
    );
    text
}

/// The limitations of the contenders, numbered. Contenders with the same one share its number.
#[derive(Default)]
struct Notes(Vec<String>);

impl Notes {
    /// The numbers behind a contender's name.
    fn of(&mut self, contender: &Contender, probes: &[Probe]) -> String {
        let limitations = probes::limitations(contender, probes);
        let notes = limitations.into_iter().chain(contender.note.map(str::to_owned));
        let mut numbers: Vec<_> = notes.map(|note| self.number(note)).collect();
        numbers.sort_unstable();
        let numbers: Vec<_> = numbers.iter().map(ToString::to_string).collect();
        if numbers.is_empty() { String::new() } else { format!(" <sup>{}</sup>", numbers.join(" ")) }
    }

    fn number(&mut self, note: String) -> usize {
        let index = self.0.iter().position(|other| *other == note).unwrap_or_else(|| {
            self.0.push(note);
            self.0.len() - 1
        });
        index + 1
    }
}

/// The versions of the libraries that were compared.
fn versions() -> String {
    let lock = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.lock")).unwrap_or_default();
    let versions: BTreeMap<_, _> = lock
        .split("[[package]]")
        .filter_map(|package| {
            let value = |key| package.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = "));
            Some((value("name")?.trim_matches('"'), value("version")?.trim_matches('"')))
        })
        .collect();
    ["serde_json", "sonic-rs", "garde", "validator", "serde_valid", "nutype", "eserde", "deserr", "deser", "jsonschema"]
        .map(|name| format!("{name} {}", versions.get(name).copied().unwrap_or_default()))
        .join(", ")
}
