//! Facts beyond the verdict for the tests, and the figures that rest on them.

use halfday_domain::attempt::{Outcome, Purpose};
use halfday_domain::facts::details::{
    Arm, AttemptDetail, Choice, ChosenBy, CoinFlipFact, ComparisonFact, Details, FollowUpFact, ForecastFact,
};
use halfday_domain::facts::{AttemptFact, Cost, Scope};
use halfday_domain::failure::{FailureReason, StopReason};
use halfday_domain::forecast::{ForecastBy, GuessWord};
use halfday_domain::id::{AssignmentId, ComparisonId, ItemId, JobId};
use halfday_domain::review::Rejection;
use halfday_insight::{
    accepted_at_once, bench_cells, blind, caught, coin_flips, compare_agents, costs, failures_per_hour,
    first_wrong_steps, fixed_after_one_feedback, scored, still_standing, stretches, whole_jobs,
};

use crate::world::{Came, World, at, calendar};

const NOON: &str = "2026-11-16T12:00";

/// The details of every attempt of a world, as plain as can be.
pub(crate) fn details_of(world: &World) -> Details {
    let detail = |fact: &AttemptFact| AttemptDetail::plain(fact.clone(), Purpose::Work);
    Details { attempts: world.facts.attempts.iter().map(detail).collect(), ..Details::default() }
}

pub(crate) fn one_job(world: &mut World) -> JobId {
    world.job("2026-11-16T09:00", Some("2026-11-16T17:00"))
}

#[test]
fn every_mistake_is_counted_once_by_who_saw_it_first() {
    let mut world = World::default();
    let job = one_job(&mut world);
    for came in [
        Came::Ended(Outcome::Failed(FailureReason::Refused)),
        Came::Ended(Outcome::Failed(FailureReason::CheckFailed)),
        Came::Ended(Outcome::Stopped(Some(StopReason::GoingWrong))),
        Came::Ended(Outcome::Failed(FailureReason::RateLimited)),
        Came::Ended(Outcome::Stopped(Some(StopReason::ChangedMind))),
        Came::Rejected(Rejection::Invented),
        Came::Rejected(Rejection::Invented),
        Came::Accepted,
        Came::Accepted,
        Came::Accepted,
    ] {
        world.ai(job, "write", 30, NOON, came);
    }
    let mut details = details_of(&world);
    details.attempts[6].self_confidence = Some(0.3);
    details.attempts[8].repair_rounds = Some(1);
    details.attempts[9].wrong_at = Some(at("2026-11-20T09:00"));

    let seen = caught(&details, i64::MIN);

    assert_eq!((seen.by_itself, seen.by_checks, seen.by_person, seen.later), (2, 2, 2, 1));
    assert_eq!(seen.of, 7, "an outage, a change of mind and a plain acceptance are no mistakes");
}

#[test]
fn a_stretch_ends_with_the_first_question_and_an_acceptance_only_says_at_least() {
    let mut world = World::default();
    let job = one_job(&mut world);
    for (minutes, came) in [
        (60, Came::Accepted),
        (90, Came::Accepted),
        (40, Came::AfterRework),
        (80, Came::Accepted),
        (30, Came::Rejected(Rejection::WrongFacts)),
        (50, Came::Ended(Outcome::Delivered)),
    ] {
        world.ai(job, "write", minutes, NOON, came);
    }
    let mut details = details_of(&world);
    // Of its ten minutes the last went by after a question after five: forty of eighty minutes.
    details.attempts[3].first_question_at = Some(details.attempts[3].fact.started_at + 300_000);

    let found = stretches(&details, i64::MIN);

    let all = found.first().expect("all agents");
    assert_eq!(all.agent, None);
    let minutes = all.frozen_minutes.expect("stretches");
    assert_eq!((minutes.of, minutes.ended), (5, 3), "what waits for a verdict is not known yet");
    assert_eq!(minutes.record, Some(90.0));
    assert_eq!(minutes.median, Some(40.0), "after 30, 40 and 40 two of five are left");
    assert_eq!(all.ended_by.get("question"), Some(&1));
    assert_eq!(found.len(), 2, "and the one agent there is");
}

#[test]
fn feedback_fixed_it_if_the_very_next_attempt_was_right() {
    let mut world = World::default();
    let job = one_job(&mut world);
    for second in [Came::Accepted, Came::Rejected(Rejection::Other), Came::AfterRework] {
        let item = world.ai(job, "write", 30, NOON, Came::Rejected(Rejection::Incomplete));
        world.again(job, item, "write", 30, "2026-11-16T13:00", second);
    }
    let outage = world.ai(job, "write", 30, NOON, Came::Ended(Outcome::Failed(FailureReason::Overloaded)));
    world.again(job, outage, "write", 30, "2026-11-16T13:00", Came::Accepted);
    world.ai(job, "write", 30, NOON, Came::Rejected(Rejection::Incomplete));

    let fixed = fixed_after_one_feedback(&details_of(&world), i64::MIN);

    assert_eq!((fixed.count, fixed.of, fixed.rate), (1, 3, None), "few have a count and no percentage");
}

#[test]
fn an_acceptance_is_at_once_only_where_the_looking_was_measured() {
    let mut world = World::default();
    let job = one_job(&mut world);
    for _ in 0..6 {
        world.ai(job, "write", 30, NOON, Came::Accepted);
    }
    let mut details = details_of(&world);
    for (attempt, ms) in details.attempts.iter_mut().zip([9_999, 10_000, 60_000, 500, 7_000]) {
        attempt.looked_ms = Some(ms);
    }

    let at_once = accepted_at_once(&details, i64::MIN);

    assert_eq!((at_once.count, at_once.of, at_once.rate), (3, 5, Some(0.6)));
}

#[test]
fn first_wrong_steps_are_counted_by_their_kind() {
    let mut world = World::default();
    let job = one_job(&mut world);
    for _ in 0..4 {
        world.ai(job, "write", 30, NOON, Came::Rejected(Rejection::Invented));
    }
    let mut details = details_of(&world);
    for (attempt, kind) in details.attempts.iter_mut().zip([Some("search"), Some("search"), Some("write")]) {
        attempt.fact.first_wrong_step = Some(2);
        attempt.wrong_step_kind = kind.map(str::to_owned);
    }

    let steps = first_wrong_steps(&details, i64::MIN);

    let told: Vec<_> = steps.iter().map(|step| (step.kind.as_deref(), step.count)).collect();
    assert_eq!(told, [(Some("search"), 2), (Some("write"), 1)]);
}

#[test]
fn failures_an_hour_rest_on_the_hours_handed_over() {
    let mut world = World::default();
    for hour in 0..6 {
        let job = world.job(&format!("2026-11-1{hour}T09:00"), Some(&format!("2026-11-1{hour}T17:00")));
        let came = if hour == 0 { Came::Rejected(Rejection::Other) } else { Came::Accepted };
        world.ai(job, "write", 120, &format!("2026-11-1{hour}T12:00"), came);
    }

    let rates = failures_per_hour(&world.facts, i64::MIN);

    assert_eq!(rates.len(), 1);
    let rate = &rates[0];
    assert_eq!((rate.length, rate.failures, rate.of), ("up_to_160", 1, 6));
    assert!(rate.per_hour.is_some_and(|per_hour| (per_hour - 1.0 / 12.0).abs() < 1e-12));
    assert!(rate.low < rate.per_hour && rate.per_hour < rate.high);
}

#[test]
fn acceptances_are_followed_from_claimed_to_still_standing() {
    let mut world = World::default();
    let job = one_job(&mut world);
    let mut items = vec![];
    for came in [Came::Accepted, Came::Accepted, Came::AfterRework, Came::Rejected(Rejection::Other)] {
        items.push(world.ai(job, "write", 30, NOON, came));
    }
    let mut details = details_of(&world);
    details.attempts[1].wrong_at = Some(at("2026-11-18T09:00"));
    let question = |item: ItemId, days: u32, held: Option<bool>, wrong_at: Option<i64>| FollowUpFact {
        item_id: item,
        job_id: job,
        after_days: days,
        due_at: at(NOON) + i64::from(days) * 86_400_000,
        probability: 0.5,
        held,
        answered_at: held.map(|_| at(NOON) + i64::from(days) * 86_400_000 + 1),
        wrong_at,
    };
    details.follow_ups = vec![
        question(items[0], 7, Some(true), None),
        question(items[1], 7, None, Some(at("2026-11-18T09:00"))),
        question(items[2], 7, None, None),
        question(items[0], 30, None, None),
    ];

    let standing = still_standing(&details, i64::MIN, at("2026-11-25T09:00"));

    assert_eq!((standing.claimed, standing.checked, standing.accepted), (4, 4, 3));
    assert_eq!(standing.turned_out_wrong, 1);
    let seven = &standing.asked[0];
    assert_eq!((seven.held, seven.of, seven.waiting, seven.rate), (1, 2, 1, None));
    assert_eq!((standing.asked[1].of, standing.asked[1].waiting), (0, 0), "30 days are not over");
}

#[test]
fn forecasts_are_scored_against_the_first_attempt_that_says_anything() {
    let mut world = World::default();
    let job = one_job(&mut world);
    for turn in 0..6 {
        let came = if turn < 4 { Came::Accepted } else { Came::Rejected(Rejection::Other) };
        let item = world.ai(job, "write", 30, NOON, came);
        world.again(job, item, "write", 30, "2026-11-16T13:00", Came::Accepted);
    }
    let mut details = details_of(&world);
    for (place, attempt) in details.attempts.clone().iter().enumerate() {
        let assignment = AssignmentId::from_parts(0, [u8::try_from(place / 2).expect("few"); 10]);
        for (by, p, word) in
            [(ForecastBy::App, Some(0.75), None), (ForecastBy::Person, None, Some(GuessWord::Likely))]
        {
            details.forecasts.push(ForecastFact {
                assignment_id: assignment,
                attempt_id: attempt.fact.attempt_id,
                item_id: attempt.fact.item_id,
                by,
                p,
                word,
                minutes: Some(10.0),
            });
        }
    }
    let spent = details.attempts.iter().map(|attempt| (attempt.fact.item_id, 15.0)).collect();

    let all = scored(&details, &spent, i64::MIN);

    let app = &all[0];
    assert_eq!(app.of, 6);
    let near = |actual: Option<f64>, expected: f64| actual.is_some_and(|one| (one - expected).abs() < 1e-12);
    assert!(near(app.brier, (4.0 * 0.0625 + 2.0 * 0.5625) / 6.0), "{:?}", app.brier);
    assert!(near(app.brier_of_average, 2.0 / 9.0));
    assert!(near(all[1].brier, (4.0 * 0.04 + 2.0 * 0.64) / 6.0));
    assert_eq!(app.bins.len(), 1);
    assert_eq!((app.bins[0].right.count, app.bins[0].right.of), (4, 6));
    assert_eq!(app.minutes.map(|minutes| (minutes.expected, minutes.spent)), Some((60.0, 90.0)));
    assert_eq!((all[2].of, all[2].brier), (0, None), "AI never said how sure it was");
}

#[test]
fn cost_names_its_source_and_unknown_is_not_nothing() {
    let mut world = World::default();
    let job = one_job(&mut world);
    for came in [Came::Accepted, Came::Accepted, Came::Rejected(Rejection::Other)] {
        world.ai(job, "write", 30, NOON, came);
    }
    let mut details = details_of(&world);
    let nothing = costs(&details, &calendar(), i64::MIN);
    details.attempts[0].fact.cost = Cost::Reported { nano: 300 };
    details.attempts[2].fact.cost = Cost::Computed { nano: 500, prices: "models.dev 2026-11-01".to_owned() };

    let known = costs(&details, &calendar(), i64::MIN);

    assert_eq!((nothing.total.nano, nothing.nano_per_accepted_item), (None, None));
    assert_eq!((known.total.reported, known.total.computed, known.total.unknown), (1, 1, 1));
    assert_eq!(known.nano_per_accepted_item, Some(400), "the rejected one was paid for as well");
    assert!(known.is_at_least);
    assert_eq!(known.weeks.len(), 1);
}

#[test]
fn a_bench_compares_only_what_was_asked_the_very_same() {
    let mut world = World::default();
    let job = one_job(&mut world);
    for (minutes, came) in [
        (5, Came::Accepted),
        (5, Came::Rejected(Rejection::Other)),
        (60, Came::Accepted),
        (60, Came::Accepted),
    ] {
        world.ai(job, "write", minutes, NOON, came);
    }
    let mut details = details_of(&world);
    let items: Vec<ItemId> = details.attempts.iter().map(|attempt| attempt.fact.item_id).collect();
    for (place, attempt) in details.attempts.iter_mut().enumerate() {
        attempt.purpose = Purpose::Bench;
        attempt.fact.item_id = items[place / 2 * 2];
        attempt.fact.agent = if place % 2 == 0 { "new" } else { "old" }.to_owned();
        attempt.asked = Some("same".to_owned());
    }
    let cells = bench_cells(&details);
    let comparison = compare_agents(&cells, "old", "new");
    details.attempts[0].asked = Some("another question".to_owned());
    let apart = compare_agents(&bench_cells(&details), "old", "new");

    assert_eq!(cells.len(), 4);
    assert_eq!((comparison.test.better, comparison.test.worse, comparison.test.same), (1, 0, 1));
    assert_eq!((apart.test.better, apart.test.same), (0, 1));
}

#[test]
fn chance_that_decides_compares_all_minutes_where_it_put_the_items() {
    let mut world = World::default();
    let job = one_job(&mut world);
    let mut details = Details::default();
    for turn in 0..12_u32 {
        let arm = if turn % 2 == 0 { Arm::Keep } else { Arm::HandOver };
        let minutes = if arm == Arm::Keep { 40 + turn } else { 10 + turn };
        let item = world.own(job, "write", 30, "2026-11-16T15:00", Some(minutes));
        details.coin_flips.push(CoinFlipFact {
            item_id: item,
            job_id: job,
            arm,
            probability: 0.5,
            flipped_at: at(NOON),
            is_done: turn < 11,
        });
    }

    let flips = coin_flips(&world.facts, &details, i64::MIN);

    assert_eq!((flips.kept, flips.handed_over, flips.open), (6, 5, 1));
    let ratio = flips.ratio.expect("enough");
    assert!((ratio - 15.0 / 45.0).abs() < 1e-12, "{ratio}");
    assert!(flips.high.is_some_and(|high| high < 1.0), "clearly quicker: {flips:?}");
    assert!(flips.low.is_some_and(|low| low > 0.1));
}

#[test]
fn a_blind_choice_counts_for_the_agent_whatever_letter_it_had() {
    let compared = |a: &str, b: &str, choice: Choice, by: ChosenBy| ComparisonFact {
        comparison_id: ComparisonId::from_parts(0, [1; 10]),
        item_id: ItemId::from_parts(0, [1; 10]),
        job_id: JobId::from_parts(0, [1; 10]),
        a_agent: a.to_owned(),
        b_agent: b.to_owned(),
        choice,
        by,
        judged_at: 0,
    };
    let details = Details {
        comparisons: vec![
            compared("new", "old", Choice::A, ChosenBy::Colleague),
            compared("old", "new", Choice::B, ChosenBy::Colleague),
            compared("old", "new", Choice::Tie, ChosenBy::Colleague),
            compared("new", "old", Choice::B, ChosenBy::Person),
        ],
        ..Details::default()
    };

    let found = blind(&details);

    let told: Vec<_> =
        found.iter().map(|one| (one.by, one.test.better, one.test.worse, one.test.same)).collect();
    assert_eq!(told, [(ChosenBy::Person, 0, 1, 0), (ChosenBy::Colleague, 2, 0, 1)]);
    assert_eq!((found[0].agent.as_str(), found[0].against.as_str()), ("new", "old"));
}

#[test]
fn whole_jobs_are_counted_among_the_closed_ones() {
    let mut world = World::default();
    let job = one_job(&mut world);
    world.ai(job, "write", 240, NOON, Came::Accepted);
    world.last().scope = Scope::Job;
    let other = one_job(&mut world);
    world.ai(other, "write", 30, NOON, Came::Rejected(Rejection::Other));
    world.own(other, "write", 30, "2026-11-16T15:00", None);
    one_job(&mut world);

    let jobs = whole_jobs(&world.facts, i64::MIN);

    assert_eq!((jobs.closed, jobs.with_handovers), (3, 2));
    assert_eq!((jobs.accepted_whole, jobs.all_accepted), (1, 1));
}
