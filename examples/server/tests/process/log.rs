//! A log that cannot be written stops nothing.

use std::fs::OpenOptions;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::process::{Command, Stdio};
use std::time::Duration;

use tempfile::tempdir;

use crate::server::{Server, command, get, put};

/// Enough for more lines than a pipe holds (64 KiB), where each has some 100 bytes.
const REQUESTS: usize = 1_500;

/// Every request is answered, valid ones and others, and the process is still there.
fn check(mut server: Server, case: &str) {
    for (i, status) in [201, 204, 204].into_iter().enumerate() {
        assert_eq!(put(&server.address, "c-1815").ok(), Some(status), "{case}, {i}");
        assert_eq!(put(&server.address, "%zz").ok(), Some(400), "{case}, {i}");
        assert_eq!(get(&server.address, "/").ok(), Some(404), "{case}, {i}");
    }
    assert!(!server.has_ended(), "{case}");
}

#[test]
fn a_full_disk() {
    let folder = tempdir().unwrap();
    let full = OpenOptions::new().write(true).open("/dev/full").unwrap();
    check(Server::spawn(command(folder.path()).stderr(full)), "full");
}

#[test]
fn a_closed_standard_error() {
    let folder = tempdir().unwrap();
    let mut command = Command::new("sh");
    let server = env!("CARGO_BIN_EXE_customer-server");
    command
        .args(["-c", "exec \"$0\" 127.0.0.1:0 2>&-", server])
        .current_dir(folder.path())
        .env_remove("DATABASE_URL");
    check(Server::spawn(&mut command), "closed");
}

#[test]
fn a_broken_pipe() {
    let folder = tempdir().unwrap();
    let mut server = Server::spawn(command(folder.path()).stderr(Stdio::piped()));
    drop(server.stderr());
    check(server, "broken");
}

/// The pipe is open, and its reader does not read.
#[test]
fn a_full_pipe() {
    let folder = tempdir().unwrap();
    let mut server = Server::spawn(command(folder.path()).stderr(Stdio::piped()));
    let pipe = server.stderr();
    // All on one connection, which is faster.
    let mut stream = TcpStream::connect(&server.address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
    let request = "GET /unknown HTTP/1.1\r\nhost: localhost\r\n\r\n";
    let mut answer = [0; 512];
    for _ in 0..REQUESTS {
        stream.write_all(request.as_bytes()).unwrap();
        let length = stream.read(&mut answer).unwrap();
        assert!(answer[..length].starts_with(b"HTTP/1.1 404"));
    }
    check(server, "full pipe");
    drop(pipe);
}

/// The log that can be written has a line for each answer.
#[test]
fn a_log_that_is_read() {
    let folder = tempdir().unwrap();
    let mut server = Server::spawn(command(folder.path()).stderr(Stdio::piped()));
    let mut pipe = server.stderr().unwrap();
    assert_eq!(put(&server.address, "c-1815").ok(), Some(201));
    assert_eq!(put(&server.address, "%zz").ok(), Some(400));
    server.signal(rustix::process::Signal::TERM);
    assert!(server.wait().success());
    let mut log = String::new();
    pipe.read_to_string(&mut log).unwrap();
    assert!(log.contains("status=201") && log.contains("status=400"), "{log}");
    assert!(
        log.contains("stopped") && !log.contains("c-1815") && !log.contains("Lovelace"),
        "{log}"
    );
}
