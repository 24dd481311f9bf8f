//! The figures counted again by a program in another language, from what `halfday export` wrote: `recount.py`, with
//! numpy and scipy.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

use crate::heard::Outcome;
use crate::world::peers;

/// A Monday in Taipei, so that weeks are not those of UTC.
const NOW: &str = "2026-11-23T09:00:00+08:00";
const WEEKS: &str = "16";

struct Desk {
    folder: TempDir,
}

impl Desk {
    fn run(&self, now: &str, args: &[&str]) -> Result<Output, Box<dyn std::error::Error>> {
        let mut command = Command::new(env!("CARGO_BIN_EXE_halfday"));
        command.env("HALFDAY_DATA", self.folder.path().join("data")).env("HALFDAY_KEYCHAIN", "off");
        command.args(["--lang", "en", "--now", now]).args(args).stdin(Stdio::null());
        let ran = command.output()?;
        if ran.status.success() { Ok(ran) } else { Err(format!("{args:?}: {ran:?}").into()) }
    }

    /// What the program says goes into a file.
    fn says(&self, name: &str, args: &[&str]) -> Outcome {
        Ok(fs::write(self.folder.path().join(name), self.run(NOW, args)?.stdout)?)
    }

    fn at(&self, name: &str) -> String {
        self.folder.path().join(name).to_string_lossy().into_owned()
    }
}

/// Thirty-two items a coin decides about. Whatever it says, the counts must agree.
fn leave_to_chance(desk: &Desk) -> Outcome {
    let brief = desk.at("chance.md");
    for job in 34..=37 {
        let list: Vec<String> = (1..=8).map(|item| format!("- Step {item}")).collect();
        fs::write(&brief, format!("# Chance {job}\n\n{}\n", list.join("\n")))?;
        desk.run(NOW, &["new", &brief])?;
        for number in 1..=8 {
            let item = format!("{job}.{number}");
            let minutes = (4 * number * number).to_string();
            desk.run(NOW, &["edit", &item, "--minutes", &minutes])?;
            let told = desk.run(NOW, &["give", &item, "--to", "chance"])?;
            if String::from_utf8_lossy(&told.stderr).contains("you keep it") {
                desk.run(NOW, &["done", &item, "--minutes", "9"])?;
                continue;
            }
            desk.run(NOW, &["copy", &item])?;
            fs::write(desk.at("answer.txt"), format!("What came of step {number}, in a sentence."))?;
            let rounds = if (job + number) % 5 == 0 { "3" } else { "1" };
            desk.run(NOW, &["paste", &item, &desk.at("answer.txt"), "--anyway", "--rounds", rounds])?;
            match (job + number) % 4 {
                0 => desk.run(NOW, &["review", &item, "reject", "--reason", "incomplete"])?,
                1 => desk.run(NOW, &["review", &item, "rework", "--minutes", "4"])?,
                _ => desk.run(NOW, &["review", &item, "accept"])?,
            };
        }
    }
    Ok(())
}

#[test]
fn the_figures_are_those_that_python_counts_from_the_export() -> Outcome {
    let Some(peers) = peers()? else { return Ok(()) };
    let desk = Desk { folder: tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))? };
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let history = fixtures.join("record/history.csv").to_string_lossy().into_owned();
    desk.run(NOW, &["import", "--as", "history", &history])?;
    // The program's own guesses of minutes, a timer, something dropped, left for later, copied and never answered,
    // and undone: what a file of history cannot hold.
    fs::write(
        desk.at("brief.md"),
        "# Report\n\n- Write a page\n- Sort the letters\n- Read it\n- Send it\n- File it\n",
    )?;
    let at = |day: u32, hour: u32| format!("2026-11-{day}T{hour:02}:00:00+08:00");
    let brief = desk.at("brief.md");
    desk.run(&at(17, 9), &["new", &brief])?;
    let job = "32";
    let item = |number: u32| format!("{job}.{number}");
    desk.run(&at(17, 9), &["timer", "start", &item(1)])?;
    desk.run(&at(17, 10), &["timer", "stop"])?;
    desk.run(&at(17, 10), &["done", &item(1)])?;
    desk.run(&at(17, 11), &["done", &item(2), "--minutes", "35"])?;
    desk.run(&at(17, 11), &["undo"])?;
    desk.run(&at(17, 12), &["give", &item(3), "--to", "ai", "--minutes", "25"])?;
    desk.run(&at(17, 12), &["copy", &item(3)])?;
    desk.run(&at(18, 9), &["drop", &item(4)])?;
    desk.run(&at(18, 9), &["log", &item(5), "--minutes", "12", "--kind", "brief"])?;
    desk.run(&at(20, 9), &["neversent", &item(3)])?;
    desk.run(&at(20, 9), &["give", &item(3), "--to", "me"])?;
    desk.run(&at(20, 9), &["close", job, "--rest", "did"])?;
    desk.run(&at(20, 10), &["new", &brief])?;
    desk.run(&at(20, 10), &["give", "33.1", "--to", "ai"])?;
    desk.run(&at(20, 10), &["copy", "33.1"])?;

    leave_to_chance(&desk)?;

    fs::write(desk.at("now.txt"), NOW)?;
    desk.run(NOW, &["export", "--format", "json", "--out", &desk.at("export.json")])?;
    desk.says("stats.json", &["stats", "--weeks", WEEKS, "--json"])?;
    for figure in ["calibration", "horizon", "could", "stretch"] {
        desk.says(&format!("{figure}.json"), &["stats", figure, "--json"])?;
    }
    let mut python = Command::new("python3");
    python.arg("-I");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/peers/recount.py");
    // Isolated from whatever else Python may find; the folder is named in its own words.
    let words = "import sys, runpy; sys.path.insert(0, sys.argv[1]); sys.argv = sys.argv[2:]; \
                 runpy.run_path(sys.argv[0], run_name='__main__')";
    let counted =
        python.args(["-c", words]).arg(peers.join("python")).arg(script).arg(desk.folder.path()).output()?;

    let told = String::from_utf8_lossy(&counted.stdout).into_owned();
    assert!(counted.status.success(), "{told}{}", String::from_utf8_lossy(&counted.stderr));
    assert!(told.contains(" 0 differ"), "{told}");
    Ok(())
}
