//! A request with one known fault gives the one report that it must give.

use customer_schema::strategy::{self, Broken, Fault};
use customer_schema::{Customer, ErrorBody, PutCustomer};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

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

/// The literal list below: each place with its codes, as contract.md has them.
#[test]
fn the_faults_are_those_of_the_contract() {
    let faults: Vec<_> = Fault::all().iter().map(ToString::to_string).collect();
    let mut expected = Vec::new();
    for (place, codes) in CONTRACT {
        expected.extend(codes.split(' ').map(|code| format!("{place} {code}")));
    }
    let missing: Vec<_> = expected.iter().filter(|fault| !faults.contains(fault)).collect();
    let unforeseen: Vec<_> = faults.iter().filter(|fault| !expected.contains(fault)).collect();
    assert_eq!((missing, unforeseen), (Vec::new(), Vec::new()));
    assert_eq!(faults.len(), expected.len());
}

const CONTRACT: [(&str, &str); 22] = [
    ("CustomerID", "too_short too_long"),
    ("Api-Signature", "malformed_signature"),
    ("Body", "malformed_json wrong_type"),
    ("FullName", "required duplicate wrong_type"),
    ("FullName.FirstName", "required duplicate wrong_type too_short too_long"),
    ("FullName.LastName", "required duplicate wrong_type too_short too_long"),
    ("FullName.MiddleName", "duplicate wrong_type too_short too_long"),
    ("DateOfBirth", "required duplicate wrong_type too_short too_long not_a_date"),
    ("Identities", "required duplicate wrong_type"),
    ("Identities[]", "wrong_type"),
    ("Identities[].IssuingCountry", "required duplicate wrong_type unknown_country"),
    ("Identities[].IDNumber", "required duplicate wrong_type too_short too_long"),
    ("Identities[].IssuedDate", "duplicate wrong_type too_short too_long not_a_date"),
    ("Identities[].ExpiryDate", "duplicate wrong_type too_short too_long not_a_date"),
    ("Identities[].IDType", "required duplicate wrong_type unknown_id_type"),
    ("PrimaryResidence", "required duplicate wrong_type"),
    ("PrimaryResidence.Street", "required duplicate wrong_type too_short too_long"),
    ("PrimaryResidence.Street2", "duplicate wrong_type"),
    ("PrimaryResidence.City", "required duplicate wrong_type too_short too_long"),
    ("PrimaryResidence.PostCode", "required duplicate wrong_type too_short too_long"),
    ("PrimaryResidence.State", "required duplicate wrong_type too_short too_long unknown_state"),
    ("PrimaryResidence.Country", "required duplicate wrong_type unknown_country"),
];

#[test]
fn each_fault_gives_its_report() {
    for fault in Fault::all() {
        let strategy = strategy::broken_where(|other| *other == fault);
        // There are 85 of them.
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
