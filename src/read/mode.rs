//! What reading leaves behind: what values can be built from, or nothing.

use alloc::vec::Vec;
use core::marker::PhantomData;

use bumpalo::Bump;
use compact_str::CompactString;

use super::{Place, Read, Sink, Slot, Text, Value};

/// What reading leaves behind. Every rule is checked in either mode by the same code.
pub(crate) trait Mode: Sized + 'static {
    /// What comes out at the end.
    type Of<V>;
    /// What is left of a text that is a `T`.
    type Text<'a, T>: Copy;
    /// What is left of a list of `V`s.
    type List<V>: Default;

    /// Builds the value out of what is in its slot, all of which has to be well.
    fn build<V: Value>(slot: &mut Slot<V::Kept<'_, Self>>, place: &Place<'_>, sink: &mut Sink) -> Read<Self::Of<V>>;
    fn text<'a, T>(text: Text<'a, '_>, texts: &'a Bump) -> Self::Text<'a, T>;
    fn push<V>(list: &mut Self::List<V>, element: Self::Of<V>);
}

/// Leaves behind what the values can be built from. Nothing is built before all of the body is known to
/// be well, except the elements of a list, one by one. Until then texts stay in the input, and those that
/// do not stand there as they are wait in an arena.
pub(crate) enum Build {}

impl Mode for Build {
    type Of<V> = V;
    type Text<'a, T> = Checked<'a, T>;
    type List<V> = Vec<V>;

    #[inline]
    fn build<V: Value>(slot: &mut Slot<V::Kept<'_, Self>>, place: &Place<'_>, sink: &mut Sink) -> Read<V> {
        V::parts(slot.required(place, sink)?, place, sink).map(V::build)
    }

    #[inline]
    fn text<'a, T>(text: Text<'a, '_>, texts: &'a Bump) -> Checked<'a, T> {
        let text = match text {
            Text::Borrowed(text) => text,
            passing => keep(passing.as_str(), texts),
        };
        Checked { text, rule: PhantomData }
    }

    #[inline]
    fn push<V>(list: &mut Vec<V>, element: V) {
        list.push(element);
    }
}

/// Apart, so that the usual way stays short enough to be inlined.
#[inline(never)]
fn keep<'a>(text: &str, texts: &'a Bump) -> &'a str {
    texts.alloc_str(text)
}

/// Leaves nothing behind: only the verdict counts.
pub(crate) enum Check {}

impl Mode for Check {
    type Of<V> = ();
    type Text<'a, T> = ();
    type List<V> = ();

    #[inline]
    fn build<V: Value>(slot: &mut Slot<V::Kept<'_, Self>>, place: &Place<'_>, sink: &mut Sink) -> Read<()> {
        slot.required(place, sink).map(drop)
    }

    #[inline]
    fn text<T>(_: Text<'_, '_>, _: &Bump) {}

    #[inline]
    fn push<V>((): &mut (), (): ()) {}
}

/// A text that the rule of `T` holds for.
///
/// A plain reference: what owns nothing needs no clearing away, which took a tenth of the time.
pub(crate) struct Checked<'a, T> {
    text: &'a str,
    rule: PhantomData<T>,
}

impl<T> Clone for Checked<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Checked<'_, T> {}

impl<T> Checked<'_, T> {
    #[inline]
    pub(crate) fn to_compact(self) -> CompactString {
        self.text.into()
    }
}
