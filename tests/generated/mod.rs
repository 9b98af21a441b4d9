//! Files that are generated from the tables.

use std::path::PathBuf;
use std::{env, fs};

/// Compares a file, or writes it where `.ci/regenerate` has set `REGENERATE`.
#[track_caller]
pub(crate) fn assert_generated(path: &str, generated: &str) {
    if env::var_os("REGENERATE").is_some() {
        fs::write(in_repository(path), generated).expect("a writable folder");
    }
    let committed = fs::read_to_string(in_repository(path)).unwrap_or_default();
    let same = generated.lines().zip(committed.lines()).take_while(|(new, old)| new == old).count();
    let line = |text: &str| text.lines().nth(same).unwrap_or("the end of the file").to_owned();
    assert!(
        committed == generated,
        "{path} differs from what the tables generate, first in line {}: run .ci/regenerate\n\
         committed: {}\ngenerated: {}",
        same + 1,
        line(&committed),
        line(generated),
    );
}

pub(crate) fn read(path: &str) -> String {
    fs::read_to_string(in_repository(path)).expect("a committed file")
}

pub(crate) fn in_repository(path: &str) -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), path].iter().collect()
}
