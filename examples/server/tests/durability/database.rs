//! The databases that the server can have, and the loss of one.

use std::process::Stdio;

use customer_server::store::{PostgresStore, SqliteStore};
use tempfile::{TempDir, tempdir};
use tokio_postgres::NoTls;

use crate::cluster::Cluster;
use crate::crowd::Crowd;
use crate::server::{BODY, BOUND, Server, command, get, put, put_body, refusal};

/// An empty database: in a file of the folder, unless there is a cluster.
pub(crate) struct Database {
    folder: TempDir,
    cluster: Option<Cluster>,
}

impl Database {
    pub(crate) fn sqlite() -> Self {
        Self { folder: tempdir().expect("a folder"), cluster: None }
    }

    /// `None` where PostgreSQL is missing.
    pub(crate) fn postgres() -> Option<Self> {
        Some(Self { cluster: Some(Cluster::start()?), ..Self::sqlite() })
    }

    /// Starts a server with this database.
    pub(crate) fn serve(&self) -> Server {
        let mut command = command(self.folder.path());
        if let Some(cluster) = &self.cluster {
            command.env("DATABASE_URL", cluster.url());
        }
        Server::spawn(command.stderr(Stdio::null()))
    }

    /// Compares the answers to a crowd with what is stored, and the columns of each customer with each other.
    pub(crate) fn check(&self, crowd: &Crowd) {
        let runtime =
            tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let rows = runtime.block_on(async {
            let Some(cluster) = &self.cluster else {
                let file = self.folder.path().join("customers.sqlite");
                crowd.check(&SqliteStore::open(&file).unwrap()).await;
                return sqlite_rows(&rusqlite::Connection::open(&file).unwrap());
            };
            crowd.check(&PostgresStore::open(&cluster.url(), BOUND).await.unwrap()).await;
            let (client, connection) =
                tokio_postgres::connect(&cluster.url(), NoTls).await.unwrap();
            tokio::spawn(connection);
            let rows = client.query(ROWS, &[]).await.unwrap();
            rows.iter().map(|row| (row.get(0), row.get(1))).collect()
        });
        assert!(!rows.is_empty());
        for (last_name, customer) in rows {
            let customer = customer_schema::Customer::from_json(&customer).unwrap();
            assert_eq!(last_name, customer.full_name.last_name.as_str().as_bytes());
        }
    }
}

const ROWS: &str = "SELECT last_name, customer FROM customers";

fn sqlite_rows(connection: &rusqlite::Connection) -> Vec<(Vec<u8>, Vec<u8>)> {
    let mut statement = connection.prepare(ROWS).unwrap();
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    rows.collect::<Result<_, _>>().unwrap()
}

/// Under load, the database is lost and comes back. Meanwhile the server answers with an error body.
#[test]
fn a_database_that_is_lost() {
    let Some(mut database) = Database::postgres() else { return };
    let server = database.serve();
    let address = &server.address;
    let cluster = database.cluster.as_mut().expect("a cluster");
    let crowd = Crowd::default();
    for round in 0..2 {
        crowd.write(address, round, || {
            crowd.wait_for_acknowledged(400);
            cluster.crash();
            crowd.wait_for_failed(400);
            assert_eq!(get(address, "/readyz").ok(), Some(503));
            assert_eq!(get(address, "/healthz").ok(), Some(204));
            cluster.restart();
            crowd.wait_for_acknowledged(400);
        });
        assert_eq!(get(address, "/readyz").ok(), Some(204));
    }
    drop(server);
    database.check(&crowd);
}

/// U+0000 in the `CustomerID` and in names, through all of the server.
#[test]
fn a_zero_character() {
    for database in [Some(Database::sqlite()), Database::postgres()].into_iter().flatten() {
        let server = database.serve();
        let body = BODY.replace("Lovelace", r"Love\u0000lace").replace("Ada", r"\u0000");
        for (id, status) in
            [("%00", 201), ("a%00b", 201), ("a", 201), ("%00", 204), ("a%00b", 204)]
        {
            let answer = put_body(&server.address, id, &body).unwrap();
            assert_eq!(answer, (status, String::new()), "{id}");
        }
    }
}

/// The server says why it does not start, without the password.
#[test]
fn a_database_that_is_not_there() {
    let folder = tempdir().unwrap();
    for (url, reason) in [
        ("postgres://u:zqmarkqz@127.0.0.1:1/d", "there is no connection to the database\n"),
        ("mysql://u:zqmarkqz@127.0.0.1/d", "DATABASE_URL is not a URL of PostgreSQL\n"),
    ] {
        let (code, text) = refusal(command(folder.path()).env("DATABASE_URL", url));
        assert_eq!(code, Some(1));
        assert!(text.contains(reason) && !text.contains("zqmarkqz"), "{text}");
    }
    // An option is stronger than the environment, and an empty variable is none.
    for (url, arguments) in [("mysql://", ["--database", "other.sqlite"].as_slice()), ("", &[])]
    {
        let server =
            Server::spawn(command(folder.path()).env("DATABASE_URL", url).args(arguments));
        assert_eq!(put(&server.address, "c-1815").ok(), Some(201));
    }
    assert!(
        ["other", "customers"]
            .iter()
            .all(|name| { folder.path().join(name).with_extension("sqlite").is_file() })
    );
}
