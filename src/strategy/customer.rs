//! Customers as JSON, made from the tables of properties.

use alloc::string::String;
use alloc::vec::Vec;
use core::iter;

use proptest::strategy::{BoxedStrategy, Strategy};

use super::choice::{choice, exactly, optional, up_to};
use super::condition::groups;
use super::json::Json;
use super::unknown::unknown_properties;
use super::{date, signature};
use crate::report::Step;
use crate::{Customer, ObjectRule, Rule};

/// More elements than a store for short lists can hold.
const MANY: usize = 50;

/// Customers with a value at the end of these steps.
pub(super) fn customer(to: &[Step]) -> BoxedStrategy<Json> {
    object(&Customer::RULE, to)
}

/// Values that follow a rule.
pub(super) fn value(rule: Rule, to: &[Step]) -> BoxedStrategy<Json> {
    match rule {
        Rule::Text(rule) => rule.valid().prop_map(Json::Text).boxed(),
        Rule::Date(_) => date::valid().prop_map(Json::Text).boxed(),
        Rule::Code(rule) => rule.valid().prop_map(Json::Text).boxed(),
        Rule::Signature => signature::valid().prop_map(Json::Text).boxed(),
        Rule::Object(rule) => object(rule, to),
        Rule::Array(element) => {
            let first = exactly(to.len().min(1), object(element, to.get(1..).unwrap_or_default()));
            let more = up_to(2, object(element, &[]));
            // There is no maximum, so some lists repeat their elements.
            let times = choice(32).prop_map(|choice| if choice == 31 { MANY } else { 1 });
            (first, more, times)
                .prop_map(|(first, more, times)| {
                    Json::Array(iter::repeat_n([first, more].concat(), times).flatten().collect())
                })
                .boxed()
        }
    }
}

/// Objects with the required and some of the optional properties in any order, and some unknown ones.
fn object(rule: &'static ObjectRule, to: &[Step]) -> BoxedStrategy<Json> {
    let properties = rule.properties;
    let documented: Vec<_> = properties
        .iter()
        .map(|property| {
            let to = to.split_first().filter(|(step, _)| **step == Step::Name(property.name)).map(|(_, rest)| rest);
            let needed = property.required || to.is_some();
            let value = value(property.rule, to.unwrap_or_default());
            let value = if needed { value.prop_map(Some).boxed() } else { optional(value).boxed() };
            value.prop_map(move |value| Some((String::from(property.name), value?)))
        })
        .collect();
    // Sorted by keys, so that the order of the others does not change when shrinking leaves one out.
    let keys = optional(exactly(properties.len() + 2, choice(16)));
    let object = (unknown_properties(properties), documented, keys).prop_map(|(unknown, documented, keys)| {
        let properties = documented.into_iter().chain(unknown);
        let keys = keys.unwrap_or_default().into_iter().chain(iter::repeat(0));
        let mut keyed: Vec<_> = properties.zip(keys).filter_map(|(property, key)| Some((key, property?))).collect();
        keyed.sort_by_key(|(key, _)| *key);
        keyed.into_iter().map(|(_, property)| property).collect::<Vec<_>>()
    });
    let pairs: Vec<_> = groups(rule).map(|group| group.matching(value(group.own_rule(), &[]))).collect();
    (object, pairs)
        .prop_map(|(mut properties, pairs)| {
            for pair in pairs {
                pair.put_into(&mut properties);
            }
            Json::Object(properties)
        })
        .boxed()
}
