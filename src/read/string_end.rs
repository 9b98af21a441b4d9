//! The end of the plain part of a JSON string.

/// The offset of the first byte from `at` on that is not a plain character of a string: `"`, `\` or a control byte. The
/// length of `bytes` if there is none.
///
/// Two words are enough for most strings, and setting up anything wider costs more than it gains there. Not inlined: it
/// calls nothing on the usual path, so it needs no stack frame.
#[inline(never)]
pub(super) fn string_end(bytes: &[u8], at: usize) -> usize {
    let Some(words) = bytes.get(at..).and_then(<[u8]>::first_chunk::<16>) else { return in_words(bytes, at) };
    if let Some(index) = words.first_chunk().and_then(first_special) {
        return at + index;
    }
    if let Some(index) = words.last_chunk().and_then(first_special) {
        return at + 8 + index;
    }
    further(bytes, at + 16)
}

#[inline(never)]
fn further(bytes: &[u8], mut at: usize) -> usize {
    for _ in 0..3 {
        let Some(word) = bytes.get(at..).and_then(<[u8]>::first_chunk) else { break };
        if let Some(index) = first_special(word) {
            return at + index;
        }
        at += 8;
    }
    in_blocks(bytes, at)
}

/// Apart, so that the usual path stays short. The compiler turns the loop over a block into vector instructions.
#[inline(never)]
fn in_blocks(bytes: &[u8], mut at: usize) -> usize {
    while let Some(block) = bytes.get(at..).and_then(<[u8]>::first_chunk::<32>) {
        if block.iter().fold(0, |found, byte| found | u8::from(is_special(*byte))) != 0 {
            break;
        }
        at += 32;
    }
    in_words(bytes, at)
}

#[inline(never)]
fn in_words(bytes: &[u8], mut at: usize) -> usize {
    while let Some(word) = bytes.get(at..).and_then(<[u8]>::first_chunk) {
        if let Some(index) = first_special(word) {
            return at + index;
        }
        at += 8;
    }
    let rest = bytes.get(at..).unwrap_or_default();
    at + rest.iter().position(|byte| is_special(*byte)).unwrap_or(rest.len())
}

#[inline(always)]
const fn is_special(byte: u8) -> bool {
    matches!(byte, b'"' | b'\\' | 0..0x20)
}

/// The index of the first special byte of a word.
#[inline(always)]
const fn first_special(word: &[u8; 8]) -> Option<usize> {
    const ONES: u64 = u64::MAX / 255;
    let word = u64::from_le_bytes(*word);
    // Each subtraction sets the high bit of the bytes that it looks for. Borrows can set it in higher bytes as well, and
    // only the lowest one counts. With one bit inverted, `"` is next to the control bytes and the space is not.
    let control_or_quote = (word ^ (ONES * 0x02)).wrapping_sub(ONES * 0x21);
    let escape = (word ^ (ONES * 0x5C)).wrapping_sub(ONES);
    // A special byte has no high bit of its own.
    let found = (control_or_quote | escape) & !word & (ONES << 7);
    if found == 0 { None } else { Some(found.trailing_zeros() as usize / 8) }
}
