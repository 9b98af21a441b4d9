//! Reading a value into the field of its property.

use super::{Field, Reader, Source};
use crate::report::{ErrorGuaranteed, Location, Offset, Report};
use crate::{JsonType, Reason, Rule};

/// A type of a value in a body.
pub(crate) trait Value: Sized + 'static {
    const RULE: Rule;
    /// Whether a property of this type is required.
    const REQUIRED: bool = true;

    /// The value before it is built. It borrows from the source.
    type Raw<'a>;

    /// Reads the next value, which is of the JSON type of the rule, into a field, and reports its violations. In
    /// place: a result would be copied.
    fn read<'a, S: Source<'a>>(
        reader: &mut Reader<'_, S>,
        location: &Location<'_>,
        field: &mut Field<Self::Raw<'a>>,
    ) -> Result<(), S::Error>;

    /// The parts that the value is built from. For an object a view of its fields, since moving them costs more than
    /// building.
    type Ready<'f, 'a: 'f>;

    /// `None` if a part of it is not valid.
    fn ready<'f, 'a: 'f>(raw: &'f mut Self::Raw<'a>) -> Option<Self::Ready<'f, 'a>>;

    /// The value of an absent property; `None` if the property is required.
    #[inline(always)]
    fn absent<'f, 'a>() -> Option<Self::Ready<'f, 'a>> {
        None
    }

    /// Builds the value. It cannot fail.
    fn build(ready: Self::Ready<'_, '_>) -> Self;
}

impl<R> Field<R> {
    /// Reads the first value. Reports a second one, once, and skips it ([S4](crate::guide::contract#S4)).
    #[inline(always)]
    pub(crate) fn read<'a, V: Value<Raw<'a> = R>, S: Source<'a>>(
        &mut self,
        reader: &mut Reader<'_, S>,
        location: &Location<'_>,
        name: Offset,
    ) -> Result<(), S::Error> {
        if self.offset.is_some() {
            return self.read_duplicate(reader, location, name);
        }
        self.read_first::<V, S>(reader, location)
    }

    /// The same for a name that was not predicted.
    #[cold]
    #[inline(never)]
    pub(crate) fn read_unpredicted<'a, V: Value<Raw<'a> = R>, S: Source<'a>>(
        &mut self,
        reader: &mut Reader<'_, S>,
        location: &Location<'_>,
        name: Offset,
    ) -> Result<(), S::Error> {
        self.read::<V, S>(reader, location, name)
    }

    /// Reads the first value of a property, or a value that cannot be repeated. The type comes first
    /// ([S11](crate::guide::contract#S11)).
    #[inline(always)]
    pub(crate) fn read_first<'a, V: Value<Raw<'a> = R>, S: Source<'a>>(
        &mut self,
        reader: &mut Reader<'_, S>,
        location: &Location<'_>,
    ) -> Result<(), S::Error> {
        let is_of_its_type = reader.source.is(V::RULE.json_type());
        self.offset = reader.source.offset();
        if is_of_its_type {
            return V::read(reader, location, self);
        }
        self.reject(read_wrong_type(reader, location, self.offset, V::RULE.json_type(), !V::REQUIRED)?);
        Ok(())
    }

    #[cold]
    #[inline(never)]
    fn read_duplicate<'a, S: Source<'a>>(
        &mut self,
        reader: &mut Reader<'_, S>,
        location: &Location<'_>,
        name: Offset,
    ) -> Result<(), S::Error> {
        if self.duplicate.is_none() {
            self.duplicate = Some(reader.report.add(location, name, Reason::Duplicate));
        }
        reader.source.skip(false)
    }

    /// Reports a missing value if the property is required. Fails if the property is not valid.
    #[inline(always)]
    pub(crate) fn require<'a, V: Value<Raw<'a> = R>>(
        &self,
        object: &Location<'_>,
        name: &'static str,
        report: &mut Report,
        end: Offset,
    ) -> Result<(), ErrorGuaranteed> {
        match self.violation.or(self.duplicate) {
            Some(reported) => Err(reported),
            None if self.value.is_some() || !V::REQUIRED => Ok(()),
            None => Err(report_required(object, name, report, end)),
        }
    }

    /// The parts to build the property from; `None` if it is not valid.
    #[inline(always)]
    pub(crate) fn ready<'f, 'a, V: Value<Raw<'a> = R>>(&'f mut self) -> Option<V::Ready<'f, 'a>>
    where
        'a: 'f,
    {
        if self.violation.is_some() || self.duplicate.is_some() {
            return None;
        }
        match &mut self.value {
            Some(value) => V::ready(value),
            None => V::absent(),
        }
    }
}

#[cold]
#[inline(never)]
fn read_wrong_type<'a, S: Source<'a>>(
    reader: &mut Reader<'_, S>,
    location: &Location<'_>,
    offset: Offset,
    expected: JsonType,
    is_optional: bool,
) -> Result<ErrorGuaranteed, S::Error> {
    // The type that was found is only needed for a violation that is kept.
    let reported = match reader.report.count_if_full() {
        Some(counted) => counted,
        None => report_wrong_type(reader, location, offset, expected, is_optional),
    };
    // The body as a whole is not the value of a property or an element (S5).
    reader.source.skip(!location.is_root())?;
    Ok(reported)
}

#[cold]
#[inline(never)]
fn report_wrong_type<'a, S: Source<'a>>(
    reader: &mut Reader<'_, S>,
    location: &Location<'_>,
    offset: Offset,
    expected: JsonType,
    is_optional: bool,
) -> ErrorGuaranteed {
    let found = reader.source.json_type();
    reader.report.add(location, offset, Reason::WrongType { expected, found, is_optional })
}

#[cold]
#[inline(never)]
fn report_required(object: &Location<'_>, name: &'static str, report: &mut Report, end: Offset) -> ErrorGuaranteed {
    report.add(&object.property(name), end, Reason::Required)
}

/// An optional property.
impl<V: Value> Value for Option<V> {
    const RULE: Rule = V::RULE;
    const REQUIRED: bool = false;
    type Raw<'a> = V::Raw<'a>;

    #[inline(always)]
    fn read<'a, S: Source<'a>>(
        reader: &mut Reader<'_, S>,
        location: &Location<'_>,
        field: &mut Field<Self::Raw<'a>>,
    ) -> Result<(), S::Error> {
        V::read(reader, location, field)
    }

    type Ready<'f, 'a: 'f> = Option<V::Ready<'f, 'a>>;

    #[inline(always)]
    fn ready<'f, 'a: 'f>(raw: &'f mut V::Raw<'a>) -> Option<Self::Ready<'f, 'a>> {
        V::ready(raw).map(Some)
    }

    #[inline(always)]
    fn absent<'f, 'a>() -> Option<Self::Ready<'f, 'a>> {
        Some(None)
    }

    #[inline(always)]
    fn build(ready: Self::Ready<'_, '_>) -> Self {
        ready.map(V::build)
    }
}
