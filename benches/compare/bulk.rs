//! The part of `benches/languages.sh` in Rust:
//!
//! - `bulk write FOLDER` writes the bodies, their verdicts, the lists of codes and the limits of texts.
//! - `bulk from_json` and `bulk check_json` are contenders. For each path on standard input they check every line of the
//!   file, and print the processor seconds and the number of violations of each line.

use std::fmt::Write;
use std::path::Path;
use std::{env, fs, io};

use cpu_time::ProcessTime;
use customer_schema::Customer;
use customer_schema_benches::{bodies, contract};

fn main() -> io::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["write", folder] => write(Path::new(folder)),
        ["from_json"] => answer(|body| Customer::from_json(body).map_or_else(|report| report.total(), |_| 0)),
        ["check_json"] => answer(|body| Customer::check_json(body).map_or_else(|report| report.total(), |()| 0)),
        _ => panic!("no such arguments: {arguments:?}"),
    }
}

fn write(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let edges = bodies::edges();
    let of_lines = |bodies: Vec<&[u8]>| bodies.join(&b'\n');
    fs::write(folder.join("bulk.ndjson"), of_lines(bodies::bulk().iter().map(Vec::as_slice).collect()))?;
    fs::write(folder.join("reports.ndjson"), of_lines(bodies::reports().iter().map(Vec::as_slice).collect()))?;
    fs::write(folder.join("edges.ndjson"), of_lines(edges.iter().map(|edge| edge.body.as_slice()).collect()))?;
    let verdicts = serde_json::json!({
        "edges": edges.iter().map(|edge| (&edge.name, edge.is_valid)).collect::<Vec<_>>(),
        "codes": contract::codes(),
        "limits": contract::limits(),
    });
    fs::write(folder.join("contract.json"), verdicts.to_string())
}

fn answer(violations: impl Fn(&[u8]) -> usize) -> io::Result<()> {
    for path in io::stdin().lines() {
        let path = path?;
        let start = ProcessTime::now();
        let file = fs::read(path)?;
        let counts: Vec<_> = file.split(|byte| *byte == b'\n').map(&violations).collect();
        let mut answer = start.elapsed().as_secs_f64().to_string();
        for count in counts {
            _ = write!(answer, " {count}");
        }
        println!("{answer}");
    }
    Ok(())
}
