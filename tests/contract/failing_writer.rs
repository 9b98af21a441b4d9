//! Writers that fail once. Their error has to be returned, or a text with a gap would be taken for a whole one.

use std::{fmt, io};

/// Fails once, behind so many pieces; `None` once it has.
pub(crate) struct FailsOnce(Option<usize>);

impl FailsOnce {
    fn fails(&mut self) -> bool {
        let fails = self.0 == Some(0);
        self.0 = self.0.and_then(|pieces| pieces.checked_sub(1));
        fails
    }
}

impl fmt::Write for FailsOnce {
    fn write_str(&mut self, _: &str) -> fmt::Result {
        if self.fails() { Err(fmt::Error) } else { Ok(()) }
    }
}

impl io::Write for FailsOnce {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.fails() { Err(io::ErrorKind::Other.into()) } else { Ok(bytes.len()) }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Fails at each piece in turn. `write` returns whether everything was written.
#[track_caller]
pub(crate) fn assert_error_is_returned(what: &str, write: impl Fn(&mut FailsOnce) -> bool) {
    for pieces in 0.. {
        let mut writer = FailsOnce(Some(pieces));
        let written = write(&mut writer);
        assert_eq!(written, writer.0.is_some(), "{what}: {pieces}");
        if written {
            assert!(pieces > 0, "{what}");
            break;
        }
    }
}
