//! `--explain`.

use annotate_snippets::Renderer;
use customer_schema::{Customer, PutCustomer, Violations};

use crate::{example, stderr, stdout, validate};

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
    let output = validate(&["--explain"], "{\"\u{202E}\u{1B}[2J\": 1}".as_bytes());
    assert!(stdout(&output).contains("has a byte that is not allowed"), "{}", stdout(&output));
    assert!(!stdout(&output).contains(['\u{1B}', '\u{202E}']), "{:?}", stdout(&output));
}

#[test]
fn a_violation_without_position_is_printed() {
    let report = PutCustomer::parse("", None, b"{").expect_err("both are wrong");
    let expected = "\
FILE: error[too_short]: CustomerID
 |
 = must have at least 1 character, has 0

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

/// Of a line of two megabytes the part around the caret is shown, 256 times.
#[test]
fn a_long_line() {
    let unknown = format!("\"x\": \"{}\", ", "ü".repeat(500_000));
    let identities = vec!["{\"IDNumber\": 1}"; 90].join(",");
    let body = format!("{{{unknown}\"Identities\": [{identities}], {unknown}\"FullName\": 1}}");
    let output = validate(&["--explain"], body.as_bytes());
    let longest = stdout(&output).lines().map(|line| line.chars().count()).max();
    assert!(longest < Some(200), "{longest:?}");
    assert_eq!(stdout(&output).matches("error[").count(), 256);
}

/// The character above the caret is the first one of the value, wherever the line is cut.
#[test]
fn a_line_is_cut_between_characters() {
    for (before, after) in [("a", "ü"), ("ü", "a"), ("ü", "ü")] {
        for count in (0..200).chain([5_000]) {
            for line_break in ["", "\n"] {
                let (before, after) = (before.repeat(count), after.repeat(count));
                let body = format!(
                    "{{{line_break}\"{before}\": 1, \"FullName\": 7, \"{after}\": 1,{line_break}\"DateOfBirth\": \
                     \"1985-12-10\", \"Identities\": [], \"PrimaryResidence\": {{\"Street\": \"12\", \"City\": \"L\", \
                     \"PostCode\": \"1\", \"State\": \"E\", \"Country\": \"GB\"}}}}"
                );
                let report = Customer::check_json(body.as_bytes()).expect_err("it has no name");
                let explained = explain(&report, body.as_bytes());
                let lines: Vec<Vec<char>> = explained.lines().map(|line| line.chars().collect()).collect();
                let caret = lines[3].iter().position(|c| *c == '^').expect("a caret");
                assert_eq!(lines[2][caret], '7', "{count} {before}\n{explained}");
                assert!(!explained.contains('\u{FFFD}'), "{explained}");
            }
        }
    }
}

fn explain(violations: &Violations, body: &[u8]) -> String {
    let mut output = Vec::new();
    example::violations(violations, body, "FILE", &Renderer::plain(), &mut output).expect("a vector can be written");
    String::from_utf8(output).expect("UTF-8")
}
