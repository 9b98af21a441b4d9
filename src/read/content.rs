//! The content of a string, whose escapes may not be resolved yet.

use core::fmt::{self, Write};
use core::num::NonZeroUsize;

use compact_str::CompactString;

use super::escape::Unescape;
use super::string_end::string_end;
use crate::rule::count;

/// The content of a string.
#[derive(Clone, Copy)]
pub(crate) enum Content<'a> {
    /// The content itself, in the input or in an arena.
    Plain(&'a str),
    /// A part of JSON.
    Escaped(Escaped<'a>),
}

impl Content<'_> {
    /// Whether the content is `name`, which is ASCII.
    #[inline(always)]
    pub(crate) fn is(self, name: &str) -> bool {
        match self {
            Self::Plain(content) => content == name,
            Self::Escaped(content) => content.count() == name.len() && content.is(name),
        }
    }

    /// Calls `f` with the content. `None` if it has escapes and is too long for a [`Short`].
    #[inline(always)]
    pub(crate) fn with_short<R>(self, f: impl Fn(&str) -> R) -> Option<R> {
        match self {
            Self::Plain(content) => Some(f(content)),
            Self::Escaped(content) => content.with_short(f),
        }
    }

    #[inline]
    pub(crate) fn to_compact(self) -> CompactString {
        match self {
            Self::Plain(content) => content.into(),
            Self::Escaped(content) => content.resolve(),
        }
    }
}

/// The content of a JSON string with escapes. They are valid, and resolved where the content is needed. Most checks
/// need only its length.
#[derive(Clone, Copy)]
pub(crate) struct Escaped<'a> {
    /// The JSON text from the content on.
    json: &'a str,
    /// Not zero, so that [`Content`] needs no tag.
    count: NonZeroUsize,
}

impl<'a> Escaped<'a> {
    pub(super) fn new(json: &'a str, Count(count): Count) -> Self {
        // An escape is a character.
        Self { json, count: NonZeroUsize::new(count).unwrap_or(NonZeroUsize::MIN) }
    }

    /// The number of characters.
    pub(crate) const fn count(self) -> usize {
        self.count.get()
    }

    #[cold]
    #[inline(never)]
    fn is(self, name: &str) -> bool {
        self.with_short(|content| content == name) == Some(true)
    }

    /// Calls `f` with the content. `None` if it is too long for a [`Short`].
    #[inline]
    pub(crate) fn with_short<R>(self, f: impl FnOnce(&str) -> R) -> Option<R> {
        if self.count() > Short::MAX {
            return None;
        }
        let mut short = Short::default();
        self.write_to(&mut short);
        short.as_str().map(f)
    }

    /// The content, without escapes.
    #[cold]
    #[inline(never)]
    pub(crate) fn resolve(self) -> CompactString {
        let mut content = CompactString::with_capacity(self.count());
        self.write_to(&mut content);
        content
    }

    fn write_to(self, out: &mut impl Write) {
        let end = string_end(self.json.as_bytes(), 0);
        // The string was taken before, so it is valid.
        _ = Unescape::new(self.json, 0, false).write_to(end, out);
    }
}

/// Counts the characters that are written.
#[derive(Default)]
pub(super) struct Count(usize);

impl Write for Count {
    #[inline]
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 += count(text);
        Ok(())
    }

    #[inline]
    fn write_char(&mut self, _: char) -> fmt::Result {
        self.0 += 1;
        Ok(())
    }
}

/// A text that is at least as long as every name, code and date, and takes no allocation.
#[derive(Default)]
struct Short {
    bytes: [u8; Self::MAX],
    /// More than `MAX` if something was too long.
    len: usize,
}

impl Short {
    const MAX: usize = 24;

    fn as_str(&self) -> Option<&str> {
        core::str::from_utf8(self.bytes.get(..self.len)?).ok()
    }
}

impl Write for Short {
    #[inline]
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let start = self.len;
        self.len += text.len();
        if let Some(bytes) = self.bytes.get_mut(start..self.len) {
            bytes.copy_from_slice(text.as_bytes());
        }
        Ok(())
    }
}
