//! The position that a violation has to have (S12), found by walking the bytes of a well-formed body, and its rank in the
//! report (S13).

use super::table;

/// Offset, line and column of a violation, by its path and code.
pub(crate) fn position(body: &[u8], path: &str, code: &str) -> (usize, usize, usize) {
    let offset = offset(body, path, code);
    let before = &body[..offset];
    let line_start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |newline| newline + 1);
    (offset, before.split(|byte| *byte == b'\n').count(), offset - line_start + 1)
}

/// Where a violation is found, and its rank among those that are found there.
pub(super) fn rank(body: &[u8], path: &str, code: &str) -> (usize, usize) {
    let steps = path.split('[').map(|step| step.split_once(']').map_or(step, |(_, rest)| rest));
    let in_table = steps.collect::<Vec<_>>().join("[]");
    let mut conditions = table::CONDITIONS.iter();
    if conditions.any(|condition| condition.then == in_table && condition.list.unknown == code) {
        // Found where the object ends, before its missing properties.
        let object = path.rsplit_once('.').map_or("Body", |(object, _)| object);
        return (value_end(body, offset(body, object, "")) - 1, 0);
    }
    let row = table::PROPERTIES.iter().position(|row| code == "required" && row.path == in_table);
    (offset(body, path, code), row.map_or(0, |row| row + 1))
}

fn offset(body: &[u8], path: &str, code: &str) -> usize {
    let mut at = white_space(body, 0);
    let mut steps = path.split(['.', '[']).filter(|_| path != "Body").peekable();
    while let Some(step) = steps.next() {
        let is_last = steps.peek().is_none();
        match step.strip_suffix(']') {
            Some(index) => {
                for _ in 0..index.parse().expect("an index") {
                    at = white_space(body, value_end(body, white_space(body, at + 1)));
                }
                at = white_space(body, at + 1);
            }
            None => match (property(body, at, step), code) {
                (Found::Missing(end), "required") if is_last => return end,
                (Found::Twice(_, second), "duplicate") if is_last => return second,
                (Found::Once(value) | Found::Twice(value, _), _) => at = value,
                (Found::Missing(_), _) => panic!("{path} {code} is not there"),
            },
        }
    }
    at
}

enum Found {
    /// Where the object ends.
    Missing(usize),
    /// Where the value starts.
    Once(usize),
    /// Where the first value and the second name start.
    Twice(usize, usize),
}

/// Finds a name in the object that starts at an offset.
fn property(body: &[u8], object: usize, name: &str) -> Found {
    let mut first = None;
    let mut at = white_space(body, object + 1);
    while body[at] != b'}' {
        let name_end = value_end(body, at);
        // A name that is no text is none of the contract's.
        let is_it = serde_json::from_slice::<String>(&body[at..name_end]).is_ok_and(|text| text == name);
        let value = white_space(body, white_space(body, name_end) + 1);
        match first {
            Some(first) if is_it => return Found::Twice(first, at),
            None if is_it => first = Some(value),
            _ => {}
        }
        at = white_space(body, value_end(body, value));
        if body[at] == b',' {
            at = white_space(body, at + 1);
        }
    }
    first.map_or(Found::Missing(at), Found::Once)
}

fn white_space(body: &[u8], at: usize) -> usize {
    at + body[at..].iter().take_while(|byte| b" \t\r\n".contains(byte)).count()
}

/// Where the value that starts at an offset ends.
fn value_end(body: &[u8], start: usize) -> usize {
    let mut depth = 0;
    let mut at = start;
    loop {
        match body.get(at) {
            Some(b'"') => {
                at += 1;
                while body[at] != b'"' {
                    at += if body[at] == b'\\' { 2 } else { 1 };
                }
            }
            Some(b'{' | b'[') => depth += 1,
            Some(b'}' | b']') if depth > 0 => depth -= 1,
            // A number or a literal ends at what cannot be part of it.
            None | Some(b'}' | b']' | b',' | b' ' | b'\t' | b'\r' | b'\n') if depth == 0 => return at,
            _ => {}
        }
        at += 1;
        let ends_itself = matches!(body[start], b'"' | b'{' | b'[');
        if depth == 0 && ends_itself {
            return at;
        }
    }
}
