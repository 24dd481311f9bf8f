//! Methods held against numbers that others computed, and what holds for any input.

use halfday_insight::{Minutes, Spell, brier, effect, estimate_errors, kaplan_meier, retention, sign_test};
use jiff::civil::Date;
use proptest::prelude::*;
use serde_json::Value;

fn vectors() -> Value {
    serde_json::from_str(include_str!("../../../../tests/fixtures/metr/vectors.json")).expect("vectors")
}

fn number(value: &Value) -> f64 {
    value.as_f64().expect("a number")
}

fn near(actual: f64, expected: f64, relative: f64, what: &str) {
    assert!((actual - expected).abs() <= expected.abs() * relative, "{what}: {actual} is not {expected}");
}

#[test]
fn the_errors_of_estimates_agree() {
    let all = &vectors()["estimate_calibration"];
    let minutes = |key: &str| -> Vec<Minutes> {
        let list = all[key].as_array().expect("a list");
        list.iter().map(|one| Minutes::whole(number(one) as u32)).collect()
    };
    let timed: Vec<(Minutes, Minutes)> = minutes("estimated").into_iter().zip(minutes("actual")).collect();

    let errors = estimate_errors(&timed).expect("timed items");

    let tolerance = number(&all["tol_rel"]);
    near(errors.median_ratio, number(&all["median_ratio"]), tolerance, "median");
    near(errors.mean_abs_log2, number(&all["mean_abs_log2"]), tolerance, "mean |log2|");
    near(errors.within_twice, number(&all["share_within_x2"]), tolerance, "within twice");
}

#[test]
fn the_weeks_after_the_first_agree_and_an_unfinished_week_is_unknown() {
    let all = &vectors()["retention_single_user"];
    let date = |value: &Value| value.as_str().expect("a date").parse::<Date>().expect("a date");
    let days: Vec<Date> = all["activity_days"].as_array().expect("a list").iter().map(date).collect();

    let weeks = retention(&days, date(&all["as_of"]), 10);

    let expected: Vec<Option<bool>> =
        (0..10).map(|week| all["W"][format!("W{week}")].as_i64().map(|active| active == 1)).collect();
    assert_eq!(weeks, expected);
}

#[test]
fn remissions_of_a_known_trial_have_the_published_median() {
    // 6-mercaptopurine, Freireich and others, Blood 21 (1963) 699–716: 21 patients, median 23 weeks.
    let ended = [6.0, 6.0, 6.0, 7.0, 10.0, 13.0, 16.0, 22.0, 23.0];
    let seen = [6.0, 9.0, 10.0, 11.0, 17.0, 19.0, 20.0, 25.0, 32.0, 32.0, 34.0, 35.0];
    let spell = |length: &f64, ended: bool| Spell { length: *length, ended, weight: 1.0 };
    let all: Vec<Spell> =
        ended.iter().map(|one| spell(one, true)).chain(seen.iter().map(|one| spell(one, false))).collect();

    let found = kaplan_meier(&all).expect("spells");

    // The lower end of the log-log band is R's (survfit, conf.type = "log-log").
    assert_eq!((found.of, found.ended, found.median), (21, 9, Some(23.0)));
    assert_eq!((found.low, found.high, found.record), (Some(13.0), None, Some(35.0)));
}

#[test]
fn the_sign_test_agrees_with_tables() {
    let test = sign_test(9, 1, 3);

    assert!((test.p - 0.021_484_375).abs() < 1e-12, "{}", test.p);
    // Clopper and Pearson for 9 of 10.
    assert!(test.low.is_some_and(|low| (low - 0.554_984).abs() < 1e-5));
    assert!(test.high.is_some_and(|high| (high - 0.997_471).abs() < 1e-5));
    assert_eq!((sign_test(0, 0, 5).p, sign_test(0, 0, 5).rate), (1.0, None));
}

proptest! {
    #[test]
    fn a_median_lies_in_its_range_and_ends_only_shorten_it(
        rows in prop::collection::vec((1_u32..500, any::<bool>(), 1_u32..5), 1..60),
    ) {
        let spells: Vec<Spell> = rows
            .iter()
            .map(|(length, ended, m)| Spell {
                length: f64::from(*length), ended: *ended, weight: 1.0 / f64::from(*m).sqrt(),
            })
            .collect();
        let mut turned = spells.clone();
        turned.reverse();
        let found = kaplan_meier(&spells).expect("spells");

        prop_assert_eq!(kaplan_meier(&turned), Some(found), "no order matters");
        if let Some(median) = found.median {
            prop_assert!(found.low.is_some_and(|low| low <= median));
            prop_assert!(found.high.is_none_or(|high| median <= high));
            let all_end: Vec<Spell> = spells.iter().map(|one| Spell { ended: true, ..*one }).collect();
            let shorter = kaplan_meier(&all_end).and_then(|found| found.median);
            prop_assert!(shorter.is_some_and(|shorter| shorter <= median));
        }
    }

    #[test]
    fn a_brier_score_lies_between_nothing_and_one(
        rows in prop::collection::vec((0.0_f64..=1.0, any::<bool>()), 1..40),
    ) {
        let score = brier(&rows).expect("rows");
        prop_assert!((0.0..=1.0).contains(&score));
    }

    #[test]
    fn the_effect_of_a_coin_flip_lies_in_its_range_whatever_the_unit(
        kept in prop::collection::vec(1_u32..200, 2..7),
        given in prop::collection::vec(1_u32..200, 2..7),
    ) {
        let minutes = |list: &[u32], unit: f64| -> Vec<f64> {
            list.iter().map(|one| f64::from(*one) * unit).collect()
        };
        let (ratio, low, high) = effect(&minutes(&kept, 1.0), &minutes(&given, 1.0)).expect("minutes");
        prop_assert!(low <= ratio && ratio <= high);
        let (in_hours, ..) = effect(&minutes(&kept, 1.0 / 60.0), &minutes(&given, 1.0 / 60.0)).expect("hours");
        prop_assert!((in_hours - ratio).abs() < 1e-9 * ratio);
    }

    #[test]
    fn a_sign_test_is_even_handed(better in 0_u32..40, worse in 0_u32..40, same in 0_u32..5) {
        let (one, other) = (sign_test(better, worse, same), sign_test(worse, better, same));
        prop_assert!((one.p - other.p).abs() < 1e-12);
        prop_assert!((0.0..=1.0).contains(&one.p));
        if let (Some(low), Some(rate), Some(high)) = (one.low, one.rate, one.high) {
            prop_assert!(low <= rate && rate <= high);
        }
    }
}
