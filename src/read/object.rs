//! The members of an object: each in its slot, whatever their order.

use core::marker::PhantomData;

use serde::de::{IgnoredAny, MapAccess};

use super::sink::Reported;
use super::{Answer, Any, Build, Mode, Place, Read, Reader, Sink, Text, Value};
use crate::{Member, Reason, Rule};

/// The table of an object's members and all that follows from it; stamped by `members!`.
pub(crate) trait Members: Sized {
    const MEMBERS: &'static [Member];
    type Key: Copy;
    /// What has been read of each member so far.
    type Slots<'de, M: Mode>: Default;
    /// What was kept of each member, once all are well.
    type Parts<'de, M: Mode>;

    fn key(name: &str) -> Option<Self::Key>;

    fn fill<'de, M: Mode, A: MapAccess<'de>>(
        slots: &mut Self::Slots<'de, M>,
        key: Self::Key,
        map: &mut A,
        place: &Place<'_>,
        sink: &mut Sink,
    ) -> Result<(), A::Error>;

    /// Reports every missing member, in the order of the table.
    fn parts<'de, M: Mode>(slots: Self::Slots<'de, M>, place: &Place<'_>, sink: &mut Sink)
    -> Read<Self::Parts<'de, M>>;

    /// What the table says, as a schema.
    #[cfg(feature = "schema")]
    fn schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema;
}

/// An object made of its members.
pub(crate) trait Object: Members {
    /// What is kept of the object as a whole.
    type Kept<'de, M: Mode>;

    /// Reports what is wrong with the members together, then what is missing.
    fn finish<'de, M: Mode>(slots: Self::Slots<'de, M>, place: &Place<'_>, sink: &mut Sink)
    -> Read<Self::Kept<'de, M>>;

    fn assemble(kept: &mut <Self as Object>::Kept<'_, Build>) -> Self;
}

impl<O: Object> Value for O {
    const RULE: Rule = Rule::Object(O::MEMBERS);
    type Kept<'de, M: Mode> = <O as Object>::Kept<'de, M>;

    fn build(kept: &mut <O as Object>::Kept<'_, Build>) -> Self {
        O::assemble(kept)
    }

    fn map<'de, M: Mode, A: MapAccess<'de>>(reader: Reader<'_, 'de, Self, M>, mut map: A) -> Result<(), A::Error> {
        let mut slots = O::Slots::<'de, M>::default();
        let mut count = 0_usize;
        let mut number = false;
        while let Some(key) = map.next_key_seed(Any(KeyOf::<O>(PhantomData)))? {
            match key {
                Key::Member(key) => O::fill(&mut slots, key, &mut map, reader.place, reader.sink)?,
                Key::Unknown => _ = map.next_value::<IgnoredAny>()?,
                Key::Number => number = map.next_value_seed(Any(IsOwned))?,
            }
            count += 1;
        }
        if number && count == 1 {
            reader.wrong_type();
        } else {
            reader.slot.lay(|| O::finish(slots, reader.place, reader.sink));
        }
        Ok(())
    }
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
    first: Option<Read<T>>,
    /// Set where the member is given again (S4).
    doubled: Option<Reported>,
}

impl<T> Default for Slot<T> {
    fn default() -> Self {
        Self { first: None, doubled: None }
    }
}

impl<T> Slot<T> {
    /// Reads the first value; reports a second one, once, and skips it.
    #[inline]
    pub(crate) fn fill<'de, V, M, A>(&mut self, map: &mut A, place: &Place<'_>, sink: &mut Sink) -> Result<(), A::Error>
    where
        V: Value<Kept<'de, M> = T>,
        M: Mode,
        A: MapAccess<'de>,
    {
        if self.first.is_none() {
            return map.next_value_seed(Any(Reader::<V, M> { place, sink, slot: self }));
        }
        if self.doubled.is_none() {
            self.doubled = Some(sink.report(place, Reason::Duplicate));
        }
        map.next_value::<IgnoredAny>().map(drop)
    }

    /// Lays down what `read` makes, unless there is something already.
    #[inline]
    pub(crate) fn lay(&mut self, read: impl FnOnce() -> Read<T>) {
        self.first.get_or_insert_with(read);
    }

    /// Gives the first value up for what was reported of it.
    pub(crate) fn spoil(&mut self, reported: Reported) {
        self.first = Some(Err(reported));
    }

    /// The first value, if it is well.
    #[inline]
    pub(crate) const fn first(&self) -> Option<&T> {
        match &self.first {
            Some(Ok(value)) => Some(value),
            _ => None,
        }
    }

    /// The value, if it is well and the only one.
    #[inline]
    pub(crate) const fn only(&self) -> Option<&T> {
        if self.doubled.is_none() { self.first() } else { None }
    }

    /// What there is; `None` where there is nothing.
    #[inline]
    fn optional(self) -> Read<Option<T>> {
        match self {
            Self { doubled: Some(reported), .. } | Self { first: Some(Err(reported)), .. } => Err(reported),
            Self { first: Some(Ok(value)), .. } => Ok(Some(value)),
            Self { first: None, .. } => Ok(None),
        }
    }

    /// What there is; reports where there is nothing.
    #[inline]
    pub(crate) fn required(self, place: &Place<'_>, sink: &mut Sink) -> Read<T> {
        match self {
            Self { doubled: Some(reported), .. } | Self { first: Some(Err(reported)), .. } => Err(reported),
            Self { first: Some(Ok(value)), .. } => Ok(value),
            Self { first: None, .. } => Err(sink.report(place, Reason::Required)),
        }
    }
}

/// Whether a member has to be there follows from its type: `Option` may be left out.
pub(crate) trait Presence {
    type Value: Value;
    type Kept<'de, M: Mode>;
    const REQUIRED: bool;

    fn finish<'de, M: Mode>(
        slot: Slot<<Self::Value as Value>::Kept<'de, M>>,
        place: &Place<'_>,
        sink: &mut Sink,
    ) -> Read<Self::Kept<'de, M>>;

    fn build_member(kept: &mut Self::Kept<'_, Build>) -> Self;

    fn present(&self) -> Option<&Self::Value>;
}

impl<V: Value> Presence for V {
    type Value = V;
    type Kept<'de, M: Mode> = V::Kept<'de, M>;
    const REQUIRED: bool = true;

    #[inline]
    fn finish<'de, M: Mode>(slot: Slot<V::Kept<'de, M>>, place: &Place<'_>, sink: &mut Sink) -> Read<V::Kept<'de, M>> {
        slot.required(place, sink)
    }

    fn build_member(kept: &mut V::Kept<'_, Build>) -> V {
        V::build(kept)
    }

    fn present(&self) -> Option<&V> {
        Some(self)
    }
}

impl<V: Value> Presence for Option<V> {
    type Value = V;
    type Kept<'de, M: Mode> = Option<V::Kept<'de, M>>;
    const REQUIRED: bool = false;

    #[inline]
    fn finish<'de, M: Mode>(slot: Slot<V::Kept<'de, M>>, _: &Place<'_>, _: &mut Sink) -> Read<Option<V::Kept<'de, M>>> {
        slot.optional()
    }

    fn build_member(kept: &mut Option<V::Kept<'_, Build>>) -> Option<V> {
        kept.as_mut().map(V::build)
    }

    fn present(&self) -> Option<&V> {
        self.as_ref()
    }
}
