//! Programs are started in a group of their own and end with everything they started.
#![cfg(unix)]

use std::error::Error;
use std::process::Command;
use std::time::{Duration, Instant};

use halfday_runner::process::{Exit, Line, Lines, Process, STDERR_KEPT};
use tokio::io::AsyncWriteExt;

type Outcome = Result<(), Box<dyn Error>>;

fn shell(script: &str) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", script]);
    command
}

/// Starts `script`, which says the ids of its processes in one line, ends it, and proves that none
/// of them runs two seconds later at most.
async fn all_end(script: &str) -> Result<(Exit, Duration), Box<dyn Error>> {
    let mut process = Process::start(shell(script))?;
    let mut lines = process.take_lines(1000).ok_or("a pipe")?;
    let said = lines.next().await?.ok_or("the ids")?;
    let ids: Vec<u32> = said.text.split_whitespace().map(str::parse).collect::<Result<_, _>>()?;
    assert!(!ids.is_empty() && ids.iter().all(|id| runs(*id)), "they run before: {ids:?}");

    let started = Instant::now();
    let exit = process.end().await?;
    let took = started.elapsed();

    assert_eq!(ids.iter().filter(|id| runs(**id)).count(), 0, "of {ids:?} none runs");
    assert!(took < Duration::from_secs(2), "{took:?}");
    Ok((exit, took))
}

/// Whether a process is there and has not ended. Looked up apart from the code under test.
fn runs(id: u32) -> bool {
    let state = Command::new("ps").args(["-o", "stat=", "-p", &id.to_string()]).output();
    state.is_ok_and(|state| {
        let state = String::from_utf8_lossy(&state.stdout).trim().to_owned();
        !state.is_empty() && !state.starts_with('Z')
    })
}

#[tokio::test]
async fn a_program_that_hears_ends_at_once() -> Outcome {
    let (exit, took) = all_end("echo $$; exec sleep 100").await?;

    assert_eq!(exit, Exit::Signal(15));
    assert!(took < Duration::from_millis(500), "{took:?}");
    Ok(())
}

#[tokio::test]
async fn a_program_that_ignores_the_request_is_killed_after_a_second_and_a_half() -> Outcome {
    let (exit, took) = all_end("trap '' TERM; echo $$; while :; do sleep 0.1; done").await?;

    assert_eq!(exit, Exit::Signal(9));
    assert!(took >= Duration::from_millis(1500), "{took:?}");
    Ok(())
}

#[tokio::test]
async fn a_program_may_tidy_up_when_it_is_asked_to_end() -> Outcome {
    let folder = tempfile::tempdir()?;
    let note = folder.path().join("note");
    let script = format!("trap 'echo tidy > {}; exit 3' TERM; echo $$; sleep 100 & wait", note.display());

    let (exit, _) = all_end(&script).await?;

    assert_eq!((exit, std::fs::read_to_string(note)?.as_str()), (Exit::Code(3), "tidy\n"));
    Ok(())
}

#[tokio::test]
async fn a_stopped_program_ends_too() -> Outcome {
    let (exit, took) = all_end("(sleep 0.1; kill -STOP $$) & echo $$; while :; do sleep 0.05; done").await?;

    assert!(matches!(exit, Exit::Signal(9 | 15)), "{exit:?}");
    assert!(took < Duration::from_secs(2), "{took:?}");
    Ok(())
}

#[tokio::test]
async fn a_grandchild_ends_with_it() -> Outcome {
    all_end("sh -c 'trap \"\" TERM; sleep 100 & echo $$ $! '$$'; while :; do sleep 0.1; done'").await?;
    Ok(())
}

#[tokio::test]
async fn what_outlives_its_parent_ends_too() -> Outcome {
    let mut process = Process::start(shell("sleep 100 & echo $!; exit 7"))?;
    let mut lines = process.take_lines(100).ok_or("a pipe")?;
    let left: u32 = lines.next().await?.ok_or("an id")?.text.parse()?;
    assert_eq!(process.exited().await?, Exit::Code(7));
    assert_eq!(process.exited().await?, Exit::Code(7), "it may be asked again");
    assert!(runs(left), "the program has ended, what it started has not");

    assert_eq!(process.end().await?, Exit::Code(7));

    assert!(!runs(left));
    Ok(())
}

#[tokio::test]
async fn a_dropped_process_is_killed() -> Outcome {
    let mut process = Process::start(shell("trap '' TERM; sleep 100 & echo $!; wait; sleep 100"))?;
    let leader = process.id();
    let mut lines = process.take_lines(100).ok_or("a pipe")?;
    let grandchild: u32 = lines.next().await?.ok_or("an id")?.text.parse()?;

    drop(process);

    let started = Instant::now();
    while runs(grandchild) || runs(leader) {
        assert!(started.elapsed() < Duration::from_secs(2), "both are gone by now");
        tokio::task::yield_now().await;
    }
    Ok(())
}

#[tokio::test]
async fn what_is_written_to_it_comes_back_and_its_input_ends_when_it_is_dropped() -> Outcome {
    let mut process = Process::start(Command::new("cat"))?;
    let mut stdin = process.take_stdin().ok_or("a pipe")?;
    let mut lines = process.take_lines(100).ok_or("a pipe")?;

    stdin.write_all("一行\nhalf".as_bytes()).await?;
    drop(stdin);

    assert_eq!(lines.next().await?.map(|line| line.text).as_deref(), Some("一行"));
    assert_eq!(lines.next().await?.map(|line| line.text).as_deref(), Some("half"));
    assert_eq!(lines.next().await?, None);
    assert_eq!(process.exited().await?, Exit::Code(0));
    process.end().await?;
    Ok(())
}

#[tokio::test]
async fn of_its_errors_the_end_is_kept_and_it_never_waits_for_us() -> Outcome {
    let script = "i=0; while [ $i -lt 20000 ]; do echo line $i; i=$((i+1)); done >&2; echo done";
    let mut process = Process::start(shell(script))?;
    let mut lines = process.take_lines(100).ok_or("a pipe")?;

    assert_eq!(lines.next().await?.map(|line| line.text).as_deref(), Some("done"));
    process.exited().await?;
    while !process.stderr().ends_with("line 19999\n") {
        tokio::task::yield_now().await;
    }

    assert_eq!(process.stderr().len(), STDERR_KEPT);
    process.end().await?;
    Ok(())
}

#[tokio::test]
async fn no_line_is_longer_than_its_limit() -> Outcome {
    let stream: &[u8] = b"short\r\n0123456789abc\r\n0123456789\n\n\xffx";
    let mut lines = Lines::new(stream, 10);
    let mut all = vec![];
    while let Some(line) = lines.next().await? {
        all.push(line);
    }

    let line = |text: &str| Line { text: text.to_owned(), is_cut: false };
    let cut = Line { text: "0123456789".to_owned(), is_cut: true };
    assert_eq!(all, [line("short"), cut, line("0123456789"), line(""), line("\u{fffd}x")]);
    Ok(())
}

#[tokio::test]
async fn a_program_that_is_not_there_is_said() -> Outcome {
    let started = Process::start(Command::new("/no/such/program"));

    assert!(
        matches!(started, Err(halfday_runner::Error::Start { program, .. }) if program == "/no/such/program")
    );
    Ok(())
}
