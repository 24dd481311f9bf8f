//! The desktop around the window: clipboard, what is refused, the size that is remembered, notifications.

use std::fs::Permissions;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::process::{Child, Command, Stdio};

use serde_json::{Value, json};

use crate::desk::Desk;
use crate::driver::Outcome;
use crate::hand::CONTROL;

#[test]
fn what_the_page_copies_is_what_the_system_pastes_and_the_other_way_round() -> Outcome {
    let Some(desk) = Desk::new()? else { return Ok(()) };
    let window = desk.open_window()?;
    window.until("document.querySelector('h1, h2') !== null")?;
    assert_eq!(window.desk("paste_text", &json!({}))?, Ok(Value::Null), "nothing was copied yet");

    // A script has no gesture of a person, which the page's own clipboard would ask for.
    let copied = window.desk("copy_text", &json!({ "text": "halfday:Q7CM2NAJ\n交辦" }))?;

    assert_eq!(copied, Ok(Value::Null));
    window.run(
        "const field = document.createElement('textarea');
        field.id = 'elsewhere';
        document.body.append(field);
        field.focus();",
    )?;
    window.press(&[CONTROL, 'v'])?;
    window.until("document.getElementById('elsewhere').value === 'halfday:Q7CM2NAJ\\n交辦'")?;

    window.run("document.getElementById('elsewhere').value = 'typed here'")?;
    window.press(&[CONTROL, 'a'])?;
    window.press(&[CONTROL, 'c'])?;
    assert_eq!(window.desk("paste_text", &json!({}))?, Ok(json!("typed here")));
    Ok(())
}

#[test]
fn the_desk_refuses_what_would_start_a_program() -> Outcome {
    let Some(desk) = Desk::new()? else { return Ok(()) };
    let window = desk.open_window()?;
    window.until("document.querySelector('h1, h2') !== null")?;
    let program = desk.folder().join("notes.txt");
    std::fs::write(&program, "#!/bin/sh\n")?;
    std::fs::set_permissions(&program, Permissions::from_mode(0o755))?;

    for (name, request, code) in [
        ("open_path", json!({ "path": program }), "path_refused"),
        ("open_path", json!({ "path": "." }), "path_refused"),
        ("open_path", json!({ "path": desk.folder().join("gone.md") }), "input_unreadable"),
        ("open_link", json!({ "url": "file:///etc/passwd" }), "link_refused"),
        ("open_link", json!({ "url": "javascript:alert(1)" }), "link_refused"),
        ("copy_text", json!({}), "request_unreadable"),
        ("run_program", json!({ "path": program }), "command_unknown"),
    ] {
        assert_eq!(window.desk(name, &request)?, Err(code.to_owned()), "{name} {request}");
    }
    Ok(())
}

#[test]
fn the_size_of_the_window_is_remembered_and_never_too_small() -> Outcome {
    let Some(desk) = Desk::new()? else { return Ok(()) };
    let window = desk.open_window()?;
    window.until("document.querySelector('h1, h2') !== null")?;
    window.resize(1000, 700)?;
    window.until("innerWidth === 1000")?;
    // The window ends while it answers.
    let _ = window.desk("quit", &json!({}));
    drop(window);

    let window = desk.open_window()?;

    window.until("document.querySelector('h1, h2') !== null")?;
    assert_eq!(window.run("return [innerWidth, innerHeight]")?, json!([1000, 700]));
    window.resize(300, 200)?;
    assert_eq!(window.run("return innerWidth >= 720 && innerHeight >= 520")?, true);
    Ok(())
}

#[test]
fn an_answer_taken_in_the_terminal_is_told_by_a_notification_unless_the_window_has_the_focus() -> Outcome {
    let Some(desk) = Desk::new()? else { return Ok(()) };
    desk.new_job()?;
    let mut bus = Bus::listen()?;
    let window = desk.open_window()?;
    window.until("document.querySelector('main') !== null")?;
    window.run("addEventListener('blur', () => { document.body.dataset.focus = 'elsewhere'; })")?;

    take_answer(&desk, "1.1")?;
    window.until("document.querySelector('main') !== null")?;
    let _in_front = OtherProgram::open()?;
    window.until("document.body.dataset.focus === 'elsewhere'")?;
    take_answer(&desk, "1.2")?;

    // Nobody shows it here, but the bus hears what is asked for, in its order.
    let told = bus.next_title()?;
    assert_eq!(told, "Group the quotes into themes", "the first answer came while the window had the focus");
    Ok(())
}

/// Hands an item over and pastes an answer for it, in the terminal.
fn take_answer(desk: &Desk, item: &str) -> Outcome {
    desk.terminal(&["give", item, "--to", "ai"])?;
    let brief = desk.terminal(&["copy", item])?["text"].as_str().ok_or("a brief without a text")?.to_owned();
    let line = brief.lines().find(|line| line.starts_with("halfday:")).ok_or("a brief without its line")?;
    let answer = desk.folder().join("answer.md");
    std::fs::write(&answer, format!("{line}\n\n# Themes\n\nPrice, time, trust.\n"))?;
    desk.terminal(&["paste", answer.to_str().ok_or("a path that is no text")?])?;
    Ok(())
}

/// A program over the whole screen, which takes the focus: without a window manager the pointer's window has it.
struct OtherProgram(Child);

impl OtherProgram {
    fn open() -> Outcome<Self> {
        let mut command = Command::new("display");
        command.args(["-size", "1280x900", "-geometry", "+0+0", "xc:gray"]).stderr(Stdio::null());
        Ok(Self(command.spawn()?))
    }
}

impl Drop for OtherProgram {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Hears what is said to the notifications of the desktop.
struct Bus {
    monitor: Child,
    lines: std::io::Lines<BufReader<std::process::ChildStdout>>,
}

impl Bus {
    fn listen() -> Outcome<Self> {
        let rule = "interface='org.freedesktop.Notifications',member='Notify'";
        let mut monitor = Command::new("timeout")
            .args(["60", "dbus-monitor", "--session", rule])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let mut lines = BufReader::new(monitor.stdout.take().ok_or("a monitor without output")?).lines();
        // Its first words are about itself: from then on it hears.
        lines.next().ok_or("the monitor ended")??;
        Ok(Self { monitor, lines })
    }

    /// The title of the next notification; the monitor ends by itself when it takes too long.
    fn next_title(&mut self) -> Outcome<String> {
        let mut strings = self.lines.by_ref().skip_while(|line| !is_call(line)).filter_map(|line| {
            Some(line.ok()?.trim().strip_prefix("string \"")?.strip_suffix('"')?.to_owned())
        });
        // Before the title come the program's name and its icon.
        strings.nth(2).ok_or_else(|| "the bus heard of no notification".into())
    }
}

fn is_call(line: &std::io::Result<String>) -> bool {
    line.as_ref().is_ok_and(|line| line.starts_with("method call") && line.contains("member=Notify"))
}

impl Drop for Bus {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.monitor.kill();
        let _ = self.monitor.wait();
    }
}
