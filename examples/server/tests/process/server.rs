//! The process, and a client that sends one request on each connection.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

/// Far more than a test takes.
pub(crate) const BOUND: Duration = Duration::from_secs(120);

pub(crate) const BODY: &str = include_str!("../../../data/valid-gb.json");

/// The command that starts the server on a free port, with its database in a folder.
pub(crate) fn command(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_customer-server"));
    command.arg("127.0.0.1:0").current_dir(folder).env_remove("DATABASE_URL");
    command
}

/// A server that ends with the test.
pub(crate) struct Server {
    process: Child,
    pub(crate) address: String,
}

impl Server {
    /// Starts the server without its log.
    pub(crate) fn start(folder: &Path, arguments: &[&str]) -> Self {
        Self::spawn(command(folder).args(arguments).stderr(Stdio::null()))
    }

    pub(crate) fn spawn(command: &mut Command) -> Self {
        let mut process = command.stdout(Stdio::piped()).spawn().expect("the server starts");
        let mut line = String::new();
        let stdout = process.stdout.take().expect("piped");
        BufReader::new(stdout).read_line(&mut line).expect("a line");
        let address = line.trim().strip_prefix("listening on ").expect(&line).to_owned();
        Self { process, address }
    }

    /// The standard error, if it is a pipe.
    pub(crate) fn stderr(&mut self) -> Option<std::process::ChildStderr> {
        self.process.stderr.take()
    }

    pub(crate) fn signal(&self, signal: Signal) {
        kill_process(Pid::from_child(&self.process), signal).expect("the server runs");
    }

    pub(crate) fn has_ended(&mut self) -> bool {
        self.process.try_wait().expect("a process").is_some()
    }

    /// Waits for the end of the process.
    pub(crate) fn wait(&mut self) -> ExitStatus {
        let start = Instant::now();
        while !self.has_ended() {
            assert!(start.elapsed() < BOUND, "the server ends");
            std::thread::sleep(Duration::from_millis(5));
        }
        self.process.wait().expect("a process")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Runs a server that does not start. Returns its exit code and its standard error.
pub(crate) fn refusal(command: &mut Command) -> (Option<i32>, String) {
    let command = command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut process = command.spawn().expect("a process");
    let mut line = String::new();
    let stdout = process.stdout.take().expect("piped");
    BufReader::new(stdout).read_line(&mut line).expect("text");
    if !line.is_empty() {
        process.kill().expect("it runs");
    }
    let output = process.wait_with_output().expect("text");
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

/// A request in two parts, so that a test can do something in between.
pub(crate) struct Open {
    stream: TcpStream,
    rest: Vec<u8>,
}

impl Open {
    /// Sends all of a valid request but the last bytes.
    pub(crate) fn put(address: &str, id: &str) -> io::Result<Self> {
        Self::put_body(address, id, BODY)
    }

    fn put_body(address: &str, id: &str, body: &str) -> io::Result<Self> {
        let mut stream = TcpStream::connect(address)?;
        stream.set_read_timeout(Some(BOUND))?;
        let request = format!(
            "PUT /customers/{id} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n\
             content-length: {}\r\nconnection: close\r\n\r\n{body}",
            body.len()
        );
        let (start, rest) = request.split_at(request.len() - 9);
        stream.write_all(start.as_bytes())?;
        Ok(Self { stream, rest: rest.into() })
    }

    /// Sends the rest. Returns the status of the answer.
    pub(crate) fn finish(self) -> io::Result<u16> {
        Ok(self.answer()?.0)
    }

    fn answer(mut self) -> io::Result<(u16, String)> {
        self.stream.write_all(&self.rest)?;
        answer(self.stream)
    }
}

/// The status and the body of an answer.
fn answer(mut stream: TcpStream) -> io::Result<(u16, String)> {
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    let status = answer.split(' ').nth(1).and_then(|status| status.parse().ok());
    let (Some(status), Some((_, body))) = (status, answer.split_once("\r\n\r\n")) else {
        return Err(io::ErrorKind::UnexpectedEof.into());
    };
    Ok((status, body.to_owned()))
}

/// Sends a valid request. Returns the status of the answer.
pub(crate) fn put(address: &str, id: &str) -> io::Result<u16> {
    Open::put(address, id)?.finish()
}

/// Sends a request with a body. Returns the status and the body of the answer.
pub(crate) fn put_body(address: &str, id: &str, body: &str) -> io::Result<(u16, String)> {
    Open::put_body(address, id, body)?.answer()
}

/// Sends a request without a body. Returns the status of the answer.
pub(crate) fn get(address: &str, path: &str) -> io::Result<u16> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(BOUND))?;
    write!(stream, "GET {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n")?;
    Ok(answer(stream)?.0)
}
