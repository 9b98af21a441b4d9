//! S5: well-formed and malformed bodies.

use crate::bodies::minimal;
use crate::{Case, Content};

pub(crate) fn cases() -> Vec<Case> {
    let body = minimal().write();
    let mut cases = Vec::new();
    let mut add = |name: &str, body: Content| cases.push(Case::body(name, body));
    add("nothing", "".into());
    add("white space alone", " \r\n\t".into());
    add("white space before and behind", minimal().preceded_by(" \r\n\t").followed_by(" \r\n\t").into());
    add("white space between all", spaced(&body).into());
    add("a byte order mark before", minimal().preceded_by("\u{feff}").into());
    add("a byte order mark behind", minimal().followed_by("\u{feff}").into());
    add("no-break space before", minimal().preceded_by("\u{a0}").into());
    add("form feed behind", minimal().followed_by("\u{c}").into());
    add("a null character behind", minimal().followed_by("\0").into());
    add("the last brace missing", minimal().unclosed().into());
    add("half of it", body.split_at(body.len() / 2).0.into());
    add("one brace too many", minimal().followed_by("}").into());
    add("twice", format!("{body}{body}").into());
    add("in UTF-16", body.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>().into());
    add("a break behind a violation", minimal().preceded_by("{\"FullName\":0,").into());
    for (name, property) in BROKEN_PROPERTIES {
        let broken = minimal().opened_with(&format!("{property},"));
        add(&format!("a first property with {name}"), broken.into());
    }
    for (name, bytes) in BYTES {
        for (place, find) in [("a value", "Ada"), ("a name", "FullName"), ("an unknown value", "Unknown")] {
            let text = body.replacen('{', "{\"Note\":\"Unknown\",", 1);
            let at = text.find(find).expect("it is there");
            let broken = [&text.as_bytes()[..at], bytes, &text.as_bytes()[at..]].concat();
            add(&format!("{name} in {place}"), broken.into());
        }
    }
    for surrogate in ["\\ud800", "\\udbff", "\\udc00", "\\ud800x", "\\ud800\\u0041", "\\ud800\\ud800", "\\udc00\\ud800"]
    {
        add(&format!("{surrogate} in a text"), minimal().put("/FullName/FirstName", format!("\"{surrogate}\"")).into());
        add(
            &format!("{surrogate} in a code"),
            minimal().put("/PrimaryResidence/Country", format!("\"{surrogate}\"")).into(),
        );
        add(&format!("{surrogate} for an object"), minimal().put("/FullName", format!("\"{surrogate}\"")).into());
        add(&format!("{surrogate} for an identity"), minimal().put("/Identities", format!("[\"{surrogate}\"]")).into());
        for object in ["", "/FullName", "/Identities/0", "/PrimaryResidence"] {
            let body = minimal().and(object, &format!("\"{surrogate}\""), "0");
            add(&format!("{surrogate} in a name of {object:?}"), body.into());
        }
    }
    add("a surrogate pair in a text", minimal().put("/FullName/FirstName", "\"\\uD83D\\uDE00\"").into());
    let deep = |open: &str, close: &str| [open.repeat(10_000), close.repeat(10_000)].concat();
    add("an unknown property, 10000 arrays deep", minimal().and("", "\"Note\"", deep("[", "]")).into());
    add("a wrong type, 10000 arrays deep", minimal().put("/FullName", deep("[", "]")).into());
    add("a second value, 10000 arrays deep", minimal().and("", "\"FullName\"", deep("[", "]")).into());
    add("an array that is not closed, 10000 arrays deep", minimal().and("", "\"Note\"", "[".repeat(10_000)).into());
    cases
}

fn spaced(body: &str) -> String {
    ["{", "}", "[", "]", ":", ","]
        .into_iter()
        .fold(body.to_owned(), |body, token| body.replace(token, &format!(" \t{token}\r\n")))
}

/// Texts that the grammar does not allow in front of the other properties.
const BROKEN_PROPERTIES: &[(&str, &str)] = &[
    ("nothing", ""),
    ("a name without quotes", "x:0"),
    ("a name in single quotes", "'x':0"),
    ("a number for a name", "0:0"),
    ("no value", "\"x\":"),
    ("no colon", "\"x\" 0"),
    ("no name", ":0"),
    ("a semicolon", "\"x\":0;\"y\":0"),
    ("a leading zero", "\"x\":01"),
    ("a leading plus", "\"x\":+1"),
    ("a leading point", "\"x\":.5"),
    ("a trailing point", "\"x\":1."),
    ("an empty exponent", "\"x\":1e"),
    ("a minus alone", "\"x\":-"),
    ("a hexadecimal number", "\"x\":0x10"),
    ("NaN", "\"x\":NaN"),
    ("Infinity", "\"x\":-Infinity"),
    ("undefined", "\"x\":undefined"),
    ("True", "\"x\":True"),
    ("half of null", "\"x\":nul"),
    ("a text in single quotes", "\"x\":'y'"),
    ("a text that does not end", "\"x\":\"y"),
    ("a raw line break in a text", "\"x\":\"\n\""),
    ("a raw tab in a name", "\"\t\":0"),
    ("a raw null character in a text", "\"x\":\"\0\""),
    ("an unknown escape", "\"x\":\"\\x41\""),
    ("an escape of a quote that needs none", "\"x\":\"\\'\""),
    ("an escape of three digits", "\"x\":\"\\u041\""),
    ("an escape of other letters", "\"x\":\"\\u00g1\""),
    ("a comma before the end of an array", "\"x\":[1,]"),
    ("a comma alone in an array", "\"x\":[,]"),
    ("a comma before the end of an object", "\"x\":{\"y\":0,}"),
    ("brackets that do not match", "\"x\":[0}"),
    ("a comment", "/**/\"x\":0"),
    ("a comment to the end of the line", "//\n\"x\":0"),
];

const BYTES: &[(&str, &[u8])] = &[
    ("the byte FF", b"\xff"),
    ("a continuation alone", b"\x80"),
    ("a start alone", b"\xc3"),
    ("an encoded surrogate", b"\xed\xa0\x80"),
    ("an overlong slash", b"\xc0\xaf"),
    ("a character beyond U+10FFFF", b"\xf4\x90\x80\x80"),
];
