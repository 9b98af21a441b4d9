//! No report contains anything that was sent, and no `Debug` contains personal data (S14, S15).

use std::fmt::Debug;

use customer_schema::{
    ApiSignature, CalendarDate, Customer, CustomerDraft, CustomerId, ErrorBody, IdentityDraft, PutCustomer, Region,
    Violations,
};

use super::bodies::{Json, LOCATIONS, assert_valid, body, locations, properties, split, texts};
use crate::oracle::table::{self, Row, Rule};

/// Texts that are searched for: one of letters, one of digits, and one of characters that JSON escapes.
const MARKS: [&str; 3] = ["zqmarkqz", "918273645", "\u{1}\u{202e}\u{fffc}"];

/// No rendering of a report, and of the error body made of it, has a mark in it.
#[track_caller]
fn assert_silent(report: &Violations, case: &str) {
    let error_body = ErrorBody::invalid_request(report, "i", "a");
    let violations: Vec<_> = report
        .iter()
        .map(|one| (one.to_string(), one.path().json_pointer(), one.reason().to_string(), one.reason(), one.position()))
        .collect();
    let renderings = [
        report.to_string(),
        format!("{report:?}"),
        format!("{report:#?}"),
        serde_json::to_string(report).unwrap(),
        serde_json::to_string(&report.iter().collect::<Vec<_>>()).unwrap(),
        error_body.to_string(),
        error_body.detail.clone().unwrap(),
        format!("{error_body:?}"),
        serde_json::to_string(&error_body).unwrap(),
        format!("{violations:?}"),
    ];
    for rendering in renderings {
        assert_unmarked(&rendering, case);
    }
}

#[track_caller]
fn assert_unmarked(rendering: &str, case: &str) {
    for mark in MARKS {
        let json = serde_json::to_string(mark).unwrap();
        for form in [mark, json.trim_matches('"'), &mark.escape_debug().to_string()] {
            assert!(!rendering.contains(form), "{rendering}: {case}");
        }
    }
}

/// Every entry point refuses the body, and no rendering of its report has a mark.
#[track_caller]
fn assert_refused_silently(body: &str) {
    let report = Customer::from_json(body.as_bytes()).expect_err(body);
    assert_silent(&report, body);
    assert_silent(&Customer::check_json(body.as_bytes()).expect_err(body), body);

    match Customer::unknown_properties(body.as_bytes()) {
        Ok(unknown) => {
            let each: Vec<_> = unknown.iter().map(|one| (one.to_string(), one.parent().to_string())).collect();
            assert_unmarked(&format!("{unknown} {unknown:?} {unknown:#?} {each:?}"), body);
        }
        Err(report) => assert_silent(&report, body),
    }

    let errors = [
        serde_json::from_str::<Customer>(body).expect_err(body),
        serde_json::from_slice::<Customer>(body.as_bytes()).expect_err(body),
        serde_json::from_reader::<_, Customer>(body.as_bytes()).expect_err(body),
    ];
    for error in errors {
        assert_unmarked(&error.to_string(), body);
        assert_unmarked(&format!("{error:?}"), body);
    }
}

/// Values that hold a mark, of every kind that can.
fn marked() -> Vec<String> {
    let values = |mark: &str| {
        let text = serde_json::to_string(&mark.repeat(20)).unwrap();
        [text.clone(), format!("[{text}]"), format!("{{{text}:{text}}}"), format!("{{\"a\":[{text}]}}")]
    };
    let numbers = ["", "-", "0.", "1e999"].map(|before| format!("{before}{}", MARKS[1]));
    MARKS.iter().flat_map(|mark| values(mark)).chain(numbers).collect()
}

#[test]
fn no_value_comes_back() {
    for (path, json) in
        LOCATIONS.iter().flat_map(|location| marked().into_iter().map(move |json| (location.path, json)))
    {
        // Some locations take any text, so something else is wrong as well.
        let wrong = body().and("Body", "DateOfBirth", "null").with(path, &json).to_string();
        assert_refused_silently(&wrong);
        // And in a body that breaks later, or in the middle of the value.
        assert_refused_silently(&wrong[..wrong.len() - 1]);
        assert_refused_silently(&format!("{wrong}{json}"));
        let middle = wrong.find(&json).unwrap() + json.len() / 2;
        assert_refused_silently(&wrong[..wrong.floor_char_boundary(middle)]);
    }
}

#[test]
fn no_unknown_name_and_no_skipped_value_comes_back() {
    let names = MARKS.map(|mark| serde_json::to_string(mark).unwrap().trim_matches('"').to_owned());
    for (path, name) in locations("object").flat_map(|path| names.iter().map(move |name| (path, name))) {
        for json in marked() {
            let wrong = body().with("DateOfBirth", "null").and(path, name, &json).to_string();
            assert_refused_silently(&wrong);
            assert_refused_silently(&wrong.replace("null", "nul"));
        }
    }
    for (path, _) in properties() {
        let (parent, name) = split(path);
        for json in marked() {
            assert_refused_silently(&body().and(parent, name, &json).to_string());
        }
    }
}

#[test]
fn nothing_of_path_and_header_comes_back() {
    for mark in MARKS {
        let long = mark.repeat(20);
        for signature in [long.clone(), format!("{mark}.{mark}.{mark}"), format!("Bearer {mark}")] {
            let report = PutCustomer::parse(&long, Some(&signature), b"{").unwrap_err();
            assert_eq!(report.len(), 3);
            assert_silent(&report, mark);
            let json = serde_json::to_string(&signature).unwrap();
            assert_unmarked(&serde_json::from_str::<ApiSignature>(&json).unwrap_err().to_string(), mark);
            assert_unmarked(&format!("{:?}", signature.parse::<ApiSignature>()), mark);
        }
        assert_unmarked(&format!("{:?}", long.parse::<CustomerId>()), mark);
    }
}

/// A valid body with a mark in every text that is neither a date nor a code.
fn full_of_marks(mark: &str) -> Json {
    texts().fold(body(), |body, path| body.with_text(path, mark))
}

/// The `Debug` of a value: the name of its type, or the code.
macro_rules! shown {
    (code $Type:ident $example:expr) => {
        format!("{:?}", $example.parse::<customer_schema::$Type>().unwrap())
    };
    (boolean $Type:ident $example:expr) => {
        $example.to_owned()
    };
    ($rule:ident $Type:ident $example:expr) => {
        stringify!($Type).to_owned()
    };
}

macro_rules! shown_by_path {
    ($($rule:ident $Type:ident $path:literal $example:expr,)+) => {
        [$(($path, shown!($rule $Type $example))),+]
    };
}

/// The name of the field for a property: `id_number` for `IDNumber`.
fn field(property: &str) -> String {
    let characters: Vec<char> = property.chars().collect();
    let mut field = String::new();
    for (i, c) in characters.iter().enumerate() {
        let is_lower = |at: Option<usize>| at.and_then(|at| characters.get(at)).is_some_and(|c| c.is_lowercase());
        if i > 0 && c.is_uppercase() && (is_lower(i.checked_sub(1)) || is_lower(Some(i + 1))) {
            field.push('_');
        }
        field.extend(c.to_lowercase());
    }
    field
}

/// The `Debug` of an object of the base body.
fn shown_object(type_name: &str, path: &str) -> String {
    let shown = |row: &Row| types!(shown_by_path!).into_iter().find(|(path, _)| *path == row.path).unwrap().1;
    let mut fields = Vec::new();
    for row in table::properties_of(path) {
        let value = match row.rule {
            Rule::Object => shown_object(&shown(row), row.path),
            Rule::Array => format!("[{}]", shown_object(&shown(row), &table::elements(row.path))),
            _ => shown(row),
        };
        match row.path {
            // Country and state are one field.
            "PrimaryResidence.State" => {}
            "PrimaryResidence.Country" => {
                fields.push("region: Other(OtherRegion { country: GB, state: State })".to_owned());
            }
            _ if row.required => fields.push(format!("{}: {value}", field(row.name()))),
            _ => fields.push(format!("{}: Some({value})", field(row.name()))),
        }
    }
    format!("{type_name} {{ {} }}", fields.join(", "))
}

/// `Debug` of valid values shows only names of types and codes of closed lists.
#[test]
fn debug_shows_codes_alone() {
    let signature = "eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl";
    for mark in MARKS {
        let body = full_of_marks(mark).to_string();
        assert_valid(&body);
        let request = PutCustomer::parse(mark, Some(signature), body.as_bytes()).unwrap();
        let customer = shown_object("Customer", "");
        assert_eq!(
            format!("{request:?}"),
            format!(
                "PutCustomer {{ customer_id: CustomerId, api_signature: Some(ApiSignature), customer: {customer} }}"
            )
        );
        assert_unmarked(&format!("{request:#?}"), mark);
        let advisories = request.customer.advisories(CalendarDate::new(2025, 3, 1).unwrap());
        let each: Vec<_> =
            advisories.iter().map(|one| (one.to_string(), serde_json::to_string(one.kind()).unwrap())).collect();
        // The last mark has a control character and a direction mark, in every text.
        assert_eq!(advisories.len(), if mark == MARKS[2] { 2 * texts().count() } else { 0 });
        assert_unmarked(&format!("{advisories:?} {advisories:#?} {each:?}"), mark);
    }
    let date: CalendarDate = "1985-12-10".parse().unwrap();
    assert_eq!(format!("{date:?} {:?}", signature.parse::<ApiSignature>()), "CalendarDate Ok(ApiSignature)");
    let region = |country: &str, state| format!("{:?}", Region::new(country.parse().unwrap(), state).unwrap());
    assert_eq!([region("US", "CA"), region("CA", "ON")], ["UnitedStates(California)", "Canada(Ontario)"]);
}

#[test]
fn debug_of_a_draft_shows_nothing() {
    let mut draft = CustomerDraft::default();
    draft.full_name.first_name = Some(MARKS[0].to_owned());
    draft.date_of_birth = Some(MARKS[1].to_owned());
    draft.primary_residence.street2 = Some(MARKS[2].to_owned());
    draft.identities.push(IdentityDraft::default());
    draft.identities[0].id_number = Some(MARKS[0].to_owned());
    let shown = format!("{draft:?} {:?} {:?} {:?}", draft.full_name, draft.identities, draft.primary_residence);
    assert_eq!(shown, "CustomerDraft FullNameDraft [IdentityDraft] StreetAddressDraft");
    assert_silent(&draft.validate().unwrap_err(), "draft");
}

/// `Debug` of the error body hides the texts in which a server may have written anything.
#[test]
fn debug_of_an_error_body_hides_detail_and_reasons() {
    let [mark, ..] = MARKS;
    let json = format!(
        r#"{{"Type":"InvalidMessage","Instance":"i","Action":"a","Detail":"{mark}","{mark}":"{mark}",
            "Extensions":{{"Request":{{"{mark}":["{mark}"]}},"Features":{{"{mark}":["{mark}"],"x":[]}},"{mark}":1}}}}"#
    );
    let body: ErrorBody = serde_json::from_str(&json).unwrap();
    assert_eq!(body.detail.as_deref(), Some(mark));
    assert_eq!(body.extensions.request.get(mark), [mark]);
    assert_unmarked(&format!("{body:#?} {body}"), &json);
    assert_eq!(
        format!("{body:?}"),
        "ErrorBody { error_type: Some(InvalidMessage), instance: Some(\"i\"), action: Some(\"a\"), detail: Some(..), \
         extensions: Extensions { request: ReasonMap(1), features: ReasonMap(1) } }"
    );
    assert_unmarked(&format!("{:?} {:?}", body.extensions, body.extensions.request), &json);
}

/// The texts of the server that `Debug` shows are cut and escaped, as in `Display`: they may be long or have line breaks.
#[test]
fn debug_of_an_error_body_is_bounded() {
    let text = format!("\n\u{202e}{}", "x".repeat(100_000));
    let body = serde_json::json!({"Type": text, "Instance": text, "Action": text}).to_string();
    let body = ErrorBody::from_json(body.as_bytes()).unwrap();
    let shown = format!(r#""\n\u{{202e}}{}..""#, "x".repeat(62));
    let [instance, action] = [&shown; 2].map(|shown| format!("Some({shown})"));
    assert_eq!(
        format!("{body:?}"),
        format!(
            "ErrorBody {{ error_type: Some(Unknown(UnknownType({shown}))), instance: {instance}, action: {action}, \
             detail: None, extensions: Extensions {{ request: ReasonMap(0), features: ReasonMap(0) }} }}"
        )
    );
}

/// The same for the parts on their own, inside of whatever a caller prints.
#[test]
fn errors_of_parts_are_silent() {
    fn refused<T: ::serde::de::DeserializeOwned + Debug>(json: &str) {
        let error = serde_json::from_str::<T>(json).unwrap_err();
        assert_unmarked(&error.to_string(), json);
        if let Ok(value) = serde_json::from_str(json) {
            assert_unmarked(&serde_json::from_value::<T>(value).unwrap_err().to_string(), json);
        }
    }
    // A free text takes a mark, where it is not too long.
    macro_rules! refused {
        ($json:ident; $($rule:ident $Type:ident $path:literal $example:expr,)+) => {
            $(refused!(@$rule $Type $json);)+
        };
        (@text $Type:ident $json:ident) => {};
        (@boolean $Type:ident $json:ident) => {};
        (@$rule:ident $Type:ident $json:ident) => { refused::<customer_schema::$Type>($json) };
    }
    for json in &marked() {
        refused::<Customer>(json);
        types!(refused! json;);
    }
}
