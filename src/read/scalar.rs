//! A value that is a string in JSON.

use alloc::borrow::Cow;
use core::marker::PhantomData;

use compact_str::CompactString;

use super::{Content, Escaped, Field, Reader, Source, Value};
use crate::report::{ErrorGuaranteed, Location, Offset, Report};
use crate::{Reason, Rule};

/// A type that is a string in JSON.
pub(crate) trait Scalar: Sized + 'static {
    const RULE: Rule;
    /// The length in bytes of every valid text, if all have the same and none has to be escaped in JSON. It saves the
    /// search for the end of the string.
    const LEN: Option<usize> = None;
    type Raw<'a>: Copy;
    /// The content, code or date that a value is built from.
    type Ready<'a>;

    /// `Some` if a text is valid. The reason is asked for in a second call, since returning it would copy it at every
    /// step.
    fn check(text: &str) -> Option<Self::Raw<'_>>;

    /// The reason why a text is invalid.
    fn reason(text: &str) -> Reason;

    /// Checks a string with escapes. No type of a property allocates: a text needs only its length, a code or a date a
    /// few characters.
    fn check_escaped(content: Escaped<'_>) -> Result<Self::Raw<'_>, Reason>;

    /// `None` if the content of the string was not kept, so that nothing is built from it.
    fn ready(raw: Self::Raw<'_>) -> Option<Self::Ready<'_>>;

    fn build(ready: Self::Ready<'_>) -> Self;

    /// The text, as it is in JSON.
    fn to_text(&self) -> Cow<'_, str>;
}

impl<T: Scalar> Value for T {
    const RULE: Rule = T::RULE;
    type Raw<'a> = T::Raw<'a>;

    #[inline(always)]
    fn read<'a, S: Source<'a>>(
        reader: &mut Reader<'_, S>,
        location: &Location<'_>,
        field: &mut Field<T::Raw<'a>>,
    ) -> Result<(), S::Error> {
        if let Some(raw) = T::LEN.and_then(|len| reader.source.text_of_len(len, T::check)) {
            field.set(raw);
            return Ok(());
        }
        match reader.source.text()?.as_plain() {
            Ok(text) => match T::check(text) {
                Some(raw) => field.set(raw),
                None => field.reject(report_text::<T>(reader.report, location, field.offset(), text)),
            },
            Err(content) => set_escaped::<T>(reader.report, location, field, content),
        }
        Ok(())
    }

    type Ready<'f, 'a: 'f> = T::Ready<'a>;

    #[inline(always)]
    fn ready<'f, 'a: 'f>(raw: &'f mut T::Raw<'a>) -> Option<T::Ready<'a>> {
        <T as Scalar>::ready(*raw)
    }

    #[inline(always)]
    fn build(ready: T::Ready<'_>) -> T {
        <T as Scalar>::build(ready)
    }
}

#[cold]
#[inline(never)]
fn report_text<T: Scalar>(report: &mut Report, location: &Location<'_>, offset: Offset, text: &str) -> ErrorGuaranteed {
    report.add(location, offset, T::reason(text))
}

#[cold]
#[inline(never)]
fn set_escaped<'a, T: Scalar>(
    report: &mut Report,
    location: &Location<'_>,
    field: &mut Field<T::Raw<'a>>,
    content: Escaped<'a>,
) {
    match T::check_escaped(content) {
        Ok(raw) => field.set(raw),
        Err(reason) => field.reject(report.add(location, field.offset(), reason)),
    }
}

/// A content that is valid for `T`. It only borrows, so it has no drop glue.
pub(crate) struct Valid<C, T> {
    content: C,
    rule: PhantomData<T>,
}

impl<C: Copy, T> Clone for Valid<C, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<C: Copy, T> Copy for Valid<C, T> {}

impl<C: Copy, T> Valid<C, T> {
    /// The caller has checked the content.
    #[inline(always)]
    pub(crate) const fn new(content: C) -> Self {
        Self { content, rule: PhantomData }
    }

    #[inline(always)]
    pub(crate) const fn content(self) -> C {
        self.content
    }
}

impl<'a, T> Valid<Content<'a>, T> {
    /// `None` if the content has escapes.
    #[inline(always)]
    pub(crate) fn as_plain(self) -> Option<Valid<&'a str, T>> {
        self.content.as_plain().ok().map(Valid::new)
    }
}

impl<T> Valid<&str, T> {
    #[inline]
    pub(crate) fn to_compact(self) -> CompactString {
        self.content.into()
    }
}
