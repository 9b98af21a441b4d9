//! Documents: valid ones, some with one violation, some with many, and some that are not even objects.

use serde_json::{Map, Value, json};

use crate::agreement::{self, Verdict};
use crate::oracle::table::{self, COUNTRIES, Condition, List, Row, Rule};
use crate::random::Random;

/// A body, and what the reader and the oracle say of it.
pub struct Document {
    /// The body.
    pub body: Value,
    /// Whether it is valid.
    pub valid: bool,
}

/// A body without a verdict.
pub(crate) struct Draft {
    pub(crate) body: Value,
    /// Whether it was made to be valid. Others are mostly invalid.
    pub(crate) is_valid: bool,
}

/// Documents without end, the same for the same seed.
///
/// # Panics
///
/// If the reader refuses a document that was made to be valid, or reports anything else than the oracle.
pub fn documents(seed: u64) -> impl Iterator<Item = Document> {
    drafts(seed).map(|draft| {
        let verdict = agreement::verdict(draft.body.to_string().as_bytes());
        let verdict = verdict.unwrap_or_else(|difference| panic!("{difference}: {}", draft.body));
        let valid = matches!(verdict, Verdict::Valid(_));
        assert!(valid || !draft.is_valid, "made to be valid, yet refused: {}", draft.body);
        Document { body: draft.body, valid }
    })
}

/// Bodies without end, the same for the same seed.
pub(crate) fn drafts(seed: u64) -> impl Iterator<Item = Draft> {
    let mut random = Random(seed);
    (0_u64..).map(move |index| {
        // A quarter is valid, a half has at most one violation, a quarter has many.
        let violations = match index % 4 {
            0 => Violations::None,
            // A body has about twenty places; where it has fewer than this, nothing is wrong with it.
            1 | 2 => Violations::At(random.below(20)),
            _ => Violations::OneIn(2 + random.below(12)),
        };
        let mut author = Author { random: &mut random, violations };
        let body = author.value(Rule::Object, "").unwrap_or(Value::Null);
        Draft { body, is_valid: violations == Violations::None }
    })
}

/// The base body of `tests/table`: every property with its example.
///
/// # Panics
///
/// If an example is not JSON.
#[must_use]
pub fn example() -> Value {
    serde_json::from_str(&table::body()).expect("JSON")
}

/// A text of `length` characters, each of the plane's kind.
#[must_use]
pub fn text(plane: usize, length: usize) -> String {
    const PLANES: [&str; 8] = ["a", "é", "漢", "😀", "e\u{301}", "\n", "x\u{10ffff}ß", "\"\\\u{0}\u{7f}\u{2028}"];
    PLANES[plane % PLANES.len()].chars().cycle().take(length).collect()
}

/// Where a document goes wrong.
#[derive(Clone, Copy, PartialEq)]
enum Violations {
    None,
    /// At the place that is reached after so many others.
    At(usize),
    /// At each place with a chance of one in so many.
    OneIn(usize),
}

struct Author<'r> {
    random: &'r mut Random,
    violations: Violations,
}

/// The value of the property that decides a condition, chosen before the others of its object.
type Decided = Option<(&'static str, &'static str)>;

impl Author<'_> {
    /// A value for a rule, `None` to leave it out. The path is that of the object or array.
    fn value(&mut self, rule: Rule, path: &str) -> Option<Value> {
        if self.is_wrong_here() {
            return self.wrong(rule, path);
        }
        Some(match rule {
            Rule::Text { min, max } => self.text(min, max).into(),
            Rule::Date => self.date().into(),
            Rule::Code(list) => self.code(list).into(),
            Rule::Boolean => self.random.one_in(2).into(),
            Rule::Object => Value::Object(self.object(path)),
            Rule::Array => {
                let path = table::elements(path);
                (0..self.random.below(4)).filter_map(|_| self.value(Rule::Object, &path)).collect()
            }
            Rule::Signature => panic!("a body has no signature"),
        })
    }

    fn is_wrong_here(&mut self) -> bool {
        match &mut self.violations {
            Violations::None => false,
            Violations::At(0) => {
                self.violations = Violations::None;
                true
            }
            Violations::At(places) => {
                *places -= 1;
                false
            }
            Violations::OneIn(n) => self.random.one_in(*n),
        }
    }

    fn object(&mut self, path: &str) -> Map<String, Value> {
        let is_decisive = |row: &&Row| table::CONDITIONS.iter().any(|condition| condition.when == row.path);
        let decided = table::properties_of(path).find(is_decisive).map(|row| (row.path, self.code(row.list())));
        let mut entries = Vec::new();
        for row in table::properties_of(path) {
            let left_out = !row.required && self.random.one_in(3);
            if let Some(value) = self.property(row, decided).filter(|_| !left_out) {
                entries.push((row.name().to_owned(), value));
            }
        }
        if self.random.one_in(8) {
            let unknown = ["fullname", "FirstName ", "Middlename", "__proto__", "constructor", "$ref", "", "1", "😀"];
            entries.push(((*self.random.pick(&unknown)).to_owned(), self.any()));
        }
        if self.random.one_in(3) {
            entries.reverse();
        }
        entries.into_iter().collect()
    }

    /// The properties of a condition are written so that they fit together.
    fn property(&mut self, row: &Row, decided: Decided) -> Option<Value> {
        let holds = |condition: &&Condition| decided == Some((condition.when, condition.is));
        let condition = row.conditions().find(holds);
        let right = match (condition, decided) {
            (Some(condition), _) => self.code(condition.list),
            (None, Some((when, is))) if when == row.path => is,
            _ => return self.value(row.rule, row.path),
        };
        if !self.is_wrong_here() {
            return Some(right.into());
        }
        if let Some(condition) = condition.filter(|_| self.random.one_in(3)) {
            // A code of the other list, and one of no list.
            return Some((*self.random.pick(&[condition.counterexample, "AA"])).into());
        }
        let near_a_code = !self.random.one_in(4);
        self.wrong(if near_a_code { Rule::Code(&COUNTRIES) } else { row.rule }, row.path)
    }

    fn text(&mut self, min: usize, max: Option<usize>) -> String {
        let max = max.unwrap_or(300);
        let lengths = [min, (min + 1).min(max), min.max(max / 2), min.max(max - 1), max];
        text(self.random.below(8), *self.random.pick(&lengths))
    }

    fn date(&mut self) -> String {
        const DAYS: [&str; 6] = ["0001-01-01", "9999-12-31", "2024-02-29", "2000-02-29", "2023-02-28", "2021-11-30"];
        if self.random.one_in(3) {
            return (*self.random.pick(&DAYS)).to_owned();
        }
        let (year, month, day) = (1 + self.random.below(9999), 1 + self.random.below(12), 1 + self.random.below(28));
        format!("{year:04}-{month:02}-{day:02}")
    }

    /// A code of a list. Of countries, two of five have codes for their states.
    fn code(&mut self, list: &List) -> &'static str {
        let deciding = table::CONDITIONS.iter().map(|condition| condition.is).filter(|code| list.contains(code));
        let deciding: Vec<_> = deciding.collect();
        if !deciding.is_empty() && self.random.below(5) < 2 {
            let code: &&str = self.random.pick(&deciding);
            return code;
        }
        self.random.pick(list.codes).0
    }

    /// A wrong value for a rule, or none.
    fn wrong(&mut self, rule: Rule, path: &str) -> Option<Value> {
        let way = self.random.below(6);
        Some(match (rule, way) {
            (_, 0) => return None,
            (_, 1) => self.any(),
            (Rule::Text { min, max }, 2..) => self.wrong_length(min, max).into(),
            (Rule::Date, 2) => self.wrong_length(10, Some(10)).into(),
            (Rule::Date, 3..) => self.near_a_date(),
            (Rule::Code(_), 2..) => self.near_a_code(),
            (Rule::Boolean, 2..) => (*self.random.pick(&["true", "false", "1", ""])).into(),
            (Rule::Object, 2) => self.object(path).into_iter().map(|(_, value)| value).collect(),
            (Rule::Object, 3) => json!([self.object(path)]),
            (Rule::Object, 4..) => Value::String(Value::Object(self.object(path)).to_string()),
            (Rule::Array, 2) => Value::Object(self.object(&table::elements(path))),
            (Rule::Array, 3) => json!({ "0": self.object(&table::elements(path)), "length": 1 }),
            (Rule::Array, 4..) => json!([self.any()]),
            (Rule::Signature, 2..) => panic!("a body has no signature"),
        })
    }

    fn wrong_length(&mut self, min: usize, max: Option<usize>) -> String {
        let length = match max {
            Some(max) if self.random.one_in(2) => max + 1 + self.random.below(2) * self.random.below(100),
            _ => min.saturating_sub(1),
        };
        text(self.random.below(8), length)
    }

    fn near_a_date(&mut self) -> Value {
        const NEAR: [&str; 26] = [
            "0000-01-01",
            "0000-02-29",
            "1900-02-29",
            "2023-02-29",
            "2100-02-29",
            "2024-02-30",
            "2024-04-31",
            "2024-13-01",
            "2024-00-10",
            "2024-01-00",
            "2024-01-32",
            "2024-1-01",
            "24-01-01",
            "20240101",
            "2024/01/01",
            "01-01-2024",
            "2024-W16-2",
            "2024-01-01Z",
            "2024-01-01T00:00:00Z",
            " 2024-01-1",
            "2024-01-01 ",
            "2024-01-01\n",
            "+024-01-01",
            "-024-01-01",
            "２０２４-01-01",
            "٢٠٢٤-٠١-٠١",
        ];
        if self.random.one_in(2) {
            return (*self.random.pick(&NEAR)).into();
        }
        let (year, month, day) = (self.random.below(10_000), self.random.below(14), self.random.below(34));
        format!("{year:04}-{month:02}-{day:02}").into()
    }

    fn near_a_code(&mut self) -> Value {
        // `AA` is in no list of codes.
        const NEAR: [&str; 20] = [
            "",
            " ",
            "us",
            "USA",
            "US ",
            "US\n",
            "UK",
            "XK",
            "EU",
            "840",
            "US-CA",
            "CA-ON",
            "ca",
            "ON",
            "California",
            "ТХ",
            "passport",
            "AA",
            "AA",
            "AA",
        ];
        if !self.random.one_in(4) {
            return (*self.random.pick(&NEAR)).into();
        }
        let mut letter = || char::from(*self.random.pick(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"));
        String::from_iter([letter(), letter()]).into()
    }

    /// Any value, of whatever kind.
    fn any(&mut self) -> Value {
        match self.random.below(16) {
            0 | 1 => Value::Null,
            2 => json!(true),
            3 => json!(0),
            4 => json!(-1.5e300),
            5 => json!(u64::MAX),
            6 => json!(""),
            7 => json!("Ada"),
            8 => json!("2024-02-29"),
            9 => json!("US"),
            10 => json!([]),
            11 => json!({}),
            12 => json!(["US", 1, null, { "Country": "US" }]),
            13 => json!({ "Passport": null }),
            14 => json!({ "toString": "x", "__proto__": { "FirstName": "Ada" } }),
            _ => json!({ "Country": "US", "State": "CA", "FirstName": "Ada", "LastName": "Lovelace" }),
        }
    }
}
