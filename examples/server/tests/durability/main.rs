//! Acknowledged customers are stored, whether the server or the database ends. A test of its own: 200 writers take the
//! processor from tests that depend on time.

mod crowd;
mod database;
mod kill;

#[path = "../shared/cluster.rs"]
mod cluster;
#[allow(dead_code, reason = "the tests of the process use the rest")]
#[path = "../process/server.rs"]
mod server;
