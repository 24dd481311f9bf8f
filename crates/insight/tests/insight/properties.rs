//! What holds for any facts.

use halfday_domain::attempt::Outcome;
use halfday_domain::facts::details::Details;
use halfday_domain::facts::{Facts, IntervalKind, Scope};
use halfday_domain::failure::{FailureReason, StopReason};
use halfday_domain::plan::EstimateSource;
use halfday_domain::review::Rejection;
use halfday_domain::words::{Language, Words};
use halfday_insight::{
    By, FirstTime, JobMinutes, Minutes, Titles, html, markdown, share, stats, stats_by, weekly, wilson,
};
use proptest::prelude::*;

use crate::world::{Came, World, at, calendar, week};

fn came() -> impl Strategy<Value = Came> {
    prop_oneof![
        4 => Just(Came::Accepted),
        2 => Just(Came::AfterRework),
        2 => prop::sample::select(Rejection::ALL).prop_map(Came::Rejected),
        1 => prop::sample::select(FailureReason::ALL).prop_map(|r| Came::Ended(Outcome::Failed(r))),
        1 => prop::sample::select(StopReason::ALL).prop_map(|r| Came::Ended(Outcome::Stopped(Some(r)))),
        1 => Just(Came::Ended(Outcome::Stopped(None))),
        1 => Just(Came::Ended(Outcome::Lost)),
        1 => Just(Came::Ended(Outcome::Delivered)),
    ]
}

#[derive(Debug, Clone)]
enum Told {
    Ai { minutes: u32, came: Came, rework: u32, source: EstimateSource, scope: Scope },
    Own { minutes: u32, worked: Option<u32> },
    Never { minutes: u32 },
}

fn told() -> impl Strategy<Value = Told> {
    let source = prop::sample::select(EstimateSource::ALL);
    let scope = prop::sample::select(Scope::ALL);
    prop_oneof![
        4 => (0_u32..500, came(), 0_u32..60, source, scope).prop_map(|(minutes, came, rework, source, scope)| {
            Told::Ai { minutes, came, rework, source, scope }
        }),
        3 => (0_u32..500, prop::option::of(0_u32..600))
            .prop_map(|(minutes, worked)| Told::Own { minutes, worked }),
        1 => (0_u32..500).prop_map(|minutes| Told::Never { minutes }),
    ]
}

fn facts() -> impl Strategy<Value = Facts> {
    let job = (0_i64..8, any::<bool>(), prop::collection::vec((told(), 0_usize..4), 0..7));
    prop::collection::vec(job, 0..12).prop_map(|jobs| {
        let mut world = World::default();
        for (back, is_closed, items) in jobs {
            let day = week("2026-W47").monday().saturating_sub(jiff::Span::new().days(back * 5 - 2));
            let closed = format!("{day}T17:00");
            let noon = format!("{day}T12:00");
            let job = world.job(&format!("{day}T09:00"), is_closed.then_some(closed.as_str()));
            for (told, kind) in items {
                let kind = ["write", "check", "備課", ""][kind];
                match told {
                    Told::Ai { minutes, came, rework, source, scope } => {
                        let item = world.ai(job, kind, minutes, &noon, came);
                        world.last().estimate_source = source;
                        world.last().scope = scope;
                        world.spent(job, Some(item), IntervalKind::Rework, rework, &noon);
                        world.spent(job, Some(item), IntervalKind::Review, rework / 2, &noon);
                    }
                    Told::Own { minutes, worked } => {
                        world.own(job, kind, minutes, &noon, worked);
                    }
                    Told::Never { minutes } => {
                        let item = world.item();
                        world.unresolved(job, item, kind, minutes, &noon);
                    }
                }
            }
        }
        world.facts
    })
}

fn shuffled(facts: Facts) -> impl Strategy<Value = (Facts, Facts)> {
    let parts = (
        Just(facts.jobs.clone()).prop_shuffle(),
        Just(facts.attempts.clone()).prop_shuffle(),
        Just(facts.finishes.clone()).prop_shuffle(),
        Just(facts.intervals.clone()).prop_shuffle(),
        Just(facts.unresolved.clone()).prop_shuffle(),
    );
    (Just(facts), parts).prop_map(|(facts, (jobs, attempts, finishes, intervals, unresolved))| {
        (facts, Facts { jobs, attempts, finishes, intervals, unresolved })
    })
}

fn sound(figure: &FirstTime) -> Result<(), TestCaseError> {
    prop_assert!(figure.right <= figure.of);
    prop_assert_eq!(figure.rate.is_some(), figure.of >= 5);
    if let (Some(rate), Some(low), Some(high)) = (figure.rate, figure.low, figure.high) {
        prop_assert!((rate - f64::from(figure.right) / f64::from(figure.of)).abs() < 1e-12);
        prop_assert!(0.0 <= low && low <= rate && rate <= high && high <= 1.0, "{:?}", figure);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_same_facts_in_any_order_give_the_same_bytes((facts, other) in facts().prop_flat_map(shuffled)) {
        let now = at("2026-11-19T09:00");
        let texts = |facts: &Facts| {
            let report = weekly(facts, &Details::default(), &calendar(), week("2026-W47"), now, Titles::Shown);
            let words = Words::of(Language::En);
            [
                serde_json::to_string(&stats(facts, &calendar(), now, 9)).expect("json"),
                serde_json::to_string(&stats_by(facts, &calendar(), now, 9, By::Kind)).expect("json"),
                serde_json::to_string(&report).expect("json"),
                markdown(&report, words),
                html(&report, words),
            ]
        };

        prop_assert_eq!(texts(&facts), texts(&other));
    }

    #[test]
    fn every_rate_lies_in_its_range_and_every_share_between_nothing_and_all(facts in facts()) {
        let all = stats(&facts, &calendar(), at("2026-11-19T09:00"), 9);

        for period in all.weeks.iter().chain([&all.total]) {
            sound(&period.first_time)?;
            prop_assert!(period.ai_minutes >= Minutes::ZERO && period.ai_minutes <= period.listed_minutes);
            prop_assert_eq!(period.listed_minutes, period.ai_minutes + period.own_minutes);
            if let Some(share) = period.share {
                prop_assert!(0.0 <= share.low && share.low <= share.value, "{:?}", share);
                prop_assert!(share.value <= share.high && share.high <= 1.0, "{:?}", share);
                prop_assert!(period.jobs_closed >= 3);
            }
            if let Some(saved) = period.saved {
                prop_assert!(saved.low <= saved.mid && saved.mid <= saved.high);
            }
        }
        let weekly_sum: u32 = all.weeks.iter().map(|week| week.first_time.of).sum();
        prop_assert_eq!(weekly_sum, all.total.first_time.of, "weeks add up");
    }

    #[test]
    fn a_share_does_not_depend_on_the_order_of_jobs(
        (jobs, other) in prop::collection::vec((0_u32..300, 0_u32..300), 3..20)
            .prop_flat_map(|jobs| (Just(jobs.clone()), Just(jobs).prop_shuffle()))
    ) {
        let of = |jobs: &[(u32, u32)]| {
            let minutes = |(ai, own): &(u32, u32)| JobMinutes { ai: Minutes::whole(*ai), listed: Minutes::whole(ai + own) };
            share(&jobs.iter().map(minutes).collect::<Vec<_>>())
        };
        prop_assert_eq!(of(&jobs), of(&other));
    }

    #[test]
    fn wilson_holds_its_rate_and_narrows_with_more_trials(k in 0_u32..200, more in 1_u32..200) {
        let n = f64::from(k + more);
        let rate = f64::from(k) / n;
        let range = wilson(rate, n, 0.95).expect("trials");
        let wider = wilson(rate, n / 2.0, 0.95).expect("trials");
        prop_assert!(range.contains(rate));
        prop_assert!(range.high - range.low < wider.high - wider.low);
    }

    #[test]
    fn words_of_the_persons_own_never_leave_a_report_that_hides_them(facts in facts()) {
        let report = weekly(&facts, &Details::default(), &calendar(), week("2026-W47"), at("2026-11-23T09:00"), Titles::Hidden);
        for language in Language::ALL {
            let words = Words::of(*language);
            let json = serde_json::to_string(&report).expect("json");
            for text in [json, markdown(&report, words), html(&report, words)] {
                prop_assert!(!text.contains("Secret") && !text.contains("備課"));
            }
        }
    }
}
