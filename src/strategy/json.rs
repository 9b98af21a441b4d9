//! JSON as a tree, and the ways to format it.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Write;
use core::slice;

use proptest::strategy::Strategy;

use super::choice::{choice, exactly};

/// A JSON value that keeps the order of properties, and properties of the same name.
#[derive(Clone, Debug)]
pub(super) enum Json {
    /// Written as it is: `null`, a boolean, a number, a deep array, or malformed text.
    Raw(String),
    Text(String),
    Array(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl Json {
    pub(super) fn write(&self, formatting: &Formatting) -> String {
        let mut writer = Writer { text: String::new(), formatting: formatting.0.iter() };
        writer.document(self);
        writer.text
    }
}

/// The choices of a writer about white space and escapes, in their order. A choice of 0 is the plain form, and so is
/// each choice after the last one.
#[derive(Clone, Debug, Default)]
pub(super) struct Formatting(Vec<u8>);

impl Formatting {
    /// Enough choices for a customer with two documents.
    const CHOICES: usize = 256;

    /// A choice is a random byte times this number, or 0 if that does not fit in a byte. So two thirds of them are
    /// plain.
    const STEP: u8 = 3;

    /// The values of a strategy, each with a formatting. The formatting is first shrunk as a whole, to the plain form.
    /// Once the value cannot be shrunk any further, it is shrunk choice by choice.
    pub(super) fn with<S: Strategy>(strategy: S) -> impl Strategy<Value = (S::Value, Self)> {
        let fancy = |choice: usize| u8::try_from(choice * usize::from(Self::STEP)).unwrap_or(0);
        let choices = exactly(Self::CHOICES, choice(256).prop_map(fancy));
        (choice(2), strategy, choices).prop_map(|(is_fancy, value, choices)| {
            let formatting = if is_fancy == 1 { Self(choices) } else { Self::default() };
            (value, formatting)
        })
    }
}

struct Writer<'s> {
    text: String,
    formatting: slice::Iter<'s, u8>,
}

impl Writer<'_> {
    fn choice(&mut self) -> u8 {
        self.formatting.next().copied().unwrap_or(0)
    }

    fn document(&mut self, json: &Json) {
        self.space();
        self.value(json);
        self.space();
    }

    fn value(&mut self, json: &Json) {
        match json {
            Json::Raw(raw) => self.text.push_str(raw),
            Json::Text(text) => self.string(text),
            Json::Array(elements) => self.list(['[', ']'], elements, Self::document),
            Json::Object(properties) => self.list(['{', '}'], properties, |writer, (name, value)| {
                writer.space();
                writer.string(name);
                writer.space();
                writer.text.push(':');
                writer.document(value);
            }),
        }
    }

    fn list<T>(&mut self, [open, close]: [char; 2], list: &[T], write: impl Fn(&mut Self, &T)) {
        self.text.push(open);
        if list.is_empty() {
            self.space();
        }
        for (i, element) in list.iter().enumerate() {
            if i > 0 {
                self.text.push(',');
            }
            write(self, element);
        }
        self.text.push(close);
    }

    /// Writes white space. Each run of up to three characters has a number.
    fn space(&mut self) {
        let mut run = self.choice() / Formatting::STEP;
        while run > 0 {
            run -= 1;
            self.text.push(match run % 4 {
                0 => ' ',
                1 => '\n',
                2 => '\t',
                _ => '\r',
            });
            run /= 4;
        }
    }

    fn string(&mut self, text: &str) {
        // Bit i: whether every eighth character from the i-th on is escaped, also where it need not be. The two highest
        // bits are the style of the escape as well.
        let escaped = self.choice();
        self.text.push('"');
        for (i, c) in text.chars().enumerate() {
            if escaped >> (i % 8) & 1 == 1 || matches!(c, '\0'..='\x1f' | '"' | '\\') {
                self.escape(c, escaped >> 6);
            } else {
                self.text.push(c);
            }
        }
        self.text.push('"');
    }

    fn escape(&mut self, c: char, style: u8) {
        let short = match c {
            '"' | '\\' | '/' => Some(c),
            '\x08' => Some('b'),
            '\x0c' => Some('f'),
            '\n' => Some('n'),
            '\r' => Some('r'),
            '\t' => Some('t'),
            _ => None,
        };
        if let Some(short) = short.filter(|_| style & 1 == 0) {
            self.text.extend(['\\', short]);
            return;
        }
        for unit in c.encode_utf16(&mut [0; 2]) {
            // Writing to a String cannot fail.
            let _ =
                if style & 2 == 0 { write!(self.text, "\\u{unit:04x}") } else { write!(self.text, "\\u{unit:04X}") };
        }
    }
}
