//! A customer that was acknowledged is there after `kill -9`.

use rustix::process::Signal;

use crate::crowd::Crowd;
use crate::database::Database;

/// In each, the server is killed in the middle of its work and starts with what is there.
const ROUNDS: usize = 3;

fn nothing_that_was_acknowledged_is_lost(database: &Database) {
    let crowd = Crowd::default();
    for round in 0..ROUNDS {
        let server = database.serve();
        crowd.write(&server.address, round, || {
            crowd.wait_for_acknowledged(600);
            server.signal(Signal::KILL);
        });
    }
    database.check(&crowd);
    // The server updates what is there.
    let server = database.serve();
    crowd.check_served(&server.address);
}

#[test]
fn sqlite() {
    nothing_that_was_acknowledged_is_lost(&Database::sqlite());
}

#[test]
fn postgres() {
    if let Some(database) = Database::postgres() {
        nothing_that_was_acknowledged_is_lost(&database);
    }
}
