//! The two random choices from which all strategies are made: a small number, and whether a value is present.
//!
//! The unions, shuffles and collections of proptest are made for a runner, not for the bytes of a fuzzer. They split
//! the bytes at every step, so that few choices depend on them. Some draw until a number suits them, which never ends
//! after the last byte.

use alloc::vec::Vec;
use core::{fmt, iter};

use proptest::prelude::*;
use proptest::strategy::{NewTree, ValueTree};
use proptest::test_runner::TestRunner;

/// A number below `count`, which must not be 0. The number shrinks to 0.
pub(super) const fn choice(count: usize) -> Choice {
    Choice { count, ends: false }
}

/// A number below `count`. The least, the greatest and small ones occur more often than by chance.
pub(super) const fn with_ends(count: usize) -> Choice {
    Choice { count, ends: true }
}

/// An element of a list that is not empty. It shrinks to the first.
pub(super) fn one_of<T: Clone + fmt::Debug + 'static>(list: impl Into<Vec<T>>) -> impl Strategy<Value = T> + Clone {
    let list = list.into();
    choice(list.len()).prop_filter_map("one of the list", move |index| list.get(index).cloned())
}

/// A value, or none. It shrinks to none.
pub(super) const fn optional<S: Strategy>(strategy: S) -> Optional<S> {
    Optional { strategy }
}

/// `count` values.
pub(super) fn exactly<S: Strategy + Clone>(count: usize, strategy: S) -> Vec<S> {
    iter::repeat_n(strategy, count).collect()
}

/// At most `most` values. They shrink by leaving out any of them.
pub(super) fn up_to<S: Strategy + Clone>(most: usize, strategy: S) -> impl Strategy<Value = Vec<S::Value>> + Clone {
    exactly(most, optional(strategy)).prop_map(|values| values.into_iter().flatten().collect())
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Choice {
    count: usize,
    ends: bool,
}

impl Choice {
    fn draw(self, runner: &mut TestRunner) -> usize {
        // Few bytes for few choices. If `count` does not divide 256 or 65,536, the first choices occur a little more
        // often.
        let mut bytes = [0; 2];
        let (used, _) = bytes.split_at_mut(if self.count > 256 { 2 } else { 1 });
        runner.rng().fill_bytes(used);
        usize::from(u16::from_le_bytes(bytes)) % self.count
    }
}

impl Strategy for Choice {
    type Tree = Chosen;
    type Value = usize;

    fn new_tree(&self, runner: &mut TestRunner) -> NewTree<Self> {
        let drawn = self.draw(runner);
        let current = match if self.ends { choice(8).draw(runner) } else { 0 } {
            1..=4 => drawn % self.count.min(8),
            5 | 6 => self.count - 1,
            _ => drawn,
        };
        Ok(Chosen { least: 0, current, greatest: current })
    }
}

/// Shrinks to 0 in one step if that still fails, since most choices do not matter to a failure and a runner takes a
/// limited number of steps. Otherwise it halves.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chosen {
    /// The least number that may fail.
    least: usize,
    current: usize,
    /// The least number that is known to fail.
    greatest: usize,
}

impl Chosen {
    fn halve(&mut self) {
        self.current = if self.least == 0 { 0 } else { self.least.midpoint(self.greatest) };
    }
}

impl ValueTree for Chosen {
    type Value = usize;

    fn current(&self) -> usize {
        self.current
    }

    fn simplify(&mut self) -> bool {
        self.greatest = self.current;
        let simpler = self.least < self.greatest;
        if simpler {
            self.halve();
        }
        simpler
    }

    fn complicate(&mut self) -> bool {
        let more_complex = self.current < self.greatest;
        if more_complex {
            self.least = self.current + 1;
            self.halve();
        }
        more_complex
    }
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Optional<S> {
    strategy: S,
}

impl<S: Strategy> Strategy for Optional<S> {
    type Tree = Present<S::Tree>;
    type Value = Option<S::Value>;

    fn new_tree(&self, runner: &mut TestRunner) -> NewTree<Self> {
        let is_present = choice(2).new_tree(runner)?;
        let value = (is_present.current > 0).then(|| self.strategy.new_tree(runner)).transpose()?;
        Ok(Present { is_present, value })
    }
}

/// Shrinks the value only if it has to be present.
#[derive(Clone, Copy, Debug)]
pub(super) struct Present<T> {
    is_present: Chosen,
    value: Option<T>,
}

impl<T> Present<T> {
    fn value(&mut self) -> Option<&mut T> {
        self.value.as_mut().filter(|_| self.is_present.current > 0)
    }
}

impl<T: ValueTree> ValueTree for Present<T> {
    type Value = Option<T::Value>;

    fn current(&self) -> Option<T::Value> {
        self.value.as_ref().filter(|_| self.is_present.current > 0).map(ValueTree::current)
    }

    fn simplify(&mut self) -> bool {
        self.is_present.simplify() || self.value().is_some_and(ValueTree::simplify)
    }

    fn complicate(&mut self) -> bool {
        self.is_present.complicate() || self.value().is_some_and(ValueTree::complicate)
    }
}
