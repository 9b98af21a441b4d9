//! Two clients: one of HTTP, and one that sends any bytes.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::http::header::{ALLOW, CONTENT_TYPE};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode};
use customer_server::serve::{self, listen};
use customer_server::store::{SqliteStore, Store};
use customer_server::{Config, Service};
use http_body_util::{BodyExt, Full};
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::log::{self, MARK};

/// Far more than a test takes, so that slow machines pass and a service that hangs fails.
pub(crate) const BOUND: Duration = Duration::from_secs(240);

/// Waits for a result. Fails after [`BOUND`], so that a test does not hang where the service does.
pub(crate) async fn within_bound<T>(wait: impl Future<Output = T>) -> T {
    timeout(BOUND, wait).await.expect("the service answers")
}

/// An empty store.
pub(crate) fn store() -> SqliteStore {
    SqliteStore::in_memory().expect("a store")
}

/// Starts the service on a free port.
pub(crate) fn start<S: Store>(store: S, config: Config) -> (SocketAddr, Arc<Service<S>>) {
    log::start();
    let service = Service::new(store, config);
    let listener = listen(([127, 0, 0, 1], 0).into()).expect("a free port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(serve::serve(listener, Arc::clone(&service), std::future::pending()));
    (address, service)
}

/// Serves another app on a free port.
pub(crate) fn serve(app: Router) -> SocketAddr {
    log::start();
    let listener = listen(([127, 0, 0, 1], 0).into()).expect("a free port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(async move { axum::serve(listener, app).await });
    address
}

/// A valid body with the mark in it.
pub(crate) fn customer(last_name: &str) -> Vec<u8> {
    let name = serde_json::json!({ "FirstName": MARK, "LastName": last_name, MARK: [MARK] });
    let body = serde_json::json!({
        "FullName": name,
        "DateOfBirth": "1985-12-10",
        "Identities": [{ "IssuingCountry": "GB", "IDNumber": MARK, "IDType": "Passport" }],
        "PrimaryResidence": { "Street": MARK, "City": MARK, "PostCode": MARK, "State": MARK, "Country": "GB" },
    });
    body.to_string().into_bytes()
}

/// A request. Its path and headers are valid unless a method changes them.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    method: Method,
    path: String,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
}

impl Request {
    pub(crate) fn new(path: &str, body: impl Into<Vec<u8>>) -> Self {
        let headers = vec![("content-type", "application/json".to_owned())];
        let path = format!("/customers/{path}");
        Self { method: Method::PUT, path, headers, body: body.into() }
    }

    pub(crate) fn with_method(self, method: Method) -> Self {
        Self { method, ..self }
    }

    /// The whole path, from its first `/`.
    pub(crate) fn at(self, path: &str) -> Self {
        Self { path: path.to_owned(), ..self }
    }

    pub(crate) fn with_path(self, path: &str) -> Self {
        self.at(&format!("/customers/{path}"))
    }

    pub(crate) fn with_body(self, body: impl Into<Vec<u8>>) -> Self {
        Self { body: body.into(), ..self }
    }

    pub(crate) fn without(mut self, header: &str) -> Self {
        self.headers.retain(|(name, _)| *name != header);
        self
    }

    pub(crate) fn with(self, header: &'static str, value: &str) -> Self {
        self.without(header).and(header, value)
    }

    /// Adds a header, also where there is one of this name.
    pub(crate) fn and(mut self, header: &'static str, value: &str) -> Self {
        self.headers.push((header, value.to_owned()));
        self
    }
}

/// An answer.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) content_type: Option<String>,
    pub(crate) allow: Option<String>,
    pub(crate) reference: Option<String>,
    pub(crate) body: String,
}

impl Answer {
    /// A property of the error body.
    pub(crate) fn text(&self, property: &str) -> Option<&str> {
        let at = format!("\"{property}\":\"");
        let (_, rest) = self.body.split_once(&at)?;
        serde_json::from_str::<Value>(&self.body).expect("JSON");
        rest.split_once('"').map(|(text, _)| text)
    }
}

/// A client that uses its connections again.
#[derive(Clone)]
pub(crate) struct Client {
    client: hyper_util::client::legacy::Client<HttpConnector, Full<Bytes>>,
    address: SocketAddr,
}

impl Client {
    pub(crate) fn new(address: SocketAddr) -> Self {
        Self {
            client: hyper_util::client::legacy::Client::builder(TokioExecutor::new())
                .build_http(),
            address,
        }
    }

    pub(crate) async fn put(&self, request: Request) -> Answer {
        let Request { method, path, headers, body } = request;
        let mut request = axum::http::Request::new(Full::from(body));
        *request.method_mut() = method;
        let uri = format!("http://{}{path}", self.address);
        *request.uri_mut() = uri.parse().expect("an address");
        for (name, value) in headers {
            // From bytes, so that a value can be text that is not ASCII.
            let value = HeaderValue::from_bytes(value.as_bytes()).expect("a value");
            request.headers_mut().append(HeaderName::from_static(name), value);
        }
        let answer = within_bound(self.client.request(request)).await.expect("an answer");
        let status = answer.status();
        let text = |name| {
            answer.headers().get(name).map(|value| value.to_str().expect("text").to_owned())
        };
        let (content_type, allow) = (text(CONTENT_TYPE), text(ALLOW));
        let reference = text(HeaderName::from_static("x-request-id"));
        let body = within_bound(answer.into_body().collect()).await.expect("a whole answer");
        let body = String::from_utf8(body.to_bytes().into()).expect("UTF-8");
        Answer { status, content_type, allow, reference, body }
    }
}

/// The head of a request whose body has this many bytes.
pub(crate) fn head(path: &str, length: usize) -> Vec<u8> {
    head_with(path, &format!("content-type: application/json\r\ncontent-length: {length}\r\n"))
}

/// The head of a request with these headers, each with its line end.
pub(crate) fn head_with(path: &str, headers: &str) -> Vec<u8> {
    format!(
        "PUT /customers/{path} HTTP/1.1\r\nhost: {MARK}\r\n{headers}connection: close\r\n\r\n"
    )
    .into_bytes()
}

/// A client that sends bytes. Errors in sending are ignored: the service may have closed the connection.
pub(crate) struct Stream(TcpStream);

impl Stream {
    pub(crate) async fn open(address: SocketAddr) -> Self {
        Self(TcpStream::connect(address).await.expect("a connection"))
    }

    pub(crate) async fn send(&mut self, bytes: &[u8]) {
        let _ = self.0.write_all(bytes).await;
    }

    /// Reads some bytes.
    pub(crate) async fn read(&mut self, length: usize) -> String {
        let mut bytes = vec![0; length];
        within_bound(self.0.read_exact(&mut bytes)).await.expect("an answer");
        String::from_utf8(bytes).expect("UTF-8")
    }

    /// Closes the sending side.
    pub(crate) async fn stop(&mut self) {
        let _ = self.0.shutdown().await;
    }

    /// Reads until the connection ends.
    pub(crate) async fn rest(mut self) -> String {
        let mut bytes = Vec::new();
        let _ = within_bound(self.0.read_to_end(&mut bytes)).await;
        String::from_utf8(bytes).expect("UTF-8")
    }

    /// Reads the answer, until the connection ends.
    pub(crate) async fn answer(self) -> Answer {
        Answer::new(&self.rest().await)
    }

    /// Reads the answer to a request whose body is never sent.
    pub(crate) async fn answer_alone(&mut self) -> Answer {
        let mut text = String::new();
        let mut byte = [0];
        // A connection whose body is still read does not end.
        while !(text.contains("\r\n\r\n") && text.ends_with('}')) {
            within_bound(self.0.read_exact(&mut byte)).await.expect("an answer");
            text.push(byte[0].into());
        }
        Answer::new(&text)
    }
}

impl Answer {
    fn new(text: &str) -> Self {
        let (head, body) = text.split_once("\r\n\r\n").expect("an answer");
        let status = head.split(' ').nth(1).expect("a status").parse().expect("a status");
        let content_type = head
            .lines()
            .find_map(|line| line.strip_prefix("content-type: "))
            .map(str::to_owned);
        Self { status, content_type, allow: None, reference: None, body: body.to_owned() }
    }
}
