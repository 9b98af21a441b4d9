//! Prints the contract as JSON Schema or OpenAPI.
//!
//! ```text
//! export_schema [--dialect 2020-12|draft-07] [--labels]
//! export_schema --dialect openapi-3.1|openapi-3.0 [--labels] [--signature header|apikey]
//! export_schema [--dialect 2020-12|openapi-3.1|openapi-3.0] --generators|--fuzzers [--signature header|apikey]
//! export_schema [--dialect ..] --error-body
//! export_schema --types|--types-open
//! export_schema --ui jsonforms|rjsf
//! export_schema --all FOLDER
//! ```
//!
//! - `--dialect`: 2020-12 by default. For OpenAPI, prints the whole document of the operation, with the
//!   body at `#/components/schemas/Customer`.
//! - `--labels`: the codes with their names, for forms.
//! - `--generators`: for generators of types and validators, most of which ignore `if`.
//! - `--fuzzers`: for generators of data. An address is one of three whole objects.
//! - `--signature`: the header `Api-Signature` as a parameter, the default, or as a security scheme. OpenAPI only.
//! - `--error-body`: the schema of the error body instead of that of the request.
//! - `--types`: the schema for generators of types, in JSON Schema 2020-12. It has fewer rules than the
//!   contract, but refuses unknown properties: do not validate with it.
//! - `--types-open`: the same without the rule against unknown properties.
//! - `--ui`: hints for a form instead of a schema. JSON Forms reads draft-07 with `--labels`, RJSF reads that
//!   or 2020-12.
//! - `--all`: writes the files of the folder `schema/` instead of printing one.
//!
//! Exit status: 0 on success, 1 if the output cannot be written, 2 if the arguments are wrong or cannot be combined.

mod args;
mod types;
mod ui;

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use args::Args;

const USAGE: &str = "\
usage: export_schema [--dialect 2020-12|draft-07|openapi-3.1|openapi-3.0]
                     [--labels | --generators | --fuzzers | --error-body] [--signature header|apikey]
       export_schema --types | --types-open | --ui jsonforms|rjsf | --all FOLDER
--generators and --fuzzers: not draft-07. --signature: OpenAPI, not with --error-body.";

/// The files of the folder `schema/`, and the arguments for each.
///
/// OpenAPI 3.0 for generators is the plain document.
const FILES: [(&str, &str); 19] = [
    ("customer-2020-12.json", "--dialect 2020-12"),
    ("customer-2020-12-fuzzers.json", "--dialect 2020-12 --fuzzers"),
    ("customer-2020-12-generators.json", "--dialect 2020-12 --generators"),
    ("customer-2020-12-labels.json", "--dialect 2020-12 --labels"),
    ("customer-draft-07.json", "--dialect draft-07"),
    ("customer-draft-07-labels.json", "--dialect draft-07 --labels"),
    ("customer-types.json", "--types"),
    ("customer-types-open.json", "--types-open"),
    ("error-body-2020-12.json", "--dialect 2020-12 --error-body"),
    ("error-body-draft-07.json", "--dialect draft-07 --error-body"),
    ("openapi-3.0.json", "--dialect openapi-3.0"),
    ("openapi-3.0-fuzzers.json", "--dialect openapi-3.0 --fuzzers"),
    ("openapi-3.0-labels.json", "--dialect openapi-3.0 --labels"),
    ("openapi-3.1.json", "--dialect openapi-3.1"),
    ("openapi-3.1-fuzzers.json", "--dialect openapi-3.1 --fuzzers"),
    ("openapi-3.1-generators.json", "--dialect openapi-3.1 --generators"),
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

/// Fails if a change of the contract is not in the committed files.
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

/// If a wrong combination printed a schema, a script could use a wrong one without notice.
#[test]
fn combinations_that_are_not_offered_are_refused() {
    let refused = [
        "--dialect draft-07 --generators",
        "--dialect draft-07 --fuzzers",
        "--generators --fuzzers",
        "--labels --generators",
        "--labels --fuzzers",
        "--labels --labels",
        "--error-body --labels",
        "--error-body --generators",
        "--signature apikey",
        "--dialect draft-07 --signature header",
        "--dialect openapi-3.1 --error-body --signature header",
        "--dialect openapi-3.1 --signature cookie",
        "--dialect openapi-3.1 --signature",
        "--dialect openapi-3.1 --dialect openapi-3.0",
        "--dialect openapi-2.0",
        "--types --types-open",
        "--types --labels",
        "--types --dialect 2020-12",
        "--ui rjsf --labels",
        "--ui rjsf --types",
        "--ui vue",
        "--all",
    ];
    for args in refused {
        assert!(Args::parse(args.split(' ')).is_none(), "{args}");
    }
    for args in FILES.iter().map(|(_, args)| *args).chain(["--dialect openapi-3.0 --generators --signature apikey"]) {
        assert!(Args::parse(args.split(' ')).is_some(), "{args}");
    }
}

/// This combination has no file of its own for this reason.
#[test]
fn openapi_3_0_for_generators_is_the_plain_one() -> io::Result<()> {
    assert_eq!(export("--dialect openapi-3.0 --generators")?, export("--dialect openapi-3.0")?);
    Ok(())
}
