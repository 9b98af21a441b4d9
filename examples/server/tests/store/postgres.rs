//! The database of PostgreSQL: of another version, changed by others, with few rights, slow, and refusing a write.

use std::io::Read;
use std::net::TcpListener;
use std::sync::Mutex;
use std::time::Duration;

use customer_server::store::{PostgresStore, Put, Store, StoreError};
use rustix::process::{Pid, Signal, kill_process};
use tokio::task::JoinSet;
use tokio_postgres::error::SqlState;
use tokio_postgres::{Client, NoTls};

use crate::cluster::Cluster;
use crate::{customer, id, named};

/// Far more than an operation takes.
const TIME: Duration = Duration::from_secs(120);

pub(crate) async fn open(cluster: &Cluster) -> PostgresStore {
    PostgresStore::open(&cluster.url(), TIME).await.unwrap()
}

/// A connection of the test.
async fn connect(cluster: &Cluster) -> Client {
    let (client, connection) = tokio_postgres::connect(&cluster.url(), NoTls).await.unwrap();
    tokio::spawn(connection);
    client
}

/// Changes the database with SQL.
pub(crate) async fn change(cluster: &Cluster, sql: &str) {
    connect(cluster).await.batch_execute(sql).await.expect(sql);
}

/// A text cannot have U+0000.
#[tokio::test]
async fn columns_are_bytes() {
    let Some(cluster) = Cluster::start() else { return };
    let store = open(&cluster).await;
    store.put(id(), named("Love\0lace")).await.unwrap();
    let columns = "SELECT DISTINCT pg_typeof(id)::text || pg_typeof(first_name)
        || pg_typeof(last_name) || pg_typeof(date_of_birth) || pg_typeof(customer),
        last_name, date_of_birth FROM customers";
    let row = connect(&cluster).await.query_one(columns, &[]).await.unwrap();
    assert_eq!(row.get::<_, String>(0), "bytea".repeat(5));
    assert_eq!(row.get::<_, &[u8]>(1), b"Love\0lace");
    assert_eq!(row.get::<_, &[u8]>(2), b"1985-12-10");
}

/// Reading back goes through the checks.
#[tokio::test]
async fn a_record_that_was_changed() {
    let Some(cluster) = Cluster::start() else { return };
    let store = open(&cluster).await;
    store.put(id(), customer()).await.unwrap();
    change(&cluster, "UPDATE customers SET customer = '{}'").await;
    assert_eq!(store.get(&id()).await, Err(StoreError::Invalid));
    assert_eq!(store.put(id(), customer()).await, Ok(Put::Updated));
    assert_eq!(store.get(&id()).await, Ok(Some(customer())));
}

/// Several servers start on an empty database. A later version refuses to be used by this one.
#[tokio::test]
async fn migrations() {
    let Some(cluster) = Cluster::start() else { return };
    let mut servers = JoinSet::new();
    for _ in 0..8 {
        let url = cluster.url();
        servers.spawn(async move { PostgresStore::open(&url, TIME).await.map(drop) });
    }
    assert_eq!(servers.join_all().await, vec![Ok(()); 8]);
    change(&cluster, "INSERT INTO customer_migrations VALUES (99)").await;
    let newer = PostgresStore::open(&cluster.url(), TIME).await;
    assert_eq!(newer.unwrap_err(), StoreError::TooNew);
}

/// Once the tables are there, the server needs no right but those to read and write them.
#[tokio::test]
async fn few_rights() {
    let Some(cluster) = Cluster::start() else { return };
    let limited = cluster.url().replace("customers@", "limited@");
    change(&cluster, "CREATE ROLE limited LOGIN").await;
    let refused = PostgresStore::open(&limited, TIME).await;
    let code = SqlState::INSUFFICIENT_PRIVILEGE;
    assert_eq!(refused.unwrap_err(), StoreError::Postgres(code));
    open(&cluster).await;
    let grant = "GRANT SELECT ON customer_migrations TO limited;
        GRANT SELECT, INSERT, UPDATE ON customers TO limited";
    change(&cluster, grant).await;
    let store = PostgresStore::open(&limited, TIME).await.unwrap();
    assert_eq!(store.put(id(), customer()).await, Ok(Put::Created));
    assert_eq!(store.get(&id()).await, Ok(Some(customer())));
}

/// Nothing half-written: an error of the database leaves the customer as it was, also one that comes with the commit.
#[tokio::test]
async fn a_write_that_fails() {
    let Some(cluster) = Cluster::start() else { return };
    let store = open(&cluster).await;
    store.put(id(), customer()).await.unwrap();
    let refuse = "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql
        AS 'BEGIN RAISE unique_violation; END'";
    change(&cluster, refuse).await;
    let changed = named("King");
    for trigger in ["TRIGGER", "CONSTRAINT TRIGGER"] {
        let deferred = if trigger == "TRIGGER" { "" } else { "DEFERRABLE INITIALLY DEFERRED" };
        let create = format!(
            "CREATE {trigger} refuse AFTER UPDATE ON customers {deferred}
             FOR EACH ROW EXECUTE FUNCTION refuse()"
        );
        change(&cluster, &create).await;
        let refused = store.put(id(), changed.clone()).await;
        let code = SqlState::UNIQUE_VIOLATION;
        assert_eq!(refused, Err(StoreError::Postgres(code)), "{trigger}");
        assert_eq!(store.get(&id()).await, Ok(Some(customer())), "{trigger}");
        change(&cluster, "DROP TRIGGER refuse ON customers").await;
    }
    assert_eq!(store.put(id(), changed.clone()).await, Ok(Put::Updated));
    assert_eq!(store.get(&id()).await, Ok(Some(changed)));
}

/// A database that stops in the middle of its work is not waited for, and used again once it goes on.
#[tokio::test]
async fn a_database_that_does_not_answer() {
    let Some(cluster) = Cluster::start() else { return };
    let time = Duration::from_secs(2);
    let client = connect(&cluster).await;
    open(&cluster).await;
    let store = PostgresStore::open(&cluster.url(), time).await.unwrap();
    assert_eq!(store.put(id(), customer()).await, Ok(Put::Created));
    // The customer is locked by another transaction. What was given up is not written later.
    client.batch_execute("BEGIN; SELECT * FROM customers FOR UPDATE").await.unwrap();
    let refused = store.put(id(), named("King")).await;
    assert_eq!(refused, Err(StoreError::Postgres(SqlState::QUERY_CANCELED)));
    assert_eq!(store.get(&id()).await, Ok(Some(customer())));
    client.batch_execute("COMMIT").await.unwrap();
    assert_eq!(store.put(id(), named("Byron")).await, Ok(Put::Updated));
    // A process hangs.
    let processes = "SELECT pid FROM pg_stat_activity
        WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()";
    let processes = client.query(processes, &[]).await.unwrap();
    let signal = |signal| {
        for process in &processes {
            let _ = kill_process(Pid::from_raw(process.get(0)).unwrap(), signal);
        }
    };
    signal(Signal::STOP);
    let mut results = Vec::new();
    while results.last() != Some(&Ok(())) {
        results.push(store.check().await);
        assert!(results.len() <= processes.len() + 1, "{results:?}");
    }
    assert!(results.contains(&Err(StoreError::TimedOut)));
    signal(Signal::CONT);
    assert_eq!(store.get(&id()).await, Ok(Some(named("Byron"))));
}

/// Errors when the server starts.
#[tokio::test]
async fn addresses_that_cannot_be_used() {
    let time = Duration::from_millis(500);
    let open = async |url: &str| PostgresStore::open(url, time).await.unwrap_err();
    for url in ["sqlite:customers", "customers.sqlite", "postgres://host:x", "postgres://?a=b"]
    {
        assert_eq!(open(url).await, StoreError::Address, "{url}");
    }
    assert_eq!(open("postgres://u@127.0.0.1/d?sslmode=require").await, StoreError::Tls);
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("postgres://u@{}/d", listener.local_addr().unwrap());
    assert_eq!(open(&url).await, StoreError::TimedOut);
    listener.accept().unwrap().0.read_exact(&mut [0]).unwrap();
    drop(listener);
    assert_eq!(open(&url).await, StoreError::Disconnected);
}

static RECORDS: Mutex<String> = Mutex::new(String::new());

/// Records what dependencies log.
struct Log;

impl log::Log for Log {
    fn enabled(&self, _: &log::Metadata) -> bool {
        true
    }

    fn log(&self, record: &log::Record) {
        *RECORDS.lock().unwrap() += &format!("{}\n", record.args());
    }

    fn flush(&self) {}
}

/// At the level that logs statements, their parameters are not shown.
#[tokio::test]
async fn nothing_of_a_customer_is_logged() {
    let Some(cluster) = Cluster::start() else { return };
    log::set_logger(&Log).unwrap();
    log::set_max_level(log::LevelFilter::Trace);
    let store = open(&cluster).await;
    store.put("zqmarkqz".parse().unwrap(), named("zqmarkqz")).await.unwrap();
    let records = RECORDS.lock().unwrap();
    assert!(records.contains("INSERT INTO customers"), "statements are logged");
    let mark = format!("{:?}", b"zqmarkqz");
    for shown in ["zqmarkqz", mark.trim_matches(['[', ']'])] {
        assert!(!records.contains(shown), "{records}");
    }
}

/// Stored customers are there after a crash of the database, and the store goes on once it is back.
#[tokio::test]
async fn a_database_that_crashes() {
    let Some(mut cluster) = Cluster::start() else { return };
    let store = open(&cluster).await;
    for round in 0..3 {
        let ids: Vec<_> = (0..40).map(|i| format!("{round}-{i}").parse().unwrap()).collect();
        let mut puts = JoinSet::new();
        for id in ids.clone() {
            let store = store.clone();
            puts.spawn(async move { store.put(id, customer()).await });
        }
        assert_eq!(puts.join_all().await, vec![Ok(Put::Created); ids.len()]);
        cluster.crash();
        assert_eq!(store.put(id(), customer()).await, Err(StoreError::Disconnected));
        assert_eq!(store.check().await, Err(StoreError::Disconnected));
        cluster.restart();
        assert_eq!(store.check().await, Ok(()));
        for id in &ids {
            assert_eq!(store.get(id).await, Ok(Some(customer())));
        }
        assert_eq!(store.get(&id()).await, Ok(None));
    }
}
