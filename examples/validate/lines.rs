//! `--lines`: one body per line, checked by several threads, with the verdicts in the order of the lines.

use std::collections::BTreeMap;
use std::io::{self, Read, Write};
use std::mem;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, Builder};

use customer_schema::{Customer, Violations};
use serde::Serialize;

use crate::batch::{Batch, Batches};
use crate::progress::Progress;
use crate::{Input, OUTPUT, name_error};

/// Prints a verdict per line. Returns whether all bodies are valid.
pub(crate) fn check(input: Input, output: impl Write + Send, threads: usize) -> io::Result<bool> {
    let Input { name, length, reader } = input;
    let output = Output {
        writer: output,
        progress: Progress::new(length),
        batch: 0,
        early: BTreeMap::new(),
        error: None,
        is_stopped: false,
    };
    let (input, output) = (Mutex::new(Batches::new(reader)), Mutex::new(output));
    let lines = Lines { input, output, turn: Condvar::new(), threads };
    let read = thread::scope(|scope| {
        // Fewer threads than asked for do the same work.
        let others = (1..threads).map_while(|_| Builder::new().spawn_scoped(scope, || lines.work()).ok());
        let others: Vec<_> = others.collect();
        let this = lines.work();
        others.into_iter().map(|thread| thread.join().expect("no thread panics")).fold(this, Result::and)
    });
    let Output { mut writer, progress, error, .. } = lines.output.into_inner().unwrap_or_else(PoisonError::into_inner);
    error.map_or_else(|| writer.flush(), Err).map_err(name_error(OUTPUT))?;
    read.map_err(name_error(&name))?;
    Ok(progress.finish())
}

/// The state that the threads share. Each thread reads a batch, checks it, and writes its verdicts when all earlier
/// ones are written. If some are not, it leaves its own to be written later, unless as many as there are threads wait
/// already.
struct Lines<R, W> {
    input: Mutex<Batches<R>>,
    output: Mutex<Output<W>>,
    /// Notified when the next batch may be written.
    turn: Condvar,
    threads: usize,
}

struct Output<W> {
    writer: W,
    progress: Progress,
    /// The number of the batch to be written.
    batch: u64,
    /// The verdicts of batches that were checked before an earlier one, at most as many as there are threads.
    early: BTreeMap<u64, Checked>,
    error: Option<io::Error>,
    is_stopped: bool,
}

impl<R: Read, W: Write> Lines<R, W> {
    /// Checks batches until the input ends or cannot be read, or until the output is stopped.
    fn work(&self) -> io::Result<()> {
        let _guard = StopOnPanic(self);
        let mut batch = Batch::default();
        let mut verdicts = Verdicts::default();
        while lock(&self.input).read(&mut batch)? {
            for (line, body) in batch.lines() {
                verdicts.check(line, body);
                if verdicts.text.len() >= Verdicts::MAX_TEXT && !self.write(&batch, &mut verdicts, false) {
                    return Ok(());
                }
            }
            if !self.write(&batch, &mut verdicts, true) {
                return Ok(());
            }
        }
        Ok(())
    }

    /// Writes verdicts of a batch when it is its turn, and clears them. Returns whether to go on.
    fn write(&self, batch: &Batch, verdicts: &mut Verdicts, is_last: bool) -> bool {
        let mut output = lock(&self.output);
        let is_turn = |output: &Output<W>| output.batch == batch.number || output.is_stopped;
        if is_last && !is_turn(&output) && output.early.len() < self.threads {
            // Going to sleep until it is its turn would take longer than checking most batches.
            output.early.insert(batch.number, Checked { verdicts: mem::take(verdicts), size: batch.size() });
            return true;
        }
        let output = self.turn.wait_while(output, |output| !is_turn(output));
        let mut output = output.unwrap_or_else(PoisonError::into_inner);
        output.write(verdicts, if is_last { batch.size() } else { 0 });
        verdicts.clear();
        if is_last {
            output.batch += 1;
            output.write_early();
        }
        if is_last || output.is_stopped {
            self.turn.notify_all();
        }
        !output.is_stopped
    }
}

/// A batch that was checked.
struct Checked {
    verdicts: Verdicts,
    /// The size of the batch.
    size: u64,
}

impl<W: Write> Output<W> {
    /// Writes verdicts. Stops the output if they cannot be written.
    fn write(&mut self, verdicts: &Verdicts, size: u64) {
        if self.is_stopped {
            return;
        }
        if let Err(error) = self.progress.write(&mut self.writer, &verdicts.text) {
            self.error = Some(error);
            self.is_stopped = true;
        } else {
            self.progress.add(verdicts.valid, verdicts.invalid, size);
        }
    }

    /// Writes the batches that follow and are checked already.
    fn write_early(&mut self) {
        while let Some(Checked { verdicts, size }) = self.early.remove(&self.batch) {
            self.write(&verdicts, size);
            self.batch += 1;
        }
    }
}

/// Stops the other threads if this one panics: they would wait for its batch.
struct StopOnPanic<'l, R, W>(&'l Lines<R, W>);

impl<R, W> Drop for StopOnPanic<'_, R, W> {
    fn drop(&mut self) {
        if thread::panicking() {
            lock(&self.0.output).is_stopped = true;
            self.0.turn.notify_all();
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Verdicts of a batch or a part of it.
#[derive(Default)]
struct Verdicts {
    text: Vec<u8>,
    valid: u64,
    invalid: u64,
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

impl Verdicts {
    /// Longer texts are written before the end of a batch: a line of 300 bytes can have a verdict of 20,000.
    const MAX_TEXT: usize = 256 * 1024;

    fn check(&mut self, line: u64, body: &[u8]) {
        let Err(violations) = Customer::check_json(body) else {
            self.text.extend(b"{\"valid\":true}\n");
            self.valid += 1;
            return;
        };
        let omitted = Some(violations.omitted()).filter(|omitted| *omitted > 0);
        let verdict = Invalid { line, valid: false, request: &violations, omitted };
        serde_json::to_writer(&mut self.text, &verdict).expect("a vector can be written");
        self.text.push(b'\n');
        self.invalid += 1;
    }

    fn clear(&mut self) {
        self.text.clear();
        (self.valid, self.invalid) = (0, 0);
    }
}
