//! METR's method against METR's own runs and against values computed with numpy, scipy and scikit-learn.

use std::io::Read;
use std::path::Path;

use halfday_insight::{
    AgentHorizon, Doubling, DoublingFilter, DoublingStatus, LabOptions, LabStatus, Method, Released,
    TaskRuns, doubling, lab_horizon,
};
use proptest::prelude::*;
use serde_json::Value;

use crate::vectors::{near, number, numbers, vectors};

fn expected() -> Value {
    serde_json::from_str(include_str!("../../../../tests/fixtures/metr/expected.json")).expect("expected")
}

#[track_caller]
fn near_rel(actual: Option<f64>, expected: &Value, tolerance: f64, what: &str) {
    let expected = number(expected);
    near(actual.expect(what), expected, expected.abs() * tolerance, what);
}

/// Rows of a gzipped run file: a row a run, or counts of a task.
fn read(path: &Path) -> Vec<TaskRuns> {
    let mut text = String::new();
    let file = std::fs::File::open(path).expect("a run file");
    flate2::read::GzDecoder::new(file).read_to_string(&mut text).expect("gzip");
    let mut lines = text.lines();
    let heads: Vec<&str> = lines.next().expect("a head").split(',').collect();
    let column = |name: &str| heads.iter().position(|head| *head == name);
    let row = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        let cell = |name: &str| column(name).map(|place| cells[place]);
        let count = |name: &str| cell(name).map(|text| text.parse::<f64>().expect("a number") as u32);
        TaskRuns {
            agent: cell("agent").expect("agent").to_owned(),
            task_id: cell("task_id").expect("task").to_owned(),
            family: cell("family").expect("family").to_owned(),
            human_minutes: cell("human_minutes").expect("minutes").parse().expect("a number"),
            runs: count("n_runs").unwrap_or(1),
            right: count("n_successes").or_else(|| count("score_binarized")).expect("a score"),
        }
    };
    lines.map(row).collect()
}

fn runs() -> Vec<TaskRuns> {
    read(Path::new(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../tests/fixtures/metr/metr_runs_2025-02.csv.gz"
    )))
}

fn agents(rows: &[TaskRuns], options: LabOptions) -> Vec<AgentHorizon> {
    lab_horizon(rows, options).agents
}

fn without_samples(reg: f64) -> LabOptions {
    LabOptions { reg, samples: 0, ..LabOptions::default() }
}

#[test]
fn the_regression_agrees_whatever_the_penalty() {
    let all = &vectors()["logistic"];
    let tolerance = number(&all["tol"]["l2_rel"]);

    for case in all["cases"].as_array().expect("cases") {
        let tries = numbers(&case["minutes"]).into_iter().zip(numbers(&case["y"])).enumerate();
        let rows: Vec<TaskRuns> = tries
            .map(|(place, (human_minutes, y))| TaskRuns {
                agent: "a".to_owned(),
                task_id: place.to_string(),
                family: place.to_string(),
                human_minutes,
                runs: 1,
                right: y as u32,
            })
            .collect();
        for (reg, name) in [(1e-5, "l2_reg_1e-05"), (0.1, "l2_reg_0.1")] {
            let agent = agents(&rows, without_samples(reg)).remove(0);
            let reference = &case[name];
            let what = format!("{} {name}", case["name"]);
            if reference.is_null() {
                let is_lengths = case["name"] == "same_length";
                assert_eq!(agent.status == LabStatus::Rising, is_lengths, "{what}");
                continue;
            }
            near_rel(agent.slope, &reference["slope"], tolerance, &what);
            near_rel(agent.intercept, &reference["intercept"], tolerance, &what);
            if agent.status == LabStatus::Ok {
                near_rel(agent.p50_minutes, &reference["p50"], tolerance, &what);
                near_rel(agent.p80_minutes, &reference["p80"], tolerance, &what);
            } else {
                assert!(agent.slope > Some(0.0) && agent.p50_minutes.is_none(), "{what}");
            }
        }
    }
}

/// Agent, penalty, slope, intercept, p50, p80 of METR's runs, weights counted from runs and families: found with
/// forty digits by `benches/peers/optimum.py`.
#[rustfmt::skip]
const OPTIMA: [(&str, f64, [f64; 4]); 4] = [
    ("Claude 3.5 Sonnet (New)", 1e-5, [-0.362_336_975_084_993_6, 2.148_423_711_177_769, 60.941_481_663_758_21, 4.297_124_955_968_408]),
    ("Claude 3.5 Sonnet (New)", 0.1, [-0.337_320_917_435_031_5, 1.996_744_872_277_405, 60.523_438_040_197_96, 3.505_699_921_577_016]),
    ("GPT-4o", 1e-5, [-0.345_930_502_369_179_1, 1.026_871_999_828_141, 7.826_864_072_599_658, 0.486_664_131_903_492_9]),
    ("GPT-4o", 0.1, [-0.320_392_743_522_199, 0.898_200_212_832_839_8, 6.981_005_961_633_809, 0.347_859_233_588_398_9]),
];

/// One agent of METR's runs, without samples.
fn agent(name: &str, reg: f64) -> AgentHorizon {
    let all = agents(&runs(), without_samples(reg));
    all.into_iter().find(|agent| agent.agent == name).expect("an agent")
}

#[test]
fn metrs_runs_have_their_exact_optimum() {
    for (name, reg, exact) in OPTIMA {
        let agent = agent(name, reg);

        assert_eq!(agent.status, LabStatus::Ok);
        let found = [agent.slope, agent.intercept, agent.p50_minutes, agent.p80_minutes];
        for (found, exact) in found.into_iter().zip(exact) {
            near(found.expect(name), exact, exact.abs() * 1e-9, name);
        }
    }
    assert_eq!(agent("davinci-002", 1e-5).status, LabStatus::AllFailed);
    assert_eq!(agent("davinci-002", 1e-5).p50_minutes, Some(0.0));
}

#[test]
fn the_reference_differs_by_what_its_eight_digits_do() {
    let expected = expected();

    // A test of `lab/fit.rs` finds the reference to 1e-9 with the weights it was given. Those are printed with
    // eight decimals; counted anew, as here, the exact optimum itself lies up to 1.6e-8 away.
    for (name, reg, _) in OPTIMA {
        let agent = agent(name, reg);
        let exact = &expected["runs_2025_02"][name]["reference_exact"];
        let exact = if reg < 1e-3 { exact } else { &exact["reg01"] };
        near_rel(agent.slope, &exact["slope"], 1.7e-8, name);
        near_rel(agent.intercept, &exact["intercept"], 1.7e-8, name);
        near_rel(agent.p50_minutes, &exact["p50"], 1.7e-8, name);
        near_rel(agent.p80_minutes, &exact["p80"], 1.7e-8, name);
    }
}

#[test]
fn metrs_printed_horizons_are_found_but_for_how_early_its_search_ends() {
    let expected = expected();

    for (name, of_p80) in [
        ("Claude 3.5 Sonnet (New)", 3e-4),
        // METR's search ends at a tolerance of 1e-4. Under any of the weights its p80 is 3.097e-4 off the optimum,
        // so that 3e-4 cannot be had without ending where it does.
        ("GPT-4o", 3.1e-4),
    ] {
        let agent = agent(name, 1e-5);
        let printed = &expected["runs_2025_02"][name]["metr_code_52d6b56_lbfgs_reg1e_5"];
        near_rel(agent.p50_minutes, &printed["p50"], 3e-4, name);
        near_rel(agent.p80_minutes, &printed["p80"], of_p80, name);
    }
}

#[test]
fn the_bootstraps_ends_are_those_of_six_thousand_samples() {
    let expected = expected();
    let options = LabOptions::default();

    for agent in agents(&runs(), options) {
        let reference = &expected["runs_2025_02"][&agent.agent]["bootstrap"];
        if reference.is_null() {
            assert_eq!((agent.p50_ci, agent.bootstrap_used), (None, 0));
            continue;
        }
        let sd = numbers(&reference["sd_between_1000s"]);
        let ends = |name: &str| {
            let all = numbers(&reference[name]);
            [all[0], all[4]]
        };
        for (ci, wanted) in [
            (agent.p50_ci, ends("log2_p50_quantiles_own6000")),
            (agent.p80_ci, ends("log2_p80_quantiles_own6000")),
        ] {
            let ci = ci.expect("a range");
            for (end, (wanted, sd)) in ci.iter().zip(wanted.iter().zip([sd[0], sd[4]])) {
                near(end.log2(), *wanted, f64::max(0.3, 5.0 * sd), &agent.agent);
            }
        }
        assert!(agent.bootstrap_used > 990, "{}", agent.bootstrap_used);
    }
}

#[test]
fn published_counts_of_tasks_give_the_published_horizon() {
    let shared =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/metr/metr_th11_tasks.csv.gz");
    if !shared.exists() {
        eprintln!("skipped: metr_th11_tasks.csv.gz is not there");
        return;
    }
    let expected = expected();

    for agent in agents(&read(&shared), LabOptions::default()) {
        let reference = &expected["th11"][&agent.agent];
        near_rel(agent.slope, &reference["slope"], 1e-9, "slope");
        near_rel(agent.intercept, &reference["intercept"], 1e-9, "intercept");
        near_rel(agent.p50_minutes, &reference["p50"], 1e-9, "p50");
        near_rel(agent.p80_minutes, &reference["p80"], 1e-9, "p80");
        near_rel(agent.p50_minutes, &reference["site_p50"], 3e-4, "p50 as published");
        near_rel(agent.p80_minutes, &reference["site_p80"], 3e-4, "p80 as published");
        for (ci, name) in [(agent.p50_ci, "p50"), (agent.p80_ci, "p80")] {
            let own = &reference["own_bootstrap_4000"][name];
            let sd = numbers(&own["sd_ln_1000"]);
            let ends = ci.expect("a range").into_iter().zip(numbers(&own["own4000"])).zip(sd);
            for ((end, wanted), sd) in ends {
                let ln2 = std::f64::consts::LN_2;
                near(end.log2(), wanted.log2(), f64::max(0.3, 5.0 * sd / ln2), name);
            }
        }
    }
}

#[test]
fn the_same_seed_gives_the_same_range_and_another_seed_another() {
    let runs = runs();
    let of = |seed| agents(&runs, LabOptions { seed, samples: 200, ..LabOptions::default() });

    assert_eq!(of(42), of(42));
    assert_ne!(of(42), of(43));
}

#[test]
fn the_posterior_stands_beside_when_it_is_asked_for() {
    let found = agents(&runs(), LabOptions { method: Method::Bayes, samples: 0, ..LabOptions::default() });

    for agent in &found {
        let json = serde_json::to_value(agent).expect("json");
        assert_eq!(json["h50"].as_array().map(Vec::len), Some(3), "{json}");
        assert_eq!(json["gate"]["ok"] == true, json["gate"]["missing"] == serde_json::json!([]));
    }
    let metr = serde_json::to_value(&agents(&runs(), without_samples(1e-5))[0]).expect("json");
    assert!(metr.get("h50").is_none() && metr.get("gate").is_none());
}

fn released(rows: impl Iterator<Item = (String, f64)>) -> Vec<Released> {
    let row = |(date, minutes): (String, f64)| Released {
        agent: date.clone(),
        released: date.parse().expect("a date"),
        p50_minutes: Some(minutes),
    };
    rows.map(row).collect()
}

#[test]
fn the_doubling_time_agrees() {
    let all = &vectors()["doubling"];
    let tolerance = number(&all["tol_rel"]);

    for case in all["cases"].as_array().expect("cases") {
        let dates = case["dates"].as_array().expect("dates").iter();
        let dates = dates.map(|date| date.as_str().expect("text").to_owned());
        let found = doubling(&released(dates.zip(numbers(&case["horizons"]))), DoublingFilter::default());
        let name = case["name"].as_str().expect("text");
        if found.n < 3 {
            assert_eq!(found.status, DoublingStatus::NotEnough, "{name}");
            continue;
        }
        let slope = number(&case["slope_doublings_per_day"]);
        near(found.slope_doublings_per_day.expect(name), slope, 1e-9 * slope.abs(), name);
        match found.r2 {
            Some(r2) => near(r2, number(&case["r2"]), tolerance, name),
            None => assert!(case["r2"].is_null(), "{name}"),
        }
        if case["doubling_ci95_days"].is_null() {
            assert_eq!((found.status, found.doubling_days), (DoublingStatus::NoClearTrend, None), "{name}");
            continue;
        }
        near_rel(found.doubling_days, &case["doubling_days"], tolerance, name);
        for (end, wanted) in found.ci_days.expect(name).iter().zip(numbers(&case["doubling_ci95_days"])) {
            near(*end, wanted, tolerance * wanted, name);
        }
    }
}

#[test]
fn published_horizons_double_as_fast_as_published() {
    let expected = expected();
    let all = &expected["doubling"]["TH1.0 (benchmark_results_1_0.yaml, 33 agents)"];
    let rows: Vec<Released> =
        released(all["agents"].as_array().expect("agents").iter().map(|agent| {
            (agent["release_date"].as_str().expect("a date").to_owned(), number(&agent["p50"]))
        }));
    let of = |since: Option<&str>| {
        let since = since.map(|date| date.parse().expect("a date"));
        doubling(&rows, DoublingFilter { since, best_only: true })
    };
    let days = |found: &Doubling| found.doubling_days.expect("a clear trend");

    let (ever, lately) = (of(None), of(Some("2023-01-01")));

    near(days(&ever), number(&all["exact"]["all_time_days"]), 1e-3, "all time");
    near(days(&lately), number(&all["exact"]["from_2023_days"]), 1e-3, "from 2023");
    assert_eq!(serde_json::json!([ever.n, lately.n]), all["exact"]["n"]);
}

fn any_runs() -> impl Strategy<Value = Vec<TaskRuns>> {
    let row = (0_usize..2, 0_usize..6, 0_usize..3, -10.0_f64..20.0, 0_u32..40, 0_u32..40);
    let row = row.prop_map(|(agent, task, family, log2, one, other)| TaskRuns {
        agent: agent.to_string(),
        task_id: task.to_string(),
        family: family.to_string(),
        human_minutes: log2.round().exp2(),
        runs: one.max(other),
        right: one.min(other),
    });
    prop::collection::vec(row, 0..30)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_runs_lead_to_what_is_no_number(rows in any_runs(), reg in prop::sample::select(vec![0.0, 1e-5, 0.1])) {
        let options = LabOptions { method: Method::Bayes, reg, samples: 40, seed: 7 };
        for agent in lab_horizon(&rows, options).agents {
            let numbers = [agent.slope, agent.intercept, agent.p50_minutes, agent.p80_minutes];
            prop_assert!(numbers.iter().flatten().all(|number| number.is_finite()), "{:?}", agent);
            let ends = [agent.p50_ci, agent.p80_ci];
            for [low, high] in ends.iter().flatten() {
                prop_assert!(0.0 <= *low && low <= high && high.is_finite(), "{:?}", agent);
            }
            prop_assert!(agent.bayes.is_some_and(|bayes| bayes.h50.iter().all(|h| h.is_finite())));
        }
    }

    #[test]
    fn the_same_runs_in_any_order_give_the_same_horizons(
        (rows, other) in any_runs().prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle()))
    ) {
        let options = LabOptions { method: Method::Bayes, samples: 20, ..LabOptions::default() };
        prop_assert_eq!(lab_horizon(&rows, options), lab_horizon(&other, options));
    }
}
