//! The crate and its peers on the same documents: who is right, and how long it takes each of them.

mod measure;
mod plot;
mod scaling;
mod table;

use customer_schema_benches::contenders::{self, Contender};
use customer_schema_benches::documents::{self, Document};
use customer_schema_benches::{contract, probes, results};

use measure::Ratio;

/// What was found of a contender.
struct Row {
    contender: &'static Contender,
    /// One for each document.
    cells: Vec<Cell>,
}

struct Cell {
    ratio: Ratio,
    faults: usize,
}

/// Measures all documents, or those whose names contain an argument: then no results are written.
fn main() {
    let chosen: Vec<_> = std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let is_chosen =
        |document: &&Document| chosen.is_empty() || chosen.iter().any(|part| document.name.contains(part.as_str()));
    let documents: Vec<_> = documents::ALL.iter().filter(is_chosen).collect();
    let probes = probes::all();
    contract::verify(contenders::ALL);
    for contender in contenders::ALL {
        documents::ALL.iter().for_each(|document| judge(contender, document));
        if contender.is_ours {
            for probe in &probes {
                assert!(probe.is_met_by(contender), "{} {}", contender.name, probe.otherwise);
            }
        }
    }
    let mut rows: Vec<_> = contenders::ALL.iter().map(|contender| Row { contender, cells: Vec::new() }).collect();
    for document in &documents {
        let bytes: usize = document.bodies.iter().map(Vec::len).sum();
        eprintln!("measuring: {} ({bytes} bytes)", document.name);
        let ratios = measure::against_baseline(document);
        for (row, ratio) in rows.iter_mut().zip(ratios) {
            row.cells.push(Cell { ratio, faults: faults(row.contender, document) });
        }
    }
    let time = table::of_times(&documents, &rows, &probes);
    if !chosen.is_empty() {
        println!("{time}");
        return;
    }
    results::keep("time.md", &time);
    results::keep("time.svg", &plot::svg(&rows));
    println!("{time}");

    eprintln!("measuring: scaling");
    let scaling = scaling::tables();
    results::keep("scaling.md", &scaling);
    println!("{scaling}");
}

/// Nobody is timed who is wrong about a body.
fn judge(contender: &Contender, document: &Document) {
    let Contender { name, job, is_ours, .. } = contender;
    if job.checks() {
        for (i, body) in document.bodies.iter().enumerate() {
            let faults = (contender.faults)(body);
            assert_eq!(faults == 0, document.faults == 0, "{name} on {}, body {i}: {faults} faults", document.name);
        }
    }
    if *is_ours {
        assert_eq!(faults(contender, document), document.faults, "{name} on {}", document.name);
    }
}

/// How many faults it reports in all bodies.
fn faults(contender: &Contender, document: &Document) -> usize {
    document.bodies.iter().map(|body| (contender.faults)(body)).sum()
}
