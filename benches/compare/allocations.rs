//! Allocations of each contender for each document: their number, and the most bytes that are live at one time.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use customer_schema_benches::contenders::{self, Contender};
use customer_schema_benches::documents::{self, Document};
use customer_schema_benches::{markdown, results};

fn main() {
    let names = documents::ALL.iter().map(|document| document.name.to_owned());
    let mut text = markdown::header("allocations, peak bytes", names);
    for contender in contenders::ALL.iter() {
        let cells = documents::ALL.iter().map(|document| {
            let Usage { allocations, peak } = usage(contender, document);
            format!("{allocations}, {}", short(peak))
        });
        text.push_str(&markdown::row(contender.name, cells));
    }
    text.push_str(
        "\nA reallocation counts as one allocation. The body itself is not counted. Of several bodies the greatest \
         numbers count.\n",
    );
    results::write("allocations.md", &text);
    println!("{text}");
}

struct Usage {
    allocations: usize,
    peak: usize,
}

/// The maximum over all bodies.
fn usage(contender: &Contender, document: &Document) -> Usage {
    let usages = document.bodies.iter().map(|body| usage_of_body(contender, body));
    usages.fold(Usage { allocations: 0, peak: 0 }, |most, usage| Usage {
        allocations: most.allocations.max(usage.allocations),
        peak: most.peak.max(usage.peak),
    })
}

fn usage_of_body(contender: &Contender, body: &[u8]) -> Usage {
    // Excludes what is initialized once.
    (contender.run)(body);
    let before = LIVE.load(Relaxed);
    ALLOCATIONS.store(0, Relaxed);
    PEAK.store(before, Relaxed);
    (contender.run)(body);
    Usage { allocations: ALLOCATIONS.load(Relaxed), peak: PEAK.load(Relaxed) - before }
}

/// In bytes, KiB or MiB: at most five digits.
fn short(bytes: usize) -> String {
    match bytes {
        0..10_240 => format!("{bytes}"),
        10_240..10_485_760 => format!("{} Ki", bytes.div_ceil(1 << 10)),
        _ => format!("{} Mi", bytes.div_ceil(1 << 20)),
    }
}

static ALLOCATIONS: AtomicUsize = AtomicUsize::new(0);
static LIVE: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);

#[global_allocator]
static COUNTING: Counting = Counting;

/// Counts what the system's allocator does. Only one thread runs.
struct Counting;

impl Counting {
    fn added(bytes: usize) {
        ALLOCATIONS.fetch_add(1, Relaxed);
        let live = LIVE.fetch_add(bytes, Relaxed) + bytes;
        PEAK.fetch_max(live, Relaxed);
    }

    fn removed(bytes: usize) {
        LIVE.fetch_sub(bytes, Relaxed);
    }
}

#[allow(unsafe_code, reason = "an allocator is unsafe to implement; each call is forwarded unchanged")]
// SAFETY: every call is forwarded to the system's allocator.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        Self::added(layout.size());
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        Self::added(layout.size());
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        Self::added(size);
        Self::removed(layout.size());
        unsafe { System.realloc(block, layout, size) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        Self::removed(layout.size());
        unsafe { System.dealloc(block, layout) }
    }
}
