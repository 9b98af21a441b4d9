//! Files that cannot be read, output that cannot be written and wrong arguments: exit status 2 and a message.

use std::fs::File;
use std::process::Output;

use crate::batch::SIZE;
use crate::{command, run, stderr, stdout, validate};

const MODES: [&[&str]; 4] = [&[], &["--explain"], &["--lines", "--threads", "1"], &["--lines", "--threads", "2"]];

#[track_caller]
fn assert_message(output: &Output, message: &str) {
    assert_eq!((output.status.code(), stdout(output)), (Some(2), ""));
    assert!(stderr(output).contains(message), "{}", stderr(output));
    assert!(!stderr(output).contains("panicked"), "{}", stderr(output));
}

#[test]
fn input_that_cannot_be_read() {
    for mode in MODES {
        assert_message(&validate(&[mode, &["no-such-file"]].concat(), b""), "validate: no-such-file: ");
        assert_message(&validate(&[mode, &["examples"]].concat(), b""), "validate: examples: ");
    }
}

#[test]
fn wrong_arguments() {
    let cases: [&[&str]; 8] = [
        &["--unknown"],
        &["one", "two"],
        &["--lines", "--threads"],
        &["--lines", "--threads", "0"],
        &["--lines", "--threads", "many"],
        &["--threads", "2"],
        &["--lines", "--explain"],
        &["--lines=yes"],
    ];
    for args in cases {
        assert_message(&validate(args, b"{}"), "\nusage: validate ");
    }
}

#[cfg(target_os = "linux")]
fn full() -> File {
    File::options().write(true).open("/dev/full").expect("Linux has this file")
}

/// More than two batches, so that all threads are at work when writing fails.
fn many_lines() -> Vec<u8> {
    b"{}\n".repeat(SIZE)
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_is_full() {
    for mode in MODES {
        for input in [&b"{}\n"[..], &many_lines()] {
            let mut command = command(mode);
            command.stdout(full());
            assert_message(&run(command, input), "validate: standard output: ");
        }
    }
}

/// The status still tells what happened.
#[cfg(target_os = "linux")]
#[test]
fn messages_that_cannot_be_written() {
    for mode in MODES {
        let mut command = command(mode);
        command.stderr(full());
        assert_eq!(run(command, b"{}\n").status.code(), Some(1), "{mode:?}");
        let mut command = crate::command(mode);
        command.stdout(full()).stderr(full());
        assert_eq!(run(command, b"{}\n").status.code(), Some(2), "{mode:?}");
    }
}

#[test]
fn output_that_is_closed() {
    for mode in MODES {
        let mut process = command(mode).spawn().expect("the program starts");
        drop(process.stdout.take());
        let mut stdin = process.stdin.take().expect("piped");
        let writer = std::thread::spawn(move || std::io::Write::write_all(&mut stdin, &many_lines()));
        assert_message(&process.wait_with_output().expect("the program ends"), "validate: standard output: ");
        // Fails where the program ended before it had read everything.
        let _ = writer.join().expect("no panic");
    }
}
