//! The program as a process: its docs, its log, and its end.

mod curl;
mod kill;
mod log;
mod server;
mod stop;
