//! Characters in a text that raise an advisory.

use super::AdvisoryKind;

/// The kinds of advisories that a text raises.
pub(super) fn kinds(text: &str) -> impl Iterator<Item = AdvisoryKind> {
    let is_surrounded = text.starts_with(char::is_whitespace) || text.ends_with(char::is_whitespace);
    [
        (is_surrounded, AdvisoryKind::SurroundingWhiteSpace),
        (text.contains(char::is_control), AdvisoryKind::ControlCharacter),
        (text.contains(is_direction_mark), AdvisoryKind::DirectionMark),
        (text.contains(is_invisible), AdvisoryKind::InvisibleCharacter),
    ]
    .into_iter()
    .filter_map(|(is_so, kind)| is_so.then_some(kind))
}

/// The Unicode property `Bidi_Control`.
const fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// The Unicode property `Default_Ignorable_Code_Point` without `Bidi_Control`, `Join_Control` and `Variation_Selector`,
/// and U+2800, which is blank.
const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{AD}'
            | '\u{34F}'
            | '\u{115F}'..='\u{1160}'
            | '\u{17B4}'..='\u{17B5}'
            | '\u{180E}'
            | '\u{200B}'
            | '\u{2060}'..='\u{2065}'
            | '\u{206A}'..='\u{206F}'
            | '\u{2800}'
            | '\u{3164}'
            | '\u{FEFF}'
            | '\u{FFA0}'
            | '\u{FFF0}'..='\u{FFF8}'
            | '\u{1BCA0}'..='\u{1BCA3}'
            | '\u{1D173}'..='\u{1D17A}'
            | '\u{E0000}'..='\u{E00FF}'
            | '\u{E01F0}'..='\u{E0FFF}'
    )
}
