//! Every peer has the rules of `tests/table`, as `compare` asserts before it measures, and the plots show the tables.

use std::thread;

use customer_schema_benches::{contenders, contract, features, plot};
use expect_test::expect_file;

#[test]
fn every_contender_has_the_rules_of_the_contract() {
    contract::verify(contenders::ALL);
}

/// `UPDATE_EXPECT=1 cargo test -p customer-schema-benches` draws them again.
#[test]
fn the_plots_are_drawn_from_the_tables() {
    expect_file!["../results/release/time.svg"].assert_eq(&plot::svg(include_str!("../results/release/time.md")));
    expect_file!["../results/lto/time.svg"].assert_eq(&plot::svg(include_str!("../results/lto/time.md")));
}

#[test]
fn the_table_of_features_is_derived() {
    // Unoptimized, sonic-rs takes over 2 MiB of stack to skip a thousand levels.
    let tables = thread::Builder::new().stack_size(64 << 20).spawn(features::tables).expect("a thread starts");
    expect_file!["../results/features.md"].assert_eq(&tables.join().expect("the probes end"));
}
