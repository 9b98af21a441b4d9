//! What the strategies make is as various as they promise: each kind comes up in a run.

mod valid;
mod wrong;

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use regex::Regex;

/// The same draws each time, so that no run misses by chance what another has.
fn draws<S: Strategy>(strategy: S) -> impl Iterator<Item = S::Value> {
    let mut runner = TestRunner::deterministic();
    (0..600).map(move |_| strategy.new_tree(&mut runner).expect("a value").current())
}

/// For each pattern one text at least.
#[track_caller]
fn assert_kinds(what: &str, texts: &[String], patterns: impl IntoIterator<Item = impl AsRef<str>>) {
    for pattern in patterns {
        let pattern = Regex::new(pattern.as_ref()).expect("a pattern");
        assert!(texts.iter().any(|text| pattern.is_match(text)), "{what}: no {pattern} among {} texts", texts.len());
    }
}
