//! `--lines`: one body per line, checked by several threads, with the verdicts in the order of the lines.

use std::io::{self, Write};
use std::mem;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{self, Builder};

use customer_schema::{Customer, Violations};
use serde::Serialize;

use crate::batch::{Batch, Batches};
use crate::progress::Progress;
use crate::{Input, OUTPUT, name_error};

/// Prints a verdict per line. Returns whether all bodies are valid.
pub(crate) fn check(input: Input, output: impl Write, threads: usize) -> io::Result<bool> {
    let Input { name, length, reader } = input;
    let mut batches = Batches::new(reader);
    let next_batch = move || batches.next().map_err(name_error(&name));
    let mut verdicts = Verdicts { output, progress: Progress::new(length) };
    if threads == 1 {
        in_this_thread(next_batch, &mut verdicts)?;
    } else {
        in_threads(next_batch, &mut verdicts, threads)?;
    }
    verdicts.finish()
}

fn in_this_thread(
    mut next_batch: impl FnMut() -> io::Result<Option<Batch>>,
    verdicts: &mut Verdicts<impl Write>,
) -> io::Result<()> {
    while let Some(batch) = next_batch()? {
        check_batch(&batch, |part| verdicts.write(&part))?;
    }
    Ok(())
}

/// One thread reads, `threads` check, and the current one writes. Batches go to the threads in turn, and their verdicts are
/// taken in turn: this keeps the order. The channels are short: this bounds the memory.
fn in_threads(
    mut next_batch: impl FnMut() -> io::Result<Option<Batch>> + Send,
    verdicts: &mut Verdicts<impl Write>,
    threads: usize,
) -> io::Result<()> {
    thread::scope(|scope| {
        let mut inputs = Vec::new();
        let mut outputs = Vec::new();
        for _ in 0..threads {
            let (input, batches) = sync_channel::<Batch>(1);
            let (parts, output) = sync_channel(2);
            // A thread ends where a channel does: at the end of the input, or after an error.
            Builder::new().spawn_scoped(scope, move || {
                batches.iter().try_for_each(|batch| check_batch(&batch, |part| parts.send(part)))
            })?;
            inputs.push(input);
            outputs.push(output);
        }
        let reader = Builder::new().spawn_scoped(scope, move || read_in_turn(&mut next_batch, &inputs))?;
        write_in_turn(&outputs, verdicts)?;
        reader.join().expect("reading does not panic")
    })
}

fn read_in_turn(
    next_batch: &mut impl FnMut() -> io::Result<Option<Batch>>,
    inputs: &[SyncSender<Batch>],
) -> io::Result<()> {
    for input in inputs.iter().cycle() {
        let Some(batch) = next_batch()? else { break };
        if input.send(batch).is_err() {
            break;
        }
    }
    Ok(())
}

fn write_in_turn(outputs: &[Receiver<Part>], verdicts: &mut Verdicts<impl Write>) -> io::Result<()> {
    for output in outputs.iter().cycle() {
        loop {
            // The batch before was the last one.
            let Ok(part) = output.recv() else { return Ok(()) };
            verdicts.write(&part)?;
            if part.is_last {
                break;
            }
        }
    }
    Ok(())
}

/// Verdicts of a batch or a part of it. A line of 300 bytes can have a verdict of 20,000.
#[derive(Default)]
struct Part {
    text: Vec<u8>,
    valid: u64,
    invalid: u64,
    /// The bytes of input, in the last part of a batch.
    bytes: u64,
    is_last: bool,
}

/// The line of output for an invalid body.
#[derive(Serialize)]
struct Invalid<'v> {
    line: u64,
    valid: bool,
    #[serde(rename = "Request")]
    request: &'v Violations,
    #[serde(skip_serializing_if = "Option::is_none")]
    omitted: Option<usize>,
}

fn check_batch<E>(batch: &Batch, mut emit: impl FnMut(Part) -> Result<(), E>) -> Result<(), E> {
    const PART: usize = 64 * 1024;

    let mut part = Part::default();
    for (line, body) in batch.lines() {
        if let Err(violations) = Customer::check_json(body) {
            let omitted = Some(violations.omitted()).filter(|omitted| *omitted > 0);
            let verdict = Invalid { line, valid: false, request: &violations, omitted };
            serde_json::to_writer(&mut part.text, &verdict).expect("a vector can be written");
            part.text.push(b'\n');
            part.invalid += 1;
        } else {
            part.text.extend(b"{\"valid\":true}\n");
            part.valid += 1;
        }
        if part.text.len() >= PART {
            emit(mem::take(&mut part))?;
        }
    }
    emit(Part { bytes: batch.size(), is_last: true, ..part })
}

/// The output.
struct Verdicts<W> {
    output: W,
    progress: Progress,
}

impl<W: Write> Verdicts<W> {
    fn write(&mut self, part: &Part) -> io::Result<()> {
        self.progress.write(&mut self.output, &part.text).map_err(name_error(OUTPUT))?;
        self.progress.add(part.valid, part.invalid, part.bytes);
        Ok(())
    }

    fn finish(mut self) -> io::Result<bool> {
        self.output.flush().map_err(name_error(OUTPUT))?;
        Ok(self.progress.finish())
    }
}
