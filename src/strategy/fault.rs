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
/// use customer_schema::strategy::Fault;
///
/// let mut of_state = Fault::all();
/// of_state.retain(|fault| fault.location() == "PrimaryResidence.State");
/// let codes: Vec<_> = of_state.iter().map(Fault::code).collect();
/// assert_eq!(codes[..3], ["required", "duplicate", "wrong_type"]);
/// assert_eq!(codes[3..], ["too_short", "too_long", "unknown_state"]);
///
/// assert!(Fault::all().iter().any(|fault| fault.to_string() == "Identities[].IDNumber too_long"));
/// assert!(of_state.iter().all(Fault::is_in_body));
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Fault {
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

impl Fault {
    /// All kinds of violations that a [`Request`](super::Request) can have. It cannot repeat the header, so `duplicate`
    /// at `Api-Signature` ([S19](crate::guide::contract#S19)) is not among them.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let mut faults = Vec::new();
        for (name, rule) in
            [(PutCustomer::CUSTOMER_ID, Rule::Text(CustomerId::RULE)), (PutCustomer::API_SIGNATURE, Rule::Signature)]
        {
            Target::new(Root::Request, [Step::Name(name)].into(), rule).text(&mut faults);
        }
        let body = Target::new(Root::Body, Vec::new(), Rule::Object(&Customer::RULE));
        body.fault(Reason::MalformedJson { cause: MalformedCause::Empty, line: 0, column: 0 }, &mut faults);
        body.value(&mut faults);
        faults
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

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.location(), self.code())
    }
}

impl fmt::Debug for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fault({self})")
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

    fn fault(&self, reason: Reason, faults: &mut Vec<Fault>) {
        let Self { root, ref steps, rule, conditions } = *self;
        faults.push(Fault { root, steps: steps.clone(), rule, reason, conditions });
    }

    fn within(&self, step: Step, rule: Rule) -> Self {
        let mut steps = self.steps.clone();
        steps.push(step);
        Self::new(self.root, steps, rule)
    }

    fn property(&self, property: &Property, faults: &mut Vec<Fault>) {
        if property.required {
            self.fault(Reason::Required, faults);
        }
        self.fault(Reason::Duplicate, faults);
        self.value(faults);
    }

    fn value(&self, faults: &mut Vec<Fault>) {
        let expected = self.rule.json_type();
        self.fault(Reason::WrongType { expected, found: None, is_optional: false }, faults);
        match self.rule {
            Rule::Object(object) => {
                for property in object.properties {
                    self.within(Step::Name(property.name), property.rule).property(property, faults);
                }
                for group in groups(object) {
                    let (name, rule) = group.then();
                    Self { conditions: Some(group), ..self.within(Step::Name(name), rule) }.text(faults);
                }
            }
            Rule::Array(element) => self.within(Step::Index(0), Rule::Object(element)).value(faults),
            _ => self.text(faults),
        }
    }

    fn text(&self, faults: &mut Vec<Fault>) {
        if let Rule::Text(rule) | Rule::Date(rule) = self.rule {
            let TextRule { min, max, form } = rule;
            if min > 0 {
                self.fault(Reason::TooShort { min, actual: 0, form }, faults);
            }
            if let Some(max) = max {
                self.fault(Reason::TooLong { max, actual: 0, form }, faults);
            }
        }
        match self.rule {
            Rule::Date(_) => self.fault(Reason::NotADate, faults),
            Rule::Code(rule) => self.fault(rule.unknown(), faults),
            Rule::Signature => self.fault(Reason::MalformedSignature, faults),
            _ => {}
        }
    }
}
