//! A short benchmark of the crate alone: the time to read and check each body, as a ratio to the time that `serde_json`
//! takes to read it into `String`s without any check. Below 1.00 is faster.

use std::env;
use std::hint::black_box;
use std::time::{Duration, Instant};

use customer_schema::Customer;

mod unchecked;

const READS_PER_ROUND: usize = 1_000;

fn main() {
    // Without `--bench`, which `cargo bench` passes, it is a test that it runs.
    let rounds = if env::args().any(|argument| argument == "--bench") { 101 } else { 1 };
    println!("{:<16} {:>9} {:>10}", "body", "from_json", "check_json");
    for (name, body) in [
        ("valid-gb.json", include_str!("../examples/data/valid-gb.json")),
        ("valid-us.json", include_str!("../examples/data/valid-us.json")),
        ("valid-eg.json", include_str!("../examples/data/valid-eg.json")),
    ] {
        let body = body.as_bytes();
        // In alternation, so that a disturbance affects all of them alike.
        let mut ratios = [const { Vec::new() }; 2];
        for _ in 0..rounds {
            let baseline = time(|| serde_json::from_slice::<unchecked::Customer>(black_box(body)).is_ok());
            ratios[0].push(time(|| Customer::from_json(black_box(body)).is_ok()) / baseline);
            ratios[1].push(time(|| Customer::check_json(black_box(body)).is_ok()) / baseline);
        }
        let [from_json, check_json] = ratios.map(median);
        println!("{name:<16} {from_json:>9.2} {check_json:>10.2}");
    }
}

/// The time of the reads of a round, in seconds. Each must accept the body.
fn time(read: impl Fn() -> bool) -> f64 {
    let start = Instant::now();
    for _ in 0..READS_PER_ROUND {
        assert!(black_box(read()), "the bodies are valid");
    }
    start.elapsed().max(Duration::from_nanos(1)).as_secs_f64()
}

fn median(mut ratios: Vec<f64>) -> f64 {
    ratios.sort_by(f64::total_cmp);
    ratios[ratios.len() / 2]
}
