//! The files of the results, and the machine they were measured on.

use std::process::Command;
use std::{env, fs};

/// The profile of this program: the name of the folder in which Cargo built it.
///
/// # Panics
///
/// Where the program was not built by Cargo.
#[must_use]
pub fn profile() -> String {
    let program = env::current_exe().expect("the program has a path");
    // The folder is TARGET/PROFILE/deps for a benchmark.
    let folder = program.ancestors().nth(2).and_then(|folder| folder.file_name());
    folder.expect("Cargo has a folder for each profile").to_string_lossy().into_owned()
}

/// Writes a result to `benches/results/PROFILE`.
///
/// # Panics
///
/// Where the folder cannot be written to.
pub fn write(file: &str, text: &str) {
    let folder = format!("{}/results/{}", env!("CARGO_MANIFEST_DIR"), profile());
    fs::create_dir_all(&folder).expect("the folder can be made");
    fs::write(format!("{folder}/{file}"), text).expect("the file can be written");
}

/// The processor, the compiler and the profile, in a sentence.
#[must_use]
pub fn setting() -> String {
    let cpu_info = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = |line: &str| Some(line.strip_prefix("model name")?.split_once(':')?.1.trim().to_owned());
    let processor = cpu_info.lines().find_map(model).unwrap_or_else(|| env::consts::ARCH.to_owned());
    let compiler = Command::new("rustc").arg("--version").output().map_or_else(
        |_| "rustc".to_owned(),
        |output| String::from_utf8_lossy(&output.stdout).split(" (").next().unwrap_or_default().to_owned(),
    );
    format!("Measured on {processor}, {}, {compiler}, profile `{}`.", env::consts::OS, profile())
}
