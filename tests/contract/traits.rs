//! The traits that types must have, and those that they must not have.

use customer_schema::{
    Advisories, Advisory, AdvisoryKind, CalendarDate, Checked, CodeRule, Condition, CountryCode, Customer,
    CustomerDraft, CustomerId, ErrorBody, ErrorType, Extensions, FieldPath, FirstName, FullName, FullNameDraft,
    IdentityDraft, JsonType, MalformedCause, ObjectRule, OtherRegion, Position, Property, PutCustomer, Reason,
    ReasonMap, Region, Rule, Status, StreetAddressDraft, TextRule, UnknownPath, UnknownProperties, UnknownProperty,
    UnknownStatus, UnknownType, UsState, Violation, Violations,
};

use super::bodies::positions;

/// Whether a type has a trait. The inherent constant exists where its bound holds, and then wins over
/// the constant of the trait.
macro_rules! has {
    ($Type:ty, $($Trait:tt)+) => {{
        #[allow(dead_code, reason = "one of the two is not used")]
        trait Otherwise {
            const ANSWER: bool = false;
        }
        struct Probe<T: ?Sized>(core::marker::PhantomData<T>);
        impl<T: ?Sized> Otherwise for Probe<T> {}
        #[allow(dead_code, reason = "one of the two is not used")]
        impl<T: ?Sized + $($Trait)+> Probe<T> {
            const ANSWER: bool = true;
        }
        Probe::<$Type>::ANSWER
    }};
}

/// Asserts `yes` or `no` of each trait for each type. Traits are in brackets, being several tokens.
macro_rules! assert_traits {
    ($answer:literal: [$($Type:ty),+ $(,)?] $traits:tt) => {
        $(assert_traits!(@type $answer $Type, $traits);)+
    };
    (@type $answer:literal $Type:ty, [$($Trait:path),+ $(,)?]) => {
        $(assert_eq!(has!($Type, $Trait), $answer, "{}: {}", stringify!($Type), stringify!($Trait));)+
    };
}

/// Asserts the same for all types of `tests/table`, or for those of some rules.
macro_rules! assert_types {
    ($chosen:ident $answer:literal $traits:tt $($rule:ident $Type:ident $path:literal $example:expr,)+) => {
        $(assert_types!(@$chosen $rule $answer customer_schema::$Type, $traits);)+
    };
    (@all boolean $($asserted:tt)+) => {};
    (@all $rule:ident $($asserted:tt)+) => { assert_traits!(@type $($asserted)+); };
    // Every text and every signature is personal data.
    (@texts text $($asserted:tt)+) => { assert_traits!(@type $($asserted)+); };
    (@texts signature $($asserted:tt)+) => { assert_traits!(@type $($asserted)+); };
    (@dates date $($asserted:tt)+) => { assert_traits!(@type $($asserted)+); };
    (@codes code $($asserted:tt)+) => { assert_traits!(@type $($asserted)+); };
    (@objects object $($asserted:tt)+) => { assert_traits!(@type $($asserted)+); };
    (@objects array $($asserted:tt)+) => { assert_traits!(@type $($asserted)+); };
    (@$chosen:ident $rule:ident $($asserted:tt)+) => {};
}

#[test]
fn the_probe_tells_the_two_apart() {
    assert!(has!(String, core::fmt::Display) && !has!(Vec<u8>, core::fmt::Display));
    assert!(has!(u8, Copy) && !has!(String, Copy) && has!(str, Send) && !has!(*const u8, Send));
}

/// Every type can be kept, compared, sent to another thread and shown to a programmer.
#[test]
fn every_type() {
    use core::fmt::Debug;
    use core::hash::Hash;
    use core::panic::{RefUnwindSafe, UnwindSafe};

    types! { assert_types! all true [Clone, Eq, Hash, Debug, Send, Sync, Unpin, UnwindSafe, RefUnwindSafe] }
    assert_traits! { true: [
        Customer, Region, OtherRegion, PutCustomer,
        CustomerDraft, FullNameDraft, IdentityDraft, StreetAddressDraft,
        Violations, Violation, Position, FieldPath, Reason, MalformedCause, Advisories, Advisory, AdvisoryKind,
        UnknownProperties, UnknownProperty, Checked<Customer>, Checked<FirstName>, ErrorBody, ErrorType, UnknownType, UnknownPath, UnknownStatus, Extensions, ReasonMap, Status,
    ] [Clone, Eq, Hash, Debug, Send, Sync, Unpin, UnwindSafe, RefUnwindSafe] }
    assert_traits! { true: [TextRule, CodeRule, Rule, ObjectRule, Condition, JsonType, Property] [Clone, Copy, Eq, Debug, Send, Sync, Unpin] }
}

#[cfg(feature = "schema")]
#[test]
fn types_of_the_schema() {
    use core::fmt::{Debug, Display};
    use core::hash::Hash;

    use customer_schema::schema::{AddLabels, Dialect, OpenApi, Profile};

    assert_traits! { true: [Dialect, OpenApi, Profile] [Copy, Eq, Hash, Debug, Send, Sync, Unpin] }
    assert_traits! { true: [AddLabels] [Clone, Debug, Default, schemars::transform::Transform, Send, Sync, Unpin] }
    assert_traits! { true: [Profile] [Default] }
    assert_traits! { true: [Dialect] [Display] }
}

/// They are made up, so a failing test may show them in full, and send them to another thread.
#[cfg(feature = "proptest")]
#[test]
fn types_of_the_strategies() {
    use core::fmt::{Debug, Display};
    use core::hash::Hash;

    use customer_schema::strategy::{Broken, Request, ViolationKind};

    assert_traits! { true: [Broken, ViolationKind, Request] [Clone, Debug, Send, Sync, Unpin] }
    assert_traits! { true: [Request] [Eq, Hash] }
    assert_traits! { true: [ViolationKind] [Eq, Display] }
}

#[test]
fn texts() {
    use core::borrow::Borrow;
    use core::fmt::Display;
    use core::ops::{Deref, DerefMut};
    use core::str::FromStr;

    use ::serde::{Serialize, de::DeserializeOwned};

    types! { assert_types! texts true [
        Ord, FromStr, TryFrom<&'static str>, TryFrom<String>, AsRef<str>, Serialize, DeserializeOwned,
    ] }
    types! { assert_types! texts false [
        Copy, Default, Display, Deref, DerefMut, AsMut<str>, PartialEq<str>, PartialEq<&'static str>, PartialEq<String>,
        From<&'static str>, From<String>, Into<String>, Extend<char>, FromIterator<char>,
    ] }
    // The one text that is a key of maps.
    macro_rules! assert_borrow {
        ($($rule:ident $Type:ident $path:literal $example:expr,)+) => {
            [$((stringify!($Type), assert_borrow!(@$rule $Type))),+]
        };
        // Not a type of this crate.
        (@boolean $Type:ident) => { false };
        (@$rule:ident $Type:ident) => { has!(customer_schema::$Type, Borrow<str>) };
    }
    let borrowed: Vec<_> = types!(assert_borrow!).into_iter().filter(|(_, is)| *is).map(|(name, _)| name).collect();
    assert_eq!(borrowed, ["CustomerId"]);
}

/// A map looks a key up by the hash, the equality or the order of the borrowed text, which have to be those of the key.
#[test]
fn a_customer_id_is_found_by_its_text() {
    use core::borrow::Borrow;
    use core::hash::BuildHasher;
    use std::collections::{BTreeMap, HashMap};
    use std::hash::RandomState;

    // In place and in a buffer, with characters of one to four bytes.
    let texts =
        ["a", "A", "c-1815", "é", "e\u{301}", &"😀".repeat(36), &"x".repeat(24), &"x".repeat(25), &"x".repeat(36)];
    let ids: Vec<CustomerId> = texts.iter().map(|text| text.parse().unwrap()).collect();
    let state = RandomState::new();
    for (id, text) in ids.iter().zip(texts) {
        assert_eq!(Borrow::<str>::borrow(id), text);
        assert_eq!(state.hash_one(id), state.hash_one(text), "{text}");
        for (other, other_text) in ids.iter().zip(texts) {
            assert_eq!((id == other, id.cmp(other)), (text == other_text, text.cmp(other_text)), "{text} {other_text}");
        }
    }
    let hashed: HashMap<_, _> = ids.iter().cloned().zip(texts).collect();
    let ordered: BTreeMap<_, _> = ids.into_iter().zip(texts).collect();
    for text in texts {
        assert_eq!((hashed.get(text), ordered.get(text)), (Some(&text), Some(&text)));
    }
    assert_eq!((hashed.get("b"), ordered.get("")), (None, None));
}

/// Neither the positions of a report nor the number of reasons that an error body omits are part of equality and hash.
#[test]
fn equal_values_have_equal_hashes() {
    use core::hash::BuildHasher;
    use std::hash::RandomState;

    let state = RandomState::new();
    let json = br#"{"FirstName": 7, "LastName": ""}"#;
    let read = FullName::from_json(json).unwrap_err();
    let checked = serde_json::from_slice::<Checked<FullName>>(json).unwrap().into_result().unwrap_err();
    assert_ne!(positions(&read), positions(&checked));
    assert_eq!((&read, state.hash_one(&read)), (&checked, state.hash_one(&checked)));
    let violations: Vec<_> = read.into_iter().collect();
    assert_ne!(state.hash_one(violations[0]), state.hash_one(violations[1]));
    assert_ne!(violations[0], violations[1]);

    let answer = |json: &str| ErrorBody::from_json(json.as_bytes()).unwrap();
    let [whole, cut] =
        [r#"["x"]"#, r#"["x",5]"#].map(|list| answer(&format!(r#"{{"Extensions":{{"Request":{{"a":{list}}}}}}}"#)));
    assert_ne!(whole.omitted(), cut.omitted());
    assert_eq!((&whole, state.hash_one(&whole)), (&cut, state.hash_one(&cut)));
    // Each property is compared.
    let properties = ["Type", "Instance", "Action", "Detail"].map(|name| answer(&format!(r#"{{"{name}":"x"}}"#)));
    let different = [whole, answer("{}")].into_iter().chain(properties).collect::<Vec<_>>();
    for (i, one) in different.iter().enumerate() {
        for (j, other) in different.iter().enumerate() {
            assert_eq!((one == other, state.hash_one(one) == state.hash_one(other)), (i == j, i == j), "{one} {other}");
        }
    }
    assert_ne!(state.hash_one(UsState::RULE), state.hash_one(CountryCode::RULE));
}

/// Dates are personal data, and they are not texts: they can be written in more than one form.
#[test]
fn dates() {
    use core::fmt::Display;
    use core::str::FromStr;

    use ::serde::{Serialize, de::DeserializeOwned};

    types! { assert_types! dates true [
        Copy, Ord, FromStr, TryFrom<&'static str>, TryFrom<String>, Serialize, DeserializeOwned,
    ] }
    types! { assert_types! dates false [Default, Display, core::ops::Deref, PartialEq<str>, From<&'static str>, AsRef<str>] }
    assert_eq!(has!(CalendarDate, Into<::time::Date>), cfg!(feature = "time"));
    assert_eq!(has!(CalendarDate, TryFrom<::time::Date>), cfg!(feature = "time"));
    assert!(!has!(CalendarDate, From<::time::Date>), "year 0 is a date of theirs");
}

/// Codes of closed lists are not personal data.
#[test]
fn codes() {
    use core::fmt::Display;
    use core::str::FromStr;

    use ::serde::{Serialize, de::DeserializeOwned};

    types! { assert_types! codes true [
        Copy, Ord, Display, FromStr, TryFrom<&'static str>, TryFrom<String>, AsRef<str>, Serialize, DeserializeOwned,
    ] }
    types! { assert_types! codes false [
        Default, core::ops::Deref, PartialEq<str>, PartialEq<&'static str>, From<&'static str>, From<String>,
    ] }
    assert_traits! { false: [CountryCode] [From<isocountry::CountryCode>, Into<isocountry::CountryCode>] }
}

#[test]
fn objects() {
    use core::fmt::Display;

    use ::serde::{Serialize, de::DeserializeOwned};

    types! { assert_types! objects true [Serialize, DeserializeOwned] }
    types! { assert_types! objects false [Copy, Default, Display, core::ops::DerefMut] }
    assert_traits! { true: [Customer] [Serialize, DeserializeOwned] }
    assert_traits! { false: [Customer, Region, OtherRegion, PutCustomer] [
        Copy, Default, Display, core::ops::DerefMut,
    ] }
    // A pair is read and written as two properties of the address, never on its own.
    assert_traits! { false: [Region, OtherRegion, PutCustomer] [Serialize, DeserializeOwned] }
    assert_traits! { false: [Region] [From<CountryCode>, From<OtherRegion>] }
    // A code is of one country.
    assert_traits! { true: [Region] [From<UsState>, From<customer_schema::CaProvince>] }
    assert_traits! { true: [CustomerDraft, FullNameDraft, IdentityDraft, StreetAddressDraft] [Default] }
    assert_traits! { false: [CustomerDraft, FullNameDraft, IdentityDraft, StreetAddressDraft] [Display] }
}

#[test]
fn reports() {
    use core::error::Error;
    use core::fmt::Display;
    use core::str::FromStr;

    use ::serde::{Serialize, de::DeserializeOwned};

    assert_traits! { true: [Violations, Reason] [Error, Display, Serialize] }
    assert_traits! { true: [Violation, Position] [Serialize] }
    assert_traits! { false: [Violation, Position] [Error, DeserializeOwned] }
    assert_traits! { true: [&'static Violations] [IntoIterator] }
    assert_traits! { true: [Violation, Position, FieldPath, Reason, MalformedCause, Advisory, AdvisoryKind] [Copy] }
    assert_traits! { true: [Checked<Customer>, Checked<FirstName>] [Default, DeserializeOwned] }
    // The value comes out with its verdict or not at all.
    assert_traits! { false: [Checked<FirstName>] [Display, Serialize, AsRef<str>, From<FirstName>] }
    assert_traits! { true: [UnknownProperty] [Copy, Display] }
    assert_traits! { true: [UnknownProperties] [Default, Display, IntoIterator] }
    assert_traits! { true: [&'static UnknownProperties] [IntoIterator] }
    assert_traits! { true: [MalformedCause, Violation, Advisory, AdvisoryKind, FieldPath, JsonType, Rule, TextRule, CodeRule] [Display] }
    assert_traits! { true: [FieldPath, AdvisoryKind] [Serialize] }
    // It is no reason to refuse, so `?` must not take it for one.
    assert_traits! { false: [Advisories, Advisory, AdvisoryKind, UnknownProperties, UnknownProperty] [Error] }
    // A report comes out of reading and in no other way; an empty one would be no report.
    assert_traits! { false: [Violations, Violation, FieldPath, Reason] [Default, DeserializeOwned, From<String>] }
    assert_traits! { false: [Violations, Violation, Reason] [FromStr] }
    // A path alone says nothing of a value.
    assert_traits! { true: [FieldPath] [FromStr] }
    assert_traits! { false: [Violations] [FromIterator<Violation>, Extend<Violation>] }
}

#[test]
fn error_bodies() {
    use core::error::Error;
    use core::fmt::Display;

    use ::serde::{Serialize, de::DeserializeOwned};

    assert_traits! { true: [ErrorBody, Extensions, ReasonMap] [Default] }
    assert_traits! { true: [ErrorBody, UnknownPath, UnknownStatus] [Error, Display] }
    assert_traits! { true: [ErrorBody] [Serialize, DeserializeOwned] }
    assert_traits! { true: [ErrorType] [Display, From<&'static str>] }
    assert_traits! { true: [Status] [Copy, Display, TryFrom<u16>, Into<u16>] }
    assert_traits! { true: [ReasonMap] [From<&'static Violations>, FromIterator<(&'static str, String)>] }
    // Both hold texts of a server.
    assert_traits! { false: [Extensions, ReasonMap] [Display] }
    assert_traits! { false: [ErrorBody, Extensions, ReasonMap] [Copy] }
    assert_traits! { false: [ErrorType, UnknownType] [Default, Copy] }
    assert_traits! { false: [UnknownType] [From<&'static str>, From<String>, Default] }
}
