//! `--lines`.

use std::io::{BufRead, BufReader, Write};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use customer_schema::Customer;
use serde_json::Value;

use crate::batch::{MAX_BLANK, SIZE};
use crate::{command, run, stderr, stdout, validate};

const VALID: &str = r#"{"FullName":{"FirstName":"Ada","LastName":"King"},"DateOfBirth":"1985-12-10","Identities":[],"PrimaryResidence":{"Street":"12 St","City":"London","PostCode":"SW1Y","State":"England","Country":"GB"}}"#;
const THREADS: [&str; 4] = ["1", "2", "3", "8"];

/// The verdict on a line as the library gives it.
fn verdict(line: usize, body: &str) -> String {
    let Err(violations) = Customer::from_json(body.as_bytes()) else { return "{\"valid\":true}\n".to_owned() };
    let request = serde_json::to_string(&violations).expect("it can be written");
    let omitted = match violations.omitted() {
        0 => String::new(),
        omitted => format!(",\"omitted\":{omitted}"),
    };
    format!("{{\"line\":{line},\"valid\":false,\"Request\":{request}{omitted}}}\n")
}

#[track_caller]
fn assert_verdicts(input: &str, bodies: &[&str]) {
    let expected: String = (1..).zip(bodies).map(|(line, body)| verdict(line, body)).collect();
    let invalid = expected.matches("\"valid\":false").count();
    let summary = format!(": {} valid, {invalid} invalid\n", bodies.len() - invalid);
    for threads in THREADS {
        let output = validate(&["--lines", "--threads", threads], input.as_bytes());
        assert!(stdout(&output) == expected, "{threads} threads: {:.500}\n{expected:.500}", stdout(&output));
        assert_eq!(output.status.code(), Some(i32::from(invalid > 0)));
        assert!(stderr(&output).ends_with(&summary), "{}", stderr(&output));
    }
}

/// Lines without a byte and of 400,000, so that threads finish out of order; some with a verdict that is longer than they.
#[test]
fn verdicts_have_the_order_of_the_lines() {
    let long = format!("[{}]", "1,".repeat(200_000));
    let many_violations = format!("{{\"Identities\": [{}]}}", vec!["{}"; 300].join(","));
    let no_names: Vec<_> = (0..20).map(|i| VALID.replace("\"Ada\"", &i.to_string())).collect();
    let mut bodies = Vec::new();
    for i in 0..5_000 {
        bodies.push(match i {
            20 | 2_000 | 2_001 | 4_000 => &long,
            _ if i % 97 == 0 => &many_violations,
            _ if i % 7 == 0 => "",
            _ if i % 5 == 0 => &no_names[i % 20],
            _ => VALID,
        });
    }
    assert_verdicts(&bodies.join("\n"), &bodies);
    assert_verdicts(&(bodies.join("\r\n") + "\r\n"), &bodies);
}

#[test]
fn a_verdict_has_the_line_and_what_is_omitted() {
    let many_violations = format!("{{\"Identities\": [{}]}}", vec!["{}"; 100].join(","));
    let output = validate(&["--lines"], format!("{VALID}\n{many_violations}\n{{}}\n").as_bytes());
    let verdicts: Vec<Value> = stdout(&output).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(verdicts[0], serde_json::json!({ "valid": true }));
    assert_eq!((&verdicts[1]["line"], &verdicts[1]["omitted"]), (&2.into(), &47.into()));
    assert!(stdout(&output).ends_with(
        "{\"line\":3,\"valid\":false,\"Request\":{\"FullName\":[\"is required\"],\"DateOfBirth\":[\"is required\"],\
         \"Identities\":[\"is required\"],\"PrimaryResidence\":[\"is required\"]}}\n"
    ));
}

#[test]
fn a_byte_order_mark_at_the_start_is_skipped() {
    assert_verdicts(&format!("\u{FEFF}{VALID}\n{VALID}"), &[VALID, VALID]);
    let marked = format!("\u{FEFF}{VALID}");
    assert_verdicts(&format!("{VALID}\n{marked}\n"), &[VALID, &marked]);
    assert_verdicts(&format!("\u{FEFF}\u{FEFF}{VALID}\n"), &[&marked]);
    assert_verdicts("\u{FEFF}", &[]);
    assert_verdicts("\u{FEFF}\n", &[]);
}

#[test]
fn blank_lines_at_the_end_are_skipped() {
    for end in ["", "\n", "\r\n", "\n\n", "\n\n\n", "\r\n\r\n", "\n \t\r\n  ", "\n \n\t"] {
        assert_verdicts(&format!("{VALID}{end}"), &[VALID]);
    }
    for blank in ["", "\n", " ", "\r\n \n"] {
        assert_verdicts(blank, &[]);
    }
}

#[test]
fn blank_lines_before_another_line_are_invalid_bodies() {
    assert_verdicts(&format!("\n{VALID}\n\n \n{VALID}\n\n"), &["", VALID, "", " ", VALID]);
    // More than a batch of them.
    let spaces = " ".repeat(999);
    let bodies = [vec![&*spaces; SIZE / 1_000 + 200], vec![VALID]].concat();
    assert_verdicts(&bodies.join("\n"), &bodies);
    // At the end of a batch, with a body in the next one.
    let count = SIZE / (VALID.len() + 1);
    let bodies = [vec![VALID; count - 50], vec![""; SIZE / 10], vec![VALID]].concat();
    assert_verdicts(&bodies.join("\n"), &bodies);
}

/// The bodies before them do not count.
#[test]
fn blank_lines_after_a_batch_of_bodies_are_skipped() {
    let blank = (" ".repeat(999) + "\n").repeat(MAX_BLANK / 1_000 - 100);
    let count = SIZE / (VALID.len() + 1);
    for count in [count - 500, count, count + 500] {
        let output = validate(&["--lines"], ((VALID.to_owned() + "\n").repeat(count) + &blank).as_bytes());
        assert_eq!((stdout(&output).lines().count(), output.status.code()), (count, Some(0)));
    }
}

/// The memory for lines that may have to be skipped is bounded.
#[test]
fn more_blank_lines_than_are_kept_are_invalid_bodies() {
    let kept = MAX_BLANK / 1_000;
    let input = format!("{VALID}\n{}", (" ".repeat(999) + "\n").repeat(kept + 500));
    for threads in ["1", "2"] {
        let output = validate(&["--lines", "--threads", threads], input.as_bytes());
        let verdicts = stdout(&output).lines().count();
        assert!((kept..=kept + 500).contains(&verdicts), "{verdicts}");
        assert_eq!(output.status.code(), Some(1));
    }
}

#[test]
fn singular_and_plural() {
    let cases = [
        ("", "0 bodies: 0 valid, 0 invalid\n"),
        ("{}", "1 body: 0 valid, 1 invalid\n"),
        ("{}\n[]\n", "2 bodies: 0 valid, 2 invalid\n"),
    ];
    for (input, expected) in cases {
        assert_eq!(stderr(&validate(&["--lines"], input.as_bytes())), expected);
    }
}

/// A verdict is written before the next line arrives. Blank lines wait for it.
#[test]
fn lines_that_arrive_one_by_one() {
    let marked = format!("\u{FEFF}{VALID}");
    let writes: [&[&str]; 5] = [&[VALID], &[&marked], &["{}", "", " "], &["[]", ""], &[VALID]];
    let bodies: Vec<&str> = writes.concat();
    for threads in THREADS {
        let mut process = command(&["--lines", "--threads", threads]).spawn().expect("the program starts");
        let mut stdin = process.stdin.take().expect("piped");
        let stdout = BufReader::new(process.stdout.take().expect("piped"));
        let (sender, verdicts) = mpsc::channel();
        thread::spawn(move || stdout.lines().try_for_each(|line| sender.send(line.expect("a line"))));
        let mut written = 0;
        let mut checked = 0;
        for lines in writes {
            // One write, so that the program reads the lines at once.
            stdin.write_all((lines.join("\n") + "\n").as_bytes()).expect("the program reads");
            written += lines.len();
            let is_blank = |line: &&&str| line.trim().is_empty();
            let due = written - lines.iter().rev().take_while(is_blank).count();
            while checked < due {
                let line = verdicts.recv_timeout(Duration::from_secs(20)).expect("a verdict before the input ends");
                assert_eq!(line + "\n", verdict(checked + 1, bodies[checked]));
                checked += 1;
            }
        }
        drop(stdin);
        assert_eq!(process.wait().expect("it ends").code(), Some(1));
    }
}

/// The number of threads is the number of cores by default, and a file is read as standard input is.
#[test]
fn a_file() {
    let broken = "examples/data/broken.json";
    let from_file = validate(&["--lines", broken], b"");
    let input = std::fs::read(crate::root().join(broken)).expect("a file");
    let from_stdin = run(command(&["--lines", "-"]), &input);
    assert_eq!(stdout(&from_file), stdout(&from_stdin));
    assert_eq!(stdout(&from_file).lines().count(), input.split(|byte| *byte == b'\n').count() - 1);
}
