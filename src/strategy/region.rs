//! Countries and states: pairs that go together, and pairs that do not (S8).

use alloc::string::String;
use alloc::vec::Vec;

use proptest::strategy::{BoxedStrategy, Strategy};

use super::choice::{choice, one_of, optional};
use super::json::Json;
use crate::{CodeRule, CountryCode, State, StateCountry};

/// A country and a state in it.
#[derive(Clone, Debug)]
pub(super) struct Pair {
    pub(super) country: String,
    pub(super) state: String,
}

impl Pair {
    pub(super) const COUNTRY: &'static str = "Country";
    pub(super) const STATE: &'static str = "State";

    /// Puts them into the properties of an address.
    pub(super) fn put_into(&self, properties: &mut [(String, Json)]) {
        for (name, value) in properties {
            match name.as_str() {
                Self::COUNTRY => *value = Json::Text(self.country.clone()),
                Self::STATE => *value = Json::Text(self.state.clone()),
                _ => {}
            }
        }
    }
}

/// Countries with states that go with them; those that prescribe codes for half of the time.
pub(super) fn matching() -> impl Strategy<Value = Pair> {
    let elsewhere = CountryCode::all().filter(|country| StateCountry::of(*country).is_none());
    let elsewhere = (one_of(elsewhere.map(CountryCode::as_str).collect::<Vec<_>>()), names());
    (optional(pairs(CodeRule::valid)), elsewhere)
        .prop_map(|(pair, (country, state))| pair.unwrap_or_else(|| Pair { country: country.into(), state }))
}

/// Countries that prescribe codes, with states that are none of them although their length is right.
pub(super) fn mismatched() -> BoxedStrategy<Pair> {
    pairs(|codes| codes.unknown(names())).boxed()
}

/// Names of states. A code of one country is a name in another.
fn names() -> BoxedStrategy<String> {
    (choice(4), State::RULE.valid(), pairs(CodeRule::valid))
        .prop_map(|(kind, name, pair)| if kind == 1 { pair.state } else { name })
        .boxed()
}

fn pairs(states: impl Fn(CodeRule) -> BoxedStrategy<String>) -> impl Strategy<Value = Pair> {
    let pairs: Vec<_> = StateCountry::ALL
        .iter()
        .map(|country| states(country.rule()).prop_map(move |state| Pair { country: country.as_str().into(), state }))
        .collect();
    (choice(pairs.len()), pairs).prop_filter_map("one of the pairs", |(i, pairs)| pairs.into_iter().nth(i))
}
