//! Memory stays linear in the input (S13): counted in allocations and bytes. `.ci/instructions` counts the work.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use allocation_counter::{AllocationInfo, measure};
use customer_schema::{ApiSignature, Customer, ErrorBody};

/// Shared with `.ci/instructions`, which counts the instructions that these bodies take.
#[path = "../benches/compare/hostile.rs"]
#[expect(unreachable_pub, reason = "its items are public in the package it belongs to")]
mod hostile;

use hostile::{FAMILIES, NAME, body, many};

const SIZES: [usize; 3] = [1_000, 8_000, 64_000];

/// The most memory that a report takes. It does not depend on the input.
const REPORT: u64 = 64 * 1024;

/// Buffers grow by doubling, so that all of them together are at most twice the last, and there are few.
#[track_caller]
fn assert_linear(name: &str, length: usize, info: AllocationInfo) {
    let AllocationInfo { count_total, bytes_total, .. } = info;
    assert!(bytes_total <= 4 * length as u64 + REPORT, "{name}: {bytes_total} bytes for {length}");
    assert!(count_total <= 40, "{name}: {count_total} allocations for {length} bytes");
}

/// The most memory at a time, beside the report, in percent of the body.
#[track_caller]
fn assert_peak(name: &str, length: usize, AllocationInfo { bytes_max, .. }: AllocationInfo, percent: u64) {
    let most = percent * length as u64 / 100 + REPORT;
    assert!(bytes_max <= most, "{name}: {bytes_max} bytes at a time for {length}, at most {most} expected");
}

#[test]
fn reading_a_body_is_linear() {
    for (name, body) in
        SIZES.iter().flat_map(|n| FAMILIES.iter().map(move |(name, body)| (name, body(*n).into_bytes())))
    {
        let checking = measure(|| drop(Customer::check_json(&body)));
        let reading = measure(|| drop(Customer::from_json(&body)));
        let recording = measure(|| drop(serde_json::from_slice::<Customer>(&body)));
        assert_linear(name, body.len(), checking);
        assert_linear(name, body.len(), reading);
        let is_escaped = body.contains(&b'\\');
        // A bit for each level.
        assert_peak(name, body.len(), checking, 20);
        // The customer as well, which has a growing list of identities. The content of strings with escapes may be as
        // long as the body, and the arena doubles.
        assert_peak(name, body.len(), reading, if is_escaped { 200 } else { 120 });
        // A value on a tape takes 8 bytes, at least two in JSON, and the tape doubles.
        assert_peak(name, body.len(), recording, 1_200);
        assert_linear(name, body.len(), measure(|| drop(Customer::unknown_properties(&body))));
    }
}

/// Also one word of 64 levels after a power of two, where a buffer that doubles takes most.
#[test]
fn open_containers_take_three_bits_for_two_bytes() {
    for words in [1, 64, 128, 1 << 10, 1 << 13] {
        let body = body(NAME, "", &format!(",\"x\":{}", "[".repeat(64 * (words + 1) + 1)));
        let AllocationInfo { bytes_max, .. } = measure(|| drop(Customer::check_json(body.as_bytes())));
        let length = body.len() as u64;
        assert!(bytes_max <= length * 3 / 16 + 4 * 1024, "{bytes_max} bytes at a time for {length}");
    }
}

/// Each takes memory in proportion to its own length, not to that of the body.
#[test]
fn deep_values_one_after_the_other() {
    let value = format!(",\"x\":{}{}", "[".repeat(5_000), "]".repeat(5_000));
    let body = body(NAME, "", &value.repeat(256));
    let AllocationInfo { bytes_total, .. } = measure(|| drop(Customer::check_json(body.as_bytes())));
    assert!(bytes_total <= body.len() as u64, "{bytes_total} bytes for {}", body.len());
}

#[test]
fn answering_costs_the_same_however_many_violations_there_are() {
    let answer = |n: usize| {
        let report = Customer::from_json(body(NAME, &many(n, "{}"), "").as_bytes()).expect_err("empty identities");
        let length =
            serde_json::to_vec(&ErrorBody::invalid_request(&report, "1", "PutCustomer")).map_or(0, |json| json.len());
        let info = measure(|| {
            let answer = ErrorBody::invalid_request(&report, "1", "PutCustomer");
            drop(serde_json::to_vec(&answer));
        });
        (length, info)
    };
    // Ten times as many have one digit more, in the sentence that counts them.
    let [(few_bytes, few), (more_bytes, more)] = [1_000, 10_000].map(answer);
    assert_eq!((few_bytes + 2, few.count_total), (more_bytes, more.count_total));
    assert!(more.bytes_max <= 128 * 1024, "{more:?}");
}

#[test]
fn reading_a_signature_is_linear() {
    // Three bytes of JSON are four characters: `{"":  `, `[[[`, `]]]`, `   ` and `  }`.
    let (open, deeper, higher, space, close) = ("eyIiOiAg", "W1tb", "XV1d", "ICAg", "ICB9");
    for n in SIZES {
        let deep = [open, &deeper.repeat(n), &higher.repeat(n), close].concat();
        let long = [open, &space.repeat(n), &space.repeat(n), "MCB9"].concat();
        let (header, last) = ("eyJhbGciOiJFUzI1NiJ9", "c2ln".repeat(n));
        for (name, payload) in [("a deep payload", deep), ("a long payload", long)] {
            let signature = format!("{header}.{payload}.{last}");
            let info = measure(|| assert!(signature.parse::<ApiSignature>().is_ok(), "{name}"));
            assert_linear(name, signature.len(), info);
        }
    }
}
