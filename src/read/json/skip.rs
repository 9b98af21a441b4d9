//! Skipping values: they only have to follow the grammar, except for lone surrogates where they are malformed
//! ([S5](crate::guide::contract#S5)).

use super::nesting::Nesting;
use super::{Json, Malformed};
use crate::JsonType;
use crate::read::Source;
use crate::read::escape::four_digits;
use crate::read::string_end::string_end;

impl Json<'_> {
    /// Takes a name with its colon as an unknown one. Its escapes are not resolved.
    #[inline(always)]
    pub(super) fn skip_name(&mut self) -> Result<(), Malformed> {
        self.expect(b'"')?;
        self.skip_text()?;
        self.expect(b':')
    }

    /// Takes the rest of a string. Its escapes are not resolved.
    #[inline(always)]
    fn skip_text(&mut self) -> Result<(), Malformed> {
        loop {
            self.at = string_end(self.text.as_bytes(), self.at);
            match self.byte() {
                b'"' => {
                    self.at += 1;
                    return Ok(());
                }
                b'\\' => {
                    self.at += 1;
                    if !matches!(self.byte(), b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' | b'u') {
                        return Err(Malformed);
                    }
                    self.at += 1;
                    if self.text.as_bytes().get(self.at - 1) == Some(&b'u') {
                        match four_digits(self.text, self.at) {
                            Ok(_) => self.at += 4,
                            Err(at) => {
                                self.at = at;
                                return Err(Malformed);
                            }
                        }
                    }
                }
                _ => return Err(Malformed),
            }
        }
    }

    /// Takes a value of any type, however deep it is. If it is a string, `is_strict` decides whether a lone
    /// surrogate makes it malformed.
    #[inline(always)]
    pub(super) fn skip_value(&mut self, is_strict: bool) -> Result<(), Malformed> {
        match self.peek() {
            b'{' | b'[' => self.skip_container(),
            b'"' if is_strict => self.content(false).map(drop),
            b'"' => self.skip_string(),
            byte => self.skip_scalar(byte),
        }
    }

    /// Takes a string. Its escapes are not resolved.
    #[inline(never)]
    fn skip_string(&mut self) -> Result<(), Malformed> {
        self.at += 1;
        self.skip_text()
    }

    /// Takes an object or array.
    #[inline(never)]
    fn skip_container(&mut self) -> Result<(), Malformed> {
        let mut nesting = Nesting::new(self.text.len() - self.at);
        loop {
            match self.peek() {
                b'"' => self.skip_string()?,
                b'{' => {
                    if self.enter(JsonType::Object) {
                        nesting.push(JsonType::Object);
                        self.skip_name()?;
                        continue;
                    }
                }
                b'[' => {
                    if self.enter(JsonType::Array) {
                        nesting.push(JsonType::Array);
                        continue;
                    }
                }
                byte => self.skip_scalar(byte)?,
            }
            loop {
                let Some(container) = nesting.last() else { return Ok(()) };
                if self.more(container)? {
                    if let JsonType::Object = container {
                        self.skip_name()?;
                    }
                    break;
                }
                nesting.pop();
            }
        }
    }

    /// Takes a number, `true`, `false` or `null`, whose first byte is `byte`.
    #[inline(never)]
    fn skip_scalar(&mut self, byte: u8) -> Result<(), Malformed> {
        match byte {
            b't' => self.skip_literal(b"true"),
            b'f' => self.skip_literal(b"false"),
            b'n' => self.skip_literal(b"null"),
            b'-' => {
                self.at += 1;
                self.skip_unsigned(self.byte())
            }
            digit => self.skip_unsigned(digit),
        }
    }

    fn skip_literal(&mut self, literal: &[u8]) -> Result<(), Malformed> {
        for byte in literal {
            if self.byte() != *byte {
                return Err(Malformed);
            }
            self.at += 1;
        }
        Ok(())
    }

    /// Takes a number without its sign, whose first byte is `digit`.
    #[inline(always)]
    fn skip_unsigned(&mut self, digit: u8) -> Result<(), Malformed> {
        if digit == b'0' {
            self.at += 1;
        } else {
            self.skip_digits()?;
        }
        // Most numbers are integers.
        if matches!(self.byte(), b'.' | b'e' | b'E') { self.skip_fraction() } else { Ok(()) }
    }

    /// Takes the fraction and the exponent of a number, if it has them.
    fn skip_fraction(&mut self) -> Result<(), Malformed> {
        if self.byte() == b'.' {
            self.at += 1;
            self.skip_digits()?;
        }
        if let b'e' | b'E' = self.byte() {
            self.at += 1;
            self.at += usize::from(matches!(self.byte(), b'+' | b'-'));
            self.skip_digits()?;
        }
        Ok(())
    }

    /// Takes digits, at least one.
    fn skip_digits(&mut self) -> Result<(), Malformed> {
        let start = self.at;
        while self.byte().is_ascii_digit() {
            self.at += 1;
        }
        if self.at > start { Ok(()) } else { Err(Malformed) }
    }
}
