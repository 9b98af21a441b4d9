//! Writers that compare what they are answered with what is stored.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread::{self, sleep};
use std::time::{Duration, Instant};

use customer_schema::{Customer, CustomerId};
use customer_server::store::Store;

use crate::server::{BODY, BOUND, put_body};

const WRITERS: usize = 200;

/// How often a writer sends a customer before it goes on to the next one.
const VERSIONS: usize = 3;

/// A valid body of this version, which stands in several texts.
fn body(version: usize) -> String {
    BODY.replace("Lovelace", &version.to_string()).replace("London", &version.to_string())
}

/// The outcome of a request. Every other answer fails the test.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Put {
    Created,
    Updated,
    /// With an error body. The customer may be stored or not.
    Failed,
    /// There is no server.
    Gone,
}

fn put(address: &str, id: &str, version: usize) -> Put {
    match put_body(address, id, &body(version)) {
        Ok((201, _)) => Put::Created,
        Ok((204, _)) => Put::Updated,
        Ok((500, body)) => {
            assert!(body.starts_with(r#"{"Type":"Unexpected","Instance":""#), "{body}");
            assert!(body.contains("the customer could not be stored"), "{body}");
            Put::Failed
        }
        Ok(answer) => panic!("{answer:?}"),
        Err(_) => Put::Gone,
    }
}

/// The versions of a customer of one writer: the last one that was acknowledged, and the number that was sent.
#[derive(Clone, Copy, Debug, Default)]
struct Versions {
    acknowledged: Option<usize>,
    sent: usize,
}

/// The answers to the writers.
#[derive(Default)]
pub(crate) struct Crowd {
    acknowledged: AtomicUsize,
    failed: AtomicUsize,
    is_over: AtomicBool,
    own: Mutex<BTreeMap<String, Versions>>,
    /// The number of writers that created a customer that all of them send.
    shared: Mutex<BTreeMap<String, usize>>,
}

/// Ends the writers, also where a test fails.
struct Over<'a>(&'a AtomicBool);

impl Drop for Over<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

impl Crowd {
    /// Lets 200 writers create and update customers until the server is gone or `disturb` ends.
    pub(crate) fn write(&self, address: &str, round: usize, disturb: impl FnOnce()) {
        self.is_over.store(false, Ordering::Relaxed);
        thread::scope(|scope| {
            for writer in 0..WRITERS {
                scope.spawn(move || {
                    for i in 0.. {
                        let shared = format!("{round}-shared-{i}");
                        let own = format!("{round}-{writer}-{i}");
                        let is_there = self.turn(address, &shared, &own);
                        if !is_there || self.is_over.load(Ordering::Relaxed) {
                            break;
                        }
                    }
                });
            }
            let _over = Over(&self.is_over);
            disturb();
        });
    }

    /// Sends a customer that others send, too, then one of its own some times. Whether the server is still there.
    fn turn(&self, address: &str, shared: &str, own: &str) -> bool {
        let shared_put = put(address, shared, 0);
        self.count(shared_put);
        *self.shared.lock().unwrap().entry(shared.into()).or_default() +=
            usize::from(shared_put == Put::Created);
        let mut versions = Versions::default();
        let mut is_there = shared_put != Put::Gone;
        while is_there && versions.sent < VERSIONS {
            let own_put = put(address, own, versions.sent);
            self.count(own_put);
            match own_put {
                // Only the first one, unless those before may have been stored or not.
                Put::Created => assert_eq!(versions.acknowledged, None, "{own}"),
                Put::Updated => assert!(versions.sent > 0, "{own}"),
                Put::Failed | Put::Gone => {}
            }
            if matches!(own_put, Put::Created | Put::Updated) {
                versions.acknowledged = Some(versions.sent);
            }
            versions.sent += 1;
            is_there = own_put != Put::Gone;
        }
        self.own.lock().unwrap().insert(own.into(), versions);
        is_there
    }

    fn count(&self, put: Put) {
        match put {
            Put::Created | Put::Updated => {
                self.acknowledged.fetch_add(1, Ordering::Relaxed);
            }
            Put::Failed => {
                self.failed.fetch_add(1, Ordering::Relaxed);
                sleep(Duration::from_millis(5));
            }
            Put::Gone => {}
        }
    }

    /// Waits until this many more requests are acknowledged.
    pub(crate) fn wait_for_acknowledged(&self, more: usize) {
        wait_for(&self.acknowledged, more);
    }

    /// Waits until this many more requests are answered with 500.
    pub(crate) fn wait_for_failed(&self, more: usize) {
        wait_for(&self.failed, more);
    }

    /// Nothing that was acknowledged is lost, and nothing is there that was not sent.
    pub(crate) async fn check(&self, store: &impl Store) {
        let customer = |version| Customer::from_json(body(version).as_bytes()).unwrap();
        let own = self.own.lock().unwrap().clone();
        for (id, versions) in &own {
            let stored =
                store.get(&id.parse::<CustomerId>().unwrap()).await.expect("it is read");
            let first = versions.acknowledged.unwrap_or_default();
            match stored {
                Some(stored) => assert!(
                    (first..versions.sent).any(|version| stored == customer(version)),
                    "{id}: {versions:?}"
                ),
                None => assert_eq!(versions.acknowledged, None, "{id} is lost"),
            }
        }
        let shared = self.shared.lock().unwrap().clone();
        for (id, created) in &shared {
            assert!(*created <= 1, "{id} is created {created} times");
            let stored =
                store.get(&id.parse::<CustomerId>().unwrap()).await.expect("it is read");
            assert!(*created == 0 || stored == Some(customer(0)), "{id} is lost");
        }
        let sent = i64::try_from(own.len() + shared.len()).unwrap();
        assert!((1..=sent).contains(&store.count().await.unwrap()));
    }

    /// The server updates the customers that were acknowledged.
    pub(crate) fn check_served(&self, address: &str) {
        let own = self.own.lock().unwrap();
        let acknowledged = own.iter().filter(|(_, versions)| versions.acknowledged.is_some());
        for (id, _) in acknowledged.step_by(20) {
            assert!(put(address, id, 0) == Put::Updated, "{id}");
        }
    }
}

fn wait_for(count: &AtomicUsize, more: usize) {
    let (start, first) = (Instant::now(), count.load(Ordering::Relaxed));
    while count.load(Ordering::Relaxed) < first + more {
        assert!(start.elapsed() < BOUND, "requests are answered");
        sleep(Duration::from_millis(1));
    }
}
