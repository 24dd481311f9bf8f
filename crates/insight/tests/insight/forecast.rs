//! What is expected of a handover, from the person's own record, worked out by hand.

use halfday_domain::facts::IntervalKind;
use halfday_domain::kind::Kind;
use halfday_domain::review::Rejection;
use halfday_insight::{Forecast, Forecaster};

use crate::world::{Came, World, at};

const NOW: &str = "2026-11-17T09:00";

/// So many first tries of a kind, `right` of them right, each briefed in 2 and reviewed in 3 minutes.
fn tried(world: &mut World, kind: &str, right: usize, of: usize) {
    for place in 0..of {
        let job = world.job("2026-11-03T09:00", None);
        let came = if place < right { Came::Accepted } else { Came::Rejected(Rejection::WrongFacts) };
        let item = world.ai(job, kind, 40, "2026-11-03T12:00", came);
        world.spent(job, Some(item), IntervalKind::Brief, 2, "2026-11-03T10:00");
        world.spent(job, Some(item), IntervalKind::Review, 3, "2026-11-03T12:00");
    }
}

fn forecast(world: &World, kind: &str, minutes: Option<u32>) -> Option<Forecast> {
    Forecaster::new(&world.facts, at(NOW)).of(&Kind::from(kind), minutes)
}

#[test]
fn the_chance_is_the_kinds_rate_shrunk_to_all_kinds_and_the_minutes_are_what_a_handover_costs() {
    let mut world = World::default();
    tried(&mut world, "write", 3, 4);
    tried(&mut world, "check", 5, 6);

    let one = forecast(&world, "write", Some(40)).expect("four tries");

    // K = 8 of N = 10: p = 8.5/11; the mean of Beta(3 + 4p, 1 + 4(1 − p)) is (3 + 4p)/8.
    let p = 8.5 / 11.0;
    assert_eq!((one.right, one.of), (3, 4));
    assert!((one.p - (3.0 + 4.0 * p) / 8.0).abs() < 1e-12, "{one:?}");
    // Nothing was ever reworked: rework may cost as much as doing it. 2 rejected of 10 in all.
    let rework = 4.0 * (0.5 / 11.0) / 8.0;
    let reject = (1.0 + 4.0 * (2.5 / 11.0)) / 8.0;
    let expected = 2.0 + 3.0 + (rework + reject) * 40.0;
    assert!(one.minutes.is_some_and(|minutes| (minutes - expected).abs() < 1e-9), "{one:?} {expected}");
}

#[test]
fn doing_it_after_all_is_counted_by_the_persons_own_clock_once_that_is_known() {
    let mut world = World::default();
    tried(&mut world, "write", 3, 4);
    let before = forecast(&world, "write", Some(40)).and_then(|one| one.minutes).expect("known");
    for _ in 0..10 {
        let job = world.job("2026-11-04T09:00", None);
        world.own(job, "plan", 30, "2026-11-04T12:00", Some(60));
    }

    let after = forecast(&world, "write", Some(40)).and_then(|one| one.minutes).expect("known");

    // Own work takes twice as long as thought, and so would what comes back unusable.
    assert!((after - 5.0 - 2.0 * (before - 5.0)).abs() < 1e-9, "{before} {after}");
}

#[test]
fn under_three_tries_of_the_kind_nothing_is_said() {
    let mut world = World::default();
    tried(&mut world, "write", 2, 2);
    tried(&mut world, "check", 9, 9);

    assert_eq!(forecast(&world, "write", Some(40)), None);
    assert_eq!(forecast(&world, "plan", Some(40)), None);
}

#[test]
fn without_minutes_there_is_a_chance_but_no_cost() {
    let mut world = World::default();
    tried(&mut world, "write", 3, 3);

    assert_eq!(forecast(&world, "write", None).map(|one| (one.of, one.minutes)), Some((3, None)));
    world.facts.intervals.clear();
    assert_eq!(forecast(&world, "write", Some(40)).map(|one| (one.of, one.minutes)), Some((3, None)));
}

#[test]
fn what_was_judged_after_the_handover_is_not_foreseen() {
    let mut world = World::default();
    tried(&mut world, "write", 3, 3);
    let before = forecast(&world, "write", Some(40));
    let job = world.job("2026-11-18T09:00", None);
    world.ai(job, "write", 40, "2026-11-18T12:00", Came::Rejected(Rejection::Invented));

    assert_eq!(forecast(&world, "write", Some(40)), before);
}
