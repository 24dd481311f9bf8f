//! The keys of model APIs: kept in the keychain of the system, named everywhere, shown nowhere.
#![cfg(target_os = "linux")]

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::sync::{Arc, Mutex};

use serde_json::json;
use tempfile::TempDir;
use wiremock::{Mock, ResponseTemplate};

use crate::reached::{holding, model, ready};
use crate::running::{ended, finished};
use crate::world::{LANGUAGES, Outcome, World};

const CANARY: &str = "sk-canary-0123456789";

/// A secret service of its own, as a Linux desktop has one; gone with the test.
struct SecretService {
    bus: Child,
    keyring: Child,
    address: String,
    /// Its sockets.
    _runtime: TempDir,
}

impl Drop for SecretService {
    fn drop(&mut self) {
        for child in [&mut self.keyring, &mut self.bus] {
            // One that has ended already is what is wanted.
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

impl SecretService {
    /// `None`: this computer has none to start.
    fn start(world: &World) -> Outcome<Option<Self>> {
        let is_there = |name: &str| {
            std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default())
                .any(|folder| folder.join(name).exists())
        };
        if !is_there("dbus-daemon") || !is_there("gnome-keyring-daemon") {
            return Ok(None);
        }
        let mut bus = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--nopidfile", "--print-address=1"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let mut address = String::new();
        BufReader::new(bus.stdout.take().ok_or("no address")?).read_line(&mut address)?;
        let address = address.trim().to_owned();
        let (home, runtime) = (world.path("home"), TempDir::new()?);
        fs::create_dir_all(&home)?;
        let mut keyring = Command::new("gnome-keyring-daemon")
            .args(["--foreground", "--unlock", "--components=secrets"])
            .env("DBUS_SESSION_BUS_ADDRESS", &address)
            .env("HOME", &home)
            .env("XDG_RUNTIME_DIR", runtime.path())
            .env_remove("XDG_DATA_HOME")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        keyring.stdin.take().ok_or("no way to unlock it")?.write_all(b"a password of the test")?;
        let mut first = String::new();
        // It says where it is once it is there.
        BufReader::new(keyring.stdout.take().ok_or("no answer")?).read_line(&mut first)?;
        Ok(Some(Self { bus, keyring, address, _runtime: runtime }))
    }

    fn command(&self, world: &World, args: &[&str]) -> Command {
        let mut command = world.command(args);
        command.env_remove("HALFDAY_KEYCHAIN").env("DBUS_SESSION_BUS_ADDRESS", &self.address);
        command
    }

    fn run(&self, world: &World, args: &[&str], input: &str) -> Outcome<Output> {
        let mut child = self.command(world, args).stdin(Stdio::piped()).spawn()?;
        child.stdin.take().ok_or("no input")?.write_all(input.as_bytes())?;
        Ok(child.wait_with_output()?)
    }
}

/// The command lines of all processes that hold the canary.
fn command_lines_with_it() -> Vec<String> {
    let processes = fs::read_dir("/proc").into_iter().flatten().flatten();
    let lines = processes.filter_map(|process| fs::read(process.path().join("cmdline")).ok());
    lines
        .map(|line| String::from_utf8_lossy(&line).into_owned())
        .filter(|line| line.contains(CANARY))
        .collect()
}

#[tokio::test]
async fn a_key_in_the_keychain_reaches_the_model_and_nothing_else() -> Outcome {
    let world = ready()?;
    let Some(service) = SecretService::start(&world)? else {
        // Past the test runner, which shows what a test prints only when it fails.
        return Ok(writeln!(std::io::stderr(), "SKIPPED: there is no gnome-keyring here")?);
    };
    let server = model().await;
    let seen = Arc::new(Mutex::new(vec![]));
    let looks = Arc::clone(&seen);
    let look = Mock::given(move |_: &wiremock::Request| {
        if let Ok(mut seen) = looks.lock() {
            seen.extend(command_lines_with_it());
        }
        // It only looks; the model answers.
        false
    });
    look.respond_with(ResponseTemplate::new(500)).with_priority(1).mount(&server).await;
    let uri = server.uri();
    let add = ["agents", "add", "writer", "--way", "model", "--api", "openai_chat", "--base-url", &uri];
    world.ok(&[&add[..], &["--model", "gpt-4o", "--key", "work"]].concat())?;
    world.ok(&["give", "1.1", "--to", "writer", "--now-start"])?;

    let set = service.run(&world, &["key", "set", "work", "--json"], &format!("{CANARY}\n"))?;
    let run = service.command(&world, &["run", "--json"]).output()?;
    let forgotten = service.run(&world, &["key", "forget", "Work", "--json"], "")?;
    let after = service.command(&world, &["agents", "test", "writer"]).output()?;

    let said = String::from_utf8(set.stdout)?;
    let document: serde_json::Value = serde_json::from_str(&said)?;
    assert_eq!(
        document["keys"],
        json!([{ "name": "work", "source": "keychain", "variable": "HALFDAY_KEY_WORK", "agents": ["writer"] }])
    );
    let out = String::from_utf8(run.stdout)?;
    assert_eq!(ended(&finished(&out)?)?["facts"]["outcome"], "delivered", "{out}");
    let sent = server.received_requests().await.ok_or("nothing was kept")?;
    for request in &sent {
        let bearer = request.headers.get("authorization").and_then(|value| value.to_str().ok());
        assert_eq!(bearer, Some(format!("Bearer {CANARY}").as_str()));
        let rest: Vec<_> = request.headers.iter().filter(|(name, _)| *name != "authorization").collect();
        assert!(!format!("{rest:?} {}", request.url).contains(CANARY), "only in its own header");
    }
    assert!(!String::from_utf8_lossy(&sent[0].body).contains(CANARY));
    assert_eq!(*seen.lock().map_err(|_| "a look failed")?, Vec::<String>::new(), "in no process's arguments");
    let told = [set.stderr, run.stderr, forgotten.stderr].concat();
    assert!(!(out + &said + &String::from_utf8(told)?).contains(CANARY));
    let exported = world.ok(&["export"])?.out;
    assert!(!exported.contains(CANARY));
    let held = holding(&world.path("."), CANARY)?;
    assert_eq!(held, Vec::<String>::new(), "neither data nor the keychain's own file");
    let document: serde_json::Value = serde_json::from_slice(&forgotten.stdout)?;
    assert_eq!(document["keys"][0]["source"], "missing");
    assert_ne!(after.status.code(), Some(0), "it is really gone");
    Ok(())
}

#[test]
fn without_a_keychain_a_key_is_not_kept_and_the_person_is_told_what_to_do() -> Outcome {
    for language in LANGUAGES {
        let world = World::speaking(language)?;
        let nowhere = format!("unix:path={}", world.path("no-bus").display());
        let mut child = world
            .command(&["key", "set", "work"])
            .env_remove("HALFDAY_KEYCHAIN")
            .env("DBUS_SESSION_BUS_ADDRESS", nowhere)
            .stdin(Stdio::piped())
            .spawn()?;
        child.stdin.take().ok_or("no input")?.write_all(CANARY.as_bytes())?;
        let refused = child.wait_with_output()?;

        let said = String::from_utf8(refused.stderr)?;
        assert_eq!(refused.status.code(), Some(1), "{said}");
        assert!(said.contains("HALFDAY_KEY_WORK") && !said.contains(CANARY), "{said}");
        assert_eq!(world.json(&["key", "list"])?["keys"], json!([]), "nothing is said to be kept");
        assert_eq!(holding(&world.data(), CANARY)?, Vec::<String>::new());
    }
    Ok(())
}

#[test]
fn a_key_typed_as_an_argument_or_as_a_name_is_refused_and_not_repeated() -> Outcome {
    for language in LANGUAGES {
        let (world, typed) = (World::speaking(language)?, "sk-typed-0123456789");
        for args in [&["key", "set", "work", typed][..], &["key", "set", typed], &["key", typed]] {
            let refused = world.run_with_input(args, typed)?;

            assert_eq!(refused.code, Some(2), "{args:?}");
            assert!(!(refused.out + &refused.err).contains(typed), "{args:?}");
        }
    }
    Ok(())
}

#[test]
fn a_key_of_the_environment_is_named_and_cannot_be_forgotten() -> Outcome {
    let world = World::new()?;
    let with = |args: &[&str]| world.command(args).env("HALFDAY_KEY_WORK", CANARY).output();

    let listed = with(&["key", "--json"])?;
    let forgotten = with(&["key", "forget", "work", "--json"])?;

    let document: serde_json::Value = serde_json::from_slice(&listed.stdout)?;
    assert_eq!(document["keys"][0]["source"], "environment");
    assert_eq!(forgotten.status.code(), Some(3));
    assert!(String::from_utf8(forgotten.stdout)?.contains("key_of_environment"));
    assert!(!String::from_utf8(listed.stdout)?.contains(CANARY));
    Ok(())
}

#[test]
fn what_cannot_be_a_key_is_refused_without_being_repeated() -> Outcome {
    let world = World::new()?;
    for no_key in ["", "short", "sk canary with blanks", "sk-canary\nsk-canary-2", "sk-鑰匙-0123456789"] {
        let refused = world.run_with_input(&["key", "set", "work", "--json"], no_key)?;

        assert_eq!(refused.code, Some(1), "{no_key}");
        assert!(refused.out.contains("input_key_refused"), "{}", refused.out);
        assert!(!refused.out.contains("canary") && !refused.out.contains("鑰匙"), "{}", refused.out);
    }
    assert!(Path::new(&world.data()).exists());
    Ok(())
}
