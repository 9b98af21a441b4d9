//! Strings.

use core::fmt::Write;

use bumpalo::collections::String;

use super::{Json, Malformed};
use crate::read::content::{Content, Count};
use crate::read::escape::{Invalid, Part, Parts};
use crate::read::string_end::string_end;

impl<'a> Json<'a> {
    /// Takes a string. `keep`: whether its escapes are resolved, if there is an arena. Otherwise they are only checked.
    #[inline(always)]
    pub(super) fn content(&mut self, keep: bool) -> Result<Content<'a>, Malformed> {
        self.at += 1;
        let end = string_end(self.text.as_bytes(), self.at);
        match self.plain_text(end) {
            Some(text) => Ok(Content::plain(text)),
            None => self.content_with_escapes(end, keep),
        }
    }

    /// The string whose opening quote has been taken, if it has no escapes. `end` is the end of its plain part.
    #[inline(always)]
    fn plain_text(&mut self, end: usize) -> Option<&'a str> {
        if self.text.as_bytes().get(end) != Some(&b'"') {
            return None;
        }
        let text = self.text.get(self.at..end)?;
        self.at = end + 1;
        Some(text)
    }

    /// The same string, if it has escapes or is malformed.
    #[cold]
    #[inline(never)]
    fn content_with_escapes(&mut self, end: usize, keep: bool) -> Result<Content<'a>, Malformed> {
        let Some(arena) = self.arena.filter(|_| keep) else {
            let json = self.text.get(self.at..).unwrap_or_default();
            let mut count = Count::default();
            self.unescape(end, &mut count)?;
            return Ok(Content::escaped(json, count));
        };
        // In the arena from the start: the text is returned from there.
        let mut text = String::with_capacity_in(64, arena);
        self.unescape(end, &mut text)?;
        // Many short strings would keep several times the memory of the body.
        text.shrink_to_fit();
        Ok(Content::plain(text.into_bump_str()))
    }

    /// Takes the string and writes its content to `out`.
    #[inline(always)]
    fn unescape(&mut self, end: usize, out: &mut impl Write) -> Result<(), Malformed> {
        if self.at < end {
            Part::Plain(self.text.get(self.at..end).unwrap_or_default()).write_to(out);
        }
        let mut parts = Parts::new(self.text, end, self.is_cut);
        loop {
            match parts.next() {
                Ok(Some(part)) => part.write_to(out),
                Ok(None) => {
                    self.at = parts.at();
                    return Ok(());
                }
                Err(Invalid { at, is_lone_surrogate }) => {
                    self.at = at;
                    self.is_lone_surrogate = is_lone_surrogate;
                    return Err(Malformed);
                }
            }
        }
    }
}
