//! Every peer has the rules of `tests/table`, as `compare` asserts before it measures, and the plots and tables that are
//! committed show the results.

use std::thread;

use customer_schema_benches::{contenders, contract, features, plot, readme};
use expect_test::expect_file;

#[test]
fn every_contender_has_the_rules_of_the_contract() {
    contract::verify(&contenders::ALL);
}

#[test]
fn the_plots_are_drawn_from_the_tables() {
    expect_file!["../results/release/time.svg"].assert_eq(&plot::svg(include_str!("../results/release/time.md")));
    expect_file!["../results/lto/time.svg"].assert_eq(&plot::svg(include_str!("../results/lto/time.md")));
}

#[test]
fn the_table_of_features_is_derived() {
    expect_file!["../results/features.md"].assert_eq(&on_large_stack(features::tables));
}

#[test]
fn the_comparison_in_the_readme_is_derived() {
    let (readme, times) = (include_str!("../../README.md"), include_str!("../results/release/time.md"));
    let (before, rest) = readme.split_once(readme::BEGIN).expect("the README has the beginning");
    let (_, after) = rest.split_once(readme::END).expect("the README has the end");
    let table = on_large_stack(move || readme::comparison(times));
    expect_file!["../../README.md"].assert_eq(&[before, readme::BEGIN, &table, readme::END, after].concat());
}

/// Unoptimized, sonic-rs takes over 2 MiB of stack to skip a thousand levels.
fn on_large_stack(text: impl FnOnce() -> String + Send + 'static) -> String {
    let thread = thread::Builder::new().stack_size(64 << 20).spawn(text).expect("a thread starts");
    thread.join().expect("the probes end")
}
