//! Customers as JSON, by the tables of their members.

use alloc::string::String;
use alloc::vec::Vec;
use core::iter;

use proptest::strategy::{BoxedStrategy, Strategy};

use super::choice::{choice, exactly, optional, up_to};
use super::json::Json;
use super::region::{Pair, matching};
use super::unknown::unknown_members;
use super::{date, signature};
use crate::report::Step;
use crate::{Customer, Member, Rule, StreetAddress};

/// More than a list that is thought of as short can hold.
const MANY: usize = 50;

/// Customers that have what these steps lead to.
pub(super) fn customer(to: &[Step]) -> BoxedStrategy<Json> {
    object(Customer::MEMBERS, to)
}

/// Values that keep a rule.
pub(super) fn value(rule: Rule, to: &[Step]) -> BoxedStrategy<Json> {
    match rule {
        Rule::Text(rule) => rule.valid().prop_map(Json::Text).boxed(),
        Rule::Date(_) => date::valid().prop_map(Json::Text).boxed(),
        Rule::Code(rule) => rule.valid().prop_map(Json::Text).boxed(),
        Rule::Signature => signature::valid().prop_map(Json::Text).boxed(),
        Rule::Object(members) => object(members, to),
        Rule::Array(members) => {
            let first = exactly(to.len().min(1), object(members, to.get(1..).unwrap_or_default()));
            let more = up_to(2, object(members, &[]));
            // There is no maximum, so seldom the same ones over and over.
            let times = choice(32).prop_map(|choice| if choice == 31 { MANY } else { 1 });
            (first, more, times)
                .prop_map(|(first, more, times)| {
                    Json::Array(iter::repeat_n([first, more].concat(), times).flatten().collect())
                })
                .boxed()
        }
    }
}

/// Objects with these members in any order, some of the optional ones, and some that are unknown.
fn object(members: &'static [Member], to: &[Step]) -> BoxedStrategy<Json> {
    let documented: Vec<_> = members
        .iter()
        .map(|member| {
            let to = to.split_first().filter(|(step, _)| **step == Step::Name(member.name)).map(|(_, rest)| rest);
            let needed = member.required || to.is_some();
            let value = value(member.rule, to.unwrap_or_default());
            let value = if needed { value.prop_map(Some).boxed() } else { optional(value).boxed() };
            value.prop_map(move |value| Some((String::from(member.name), value?)))
        })
        .collect();
    // They are sorted by keys, so that the others keep their order where one is left out.
    let keys = optional(exactly(members.len() + 2, choice(16)));
    let object = (unknown_members(members), documented, keys).prop_map(|(unknown, documented, keys)| {
        let members = documented.into_iter().chain(unknown);
        let keys = keys.unwrap_or_default().into_iter().chain(iter::repeat(0));
        let mut keyed: Vec<_> = members.zip(keys).filter_map(|(member, key)| Some((key, member?))).collect();
        keyed.sort_by_key(|(key, _)| *key);
        keyed.into_iter().map(|(_, member)| member).collect::<Vec<_>>()
    });
    if members == StreetAddress::MEMBERS {
        let related = |(mut members, pair): (Vec<_>, Pair)| {
            pair.put_into(&mut members);
            Json::Object(members)
        };
        (object, matching()).prop_map(related).boxed()
    } else {
        object.prop_map(Json::Object).boxed()
    }
}
