//! R5-R7, R11, R16-R20: numbers and kinds of characters.

use customer_schema::Rule;

use crate::Case;
use crate::bodies::{properties, with};

pub(crate) fn cases() -> Vec<Case> {
    // What a length could be counted in by mistake: bytes, UTF-16 units, what is seen.
    let characters = [("a", "a"), ("of two bytes", "é"), ("of two UTF-16 units", "😀"), ("that combine", "e\u{301}")];
    let kept = [
        ("white space alone", "\"  \""),
        ("white space around it", "\" a \""),
        ("a line break", "\"a\\nb\""),
        ("a null character", "\"a\\u0000\""),
        ("a zero width space", "\"\u{200b}\u{200b}\""),
        ("a byte order mark", "\"\u{feff}a\""),
        ("a right-to-left override", "\"\u{202e}ab\""),
        ("a noncharacter", "\"\u{ffff}a\""),
        ("escapes for all of it", "\"\\u0041\\u0064\\u0061\""),
        ("an escaped surrogate pair", "\"\\ud83d\\ude00a\""),
    ];
    let mut cases = Vec::new();
    for (pointer, property) in properties() {
        let Rule::Text(rule) = property.rule else { continue };
        let mut lengths = vec![rule.min, rule.max.unwrap_or(1000)];
        lengths.extend(rule.min.checked_sub(1));
        lengths.extend(rule.max.map(|max| max + 1));
        lengths.sort_unstable();
        for length in lengths {
            for (kind, character) in if length == 0 { &characters[..1] } else { &characters[..] } {
                let text: String = character.chars().cycle().take(length).collect();
                let name = format!("{pointer} of {length} characters {kind}");
                cases.push(Case::body(name, with(&pointer).put(&pointer, format!("\"{text}\""))));
            }
        }
        for (what, raw) in kept {
            cases.push(Case::body(format!("{pointer} with {what}"), with(&pointer).put(&pointer, raw)));
        }
    }
    cases
}
