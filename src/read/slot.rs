//! What has been read of one member, and whether it has to be there.

use bumpalo::Bump;
use serde::de::{IgnoredAny, MapAccess};

use super::sink::Reported;
use super::{Any, Build, Mode, Place, Read, Reader, Sink, Value};
use crate::Reason;

/// What has been read of one member.
pub(crate) struct Slot<T> {
    first: Option<T>,
    /// Set where something is wrong with the first value.
    faulty: Option<Reported>,
    /// Set where the member is given again (S4).
    doubled: Option<Reported>,
}

impl<T> Default for Slot<T> {
    #[inline]
    fn default() -> Self {
        Self { first: None, faulty: None, doubled: None }
    }
}

impl<T> Slot<T> {
    /// Reads the first value; reports a second one, once, and skips it.
    #[inline]
    pub(crate) fn fill<'a, 'de: 'a, V, M, A>(
        &mut self,
        map: &mut A,
        place: &Place<'_>,
        sink: &mut Sink,
        texts: &'a Bump,
    ) -> Result<(), A::Error>
    where
        V: Value<Kept<'a, M> = T>,
        M: Mode,
        A: MapAccess<'de>,
    {
        if self.first.is_none() && self.faulty.is_none() {
            return map.next_value_seed(Any(Reader::<V, M> { place, sink, texts, slot: self }));
        }
        if self.doubled.is_none() {
            self.doubled = Some(sink.report(place, Reason::Duplicate));
        }
        map.next_value::<IgnoredAny>().map(drop)
    }

    /// Lays the first value down.
    #[inline]
    pub(crate) fn lay(&mut self, value: T) {
        self.first = Some(value);
    }

    /// Makes room for a first value that is made of others.
    #[inline]
    pub(crate) fn begin(&mut self) -> &mut T
    where
        T: Default,
    {
        self.first.insert(T::default())
    }

    /// Gives the first value up for what was reported of it.
    #[inline]
    pub(crate) const fn spoil(&mut self, reported: Reported) {
        self.faulty = Some(reported);
    }

    /// The first value, if it is well.
    #[inline]
    pub(crate) const fn first(&self) -> Option<&T> {
        if self.faulty.is_none() { self.first.as_ref() } else { None }
    }

    /// The value, if it is well and the only one.
    #[inline]
    pub(crate) const fn only(&self) -> Option<&T> {
        if self.doubled.is_none() { self.first() } else { None }
    }

    /// What there is; `None` where there is nothing.
    #[inline]
    fn optional(&mut self) -> Read<Option<&mut T>> {
        self.faulty.or(self.doubled).map_or(Ok(self.first.as_mut()), Err)
    }

    /// What there is; reports where there is nothing.
    #[inline]
    pub(crate) fn required(&mut self, place: &Place<'_>, sink: &mut Sink) -> Read<&mut T> {
        self.optional()?.ok_or_else(|| sink.report(place, Reason::Required))
    }
}

/// Whether a member has to be there follows from its type: `Option` may be left out.
pub(crate) trait Presence: Sized {
    type Value: Value;
    const REQUIRED: bool;

    fn complete<T>(slot: &mut Slot<T>, place: &Place<'_>, sink: &mut Sink) -> Read<()>;

    /// What the member is built of.
    type Parts<'a>;

    fn parts<'a>(
        slot: &mut Slot<<Self::Value as Value>::Kept<'a, Build>>,
        place: &Place<'_>,
        sink: &mut Sink,
    ) -> Read<<Self as Presence>::Parts<'a>>;

    fn build(parts: <Self as Presence>::Parts<'_>) -> Self;

    fn present(&self) -> Option<&Self::Value>;
}

impl<V: Value> Presence for V {
    type Value = V;
    type Parts<'a> = V::Parts<'a>;
    const REQUIRED: bool = true;

    #[inline]
    fn complete<T>(slot: &mut Slot<T>, place: &Place<'_>, sink: &mut Sink) -> Read<()> {
        slot.required(place, sink).map(drop)
    }

    #[inline]
    fn parts<'a>(slot: &mut Slot<V::Kept<'a, Build>>, place: &Place<'_>, sink: &mut Sink) -> Read<V::Parts<'a>> {
        V::parts(slot.required(place, sink)?, place, sink)
    }

    #[inline]
    fn build(parts: V::Parts<'_>) -> V {
        V::build(parts)
    }

    fn present(&self) -> Option<&V> {
        Some(self)
    }
}

impl<V: Value> Presence for Option<V> {
    type Value = V;
    type Parts<'a> = Option<V::Parts<'a>>;
    const REQUIRED: bool = false;

    #[inline]
    fn complete<T>(slot: &mut Slot<T>, _: &Place<'_>, _: &mut Sink) -> Read<()> {
        slot.optional().map(drop)
    }

    #[inline]
    fn parts<'a>(
        slot: &mut Slot<V::Kept<'a, Build>>,
        place: &Place<'_>,
        sink: &mut Sink,
    ) -> Read<Option<V::Parts<'a>>> {
        slot.optional()?.map(|kept| V::parts(kept, place, sink)).transpose()
    }

    #[inline]
    fn build(parts: Option<V::Parts<'_>>) -> Option<V> {
        parts.map(V::build)
    }

    fn present(&self) -> Option<&V> {
        self.as_ref()
    }
}
