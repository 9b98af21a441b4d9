//! What a type makes of a value that stands in its place.

use alloc::string::String;
use alloc::vec::Vec;
use core::marker::PhantomData;

use serde::de::{Deserializer, Error, MapAccess, SeqAccess};

use super::{Answer, Any, Object, Place, Read, Sink};
use crate::{Reason, Rule};

/// What reading leaves behind. Every rule is checked in either mode by the same code.
pub(crate) trait Mode: Sized {
    /// What is kept of a `T`.
    type Of<T>;

    fn of<T>(make: impl FnOnce() -> T) -> Self::Of<T>;
    fn object<O: Object>(members: O::Parts<Self>) -> Result<Self::Of<O>, Reason>;
    fn push<T>(list: &mut Self::Of<Vec<T>>, element: Self::Of<T>);
}

/// Builds the values.
pub(crate) enum Build {}

impl Mode for Build {
    type Of<T> = T;

    fn of<T>(make: impl FnOnce() -> T) -> T {
        make()
    }

    fn object<O: Object>(members: O::Parts<Self>) -> Result<O, Reason> {
        O::assemble(members)
    }

    fn push<T>(list: &mut Vec<T>, element: T) {
        list.push(element);
    }
}

/// Builds nothing: only the verdict counts.
pub(crate) enum Check {}

impl Mode for Check {
    type Of<T> = ();

    fn of<T>(_: impl FnOnce() -> T) {}

    fn object<O: Object>(_: O::Parts<Self>) -> Result<(), Reason> {
        Ok(())
    }

    fn push<T>((): &mut (), (): ()) {}
}

/// A type that can stand in a place of the body.
///
/// It answers one kind of value, the one that its rule asks for; every other is a wrong type.
pub(crate) trait Value: Sized {
    const RULE: Rule;
    type Kept<M: Mode>;

    fn text<M: Mode>(_text: &str) -> Result<Self::Kept<M>, Reason> {
        Err(wrong_type::<Self>())
    }

    fn owned_text<M: Mode>(text: String) -> Result<Self::Kept<M>, Reason> {
        Self::text::<M>(&text)
    }

    fn seq<'de, M: Mode, A: SeqAccess<'de>>(
        reader: Reader<'_, Self, M>,
        seq: A,
    ) -> Result<Read<Self::Kept<M>>, A::Error> {
        Wrong(reader).seq(seq)
    }

    fn map<'de, M: Mode, A: MapAccess<'de>>(
        reader: Reader<'_, Self, M>,
        map: A,
    ) -> Result<Read<Self::Kept<M>>, A::Error> {
        Wrong(reader).map(map)
    }
}

const fn wrong_type<V: Value>() -> Reason {
    Reason::WrongType { expected: V::RULE.json_type() }
}

/// Reads the value at a place, and reports what is wrong with it.
pub(crate) struct Reader<'r, V, M> {
    pub(crate) place: &'r Place<'r>,
    pub(crate) sink: &'r mut Sink,
    types: PhantomData<(V, M)>,
}

impl<'r, V: Value, M: Mode> Reader<'r, V, M> {
    pub(crate) const fn new(place: &'r Place<'r>, sink: &'r mut Sink) -> Self {
        Self { place, sink, types: PhantomData }
    }

    pub(crate) fn wrong_type(self) -> Read<V::Kept<M>> {
        Err(self.sink.report(self.place, wrong_type::<V>()))
    }
}

impl<'de, V: Value, M: Mode> Answer<'de> for Reader<'_, V, M> {
    type Value = Read<V::Kept<M>>;

    fn other(self) -> Self::Value {
        self.wrong_type()
    }

    fn text(self, text: &str) -> Self::Value {
        self.sink.check(self.place, V::text::<M>(text))
    }

    fn owned_text(self, text: String) -> Self::Value {
        self.sink.check(self.place, V::owned_text::<M>(text))
    }

    fn seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Self::Value, A::Error> {
        V::seq(self, seq)
    }

    fn map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        V::map(self, map)
    }
}

/// A reader whose value is of a wrong kind.
struct Wrong<'r, V, M>(Reader<'r, V, M>);

impl<V: Value, M: Mode> Answer<'_> for Wrong<'_, V, M> {
    type Value = Read<V::Kept<M>>;

    fn other(self) -> Self::Value {
        self.0.wrong_type()
    }
}

/// A list of objects. Each element is read whatever became of those before it.
impl<O: Object> Value for Vec<O> {
    const RULE: Rule = Rule::Array(O::MEMBERS);
    type Kept<M: Mode> = M::Of<Self>;

    fn seq<'de, M: Mode, A: SeqAccess<'de>>(
        reader: Reader<'_, Self, M>,
        mut seq: A,
    ) -> Result<Read<M::Of<Self>>, A::Error> {
        let Reader { place, sink, .. } = reader;
        let mut list = Ok(M::of(Vec::new));
        for index in 0.. {
            let place = place.element(index);
            let Some(element) = seq.next_element_seed(Any(Reader::<O, M>::new(&place, sink)))? else { break };
            match (&mut list, element) {
                (Ok(list), Ok(element)) => M::push(list, element),
                (Ok(_), Err(reported)) => list = Err(reported),
                (Err(_), _) => {}
            }
        }
        Ok(list)
    }
}

/// Reads a value on its own: the body of every `Deserialize` of this crate.
pub(crate) fn deserialize<'de, V, D>(deserializer: D) -> Result<V, D::Error>
where
    V: Value<Kept<Build> = V>,
    D: Deserializer<'de>,
{
    let mut sink = Sink::default();
    let reader = Reader::<V, Build>::new(&Place::VALUE, &mut sink);
    let read = deserializer.deserialize_any(Any(reader))?;
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
