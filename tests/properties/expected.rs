//! A request with one known violation gives exactly the report to expect.

use customer_schema::strategy::{self, Broken, ViolationKind};
use customer_schema::{Customer, ErrorBody, PutCustomer};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::oracle::table::{self, Row, Rule};
use crate::{config, report};

/// As the reader reports it, and as it goes over the wire.
pub(crate) fn gives_its_report(broken: &Broken) -> Result<(), TestCaseError> {
    let Broken { request, violations, .. } = broken;
    let read = PutCustomer::parse(&request.customer_id, request.api_signature.as_deref(), &request.body);
    let on_the_wire = read.as_ref().err().map(|report| ErrorBody::invalid_request(report, "1", "PutCustomer"));
    let on_the_wire = on_the_wire.ok_or_else(|| TestCaseError::fail("accepted"))?;
    let paths: Vec<_> = on_the_wire.extensions.request.iter().map(|(path, _)| path).collect();
    prop_assert_eq!(paths, violations.iter().map(|(path, _)| path).collect::<Vec<_>>());
    prop_assert_eq!(&report(read), violations);
    Ok(())
}

/// Each path with each code that the table gives for it.
fn kinds_of_the_table() -> Vec<String> {
    let head = table::HEAD.iter().map(|row| (row, codes(row)));
    let mut kinds = vec!["Body malformed_json".to_owned(), "Body wrong_type".to_owned()];
    for row in table::PROPERTIES {
        if let Rule::Array = row.rule {
            kinds.push(format!("{} wrong_type", table::elements(row.path)));
        }
    }
    let body = table::PROPERTIES.iter().map(|row| {
        let required = row.required.then_some("required");
        (row, required.into_iter().chain(["duplicate", "wrong_type"]).chain(codes(row)).collect())
    });
    kinds
        .extend(head.chain(body).flat_map(|(row, codes)| codes.into_iter().map(|code| format!("{} {code}", row.path))));
    kinds
}

/// The codes of the reasons that a string can have.
fn codes(row: &Row) -> Vec<&'static str> {
    let (min, max) = row.rule.lengths().unwrap_or((0, None));
    let short = (min > 0).then_some("too_short");
    let long = max.map(|_| "too_long");
    let condition = row.conditions().next().map(|condition| condition.list.unknown);
    short.into_iter().chain(long).chain(row.rule.unknown()).chain(condition).collect()
}

#[test]
fn the_kinds_are_those_of_the_contract() {
    let kinds: Vec<_> = ViolationKind::all().iter().map(ToString::to_string).collect();
    let expected = kinds_of_the_table();
    let missing: Vec<_> = expected.iter().filter(|kind| !kinds.contains(kind)).collect();
    let unforeseen: Vec<_> = kinds.iter().filter(|kind| !expected.contains(kind)).collect();
    assert_eq!((missing, unforeseen), (Vec::new(), Vec::new()), "in the table alone, in the crate alone");
    assert_eq!(kinds.len(), expected.len());
}

#[test]
fn each_kind_gives_its_report() {
    for kind in ViolationKind::all() {
        let strategy = strategy::broken_where(|other| *other == kind);
        // There are many of them.
        let config = Config { cases: config().cases / 4, ..config() };
        let run = TestRunner::new(config).run(&strategy, |broken| gives_its_report(&broken));
        run.unwrap_or_else(|failure| panic!("{kind}: {failure}"));
    }
}

proptest! {
    #![proptest_config(Config { cases: 4 * config().cases, ..config() })]

    #[test]
    fn the_body_alone_gives_the_same_report(broken in strategy::broken()) {
        prop_assert_eq!(&report(Customer::from_json(&broken.request.body)), &broken.violations);
        prop_assert_eq!(&report(Customer::check_json(&broken.request.body)), &broken.violations);
    }
}

/// A test of no request would pass.
#[test]
#[should_panic(expected = "accepts no kind")]
fn a_choice_of_no_kind_panics() {
    let _ = strategy::broken_where(|_| false);
}
