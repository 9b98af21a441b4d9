//! Conditions: values of two properties that go together, and values that do not ([S8](crate::guide::contract#S8)).

use alloc::string::String;
use alloc::vec::Vec;

use proptest::strategy::{BoxedStrategy, Strategy};

use super::choice::{choice, one_of, optional};
use super::json::Json;
use crate::{CodeRule, Condition, ObjectRule, Property, Rule};

/// The conditions about the same two properties of an object.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Group {
    when: &'static Property,
    then: &'static Property,
    conditions: &'static [Condition],
}

/// Values of the two properties.
#[derive(Clone, Debug)]
pub(super) struct Pair {
    when: (&'static str, String),
    then: (&'static str, String),
}

impl Pair {
    pub(super) fn put_into(&self, properties: &mut [(String, Json)]) {
        for (name, value) in properties {
            let other = [&self.when, &self.then].into_iter().find(|(other, _)| other == name);
            if let Some((_, text)) = other {
                *value = Json::Text(text.clone());
            }
        }
    }
}

pub(super) fn groups(object: &'static ObjectRule) -> impl Iterator<Item = Group> {
    let find = |name| object.properties.iter().find(|property| property.name == name);
    let is_same = |a: &Condition, b: &Condition| (a.when, a.then) == (b.when, b.then);
    object.conditions.chunk_by(is_same).filter_map(move |conditions| {
        let [first, ..] = conditions else { return None };
        Some(Group { when: find(first.when)?, then: find(first.then)?, conditions })
    })
}

impl Group {
    /// The property that is restricted, with the rule of the first condition.
    pub(super) fn then(self) -> (&'static str, Rule) {
        let rule = self.conditions.first().map_or(self.then.rule, |condition| Rule::Code(condition.codes));
        (self.then.name, rule)
    }

    /// The rule of the second property on its own.
    pub(super) const fn own_rule(self) -> Rule {
        self.then.rule
    }

    fn pair(self, when: &str, then: String) -> Pair {
        Pair { when: (self.when.name, when.into()), then: (self.then.name, then) }
    }

    /// Values that go together, half of them by a condition. `values` are those of the second property on its own.
    pub(super) fn matching(self, values: BoxedStrategy<Json>) -> BoxedStrategy<Pair> {
        let is_unconditional = |code: &&str| self.conditions.iter().all(|condition| condition.is != *code);
        let others: Vec<_> = match self.when.rule {
            Rule::Code(rule) => rule.codes().into_iter().map(|(code, _)| code).filter(is_unconditional).collect(),
            _ => Vec::new(),
        };
        let other = (one_of(others), self.names(values)).prop_map(move |(when, then)| self.pair(when, then));
        (optional(self.pairs(CodeRule::valid)), other).prop_map(|(pair, other)| pair.unwrap_or(other)).boxed()
    }

    /// Values that a condition refuses, although the second one is valid on its own.
    pub(super) fn mismatched(self, values: &BoxedStrategy<Json>) -> BoxedStrategy<Pair> {
        self.pairs(|codes| codes.not_in_list(self.names(values.clone())))
    }

    /// Values of the second property for a first one without a condition, sometimes a code of a condition.
    fn names(self, values: BoxedStrategy<Json>) -> BoxedStrategy<String> {
        (choice(4), values, self.pairs(CodeRule::valid))
            .prop_filter_map("a text", |(kind, name, pair)| match name {
                Json::Text(name) => Some(if kind == 1 { pair.then.1 } else { name }),
                _ => None,
            })
            .boxed()
    }

    fn pairs(self, then: impl Fn(CodeRule) -> BoxedStrategy<String>) -> BoxedStrategy<Pair> {
        let pair =
            |condition: &'static Condition| then(condition.codes).prop_map(move |then| self.pair(condition.is, then));
        let pairs: Vec<_> = self.conditions.iter().map(pair).collect();
        (choice(pairs.len()), pairs).prop_filter_map("one of the pairs", |(i, pairs)| pairs.into_iter().nth(i)).boxed()
    }
}
