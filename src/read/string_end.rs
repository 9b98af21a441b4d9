//! The end of the plain part of a JSON string.

/// The offset of the first byte from `at` on that is not a plain character of a string: `"`, `\` or a control byte. The
/// length of `bytes` if there is none.
///
/// Two words are enough for most strings, where wider loads cost more than they gain. Not inlined: the usual path calls
/// nothing, so it needs no stack frame.
#[inline(never)]
pub(super) fn string_end(bytes: &[u8], at: usize) -> usize {
    match bytes.get(at..).and_then(<[u8]>::first_chunk).map(first_special_of_two) {
        Some(Some(index)) => at + index,
        Some(None) => further(bytes, at + 16),
        None => in_words(bytes, at),
    }
}

#[inline(never)]
fn further(bytes: &[u8], mut at: usize) -> usize {
    for _ in 0..3 {
        let Some(words) = bytes.get(at..).and_then(<[u8]>::first_chunk) else { break };
        if let Some(index) = first_special_of_two(words) {
            return at + index;
        }
        at += 16;
    }
    in_blocks(bytes, at)
}

/// A function of its own, so that the usual path stays short. The compiler turns the loop over a block into vector
/// instructions.
#[inline(never)]
fn in_blocks(bytes: &[u8], mut at: usize) -> usize {
    while let Some(block) = bytes.get(at..).and_then(<[u8]>::first_chunk::<64>) {
        if block.iter().fold(0, |found, byte| found | special(*byte)) != 0 {
            break;
        }
        at += 64;
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
    at + rest.iter().position(|byte| special(*byte) != 0).unwrap_or(rest.len())
}

/// 1 for a special byte. No comparison depends on another, so a loop over it becomes vector instructions.
#[inline(always)]
fn special(byte: u8) -> u8 {
    u8::from(byte == b'"') | u8::from(byte == b'\\') | u8::from(byte < 0x20)
}

/// The index of the first special byte of a word.
#[inline(always)]
const fn first_special(word: &[u8; 8]) -> Option<usize> {
    let found = special_bits(word);
    if found == 0 { None } else { Some(found.trailing_zeros() as usize / 8) }
}

/// The index of the first special byte of two words, in one test: which of them has it is hard to predict.
#[inline(always)]
fn first_special_of_two(words: &[u8; 16]) -> Option<usize> {
    let [first, second] = [words.first_chunk(), words.last_chunk()].map(|word| word.map_or(0, special_bits));
    let found = u128::from(first) | u128::from(second) << 64;
    if found == 0 { None } else { Some(found.trailing_zeros() as usize / 8) }
}

/// The high bit of the first special byte of a word. Above it there may be bits of other bytes.
#[inline(always)]
const fn special_bits(word: &[u8; 8]) -> u64 {
    const ONES: u64 = u64::MAX / 255;
    let word = u64::from_le_bytes(*word);
    // Each subtraction sets the high bit of the bytes that it looks for. Borrows can set it in higher bytes as well,
    // and only the lowest one counts. With one bit inverted, `"` is next to the control bytes and the space is not.
    let control_or_quote = (word ^ (ONES * 0x02)).wrapping_sub(ONES * 0x21);
    let escape = (word ^ (ONES * 0x5C)).wrapping_sub(ONES);
    // A special byte has no high bit of its own.
    (control_or_quote | escape) & !word & (ONES << 7)
}
