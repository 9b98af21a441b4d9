//! The strategies generate every kind of request that their docs promise.

mod valid;
mod wrong;

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use regex::Regex;

/// How many draws are enough, whatever the contract is. The rarest kind comes up in one draw of 600, so that it is
/// missed in one of ten million contracts. Most tests stop much earlier.
const DRAWS: usize = 16 * 600;

/// The same draws each time, so that no run misses by chance what another has.
fn draws<S: Strategy>(strategy: S) -> impl Iterator<Item = S::Value> {
    let mut runner = TestRunner::deterministic();
    (0..DRAWS).map(move |_| strategy.new_tree(&mut runner).expect("a value").current())
}

/// Draws until there is a text for each pattern.
#[track_caller]
fn assert_kinds(
    what: &str,
    texts: impl IntoIterator<Item = String>,
    patterns: impl IntoIterator<Item = impl AsRef<str>>,
) {
    let patterns = patterns.into_iter().map(|pattern| Regex::new(pattern.as_ref()).expect("a pattern"));
    let mut missing: Vec<_> = patterns.collect();
    let mut count = 0;
    for text in texts {
        missing.retain(|pattern| !pattern.is_match(&text));
        count += 1;
        if missing.is_empty() {
            return;
        }
    }
    panic!("{what}: no {missing:?} among {count} texts");
}

/// Draws until each of the values was there.
#[track_caller]
fn assert_values<T: PartialEq + std::fmt::Debug>(what: &str, values: impl IntoIterator<Item = T>, expected: Vec<T>) {
    let mut missing = expected;
    for value in values {
        missing.retain(|other| *other != value);
        if missing.is_empty() {
            return;
        }
    }
    panic!("{what}: {missing:?} is not drawn");
}
