//! The example `validate`, run as a program. `cargo test` builds it; `cargo test --test validate` alone does not.

#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

#[allow(dead_code, reason = "its limits are read, the rest is run as a program")]
#[path = "../../examples/validate/batch.rs"]
mod batch;
#[allow(dead_code, reason = "the rest is run as a program")]
#[path = "../../examples/validate/explain.rs"]
mod example;
mod explain;
mod failures;
mod lines;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::{env, fs, thread};

use customer_schema::{Customer, ErrorBody};

/// The program, next to the folder of this test.
fn program() -> PathBuf {
    let test = env::current_exe().expect("a path");
    let folder = test.parent().and_then(Path::parent).expect("the folder of the profile");
    let program = folder.join("examples").join("validate").with_extension(env::consts::EXE_EXTENSION);
    let modified = |path: &Path| fs::metadata(path).and_then(|metadata| metadata.modified()).ok();
    // Cargo writes the sources of the program and of the library beside it.
    let sources = fs::read_to_string(program.with_extension("d")).unwrap_or_default();
    let last_change = sources.split_whitespace().skip(1).map(|source| modified(Path::new(source))).max();
    let is_new = last_change.is_some_and(|last_change| modified(&program) >= last_change);
    assert!(is_new, "{} is missing or old: `cargo test` builds it", program.display());
    program
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn command(args: &[&str]) -> Command {
    let mut command = Command::new(program());
    command.args(args).current_dir(root()).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs the program with an input.
fn run(mut command: Command, input: &[u8]) -> Output {
    let mut process = command.spawn().expect("the program starts");
    let mut stdin = process.stdin.take().expect("piped");
    thread::scope(|scope| {
        // Fails where the program ends before it has read everything.
        scope.spawn(move || stdin.write_all(input));
        process.wait_with_output().expect("the program ends")
    })
}

fn validate(args: &[&str], input: &[u8]) -> Output {
    run(command(args), input)
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).expect("UTF-8")
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).expect("UTF-8")
}

#[test]
fn one_body() {
    let broken = fs::read(root().join("examples/data/broken.json")).expect("a file");
    let violations = Customer::from_json(&broken).expect_err("it is broken");
    let error = ErrorBody::invalid_request(&violations, "validate", "PutCustomer");
    let expected = serde_json::to_string_pretty(&error).expect("it can be written") + "\n";
    let inputs = [(&["examples/data/broken.json"][..], &b""[..]), (&[], &broken), (&["-"], &broken)];
    for (args, input) in inputs {
        let output = validate(args, input);
        assert_eq!((stdout(&output), stderr(&output), output.status.code()), (&*expected, "", Some(1)));
    }
    let output = validate(&["examples/data/valid-jp.json"], b"");
    assert_eq!((stdout(&output), output.status.code()), ("valid\n", Some(0)));
}

#[test]
fn the_exit_status_of_an_invalid_body_can_be_zero() {
    for mode in [&[][..], &["--explain"], &["--lines"], &["--lines", "--threads", "2"]] {
        let with_option = [mode, &["--exit-zero"]].concat();
        assert_eq!(validate(mode, b"{}").status.code(), Some(1), "{mode:?}");
        let (usual, output) = (validate(mode, b"{}"), validate(&with_option, b"{}"));
        assert_eq!(output.status.code(), Some(0), "{mode:?}");
        assert_eq!(stdout(&output), stdout(&usual), "{mode:?}");
        assert_eq!(validate(&[mode, &["--exit-zero", "no-such-file"]].concat(), b"").status.code(), Some(2));
    }
}

#[test]
fn help() {
    let output = validate(&["--help"], b"");
    assert!(stdout(&output).starts_with("usage: validate "));
    assert_eq!(output.status.code(), Some(0));
}
