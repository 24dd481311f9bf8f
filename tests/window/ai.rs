//! What AI does in the background, in the real window: points 16 to 21, and the first run on a computer with an agent.
//! The AI is a script, or a program that plays one, and says so.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::desk::{Desk, path_text};
use crate::driver::{Driver, Outcome};
use crate::hand::{CONTROL, ENTER, first, saying};

/// In these seconds a hand-over can still be undone, and nothing has begun.
const GRACE: Duration = Duration::from_secs(5);
/// An attempt at work shows a sign of life within a second.
const SIGN_WITHIN: Duration = Duration::from_secs(1);
/// Without a word for so long it counts as quiet.
const QUIET_AFTER: Duration = Duration::from_mins(1);
/// Whatever is stopped has ended by then.
const STOPPED_WITHIN: Duration = Duration::from_secs(2);
/// A program that has to start and speak to its model three times has done so by then.
pub(crate) const AGENT_WITHIN: Duration = Duration::from_mins(2);
/// Only a machine that is very busy may take this many times as long.
const FAR_TOO_SLOW: u32 = 5;

#[test]
fn point_16_a_hand_over_undone_within_its_seconds_starts_no_attempt() -> Outcome {
    let Some(desk) = Desk::new()? else { return Ok(()) };
    desk.new_job()?;
    desk.simulate("simulated", &json!([{ "write": { "path": "page.md", "text": "# A page" } }]))?;
    let window = on_board(&desk)?;

    press_on_row(&window, "1.1", 'a')?;
    window.until(&says("1.1", "Starting in"))?;
    window.press(&[CONTROL, 'z'])?;
    window.until(&first(".lane.me [data-ref='1.1']"))?;
    press_on_row(&window, "1.2", 'a')?;

    // The other one was handed over later: once it has come back, the first would have begun.
    wait_until(&window, &says("1.2", "Needs your review"), GRACE * FAR_TOO_SLOW)?;
    assert_eq!(attempts(&desk, "1.1")?, [] as [Value; 0]);
    assert_eq!(attempts(&desk, "1.2")?.len(), 1);
    Ok(())
}

#[test]
fn point_17_with_4_deliverables_waiting_a_fifth_attempt_waits_for_a_verdict() -> Outcome {
    let Some(desk) = Desk::new()? else { return Ok(()) };
    let brief = desk.folder().join("five.md");
    let items: Vec<String> = (1..=5).map(|number| format!("- Write page {number} (20 min)")).collect();
    fs::write(&brief, format!("# Five pages\n\n{}\n", items.join("\n")))?;
    desk.terminal(&["new", path_text(&brief)?])?;
    let page = json!([{ "write": { "path": "page.md", "text": "# A page\n\n{message}" } }]);
    desk.simulate("simulated", &page)?;
    let window = on_board(&desk)?;

    desk.terminal(&["give", "1.1", "1.2", "1.3", "1.4", "1.5", "--to", "ai", "--now-start"])?;
    wait_until(&window, &says("1.5", "4 results have to be reviewed first"), GRACE * FAR_TOO_SLOW)?;
    assert_eq!(attempts(&desk, "1.5")?, [] as [Value; 0]);
    window.press(&['r'])?;
    window.until("document.querySelector('[role=group] button') !== null")?;
    window.press(&['1'])?;

    window.run("location.hash = '#/jobs/1'")?;
    wait_until(&window, &says("1.5", "Needs your review"), GRACE * FAR_TOO_SLOW)
}

#[test]
fn points_18_and_19_an_attempt_shows_signs_of_life_and_is_stopped_with_all_it_started() -> Outcome {
    let Some(desk) = Desk::new()? else { return Ok(()) };
    desk.new_job()?;
    // A time nobody else sleeps for: by it the process is known.
    let nap = format!("8{}.5", std::process::id());
    let agent = program(&desk.folder().join("agent/claude"), &format!("sleep {nap} & wait\n"))?;
    desk.terminal(&[
        "agents",
        "add",
        "played",
        "--way",
        "claude",
        "--program",
        &agent,
        "--network",
        "--preferred",
    ])?;
    let window = on_board(&desk)?;

    desk.terminal(&["give", "1.1", "--to", "ai", "--now-start"])?;
    let began = Instant::now();
    window.until(&says("1.1", "Working"))?;
    tell("the first sign", began.elapsed(), SIGN_WITHIN)?;
    wait_for(|| is_running(&nap), SIGN_WITHIN * 20)?;
    wait_until(&window, &says("1.1", "Quiet"), QUIET_AFTER + Duration::from_secs(15))?;
    tell("quiet", began.elapsed(), QUIET_AFTER)?;
    assert!(began.elapsed() + Duration::from_secs(1) >= QUIET_AFTER, "quiet too early");

    press_on_row(&window, "1.1", 's')?;
    let asked = Instant::now();
    window.until(&saying("button", "I changed my mind"))?;
    let took = asked.elapsed();
    assert!(!is_running(&nap)?, "the row says that it stopped, and its process runs");
    tell("stopped", took, STOPPED_WITHIN)?;
    window.press_on(&saying("button", "I changed my mind"))?;
    wait_for(|| Ok(attempts(&desk, "1.1")?[0]["reason"] == "changed_mind"), STOPPED_WITHIN)
}

#[test]
fn point_20_what_the_window_leaves_undone_is_lost_or_stopped_and_can_be_done_again() -> Outcome {
    let Some(desk) = Desk::new()? else { return Ok(()) };
    desk.new_job()?;
    desk.simulate("hanging", &json!([{ "write": { "path": "page.md", "text": "half" } }, "hang"]))?;
    let window = on_board(&desk)?;
    desk.terminal(&["give", "1.1", "--to", "ai", "--now-start"])?;
    window.until(&says("1.1", "writes page.md"))?;

    end(&desk, "KILL")?;
    drop(window);
    let window = on_board(&desk)?;
    window.until(&says("1.1", "Lost: the app ended while it ran"))?;

    desk.terminal(&["give", "1.1", "--to", "ai", "--now-start"])?;
    window.until(&says("1.1", "Working"))?;
    window.until(&says("1.1", "writes page.md"))?;
    // Its answer may not come any more.
    let _ = window.desk("quit", &json!({}));
    wait_for(|| Ok(windows_on(&desk)?.is_empty()), STOPPED_WITHIN * FAR_TOO_SLOW)?;
    drop(window);
    let window = on_board(&desk)?;
    window.until(&first(".lane.me [data-ref='1.1']"))?;
    let reasons: Vec<Value> =
        attempts(&desk, "1.1")?.iter().map(|one| json!([one["outcome"], one["reason"]])).collect();
    assert_eq!(reasons, [json!(["lost", null]), json!(["stopped", "app_closed"])]);
    Ok(())
}

#[test]
fn point_21_why_it_failed_is_read_on_the_row() -> Outcome {
    let Some(desk) = Desk::new()? else { return Ok(()) };
    desk.new_job()?;
    desk.simulate("failing", &json!([{ "fail": { "reason": "not_signed_in" } }]))?;
    let window = on_board(&desk)?;

    desk.terminal(&["give", "1.1", "--to", "ai", "--now-start"])?;

    window.until(&says("1.1", "Failed: the AI program is not signed in"))?;
    window.until(&says("1.1", "Sign in in its own program first."))
}

#[test]
fn an_agent_found_on_the_computer_is_offered_with_the_first_job_and_works_what_is_handed_over() -> Outcome {
    let Some(desk) = Desk::new()? else { return Ok(()) };
    let said = r#"printf '%s\n' '{"type":"system","subtype":"init","session_id":"s"}'
printf '# The letters\n' > page.md
printf '%s\n' '{"type":"result","subtype":"success","is_error":false,"result":"Written.","session_id":"s","usage":{"input_tokens":900,"output_tokens":40},"total_cost_usd":0.004}'
"#;
    program(&desk.home()?.join(".local/bin/claude"), said)?;
    let window = desk.open_window()?;
    window.until("document.querySelector('#pasted') !== null")?;

    window
        .type_into("#pasted", "# Letters\n\n- Read the letters (20 min)\n- Answer the letters (40 min)\n- Post the answers (10 min)\n")?;
    window.press(&[CONTROL, ENTER])?;
    window.until("document.querySelectorAll('main ol > li').length === 3")?;
    window.press(&[CONTROL, ENTER])?;
    window.press_on(&saying("button", "Skip"))?;
    window.until(&saying(".strip p", "Claude Code found. It works on a copy"))?;
    window.press_on(&saying(".strip button", "Use it"))?;
    window.until("document.querySelector('.strip') === null")?;
    window.drag(&first("[data-ref='1.1'] .title"), &first(".lane.ai"))?;

    wait_until(&window, &says("1.1", "Needs your review"), GRACE * 2 * FAR_TOO_SLOW)?;
    let done = attempts(&desk, "1.1")?;
    assert_eq!((&done[0]["tokens_in"], &done[0]["tokens_out"]), (&json!(900), &json!(40)), "{done:?}");
    Ok(())
}

/// The window with the board of the first job on it.
fn on_board(desk: &Desk) -> Outcome<Driver> {
    on_board_of(desk.open_window()?)
}

/// The same in a window that was opened just now.
pub(crate) fn on_board_of(window: Driver) -> Outcome<Driver> {
    window.until("document.querySelector('#page-title') !== null")?;
    window.run("location.hash = '#/jobs/1'")?;
    window.until(&format!("{} !== null", first("[data-ref='1.1']")))?;
    Ok(window)
}

fn press_on_row(window: &Driver, item: &str, key: char) -> Outcome {
    window.run(&format!("{}.focus()", first(&format!("[data-ref='{item}']"))))?;
    window.press(&[key])
}

/// An expression: the row of the item says this.
pub(crate) fn says(item: &str, text: &str) -> String {
    format!("({}?.textContent.includes(`{text}`) ?? false)", first(&format!("[data-ref='{item}']")))
}

/// As `until`, for what takes longer than a script may.
pub(crate) fn wait_until(window: &Driver, condition: &str, most: Duration) -> Outcome {
    let holds = || Ok(window.run(&format!("return Boolean({condition})"))? == true);
    wait_for(holds, most).map_err(|error| {
        let page = window.run("return document.body.innerText").unwrap_or_default();
        format!("{error}: {condition}\nthe page said:\n{}", page.as_str().unwrap_or_default()).into()
    })
}

fn wait_for(holds: impl Fn() -> Outcome<bool>, most: Duration) -> Outcome {
    let until = Instant::now() + most;
    while !holds()? {
        if Instant::now() > until {
            return Err(format!("not within {most:?}").into());
        }
        thread::park_timeout(Duration::from_millis(100));
    }
    Ok(())
}

pub(crate) fn attempts(desk: &Desk, item: &str) -> Outcome<Vec<Value>> {
    let told = desk.terminal(&["attempts", item])?;
    Ok(told["attempts"].as_array().ok_or("an item without attempts")?.clone())
}

/// A program of the shell that plays an agent; its path.
fn program(path: &Path, script: &str) -> Outcome<String> {
    fs::create_dir_all(path.parent().ok_or("a program without a folder")?)?;
    fs::write(path, format!("#!/bin/sh\n{script}"))?;
    fs::set_permissions(path, fs::Permissions::from_mode(0o755))?;
    Ok(path_text(path)?.to_owned())
}

/// Whether a process sleeps for this long.
fn is_running(nap: &str) -> Outcome<bool> {
    for entry in fs::read_dir("/proc")? {
        // A process may end while it is looked at.
        let Ok(line) = fs::read(entry?.path().join("cmdline")) else { continue };
        let words: Vec<&[u8]> = line.split(|byte| *byte == 0).collect();
        if words.get(..2) == Some(&[b"sleep".as_slice(), nap.as_bytes()]) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The processes of the window on this desk's data.
fn windows_on(desk: &Desk) -> Outcome<Vec<String>> {
    let wanted = format!("HALFDAY_DATA={}", path_text(&desk.data())?);
    let mut found = vec![];
    for entry in fs::read_dir("/proc")? {
        let process = entry?.path();
        let is_window = fs::read_link(process.join("exe")).is_ok_and(|exe| exe.ends_with("halfday-window"));
        let Ok(environment) = fs::read(process.join("environ")) else { continue };
        if is_window && environment.split(|byte| *byte == 0).any(|one| one == wanted.as_bytes()) {
            found.extend(process.file_name().and_then(OsStr::to_str).map(str::to_owned));
        }
    }
    Ok(found)
}

fn end(desk: &Desk, signal: &str) -> Outcome {
    let windows = windows_on(desk)?;
    let sent = Command::new("kill").arg(format!("-{signal}")).args(&windows).status()?;
    if windows.is_empty() || !sent.success() {
        return Err("no window to end".into());
    }
    wait_for(|| Ok(windows_on(desk)?.is_empty()), STOPPED_WITHIN * FAR_TOO_SLOW)
}

/// Says how long it took, and fails when that is far too long.
fn tell(what: &str, took: Duration, aim: Duration) -> Outcome {
    println!("{what} after {} ms", took.as_millis());
    if took > aim * FAR_TOO_SLOW { Err(format!("{what} took {took:?}").into()) } else { Ok(()) }
}
