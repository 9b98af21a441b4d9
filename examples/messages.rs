//! The error body in German: a text for every reason of the library, and one text that depends on the field.
//!
//! `messages [FILE]` reads a body from FILE, or uses an invalid one of its own, and prints the error body.

use std::process::ExitCode;

use customer_schema::{Customer, ErrorBody, FieldPath, JsonType, MalformedCause, Reason, Violations};

const BROKEN: &[u8] = br#"{
    "FullName": { "FirstName": "", "LastName": "Lovelace", "LastName": "King" },
    "DateOfBirth": "10.12.1985",
    "Identities": [{ "IssuingCountry": "UK", "IDNumber": 533401372, "IDType": "Pass" }],
    "PrimaryResidence": { "Street": "1", "City": "Fresno", "PostCode": "93650", "State": "California", "Country": "US" }
}"#;

fn main() -> ExitCode {
    let body = match std::env::args_os().nth(1).map(std::fs::read) {
        None => BROKEN.to_vec(),
        Some(Ok(body)) => body,
        Some(Err(error)) => {
            eprintln!("messages: {error}");
            return ExitCode::from(2);
        }
    };
    let Err(violations) = Customer::from_json(&body) else {
        println!("gültig");
        return ExitCode::SUCCESS;
    };
    println!("{}", serde_json::to_string_pretty(&answer(&violations)).expect("an error body can be written"));
    ExitCode::FAILURE
}

/// The body of the 400. It differs from the English one only in its texts.
fn answer(violations: &Violations) -> ErrorBody {
    let mut body = ErrorBody::invalid_request(violations, "req-7f3a", "PutCustomer");
    body.detail = Some(detail(violations.len(), violations.omitted()));
    // A reason of a later version is shown in English until it is translated.
    body.extensions.request =
        violations.render(|path, reason| german(path, reason).unwrap_or_else(|| reason.to_string()));
    body
}

fn detail(reported: usize, omitted: usize) -> String {
    let violations = match reported + omitted {
        1 => "einen Fehler".to_owned(),
        count => format!("{count} Fehler"),
    };
    match omitted {
        0 => format!("Die Anfrage enthält {violations}."),
        _ => format!("Die Anfrage enthält {violations}; {omitted} davon sind hier nicht aufgeführt."),
    }
}

/// The text of a reason in German, as the rest of a sentence that starts with the field. `None` if there is none yet.
fn german(path: &FieldPath, reason: &Reason) -> Option<String> {
    Some(match *reason {
        // Senders write these numbers as JSON numbers, so the text says how to write them.
        Reason::WrongType { found: Some(JsonType::Number), .. } if path.to_string().ends_with(".IDNumber") => {
            "muss in Anführungszeichen stehen, auch wenn die Nummer nur aus Ziffern besteht".into()
        }
        Reason::Required => "fehlt".into(),
        Reason::WrongType { expected, found: Some(JsonType::Null), is_optional: true } => {
            format!("muss {} sein oder fehlen, ist aber null", json_type(expected)?)
        }
        Reason::WrongType { expected, found: Some(found), .. } => {
            format!("muss {} sein, ist aber {}", json_type(expected)?, json_type(found)?)
        }
        Reason::WrongType { expected, found: None, .. } => {
            format!("muss {} sein, ist aber von einem Typ, den JSON nicht kennt", json_type(expected)?)
        }
        Reason::TooShort { min, actual, form: None } => {
            format!("muss mindestens {} lang sein, ist aber {actual} lang", characters(min))
        }
        Reason::TooLong { max, actual, form: None } => {
            format!("darf höchstens {} lang sein, ist aber {actual} lang", characters(max))
        }
        Reason::TooShort { min: length, actual, form: Some(form) }
        | Reason::TooLong { max: length, actual, form: Some(form) } => {
            format!("muss {} lang sein, in der Form {form}, ist aber {actual} lang", characters(length))
        }
        Reason::NotADate => "muss ein Tag des Kalenders sein, JJJJ-MM-TT, von 0001-01-01 bis 9999-12-31".into(),
        Reason::UnknownCountry => {
            "muss ein offiziell vergebener Code nach ISO 3166-1 alpha-2 in Großbuchstaben sein, zum Beispiel DE".into()
        }
        Reason::UnknownState { country, example, .. } => {
            format!(
                "muss der ISO-3166-2-Code eines Bundesstaats oder einer Provinz von {country} sein, ohne Präfix, \
                 in Großbuchstaben, zum Beispiel {example}"
            )
        }
        Reason::UnknownIdType => {
            let codes: Vec<_> = customer_schema::IdType::ALL.iter().map(|id_type| id_type.as_str()).collect();
            format!("muss eines von {} sein", codes.join(", "))
        }
        Reason::MalformedSignature => {
            "muss ein signiertes JWT sein: drei Teile in base64url ohne Füllzeichen, Kopf und Inhalt JSON-Objekte, \
             alg nicht none"
                .into()
        }
        Reason::Duplicate => "darf nur einmal angegeben werden".into(),
        Reason::MalformedJson { cause, line, column } => {
            format!("muss ein JSON-Wert in UTF-8 sein, {} in Zeile {line}, Spalte {column}", malformed(cause)?)
        }
        _ => return None,
    })
}

fn characters(count: usize) -> String {
    format!("{count} Zeichen")
}

fn json_type(json_type: JsonType) -> Option<&'static str> {
    match json_type {
        JsonType::String => Some("ein Text"),
        JsonType::Object => Some("ein Objekt"),
        JsonType::Array => Some("eine Liste"),
        JsonType::Number => Some("eine Zahl"),
        JsonType::Boolean => Some("ein Wahrheitswert"),
        JsonType::Null => Some("null"),
        _ => None,
    }
}

fn malformed(cause: MalformedCause) -> Option<&'static str> {
    match cause {
        MalformedCause::Empty => Some("ist aber leer"),
        MalformedCause::ByteOrderMark => Some("hat aber eine Byte-Reihenfolge-Markierung"),
        MalformedCause::NotUtf8 => Some("hat aber ein Byte, das kein UTF-8 ist,"),
        MalformedCause::UnexpectedEnd => Some("endet aber zu früh"),
        MalformedCause::TrailingData => Some("hat aber etwas hinter dem Wert"),
        MalformedCause::LoneSurrogate => Some("hat aber die Hälfte eines Surrogatpaars"),
        MalformedCause::UnexpectedByte => Some("hat aber ein unzulässiges Zeichen"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Fails if a new reason has no translation.
    #[test]
    fn every_reason_has_a_text() {
        let path = FieldPath::from_key("FullName.FirstName").expect("a documented path");
        for reason in Reason::examples() {
            let text = german(&path, &reason).unwrap_or_else(|| panic!("{reason:?} is left untranslated"));
            let english = reason.to_string();
            assert_ne!(text, english, "{reason:?}");
            // Both texts have the same numbers.
            for number in numbers(&english) {
                assert!(numbers(&text).contains(&number), "{number} is missing in {text}");
            }
        }
    }

    fn numbers(text: &str) -> Vec<&str> {
        text.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty()).collect()
    }

    #[test]
    fn the_whole_answer() {
        let violations = Customer::from_json(BROKEN).expect_err("it is broken");
        let answer = answer(&violations);
        assert_eq!(answer.detail.as_deref(), Some("Die Anfrage enthält 8 Fehler."));
        let english = ErrorBody::invalid_request(&violations, "", "").extensions.request;
        let keys = |body: &customer_schema::ReasonMap| body.iter().map(|(key, _)| key.to_owned()).collect::<Vec<_>>();
        assert_eq!(keys(&answer.extensions.request), keys(&english));
        let text = |key| answer.extensions.request.get(key).join("; ");
        assert_eq!(text("FullName.FirstName"), "muss mindestens 1 Zeichen lang sein, ist aber 0 lang");
        assert_eq!(text("FullName.LastName"), "darf nur einmal angegeben werden");
        assert!(text("Identities[0].IDNumber").starts_with("muss in Anführungszeichen stehen"));
    }
}
