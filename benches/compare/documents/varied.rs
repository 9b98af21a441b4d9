//! Valid bodies that differ from each other, because the processor learns the branches of a body that is read again and
//! again. Texts have the lengths of real records.

use std::ops::RangeInclusive;

const COUNT: usize = 2_000;

/// Countries with some of their states. Where the list is empty, `State` is any text.
const COUNTRIES: [(&str, &[&str]); 8] = [
    ("US", &["AK", "CA", "DC", "NY", "OR", "PR", "TX", "WY"]),
    ("CA", &["AB", "BC", "NU", "ON", "QC", "YT"]),
    ("GB", &[]),
    ("DE", &[]),
    ("EG", &[]),
    ("GR", &[]),
    ("JP", &[]),
    ("ZA", &[]),
];

const ID_TYPES: [&str; 6] =
    ["DrivingLicense", "NationalIDCard", "Passport", "AddressProof", "ResidencePermit", "TaxID"];

const ASCII: &[char] =
    &['a', 'b', 'c', 'd', 'e', 'g', 'i', 'l', 'm', 'n', 'o', 'r', 's', 't', 'u', 'y', 'A', 'K', '-', ' '];
const LATIN: &[char] = &['a', 'e', 'n', 'r', 's', 't', 'é', 'ö', 'ł', 'ñ', 'ç', 'Å', ' '];
const GREEK: &[char] = &['α', 'γ', 'ε', 'ι', 'κ', 'λ', 'ν', 'ο', 'ρ', 'τ', 'Σ', 'ά', ' '];

/// Bodies with the properties in the order of the contract, and no unknown ones.
pub(super) fn in_order() -> Vec<Vec<u8>> {
    bodies(false)
}

/// The same customers, with the properties of each object in random order and one unknown property.
pub(super) fn shuffled() -> Vec<Vec<u8>> {
    bodies(true)
}

fn bodies(shuffled: bool) -> Vec<Vec<u8>> {
    let mut writer = Writer { customers: Random(1), order: shuffled.then_some(Random(2)), compact: false };
    (0..COUNT).map(|_| writer.customer().into_bytes()).collect()
}

struct Writer {
    customers: Random,
    /// Separate from `customers`, so that both documents hold the same customers.
    order: Option<Random>,
    /// Whether the current body has no white space between tokens.
    compact: bool,
}

type Properties = Vec<(String, String)>;

impl Writer {
    fn customer(&mut self) -> String {
        self.compact = self.customers.is_one_of(2);
        let identities: Vec<_> = (0..self.customers.within(1..=3)).map(|_| self.identity()).collect();
        let identities = identities.join(if self.compact { "," } else { ", " });
        let properties = vec![
            property("FullName", self.full_name()),
            property("DateOfBirth", self.customers.date()),
            property("Identities", format!("[{identities}]")),
            property("PrimaryResidence", self.residence()),
        ];
        self.object(properties)
    }

    fn full_name(&mut self) -> String {
        let random = &mut self.customers;
        let mut properties =
            vec![property("FirstName", random.text(2..=14)), property("LastName", random.text(2..=18))];
        if random.is_one_of(2) {
            properties.push(property("MiddleName", random.text(1..=14)));
        }
        self.object(properties)
    }

    fn identity(&mut self) -> String {
        let random = &mut self.customers;
        let (country, _) = random.pick(&COUNTRIES);
        let mut properties =
            vec![property("IssuingCountry", quoted(country)), property("IDNumber", random.text(6..=15))];
        for name in ["IssuedDate", "ExpiryDate"] {
            if random.is_one_of(2) {
                properties.push(property(name, random.date()));
            }
        }
        properties.push(property("IDType", quoted(random.pick(&ID_TYPES))));
        self.object(properties)
    }

    fn residence(&mut self) -> String {
        let random = &mut self.customers;
        let (country, states) = random.pick(&COUNTRIES);
        let mut properties = vec![property("Street", random.text(5..=40))];
        if random.is_one_of(2) {
            properties.push(property("Street2", random.text(3..=25)));
        }
        let state = if states.is_empty() { random.text(3..=20) } else { quoted(random.pick(states)) };
        properties.extend([
            property("City", random.text(3..=20)),
            property("PostCode", random.text(4..=8)),
            property("State", state),
            property("Country", quoted(country)),
        ]);
        self.object(properties)
    }

    fn object(&mut self, mut properties: Properties) -> String {
        if let Some(random) = &mut self.order {
            properties.push(random.unknown_property());
            for last in (1..properties.len()).rev() {
                properties.swap(last, random.below(last + 1));
            }
        }
        let [comma, colon] = if self.compact { [",", ":"] } else { [", ", ": "] };
        let properties: Vec<_> = properties.iter().map(|(name, value)| format!("\"{name}\"{colon}{value}")).collect();
        format!("{{{}}}", properties.join(comma))
    }
}

fn property(name: &str, value: String) -> (String, String) {
    (name.to_owned(), value)
}

fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

/// `SplitMix64` gives the same numbers on every machine.
struct Random(u64);

impl Random {
    const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit as u64).expect("less than a usize")
    }

    fn within(&mut self, range: RangeInclusive<usize>) -> usize {
        range.start() + self.below(range.end() - range.start() + 1)
    }

    fn is_one_of(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }

    fn pick<T: Copy>(&mut self, values: &[T]) -> T {
        values[self.below(values.len())]
    }

    /// A JSON string without escapes. One in eight has letters with diacritics, one in eight Greek letters.
    fn text(&mut self, length: RangeInclusive<usize>) -> String {
        let length = self.within(length);
        let alphabet = self.pick(&[ASCII, ASCII, ASCII, ASCII, ASCII, ASCII, LATIN, GREEK]);
        let text: String = (0..length).map(|_| self.pick(alphabet)).collect();
        quoted(&text)
    }

    fn date(&mut self) -> String {
        let (year, month, day) = (self.within(1920..=2060), self.within(1..=12), self.within(1..=28));
        format!("\"{year}-{month:02}-{day:02}\"")
    }

    /// The name begins in lower case, unlike every name in the contract.
    fn unknown_property(&mut self) -> (String, String) {
        let name: String = (0..self.within(1..=20)).map(|_| self.pick(&ASCII[..16])).collect();
        (name, self.value(3))
    }

    /// A string, a number, an object or an array, nested no deeper than `depth`.
    fn value(&mut self, depth: usize) -> String {
        match self.below(if depth == 0 { 2 } else { 4 }) {
            0 => self.text(0..=40),
            1 => self.number(),
            2 => {
                let properties: Vec<_> =
                    (0..self.below(4)).map(|i| format!("\"p{i}\": {}", self.value(depth - 1))).collect();
                format!("{{{}}}", properties.join(", "))
            }
            _ => {
                let values: Vec<_> = (0..self.below(4)).map(|_| self.value(depth - 1)).collect();
                format!("[{}]", values.join(", "))
            }
        }
    }

    fn number(&mut self) -> String {
        let (sign, whole, fraction) = (self.pick(&["", "-"]), self.below(1_000_000), self.below(1_000));
        match self.below(3) {
            0 => format!("{sign}{whole}"),
            1 => format!("{sign}{whole}.{fraction:03}"),
            _ => format!("{sign}{whole}.{fraction:03}e{}", self.within(0..=200)),
        }
    }
}
