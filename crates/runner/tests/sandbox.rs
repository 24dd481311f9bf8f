//! Programs behind the fence: what they can do, how they end, and that there is no way without one.

mod fences;

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use fences::{Outcome, World, fences, helper};
use halfday_runner::Error;
use halfday_runner::process::{Exit, Process};
use halfday_runner::sandbox::{CommandEnd, Kind, Sandbox, Scope};
use tokio_util::sync::CancellationToken;

#[tokio::test]
async fn a_command_works_in_its_folder_and_says_how_it_went() -> Outcome {
    for sandbox in fences()? {
        let world = World::new()?;
        let script = "pwd; echo made > file; echo grumble >&2; exit 3";
        let output = world.run(&sandbox, &world.scope(), script).await?;

        assert_eq!(output.end, CommandEnd::Ended(Exit::Code(3)), "{sandbox:?} {output:?}");
        assert!(!output.is_success());
        assert_eq!(Path::new(output.stdout.text.trim()), world.inside().canonicalize()?);
        assert_eq!(output.stderr.text, "grumble\n");
        assert_eq!(fs::read_to_string(world.inside().join("file"))?, "made\n");
        assert!(world.run(&sandbox, &world.scope(), "python3 --version || true").await?.is_success());
    }
    Ok(())
}

#[tokio::test]
async fn only_what_the_scope_names_is_there() -> Outcome {
    for sandbox in fences()? {
        let world = World::new()?;
        let outside = world.outside();
        let read = format!("cat '{}/diary'", outside.display());
        let write = format!("echo x > '{}/new'", outside.display());
        let readable = Scope { readable: vec![outside.clone()], ..world.scope() };
        let writable = Scope { writable: vec![outside.clone()], ..world.scope() };

        assert!(!world.run(&sandbox, &world.scope(), &read).await?.is_success(), "{sandbox:?}");
        assert_eq!(world.run(&sandbox, &readable, &read).await?.stdout.text, "dear diary");
        assert!(!world.run(&sandbox, &readable, &write).await?.is_success());
        assert!(!outside.join("new").exists());
        assert!(world.run(&sandbox, &writable, &write).await?.is_success());
        assert!(outside.join("new").exists());
    }
    Ok(())
}

#[tokio::test]
async fn its_environment_is_empty_but_for_a_few_names() -> Outcome {
    for sandbox in fences()? {
        let world = World::new()?;
        let output = world.run(&sandbox, &world.scope(), "env | cut -d= -f1 | sort").await?;

        let known =
            ["HOME", "LANG", "LANGUAGE", "OLDPWD", "PATH", "PWD", "SHLVL", "TERM", "TMPDIR", "TZ", "_"];
        let unknown: Vec<&str> = output
            .stdout
            .text
            .lines()
            .filter(|name| !known.contains(name) && !name.starts_with("LC_"))
            .collect();
        assert!(unknown.is_empty() && output.stdout.text.contains("TMPDIR"), "{sandbox:?} {unknown:?}");
        let written = world.run(&sandbox, &world.scope(), "echo x > $HOME/a && cat $TMPDIR/a").await?;
        assert_eq!(written.stdout.text, "x\n", "{written:?}");
        // What is added to the command reaches the program.
        let mut command = sandbox.command("sh", ["-c", "echo $MODEL"], &world.scope())?;
        let said = command.env("MODEL", "small").output()?;
        assert_eq!(String::from_utf8_lossy(&said.stdout), "small\n");
    }
    Ok(())
}

#[tokio::test]
async fn a_command_that_takes_too_long_or_is_stopped_has_ended_two_seconds_later() -> Outcome {
    for sandbox in fences()? {
        let world = World::new()?;
        let argv =
            ["sh", "-c", "trap '' TERM; echo started; sleep 100 & sleep 100; sleep 100"].map(str::to_owned);
        let started = Instant::now();
        let limit = Duration::from_millis(300);
        let late = sandbox.run(&argv, &world.scope(), limit, &CancellationToken::new()).await?;
        assert_eq!((late.end, late.stdout.text.as_str()), (CommandEnd::TimeUp, "started\n"));
        assert!(started.elapsed() < limit + Duration::from_secs(2), "{sandbox:?} {:?}", started.elapsed());

        let stop = CancellationToken::new();
        stop.cancel();
        let stopped = sandbox.run(&argv, &world.scope(), Duration::from_mins(1), &stop).await?;
        assert_eq!(stopped.end, CommandEnd::Stopped);
    }
    Ok(())
}

#[tokio::test]
async fn what_moves_to_a_session_of_its_own_ends_too() -> Outcome {
    for sandbox in fences()? {
        let world = World::new()?;
        // Each writes until it has ended.
        let script = "setsid sh -c 'trap \"\" TERM HUP; while echo x >> beat; do sleep 0.02; done' & \
                      while ! test -s beat; do sleep 0.01; done; echo beats; sleep 100";
        let mut process = Process::start(sandbox.command("sh", ["-c", script], &world.scope())?)?;
        let mut lines = process.take_lines(100).ok_or("a pipe")?;
        let said = tokio::time::timeout(Duration::from_secs(10), lines.next()).await;
        let beats = said.is_ok_and(|line| line.is_ok_and(|line| line.is_some()));
        // Landlock refuses it a session of its own, so it may not have started at all.
        assert!(beats || sandbox.kind() == Kind::Landlock, "{sandbox:?} {}", process.stderr());

        let started = Instant::now();
        process.end().await?;

        assert!(started.elapsed() < Duration::from_secs(2));
        let beat = || fs::metadata(world.inside().join("beat")).map_or(0, |beat| beat.len());
        let before = beat();
        tokio::time::timeout(Duration::from_millis(200), std::future::pending::<()>())
            .await
            .unwrap_or_default();
        assert_eq!(beat(), before, "{sandbox:?} nothing beats any more");
    }
    Ok(())
}

#[tokio::test]
async fn a_program_outlives_the_thread_that_asked_for_it() -> Outcome {
    for sandbox in fences()? {
        let world = World::new()?;
        let command = sandbox.command("sh", ["-c", "read line; echo heard $line"], &world.scope())?;
        let runtime = tokio::runtime::Handle::current();
        let ask = move || {
            let _here = runtime.enter();
            Process::start(command)
        };
        let mut process = std::thread::spawn(ask).join().map_err(|_| "a thread")??;
        let mut lines = process.take_lines(100).ok_or("a pipe")?;
        let mut stdin = process.take_stdin().ok_or("a pipe")?;

        tokio::io::AsyncWriteExt::write_all(&mut stdin, b"me\n").await?;

        let heard = lines.next().await?.map(|line| line.text);
        assert_eq!(heard.as_deref(), Some("heard me"), "{sandbox:?} {}", process.stderr());
        process.end().await?;
    }
    Ok(())
}

#[tokio::test]
async fn of_much_output_the_beginning_and_the_end_are_kept() -> Outcome {
    for sandbox in fences()? {
        let world = World::new()?;
        let output = world.run(&sandbox, &world.scope(), "echo first; seq 100000; echo last").await?;

        assert!(output.is_success());
        assert!(output.stdout.text.starts_with("first\n") && output.stdout.text.ends_with("last\n"));
        assert!(output.stdout.text.len() < 70_000 && output.stdout.left_out_bytes > 500_000);
    }
    Ok(())
}

#[test]
fn the_best_fence_is_found_or_all_are_refused_with_the_reason() -> Outcome {
    let known = fences()?;

    match Sandbox::find_with(helper()) {
        Ok(found) => assert_eq!(Some(&found), known.first()),
        Err(Error::NoSandbox { tried }) => {
            assert!(known.is_empty() && tried.iter().all(|one| !one.reason.is_empty()));
        }
        Err(other) => return Err(other.into()),
    }
    Ok(())
}

#[test]
fn a_program_that_knows_no_fence_is_not_taken_for_one() {
    // Asked to forbid itself, it ends well and forbids nothing.
    let deaf = Sandbox::prove(Kind::Landlock, Path::new("/bin/true"));
    let missing = Sandbox::prove(Kind::Landlock, Path::new("/no/such/program"));

    assert!(deaf.is_err() && missing.is_err());
}

#[test]
fn the_hidden_argument_without_a_scope_runs_nothing() -> Outcome {
    for args in [&["--behind-the-fence"][..], &["--behind-the-fence", "{}", "true"], &["other"]] {
        let output = Command::new(helper()).args(args).output()?;

        assert!(!output.status.success(), "{args:?}");
        assert!(output.stdout.is_empty());
    }
    Ok(())
}

#[test]
fn a_scope_that_opens_the_home_or_the_system_is_refused() -> Outcome {
    let home = std::env::home_dir().ok_or("a home")?;
    for sandbox in fences()? {
        let world = World::new()?;
        let too_much = [
            Scope::only(&home),
            Scope::only("/"),
            Scope { readable: vec!["/".into()], ..world.scope() },
            Scope { writable: vec![home.join(".")], ..world.scope() },
        ];
        for scope in too_much {
            let refused = sandbox.command("true", [""; 0], &scope);
            assert!(matches!(refused, Err(Error::ScopeRefused { .. })), "{scope:?}");
        }
        let nowhere = sandbox.command("true", [""; 0], &Scope::only("/no/such/folder"));
        assert!(matches!(nowhere, Err(Error::Read { .. })));
    }
    Ok(())
}
