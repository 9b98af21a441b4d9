//! Texts of a server for a line of a log.

use core::fmt::{self, Write};

/// Shows the start of a text in printable ASCII. Everything else, and the backslash, is escaped, so that the text can
/// neither end the line nor change how the rest of it reads.
pub(super) struct Excerpt<'t>(pub(super) &'t str);

impl Excerpt<'_> {
    /// The greatest number of characters that are shown. An escape has at most ten.
    const MAX_CHARS: usize = 64;
}

impl fmt::Display for Excerpt<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut chars = self.0.chars();
        for c in chars.by_ref().take(Self::MAX_CHARS) {
            match c {
                ' '..='~' if c != '\\' => f.write_char(c)?,
                _ => write!(f, "{}", c.escape_default())?,
            }
        }
        if chars.next().is_some() { f.write_str("..") } else { Ok(()) }
    }
}

impl fmt::Debug for Excerpt<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{self}\"")
    }
}
