//! A person's desk for one test: an empty data folder, the terminal program, and the window on it.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::driver::{Driver, Outcome};

/// The folders live as long as the desk.
pub(crate) struct Desk {
    folder: TempDir,
    program: PathBuf,
}

impl Desk {
    /// `None`, and a word about it, where there is no window to test.
    pub(crate) fn new() -> Outcome<Option<Self>> {
        let Some(program) = std::env::var_os("HALFDAY_WINDOW_BIN") else {
            println!("skipped: HALFDAY_WINDOW_BIN names no window; scripts/window-tests.sh builds one");
            return Ok(None);
        };
        Ok(Some(Self { folder: tempfile::tempdir()?, program: PathBuf::from(program).canonicalize()? }))
    }

    pub(crate) fn open_window(&self) -> Outcome<Driver> {
        self.open_window_with(&[])
    }

    /// The same with more variables.
    pub(crate) fn open_window_with(&self, more: &[(&str, &OsStr)]) -> Outcome<Driver> {
        let (home, data) = (self.home()?, self.data());
        let mut environment: Vec<(&str, &OsStr)> = vec![
            ("HALFDAY_DATA", data.as_os_str()),
            ("HOME", home.as_os_str()),
            ("XDG_DATA_HOME", home.as_os_str()),
            ("XDG_CONFIG_HOME", home.as_os_str()),
        ];
        environment.extend_from_slice(more);
        Driver::start(&self.program, &environment, &self.folder.path().join("driver.log"))
    }

    /// The person's home folder, which is another one than that of whoever runs the tests.
    pub(crate) fn home(&self) -> Outcome<PathBuf> {
        let home = self.folder.path().join("home");
        std::fs::create_dir_all(&home)?;
        Ok(home)
    }

    /// From now on AI is a script that does this, and says that it is one.
    pub(crate) fn simulate(&self, name: &str, turn: &Value) -> Outcome {
        let script = self.folder.path().join(format!("{name}.json"));
        std::fs::write(&script, json!({ "turns": [turn] }).to_string())?;
        let script = path_text(&script)?;
        self.terminal(&["agents", "add", name, "--way", "scripted", "--script", script, "--preferred"])?;
        Ok(())
    }

    /// Starts the window program a second time, as a person does who has forgotten the first.
    pub(crate) fn open_window_again(&self) -> Outcome<Output> {
        Ok(Command::new("timeout").arg("30").arg(&self.program).env("HALFDAY_DATA", self.data()).output()?)
    }

    /// What the terminal program answers as JSON.
    pub(crate) fn terminal(&self, arguments: &[&str]) -> Outcome<Value> {
        let output = Command::new(env!("CARGO_BIN_EXE_halfday"))
            .arg("--data")
            .arg(self.data())
            .args(["--json", "--lang", "en"])
            .args(arguments)
            .output()?;
        if !output.status.success() {
            return Err(format!("halfday {arguments:?}: {}", String::from_utf8_lossy(&output.stderr)).into());
        }
        Ok(serde_json::from_slice(&output.stdout)?)
    }

    /// Makes a job of three items.
    pub(crate) fn new_job(&self) -> Outcome<Value> {
        let brief = self.folder.path().join("brief.md");
        let text = "# Interview report\n\n- Read the six interviews (40 min)\n- Group the quotes into themes (35 min)\n\
                    - Write the one-page report (45 min)\n";
        std::fs::write(&brief, text)?;
        self.terminal(&["new", path_text(&brief)?])
    }

    /// A folder that goes with the desk.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Where the data is, once somebody has opened it.
    pub(crate) fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }
}

pub(crate) fn path_text(path: &Path) -> Outcome<&str> {
    Ok(path.to_str().ok_or("a path that is no text")?)
}
