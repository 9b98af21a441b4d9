//! Skipping values: they only have to follow the grammar ([S5](crate::guide::contract#S5)).

use super::nesting::Nesting;
use super::string_end::string_end;
use super::{Json, Malformed};
use crate::JsonType;
use crate::read::Source;

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
                        self.four_digits()?;
                    }
                }
                _ => return Err(Malformed),
            }
        }
    }

    /// Takes a value of any type, however deep it is.
    pub(super) fn skip_value(&mut self) -> Result<(), Malformed> {
        match self.peek() {
            b'{' | b'[' => self.skip_container(),
            b'"' => self.skip_string(),
            _ => self.skip_scalar(),
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
        let mut nesting = Nesting::default();
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
                _ => self.skip_scalar()?,
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

    /// Takes a number, `true`, `false` or `null`.
    #[inline(never)]
    fn skip_scalar(&mut self) -> Result<(), Malformed> {
        match self.byte() {
            b't' => self.skip_literal(b"true"),
            b'f' => self.skip_literal(b"false"),
            b'n' => self.skip_literal(b"null"),
            _ => self.skip_number(),
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

    fn skip_number(&mut self) -> Result<(), Malformed> {
        self.at += usize::from(self.byte() == b'-');
        if self.byte() == b'0' {
            self.at += 1;
        } else {
            self.skip_digits()?;
        }
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
