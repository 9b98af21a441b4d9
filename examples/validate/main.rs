//! Checks bodies of `PUT /customers/{CustomerID}`.
//!
//! ```text
//! validate [--exit-zero] [FILE]
//! validate --explain [--exit-zero] [FILE]
//! validate --lines [--threads N] [--exit-zero] [FILE]
//! ```
//!
//! Reads FILE, or standard input if FILE is missing or `-`.
//!
//! - Without `--explain` and `--lines`, FILE is one body. Prints `valid` or the error body in JSON, which contains
//!   nothing of FILE.
//! - `--explain`: FILE is one body. Prints each violation for a person at a terminal: the line of FILE, a caret under
//!   the position, and the reason. The column is the one of [`Position`](customer_schema::Position), in bytes. This
//!   output shows parts of FILE, and so personal data.
//! - `--lines`: FILE has one body per line (NDJSON). Prints one line of JSON per line, in the same order:
//!   `{"valid":true}`, or `{"line":N,"valid":false,"Request":{..}}`, with `"omitted":N` if violations were left out.
//! - `--threads N`: the number of threads, by default one per core.
//! - `--exit-zero`: exits with 0 if a body is invalid, for programs that treat any other status as a failure of
//!   `validate`.
//!
//! With `--lines`:
//!
//! - A byte order mark at the start of FILE is skipped. Without `--lines` it is a part of the body, which is then
//!   malformed.
//! - A line ends with LF or CR LF. The last one may have no end.
//! - An empty line is an empty body, so it is invalid. Lines of white space alone at the end of FILE are skipped, up to
//!   1 MiB.
//! - Memory is bounded by the number of threads and the length of the longest lines.
//! - The numbers of valid and invalid bodies are written to standard error. If it is a terminal, it also shows a
//!   progress bar.
//!
//! Exit status: 0 if all bodies are valid, 1 if one is invalid, 2 if the arguments are wrong, FILE cannot be read, or
//! the output cannot be written.

mod batch;
mod explain;
mod lines;
mod progress;

use std::error::Error;
use std::ffi::OsString;
use std::fs::File;
use std::io::{self, IsTerminal, Read, Write};
use std::num::NonZeroUsize;
use std::process::ExitCode;
use std::thread;

use annotate_snippets::Renderer;
use customer_schema::{Customer, ErrorBody};
use lexopt::ValueExt;

const OUTPUT: &str = "standard output";
const USAGE: &str = "usage: validate [--explain | --lines [--threads N]] [--exit-zero] [FILE]";

fn main() -> ExitCode {
    run().unwrap_or_else(|error| {
        // `eprintln!` panics where standard error is closed or full.
        let _ = writeln!(io::stderr(), "validate: {error}");
        ExitCode::from(2)
    })
}

fn run() -> Result<ExitCode, Box<dyn Error>> {
    let mut output = io::stdout();
    let Some(Args { mode, file, exit_zero }) = Args::parse().map_err(|error| format!("{error}\n{USAGE}"))? else {
        writeln!(output, "{USAGE}").map_err(name_error(OUTPUT))?;
        return Ok(ExitCode::SUCCESS);
    };
    let input = Input::open(file)?;
    let all_valid = match mode {
        Mode::Body => body(&input.read_all()?, &mut output).map_err(name_error(OUTPUT))?,
        Mode::Explain => {
            let has_colors = output.is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
            let renderer = if has_colors { Renderer::styled() } else { Renderer::plain() };
            let name = input.name.clone();
            explain::body(&input.read_all()?, &name, &renderer, &mut output).map_err(name_error(OUTPUT))?
        }
        Mode::Lines { threads } => {
            let threads = threads.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get);
            lines::check(input, output, threads)?
        }
    };
    Ok(if all_valid || exit_zero { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Prints `valid` or the error body. Returns whether the body is valid.
fn body(body: &[u8], output: &mut impl Write) -> io::Result<bool> {
    let Err(violations) = Customer::check_json(body) else {
        writeln!(output, "valid")?;
        return Ok(true);
    };
    let error = ErrorBody::invalid_request(&violations, "validate", "PutCustomer");
    writeln!(output, "{}", serde_json::to_string_pretty(&error)?)?;
    Ok(false)
}

/// Adds the name of a file to an error.
fn name_error(name: &str) -> impl Fn(io::Error) -> io::Error {
    move |error| io::Error::new(error.kind(), format!("{name}: {error}"))
}

enum Mode {
    Body,
    Explain,
    Lines { threads: Option<NonZeroUsize> },
}

struct Args {
    mode: Mode,
    file: Option<OsString>,
    exit_zero: bool,
}

impl Args {
    /// The arguments; `None` for `--help`.
    fn parse() -> Result<Option<Self>, lexopt::Error> {
        use lexopt::Arg::{Long, Short, Value};

        let (mut explain, mut lines, mut threads, mut file, mut exit_zero) = (false, false, None, None, false);
        let mut parser = lexopt::Parser::from_env();
        while let Some(arg) = parser.next()? {
            match arg {
                Long("explain") => explain = true,
                Long("lines") => lines = true,
                Long("threads") => threads = Some(parser.value()?.parse()?),
                Long("exit-zero") => exit_zero = true,
                Long("help") | Short('h') => return Ok(None),
                Value(value) if file.is_none() => file = Some(value),
                _ => return Err(arg.unexpected()),
            }
        }
        let mode = match (explain, lines) {
            (true, true) => return Err("--explain takes one body, --lines many".into()),
            (_, false) if threads.is_some() => return Err("--threads needs --lines".into()),
            (true, false) => Mode::Explain,
            (false, true) => Mode::Lines { threads },
            (false, false) => Mode::Body,
        };
        Ok(Some(Self { mode, file: file.filter(|file| file != "-"), exit_zero }))
    }
}

/// A file or standard input.
struct Input {
    name: String,
    /// The length in bytes, where it is known.
    length: Option<u64>,
    reader: Box<dyn Read + Send>,
}

impl Input {
    fn open(file: Option<OsString>) -> io::Result<Self> {
        let Some(path) = file else {
            return Ok(Self { name: "standard input".to_owned(), length: None, reader: Box::new(io::stdin()) });
        };
        let name = path.display().to_string();
        let file = File::open(path).map_err(name_error(&name))?;
        let length = file.metadata().ok().filter(std::fs::Metadata::is_file).map(|metadata| metadata.len());
        Ok(Self { name, length, reader: Box::new(file) })
    }

    fn read_all(mut self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.reader.read_to_end(&mut bytes).map_err(name_error(&self.name))?;
        Ok(bytes)
    }
}
