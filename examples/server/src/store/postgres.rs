//! Customers in a database of PostgreSQL.

use std::fmt;
use std::time::Duration;

use customer_schema::{Customer, CustomerId};
use deadpool_postgres::{Client, Hook, HookError, Manager, Object, Pool, PoolError};
use tokio::time::timeout;
use tokio_postgres::config::SslMode;
use tokio_postgres::types::private::BytesMut;
use tokio_postgres::types::{IsNull, ToSql, Type, to_sql_checked};
use tokio_postgres::{Config, NoTls, Row};

use super::sql::{self, Migration, Record, missing};
use super::{Put, Store, StoreError};

/// The table `customer_migrations` has the steps that were made.
const MIGRATIONS: &[Migration] = &["
    CREATE TABLE customers (
        id bytea PRIMARY KEY,
        version bigint NOT NULL,
        first_name bytea NOT NULL,
        last_name bytea NOT NULL,
        date_of_birth bytea NOT NULL,
        customer bytea NOT NULL
    );
    CREATE INDEX customers_by_name ON customers (last_name, first_name, date_of_birth);
"];

/// Replaces settings of the database with which the store would break its promises: a commit that returns before it is
/// on the disk, and isolation that refuses one of two concurrent updates. Stronger settings of `synchronous_commit` are
/// left alone. The database ends a statement that takes too long. Otherwise one that was answered with an error could
/// write later, over a customer that was acknowledged since.
fn settings(time: Duration) -> String {
    format!(
        "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL READ COMMITTED, READ WRITE;
         SELECT set_config('synchronous_commit', 'on', false)
             WHERE current_setting('synchronous_commit') = 'off';
         SET statement_timeout = {}",
        time.as_millis().max(1)
    )
}

/// How much longer than the database the store waits for the end of a statement.
const GRACE: Duration = Duration::from_secs(1);

/// The number of connections. PostgreSQL accepts 100 of all its clients by default.
const CONNECTIONS: usize = 16;

/// Stores customers in a database. Connections are made when they are needed, and again after they were lost.
#[derive(Clone, Debug)]
pub struct PostgresStore {
    pool: Pool,
    time: Duration,
}

impl PostgresStore {
    /// Opens the database with a URL, and brings its tables to the present version where necessary. To get a connection
    /// takes at most `time`, and so does a statement.
    pub async fn open(url: &str, time: Duration) -> Result<Self, StoreError> {
        let config: Config = url.parse().map_err(|_| StoreError::Address)?;
        if config.get_ssl_mode() == SslMode::Require {
            return Err(StoreError::Tls);
        }
        let set = Hook::async_fn(move |client, _| {
            Box::pin(async move {
                client.batch_execute(&settings(time)).await.map_err(HookError::Backend)
            })
        });
        let pool = Pool::builder(Manager::new(config, NoTls))
            .max_size(CONNECTIONS)
            .post_create(set)
            .build()
            .map_err(|_| StoreError::Misuse)?;
        let store = Self { pool, time };
        migrate(&mut store.client().await?).await?;
        Ok(store)
    }

    async fn client(&self) -> Result<Client, StoreError> {
        let client = timeout(self.time, self.pool.get()).await;
        Ok(client.map_err(|_| StoreError::TimedOut)??)
    }

    /// Runs a statement that returns at most one row. It is a transaction of its own, and ends before this returns.
    async fn run(&self, sql: &str, columns: &[&[u8]]) -> Result<Option<Row>, StoreError> {
        let client = self.client().await?;
        let parameters: Vec<_> = columns.iter().copied().map(Parameter).collect();
        let parameters: Vec<_> =
            parameters.iter().map(|parameter| parameter as &(dyn ToSql + Sync)).collect();
        let query = async {
            let statement = client.prepare_cached(sql).await?;
            client.query_opt(&statement, &parameters).await
        };
        if let Ok(row) = timeout(self.time + GRACE, query).await {
            return Ok(row?);
        }
        // The next statement on this connection would wait for this one.
        drop(Object::take(client));
        Err(StoreError::TimedOut)
    }

    /// Runs a statement that returns one number.
    async fn number(&self, sql: &str, columns: &[&[u8]]) -> Result<i64, StoreError> {
        let row = self.run(sql, columns).await?.ok_or(StoreError::Misuse)?;
        Ok(row.try_get(0)?)
    }
}

impl Store for PostgresStore {
    async fn put(&self, id: CustomerId, customer: Customer) -> Result<Put, StoreError> {
        let record = Record::new(id, customer)?;
        self.number(sql::UPSERT, &record.columns()).await.map(Put::from_version)
    }

    async fn get(&self, id: &CustomerId) -> Result<Option<Customer>, StoreError> {
        let row = self.run(sql::GET, &[id.as_str().as_bytes()]).await?;
        row.map(|row| sql::read(row.try_get(0)?)).transpose()
    }

    async fn count(&self) -> Result<i64, StoreError> {
        self.number(sql::COUNT, &[]).await
    }

    async fn check(&self) -> Result<(), StoreError> {
        self.run(sql::CHECK, &[]).await.map(drop)
    }
}

async fn migrate(client: &mut Client) -> Result<(), StoreError> {
    /// Any number that no other program uses in the same database.
    const LOCK: i64 = 0x0043_7573_746F_6D65;

    let transaction = client.transaction().await?;
    transaction.batch_execute("SET LOCAL statement_timeout = 0").await?;
    // Of several servers that start at the same time, one makes the tables.
    transaction.execute("SELECT pg_advisory_xact_lock($1)", &[&LOCK]).await?;
    // `IF NOT EXISTS` would ask for the right to create tables although they are there.
    let exists = "SELECT to_regclass('customer_migrations') IS NOT NULL";
    if !transaction.query_one(exists, &[]).await?.try_get::<_, bool>(0)? {
        let table = "CREATE TABLE customer_migrations (version integer PRIMARY KEY)";
        transaction.batch_execute(table).await?;
    }
    let done = "SELECT coalesce(max(version), 0) FROM customer_migrations";
    let done: i32 = transaction.query_one(done, &[]).await?.try_get(0)?;
    for (step, version) in missing(MIGRATIONS, done)? {
        transaction.batch_execute(step).await?;
        let insert = "INSERT INTO customer_migrations (version) VALUES ($1)";
        transaction.execute(insert, &[&version]).await?;
    }
    Ok(transaction.commit().await?)
}

/// Bytes as a parameter. `tokio_postgres` logs the `Debug` of parameters, so it shows nothing of them.
struct Parameter<'a>(&'a [u8]);

impl fmt::Debug for Parameter<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Parameter")
    }
}

impl ToSql for Parameter<'_> {
    fn to_sql(
        &self,
        kind: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        self.0.to_sql(kind, out)
    }

    fn accepts(kind: &Type) -> bool {
        <&[u8]>::accepts(kind)
    }

    to_sql_checked!();
}

/// Keeps the code alone. A text of PostgreSQL can quote a row.
impl From<tokio_postgres::Error> for StoreError {
    fn from(error: tokio_postgres::Error) -> Self {
        if let Some(code) = error.code() {
            return Self::Postgres(code.clone());
        }
        let is_closed = error.is_closed();
        let source = error.into_source();
        if is_closed || source.is_some_and(|source| source.is::<std::io::Error>()) {
            return Self::Disconnected;
        }
        Self::Misuse
    }
}

impl From<PoolError> for StoreError {
    fn from(error: PoolError) -> Self {
        match error {
            PoolError::Backend(error)
            | PoolError::PostCreateHook(HookError::Backend(error)) => error.into(),
            PoolError::Timeout(_) => Self::TimedOut,
            PoolError::Closed
            | PoolError::NoRuntimeSpecified
            | PoolError::PostCreateHook(HookError::Message(_)) => Self::Misuse,
        }
    }
}
