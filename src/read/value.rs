//! Reading a value of each type.

use alloc::borrow::Cow;
use alloc::vec::Vec;
use core::marker::PhantomData;
use core::mem;

use compact_str::CompactString;

use super::{Field, Object, Reader, Source};
use crate::report::Location;
use crate::{JsonType, Reason, Rule};

/// A type that can stand in a body.
pub(crate) trait Value: Sized + 'static {
    const RULE: Rule;
    /// Whether a property of this type is required.
    const REQUIRED: bool = true;

    /// The value before it is built. It borrows from the source.
    type Raw<'a>;

    /// Reads the next value, which is of the JSON type of the rule, into a field, and reports what is wrong with it. Into
    /// a field, not as a result, which would be copied on its way.
    fn read<'a, S: Source<'a>>(
        reader: &mut Reader<'_, S>,
        location: &Location<'_>,
        field: &mut Field<Self::Raw<'a>>,
    ) -> Result<(), S::Error>;

    /// All that the value is built of. For an object a view of its fields, since moving them costs more than building.
    type Ready<'f, 'a: 'f>;

    /// `None` if anything in it is not valid.
    fn ready<'f, 'a: 'f>(raw: &'f mut Self::Raw<'a>) -> Option<Self::Ready<'f, 'a>>;

    /// The value of an absent property; `None` if the property is required.
    #[inline(always)]
    fn absent<'f, 'a>() -> Option<Self::Ready<'f, 'a>> {
        None
    }

    /// Builds the value. It cannot fail.
    fn build(ready: Self::Ready<'_, '_>) -> Self;
}

/// A type that is one string in JSON.
pub(crate) trait Scalar: Sized + 'static {
    const RULE: Rule;
    /// The length of every valid text in bytes, if all have the same and none has to be escaped in JSON: then the end of
    /// the string need not be searched for.
    const LEN: Option<usize> = None;
    type Raw<'a>: Copy;

    /// `Some` if a text is valid. The reason is asked for afterwards: one that every check returns would be copied at
    /// every step.
    fn check(text: &str) -> Option<Self::Raw<'_>>;

    /// Why a text is not valid.
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
            None => field.reject(reader.report_text::<T>(location, field.offset(), text)),
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

/// A property that may be left out.
impl<V: Value> Value for Option<V> {
    const RULE: Rule = V::RULE;
    const REQUIRED: bool = false;
    type Raw<'a> = V::Raw<'a>;

    #[inline(always)]
    fn read<'a, S: Source<'a>>(
        reader: &mut Reader<'_, S>,
        location: &Location<'_>,
        field: &mut Field<Self::Raw<'a>>,
    ) -> Result<(), S::Error> {
        V::read(reader, location, field)
    }

    type Ready<'f, 'a: 'f> = Option<V::Ready<'f, 'a>>;

    #[inline(always)]
    fn ready<'f, 'a: 'f>(raw: &'f mut V::Raw<'a>) -> Option<Self::Ready<'f, 'a>> {
        V::ready(raw).map(Some)
    }

    #[inline(always)]
    fn absent<'f, 'a>() -> Option<Self::Ready<'f, 'a>> {
        Some(None)
    }

    #[inline(always)]
    fn build(ready: Self::Ready<'_, '_>) -> Self {
        ready.map(V::build)
    }
}

/// A list. Every element is read, also behind an invalid one.
impl<O: Object> Value for Vec<O> {
    const RULE: Rule = Rule::Array(&O::TABLE);
    type Raw<'a> = Self;

    fn read<'a, S: Source<'a>>(
        reader: &mut Reader<'_, S>,
        location: &Location<'_>,
        field: &mut Field<Self::Raw<'a>>,
    ) -> Result<(), S::Error> {
        let mut list = Self::new();
        let mut more = reader.source.enter(JsonType::Array);
        for index in 0.. {
            if !more {
                break;
            }
            let mut element = Field::default();
            element.read_first::<O, S>(reader, &location.element(index))?;
            let (violation, offset) = (element.violation(), element.offset());
            if let Some(violation) = violation {
                field.reject(violation);
            } else if reader.keep {
                match element.ready::<O>() {
                    Some(ready) => list.push(O::build(ready)),
                    // Fails closed: a defect of the reader drops no element.
                    None => field.reject(reader.report.add(&location.element(index), offset, Reason::Required)),
                }
            }
            more = reader.source.more(JsonType::Array)?;
        }
        field.set(list);
        Ok(())
    }

    type Ready<'f, 'a: 'f> = &'f mut Self;

    #[inline(always)]
    fn ready<'f, 'a: 'f>(raw: &'f mut Self) -> Option<Self::Ready<'f, 'a>> {
        Some(raw)
    }

    #[inline(always)]
    fn build(list: &mut Self) -> Self {
        mem::take(list)
    }
}

/// A text that the rule of `T` holds for. A plain reference has no drop glue.
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
