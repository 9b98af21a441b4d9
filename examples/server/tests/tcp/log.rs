//! What the service logs, and what must never be in it.

use std::io::{self, Write};
use std::sync::{Mutex, MutexGuard, Once, PoisonError};

/// Stands in every request, in each value, name, path and header that a client chooses.
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

/// Keeps all that is logged, at every level, by the service and by what it is built on.
pub(crate) fn keep() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        tracing_subscriber::fmt()
            .with_max_level(tracing_subscriber::filter::LevelFilter::TRACE)
            .with_writer(|| Log)
            .with_ansi(false)
            .init();
    });
}

/// All that was logged so far.
pub(crate) fn text() -> String {
    String::from_utf8_lossy(&lines()).into_owned()
}

/// Neither this nor the log so far has anything that a client sent.
#[track_caller]
pub(crate) fn assert_silent(answer: &str) {
    assert!(!answer.contains(MARK), "{answer}");
    let log = text();
    assert!(!log.is_empty(), "the log is kept");
    if let Some(line) = log.lines().find(|line| line.contains(MARK)) {
        panic!("logged: {line}");
    }
}
