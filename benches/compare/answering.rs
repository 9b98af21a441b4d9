//! The time to answer an invalid body: read it, build the error body, serialize it.

use std::hint::black_box;

use customer_schema::Customer;
use customer_schema_benches::answer::{answer, error_body};
use customer_schema_benches::contenders::{ALL, BASELINE};
use customer_schema_benches::{documents, markdown, results};

use crate::measure::{Work, against_baseline};

/// The name that chooses this table on the command line.
pub(crate) const NAME: &str = "answering";

/// The document that the baseline reads, whichever body is answered.
const DOCUMENT: &str = "twelve violations";
/// The whole answer should take at most so much.
const TARGETS: [f64; 2] = [2.5, 45.0];

type Step = (&'static str, fn(&[u8]));

/// Each step repeats the one before it.
const STEPS: [Step; 3] = [
    ("read", |body| _ = black_box(Customer::from_json(body))),
    ("read, build the error body", |body| {
        _ = black_box(Customer::from_json(body).map_err(|violations| error_body(&violations)));
    }),
    ("read, build the error body, serialize it", |body| _ = black_box(answer(body))),
];

/// In Markdown: a column for each body, a row for each step.
pub(crate) fn table() -> String {
    let document = documents::ALL.iter().find(|document| document.name == DOCUMENT).expect("a document of this name");
    let twelve = &*document.bodies[0];
    let empty = empty_identities();

    let columns = [twelve, &empty].map(|body| {
        let baseline = |_, count| (0..count).for_each(|_| _ = (ALL[BASELINE].run)(twelve));
        let steps = STEPS.map(|(_, step)| move |_, count| (0..count).for_each(|_| step(black_box(body))));
        let [read, build, serialize] = &steps;
        let works: [Work<'_>; 4] = [&baseline, read, build, serialize];
        against_baseline(&works, 0)
    });

    let names = [DOCUMENT, "85 empty identities"].map(str::to_owned);
    let mut text = markdown::header("time to answer, by `serde_json` reading the first body unchecked", names);
    for (i, (step, _)) in STEPS.iter().enumerate() {
        text.push_str(&markdown::row(step, columns.iter().map(|ratios| ratios[i + 1].to_string())));
    }
    let violations = Customer::check_json(&empty).expect_err("empty identities are invalid");
    let [first, second] = TARGETS;
    text + &format!(
        "\nThe second body has {} bytes and {} violations, of which {} are in the answer. The targets of the last row \
         are {first:.2} and {second:.2}.\n\n{}\n",
        empty.len(),
        violations.total(),
        violations.len(),
        results::setting()
    )
}

/// The most violations for its length.
fn empty_identities() -> Vec<u8> {
    format!(r#"{{"Identities":[{}]}}"#, vec!["{}"; 85].join(",")).into_bytes()
}
