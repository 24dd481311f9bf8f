//! How long a horizon takes: of 300 items of one's own, its change over time, and METR's method with 1,000
//! samples over METR's runs. `scripts/beside-python.sh` runs the last beside numpy.

use std::error::Error;
use std::io::Read;

use divan::Bencher;
use flate2::read::GzDecoder;
use halfday_domain::id::{ItemId, JobId};
use halfday_insight::{LabOptions, TaskRuns, Tried, horizon_of, lab_horizon, trend_of};

const RUNS: &[u8] = include_bytes!("../../../tests/fixtures/metr/metr_runs_2025-02.csv.gz");
const NOW: i64 = 1_795_000_000_000;
const DAY_MS: i64 = 86_400_000;

fn main() {
    divan::main();
}

fn bytes(number: u32) -> [u8; 10] {
    let mut bytes = [0; 10];
    for (place, byte) in bytes.iter_mut().zip(number.to_be_bytes()) {
        *place = byte;
    }
    bytes
}

/// Items of forty lengths in jobs of four, about half right at an hour.
fn tried(items: u32) -> Vec<Tried> {
    let of_item = |item: u32| {
        let minutes = (2.0 + f64::from(item % 40) * 0.19).exp2().round();
        let luck = f64::from(item.wrapping_mul(2_654_435_761) >> 16) / 65_536.0;
        Tried {
            item_id: ItemId::from_parts(0, bytes(item)),
            job_id: JobId::from_parts(0, bytes(item / 4)),
            minutes,
            right: luck < 1.0 / (1.0 + (0.7 * (minutes.log2() - 5.9)).exp()),
            drawn: false,
            at: NOW - i64::from(items - item) * DAY_MS,
        }
    };
    (0..items).map(of_item).collect()
}

fn runs() -> Result<Vec<TaskRuns>, Box<dyn Error>> {
    let mut text = String::new();
    GzDecoder::new(RUNS).read_to_string(&mut text)?;
    let row = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        let [agent, task_id, family, minutes, score, _] = cells.as_slice() else { return Err(line.into()) };
        Ok(TaskRuns {
            agent: (*agent).to_owned(),
            task_id: (*task_id).to_owned(),
            family: (*family).to_owned(),
            human_minutes: minutes.parse()?,
            runs: 1,
            right: score.parse()?,
        })
    };
    text.lines().skip(1).map(row).collect()
}

#[divan::bench(args = [12, 40, 300])]
fn own_horizon(bencher: Bencher, items: u32) {
    bencher.with_inputs(|| tried(items)).bench_values(|rows| horizon_of(rows, 0));
}

#[divan::bench(args = [40, 300], sample_count = 20)]
fn own_trend(bencher: Bencher, items: u32) {
    bencher.with_inputs(|| tried(items)).bench_values(|rows| trend_of(rows, NOW));
}

/// What is not samples: tasks put together, the optimum found.
#[divan::bench]
fn metrs_runs_without_samples(bencher: Bencher) {
    let Ok(runs) = runs() else { return };
    let options = LabOptions { samples: 0, ..LabOptions::default() };
    bencher.bench_local(|| lab_horizon(&runs, options));
}

#[divan::bench]
fn metrs_runs_with_1000_samples(bencher: Bencher) {
    // No figure rather than one of nothing.
    let Ok(runs) = runs() else { return };
    bencher.bench_local(|| lab_horizon(&runs, LabOptions::default()));
}
