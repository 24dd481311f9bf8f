//! Where the peers are, the brief they work, and the walls they run in: no network but a loopback of their own, with
//! the mock of a provider listening on it.

use std::error::Error;
use std::fs;
use std::io::{Write, stderr};
use std::path::{Path, PathBuf};
use std::process::Command;

use halfday_runner::agents::program::{Reach, Walls};
use halfday_runner::agents::{Commands, Failure, Workplace};
use serde_json::Value;
use tempfile::TempDir;

use crate::heard::place;

/// What the agent is asked.
pub(crate) const BRIEF: &str = "Read workshop.md, the checklists of a workshop. Write host.md: what the host has to do before \
                         the first day, as a list under a heading, at most ten points.";
/// What it is told when a check failed.
pub(crate) const FEEDBACK: &str = "The check failed: host.md does not begin with a heading.";
/// What is found in host.md then.
pub(crate) const FIRST: &str = "- Book the room\n- Order coffee\n";
pub(crate) const SECOND: &str = "# Before the first day\n\n- Book the room\n- Order coffee\n";

/// The mock listens here; the walls have a network of their own, so nobody else does.
pub(crate) const MOCK_URL: &str = "http://127.0.0.1:4010/v1";

/// Starts the mock, waits until it listens, and becomes the agent.
const WITH_MOCK: &str = r#"
mock=$1 answers=$2 log=$3; shift 3
: >"$log"
AIMOCK_STRICT_TURN_INDEX=1 node "$mock" -p 4010 -f "$answers" >"$log" 2>&1 &
until grep -q listening "$log"; do kill -0 $! || exit 9; sleep 0.1; done
exec "$@"
"#;

/// The peers, and a folder for one test.
pub(crate) struct World {
    peers: PathBuf,
    folder: TempDir,
}

/// Where the peers are; `None` when they are not there, which is said.
pub(crate) fn peers() -> Result<Option<PathBuf>, Box<dyn Error>> {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let peers = target.parent().ok_or("no target folder")?.join("peers");
    if peers.join(".fetched").is_file() { Ok(Some(peers)) } else { missing("run scripts/peers.sh first") }
}

/// A world for agents that are programs: without a network. `None` when that cannot be, which is said.
pub(crate) fn world() -> Result<Option<World>, Box<dyn Error>> {
    let Some(peers) = peers()? else { return Ok(None) };
    let can_wall = Command::new("bwrap").args(["--dev-bind", "/", "/", "--unshare-net", "true"]).status();
    if !can_wall.is_ok_and(|status| status.success()) {
        return missing("bwrap cannot take the network away here");
    }
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    let world = World { peers, folder };
    fs::create_dir(world.at("work"))?;
    fs::create_dir(world.at("home"))?;
    fs::copy(job(), world.at("work/workshop.md"))?;
    Ok(Some(world))
}

/// A real job of somebody's.
pub(crate) fn job() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/jobs/carpentries_workshop_checklists.md")
}

fn missing<T>(what: &str) -> Result<Option<T>, Box<dyn Error>> {
    if std::env::var_os("HALFDAY_PEERS").is_some_and(|value| value == "required") {
        return Err(what.into());
    }
    say_skipped(what)?;
    Ok(None)
}

/// Says it past the test runner, which shows what a test prints only when it fails.
pub(crate) fn say_skipped(why: &str) -> Result<(), Box<dyn Error>> {
    Ok(writeln!(stderr(), "SKIPPED, nothing is proved: {why}")?)
}

impl World {
    pub(crate) fn at(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// A file of a peer.
    pub(crate) fn peer(&self, path: &str) -> PathBuf {
        self.peers.join("node_modules").join(path)
    }

    pub(crate) fn work(&self, commands: Commands) -> Workplace {
        place(&self.at("work"), commands)
    }

    pub(crate) fn host_list(&self) -> std::io::Result<String> {
        fs::read_to_string(self.at("work/host.md"))
    }

    /// Variables that give a program a home of its own.
    pub(crate) fn home(&self) -> Vec<(String, String)> {
        let home = self.at("home").to_string_lossy().into_owned();
        let folders = ["XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "CODEX_HOME"];
        let own = folders.iter().map(|name| ((*name).to_owned(), format!("{home}/{}", name.to_lowercase())));
        std::iter::once(("HOME".to_owned(), home.clone())).chain(own).collect()
    }

    /// Walls with a mock within that gives these answers.
    pub(crate) fn walls(&self, answers: &Value) -> std::io::Result<WithMock> {
        let file = self.at("answers.json");
        fs::write(&file, answers.to_string())?;
        let mock = self.peer("@copilotkit/aimock/dist/cli.js");
        Ok(WithMock { mock, answers: file, log: self.at("mock.log") })
    }
}

/// The program that runs the peers written for it.
pub(crate) fn node() -> Result<PathBuf, Box<dyn Error>> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&path).map(|folder| folder.join("node")).find(|path| path.is_file());
    found.ok_or_else(|| "there is no node".into())
}

/// No network, and the mock.
pub(crate) struct WithMock {
    mock: PathBuf,
    answers: PathBuf,
    log: PathBuf,
}

impl Walls for WithMock {
    fn command(&self, program: &Path, args: &[String], _: &Reach) -> Result<Command, Failure> {
        let mut command = Command::new("bwrap");
        command.args(["--dev-bind", "/", "/", "--unshare-net", "--die-with-parent", "--"]);
        command.args(["sh", "-c", WITH_MOCK, "sh"]).args([&self.mock, &self.answers, &self.log]);
        command.arg(program).args(args);
        Ok(command)
    }
}
