//! Writes documents, one a line, with the reader's verdict: `{"body": .., "valid": ..}`.
//!
//! ```text
//! customer-schema-conformance SEED COUNT
//! ```

use std::io::{self, BufWriter, Write};

use customer_schema_conformance::documents;
use serde_json::json;

fn main() -> io::Result<()> {
    let mut args = std::env::args().skip(1).map(|arg| arg.parse::<u64>());
    let (Some(Ok(seed)), Some(Ok(count)), None) = (args.next(), args.next(), args.next()) else {
        eprintln!("usage: customer-schema-conformance SEED COUNT");
        std::process::exit(2);
    };
    let mut out = BufWriter::new(io::stdout().lock());
    for (document, _) in documents(seed).zip(0..count) {
        writeln!(out, "{}", json!({ "body": document.body, "valid": document.valid }))?;
    }
    out.flush()
}
