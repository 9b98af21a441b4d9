//! A request with one known violation gives exactly the report to expect.

use customer_schema::strategy::{self, Broken, Fault};
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
fn faults_of_the_table() -> Vec<String> {
    let head = table::HEAD.iter().map(|row| (row, codes(row)));
    let mut faults = vec!["Body malformed_json".to_owned(), "Body wrong_type".to_owned()];
    for row in table::PROPERTIES {
        if let Rule::Array = row.rule {
            faults.push(format!("{} wrong_type", table::elements(row.path)));
        }
    }
    let body = table::PROPERTIES.iter().map(|row| {
        let required = row.required.then_some("required");
        (row, required.into_iter().chain(["duplicate", "wrong_type"]).chain(codes(row)).collect())
    });
    faults
        .extend(head.chain(body).flat_map(|(row, codes)| codes.into_iter().map(|code| format!("{} {code}", row.path))));
    faults
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
fn the_faults_are_those_of_the_contract() {
    let faults: Vec<_> = Fault::all().iter().map(ToString::to_string).collect();
    let expected = faults_of_the_table();
    let missing: Vec<_> = expected.iter().filter(|fault| !faults.contains(fault)).collect();
    let unforeseen: Vec<_> = faults.iter().filter(|fault| !expected.contains(fault)).collect();
    assert_eq!((missing, unforeseen), (Vec::new(), Vec::new()), "in the table alone, in the crate alone");
    assert_eq!(faults.len(), expected.len());
}

#[test]
fn each_fault_gives_its_report() {
    for fault in Fault::all() {
        let strategy = strategy::broken_where(|other| *other == fault);
        // There are many of them.
        let config = Config { cases: config().cases / 4, ..config() };
        let run = TestRunner::new(config).run(&strategy, |broken| gives_its_report(&broken));
        run.unwrap_or_else(|failure| panic!("{fault}: {failure}"));
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
#[should_panic(expected = "accepts no fault")]
fn a_choice_of_no_fault_panics() {
    let _ = strategy::broken_where(|_| false);
}
