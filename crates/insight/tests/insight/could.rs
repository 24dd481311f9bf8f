//! What could be handed over, counted from what chance picked.

use halfday_domain::attempt::Purpose;
use halfday_domain::facts::Cost;
use halfday_domain::facts::details::{Details, DrawAnswer, DrawFact};
use halfday_domain::id::{ItemId, JobId};
use halfday_domain::review::{Rejection, VerdictCode};
use halfday_insight::{caught, costs, could, fixed_after_one_feedback, still_standing, stretches};

use crate::details::{details_of, one_job};
use crate::world::{Came, World, at, calendar};

const NOON: &str = "2026-11-16T12:00";
const ALWAYS: std::ops::Range<i64> = i64::MIN..i64::MAX;

fn drawn(world: &mut World, job: JobId, item: ItemId, answer: Option<DrawAnswer>, details: &mut Details) {
    let finish = world.facts.finishes.iter().find(|finish| finish.item_id == item).expect("kept").clone();
    details.draws.push(DrawFact {
        item_id: item,
        job_id: job,
        item_title: finish.item_title,
        kind: finish.kind,
        estimate_minutes: finish.estimate_minutes,
        estimate_source: finish.estimate_source,
        probability: 0.25,
        is_drawn: true,
        drawn_at: finish.finished_at - 1,
        answer,
        answered_at: answer.map(|_| finish.finished_at),
    });
}

/// A shadow attempt on an item of the person's, told like any other and then moved beside the work.
fn shadow(world: &World, item: ItemId, verdict: Option<VerdictCode>, details: &mut Details) {
    let mut told = World::default();
    let job = world.facts.finishes.iter().find(|finish| finish.item_id == item).expect("kept").job_id;
    told.again(job, item, "write", 30, NOON, Came::Accepted);
    let mut attempt = details_of(&told).attempts.remove(0);
    attempt.purpose = Purpose::Shadow;
    attempt.fact.verdict = verdict;
    attempt.fact.rejection = (verdict == Some(VerdictCode::Rejected)).then_some(Rejection::Other);
    details.attempts.push(attempt);
}

#[test]
fn what_could_be_handed_over_weighs_what_was_kept_by_what_chance_picked_of_it() {
    let mut world = World::default();
    let job = one_job(&mut world);
    for _ in 0..3 {
        world.ai(job, "write", 40, NOON, Came::Accepted);
    }
    world.ai(job, "write", 80, NOON, Came::Rejected(Rejection::Other));
    let kept: Vec<ItemId> = (0..8).map(|_| world.own(job, "write", 25, "2026-11-16T15:00", None)).collect();
    let mut details = details_of(&world);
    let answers = [
        (Some(DrawAnswer::Taken), Some(VerdictCode::Accepted)),
        (Some(DrawAnswer::Taken), Some(VerdictCode::AcceptedAfterRework)),
        (Some(DrawAnswer::Taken), Some(VerdictCode::Rejected)),
        (Some(DrawAnswer::Impossible), None),
        (Some(DrawAnswer::Refused), None),
        (None, None),
    ];
    for (item, (answer, verdict)) in kept.iter().zip(answers) {
        drawn(&mut world, job, *item, answer, &mut details);
        if verdict.is_some() {
            shadow(&world, *item, verdict, &mut details);
        }
    }

    let few = could(&world.facts, &details, ALWAYS);
    drawn(&mut world, job, kept[6], Some(DrawAnswer::Taken), &mut details);
    shadow(&world, kept[6], Some(VerdictCode::Accepted), &mut details);
    let enough = could(&world.facts, &details, ALWAYS);

    assert_eq!((few.drawn.as_is, few.drawn.after_fix, few.drawn.of), (1, 1, 4));
    assert_eq!((few.waiting, few.refused, few.needs_drawn, few.could), (1, 1, 1, None));
    assert_eq!(few.chosen_share, Some(0.5), "200 of 400 minutes were handed over");
    let could = enough.could.expect("five draws");
    // Of the chosen minutes 120 of 200, of the drawn 3 of 5.
    assert!((could.value - 0.6).abs() < 1e-12, "{could:?}");
    assert!(could.low < 0.6 && 0.6 < could.high);
    let as_is = enough.could_as_is.expect("five draws");
    assert!((as_is.value - 0.5).abs() < 1e-12, "{as_is:?}");
}

#[test]
fn what_could_be_handed_over_of_a_week_does_not_move_with_what_is_drawn_answered_or_judged_later() {
    let mut world = World::default();
    let job = one_job(&mut world);
    world.ai(job, "write", 40, NOON, Came::Accepted);
    let kept: Vec<ItemId> = (0..8).map(|_| world.own(job, "write", 25, "2026-11-16T15:00", None)).collect();
    let mut details = details_of(&world);
    for (item, verdict) in
        kept.iter().zip([VerdictCode::Accepted, VerdictCode::Rejected].into_iter().cycle()).take(5)
    {
        drawn(&mut world, job, *item, Some(DrawAnswer::Taken), &mut details);
        shadow(&world, *item, Some(verdict), &mut details);
    }
    drawn(&mut world, job, kept[5], None, &mut details);
    let end = at("2026-11-17T00:00");
    let then = could(&world.facts, &details, i64::MIN..end);

    let answered = details.draws.last_mut().expect("a draw");
    (answered.answer, answered.answered_at) = (Some(DrawAnswer::Impossible), Some(end));
    drawn(&mut world, job, kept[6], Some(DrawAnswer::Impossible), &mut details);
    details.draws.last_mut().expect("a draw").drawn_at = end;
    drawn(&mut world, job, kept[7], None, &mut details);
    let before = could(&world.facts, &details, i64::MIN..end);
    shadow(&world, kept[7], Some(VerdictCode::Rejected), &mut details);
    let judged = details.attempts.last_mut().expect("a shadow");
    (judged.fact.ended_at, judged.fact.reviewed_at) = (end, Some(end));
    world.ai(job, "write", 90, "2026-11-17T12:00", Came::Rejected(Rejection::Other));
    world.own(job, "write", 90, "2026-11-17T12:00", None);

    assert_eq!(could(&world.facts, &details, i64::MIN..end), before, "judged, tried and done later");
    assert_eq!((before.could, before.drawn, before.waiting), (then.could, then.drawn, then.waiting + 1));
    let now = could(&world.facts, &details, ALWAYS);
    assert_eq!((now.drawn.of, now.waiting), (8, 0), "and all of it counts now");
    assert_ne!(now.could, then.could);
}

#[test]
fn in_a_simulated_year_draws_find_what_choosing_hides() {
    // AI can do 60 % of what comes up; the person hands over mostly what it can do.
    let mut world = World::default();
    let mut details = Details::default();
    let mut turn = 1_u64;
    let mut chance = || {
        turn = turn.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (turn >> 33) as f64 / f64::from(1_u32 << 31)
    };
    let (mut can, mut all) = (0, 0);
    for day in 0..200 {
        let date = jiff::civil::date(2026, 1, 1).saturating_add(jiff::Span::new().days(day));
        let job = world.job(&format!("{date}T09:00"), Some(&format!("{date}T17:00")));
        for _ in 0..5 {
            let able = chance() < 0.6;
            (can, all) = (can + u32::from(able), all + 1);
            if chance() < if able { 0.5 } else { 0.2 } {
                let came = if able { Came::Accepted } else { Came::Rejected(Rejection::Other) };
                world.ai(job, "write", 30, &format!("{date}T12:00"), came);
                continue;
            }
            let item = world.own(job, "write", 30, &format!("{date}T15:00"), None);
            if chance() < 0.25 {
                drawn(&mut world, job, item, Some(DrawAnswer::Taken), &mut details);
                let verdict = if able { VerdictCode::Accepted } else { VerdictCode::Rejected };
                shadow(&world, item, Some(verdict), &mut details);
            }
        }
    }

    let found = could(&world.facts, &details, ALWAYS);

    let truth = f64::from(can) / f64::from(all);
    let value = found.could.expect("many draws");
    assert!((value.value - truth).abs() < 0.06, "{value:?} beside {truth}");
    assert!(value.low < truth && truth < value.high);
    let on_chosen = f64::from(found.chosen.as_is) / f64::from(found.chosen.of);
    assert!(on_chosen > truth + 0.1, "choosing looks better than it is: {on_chosen}");
    assert!(found.chosen_share.is_some_and(|share| share < truth - 0.1), "and is less than could be");
}

#[test]
fn what_was_drawn_handed_over_or_benched_beside_the_work_changes_no_work_figure() {
    let mut world = World::default();
    let job = one_job(&mut world);
    world.ai(job, "write", 40, NOON, Came::Accepted);
    let kept = world.own(job, "write", 25, "2026-11-16T15:00", None);
    let plain = details_of(&world);
    let mut more = plain.clone();
    shadow(&world, kept, Some(VerdictCode::Rejected), &mut more);
    let mut bench = more.attempts.last().expect("a shadow").clone();
    bench.purpose = Purpose::Bench;
    bench.fact.cost = Cost::Reported { nano: 5 };
    more.attempts.push(bench);

    let figures = |details: &Details| {
        (
            caught(details, i64::MIN),
            stretches(details, i64::MIN),
            fixed_after_one_feedback(details, i64::MIN),
            still_standing(details, i64::MIN, i64::MAX),
            costs(details, &calendar(), i64::MIN).total,
        )
    };
    assert_eq!(figures(&plain), figures(&more));
    assert_eq!(costs(&more, &calendar(), i64::MIN).beside_the_work.nano, Some(5));
}
