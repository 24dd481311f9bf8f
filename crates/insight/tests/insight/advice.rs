//! What to hand over next, from the person's own record.

use halfday_domain::facts::IntervalKind;
use halfday_domain::facts::details::Details;
use halfday_domain::kind::{Kind, KnownKind};
use halfday_domain::review::Rejection;
use halfday_insight::{Advice, HandoverCosts, KindShown, Titles, weekly};
use serde_json::Value;

use crate::world::{Came, World, at, calendar, week};

fn advice(world: &World) -> Vec<Advice> {
    weekly(
        &world.facts,
        &Details::default(),
        &calendar(),
        week("2026-W47"),
        at("2026-11-23T09:00"),
        Titles::Shown,
    )
    .hand_over_next
}

/// So many tries of a kind, `right` of them right, each briefed in 2 and reviewed in 3 minutes.
fn tried(world: &mut World, kind: &str, right: usize, of: usize) {
    for place in 0..of {
        let job = world.job("2026-11-03T09:00", None);
        let came = if place < right { Came::Accepted } else { Came::Rejected(Rejection::WrongFacts) };
        let item = world.ai(job, kind, 40, "2026-11-03T12:00", came);
        world.spent(job, Some(item), IntervalKind::Brief, 2, "2026-11-03T10:00");
        world.spent(job, Some(item), IntervalKind::Review, 3, "2026-11-03T12:00");
    }
}

fn kept(world: &mut World, kind: &str, minutes: u32) {
    let job = world.job("2026-11-17T09:00", None);
    world.own(job, kind, minutes, "2026-11-17T15:00", None);
}

#[test]
fn the_cost_of_a_handover_agrees_with_the_vectors() {
    let vectors: Value =
        serde_json::from_str(include_str!("../../../../tests/fixtures/metr/vectors.json")).expect("vectors");
    for case in vectors["handover_cost"]["cases"].as_array().expect("cases") {
        let number = |name: &str| case[name].as_f64().expect(name);
        let costs = HandoverCosts {
            brief_minutes: number("M"),
            review_minutes: number("R"),
            rework_minutes: number("W"),
            own_minutes: number("H"),
        };
        let expected = number("expected_minutes");
        let actual = costs.expected_minutes(number("p_rework"), number("p_reject"));
        assert!((actual - expected).abs() <= 1e-12 * expected, "{case}");
    }
}

#[test]
fn a_kind_done_well_and_kept_is_named_with_its_numbers() {
    let mut world = World::default();
    tried(&mut world, "write", 8, 8);
    kept(&mut world, "write", 30);
    kept(&mut world, "write", 50);

    let advice = advice(&world);

    let [one] = advice.as_slice() else { panic!("one kind: {advice:?}") };
    assert_eq!(one.kind, KindShown::shown(&Kind::Known(KnownKind::Write)));
    assert_eq!((one.right, one.of), (8, 8));
    assert!((one.estimate_minutes - 40.0).abs() < 1e-9, "the median of 30 and 50");
    // p = 0.5/9; Beta(4p, 8 + 4(1 − p)) has mean 4p/12; nothing was reworked, so W = H = 40.
    let mean = 4.0 * (0.5 / 9.0) / 12.0;
    assert!((one.saves_minutes - (40.0 - 5.0 - 2.0 * mean * 40.0)).abs() < 1e-9, "{one:?}");
    let deviation = (2.0 * mean * (1.0 - mean) / 13.0).sqrt() * 40.0;
    assert!((one.saves_at_least_minutes - (one.saves_minutes - 1.281_551_565_545 * deviation)).abs() < 1e-6);
}

#[test]
fn under_three_tries_and_without_anything_kept_nothing_is_said() {
    let mut world = World::default();
    tried(&mut world, "write", 2, 2);
    kept(&mut world, "write", 60);
    tried(&mut world, "check", 9, 9);
    assert_eq!(advice(&world), [], "two tries; and nothing of the other kind was kept");
}

#[test]
fn what_does_not_surely_save_is_not_named() {
    let mut world = World::default();
    tried(&mut world, "write", 1, 6);
    kept(&mut world, "write", 30);
    tried(&mut world, "message", 9, 9);
    kept(&mut world, "message", 5);
    assert_eq!(advice(&world), [], "mostly rejected; and five minutes are what asking costs");
}

#[test]
fn time_nobody_recorded_is_not_taken_for_nothing() {
    let mut world = World::default();
    tried(&mut world, "write", 9, 9);
    world.facts.intervals.clear();
    kept(&mut world, "write", 60);
    assert_eq!(advice(&world), [], "nobody knows what asking costs");
}

#[test]
fn the_surest_comes_first_and_three_are_named() {
    let mut world = World::default();
    for (kind, minutes) in [("write", 20), ("check", 90), ("code", 60), ("plan", 30)] {
        tried(&mut world, kind, 6, 6);
        kept(&mut world, kind, minutes);
    }
    let kinds: Vec<KindShown> = advice(&world).into_iter().map(|advice| advice.kind).collect();
    let expected = [KnownKind::Check, KnownKind::Code, KnownKind::Plan];
    assert_eq!(kinds, expected.map(KindShown::Known));
}
