//! S5: what is well-formed.

use crate::Case;
use crate::bodies::valid;

pub(crate) fn cases() -> Vec<Case> {
    let body = valid().write();
    let mut cases = Vec::new();
    let mut add = |name: &str, body: Vec<u8>| cases.push(Case::body(name, body));
    add("nothing", Vec::new());
    add("white space alone", b" \r\n\t".to_vec());
    add("white space before and behind", format!(" \r\n\t{body} \r\n\t").into());
    add("white space between all", spaced(&body).into());
    add("a byte order mark before", format!("\u{feff}{body}").into());
    add("a byte order mark behind", format!("{body}\u{feff}").into());
    add("no-break space before", format!("\u{a0}{body}").into());
    add("form feed behind", format!("{body}\u{c}").into());
    add("a null character behind", format!("{body}\0").into());
    add("the last brace missing", body.strip_suffix('}').expect("a brace").into());
    add("half of it", body.split_at(body.len() / 2).0.into());
    add("one brace too many", format!("{body}}}").into());
    add("twice", format!("{body}{body}").into());
    add("in UTF-16", body.encode_utf16().flat_map(u16::to_le_bytes).collect());
    add("a break behind a fault", format!("{{\"FullName\":0,{body}").into());
    for (name, member) in PROPERTIES {
        let broken = body.replacen('{', &format!("{{{member},"), 1);
        add(&format!("a first member with {name}"), broken.into());
    }
    for (name, bytes) in BYTES {
        for (place, find) in [("a value", "Ada"), ("a name", "FullName"), ("an unknown value", "Unknown")] {
            let text = body.replacen('{', "{\"Note\":\"Unknown\",", 1);
            let at = text.find(find).expect("it is there");
            let broken = [&text.as_bytes()[..at], bytes, &text.as_bytes()[at..]].concat();
            add(&format!("{name} in {place}"), broken);
        }
    }
    for surrogate in ["\\ud800", "\\udbff", "\\udc00", "\\ud800x", "\\ud800\\u0041", "\\ud800\\ud800", "\\udc00\\ud800"]
    {
        add(
            &format!("{surrogate} in a text"),
            valid().put("/FullName/FirstName", format!("\"{surrogate}\"")).write().into(),
        );
        add(
            &format!("{surrogate} in a code"),
            valid().put("/PrimaryResidence/Country", format!("\"{surrogate}\"")).write().into(),
        );
        add(&format!("{surrogate} for an object"), valid().put("/FullName", format!("\"{surrogate}\"")).write().into());
        add(
            &format!("{surrogate} for an identity"),
            valid().put("/Identities", format!("[\"{surrogate}\"]")).write().into(),
        );
        for object in ["", "/FullName", "/Identities/0", "/PrimaryResidence"] {
            let body = valid().and(object, &format!("\"{surrogate}\""), "0").write();
            add(&format!("{surrogate} in a name of {object:?}"), body.into());
        }
    }
    add("a surrogate pair in a text", valid().put("/FullName/FirstName", "\"\\uD83D\\uDE00\"").write().into());
    let deep = |open: &str, close: &str| [open.repeat(10_000), close.repeat(10_000)].concat();
    add("an unknown member, 10000 arrays deep", valid().and("", "\"Note\"", deep("[", "]")).write().into());
    add("a wrong type, 10000 arrays deep", valid().put("/FullName", deep("[", "]")).write().into());
    add("a second value, 10000 arrays deep", valid().and("", "\"FullName\"", deep("[", "]")).write().into());
    add(
        "an array that is not closed, 10000 arrays deep",
        valid().and("", "\"Note\"", "[".repeat(10_000)).write().into(),
    );
    cases
}

fn spaced(body: &str) -> String {
    ["{", "}", "[", "]", ":", ","]
        .into_iter()
        .fold(body.to_owned(), |body, token| body.replace(token, &format!(" \t{token}\r\n")))
}

/// What has to be refused in front of the other members.
const PROPERTIES: &[(&str, &str)] = &[
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
