//! Bodies as edits of a base body. README.md has the form of an edit.
//!
//! The base bodies follow from the tables of properties and their examples, so a new property needs no line here.

use std::mem;

use customer_schema::{Customer, JsonType, Property, Rule};
use serde::Serialize;

/// A base body: `base.json` has each by its name.
#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Base {
    /// The required properties. An optional property that is added to the contract leaves it as it is.
    Minimal,
    /// Every documented property.
    Complete,
}

/// A replacement of `replace`, which occurs once, in a text.
#[derive(Clone, Serialize)]
pub(crate) struct Edit {
    pub(crate) replace: String,
    pub(crate) with: String,
}

/// A body and the edits that make it from its base.
#[derive(Clone)]
pub(crate) struct Body {
    pub(crate) base: Base,
    pub(crate) edits: Vec<Edit>,
    /// The properties after the edits. Text that was added around the body, or in front of its properties, is not in
    /// it.
    json: Json,
}

/// JSON with any text as name or value.
#[derive(Clone)]
enum Json {
    Raw(String),
    Array(Vec<Self>),
    Object(Vec<(String, Self)>),
}

pub(crate) fn minimal() -> Body {
    Base::Minimal.body()
}

pub(crate) fn complete() -> Body {
    Base::Complete.body()
}

/// The minimal body with a property: an optional one is added, and so is an optional object around it.
pub(crate) fn with(pointer: &str) -> Body {
    let needed = |of: &String, property: &Property| {
        !property.required && (pointer == of || pointer.starts_with(&format!("{of}/")))
    };
    let needed = properties().into_iter().filter(|(of, property)| needed(of, property));
    needed.fold(minimal(), |body, (of, property)| body.set(&of, value(property, |inner| inner.required)))
}

/// Every documented property, with its pointer in the complete body.
pub(crate) fn properties() -> Vec<(String, &'static Property)> {
    fn within(pointer: &str, properties: &'static [Property], found: &mut Vec<(String, &'static Property)>) {
        for property in properties {
            let pointer = format!("{pointer}/{}", property.name);
            found.push((pointer.clone(), property));
            match property.rule {
                Rule::Object(inner) => within(&pointer, inner.properties, found),
                Rule::Array(inner) => within(&format!("{pointer}/0"), inner.properties, found),
                _ => {}
            }
        }
    }
    let mut found = Vec::new();
    within("", Customer::PROPERTIES, &mut found);
    found
}

impl Base {
    pub(crate) const ALL: [Self; 2] = [Self::Minimal, Self::Complete];

    pub(crate) fn body(self) -> Body {
        Body { base: self, edits: Vec::new(), json: self.json() }
    }

    fn json(self) -> Json {
        object(
            Customer::PROPERTIES,
            match self {
                Self::Minimal => |property| property.required,
                Self::Complete => |_| true,
            },
        )
    }
}

impl Body {
    /// The text: every edit of the base in turn.
    pub(crate) fn write(&self) -> String {
        self.edits.iter().fold(self.base.json().write(), |text, Edit { replace, with }| {
            let count = text.matches(replace).count();
            assert_eq!(count, 1, "{replace} occurs {count} times, give the property another example: {text}");
            text.replace(replace, with)
        })
    }

    /// With `raw` as the value of a property, which is appended where the body lacks it.
    pub(crate) fn put(self, pointer: &str, raw: impl Into<String>) -> Self {
        self.set(pointer, Json::Raw(raw.into()))
    }

    fn set(mut self, pointer: &str, new: Json) -> Self {
        let (parent, name) = parent_and_name(pointer);
        let Some((_, value)) = self.properties(parent).iter_mut().find(|(other, _)| *other == name) else {
            return self.append(parent, name, new);
        };
        let with = format!("{name}:{}", new.write());
        let replace = format!("{name}:{}", mem::replace(value, new).write());
        self.edit(replace, with)
    }

    /// Without a property and the comma before it; the first one takes the comma behind it.
    pub(crate) fn without(mut self, pointer: &str) -> Self {
        let (parent, name) = parent_and_name(pointer);
        let properties = self.properties(parent);
        let index = properties.iter().position(|(other, _)| *other == name);
        let index = index.unwrap_or_else(|| panic!("{pointer} is not there"));
        let (_, value) = properties.remove(index);
        let is_only = properties.is_empty();
        let text = format!("{name}:{}", value.write());
        let replace = match index {
            0 if is_only => text,
            0 => format!("{text},"),
            _ => format!(",{text}"),
        };
        self.edit(replace, String::new())
    }

    /// With one more property at the end of an object.
    pub(crate) fn and(self, object: &str, name: &str, raw: impl Into<String>) -> Self {
        self.append(object, name.into(), Json::Raw(raw.into()))
    }

    fn append(mut self, object: &str, name: String, value: Json) -> Self {
        let replace = self.json.at(object).tail();
        let properties = self.properties(object);
        let comma = if properties.is_empty() { "" } else { "," };
        let open = replace.strip_suffix('}').expect("the end of an object");
        let with = format!("{open}{comma}{name}:{}}}", value.write());
        properties.push((name, value));
        self.edit(replace, with)
    }

    /// With `text` in front of the whole.
    pub(crate) fn preceded_by(self, text: &str) -> Self {
        let head = self.head();
        let with = format!("{text}{head}");
        self.edit(head, with)
    }

    /// With `text` behind the opening brace.
    pub(crate) fn opened_with(self, text: &str) -> Self {
        let head = self.head();
        let with = head.replacen('{', &format!("{{{text}"), 1);
        self.edit(head, with)
    }

    /// With `text` behind the whole.
    pub(crate) fn followed_by(self, text: &str) -> Self {
        let tail = self.json.tail();
        let with = format!("{tail}{text}");
        self.edit(tail, with)
    }

    /// Without the closing brace.
    pub(crate) fn unclosed(self) -> Self {
        let tail = self.json.tail();
        let with = tail.strip_suffix('}').expect("an object").to_owned();
        self.edit(tail, with)
    }

    /// The text with the properties of these objects in reverse order. It is not an edit of the base.
    pub(crate) fn reversed(mut self, objects: &[&str]) -> String {
        for object in objects {
            self.properties(object).reverse();
        }
        self.json.write()
    }

    fn head(&self) -> String {
        let Json::Object(properties) = &self.json else { panic!("the body is an object") };
        format!("{{{}:", properties.first().expect("a property").0)
    }

    /// Adds an edit, or changes the last one where the text to replace is a part of what it wrote.
    fn edit(mut self, replace: String, with: String) -> Self {
        match self.edits.last_mut() {
            _ if replace == with => {}
            Some(last) if last.with.contains(&replace) => last.with = last.with.replacen(&replace, &with, 1),
            _ => self.edits.push(Edit { replace, with }),
        }
        self
    }

    fn properties(&mut self, pointer: &str) -> &mut Vec<(String, Json)> {
        match self.json.at(pointer) {
            Json::Object(properties) => properties,
            _ => panic!("{pointer} is no object"),
        }
    }
}

impl Json {
    fn write(&self) -> String {
        match self {
            Self::Raw(raw) => raw.clone(),
            Self::Array(elements) => format!("[{}]", elements.iter().map(Self::write).collect::<Vec<_>>().join(",")),
            Self::Object(properties) => {
                let properties = properties.iter().map(|(name, value)| format!("{name}:{}", value.write()));
                format!("{{{}}}", properties.collect::<Vec<_>>().join(","))
            }
        }
    }

    /// The end of the text: the last property that is no object, and every closing bracket behind it.
    fn tail(&self) -> String {
        let (last, close) = match self {
            Self::Raw(_) => (None, ""),
            Self::Array(elements) => (elements.last().map(Self::tail), "]"),
            Self::Object(properties) => {
                let tail = |(name, value): &(String, Self)| match value {
                    Self::Raw(raw) => format!("{name}:{raw}"),
                    value => value.tail(),
                };
                (properties.last().map(tail), "}")
            }
        };
        last.map_or_else(|| self.write(), |last| last + close)
    }

    fn at(&mut self, pointer: &str) -> &mut Self {
        pointer.split('/').skip(1).fold(self, |json, step| match json {
            Self::Array(elements) => &mut elements[step.parse::<usize>().expect("an index")],
            Self::Object(properties) => {
                let property = properties.iter_mut().find(|(name, _)| *name == quoted(step));
                &mut property.unwrap_or_else(|| panic!("{pointer} is not there")).1
            }
            Self::Raw(_) => panic!("{pointer} is within a value"),
        })
    }
}

fn object(properties: &'static [Property], has: fn(&Property) -> bool) -> Json {
    let properties = properties.iter().filter(|property| has(property));
    Json::Object(properties.map(|property| (quoted(property.name), value(property, has))).collect())
}

fn value(property: &Property, has: fn(&Property) -> bool) -> Json {
    match property.rule {
        Rule::Object(inner) => object(inner.properties, has),
        Rule::Array(inner) => Json::Array(vec![object(inner.properties, has)]),
        rule => {
            let example = property.example.unwrap_or_else(|| panic!("{} has no example", property.name));
            Json::Raw(if rule.json_type() == JsonType::String { quoted(example) } else { example.into() })
        }
    }
}

fn parent_and_name(pointer: &str) -> (&str, String) {
    let (parent, name) = pointer.rsplit_once('/').expect("a pointer to a property");
    (parent, quoted(name))
}

/// A string of JSON with this content.
pub(crate) fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("JSON")
}
