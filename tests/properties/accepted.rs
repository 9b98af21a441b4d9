//! A valid request is accepted, stored unchanged, and written so that it is accepted again.

use std::fmt::Debug;
use std::mem;

use customer_schema::{ApiSignature, CalendarDate, Customer, Property, PutCustomer, Region, Rule, strategy};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::config;
use crate::oracle::Document;

proptest! {
    #![proptest_config(config())]

    #[test]
    fn valid_requests_are_accepted(request in strategy::request()) {
        let read = PutCustomer::parse(&request.customer_id, request.api_signature.as_deref(), &request.body);
        let read = read.map_err(|report| TestCaseError::fail(report.to_string()))?;
        prop_assert_eq!(Customer::from_json(&request.body), Ok(read.customer));
        prop_assert_eq!(Ok(()), Customer::check_json(&request.body));
        prop_assert_eq!(read.customer_id.as_str(), request.customer_id);
        prop_assert_eq!(read.api_signature.map(ApiSignature::into_string), request.api_signature);
    }

    /// S1 and S3: the written body is the body that was read, without unknown properties.
    #[test]
    fn nothing_known_is_changed(body in strategy::body()) {
        if let Some(mut document) = Document::read(&body) {
            let customer = Customer::from_json(body.as_bytes()).expect("a valid body");
            take_unknown(&mut document.value, Rule::Object(&Customer::RULE));
            prop_assert_eq!(serde_json::to_value(&customer).expect("JSON"), document.value);
        }
    }

    #[test]
    fn equal_customers_give_equal_bytes(body in strategy::body()) {
        let customer = Customer::from_json(body.as_bytes()).expect("a valid body");
        let written = serde_json::to_vec(&customer).expect("JSON");
        let again = Customer::from_json(&written).expect("a customer was written");
        prop_assert_eq!(&again, &customer);
        prop_assert_eq!(serde_json::to_vec(&again).expect("JSON"), written);
    }

    #[test]
    fn regions_are_made_of_their_own_parts(region: Region) {
        prop_assert_eq!(Region::new(region.country(), region.state()), Ok(region));
    }

    #[test]
    fn dates_are_made_of_their_own_numbers(date: CalendarDate) {
        prop_assert_eq!(CalendarDate::new(date.year(), date.month(), date.day()), Ok(date));
        prop_assert_eq!(date.to_iso8601().parse(), Ok(date));
    }
}

/// Leaves what the contract knows, and returns the other properties.
pub(crate) fn take_unknown(value: &mut Value, rule: Rule) -> Vec<(String, Value)> {
    let mut unknown = Vec::new();
    match (value, rule) {
        (Value::Object(object), Rule::Object(known)) => {
            for (name, mut value) in mem::take(object) {
                if let Some(property) = known.properties.iter().find(|property: &&Property| property.name == name) {
                    unknown.extend(take_unknown(&mut value, property.rule));
                    object.insert(name, value);
                } else {
                    unknown.push((name, value));
                }
            }
        }
        (Value::Array(elements), Rule::Array(known)) => {
            unknown.extend(elements.iter_mut().flat_map(|element| take_unknown(element, Rule::Object(known))));
        }
        _ => {}
    }
    unknown
}

/// Every value that is generated is also accepted: not one is drawn in vain.
#[track_caller]
fn survives<T: Arbitrary + Serialize + DeserializeOwned + PartialEq + Debug>() {
    let config = Config { max_local_rejects: 0, ..config() };
    let survives = |value: T| {
        let written = serde_json::to_string(&value).expect("JSON");
        prop_assert_eq!(serde_json::from_str::<T>(&written).expect("a value was written"), value);
        Ok(())
    };
    TestRunner::new(config).run(&any::<T>(), survives).unwrap_or_else(|failure| panic!("{failure}"));
}

#[test]
fn every_type_survives_a_round_trip() {
    macro_rules! survive {
        ($($rule:ident $Type:ident $path:literal $example:expr,)+) => {
            $(survive!(@$rule $Type);)+
        };
        (@boolean $Type:ident) => {};
        (@$rule:ident $Type:ident) => { survives::<customer_schema::$Type>() };
    }
    types!(survive!);
    survives::<Customer>();
}

#[test]
fn every_request_survives_a_round_trip() {
    let config = Config { max_local_rejects: 0, ..config() };
    let survives = |request: PutCustomer| {
        let body = serde_json::to_vec(&request.customer).expect("JSON");
        let signature = request.api_signature.as_ref().map(ApiSignature::as_str);
        prop_assert_eq!(PutCustomer::parse(request.customer_id.as_str(), signature, &body), Ok(request));
        Ok(())
    };
    TestRunner::new(config).run(&any::<PutCustomer>(), survives).unwrap_or_else(|failure| panic!("{failure}"));
}
