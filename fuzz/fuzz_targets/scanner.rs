//! A location, and any bytes to put there: a body, a value that is skipped, a string or a name that is read.
//!
//! Each run tests one location, which is several times as fast as testing all.

#![no_main]

#[path = "../../tests/json_oracle/mod.rs"]
mod json_oracle;

use json_oracle::SKIPPED;
use libfuzzer_sys::Corpus;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| -> Corpus {
    match bytes.split_first() {
        None => return Corpus::Reject,
        Some((b'b', body)) => json_oracle::assert_agrees_on_body(body),
        Some((b't', text)) => json_oracle::assert_agrees_on_content(text),
        Some((b'n', name)) => json_oracle::assert_agrees_on_name(name),
        Some((location, value)) => {
            json_oracle::assert_agrees_where_skipped(SKIPPED[usize::from(*location) % SKIPPED.len()], value);
        }
    }
    Corpus::Keep
});
