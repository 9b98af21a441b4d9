//! The lines of the input in batches: a thread checks one batch at a time.

use std::io::{self, BufRead, Read};
use std::iter;

use memchr::memchr_iter;

/// Some lines of the input.
#[derive(Default)]
pub(crate) struct Batch {
    /// The number of the batch, from 0.
    pub(crate) number: u64,
    /// The number of the first line, from 1.
    first: u64,
    /// Only the thread of the batch writes to this buffer: memory that another processor wrote to is slow.
    bytes: Vec<u8>,
}

impl Batch {
    pub(crate) fn size(&self) -> u64 {
        self.bytes.len() as u64
    }

    /// The number of each line, and the line without its end.
    pub(crate) fn lines(&self) -> impl Iterator<Item = (u64, &[u8])> {
        let mut rest = self.bytes.as_slice();
        let lines = iter::from_fn(move || {
            let (line, after) = rest.split_at(length_of_first_line(rest));
            rest = after;
            (!line.is_empty()).then_some(line)
        });
        (self.first..).zip(lines.map(without_end))
    }
}

fn length_of_first_line(mut bytes: &[u8]) -> usize {
    bytes.skip_until(b'\n').expect("memory can be read")
}

fn without_end(line: &[u8]) -> &[u8] {
    line.strip_suffix(b"\n").map_or(line, |line| line.strip_suffix(b"\r").unwrap_or(line))
}

/// Splits the input into batches.
pub(crate) struct Batches<R> {
    input: R,
    /// The number of the next batch.
    number: u64,
    /// The number of the next line.
    line: u64,
    /// The start of the next batch: a part of a line, and blank lines before it, which are skipped if no other line
    /// follows.
    start: Vec<u8>,
    is_at_start: bool,
    is_at_end: bool,
}

/// The bytes of a batch, without its last line. Large enough that the threads seldom ask for one.
pub(crate) const SIZE: usize = 1024 * 1024;
/// Blank lines of more bytes are checked, so that memory is bounded.
pub(crate) const MAX_BLANK: usize = 1024 * 1024;

impl<R: Read> Batches<R> {
    /// The bytes that are asked for at a time.
    const CHUNK: usize = 256 * 1024;
    const BYTE_ORDER_MARK: &[u8] = "\u{FEFF}".as_bytes();

    pub(crate) const fn new(input: R) -> Self {
        Self { input, number: 0, line: 1, start: Vec::new(), is_at_start: true, is_at_end: false }
    }

    /// Replaces the batch by the next lines, at least one. Returns `false` at the end and after an error. A batch ends
    /// early where the next line has not arrived yet.
    pub(crate) fn read(&mut self, batch: &mut Batch) -> io::Result<bool> {
        let bytes = &mut batch.bytes;
        bytes.clear();
        bytes.append(&mut self.start);
        let mut lines = Lines::default();
        while !self.is_at_end {
            // After an error, the lines that follow would have wrong numbers.
            self.is_at_end = true;
            self.is_at_end = self.read_chunk(bytes)? == 0;
            if self.is_at_start {
                if !self.is_at_end
                    && bytes.len() < Self::BYTE_ORDER_MARK.len()
                    && Self::BYTE_ORDER_MARK.starts_with(bytes)
                {
                    continue;
                }
                self.is_at_start = false;
                if bytes.starts_with(Self::BYTE_ORDER_MARK) {
                    bytes.drain(..Self::BYTE_ORDER_MARK.len());
                }
            }
            lines.scan(bytes);
            let is_full = bytes.len() >= SIZE || lines.end == bytes.len();
            if is_full && lines.checked(bytes) > 0 {
                break;
            }
        }
        if self.is_at_end {
            // The last line may have no end.
            lines.end = bytes.len();
        }
        let end = lines.checked(bytes);
        self.start.extend(&bytes[end..]);
        bytes.truncate(end);
        batch.number = self.number;
        batch.first = self.line;
        self.number += 1;
        self.line += memchr_iter(b'\n', bytes).count() as u64;
        Ok(end > 0)
    }

    /// Reads what has arrived, at most a chunk, to the end of `bytes`. Returns its length, 0 at the end of the input.
    fn read_chunk(&mut self, bytes: &mut Vec<u8>) -> io::Result<usize> {
        let before = bytes.len();
        bytes.resize(before + Self::CHUNK, 0);
        let read = loop {
            match self.input.read(&mut bytes[before..]) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                read => break read,
            }
        };
        bytes.truncate(before + read.as_ref().map_or(0, |len| *len));
        read
    }
}

/// The lines in some bytes, by offsets.
#[derive(Default)]
struct Lines {
    /// The end of the last line.
    end: usize,
    /// The end of the text: behind it, there is white space alone.
    text: usize,
    /// The bytes up to here were scanned.
    scanned: usize,
}

impl Lines {
    /// Scans the bytes that were added.
    fn scan(&mut self, bytes: &[u8]) {
        let added = &bytes[self.scanned..];
        let end_of = |index: Option<usize>| index.map(|index| self.scanned + index + 1);
        let end = end_of(added.iter().rposition(|byte| *byte == b'\n'));
        let text = end_of(added.iter().rposition(|byte| !b" \t\r\n".contains(byte)));
        self.end = end.unwrap_or(self.end);
        self.text = text.unwrap_or(self.text);
        self.scanned = bytes.len();
    }

    /// The end of the lines to be checked: without blank ones at the end, as long as no text follows them.
    fn checked(&self, bytes: &[u8]) -> usize {
        let Some(after_text) = bytes.get(self.text..self.end) else { return self.end };
        let of_text = if self.text == 0 { 0 } else { self.text + length_of_first_line(after_text) };
        if self.end - of_text > MAX_BLANK { self.end } else { of_text }
    }
}
