//! An object made of properties, and a list of objects.

use alloc::vec::Vec;
use core::mem;

use super::{Field, Reader, Source, Value};
use crate::report::{Location, Report};
use crate::{JsonType, ObjectRule, Reason, Rule};

/// An object. `object!` implements [`Value`] for it from its table.
pub(crate) trait Object: Value {
    const TABLE: ObjectRule;

    /// Reports violations of rules across properties, at the closing brace.
    #[inline(always)]
    fn finish(_fields: &mut Self::Raw<'_>, _location: &Location<'_>, _report: &mut Report) {}
}

/// A list. Every element is read, also behind an invalid one.
impl<O: Object> Value for Vec<O> {
    const RULE: Rule = Rule::Array(&O::TABLE);
    type Raw<'a> = Self;

    fn read<'a, S: Source<'a>>(
        reader: &mut Reader<'_, S>,
        location: &Location<'_>,
        field: &mut Field<Self::Raw<'a>>,
    ) -> Result<(), S::Error> {
        let mut list = Self::new();
        let mut more = reader.source.enter(JsonType::Array);
        for index in 0.. {
            if !more {
                break;
            }
            let mut element = Field::default();
            element.read_first::<O, S>(reader, &location.element(index))?;
            let (violation, offset) = (element.violation(), element.offset());
            if let Some(violation) = violation {
                field.reject(violation);
            } else if reader.keep {
                match element.ready::<O>() {
                    Some(ready) => list.push(O::build(ready)),
                    // Fails closed: a bug in the reader drops no element.
                    None => field.reject(reader.report.add(&location.element(index), offset, Reason::Required)),
                }
            }
            more = reader.source.more(JsonType::Array)?;
        }
        field.set(list);
        Ok(())
    }

    type Ready<'f, 'a: 'f> = &'f mut Self;

    #[inline(always)]
    fn ready<'f, 'a: 'f>(raw: &'f mut Self) -> Option<Self::Ready<'f, 'a>> {
        Some(raw)
    }

    #[inline(always)]
    fn build(list: &mut Self) -> Self {
        mem::take(list)
    }
}
