//! Any bytes as a body.

#![no_main]

mod judged;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = judged::body(bytes);
});
