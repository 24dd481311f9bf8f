//! What counts as right first time, in which week, and what is left out.

use halfday_domain::attempt::Outcome;
use halfday_domain::facts::details::Details;
use halfday_domain::failure::{FailureReason, StopReason};
use halfday_domain::review::Rejection;
use halfday_insight::{By, FirstTime, Titles, stats, stats_by, weekly};
use serde_json::json;

use crate::world::{Came, World, at, calendar, twelve_weeks, week};

const NOON: &str = "2026-11-17T12:00";

fn figure(world: &World) -> FirstTime {
    stats(&world.facts, &calendar(), at("2026-11-18T09:00"), 1).total.first_time
}

#[track_caller]
fn check(tell: impl Fn(&mut World), expected: (u32, u32, u32), why: &str) {
    let mut world = World::default();
    tell(&mut world);
    let figure = figure(&world);
    assert_eq!((figure.right, figure.of, figure.unresolved), expected, "{why}");
}

fn ended(outcome: Outcome) -> impl Fn(&mut World) {
    move |world| {
        let job = world.job("2026-11-17T09:00", None);
        world.ai(job, "write", 30, NOON, Came::Ended(outcome));
    }
}

#[test]
fn each_end_of_a_first_attempt_counts_as_it_should() {
    let delivered = |came: Came| {
        move |world: &mut World| {
            let job = world.job("2026-11-17T09:00", None);
            world.ai(job, "write", 30, NOON, came);
        }
    };
    check(delivered(Came::Accepted), (1, 1, 0), "accepted");
    check(delivered(Came::AfterRework), (0, 1, 0), "after rework");
    check(delivered(Came::Rejected(Rejection::Other)), (0, 1, 0), "rejected");
    check(ended(Outcome::Delivered), (0, 0, 0), "not judged yet");
    check(ended(Outcome::Failed(FailureReason::Refused)), (0, 1, 0), "AI's failure");
    check(ended(Outcome::Failed(FailureReason::Tokens)), (0, 1, 0), "a budget used up");
    check(ended(Outcome::Failed(FailureReason::RateLimited)), (0, 0, 0), "the provider's failure");
    check(ended(Outcome::Stopped(Some(StopReason::GoingWrong))), (0, 1, 0), "it was going wrong");
    check(ended(Outcome::Stopped(Some(StopReason::ChangedMind))), (0, 0, 0), "changed mind");
    check(ended(Outcome::Stopped(Some(StopReason::NeverSent))), (0, 0, 0), "never sent");
    check(ended(Outcome::Stopped(None)), (0, 0, 1), "stopped without saying why");
    check(ended(Outcome::Lost), (0, 0, 0), "the program died");
}

#[test]
fn only_the_first_answer_of_the_chat_is_right_first_time() {
    for (rounds, right) in [(None, 1), (Some(1), 1), (Some(2), 0), (Some(4), 0)] {
        let tell = |world: &mut World| {
            let job = world.job("2026-11-17T09:00", None);
            world.ai(job, "write", 30, NOON, Came::Accepted);
            world.last().chat_rounds = rounds;
        };
        check(tell, (right, 1, 0), "rounds");
    }
}

#[test]
fn a_second_attempt_never_makes_up_for_the_first() {
    let tell = |world: &mut World| {
        let job = world.job("2026-11-16T09:00", None);
        let item = world.ai(job, "write", 30, "2026-11-16T12:00", Came::Rejected(Rejection::Invented));
        world.again(job, item, "write", 30, NOON, Came::Accepted);
    };
    check(tell, (0, 1, 0), "retry until right would be always right");
}

#[test]
fn an_outage_is_no_first_attempt() {
    let tell = |world: &mut World| {
        let job = world.job("2026-11-16T09:00", None);
        let outage = Came::Ended(Outcome::Failed(FailureReason::Overloaded));
        let item = world.ai(job, "write", 30, "2026-11-16T12:00", outage);
        world.again(job, item, "write", 30, NOON, Came::Accepted);
    };
    check(tell, (1, 1, 0), "the first attempt that counts is the second");
}

#[test]
fn an_item_whose_first_copy_was_never_pasted_is_unresolved_whatever_came_later() {
    let tell = |world: &mut World| {
        let job = world.job("2026-11-16T09:00", None);
        let item = world.item();
        world.unresolved(job, item, "write", 30, "2026-11-16T10:00");
        world.again(job, item, "write", 30, NOON, Came::Accepted);
    };
    check(tell, (0, 0, 1), "bad answers are the ones nobody pastes");
}

#[test]
fn a_delivery_taken_back_unjudged_is_unresolved() {
    let tell = |world: &mut World| {
        let job = world.job("2026-11-16T09:00", None);
        let item = world.ai(job, "write", 30, NOON, Came::Ended(Outcome::Delivered));
        world.unresolved(job, item, "write", 30, NOON);
        let attempt_id = world.last().attempt_id;
        if let Some(fact) = world.facts.unresolved.last_mut() {
            fact.attempt_id = attempt_id;
        }
    };
    check(tell, (0, 0, 1), "the list of unresolved attempts names it");
}

#[test]
fn the_verdict_decides_the_week_not_the_run() {
    let mut world = World::default();
    let job = world.job("2026-11-09T09:00", None);
    world.ai(job, "write", 30, "2026-11-15T23:30", Came::Accepted);
    world.last().reviewed_at = Some(at("2026-11-16T08:00"));

    let weeks = stats(&world.facts, &calendar(), at("2026-11-18T09:00"), 2).weeks;

    assert_eq!(weeks.iter().map(|week| week.first_time.of).collect::<Vec<_>>(), [0, 1]);
}

#[test]
fn a_percentage_appears_with_the_fifth() {
    let mut world = World::default();
    for count in 1..=5 {
        let job = world.job("2026-11-17T09:00", None);
        world.ai(job, "write", 30, NOON, Came::Accepted);
        let figure = figure(&world);
        assert_eq!(figure.rate.is_some(), count >= 5, "{count} tries");
        assert_eq!(figure.low.is_some(), figure.rate.is_some());
    }
}

#[test]
fn seventeen_of_twenty_one_reads_as_in_the_statistics_page() {
    let range = |jobs: usize| {
        let mut world = World::default();
        let ids: Vec<_> = (0..jobs).map(|_| world.job("2026-11-17T09:00", None)).collect();
        for place in 0..21 {
            // In three jobs the failures are spread as 2, 1 and 1.
            let came = if [0, 1, 2, 3].contains(&place) { Came::AfterRework } else { Came::Accepted };
            world.ai(ids[place % jobs], "write", 30, NOON, came);
        }
        let figure = figure(&world);
        let percent = |part: Option<f64>| (part.expect("enough") * 100.0).round() as i64;
        (percent(figure.rate), percent(figure.low), percent(figure.high))
    };

    assert_eq!(range(21), (81, 60, 92), "from 21 jobs");
    assert_eq!(range(3), (81, 46, 95), "from 3 jobs of 7");
}

#[test]
fn the_stats_document_has_exactly_the_shape_others_rely_on() {
    let mut world = World::default();
    let job = world.job("2026-11-17T09:00", Some("2026-11-17T17:00"));
    world.ai(job, "write", 30, NOON, Came::Accepted);

    let document = serde_json::to_value(stats(&world.facts, &calendar(), at("2026-11-18T09:00"), 1));

    let row = json!({
        "week": "2026-W47", "from": "2026-11-16", "to": "2026-11-22", "running": true,
        "listed_minutes": 30, "ai_minutes": 30, "own_minutes": 0, "jobs_closed": 1, "share": null,
        "first_time": {"right": 1, "of": 1, "unresolved": 0, "rate": null, "low": null, "high": null},
        "saved": null, "brief_minutes": 0, "review_minutes": 0, "rework_minutes": 0, "cost_nano": null,
    });
    let mut total = row.clone();
    total["week"] = json!(null);
    assert_eq!(document.expect("json"), json!({"version": 1, "weeks": [row], "total": total}));
}

#[test]
fn groups_add_up_to_the_total_whatever_they_are_grouped_by() {
    let world = twelve_weeks();
    let now = at("2026-11-23T09:00");
    for by in [By::Kind, By::Agent, By::Family, By::Length, By::Week] {
        let grouped = stats_by(&world.facts, &calendar(), now, 13, by);

        let sum = |part: fn(&FirstTime) -> u32| {
            grouped.groups.iter().map(|group| part(&group.first_time)).sum::<u32>()
        };
        let total = grouped.total.first_time;
        assert_eq!(sum(|f| f.right), total.right, "{by:?}");
        assert_eq!(sum(|f| f.of), total.of, "{by:?}");
        let ai: f64 = grouped.groups.iter().map(|group| group.ai_minutes.value()).sum();
        assert!((ai - grouped.total.ai_minutes.value()).abs() < 1e-9, "{by:?}");
    }
    let families = stats_by(&world.facts, &calendar(), now, 13, By::Family);
    assert_eq!(families.groups.iter().map(|g| &g.key).collect::<Vec<_>>(), [&None], "no family is known");
}

#[test]
fn the_weeks_of_a_report_equal_the_stats_of_those_weeks() {
    let world = twelve_weeks();
    let now = at("2026-11-23T09:00");

    let report = weekly(&world.facts, &Details::default(), &calendar(), week("2026-W47"), now, Titles::Shown);
    let stats = stats(&world.facts, &calendar(), now, 13);

    assert_eq!(report.weeks, stats.weeks[..12], "the thirteenth is the running week");
    assert_eq!(report.weeks.last(), Some(&report.numbers));
    assert!(!report.numbers.running && stats.weeks[12].running);
}

#[test]
fn the_running_week_is_left_out_of_the_comparison() {
    let world = twelve_weeks();
    let report = weekly(
        &world.facts,
        &Details::default(),
        &calendar(),
        week("2026-W47"),
        at("2026-11-20T09:00"),
        Titles::Shown,
    );

    assert!(report.numbers.running);
    assert_eq!(report.comparison.after.to, Some(week("2026-W46").sunday()));
    assert_eq!(report.comparison.before.from, Some(week("2026-W39").monday()));
}

#[test]
fn handed_over_again_looks_at_the_next_job_with_the_kind() {
    let mut world = World::default();
    for (day, kind, is_handed_over) in [
        ("2026-11-02", "write", true),
        ("2026-11-03", "code", false),
        ("2026-11-10", "write", true),
        ("2026-11-16", "write", false),
        ("2026-11-17", "write", true),
        ("2026-11-17", "code", true),
        ("2026-11-18", "code", true),
        ("2026-11-19", "", true),
    ] {
        let job = world.job(&format!("{day}T09:00"), None);
        let when = format!("{day}T12:00");
        if is_handed_over {
            // Two items of one job are one occasion.
            world.ai(job, kind, 30, &when, Came::Accepted);
            world.ai(job, kind, 30, &when, Came::Accepted);
        } else {
            world.own(job, kind, 30, &when, None);
        }
    }

    let report = weekly(
        &world.facts,
        &Details::default(),
        &calendar(),
        week("2026-W47"),
        at("2026-11-23T09:00"),
        Titles::Shown,
    );

    // Writing came up again on the 16th (kept); on the 17th the time before was kept. Code on the 18th.
    assert_eq!((report.handed_over_again.again, report.handed_over_again.of), (1, 2));
}

#[test]
fn failures_that_are_not_ais_are_shown_beside() {
    let mut world = World::default();
    let job = world.job("2026-11-17T09:00", None);
    world.ai(job, "write", 30, NOON, Came::Ended(Outcome::Failed(FailureReason::RateLimited)));
    world.ai(job, "write", 30, NOON, Came::Ended(Outcome::Failed(FailureReason::RateLimited)));
    world.ai(job, "write", 30, NOON, Came::Ended(Outcome::Lost));
    world.ai(job, "write", 30, NOON, Came::Ended(Outcome::Failed(FailureReason::Refused)));

    let report = weekly(
        &world.facts,
        &Details::default(),
        &calendar(),
        week("2026-W47"),
        at("2026-11-23T09:00"),
        Titles::Shown,
    );

    let left_out: Vec<_> = report.left_out.iter().map(|left| (left.code, left.count)).collect();
    assert_eq!(left_out, [("lost", 1), ("rate_limited", 2)]);
    assert_eq!(report.numbers.first_time.of, 1, "a refusal counts");
}

#[test]
fn the_report_document_keeps_its_shape() {
    let mut world = World::default();
    let job = world.job("2026-11-17T09:00", Some("2026-11-17T17:00"));
    world.ai(job, "write", 30, NOON, Came::Accepted);
    world.ai(job, "備課", 20, NOON, Came::Rejected(Rejection::Invented));
    world.last().first_wrong_step = Some(3);
    world.own(job, "decide", 25, "2026-11-17T15:00", Some(40));

    let report = weekly(
        &world.facts,
        &Details::default(),
        &calendar(),
        week("2026-W47"),
        at("2026-11-23T09:00"),
        Titles::Shown,
    );

    let mut document = serde_json::to_value(&report).expect("json");
    let weeks = document["weeks"].as_array_mut().map(std::mem::take).unwrap_or_default();
    assert_eq!(weeks.len(), 12);
    assert_eq!(weeks.last(), Some(&document["numbers"]), "eleven more of the same shape");
    insta::assert_snapshot!("report.json", serde_json::to_string_pretty(&document).expect("json"));
}
