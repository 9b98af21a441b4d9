//! The lines of the input in batches: a thread checks one batch at a time.

use std::io::{self, BufRead, BufReader, Read};
use std::mem;

/// Some lines of the input.
#[derive(Default)]
pub(crate) struct Batch {
    /// The number of the batch, from 0.
    pub(crate) number: u64,
    /// The number of the first line, from 0.
    first: u64,
    bytes: Vec<u8>,
    /// The end of each line in `bytes`.
    ends: Vec<usize>,
}

impl Batch {
    pub(crate) fn size(&self) -> u64 {
        self.bytes.len() as u64
    }

    /// The number of each line, from 1, and the line without its end.
    pub(crate) fn lines(&self) -> impl Iterator<Item = (u64, &[u8])> {
        let starts = [0].into_iter().chain(self.ends.iter().copied());
        let lines = starts.zip(&self.ends).map(|(start, end)| &self.bytes[start..*end]);
        let bodies =
            lines.map(|line| line.strip_suffix(b"\n").map_or(line, |line| line.strip_suffix(b"\r").unwrap_or(line)));
        (self.first + 1..).zip(bodies)
    }

    /// The bytes of the first lines.
    fn end_of(&self, lines: usize) -> usize {
        lines.checked_sub(1).map_or(0, |last| self.ends[last])
    }

    /// Moves the lines from the index on to the start of the next batch, which is empty.
    fn move_lines(&mut self, index: usize, next: &mut Self) {
        let start = self.end_of(index);
        next.number = self.number + 1;
        next.first = self.first + index as u64;
        next.bytes.extend(&self.bytes[start..]);
        next.ends.extend(self.ends.drain(index..).map(|end| end - start));
        self.bytes.truncate(start);
    }

    fn clear(&mut self) {
        self.bytes.clear();
        self.ends.clear();
    }
}

/// Splits the input into batches.
pub(crate) struct Batches<R> {
    input: BufReader<R>,
    /// The start of the next batch: blank lines that are skipped if no other line follows.
    next: Batch,
    is_at_start: bool,
    is_at_end: bool,
}

impl<R: Read> Batches<R> {
    /// The bytes of a batch, without its last line. With an eighth of it, threads wait for each other six times as
    /// often.
    const SIZE: usize = 1024 * 1024;
    const BUFFER: usize = 128 * 1024;
    /// Blank lines of more bytes are checked, so that memory is bounded.
    const MAX_BLANK: usize = 1024 * 1024;
    const BYTE_ORDER_MARK: &[u8] = "\u{FEFF}".as_bytes();

    pub(crate) fn new(input: R) -> Self {
        let input = BufReader::with_capacity(Self::BUFFER, input);
        Self { input, next: Batch::default(), is_at_start: true, is_at_end: false }
    }

    /// Replaces the batch by the next lines, at least one. Returns `false` at the end and after an error. A batch ends early
    /// where the next line has not arrived yet.
    pub(crate) fn read(&mut self, batch: &mut Batch) -> io::Result<bool> {
        mem::swap(batch, &mut self.next);
        self.next.clear();
        // The number of lines that are checked.
        let mut checked = 0;
        while !self.is_at_end {
            let start = batch.bytes.len();
            // After an error, the lines that follow would have wrong numbers.
            self.is_at_end = true;
            self.is_at_end = self.input.read_until(b'\n', &mut batch.bytes)? == 0;
            if self.is_at_end {
                break;
            }
            if mem::take(&mut self.is_at_start) && batch.bytes.starts_with(Self::BYTE_ORDER_MARK) {
                batch.bytes.drain(..Self::BYTE_ORDER_MARK.len());
            }
            batch.ends.push(batch.bytes.len());
            let is_blank = batch.bytes[start..].iter().all(|byte| b" \t\r\n".contains(byte));
            if !is_blank || batch.bytes.len() - batch.end_of(checked) > Self::MAX_BLANK {
                checked = batch.ends.len();
            }
            if checked > 0 && (batch.bytes.len() >= Self::SIZE || self.input.buffer().is_empty()) {
                break;
            }
        }
        batch.move_lines(checked, &mut self.next);
        Ok(checked > 0)
    }
}
