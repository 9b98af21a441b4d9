//! The tables that the crate publishes, by the paths of `tests/table`.

use customer_schema::{Customer, Property, Rule};

/// Every property, in the order of the contract.
pub(crate) fn properties() -> Vec<(String, &'static Property)> {
    fn of_object(object: &str, properties: &'static [Property], all: &mut Vec<(String, &'static Property)>) {
        for property in properties {
            let path = if object.is_empty() { property.name.to_owned() } else { format!("{object}.{}", property.name) };
            all.push((path.clone(), property));
            match property.rule {
                Rule::Object(object) => of_object(&path, object.properties, all),
                Rule::Array(element) => of_object(&format!("{path}[]"), element.properties, all),
                _ => {}
            }
        }
    }
    let mut all = Vec::new();
    of_object("", Customer::PROPERTIES, &mut all);
    all
}
