//! Calls that are made again. The clock stands still and jumps.

use std::sync::Arc;
use std::time::Duration;

use halfday_domain::failure::FailureReason;
use halfday_runner::agents::llm::Limits;
use halfday_runner::agents::{Commands, StepKind};
use halfday_runner::providers::{Advice, Anthropic, Fault, Patience};
use tempfile::tempdir;
use tokio::time::Instant;
use wiremock::ResponseTemplate;

use super::anthropic::{message, text, tool};
use super::scripted::{Scene, Scripted, agent, calls, finish, note, place, work, write};
use super::wire::{Outcome, connection, events, server};

fn busy(reason: FailureReason, retry_after: Option<u64>) -> Fault {
    let mut fault = Fault::new(reason, "busy");
    fault.failure.retry_after = retry_after.map(Duration::from_secs);
    fault
}

fn done() -> Vec<Scene> {
    vec![calls(&[note(), write("a.md", "text"), finish("a.md", "text")])]
}

/// How a turn ends whose first calls bring `faults`, how often the model was called and how long it took.
async fn check(faults: Vec<Fault>) -> Outcome<(Option<FailureReason>, usize, Duration)> {
    let folder = tempdir()?;
    let model = Scripted::new(faults.into_iter().map(Scene::Fails).chain(done()));
    let start = Instant::now();
    let agent = agent(Arc::clone(&model) as _, Limits::default());
    let (came, _) = work(&agent, &place(folder.path(), Commands::Off), &["brief"], vec![]).await?;
    Ok((came.err().map(|failure| failure.reason), model.requests().len(), start.elapsed()))
}

#[tokio::test(start_paused = true)]
async fn a_limit_that_names_a_time_is_waited_for() -> Outcome {
    let (reason, calls, waited) = check(vec![busy(FailureReason::RateLimited, Some(30))]).await?;

    assert_eq!((reason, calls), (None, 2));
    assert!((30.0..=33.1).contains(&waited.as_secs_f64()), "{waited:?}");
    Ok(())
}

#[tokio::test(start_paused = true)]
async fn a_limit_without_a_time_is_not_tried_again() -> Outcome {
    let came = check(vec![busy(FailureReason::RateLimited, None)]).await?;

    assert_eq!(came, (Some(FailureReason::RateLimited), 1, Duration::ZERO));
    Ok(())
}

#[tokio::test(start_paused = true)]
async fn a_limit_that_lasts_hours_goes_back_with_its_time_so_that_the_item_can_be_parked() -> Outcome {
    let folder = tempdir()?;
    let model = Scripted::new([Scene::Fails(busy(FailureReason::RateLimited, Some(7_200)))]);
    let agent = agent(model, Limits::default());

    let (came, _) = work(&agent, &place(folder.path(), Commands::Off), &["brief"], vec![]).await?;

    assert_eq!(came.err().and_then(|failure| failure.retry_after), Some(Duration::from_hours(2)));
    Ok(())
}

#[tokio::test(start_paused = true)]
async fn an_overloaded_provider_is_tried_six_times_and_no_more() -> Outcome {
    let overloaded = || busy(FailureReason::Overloaded, None);

    let (reason, calls, waited) = check((0..9).map(|_| overloaded()).collect()).await?;

    assert_eq!((reason, calls), (Some(FailureReason::Overloaded), 6));
    assert!((15.5..=31.1).contains(&waited.as_secs_f64()), "1 + 2 + 4 + 8 + 16 s, spread: {waited:?}");
    Ok(())
}

#[tokio::test(start_paused = true)]
async fn a_provider_that_says_never_is_obeyed() -> Outcome {
    let never = Fault { advice: Advice::Never, ..busy(FailureReason::ServerError, None) };

    assert_eq!(check(vec![never]).await?, (Some(FailureReason::ServerError), 1, Duration::ZERO));
    Ok(())
}

#[tokio::test(start_paused = true)]
async fn a_wait_is_told_as_a_step() -> Outcome {
    let folder = tempdir()?;
    let model =
        Scripted::new([Scene::Fails(busy(FailureReason::RateLimited, Some(0)))].into_iter().chain(done()));
    let agent = agent(model, Limits::default());

    let (_, seen) = work(&agent, &place(folder.path(), Commands::Off), &["brief"], vec![]).await?;

    assert_eq!(seen.short().first(), Some(&(StepKind::Other, "rate_limited: 0 s", Some(false))));
    Ok(())
}

#[tokio::test]
async fn over_the_wire_a_named_time_leads_to_a_second_call_that_succeeds() -> Outcome {
    let folder = tempdir()?;
    let limited = ResponseTemplate::new(429)
        .insert_header("retry-after", "0")
        .set_body_string(r#"{"type":"error","error":{"type":"rate_limit_error","message":"slow down"}}"#);
    let blocks = [
        text(0, "On it."),
        tool(1, "note", r#"{"text":"write"}"#),
        tool(2, "write", r#"{"path":"a.md","content":"text"}"#),
        tool(3, "finish", r#"{"summary":"s","confidence":1,"evidence":[{"criterion":"c","proof":"p"}]}"#),
    ];
    let server = server(vec![limited, events(&message(&blocks, "tool_use"))]).await;
    let limits = Limits { patience: Patience::default(), ..Limits::default() };
    let agent = agent(Arc::new(Anthropic::new(connection(&server)?, "m")), limits);

    let (came, seen) = work(&agent, &place(folder.path(), Commands::Off), &["brief"], vec![]).await?;

    assert_eq!(came?.confidence, Some(1.0));
    assert_eq!(std::fs::read_to_string(folder.path().join("a.md"))?, "text");
    assert_eq!(seen.text, "On it.");
    assert_eq!(seen.used.and_then(|used| used.tokens_out), Some(42), "the refused call used nothing");
    Ok(())
}
