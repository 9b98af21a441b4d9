//! The program as a process: its docs, its log, and its end.

mod curl;
mod key;
mod log;
#[allow(dead_code, reason = "the tests of durability use the rest")]
mod server;
mod stop;
