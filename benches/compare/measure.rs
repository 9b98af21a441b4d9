//! Time, as ratios only. In each round every contender does the same work, and the median of the rounds' ratios counts,
//! so a disturbance by another process affects all of them alike.
//!
//! By hand, because tango-bench compares the same function of two programs, and divan times one function after the
//! other: neither alternates many contenders in one run and gives their ratios to one of them.

use std::fmt;

use cpu_time::ThreadTime;
use customer_schema_benches::markdown;

/// Long enough that relearning the branches of a contender is a small part of it, and short enough to be seldom
/// interrupted.
const SECONDS_PER_TURN: f64 = 0.004;
const SECONDS_PER_TABLE_COLUMN: f64 = 4.0;
const ROUNDS: std::ops::RangeInclusive<usize> = 11..=301;

/// Reads so many bodies (the second argument), beginning with the one of that number.
pub(crate) type Work<'w> = &'w dyn Fn(usize, usize);

/// The processor time of some work on this thread, in seconds. It excludes interruptions, which a longer turn has more
/// often than a shorter one.
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

    /// The mark if the rounds differ so much that the median says little.
    pub(crate) fn mark(&self) -> &'static str {
        if self.upper_quartile - self.lower_quartile > self.median / 10.0 { markdown::DISTURBED } else { "" }
    }
}

impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{:.2}", self.mark(), self.median)
    }
}

/// The time of each work as a ratio to that of the baseline in the same round.
pub(crate) fn against_baseline(works: &[Work<'_>], baseline: usize) -> Vec<Ratio> {
    let turn = |work: Work<'_>, first: usize, reads: usize| seconds(|| work(first, reads));
    let mut reads = 1;
    while turn(works[baseline], 0, reads) < SECONDS_PER_TURN {
        reads *= 2;
    }
    let per_round: f64 = works.iter().map(|work| turn(*work, 0, reads)).sum();
    let fits = |rounds: &usize| as_f64(*rounds) * per_round <= SECONDS_PER_TABLE_COLUMN;
    let rounds = ROUNDS.rev().find(fits).unwrap_or(*ROUNDS.start());

    let mut ratios = vec![Vec::new(); works.len()];
    for round in 0..rounds {
        let mut seconds = vec![0.0; works.len()];
        // The first one changes from round to round, and with it the neighbours at the ends.
        for i in (0..works.len()).map(|i| (i + round) % works.len()) {
            // The same bodies for all in one round, the bodies that follow them in the next.
            seconds[i] = turn(works[i], round * reads, reads);
        }
        for (ratios, one) in ratios.iter_mut().zip(&seconds) {
            ratios.push(one / seconds[baseline]);
        }
    }
    ratios.into_iter().map(Ratio::of).collect()
}

#[expect(clippy::cast_precision_loss, reason = "far below the limit")]
pub(crate) const fn as_f64(count: usize) -> f64 {
    count as f64
}
