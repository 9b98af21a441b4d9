//! The search for unknown properties: it uses the names in the tables, but not the rules of values.

use alloc::vec::Vec;

use super::Source;
use super::entry::scan;
use super::json::{Json, Malformed};
use crate::report::{Lines, Location, Offset};
use crate::{JsonType, ObjectRule, Rule, UnknownProperties, UnknownProperty, Violations};

/// Finds the unknown properties of a body. Fails only if the body is malformed, with the same report as reading it.
pub(crate) fn unknown_properties(body: &[u8], object: &'static ObjectRule) -> Result<UnknownProperties, Violations> {
    let search = |json: &mut Json<'_>, _: &str| {
        let mut search = Search { json, kept: Vec::new(), omitted: 0 };
        search.value(&Rule::Object(object), &Location::BODY)?;
        Ok((search.kept, search.omitted))
    };
    let (mut kept, omitted) = scan(body, search)?;
    let mut lines = Lines::new(body);
    for property in &mut kept {
        property.position = lines.position(property.position.offset);
    }
    Ok(UnknownProperties::new(kept, omitted))
}

/// Goes through the objects and arrays of the contract. The depth of its recursion is that of the contract.
struct Search<'s, 'a> {
    json: &'s mut Json<'a>,
    /// Lines and columns are those in a body of one line.
    kept: Vec<UnknownProperty>,
    omitted: usize,
}

impl Search<'_, '_> {
    /// Takes a value. A value of a wrong type is taken as the reader takes it: a lone surrogate in a string is
    /// malformed, unless the string is the body as a whole ([S5](crate::guide::contract#S5)).
    fn value(&mut self, rule: &Rule, location: &Location<'_>) -> Result<(), Malformed> {
        match *rule {
            Rule::Object(object) if self.json.is(JsonType::Object) => self.object(object, location),
            Rule::Array(element) if self.json.is(JsonType::Array) => self.array(element, location),
            _ => self.json.skip(!location.is_root()),
        }
    }

    fn object(&mut self, object: &'static ObjectRule, location: &Location<'_>) -> Result<(), Malformed> {
        // The properties that were taken, one bit each. Later values of a property are skipped.
        let mut seen = 0_u64;
        let mut more = self.json.enter(JsonType::Object);
        while more {
            let name = self.json.offset();
            let index = self.json.find_name(object.properties)?;
            match index.and_then(|index| Some((index, object.properties.get(index)?))) {
                Some((index, property)) if seen & 1 << index == 0 => {
                    seen |= 1 << index;
                    self.value(&property.rule, &location.property(property.name))?;
                }
                Some(_) => self.json.skip(false)?,
                None => {
                    self.add(location, name);
                    self.json.skip(false)?;
                }
            }
            more = self.json.more(JsonType::Object)?;
        }
        Ok(())
    }

    fn array(&mut self, element: &'static ObjectRule, location: &Location<'_>) -> Result<(), Malformed> {
        let mut more = self.json.enter(JsonType::Array);
        for index in 0.. {
            if !more {
                break;
            }
            self.value(&Rule::Object(element), &location.element(index))?;
            more = self.json.more(JsonType::Array)?;
        }
        Ok(())
    }

    fn add(&mut self, parent: &Location<'_>, name: Offset) {
        if self.kept.len() == Violations::MAX_KEPT {
            self.omitted += 1;
        } else if let Some(position) = name.position_in_line() {
            self.kept.push(UnknownProperty { parent: parent.to_path(), position });
        }
    }
}
