//! Attempts to get out of the place where an attempt works: refused or contained, and said.
#![cfg(unix)]

mod fences;

use std::fs;
use std::io::Read;
use std::net::{TcpListener, UdpSocket};
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use fences::{Outcome, World, fences};
use halfday_domain::check::CheckSpec;
use halfday_domain::words::{Language, Words};
use halfday_runner::Error;
use halfday_runner::checkpoints::CheckpointStore;
use halfday_runner::checks::{Side, command};
use halfday_runner::deliverable::Deliverable;
use halfday_runner::sandbox::{Sandbox, Scope};
use halfday_runner::staging::{Limits, Source, Stagings, Why};
use tokio_util::sync::CancellationToken;

/// A staging folder of `world`'s folder outside.
fn staged(world: &World) -> Result<halfday_runner::staging::Staging, Error> {
    let root = world.root.path().join("staging");
    let stagings = Stagings::in_folder(&root, &root, Limits::default());
    let survey = stagings.survey(&Source::Workspace(world.outside()))?;
    stagings.begin("a1", &survey, &CancellationToken::new())
}

#[tokio::test]
async fn a_command_cannot_reach_the_home_or_the_secrets_of_the_system() -> Outcome {
    let home = std::env::home_dir().ok_or("a home")?;
    for sandbox in fences()? {
        let world = World::new()?;
        let script = format!(
            "ls -A '{home}' 2>/dev/null | head -3; cat /etc/shadow 2>/dev/null; cat '{diary}' 2>/dev/null; \
             echo x > '{home}/halfday-was-here'; echo x > /usr/halfday-was-here; echo x > '{diary}'; \
             cat ../outside/diary; ls /proc/1/root/home 2>/dev/null; ls /run/docker.sock 2>/dev/null; true",
            home = home.display(),
            diary = world.outside().join("diary").display(),
        );
        let output = world.run(&sandbox, &world.scope(), &script).await?;

        assert_eq!(output.stdout.text, "", "{sandbox:?} sees nothing");
        assert!(!home.join("halfday-was-here").exists() && !fs::exists("/usr/halfday-was-here")?);
        assert_eq!(fs::read_to_string(world.outside().join("diary"))?, "dear diary");
        assert!(!output.stderr.text.is_empty(), "it is told");
    }
    Ok(())
}

#[tokio::test]
async fn a_command_cannot_reach_the_network() -> Outcome {
    let door = TcpListener::bind(("127.0.0.1", 0))?;
    door.set_nonblocking(true)?;
    let udp = UdpSocket::bind(("127.0.0.1", 0))?;
    udp.set_nonblocking(true)?;
    let (tcp_port, udp_port) = (door.local_addr()?.port(), udp.local_addr()?.port());
    let script = format!(
        "import socket\n\
         for kind, port in ((socket.SOCK_STREAM, {tcp_port}), (socket.SOCK_DGRAM, {udp_port})):\n\
         \x20   try:\n\
         \x20       s = socket.socket(socket.AF_INET, kind); s.connect(('127.0.0.1', port)); s.send(b'out')\n\
         \x20       print('sent', kind)\n\
         \x20   except OSError as fault:\n\
         \x20       print('refused')\n"
    );
    for sandbox in fences()? {
        let world = World::new()?;
        fs::write(world.inside().join("call.py"), &script)?;
        let closed = world
            .run(&sandbox, &world.scope(), "command -v python3 >/dev/null || exit 9; python3 call.py")
            .await?;
        if closed.end == halfday_runner::sandbox::CommandEnd::Ended(halfday_runner::process::Exit::Code(9)) {
            std::io::Write::write_all(&mut std::io::stderr(), b"*** SKIPPED: no python3 ***\n")?;
            return Ok(());
        }

        assert!(door.accept().is_err(), "{sandbox:?} {closed:?}");
        assert!(udp.recv(&mut [0; 8]).is_err(), "{sandbox:?} nothing came: {closed:?}");
        // Unless the person agreed to it.
        let open = Scope { network: true, ..world.scope() };
        let opened = world.run(&sandbox, &open, "python3 call.py").await?;
        assert!(opened.stdout.text.contains("sent") && door.accept().is_ok(), "{sandbox:?} {opened:?}");
        while udp.recv(&mut [0; 8]).is_ok() {}
    }
    Ok(())
}

#[tokio::test]
async fn a_command_cannot_speak_to_services_by_their_sockets() -> Outcome {
    for sandbox in fences()? {
        let world = World::new()?;
        let path = world.outside().join("s");
        let Ok(socket) = UnixListener::bind(&path) else { continue };
        socket.set_nonblocking(true)?;
        let script = format!(
            "python3 -c \"import socket; s=socket.socket(socket.AF_UNIX); s.connect('{}'); print('in')\"",
            path.display()
        );
        for network in [false, true] {
            let output = world.run(&sandbox, &Scope { network, ..world.scope() }, &script).await?;
            assert!(!output.is_success() && socket.accept().is_err(), "{sandbox:?} {output:?}");
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_command_cannot_end_or_see_other_programs() -> Outcome {
    for sandbox in fences()? {
        let world = World::new()?;
        let mut other = Command::new("sleep").arg("100").spawn()?;
        let id = other.id();

        let script = format!(
            "kill -9 {id} 2>/dev/null && echo killed; cat /proc/{id}/environ 2>/dev/null; kill -9 -1; true"
        );
        let output = world.run(&sandbox, &world.scope(), &script).await?;

        let lives = other.try_wait()?.is_none();
        other.kill()?;
        other.wait()?;
        assert!(lives, "{sandbox:?} {output:?}");
        assert!(!output.stdout.text.contains("PATH"), "{output:?}");
    }
    Ok(())
}

#[tokio::test]
async fn a_command_cannot_type_into_the_terminal() -> Outcome {
    for sandbox in fences()? {
        let world = World::new()?;
        let output = world
            .run(
                &sandbox,
                &world.scope(),
                "(echo rm > /dev/tty) 2>/dev/null; test -t 0 && echo terminal; tty; true",
            )
            .await?;

        assert_eq!(output.stdout.text, "not a tty\n", "{sandbox:?}");
    }
    Ok(())
}

#[tokio::test]
async fn a_file_without_end_is_cut_off_and_one_of_holes_is_listed_not_read() -> Outcome {
    for sandbox in fences()? {
        let world = World::new()?;
        let script = "dd if=/dev/zero of=huge bs=1M seek=3000 count=1 2>&1 || truncate -s 3G huge; ls";
        let output = world.run(&sandbox, &world.scope(), script).await?;
        let longest = fs::metadata(world.inside().join("huge")).map_or(0, |huge| huge.len());
        assert!(longest <= 2 << 30, "{sandbox:?} {output:?}");
    }
    let world = World::new()?;
    let staging = staged(&world)?;
    // As it could be without a fence.
    fs::File::create(staging.folder().join("holes"))?.set_len(1 << 40)?;

    let started = Instant::now();
    let changes = staging.changes()?;
    assert!(started.elapsed() < Duration::from_secs(5));
    assert!(changes.files.is_empty());
    assert_eq!(
        changes.left_out.iter().map(|one| (one.path.as_str(), one.why.code())).collect::<Vec<_>>(),
        [("holes", "too_long")]
    );
    let store = CheckpointStore::in_folder(world.root.path().join("kept"));
    store.open("a1")?.take(staging.folder())?;
    Ok(())
}

#[test]
fn links_an_agent_makes_give_nothing_away() -> Outcome {
    let world = World::new()?;
    let staging = staged(&world)?;
    let secret = world.root.path().join("secret");
    fs::write(&secret, "canary")?;
    fs::remove_file(staging.folder().join("diary"))?;
    symlink(&secret, staging.folder().join("diary"))?;
    symlink(world.root.path(), staging.folder().join("up"))?;

    let changes = staging.changes()?;

    let names: Vec<_> = changes.files.iter().map(|change| (change.path.as_str(), change.now)).collect();
    assert_eq!(names, [("diary", None)], "a link is no file: the file is gone");
    assert_eq!(changes.left_out.len(), 2);
    assert!(matches!(changes.left_out.first().map(|one| &one.why), Some(Why::Link { .. })));
    for path in ["diary", "up/secret", "../../../secret", "/etc/passwd"] {
        assert!(staging.deliverable(path, 1000).is_err(), "{path}");
    }
    Ok(())
}

#[test]
fn a_hard_link_is_its_content_and_never_the_file_outside() -> Outcome {
    let world = World::new()?;
    let staging = staged(&world)?;
    let outside = world.root.path().join("other");
    fs::write(&outside, "the person's")?;
    fs::hard_link(&outside, staging.folder().join("linked"))?;
    let store = CheckpointStore::in_folder(world.root.path().join("kept"));
    let checkpoints = store.open("a1")?;
    fs::write(staging.folder().join("diary"), "work")?;
    checkpoints.take(staging.folder())?;
    fs::remove_file(staging.folder().join("linked"))?;
    fs::write(staging.folder().join("linked"), "other")?;

    checkpoints.restore(1, staging.folder())?;
    fs::write(staging.folder().join("linked"), "changed after")?;

    assert_eq!(fs::read_to_string(&outside)?, "the person's");
    Ok(())
}

#[test]
fn a_fifo_never_makes_us_wait() -> Outcome {
    let world = World::new()?;
    let staging = staged(&world)?;
    fs::remove_file(staging.folder().join("diary"))?;
    assert!(Command::new("mkfifo").arg(staging.folder().join("diary")).status()?.success());
    let store = CheckpointStore::in_folder(world.root.path().join("kept"));

    let changes = staging.changes()?;
    store.open("a1")?.take(staging.folder())?;

    assert_eq!(changes.left_out.iter().map(|one| one.why.clone()).collect::<Vec<_>>(), [Why::Fifo]);
    assert!(staging.deliverable("diary", 10).is_err());
    Ok(())
}

#[test]
fn hooks_of_version_control_are_neither_copied_nor_delivered() -> Outcome {
    let world = World::new()?;
    fs::create_dir_all(world.outside().join(".git/hooks"))?;
    fs::write(world.outside().join(".git/hooks/pre-commit"), "#!/bin/sh\n")?;
    let staging = staged(&world)?;
    assert!(!staging.folder().join(".git").exists());

    fs::create_dir_all(staging.folder().join("sub/.GIT/hooks"))?;
    fs::write(staging.folder().join("sub/.GIT/hooks/post-checkout"), "#!/bin/sh\nevil\n")?;
    fs::write(staging.folder().join(".git"), "gitdir: /somewhere/else\n")?;
    let changes = staging.changes()?;

    assert!(changes.files.is_empty());
    let names: Vec<_> = changes.left_out.iter().map(|one| (one.path.as_str(), one.why.clone())).collect();
    assert_eq!(names, [(".git", Why::VersionControl), ("sub/.GIT", Why::VersionControl)]);
    Ok(())
}

#[test]
fn a_folder_that_becomes_a_link_while_it_is_read_leads_nowhere() -> Outcome {
    let world = World::new()?;
    let secret = world.root.path().join("secret");
    fs::create_dir(&secret)?;
    fs::write(secret.join("file"), "canary")?;
    let staging = staged(&world)?;
    let (folder, aside) = (staging.folder().join("folder"), staging.folder().join(".halfday-aside"));
    fs::create_dir(&folder)?;
    fs::write(folder.join("file"), "harmless")?;
    let stop = AtomicBool::new(false);
    let canary = halfday_runner::objects::Hash::of(b"canary");

    std::thread::scope(|scope| -> Outcome {
        // Swaps the folder with a link to the secret one, as fast as it can.
        scope.spawn(|| {
            while !stop.load(Ordering::Relaxed) {
                let _ = fs::rename(&folder, &aside).and_then(|()| symlink(&secret, &folder));
                let _ = fs::remove_file(&folder).and_then(|()| fs::rename(&aside, &folder));
            }
        });
        let tried = (0..500).try_for_each(|_| -> Outcome {
            // Refused is as good as not found.
            if let Ok(now) = staging.changes() {
                assert!(now.files.iter().all(|change| change.now != Some(canary)), "{now:?}");
            }
            Ok(())
        });
        stop.store(true, Ordering::Relaxed);
        tried
    })?;
    let mut kept = String::new();
    fs::File::open(secret.join("file"))?.read_to_string(&mut kept)?;
    assert_eq!(kept, "canary");
    Ok(())
}

/// How a command check reads in English, on `world`'s folder outside, when it is run behind `fence`.
async fn checked(
    world: &World,
    fence: &dyn Fn() -> Result<&'static Sandbox, String>,
    line: &str,
    delivered: &[(&str, &str)],
    commands: bool,
) -> String {
    let root = world.root.path().join("checking");
    let stagings = Stagings::in_folder(&root, &root, Limits::default());
    let CheckSpec::Command { argv } = CheckSpec::parse(line) else { return format!("no command: {line}") };
    let delivered: Vec<Deliverable> =
        delivered.iter().map(|(path, text)| Deliverable::new(path, text.as_bytes())).collect();
    let outside = world.outside();
    let side = Side { folder: Some(&outside), commands, ..Side::default() };
    let (limit, stop) = (Duration::from_secs(2), CancellationToken::new());
    let trial = command::Trial { fence, stagings: &stagings, limit, stop: &stop };
    let outcome = command::run(&argv, &delivered, side, &trial).await;
    let detail = outcome.detail.map(|detail| detail.sentence(Words::of(Language::En))).unwrap_or_default();
    let left = stagings.names().map_or_else(|fault| fault.to_string(), |names| names.join(","));
    format!("{}: {detail}{left}", outcome.result)
}

/// Every fence of this machine, kept for good.
fn kept_fences() -> Result<Vec<&'static Sandbox>, Box<dyn std::error::Error>> {
    Ok(fences()?.into_iter().map(|sandbox| &*Box::leak(Box::new(sandbox))).collect())
}

#[tokio::test]
async fn a_command_check_looks_at_what_was_delivered_beside_the_persons_files() -> Outcome {
    for sandbox in kept_fences()? {
        let world = World::new()?;
        let fence = || Ok(sandbox);
        let files = [("page.md", "dear page\n"), ("slow.sh", "echo begun; sleep 60\n")];

        let both = checked(&world, &fence, "command: grep -h dear page.md diary", &files, true).await;
        let none = checked(&world, &fence, "command: grep missing page.md", &files, true).await;
        let quiet = checked(&world, &fence, "command: test -s page.md", &files, true).await;
        let slow = checked(&world, &fence, "command: sh slow.sh", &files, true).await;
        let unknown = checked(&world, &fence, "command: no-such-program", &files, true).await;

        assert_eq!(both, "holds: It ended well and said: dear page\ndear diary");
        assert_eq!(none, "fails: It ended with 1 instead of 0 and said: –");
        assert_eq!(quiet, "holds: ");
        assert_eq!(slow, "fails: It had not ended after 2 seconds and said: begun");
        assert_eq!(unknown, "cannot_tell: There is no program no-such-program behind the fence.");
        assert!(!world.outside().join("page.md").exists(), "the person's folder is as it was");
    }
    Ok(())
}

#[tokio::test]
async fn a_command_check_reaches_neither_the_network_nor_the_home_nor_the_persons_folder() -> Outcome {
    let port = TcpListener::bind(("127.0.0.1", 0))?;
    port.set_nonblocking(true)?;
    for sandbox in kept_fences()? {
        let world = World::new()?;
        let home = std::env::home_dir().ok_or("no home")?;
        let own = world.outside().canonicalize()?;
        let script = format!(
            "ls '{home}' && exit 0\n\
             cat '{own}/diary' && exit 0\n\
             echo x > '{own}/new' && exit 0\n\
             bash -c 'echo > /dev/tcp/127.0.0.1/{port}' && exit 0\n\
             rm diary; exit 9\n",
            home = home.display(),
            own = own.display(),
            port = port.local_addr()?.port(),
        );

        let said = checked(&world, &|| Ok(sandbox), "command: sh try.sh", &[("try.sh", &script)], true).await;

        assert!(said.starts_with("fails: It ended with 9 instead of 0"), "{sandbox:?} {said}");
        assert!(port.accept().is_err(), "nobody knocked");
        assert_eq!(fs::read_to_string(own.join("diary"))?, "dear diary");
        assert!(!own.join("new").exists());
    }
    Ok(())
}

#[tokio::test]
async fn a_command_is_not_run_where_it_is_off_or_no_fence_holds() -> Outcome {
    let world = World::new()?;
    let looked = AtomicBool::new(false);
    let no_fence = || {
        looked.store(true, Ordering::SeqCst);
        Err("bwrap: it is not on this machine".to_owned())
    };
    let line = "command: touch /tmp/nobody-ran-this";

    let off = checked(&world, &no_fence, line, &[], false).await;

    assert_eq!(off, "cannot_tell: Commands are off for this item, so it was not run.");
    assert!(!looked.load(Ordering::SeqCst));
    let refused = checked(&world, &no_fence, line, &[], true).await;
    assert_eq!(
        refused,
        "cannot_tell: Nothing is run here without a fence, and none holds: bwrap: it is not on this machine"
    );
    Ok(())
}
