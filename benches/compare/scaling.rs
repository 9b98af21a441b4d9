//! The cost of a read in large bodies, among many bodies, and on two threads at once.

use std::fmt::Write;
use std::thread;
use std::time::Instant;

use customer_schema_benches::contenders::{self, Contender};
use customer_schema_benches::{documents, markdown, results};

use crate::measure::{Ratio, as_f64, seconds};

/// The name that chooses these tables on the command line.
pub(crate) const NAME: &str = "scaling";

const ROUNDS: usize = 21;
/// The number of identities or bodies that each cost is for.
const TOTAL: usize = 100_000;
const IDENTITIES: [usize; 5] = [10, 100, 1_000, 10_000, 100_000];
const BODIES: [usize; 6] = [1, 10, 100, 1_000, 10_000, 100_000];
const THREADS: [usize; 2] = [1, 2];

/// In Markdown.
pub(crate) fn tables() -> String {
    let mut text = String::new();

    let bodies = IDENTITIES.map(|count| [documents::identities(count)]);
    let of_none = [documents::identities(0)];
    table(&mut text, "cost per identity, by the number in a body", IDENTITIES, |contender, i| {
        let times = TOTAL / IDENTITIES[i];
        reads(contender, &bodies[i], times) - reads(contender, &of_none, times)
    });

    let bodies = BODIES.map(different_bodies);
    table(&mut text, "cost per body, by the number of different bodies", BODIES, |contender, i| {
        reads(contender, &bodies[i], TOTAL / BODIES[i])
    });

    let body = [documents::typical()];
    table(&mut text, "bodies in the same time, by the number of threads", THREADS, |contender, i| {
        let threads = THREADS[i];
        let work = || _ = reads(contender, &body, TOTAL);
        let start = Instant::now();
        thread::scope(|scope| (0..threads).for_each(|_| _ = scope.spawn(work)));
        as_f64(threads) / start.elapsed().as_secs_f64()
    });

    let processors = thread::available_parallelism().map_or(1, usize::from);
    _ = writeln!(text, "In each row the first is 1.00. {} {processors} processors.", results::setting());
    text
}

/// A row for the baseline and for each of ours: the cost of each column as a ratio to that of the first.
fn table<const N: usize>(text: &mut String, title: &str, columns: [usize; N], cost: impl Fn(&Contender, usize) -> f64) {
    text.push_str(&markdown::header(title, columns.map(|count| count.to_string())));
    let baseline = [&contenders::ALL[contenders::BASELINE]];
    for contender in baseline.into_iter().chain(contenders::ALL.iter().filter(|contender| contender.is_ours)) {
        let ratios = ratios_to_first::<N>(|column| cost(contender, column));
        text.push_str(&markdown::row(contender.name, ratios.map(|ratio| format!("{ratio:.2}"))));
    }
    text.push('\n');
}

/// Each round measures all columns.
fn ratios_to_first<const N: usize>(cost: impl Fn(usize) -> f64) -> [f64; N] {
    let mut ratios = [const { Vec::new() }; N];
    for _ in 0..ROUNDS {
        let costs: [f64; N] = std::array::from_fn(&cost);
        for (ratios, one) in ratios.iter_mut().zip(costs) {
            ratios.push(one / costs[0]);
        }
    }
    ratios.map(|ratios| Ratio::of(ratios).median)
}

/// The time to read each of some bodies `times` times.
fn reads(contender: &Contender, bodies: &[String], times: usize) -> f64 {
    seconds(|| {
        for body in (0..times).flat_map(|_| bodies) {
            (contender.run)(body.as_bytes());
        }
    })
}

fn different_bodies(count: usize) -> Vec<String> {
    (0..count).map(|i| documents::typical().replace("533401372", &format!("{:09}", 533_401_372 + i))).collect()
}
