//! SIGTERM ends the process in order.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::Signal;
use tempfile::tempdir;

use crate::server::{BOUND, Open, Server, command, get, put};

#[test]
fn open_requests_are_answered() {
    const OPEN: usize = 100;

    for signal in [Signal::TERM, Signal::INT] {
        let folder = tempdir().unwrap();
        let mut server = Server::start(folder.path(), &[]);
        let address = server.address.clone();
        assert_eq!(get(&address, "/readyz").ok(), Some(204));
        let open: Vec<_> = (0..OPEN)
            .map(|i| Open::put(&address, &format!("c-{i}")).expect("it is taken"))
            .collect();
        server.signal(signal);
        // The port is closed while requests are still open.
        let start = Instant::now();
        while get(&address, "/healthz").is_ok() {
            assert!(start.elapsed() < BOUND, "the port is closed");
            thread::sleep(Duration::from_millis(5));
        }
        thread::sleep(Duration::from_millis(100));
        assert!(!server.has_ended());
        for (i, request) in open.into_iter().enumerate() {
            assert_eq!(request.finish().ok(), Some(201), "{i}");
        }
        assert!(server.wait().success());
    }
}

/// Under load, with a proxy that sends requests elsewhere once `/readyz` says so, every request is answered.
#[test]
fn no_request_is_lost() {
    let folder = tempdir().unwrap();
    let mut server = Server::start(folder.path(), &[]);
    let is_ready = AtomicBool::new(true);
    thread::scope(|scope| {
        let writers: Vec<_> = (0..20)
            .map(|writer| {
                let (address, is_ready) = (&server.address, &is_ready);
                scope.spawn(move || {
                    let ids = (0..).map(|i| format!("{writer}-{i}"));
                    let sent = ids.take_while(|_| is_ready.load(Ordering::Relaxed));
                    sent.map(|id| assert_eq!(put(address, &id).ok(), Some(201), "{id}")).count()
                })
            })
            .collect();
        thread::sleep(Duration::from_millis(300));
        server.signal(Signal::TERM);
        // The proxy asks now and then.
        let start = Instant::now();
        while get(&server.address, "/readyz").ok() == Some(204) {
            assert!(start.elapsed() < BOUND, "it is no longer ready");
            thread::sleep(Duration::from_millis(50));
        }
        assert_eq!(get(&server.address, "/readyz").ok(), Some(503));
        is_ready.store(false, Ordering::Relaxed);
        for writer in writers {
            assert!(writer.join().expect("every request is answered") > 0);
        }
    });
    assert!(server.wait().success());
}

/// A request that does not end is not waited for without a bound.
#[test]
fn the_time_to_end_is_bounded() {
    let folder = tempdir().unwrap();
    let mut server = Server::spawn(
        command(folder.path())
            .args(["--drain-seconds", "1"])
            .stderr(std::process::Stdio::null()),
    );
    let open = Open::put(&server.address, "c-1815").expect("it is taken");
    assert_eq!(put(&server.address, "c-1816").ok(), Some(201));
    let start = std::time::Instant::now();
    server.signal(Signal::TERM);
    assert!(server.wait().success());
    // Less than the time that a body may take.
    assert!(start.elapsed() < Duration::from_secs(8), "{:?}", start.elapsed());
    assert!(open.finish().is_err());
}
