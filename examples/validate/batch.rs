//! The lines of the input in batches: a thread checks one batch at a time.

use std::io::{self, BufRead, BufReader, Read};

/// Some lines of the input.
#[derive(Default)]
pub(crate) struct Batch {
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

    /// Removes the lines from the index on and returns them.
    fn split_off(&mut self, index: usize) -> Self {
        let start = index.checked_sub(1).map_or(0, |last| self.ends[last]);
        let ends = self.ends.drain(index..).map(|end| end - start).collect();
        Self { first: self.first + index as u64, bytes: self.bytes.split_off(start), ends }
    }
}

/// Splits the input into batches.
pub(crate) struct Batches<R> {
    input: BufReader<R>,
    /// Blank lines that are skipped if no other line follows.
    blank: Batch,
    is_at_start: bool,
}

impl<R: Read> Batches<R> {
    /// The bytes of a batch, without its last line. Large enough that passing it on takes no time, small enough that many
    /// threads need little memory.
    const SIZE: usize = 128 * 1024;
    /// Blank lines of more bytes are checked, so that memory is bounded.
    const MAX_BLANK: usize = 1024 * 1024;
    const BYTE_ORDER_MARK: &[u8] = "\u{FEFF}".as_bytes();

    pub(crate) fn new(input: R) -> Self {
        Self { input: BufReader::with_capacity(Self::SIZE, input), blank: Batch::default(), is_at_start: true }
    }

    /// The next lines, at least one; `None` at the end. A batch is passed on early where the next line has not arrived yet.
    pub(crate) fn next(&mut self) -> io::Result<Option<Batch>> {
        let mut batch = std::mem::take(&mut self.blank);
        batch.bytes.reserve(Self::SIZE);
        // The number of lines that are checked.
        let mut checked = 0;
        loop {
            let start = batch.bytes.len();
            if self.input.read_until(b'\n', &mut batch.bytes)? == 0 {
                batch.split_off(checked);
                break;
            }
            if std::mem::take(&mut self.is_at_start) && batch.bytes.starts_with(Self::BYTE_ORDER_MARK) {
                batch.bytes.drain(..Self::BYTE_ORDER_MARK.len());
            }
            batch.ends.push(batch.bytes.len());
            if !batch.bytes[start..].iter().all(|byte| b" \t\r\n".contains(byte)) || batch.bytes.len() > Self::MAX_BLANK
            {
                checked = batch.ends.len();
            }
            if checked > 0 && (batch.bytes.len() >= Self::SIZE || self.input.buffer().is_empty()) {
                self.blank = batch.split_off(checked);
                break;
            }
        }
        Ok((checked > 0).then_some(batch))
    }
}
