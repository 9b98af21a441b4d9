//! The members of an object: each in its slot, whatever their order.
//!
//! `fill` reads a member into its slot, `judge` looks at the members together, `complete` at what is
//! missing. Once the value that is read is well as a whole, `parts` and `whole` take what was kept out of
//! the slots, and `build` and `assemble` put it together; those two cannot fail.

use core::marker::PhantomData;

use bumpalo::Bump;
use serde::de::{IgnoredAny, MapAccess};

use super::{Answer, Any, Mode, Place, Read, Reader, Sink, Text, Value};
use crate::Member;

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
