//! What each contender allocates for a document: how often, and how much at most at one time.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use customer_schema_benches::contenders::{self, Contender};
use customer_schema_benches::documents::{self, Document};
use customer_schema_benches::{markdown, results};

fn main() {
    let names = documents::ALL.iter().map(|document| document.name.to_owned());
    let mut text = markdown::head("allocations, peak bytes", names);
    for contender in contenders::ALL {
        let cells = documents::ALL.iter().map(|document| {
            let Usage { allocations, peak } = usage(contender, document);
            format!("{allocations}, {}", short(peak))
        });
        text.push_str(&markdown::row(contender.name, cells));
    }
    text.push_str(
        "\nA block that is made larger counts as one more allocation. The body itself is not counted. Of several bodies \
         the greatest numbers count.\n",
    );
    results::keep("allocations.md", &text);
    println!("{text}");
}

struct Usage {
    allocations: usize,
    peak: usize,
}

/// The greatest of any body.
fn usage(contender: &Contender, document: &Document) -> Usage {
    let usages = document.bodies.iter().map(|body| usage_of_body(contender, body));
    usages.fold(Usage { allocations: 0, peak: 0 }, |most, usage| Usage {
        allocations: most.allocations.max(usage.allocations),
        peak: most.peak.max(usage.peak),
    })
}

fn usage_of_body(contender: &Contender, body: &[u8]) -> Usage {
    // What is made ready once is not part of a read.
    (contender.takes)(body);
    let before = LIVE.load(Relaxed);
    ALLOCATIONS.store(0, Relaxed);
    PEAK.store(before, Relaxed);
    (contender.takes)(body);
    Usage { allocations: ALLOCATIONS.load(Relaxed), peak: PEAK.load(Relaxed) - before }
}

/// Three digits at most before the unit.
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

/// The system's allocator, counted. One thread at a time is measured.
struct Counting;

impl Counting {
    fn took(bytes: usize) {
        ALLOCATIONS.fetch_add(1, Relaxed);
        let live = LIVE.fetch_add(bytes, Relaxed) + bytes;
        PEAK.fetch_max(live, Relaxed);
    }

    fn gave_back(bytes: usize) {
        LIVE.fetch_sub(bytes, Relaxed);
    }
}

#[allow(unsafe_code, reason = "an allocator cannot be had without; each call is handed on as it came")]
// SAFETY: all is done by the system's allocator.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        Self::took(layout.size());
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        Self::took(layout.size());
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        Self::took(size);
        Self::gave_back(layout.size());
        unsafe { System.realloc(block, layout, size) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        Self::gave_back(layout.size());
        unsafe { System.dealloc(block, layout) }
    }
}
