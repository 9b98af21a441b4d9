//! Time, as ratios only: in each round everyone does the same work, and the median of the rounds'
//! ratios counts. What else the machine does meets all of them alike.

use cpu_time::ThreadTime;
use customer_schema_benches::contenders::{ALL, BASELINE, Contender};
use customer_schema_benches::documents::Document;

/// Long enough that learning the branches of a contender anew is a small part of it, and short enough to be seldom
/// interrupted.
const SECONDS_A_TURN: f64 = 0.004;
const SECONDS_A_DOCUMENT: f64 = 4.0;
const ROUNDS: std::ops::RangeInclusive<usize> = 11..=301;

/// How long something takes on this thread, in seconds. Only while it runs: a longer turn is more often
/// interrupted than a shorter one, and would look the worse for it.
pub(crate) fn seconds(work: impl FnOnce()) -> f64 {
    let start = ThreadTime::now();
    work();
    start.elapsed().as_secs_f64().max(1e-9)
}

/// The ratios of many rounds.
pub(crate) struct Ratio {
    pub(crate) median: f64,
    lower_quartile: f64,
    upper_quartile: f64,
}

impl Ratio {
    pub(crate) fn of(mut ratios: Vec<f64>) -> Self {
        ratios.sort_by(f64::total_cmp);
        let at = |part: usize| ratios[(ratios.len() - 1) * part / 4];
        Self { median: at(2), lower_quartile: at(1), upper_quartile: at(3) }
    }

    /// Whether the rounds disagree so much that the median says little.
    pub(crate) fn is_disturbed(&self) -> bool {
        self.upper_quartile - self.lower_quartile > self.median / 10.0
    }
}

/// Everyone's time for a document, by that of the baseline in the same round.
pub(crate) fn against_baseline(document: &Document) -> Vec<Ratio> {
    // From the body of this number on.
    let turn = |contender: &Contender, first: usize, reads: usize| {
        let bodies = document.bodies.iter().cycle().skip(first).take(reads);
        seconds(|| bodies.for_each(|body| _ = (contender.takes)(body)))
    };
    let mut reads = 1;
    while turn(&ALL[BASELINE], 0, reads) < SECONDS_A_TURN {
        reads *= 2;
    }
    let a_round = seconds(|| ALL.iter().for_each(|contender| _ = turn(contender, 0, reads)));
    let rounds = ROUNDS.rev().find(|rounds| as_f64(*rounds) * a_round <= SECONDS_A_DOCUMENT).unwrap_or(*ROUNDS.start());

    let mut ratios = vec![Vec::new(); ALL.len()];
    for round in 0..rounds {
        let mut seconds = vec![0.0; ALL.len()];
        // Each round begins with another one, so that nobody always follows the same.
        for i in (0..ALL.len()).map(|i| (i + round) % ALL.len()) {
            // In one round the same bodies for all, in the next those that follow.
            seconds[i] = turn(&ALL[i], round * reads, reads);
        }
        for (ratios, seconds_of_one) in ratios.iter_mut().zip(&seconds) {
            ratios.push(seconds_of_one / seconds[BASELINE]);
        }
    }
    ratios.into_iter().map(Ratio::of).collect()
}

#[expect(clippy::cast_precision_loss, reason = "far below the limit")]
pub(crate) const fn as_f64(count: usize) -> f64 {
    count as f64
}
