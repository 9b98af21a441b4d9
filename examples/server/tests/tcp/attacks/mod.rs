//! Requests that servers understand in different ways, or that make a server wait: raw, over TCP.

mod table;

use std::net::SocketAddr;
use std::sync::Arc;

use customer_server::SignaturePolicy;
use customer_server::store::{SqliteStore, Store};
use customer_server::{Config, Service};

use crate::client::{Answer, BOUND, Stream, customer, start, store};
use crate::log::MARK;
use crate::{SIGNATURE, assert_answer};
use table::{ACCEPTED, CUSTOMERS, Decider, NOT_HTTP, REFUSED, TOO_LARGE, UNSIGNED};

fn head(line: &str, headers: &[impl AsRef<str>]) -> String {
    let in_braces =
        line.split_once('{').and_then(|(start, rest)| Some((start, rest.split_once('}')?)));
    let line = match in_braces {
        Some((start, (count, end))) => {
            let count = count.parse().expect("a number");
            format!("{start}{}{end}", "%F0%9F%98%80".repeat(count))
        }
        None => line.to_owned(),
    };
    let headers: String =
        headers.iter().map(|header| format!("{}\r\n", header.as_ref())).collect();
    format!("{line} HTTP/1.1\r\nhost: {MARK}\r\n{headers}connection: close\r\n\r\n")
}

/// Adds the length of a body, unless the headers have a length or a coding.
fn framed(headers: &[&str], length: usize) -> Vec<String> {
    let is_framed = headers.iter().any(|header| {
        header.starts_with("transfer-encoding") || header.starts_with("content-length")
    });
    let length = (!is_framed).then(|| format!("content-length: {length}"));
    headers.iter().map(|header| (*header).to_owned()).chain(length).collect()
}

/// Sends a request with a valid body.
async fn send(address: SocketAddr, line: &str, headers: &[&str]) -> Answer {
    let body = customer("Lovelace");
    let headers = framed(headers, body.len());
    let is_chunked = headers.iter().any(|header| header.ends_with("chunked"));
    let mut stream = Stream::open(address).await;
    stream.send(head(line, &headers).as_bytes()).await;
    if is_chunked {
        stream.send(format!("{:x}\r\n", body.len()).as_bytes()).await;
    }
    stream.send(&body).await;
    if is_chunked {
        stream.send(b"\r\n0\r\n\r\n").await;
    }
    stream.answer().await
}

/// Sends the head of a request. The connection stays open.
async fn send_head(address: SocketAddr, line: &str, headers: &[&str]) -> Stream {
    let mut stream = Stream::open(address).await;
    stream.send(head(line, &framed(headers, 9)).as_bytes()).await;
    stream
}

/// A service that waits for a body as long as a test does.
fn service(config: Config) -> (SocketAddr, Arc<Service<SqliteStore>>) {
    start(store(), Config { body_time: BOUND, ..config })
}

#[tokio::test]
async fn refused() {
    let (address, service) = service(Config::default());
    for &(_, status, error_type, detail, requests) in REFUSED {
        for (line, headers) in requests {
            let answer = send(address, line, headers).await;
            assert_eq!(answer.text("Type"), Some(error_type), "{line} {headers:?}");
            assert_answer(&answer, status, detail);
        }
    }
    assert_eq!(service.store().count().await, Ok(0));
}

#[tokio::test]
async fn accepted() {
    let (address, service) = service(Config::default());
    for (line, headers) in ACCEPTED {
        let answer = send(address, line, headers).await;
        assert!(answer.status.is_success() && answer.body.is_empty(), "{line} {headers:?}");
    }
    assert_eq!(service.store().count().await, Ok(CUSTOMERS));
}

/// The body is neither waited for nor asked for by `100 Continue`.
#[tokio::test]
async fn refused_before_the_body() {
    let (address, _) = service(Config::default());
    let by_head = REFUSED.iter().filter(|(decider, ..)| *decider == Decider::Head);
    for &(_, status, _, detail, requests) in by_head.chain([&TOO_LARGE]) {
        for &(line, headers) in requests {
            let answer = send_head(address, line, headers).await.answer_alone().await;
            assert_answer(&answer, status, detail);
            // A client that waits does not send the body, so the connection ends.
            let headers = [headers, &["expect: 100-continue"]].concat();
            let answer = send_head(address, line, &headers).await.answer().await;
            assert_answer(&answer, status, detail);
        }
    }

    let body = customer("Lovelace");
    let length = format!("content-length: {}", body.len());
    let headers = ["content-type: application/json", "expect: 100-continue", &length];
    let mut stream = send_head(address, "PUT /customers/c", &headers).await;
    let go_on = "HTTP/1.1 100 Continue\r\n\r\n";
    assert_eq!(stream.read(go_on.len()).await, go_on);
    stream.send(&body).await;
    assert_eq!(stream.answer().await.status.as_u16(), 201);
}

/// A request without the signature that is demanded takes no slot from others, although its body never comes.
#[tokio::test]
async fn no_signature_and_no_body() {
    let (address, _) = service(Config {
        signature: SignaturePolicy::Shape,
        request_limit: 1,
        ..Config::default()
    });
    let mut open = Vec::new();
    let (_, status, error_type, detail, requests) = UNSIGNED;
    for (line, headers) in requests.iter().cycle().take(30) {
        let mut stream = send_head(address, line, headers).await;
        let answer = stream.answer_alone().await;
        assert_eq!(answer.text("Type"), Some(error_type), "{line} {headers:?}");
        assert_answer(&answer, status, detail);
        open.push(stream);
    }
    let signature = format!("api-signature: {SIGNATURE}");
    let headers = ["content-type: application/json", &signature];
    assert_eq!(send(address, "PUT /customers/c", &headers).await.status.as_u16(), 201);
    drop(open);
}

#[tokio::test]
async fn not_http() {
    let (address, service) = service(Config::default());
    for (line, headers) in NOT_HTTP {
        let answer = send(address, line, headers).await;
        assert_eq!((answer.status.as_u16(), &*answer.body), (400, ""), "{line} {headers:?}");
    }
    let header = format!("x: {}", "x".repeat(1024 * 1024));
    let answer = send(address, "PUT /customers/c", &[&header]).await;
    assert_eq!((answer.status.as_u16(), &*answer.body), (431, ""));
    assert_eq!(service.store().count().await, Ok(0));
}
