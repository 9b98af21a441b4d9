//! Tries the types that typify makes of the exported schema, and appends a row of the guide's table to a file.
//!
//! ```text
//! customer-schema-typify PROBES RESULTS
//! ```

use std::fs::{self, OpenOptions};
use std::io::Write;

use serde_json::Value;

#[allow(clippy::all, reason = "generated")]
mod generated {
    typify::import_types!(schema = "../../../../schema/customer-2020-12-fuzzers.json");
}

fn is_valid(body: &Value) -> bool {
    serde_json::from_value::<generated::Customer>(body.clone()).is_ok()
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let [_, probes, results] = &std::env::args().collect::<Vec<_>>()[..] else {
        return Err("usage: customer-schema-typify PROBES RESULTS".into());
    };
    let probes: Value = serde_json::from_str(&fs::read_to_string(probes)?)?;
    for (country, body) in probes["VALID"].as_object().into_iter().flatten() {
        if !is_valid(body) {
            return Err(format!("typify refuses valid-{country}.json").into());
        }
    }
    let mut lost: Vec<&str> = Vec::new();
    for (what, bodies) in probes["INVALID"].as_object().into_iter().flatten() {
        if bodies.as_array().into_iter().flatten().any(is_valid) {
            lost.push(what);
        }
    }
    if !is_valid(&probes["LONG"]) {
        lost.push("counts UTF-16 code units");
    }
    let lost = if lost.is_empty() { "nothing".into() } else { lost.join(", ") };
    let row = format!("| typify | `customer-2020-12-fuzzers.json` | {lost} |");
    println!("{row}");
    writeln!(OpenOptions::new().create(true).append(true).open(results)?, "{row}")?;
    Ok(())
}
