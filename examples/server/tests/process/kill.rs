//! A customer that was acknowledged is there after `kill -9`.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::thread;
use std::time::Duration;

use customer_schema::{Customer, CustomerId};
use customer_server::store::SqliteStore;
use rustix::process::Signal;
use tempfile::tempdir;

use crate::server::{BODY, Server, put};

const WRITERS: usize = 200;
const ROUNDS: usize = 3;

#[test]
fn nothing_that_was_acknowledged_is_lost() {
    let folder = tempdir().unwrap();
    let acknowledged = Mutex::new(BTreeMap::new());
    for round in 0..ROUNDS {
        let server = Server::start(folder.path(), &[]);
        thread::scope(|scope| {
            for writer in 0..WRITERS {
                let (address, acknowledged) = (&server.address, &acknowledged);
                // Every writer creates customers until the server is gone.
                scope.spawn(move || {
                    for i in 0.. {
                        let id = format!("{round}-{writer}-{i}");
                        let Ok(status) = put(address, &id) else { break };
                        assert_eq!(status, 201);
                        acknowledged.lock().unwrap().insert(id, status);
                    }
                });
            }
            // In the middle of the work: when each writer has made one customer on average.
            while acknowledged.lock().unwrap().len() < (round + 1) * WRITERS {
                thread::sleep(Duration::from_millis(1));
            }
            server.signal(Signal::KILL);
        });
    }

    // It starts with what is there, and knows every customer.
    let server = Server::start(folder.path(), &[]);
    let acknowledged = acknowledged.into_inner().unwrap();
    assert!(acknowledged.len() >= ROUNDS * WRITERS);
    for id in acknowledged.keys().step_by(50) {
        assert_eq!(put(&server.address, id).ok(), Some(204), "{id}");
    }
    drop(server);
    let expected = Customer::from_json(BODY.as_bytes()).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(async {
        let store = SqliteStore::open(&folder.path().join("customers.sqlite")).unwrap();
        for id in acknowledged.keys() {
            let id: CustomerId = id.parse().unwrap();
            assert_eq!(store.get(&id).await, Ok(Some(expected.clone())), "{}", id.as_str());
        }
    });
}
