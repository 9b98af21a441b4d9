//! Texts that follow a rule, or violate it.

use alloc::string::String;
use alloc::vec::Vec;
use core::iter;

use proptest::strategy::{BoxedStrategy, Strategy};

use super::choice::{choice, one_of, up_to, with_ends};
use crate::TextRule;

/// The maximum length of texts whose rule has none, and the maximum excess of texts that are too long.
const LONG: usize = 300;

impl TextRule {
    /// Texts of a valid length, most of them close to a limit. They need not have the form of the rule.
    pub(super) fn valid(self) -> BoxedStrategy<String> {
        let Self { min, .. } = self;
        let spread = self.max.unwrap_or(min + LONG) - min;
        texts(with_ends(spread + 1).prop_map(move |more| min + more))
    }

    /// Texts with too few characters; `None` if every text has enough.
    pub(super) fn too_short(self) -> Option<BoxedStrategy<String>> {
        let most = self.min.checked_sub(1)?;
        Some(texts(with_ends(self.min).prop_map(move |fewer| most - fewer)))
    }

    /// Texts with too many characters; `None` if there is no maximum.
    pub(super) fn too_long(self) -> Option<BoxedStrategy<String>> {
        self.max.map(|max| texts(with_ends(LONG).prop_map(move |more| max + 1 + more)))
    }
}

/// Texts of these lengths: a few characters of one script, repeated.
pub(super) fn texts(lengths: impl Strategy<Value = usize> + 'static) -> BoxedStrategy<String> {
    (lengths, one_of(SCRIPTS), choice(256), up_to(7, choice(256)))
        .prop_map(|(length, script, first, more)| {
            let choices = iter::once(first).chain(more);
            let pattern: Vec<_> = choices.map(|choice| character(script, choice)).collect();
            pattern.into_iter().cycle().take(length).collect()
        })
        .boxed()
}

/// Characters that programs may handle wrongly, in groups, the simplest first.
const SCRIPTS: &[&str] = &[
    "abcxyz",
    "AZ az 09-./'",
    "\"\\/{}[]:, \u{8}\t\n\u{c}\r\u{0}\u{1f}\u{7f}",
    "éüßøñçÅłİıſﬁǅ",
    "e\u{301}o\u{308}a\u{30a}\u{327}",
    "αΩςЖяёҐქԱ",
    "אבגשالعربيةپ\u{200f}\u{202e}\u{2066}",
    "हिन्दीไทยবাংলাதமிழ்",
    "張偉東京都서울가かなカナ々",
    "😀👩\u{200d}\u{1f3fd}🇬🇧𠮷𝔘\u{fe0f}",
    "\u{a0}\u{ad}\u{85}\u{2003}\u{2028}\u{2029}\u{200b}\u{feff}",
    "\u{80}\u{7ff}\u{800}\u{d7ff}\u{e000}\u{fffd}\u{fffe}\u{ffff}\u{10000}\u{10ffff}",
    // Any character.
    "",
];

fn character(script: &str, choice: usize) -> char {
    let anywhere = || u32::try_from(choice * 4357).ok().and_then(char::from_u32);
    let index = choice.checked_rem(script.chars().count());
    index.map_or_else(anywhere, |index| script.chars().nth(index)).unwrap_or(char::REPLACEMENT_CHARACTER)
}
