//! The crate and its peers on the same documents: their verdicts, and their times as ratios.

mod answering;
mod measure;
mod scaling;
mod table;

use customer_schema_benches::contenders::{self, Contender};
use customer_schema_benches::documents::{self, Document};
use customer_schema_benches::{contract, plot, probes, results};

use measure::{Ratio, Work};

/// The results of a contender.
struct Row {
    contender: &'static Contender,
    /// One for each document.
    cells: Vec<Cell>,
}

struct Cell {
    ratio: Ratio,
    violations: usize,
}

/// Measures everything, or the documents and tables whose names contain an argument. Only a full run writes results.
fn main() {
    let chosen: Vec<_> = std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let is_chosen = |name: &str| chosen.is_empty() || chosen.iter().any(|part| name.contains(part.as_str()));
    let print = |file: &str, text: &str| {
        println!("{text}");
        if chosen.is_empty() {
            results::write(file, text);
        }
    };

    let probes = probes::all();
    contract::verify(&contenders::ALL);
    for contender in contenders::ALL.iter() {
        documents::ALL.iter().for_each(|document| verify(contender, document));
        if contender.is_ours {
            for probe in &probes {
                assert!(probe.is_met_by(contender), "{} {}", contender.name, probe.limitation);
            }
        }
    }

    let documents: Vec<_> = documents::ALL.iter().filter(|document| is_chosen(document.name)).collect();
    if !documents.is_empty() {
        let time = table::of_times(&documents, &measure(&documents), &probes);
        print("time.md", &time);
        if chosen.is_empty() {
            results::write("time.svg", &plot::svg(&time));
        }
    }
    if is_chosen(answering::NAME) {
        eprintln!("measuring: {}", answering::NAME);
        print("answering.md", &answering::table());
    }
    if is_chosen(scaling::NAME) {
        eprintln!("measuring: {}", scaling::NAME);
        print("scaling.md", &scaling::tables());
    }
}

fn measure(documents: &[&Document]) -> Vec<Row> {
    let mut rows: Vec<_> = contenders::ALL.iter().map(|contender| Row { contender, cells: Vec::new() }).collect();
    for document in documents {
        let bytes: usize = document.bodies.iter().map(Vec::len).sum();
        eprintln!("measuring: {} ({bytes} bytes)", document.name);
        let reads: Vec<_> = contenders::ALL
            .iter()
            .map(|contender| {
                |first, count| {
                    document.bodies.iter().cycle().skip(first).take(count).for_each(|body| _ = (contender.run)(body));
                }
            })
            .collect();
        let works: Vec<_> = reads.iter().map(|read| read as Work<'_>).collect();
        for (row, ratio) in rows.iter_mut().zip(measure::against_baseline(&works, contenders::BASELINE)) {
            row.cells.push(Cell { ratio, violations: violations(row.contender, document) });
        }
    }
    rows
}

/// Contenders with a wrong verdict are not timed.
fn verify(contender: &Contender, document: &Document) {
    let Contender { name, job, is_ours, .. } = contender;
    if job.checks() {
        for (i, body) in document.bodies.iter().enumerate() {
            let violations = (contender.violations)(body);
            let is_right = (violations == 0) == (document.violations == 0);
            assert!(is_right, "{name} on {}, body {i}: {violations} violations", document.name);
        }
    }
    if *is_ours {
        assert_eq!(violations(contender, document), document.violations, "{name} on {}", document.name);
    }
}

/// The number that it reports in all bodies.
fn violations(contender: &Contender, document: &Document) -> usize {
    document.bodies.iter().map(|body| (contender.violations)(body)).sum()
}
