//! A thousand clients at once. Every second one is hostile.

use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;
use std::sync::Arc;

use customer_server::Config;
use customer_server::store::{SqliteStore, Store};
use tokio::sync::Barrier;
use tokio::task::{JoinSet, yield_now};

use crate::client::{
    Answer, BOUND, Client, Request, Stream, customer, head, start, store, within_bound,
};
use crate::log::{self, MARK, assert_silent};

const CLIENTS: usize = 1000;
/// The number of clients that write the same customer.
const WRITERS: usize = 5;
const CUSTOMERS: usize = CLIENTS / 2 / WRITERS;

/// A customer that several clients write.
fn shared(customer: usize) -> String {
    format!("{MARK}-{customer}")
}

/// Runs a client. Returns its answer and the statuses that it may have.
async fn run(
    i: usize,
    client: Client,
    address: SocketAddr,
) -> (Option<Answer>, &'static [u16]) {
    let writer = i / 2;
    if i.is_multiple_of(2) {
        let request = Request::new(
            &shared(writer % CUSTOMERS),
            customer(&format!("v{}", writer / CUSTOMERS)),
        );
        return (Some(client.put(request).await), &[201, 204]);
    }
    let own = format!("{MARK}-own-{i}");
    let body = customer("Lovelace");
    let refused = async |request: Request| (Some(client.put(request).await), &[400, 413][..]);
    match writer % 10 {
        0 => refused(Request::new(&own, format!("{{\"{MARK}\": \"{MARK}"))).await,
        1 => refused(Request::new(&own, body).with("content-type", MARK)).await,
        2 => refused(Request::new(&own, MARK.repeat(40_000))).await,
        3 => refused(Request::new(&format!("{own}%FF"), body)).await,
        4 => refused(Request::new(&own, "[".repeat(200_000)).with("api-signature", MARK)).await,
        5 => {
            refused(Request::new(
                &own,
                format!(
                    "{{\"FullName\": \"{MARK}\", \"Identities\": [{}1]}}",
                    "1,".repeat(9_999)
                ),
            ))
            .await
        }
        // Slow: all bytes, a few at a time.
        6 => {
            let mut stream = Stream::open(address).await;
            for bytes in [head(&own, body.len()), body].concat().chunks(7) {
                stream.send(bytes).await;
                yield_now().await;
            }
            (Some(stream.answer().await), &[201])
        }
        // Ends in the head, in the body, or before the answer.
        7 => {
            let mut stream = Stream::open(address).await;
            stream.send(&head(&own, 9)[..40]).await;
            (None, &[])
        }
        8 => {
            let mut stream = Stream::open(address).await;
            stream.send(&[head(&own, body.len() + 9), body].concat()).await;
            if (writer / 10).is_multiple_of(2) {
                return (None, &[]);
            }
            stream.stop().await;
            (Some(stream.answer().await), &[400])
        }
        // Not HTTP.
        _ => {
            let mut stream = Stream::open(address).await;
            stream.send(format!("\u{16}\u{3}\u{1}{MARK}\r\n\r\n").as_bytes()).await;
            stream.stop().await;
            (Some(stream.answer().await), &[400])
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thousand_at_once() {
    within_bound(a_crowd()).await;
}

async fn a_crowd() {
    rlimit::increase_nofile_limit(8 * CLIENTS as u64).expect("files enough");
    let (address, service) =
        start(store(), Config { body_time: BOUND, head_time: BOUND, ..Config::default() });
    let client = Client::new(address);
    let ready = Arc::new(Barrier::new(CLIENTS));
    let mut crowd = JoinSet::new();
    for i in 0..CLIENTS {
        let (client, ready) = (client.clone(), Arc::clone(&ready));
        crowd.spawn(async move {
            ready.wait().await;
            let (answer, allowed) = run(i, client, address).await;
            (i, answer, allowed)
        });
    }

    let mut created: BTreeMap<usize, usize> = BTreeMap::new();
    let mut references = BTreeSet::new();
    let mut refused = 0;
    while let Some(finished) = crowd.join_next().await {
        let (i, answer, allowed) = finished.expect("no client fails");
        let Some(answer) = answer else { continue };
        let status = answer.status.as_u16();
        assert!(allowed.contains(&status), "client {i}: {answer:?}");
        assert_silent_answer(&answer);
        if i.is_multiple_of(2) {
            *created.entry(i / 2 % CUSTOMERS).or_default() += usize::from(status == 201);
        }
        if let Some(instance) = answer.text("Instance") {
            refused += 1;
            references.insert(instance.to_owned());
        }
    }

    assert_eq!(
        refused,
        CLIENTS / 2 * 6 / 10 + CLIENTS / 2 / 20,
        "six kinds in ten, and half of those that end early"
    );
    assert_eq!(references.len(), refused, "every reference is given once");
    assert_eq!(created.len(), CUSTOMERS);
    assert!(created.values().all(|created| *created == 1), "each is created once: {created:?}");
    assert_eq!(
        usize::try_from(service.store().count().await.unwrap()).unwrap(),
        CUSTOMERS + CLIENTS / 2 / 10,
        "the shared ones, and those of slow clients"
    );
    for id in 0..CUSTOMERS {
        let id_of = shared(id).parse().unwrap();
        let stored = service.store().get(&id_of).await.unwrap().expect("it was stored");
        assert!(
            (0..WRITERS)
                .any(|writer| stored.full_name.last_name.as_str() == format!("v{writer}")),
            "{id}"
        );
    }
    assert_silent("");
    let answered = log::answered();
    for instance in references {
        let status = answered.get(&instance);
        assert!(matches!(status, Some(400 | 413)), "{instance} is in the log: {status:?}");
    }

    no_update_is_lost(&client, &service).await;
}

/// Checks the answer alone. The log is searched once, at the end.
#[track_caller]
fn assert_silent_answer(answer: &Answer) {
    assert!(!answer.body.contains(MARK), "{answer:?}");
}

/// The update that was answered last is the stored one.
async fn no_update_is_lost(client: &Client, service: &customer_server::Service<SqliteStore>) {
    let mut writers = JoinSet::new();
    for id in 0..CUSTOMERS {
        let client = client.clone();
        writers.spawn(async move {
            for version in ["one", "two", "three"] {
                let answer = client.put(Request::new(&shared(id), customer(version))).await;
                assert_eq!(answer.status.as_u16(), 204);
            }
        });
    }
    while let Some(written) = writers.join_next().await {
        written.expect("each is updated");
    }
    for id in 0..CUSTOMERS {
        let id_of = shared(id).parse().unwrap();
        let stored = service.store().get(&id_of).await.unwrap().expect("it was stored");
        assert_eq!(stored.full_name.last_name.as_str(), "three", "{id}");
    }
}
