//! Asking an agent for one answer: where the answer is found, what it used, and how it is stopped.

use std::fs;
use std::time::Duration;

use halfday_domain::failure::FailureReason;
use halfday_runner::agents::asking::{Asking, AskingLimits, StopAsking};
use halfday_runner::agents::scripted::{Script, Scripted};
use serde_json::{Value, json};
use tempfile::{TempDir, tempdir};

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

const PATIENT: AskingLimits =
    AskingLimits { silence: Duration::from_mins(1), answer: Duration::from_mins(1) };

async fn asking(turns: Value, limits: AskingLimits, stop: &StopAsking) -> Outcome<(TempDir, Option<Asking>)> {
    let folder = tempdir()?;
    let agent = Scripted::new(Script::from_json(&json!({ "turns": turns }).to_string())?);
    let asking = Asking::open(&agent, folder.path(), "plan.json", limits, stop).await?;
    Ok((folder, asking))
}

#[tokio::test]
async fn the_answer_is_the_file_else_the_words_and_an_earlier_file_is_no_answer() -> Outcome {
    let turns = json!([
        [{ "write": { "path": "plan.json", "text": "{\"first\": 1}" } }, { "say": "Done." },
         { "use": { "tokens_in": 100, "tokens_out": 20 } }],
        [{ "say": "{\"second\": 2}" }, { "use": { "tokens_in": 300, "tokens_out": 5 } }],
        [{ "say": "{\"third\": 3}" }, { "finish": { "said": "That was it." } }],
    ]);
    let (_folder, opened) = asking(turns, PATIENT, &StopAsking::default()).await?;
    let mut asking = opened.ok_or("it was stopped")?;
    let mut most = 0;

    assert_eq!(asking.ask("?", |written| most = written).await?.as_deref(), Some("{\"first\": 1}"));
    assert_eq!(asking.ask("?", |_| {}).await?.as_deref(), Some("{\"second\": 2}"));
    let used = asking.used().ok_or("nothing was used")?;
    assert_eq!((used.tokens_in, used.tokens_out), (Some(400), Some(25)), "turns are added up");

    let third = asking.ask("?", |_| {}).await?.ok_or("it was stopped")?;
    assert!(third.contains("{\"third\": 3}"), "{third}");
    assert!(most > 0, "what it writes is heard while it writes");
    assert_eq!(asking.used().and_then(|used| used.tokens_in), None, "a sum with an unknown part is unknown");
    asking.close().await;
    Ok(())
}

#[cfg(unix)]
#[tokio::test]
async fn a_link_is_no_answer() -> Outcome {
    let elsewhere = tempdir()?;
    let secret = elsewhere.path().join("secret");
    fs::write(&secret, "{\"secret\": 1}")?;
    // The script cannot make links, so one lies there before its turn ends.
    let turns = json!([[{ "ask": { "text": "now" } }, { "say": "words" }]]);
    let (folder, opened) = asking(turns, PATIENT, &StopAsking::default()).await?;
    let mut asking = opened.ok_or("it was stopped")?;
    let link = folder.path().join("plan.json");

    let answer = asking
        .ask("?", |_| {
            // Its first words are heard after the old answer was taken away.
            let _ = std::os::unix::fs::symlink(&secret, &link);
        })
        .await?;

    assert!(link.is_symlink(), "the link was there");
    assert_eq!(answer.as_deref(), Some("words"));
    Ok(())
}

#[tokio::test]
async fn one_that_hangs_is_stopped_at_once_and_one_that_takes_too_long_has_failed() -> Outcome {
    let hangs = || json!([[{ "say": "…" }, "hang"]]);
    let stop = StopAsking::default();
    let (_folder, opened) = asking(hangs(), PATIENT, &stop).await?;
    let mut hanging = opened.ok_or("it was stopped")?;
    let answer = hanging.ask("?", |_| stop.ask()).await?;
    assert_eq!(answer, None, "nobody looks at what a stopped agent said");
    hanging.close().await;

    let short = AskingLimits { answer: Duration::from_millis(50), ..PATIENT };
    let (_folder, opened) = asking(hangs(), short, &StopAsking::default()).await?;
    let failed = opened.ok_or("it was stopped")?.ask("?", |_| {}).await.err().ok_or("it answered")?;
    assert_eq!(failed.reason, FailureReason::Timeout);

    let (_folder, opened) = asking(json!([]), PATIENT, &stop).await?;
    assert!(opened.is_none(), "nothing begins after a stop");
    Ok(())
}
