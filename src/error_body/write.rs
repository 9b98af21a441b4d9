//! Writing an error body as JSON. Most texts need no escape, and this is checked without a branch for each byte.

use alloc::string::String;
use alloc::vec::Vec;

use super::{ErrorBody, ReasonMap, name};

pub(super) fn to_json(body: &ErrorBody) -> Vec<u8> {
    // Enough if no text needs an escape: the texts, and quotes, commas and brackets around them.
    let size_of_list = |(key, reasons): (&str, &[String])| {
        key.len() + 6 + reasons.iter().map(|reason| reason.len() + 3).sum::<usize>()
    };
    let lists = body.extensions.maps().flat_map(|(_, reasons)| reasons.iter());
    let size: usize = body.texts().map(|(_, text)| text.len()).chain(lists.map(size_of_list)).sum();
    let mut json = Vec::with_capacity(160 + size);
    json.push(b'{');
    for (name, text) in body.texts() {
        property(&mut json, name);
        string(&mut json, text);
    }
    if !body.extensions.is_empty() {
        property(&mut json, name::EXTENSIONS);
        json.push(b'{');
        for (name, reasons) in body.extensions.maps() {
            property(&mut json, name);
            map(&mut json, reasons);
        }
        json.push(b'}');
    }
    json.push(b'}');
    json
}

fn map(json: &mut Vec<u8>, reasons: &ReasonMap) {
    json.push(b'{');
    for (key, reasons) in reasons.iter() {
        property(json, key);
        json.push(b'[');
        for (i, reason) in reasons.iter().enumerate() {
            if i > 0 {
                json.push(b',');
            }
            string(json, reason);
        }
        json.push(b']');
    }
    json.push(b'}');
}

fn property(json: &mut Vec<u8>, name: &str) {
    if json.last() != Some(&b'{') {
        json.push(b',');
    }
    string(json, name);
    json.push(b':');
}

fn string(json: &mut Vec<u8>, text: &str) {
    json.push(b'"');
    // Without an early end, so that the compiler compares many bytes at once.
    if text.bytes().fold(false, |any, byte| any | needs_escape(byte)) {
        text.bytes().for_each(|byte| character(json, byte));
    } else {
        json.extend_from_slice(text.as_bytes());
    }
    json.push(b'"');
}

const fn needs_escape(byte: u8) -> bool {
    byte < b' ' || byte == b'"' || byte == b'\\'
}

fn character(json: &mut Vec<u8>, byte: u8) {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    match byte {
        b'"' | b'\\' => json.extend([b'\\', byte]),
        b'\n' => json.extend(b"\\n"),
        b'\r' => json.extend(b"\\r"),
        b'\t' => json.extend(b"\\t"),
        0x08 => json.extend(b"\\b"),
        0x0C => json.extend(b"\\f"),
        0..b' ' => {
            json.extend(if byte < 16 { b"\\u000" } else { b"\\u001" });
            json.extend(HEX.get(usize::from(byte & 15)));
        }
        _ => json.push(byte),
    }
}
