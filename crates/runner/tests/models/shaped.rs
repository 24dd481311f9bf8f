//! A model that is asked for an answer in one form, without tools and without a folder.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use halfday_domain::failure::FailureReason;
use halfday_runner::agents::Agent;
use halfday_runner::agents::asking::{Asking, AskingLimits, StopAsking};
use halfday_runner::providers::{Fault, OutputSchema};
use serde_json::json;
use tempfile::tempdir;

use super::scripted::{Scene, Scripted, agent, limits, says};
use super::wire::{CANARY, Outcome};

const PATIENT: AskingLimits =
    AskingLimits { silence: Duration::from_secs(20), answer: Duration::from_secs(20) };

fn shaped(model: &Arc<Scripted>) -> impl Agent {
    let output = OutputSchema { name: "plan".to_owned(), schema: json!({ "type": "object" }) };
    agent(Arc::clone(model) as _, limits()).shaped(output)
}

async fn begun(model: &Arc<Scripted>, folder: &Path) -> Outcome<Asking> {
    let opened = Asking::open(&shaped(model), folder, "plan.json", PATIENT, &StopAsking::default()).await?;
    Ok(opened.ok_or("it was stopped")?)
}

#[tokio::test]
async fn it_is_asked_for_the_form_remembers_what_it_said_and_tells_no_key() -> Outcome {
    let folder = tempdir()?;
    let model = Scripted::new([says(&format!("{{\"a\": \"{CANARY}\"}}")), says("{\"a\": 2}")]);

    let mut asking = begun(&model, folder.path()).await?;
    let first = asking.ask("Split this.", |_| {}).await?.ok_or("it was stopped")?;
    let second = asking.ask("Once more.", |_| {}).await?;
    asking.close().await;

    assert!(first.starts_with("{\"a\"") && !first.contains(CANARY), "{first}");
    assert_eq!(second.as_deref(), Some("{\"a\": 2}"));
    let requests = model.requests();
    assert!(requests.iter().all(|request| request.output.is_some() && request.tools.is_empty()));
    assert_eq!(requests.iter().map(|request| request.messages.len()).collect::<Vec<_>>(), [1, 3]);
    Ok(())
}

#[tokio::test]
async fn a_service_that_refuses_the_form_is_asked_without_it() -> Outcome {
    let folder = tempdir()?;
    let refused = Scene::Fails(Fault::new(FailureReason::ServerError, "400 response_format: unknown"));
    let model = Scripted::new([refused, says("{}")]);

    let mut asking = begun(&model, folder.path()).await?;
    let answer = asking.ask("Split this.", |_| {}).await?;

    assert_eq!(answer.as_deref(), Some("{}"));
    assert_eq!(
        model.requests().iter().map(|request| request.output.is_some()).collect::<Vec<_>>(),
        [true, false]
    );
    Ok(())
}
