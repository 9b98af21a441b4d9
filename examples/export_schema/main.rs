//! Prints the contract as JSON Schema or OpenAPI.
//!
//! ```text
//! export_schema [--dialect 2020-12|draft-07|openapi-3.1|openapi-3.0] [--labels]
//! export_schema [--dialect ..] --error-body
//! export_schema --types
//! export_schema --ui jsonforms|rjsf
//! export_schema --all FOLDER
//! ```
//!
//! - `--dialect`: 2020-12 by default. For OpenAPI, prints the whole document of the operation, with the
//!   body at `#/components/schemas/Customer`.
//! - `--labels`: the codes with their names, for forms.
//! - `--error-body`: the schema of the error body instead of the request's.
//! - `--types`: the schema for generators of types, in JSON Schema 2020-12. It has fewer rules than the
//!   contract: do not validate with it.
//! - `--ui`: hints for a form instead of a schema. JSON Forms reads draft-07 with `--labels`, RJSF reads that
//!   or 2020-12.
//! - `--all`: writes the files of the folder `schema/` instead of printing one.
//!
//! Exit status: 0 on success, 1 if the output cannot be written, 2 if the arguments are wrong.

mod types;
mod ui;

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use customer_schema::schema::{self, Dialect, Profile};
use serde_json::Value;

const USAGE: &str =
    "usage: export_schema [--dialect 2020-12|draft-07|openapi-3.1|openapi-3.0] [--labels | --error-body]
                     [--types | --ui jsonforms|rjsf | --all FOLDER]";

/// The files of the folder `schema/`, and the arguments for each.
const FILES: [(&str, &str); 13] = [
    ("customer-2020-12.json", "--dialect 2020-12"),
    ("customer-2020-12-labels.json", "--dialect 2020-12 --labels"),
    ("customer-draft-07.json", "--dialect draft-07"),
    ("customer-draft-07-labels.json", "--dialect draft-07 --labels"),
    ("customer-types.json", "--types"),
    ("error-body-2020-12.json", "--dialect 2020-12 --error-body"),
    ("error-body-draft-07.json", "--dialect draft-07 --error-body"),
    ("openapi-3.0.json", "--dialect openapi-3.0"),
    ("openapi-3.0-labels.json", "--dialect openapi-3.0 --labels"),
    ("openapi-3.1.json", "--dialect openapi-3.1"),
    ("openapi-3.1-labels.json", "--dialect openapi-3.1 --labels"),
    ("ui-jsonforms.json", "--ui jsonforms"),
    ("ui-rjsf.json", "--ui rjsf"),
];

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let done = if let ["--all", folder] = args[..] {
        write_all(Path::new(folder))
    } else if let Some(args) = Args::parse(args) {
        args.export().and_then(|json| io::stdout().write_all(json.as_bytes()))
    } else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn write_all(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    FILES.iter().try_for_each(|(file, args)| fs::write(folder.join(file), export(args)?))
}

/// Exports with the arguments of a file.
fn export(args: &str) -> io::Result<String> {
    Args::parse(args.split(' ')).ok_or(io::ErrorKind::InvalidInput)?.export()
}

/// The arguments.
#[derive(Default)]
struct Args {
    dialect: Option<Dialect>,
    profile: Profile,
    error_body: bool,
    types: bool,
    ui: Option<ui::Library>,
}

impl Args {
    fn parse<'a>(args: impl IntoIterator<Item = &'a str>) -> Option<Self> {
        let mut parsed = Self::default();
        let mut args = args.into_iter();
        while let Some(arg) = args.next() {
            match arg {
                "--dialect" => {
                    let name = args.next()?;
                    parsed.dialect = Some(*Dialect::ALL.iter().find(|dialect| dialect.as_str() == name)?);
                }
                "--labels" => parsed.profile = Profile::Labels,
                "--error-body" => parsed.error_body = true,
                "--types" => parsed.types = true,
                "--ui" => parsed.ui = Some(ui::Library::named(args.next()?)?),
                _ => return None,
            }
        }
        Some(parsed)
    }

    /// The export as text, with a line break at its end.
    fn export(self) -> io::Result<String> {
        Ok(serde_json::to_string_pretty(&self.value()?)? + "\n")
    }

    fn value(self) -> serde_json::Result<Value> {
        let dialect = self.dialect.unwrap_or(Dialect::Draft2020_12);
        if let Some(library) = self.ui {
            return Ok(library.hints(schema::body(Dialect::Draft07, Profile::Labels).as_value()));
        }
        if self.types {
            return Ok(types::types(&serde_json::to_value(schema::body(Dialect::Draft2020_12, Profile::Plain))?));
        }
        // A serialised schema has its keywords in a readable order.
        match dialect {
            _ if self.error_body => serde_json::to_value(schema::error_body(dialect)),
            Dialect::OpenApi(version) => Ok(schema::openapi(version, self.profile)),
            dialect => serde_json::to_value(schema::body(dialect, self.profile)),
        }
    }
}

/// Fails where a change of the contract is not in the committed files.
#[test]
fn the_folder_has_the_exported_files() -> io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema");
    for (file, args) in FILES {
        let committed = fs::read_to_string(folder.join(file)).unwrap_or_default();
        let generated = export(args)?;
        let same = generated.lines().zip(committed.lines()).take_while(|(new, old)| new == old).count();
        assert!(
            generated == committed,
            "schema/{file} differs from what the tables generate, first in line {}: run .ci/regenerate",
            same + 1,
        );
    }
    let json = fs::read_dir(folder)?.filter(|entry| {
        entry.as_ref().is_ok_and(|entry| entry.path().extension().is_some_and(|extension| extension == "json"))
    });
    assert_eq!(
        json.count(),
        FILES.len(),
        "schema/ has a file that no arguments generate: delete it, or add it to FILES"
    );
    Ok(())
}
