//! What a horizon rests on, when it is silent, and what holds of it for any record.

use halfday_domain::attempt::Purpose;
use halfday_domain::facts::details::{Details, DrawAnswer, DrawFact};
use halfday_domain::plan::EstimateSource;
use halfday_domain::review::Rejection;
use halfday_insight::{
    Estimate, Horizon, HorizonFilter, Missing, Picked, Reading, Trend, TrendReading, horizon, horizons,
    trend, weighted_rows,
};
use proptest::prelude::*;

use crate::details::details_of;
use crate::world::{Came, World, at};

/// One try: minutes, right, job, and the days before the last day.
type Try = (u32, bool, usize, i64);

fn told(tries: &[Try]) -> World {
    let mut world = World::default();
    let day = |back: i64| {
        let last: jiff::civil::Date = "2026-11-19".parse().expect("a date");
        last.saturating_sub(jiff::Span::new().days(back))
    };
    let jobs: Vec<_> = (0..12).map(|_| world.job("2026-01-01T09:00", None)).collect();
    for (minutes, right, job, back) in tries {
        let came = if *right { Came::Accepted } else { Came::Rejected(Rejection::WrongFacts) };
        world.ai(jobs[job % jobs.len()], "write", *minutes, &format!("{}T12:00", day(*back)), came);
    }
    world
}

fn of(tries: &[Try]) -> Horizon {
    horizon(&told(tries).facts, &HorizonFilter::default())
}

/// Short ones right, long ones not, the middle by turns: 60 tries of one item a job.
fn plain() -> Vec<Try> {
    let lengths = [5, 8, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240];
    let tries = (0..60_usize).map(|turn| {
        let minutes = lengths[turn % 12];
        let right = match minutes {
            ..=20 => true,
            30..=90 => turn.is_multiple_of(2),
            _ => false,
        };
        (minutes, right, turn, 60 - i64::try_from(turn).expect("small"))
    });
    tries.collect()
}

#[test]
fn a_horizon_that_rests_on_enough_is_a_range_within_what_was_tried() {
    let horizon = of(&plain());

    assert_eq!((horizon.n, horizon.reading, horizon.missing.as_slice()), (60, Reading::Within, &[][..]));
    let (h50, h80) = (horizon.h50.expect("shown"), horizon.h80.expect("shown"));
    assert!(h50.low < h50.mid && h50.mid < h50.high, "{h50:?}");
    assert!(h80.mid < h50.mid, "four of five is asked of shorter work: {h80:?} {h50:?}");
    assert!((25.0..90.0).contains(&h50.mid), "{h50:?}");
}

#[test]
fn a_curve_reaches_from_the_shortest_tried_to_the_longest_and_no_further() {
    let horizon = of(&plain());

    let (first, last) = (horizon.curve.first().expect("a point"), horizon.curve.last().expect("a point"));
    assert_eq!((first.minutes, last.minutes), (5.0, 240.0));
    let h50 = horizon.h50.expect("shown");
    for pair in horizon.curve.windows(2) {
        assert!(pair[0].p > pair[1].p, "longer work is right less often");
        if pair[0].minutes < h50.mid && h50.mid < pair[1].minutes {
            assert!(pair[0].p > 0.5 && pair[1].p < 0.5, "the curve crosses one half where h50 is");
        }
    }
}

#[test]
fn too_few_tries_say_what_is_missing_and_show_no_number() {
    let horizon = of(&plain()[..6]);

    assert_eq!(horizon.reading, Reading::NotEnough);
    assert_eq!((horizon.h50, horizon.h80, horizon.curve.len()), (None, None, 0));
    assert!(horizon.missing.contains(&Missing::MoreTries { have: 6, need: 12 }), "{:?}", horizon.missing);
}

#[test]
fn an_empty_record_is_silent() {
    let horizon = of(&[]);

    assert_eq!((horizon.n, horizon.longest, horizon.reading), (0, None, Reading::NotEnough));
}

#[test]
fn all_right_is_at_least_and_never_beyond_the_longest_tried() {
    let tries: Vec<Try> = (0..40).map(|turn| ([10, 20, 40][turn % 3], true, turn, 1)).collect();

    let horizon = of(&tries);

    assert_eq!(horizon.reading, Reading::AtLeast(40.0), "40 of 40 would let one say more");
    assert_eq!(horizon.h50, None);
}

#[test]
fn nothing_right_is_at_most() {
    let tries: Vec<Try> = (0..20).map(|turn| ([10, 20, 40][turn % 3], false, turn, 1)).collect();

    match of(&tries).reading {
        Reading::AtMost(minutes) => assert!(minutes < 40.0, "{minutes}"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn longer_work_that_goes_better_has_no_length_at_which_it_breaks_off() {
    let tries: Vec<Try> =
        (0..40).map(|turn| ([5, 10, 60, 90][turn % 4], turn % 4 > 1 || turn % 8 == 0, turn, 1)).collect();

    let horizon = of(&tries);

    assert_eq!(horizon.reading, Reading::NotFalling, "{:?}", horizon.missing);
    assert_eq!((horizon.h50, horizon.curve.len()), (None, 0));
}

#[test]
fn a_median_beyond_twice_the_longest_is_beyond_what_was_tried() {
    let tries: Vec<Try> = (0..120)
        .map(|turn| {
            let minutes = [5, 8, 10, 15, 20][turn % 5];
            (minutes, turn >= (minutes as usize) / 3, turn, 1)
        })
        .collect();

    let horizon = of(&tries);

    assert_eq!(horizon.reading, Reading::BeyondTried(20.0), "{:?}", horizon.missing);
    assert_eq!((horizon.h50, horizon.curve.is_empty()), (None, false));
}

#[test]
fn minutes_the_program_guessed_are_left_out_and_counted() {
    let mut world = told(&plain());
    for attempt in world.facts.attempts.iter_mut().step_by(3) {
        attempt.estimate_source = EstimateSource::Rule;
    }

    let horizon = horizon(&world.facts, &HorizonFilter::default());

    assert_eq!((horizon.n, horizon.left_out_rule), (40, 20));
}

#[test]
fn items_chance_handed_over_have_a_curve_of_their_own() {
    let mut world = told(&plain());
    for attempt in world.facts.attempts.iter_mut().step_by(4) {
        attempt.draw_probability = Some(0.1);
    }

    let both = horizons(&world.facts, &Details::default(), &HorizonFilter::default(), at("2026-11-19T18:00"));
    let drawn = horizon(&world.facts, &HorizonFilter { picked: Picked::Drawn, ..HorizonFilter::default() });

    assert_eq!((both.chosen.n, both.drawn.as_ref().map(|one| one.n)), (45, Some(15)));
    assert!(drawn.rows.iter().all(|row| row.drawn) && both.chosen.rows.iter().all(|row| !row.drawn));
    assert_eq!(both.drawn, Some(drawn));
    assert_eq!(
        horizons(
            &told(&plain()).facts,
            &Details::default(),
            &HorizonFilter::default(),
            at("2026-11-19T18:00")
        )
        .drawn,
        None
    );
}

#[test]
fn what_chance_picked_for_the_shadow_is_drawn_and_what_no_ai_could_do_was_not_right() {
    let mut world = told(&plain());
    let now = at("2026-11-19T18:00");
    let mut beside = World::default();
    let job = beside.job("2026-11-17T09:00", None);
    let mut draws = vec![];
    for answer in [Some(DrawAnswer::Taken), Some(DrawAnswer::Impossible), Some(DrawAnswer::Refused), None] {
        let item = beside.ai(job, "write", 40, "2026-11-17T12:00", Came::Accepted);
        let fact = beside.last().clone();
        draws.push(DrawFact {
            item_id: item,
            job_id: job,
            item_title: fact.item_title,
            kind: fact.kind,
            estimate_minutes: Some(40),
            estimate_source: EstimateSource::Person,
            probability: 0.2,
            is_drawn: true,
            drawn_at: fact.started_at,
            answer,
            answered_at: answer.map(|_| fact.started_at),
        });
    }
    let mut details = details_of(&beside);
    details.attempts.iter_mut().for_each(|attempt| attempt.purpose = Purpose::Shadow);
    details.attempts.pop();
    details.draws = draws;
    world.facts.jobs.extend(beside.facts.jobs);

    let both = horizons(&world.facts, &details, &HorizonFilter::default(), now);

    let drawn = both.drawn.expect("two were tried");
    assert_eq!((drawn.n, drawn.right, both.chosen.n, both.trend.n), (2, 1, 60, 62));
}

#[test]
fn a_trend_waits_for_eight_weeks_and_thirty_tries() {
    let now = at("2026-11-19T18:00");
    let of = |tries: &[Try]| trend(&told(tries).facts, &HorizonFilter::default(), now);
    let short: Vec<Try> = plain().into_iter().map(|(m, r, j, back)| (m, r, j, back / 4)).collect();

    let waiting = of(&short);
    let shown = of(&plain());

    assert!(matches!(waiting.missing.as_slice(), [Missing::MoreWeeks { .. }]), "{:?}", waiting.missing);
    assert_eq!((waiting.per_year, waiting.now, waiting.reading), (None, None, TrendReading::NotEnough));
    let few = of(&plain()[..24]);
    assert!(few.missing.contains(&Missing::MoreTries { have: 24, need: 30 }), "{:?}", few.missing);
    assert_eq!(shown.missing, []);
    let per_year = shown.per_year.expect("shown");
    assert!(per_year.low < 0.0 && per_year.high > 0.0, "two months cannot tell: {per_year:?}");
    assert_eq!(shown.reading, TrendReading::NoClearTrend);
    assert_eq!(shown.by_month.last().map(|point| point.at), Some(now));
    assert_eq!(shown.by_month.iter().map(|point| point.n).sum::<usize>(), 60);
}

#[test]
fn a_horizon_that_rises_fast_has_a_doubling_time() {
    let tries: Vec<Try> = (0..300_usize)
        .map(|turn| {
            let minutes = [5_u32, 10, 20, 40, 80, 160][turn % 6];
            let back = 360 - i64::try_from(turn).expect("small") * 6 / 5;
            // Four doublings a year from 5 to 80 minutes.
            let log2 = 2.3 + 4.0 * (turn as f64 / 300.0);
            (minutes, f64::from(minutes).log2() < log2 + [0.6, -0.6][turn / 6 % 2], turn, back)
        })
        .collect();

    let trend = trend(&told(&tries).facts, &HorizonFilter::default(), at("2026-11-19T18:00"));

    match trend.reading {
        TrendReading::Rising { doubling_days } => {
            assert!(doubling_days.low < 92.0 && 92.0 < doubling_days.high, "{doubling_days:?}");
        }
        other => panic!("{other:?} {:?}", trend.missing),
    }
}

fn record() -> impl Strategy<Value = Vec<Try>> {
    prop::collection::vec((1_u32..2_000, any::<bool>(), 0_usize..12, 0_i64..400), 0..60)
}

fn finite(horizon: &Horizon, trend: &Trend) -> Result<(), TestCaseError> {
    let json = serde_json::to_value((horizon, trend)).expect("json");
    let mut numbers = vec![&json];
    while let Some(value) = numbers.pop() {
        match value {
            serde_json::Value::Array(all) => numbers.extend(all),
            serde_json::Value::Object(all) => numbers.extend(all.values()),
            other => prop_assert!(other.as_f64().is_none_or(f64::is_finite)),
        }
    }
    for point in &horizon.curve {
        prop_assert!(0.0 <= point.low && point.low <= point.p && point.p <= point.high && point.high <= 1.0);
    }
    if let Some(h50) = horizon.h50 {
        prop_assert!(0.0 < h50.low && h50.low <= h50.mid && h50.mid <= h50.high, "{:?}", h50);
        prop_assert!(horizon.missing.is_empty() && horizon.n >= 12);
        prop_assert!((h50.high / h50.low).log2() <= 4.0);
        prop_assert!(h50.mid <= 2.0 * horizon.longest.expect("tried"));
    }
    prop_assert_eq!(horizon.h50.is_some(), horizon.reading == Reading::Within);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_horizon_never_says_what_is_no_number(tries in record()) {
        let facts = told(&tries).facts;
        let trend = trend(&facts, &HorizonFilter::default(), at("2026-11-19T18:00"));
        finite(&horizon(&facts, &HorizonFilter::default()), &trend)?;
    }

    #[test]
    fn the_same_tries_in_any_order_give_the_same_horizon(
        (tries, seed) in (record(), any::<u64>())
    ) {
        let facts = told(&tries).facts;
        let mut other = facts.clone();
        let len = other.attempts.len().max(1);
        other.attempts.rotate_left(usize::try_from(seed % len as u64).expect("small"));
        other.attempts.reverse();
        let of = |facts| {
            let trend = trend(facts, &HorizonFilter::default(), at("2026-11-19T18:00"));
            serde_json::to_string(&(horizon(facts, &HorizonFilter::default()), trend)).expect("json")
        };
        prop_assert_eq!(of(&facts), of(&other));
    }

    #[test]
    fn one_more_right_of_a_length_makes_the_horizon_longer(
        (minutes, n, right) in (1_u32..2_000, 1_usize..60).prop_flat_map(|(m, n)| (Just(m), Just(n), 0..n))
    ) {
        // Of one length, for others may tell of the slope instead.
        let mid = |right: usize| {
            let tries: Vec<_> = (0..n).map(|turn| (f64::from(minutes), turn < right, turn)).collect();
            Estimate::new(&weighted_rows(&tries)).h50().mid
        };
        prop_assert!(mid(right + 1) > mid(right));
    }
}
