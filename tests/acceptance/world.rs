//! A world of its own for a test: an empty data folder, a clock that stands still between
//! commands, and the real program.

use std::error::Error;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::Value;
use tempfile::TempDir;

pub(crate) type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// The three languages.
pub(crate) const LANGUAGES: [&str; 3] = ["en", "zh-Hant", "zh-Hans"];

/// The program under test.
pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_halfday");

/// What a command came to.
#[derive(Debug, Clone)]
pub(crate) struct Run {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Run {
    fn of(output: Output) -> Outcome<Self> {
        let code = output.status.code();
        Ok(Self { code, out: String::from_utf8(output.stdout)?, err: String::from_utf8(output.stderr)? })
    }

    /// The first line of what was said beside the document.
    pub(crate) fn sentence(&self) -> &str {
        self.err.lines().next().unwrap_or_default()
    }
}

pub(crate) struct World {
    folder: TempDir,
    language: &'static str,
    minute: AtomicU32,
    clock: Clock,
}

/// Which time it is for the program.
enum Clock {
    /// It stands still between commands.
    Still,
    /// The computer's: AI works in real time only.
    Real,
}

impl World {
    /// An empty data folder in English, on Monday 16 November 2026, 09:00.
    pub(crate) fn new() -> Outcome<Self> {
        Self::speaking("en")
    }

    pub(crate) fn speaking(language: &'static str) -> Outcome<Self> {
        Ok(Self { folder: TempDir::new()?, language, minute: AtomicU32::new(0), clock: Clock::Still })
    }

    /// An empty data folder at the computer's own time.
    pub(crate) fn in_real_time() -> Outcome<Self> {
        Self::speaking_in_real_time("en")
    }

    pub(crate) fn speaking_in_real_time(language: &'static str) -> Outcome<Self> {
        Ok(Self { clock: Clock::Real, ..Self::speaking(language)? })
    }

    /// Adds a simulated agent that plays `script`.
    pub(crate) fn agent(&self, name: &str, script: &Value) -> Outcome {
        let file = self.file(&format!("scripts/{name}.json"), script.to_string())?;
        self.ok(&["agents", "add", name, "--way", "scripted", "--script", &file, "--family", "simulated"])?;
        Ok(())
    }

    /// A path in the world's folder, beside the data.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.path("data")
    }

    /// A file of the person's.
    pub(crate) fn file(&self, name: &str, content: impl AsRef<[u8]>) -> Outcome<String> {
        let path = self.path(name);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::write(&path, content)?;
        Ok(text(&path))
    }

    /// Lets so many minutes pass.
    pub(crate) fn wait_minutes(&self, minutes: u32) {
        self.minute.fetch_add(minutes, Ordering::Relaxed);
    }

    /// The time of the world.
    pub(crate) fn now(&self) -> String {
        let minutes = 9 * 60 + self.minute.load(Ordering::Relaxed);
        let (day, minutes) = (16 + minutes / 1440, minutes % 1440);
        format!("2026-11-{day:02}T{:02}:{:02}:00+08:00", minutes / 60, minutes % 60)
    }

    /// The program with the world's folder, language and time; other tests' surroundings stay out.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        self.command_in(self.language, args)
    }

    fn command_in(&self, language: &str, args: &[&str]) -> Command {
        let mut command = Command::new(PROGRAM);
        command.env_clear().env("HALFDAY_DATA", self.data()).env("HOME", self.folder.path());
        // No test reaches for the keychain of whoever runs it.
        command.env("HALFDAY_KEYCHAIN", "off").args(["--lang", language]);
        if let Clock::Still = self.clock {
            command.args(["--now", &self.now()]);
        }
        command.args(args);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    pub(crate) fn run(&self, args: &[&str]) -> Outcome<Run> {
        Run::of(self.command(args).output()?)
    }

    pub(crate) fn run_with_input(&self, args: &[&str], input: impl AsRef<[u8]>) -> Outcome<Run> {
        let mut child = self.command(args).stdin(Stdio::piped()).spawn()?;
        if let Some(mut stdin) = child.stdin.take() {
            // The program may refuse before it has read everything.
            let _ = stdin.write_all(input.as_ref());
        }
        Run::of(child.wait_with_output()?)
    }

    /// Runs a command that has to work.
    pub(crate) fn ok(&self, args: &[&str]) -> Outcome<Run> {
        works(args, self.run(args)?)
    }

    pub(crate) fn ok_with_input(&self, args: &[&str], input: impl AsRef<[u8]>) -> Outcome<Run> {
        works(args, self.run_with_input(args, input)?)
    }

    /// Runs a command that has to work, in another language.
    pub(crate) fn ok_in(&self, language: &str, args: &[&str]) -> Outcome<Run> {
        works(args, Run::of(self.command_in(language, args).output()?)?)
    }

    /// The one JSON document of a command that has to work.
    pub(crate) fn json(&self, args: &[&str]) -> Outcome<Value> {
        let args: Vec<&str> = args.iter().copied().chain(["--json"]).collect();
        let run = self.ok(&args)?;
        let document: Value = serde_json::from_str(&run.out)?;
        if document["version"] == 1 { Ok(document) } else { Err(format!("no version: {document}").into()) }
    }

    /// Everything a person can see of the data, and of their own folder.
    pub(crate) fn dump(&self) -> Outcome<Value> {
        let mut jobs = vec![];
        for job in list(&self.json(&["jobs"])?["jobs"])? {
            let reference = word(&job["ref"])?;
            let board = self.json(&["board", reference])?;
            let mut items = vec![];
            for item in list(&board["items"])? {
                let mut shown = self.json(&["show", word(&item["ref"])?])?;
                without_numbers(&mut shown["item"]["attempts"]);
                items.push(shown);
            }
            let page = self.ok(&["board", reference])?.out;
            jobs.push(serde_json::json!({ "job": job, "items": items, "page": page }));
        }
        let review = self.json(&["review"])?;
        let timer = self.json(&["timer", "show"])?;
        let stats = self.json(&["stats"])?;
        let files = files_below(&self.path("work"))?;
        Ok(serde_json::json!({
            "jobs": jobs, "review": review, "timer": timer, "stats": stats, "files": files
        }))
    }

    /// The job of the brief in the world's language, with a folder of the person's.
    pub(crate) fn new_job(&self) -> Outcome {
        std::fs::create_dir_all(self.path("work"))?;
        let brief = brief(self.language);
        self.ok(&["new", &brief, "--workspace", &text(&self.path("work"))])?;
        Ok(())
    }

    /// Copies a brief and gives its `halfday:` lines, one for each item.
    pub(crate) fn copy(&self, items: &[&str]) -> Outcome<Vec<String>> {
        let args: Vec<&str> = ["copy"].into_iter().chain(items.iter().copied()).collect();
        let lines = marks(&self.ok(&args)?.out);
        if lines.len() == items.len() { Ok(lines) } else { Err(format!("lines: {lines:?}").into()) }
    }
}

/// An attempt that an undo opens again goes on under the next number: facts are never rewritten.
fn without_numbers(attempts: &mut Value) {
    for attempt in attempts.as_array_mut().into_iter().flatten() {
        attempt["number"] = Value::Null;
    }
}

fn works(args: &[&str], run: Run) -> Outcome<Run> {
    if run.code == Some(0) { Ok(run) } else { Err(format!("{args:?}: {run:?}").into()) }
}

/// Every file below a folder with its text.
pub(crate) fn files_below(folder: &Path) -> Outcome<Vec<(String, String)>> {
    let mut files = vec![];
    if !folder.exists() {
        return Ok(files);
    }
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(files_below(&path)?);
        } else {
            let bytes = std::fs::read(&path)?;
            files.push((text(&path), String::from_utf8_lossy(&bytes).into_owned()));
        }
    }
    files.sort();
    Ok(files)
}

/// The brief in a language.
pub(crate) fn brief(language: &str) -> String {
    text(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/briefs").join(format!("{language}.md")))
}

pub(crate) fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// The different `halfday:` lines of a brief, in their order.
pub(crate) fn marks(brief: &str) -> Vec<String> {
    let mut found: Vec<String> = vec![];
    for part in brief.split("halfday:").skip(1) {
        let code: String = part.chars().take_while(char::is_ascii_alphanumeric).collect();
        let line = format!("halfday:{code}");
        if code.len() == 8 && !found.contains(&line) {
            found.push(line);
        }
    }
    found
}

/// An answer as a chat gives it: the line, and one file.
pub(crate) fn answer(line: &str, name: &str, content: &str) -> String {
    format!("{line}\n\n```markdown path={name}\n{content}\n```\n")
}

pub(crate) fn list(value: &Value) -> Outcome<&Vec<Value>> {
    value.as_array().ok_or_else(|| format!("no list: {value}").into())
}

pub(crate) fn word(value: &Value) -> Outcome<&str> {
    value.as_str().ok_or_else(|| format!("no text: {value}").into())
}
