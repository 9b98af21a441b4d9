//! The members of an object: each in its slot, whatever their order.

use core::marker::PhantomData;

use serde::de::{IgnoredAny, MapAccess};

use super::sink::Reported;
use super::{Answer, Any, Build, Mode, Place, Read, Reader, Sink, Value};
use crate::{Member, Reason, Rule};

/// The table of an object's members and all that follows from it; stamped by `members!`.
pub(crate) trait Members: Sized {
    const MEMBERS: &'static [Member];
    type Key: Copy;
    /// What has been read of each member so far.
    type Slots<M: Mode>: Default;
    /// What each member holds once all are well.
    type Parts<M: Mode>;

    fn key(name: &str) -> Option<Self::Key>;

    fn fill<'de, M: Mode, A: MapAccess<'de>>(
        slots: &mut Self::Slots<M>,
        key: Self::Key,
        map: &mut A,
        place: &Place<'_>,
        sink: &mut Sink,
    ) -> Result<(), A::Error>;

    /// Reports every missing member, in the order of the table.
    fn finish<M: Mode>(slots: Self::Slots<M>, place: &Place<'_>, sink: &mut Sink) -> Read<Self::Parts<M>>;
}

/// An object made of its members.
pub(crate) trait Object: Members {
    /// Reports what is wrong between members that are well on their own.
    fn relate<M: Mode>(_slots: &mut Self::Slots<M>, _place: &Place<'_>, _sink: &mut Sink) {}

    fn assemble(parts: Self::Parts<Build>) -> Result<Self, Reason>;
}

impl<O: Object> Value for O {
    const RULE: Rule = Rule::Object(O::MEMBERS);
    type Kept<M: Mode> = M::Of<Self>;

    fn map<'de, M: Mode, A: MapAccess<'de>>(
        reader: Reader<'_, Self, M>,
        mut map: A,
    ) -> Result<Read<M::Of<Self>>, A::Error> {
        let mut slots = O::Slots::<M>::default();
        let mut count = 0_usize;
        let mut number = false;
        while let Some(key) = map.next_key_seed(Any(KeyOf::<O>(PhantomData)))? {
            match key {
                Key::Member(key) => O::fill(&mut slots, key, &mut map, reader.place, reader.sink)?,
                Key::Unknown => _ = map.next_value::<IgnoredAny>()?,
                Key::Number => number = map.next_value_seed(Any(IsOwnedText))?,
            }
            count += 1;
        }
        if number && count == 1 {
            return Ok(reader.wrong_type());
        }
        let Reader { place, sink, .. } = reader;
        O::relate(&mut slots, place, sink);
        let parts = O::finish(slots, place, sink);
        Ok(parts.and_then(|parts| sink.check(place, M::object(parts))))
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

    fn text(self, name: &str) -> Self::Value {
        O::key(name).map_or(Key::Unknown, Key::Member)
    }

    fn borrowed_text(self, name: &'de str) -> Self::Value {
        match self.text(name) {
            Key::Unknown if name == NUMBER => Key::Number,
            key => key,
        }
    }
}

struct IsOwnedText;

impl Answer<'_> for IsOwnedText {
    type Value = bool;

    fn other(self) -> bool {
        false
    }

    fn owned_text(self, _: alloc::string::String) -> bool {
        true
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
    pub(crate) fn fill<'de, V, M, A>(&mut self, map: &mut A, place: &Place<'_>, sink: &mut Sink) -> Result<(), A::Error>
    where
        V: Value<Kept<M> = T>,
        M: Mode,
        A: MapAccess<'de>,
    {
        if self.first.is_none() {
            self.first = Some(map.next_value_seed(Any(Reader::<V, M>::new(place, sink)))?);
        } else {
            if self.doubled.is_none() {
                self.doubled = Some(sink.report(place, Reason::Duplicate));
            }
            map.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }

    /// The first value, if it is well.
    pub(crate) const fn first(&self) -> Option<&T> {
        match &self.first {
            Some(Ok(value)) => Some(value),
            _ => None,
        }
    }

    /// The value, if it is well and the only one.
    pub(crate) const fn only(&self) -> Option<&T> {
        if self.doubled.is_none() { self.first() } else { None }
    }

    /// Gives the value up for something that was reported.
    pub(crate) fn spoil(&mut self, reported: Reported) {
        self.first = Some(Err(reported));
    }

    /// What there is; `None` where the member is missing.
    fn finish(self) -> Read<Option<T>> {
        self.doubled.map_or(Ok(()), Err)?;
        self.first.transpose()
    }
}

/// Whether a member has to be there follows from its type: `Option` may be left out.
pub(crate) trait Presence {
    type Value: Value;
    type Kept<M: Mode>;
    const REQUIRED: bool;

    fn present(&self) -> Option<&Self::Value>;

    fn finish<M: Mode>(
        slot: Slot<<Self::Value as Value>::Kept<M>>,
        place: &Place<'_>,
        sink: &mut Sink,
    ) -> Read<Self::Kept<M>>;
}

impl<V: Value> Presence for V {
    type Value = V;
    type Kept<M: Mode> = V::Kept<M>;
    const REQUIRED: bool = true;

    fn present(&self) -> Option<&V> {
        Some(self)
    }

    fn finish<M: Mode>(slot: Slot<V::Kept<M>>, place: &Place<'_>, sink: &mut Sink) -> Read<V::Kept<M>> {
        slot.finish()?.ok_or_else(|| sink.report(place, Reason::Required))
    }
}

impl<V: Value> Presence for Option<V> {
    type Value = V;
    type Kept<M: Mode> = Option<V::Kept<M>>;
    const REQUIRED: bool = false;

    fn present(&self) -> Option<&V> {
        self.as_ref()
    }

    fn finish<M: Mode>(slot: Slot<V::Kept<M>>, _: &Place<'_>, _: &mut Sink) -> Read<Option<V::Kept<M>>> {
        slot.finish()
    }
}
