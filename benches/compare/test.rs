//! Every peer has the rules of `tests/table`, as `compare` asserts before it measures, and the plots show the tables.

use customer_schema_benches::{contenders, contract, plot};
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
