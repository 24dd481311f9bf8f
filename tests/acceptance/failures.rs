//! Every reason of the failure table, through a simulated agent: what happens, whether it counts against the
//! AI, and the sentence in three languages.

use halfday_app::{Language, Words};
use halfday_domain::failure::{FailureClass, FailureReason};
use serde_json::{Value, json};

use crate::at_work::item;
use crate::running::Running;
use crate::world::{Outcome, World, list};

/// What the program does about a failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Does {
    /// Tries the call again, so often, and then asks.
    CallsAgain(usize),
    /// Pauses and asks, waiting for this.
    Asks(&'static str),
    /// Names it to the agent once, then tries again with another attempt, three in all.
    NudgesThenRetries,
    /// Three attempts.
    Retries,
    /// Blocks the item at once.
    Blocks,
}

/// The table, as the design has it: reason, class, what happens, whether it counts.
fn table() -> Vec<(FailureReason, FailureClass, Does, bool)> {
    use Does::{Asks, Blocks, CallsAgain, NudgesThenRetries, Retries};
    use FailureClass as C;
    use FailureReason as R;
    vec![
        (R::Auth, C::Provider, Asks("provider"), false),
        (R::Billing, C::Provider, Asks("provider"), false),
        (R::SpendCap, C::Provider, Asks("provider"), false),
        (R::RateLimited, C::Provider, CallsAgain(5), false),
        (R::Overloaded, C::Provider, CallsAgain(5), false),
        (R::ServerError, C::Provider, CallsAgain(5), false),
        (R::Timeout, C::Provider, CallsAgain(5), false),
        (R::StreamTruncated, C::Provider, CallsAgain(5), false),
        (R::AgentMissing, C::Setup, Blocks, false),
        (R::NotSignedIn, C::Setup, Blocks, false),
        (R::WorkspaceMissing, C::Setup, Blocks, false),
        (R::InputMissing, C::Setup, Blocks, false),
        (R::InputRefused, C::Setup, Blocks, false),
        (R::InputUnsteady, C::Setup, Blocks, false),
        (R::TooLarge, C::Setup, Blocks, false),
        (R::CopyFailed, C::Setup, Blocks, false),
        (R::NoSandbox, C::Setup, Blocks, false),
        (R::ScopeRefused, C::Setup, Blocks, false),
        (R::DiskFull, C::Setup, Blocks, false),
        (R::Refused, C::Model, NudgesThenRetries, true),
        (R::Truncated, C::Model, NudgesThenRetries, true),
        (R::MalformedToolCall, C::Model, NudgesThenRetries, true),
        (R::UnknownTool, C::Model, NudgesThenRetries, true),
        (R::FormatDrift, C::Model, NudgesThenRetries, true),
        (R::NoAction, C::Model, NudgesThenRetries, true),
        (R::ContextOverflow, C::Model, NudgesThenRetries, true),
        (R::Repetition, C::Process, Retries, true),
        (R::NoProgress, C::Process, Retries, true),
        (R::GoalDrift, C::Process, Retries, true),
        (R::OutOfScope, C::Process, Retries, true),
        (R::PrematureFinish, C::Process, Retries, true),
        (R::NeverFinishes, C::Process, Retries, true),
        (R::ClaimWithoutEffect, C::Process, Retries, true),
        (R::ShouldHaveAsked, C::Process, Retries, true),
        (R::IgnoredFeedback, C::Process, Retries, true),
        (R::NothingDelivered, C::Verify, Retries, true),
        (R::CheckFailed, C::Verify, Retries, true),
        (R::JudgeRejected, C::Verify, Retries, true),
        (R::RejectedByPerson, C::Verify, Retries, true),
        (R::Inconclusive, C::Verify, Asks("question"), false),
        (R::Tokens, C::Budget, Asks("budget"), true),
        (R::Money, C::Budget, Asks("budget"), true),
        (R::Time, C::Budget, Asks("budget"), true),
        (R::Steps, C::Budget, Asks("budget"), true),
        (R::Conflict, C::Outside, Blocks, false),
        (R::AgentExited, C::Outside, Blocks, false),
        (R::SuspectedInjection, C::Safety, Asks("safety"), false),
        (R::SandboxViolation, C::Safety, Asks("safety"), false),
    ]
}

/// An agent whose every turn fails with this reason.
fn failing(reason: FailureReason, does: Does) -> Value {
    let after = matches!(does, Does::CallsAgain(_)).then_some(1);
    let fail = json!([{ "fail": { "reason": reason.code(), "detail": "", "retry_after_ms": after } }]);
    json!({ "turns": vec![fail; 8] })
}

/// Whether what happened counts as a first attempt that went wrong.
fn counts(world: &World) -> Outcome<bool> {
    let stats = world.json(&["stats"])?;
    Ok(stats["total"]["first_time"]["of"] == 1)
}

fn check(reason: FailureReason, does: Does, counted: bool) -> Outcome {
    let world = World::in_real_time()?;
    world.new_job()?;
    world.agent("failing", &failing(reason, does))?;
    world.ok(&["give", "1.1", "--to", "failing", "--now-start"])?;

    let mut run = Running::start(&world, &["run", "--json"])?;
    let asks = match does {
        Does::CallsAgain(_) => Some("provider"),
        Does::Asks(why) => Some(why),
        Does::NudgesThenRetries | Does::Retries | Does::Blocks => None,
    };
    if let Some(why) = asks {
        let asked = run.until("asked")?;
        assert_eq!(asked["facts"]["why"], why, "{reason}");
        assert_eq!(item(&world, "1.1")?["waiting_for"], why, "{reason}");
        world.ok(&["answer", "1.1", "stop"])?;
    }
    let (code, events) = run.end()?;

    let seen = |kind: &str| events.iter().filter(|event| event["event"] == kind).count();
    let turns =
        events.iter().filter(|event| event["event"] == "act" && event["facts"]["act"] == "turn").count() / 2;
    let item = item(&world, "1.1")?;
    let attempts = list(&item["attempts"])?;
    let (wanted_attempts, wanted_turns, parks) = match does {
        Does::CallsAgain(times) => (1, times + 1, times),
        Does::Asks(_) | Does::Blocks => (1, 1, 0),
        Does::NudgesThenRetries => (3, 6, 0),
        Does::Retries => (3, 3, 0),
    };
    assert_eq!((attempts.len(), turns, seen("parked")), (wanted_attempts, wanted_turns, parks), "{reason}");
    assert_eq!(item["status"], "blocked", "{reason}: the person decides");
    assert_eq!(code, Some(4), "{reason}");
    for attempt in attempts {
        assert_eq!(
            (&attempt["outcome"], &attempt["reason"]),
            (&json!("failed"), &json!(reason.code())),
            "{reason}"
        );
    }
    assert_eq!(counts(&world)?, counted, "{reason}: against the AI or not");
    assert_eq!(reason.counts_against_ai(), counted, "{reason}");
    for language in Language::ALL {
        let sentence = Words::of(*language).word(&format!("failure-{}", reason.code()));
        let shown = world.ok_in(language.code(), &["attempts", "1.1"])?.out;
        let plain = |text: &str| text.split_whitespace().collect::<String>();
        assert!(plain(&shown).contains(&plain(&sentence)), "{reason} in {language}: {shown}");
    }
    Ok(())
}

/// One class after the other, so that they run side by side.
fn check_class(class: FailureClass) -> Outcome {
    for (reason, of, does, counted) in table() {
        assert_eq!(reason.class(), of, "{reason}");
        if of == class {
            check(reason, does, counted)?;
        }
    }
    Ok(())
}

#[test]
fn the_table_has_every_reason_once() {
    let reasons: Vec<FailureReason> = table().into_iter().map(|(reason, ..)| reason).collect();

    assert_eq!(reasons, FailureReason::ALL);
}

#[test]
fn faults_of_the_provider_are_waited_out_or_asked_about_and_never_counted() -> Outcome {
    check_class(FailureClass::Provider)
}

#[test]
fn faults_of_the_set_up_block_with_the_reason_and_never_count() -> Outcome {
    check_class(FailureClass::Setup)
}

#[test]
fn faults_of_the_model_are_named_to_it_once_then_tried_again_and_count() -> Outcome {
    check_class(FailureClass::Model)
}

#[test]
fn faults_of_the_way_it_works_are_tried_again_and_count() -> Outcome {
    check_class(FailureClass::Process)
}

#[test]
fn what_does_not_hold_is_tried_again_and_counts_unless_nobody_can_tell() -> Outcome {
    check_class(FailureClass::Verify)
}

#[test]
fn a_budget_asks_and_counts_when_it_is_not_extended() -> Outcome {
    check_class(FailureClass::Budget)
}

#[test]
fn what_happens_outside_blocks_and_never_counts() -> Outcome {
    check_class(FailureClass::Outside)
}

#[test]
fn what_looks_unsafe_pauses_and_never_counts() -> Outcome {
    check_class(FailureClass::Safety)
}

#[test]
fn a_limit_without_a_time_is_never_tried_again() -> Outcome {
    let world = World::in_real_time()?;
    world.new_job()?;
    let fail = json!([{ "fail": { "reason": "rate_limited", "retry_after_ms": null } }]);
    world.agent("limited", &json!({ "turns": [fail] }))?;
    world.ok(&["give", "1.1", "--to", "limited", "--now-start"])?;

    let run = world.run(&["run", "--json", "--wait", "0"])?;

    assert_eq!(run.code, Some(4));
    assert!(!run.out.contains("\"parked\""), "{}", run.out);
    let last = item(&world, "1.1")?["attempts"][0].clone();
    assert_eq!((&last["outcome"], &last["reason"]), (&json!("stopped"), &json!("app_closed")));
    assert!(!counts(&world)?);
    Ok(())
}

#[test]
fn all_done_with_nothing_delivered_is_nothing_delivered() -> Outcome {
    let world = World::in_real_time()?;
    world.new_job()?;
    let claim = json!([
        { "step": { "kind": "write", "about": "report.md", "went_well": true } },
        { "finish": { "said": "All done.", "confidence": 1.0 } },
    ]);
    world.agent("boaster", &json!({ "turns": [claim] }))?;
    world.ok(&["give", "1.1", "--to", "boaster", "--now-start"])?;

    world.run(&["run"])?;

    let attempts = item(&world, "1.1")?["attempts"].clone();
    assert_eq!(attempts[0]["reason"], "nothing_delivered");
    let step = world.json(&["attempts", "1.1"])?["attempts"][0]["step_list"][0].clone();
    assert_eq!(step["mark"], "unchanged", "it said that it wrote, and the folder says that it did not");
    Ok(())
}

#[test]
fn an_agent_that_goes_in_circles_is_stopped_early() -> Outcome {
    let world = World::in_real_time()?;
    world.new_job()?;
    let read = json!({ "step": { "kind": "read", "about": "letters.txt" } });
    let mut turn = vec![read; 30];
    turn.push(json!("hang"));
    world.agent("circling", &json!({ "turns": [turn] }))?;
    world.ok(&["give", "1.1", "--to", "circling", "--now-start"])?;

    world.run(&["run"])?;

    let attempt = item(&world, "1.1")?["attempts"][0].clone();
    assert_eq!(attempt["reason"], "repetition");
    assert!(attempt["steps"].as_u64().is_some_and(|steps| steps < 30), "{attempt}");
    Ok(())
}
