//! A person's data and folder, and the real program on them: how an item of a real job gets from a handover to a
//! published file.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

use crate::world::job;

/// What the item is to bring, and what the agents write into it.
pub(crate) const LIST: &str = "# Before the first day\n\n- Book the room\n- Order coffee\n";

type Answer<T> = Result<T, Box<dyn std::error::Error>>;

/// A person's data, and their folder.
pub(crate) struct Desk {
    pub(crate) folder: TempDir,
}

impl Desk {
    /// With the job, whose first item wants `host.md`.
    pub(crate) fn new() -> Answer<Self> {
        let desk = Self { folder: tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))? };
        fs::create_dir(desk.work())?;
        let (job, work) = (job(), desk.work());
        desk.run(&["new", &job.to_string_lossy(), "--workspace", &work.to_string_lossy()])?;
        desk.run(&["edit", "1.1", "--output", "host.md"])?;
        Ok(desk)
    }

    pub(crate) fn work(&self) -> PathBuf {
        self.folder.path().join("work")
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_halfday"));
        command.env("HALFDAY_DATA", self.folder.path().join("data")).env("HALFDAY_KEYCHAIN", "off");
        command.args(["--lang", "en", "--json"]).args(args).stdin(Stdio::null());
        command
    }

    /// The program with these arguments; gives the last line of what it said.
    pub(crate) fn run(&self, args: &[&str]) -> Answer<Value> {
        let ran = self.command(args).output()?;
        let said = String::from_utf8(ran.stdout)?;
        if !ran.status.success() {
            return Err(format!("{args:?}: {said}{}", String::from_utf8(ran.stderr)?).into());
        }
        Ok(said.lines().last().and_then(|line| serde_json::from_str(line).ok()).unwrap_or_default())
    }

    /// Lets the agent of this name work the item, accepts what came of it, and gives the attempt as it is recorded.
    /// What it asks leave for is allowed once.
    pub(crate) fn works(&self, agent: &str, variables: &[(&str, String)]) -> Answer<Value> {
        self.run(&["give", "1.1", "--to", agent, "--now-start"])?;
        self.queue_is_worked(variables)?;
        self.run(&["review", "1.1", "accept", "--review-minutes", "1"])?;
        let shown = self.run(&["show", "1.1"])?;
        Ok(shown["item"]["attempts"][0].clone())
    }

    fn queue_is_worked(&self, variables: &[(&str, String)]) -> Answer<()> {
        let mut command = self.command(&["run"]);
        command.envs(variables.iter().map(|(name, value)| (*name, value)));
        let mut running = Running(command.stdout(Stdio::piped()).spawn()?);
        let (mut events, out) = (vec![], running.0.stdout.take().ok_or("no way out")?);
        for line in BufReader::new(out).lines() {
            let event: Value = serde_json::from_str(&line?)?;
            if event["event"] == "asked" {
                self.run(&["answer", "1.1", "once"])?;
            }
            events.push(event);
        }
        if running.0.wait()?.success() { Ok(()) } else { Err(format!("{events:?}").into()) }
    }
}

struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // It has ended, or the test failed: either way nobody needs it any more.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
