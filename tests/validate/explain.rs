//! `--explain`.

use annotate_snippets::Renderer;
use customer_schema::{PutCustomer, Violations};

use crate::example::{self, Excerpt};
use crate::{stderr, stdout, validate};

/// Tabs, a character of two columns and three bytes, and one of no column stand before the carets.
#[test]
fn carets_are_under_the_positions() {
    let body = "{\r\n\t\"FullName\": {\"LastName\": \"紫\u{301}\",\t\"FirstName\": \"\"},\r\n\t\"DateOfBirth\": \"1985\",\r\n\
        \t\"Identities\": [], \"PrimaryResidence\": 7\r\n}\r\n";
    let expected = "\
standard input:2:49: error[too_short]: FullName.FirstName
  |
2 |     \"FullName\": {\"LastName\": \"紫\u{301}\",    \"FirstName\": \"\"},
  |                                                    ^ must have at least 1 character, has 0

standard input:3:17: error[too_short]: DateOfBirth
  |
3 |     \"DateOfBirth\": \"1985\",
  |                    ^ must have 10 characters in the form YYYY-MM-DD, has 4

standard input:4:40: error[wrong_type]: PrimaryResidence
  |
4 |     \"Identities\": [], \"PrimaryResidence\": 7
  |                                           ^ must be an object, is a number

3 violations
";
    let output = validate(&["--explain"], body.as_bytes());
    assert_eq!((stdout(&output), stderr(&output), output.status.code()), (expected, "", Some(1)));
}

#[test]
fn a_valid_body() {
    let output = validate(&["--explain", "examples/data/valid-gb.json"], b"");
    assert_eq!((stdout(&output), output.status.code()), ("valid\n", Some(0)));
}

#[test]
fn a_caret_may_be_at_the_end() {
    let expected = "\
standard input:2:3: error[malformed_json]: Body
  |
2 | {}
  |   ^ must be one JSON value in UTF-8, ends too early at line 2, column 3

1 violation
";
    assert_eq!(stdout(&validate(&["--explain"], b"{\"a\":\n{}")), expected);
    let output = validate(&["--explain"], b"");
    assert!(stdout(&output).contains("\n1 |\n  | ^ must be one JSON value in UTF-8, is empty"), "{}", stdout(&output));
}

/// The file may hold sequences that move the cursor or change the order of the text.
#[test]
fn control_characters_do_not_reach_the_terminal() {
    let output = validate(&["--explain"], "{\"\u{202E}\u{9B}2J\u{1B}[2J\": 1}".as_bytes());
    assert!(stdout(&output).contains("has a byte that is not allowed"), "{}", stdout(&output));
    assert!(!stdout(&output).contains(['\u{1B}', '\u{9B}', '\u{202E}']), "{:?}", stdout(&output));
}

#[test]
fn a_violation_without_position_is_printed() {
    let report = PutCustomer::parse("", None, b"{").expect_err("both are wrong");
    let expected = "\
FILE: error[too_short]: CustomerID must have at least 1 character, has 0

FILE:1:2: error[malformed_json]: Body
  |
1 | {
  |  ^ must be one JSON value in UTF-8, ends too early at line 1, column 2

2 violations
";
    assert_eq!(explain(&report, b"{"), expected);
}

#[test]
fn violations_that_are_left_out_are_counted() {
    let identities = vec!["{}"; 100].join(",");
    let output = validate(&["--explain"], format!("{{\"Identities\": [{identities}]}}").as_bytes());
    assert!(stdout(&output).ends_with("\n303 violations, the last 47 are not shown\n"), "{}", stdout(&output));
    assert_eq!(stdout(&output).matches("error[").count(), 256);
}

/// Wherever a line is cut, the excerpt has whole characters and the one at the offset.
#[test]
fn an_excerpt_is_cut_between_characters() {
    let line = "aüc紫é😀".repeat(20);
    for (before, after) in [("", ""), ("{\n", "\n}"), ("\r\n", "\r\n"), ("\n", "\r\n\n")] {
        let body = [before, &line, after].concat();
        for (i, c) in line.char_indices() {
            let Excerpt { text, caret } = Excerpt::new(body.as_bytes(), before.len() + i);
            assert_eq!(text[caret.clone()], c.to_string(), "{i} {text}");
            let shown = text.trim_matches('…');
            assert!(line.contains(shown), "{i} {text}");
            let (before, after) = (i, line.len() - i);
            assert_eq!(text.starts_with('…'), before > Excerpt::SIDE, "{i} {text}");
            assert_eq!(text.ends_with('…'), after > Excerpt::SIDE, "{i} {text}");
            let longest = before.min(Excerpt::SIDE) + after.min(Excerpt::SIDE);
            assert!((longest - 6..=longest).contains(&shown.len()), "{i} {text}");
        }
    }
}

/// Of a line of two megabytes, the part around the position is shown.
#[test]
fn a_long_line() {
    let unknown = format!("\"x\": \"{}\"", "ü".repeat(500_000));
    let body = format!("{{{unknown}, \"FullName\": 7, {unknown}}}");
    let expected = "\
standard input:1:1000023: error[wrong_type]: FullName
  |
1 | …üüüüüüüüüüüüüüüüüüüüüü\", \"FullName\": 7, \"x\": \"üüüüüüüüüüüüüüüüüüüüüüüüü…
  |                                       ^ must be an object, is a number

";
    let output = validate(&["--explain"], body.as_bytes());
    assert!(stdout(&output).starts_with(expected), "{:.500}", stdout(&output));
}

fn explain(violations: &Violations, body: &[u8]) -> String {
    let mut output = Vec::new();
    example::violations(violations, body, "FILE", &Renderer::plain(), &mut output).expect("a vector can be written");
    String::from_utf8(output).expect("UTF-8")
}
