//! A service that stores customers in memory.
//!
//! ```sh
//! $ cargo run -q -p customer-server
//! listening on 127.0.0.1:3000
//! $ put() { curl -s -w ' %{http_code}\n' -H 'Content-Type: application/json' -T "$@"; }
//! ```
//!
//! A customer is created, then updated.
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
//! {"Type":"InvalidMessage","Instance":"17f0c2e5a1b3d-5","Action":"PutCustomer","Detail":"the content type must be application/json"} 400
//! $ head -c 300000 /dev/zero | put - localhost:3000/customers/c-1815
//! {"Type":"InvalidMessage","Instance":"17f0c2e5a1b3d-6","Action":"PutCustomer","Detail":"the body has more than 262144 bytes"} 400
//! $ put examples/data/valid-gb.json localhost:3000/customers/c-1815 -H 'Api-Signature: Bearer secret'
//! {"Type":"InvalidMessage","Instance":"17f0c2e5a1b3d-7","Action":"PutCustomer","Detail":"the request has 1 fault","Extensions":{"Request":{"Api-Signature":["must be a signed JWT: three segments of unpadded base64url, header and payload JSON objects, alg not none"]}}} 400
//! ```
//!
//! Where a signature is demanded, a request without one is answered with 401. The answer says nothing about the body.
//!
//! ```sh
//! $ cargo run -q -p customer-server -- --demand-signature
//! listening on 127.0.0.1:3000
//! $ echo '{' | put - localhost:3000/customers/c-1815
//! {"Type":"Unauthorized","Instance":"17f0c3a9c0e21-0","Action":"PutCustomer","Detail":"a signature is required, in the shape of a JWT"} 401
//! $ put examples/data/valid-gb.json localhost:3000/customers/c-1815 -H 'Api-Signature: eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl'
//!  201
//! ```
//!
//! Where the store fails, the answer is 500. The log has the reason.
//!
//! ```sh
//! $ cargo run -q -p customer-server -- --failing-store
//! listening on 127.0.0.1:3000
//! $ put examples/data/valid-gb.json localhost:3000/customers/c-1815
//! {"Type":"Unexpected","Instance":"17f0c40b77d52-0","Action":"PutCustomer","Detail":"the customer could not be stored"} 500
//! ```
//!
//! The log goes to standard error. A proxy has to provide TLS, a limit on connections, and a limit on the time in which the
//! head of a request arrives.

use std::error::Error;
use std::net::SocketAddr;

use customer_server::store::{FailingStore, MemoryStore, Store};
use customer_server::{Config, Service, listen, router};

const USAGE: &str = "usage: customer-server [--demand-signature] [--failing-store] [ADDRESS]";

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    tracing_subscriber::fmt().with_writer(std::io::stderr).with_ansi(false).init();
    let mut config = Config::default();
    let mut fails = false;
    let mut address = SocketAddr::from(([127, 0, 0, 1], 3000));
    for argument in std::env::args().skip(1) {
        match argument.as_str() {
            "--demand-signature" => config.demands_signature = true,
            "--failing-store" => fails = true,
            option if option.starts_with('-') => return Err(USAGE.into()),
            other => address = other.parse()?,
        }
    }
    if fails {
        serve(address, FailingStore, config).await
    } else {
        serve(address, MemoryStore::default(), config).await
    }
}

async fn serve<S: Store>(address: SocketAddr, store: S, config: Config) -> Result<(), Box<dyn Error>> {
    let listener = listen(address)?;
    println!("listening on {}", listener.local_addr()?);
    axum::serve(listener, router(Service::new(store, config))).await?;
    Ok(())
}
