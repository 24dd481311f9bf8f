//! The example agent of the protocol's own SDK: it pretends to work, and asks leave to change a file that is none of
//! its business.

use std::time::{Duration, Instant};

use halfday_runner::agents::acp::Acp;
use halfday_runner::agents::program::Program;
use halfday_runner::agents::{Agent, Answer, Commands, Line, Report};
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

use crate::heard::{Outcome, Person, turn};
use crate::world::{BRIEF, World, world};

fn example(world: &World) -> Acp {
    let agent = world.peer("acp-example/dist/examples/agent.js").to_string_lossy().into_owned();
    Acp::new(Program { args: vec![agent], ..Program::at("node") })
}

#[tokio::test]
async fn the_sdks_example_is_watched_and_its_reach_for_a_file_elsewhere_is_refused_by_kind() -> Outcome {
    let Some(world) = world()? else { return Ok(()) };
    let mut session = example(&world).open(&world.work(Commands::Off)).await?;

    let heard = turn(session.as_mut(), BRIEF, &Person::Answers(Answer::AllowAlways)).await;
    session.close().await;

    assert_eq!(heard.asked, [], "nobody can allow what would leave the staging folder");
    let steps = ["Read /project/README.md true", "Write /home/user/project/config.json false"];
    assert_eq!(heard.steps, steps);
    let said = heard.end?.said;
    assert!(said.contains("I'll skip the configuration update"), "it took the option that rejects: {said}");
    assert_eq!(heard.used, None, "it tells nothing of what it used, and nothing is made up");
    Ok(())
}

#[tokio::test]
async fn the_sdks_example_is_stopped_in_the_middle_within_two_seconds() -> Outcome {
    let Some(world) = world()? else { return Ok(()) };
    let mut session = example(&world).open(&world.work(Commands::Off)).await?;
    let (reports, mut heard) = mpsc::channel(4);
    let line = Line { reports, stop: CancellationToken::new() };
    let stop = line.stop.clone();
    let stopping = async move {
        let mut stopped_at = None;
        while let Some(report) = heard.recv().await {
            if matches!(report, Report::Text(_)) && stopped_at.is_none() {
                stopped_at = Some(Instant::now());
                stop.cancel();
            }
        }
        stopped_at
    };
    let turning = async {
        let end = session.turn(BRIEF, &line).await;
        drop(line);
        (end, Instant::now())
    };

    let ((end, ended_at), stopped_at) = futures_util::future::join(turning, stopping).await;

    end?;
    let took = ended_at.duration_since(stopped_at.ok_or("it said nothing")?);
    assert!(took < Duration::from_millis(2_200), "{took:?}");
    Ok(())
}
