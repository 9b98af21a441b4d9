//! Requests with exactly one known violation, and the report to expect.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use proptest::strategy::{BoxedStrategy, Just, Strategy};

use super::choice::{choice, one_of, up_to};
use super::condition::Pair;
use super::customer::{customer, value};
use super::json::{Formatting, Json};
use super::unknown::{any_value, of_another_type};
use super::{Request, ViolationKind, date, malformed, request, signature, text};
use crate::report::{Root, Step};
use crate::{Reason, Rule};

/// A request with exactly one violation, and the report to expect.
///
/// ```
/// use customer_schema::strategy::{self, Broken};
///
/// let no_date = strategy::broken_where(|kind| kind.code() == "not_a_date");
/// let Broken { kind, violations, .. } = strategy::from_bytes(&no_date, b"").unwrap();
/// assert_eq!(violations, [(kind.location(), "not_a_date")]);
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Broken {
    /// The request. If the violation is in the body, path and header are valid.
    pub request: Request,
    /// The kind of the violation.
    pub kind: ViolationKind,
    /// The whole report to expect: the path and the code of each violation.
    pub violations: Vec<(String, &'static str)>,
}

/// Requests with exactly one violation, which is in the body: any of [`ViolationKind::all`] there.
///
/// ```
/// use customer_schema::{Customer, strategy};
/// use proptest::prelude::*;
///
/// proptest!(|(broken in strategy::broken())| {
///     let report = Customer::from_json(&broken.request.body).unwrap_err();
///     let found = report.iter().map(|one| (one.path().to_string(), one.reason().code()));
///     prop_assert_eq!(found.collect::<Vec<_>>(), broken.violations);
/// });
/// ```
pub fn broken() -> BoxedStrategy<Broken> {
    broken_where(ViolationKind::is_in_body)
}

/// Requests with exactly one violation, any of those that `chosen` accepts. It may be in path and header as well.
///
/// # Panics
///
/// If `chosen` accepts no [`ViolationKind`], since a test without requests would pass.
///
/// ```
/// use customer_schema::{UsState, strategy};
/// use proptest::prelude::*;
///
/// let wrong_state = strategy::broken_where(|kind| kind.code() == "unknown_state");
/// proptest!(|(broken in wrong_state)| {
///     let (path, code) = &broken.violations[0];
///     prop_assert_eq!((path.as_str(), *code), ("PrimaryResidence.State", "unknown_state"));
/// });
/// ```
pub fn broken_where(chosen: impl Fn(&ViolationKind) -> bool) -> BoxedStrategy<Broken> {
    let kinds: Vec<_> = ViolationKind::all().into_iter().filter(chosen).map(broken_by).collect();
    assert!(!kinds.is_empty(), "`chosen` accepts no kind");
    // No kind is simpler than another.
    one_of(kinds).no_shrink().prop_flat_map(|broken| broken).boxed()
}

fn broken_by(kind: ViolationKind) -> BoxedStrategy<Broken> {
    let request = match kind.root {
        Root::Body => request::with_body(body(kind.clone())).boxed(),
        _ => head(&kind),
    };
    request
        .prop_map(move |(request, index)| {
            let violations = [(kind.path(index).to_string(), kind.code())].into();
            Broken { request, kind: kind.clone(), violations }
        })
        .boxed()
}

/// The index is that of the document with the violation. It is 0 here, since none has it.
fn head(kind: &ViolationKind) -> BoxedStrategy<(Request, usize)> {
    let rule = kind.rule;
    (request::request(), text_that_breaks(kind))
        .prop_map(move |(request, text)| match rule {
            Rule::Signature => Request { api_signature: Some(text), ..request },
            _ => Request { customer_id: text, ..request },
        })
        .prop_map(|request| (request, 0))
        .boxed()
}

fn body(kind: ViolationKind) -> BoxedStrategy<(Vec<u8>, usize)> {
    if let Reason::MalformedJson { .. } = kind.reason {
        return malformed::body().prop_map(|body| (body, 0)).boxed();
    }
    Formatting::with((customer(&kind.steps), edit(&kind), choice(8)))
        .prop_map(move |((mut customer, edit, index), formatting)| {
            let index = edit.apply(&mut customer, &kind.steps, index);
            (customer.write(&formatting).into_bytes(), index)
        })
        .boxed()
}

/// A change by which a valid customer violates one rule at one location.
#[derive(Clone, Debug)]
enum Edit {
    Remove,
    Replace(Json),
    /// Repeats the property, each time behind the first one.
    Repeat(Vec<(usize, Json)>),
    /// Values of two properties that do not go together.
    Pair(Pair),
}

fn edit(kind: &ViolationKind) -> BoxedStrategy<Edit> {
    if let Some(group) = kind.conditions {
        return group.mismatched(&value(group.own_rule(), &[])).prop_map(Edit::Pair).boxed();
    }
    match kind.reason {
        Reason::Required => Just(Edit::Remove).boxed(),
        Reason::Duplicate => {
            let again = || (choice(16), any_value());
            (again(), up_to(2, again()))
                .prop_map(|(second, more)| Edit::Repeat([[second].into(), more].concat()))
                .boxed()
        }
        Reason::WrongType { expected, .. } => of_another_type(expected).prop_map(Edit::Replace).boxed(),
        _ => text_that_breaks(kind).prop_map(|text| Edit::Replace(Json::Text(text))).boxed(),
    }
}

fn text_that_breaks(kind: &ViolationKind) -> BoxedStrategy<String> {
    let texts = match (kind.reason, kind.rule) {
        (Reason::TooShort { .. }, Rule::Text(rule)) => rule.too_short(),
        (Reason::TooShort { .. }, Rule::Date(rule)) => rule.too_short().map(date::too_short),
        (Reason::TooLong { .. }, Rule::Text(rule)) => rule.too_long(),
        (Reason::TooLong { .. }, Rule::Date(rule)) => rule.too_long().map(date::too_long),
        (Reason::NotADate, _) => Some(date::not_a_date()),
        (Reason::MalformedSignature, _) => Some(signature::malformed()),
        (_, Rule::Code(rule)) => Some(rule.not_in_list(text::texts(choice(6)))),
        _ => None,
    };
    // `ViolationKind::all` pairs no rule with a reason that it cannot give.
    texts.unwrap_or_else(|| Just(String::new()).boxed())
}

impl Edit {
    /// Returns the index of the document with the violation.
    fn apply(self, json: &mut Json, steps: &[Step], index: usize) -> usize {
        match (json, steps) {
            (Json::Array(elements), [Step::Index(_), steps @ ..]) => {
                let suitable = elements.iter_mut().enumerate().filter(|(_, element)| has_next(element, steps));
                let mut suitable: Vec<_> = suitable.collect();
                let choice = index.checked_rem(suitable.len()).unwrap_or(0);
                suitable.get_mut(choice).map_or(choice, |(index, element)| self.apply(element, steps, *index))
            }
            (Json::Object(properties), [Step::Name(name)]) => {
                self.apply_to_property(properties, name);
                index
            }
            (Json::Object(properties), [Step::Name(name), steps @ ..]) => properties
                .iter_mut()
                .find(|property| property.0 == *name)
                .map_or(index, |(_, value)| self.apply(value, steps, index)),
            (json, _) => {
                if let Self::Replace(other) = self {
                    *json = other;
                }
                index
            }
        }
    }

    fn apply_to_property(self, properties: &mut Vec<(String, Json)>, name: &str) {
        let Some(first) = properties.iter().position(|property| property.0 == name) else { return };
        match self {
            Self::Remove => _ = properties.remove(first),
            Self::Replace(value) => {
                properties.splice(first..=first, [(name.into(), value)]);
            }
            Self::Repeat(values) => {
                for (offset, value) in values {
                    let behind = properties.len() - first;
                    properties.insert(first + 1 + offset % behind, (name.into(), value));
                }
            }
            Self::Pair(pair) => pair.put_into(properties),
        }
    }
}

/// Whether an element has the property that comes next.
fn has_next(element: &Json, steps: &[Step]) -> bool {
    match (element, steps) {
        (Json::Object(properties), [Step::Name(name), ..]) => properties.iter().any(|property| property.0 == *name),
        _ => true,
    }
}
