//! A service that stores customers in an SQLite file, or in PostgreSQL.
//!
//! ```sh
//! $ cargo run -q -p customer-server
//! listening on 127.0.0.1:3000
//! $ put() { curl -s -w ' %{http_code}\n' -H 'Content-Type: application/json' -T "$@"; }
//! ```
//!
//! A customer is created, then updated. Each answer is sent after the customer was written to the disk.
//!
//! ```sh
//! $ put examples/data/valid-gb.json localhost:3000/customers/c-1815
//!  201
//! $ put examples/data/valid-gb.json localhost:3000/customers/c-1815
//!  204
//! ```
//!
//! Every invalid request is answered with 400 and the error body.
//!
//! ```sh
//! $ echo '{"FullName": {"FirstName": ""}, "DateOfBirth": "1985-12-32"}' | put - localhost:3000/customers/c-1815
//! {"Type":"InvalidMessage","Instance":"17f0c2e5a1b3d-2","Action":"PutCustomer","Detail":"the request has 5 faults","Extensions":{"Request":{"FullName.FirstName":["must have at least 1 character, has 0"],"FullName.LastName":["is required"],"DateOfBirth":["must be a day of the calendar in the form YYYY-MM-DD, from 0001-01-01 to 9999-12-31"],"Identities":["is required"],"PrimaryResidence":["is required"]}}} 400
//! $ echo '{' | put - localhost:3000/customers/
//! {"Type":"InvalidMessage","Instance":"17f0c2e5a1b3d-3","Action":"PutCustomer","Detail":"the request has 2 faults","Extensions":{"Request":{"CustomerID":["must have at least 1 character, has 0"],"Body":["must be one JSON value in UTF-8, ends too early at line 2, column 1"]}}} 400
//! $ put examples/data/valid-gb.json localhost:3000/customers/%FF
//! {"Type":"InvalidMessage","Instance":"17f0c2e5a1b3d-4","Action":"PutCustomer","Detail":"the path is not the percent-encoding of UTF-8"} 400
//! $ put examples/data/valid-gb.json localhost:3000/customers/c-1815 -H 'Content-Type: text/json'
//! {"Type":"InvalidMessage","Instance":"17f0c2e5a1b3d-5","Action":"PutCustomer","Detail":"the content type must be application/json, and given once"} 400
//! $ put examples/data/valid-gb.json localhost:3000/customers/c-1815 -H 'Content-Encoding: gzip'
//! {"Type":"InvalidMessage","Instance":"17f0c2e5a1b3d-6","Action":"PutCustomer","Detail":"the body must be sent without a content encoding"} 400
//! $ put examples/data/valid-gb.json localhost:3000/customers/c-1815 -H 'Api-Signature: Bearer secret'
//! {"Type":"InvalidMessage","Instance":"17f0c2e5a1b3d-7","Action":"PutCustomer","Detail":"the request has 1 fault","Extensions":{"Request":{"Api-Signature":["must be a signed JWT: three segments of unpadded base64url, header and payload JSON objects, alg not none"]}}} 400
//! ```
//!
//! Errors that are not in the contract have an error body, too.
//!
//! ```sh
//! $ head -c 300000 /dev/zero | put - localhost:3000/customers/c-1815
//! {"Type":"InvalidMessage","Instance":"17f0c2e5a1b3d-8","Action":"PutCustomer","Detail":"the body has more than 262144 bytes"} 413
//! $ put examples/data/valid-gb.json localhost:3000/customer/c-1815
//! {"Type":"ResourceNotFound","Instance":"17f0c2e5a1b3d-9","Action":"PutCustomer","Detail":"there is nothing at this path"} 404
//! $ put examples/data/valid-gb.json localhost:3000/customers/c-1815 -X POST
//! {"Type":"InvalidMessage","Instance":"17f0c2e5a1b3d-a","Action":"PutCustomer","Detail":"this path does not have this method"} 405
//! ```
//!
//! With `--require-signature`, a request without a well-formed signature is answered with 401. The answer says nothing
//! about the body. **Only the shape of a signature is checked**, unless there is a key.
//!
//! ```sh
//! $ cargo run -q -p customer-server -- --require-signature
//! listening on 127.0.0.1:3000
//! $ echo '{' | put - localhost:3000/customers/c-1815
//! {"Type":"Unauthorized","Instance":"17f0c3a9c0e21-0","Action":"PutCustomer","Detail":"a signature is required, in the shape of a JWT"} 401
//! $ put examples/data/valid-gb.json localhost:3000/customers/c-1815 -H 'Api-Signature: eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl'
//!  204
//! ```
//!
//! With `--verify-with KEY.pem`, each request needs a signature that was made over its body and verifies with this public
//! key, of RSA, ECDSA or Ed25519. Every other request is answered with 401.
//! [`verify`](customer_server::verify) describes the claims.
//!
//! If the store fails, the answer is 500. The log has the error.
//!
//! ```sh
//! $ cargo run -q -p customer-server -- --failing-store
//! listening on 127.0.0.1:3000
//! $ put examples/data/valid-gb.json localhost:3000/customers/c-1815
//! {"Type":"Unexpected","Instance":"17f0c40b77d52-0","Action":"PutCustomer","Detail":"the customer could not be stored"} 500
//! ```
//!
//! `GET /healthz` is answered with 204 while the process runs, `GET /readyz` while requests should be sent to it. On
//! SIGTERM or SIGINT, open requests are answered before the process ends, within `--drain-seconds` (20 by default).
//!
//! Customers are stored in PostgreSQL where the environment has `DATABASE_URL`, such as
//! `postgres://user:password@host:5432/customers`, and there is no `--database FILE`. The server makes its tables. Its
//! connections to the database are not encrypted. While the database cannot be reached, requests are answered with 500.
//!
//! The log is written to standard error. Lines that cannot be written at once are dropped. Each request has a line with
//! its reference, which is `Instance` in an error body and the header `X-Request-Id` of every answer. `GET /metrics` has
//! the numbers of requests and violations, and the durations, for Prometheus. Neither contains input.
//!
//! A proxy has to provide TLS and a limit on connections. It should keep `/metrics` to itself.

use std::error::Error;
use std::ffi::OsString;
use std::io::{self, Write};
use std::net::SocketAddr;
use std::panic;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use customer_server::serve::{listen, serve};
use customer_server::store::{FailingStore, PostgresStore, SqliteStore, Store, StoreError};
use customer_server::verify::Verifier;
use customer_server::{Config, Service, SignaturePolicy};
use lexopt::ValueExt;
use tokio::signal::unix::{SignalKind, signal};
use tracing::{error, info, warn};

const USAGE: &str =
    "usage: customer-server [--database FILE] [--require-signature] [--verify-with KEY.pem]
                       [--failing-store] [--drain-seconds N] [ADDRESS]";

/// The maximum time of a statement of PostgreSQL, and of getting a connection.
const STORE_TIME: Duration = Duration::from_secs(5);

/// The arguments.
struct Arguments {
    database: Option<PathBuf>,
    key: Option<PathBuf>,
    fails: bool,
    config: Config,
    address: SocketAddr,
}

impl Arguments {
    fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Self, lexopt::Error> {
        let mut parsed = Self {
            database: None,
            key: None,
            fails: false,
            config: Config::default(),
            address: SocketAddr::from(([127, 0, 0, 1], 3000)),
        };
        let mut arguments = lexopt::Parser::from_args(arguments);
        while let Some(argument) = arguments.next()? {
            match argument {
                lexopt::Arg::Long("database") => {
                    parsed.database = Some(arguments.value()?.into());
                }
                lexopt::Arg::Long("require-signature") => {
                    parsed.config.signature = SignaturePolicy::Shape;
                }
                lexopt::Arg::Long("verify-with") => {
                    parsed.key = Some(arguments.value()?.into());
                }
                lexopt::Arg::Long("drain-seconds") => {
                    parsed.config.drain_time = Duration::from_secs(arguments.value()?.parse()?);
                }
                lexopt::Arg::Long("failing-store") => parsed.fails = true,
                lexopt::Arg::Value(address) => parsed.address = address.parse()?,
                other => return Err(other.unexpected()),
            }
        }
        Ok(parsed)
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    // `println!` and `eprintln!` panic where their output is closed.
    let arguments = match Arguments::parse(std::env::args_os().skip(1)) {
        Ok(arguments) => arguments,
        Err(error) => {
            let _ = writeln!(io::stderr(), "{error}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    let (log, _guard) = tracing_appender::non_blocking(io::stderr());
    tracing_subscriber::fmt()
        .with_writer(log)
        .with_ansi(false)
        .log_internal_errors(false)
        .init();
    // The text of a panic can quote input.
    panic::set_hook(Box::new(|panic| {
        error!(location = panic.location().map(tracing::field::display), "panic");
    }));
    match run(arguments).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "{error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments) -> Result<(), Box<dyn Error>> {
    let Arguments { database, key, fails, mut config, address } = arguments;
    if let Some(key) = key {
        let verifier = read_key(&key)?;
        info!(algorithms = ?verifier.algorithms(), "signatures are verified");
        config.signature = SignaturePolicy::Verified(verifier.into());
    } else {
        warn!("signatures are checked for their shape only, and not verified");
    }
    let url = std::env::var_os("DATABASE_URL").filter(|url| !url.is_empty());
    match (database, url) {
        _ if fails => listen_and_serve(address, FailingStore, config).await,
        (None, Some(url)) => {
            let url = url.to_str().ok_or(StoreError::Address)?;
            let store = PostgresStore::open(url, STORE_TIME).await?;
            listen_and_serve(address, store, config).await
        }
        (file, _) => {
            let file = file.unwrap_or_else(|| "customers.sqlite".into());
            listen_and_serve(address, SqliteStore::open(&file)?, config).await
        }
    }
}

fn read_key(file: &Path) -> Result<Verifier, String> {
    let pem = std::fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
    Verifier::from_pem(&pem).map_err(|error| format!("{}: {error}", file.display()))
}

async fn listen_and_serve<S: Store>(
    address: SocketAddr,
    store: S,
    config: Config,
) -> Result<(), Box<dyn Error>> {
    let (mut terminate, mut interrupt) =
        (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    let listener = listen(address)?;
    let _ = writeln!(io::stdout(), "listening on {}", listener.local_addr()?);
    let stop = async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    };
    serve(listener, Service::new(store, config), stop).await;
    Ok(())
}
