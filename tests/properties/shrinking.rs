//! The strategies themselves: how they shrink, and how a fuzzer's bytes steer them.

use std::collections::BTreeSet;

use customer_schema::Customer;
use customer_schema::strategy::{self, Fault};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestError, TestRunner};

use crate::config;

/// The body that is left of a failure.
#[track_caller]
fn shrunk(passes: impl Fn(&str) -> bool) -> String {
    // Many cases, so that what is rare is found as well; no more steps to shrink than by default.
    let config = Config { cases: 4096, max_shrink_iters: 1024, ..config() };
    let run = TestRunner::new(config).run(&strategy::body(), |body| {
        prop_assert!(passes(&body));
        Ok(())
    });
    match run {
        Err(TestError::Fail(_, body)) => body,
        other => panic!("the strategy does not find it: {other:?}"),
    }
}

fn simplest() -> String {
    strategy::from_bytes(&strategy::body(), &[]).expect("a body")
}

#[test]
fn a_limit_shrinks_to_the_limit() {
    let body = shrunk(|body| read(body).primary_residence.city.as_str().chars().count() <= 50);
    let expected = simplest().replace("\"City\":\"a\"", &format!("\"City\":\"{}\"", "a".repeat(51)));
    assert_eq!(body, expected);
}

#[test]
fn a_code_shrinks_to_the_code() {
    let body = shrunk(|body| read(body).primary_residence.region.country().as_str() != "US");
    let expected = simplest().replace("\"AD\"", "\"US\"").replace("\"State\":\"a\"", "\"State\":\"AL\"");
    assert_eq!(body, expected);
}

#[test]
fn an_order_shrinks_to_the_order() {
    let body = shrunk(|body| {
        let behind = body.split_once("\"Country\":\"").and_then(|(_, rest)| rest.split_once('"'));
        !behind.is_some_and(|(_, rest)| rest.starts_with(",\"State\":"))
    });
    let expected = simplest().replace("\"State\":\"a\",\"Country\":\"AD\"", "\"Country\":\"AD\",\"State\":\"a\"");
    assert_eq!(body, expected);
}

#[test]
fn an_escape_shrinks_to_little_more_than_the_escape() {
    let body = shrunk(|body| !body.contains("\\u00"));
    assert!(body.len() < 2 * simplest().len(), "{body}");
}

/// What has to be escaped is so in the usual way.
#[test]
fn a_character_shrinks_to_its_usual_escape() {
    for character in ['\n', '"', '\x1f'] {
        let body = shrunk(|body| !read(body).primary_residence.city.as_str().contains(character));
        let city = serde_json::to_string(&read(&body).primary_residence.city).expect("JSON");
        assert_eq!(body, simplest().replace("\"City\":\"a\"", &format!("\"City\":{city}")));
    }
}

/// A list has no maximum (R9), so some are long.
#[test]
fn a_long_list_shrinks_to_one_document_over_and_over() {
    let body = shrunk(|body| read(body).identities.len() < 10);
    let documents = read(&body).identities;
    assert!(documents.len() == 50 && documents.iter().all(|document| *document == documents[0]), "{body}");
}

/// A runner takes a limited number of steps: the first is to the plain spelling, and none is for what is gone.
#[test]
fn few_steps_lead_to_the_simplest() {
    let mut runner = TestRunner::deterministic();
    for _ in 0..64 {
        let mut tree = strategy::body().new_tree(&mut runner).expect("a body");
        assert!(tree.simplify());
        assert!(tree.current().starts_with('{'), "plain: {}", tree.current());
        let mut steps = 1;
        while tree.simplify() {
            steps += 1;
        }
        assert_eq!(tree.current(), simplest());
        // 256 of them are choices of the spelling.
        assert!(steps < 340, "{steps}");
    }
}

/// A step that is taken back leaves the value as it was, so that what does not matter comes out as it went in.
#[test]
fn steps_that_are_taken_back_change_nothing() {
    let mut runner = TestRunner::new(config());
    for _ in 0..16 {
        let mut tree = strategy::body().new_tree(&mut runner).expect("a body");
        let body = tree.current();
        while tree.simplify() {
            while tree.complicate() {}
            assert_eq!(tree.current(), body);
        }
    }
}

fn read(body: &str) -> Customer {
    Customer::from_json(body.as_bytes()).expect("a valid body")
}

/// What a failing test shows can be read, and put into a test of one's own.
#[test]
fn requests_and_faults_are_shown_as_text() {
    let mut request = strategy::from_bytes(&strategy::request(), &[]).expect("a request");
    request.body = b"{\"FullName\"".to_vec();
    let shown = "Request { customer_id: \"a\", api_signature: None, body: r##\"{\"FullName\"\"## }";
    assert_eq!(format!("{request:?}"), shown);
    request.body = b"\xff\"".to_vec();
    let shown = r#"Request { customer_id: "a", api_signature: None, body: b"\xff\"" }"#;
    assert_eq!(format!("{request:?}"), shown);

    let faults = format!("{:?}", Fault::all());
    assert!(faults.contains("Fault(Identities[].IDNumber too_long), "), "{faults}");
}

/// Every fault can be reached, and a run of zeros is no trap.
#[test]
fn bytes_choose_the_fault() {
    let strategy = strategy::broken();
    let chosen = |byte| strategy::from_bytes(&strategy, &[byte]).expect("a broken request").fault.to_string();
    let reached: BTreeSet<_> = (0..=u8::MAX).map(chosen).collect();
    assert_eq!(reached.len(), Fault::all().iter().filter(|fault| fault.is_in_body()).count());
}

/// As `from_bytes` promises.
#[test]
fn a_thousand_bytes_are_enough() {
    let strategy = strategy::body();
    for byte in 0..=u8::MAX {
        let enough = strategy::from_bytes(&strategy, &[byte; 1000]);
        assert_eq!(enough, strategy::from_bytes(&strategy, &[byte; 8000]), "{byte}");
    }
}

#[test]
fn any_bytes_choose_something() {
    let (valid, broken) = (strategy::body(), strategy::broken());
    let run = TestRunner::new(config()).run(&prop::collection::vec(any::<u8>(), 0..2000), |bytes| {
        let body = strategy::from_bytes(&valid, &bytes);
        prop_assert!(body.is_some_and(|body| Customer::from_json(body.as_bytes()).is_ok()));
        let broken = strategy::from_bytes(&broken, &bytes);
        prop_assert!(broken.is_some_and(|broken| Customer::from_json(&broken.request.body).is_err()));
        Ok(())
    });
    run.unwrap_or_else(|failure| panic!("{failure}"));
}
