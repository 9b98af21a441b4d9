//! Reads one document or body many times, for a profiler:
//!
//! - `repeat CONTENDER DOCUMENT COUNT`, both by their indexes in the lists.
//! - `repeat answer DOCUMENT COUNT`, reads the document and serializes the error body of an invalid one.
//! - `repeat from_json FAMILY SIZE COUNT`, a hostile body of that size, the family by its index.
//! - `repeat answer FAMILY SIZE COUNT`, the same, and serializes the error body of an invalid one.
//! - `repeat length FAMILY SIZE`, prints the length of such a body in bytes.
//! - `repeat size FAMILY LENGTH`, prints the size of a body of about so many bytes.
//!
//! `repeat` alone prints the lists.

use std::env;
use std::hint::black_box;

use customer_schema::Customer;
use customer_schema_benches::answer::answer;
use customer_schema_benches::{contenders, documents, hostile};

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => print_lists(),
        ["from_json", family, size, count] => {
            repeat(family, size, count, |body| drop(black_box(Customer::from_json(body))));
        }
        ["answer", family, size, count] => {
            repeat(family, size, count, |body| drop(black_box(answer(body))));
        }
        ["length", family, size] => println!("{}", hostile_body(family, size).len()),
        ["size", family, length] => println!("{}", size(family, number(length))),
        ["answer", document, count] => repeat_document(document, count, |body| drop(black_box(answer(body)))),
        [contender, document, count] => {
            let run = contenders::ALL[number(contender)].run;
            repeat_document(document, count, |body| _ = run(body));
        }
        _ => panic!("no such arguments: {arguments:?}"),
    }
}

fn print_lists() {
    contenders::ALL.iter().enumerate().for_each(|(i, contender)| println!("contender {i} {}", contender.name));
    documents::ALL.iter().enumerate().for_each(|(i, document)| println!("document {i} {}", document.name));
    hostile::FAMILIES.iter().enumerate().for_each(|(i, (name, _))| println!("family {i} {name}"));
}

fn repeat_document(document: &str, count: &str, read: impl Fn(&[u8])) {
    for body in documents::ALL[number(document)].bodies.iter().cycle().take(number(count)) {
        read(black_box(body));
    }
}

fn repeat(family: &str, size: &str, count: &str, read: impl Fn(&[u8])) {
    let body = hostile_body(family, size);
    for _ in 0..number(count) {
        read(black_box(&body));
    }
}

fn hostile_body(family: &str, size: &str) -> Vec<u8> {
    hostile::FAMILIES[number(family)].1(number(size)).into_bytes()
}

fn size(family: &str, length: usize) -> usize {
    let [of_0, of_1, of_2] = ["0", "1", "2"].map(|size| hostile_body(family, size).len());
    length.saturating_sub(of_0).max(1).div_ceil(of_2 - of_1)
}

fn number(argument: &str) -> usize {
    argument.parse().expect("a number")
}
