//! Documents as texts: compact, with white space, with escapes, with a property given twice, or with a wrong byte.

use serde_json::Value;

use crate::documents::{Draft, drafts};
use crate::random::Random;

/// The text of a body.
pub struct Text {
    /// The bytes. A wrong byte can make them anything but UTF-8.
    pub bytes: Vec<u8>,
    /// Whether it was made to be valid. Others are mostly invalid.
    pub is_valid: bool,
}

/// Texts without end, the same for the same seed.
pub fn texts(seed: u64) -> impl Iterator<Item = Text> {
    let mut random = Random(!seed);
    drafts(seed).map(move |Draft { body, is_valid }| {
        // Of sixteen texts, eight are as `serde_json` writes them.
        let way = random.below(16);
        let mut writer =
            Writer { random: &mut random, escapes: false, spaces: false, twice: None, text: String::new() };
        match way {
            0..8 => return Text { bytes: body.to_string().into_bytes(), is_valid },
            8..10 => writer.spaces = true,
            10..12 => writer.escapes = true,
            12 => (writer.spaces, writer.escapes) = (true, true),
            13 => writer.twice = Some(writer.random.below(20)),
            _ => {}
        }
        writer.value(&body);
        let is_single = way != 13 || writer.twice.is_some();
        let mut bytes = writer.text.into_bytes();
        if way > 13 {
            break_bytes(&mut bytes, &mut random);
        }
        Text { bytes, is_valid: is_valid && is_single && way <= 13 }
    })
}

/// Replaces, removes or adds one byte, or cuts the text off.
fn break_bytes(bytes: &mut Vec<u8>, random: &mut Random) {
    const BYTES: &[u8] = b"{}[]\",:\\ \n\t\0\x1f\x7f\x80\xc0\xed\xf4\xff019eE+-.utfnaA/";
    let at = random.below(bytes.len());
    match random.below(4) {
        0 => bytes[at] = *random.pick(BYTES),
        1 => drop(bytes.remove(at)),
        2 => bytes.insert(at, *random.pick(BYTES)),
        _ => bytes.truncate(at),
    }
}

struct Writer<'r> {
    random: &'r mut Random,
    escapes: bool,
    spaces: bool,
    /// The property after so many others is written twice; `None` once it was.
    twice: Option<usize>,
    text: String,
}

impl Writer<'_> {
    fn value(&mut self, value: &Value) {
        self.space();
        match value {
            Value::String(text) => self.string(text),
            Value::Array(values) => self.list(['[', ']'], values, Self::value),
            Value::Object(entries) => self.list(['{', '}'], entries, |writer, (name, value)| {
                writer.entry(name, value);
                match &mut writer.twice {
                    Some(0) => {
                        writer.twice = None;
                        writer.text.push(',');
                        let other = if writer.random.one_in(2) { value } else { &Value::Null };
                        writer.entry(name, other);
                    }
                    Some(properties) => *properties -= 1,
                    None => {}
                }
            }),
            Value::Null | Value::Bool(_) | Value::Number(_) => self.text.push_str(&value.to_string()),
        }
        self.space();
    }

    fn list<T>(
        &mut self,
        [open, close]: [char; 2],
        items: impl IntoIterator<Item = T>,
        mut write: impl FnMut(&mut Self, T),
    ) {
        self.text.push(open);
        self.space();
        for (index, item) in items.into_iter().enumerate() {
            if index > 0 {
                self.text.push(',');
            }
            write(self, item);
        }
        self.text.push(close);
    }

    fn entry(&mut self, name: &str, value: &Value) {
        self.space();
        self.string(name);
        self.space();
        self.text.push(':');
        self.value(value);
    }

    fn string(&mut self, text: &str) {
        if !self.escapes {
            self.text.push_str(&Value::from(text).to_string());
            return;
        }
        self.text.push('"');
        for character in text.chars() {
            self.character(character);
        }
        self.text.push('"');
    }

    fn character(&mut self, character: char) {
        let needs_one = character < ' ' || "\"\\".contains(character);
        if !needs_one && !self.random.one_in(3) {
            self.text.push(character);
            return;
        }
        if let Some(letter) = short(character)
            && self.random.one_in(2)
        {
            self.text.extend(['\\', letter]);
            return;
        }
        for unit in character.encode_utf16(&mut [0; 2]) {
            let digits = if self.random.one_in(2) { format!("\\u{unit:04x}") } else { format!("\\u{unit:04X}") };
            self.text.push_str(&digits);
        }
    }

    fn space(&mut self) {
        if self.spaces && self.random.one_in(3) {
            let space: &&str = self.random.pick(&[" ", "\n", "\t", "\r\n", "    ", " \n\n  "]);
            self.text.push_str(space);
        }
    }
}

/// The letter of the two-character escape.
fn short(character: char) -> Option<char> {
    let escapes =
        [('"', '"'), ('\\', '\\'), ('/', '/'), ('\u{8}', 'b'), ('\u{c}', 'f'), ('\n', 'n'), ('\r', 'r'), ('\t', 't')];
    escapes.into_iter().find(|(of, _)| *of == character).map(|(_, letter)| letter)
}
