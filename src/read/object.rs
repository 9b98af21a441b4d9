//! The members of an object: each in its slot, whatever their order.
//!
//! `fill` reads a member into its slot, `judge` looks at the members together, `complete` at what is
//! missing. Once the value that is read is well as a whole, `parts` and `whole` take what was kept out of
//! the slots, and `build` and `assemble` put it together; those two cannot fail.

use core::marker::PhantomData;

use bumpalo::Bump;
use serde::de::{IgnoredAny, MapAccess};

use super::sink::Reported;
use super::{Answer, Any, Build, Mode, Place, Read, Reader, Sink, Text, Value};
use crate::{Member, Reason};

/// The table of an object's members and all that follows from it; stamped by `members!`.
pub(crate) trait Members: Sized {
    const MEMBERS: &'static [Member];
    type Key: Copy;
    /// What has been read of each member so far.
    type Slots<'a, M: Mode>: Default;
    /// What was kept of each member, once all are well.
    type Parts<'a>;

    fn key(name: &str) -> Option<Self::Key>;

    fn fill<'a, 'de: 'a, M: Mode, A: MapAccess<'de>>(
        slots: &mut Self::Slots<'a, M>,
        key: Self::Key,
        map: &mut A,
        place: &Place<'_>,
        sink: &mut Sink,
        texts: &'a Bump,
    ) -> Result<(), A::Error>;

    /// Reports every missing member, in the order of the table. An error where any member is not well.
    fn complete<M: Mode>(slots: &mut Self::Slots<'_, M>, place: &Place<'_>, sink: &mut Sink) -> Read<()>;

    /// What the table says, as a schema.
    #[cfg(feature = "schema")]
    fn schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema;
}

/// An object made of its members.
pub(crate) trait Object: Value + Members {
    /// All that it is built of.
    type Whole<'a>;

    /// Reports what is wrong with the members together.
    #[inline]
    fn judge<M: Mode>(_slots: &mut Self::Slots<'_, M>, _place: &Place<'_>, _sink: &mut Sink) {}

    /// Finds out once more what the members say together, so that `assemble` cannot fail.
    fn whole<'a>(parts: <Self as Members>::Parts<'a>, place: &Place<'_>, sink: &mut Sink) -> Read<Self::Whole<'a>>;

    fn assemble(whole: Self::Whole<'_>) -> Self;
}

/// Reads the members of an object, then judges them together, then looks for what is missing.
pub(crate) fn object<'a, 'de: 'a, O, M, A>(reader: Reader<'_, 'a, O, M>, mut map: A) -> Result<(), A::Error>
where
    O: Object + Value<Kept<'a, M> = <O as Members>::Slots<'a, M>>,
    M: Mode,
    A: MapAccess<'de>,
{
    let Reader { place, sink, texts, slot } = reader;
    let slots = slot.begin();
    let mut count = 0_usize;
    let mut number = false;
    while let Some(key) = map.next_key_seed(Any(KeyOf::<O>(PhantomData)))? {
        match key {
            Key::Member(key) => O::fill(slots, key, &mut map, place, sink, texts)?,
            Key::Unknown => _ = map.next_value::<IgnoredAny>()?,
            Key::Number => number = map.next_value_seed(Any(IsOwned))?,
        }
        count += 1;
    }
    if number && count == 1 {
        Reader::<O, M> { place, sink, texts, slot }.wrong_type();
        return Ok(());
    }
    O::judge(slots, place, sink);
    if let Err(reported) = O::complete(slots, place, sink) {
        slot.spoil(reported);
    }
    Ok(())
}

/// The name of a member, as far as it matters here.
enum Key<K> {
    Member(K),
    Unknown,
    /// Perhaps not a name at all, see [`NUMBER`].
    Number,
}

/// Where any crate of a program turns on `serde_json/arbitrary_precision`, a number arrives as a map
/// with this one name, unescaped, and its digits in a `String` of their own. An object that really
/// has the name and nothing else gives its value in another way.
const NUMBER: &str = "$serde_json::private::Number";

struct KeyOf<O>(PhantomData<O>);

impl<'de, O: Members> Answer<'de> for KeyOf<O> {
    type Value = Key<O::Key>;

    // Other formats have names that are no texts; none of them is documented.
    fn other(self) -> Self::Value {
        Key::Unknown
    }

    #[inline]
    fn text(self, name: Text<'de, '_>) -> Self::Value {
        match (O::key(name.as_str()), name) {
            (Some(key), _) => Key::Member(key),
            (None, Text::Borrowed(NUMBER)) => Key::Number,
            (None, _) => Key::Unknown,
        }
    }
}

struct IsOwned;

impl Answer<'_> for IsOwned {
    type Value = bool;

    fn other(self) -> bool {
        false
    }

    fn text(self, text: Text<'_, '_>) -> bool {
        matches!(text, Text::Owned(_))
    }
}

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
