//! `repeat CONTENDER DOCUMENT COUNT`: reads one document so many times with one contender, both given
//! by their numbers in their lists, and does nothing else. For a profiler.
//!
//! `repeat` alone prints the lists.

use customer_schema_benches::{contenders, documents};

fn main() {
    let numbers: Vec<usize> = std::env::args().skip(1).filter_map(|argument| argument.parse().ok()).collect();
    let &[contender, document, count] = &*numbers else {
        contenders::ALL.iter().enumerate().for_each(|(i, contender)| println!("contender {i} {}", contender.name));
        documents::ALL.iter().enumerate().for_each(|(i, document)| println!("document {i} {}", document.name));
        return;
    };
    for body in documents::ALL[document].bodies.iter().cycle().take(count) {
        (contenders::ALL[contender].takes)(body);
    }
}
