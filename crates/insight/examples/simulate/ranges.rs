//! Share, saved and change over time: do their ranges hold the truth?

use std::io::{self, Write};

use halfday_insight::{
    DatedRow, ENOUGH_TIMED, JobMinutes, Minutes, TrendEstimate, calibration, share, weights,
};

use crate::could;
use crate::luck::{Luck, sigmoid};
use crate::table::{Held, head, row};

const SIZES: [u32; 3] = [12, 40, 160];
/// Weeks a record reaches back where its change is looked for.
const WEEKS: f64 = 40.0;

pub(crate) fn print(out: &mut dyn Write, people: u32) -> io::Result<()> {
    head(out, &["figure", "items", "range", "holds the truth", "shown"])?;
    for items in SIZES {
        let (held, shown) = shares(items, people, 0.0);
        line(out, "share, jobs alike", items, "95 %", held, shown, people)?;
    }
    for items in SIZES {
        let (held, shown) = shares(items, people, 1.5);
        line(out, "share, jobs unlike each other", items, "95 %", held, shown, people)?;
    }
    for items in SIZES {
        let (held, shown) = saved(items, people, 0.0);
        line(out, "saved", items, "95 %", held, shown, people)?;
    }
    for items in SIZES {
        let (held, shown) = saved(items, people, 0.4);
        line(out, "saved, items of a job alike", items, "95 %", held, shown, people)?;
    }
    for items in SIZES {
        let (held, shown) = could::held(items, people);
        line(out, "could be handed over", items, "95 %", held, shown, people)?;
    }
    let changes = [
        ("change, none", Some(0.0)),
        ("change, 2 doublings a year", Some(2.0)),
        ("change, as the prior has it", None),
    ];
    for (name, growth) in changes {
        for items in SIZES {
            // Whether it is shown hangs on the weeks of a record, too; here every range is counted.
            let cells = [name.to_owned(), items.to_string(), "90 %".to_owned()];
            row(out, &[&cells[..], &[trends(items, people, growth).text(), "all".to_owned()]].concat())?;
        }
    }
    Ok(())
}

fn line(
    out: &mut dyn Write,
    name: &str,
    items: u32,
    range: &str,
    held: Held,
    shown: u32,
    people: u32,
) -> io::Result<()> {
    let shown = format!("{:.0} %", 100.0 * f64::from(shown) / f64::from(people));
    row(out, &[name.to_owned(), items.to_string(), range.to_owned(), held.text(), shown])
}

/// Jobs of two to eight items; each item goes to AI with a chance of its job's own.
fn shares(items: u32, people: u32, unlike: f64) -> (Held, u32) {
    let mut luck = Luck::new(u64::from(items) + 1_000 * unlike as u64);
    let truth = {
        let many = jobs(400_000, unlike, &mut luck);
        let sum = |of: fn(&(u32, u32)) -> u32| many.iter().map(|job| f64::from(of(job))).sum::<f64>();
        sum(|job| job.0) / sum(|job| job.1)
    };
    let mut held = Held::default();
    for _ in 0..people {
        let jobs: Vec<JobMinutes> = jobs(items, unlike, &mut luck)
            .into_iter()
            .map(|(ai, listed)| JobMinutes { ai: Minutes::whole(ai), listed: Minutes::whole(listed) })
            .collect();
        if let Some(share) = share(&jobs) {
            held.add(share.low <= truth && truth <= share.high);
        }
    }
    (held, held.of())
}

/// (From AI, listed) of jobs that have so many items between them.
fn jobs(items: u32, unlike: f64, luck: &mut Luck) -> Vec<(u32, u32)> {
    let mut left = items;
    let mut jobs = vec![];
    while left > 0 {
        let size = luck.whole(2, 8).min(left);
        left -= size;
        let chance = sigmoid(-0.4 + unlike * luck.normal());
        let (mut ai, mut listed) = (0, 0);
        for _ in 0..size {
            let minutes = (5.0 + luck.normal()).exp2().round() as u32;
            listed += minutes;
            ai += if luck.happens(chance) { minutes } else { 0 };
        }
        jobs.push((ai, listed));
    }
    jobs
}

/// Own items timed, in jobs of one to five; what AI saved hangs on their ratio alone.
fn saved(items: u32, people: u32, alike: f64) -> (Held, u32) {
    const SPREAD: f64 = 0.5;
    let mut luck = Luck::new(u64::from(items) * 7 + 1_000 * u64::from(alike > 0.0));
    // Work takes a fifth longer than thought, in the mean of what it takes.
    let bias = 1.2_f64.ln() - 0.5 * (SPREAD * SPREAD + alike * alike);
    // 600 accepted minutes less 120 of the person's own.
    let saved = |ratio: f64| ratio * 600.0 - 120.0;
    let mut held = Held::default();
    for _ in 0..people {
        let (mut job, mut left, mut common) = (0, 0, 0.0);
        let timed: Vec<(u32, Minutes, Minutes)> = (0..items)
            .map(|_| {
                if left == 0 {
                    (job, left, common) = (job + 1, luck.whole(1, 5), alike * luck.normal());
                }
                left -= 1;
                let estimate = (5.0 + luck.normal()).exp2().round().max(1.0);
                let actual = estimate * (bias + common + SPREAD * luck.normal()).exp();
                (job, Minutes::whole(estimate as u32), Minutes::from_ms((actual * 60_000.0) as i64))
            })
            .collect();
        if let Some(found) = calibration(&timed).filter(|found| found.items >= ENOUGH_TIMED) {
            held.add(saved(found.low) <= saved(1.2) && saved(1.2) <= saved(found.high));
        }
    }
    (held, held.of())
}

/// A horizon of an hour now, looked back on over forty weeks.
fn trends(items: u32, people: u32, growth: Option<f64>) -> Held {
    let mut luck = Luck::new(u64::from(items) * 13);
    let mut held = Held::default();
    for _ in 0..people {
        let growth = growth.unwrap_or_else(|| 3.0 * luck.normal());
        let (mut job, mut left) = (0_u32, 0);
        let mut jobs = vec![];
        let rows: Vec<(f64, bool, f64)> = (0..items)
            .map(|item| {
                if left == 0 {
                    (job, left) = (job + 1, luck.whole(1, 8));
                }
                left -= 1;
                jobs.push(job);
                let years = -WEEKS / 52.18 * (1.0 - f64::from(item) / f64::from(items));
                let length = (5.0 + 1.6 * luck.normal()).clamp(2.3, 8.9);
                let right = luck.happens(sigmoid(0.6 * (60_f64.log2() + growth * years - length)));
                (length.exp2(), right, years)
            })
            .collect();
        let dated: Vec<DatedRow> = rows
            .into_iter()
            .zip(weights(&jobs))
            .map(|((minutes, right, years), weight)| DatedRow { minutes, right, years, weight })
            .collect();
        let found = TrendEstimate::new(&dated).per_year();
        held.add(found.low <= growth && growth <= found.high);
    }
    held
}
