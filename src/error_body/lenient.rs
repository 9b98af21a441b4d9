//! Reading a server's answer ([S20](crate::guide::contract#S20)): a value of another type counts as absent, and the
//! reasons that are kept are limited.

use alloc::string::String;
use alloc::vec::Vec;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess};

use super::{ErrorBody, ErrorType, ReasonMap, name};
use crate::JsonType;
use crate::read::{NUMBER, Text, Visit, Visitor};

/// Reads any self-describing format, as leniently as [`from_json`](Self::from_json). It fails only if the format itself
/// refuses a value: `serde_json` fails on a lone surrogate and on a number beyond a double's range.
impl<'de> Deserialize<'de> for ErrorBody {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut builder = Builder::default();
        deserializer.deserialize_any(Visitor(Body(&mut builder)))?;
        let Builder { mut body, request, features, bound } = builder;
        body.extensions.request = ReasonMap::group(request);
        body.extensions.features = ReasonMap::group(features);
        body.omitted = bound.omitted;
        Ok(body)
    }
}

/// Collects the properties of an error body while it is read, since an object may be given twice.
#[derive(Default)]
struct Builder {
    body: ErrorBody,
    request: Lists,
    features: Lists,
    bound: Bound,
}

/// Keys with their lists, none of which is empty.
type Lists = Vec<(String, Vec<String>)>;

/// Counts the reasons of both maps.
#[derive(Default)]
struct Bound {
    kept: usize,
    omitted: usize,
}

impl Bound {
    const fn is_reached(&self) -> bool {
        self.kept >= ErrorBody::MAX_REASONS
    }

    const fn omit(&mut self, reasons: usize) {
        self.omitted = self.omitted.saturating_add(reasons);
    }
}

/// The body. If a text is given twice, the last one counts.
struct Body<'b>(&'b mut Builder);

impl<'de> Visit<'de> for Body<'_> {
    type Value = ();

    fn unexpected(self, _: Option<JsonType>) {}

    fn map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Builder { body, request, features, bound } = self.0;
        while let Some(key) = map.next_key_seed(Visitor(WholeText))? {
            let text = match key.as_deref() {
                Some(name::TYPE) => {
                    let error_type = map.next_value_seed(Visitor(WholeText))?;
                    body.error_type = error_type.as_deref().map(ErrorType::from).or_else(|| body.error_type.take());
                    continue;
                }
                Some(name::INSTANCE) => &mut body.instance,
                Some(name::ACTION) => &mut body.action,
                Some(name::DETAIL) => &mut body.detail,
                Some(name::EXTENSIONS) => {
                    map.next_value_seed(Visitor(Maps { request, features, bound }))?;
                    continue;
                }
                _ => {
                    map.next_value::<IgnoredAny>()?;
                    continue;
                }
            };
            *text = map.next_value_seed(Visitor(WholeText))?.or_else(|| text.take());
        }
        Ok(())
    }
}

/// `Extensions`.
struct Maps<'b> {
    request: &'b mut Lists,
    features: &'b mut Lists,
    bound: &'b mut Bound,
}

impl<'de> Visit<'de> for Maps<'_> {
    type Value = ();

    fn unexpected(self, _: Option<JsonType>) {}

    fn map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key_seed(Visitor(WholeText))? {
            let lists = match key.as_deref() {
                Some(name::REQUEST) => &mut *self.request,
                Some(name::FEATURES) => &mut *self.features,
                _ => {
                    map.next_value::<IgnoredAny>()?;
                    continue;
                }
            };
            map.next_value_seed(Visitor(Map { lists, bound: self.bound }))?;
        }
        Ok(())
    }
}

/// `Request` or `Features`. A value of another type has no keys, so its reasons are counted and not kept.
struct Map<'b> {
    lists: &'b mut Lists,
    bound: &'b mut Bound,
}

impl<'de> Visit<'de> for Map<'_> {
    type Value = ();

    fn unexpected(self, found: Option<JsonType>) {
        List { reasons: None, bound: self.bound }.unexpected(found);
    }

    fn seq<A: SeqAccess<'de>>(self, seq: A) -> Result<(), A::Error> {
        List { reasons: None, bound: self.bound }.seq(seq)
    }

    fn map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key_seed(Visitor(WholeText))? {
            // A number of `serde_json/arbitrary_precision`. Without that feature, it is no key of a list either.
            let key = key.filter(|key| key != NUMBER);
            let mut reasons = Vec::new();
            let kept = key.is_some().then_some(&mut reasons);
            map.next_value_seed(Visitor(List { reasons: kept, bound: self.bound }))?;
            if let Some(key) = key.filter(|_| !reasons.is_empty()) {
                self.lists.push((key, reasons));
            }
        }
        Ok(())
    }
}

/// A list of reasons. A text is a list of one, null is an empty list, and any other value is a list of one element that
/// is not a reason.
struct List<'b> {
    /// `None` if the list has no key: then its elements are only counted.
    reasons: Option<&'b mut Vec<String>>,
    bound: &'b mut Bound,
}

impl List<'_> {
    fn push(&mut self, reason: Option<String>) {
        match (&mut self.reasons, reason) {
            (Some(reasons), Some(reason)) if !self.bound.is_reached() => {
                reasons.push(reason);
                self.bound.kept += 1;
            }
            _ => self.bound.omit(1),
        }
    }
}

impl<'de> Visit<'de> for List<'_> {
    type Value = ();

    fn unexpected(self, found: Option<JsonType>) {
        self.bound.omit(usize::from(found != Some(JsonType::Null)));
    }

    fn text(mut self, text: Text<'de, '_>) {
        let reason = Element.text(text);
        self.push(reason);
    }

    fn seq<A: SeqAccess<'de>>(mut self, mut seq: A) -> Result<(), A::Error> {
        while self.reasons.is_some() && !self.bound.is_reached() {
            match seq.next_element_seed(Visitor(Element))? {
                Some(reason) => self.push(reason),
                None => return Ok(()),
            }
        }
        while seq.next_element::<IgnoredAny>()?.is_some() {
            self.bound.omit(1);
        }
        Ok(())
    }
}

/// An element of a list: a reason, if it is a text.
struct Element;

impl Visit<'_> for Element {
    type Value = Option<String>;

    fn unexpected(self, _: Option<JsonType>) -> Self::Value {
        None
    }

    fn text(self, text: Text<'_, '_>) -> Self::Value {
        let text = text.as_str();
        let mut end = text.len().min(ErrorBody::MAX_REASON_BYTES);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        text.get(..end).map(String::from)
    }
}

/// A text, kept whole.
struct WholeText;

impl Visit<'_> for WholeText {
    type Value = Option<String>;

    fn unexpected(self, _: Option<JsonType>) -> Self::Value {
        None
    }

    fn text(self, text: Text<'_, '_>) -> Self::Value {
        Some(text.into_string())
    }
}
