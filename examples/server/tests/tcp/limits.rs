//! The limits on size, time and number of requests.

use std::time::Duration;

use axum::http::StatusCode;
use customer_server::Config;
use customer_server::store::Store;

use crate::assert_answer;
use crate::client::{Client, Request, Stream, customer, head, head_with, start, store};

/// The service does not wait for a client that never ends.
#[tokio::test]
async fn a_body_that_does_not_arrive() {
    let config = Config { body_time: Duration::from_millis(50), ..Config::default() };
    let (address, service) = start(store(), config);
    let mut stream = Stream::open(address).await;
    stream.send(&head("c-1815", 1000)).await;
    stream.send(b"{").await;
    assert_answer(&stream.answer().await, 408, "the body took too long to arrive");
    assert_eq!(service.store().count().await, Ok(0));
}

#[tokio::test]
async fn a_head_that_does_not_arrive() {
    let config = Config { head_time: Duration::from_millis(50), ..Config::default() };
    let (address, _) = start(store(), config);
    let mut stream = Stream::open(address).await;
    stream.send(&head("c-1815", 1000)[..40]).await;
    assert_eq!(stream.rest().await, "", "the connection is closed");
}

/// The client closes its sending side in the middle of the body.
#[tokio::test]
async fn a_body_that_ends_early() {
    let (address, service) = start(store(), Config::default());
    let mut stream = Stream::open(address).await;
    let body = customer("Lovelace");
    stream.send(&head("c-1815", body.len() + 1)).await;
    stream.send(&body).await;
    stream.stop().await;
    assert_answer(&stream.answer().await, 400, "the body did not arrive as a whole");
    assert_eq!(service.store().count().await, Ok(0));
}

const TOO_LARGE: &str = "the body has more than 262144 bytes";

/// The client reads the answer although it sends all of its body first.
#[tokio::test]
async fn bodies_over_the_limit() {
    let (address, service) = start(store(), Config::default());
    let client = Client::new(address);
    for length in [256 * 1024 + 1, 1024 * 1024, 4 * 1024 * 1024] {
        let answer = client.put(Request::new("c-1815", vec![b' '; length])).await;
        assert_answer(&answer, 413, TOO_LARGE);
    }
    // Nothing says how long it is.
    let mut stream = Stream::open(address).await;
    let headers = "content-type: application/json\r\ntransfer-encoding: chunked\r\n";
    stream.send(&head_with("c-1815", headers)).await;
    for _ in 0..17 {
        stream.send(format!("4000\r\n{}\r\n", " ".repeat(0x4000)).as_bytes()).await;
    }
    stream.send(b"0\r\n\r\n").await;
    assert_answer(&stream.answer().await, 413, TOO_LARGE);
    assert_eq!(service.store().count().await, Ok(0));
}

#[tokio::test]
async fn too_many_requests() {
    let config = Config { request_limit: 1, ..Config::default() };
    let (address, _) = start(store(), config);
    let mut first = Stream::open(address).await;
    let body = customer("Lovelace");
    let headers = format!(
        "content-type: application/json\r\nexpect: 100-continue\r\ncontent-length: {}\r\n",
        body.len()
    );
    first.send(&head_with("first", &headers)).await;
    // Once the body is asked for, the only slot is taken.
    first.read("HTTP/1.1 100 Continue\r\n\r\n".len()).await;
    let client = Client::new(address);
    let answer = client.put(Request::new("second", customer("King"))).await;
    assert_answer(&answer, 503, "the service has too many requests at the moment");
    first.send(&body).await;
    assert_eq!(first.answer().await.status, StatusCode::CREATED);
    let answer = client.put(Request::new("second", customer("King"))).await;
    assert_eq!(answer.status, StatusCode::CREATED);
}
