//! Reading a server's answer: what does not fit is absent, nothing is refused.

use alloc::string::String;
use alloc::vec::Vec;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess};

use super::extensions::Merged;
use super::{ErrorBody, ErrorType, Extensions, Reasons, name};
use crate::JsonType;
use crate::read::{Text, Visit, Visitor};

/// Any value that the format can hand over is read: where it is not even an object, all properties are absent.
impl<'de> Deserialize<'de> for ErrorBody {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Visitor(Body))
    }
}

struct Body;

impl<'de> Visit<'de> for Body {
    type Value = ErrorBody;

    fn unexpected(self, _: Option<JsonType>) -> ErrorBody {
        ErrorBody::default()
    }

    fn map<A: MapAccess<'de>>(self, mut map: A) -> Result<ErrorBody, A::Error> {
        let mut body = self.unexpected(None);
        while let Some(key) = map.next_key_seed(Visitor(Word))? {
            match key.as_deref() {
                Some(name::TYPE) => {
                    body.error_type = map.next_value_seed(Visitor(Word))?.as_deref().map(ErrorType::from);
                }
                Some(name::INSTANCE) => body.instance = map.next_value_seed(Visitor(Word))?,
                Some(name::ACTION) => body.action = map.next_value_seed(Visitor(Word))?,
                Some(name::DETAIL) => body.detail = map.next_value_seed(Visitor(Word))?,
                Some(name::EXTENSIONS) => body.extensions = map.next_value_seed(Visitor(Maps))?,
                _ => _ = map.next_value::<IgnoredAny>()?,
            }
        }
        Ok(body)
    }
}

struct Maps;

impl<'de> Visit<'de> for Maps {
    type Value = Extensions;

    fn unexpected(self, _: Option<JsonType>) -> Extensions {
        Extensions::default()
    }

    fn map<A: MapAccess<'de>>(self, mut map: A) -> Result<Extensions, A::Error> {
        let mut extensions = self.unexpected(None);
        while let Some(key) = map.next_key_seed(Visitor(Word))? {
            match key.as_deref() {
                Some(name::REQUEST) => extensions.request = map.next_value_seed(Visitor(Lists))?,
                Some(name::FEATURES) => extensions.features = map.next_value_seed(Visitor(Lists))?,
                _ => _ = map.next_value::<IgnoredAny>()?,
            }
        }
        Ok(extensions)
    }
}

struct Lists;

impl<'de> Visit<'de> for Lists {
    type Value = Reasons;

    fn unexpected(self, _: Option<JsonType>) -> Reasons {
        Reasons::default()
    }

    fn map<A: MapAccess<'de>>(self, mut map: A) -> Result<Reasons, A::Error> {
        let mut lists = Merged::default();
        while let Some(key) = map.next_key_seed(Visitor(Word))? {
            let list = map.next_value_seed(Visitor(List))?;
            if let (Some(key), Some(list)) = (key, list) {
                lists.add(key, list);
            }
        }
        Ok(lists.finish())
    }
}

struct List;

impl<'de> Visit<'de> for List {
    type Value = Option<Vec<String>>;

    fn unexpected(self, _: Option<JsonType>) -> Self::Value {
        None
    }

    fn seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let mut list = Vec::new();
        while let Some(reason) = seq.next_element_seed(Visitor(Word))? {
            list.extend(reason);
        }
        Ok(Some(list))
    }
}

struct Word;

impl Visit<'_> for Word {
    type Value = Option<String>;

    fn unexpected(self, _: Option<JsonType>) -> Self::Value {
        None
    }

    fn text(self, text: Text<'_, '_>) -> Self::Value {
        Some(text.into_string())
    }
}
