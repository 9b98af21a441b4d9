//! SQLite and PostgreSQL store the same, in the same order.

use std::sync::Arc;

use customer_schema::CustomerId;
use customer_server::store::{Put, SqliteStore, Store};
use tempfile::tempdir;
use tokio::task::JoinSet;

use crate::cluster::Cluster;
use crate::postgres::open;
use crate::{customer, id, named};

/// U+0000 and the longest texts are stored as they are, and each `CustomerID` is one of its own.
async fn every_text<S: Store>(store: &S) {
    let ids =
        ["\0", "a", "a\0", "a\0b", "A", "é", "e\u{301}", "..", "'", "\\x41", "\u{10FFFF}"];
    let ids = ids.map(str::to_owned).into_iter().chain(["\u{10348}".repeat(36)]);
    let ids: Vec<CustomerId> = ids.map(|id| id.parse().unwrap()).collect();
    let names = ["\0", "Love\0lace", "\u{10FFFF}", &"\u{10348}".repeat(50), "';\\000\0"];
    for (i, id) in ids.iter().enumerate() {
        assert_eq!(store.get(id).await, Ok(None), "{i}");
        let mut expected = Put::Created;
        for name in names {
            let mut customer = named(name);
            customer.full_name.first_name = name.parse().unwrap();
            customer.primary_residence.city = name.parse().unwrap();
            assert_eq!(store.put(id.clone(), customer.clone()).await, Ok(expected), "{i}");
            assert_eq!(store.get(id).await, Ok(Some(customer)), "{i}");
            expected = Put::Updated;
        }
        assert_eq!(store.count().await, Ok(i64::try_from(i).unwrap() + 1));
    }
}

/// Of many requests that create the same customer, to several servers, exactly one creates it.
async fn one_creates<S: Store>(stores: [S; 2]) {
    const WRITERS: usize = 200;
    const CUSTOMERS: usize = 20;

    let stores = Arc::new(stores);
    let mut writers = JoinSet::new();
    for writer in 0..WRITERS {
        let stores = Arc::clone(&stores);
        writers.spawn(async move {
            let customer = named(&writer.to_string());
            let mut created = [0; CUSTOMERS];
            for (i, count) in created.iter_mut().enumerate() {
                let id: CustomerId = format!("shared-{i}").parse().unwrap();
                let put = stores[writer % 2].put(id, customer.clone()).await;
                *count += usize::from(put.expect("it is stored") == Put::Created);
            }
            created
        });
    }
    let created = writers.join_all().await;
    for i in 0..CUSTOMERS {
        assert_eq!(created.iter().map(|created| created[i]).sum::<usize>(), 1, "{i}");
    }
    assert_eq!(stores[0].count().await, Ok(i64::try_from(CUSTOMERS).unwrap()));
}

/// A customer is there when the store is opened again, and then by another one.
async fn opened_again<S: Store>(open: impl AsyncFn() -> S) {
    for expected in [Put::Created, Put::Updated, Put::Updated] {
        let (store, other) = (open().await, open().await);
        assert_eq!(store.put(id(), customer()).await, Ok(expected));
        assert_eq!(other.count().await, Ok(1));
        assert_eq!(other.get(&id()).await, Ok(Some(customer())));
        assert_eq!(other.check().await, Ok(()));
    }
}

#[tokio::test]
async fn sqlite() {
    every_text(&SqliteStore::in_memory().unwrap()).await;
    let folder = tempdir().unwrap();
    let open = |file| SqliteStore::open(&folder.path().join(file)).unwrap();
    opened_again(async || open("again")).await;
    one_creates([open("shared"), open("shared")]).await;
}

#[tokio::test]
async fn postgres() {
    let Some(cluster) = Cluster::start() else { return };
    opened_again(async || open(&cluster).await).await;
    crate::postgres::change(&cluster, "DELETE FROM customers").await;
    every_text(&open(&cluster).await).await;
    crate::postgres::change(&cluster, "DELETE FROM customers").await;
    one_creates([open(&cluster).await, open(&cluster).await]).await;
}
