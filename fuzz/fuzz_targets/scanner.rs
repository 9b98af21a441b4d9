//! A place, and any bytes to stand there: as a body, as a value that is skipped, as a string or a name that is read.
//!
//! One place for each run, which is several times as fast as all of them.

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
        Some((place, value)) => {
            json_oracle::assert_agrees_where_skipped(SKIPPED[usize::from(*place) % SKIPPED.len()], value);
        }
    }
    Corpus::Keep
});
