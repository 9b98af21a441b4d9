//! Reads one document or body many times and does nothing else, for a profiler:
//!
//! - `repeat CONTENDER DOCUMENT COUNT`, both by their numbers in their lists.
//! - `repeat from_json FAMILY SIZE COUNT`, a hostile body of that size, its family by its number.
//! - `repeat answer FAMILY SIZE COUNT`, the same, and violations are written as an error body.
//!
//! `repeat` alone prints the lists.

use std::env;
use std::hint::black_box;

use customer_schema::{Customer, ErrorBody, Violations};
use customer_schema_benches::{contenders, documents, hostile};

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => print_lists(),
        ["from_json", family, size, count] => {
            repeat(family, size, count, |body| drop(black_box(Customer::from_json(body))));
        }
        ["answer", family, size, count] => {
            repeat(family, size, count, |body| {
                let answered = Customer::from_json(body).map_err(|violations| answer(&violations));
                drop(black_box(answered));
            });
        }
        [contender, document, count] => {
            let takes = contenders::ALL[number(contender)].takes;
            for body in documents::ALL[number(document)].bodies.iter().cycle().take(number(count)) {
                takes(body);
            }
        }
        _ => panic!("no such arguments: {arguments:?}"),
    }
}

fn print_lists() {
    contenders::ALL.iter().enumerate().for_each(|(i, contender)| println!("contender {i} {}", contender.name));
    documents::ALL.iter().enumerate().for_each(|(i, document)| println!("document {i} {}", document.name));
    hostile::bodies(0).iter().enumerate().for_each(|(i, (name, _))| println!("family {i} {name}"));
}

fn repeat(family: &str, size: &str, count: &str, read: impl Fn(&[u8])) {
    let (_, body) = hostile::bodies(number(size)).swap_remove(number(family));
    for _ in 0..number(count) {
        read(black_box(&body));
    }
}

fn answer(violations: &Violations) -> Vec<u8> {
    serde_json::to_vec(&ErrorBody::invalid_request(violations, "1", "PutCustomer")).expect("an error body is JSON")
}

fn number(argument: &str) -> usize {
    argument.parse().expect("a number")
}
