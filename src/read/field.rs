//! The state of one property while its object is read.

use super::{Reader, Source, Value};
use crate::report::{ErrorGuaranteed, Location, Offset, Report};
use crate::{JsonType, Reason};

/// The state of one property: its first value, the violation in it, and whether it was repeated. `R` is
/// [`Value::Raw`].
pub(crate) struct Field<R> {
    value: Option<R>,
    violation: Option<ErrorGuaranteed>,
    duplicate: Option<ErrorGuaranteed>,
    /// The offset of the first value.
    offset: Offset,
}

impl<R> Default for Field<R> {
    #[inline(always)]
    fn default() -> Self {
        Self { value: None, violation: None, duplicate: None, offset: Offset::NONE }
    }
}

impl<R> Field<R> {
    /// Reads the first value. Reports a second one, once, and skips it (S4).
    #[inline(always)]
    pub(crate) fn read<'a, V: Value<Raw<'a> = R>, S: Source<'a>>(
        &mut self,
        reader: &mut Reader<'_, S>,
        location: &Location<'_>,
        name: Offset,
    ) -> Result<(), S::Error> {
        if self.value.is_some() || self.violation.is_some() {
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

    /// Reads a value that cannot be repeated. The type comes first (S11).
    #[inline(always)]
    pub(crate) fn read_first<'a, V: Value<Raw<'a> = R>, S: Source<'a>>(
        &mut self,
        reader: &mut Reader<'_, S>,
        location: &Location<'_>,
    ) -> Result<(), S::Error> {
        let is_of_its_type = reader.source.is(V::RULE.json_type());
        self.offset = reader.source.offset();
        if is_of_its_type { V::read(reader, location, self) } else { self.read_wrong_type::<V, S>(reader, location) }
    }

    #[cold]
    #[inline(never)]
    fn read_wrong_type<'a, V: Value<Raw<'a> = R>, S: Source<'a>>(
        &mut self,
        reader: &mut Reader<'_, S>,
        location: &Location<'_>,
    ) -> Result<(), S::Error> {
        let found = reader.source.json_type();
        // A lone surrogate is malformed in a string that is itself the value of a property or an element. The body as a
        // whole is neither (S5).
        if found == Some(JsonType::String) && !location.is_root() {
            reader.source.text()?;
        } else {
            reader.source.skip()?;
        }
        let reason = Reason::WrongType { expected: V::RULE.json_type(), found, is_optional: !V::REQUIRED };
        self.reject(reader.report.add(location, self.offset, reason));
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
        reader.source.skip()
    }

    #[inline(always)]
    pub(crate) fn set(&mut self, value: R) {
        self.value = Some(value);
    }

    /// A default value that is read in place: moving a large one costs more than reading it.
    #[inline(always)]
    pub(crate) fn insert_default(&mut self) -> &mut R
    where
        R: Default,
    {
        self.value.insert(R::default())
    }

    #[inline(always)]
    pub(crate) fn reject(&mut self, violation: ErrorGuaranteed) {
        self.violation = Some(violation);
    }

    #[inline(always)]
    pub(crate) const fn offset(&self) -> Offset {
        self.offset
    }

    #[inline(always)]
    pub(crate) const fn violation(&self) -> Option<ErrorGuaranteed> {
        self.violation
    }

    /// The first value, if it is valid.
    #[inline(always)]
    pub(crate) const fn first(&self) -> Option<&R> {
        if self.violation.is_none() { self.value.as_ref() } else { None }
    }

    /// The value, if it is valid and the only one.
    #[inline(always)]
    pub(crate) const fn only(&self) -> Option<&R> {
        if self.duplicate.is_none() { self.first() } else { None }
    }

    /// Reports a missing value if the property is required. An error if the property is not valid.
    #[inline(always)]
    pub(crate) fn require<'a, V: Value<Raw<'a> = R>>(
        &self,
        location: &Location<'_>,
        report: &mut Report,
        end: Offset,
    ) -> Result<(), ErrorGuaranteed> {
        match self.violation.or(self.duplicate) {
            Some(reported) => Err(reported),
            None if self.value.is_some() || !V::REQUIRED => Ok(()),
            None => Err(report.add(location, end, Reason::Required)),
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
