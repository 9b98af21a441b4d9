//! Any bytes as a body.

#![no_main]

mod compared;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = compared::body(bytes);
});
