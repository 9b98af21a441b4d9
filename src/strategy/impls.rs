//! `Arbitrary` for every checked type.

use core::fmt;

use proptest::arbitrary::Arbitrary;
use proptest::strategy::{BoxedStrategy, Strategy};

use super::customer::value;
use super::json::{Formatting, Json};
use super::request;
use crate::codes::for_each_code;
use crate::read::{Value, from_json};
use crate::value::for_each_text;
#[allow(clippy::wildcard_imports, reason = "every type, also one that is added")]
use crate::*;

/// The values of a type, read from the JSON that its rule describes.
fn values<T: Value + fmt::Debug>() -> BoxedStrategy<T> {
    let plain = |json: Json| from_json(json.write(&Formatting::default()).as_bytes()).ok();
    value(T::RULE, &[]).prop_filter_map("valid", plain).boxed()
}

fn requests() -> BoxedStrategy<PutCustomer> {
    request()
        .prop_filter_map("valid", |request| {
            PutCustomer::parse(&request.customer_id, request.api_signature.as_deref(), &request.body).ok()
        })
        .boxed()
}

fn regions() -> BoxedStrategy<Region> {
    values::<StreetAddress>().prop_map(|address| address.region).boxed()
}

macro_rules! arbitrary {
    ($strategy:expr => $($Type:ident)+) => {
        $(impl Arbitrary for $Type {
            type Parameters = ();
            type Strategy = BoxedStrategy<Self>;

            fn arbitrary_with((): ()) -> BoxedStrategy<Self> {
                $strategy()
            }
        })+
    };
    ($($Type:ident)+) => {
        arbitrary!(values => $($Type)+);
    };
}

for_each_text!(arbitrary);
for_each_code!(arbitrary);
arbitrary!(values => CalendarDate ApiSignature FullName Identity StreetAddress Customer);
arbitrary!(regions => Region);
arbitrary!(requests => PutCustomer);
