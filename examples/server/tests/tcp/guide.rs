//! The program in the guide for services: compiled here, and served over TCP.

use axum::http::StatusCode;

use crate::client::{Client, Request, customer, serve};
use crate::log::{MARK, assert_silent};
use crate::{SIGNATURE, assert_answer};

#[allow(dead_code, reason = "its `main` listens on a fixed port")]
#[path = "../../../../src/guide/axum.rs"]
mod program;

const PROGRAM: &str = include_str!("../../../../src/guide/axum.rs");

/// Bodies with the mark as an unknown name in front of a syntax error, one for each object.
pub(crate) fn malformed() -> impl Iterator<Item = String> {
    let body = String::from_utf8(customer("Lovelace")).unwrap();
    let starts: Vec<_> = body.match_indices('{').map(|(start, _)| start + 1).collect();
    assert_eq!(starts.len(), 4, "{body}");
    starts
        .into_iter()
        .map(move |start| format!("{}\"{MARK}\": tru, {}", &body[..start], &body[start..]))
}

#[tokio::test]
async fn every_status_is_answered() {
    let client = Client::new(serve(program::app()));
    let valid =
        || Request::new("c-1815", customer("Lovelace")).with("api-signature", SIGNATURE);
    for status in [StatusCode::CREATED, StatusCode::NO_CONTENT] {
        let answer = client.put(valid()).await;
        assert_eq!((answer.status, answer.body.as_str()), (status, ""));
    }

    let unsigned = "a signature is required, in the shape of a JWT";
    assert_answer(&client.put(valid().without("api-signature")).await, 401, unsigned);
    assert_answer(&client.put(valid().with("api-signature", MARK)).await, 401, unsigned);
    let cases = [
        (valid().with_path("%zz"), "the path is not the percent-encoding of UTF-8"),
        (valid().with_path(""), "the request has 1 fault"),
        (valid().with_path(&MARK.repeat(5)), "the request has 1 fault"),
        (valid().with_body("{}"), "the request has 4 faults"),
        (
            valid().with("content-type", "text/json"),
            "the content type must be application/json, and given once",
        ),
    ];
    for (request, detail) in cases {
        assert_answer(&client.put(request).await, 400, detail);
    }
    for body in malformed() {
        let answer = client.put(valid().with_body(body)).await;
        assert_answer(&answer, 400, "the request has 1 fault");
        assert_silent(&answer.body);
    }
}

#[test]
fn the_handler_is_short_and_fits_the_page() {
    let handler = PROGRAM.split_once("async fn put_customer(").expect("the handler").1;
    let lines = handler.split_once("\n}\n").expect("its end").0.lines().count() + 1;
    assert!(lines <= 15, "{lines} lines");
    let widest = PROGRAM.lines().max_by_key(|line| line.chars().count()).expect("a line");
    assert!(widest.chars().count() <= 96, "{widest}");
}

/// A block that is ignored is compiled by no test.
#[test]
fn no_code_of_a_guide_is_ignored() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../src/guide");
    let guides = std::fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path());
    let mut blocks = 0;
    for guide in guides.filter(|path| path.is_file()) {
        let text = std::fs::read_to_string(&guide).expect("a guide");
        for line in text.lines().map(|line| line.trim_start_matches("//!").trim_start()) {
            blocks += usize::from(line.starts_with("```"));
            assert!(
                !(line.starts_with("```") && line.contains("ignore")),
                "{}",
                guide.display()
            );
        }
    }
    assert!(blocks > 0);
}
