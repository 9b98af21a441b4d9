//! The field of a draft for each row of the table that has one.

use customer_schema::CustomerDraft;

/// Sets a field to a value in JSON, or to `None`. The index is that of the document, where the field is in one.
type Set = fn(&mut CustomerDraft, usize, Option<&str>);

macro_rules! field {
    ($draft:ident, $index:ident, $list:ident[].$($field:tt)+) => { $draft.$list[$index].$($field)+ };
    ($draft:ident, $index:ident, $($field:tt)+) => { $draft.$($field)+ };
}

macro_rules! fields {
    ($(
        $number:ident $path:literal: $Type:ident = $presence:ident $rule:ident $(($($argument:tt)*))? $source:literal
            $({ $example:literal, $($field:tt)+ })?,
    )+) => {
        &[$($(($path, |draft, _index, json| {
            field!(draft, _index, $($field)+) = json.map(|json| serde_json::from_str(json).expect("a value of the field"));
        }),)?)+]
    };
}

pub(crate) fn draft_fields() -> &'static [(&'static str, Set)] {
    properties!(fields!)
}
