//! A value that is a string in JSON.

use alloc::borrow::Cow;
use core::marker::PhantomData;

use compact_str::CompactString;

use super::{Field, Reader, Source, Value};
use crate::report::{ErrorGuaranteed, Location, Offset, Report};
use crate::{Reason, Rule};

/// A type that is a string in JSON.
pub(crate) trait Scalar: Sized + 'static {
    const RULE: Rule;
    /// The length in bytes of every valid text, if all have the same and none has to be escaped in JSON. It saves the
    /// search for the end of the string.
    const LEN: Option<usize> = None;
    type Raw<'a>: Copy;

    /// `Some` if a text is valid. The reason is asked for in a second call, since returning it would copy it at every
    /// step.
    fn check(text: &str) -> Option<Self::Raw<'_>>;

    /// The reason why a text is invalid.
    fn reason(text: &str) -> Reason;

    fn build(raw: Self::Raw<'_>) -> Self;

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
        let text = reader.source.text()?;
        match T::check(text) {
            Some(raw) => field.set(raw),
            None => field.reject(report_text::<T>(reader.report, location, field.offset(), text)),
        }
        Ok(())
    }

    type Ready<'f, 'a: 'f> = T::Raw<'a>;

    #[inline(always)]
    fn ready<'f, 'a: 'f>(raw: &'f mut T::Raw<'a>) -> Option<T::Raw<'a>> {
        Some(*raw)
    }

    #[inline(always)]
    fn build(raw: T::Raw<'_>) -> T {
        <T as Scalar>::build(raw)
    }
}

#[cold]
#[inline(never)]
fn report_text<T: Scalar>(report: &mut Report, location: &Location<'_>, offset: Offset, text: &str) -> ErrorGuaranteed {
    report.add(location, offset, T::reason(text))
}

/// A text that is valid for `T`. A plain reference has no drop glue.
pub(crate) struct Valid<'a, T> {
    text: &'a str,
    rule: PhantomData<T>,
}

impl<T> Clone for Valid<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Valid<'_, T> {}

impl<'a, T> Valid<'a, T> {
    /// The caller has checked the text.
    #[inline(always)]
    pub(crate) const fn new(text: &'a str) -> Self {
        Self { text, rule: PhantomData }
    }

    #[inline(always)]
    pub(crate) const fn as_str(self) -> &'a str {
        self.text
    }

    #[inline]
    pub(crate) fn to_compact(self) -> CompactString {
        self.text.into()
    }
}
