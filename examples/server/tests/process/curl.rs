//! The commands in the docs of the server: each is run and has to print the lines below it. Needs `curl`.

use std::process::Command;

use tempfile::tempdir;

use crate::server::Server;

const DOCS: &str = include_str!("../../src/main.rs");

/// The commands of the docs, each with the lines below it.
fn commands() -> Vec<(String, String)> {
    let mut commands: Vec<(String, String)> = Vec::new();
    let mut in_block = false;
    for line in DOCS
        .lines()
        .map_while(|line| line.strip_prefix("//!"))
        .map(|line| line.strip_prefix(' ').unwrap_or(line))
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
    // The second server has the customers of the first one.
    let folder = tempdir().unwrap();
    let mut server: Option<Server> = None;
    let mut functions = String::new();
    let mut statuses = Vec::new();
    for (command, expected) in commands() {
        if let Some(arguments) = command.strip_prefix("cargo run -q -p customer-server") {
            server = Some(Server::start(
                folder.path(),
                &arguments.split_whitespace().skip(1).collect::<Vec<_>>(),
            ));
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
        let output = Command::new("sh")
            .args(["-c", &script])
            .current_dir(root)
            .output()
            .expect("a shell");
        let errors = String::from_utf8_lossy(&output.stderr);
        let output = String::from_utf8(output.stdout).expect("text");
        assert_eq!(
            without_reference(&output),
            without_reference(&expected),
            "{command}: {errors}"
        );
        statuses.extend(output.trim_end().rsplit(' ').next().map(str::to_owned));
    }
    statuses.sort_unstable();
    statuses.dedup();
    let shown = ["201", "204", "400", "401", "404", "405", "413", "500"];
    assert_eq!(statuses, shown, "every status is shown (R23)");
}
