//! Share, savings and calibration, worked out by hand.

use halfday_domain::facts::{Cost, IntervalKind};
use halfday_domain::plan::EstimateSource;
use halfday_domain::review::Rejection;
use halfday_insight::{JobMinutes, Minutes, PeriodStats, result, share, stats};

use crate::world::{Came, World, at, calendar};

const DAY: &str = "2026-11-17";

fn time(clock: &str) -> String {
    format!("{DAY}T{clock}")
}

fn this_week(world: &World) -> PeriodStats {
    let stats = stats(&world.facts, &calendar(), at("2026-11-18T09:00"), 2);
    stats.weeks.into_iter().next_back().expect("this week")
}

fn minutes(ai: u32, listed: u32) -> JobMinutes {
    JobMinutes { ai: Minutes::whole(ai), listed: Minutes::whole(listed) }
}

#[test]
fn the_example_of_the_statistics_page_reads_180_minutes_and_53_percent() {
    let mut world = World::default();
    let job = world.job(&time("09:00"), Some(&time("17:00")));
    world.ai(job, "write", 60, &time("12:00"), Came::Accepted);
    let second = world.ai(job, "write", 45, &time("12:05"), Came::AfterRework);
    world.spent(job, Some(second), IntervalKind::Rework, 10, &time("12:05"));
    let third = world.ai(job, "write", 20, &time("12:10"), Came::AfterRework);
    world.spent(job, Some(third), IntervalKind::Rework, 30, &time("12:10"));
    world.own(job, "decide", 30, &time("13:00"), None);
    let rejected = world.ai(job, "write", 25, &time("12:15"), Came::Rejected(Rejection::OffBrief));
    world.finish(job, rejected, "write", 25, &time("15:00"));

    let card = result(&world.facts, job).expect("a closed job");

    assert_eq!(card.listed_minutes, Minutes::whole(180));
    assert_eq!(card.ai_minutes, Minutes::whole(95));
    assert_eq!(card.own_minutes, Minutes::whole(85));
    assert_eq!(card.share.map(|share| (share * 100.0).round()), Some(53.0));
    assert_eq!((card.handed_over, card.accepted), (4, 3));
    assert_eq!(card.longest_stretch.map(|stretch| stretch.minutes), Some(60));
    assert_eq!(card.rejections.iter().map(|r| r.reason).collect::<Vec<_>>(), [Some(Rejection::OffBrief)]);
    assert_eq!(card.saved, None, "uncalibrated: there are only the parts");
    assert_eq!(card.saved_parts.accepted_minutes, Minutes::whole(125));
    assert_eq!(card.saved_parts.rework_minutes, Minutes::whole(40));
}

#[test]
fn the_range_of_a_share_is_the_jackknifes() {
    // Worked by hand: without each job the ratio is 70/150, 80/200 and 50/150; the standard error of
    // the ratio 100/250 is 0.0770…, on the logit scale 0.3208…, times t(2) = 4.302653.
    let share = share(&[minutes(30, 100), minutes(20, 50), minutes(50, 100)]).expect("three jobs");

    assert!((share.value - 0.4).abs() < 1e-12);
    let ratios = [70.0_f64 / 150.0, 80.0 / 200.0, 50.0 / 150.0];
    let mean = ratios.iter().sum::<f64>() / 3.0;
    let error = (2.0 / 3.0 * ratios.iter().map(|r| (r - mean).powi(2)).sum::<f64>()).sqrt() / 0.24;
    let reach = 4.302_652_729_911_275 * error;
    let logit = (0.4_f64 / 0.6).ln();
    let back = |x: f64| x.exp() / (1.0 + x.exp());
    assert!((share.low - back(logit - reach)).abs() < 1e-9, "{share:?}");
    assert!((share.high - back(logit + reach)).abs() < 1e-9, "{share:?}");
}

#[test]
fn a_share_needs_three_jobs_and_at_the_ends_counts_jobs() {
    assert_eq!(share(&[minutes(10, 20), minutes(10, 20)]), None, "two jobs");
    assert_eq!(share(&[minutes(10, 20), minutes(10, 20), minutes(0, 0)]), None, "an empty job is none");
    let none = share(&[minutes(0, 20); 4]).expect("four jobs");
    let all = share(&[minutes(20, 20); 4]).expect("four jobs");
    assert!(none.value == 0.0 && none.low == 0.0 && none.high > 0.4, "Wilson with n = 4: {none:?}");
    assert!(all.value >= 1.0 && all.high >= 1.0 && all.low < 0.6, "Wilson with n = 4: {all:?}");
}

#[test]
fn an_item_left_for_later_is_in_no_figure_of_the_closed_job() {
    let mut world = World::default();
    let job = world.job(&time("09:00"), Some(&time("17:00")));
    world.own(job, "plan", 40, &time("10:00"), None);
    let later = world.ai(job, "write", 60, "2026-11-18T08:00", Came::Accepted);
    world.spent(job, Some(later), IntervalKind::Review, 9, "2026-11-18T08:00");

    let numbers = this_week(&world);

    assert_eq!(numbers.listed_minutes, Minutes::whole(40));
    assert_eq!(numbers.ai_minutes, Minutes::ZERO);
    assert_eq!(numbers.review_minutes, Minutes::ZERO);
    assert_eq!(numbers.first_time.of, 1, "its verdict counts in its own week all the same");
}

#[test]
fn an_item_dropped_after_it_was_accepted_is_on_neither_side_and_its_verdict_stays() {
    let mut world = World::default();
    let job = world.job(&time("09:00"), Some(&time("17:00")));
    world.ai(job, "write", 60, &time("12:00"), Came::Accepted);
    world.own(job, "plan", 40, &time("10:00"), None);
    let dropped = world.ai(job, "write", 90, &time("13:00"), Came::Accepted);
    world.last().item_is_done = false;
    world.spent(job, Some(dropped), IntervalKind::Review, 7, &time("13:00"));

    let card = result(&world.facts, job).expect("a closed job");

    assert_eq!((card.ai_minutes, card.listed_minutes), (Minutes::whole(60), Minutes::whole(100)));
    assert_eq!(card.review_minutes, Minutes::whole(7), "the time was spent all the same");
    assert_eq!((card.handed_over, card.accepted), (1, 1), "it is no part of the job any more");
    assert_eq!((card.first_time.right, card.first_time.of), (2, 2), "right first time is a fact");
}

#[test]
fn an_item_rejected_and_dropped_still_counts_as_handed_over() {
    let mut world = World::default();
    let job = world.job(&time("09:00"), Some(&time("17:00")));
    world.ai(job, "write", 60, &time("12:00"), Came::Accepted);
    world.ai(job, "write", 30, &time("13:00"), Came::Rejected(Rejection::Invented));
    world.last().item_is_done = false;

    let card = result(&world.facts, job).expect("a closed job");

    assert_eq!((card.handed_over, card.accepted), (2, 1), "dropping hides no rejection");
    assert_eq!((card.first_time.right, card.first_time.of), (1, 2));
}

#[test]
fn minutes_of_a_running_job_are_not_mixed_in() {
    let mut world = World::default();
    let job = world.job(&time("09:00"), None);
    world.ai(job, "write", 60, &time("12:00"), Came::Accepted);

    let numbers = this_week(&world);

    assert_eq!((numbers.listed_minutes, numbers.jobs_closed), (Minutes::ZERO, 0));
    assert_eq!(result(&world.facts, job), None, "no card before the job is closed");
}

#[test]
fn an_item_done_twice_counts_once_by_its_last_end() {
    let mut world = World::default();
    let job = world.job(&time("09:00"), Some(&time("17:00")));
    let item = world.ai(job, "write", 30, &time("10:00"), Came::Accepted);
    world.finish(job, item, "write", 35, &time("11:00"));

    let numbers = this_week(&world);

    assert_eq!(numbers.listed_minutes, Minutes::whole(35), "the person did it again after reopening it");
    assert_eq!(numbers.ai_minutes, Minutes::ZERO);
}

/// Ten timed own items in ten jobs of the weeks before, each 30 minutes thought and 36 needed.
fn calibrated() -> World {
    let mut world = World::default();
    for day in 1..=10 {
        let day = format!("2026-10-{day:02}");
        let job = world.job(&format!("{day}T08:00"), Some(&format!("{day}T18:00")));
        world.own(job, "decide", 30, &format!("{day}T10:00"), Some(36));
    }
    world
}

#[test]
fn savings_are_calibrated_minutes_less_the_persons_own() {
    let mut world = calibrated();
    let job = world.job(&time("09:00"), Some(&time("17:00")));
    let good = world.ai(job, "write", 60, &time("12:00"), Came::Accepted);
    world.spent(job, Some(good), IntervalKind::Brief, 4, &time("10:00"));
    world.spent(job, Some(good), IntervalKind::Review, 6, &time("12:00"));
    let bad = world.ai(job, "write", 25, &time("12:15"), Came::Rejected(Rejection::OffBrief));
    world.spent(job, Some(bad), IntervalKind::Review, 5, &time("12:15"));
    let guessed = world.ai(job, "write", 90, &time("12:20"), Came::Accepted);
    world.last().estimate_source = EstimateSource::Rule;
    world.spent(job, Some(guessed), IntervalKind::Review, 50, &time("12:20"));

    let saved = this_week(&world).saved.expect("ten timed items");

    // 1.2 × 60 − (4 + 6 + 5); the guessed item is out on both sides.
    assert!((saved.mid - 57.0).abs() < 1e-9, "{saved:?}");
    assert!((saved.low - 57.0).abs() < 1e-9 && (saved.high - 57.0).abs() < 1e-9, "all jobs are alike");
}

#[test]
fn savings_are_negative_when_they_are() {
    let mut world = calibrated();
    let job = world.job(&time("09:00"), Some(&time("17:00")));
    let item = world.ai(job, "write", 10, &time("12:00"), Came::Rejected(Rejection::Invented));
    world.spent(job, Some(item), IntervalKind::Review, 8, &time("12:00"));

    assert_eq!(this_week(&world).saved.map(|saved| saved.mid), Some(-8.0));
}

#[test]
fn savings_are_uncalibrated_below_ten_timed_items() {
    let mut world = calibrated();
    world.facts.intervals.pop();
    let job = world.job(&time("09:00"), Some(&time("17:00")));
    world.ai(job, "write", 60, &time("12:00"), Came::Accepted);

    assert_eq!(this_week(&world).saved, None, "nine timed items");
}

#[test]
fn unknown_cost_is_not_nothing() {
    let mut world = World::default();
    let job = world.job(&time("09:00"), None);
    world.ai(job, "write", 60, &time("12:00"), Came::Accepted);
    assert_eq!(this_week(&world).cost_nano, None);

    world.ai(job, "write", 60, &time("12:00"), Came::Accepted);
    world.last().cost = Cost::Computed { nano: 5, prices: "2026-11-01".to_owned() };
    world.ai(job, "write", 60, &time("12:00"), Came::Accepted);
    world.last().cost = Cost::Reported { nano: 70 };
    assert_eq!(this_week(&world).cost_nano, Some(75));
}
