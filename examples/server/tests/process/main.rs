//! The program as a process: its docs, its log, and its end.

mod crowd;
mod curl;
mod database;
mod kill;
mod log;
mod server;
mod stop;

#[path = "../shared/cluster.rs"]
mod cluster;
