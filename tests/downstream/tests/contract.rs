//! The service against the contract: what has to be accepted, and what has to be answered.

use customer_schema::strategy::{self, Broken, Request};
use downstream::{Mistake, Service};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestError, TestRunner};
use serde_json::Value;

fn accepts(mut service: Service, request: &Request) -> Result<(), TestCaseError> {
    for status in [201, 204] {
        let answer = service.put(&request.customer_id, request.api_signature.as_deref(), &request.body);
        prop_assert_eq!(answer.status, status, "{}", answer.body);
    }
    Ok(())
}

fn refuses(mut service: Service, broken: &Broken) -> Result<(), TestCaseError> {
    let Broken { request, violations, .. } = broken;
    let answer = service.put(&request.customer_id, request.api_signature.as_deref(), &request.body);
    prop_assert_eq!(answer.status, 400);
    let body: Value = serde_json::from_str(&answer.body).expect("JSON");
    let reported = body["Extensions"]["Request"].as_object().expect("a map");
    prop_assert!(reported.keys().eq(violations.iter().map(|(path, _)| path)), "{}", answer.body);
    Ok(())
}

fn run<S: Strategy>(
    strategy: &S,
    property: impl Fn(&S::Value) -> Result<(), TestCaseError>,
) -> Result<(), TestError<S::Value>> {
    let config = Config { failure_persistence: None, ..Config::default() };
    TestRunner::new(config).run(strategy, |value| property(&value))
}

#[test]
fn the_service_keeps_the_contract() {
    let any_violation = strategy::broken_where(|_| true);
    run(&strategy::request(), |request| accepts(Service::default(), request)).expect("every valid request is accepted");
    run(&any_violation, |broken| refuses(Service::default(), broken)).expect("every violation is answered");
}

/// The valid request with which a run finds the mistake.
#[track_caller]
fn refused_by(mistake: Mistake) -> Request {
    match run(&strategy::request(), |request| accepts(Service::with(mistake), request)) {
        Err(TestError::Fail(_, request)) => request,
        other => panic!("{mistake:?} is not found: {other:?}"),
    }
}

#[test]
fn a_run_finds_what_refuses_unknown_properties() {
    let request = refused_by(Mistake::DeniesUnknownProperties);
    let body: Value = serde_json::from_slice(&request.body).expect("JSON");
    assert_eq!(body["FullName"].as_object().map(serde_json::Map::len), Some(3), "{request:?}");
}

#[test]
fn a_run_finds_what_counts_bytes() {
    let request = refused_by(Mistake::CountsBytes);
    assert!(request.customer_id.len() > 36 && request.customer_id.chars().count() <= 36, "{request:?}");
}

#[test]
fn a_run_finds_what_cuts_characters() {
    let request = refused_by(Mistake::CutsCharacters);
    let body: Value = serde_json::from_slice(&request.body).expect("JSON");
    let name = body["FullName"]["LastName"].as_str().expect("a name");
    assert!(!name.is_char_boundary(12), "{request:?}");
}

#[test]
fn a_run_finds_what_takes_null_for_absence() {
    match run(&strategy::broken(), |broken| refuses(Service::with(Mistake::DropsNulls), broken)) {
        Err(TestError::Fail(_, broken)) => {
            assert!(["wrong_type", "duplicate"].contains(&broken.kind.code()), "{broken:?}")
        }
        other => panic!("not found: {other:?}"),
    }
}
