//! Codex's lines: <https://developers.openai.com/codex/noninteractive>.

use halfday_domain::failure::FailureReason;
use serde_json::Value;

use super::{Heard, OwnCommands, Reading, SoFar, shown};
use crate::agents::words::failure_in;
use crate::agents::{Failure, Report, Step, StepKind, Usage, Workplace};

/// What lets it run commands unasked, in its own sandbox and without network.
pub(super) const OWN_COMMANDS: &[&str] = &["exec", "--sandbox", "workspace-write"];

/// Settings are given so that a version that does not know one ignores it.
const ALWAYS: &[&str] = &[
    "web_search=\"disabled\"",
    "approval_policy=\"never\"",
    "sandbox_workspace_write.network_access=false",
    "sandbox_workspace_write.exclude_slash_tmp=true",
    "sandbox_workspace_write.exclude_tmpdir_env_var=true",
];
/// Without a shell it still has its tool for changing files.
const NO_COMMANDS: &[&str] = &["features.shell_tool=false", "features.unified_exec=false"];

/// What it counted from the beginning of the conversation.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Counted {
    read: u64,
    written: u64,
    cached: u64,
    cache_written: u64,
}

pub(super) fn args(own_commands: OwnCommands, so_far: &SoFar, place: &Workplace) -> Vec<String> {
    let folder = place.folder.to_string_lossy();
    let mut args = vec!["exec", "--json", "--skip-git-repo-check", "--color", "never", "-C", &folder];
    args.extend(["--sandbox", "workspace-write"]);
    let settings = match own_commands {
        OwnCommands::No => NO_COMMANDS,
        OwnCommands::Yes => &[],
    };
    args.extend(ALWAYS.iter().chain(settings).flat_map(|setting| ["-c", setting]));
    if let Some(id) = &so_far.id {
        args.extend(["resume", id]);
    }
    // The message comes through its standard input.
    args.push("-");
    args.into_iter().map(str::to_owned).collect()
}

/// The lines of one turn.
pub(super) struct Lines {
    place: Workplace,
    so_far: SoFar,
    words: String,
    plan: String,
    trouble: Option<String>,
}

impl Lines {
    pub(super) fn new(place: &Workplace, so_far: &SoFar) -> Self {
        let so_far = so_far.clone();
        Self { place: place.clone(), so_far, words: String::new(), plan: String::new(), trouble: None }
    }
}

impl Reading for Lines {
    fn take(&mut self, line: &Value) -> Vec<Heard> {
        match line["type"].as_str().unwrap_or_default() {
            "thread.started" => self.conversation(line["thread_id"].as_str().unwrap_or_default()),
            "item.started" | "item.updated" => self.plan(&line["item"]).into_iter().collect(),
            "item.completed" => self.item(&line["item"]),
            "turn.completed" => {
                let mut heard: Vec<Heard> = self.used(&line["usage"]).into_iter().collect();
                heard.push(Heard::Ended(Ok(std::mem::take(&mut self.words))));
                heard
            }
            "turn.failed" => {
                let text = line["error"]["message"].as_str().unwrap_or_default();
                vec![Heard::Ended(Err(failure_in(text, FailureReason::AgentExited)))]
            }
            "error" => {
                let text = line["message"].as_str().unwrap_or_default();
                self.trouble = Some(text.to_owned());
                vec![Heard::Waits]
            }
            _ => vec![],
        }
    }

    fn trouble(&self) -> Option<&str> {
        self.trouble.as_deref()
    }

    fn into_so_far(self: Box<Self>) -> SoFar {
        self.so_far
    }
}

impl Lines {
    /// A conversation that is not found again is silently begun anew, and then knows nothing of the brief.
    fn conversation(&mut self, id: &str) -> Vec<Heard> {
        match &self.so_far.id {
            Some(before) if before != id => {
                let lost = Failure::new(FailureReason::AgentExited, "its conversation was not found again");
                vec![Heard::Ended(Err(lost))]
            }
            _ => {
                self.so_far.id = Some(id.to_owned());
                vec![]
            }
        }
    }

    fn item(&mut self, item: &Value) -> Vec<Heard> {
        let text = |name: &str| item[name].as_str().unwrap_or_default();
        let step = |kind, about: &str, went_well| {
            vec![Heard::Report(Report::Step(Step::told(kind, about, went_well)))]
        };
        let went_well = match text("status") {
            "completed" => Some(true),
            "failed" | "declined" => Some(false),
            _ => None,
        };
        match text("type") {
            "agent_message" => {
                text("text").clone_into(&mut self.words);
                vec![Heard::Report(Report::Text(format!("{}\n", self.words)))]
            }
            "reasoning" => step(StepKind::Think, text("text"), None),
            "command_execution" => {
                let code = item["exit_code"].as_i64();
                step(StepKind::Command, text("command"), code.map(|code| code == 0).or(went_well))
            }
            "file_change" => {
                let changes = item["changes"].as_array().into_iter().flatten();
                changes.flat_map(|change| step(changed(change), &self.about(change), went_well)).collect()
            }
            "mcp_tool_call" => {
                step(StepKind::Other, &format!("{} {}", text("server"), text("tool")), went_well)
            }
            "web_search" => step(StepKind::Search, text("query"), went_well),
            "todo_list" => self.plan(item).into_iter().collect(),
            // A warning; what ends a turn is told by the turn.
            "error" => step(StepKind::Note, text("message"), Some(false)),
            _ => vec![],
        }
    }

    fn about(&self, change: &Value) -> String {
        shown(change["path"].as_str().unwrap_or_default(), &self.place)
    }

    /// Where it stands in its list, told when that changes.
    fn plan(&mut self, item: &Value) -> Option<Heard> {
        let entries = item["items"].as_array().filter(|_| item["type"] == "todo_list")?;
        let done = entries.iter().filter(|entry| entry["completed"] == true).count();
        let next = entries.iter().find(|entry| entry["completed"] != true);
        let next = next.and_then(|entry| entry["text"].as_str()).unwrap_or_default();
        let about = format!("{done}/{} {next}", entries.len());
        if about == self.plan {
            return None;
        }
        self.plan.clone_from(&about);
        Some(Heard::Report(Report::Step(Step::told(StepKind::Note, &about, None))))
    }

    /// It counts from the beginning of the conversation; a turn is what has come since.
    fn used(&mut self, told: &Value) -> Option<Heard> {
        let count = |name: &str| told[name].as_u64();
        let now = Counted {
            read: count("input_tokens")?,
            written: count("output_tokens")?,
            cached: count("cached_input_tokens").unwrap_or(0),
            cache_written: count("cache_write_input_tokens").unwrap_or(0),
        };
        let before = std::mem::replace(&mut self.so_far.used, now);
        // Nothing at all is what it says when its provider did not tell.
        if now == before {
            return None;
        }
        Some(Heard::Report(Report::Used(Usage {
            tokens_in: Some(now.read.saturating_sub(before.read)),
            tokens_out: Some(now.written.saturating_sub(before.written)),
            tokens_cached: Some(now.cached.saturating_sub(before.cached)),
            tokens_cache_written: count("cache_write_input_tokens")
                .map(|now| now.saturating_sub(before.cache_written)),
            reported_cost_nano: None,
        })))
    }
}

fn changed(change: &Value) -> StepKind {
    match change["kind"].as_str() {
        Some("add") => StepKind::Write,
        _ => StepKind::Edit,
    }
}
