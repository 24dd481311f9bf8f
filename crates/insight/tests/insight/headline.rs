//! The numbers at the top of Insights: what a filter lets through, and that each number has the rows it counts.
#![allow(
    clippy::redundant_closure_for_method_calls,
    reason = "a path to a method is for one lifetime, and the helper asks for any"
)]

use std::collections::BTreeSet;

use halfday_domain::kind::Kind;
use halfday_domain::review::Rejection;
use halfday_insight::{Figures, LengthBand, Narrow, calibration_of};

use crate::details::details_of;
use crate::world::{Came, World, at, calendar, twelve_weeks};

const NOW: &str = "2026-11-25T10:00";

fn on<T>(world: &World, narrow: &Narrow, read: impl FnOnce(&Figures<'_>) -> T) -> T {
    let (facts, details) = (narrow.facts(world.facts.clone()), narrow.details(details_of(world)));
    let (calendar, since) = (calendar(), at("2026-09-07T00:00"));
    read(&Figures { facts: &facts, details: &details, calendar: &calendar, since, until: at(NOW) + 1 })
}

#[test]
fn an_item_is_let_through_by_its_first_agent_and_keeps_all_its_attempts() {
    let mut world = World::default();
    let job = world.job("2026-11-16T09:00", Some("2026-11-16T17:00"));
    let item = world.ai(job, "write", 30, "2026-11-16T10:00", Came::Rejected(Rejection::Invented));
    world.last().agent = "goose".to_owned();
    world.again(job, item, "write", 30, "2026-11-16T11:00", Came::Accepted);

    let of = |agent: &str| Narrow { agent: Some(agent.to_owned()), ..Narrow::default() };
    let goose = on(&world, &of("goose"), |figures| figures.right_first_time());
    let clipboard = on(&world, &of("clipboard"), |figures| figures.right_first_time());

    assert_eq!((goose.0.right, goose.0.of, goose.1.items), (0, 1, vec![item]));
    // Its second attempt was right; that is not a first one of anybody.
    assert_eq!((clipboard.0.of, clipboard.1.items), (0, vec![]));
}

#[test]
fn kinds_and_lengths_part_the_record_without_a_rest() {
    let world = twelve_weeks();
    let whole = on(&world, &Narrow::default(), |figures| figures.right_first_time());

    let kinds: BTreeSet<Kind> = world.facts.attempts.iter().map(|row| row.kind.clone()).collect();
    let of_kinds: u32 = kinds
        .into_iter()
        .map(|kind| Narrow { kind: Some(kind), ..Narrow::default() })
        .map(|narrow| on(&world, &narrow, |figures| figures.right_first_time()).0.of)
        .sum();
    let of_lengths: u32 = LengthBand::ALL
        .into_iter()
        .map(|length| Narrow { length: Some(length), ..Narrow::default() })
        .map(|narrow| on(&world, &narrow, |figures| figures.right_first_time()).0.of)
        .sum();

    assert!(whole.0.of > 0);
    assert_eq!((of_kinds, of_lengths), (whole.0.of, whole.0.of));
    assert_eq!(u32::try_from(whole.1.items.len()), Ok(whole.0.of), "each has its row");
}

#[test]
fn the_minutes_of_the_share_are_those_of_the_rows_behind_it() {
    let world = twelve_weeks();
    let found = on(&world, &Narrow::default(), |figures| figures.share_of_closed());

    let estimate = |item| {
        let done = world.facts.finishes.iter().rev().find(|row| row.item_id == item);
        let tried = world.facts.attempts.iter().rev().find(|row| row.item_id == item);
        done.and_then(|row| row.estimate_minutes).or_else(|| tried.and_then(|row| row.estimate_minutes))
    };
    let listed: u32 = found.behind.items.iter().filter_map(|item| estimate(*item)).sum();

    assert!(listed > 0);
    assert_eq!(halfday_insight::Minutes::whole(listed), found.listed_minutes);
}

#[test]
fn what_was_saved_in_the_running_week_is_in_no_average() {
    let mut world = twelve_weeks();
    let before = on(&world, &Narrow::default(), |figures| figures.saved_a_week());
    let job = world.job("2026-11-23T09:00", Some("2026-11-24T17:00"));
    world.ai(job, "write", 480, "2026-11-24T10:00", Came::Accepted);
    let after = on(&world, &Narrow::default(), |figures| figures.saved_a_week());

    assert_eq!((after.weeks, &after.behind), (before.weeks, &before.behind));
    assert_eq!(after.saved, before.saved);
    assert!(calibration_of(&world.facts, at(NOW)).is_some());
}

#[test]
fn handed_over_again_names_the_jobs_in_which_a_kind_came_up() {
    let mut world = World::default();
    let first = world.job("2026-11-02T09:00", Some("2026-11-02T17:00"));
    world.ai(first, "write", 30, "2026-11-02T10:00", Came::Accepted);
    let second = world.job("2026-11-09T09:00", Some("2026-11-09T17:00"));
    world.ai(second, "write", 30, "2026-11-09T10:00", Came::Accepted);
    let third = world.job("2026-11-16T09:00", Some("2026-11-16T17:00"));
    world.own(third, "write", 30, "2026-11-16T10:00", None);

    let (again, behind) = on(&world, &Narrow::default(), |figures| figures.handed_over_again());

    assert_eq!((again.again, again.of), (1, 2));
    assert_eq!(behind.jobs, vec![second, third]);
}
