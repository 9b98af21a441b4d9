//! A PostgreSQL server of the test: on loopback, in a temporary folder, with the rights of an ordinary user.

use std::fs::{File, read_dir};
use std::io::{self, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, geteuid, kill_process};
use tempfile::{TempDir, tempdir};

/// Far more than it takes to start.
const BOUND: Duration = Duration::from_secs(120);

/// A user without rights and its group, on Debian. PostgreSQL refuses to run as root.
const USER: u32 = 65534;

/// An administrator can make the first ones, and the store has to replace them: what was acknowledged would be lost.
/// Without `fsync`, which makes the tests faster, a commit is lost with the machine alone, not with the process.
const SETTINGS: &str = "
synchronous_commit = off
wal_writer_delay = 10s
default_transaction_isolation = 'serializable'
fsync = off
";

/// Ends with the thread that started it where it runs as root; otherwise when it is dropped.
pub(crate) struct Cluster {
    folder: TempDir,
    binaries: PathBuf,
    port: u16,
    process: Child,
}

impl Cluster {
    /// Starts a new one. `None`, with a note, where PostgreSQL is missing.
    pub(crate) fn start() -> Option<Self> {
        let Some(binaries) = binaries() else {
            // The test harness shows this, other than the output of `println!`.
            let _ = writeln!(io::stderr(), "skipped: there is no PostgreSQL here");
            return None;
        };
        let folder = tempdir().expect("a folder");
        if geteuid().is_root() {
            std::os::unix::fs::chown(folder.path(), Some(USER), Some(USER)).expect("root");
        }
        let data = folder.path().join("data");
        let output = unprivileged(&binaries.join("initdb"))
            .args(["--username=customers", "--auth=trust", "--encoding=UTF8", "--locale=C"])
            .args(["--no-sync", "--pgdata"])
            .arg(&data)
            .output()
            .expect("initdb runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let mut file = File::options().append(true).open(data.join("postgresql.conf")).unwrap();
        file.write_all(SETTINGS.as_bytes()).unwrap();
        let (process, port) = start(&binaries, folder.path());
        Some(Self { folder, binaries, port, process })
    }

    pub(crate) fn url(&self) -> String {
        format!("postgres://customers@127.0.0.1:{}/postgres", self.port)
    }

    /// Ends all processes at once. What is not on the disk is lost.
    pub(crate) fn crash(&mut self) {
        let _ = kill_process(Pid::from_child(&self.process), Signal::QUIT);
        self.process.wait().expect("it ends");
    }

    /// Starts it again after a crash, on the same port.
    pub(crate) fn restart(&mut self) {
        let process = run(&self.binaries, self.folder.path(), self.port);
        self.process = process.expect("it starts");
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        self.crash();
    }
}

/// The folder that has `initdb` and `postgres`, of the newest version.
fn binaries() -> Option<PathBuf> {
    let version = |folder: &PathBuf| {
        let name = folder.parent().and_then(Path::file_name).and_then(|name| name.to_str());
        name.and_then(|version| version.parse::<u32>().ok())
    };
    let mut debian: Vec<_> = read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path().join("bin")))
        .collect();
    debian.sort_by_key(version);
    let configured = Command::new("pg_config").arg("--bindir").output().ok();
    let configured = configured
        .and_then(|output| Some(String::from_utf8(output.stdout).ok()?.trim().into()));
    let path = std::env::var_os("PATH").unwrap_or_default();
    debian
        .into_iter()
        .rev()
        .chain(configured)
        .chain(std::env::split_paths(&path))
        .find(|folder| ["initdb", "postgres"].iter().all(|name| folder.join(name).is_file()))
}

/// A command with the rights of an ordinary user. As root, it ends with this thread.
fn unprivileged(program: &Path) -> Command {
    if !geteuid().is_root() {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    command.args([format!("--reuid={USER}"), format!("--regid={USER}")]);
    command.args(["--clear-groups", "--pdeathsig=QUIT"]).arg(program).current_dir("/");
    command
}

/// Starts it on a free port.
fn start(binaries: &Path, folder: &Path) -> (Child, u16) {
    // Another process can take the port in between.
    for _ in 0..5 {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("an address").port();
        drop(listener);
        if let Some(process) = run(binaries, folder, port) {
            return (process, port);
        }
    }
    panic!("PostgreSQL does not start");
}

fn run(binaries: &Path, folder: &Path, port: u16) -> Option<Child> {
    let data = folder.join("data");
    let mut process = unprivileged(&binaries.join("postgres"))
        .args(["-h", "127.0.0.1", "-k", "", "-p", &port.to_string(), "-D"])
        .arg(&data)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("postgres runs");
    let start = Instant::now();
    // Its last line says whether connections are accepted.
    let status = data.join("postmaster.pid");
    while !std::fs::read_to_string(&status).is_ok_and(|status| {
        status.starts_with(&format!("{}\n", process.id()))
            && status.trim_end().ends_with("ready")
    }) {
        if process.try_wait().expect("a process").is_some() {
            return None;
        }
        assert!(start.elapsed() < BOUND, "PostgreSQL starts");
        sleep(Duration::from_millis(10));
    }
    Some(process)
}
