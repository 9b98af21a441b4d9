//! The content of a string, whose escapes may not be resolved yet.

use core::fmt::{self, Write};

use compact_str::CompactString;

use super::escape::Parts;
use crate::rule::count;

/// The content of a string.
///
/// A struct and not an enum, which is copied in wider parts than it was stored: with fat LTO a read took a fifth more
/// time.
#[derive(Clone, Copy)]
pub(crate) struct Content<'a> {
    /// The content itself or, if it has escapes, the rest of the JSON text from its first character on.
    text: &'a str,
    /// The number of characters if the content has escapes, otherwise 0.
    escaped: usize,
}

impl<'a> Content<'a> {
    /// A content in the input or in an arena.
    #[inline(always)]
    pub(crate) const fn plain(text: &'a str) -> Self {
        Self { text, escaped: 0 }
    }

    /// A content with escapes, which are valid. It has at least one character.
    #[inline(always)]
    pub(super) const fn escaped(json: &'a str, Count(count): Count) -> Self {
        Self { text: json, escaped: count }
    }

    /// The content, or its JSON text if it has escapes.
    #[inline(always)]
    pub(crate) const fn as_plain(self) -> Result<&'a str, Escaped<'a>> {
        match self {
            Self { text, escaped: 0 } => Ok(text),
            Self { text, escaped } => Err(Escaped { json: text, count: escaped }),
        }
    }

    /// Whether the content is `name`, which is ASCII.
    #[inline(always)]
    pub(crate) fn is(self, name: &str) -> bool {
        match self.as_plain() {
            Ok(content) => content == name,
            Err(content) => content.count == name.len() && content.is(name),
        }
    }

    /// Calls `f` with the content. `None` if it has escapes and is too long for a [`Short`].
    #[inline(always)]
    pub(crate) fn with_short<R>(self, f: impl FnOnce(&str) -> R) -> Option<R> {
        match self.as_plain() {
            Ok(content) => Some(f(content)),
            Err(content) => content.with_short(f),
        }
    }
}

/// The content of a JSON string with escapes. They are valid, and resolved where the content is needed. Most checks
/// need only its length.
#[derive(Clone, Copy)]
pub(crate) struct Escaped<'a> {
    /// The rest of the JSON text from the first character of the content on.
    json: &'a str,
    count: usize,
}

impl<'a> Escaped<'a> {
    /// The number of characters.
    pub(crate) const fn count(self) -> usize {
        self.count
    }

    pub(crate) const fn to_content(self) -> Content<'a> {
        Content { text: self.json, escaped: self.count }
    }

    #[cold]
    #[inline(never)]
    fn is(self, name: &str) -> bool {
        let mut rest = name;
        let mut parts = self.parts();
        while let Ok(Some(part)) = parts.next() {
            match part.strip_from(rest) {
                Some(after) => rest = after,
                None => return false,
            }
        }
        rest.is_empty()
    }

    /// Calls `f` with the content. `None` if it is too long for a [`Short`].
    #[inline]
    pub(crate) fn with_short<R>(self, f: impl FnOnce(&str) -> R) -> Option<R> {
        if self.count > Short::MAX {
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
        let mut content = CompactString::with_capacity(self.count);
        self.write_to(&mut content);
        content
    }

    /// The parts of the string. It was taken before, so it is valid.
    const fn parts(self) -> Parts<'a> {
        Parts::new(self.json, 0, false)
    }

    fn write_to(self, out: &mut impl Write) {
        let mut parts = self.parts();
        while let Ok(Some(part)) = parts.next() {
            part.write_to(out);
        }
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

/// A buffer on the stack, large enough for every code and date.
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
