//! The whole of it with a program by other people: two items are dragged to AI, opencode works them behind our fence on
//! what aimock answers, the person reviews both, and the record says so. Skipped where `scripts/peers.sh` has not
//! fetched the two.

#[path = "../peers/aimock.rs"]
mod aimock;

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use self::aimock::{Aimock, opencode_settings, usage};
use crate::ai::{attempts, on_board_of, says, wait_until};
use crate::desk::{Desk, path_text};
use crate::driver::Outcome;
use crate::hand::{first, saying};

/// A real job of somebody's.
const JOB: &str = include_str!("../fixtures/jobs/carpentries_workshop_checklists.md");

#[test]
fn two_items_dragged_to_ai_are_worked_by_a_real_agent_program_and_reviewed() -> Outcome {
    let Some(desk) = Desk::new()? else { return Ok(()) };
    let Some(peers) = peers() else {
        println!("skipped: scripts/peers.sh has fetched no programs by other people");
        return Ok(());
    };
    let writes = |item: &str, file: &str| {
        let call = json!({ "id": format!("call_{file}"), "name": "write",
            "arguments": { "filePath": file, "content": format!("# For {item}\n\n- Book the room\n") } });
        [
            json!({ "match": { "userMessage": file, "hasToolResult": false },
                "response": { "toolCalls": [call], "usage": usage(1_000, 30) } }),
            json!({ "match": { "userMessage": file, "hasToolResult": true },
                "response": { "content": format!("I wrote {file}."), "usage": usage(1_200, 10) } }),
        ]
    };
    let mut answers: Vec<Value> = [writes("1.1", "one.md"), writes("1.2", "two.md")].concat();
    answers.push(json!({ "match": {}, "response": { "content": "A title", "usage": usage(1, 1) } }));
    let mock = Aimock::start(&peers, desk.folder(), &json!({ "fixtures": answers }))?;
    let (brief, work) = (desk.folder().join("workshop.md"), desk.folder().join("work"));
    fs::write(&brief, JOB)?;
    fs::create_dir(&work)?;
    desk.terminal(&["new", path_text(&brief)?, "--workspace", path_text(&work)?])?;
    desk.terminal(&["edit", "1.1", "--output", "one.md"])?;
    desk.terminal(&["edit", "1.2", "--output", "two.md"])?;
    let variables = opencode_settings(&mock.url("/v1"));
    let program = opencode(&peers)?;
    let add =
        ["agents", "add", "opencode", "--way", "acp", "--program", &program, "--network", "--preferred"];
    let names: Vec<&str> = variables.iter().flat_map(|(name, _)| ["--env", *name]).collect();
    desk.terminal(&[&add[..], &names].concat())?;
    let variables: Vec<(&str, &OsStr)> =
        variables.iter().map(|(name, value)| (*name, value.as_ref())).collect();
    let window = on_board_of(desk.open_window_with(&variables)?)?;

    for item in ["1.1", "1.2"] {
        window.drag(&first(&format!("[data-ref='{item}'] .title")), &first(".lane.ai h2"))?;
        window.until(&format!("{} !== null", first(&format!(".lane.ai [data-ref='{item}']"))))?;
    }
    for item in ["1.1", "1.2"] {
        wait_until(&window, &says(item, "Needs your review"), crate::ai::AGENT_WITHIN)?;
    }
    window.press(&['r'])?;
    for left in [1, 0] {
        window.press_on(&saying("[role=group] button", "Accept"))?;
        window.until(&format!("document.querySelectorAll('main nav [data-ref]').length === {left}"))?;
    }

    for (item, file) in [("1.1", "one.md"), ("1.2", "two.md")] {
        assert_eq!(fs::read_to_string(work.join(file))?, format!("# For {item}\n\n- Book the room\n"));
        let done = attempts(&desk, item)?;
        assert_eq!((&done[0]["agent"], &done[0]["verdict"]), (&json!("opencode"), &json!("accepted")));
        assert_eq!((&done[0]["tokens_in"], &done[0]["tokens_out"]), (&json!(1_200), &json!(10)));
        // 2,200 tokens in at 2.50, 40 out at 10 dollars a million.
        assert_eq!(done[0]["reported_cost_nano"], 5_900_000);
    }
    Ok(())
}

fn peers() -> Option<PathBuf> {
    let peers = Path::new(env!("CARGO_TARGET_TMPDIR")).parent()?.join("peers");
    peers.join(".fetched").is_file().then_some(peers)
}

fn opencode(peers: &Path) -> Outcome<String> {
    let machine = if cfg!(target_arch = "aarch64") { "arm64" } else { "x64" };
    Ok(path_text(&peers.join(format!("node_modules/opencode-linux-{machine}/bin/opencode")))?.to_owned())
}
