//! The commands in the docs of the server: each is run and has to print the lines below it. Needs `curl`.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

const DOCS: &str = include_str!("../src/main.rs");

/// A server that ends with the test.
struct Server {
    process: Child,
    address: String,
}

impl Server {
    fn start(arguments: &[&str]) -> Self {
        let server = env!("CARGO_BIN_EXE_customer-server");
        let mut process = Command::new(server)
            .args(arguments)
            .arg("127.0.0.1:0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the server starts");
        let mut line = String::new();
        BufReader::new(process.stdout.take().expect("piped")).read_line(&mut line).expect("a line");
        let address = line.trim().strip_prefix("listening on ").expect(&line).to_owned();
        Self { process, address }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The commands of the docs, each with the lines below it.
fn commands() -> Vec<(String, String)> {
    let mut commands: Vec<(String, String)> = Vec::new();
    let mut in_block = false;
    for line in
        DOCS.lines().map_while(|line| line.strip_prefix("//!")).map(|line| line.strip_prefix(' ').unwrap_or(line))
    {
        if line.starts_with("```") {
            in_block = !in_block;
        } else if let (true, Some(command)) = (in_block, line.strip_prefix("$ ")) {
            commands.push((command.to_owned(), String::new()));
        } else if let (true, Some((_, output))) = (in_block, commands.last_mut()) {
            *output += line;
            *output += "\n";
        }
    }
    commands
}

/// Replaces each reference, which differs from run to run.
fn without_reference(output: &str) -> String {
    let mut parts = output.split("\"Instance\":\"");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |replaced, part| {
        let (instance, rest) = part.split_once('"').expect("an end");
        assert!(!instance.is_empty(), "{output}");
        replaced + "\"Instance\":\"..\"" + rest
    })
}

#[test]
fn the_docs_show_what_is_answered() {
    let mut server: Option<Server> = None;
    let mut functions = String::new();
    let mut statuses = Vec::new();
    for (command, expected) in commands() {
        if let Some(arguments) = command.strip_prefix("cargo run -q -p customer-server") {
            server = Some(Server::start(&arguments.split_whitespace().skip(1).collect::<Vec<_>>()));
            continue;
        }
        if command.contains("() {") {
            functions += &command;
            functions += "\n";
            continue;
        }
        let address = &server.as_ref().expect("a server was started").address;
        let script = functions.clone() + &command.replace("localhost:3000", address);
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
        let output = Command::new("sh").args(["-c", &script]).current_dir(root).output().expect("a shell");
        let errors = String::from_utf8_lossy(&output.stderr);
        let output = String::from_utf8(output.stdout).expect("text");
        assert_eq!(without_reference(&output), without_reference(&expected), "{command}: {errors}");
        statuses.extend(output.trim_end().rsplit(' ').next().map(str::to_owned));
    }
    statuses.sort_unstable();
    statuses.dedup();
    assert_eq!(statuses, ["201", "204", "400", "401", "500"], "every status is shown (R23)");
}
