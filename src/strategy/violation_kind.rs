//! Every kind of violation of the contract: each rule at each location.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use super::condition::{Group, groups};
use crate::report::{Root, Step};
use crate::{Customer, CustomerId, FieldPath, MalformedCause, Property, PutCustomer, Reason, Rule, TextRule};

/// A kind of violation: a rule that is violated at a location.
///
/// ```
/// use customer_schema::strategy::ViolationKind;
///
/// let mut of_state = ViolationKind::all();
/// of_state.retain(|kind| kind.location() == "PrimaryResidence.State");
/// let codes: Vec<_> = of_state.iter().map(ViolationKind::code).collect();
/// assert_eq!(codes[..3], ["required", "duplicate", "wrong_type"]);
/// assert_eq!(codes[3..], ["too_short", "too_long", "unknown_state"]);
///
/// assert!(ViolationKind::all().iter().any(|kind| kind.to_string() == "Identities[].IDNumber too_long"));
/// assert!(of_state.iter().all(ViolationKind::is_in_body));
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct ViolationKind {
    pub(super) root: Root,
    /// An index is a placeholder for any index.
    pub(super) steps: Vec<Step>,
    /// The rule of the value at this location.
    pub(super) rule: Rule,
    /// The reason to expect. Its numbers and types are placeholders.
    pub(super) reason: Reason,
    /// The violated conditions, if the rule is not that of a property alone.
    pub(super) conditions: Option<Group>,
}

impl ViolationKind {
    /// All kinds of violations that a [`Request`](super::Request) can have. It cannot repeat the header, so `duplicate`
    /// at `Api-Signature` ([S19](crate::guide::contract#S19)) is not among them.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let mut kinds = Vec::new();
        for (name, rule) in
            [(PutCustomer::CUSTOMER_ID, Rule::Text(CustomerId::RULE)), (PutCustomer::API_SIGNATURE, Rule::Signature)]
        {
            Target::new(Root::Request, [Step::Name(name)].into(), rule).text(&mut kinds);
        }
        let body = Target::new(Root::Body, Vec::new(), Rule::Object(&Customer::RULE));
        body.push(Reason::MalformedJson { cause: MalformedCause::Empty, line: 0, column: 0 }, &mut kinds);
        body.value(&mut kinds);
        kinds
    }

    /// The path in a report, without indexes, such as `Identities[].IDNumber`.
    #[must_use]
    pub fn location(&self) -> String {
        self.path(0).to_string().replace("[0]", "[]")
    }

    /// The code of the reason to expect.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.reason.code()
    }

    /// Whether the location is in the body, and not the path parameter or the header.
    #[must_use]
    pub fn is_in_body(&self) -> bool {
        self.root == Root::Body
    }

    /// The path in the document with this index.
    pub(super) fn path(&self, index: usize) -> FieldPath {
        let mut path = FieldPath::new(self.root);
        for step in &self.steps {
            path.push(match step {
                Step::Index(_) => Step::Index(index),
                Step::Name(name) => Step::Name(name),
            });
        }
        path
    }
}

impl fmt::Display for ViolationKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.location(), self.code())
    }
}

impl fmt::Debug for ViolationKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ViolationKind({self})")
    }
}

/// A location in a request and its rule.
struct Target {
    root: Root,
    steps: Vec<Step>,
    rule: Rule,
    conditions: Option<Group>,
}

impl Target {
    const fn new(root: Root, steps: Vec<Step>, rule: Rule) -> Self {
        Self { root, steps, rule, conditions: None }
    }

    fn push(&self, reason: Reason, kinds: &mut Vec<ViolationKind>) {
        let Self { root, ref steps, rule, conditions } = *self;
        kinds.push(ViolationKind { root, steps: steps.clone(), rule, reason, conditions });
    }

    fn within(&self, step: Step, rule: Rule) -> Self {
        let mut steps = self.steps.clone();
        steps.push(step);
        Self::new(self.root, steps, rule)
    }

    fn property(&self, property: &Property, kinds: &mut Vec<ViolationKind>) {
        if property.required {
            self.push(Reason::Required, kinds);
        }
        self.push(Reason::Duplicate, kinds);
        self.value(kinds);
    }

    fn value(&self, kinds: &mut Vec<ViolationKind>) {
        let expected = self.rule.json_type();
        self.push(Reason::WrongType { expected, found: None, is_optional: false }, kinds);
        match self.rule {
            Rule::Object(object) => {
                for property in object.properties {
                    self.within(Step::Name(property.name), property.rule).property(property, kinds);
                }
                for group in groups(object) {
                    let (name, rule) = group.then();
                    Self { conditions: Some(group), ..self.within(Step::Name(name), rule) }.text(kinds);
                }
            }
            Rule::Array(element) => self.within(Step::Index(0), Rule::Object(element)).value(kinds),
            _ => self.text(kinds),
        }
    }

    fn text(&self, kinds: &mut Vec<ViolationKind>) {
        if let Rule::Text(rule) | Rule::Date(rule) = self.rule {
            let TextRule { min, max, form } = rule;
            if min > 0 {
                self.push(Reason::TooShort { min, actual: 0, form }, kinds);
            }
            if let Some(max) = max {
                self.push(Reason::TooLong { max, actual: 0, form }, kinds);
            }
        }
        match self.rule {
            Rule::Date(_) => self.push(Reason::NotADate, kinds),
            Rule::Code(rule) => self.push(rule.unknown(), kinds),
            Rule::Signature => self.push(Reason::MalformedSignature, kinds),
            _ => {}
        }
    }
}
