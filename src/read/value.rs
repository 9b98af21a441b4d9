//! What a type makes of a value that stands in its place.

use alloc::vec::Vec;
use core::mem;

use bumpalo::Bump;
use serde::de::{Deserializer, Error, MapAccess, SeqAccess};

use super::{Answer, Any, Build, Mode, Object, Place, Read, Sink, Slot, Text};
use crate::{Reason, Rule};

/// A type that is one string in JSON.
pub(crate) trait Scalar: Sized {
    const RULE: Rule;
    /// What reading leaves behind of it.
    type Kept<'a, M: Mode>: Copy;

    /// Holds a text to the rule. What has to outlast it goes to `texts`.
    fn read<'a, M: Mode>(text: Text<'a, '_>, texts: &'a Bump) -> Result<Self::Kept<'a, M>, Reason>;
    fn build(kept: Self::Kept<'_, Build>) -> Self;
}

/// A type that can stand in a place of the body.
///
/// It answers one kind of value, the one that its rule asks for; every other is a wrong type.
pub(crate) trait Value: Sized {
    const RULE: Rule;
    /// What reading leaves behind of it.
    type Kept<'a, M: Mode>;
    /// What it is built of.
    type Parts<'a>;

    #[inline]
    fn text<'a, M: Mode>(reader: Reader<'_, 'a, Self, M>, _text: Text<'a, '_>) {
        reader.wrong_type();
    }

    fn seq<'a, 'de: 'a, M: Mode, A: SeqAccess<'de>>(reader: Reader<'_, 'a, Self, M>, seq: A) -> Result<(), A::Error> {
        Wrong(reader).seq(seq)
    }

    fn map<'a, 'de: 'a, M: Mode, A: MapAccess<'de>>(reader: Reader<'_, 'a, Self, M>, map: A) -> Result<(), A::Error> {
        Wrong(reader).map(map)
    }

    /// Asks once more for every part, so that what is built of them cannot fail. A value that may fail is
    /// copied where it is unwrapped, and moving all of a customer about is what costs most.
    fn parts<'a>(kept: &mut Self::Kept<'a, Build>, place: &Place<'_>, sink: &mut Sink) -> Read<Self::Parts<'a>>;

    fn build(parts: Self::Parts<'_>) -> Self;
}

impl<S: Scalar> Value for S {
    const RULE: Rule = S::RULE;
    type Kept<'a, M: Mode> = S::Kept<'a, M>;
    type Parts<'a> = S::Kept<'a, Build>;

    #[inline]
    fn text<'a, M: Mode>(reader: Reader<'_, 'a, Self, M>, text: Text<'a, '_>) {
        match S::read::<M>(text, reader.texts) {
            Ok(kept) => reader.slot.lay(kept),
            Err(reason) => reader.slot.spoil(reader.sink.report(reader.place, reason)),
        }
    }

    #[inline]
    fn parts<'a>(kept: &mut S::Kept<'a, Build>, _: &Place<'_>, _: &mut Sink) -> Read<S::Kept<'a, Build>> {
        Ok(*kept)
    }

    #[inline]
    fn build(kept: S::Kept<'_, Build>) -> S {
        <S as Scalar>::build(kept)
    }
}

/// Reads the value at a place into a slot, and reports what is wrong with it.
///
/// Into a slot, not as a result: a result would be copied at every return on its way out of serde.
pub(crate) struct Reader<'r, 'a, V: Value, M: Mode> {
    pub(crate) place: &'r Place<'r>,
    pub(crate) sink: &'r mut Sink,
    /// Texts that are not in the input as they are, such as those with escapes.
    pub(crate) texts: &'a Bump,
    pub(crate) slot: &'r mut Slot<V::Kept<'a, M>>,
}

impl<V: Value, M: Mode> Reader<'_, '_, V, M> {
    pub(crate) fn wrong_type(self) {
        let reason = Reason::WrongType { expected: V::RULE.json_type() };
        self.slot.spoil(self.sink.report(self.place, reason));
    }
}

impl<'a, 'de: 'a, V: Value, M: Mode> Answer<'de> for Reader<'_, 'a, V, M> {
    type Value = ();

    fn other(self) {
        self.wrong_type();
    }

    #[inline]
    fn text(self, text: Text<'de, '_>) {
        V::text(self, text);
    }

    #[inline]
    fn seq<A: SeqAccess<'de>>(self, seq: A) -> Result<(), A::Error> {
        V::seq(self, seq)
    }

    #[inline]
    fn map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        V::map(self, map)
    }
}

/// A reader whose value is of a wrong kind.
struct Wrong<'r, 'a, V: Value, M: Mode>(Reader<'r, 'a, V, M>);

impl<V: Value, M: Mode> Answer<'_> for Wrong<'_, '_, V, M> {
    type Value = ();

    fn other(self) {
        self.0.wrong_type();
    }
}

/// A list. Each element is read whatever became of those before it.
impl<O: Object> Value for Vec<O> {
    const RULE: Rule = Rule::Array(O::MEMBERS);
    type Kept<'a, M: Mode> = M::List<O>;
    type Parts<'a> = Self;

    fn seq<'a, 'de: 'a, M: Mode, A: SeqAccess<'de>>(
        reader: Reader<'_, 'a, Self, M>,
        mut seq: A,
    ) -> Result<(), A::Error> {
        let Reader { place, sink, texts, slot } = reader;
        let list = slot.begin();
        let mut faulty = None;
        for index in 0.. {
            let place = &place.element(index);
            let mut element = Slot::default();
            if seq.next_element_seed(Any(Reader::<O, M> { place, sink, texts, slot: &mut element }))?.is_none() {
                break;
            }
            match M::build::<O>(&mut element, place, sink) {
                Ok(element) => M::push(list, element),
                Err(reported) => faulty = Some(reported),
            }
        }
        if let Some(reported) = faulty {
            slot.spoil(reported);
        }
        Ok(())
    }

    #[inline]
    fn parts<'a>(kept: &mut Self::Kept<'a, Build>, _: &Place<'_>, _: &mut Sink) -> Read<Self::Parts<'a>> {
        Ok(mem::take(kept))
    }

    #[inline]
    fn build(kept: Self) -> Self {
        kept
    }
}

/// Reads the one value that a deserializer has.
#[inline]
pub(crate) fn read<'de, V: Value, M: Mode, D: Deserializer<'de>>(
    deserializer: D,
    place: &Place<'_>,
    sink: &mut Sink,
) -> Result<Read<M::Of<V>>, D::Error> {
    let texts = Bump::new();
    let mut slot = Slot::default();
    deserializer.deserialize_any(Any(Reader::<V, M> { place, sink, texts: &texts, slot: &mut slot }))?;
    Ok(M::build::<V>(&mut slot, place, sink))
}

/// Makes a value of a text on its own.
pub(crate) fn from_text<S: Scalar>(text: &str) -> Result<S, Reason> {
    S::read::<Build>(Text::Borrowed(text), &Bump::new()).map(<S as Scalar>::build)
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
