//! The horizon, its trend and its weights against reference values computed with scipy.

use halfday_insight::{DatedRow, Doublings, Estimate, Interval, Row, TrendEstimate};
use serde_json::Value;

use crate::vectors::{near, number, numbers, vectors};

fn rows(case: &Value, weights: &[f64]) -> Vec<Row> {
    let right = numbers(&case["y"]).into_iter().map(|y| y > 0.5);
    let rows = numbers(&case["minutes"]).into_iter().zip(right).zip(weights);
    rows.map(|((minutes, right), weight)| Row { minutes, right, weight: *weight }).collect()
}

#[track_caller]
fn near_log2(interval: Interval, expected: &Value, tolerance: f64, what: &str) {
    let expected = numbers(expected);
    near(interval.low.log2(), expected[0], tolerance, &format!("{what}, low"));
    near(interval.mid.log2(), expected[1], tolerance, &format!("{what}, mid"));
    near(interval.high.log2(), expected[2], tolerance, &format!("{what}, high"));
}

#[test]
fn the_posterior_of_the_horizon_agrees() {
    let all = &vectors()["logistic"];
    let tolerance = number(&all["tol"]["bayes_abs_log2"]);
    let cases = all["cases"].as_array().expect("cases");

    for case in cases {
        let weights = vec![1.0; numbers(&case["y"]).len()];
        let estimate = Estimate::new(&rows(case, &weights));
        let expected = &case["bayes_grid"];
        let name = case["name"].to_string();
        near_log2(estimate.h50(), &expected["log2_h50"], tolerance, &format!("{name} at 50 %"));
        near_log2(estimate.h80(), &expected["log2_h80"], tolerance, &format!("{name} at 80 %"));
        near(estimate.width(), number(&expected["doublings_width"]), 2.0 * tolerance, &name);
    }

    assert_eq!(cases.len(), 10, "the vectors are read");
}

#[test]
fn the_posterior_with_weights_agrees() {
    let all = &vectors()["weighted_horizon"];
    let tolerance = number(&all["tol_abs_log2"]);

    for case in all["cases"].as_array().expect("cases") {
        let estimate = Estimate::new(&rows(case, &numbers(&case["weights"])));
        near_log2(estimate.h50(), &case["expected"]["log2_h50"], tolerance, "at 50 %");
        near_log2(estimate.h80(), &case["expected"]["log2_h80"], tolerance, "at 80 %");
    }
}

#[test]
fn the_change_over_time_agrees() {
    let all = &vectors()["trend"];
    let tolerance = number(&all["tol_abs"]);

    for case in all["cases"].as_array().expect("cases") {
        let weights = vec![1.0; numbers(&case["y"]).len()];
        let rows = rows(case, &weights).into_iter().zip(numbers(&case["years"]));
        let dated: Vec<DatedRow> = rows
            .map(|(row, years)| DatedRow {
                minutes: row.minutes,
                right: row.right,
                years,
                weight: row.weight,
            })
            .collect();
        let estimate = TrendEstimate::new(&dated);
        let Doublings { low, mid, high } = estimate.per_year();
        let expected = numbers(&case["expected"]["doublings_per_year"]);
        near(low, expected[0], tolerance, "a year, low");
        near(mid, expected[1], tolerance, "a year, mid");
        near(high, expected[2], tolerance, "a year, high");
        near_log2(estimate.h50_at(0.0), &case["expected"]["log2_h50_now"], tolerance, "now");
    }
}
