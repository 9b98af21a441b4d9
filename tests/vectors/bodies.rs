//! Bodies as text, put together so that each part can be as wrong as a case needs it.

use customer_schema::{Customer, Property, Rule};

/// JSON of which names and values may be any text.
#[derive(Clone)]
pub(crate) enum Json {
    Raw(String),
    Array(Vec<Self>),
    Object(Vec<(String, Self)>),
}

/// The body that contract.md shows.
pub(crate) fn valid() -> Json {
    let text = |text: &str| Json::Raw(format!("{text:?}"));
    let object = |members: &[(&str, Json)]| {
        Json::Object(members.iter().map(|(name, value)| (format!("{name:?}"), value.clone())).collect())
    };
    object(&[
        (
            "FullName",
            object(&[("FirstName", text("Ada")), ("LastName", text("Lovelace")), ("MiddleName", text("King"))]),
        ),
        ("DateOfBirth", text("1985-12-10")),
        (
            "Identities",
            Json::Array(vec![object(&[
                ("IssuingCountry", text("GB")),
                ("IDNumber", text("533401372")),
                ("IssuedDate", text("2021-03-01")),
                ("ExpiryDate", text("2031-03-01")),
                ("IDType", text("Passport")),
            ])]),
        ),
        (
            "PrimaryResidence",
            object(&[
                ("Street", text("12 St James's Square")),
                ("Street2", text("Flat 3")),
                ("City", text("London")),
                ("PostCode", text("SW1Y 4LB")),
                ("State", text("England")),
                ("Country", text("GB")),
            ]),
        ),
    ])
}

impl Json {
    /// With this text in the place of a value.
    pub(crate) fn put(mut self, pointer: &str, raw: impl Into<String>) -> Self {
        *self.at(pointer) = Self::Raw(raw.into());
        self
    }

    /// Without a member.
    pub(crate) fn without(mut self, pointer: &str) -> Self {
        let (parent, name) = pointer.rsplit_once('/').expect("a member");
        self.members(parent).retain(|(other, _)| *other != format!("{name:?}"));
        self
    }

    /// With one more member at the end of an object.
    pub(crate) fn and(mut self, object: &str, name: &str, raw: impl Into<String>) -> Self {
        self.members(object).push((name.into(), Self::Raw(raw.into())));
        self
    }

    /// With the members of an object the other way round.
    pub(crate) fn reversed(mut self, object: &str) -> Self {
        self.members(object).reverse();
        self
    }

    pub(crate) fn write(&self) -> String {
        match self {
            Self::Raw(raw) => raw.clone(),
            Self::Array(elements) => format!("[{}]", elements.iter().map(Self::write).collect::<Vec<_>>().join(",")),
            Self::Object(members) => {
                let members = members.iter().map(|(name, value)| format!("{name}:{}", value.write()));
                format!("{{{}}}", members.collect::<Vec<_>>().join(","))
            }
        }
    }

    fn members(&mut self, pointer: &str) -> &mut Vec<(String, Self)> {
        match self.at(pointer) {
            Self::Object(members) => members,
            _ => panic!("{pointer} is no object"),
        }
    }

    fn at(&mut self, pointer: &str) -> &mut Self {
        pointer.split('/').skip(1).fold(self, |json, step| match json {
            Self::Array(elements) => &mut elements[step.parse::<usize>().expect("an index")],
            Self::Object(members) => {
                let member = members.iter_mut().find(|(name, _)| *name == format!("{step:?}"));
                &mut member.unwrap_or_else(|| panic!("{pointer} is not there")).1
            }
            Self::Raw(_) => panic!("{pointer} is within a value"),
        })
    }
}

/// Every documented member, with its pointer in the valid body.
pub(crate) fn places() -> Vec<(String, &'static Property)> {
    fn within(pointer: &str, members: &'static [Property], places: &mut Vec<(String, &'static Property)>) {
        for member in members {
            let pointer = format!("{pointer}/{}", member.name);
            places.push((pointer.clone(), member));
            match member.rule {
                Rule::Object(members) => within(&pointer, members, places),
                Rule::Array(members) => within(&format!("{pointer}/0"), members, places),
                _ => {}
            }
        }
    }
    let mut places = Vec::new();
    within("", Customer::PROPERTIES, &mut places);
    places
}
