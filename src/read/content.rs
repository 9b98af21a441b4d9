//! The content of a string.

use core::fmt::{self, Write};
use core::num::NonZeroUsize;

use compact_str::CompactString;

use super::escape::Unescape;
use super::string_end::string_end;
use crate::rule::count;

/// The content of a string.
#[derive(Clone, Copy)]
pub(crate) enum Content<'a> {
    Plain(&'a str),
    Escaped(Escaped<'a>),
}

impl Content<'_> {
    /// Whether the content is `text`.
    #[inline(always)]
    pub(crate) fn is(self, text: &str) -> bool {
        match self {
            Self::Plain(content) => content == text,
            Self::Escaped(content) => content.is(text),
        }
    }

    /// Calls `f` with the content. It may be as long as the input.
    #[inline(always)]
    pub(crate) fn with<R>(self, f: impl Fn(&str) -> R) -> R {
        match self {
            Self::Plain(content) => f(content),
            Self::Escaped(content) => f(&content.resolve()),
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

/// The content of a JSON string with escapes. They are valid, and resolved where the content is needed. Most checks need
/// only its length.
#[derive(Clone, Copy)]
pub(crate) struct Escaped<'a> {
    /// From the content to the closing quote.
    raw: &'a str,
    count: NonZeroUsize,
}

impl<'a> Escaped<'a> {
    pub(super) fn new(raw: &'a str, Count(count): Count) -> Self {
        // An escape is a character.
        Self { raw, count: NonZeroUsize::new(count).unwrap_or(NonZeroUsize::MIN) }
    }

    /// The number of characters.
    pub(crate) const fn count(self) -> usize {
        self.count.get()
    }

    /// Whether the content is `text`.
    #[inline(always)]
    fn is(self, text: &str) -> bool {
        // A character takes at least one byte, and an escape more bytes than its character.
        text.len() >= self.count() && text.len() < self.raw.len() && self.resolves_to(text)
    }

    #[cold]
    #[inline(never)]
    fn resolves_to(self, text: &str) -> bool {
        let mut rest = Rest(Some(text));
        self.write_to(&mut rest);
        rest.0 == Some("")
    }

    /// The content, if it has at most so many characters.
    #[inline]
    pub(crate) fn at_most(self, count: usize) -> Option<CompactString> {
        (self.count() <= count).then(|| self.resolve())
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
        let end = string_end(self.raw.as_bytes(), 0);
        // It was taken before, so it is valid.
        _ = Unescape::new(self.raw, 0, false).write_to(end, out);
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

/// What is left of a text behind what is written; `None` if something else is written.
struct Rest<'t>(Option<&'t str>);

impl Write for Rest<'_> {
    #[inline]
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 = self.0.and_then(|rest| rest.strip_prefix(text));
        Ok(())
    }

    #[inline]
    fn write_char(&mut self, c: char) -> fmt::Result {
        self.0 = self.0.and_then(|rest| rest.strip_prefix(c));
        Ok(())
    }
}
