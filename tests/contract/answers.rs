//! Reading a server's answer (S20): it is lenient and limited, and each reason is kept or counted.

use allocation_counter::measure;
use customer_schema::{Customer, ErrorBody, ErrorType, MalformedCause, Position, Reason};

/// Reads it from bytes, a text and a stream, which have to agree.
#[track_caller]
pub(super) fn read(json: &str) -> ErrorBody {
    let body = ErrorBody::from_json(json.as_bytes()).unwrap();
    let from_text: ErrorBody = serde_json::from_str(json).unwrap();
    let from_stream: ErrorBody = serde_json::from_reader(json.as_bytes()).unwrap();
    for other in [from_text, from_stream] {
        assert_eq!((&other, other.omitted()), (&body, body.omitted()), "{json}");
    }
    body
}

/// The lists of `Request` and the number of reasons that are omitted.
fn request(body: &ErrorBody) -> (Vec<(&str, Vec<&str>)>, usize) {
    let lists = body.extensions.request.iter();
    (lists.map(|(key, list)| (key, list.iter().map(String::as_str).collect())).collect(), body.omitted())
}

fn written(body: &ErrorBody) -> String {
    serde_json::to_string(body).unwrap()
}

#[test]
fn a_text_is_a_list_of_one() {
    let body = read(r#"{"Extensions":{"Request":{"FullName.FirstName":"is required"},"Features":{"Payments":""}}}"#);
    assert_eq!(request(&body), (vec![("FullName.FirstName", vec!["is required"])], 0));
    assert_eq!(body.extensions.features.get("Payments"), [""]);
}

/// `serde_json` refuses these itself.
#[test]
fn a_value_that_no_parser_holds_does_not_fail_the_rest() {
    let read = |json: &str| ErrorBody::from_json(json.as_bytes()).unwrap();
    for value in ["1e999", "-1E+99999999999999999999", r#""\ud800""#, r#""x\udc00y""#, r#"[1e999,{"\udfff":1e999}]"#] {
        let body = read(&format!(r#"{{"Type":"Unexpected","Detail":{value},"Instance":"i"}}"#));
        assert_eq!(body, {
            let mut expected = ErrorBody::default();
            (expected.error_type, expected.instance) = (Some(ErrorType::Unexpected), Some("i".to_owned()));
            expected
        });
        for name in ["Type", "Instance", "Action", "Extensions", "Unknown", r"\ud800", r"Type\ud800"] {
            let body = read(&format!(r#"{{"Detail":"d","{name}":{value}}}"#));
            assert_eq!((written(&body).as_str(), body.omitted()), (r#"{"Detail":"d"}"#, 0), "{name}: {value}");
        }
    }
    let reasons =
        r#"{"Extensions":{"Request":{"a":["x","\ud800",1e999,"y"],"b":"\ud800","c":1e999,"d\ud800":["z","w"]}}}"#;
    let body = read(reasons);
    assert_eq!(request(&body), (vec![("a", vec!["x", "y"])], 2 + 1 + 1 + 2));
    let escaped = read(r#"{"Extensions":{"Request":{"\u0061\n":["\u00e9\ud83d\ude00","\\ud800"]}}}"#);
    assert_eq!(request(&escaped), (vec![("a\n", vec!["é😀", r"\ud800"])], 0));
}

/// Everything is optional. Null or a wrong type counts as absent. Unknown properties are ignored.
#[test]
fn another_type_is_absent() {
    let nothing = ErrorBody::default();
    for json in
        ["{}", "null", "5", "-1.5", "true", "\"x\"", "[]", r#"[{"Type":"Forbidden"}]"#, r#"{"type":"Forbidden"}"#]
    {
        assert_eq!(read(json), nothing, "{json}");
    }
    assert_eq!(written(&nothing), "{}");

    for value in ["null", "5", "1.5", "true", "[]", "{}", "[\"x\"]", "{\"a\":[{}]}"] {
        for name in ["Type", "Instance", "Action", "Detail", "Unknown", ""] {
            assert_eq!(read(&format!(r#"{{"{name}":{value}}}"#)), nothing, "{name}: {value}");
        }
    }
    let empty = ["null", "5", "\"x\"", "[]", "{}", r#"{"Request":null}"#, r#"{"Request":{},"Features":null}"#];
    let unknown = [r#"{"Unknown":{"a":["x"]}}"#, r#"{"request":{"a":["x"]}}"#];
    for value in empty.into_iter().chain(unknown) {
        let json = format!(r#"{{"Instance":"i","Extensions":{value},"Action":"a"}}"#);
        let body = read(&json);
        assert_eq!((written(&body).as_str(), body.omitted()), (r#"{"Instance":"i","Action":"a"}"#, 0), "{json}");
    }
}

#[test]
fn reasons_that_are_no_text_are_counted() {
    for (map, omitted) in [
        (r#"{"Request":["x"]}"#, 1),
        (r#"{"Request":["x",["y"],null]}"#, 3),
        (r#"{"Features":"x"}"#, 1),
        (r#"{"Features":5,"Request":true}"#, 2),
        (r#"{"Request":{"a":null,"b":[]}}"#, 0),
        (r#"{"Request":{"a":5,"b":true,"c":{"d":["x"]}}}"#, 3),
        (r#"{"Request":{"a":[{"code":"required"},{}]}}"#, 2),
        (r#"{"Request":{"a":[["x","y"]]},"Features":{"b":[null]}}"#, 2),
        (r#"{"Request":{"$serde_json::private::Number":"1"}}"#, 1),
    ] {
        let body = read(&format!(r#"{{"Extensions":{map}}}"#));
        assert_eq!((written(&body).as_str(), body.omitted()), ("{}", omitted), "{map}");
    }
    let body = read(r#"{"Extensions":{"Request":{"a":["x",null,5,["y"],{"z":1},"w"],"\u0062":["\u00e9"],"c":[]}}}"#);
    assert_eq!(request(&body), (vec![("a", vec!["x", "w"]), ("b", vec!["é"])], 4));
    let again = read(&written(&body));
    assert_eq!((&again, again.omitted()), (&body, 0), "equality leaves the number out");
}

#[test]
fn a_name_given_twice() {
    let json =
        r#"{"Extensions":{"Request":{"a":["1"],"b":["2"],"\u0061":["3"],"b":null},"Features":{"c":[],"c":["4"]}}}"#;
    let body = read(json);
    let once = r#"{"Extensions":{"Request":{"a":["1","3"],"b":["2"]},"Features":{"c":["4"]}}}"#;
    assert_eq!((written(&body).as_str(), body.omitted()), (once, 0));

    let maps = r#"{"Extensions":{"Request":{"b":"1"},"Request":{"a":"2"}},"Extensions":null,"Extensions":{"Request":{"b":"3"}}}"#;
    assert_eq!(request(&read(maps)), (vec![("b", vec!["1", "3"]), ("a", vec!["2"])], 0));

    let texts =
        read(r#"{"Type":"Forbidden","Detail":"1","Detail":"2","Type":5,"Detail":null,"Instance":[],"Instance":"3"}"#);
    assert_eq!(written(&texts), r#"{"Type":"Forbidden","Instance":"3","Detail":"2"}"#);
}

#[test]
fn reasons_are_bounded_over_both_maps() {
    let list = |n: usize| vec![r#""r""#; n].join(",");
    let answer = |request: usize, features: usize| {
        let (request, features) = (list(request), list(features));
        let json = format!(
            r#"{{"Extensions":{{"Request":{{"a":[{request}],"b":[null]}},"Features":{{"c":[{features}],"d":"r"}}}}}}"#
        );
        let body = read(&json);
        let len = |map: &customer_schema::ReasonMap, key| map.get(key).len();
        let [request, features] = [&body.extensions.request, &body.extensions.features];
        (len(request, "a"), len(features, "c"), len(features, "d"), features.len(), body.omitted())
    };
    assert_eq!(ErrorBody::MAX_REASONS, 256);
    assert_eq!(answer(200, 55), (200, 55, 1, 2, 1));
    assert_eq!(answer(200, 56), (200, 56, 0, 1, 2));
    assert_eq!(answer(256, 3), (256, 0, 0, 0, 5));
    assert_eq!(answer(1_000, 0), (256, 0, 0, 0, 746));

    let keys: Vec<_> = (0..300).map(|i| format!(r#""{i}":"r""#)).collect();
    let body = read(&format!(r#"{{"Extensions":{{"Request":{{{}}}}}}}"#, keys.join(",")));
    let kept: Vec<_> = body.extensions.request.iter().map(|(key, _)| key.to_owned()).collect();
    assert_eq!((kept, body.omitted()), ((0..256).map(|i| i.to_string()).collect(), 44));
}

#[test]
fn a_long_reason_is_cut_between_characters() {
    for (text, kept) in [
        ("y".repeat(1_024), 1_024),
        ("y".repeat(1_025), 1_024),
        ("é".repeat(600), 1_024),
        ("x".to_owned() + &"é".repeat(600), 1_023),
        ("xxx".to_owned() + &"😀".repeat(600), 1_023),
        ("€".repeat(600), 1_023),
    ] {
        for value in [format!(r#""{text}""#), format!(r#"["{text}"]"#)] {
            let body = read(&format!(r#"{{"Detail":"{text}","Extensions":{{"Features":{{"{text}":{value}}}}}}}"#));
            assert_eq!(body.extensions.features.get(&text), [&text[..kept]]);
            assert_eq!((body.detail.as_ref(), body.omitted()), (Some(&text), 0));
        }
    }
}

/// A hostile answer takes its own size, if it is one text, and otherwise no more than the reasons that are kept.
#[test]
fn memory_is_bounded() {
    let wrap = |inner: &str, n: usize| {
        let elements = vec![inner; n].join(",");
        [
            format!(r#"{{"Extensions":{{"Request":{{"a":[{elements}]}}}}}}"#),
            format!(r#"{{"Extensions":{{"Request":[{elements}]}},"Detail":[{elements}]}}"#),
        ]
    };
    let mut answers: Vec<String> = [r#""""#, "0", "[]", r#"{"":""}"#, r#""\n""#, r#""\u0061""#, r#""\ud800""#]
        .iter()
        .flat_map(|inner| wrap(inner, 200_000))
        .collect();
    for (property, n) in
        [(r#""":"""#, 200_000), (r#""\n":"\n""#, 100_000), (r#""a":["b"]"#, 100_000), (r#""\ta":[]"#, 100_000)]
    {
        let properties = vec![property; n].join(",");
        answers.push(format!(r#"{{"Extensions":{{"Features":{{{properties}}}}}}}"#));
        answers.push(format!("{{{properties}}}"));
        answers.push(format!(r#"{{"Extensions":{{{properties}}}}}"#));
    }
    for answer in &answers {
        let info = measure(|| drop(ErrorBody::from_json(answer.as_bytes()).unwrap()));
        assert!(info.bytes_max <= 128 * 1024, "{}: {info:?}", &answer[..60]);
    }
    let long = "x".repeat(1 << 20);
    for answer in [
        format!(r#"{{"Type":"{long}"}}"#),
        format!(r#"{{"Detail":"{long}","Detail":"{long}"}}"#),
        format!(r#"{{"Extensions":{{"Request":{{"{long}":"r","{long}y":["r"]}}}}}}"#),
    ] {
        let info = measure(|| drop(ErrorBody::from_json(answer.as_bytes()).unwrap()));
        assert!(info.bytes_max <= 2 * answer.len() as u64 + 16 * 1024, "{}: {info:?}", &answer[..30]);
    }
    let reasons = vec![format!(r#""{long}\n""#); 4].join(",");
    let body = format!(r#"{{"Extensions":{{"Request":{{"a":[{reasons}]}}}}}}"#);
    let info =
        measure(|| assert_eq!(ErrorBody::from_json(body.as_bytes()).unwrap().extensions.request.get("a").len(), 4));
    assert!(info.bytes_max <= 4 << 20, "one text at a time: {info:?}");
}

/// An answer that uses every property, and no name that the customer has at its root.
const WHOLE: &str = concat!(
    "{\"Type\" : \"Forbidden\", \"Instance\":\"i\\n\",\n\"Action\":\"a\",\"Detail\":\"d\",\"Unknown\":[{}, -0.5e1],\t",
    "\"Extensions\":{\"Request\":{\"City\":[\"x\",null,\"\\u00e9\\ud83d\\ude00\"],\"b\":\"é\"},\"Features\":{\"y\":[]},\"Other\":[{}]}}\n"
);

/// Reading is lenient about values, but not about JSON: an answer is malformed if a body with the same bytes is, with
/// the same cause and position.
#[test]
fn malformed_json_is_an_error() {
    let reason = |report: customer_schema::Violations| {
        let violation = *report.iter().next().unwrap();
        assert_eq!((violation.path().to_string().as_str(), report.total()), ("Body", 1), "{report}");
        (*violation.reason(), violation.position())
    };
    let check = |bytes: &[u8]| {
        let expected = match Customer::from_json(bytes).map_err(|report| *report.iter().next().unwrap()) {
            Err(violation) if violation.reason().code() == "malformed_json" => {
                Some((*violation.reason(), violation.position()))
            }
            _ => None,
        };
        let found = ErrorBody::from_json(bytes).err().map(reason);
        assert_eq!(found, expected, "{}", String::from_utf8_lossy(bytes));
        expected.is_some()
    };
    assert!(!check(WHOLE.as_bytes()));
    for end in 0..WHOLE.len() - 1 {
        assert!(check(&WHOLE.as_bytes()[..end]), "{}", &WHOLE[..end]);
    }
    for at in 0..WHOLE.len() {
        for byte in *b"\"\\{}[],:0-.eun \n\0\x1f\x7f\x80\xff" {
            let mut bytes = WHOLE.as_bytes().to_vec();
            bytes[at] = byte;
            check(&bytes);
            bytes[at] = WHOLE.as_bytes()[at];
            bytes.insert(at, byte);
            check(&bytes);
        }
    }
    for json in ["", " ", "{", "{}x", r#"{"Type":"Forbidden""#, r#"{"Type":nul}"#, "\u{feff}{}", "<html>", "{1:2}"] {
        assert!(check(json.as_bytes()), "{json}");
        assert!(serde_json::from_str::<ErrorBody>(json).is_err(), "{json}");
    }
    let (found, position) = reason(ErrorBody::from_json(b"{\n\"Type\":\xff").unwrap_err());
    assert!(matches!(found, Reason::MalformedJson { cause: MalformedCause::NotUtf8, line: 2, column: 8 }), "{found:?}");
    let Some(Position { offset, line, column, .. }) = position else { panic!("no position") };
    assert_eq!((offset, line, column), (9, 2, 8));
}

#[test]
fn deep_values_are_skipped() {
    for depth in [10_000, 1_000_000] {
        let deep = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        for name in ["Type", "Extensions", "Unknown"] {
            let json = format!(r#"{{"{name}":{deep}}}"#);
            assert_eq!(ErrorBody::from_json(json.as_bytes()).unwrap(), ErrorBody::default());
        }
        let body =
            ErrorBody::from_json(format!(r#"{{"Extensions":{{"Request":{{"a":{deep}}}}}}}"#).as_bytes()).unwrap();
        assert_eq!((body.extensions.is_empty(), body.omitted()), (true, 1));
    }
    let deep = format!(r#"{{"Unknown":{}{}}}"#, "[".repeat(10_000), "]".repeat(10_000));
    for json in [deep.replace("Unknown", "Type"), deep] {
        assert_eq!(serde_json::from_str::<ErrorBody>(&json).unwrap(), ErrorBody::default());
    }
}
