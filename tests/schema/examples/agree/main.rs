//! Compares reader, tape, oracle and the files in `schema` on many documents, on all processors:
//!
//! ```text
//! cargo run --release -p customer-schema-conformance --example agree -- SEED COUNT
//! ```
//!
//! Prints how many documents have which verdict, and the first disagreements. The documents are drawn in blocks of
//! 10,000, each with the next seed.

mod exports;

use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::Instant;

use customer_schema_conformance::{Verdict, texts, verdict};
use exports::Export;

const BLOCK: u64 = 10_000;
/// How many disagreements are printed.
const PRINTED: usize = 5;

#[derive(Default)]
struct Tally {
    valid: u64,
    invalid: u64,
    violations: u64,
    malformed: u64,
    /// How many the oracle has no verdict on.
    unknown: u64,
    /// How many disagreements there are, and the first of them.
    disagreeing: u64,
    disagreements: Vec<String>,
    /// For each export, how many documents it got.
    validated: Vec<u64>,
}

impl Tally {
    fn new(exports: &[Export]) -> Self {
        Self { validated: vec![0; exports.len()], ..Self::default() }
    }

    fn block(&mut self, seed: u64, count: u64, exports: &[Export]) {
        for (text, index) in texts(seed).zip(0..count) {
            let verdict = match verdict(&text.bytes) {
                Ok(verdict) if text.is_valid && !matches!(verdict, Verdict::Valid(_)) => {
                    Err(format!("made to be valid, {verdict:?}"))
                }
                verdict => verdict,
            };
            let place = || format!("seed {seed}, document {index}, {}", String::from_utf8_lossy(&text.bytes));
            match verdict {
                Ok(verdict) => {
                    self.count(&verdict);
                    self.validate(&text.bytes, &verdict, exports, place);
                }
                Err(difference) => self.disagree(format!("{difference}: {}", place())),
            }
        }
    }

    fn validate(&mut self, body: &[u8], verdict: &Verdict, exports: &[Export], place: impl Fn() -> String) {
        let Some(case) = exports::Case::new(body, verdict) else { return };
        for (index, export) in exports.iter().enumerate() {
            let Some(agrees) = export.agrees(&case) else { continue };
            self.validated[index] += 1;
            if !agrees {
                self.disagree(format!("{} disagrees: {}", export.file, place()));
            }
        }
    }

    fn count(&mut self, verdict: &Verdict) {
        match verdict {
            Verdict::Valid(_) => self.valid += 1,
            Verdict::Invalid(violations) => {
                self.invalid += 1;
                self.violations += violations.total() as u64;
            }
            Verdict::Malformed => self.malformed += 1,
            Verdict::CannotTell => self.unknown += 1,
        }
    }

    fn disagree(&mut self, what: String) {
        self.disagreeing += 1;
        if self.disagreements.len() < PRINTED {
            self.disagreements.push(what);
        }
    }

    fn add(&mut self, other: Self) {
        self.valid += other.valid;
        self.invalid += other.invalid;
        self.violations += other.violations;
        self.malformed += other.malformed;
        self.unknown += other.unknown;
        self.disagreeing += other.disagreeing;
        self.disagreements.extend(other.disagreements);
        for (sum, count) in self.validated.iter_mut().zip(other.validated) {
            *sum += count;
        }
    }
}

fn main() -> ExitCode {
    let args: Option<Vec<u64>> = std::env::args().skip(1).map(|arg| arg.parse().ok()).collect();
    let Some(&[seed, count]) = args.as_deref() else {
        eprintln!("usage: agree SEED COUNT");
        return ExitCode::from(2);
    };
    let exports = exports::all();
    let start = Instant::now();
    let tally = tally(seed, count, &exports);
    println!(
        "{count} documents of the seeds {seed} to {}, {:.0?}",
        seed + count.div_ceil(BLOCK).max(1) - 1,
        start.elapsed()
    );
    println!("{:>10} valid", tally.valid);
    println!("{:>10} invalid, {} violations", tally.invalid, tally.violations);
    println!("{:>10} not JSON", tally.malformed);
    println!("{:>10} without a verdict of the oracle", tally.unknown);
    for (export, validated) in exports.iter().zip(&tally.validated) {
        println!("{validated:>10} of them by {}", export.file);
    }
    for disagreement in tally.disagreements.iter().take(PRINTED) {
        println!("{disagreement}");
    }
    println!("{:>10} disagreements", tally.disagreeing);
    if tally.disagreeing == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn tally(seed: u64, count: u64, exports: &[Export]) -> Tally {
    let (next, total) = (AtomicU64::new(0), Mutex::new(Tally::new(exports)));
    let work = || {
        let mut tally = Tally::new(exports);
        loop {
            let block = next.fetch_add(1, Ordering::Relaxed);
            let done = block * BLOCK;
            if done >= count {
                break;
            }
            tally.block(seed + block, BLOCK.min(count - done), exports);
        }
        total.lock().expect("no thread panics").add(tally);
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(work);
        }
    });
    total.into_inner().expect("no thread panics")
}
