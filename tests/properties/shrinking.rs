//! The strategies themselves: how they shrink, and how the bytes of a fuzzer choose their values.

use std::collections::BTreeSet;

use customer_schema::Customer;
use customer_schema::strategy::{self, ViolationKind};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestError, TestRunner};

use crate::config;
use crate::document::Doc;
use crate::oracle::table::{self, Row};

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

/// The simplest body with these texts, by the paths of objects and the names in them.
fn simplest_with(texts: &[(&str, &str, &str)]) -> String {
    let mut doc = Doc::parse(&simplest());
    assert_eq!(doc.write(), simplest(), "a body without white space");
    for (object, name, text) in texts {
        *doc.properties(object)
            .iter_mut()
            .find(|property| property.0 == *name)
            .map(|property| &mut property.1)
            .expect(name) = Doc::Scalar((*text).into());
    }
    doc.write()
}

const RESIDENCE: &str = "PrimaryResidence";

#[test]
fn a_limit_shrinks_to_the_limit() {
    let limit = table::limits("PrimaryResidence.City").1 / 2;
    let body = shrunk(|body| read(body).primary_residence.city.as_str().chars().count() <= limit);
    assert_eq!(body, simplest_with(&[(RESIDENCE, "City", &"a".repeat(limit + 1))]));
}

#[test]
fn a_code_shrinks_to_the_code() {
    for condition in table::CONDITIONS {
        let body = shrunk(|body| read(body).primary_residence.region.country().as_str() != condition.is);
        let first = condition.list.codes().next().expect("a code");
        let texts = [(RESIDENCE, "Country", condition.is), (RESIDENCE, "State", first)];
        assert_eq!(body, simplest_with(&texts));
    }
}

/// Of the last two required properties of the residence.
#[test]
fn an_order_shrinks_to_the_order() {
    let required: Vec<_> = table::properties_of(RESIDENCE).filter(|row| row.required).map(Row::name).collect();
    let [.., before, last] = required[..] else { panic!("{required:?}") };
    let is_swapped = |doc: &mut Doc| {
        let names: Vec<_> = doc.properties(RESIDENCE).iter().map(|(name, _)| name.as_str()).collect();
        names.windows(2).any(|pair| pair == [last, before])
    };
    let body = shrunk(|body| !is_swapped(&mut Doc::parse(body)));
    let mut expected = Doc::parse(&simplest());
    let properties = expected.properties(RESIDENCE);
    let end = properties.len();
    properties.swap(end - 2, end - 1);
    assert_eq!(body, expected.write());
}

#[test]
fn an_escape_shrinks_to_little_more_than_the_escape() {
    let body = shrunk(|body| !body.contains("\\u00"));
    assert!(body.len() < 2 * simplest().len(), "{body}");
}

/// A character that has to be escaped shrinks to its usual escape.
#[test]
fn a_character_shrinks_to_its_usual_escape() {
    for character in ['\n', '"', '\x1f'] {
        let body = shrunk(|body| !read(body).primary_residence.city.as_str().contains(character));
        assert_eq!(body, simplest_with(&[(RESIDENCE, "City", read(&body).primary_residence.city.as_str())]));
    }
}

/// A list has no maximum (R9), so some are long.
#[test]
fn a_long_list_shrinks_to_one_document_over_and_over() {
    let body = shrunk(|body| read(body).identities.len() < 10);
    let documents = read(&body).identities;
    assert!(documents.len() == 50 && documents.iter().all(|document| *document == documents[0]), "{body}");
}

/// A runner takes a limited number of steps: the first is to the plain formatting, and none is for what is gone.
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
        // 256 of them are choices of the formatting.
        assert!(steps < 268 + 4 * table::PROPERTIES.len(), "{steps}");
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

/// A failing test shows the request as text, which can be copied into a test.
#[test]
fn requests_and_kinds_are_shown_as_text() {
    let mut request = strategy::from_bytes(&strategy::request(), &[]).expect("a request");
    request.body = b"{\"FullName\"".to_vec();
    let shown = "Request { customer_id: \"a\", api_signature: None, body: r##\"{\"FullName\"\"## }";
    assert_eq!(format!("{request:?}"), shown);
    request.body = b"\xff\"".to_vec();
    let shown = r#"Request { customer_id: "a", api_signature: None, body: b"\xff\"" }"#;
    assert_eq!(format!("{request:?}"), shown);

    let kinds = format!("{:?}", ViolationKind::all());
    assert!(kinds.contains("ViolationKind(Identities[].IDNumber too_long), "), "{kinds}");
}

/// Every kind can be reached, also by a run of zeros.
#[test]
fn bytes_choose_the_kind() {
    let strategy = strategy::broken();
    let chosen = |byte| strategy::from_bytes(&strategy, &[byte]).expect("a broken request").kind.to_string();
    let reached: BTreeSet<_> = (0..=u8::MAX).map(chosen).collect();
    assert_eq!(reached.len(), ViolationKind::all().iter().filter(|kind| kind.is_in_body()).count());
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
