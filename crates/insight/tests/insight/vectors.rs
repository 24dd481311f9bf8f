//! The reference vectors, within their own tolerances.

use halfday_domain::facts::IntervalKind;
use halfday_insight::{Minutes, calibration, clustered_wilson, newcombe, stats, weights, wilson};
use serde_json::Value;

use crate::world::{Came, World, at, calendar};

pub(crate) fn vectors() -> Value {
    serde_json::from_str(include_str!("../../../../tests/fixtures/metr/vectors.json")).expect("vectors")
}

pub(crate) fn number(value: &Value) -> f64 {
    value.as_f64().expect("a number")
}

pub(crate) fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().expect("a list").iter().map(number).collect()
}

#[track_caller]
pub(crate) fn near(actual: f64, expected: f64, tolerance: f64, what: &str) {
    assert!((actual - expected).abs() <= tolerance, "{what}: {actual} is not {expected}");
}

#[test]
fn wilson_agrees() {
    let all = &vectors()["proportion_intervals"];
    let tolerance = number(&all["tol_abs"]);
    let cases = all["cases"].as_array().expect("cases");

    for case in cases {
        let (k, n) = (number(&case["k"]), number(&case["n"]));
        let range = wilson(k / n, n, number(&case["level"])).expect("trials");
        let expected = numbers(&case["wilson"]);
        near(range.low, expected[0], tolerance, &case.to_string());
        near(range.high, expected[1], tolerance, &case.to_string());
    }

    assert!(cases.len() > 50, "the vectors are read");
    assert_eq!(wilson(0.0, 0.0, 0.95), None, "without trials there is no range");
}

#[test]
fn clustered_wilson_agrees() {
    let all = &vectors()["clustered_wilson"];
    let tolerance = number(&all["tol_abs"]);

    for case in all["cases"].as_array().expect("cases") {
        let right = case["y"].as_array().expect("a list").iter().map(|y| y.as_i64() == Some(1));
        let rows: Vec<(bool, f64)> = right.zip(numbers(&case["weights"])).collect();
        let range = clustered_wilson(&rows).expect("rows");
        let expected = numbers(&case["interval_shown"]);
        near(range.low, expected[0], tolerance, "low");
        near(range.high, expected[1], tolerance, "high");
        near(rows.iter().map(|row| row.1).sum(), number(&case["n_eff"]), 1e-9, "n_eff");
    }
}

#[test]
fn weights_are_one_over_the_root_of_the_clusters_size() {
    for case in vectors()["weighted_horizon"]["cases"].as_array().expect("cases") {
        let jobs: Vec<i64> = numbers(&case["job"]).into_iter().map(|job| job as i64).collect();
        for (weight, expected) in weights(&jobs).into_iter().zip(numbers(&case["weights"])) {
            near(weight, expected, 1e-12, "weight");
        }
    }
}

#[test]
fn weights_within_families_agree_with_metrs() {
    // METR's are 1/(runs of the task · √tasks in the family), made to sum to one: the family part is ours.
    let all = &vectors()["invsqrt_weights"];
    let text = |value: &Value| value.as_str().expect("text").to_owned();
    let tasks: Vec<String> = all["task_ids"].as_array().expect("a list").iter().map(text).collect();
    let families: Vec<String> = all["families"].as_array().expect("a list").iter().map(text).collect();
    let mut unique: Vec<(String, String)> = tasks.iter().cloned().zip(families).collect();
    let runs = |task: &str| tasks.iter().filter(|other| *other == task).count() as f64;
    let of_rows: Vec<(String, String)> = unique.clone();
    unique.dedup();
    let of_families: Vec<&String> = unique.iter().map(|row| &row.1).collect();
    let weights = weights(&of_families);
    let raw: Vec<f64> = of_rows
        .iter()
        .map(|row| weights[unique.iter().position(|one| one == row).expect("known")] / runs(&row.0))
        .collect();
    let sum: f64 = raw.iter().sum();

    for (weight, expected) in raw.iter().zip(numbers(&all["weights"])) {
        near(weight / sum, expected, number(&all["tol_abs"]), "weight");
    }
}

#[test]
fn the_difference_of_two_rates_agrees() {
    let all = &vectors()["difference_of_rates"];
    let tolerance = number(&all["tol_abs"]);

    for case in all["cases"].as_array().expect("cases") {
        let (first, second) = (numbers(&case["first"]), numbers(&case["second"]));
        let rate = |counts: &[f64]| (counts[0] / counts[1], counts[1]);
        let difference = newcombe(rate(&first), rate(&second)).expect("trials on both sides");
        let expected = numbers(&case["interval"]);
        near(difference.value, number(&case["difference"]), tolerance, "difference");
        near(difference.low, expected[0], tolerance, "low");
        near(difference.high, expected[1], tolerance, "high");
    }
}

#[test]
fn the_calibration_is_the_ratio_of_sums() {
    let all = &vectors()["estimate_calibration"];
    let timed: Vec<(usize, Minutes, Minutes)> = numbers(&all["estimated"])
        .into_iter()
        .zip(numbers(&all["actual"]))
        .enumerate()
        .map(|(job, (estimate, actual))| {
            (job, Minutes::whole(estimate as u32), Minutes::whole(actual as u32))
        })
        .collect();
    let calibration = calibration(&timed).expect("timed items");

    let expected = number(&all["ratio_of_sums"]);
    near(calibration.ratio, expected, expected * number(&all["tol_rel"]), "ratio");
    assert!(calibration.low < calibration.ratio && calibration.ratio < calibration.high);
    assert_eq!((calibration.items, calibration.jobs), (7, 7));
}

#[test]
fn the_handoff_share_agrees() {
    let all = &vectors()["handoff_share"];

    for case in all["cases"].as_array().expect("cases") {
        let mut world = World::default();
        let job = world.job("2026-11-16T09:00", Some("2026-11-16T17:00"));
        for accepted in case["accepted"].as_array().expect("a list").iter().map(numbers) {
            let (minutes, rework) = (accepted[0] as u32, accepted[1] as u32);
            let came = if rework > 0 { Came::AfterRework } else { Came::Accepted };
            let item = world.ai(job, "write", minutes, "2026-11-16T12:00", came);
            world.spent(job, Some(item), IntervalKind::Rework, rework, "2026-11-16T12:00");
        }
        for minutes in numbers(&case["own"]) {
            world.own(job, "decide", minutes as u32, "2026-11-16T15:00", None);
        }
        let numbers = stats(&world.facts, &calendar(), at("2026-11-16T18:00"), 1).total;
        near(numbers.ai_minutes.value(), number(&case["ai"]), 0.0, "ai");
        near(numbers.own_minutes.value(), number(&case["own_minutes"]), 0.0, "own");
        near(numbers.listed_minutes.value(), number(&case["listed"]), 0.0, "listed");
        let share = numbers.ai_minutes.value() / numbers.listed_minutes.value();
        near(share, number(&case["share"]), number(&all["tol_abs"]), "share");
        assert_eq!(numbers.share, None, "one job has minutes, but no percentage");
    }
}
