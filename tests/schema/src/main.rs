//! Writes documents, one a line, with the reader's verdict: `{"body": .., "valid": ..}`. Stops at one of
//! which the naive judge reports anything else.
//!
//! ```text
//! customer-schema-conformance SEED COUNT
//! ```

#[path = "../../naive/mod.rs"]
mod naive;

use std::io::{self, BufWriter, Write};

use customer_schema::Customer;
use customer_schema_conformance::documents;
use naive::Verdict;
use serde_json::json;

fn main() -> io::Result<()> {
    let mut args = std::env::args().skip(1).map(|arg| arg.parse::<u64>());
    let (Some(Ok(seed)), Some(Ok(count)), None) = (args.next(), args.next(), args.next()) else {
        eprintln!("usage: customer-schema-conformance SEED COUNT");
        std::process::exit(2);
    };
    let mut out = BufWriter::new(io::stdout().lock());
    for (document, _) in documents(seed).zip(0..count) {
        let body = document.body.to_string();
        if naive::body(body.as_bytes()) != Verdict::Report(report(body.as_bytes())) {
            return Err(io::Error::other(format!("the naive judge disagrees on {body}")));
        }
        writeln!(out, "{}", json!({ "body": document.body, "valid": document.valid }))?;
    }
    out.flush()
}

/// Path and code of each violation, in the naive judge's order.
fn report(body: &[u8]) -> Vec<(String, &'static str)> {
    let mut report: Vec<_> = Customer::from_json(body)
        .err()
        .into_iter()
        .flatten()
        .map(|found| (found.path().to_string(), found.reason().code()))
        .collect();
    report.sort_unstable();
    report
}
