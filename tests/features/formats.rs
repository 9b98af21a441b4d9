//! Each cell of the table of formats in the docs.

use std::collections::BTreeMap;
use std::fmt::Debug;

use customer_schema::{
    CalendarDate, Checked, City, CountryCode, Customer, ErrorBody, ErrorType, FirstName, IdNumber, IdType, MiddleName,
    PostCode, State, Street2,
};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::bodies::{assert_valid, body, properties};

trait Format {
    type Written;

    fn write<T: Serialize>(value: &T) -> Result<Self::Written, String>;

    fn read<T: DeserializeOwned>(written: Self::Written) -> Result<T, String>;
}

/// Implements a format by how it writes and how it reads.
macro_rules! format_of {
    ($Format:ident, $Written:ty, |$value:ident| $write:expr, |$written:ident| $read:expr) => {
        struct $Format;

        impl Format for $Format {
            type Written = $Written;

            fn write<T: Serialize>($value: &T) -> Result<$Written, String> {
                $write.map_err(|error| error.to_string())
            }

            fn read<T: DeserializeOwned>($written: $Written) -> Result<T, String> {
                $read.map_err(|error| error.to_string())
            }
        }
    };
}

format_of!(Json, Vec<u8>, |value| serde_json::to_vec(value), |written| serde_json::from_slice(&written));
format_of!(Tree, serde_json::Value, |value| serde_json::to_value(value), |written| serde_json::from_value(written));
format_of!(Yaml, String, |value| serde_yaml_ng::to_string(value), |written| serde_yaml_ng::from_str(&written));
format_of!(Toml, String, |value| toml::to_string(value), |written| toml::from_str(&written));
format_of!(
    Cbor,
    Vec<u8>,
    |value| {
        let mut bytes = Vec::new();
        ciborium::into_writer(value, &mut bytes).map(|()| bytes)
    },
    |written| ciborium::from_reader(written.as_slice())
);
format_of!(MessagePack, Vec<u8>, |value| rmp_serde::to_vec(value), |written| rmp_serde::from_slice(&written));
format_of!(MessagePackNamed, Vec<u8>, |value| rmp_serde::to_vec_named(value), |written| rmp_serde::from_slice(
    &written
));
format_of!(Postcard, Vec<u8>, |value| postcard::to_stdvec(value), |written| postcard::from_bytes(&written));
format_of!(Bincode, Vec<u8>, |value| bincode::serialize(value), |written| bincode::deserialize(&written));

/// The cells of a row behind the name of the format.
type Cells = [&'static str; 4];
type Row = (&'static str, fn() -> Cells);

/// The rows of the table. A format that writes in two ways has one row.
const ROWS: &[Row] = &[
    ("`serde_json`", cells::<Json>),
    ("`serde_json::Value`", cells::<Tree>),
    ("`serde_yaml_ng`", cells::<Yaml>),
    ("`toml`", cells::<Toml>),
    ("`ciborium` (CBOR)", cells::<Cbor>),
    ("`rmp-serde` (`MessagePack`)", cells::<MessagePack>),
    ("`rmp-serde` (`MessagePack`)", cells::<MessagePackNamed>),
    ("`postcard`", cells::<Postcard>),
    ("`bincode` 1", cells::<Bincode>),
];

/// TOML has nothing but tables at its root.
#[derive(Serialize, Deserialize)]
struct Table<T> {
    value: T,
}

/// The support of a format for a value: `yes` if it is the same after writing and reading. A format that cannot read it
/// back must not write it.
#[track_caller]
fn there_and_back<F: Format, T: Serialize + DeserializeOwned + PartialEq + Debug>(value: T) -> &'static str {
    if let Ok(written) = F::write(&value) {
        assert_eq!(F::read::<T>(written), Ok(value));
        return "yes";
    }
    let table = Table { value };
    match F::write(&table) {
        Ok(written) => {
            assert_eq!(F::read::<Table<T>>(written).map(|table| table.value), Ok(table.value));
            "in a table"
        }
        Err(_) => "no",
    }
}

/// The one support of a format for several values.
#[track_caller]
fn same(cells: &[&'static str]) -> &'static str {
    assert!(cells.iter().all(|cell| *cell == cells[0]), "{cells:?}");
    cells[0]
}

fn objects<F: Format>() -> &'static str {
    let without = properties().filter(|(_, required)| !required).map(|(path, _)| body().without(path));
    let customers: Vec<_> = [body()].into_iter().chain(without).map(|body| assert_valid(body.to_string())).collect();
    let customer = customers[0].clone();
    let parts = [
        there_and_back::<F, _>(customer.full_name),
        there_and_back::<F, _>(customer.identities[0].clone()),
        there_and_back::<F, _>(customer.primary_residence),
    ];
    let customers: Vec<_> = customers.into_iter().map(there_and_back::<F, Customer>).collect();
    same(&[&customers[..], &parts].concat())
}

fn single_values<F: Format>() -> &'static str {
    macro_rules! texts {
        ($($Type:ident: $text:expr,)+) => {
            same(&[$(there_and_back::<F, $Type>($text.parse().unwrap())),+])
        };
    }
    /// The example of every string in the table.
    macro_rules! examples {
        ($($rule:ident $Type:ident $path:literal $example:expr,)+) => {
            same(&[$(examples!(@$rule $Type $example)),+].into_iter().flatten().collect::<Vec<_>>())
        };
        (@object $Type:ident $example:expr) => { None };
        (@array $Type:ident $example:expr) => { None };
        (@boolean $Type:ident $example:expr) => { None };
        (@$rule:ident $Type:ident $example:expr) => {
            Some(there_and_back::<F, customer_schema::$Type>($example.parse().unwrap()))
        };
    }
    // Texts that a format could take for something else.
    let others = texts! {
        Street2: "",
        City: "Zürich 😀",
        PostCode: "0001",
        State: "true",
    };
    same(&[types!(examples!), others])
}

/// A value that is valid, and one that is not, on its own and in a part of another value.
fn checked<F: Format>() -> &'static str {
    let customer = assert_valid(body().to_string());
    let text = F::write(&Table { value: "" }).and_then(F::read::<Table<Checked<FirstName>>>);
    let number = F::write(&Table { value: 5 }).and_then(F::read::<Table<Checked<FirstName>>>);
    let valid = F::write(&customer).and_then(F::read::<Checked<Customer>>);
    let invalid = F::write(&BTreeMap::from([("value", 5)])).and_then(F::read::<Checked<Customer>>);
    let (Ok(text), Ok(number), Ok(valid), Ok(invalid)) = (&text, &number, &valid, &invalid) else {
        assert!(text.is_err() && number.is_err() && valid.is_err() && invalid.is_err());
        return "no";
    };
    assert_eq!(text.value.as_result().unwrap_err().to_string(), "Body must have at least 1 character, has 0");
    assert_eq!(number.value.as_result().unwrap_err().to_string(), "Body must be a string, is a number");
    assert_eq!(valid.as_result(), Ok(&customer));
    assert_eq!(invalid.as_result().unwrap_err(), &Customer::from_json(b"{}").unwrap_err());
    "yes"
}

fn error_bodies<F: Format>() -> &'static str {
    let report = Customer::from_json(b"{}").unwrap_err();
    let mut disabled = ErrorBody::new(ErrorType::Forbidden, "req-7f3a", "PutCustomer", "a feature is disabled");
    disabled.extensions.features = [("Payments", "is disabled"), ("Payments", "until May")].into_iter().collect();
    same(&[
        there_and_back::<F, _>(ErrorBody::invalid_request(&report, "req-7f3b", "PutCustomer")),
        there_and_back::<F, _>(disabled),
        there_and_back::<F, _>(ErrorBody::default()),
    ])
}

fn cells<F: Format>() -> Cells {
    [objects::<F>(), single_values::<F>(), checked::<F>(), error_bodies::<F>()]
}

#[test]
fn the_table_of_the_docs() {
    let table: Vec<Vec<&str>> = include_str!("../../src/guide/formats.md")
        .lines()
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
        .collect();
    let [header, rule, rows @ ..] = table.as_slice() else { panic!("{table:?}") };
    assert!(header.len() == 5 && rule.iter().all(|cell| *cell == "---"), "{header:?}");
    for row in rows {
        assert!(ROWS.iter().any(|(name, _)| *name == row[0]), "{row:?}");
    }
    for (name, cells) in ROWS {
        let row = rows.iter().find(|row| row[0] == *name).expect(name);
        assert_eq!(cells(), row[1..], "{name}");
    }
}

/// TOML refuses a name that is given twice: the error is of the format, not a report.
#[test]
fn toml_refuses_duplicates_itself() {
    let twice = "[FullName]\nFirstName = 'Ada'\nFirstName = 'Ada'\n";
    assert!(toml::from_str::<Checked<Customer>>(twice).is_err());
}

/// A date of TOML itself is not a string: it comes as a map.
#[test]
fn a_date_of_toml_is_not_a_string() {
    let name = "FullName = {FirstName = 'Ada', LastName = 'Lovelace'}\nDateOfBirth = ";
    let report = |date: &str| {
        let read = toml::from_str::<Checked<Customer>>(&format!("{name}{date}")).unwrap().into_result();
        read.unwrap_err().to_string()
    };
    let missing = "Identities is required; PrimaryResidence is required";
    assert_eq!(report("'1985-12-10'"), missing);
    assert_eq!(report("1985-12-10"), format!("DateOfBirth must be a string, is an object; {missing}"));
}

/// Single values as fields, elements and keys of the caller's own record. Each takes its own bytes and no more.
#[test]
fn a_record_of_single_values_in_every_format() {
    #[derive(Serialize, Deserialize, PartialEq, Debug)]
    struct Record {
        id: u32,
        first_name: FirstName,
        middle_name: Option<MiddleName>,
        born: CalendarDate,
        countries: Vec<CountryCode>,
        documents: BTreeMap<IdNumber, IdType>,
    }

    fn record() -> Record {
        Record {
            id: 1815,
            first_name: "Ada".parse().unwrap(),
            middle_name: Some("King".parse().unwrap()),
            born: "1985-12-10".parse().unwrap(),
            countries: ["GB", "FR"].map(|code| code.parse().unwrap()).into(),
            documents: [("533401372".parse().unwrap(), IdType::Passport)].into(),
        }
    }
    assert_eq!(there_and_back::<Json, _>(record()), "yes");
    assert_eq!(there_and_back::<Tree, _>(record()), "yes");
    assert_eq!(there_and_back::<Yaml, _>(record()), "yes");
    assert_eq!(there_and_back::<Toml, _>(record()), "yes");
    assert_eq!(there_and_back::<Cbor, _>(record()), "yes");
    assert_eq!(there_and_back::<MessagePack, _>(record()), "yes");
    assert_eq!(there_and_back::<MessagePackNamed, _>(record()), "yes");
    assert_eq!(there_and_back::<Postcard, _>(record()), "yes");
    assert_eq!(there_and_back::<Bincode, _>(record()), "yes");
}

/// A format that does not write objects reads none from any bytes.
#[test]
fn objects_are_not_read_where_they_are_not_written() {
    for bytes in [&b""[..], b"\0", b"\x01\x03Ada", b"\x03\0\0\0\0\0\0\0Ada", &[0xff; 16]] {
        assert!(postcard::from_bytes::<Customer>(bytes).is_err(), "{bytes:?}");
        assert!(bincode::deserialize::<Customer>(bytes).is_err(), "{bytes:?}");
        assert!(postcard::from_bytes::<ErrorBody>(bytes).is_err(), "{bytes:?}");
        assert!(bincode::deserialize::<ErrorBody>(bytes).is_err(), "{bytes:?}");
        assert!(postcard::from_bytes::<Checked<FirstName>>(bytes).is_err(), "{bytes:?}");
        assert!(bincode::deserialize::<Checked<FirstName>>(bytes).is_err(), "{bytes:?}");
    }
}
