//! What a type makes of a value that stands in its place.

use alloc::vec::Vec;
use core::marker::PhantomData;
use core::mem;

use compact_str::CompactString;
use serde::de::{Deserializer, Error, MapAccess, SeqAccess};

use super::{Answer, Any, Object, Place, Read, Sink, Slot, Text};
use crate::{Reason, Rule};

/// What reading leaves behind. Every rule is checked in either mode by the same code.
pub(crate) trait Mode: Sized {
    /// What comes out at the end.
    type Of<V>;
    /// What is left of a text that is a `T`.
    type Text<'de, T>;
    /// What is left of a list of `O`s.
    type List<O>: Default;

    fn build<V: Value>(kept: &mut V::Kept<'_, Self>) -> Self::Of<V>;
    fn text<'de, T>(text: Text<'de, '_>) -> Self::Text<'de, T>;
    fn push<O: Object>(list: &mut Self::List<O>, element: &mut <O as Value>::Kept<'_, Self>);
}

/// Leaves behind what the values can be built from, once all is known to be well: no text is copied
/// out of the input before.
pub(crate) enum Build {}

impl Mode for Build {
    type Of<V> = V;
    type Text<'de, T> = Checked<'de, T>;
    type List<O> = Vec<O>;

    fn build<V: Value>(kept: &mut V::Kept<'_, Self>) -> V {
        V::build(kept)
    }

    #[inline]
    fn text<'de, T>(text: Text<'de, '_>) -> Checked<'de, T> {
        let text = match text {
            Text::Borrowed(text) => Kept::InInput(text),
            Text::Passing(text) => Kept::Apart(text.into()),
            Text::Owned(text) => Kept::Apart(text.into()),
        };
        Checked { text, rule: PhantomData }
    }

    fn push<O: Object>(list: &mut Vec<O>, element: &mut <O as Value>::Kept<'_, Self>) {
        list.push(<O as Value>::build(element));
    }
}

/// Leaves nothing behind: only the verdict counts.
pub(crate) enum Check {}

impl Mode for Check {
    type Of<V> = ();
    type Text<'de, T> = ();
    type List<O> = ();

    fn build<V: Value>(_: &mut V::Kept<'_, Self>) {}

    #[inline]
    fn text<T>(_: Text<'_, '_>) {}

    fn push<O: Object>((): &mut (), _: &mut <O as Value>::Kept<'_, Self>) {}
}

/// A text that the rule of `T` holds for.
pub(crate) struct Checked<'de, T> {
    text: Kept<'de>,
    rule: PhantomData<T>,
}

enum Kept<'de> {
    InInput(&'de str),
    Apart(CompactString),
}

impl<T> Checked<'_, T> {
    #[inline]
    pub(crate) fn take(&mut self) -> CompactString {
        match mem::replace(&mut self.text, Kept::InInput("")) {
            Kept::InInput(text) => text.into(),
            Kept::Apart(text) => text,
        }
    }
}

/// A type that can stand in a place of the body.
///
/// It answers one kind of value, the one that its rule asks for; every other is a wrong type.
pub(crate) trait Value: Sized {
    const RULE: Rule;
    /// What reading leaves behind of it.
    type Kept<'de, M: Mode>;

    /// Builds the value out of what was kept. It is taken from where it lies: moving all of a customer is
    /// what costs most.
    fn build(kept: &mut Self::Kept<'_, Build>) -> Self;

    #[inline]
    fn text<'de, M: Mode>(_text: Text<'de, '_>) -> Result<Self::Kept<'de, M>, Reason> {
        Err(wrong_type::<Self>())
    }

    fn seq<'de, M: Mode, A: SeqAccess<'de>>(reader: Reader<'_, 'de, Self, M>, seq: A) -> Result<(), A::Error> {
        Wrong(reader).seq(seq)
    }

    fn map<'de, M: Mode, A: MapAccess<'de>>(reader: Reader<'_, 'de, Self, M>, map: A) -> Result<(), A::Error> {
        Wrong(reader).map(map)
    }
}

const fn wrong_type<V: Value>() -> Reason {
    Reason::WrongType { expected: V::RULE.json_type() }
}

/// Reads the value at a place into a slot, and reports what is wrong with it.
///
/// Into a slot, not as a result: a result would be copied at every return on its way out of serde.
pub(crate) struct Reader<'r, 'de, V: Value, M: Mode> {
    pub(crate) place: &'r Place<'r>,
    pub(crate) sink: &'r mut Sink,
    pub(crate) slot: &'r mut Slot<V::Kept<'de, M>>,
}

impl<V: Value, M: Mode> Reader<'_, '_, V, M> {
    pub(crate) fn wrong_type(self) {
        self.slot.spoil(self.sink.report(self.place, wrong_type::<V>()));
    }
}

impl<'de, V: Value, M: Mode> Answer<'de> for Reader<'_, 'de, V, M> {
    type Value = ();

    fn other(self) {
        self.wrong_type();
    }

    #[inline]
    fn text(self, text: Text<'de, '_>) {
        self.slot.lay(|| self.sink.check(self.place, V::text::<M>(text)));
    }

    fn seq<A: SeqAccess<'de>>(self, seq: A) -> Result<(), A::Error> {
        V::seq(self, seq)
    }

    fn map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        V::map(self, map)
    }
}

/// A reader whose value is of a wrong kind.
struct Wrong<'r, 'de, V: Value, M: Mode>(Reader<'r, 'de, V, M>);

impl<'de, V: Value, M: Mode> Answer<'de> for Wrong<'_, 'de, V, M> {
    type Value = ();

    fn other(self) {
        self.0.wrong_type();
    }
}

/// A list of objects. Each element is read whatever became of those before it.
impl<O: Object> Value for Vec<O> {
    const RULE: Rule = Rule::Array(O::MEMBERS);
    type Kept<'de, M: Mode> = M::List<O>;

    fn build(kept: &mut Self) -> Self {
        mem::take(kept)
    }

    fn seq<'de, M: Mode, A: SeqAccess<'de>>(reader: Reader<'_, 'de, Self, M>, mut seq: A) -> Result<(), A::Error> {
        let Reader { place, sink, slot } = reader;
        let mut list = Ok(M::List::default());
        for index in 0.. {
            let place = &place.element(index);
            let mut slot = Slot::default();
            let element = Reader::<O, M> { place, sink, slot: &mut slot };
            if seq.next_element_seed(Any(element))?.is_none() {
                break;
            }
            match (&mut list, slot.required(place, sink)) {
                (Ok(list), Ok(mut element)) => M::push(list, &mut element),
                (Ok(_), Err(reported)) => list = Err(reported),
                (Err(_), _) => {}
            }
        }
        slot.lay(|| list);
        Ok(())
    }
}

/// Reads the one value that a deserializer has.
pub(crate) fn read<'de, V: Value, M: Mode, D: Deserializer<'de>>(
    deserializer: D,
    place: &Place<'_>,
    sink: &mut Sink,
) -> Result<Read<M::Of<V>>, D::Error> {
    let mut slot = Slot::default();
    deserializer.deserialize_any(Any(Reader::<V, M> { place, sink, slot: &mut slot }))?;
    Ok(slot.required(place, sink).map(|mut kept| M::build::<V>(&mut kept)))
}

/// Makes a value of a text on its own.
pub(crate) fn from_text<V: Value>(text: Text<'_, '_>) -> Result<V, Reason> {
    V::text::<Build>(text).map(|mut kept| V::build(&mut kept))
}

/// Reads a value on its own: the body of every `Deserialize` of this crate.
pub(crate) fn deserialize<'de, V: Value, D: Deserializer<'de>>(deserializer: D) -> Result<V, D::Error> {
    let mut sink = Sink::default();
    let read = read::<V, Build, D>(deserializer, &Place::VALUE, &mut sink)?;
    sink.close(read).map_err(D::Error::custom)
}

macro_rules! impl_deserialize {
    ($Type:ty) => {
        /// From self-describing formats only. The message of an error lists every fault, and holds
        /// nothing of the input.
        impl<'de> serde::Deserialize<'de> for $Type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::read::deserialize(deserializer)
            }
        }
    };
}
pub(crate) use impl_deserialize;
