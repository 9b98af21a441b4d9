//! Connections and the shutdown.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpSocket};
use tokio::time::{Instant, sleep, sleep_until, timeout_at};
use tracing::{info, warn};

use crate::store::Store;
use crate::{Service, router};

/// Listens with a longer queue than the default of 128, which resets some of a thousand connections that are opened at
/// once.
pub fn listen(address: SocketAddr) -> io::Result<TcpListener> {
    const QUEUE: u32 = 4096;

    let socket = if address.is_ipv4() { TcpSocket::new_v4() } else { TcpSocket::new_v6() }?;
    // Allows a restart while old connections are in TIME-WAIT.
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    socket.listen(QUEUE)
}

/// The time in which a proxy learns from `/readyz` that it should send requests elsewhere.
const NOTICE_TIME: Duration = Duration::from_millis(500);

/// The time in which a request on a connection that was just accepted arrives.
const ARRIVAL_TIME: Duration = Duration::from_millis(100);

/// Serves until `stop` is ready. Then shuts down in these steps, within the drain time:
///
/// 1. `/readyz` gives 503, and each answer closes its connection. New connections are still accepted.
/// 2. The port is closed.
/// 3. Requests that are still arriving are answered. hyper would close their connections as idle ones.
/// 4. Idle connections are closed, and open requests answered.
pub async fn serve<S: Store>(
    listener: TcpListener,
    service: Arc<Service<S>>,
    stop: impl Future<Output = ()>,
) {
    let connections = GracefulShutdown::new();
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(service.config.head_time);
    // Sending may end before the answer does.
    http.half_close(true);
    let app = TowerToHyperService::new(router(Arc::clone(&service)));
    let accept = async || match listener.accept().await {
        Ok((stream, _)) => {
            let connection = http.serve_connection(TokioIo::new(stream), app.clone());
            let connection = connections.watch(connection);
            tokio::spawn(async move {
                // An error is one of the client or the network, which ends this connection alone.
                let _ = connection.await;
            });
        }
        // Such as too many open files: wait until some are closed.
        Err(error) => {
            warn!(%error, "no connection was accepted");
            sleep(Duration::from_millis(100)).await;
        }
    };

    tokio::pin!(stop);
    loop {
        tokio::select! {
            () = &mut stop => break,
            () = accept() => {}
        }
    }
    info!("stopping");
    service.is_stopping.store(true, Ordering::Relaxed);
    let deadline = Instant::now() + service.config.drain_time;
    let end_of_notice = deadline.min(Instant::now() + NOTICE_TIME);
    while timeout_at(end_of_notice, accept()).await.is_ok() {}
    drop(listener);
    sleep_until(deadline.min(Instant::now() + ARRIVAL_TIME)).await;
    match timeout_at(deadline, connections.shutdown()).await {
        Ok(()) => info!("stopped"),
        Err(_) => warn!("stopped with open requests"),
    }
}
