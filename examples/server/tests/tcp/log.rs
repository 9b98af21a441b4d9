//! The log of the service. It must not have anything of a request.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::{Mutex, MutexGuard, Once, PoisonError};

/// Is in every value, name, path and header that a client chooses.
pub(crate) const MARK: &str = "zqmarkqz";

static LINES: Mutex<Vec<u8>> = Mutex::new(Vec::new());

fn lines() -> MutexGuard<'static, Vec<u8>> {
    LINES.lock().unwrap_or_else(PoisonError::into_inner)
}

struct Log;

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        lines().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Starts to record the log of the service and its dependencies, at every level.
pub(crate) fn start() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        tracing_subscriber::fmt()
            .with_max_level(tracing_subscriber::filter::LevelFilter::TRACE)
            .with_writer(|| Log)
            .with_ansi(false)
            .init();
    });
}

/// The log so far.
pub(crate) fn text() -> String {
    String::from_utf8_lossy(&lines()).into_owned()
}

/// The status of each request in the log, by its reference.
pub(crate) fn answered() -> BTreeMap<String, u16> {
    let text = text();
    let status = |line: &str| {
        let (_, rest) = line.split_once("request{instance=\"")?;
        let (instance, rest) = rest.split_once('"')?;
        let (_, status) =
            rest.split_once("finished processing request")?.1.split_once("status=")?;
        Some((instance.to_owned(), status.parse().ok()?))
    };
    text.lines().filter_map(status).collect()
}

/// Fails where the answer or the log so far has anything of a request.
#[track_caller]
pub(crate) fn assert_silent(answer: &str) {
    assert!(!answer.contains(MARK), "{answer}");
    let log = text();
    assert!(!log.is_empty(), "the log is recorded");
    if let Some(line) = log.lines().find(|line| line.contains(MARK)) {
        panic!("logged: {line}");
    }
}
